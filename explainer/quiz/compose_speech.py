"""Questions about who speaks, and as what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.facts import Attribution, Fact
from explainer.mention import SpeechMention
from explainer.quiz import distractors
from explainer.quiz.desk import Desk
from explainer.quiz.draft import Choice, Draft, cited
from explainer.quiz.stem_grammar import is_loose


def from_speech(desk: Desk, fact: Fact) -> Iterator[Draft]:
    """Who said it, and whether it is a fact or a claim."""
    words = spoken_words(desk, fact)
    if words is not None:
        yield from who_said(desk, fact, words)
    yield from fact_or_claim(desk, fact, words)


def spoken_words(desk: Desk, fact: Fact) -> tuple[SpeechMention, str] | None:
    """The speech a fact's evidence lies in, and the words of it the evidence holds."""
    quote = fact.quotes[0]
    best: tuple[SpeechMention, str] | None = None
    for speech in desk.speech_over(quote.start, quote.end):
        low, high = max(speech.start, quote.start), min(speech.end, quote.end)
        words = " ".join(desk.text[low:high].split()).strip('"“”«» ,')
        if best is None or len(words) > len(best[1]):
            best = (speech, words)
    if best is None or not 30 <= len(best[1]) <= 260 or '"' in best[1] or "“" in best[1]:
        return None
    return best


def who_said(desk: Desk, fact: Fact, spoken: tuple[SpeechMention, str]) -> Iterator[Draft]:
    speech, words = spoken
    who = fact.attribution
    if who.kind == "narrator" or not who.speaker or who.speaker != (speech.speaker or who.speaker):
        return
    if distractors.stands_in(who.speaker, words):
        return
    others = _other_speakers(desk, fact, who, words)
    if len(others) < 2:
        return
    if speech.type == "quote":
        words = re.sub(r"^(?:However|Yes|No|And|But|In addition|Of course),\s*", "", words)
        words = words[0].upper() + words[1:]
        if len(words.split()) < 6 or is_loose(" ".join(words.split()[:3])):
            return
        stem = f"Who said this? “{words}”"
    elif _is_clause(desk, speech) and len(words.split()) > 5:
        stem = f"Who says that {words.rstrip('.')}?"
    else:
        return
    key = Choice(desk.speaker(who.speaker), cited(fact))
    wrong = [Choice(o, f"The article gives these words to {who.speaker}.") for o in others]
    yield desk.draft("who_said", stem, [key], wrong, fact, rank=7.8, level="infer")


def _other_speakers(desk: Desk, fact: Fact, who: Attribution, words: str) -> list[str]:
    fits = _named_only if who.kind == "named" else _speaking
    speakers = [f.attribution.speaker for f in desk.speakers if fits(f.attribution)]
    rng = desk.rng(fact, "speaker")
    first = list(dict.fromkeys(desk.speaker(s) for s in speakers if s and s != who.speaker))
    known = desk.pool.things.get("person", {})
    if desk.speaker(who.speaker or "") in known:
        first = [s for s in first if s in known]
    rng.shuffle(first)
    people = [t.label for t in distractors.names(
        desk.pool, "person", who.speaker or "", "", desk.words_near(fact), rng, 4)]  # fmt: skip
    found: list[str] = []
    for name in [*first, *people]:
        alike = any(distractors.like(name, o) for o in (who.speaker or "", *found))
        if alike or distractors.stands_in(name, words + " " + fact.quotes[0].quote):
            continue
        found.append(name)
        if len(found) == 2:
            break
    return found


def _is_clause(desk: Desk, speech: SpeechMention) -> bool:
    """Whether the words can stand on their own: in quotation marks, or told with "that"."""
    before = desk.text[max(0, speech.start - 5) : speech.start]
    return speech.type == "quote" or before in ("that ", "hat: ")


def _named_only(who: Attribution) -> bool:
    return who.kind == "named"


def _speaking(who: Attribution) -> bool:
    """Someone who can speak: no "modest estimates"."""
    return who.stance != "estimate"


def fact_or_claim(
    desk: Desk, fact: Fact, spoken: tuple[SpeechMention, str] | None
) -> Iterator[Draft]:
    """How does the article present it: as its own statement, an estimate, a claim, an opinion?"""
    who = fact.attribution
    words = spoken[1] if spoken else " ".join(fact.quotes[0].quote.split())
    if who.stance == "statement" or who.kind == "narrator" or not who.speaker:
        return
    if spoken and not _is_clause(desk, spoken[0]):
        return
    if not 30 <= len(words) <= 240 or '"' in words or "“" in words:
        return
    by = desk.speaker(who.speaker)
    texts = {
        "estimate": "as an estimate",
        "claim": f"as a claim by {by}",
        "opinion": f"as the opinion of {by}",
    }
    wrong = {"estimate": ("claim",), "claim": ("estimate",), "opinion": ("estimate",)}
    if who.stance == "estimate":
        texts["claim"] = "as one person's claim"
    key = Choice(texts[who.stance], cited(fact))
    reasons = [Choice("as a fact in the article's own voice", _not_own(who))]
    reasons += [
        Choice(texts[w], f"The words do not put it so. {cited(fact)}") for w in wrong[who.stance]
    ]
    yield desk.draft(
        "fact_or_claim", f"How does the article present this? “{words}”", [key], reasons, fact,
        rank=6.8, level="infer",
    )  # fmt: skip


def _not_own(who: Attribution) -> str:
    return f"The article does not say this itself: it gives it to {who.speaker}."
