"""A true statement in other words than the article's: what was done by whom, the date at the other
end, the reason first, the office before its holder."""

from __future__ import annotations

import re

from explainer.extract.clauses import phrase_end
from explainer.extract.words import Token, word_forms
from explainer.facts import Fact
from explainer.quiz.called import bare_name
from explainer.quiz.standing import lowered_start
from explainer.quiz.stem_grammar import View

_PLURAL = ("people", "men", "women", "children", "police", "sheep")
_DATE = r"(?:the )?(?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4}s?"
_TIME_FIRST = re.compile(rf"((?:In|On|During) {_DATE}),? ([^,]+)\.")
_TIME_LAST = re.compile(rf"((?!.*\d{{4}}.* (?:in|on|during) )[^,]+) ((?:in|on|during) {_DATE})\.")
# To move the date of such a sentence changes what it dates.
_DATES_MORE = re.compile(
    r" and |\b(?:sa(?:id|ys)|that|which|who|first|last|since|from|because|when|until|plans?|wants?|"
    r"hopes?|expects?|promised?|decided|budget|elections?|after|before)\b"
)
_REASON = re.compile(r"((?!(?:In|On|At|By|During|Since)\b)[^,]+),? because ([^,]+)\.")
_OFFICE = re.compile(r"([A-Z][^,]+?) (is|was) (the [^,]+ of [^,]+)\.")
_ACCORDING = re.compile(r"According to (the [^,]+|[A-Z][\w’'-]+ [A-Z][\w’'-]+), ([^,]+)\.")
# "Midfielder Daniel Price", at the beginning of a sentence.
_OF_OFFICE = re.compile(r"^[A-Z][a-z]+(?:er|or|ist|ian|man|woman)(?= [A-Z]\w+ [A-Z])")
_LEANS = re.compile(r"\b(?:his|her|its|their|he|she|it|they|him|them|this|that|these|those)\b")


def reworded(fact: Fact, statement: str, views: list[View]) -> str | None:
    """The statement in other words, true of the same; None where there is no safe way."""
    if passive := _passive(statement, views):
        return passive
    if (found := _OFFICE.fullmatch(statement)) and fact.kind == "role":
        return f"{_upper(found[3])} {found[2]} {bare_name(found[1])}."
    if (found := _TIME_FIRST.fullmatch(statement)) and not _DATES_MORE.search(found[2]):
        return f"{_upper(found[2])} {_lower(found[1])}."
    if (found := _TIME_LAST.fullmatch(statement)) and not _DATES_MORE.search(found[1]):
        return f"{_upper(found[2])}, {_inside(found[1], views)}."
    if (found := _REASON.fullmatch(statement)) and not _LEANS.search(statement):
        return f"Because {found[2]}, {_inside(found[1], views)}."
    if (found := _ACCORDING.fullmatch(statement)) and _is_speaker(fact, found[1]):
        return f"{_upper(found[2])}, according to {found[1]}."
    return None


def _is_speaker(fact: Fact, name: str) -> bool:
    return (fact.attribution.speaker or "").removeprefix("the ") == name.removeprefix("the ")


def _passive(statement: str, views: list[View]) -> str | None:
    """ "The quake damaged 210 houses in Arequipa" as "210 houses in Arequipa were damaged by …"."""
    found = (_turned_over(view, statement.rstrip(".")) for view in views)
    return next(filter(None, found), None)


def _turned_over(view: View, statement: str) -> str | None:
    """The passive of a clause, if it is all that the statement says."""
    tokens, clause = view.tokens, view.clause
    done, end = _participle(tokens[clause.verb]), _object_end(view)
    single = clause.kind == "main" and clause.verb_end - clause.verb == 1 and not view.stands_for
    if not single or done is None or end == clause.verb_end or not _is_doer(view):
        return None
    told, rest = view.words(clause.verb_end, end), view.words(end, clause.end)
    if _is_more(told, tokens, end, clause.end) or _LEANS.search(f"{told} {rest}"):
        return None
    before, doing = view.words(*view.lead), view.words(clause.subject, clause.subject_end)
    whole = f"{doing} {tokens[clause.verb].text} {told} {rest}".strip()
    if statement not in (whole, f"{before}, {whole}", f"{before} {whole}"):
        return None
    be = "were" if _is_several(tokens[clause.verb_end : end]) else "was"
    thing = view.lowered(clause.verb_end, end)
    if place := _PLACE.match(rest):
        thing, rest = f"{thing} {place[0]}", rest[place.end() :].strip()
    doer = _OF_OFFICE.sub(lambda word: word[0].lower(), lowered_start(view.subject))
    return " ".join(f"{_upper(thing)} {be} {done} by {doer} {rest} {_lower(before)}".split()) + "."


