"""What happened when: the events of an article that its words date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from explainer.facts import Fact
from explainer.mention import QuantityMention, TimeMention
from explainer.quiz.desk import Desk
from explainer.quiz.pool import is_sure
from explainer.quiz.standing import question
from explainer.quiz.stem_grammar import View, tells_words

_IN_TIME = ("in", "on", "at", "during", "over", "the", "early", "late", "of")
# Words after which a time is no day of what happened: it bounds or counts.
_BOUNDS = frozenset(("by", "until", "till", "since", "before", "after", "from", "within", "for"))
# "A year later", "the same day": later than, the same as what, is easily got wrong.
_COUNTS_ON = re.compile(
    r"\b(?:later|earlier|same|next|following|previous|before|after|that)\b", re.I
)
# After these a clause tells of other things, each with times of its own.
_CUT = frozenset((
    "after", "before", "since", "until", "following", "despite", "amid", "because", "as", "while",
    "but", "when",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Happening:
    """`words` are what happened, without the time and without how many; `first` and `last` the
    days, ISO, between which it lies. `naming` are facts that say whom a pronoun means."""

    fact: Fact
    time: TimeMention
    words: str
    naming: tuple[Fact, ...] = ()

    @property
    def first(self) -> str:
        return self.time.begin or ""

    @property
    def last(self) -> str:
        return self.time.end_day or ""


def happened(desk: Desk, fact: Fact, view: View, naming: Sequence[Fact] = ()) -> Happening | None:
    """What a clause tells of something past on a day, or in a year, that the words fix; None where
    it tells no such thing, or not in words that stand alone."""
    time = _time_of(desk, view)
    words = _words(desk, view, time) if time else ""
    asked = question(words)  # what can be asked stands alone
    if time is None or not asked or not _is_told(asked[:-1]):
        return None
    return Happening(fact, time, asked[:-1], tuple(naming))


def _time_of(desk: Desk, view: View) -> TimeMention | None:
    """The one time of a clause, or for "when a tank exploded" that of the clause it hangs on, if
    it says when and was past when the article came out."""
    clause, tokens = view.clause, view.tokens
    group = tokens[clause.verb : clause.verb_end]
    if group[0].tag == "MOD" or group[0].low == "had" or clause.negated or tells_words(view):
        return None  # not yet, before something else, or what somebody says
    if not (clause.past or clause.passive or group[0].low in ("has", "have")):
        return None
    found = _times_in(view, clause.begin, view.until(_CUT))
    hangs = not found and clause.kind == "adverbial" and tokens[clause.begin].low == "when"
    if hangs:
        found = _times_in(view, 0, clause.begin)
    if len(found) != 1:
        return None
    at, time = found[0]
    published = desk.reading.source.published
    is_day = time.type != "set" and time.begin and time.end_day and is_sure(time, desk.reading)
    if not is_day or (published and (time.begin or "") > published.isoformat()):
        return None
    return time if _says_when(view, at, hangs) and not _COUNTS_ON.search(time.text) else None


def _times_in(view: View, first: int, last: int) -> list[tuple[int, TimeMention]]:
    """The times among some tokens, each with its place."""
    return [(n, t.mention) for n, t in enumerate(view.tokens[first:last], first)
            if isinstance(t.mention, TimeMention) and t.mention.type != "duration"]  # fmt: skip


def _says_when(view: View, at: int, hangs: bool) -> bool:
    """Whether the time at token `at` is that of the verb: "a firm founded in 1987" is another."""
    clause, tokens = view.clause, view.tokens
    start = at
    while start > 0 and tokens[start - 1].low in _IN_TIME:
        start -= 1
    before = tokens[start - 1] if start else None
    if before is None or hangs or start <= clause.subject:
        return before is None or before.low not in _BOUNDS
    if clause.subject < start < clause.verb:
        # "The court on Monday stopped the work", but not "the budget for 2023 was passed"
        return at == clause.verb - 1 and tokens[at - 1].low == "on" and before.tag in ("N", "NAME")
    of_the_verb = start == clause.verb_end
    return of_the_verb or before.tag not in ("VN", "VG", "P", "TO", "C")


def _words(desk: Desk, view: View, time: TimeMention) -> str:
    """What happened, without when and without how many; empty where too little is left."""
    clause, end = view.clause, view.until(_CUT)
    if _says_how(view, end):
        end = len(view.tokens) - (view.tokens[-1].tag == "X")
    told = " ".join([view.subject, view.words(clause.verb, clause.verb_end),
                     view.words(clause.verb_end, end)])  # fmt: skip
    after = view.tokens[clause.verb_end : min(end, clause.end)]
    if re.search(r"[“”\"(]", told) or any(t.tag in ("VF", "REL") for t in after):
        return ""  # "Lorenz, who was elected in 2017, ordered a new plan": two things are told
    words = _uncounted(desk, view, " ".join(told.split()).strip(" ,;"))
    said = re.escape(" ".join(time.text.split()))
    where = rf",?\s*(?:\b(?:early|late)\s+)?(?:\b(?:in|on|during|at|over)\s+)?(?:the )?{said}"
    words = re.sub(rf"{where}\b(?:,.*)?", "", words).strip(" ,;")
    # "…, which was the third of its kind", "…, police said"
    words = re.sub(r",[^,]*$", "", words) if words.count(",") == 1 else words
    return "" if "," in words or _PLANNED.search(words) else words


def _says_how(view: View, end: int) -> bool:
    """Whether a short clause with "when" ends the sentence: "… were injured when a tank
    exploded"."""
    tokens = view.tokens
    rest = tokens[end:]
    opens = bool(rest) and rest[0].low == "when" and len(rest) <= 9
    return opens and not any(t.tag in (",", "NUM", "TIME", "C", '"') for t in rest)


