"""The deeds of an article: what somebody did, and what was done to something."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from explainer.extract.words import SAYING, word_forms
from explainer.facts import Fact
from explainer.quiz.actors import Actor
from explainer.quiz.standing import RELATIVE, is_loose, without_weekday
from explainer.quiz.stem_grammar import View, lead_words

Time = Literal["past", "now", "to come", "suffered"]


@dataclass(frozen=True, slots=True)
class Deed:
    """`words` are what `doer` did, or what was done to it where `time` is "suffered": a verb with
    what belongs to it. `plain` are these without a number, which another question may ask for;
    empty where it cannot be left out. `by` is None for a thing. `naming` are facts that say whom
    a pronoun means; `when` is the circumstance that the sentence gives, for a question to name."""

    fact: Fact
    naming: list[Fact]
    view: View
    doer: str
    by: Actor | None
    words: str
    plain: str
    time: Time
    when: str = ""

    @property
    def plural(self) -> bool:
        low = _BETWEEN.split(self.doer)[0].split()[-1].lower()
        if self.by:
            return self.by.plural or low == "police"
        return low.endswith("s") and not low.endswith(("ss", "us", "is"))


def deed_of(fact: Fact, naming: list[Fact], view: View, by: Actor | None) -> Deed | None:
    """What the clause says that somebody did, or that was done to something; None where it is not
    told in full, or whoever did it cannot be named."""
    clause = view.clause
    words = _told(view)
    if clause.lemma in _SPOKEN or clause.negated or words is None:
        return None
    tags = {t.tag for t in view.tokens[clause.subject : clause.subject_end]}
    if not view.stands_for and not tags <= {"D", "S", "J", "N", "NAME", "P", '"'}:
        return None  # "opponents accuse the council of having let": no clause of "let"
    first = view.tokens[clause.verb]
    time: Time = "past" if clause.past or first.low in ("has", "have") else "now"
    if clause.passive:
        time = "suffered"
    elif clause.modal and first.low != "will":
        return None
    elif clause.modal:
        time = "to come"
    if by is None and not (clause.passive and _is_thing(view)):
        return None
    plain = "" if clause.lemma in _NO_DEEDS or "," in words else _plain(words)
    doer = by.name if by else view.subject
    return Deed(fact, naming, view, doer, by, words, plain, time, _when(view))


# What is said has questions of its own.
_SPOKEN = SAYING - {"promise", "vow"} | {
    "be", "become", "have", "do", "seem", "tell", "call", "describe", "remain", "consist",
    "include", "lie", "mean", "write", "answer", "reply", "total", "see", "like",
}  # fmt: skip
# "What did she do?": these are no deeds.
_NO_DEEDS = frozenset((
    "want", "need", "expect", "get", "own", "belong", "lose", "die", "deny", "doubt", "hope",
    "plan", "intend", "promise", "vow", "agree", "love", "hate", "wish", "receive", "earn",
))  # fmt: skip
_BETWEEN = re.compile(r" (?:of|in|at|from|for|near|with|on|to|around|by) ")


def _is_thing(view: View) -> bool:
    """Whether the subject is told in full: "the railway line to Brenn"."""
    said = view.subject
    named = re.search(r"[A-Z]", said) or _BETWEEN.search(said) or len(said.split()) > 2
    plain = not re.search(r"[,\d]", said) and not is_loose(said) and not COUNTED.match(said)
    return bool(named) and plain and 1 < len(said.split()) <= 7 and not view.stands_for


COUNTED = re.compile(
    r"(?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|both|half|all|most|some|many|"
    r"several|few|no|not|every|each|about|around|more|other|another|one|any|neither|either)\b",
    re.I,
)


def _when(view: View) -> str:
    """When, or after what, it was done, as a question ends on it: "in 2005", "after the match";
    empty where the sentence does not say, or not in words that stand alone."""
    tokens, clause = view.tokens, view.clause
    cut = view.until(_CUT)
    words = view.words(cut, clause.end) or lead_words(view)
    told = len(words.split()) > 1 and not (is_loose(words) or RELATIVE.search(words))
    whole = cut == clause.end or tokens[cut].low in _WHEN
    return words if told and whole and "," not in words else ""


_WHEN = frozenset(("after", "before", "during"))
_CUT = frozenset(("after", "before", "since", "until", "during", "following", "despite", "amid"))


def _told(view: View) -> str | None:
    """The verb and what belongs to it, up to the circumstances; None where that is too little, too
    much, or leans on other sentences."""
    tokens, clause = view.tokens, view.clause
    end = view.until(_CUT)
    words = without_weekday(view.words(clause.verb, end)).strip(" ,;:")
    if not 3 <= len(words.split()) <= 16 or re.search(r"[“”\"(]", words):
        return None
    if words.count(",") % 2:
        words = words[: words.rindex(",")]  # what is set off at the end
    if RELATIVE.search(words) or is_loose(words) or _HANGS.search(words):
        return None
    if clause.end < len(tokens) and tokens[clause.end].low in ("that", "to", "whether", "what"):
        return None  # what was decided, or found, is told in the clause that follows
    if len(re.findall(r"[^\W_]{4,}", words)) < 2:
        return None
    first = tokens[clause.verb]
    known = word_forms(first.low).forms or first.tag in ("BE", "HAVE", "MOD", "DO")
    return words if known else None


_HANGS = re.compile(
    r"\b(?:pairs|couples|sets)\b(?! of)|"
    r"\b(?:of|in|on|at|by|for|with|from|to|into|and|or|but|the|a|an|that|which|who|as|than|not|"
    r"about|between|under|over|only|also|more|most|very|because|while|when|if|one|(?:m|b)illion|"
    r"in a row)$",
    re.I,
)
_NUMBER = r"(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty)"
_COUNT = re.compile(
    rf"\b(?:(?:about|some|nearly|almost|around|over|more than|at least) )?{_NUMBER} "
    r"(?=(?:[a-z-]+ )?(?:[a-z]{3,}s|men|women|people|children)\b)"
)
_ANY_NUMBER = re.compile(
    rf"\d|\b{_NUMBER}\b|\b(?:dozens?|hundreds?|half|(?:m|b)illions?|thousands?|twice|percent|"
    r"third|quarter)\b",
    re.I,
)


def _plain(words: str) -> str:
    """ "Brought trucks of sandbags" for "brought 40 trucks of sandbags"."""
    without = _COUNT.sub("", words)
    measured = re.search(
        r"\b(?:for|of|by|in|within|at) (?:hours|days|weeks|months|years)\b", without
    )
    enough = len(without.split()) > 3 and len(re.findall(r"[^\W_]{4,}", without)) > 2
    leans = measured or _ANY_NUMBER.search(without) or _LEANS.search(without)
    return without if enough and not leans else ""


_LEANS = re.compile(r"\b(?:already|still|also|again|even|only|later|finally|too)\b")
