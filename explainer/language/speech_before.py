"""Reported words before the one who reports them, or around him."""

from __future__ import annotations

from explainer.language.speech_bare import acts
from explainer.language.speech_bounds import BE, TIMES, Content, content_end, over_when
from explainer.language.speech_clause import Clause
from explainer.language.speech_tokens import RELATIVE, Phrase
from explainer.language.speech_words import CONJUNCTIONS, CUES, DAYS, PREPOSITIONS, SUBORDINATORS

_OPEN = frozenset({"whether", "how", "what", "why", "who", "that", "if"})
_ARTICLES = frozenset({"a", "an", "the", "something", "part", "one"})


def content_before(
    clause: Clause, comma: int, closed: bool = False, guess: bool = True
) -> Content | None:
    """Of "The plan will fail, Smith said.": what stands before the comma.

    `closed`: nothing that could be said follows the verb; then, to `guess`, no verb need be known
    before.
    """
    if comma < 2 or (clause.texts[comma] != "," and not _set_in(clause, comma)):
        return None
    if clause.is_quote(comma):
        return _with_quote(clause, comma, closed)
    begin = _sentence_start(clause, comma)
    start = begin
    measure = clause.low(begin + 1) in ("least", "most", "all", "both", "many", "some", "to")
    measure = measure or clause.is_measure(begin)
    opens = clause.lows[begin] in SUBORDINATORS and not measure
    if opens and not _asks(clause, begin, comma):
        whole = closed and clause.lows[begin] not in _OPPOSED and _says_more(clause, begin, comma)
        return Content(begin, comma) if whole else None
    if comma - begin < 3:
        return Content(begin, comma) if closed and acts(clause, begin) else None
    led = clause.lows[begin].endswith(("ing", "ed")) and not clause.is_finite(begin + 1)
    adverbial = led or clause.lows[begin] in PREPOSITIONS
    if (
        adverbial or clause.is_adverb(begin) or clause.lows[begin] in DAYS
    ) and not measure:  # "In Kabul on Monday, Smith said" has no content yet
        inner = next((i for i in range(begin, comma) if clause.texts[i] == ","), None)
        told = inner is not None and guess and comma - inner > 5 and clause.starts_phrase(inner + 1)
        if closed and not led and (told or _says_more(clause, begin, comma)):
            return Content(begin, comma)
        start = comma if inner is None else inner + 1
    unknown = closed and guess and start == begin and comma - begin > 4 and not _when(clause, comma)
    acted = closed and start == begin and acts(clause, begin)
    return (
        Content(begin, comma) if unknown or acted or clause.has_finite(start + 1, comma) else None
    )


def _with_quote(clause: Clause, at: int, closed: bool) -> Content | None:
    """Of "The plan is "a mess," the mayor said.": all of it, where the words before the marks lead
    on to those in them."""
    begin = _sentence_start(clause, at)
    if not closed or clause.lows[begin] in SUBORDINATORS or clause.lows[begin] in PREPOSITIONS:
        return None
    said = clause.lows[at - 1] in CUES and clause.lows[at - 1] not in BE
    led = not said and at - begin > 1 and clause.starts_phrase(begin)
    return Content(begin, at + 1) if led else None


# "Although he won, his coach protested": what is so all the same is nobody's words.
_OPPOSED = frozenset({"although", "though", "while", "whereas", "because", "as", "until"})


def _says_more(clause: Clause, begin: int, comma: int) -> bool:
    """Of "On Monday three men were held", "If they stayed, lives would be saved", and not of "In
    Kabul on Monday", "When asked": does somebody do something after the when or where?"""
    if clause.lows[begin] == "that":
        return clause.is_finite(begin + 1)  # "That was the third case"
    inner = next((i for i in range(begin, comma) if clause.texts[i] == ","), None)
    if inner is not None:
        follows = clause.starts_phrase(inner + 1) or clause.is_plural(inner + 1)
        return follows and (clause.has_finite(inner + 2, comma) or acts(clause, inner + 1))
    verbs = [i for i in range(begin + 2, comma) if clause.is_finite(i)]
    groups = [i for i in verbs if i - 1 not in verbs]
    if clause.lows[begin] in SUBORDINATORS and clause.lows[begin] != "what":
        return len(groups) > 1
    return bool(groups)


