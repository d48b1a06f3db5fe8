"""Questions about who speaks, and as what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.facts import Attribution, Fact
from explainer.mention import SpeechMention
from explainer.quiz import distractors
from explainer.quiz.desk import Desk
from explainer.quiz.draft import Choice, Draft, cited, described
from explainer.quiz.pool import is_company
from explainer.quiz.standing import is_loose, stands_alone


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
        words = " ".join(desk.text[low:high].split()).strip('"“”„«» ,')
        if best is None or len(words) > len(best[1]):
            best = (speech, words)
    if best is None or not 20 <= len(best[1]) <= 260 or re.search(r'["“”„«»]', best[1]):
        return None
    return best


def who_said(desk: Desk, fact: Fact, spoken: tuple[SpeechMention, str]) -> Iterator[Draft]:
    speech, words = spoken
    who = fact.attribution
    if who.kind == "narrator" or not who.speaker or who.speaker != (speech.speaker or who.speaker):
        return
    if distractors.stands_in(who.speaker, words) or is_loose(who.speaker):
        return
    told = speech.cue or "" if speech.type == "quote" else fact.quotes[0].quote
    if _NOBODY.match(who.speaker) or _DENIED.search(told):
        return
    others = _other_speakers(desk, fact, who, words)
    if len(others) == 1 and desk.sort_of(who) == "person":
        others.append(_AUTHOR)
    if len(others) < 2:
        return
    if speech.type == "quote":
        words = _as_quoted(words)
        if not words:
            return
        stem = f"Who said this? “{words}”"
    elif _is_clause(desk, speech) and len(words.split()) > 3 and not points_at_speaker(words):
        stem = f"Who {_cue(fact, speech)} that {words.rstrip('.')}?"
    else:
        return
    key = Choice(desk.named(who.speaker), cited(fact))
    wrong = [Choice(o, f"The article gives these words to {who.speaker}.") for o in others]
    yield desk.draft("who_said", stem, [key], wrong, fact, rank=7.8, level="infer")


def _cue(fact: Fact, speech: SpeechMention) -> str:
    """The verb of saying that a question repeats: "demanded that the owners pay"."""
    cue = (speech.cue or "").lower()
    if _CUE.fullmatch(cue):
        return cue
    return "says" if _PRESENT.search(fact.quotes[0].quote) else "said"


_CUE = re.compile(
    r"said|says|believes?d?|warn(?:s|ed)|promise[sd]|demand(?:s|ed)|claim(?:s|ed)|expects?|argue[sd]|"
    r"explain(?:s|ed)|insist(?:s|ed)|propose[sd]|announce[sd]|predict(?:s|ed)|admit(?:s|ted)|wrote|"
    r"ruled|found|fears|feared|thinks|thought|suspects?|suspected|estimate[sd]|suggest(?:s|ed)"
)


_AUTHOR = "the author of the article"
_NOBODY = re.compile(
    r"(?:nobody|no one|none|someone|some|many|most|few|several|everyone|others?|all)\b", re.I
)
# Whoever denies that it was so did not say that it was.
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|doubt\w*|reject\w*|question(?:s|ed)|dispute[sd]?|refut\w+|wonder\w*|"
    r"asks?|asked|hopes?|hoped|whether)\b",
    re.I,
)
_LEANING = re.compile(
    r"\b(?:it|he|she|they|this|these|those|him|her|them|his|their|so|also|then|thus|here|there)\b",
    re.I,
)
_PRESENT = re.compile(
    r"\b(?:says|believes|thinks|argues|hopes|expects|explains|claims|insists|warns|fears|doubts)\b"
)
_GENDERED = re.compile(r"\b(?:he|she|his|her|him|himself|herself|they|their|this|these)\b", re.I)


def _as_quoted(words: str) -> str:
    """Quoted words as a question shows them; empty where they lean on what was said before."""
    words = re.sub(r"^(?:However|Yes|No|And|But|So|Well|In addition|Of course),?\s+", "", words)
    if len(words.split()) < 6 or _LEANING.search(" ".join(words.split()[:3])):
        return ""
    return words[0].upper() + words[1:] + ("" if re.search(r"[.!?…]$", words) else ".")


def points_at_speaker(words: str) -> bool:
    """Whether reported words hold "her team": it tells the speaker, or means nothing alone."""
    told = re.sub(r"^((?:\S+ ){3,})its ", r"\1the ", words)  # "the company had not kept its lines"
    return bool(_GENDERED.search(words)) or not stands_alone(told)


def described_speaker(desk: Desk, fact: Fact, spoken: tuple[SpeechMention, str]) -> Iterator[Draft]:
    """How is the person described who said it? Joins who speaks with what the article calls them,
    said in another sentence."""
    words, who = _as_quoted(spoken[1]), fact.attribution
    if who.kind != "named" or not who.speaker or spoken[0].type != "quote" or not words:
        return
    if distractors.stands_in(who.speaker, words):
        return
    roles = [f for f in desk.roles_of(who.speaker) if f.attribution.kind == "narrator"]
    mine = described(roles[0], desk.text) if roles else ""
    if len(mine.split()) < 2 or is_loose(mine):
        return
    others: dict[str, str] = {}
    for role in desk.roles:
        text, person = described(role, desk.text), role.part("person")
        if person is None or distractors.like(person.value, who.speaker) or is_loose(text):
            continue
        if len(text.split()) > 1 and not any(distractors.like(text, o) for o in (mine, *others)):
            others[text] = person.value
    wrong = [t for t in others if 0.4 < len(t) / len(mine) < 2.5 and not t.startswith("at ")][:2]
    if len(wrong) < 2 or mine.startswith("at "):
        return
    draft = desk.draft(
        "single_choice", f"How does the article describe the person who said this? “{words}”",
        [Choice(f"as {mine}", f"{who.speaker} said it. {cited(roles[0])}")],
        [Choice(f"as {t}", f"The article says this of {others[t]}.") for t in wrong],
        fact, rank=8.4, level="connect",
    )  # fmt: skip
    draft.facts.append(roles[0])
    yield draft


def _other_speakers(desk: Desk, fact: Fact, who: Attribution, words: str) -> list[str]:
    """Two others who could have said it: people beside a person, bodies beside a body, someone
    without a name beside someone without a name."""
    sort = desk.sort_of(who)
    speakers = [f.attribution for f in desk.speakers if desk.sort_of(f.attribution) == sort]
    first = list(dict.fromkeys(s.speaker for s in speakers if s.speaker and s.stance != "estimate"))
    rng = desk.rng(fact, "speaker")
    rng.shuffle(first)
    if sort == "person":
        first += [t.label for t in distractors.names(
            desk.pool, "person", who.speaker or "", "", desk.words_near(fact), rng, 4)]  # fmt: skip
    found: list[str] = []
    for speaker in first:
        name = desk.named(speaker)
        if sort == "person" and " " not in name and " " in desk.named(who.speaker or ""):
            continue
        alike = any(distractors.like(name, o) for o in (who.speaker or "", *found))
        if alike or distractors.stands_in(name, words + " " + fact.quotes[0].quote):
            continue
        if (
            is_loose(name)
            or _NOBODY.match(name)
            or (sort == "person" and is_company(name, desk.text))
        ):
            continue
        found.append(name)
        if len(found) == 2:
            break
    return found


def _is_clause(desk: Desk, speech: SpeechMention) -> bool:
    """Whether the words can stand on their own: in quotation marks, or told with "that"."""
    before = desk.text[max(0, speech.start - 5) : speech.start]
    whole = re.match(r"\W|$", desk.text[speech.end :].lstrip()[:1]) is not None
    return speech.type == "quote" or (before in ("that ", "hat: ") and whole)


def fact_or_claim(
    desk: Desk, fact: Fact, spoken: tuple[SpeechMention, str] | None
) -> Iterator[Draft]:
    """How does the article present it: as its own statement, an estimate, a claim, an opinion?"""
    who = fact.attribution
    sentence = " ".join(fact.quotes[0].quote.split())
    words = spoken[1] if spoken else sentence
    if who.stance == "statement" or who.kind == "narrator" or not who.speaker:
        return
    if is_loose(who.speaker) or (spoken is None and who.stance != "estimate"):
        return  # "Parliament rejected the plans" is no claim of the parliament
    if points_at_speaker(words) or _DENIED.search(sentence):
        return
    if spoken and not _is_clause(desk, spoken[0]):
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
