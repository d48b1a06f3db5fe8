"""The sentences of a source, ready to be held against claims."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from explainer.extract.clauses import Clause, clauses_of
from explainer.extract.tokens import tag_sentence
from explainer.extract.words import Token
from explainer.language.reading import Reading, Sentence
from explainer.mention import AnyMention, SpeechMention
from explainer.verify.frame import Frame
from explainer.verify.frames import frames_of
from explainer.verify.words import Word, keys_of, told_keys, words_of

# More than a sentence has; what a line without end holds further on is not looked at.
_LONGEST = 2500


@dataclass(slots=True)
class Line:
    """A sentence with its words, clauses and mentions, and the speech it stands in.

    `recent` are the people named last before it ends: whom its "he" or "she" may mean.
    """

    sentence: Sentence
    text: str
    tokens: list[Token]
    words: list[Word]
    clauses: list[Clause]
    mentions: tuple[AnyMention, ...]
    keys: frozenset[str]
    speech: tuple[SpeechMention, ...] = ()
    number: int = -1
    recent: tuple[str, ...] = ()
    _frames: list[Frame] | None = None

    @property
    def frames(self) -> list[Frame]:
        """Its verbs with what belongs to each, found when first asked for."""
        if self._frames is None:
            self._frames = frames_of(self.tokens)
        return self._frames

    @property
    def lemmas(self) -> set[str]:
        return {word.lemma for word in self.words}


def line_of(reading: Reading, sentence: Sentence, speech: Iterable[SpeechMention] = ()) -> Line:
    end = min(sentence.end, sentence.start + _LONGEST)
    mentions = reading.mentions_in(sentence.start, end)
    text = reading.source.text
    tokens = _with_no_longer(tag_sentence(text, sentence.start, end, mentions))
    words = words_of(tokens)
    keys = frozenset(key for word in words for key in told_keys(word))
    spoken = tuple(m for m in speech if m.start < sentence.end and m.end > sentence.start)
    return Line(
        sentence, text[sentence.start : sentence.end], tokens, words, clauses_of(tokens), mentions,
        keys, spoken,
    )  # fmt: skip


def _with_no_longer(tokens: list[Token]) -> list[Token]:
    """ "Would no longer be": a "not" within the verb."""
    for at in range(len(tokens) - 1):
        if tokens[at].low == "no" and tokens[at + 1].low == "longer":
            tokens[at] = replace(tokens[at], tag="NOT")
    return tokens


_PEOPLE = 3


def _recent(line: Line, before: tuple[str, ...]) -> tuple[str, ...]:
    here = [m.value for m in line.mentions if m.type == "person"]
    return tuple(dict.fromkeys([*reversed(here), *before]))[: _PEOPLE + len(here)]


class Index:
    """All lines of a reading, found by the words they hold."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        speech = [m for m in reading.mentions if isinstance(m, SpeechMention) and m.speaker]
        self.lines: list[Line] = []
        self._holding: dict[str, list[int]] = defaultdict(list)
        at = 0
        recent: tuple[str, ...] = ()
        for number, sentence in enumerate(reading.sentences):
            while at < len(speech) and speech[at].end <= sentence.start:
                at += 1
            line = line_of(reading, sentence, speech[at : at + 8])
            line.number = number
            line.recent = recent = _recent(line, recent)
            self.lines.append(line)
            for key in line.keys:
                self._holding[key].append(number)

    def holds(self, word: Word) -> bool:
        """Whether any sentence has the word, or one that may stand for it."""
        return any(key in self._holding for key in keys_of(word))

    def has(self, stem: str) -> bool:
        return stem in self._holding

    def best(self, words: list[Word], most: int = 3) -> list[int]:
        """Numbers of the one to `most` lines that together hold most of the words, best first."""
        weights = {word: self._weight(word) for word in words}
        scores: dict[int, float] = defaultdict(float)
        for word, weight in weights.items():
            exact, *groups = keys_of(word)
            lines = set(self._holding.get(exact, ()))
            for number in lines:
                scores[number] += weight
            for number in {n for group in groups for n in self._holding.get(group, ())} - lines:
                scores[number] += 0.7 * weight
        chosen: list[int] = []
        left = dict(weights)
        # Few sentences can gain: those with the highest scores alone.
        candidates = sorted(scores, key=lambda n: (-scores[n], n))[:12]
        while candidates and len(chosen) < most:
            gains = {n: self._gain(n, left, chosen) for n in candidates}
            number = max(candidates, key=lambda n: (gains[n], -n))
            floor = 0.0 if not chosen else 0.08 * sum(weights.values())
            if gains[number] <= floor:
                break
            chosen.append(number)
            candidates.remove(number)
            held = self.lines[number].keys
            left = {w: x for w, x in left.items() if held.isdisjoint(keys_of(w))}
        return chosen

    def _weight(self, word: Word) -> float:
        found = max((len(self._holding.get(key, ())) for key in keys_of(word)), default=0)
        base = 0.3 if word.generic else 1.0
        return base * math.log(1.5 + len(self.lines) / (1 + found))

    def _gain(self, number: int, left: dict[Word, float], chosen: list[int]) -> float:
        held = self.lines[number].keys
        gain = sum(x for w, x in left.items() if not held.isdisjoint(keys_of(w)))
        near = not chosen or min(abs(number - other) for other in chosen) <= 2
        return gain if near else 0.7 * gain