def _when(clause: Clause, comma: int) -> bool:
    """Does "The next day", "Early on Monday" end at `comma`?"""
    return clause.lows[comma - 1] in TIMES or clause.lows[comma - 1] in DAYS


def _asks(clause: Clause, begin: int, end: int) -> bool:
    """Of "Whether he goes is open": a question that is itself the subject, so two verbs."""
    verbs = sum(clause.is_finite(index) for index in range(begin + 1, end))
    return clause.lows[begin] in ("whether", "what", "how", "why", "who") and verbs > 1


def _sentence_start(clause: Clause, end: int) -> int:
    begin = 0
    for index in range(end - 1, -1, -1):
        if clause.is_quote(index) or clause.texts[index] in ".;:?!":
            if clause.in_word(index) or _set_in(clause, index):
                continue
            begin = index + 1
            break
    while begin < end and not clause.texts[begin][0].isalnum():
        begin += 1
    if clause.low(begin + 1) != "," and clause.lows[begin] in ("but", "and"):
        begin += 1  # "But the plan failed, she said"
    return begin


def _set_in(clause: Clause, index: int) -> bool:
    """Of "the bill, which he called "a gift," would cost": a quotation within the sentence?"""
    return index > 0 and clause.is_quote(index) and clause.texts[index - 1][0].isalnum()


def content_around(clause: Clause, at: int, subject: Phrase) -> tuple[Content, ...] | None:
    """Of "The plan, Smith said, will fail.": both parts."""
    comma = subject.first - 1
    if comma >= 0 and clause.lows[comma] == "as":
        comma -= 1
    first = at + 2 + (clause.low(at + 1) == "it")  # "as he put it, "
    if comma == -1 and clause.lows[0] == "as" and clause.low(first - 1) == ",":
        rest = Content(first, content_end(clause, first)) if first < len(clause) else None
        return (rest,) if rest and rest.end - rest.first > 1 else None
    if comma < 1 or clause.texts[comma] != "," or subject.end > at:
        return None
    after = over_when(clause, at + 1)
    if after + 1 >= len(clause) or clause.texts[after] != ",":
        return None
    follows = clause.lows[after + 1 : after + 3]  # "hours after", "blaming", "though"
    told = follows[0].endswith("ed") or clause.is_finite(after + 1)
    held = follows[:1] if told else follows  # but "navigated as well", "is whether"
    begins = clause.lows[_sentence_start(clause, comma)]
    open_still = begins in ("it", "there")  # "It is not known", "There is no doubt"
    if open_still and follows[0] in _OPEN and not told:
        held = []
    if any(low in SUBORDINATORS for low in held) or follows[0].endswith("ing"):
        return None
    if follows[0] in CONJUNCTIONS or follows[0] in PREPOSITIONS:
        return None
    if _renames(clause, comma, after + 1) or clause.is_quote(after + 1):
        return None
    rest = Content(after + 1, content_end(clause, after + 1))
    begin = _sentence_start(clause, comma)
    if rest.end - rest.first < 2:
        return None
    led = clause.lows[begin] in PREPOSITIONS or clause.is_adverb(begin)
    led |= clause.lows[comma - 1] in RELATIVE  # "15 were held, of whom, it said, three"
    if led or comma - begin < 2 or _when(clause, comma):
        return (rest,)
    return (Content(begin, comma), rest)


def _renames(clause: Clause, comma: int, after: int) -> bool:
    """Of "Bees forget, scientists said, a finding that …": is the sentence whole before?"""
    begin = _sentence_start(clause, comma)
    if clause.lows[begin] in SUBORDINATORS or clause.lows[after] not in _ARTICLES:
        return False
    related = any(clause.low(index) in ("that", "which") for index in range(after + 2, after + 6))
    return clause.has_finite(begin + 1, comma) or (comma - begin > 3 and related)


def content_split(clause: Clause, comma: int, phrase: Phrase) -> tuple[Content, ...]:
    """Of "The economy, said Marlow, the minister, would grow.": the subject and its verb."""
    beside = clause.apposition(phrase) if clause.explains(phrase) else None
    after = beside.end if beside else phrase.end
    begin = _sentence_start(clause, comma)
    if clause.low(after) != "," or after + 2 >= len(clause) or not clause.is_finite(after + 1):
        return ()
    if comma <= begin or clause.has_finite(begin + 1, comma):
        return ()
    return (Content(begin, comma), Content(after + 1, content_end(clause, after + 1)))
