"""Of several years, numbers, places or people in the evidence: is the key the one asked for?

Each candidate is scored by how near it stands to the words of the stem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from explainer.findings import Finding, error
from explainer.language.reading import Sentence
from explainer.mention import AnyMention, TimeMention
from explainer.quiz.check import words
from explainer.quiz.check.candidates import (
    comparable,
    is_part_asked,
    means,
    otherwise_qualified,
    told,
)
from explainer.quiz.check.denial import negated
from explainer.quiz.check.ground import Ground, Rule
from explainer.quiz.check.kin import held
from explainer.quiz.check.near import is_verb, nearness_at
from explainer.quiz.check.proof import is_clause
from explainer.quiz.check.tokens import Token
from explainer.quiz.check.words import wrong
from explainer.word_set import word_set

_CLEARLY = {
    "time": 1.1,
    "duration": 1.1,
    "quantity": 1.1,
    "place": 1.25,
    "person": 2.0,
    "organisation": 2.0,
}
_KIND = {"date": "time", "duration": "duration", "time": "time", "set": "time"}


def of_the_right_clause(ground: Ground) -> Iterator[Finding]:
    """The key stands with what the stem asks; no other candidate of its type stands nearer."""
    key = single_key(ground)
    mine = _meant_by(key, ground) if key else []
    if not key or not mine or _says_more(key, mine[0][0]):
        return
    if is_part_asked(mine[0][0], ground):
        return
    kind, meant, near = _kind(mine[0][0]), mine[0][0], _scores(mine, ground)
    for place in _places(ground):
        rival = place[0]
        if _kind(rival) != kind or not comparable(rival, meant):
            continue
        if means(rival, key, ground) or told(rival, ground):
            continue
        if otherwise_qualified(words.read(rival.text), ground):
            continue
        if any(_told_by_what_follows(own, rival, ground) for own, _ in mine):
            continue
        [scores] = _scores([place], ground)
        if all(_nearer(scores, own, _CLEARLY[kind]) for own in near):
            yield error(
                "key-elsewhere", f"What the stem asks stands with '{rival.text}', not with '{key}'."
            )
            return


def _says_more(key: str, mention: AnyMention) -> bool:
    """Whether a key is a sentence in which the mention is only one of several things."""
    said = words.read(key)
    return is_clause(said) and len(words.read(mention.text).tokens) < 0.34 * len(said.substance)


def _told_by_what_follows(own: AnyMention, rival: AnyMention, ground: Ground) -> bool:
    """Whether a word of the stem stands right after `own` and not after its rival: "62 in the
    vaccine group", asked of the vaccine group."""
    asked = _beside_the_noun(ground)
    ours, theirs = (_following(m, ground) & asked for m in (own, rival))
    return bool(ours - theirs) and not theirs - ours


def _beside_the_noun(ground: Ground) -> set[str]:
    """Words of the stem but for the noun it counts: "How many people in the vaccine group"."""
    stem = re.sub(r"\bhow (?:many|much) (?:[a-z]+ )?[a-z]+", "", ground.item.stem, flags=re.I)
    return {t.form for t in words.content(words.read(stem))}


def qualified(key: str, ground: Ground) -> bool:
    """Whether a word of the stem stands right after the key in the evidence."""
    asked = _beside_the_noun(ground)
    return any(_following(m, ground) & asked for m, _ in _meant_by(key, ground))


def _following(mention: AnyMention, ground: Ground) -> set[str]:
    after = re.match(
        r"(?: [a-z]+)? (?:in|of|from|for|at) (?:the |a )?((?:\w+ ?){1,2})",
        ground.source.text[mention.end : mention.end + 60],
    )
    return {t.form for t in words.read(after[1]).tokens} if after else set()


def no_other_option_nearer(ground: Ground) -> Iterator[Finding]:
    """Of two options that are words of the evidence, the key is the one that stands nearer."""
    key = single_key(ground)
    if not key or "article" in ground.item.stem or _meant_by(key, ground):
        return
    mine = _phrases(key, ground)
    told = words.read(key).forms
    verbs = [t for t in words.content(words.read(ground.item.stem)) if is_verb(t)]
    if verbs and not held(verbs, ground.evidence):
        return  # the question is in other words: nothing stands near it
    for option in wrong(ground.item) if mine else []:
        if any(t.form in told for t in words.content(words.read(option.text))):
            continue  # they share a word, and stand where that stands
        others = _phrases(option.text, ground)
        if any(all(_nearer(other, own, 1.5) for own in mine) for other in others):
            yield error(
                "key-elsewhere",
                f"What the stem asks stands with '{option.text}', not with '{key}'.",
            )


