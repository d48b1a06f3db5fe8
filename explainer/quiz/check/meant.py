"""Which names the evidence means by other words: "he", "there", "the airline"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explainer.mention import AnyMention, NameMention, PlaceMention
from explainer.quiz.check import words
from explainer.quiz.check.tokens import form
from explainer.word_set import word_set

if TYPE_CHECKING:
    from explainer.quiz.check.ground import Ground

# "The airline", "its owner"; not "the airline Skara Air"
_CALLED = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat)\s+([a-z]+)\b(?!\s+[A-Z])(?:\s+([a-z]+)\b(?!\s+[A-Z]))?"
)
# Who one is to another: "her client" may be anyone the source has named.
_OF_SOMEONE = re.compile(
    r"\b(?:his|her|their|my|our) (?:\w+ )?(?:client|wife|husband|partner|brother|sister|son|"
    r"daughter|father|mother|colleague|boss|opponent|rival|predecessor|successor|deputy|friend|"
    r"neighbour|teacher|teammate|patient)\b",
    re.I,
)
_PERSONAL = word_set("he she his her him hers they their them")
_OWN = word_set("i me my mine we us our ours")
# "The family fled to Denmark": from where they were.
_MOVED = re.compile(
    r"\b(?:fled|moved|left|went|travelled|traveled|emigrated|sailed|set out|returned|escaped|"
    r"was sent|were sent|came)\b(?: \w+){0,2} to (?:the )?[A-Z](?![^.;]*\bfrom\b)"
)
_NEAR_BY = word_set("here there")
# "Bell does not dispute this": what the sentences before have said, whoever says it there.
POINTS_BACK = re.compile(
    r"\b(?:this|that|it)(?=[.,;:!?]|$)|"
    r"\b(?:[Tt]his|[Tt]hat|[Ii]t) (?:is|was|has|had|would|will|may|might|could|did|does)\b|"
    r"\b(?:this|that|the) (?:account|accusation|argument|claim|charge|criticism|criticisms|doubts?|"
    r"objections?|reproach|version|view|worry|worries|warning|finding|findings|suspicion|proposal|"
    r"suggestion|statement|opinion)\b|"
    r"\b(?:dis)?agree[sd]?\b(?! (?:to|on)\b)"
)
_BODIES = frozenset(form(w) for w in (
    "company", "firm", "group", "club", "team", "party", "union", "operator", "ministry",
))  # fmt: skip
_THINGS = word_set("it its they their them this these")


def refers_to(word: str, ground: Ground) -> bool:
    """Whether the evidence may mean this name: "he" the person named last, "it" or "there" any
    place or body named just before, "the airline" the airline Skara Air, and "at noon" a place
    that the whole source is about."""
    names = _meant(ground)
    if _is_placed(word, ground.item.stem) or not any(map(_is_name, ground.mentions)):
        names += _spoken_of(ground)
    mine = words.fold(word)
    return any(
        words.same_form(mine, words.fold(part))
        for name in names
        for part in re.findall(r"[^\W\d_]+", name)
    )


_PLACES = word_set("in at of from near to on")


def _is_placed(word: str, stem: str) -> bool:
    """ "In Ostrow", "of the tour boat Marigold"."""
    tokens = [t.text for t in words.read(stem).tokens]
    return any(
        word in token.split("-") and _PLACES & set(tokens[max(0, at - 3) : at])
        for at, token in enumerate(tokens)
    )


def _meant(ground: Ground) -> list[str]:
    """Names that pronouns and nouns of the evidence stand for."""
    said = {t.text.casefold() for t in ground.evidence.tokens}
    before = _named_before(ground)
    found: list[str] = []
    if said & _PERSONAL:
        found.append(ground.index.hero)
        if not any(m.type == "person" for m in ground.mentions):
            found += [m.value for m in before if m.type == "person"][-2:]
    if said & _NEAR_BY:
        found += ground.index.opening_names
    if said & _OWN:
        found += [name for s in ground.sentences if (name := ground.index.turns.get(s.start))]
    if POINTS_BACK.search(ground.evidence.text):
        found += _spoken_before(ground)
    if _MOVED.search(ground.evidence.text):
        found += [m.text for m in before if isinstance(m, PlaceMention)]
    if _OF_SOMEONE.search(ground.evidence.text):
        found += [m.value for m in ground.index.reading.mentions
                  if isinstance(m, NameMention) and m.type == "person"]  # fmt: skip
    if said & _THINGS:
        found += [f"{m.text} {m.value}" for m in before if m.type != "person"]
    if not any(m.type == "person" for m in ground.mentions if isinstance(m, NameMention)):
        found += _before_the_noun(ground)
    called = {form(w) for m in _CALLED.findall(ground.evidence.text) for w in m if w}
    if called & _BODIES:
        found += [m.value for m in before if m.type == "organisation"]
    found += [ground.index.kinds[noun] for noun in called if noun in ground.index.kinds]
    return found + [name for name, nouns in ground.index.called.items() if nouns & called]


def _spoken_before(ground: Ground) -> list[str]:
    """People who are named, or speak, in the two sentences before each of the evidence, or in those
    back to the last that names anybody."""
    found: list[str] = []
    for sentence in ground.sentences:
        at = ground.index.number_of(sentence)
        for before in reversed(ground.index.sentences[max(0, at - 4) : at]):
            speaker = before.attribution.speaker
            named = [m.value for m in ground.index.reading.mentions_in(before.start, before.end)
                     if isinstance(m, NameMention) and m.type == "person"]  # fmt: skip
            found += [*named, *([speaker] if speaker else [])]
            if named:
                break
    return found


_THE_NOUN = re.compile(
    r"^\W*(?:The|Its|His|Her|Their) [a-z]+|\bthe (?:case|plan|work|trial|find|deal|match)\b"
)


def _before_the_noun(ground: Ground) -> list[str]:
    """People of the sentence right before, in the same paragraph, where the evidence goes on with
    "the case"."""
    found: list[str] = []
    for sentence in ground.sentences:
        at = ground.index.number_of(sentence)
        before = ground.index.sentences[at - 1] if at else None
        text = ground.source.text[sentence.start : sentence.end]
        if before is None or not _THE_NOUN.search(text):
            continue
        if "\n" not in ground.source.text[before.end : sentence.start]:
            found += [m.value for m in ground.index.reading.mentions_in(before.start, before.end)
                      if isinstance(m, NameMention) and m.type == "person"]  # fmt: skip
    return found


def _spoken_of(ground: Ground) -> list[str]:
    """Places and bodies that the sentences before, or the whole source, speak of, unless the
    evidence names one of their kind itself."""
    if re.search(r"\bhere\b", ground.evidence.text):
        return []  # that is where the article is, not where it has been
    types = {m.type for m in ground.mentions if _is_name(m) and m.type != "person"}
    near = {m.text: m.type for m in _named_before(ground) if m.type != "person"}
    known = ground.index.topics | near
    return [name for name, kind in known.items() if kind not in types]


def _named_before(ground: Ground) -> list[NameMention | PlaceMention]:
    """Names of the two sentences before each of the evidence, in order."""
    found: dict[int, NameMention | PlaceMention] = {}
    for sentence in ground.sentences:
        start = ground.index.sentences[max(0, ground.index.number_of(sentence) - 2)].start
        for mention in ground.index.reading.mentions_in(start, sentence.start):
            if isinstance(mention, NameMention | PlaceMention):
                found[mention.start] = mention
    return [found[start] for start in sorted(found)]


def _is_name(mention: AnyMention) -> bool:
    return isinstance(mention, NameMention | PlaceMention)