def _object_end(view: View) -> int:
    """End of the thing that something is done to; the end of the verb where there is none."""
    tokens, first = view.tokens, view.clause.verb_end
    end = phrase_end(tokens, first, view.clause.end)
    end = next((at for at in range(first + 1, end) if tokens[at].low == "for"), end)
    is_thing = end > first and tokens[end - 1].tag in ("N", "NAME")
    return end if is_thing and "percent" not in view.words(first, end) else first


# "210 houses in Arequipa were damaged": the place stays beside what is there.
_PLACE = re.compile(
    r"(?:in|at|near) (?:the )?(?!January|February|March|April|May|June|July|August|September|"
    r"October|November|December)[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
)


def _participle(verb: Token) -> str | None:
    """The past participle of a verb in the past, where both are one word: "damaged", "built"."""
    forms = word_forms(verb.low)
    both = {"VBD", "VBN"} <= forms.forms
    return verb.low if both and forms.verb not in _NEVER_DONE and verb.tag == "VF" else None


# Verbs whose object is no thing that something is done to, or that have two objects.
_NEVER_DONE = frozenset((
    "have", "be", "become", "cost", "last", "fall", "rise", "remain", "stay", "say", "tell",
    "ask", "add", "think", "believe", "want", "live", "work", "reach", "lack", "spend", "call",
    "earn", "get", "feel", "leave", "mean", "sound", "weigh", "lie", "stand", "offer", "pay",
    "teach", "lend", "bring", "send", "meet", "resemble", "fit", "marry", "enter", "join", "visit",
    "start", "begin", "end", "retire", "agree", "play", "turn", "hold", "consider", "name",
    "make", "let", "keep", "help", "find", "lead", "allow", "force", "order", "urge", "warn",
    "accuse", "put", "close", "describe", "see", "total", "number", "measure", "follow",
))  # fmt: skip


def _is_doer(view: View) -> bool:
    """Whether the subject can follow "by": named or described, alone, and short."""
    said = view.subject
    return not _LEANS.search(said) and len(said.split()) <= 6 and not re.search(r"[,\d]", said)


def _is_more(told: str, tokens: list[Token], end: int, last: int) -> bool:
    """Whether what is done to does not end here: a list, or a clause about it."""
    after = tokens[end] if end < last else None
    more = after is not None and (
        after.tag in ("C", ",", "REL", "VN", "VG", "TO", "PRON") or after.low in ("that", "who")
    )
    return more or any(t.low in (",", "and", "or") for t in tokens[end:last]) or "," in told


def _is_several(thing: list[Token]) -> bool:
    head = next((t for n, t in enumerate(thing) if t.low in ("of", "for") and n), None)
    words = thing[: thing.index(head)] if head in thing else thing
    last = words[-1].low
    if any(t.low == "and" for t in thing):
        return True
    return last in _PLURAL or (last.endswith("s") and not last.endswith(("ss", "us", "is")))


def _upper(words: str) -> str:
    return words[0].upper() + words[1:]


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _inside(words: str, views: list[View]) -> str:
    """Words as they stand inside a sentence, by what the clause knows of its first one."""
    for view in views:
        shown = view.words(view.clause.subject, view.clause.subject_end)
        if shown and words.startswith(shown):
            return view.lowered(view.clause.subject, view.clause.subject_end) + words[len(shown) :]
    small = words.split()[0] in ("The", "A", "An")
    return _lower(words) if small else words
