"""Questions on what happened that need no number: who did it, what somebody did, what was done to
something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.extract.words import word_forms
from explainer.quiz import distractors
from explainer.quiz.actors import apart
from explainer.quiz.deeds import Deed
from explainer.quiz.desk import Desk
from explainer.quiz.draft import Choice, Draft, cited
from explainer.quiz.standing import question
from explainer.quiz.stem_grammar import lead_words
from explainer.quiz.told_of import wrong_name


def from_deeds(desk: Desk, deeds: list[Deed]) -> Iterator[Draft]:
    """For each deed of the article: who did it, and what whoever did it did."""
    for deed in deeds:
        if _is_told_by_article(deed):
            made = list(_who_did(desk, deed))
            if deed.when or not made:  # "What did the police do?" is asked only in need
                made += _what_did(desk, deed, deeds)
            for draft in made:
                draft.naming = deed.naming
                yield draft


def _is_told_by_article(deed: Deed) -> bool:
    """Whether the article itself tells it, or the deed is a speaking of its doer: "accused"."""
    who = deed.fact.attribution
    speaker = (who.speaker or "").casefold().removeprefix("the ")
    return who.kind == "narrator" or speaker == deed.doer.casefold().removeprefix("the ")


def _who_did(desk: Desk, deed: Deed) -> Iterator[Draft]:
    """ "Who opened the spillway gates of the Ostrava Dam?" """
    verb, _, rest = deed.words.partition(" ")
    if (
        deed.by is None
        or deed.time == "suffered"
        or verb in ("have", "are", "were")
        or (deed.plural and deed.time == "now")
    ):
        return
    if deed.view.clause.lemma in _COMMON:
        return
    stem = question("Who", verb, rest, lead_words(deed.view))
    if stem is None or not re.search(r" (?:the|an?) |[a-z] [A-Z]|(?:\b\w{4,}.*){3}", stem):
        return
    others = desk.others_than(
        deed.by, deed.fact, stem, doing=deed.view.clause.lemma not in _OF_ANYBODY
    )
    if len(others) == 2:
        key = Choice(deed.doer, cited(deed.fact))
        wrong = [wrong_name(desk, deed.fact, n, "person") for n in others]
        yield desk.draft("single_choice", stem, [key], wrong, deed.fact, rank=7.3)


# What others may have done as well, although the article does not say it of them.
_COMMON = frozenset((
    "work", "live", "come", "go", "stay", "travel", "use", "know", "grow", "try", "help", "play",
    "eat", "drink", "walk", "visit", "enjoy", "share", "read", "hear", "watch", "think", "feel",
))  # fmt: skip
# What anybody could say or want, whoever they are.
_OF_ANYBODY = frozenset((
    "accuse", "promise", "offer", "refuse", "reject", "demand", "propose", "agree", "plan", "want",
    "threaten", "blame", "criticise", "criticize", "praise", "welcome", "oppose", "support", "urge",
    "call", "warn", "ask", "request", "suggest", "expect", "hope", "vow", "condemn", "announce",
))  # fmt: skip


def _what_did(desk: Desk, deed: Deed, deeds: list[Deed]) -> Iterator[Draft]:
    """ "What did farmers do in 2011?", "What happened to the railway line to Brenn?" """
    who = _pronoun(desk, deed)
    stem = {
        "past": f"What did {deed.doer} do",
        "now": "",
        "to come": f"What will {deed.doer} do",
        "suffered": f"What happened to {deed.doer}",
    }[deed.time]
    asked = stem and question(stem, deed.when)
    if who is None or not asked or not deed.plain:
        return
    found = _other_deeds(desk, deed, deeds)
    if len(found) < 2:
        return
    key = Choice(_sentence(who, deed.plain), cited(deed.fact))
    wrong = [
        Choice(_sentence(who, o.plain), f"The article says this of {o.doer}.") for o in found[:2]
    ]
    rank = (6.7 if deed.time != "suffered" else 6.1) - (0.0 if deed.when else 1.5)
    yield desk.draft("single_choice", asked, [key], wrong, deed.fact, rank)


def _other_deeds(desk: Desk, deed: Deed, deeds: list[Deed]) -> list[Deed]:
    """Deeds of others, told elsewhere, nearest first, of the same time and about other things."""
    near, at = desk.words_near(deed.fact), deed.fact.quotes[0].start
    own = bare(deed.doer)
    found: list[Deed] = []
    for other in sorted(deeds, key=lambda o: abs(o.fact.quotes[0].start - at)):
        if other.time != deed.time or not other.plain:
            continue
        if other.fact.quotes[0].start == at:
            continue
        if (other.plain.split()[0] in _PERFECT) != (deed.plain.split()[0] in _PERFECT):
            continue
        if deed.by and other.by and not apart(deed.by, other.by):
            continue
        if distractors.stands_in(bare(other.doer), near):
            continue
        if distractors.stands_in(own, f"{desk.words_near(other.fact)} {other.plain}"):
            continue
        if any(_things(other.plain) & _things(each.plain) for each in (deed, *found)):
            continue
        if 0.4 < len(other.plain) / len(deed.plain) < 2.5:
            found.append(other)
    return found


def bare(doer: str) -> str:
    """A doer without the little words, which stand in any sentence."""
    return re.sub(r"\b(?:[Tt]he|and|for|from|with|near)\b", "", doer)


_PERFECT = ("has", "have", "had")


def _sentence(who: str, words: str) -> str:
    """The deed as a sentence on whoever is asked about."""
    for one, several in (("was", "were"), ("has", "have")):
        old, new = (one, several) if who == "They" else (several, one)
        words = re.sub(rf"^{old}\b", new, words)
    return f"{who} {words}."


def _things(words: str) -> set[str]:
    """Words that two answers must not share, cut to what their forms have in common."""
    return {w.casefold()[:5] for w in re.findall(r"[^\W_]{4,}", words)
            if word_forms(w.casefold()).classes}  # fmt: skip


def _pronoun(desk: Desk, deed: Deed) -> str | None:
    """The pronoun for whoever did it; None where "he" or "she" is not known."""
    if deed.plural:
        return "They"
    if deed.by is None or deed.by.sort == "body":
        return "It"
    return {"m": "He", "f": "She"}.get(desk.genders.get(deed.doer, ""))
