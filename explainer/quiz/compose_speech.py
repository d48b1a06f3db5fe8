"""Questions about who speaks, and as what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.facts import Attribution, Fact
from explainer.mention import SpeechMention
from explainer.quiz import distractors
from explainer.quiz.desk import Desk
from explainer.quiz.draft import Choice, Draft, cited, described
from explainer.quiz.pool import bare_name, is_company
from explainer.quiz.stem_grammar import is_loose


def from_speech(desk: Desk, fact: Fact) -> Iterator[Draft]:
    """Who said it, and whether it is a fact or a claim."""
    words = spoken_words(desk, fact)
    if words is not None:
        yield from who_said(desk, fact, words)
        yield from described_speaker(desk, fact, words)
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
    if distractors.stands_in(who.speaker, words) or is_loose(who.speaker):
        return
    others = _other_speakers(desk, fact, who, words)
    if len(others) < 2:
        return
    if speech.type == "quote":
        words = re.sub(r"^(?:However|Yes|No|And|But|In addition|Of course),\s*", "", words)
        words = words[0].upper() + words[1:]
        if len(words.split()) < 6 or _LEANING.search(" ".join(words.split()[:3])):
            return
        if not re.search(r"[.!?…]$", words):
            words += "."
        stem = f"Who said this? “{words}”"
    elif _is_clause(desk, speech) and len(words.split()) > 5 and not points_at_speaker(words):
        said = "says" if _PRESENT.search(fact.quotes[0].quote) else "said"
        stem = f"Who {said} that {words.rstrip('.')}?"
    else:
        return
    key = Choice(desk.speaker(who.speaker), cited(fact))
    wrong = [Choice(o, f"The article gives these words to {who.speaker}.") for o in others]
    yield desk.draft("who_said", stem, [key], wrong, fact, rank=7.8, level="infer")


_LEANING = re.compile(
    r"\b(?:it|he|she|they|this|these|those|him|her|them|his|their|so|also|then|thus)\b", re.I
)
_PRESENT = re.compile(
    r"\b(?:says|believes|thinks|argues|hopes|expects|explains|claims|insists|warns|fears|doubts)\b"
)
_GENDERED = re.compile(r"\b(?:he|she|his|her|him|himself|herself|they|their|this|these)\b", re.I)


def points_at_speaker(words: str) -> bool:
    """Whether reported words hold "her team": it tells the speaker, or means nothing alone."""
    return bool(_GENDERED.search(words))


def described_speaker(desk: Desk, fact: Fact, spoken: tuple[SpeechMention, str]) -> Iterator[Draft]:
    """How is the person described who said it? Joins who speaks with what the article calls them,
    said in another sentence."""
    words, who = spoken[1], fact.attribution
    if who.kind != "named" or not who.speaker or spoken[0].type != "quote":
        return
    if distractors.stands_in(who.speaker, words) or len(words.split()) < 6:
        return
    roles = [f for f in desk.roles_of(who.speaker) if f.attribution.kind == "narrator"]
    if not roles or len(described(roles[0]).split()) < 2 or is_loose(described(roles[0])):
        return
    mine = described(roles[0])
    others: dict[str, str] = {}
    for role in desk.roles:
        text, person = described(role), role.part("person")
        if person is None or distractors.like(person.value, who.speaker) or is_loose(text):
            continue
        if len(text.split()) > 1 and not any(distractors.like(text, o) for o in (mine, *others)):
            others[text] = person.value
    wrong = [t for t in others if 0.4 < len(t) / len(mine) < 2.5 and not t.startswith("at ")][:2]
    if len(wrong) < 2 or mine.startswith("at "):
        return
    if not re.search(r"[.!?…]$", words):
        words += "."
    draft = desk.draft(
        "single_choice", f"How does the article describe the person who said this? “{words}”",
        [Choice(f"as {mine}", f"{who.speaker} said it. {cited(roles[0])}")],
        [Choice(f"as {t}", f"The article says this of {others[t]}.") for t in wrong],
        fact, rank=8.4, level="connect",
    )  # fmt: skip
    draft.facts.append(roles[0])
    yield draft


def _other_speakers(desk: Desk, fact: Fact, who: Attribution, words: str) -> list[str]:
    fits = _named_only if who.kind == "named" else _speaking
    speakers = [f.attribution.speaker for f in desk.speakers if fits(f.attribution)]
    rng = desk.rng(fact, "speaker")
    first = list(dict.fromkeys(desk.speaker(s) for s in speakers if s and s != who.speaker))
    first = [f"the {s}" if re.search(rf"\bthe {re.escape(s)}", desk.text) else s for s in first]
    known = {bare_name(n) for n in desk.pool.things.get("person", {})}
    if desk.speaker(who.speaker or "") in known:
        first = [s for s in first if s in known]
    rng.shuffle(first)
    people = [desk.call(t) for t in distractors.names(
        desk.pool, "person", who.speaker or "", "", desk.words_near(fact), rng, 4)]  # fmt: skip
    found: list[str] = []
    for name in [*first, *people]:
        alike = any(distractors.like(name, o) for o in (who.speaker or "", *found))
        if alike or distractors.stands_in(name, words + " " + fact.quotes[0].quote):
            continue
        if is_loose(name) or is_company(name, desk.text):
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
    if is_loose(who.speaker) or (spoken is None and who.stance != "estimate"):
        return  # "Parliament rejected the plans" is no claim of the parliament
    if points_at_speaker(words):
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
        "fact_or_claim", f"How does the article present these words? “{words}”", [key], reasons,
        fact,
        rank=6.8, level="infer",
    )  # fmt: skip


def _not_own(who: Attribution) -> str:
    return f"The article does not say this itself: it gives it to {who.speaker}."
