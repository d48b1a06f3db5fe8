"""Is the key said, and done, by whoever the stem says?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.findings import Finding, error
from explainer.language.reading import Sentence
from explainer.language.speech_gender import genders
from explainer.mention import NameMention
from explainer.quiz.check import words
from explainer.quiz.check.ground import Ground, Rule
from explainer.quiz.check.kin import stands_for
from explainer.quiz.check.near import is_verb
from explainer.quiz.check.speaker import given_to
from explainer.quiz.check.words import Said, right


def said_by_whom_asked(ground: Ground) -> Iterator[Finding]:
    """Of several who speak in the evidence, the one whom the stem names says the key."""
    if ground.item.kind not in _ASKED or len(ground.sentences) < 2:
        return
    asked = [t.text for t in words.read(given_to(ground.item.stem)).tokens if t.capital]
    theirs = [s for s in ground.sentences if _speaks(asked, s)]
    others = [s for s in ground.sentences if s.attribution.speaker and not _speaks(asked, s)
              and not _named_in(asked, ground.index.said(s))]  # fmt: skip
    if not asked or not theirs or not others:
        return
    for option in right(ground.item):
        said = words.read(option.text)
        own, other = (max(_share(said, ground.index.said(s)) for s in group)
                      for group in (theirs, others))  # fmt: skip
        if other >= 0.5 and other >= own + 0.4:
            yield error(
                "speaker-changed", f"'{option.text}' is said by {others[0].attribution.speaker}."
            )


def said_by_another_there(ground: Ground) -> Iterator[Finding]:
    """Of two who speak in one sentence, the key is not the other's: "How, according to the
    police?", where the owner believes otherwise."""
    whom = given_to(ground.item.stem)
    if ground.item.kind not in _ASKED or not whom:
        return
    asked = words.read(whom).claims
    theirs: list[Said] = []
    others: list[Said] = []
    for speech in ground.speech:
        speaker = words.read(speech.speaker or "")
        if speech.speaker and asked:
            said = words.read(ground.source.text[speech.start : speech.end])
            (theirs if any(_is_of(t.text, speaker) for t in asked) else others).append(said)
    if not theirs or not others:
        return
    for option in right(ground.item):
        said = words.read(option.text)
        own, other = (max(_share(said, one) for one in group) for group in (theirs, others))
        if own == 0 and other >= 0.75:
            yield error("speaker-changed", f"'{option.text}' is said by somebody else there.")


def _is_of(name: str, speaker: Said) -> bool:
    return any(words.same_name(name, t.text) or stands_for(name, words.read(t.text))
               for t in speaker.tokens)  # fmt: skip


def _speaks(asked: list[str], sentence: Sentence) -> bool:
    speaker = (sentence.attribution.speaker or "").split()
    return any(words.same_name(name, part) for name in asked for part in speaker)


def _named_in(asked: list[str], said: Said) -> bool:
    return any(words.same_name(name, t.text) for name in asked for t in said.tokens if t.capital)


def _share(said: Said, other: Said) -> float:
    claims = said.substance
    held = sum(t.atom in other.atoms if t.atom else stands_for(t.text, other) for t in claims)
    return held / len(claims) if claims else 0.0


_HIS = re.compile(r"\b(?:his|her|its|their) ([a-z]+) $")


def done_by_whom_asked(ground: Ground) -> Iterator[Finding]:
    """ "He works there" is not what "because his brother works there" says of him."""
    if ground.item.kind not in _ASKED:
        return
    told = ground.evidence
    for option in right(ground.item):
        first = re.match(r"\W*(?:because )?(?:he|she|it|they) ", option.text, re.I)
        mine = words.read(option.text[first.end() :]) if first else None
        verb = mine.tokens[0] if mine and mine.tokens else None
        if verb is None or not (is_verb(verb) or verb.form in told.forms):
            continue
        places = [t for t in told.tokens if t.form == verb.form and not t.capital]
        if len(places) != 1 or (whose := _HIS.search(told.text[: places[0].start])) is None:
            continue
        if not stands_for(whose[1], words.read(f"{ground.item.stem} {option.text}")):
            yield error("roles-reversed", f"In the source it is “{whose.group()}{places[0].text}”.")


def his_or_hers(ground: Ground) -> Iterator[Finding]:
    """ "Whose car?": where the source has "his car", no woman's."""
    asked = re.match(r"\W*whose ([a-z]+)\b", ground.item.stem, re.I)
    if asked is None:
        return
    found = re.findall(rf"\b(his|her) (?:\w+ )?{asked[1]}\b", ground.evidence.text, re.I)
    if len({one.casefold() for one in found}) != 1:
        return
    people = [m for m in ground.index.reading.mentions if isinstance(m, NameMention)]
    known = genders(ground.source.text, [m for m in people if m.type == "person"])
    other = "f" if found[0].casefold() == "his" else "m"
    for option in right(ground.item):
        name = ground.index.person(re.sub(r"['’]s?$", "", option.text.strip()))
        if known.get(name) == other:
            yield error("roles-reversed", f"In the source it is “{found[0]} {asked[1]}”.")


_ASKED = frozenset(("single_choice", "multiple_answer"))
RULES: tuple[Rule, ...] = (
    said_by_whom_asked,
    said_by_another_there,
    done_by_whom_asked,
    his_or_hers,
)