def stands_apart(text: str, ground: Ground) -> bool:
    """Whether an option that the evidence has stands far from what is asked, and the key near."""
    key = single_key(ground)
    mine, others = (_meant_by(key, ground) if key else []), _meant_by(text, ground)
    if key and not mine and not others:
        own, other = _phrases(key, ground), _phrases(text, ground)
        if listed_together(key, text, ground):
            return False
        return bool(own and other) and all(any(_nearer(a, b, 1.5) for a in own) for b in other)
    if not mine or not others or _kind(mine[0][0]) != _kind(others[0][0]):
        return False
    near, far = _scores(mine, ground), _scores(others, ground)
    return all(any(_nearer(own, other, 1.5) for own in near) for other in far)


Place = tuple[AnyMention, Sentence]
Scores = tuple[float, ...]


def _nearer(one: Scores, two: Scores, clearly: float) -> bool:
    """Whether `one` stands clearly nearer than `two` to the words that tell them apart."""
    apart = [(a, b) for a, b in zip(one, two, strict=True) if a != b]
    first, second = sum(a for a, _ in apart), sum(b for _, b in apart)
    return first > clearly * max(second, 0.0) + 0.2


def single_key(ground: Ground) -> str | None:
    item = ground.item
    if item.kind not in ("single_choice", "number_entry") or len(item.key) != 1:
        return None
    return next((o.text for o in item.options if o.id in item.key), item.key[0])


def _meant_by(text: str, ground: Ground) -> list[Place]:
    """The mentions of the evidence that an answer may mean."""
    return [place for place in _places(ground) if means(place[0], text, ground)]


def listed_together(key: str, text: str, ground: Ground) -> bool:
    """ "A delay, a meeting and a copy": between the two answers stands no verb."""
    heads = [words.content(words.read(t))[-1:] for t in (key, text)]
    for sentence in ground.sentences:
        said = ground.index.said(sentence)
        at = [[t.start for t in said.tokens if h and t.form == h[0].form] for h in heads]
        if at[0] and at[1]:
            low, high = sorted((at[0][0], at[1][0]))
            if not any(is_verb(t) for t in said.tokens if low < t.start < high):
                return True
    return False


def _phrases(text: str, ground: Ground) -> list[Scores]:
    """Scores of the places where the last word of an answer stands in the evidence."""
    said = words.read(text)
    heads = [t for t in words.content(said) if not t.atom]
    if not heads or len(heads) > 3 or is_clause(said):
        return []
    asked = _asked(ground)
    return [
        tuple(nearness_at(token.start, word, sentence, ground) for word in asked)
        for sentence in ground.sentences
        for token in ground.index.said(sentence).tokens
        if token.form == heads[-1].form
    ]


def _places(ground: Ground) -> list[Place]:
    """The mentions of the evidence that an answer could be, each with its sentence."""
    return [
        (mention, sentence)
        for sentence in ground.sentences
        for mention in ground.index.reading.mentions_in(sentence.start, sentence.end)
        if _kind(mention) in _CLEARLY
    ]


def _scores(places: list[Place], ground: Ground) -> list[Scores]:
    """How near each stands to the words of the stem, one by one."""
    asked = _asked(ground)
    return [tuple(_nearness(m, word, sentence, ground) for word in asked) for m, sentence in places]


def nearest_time(text: str, times: Sequence[TimeMention], ground: Ground) -> TimeMention | None:
    """Of several times of one sentence the one that stands clearly nearest to what `text` says."""
    said = words.read(text)
    asked = said.substance
    scored = []
    for mention in times:
        for sentence in ground.index.sentences_over(mention.start, mention.end):
            near = sum(_nearness(mention, word, sentence, ground) for word in asked)
            scored.append((near, -mention.start, mention))
    scored.sort(key=lambda s: s[:2], reverse=True)
    if len(scored) > 1 and scored[0][0] < scored[1][0] + 0.5:
        return None
    return scored[0][2] if scored else None


def _kind(mention: AnyMention) -> str:
    return _KIND.get(mention.type, mention.type)


def _asked(ground: Ground) -> list[Token]:
    """The words of the stem that can stand near an answer, but for the noun that is asked for and
    what the stem alone denies: "the wards that did not become quieter"."""
    said = words.read(ground.item.stem)
    verbs = [t for t in said.tokens if t.text.casefold() in _ALSO]
    denied = set(negated(said)) - set(negated(ground.evidence, refusing=True))
    plain = [t for t in words.content(said) if t.form not in denied]
    return [*plain, *verbs, *(t for t in said.tokens if t.atom)]


# Verbs that a question often has of its own; here they say what is asked.
_ALSO = word_set("take took taken come came call called speak spoke describe described believe")


def _nearness(mention: AnyMention, word: Token, sentence: Sentence, ground: Ground) -> float:
    return nearness_at(mention.start - sentence.start, word, sentence, ground)


RULES: tuple[Rule, ...] = (of_the_right_clause, no_other_option_nearer)
