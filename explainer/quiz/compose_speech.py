"""Questions about who speaks, and as what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.extract.words import word_forms
from explainer.facts import Attribution, Fact
from explainer.mention import SpeechMention
from explainer.quiz import distractors
from explainer.quiz.actors import apart
from explainer.quiz.called import is_company
from explainer.quiz.described import described
from explainer.quiz.desk import Desk
from explainer.quiz.draft import Choice, Draft, cited
from explainer.quiz.spoken import HELPS, all_spoken, is_told_with_that, points_at_speaker
from explainer.quiz.standing import is_loose, is_unnamed, lowered_start
from explainer.quiz.told_of import about


def from_speech(desk: Desk, fact: Fact) -> Iterator[Draft]:
    """Who said it, and how they are described."""
    every = all_spoken(desk, fact)
    for spoken in every:
        yield from who_said(desk, fact, spoken)
    if every:
        yield from described_speaker(desk, fact, every[0])


def who_said(desk: Desk, fact: Fact, spoken: tuple[SpeechMention, str]) -> Iterator[Draft]:
    speech, words = spoken
    who = fact.attribution
    if who.kind == "narrator" or not who.speaker or who.speaker != (speech.speaker or who.speaker):
        return
    unclear = is_loose(who.speaker) or is_unnamed(who.speaker)
    if unclear or distractors.stands_in(who.speaker, words) or _begins_with_verb(words):
        return
    quote = fact.quotes[0]
    told = speech.cue or ""
    if speech.type != "quote":
        told += f" {quote.quote[: max(0, speech.start - quote.start)]}"
        told += f" {quote.quote[max(0, speech.end - quote.start) :]}"
    if _NOBODY.match(who.speaker) or DENIED.search(told):
        return
    others = _other_speakers(desk, fact, who, words)
    if len(others) < 2 and (speaker := desk.actor(_known(desk, who.speaker))):
        others = desk.others_than(speaker, fact, words)
    alone = len(others) == 1
    person = desk.sort_of(who) == "person"
    if alone and (person or _nobody_is_both(desk, who.speaker, others[0])):
        others.append(_AUTHOR)
    if len(others) < 2:
        return
    if speech.type != "quote":
        words = re.sub(r"\b(?:now|currently) ", "", words)  # when, the article's day tells
    quoted = _as_quoted(words) if speech.type == "quote" else ""
    if quoted:
        stem = f"Who said this? “{quoted}”"
    elif speech.type != "quote" and (
        is_told_with_that(desk, speech) and len(words.split()) > 3
        and (not points_at_speaker(words) or _of_itself(desk, who, words, others))
    ):  # fmt: skip
        stem = f"Who {_cue(fact, speech)} that {lowered_start(words.rstrip('.'))}?"
    else:
        return
    key = Choice(desk.named(who.speaker), cited(fact))
    by = f"The article gives these words to {desk.named(who.speaker)}."
    wrong = [Choice(o, by, about(desk, o, fact)) for o in others]
    rank = 4.8 if alone and not person else 7.8
    yield desk.draft("who_said", stem, [key], wrong, fact, rank, level="infer")


def _nobody_is_both(desk: Desk, one: str, other: str) -> bool:
    """Whether either can speak, and neither could be meant by the other."""
    first, second = desk.actor(_known(desk, one)), desk.actor(_known(desk, other))
    return first is not None and second is not None and apart(first, second)


def _begins_with_verb(words: str) -> bool:
    """ "… which farmers say covers hardly half of it": without what covers it."""
    first, second = [*words.split(), "", ""][:2]
    forms = word_forms(first).forms if first.islower() else frozenset()
    after = word_forms(second.lower())
    finite = after.forms & {"VBD", "VBZ"} or second in HELPS
    return bool(forms & {"VBZ", "VBD"}) and not finite


def _known(desk: Desk, speaker: str) -> str:
    """A speaker by the full name that the article has: "Anna Kos" for "Mayor Anna Kos"."""
    people = [name for name in desk.pool.things.get("person", {}) if name in speaker]
    return max(people, key=len, default=speaker)


def _cue(fact: Fact, speech: SpeechMention) -> str:
    """The verb of saying that a question repeats: "demanded that the owners pay"."""
    cue = (speech.cue or "").lower()
    if _CUE.fullmatch(cue):
        return cue
    return "says" if _PRESENT.search(fact.quotes[0].quote) else "said"


def _of_itself(desk: Desk, who: Attribution, words: str, others: list[str]) -> bool:
    """ "Who says that it can no longer afford the pool?", where every answer is an "it"."""
    rest = re.sub(r"^it(?= )", "the council", words)
    named = [desk.actor(name) for name in (who.speaker or "", *others)]
    bodies = all(actor and actor.sort == "body" for actor in named)
    return bodies and rest != words and not points_at_speaker(rest)


_CUE = re.compile(
    r"said|says|believes?d?|warn(?:s|ed)|promise[sd]|demand(?:s|ed)|claim(?:s|ed)|expects?|argue[sd]|"
    r"explain(?:s|ed)|insist(?:s|ed)|propose[sd]|announce[sd]|predict(?:s|ed)|admit(?:s|ted)|wrote|"
    r"hope[sd]?|ruled|found|fears|feared|thinks|thought|suspects?|suspected|estimate[sd]|suggest(?:s|ed)"
)


_AUTHOR = "the author of the article"
_NOBODY = re.compile(
    r"(?:nobody|no one|none|someone|some|many|most|few|several|everyone|others?|all)\b", re.I
)
# Whoever denies that it was so did not say that it was.
DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|doubt\w*|reject\w*|question(?:s|ed)|dispute[sd]?|refut\w+|wonder\w*|"
    r"asks?|asked|whether)\b",
    re.I,
)
_LEANING = re.compile(
    r"\b(?:it|he|she|they|this|these|those|him|her|them|his|their|so|also|then|thus|here|there)\b",
    re.I,
)
_PRESENT = re.compile(
    r"\b(?:says|believes|thinks|argues|hopes|expects|explains|claims|insists|warns|fears|doubts)\b"
)


def _as_quoted(words: str) -> str:
    """Quoted words as a question shows them; empty where they lean on what was said before."""
    words = re.sub(r"^(?:However|Yes|No|And|But|So|Well|In addition|Of course),?\s+", "", words)
    if len(words.split()) < 6 or _LEANING.search(" ".join(words.split()[:3])):
        return ""
    return words[0].upper() + words[1:] + ("" if re.search(r"[.!?…]$", words) else ".")


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
