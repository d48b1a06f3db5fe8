"""Is it a fact or a claim? As what the article presents the words of a speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.facts import Attribution, Fact
from explainer.quiz.compose_speech import DENIED
from explainer.quiz.desk import Desk
from explainer.quiz.draft import Choice, Draft, cited
from explainer.quiz.spoken import all_spoken, is_told_with_that, points_at_speaker
from explainer.quiz.standing import is_loose


def fact_or_claim(desk: Desk, fact: Fact) -> Iterator[Draft]:
    """How does the article present it: as its own statement, an estimate, a claim, an opinion?"""
    who, spoken = fact.attribution, next(iter(all_spoken(desk, fact)), None)
    sentence = " ".join(fact.quotes[0].quote.split())
    words = spoken[1] if spoken else sentence
    if who.stance == "statement" or who.kind == "narrator" or not who.speaker:
        return
    if is_loose(who.speaker) or (spoken is None and who.stance != "estimate"):
        return  # "Parliament rejected the plans" is no claim of the parliament
    if points_at_speaker(words) or DENIED.search(sentence):
        return
    if spoken and not is_told_with_that(desk, spoken[0]):
        return
    if not 30 <= len(words) <= 240 or '"' in words or "“" in words:
        return
    if (_NUMBERED.search(words) is not None) != (who.stance == "estimate"):
        return  # "about 3,000 families" in someone's mouth is a claim and an estimate as well
    if who.stance == "estimate" and not re.search(r"\bestimat", sentence, re.I):
        return
    by = desk.named(who.speaker)
    own = Choice("as a fact in the article's own voice", _not_own(who))
    other = Choice(
        "as an exact count" if who.stance == "estimate" else "as an estimate",
        f"The words do not put it so. {cited(fact)}",
    )
    texts = {
        "estimate": "as an estimate",
        "claim": f"as a claim by {by}",
        "opinion": f"as the opinion of {by}",
    }
    yield desk.draft(
        "fact_or_claim", f"How does the article present these words? “{words}”",
        [Choice(texts[who.stance], cited(fact))], [own, other], fact, rank=6.8, level="infer",
    )  # fmt: skip


_NUMBERED = re.compile(
    r"\b(?:about|around|nearly|almost|roughly|some|over|at least|more than|up to) \d|\bestimat|"
    r"\d\s?(?:percent|per cent|%)"
)


def _not_own(who: Attribution) -> str:
    return f"The article does not say this itself: it gives it to {who.speaker}."