def _is_told(words: str) -> bool:
    named = re.search(r"[a-z’'] [A-Z]|^[A-Z]\w+ [A-Z]", words)
    long = re.findall(r"[^\W_]{4,}", words)
    whole = not re.search(r"\d", words) and not _NO_SUBJECT.match(words)
    return whole and (len(words.split()) > 3 or bool(named)) and len(long) > 1


_NO_SUBJECT = re.compile(r"(?:of|in|on|at|by|from|there|here|what|who)\b", re.I)
# What is planned or promised may not happen.
_PLANNED = re.compile(
    r"\b(?:will|would|shall|due|scheduled|(?:plan(?:s|ned)?|promise[sd]?|intend(?:s|ed)?|"
    r"expect(?:s|ed)?|hope[sd]?|wants?|wanted|agree[sd]?|decided?|vow(?:s|ed)|is|are|was|were) to"
    r")\b"
)
_MEASURED = (
    r"\w*met(?:er|re)s|miles|tonn?e?s|\w*grams|hours|minutes|days|weeks|months|years|degrees|times"
)
_COUNTED = (
    rf"(?<!\w)(?:(?:[Aa]bout|[Ss]ome|[Nn]early|[Aa]lmost|[Aa]round) )?{{}} (?!(?:{_MEASURED})\b)"
    r"(?=(?:[a-z-]+ )?(?:[a-z]+s|people|men|women|children)\b)"
)


def _uncounted(desk: Desk, view: View, words: str) -> str:
    """What happened without how many, for another question to ask; empty where the number is all
    it says."""
    for token in view.tokens:
        number = token.mention
        if not isinstance(number, QuantityMention) or number.vague:
            continue
        said = desk.text[number.start : number.number_end]
        if not re.search(rf"(?<!\w){re.escape(said)}(?!\w)", words):
            continue
        held = r"of|than|to|by|for|within|after|the|both|all|these|those|other"
        if re.search(rf"\b(?:{held}) (?:\w+ )?{re.escape(said)}\b", words, re.I):
            return ""
        shorter = re.sub(_COUNTED.format(re.escape(said)), "", words)
        exact = number.bound in (None, "about")
        if not exact or _is_money(number) or shorter == words or len(shorter.split()) < 3:
            return ""
        words = shorter
    return words


def _is_money(number: QuantityMention) -> bool:
    return number.unit is not None and len(number.unit) == 3 and number.unit.isupper()
