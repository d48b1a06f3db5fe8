"""Which names mean the same person or organisation."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict

from explainer.language.names_known import Name
from explainer.language.names_same import fold_word
from explainer.language.names_words import OF_HEADS, ORG_HEADS, PARTICLES, SUFFIXES, TITLES

_DEPENDENT = re.compile(
    r"\b(?:son|daughter|wife|widow|husband|brother|sister|father|mother|nephew|niece|cousin|"
    r"grandson|granddaughter|command|death|memory|late|named after|leadership|honou?r)\b"
    r"(?:[^.;!?]|\b(?:Rev|Mrs?|Ms|Dr|Gen|Sen|Gov|Rep|Sgt|Lt|Col|Capt|Prof)\.){0,60}$"
)
_KIN = re.compile(r"\b(?:son|daughter|father|mother|brother|sister|nephew|cousin|junior)\b")
_ACRONYM = re.compile(r"\s\(?[\"“]?([A-Z][A-Za-z&]{1,9}|(?:[A-Z]\.){2,})[\"”]?\)")


# How far back a bare name is looked for: keeps long texts quick.
MANY = 50


class People:
    """Joins the persons of a text. A bare surname means the one most lately brought in under it,
    a person brought in only as somebody's relative ("son of …", "under the command of …") last."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.full: dict[tuple[str, ...], str] = {}
        self.counts: dict[str, int] = defaultdict(int)
        self.by_word: dict[str, list[tuple[int, bool, str]]] = defaultdict(list)
        self.surnames: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        self.renamed: dict[str, str] = {}

    def add(self, name: Name) -> None:
        words = tuple(fold_word(x) for x in _core(name.words))
        value = self.full.get(words)
        if value is None:
            value = self._longer(words, name) or _plain(name.words)
            self.full[words] = value
            self.surnames[words[-1]].append(words)
        self.counts[value] += 1
        name.value = value
        window = self.text[max(0, name.start - 80) : name.start]
        dependent = bool(_DEPENDENT.search(window))
        for word in set(words):
            inner = word in words[1:-1]  # of "Carol Merrick Hughes" nobody is "Merrick"
            self.by_word[word].append((name.start, dependent or inner, value))

    def _longer(self, words: tuple[str, ...], name: Name) -> str | None:
        for known in self.surnames.get(words[-1], ())[:MANY]:
            value = self.full[known]
            short, long = sorted((known, words), key=len)
            if short[0] != long[0] or not set(short) <= set(long):
                continue
            middle = [x for x in long if x not in short]
            if all(len(x) <= 1 for x in middle) or not self._kin_near(name):
                if long is words and len(words) > len(known):
                    self._rename(value, _plain(name.words))
                    return _plain(name.words)
                return value
        return None

    def _kin_near(self, name: Name) -> bool:
        return bool(_KIN.search(self.text, max(0, name.start - 120), name.end + 120))

    def _rename(self, old: str, new: str) -> None:
        for words, value in self.full.items():
            if value == old:
                self.full[words] = new
        self.counts[new] = self.counts.pop(old, 0)
        self.renamed[old] = new

    def known(self, word: str) -> bool:
        return fold_word(word) in self.by_word

    def surname(self, word: str) -> bool:
        return fold_word(word) in self.surnames

    def who(self, name: Name) -> str | None:
        """The person a bare name at this place means."""
        known = self.by_word.get(fold_word(_core(name.words)[-1]))
        if not known:
            return None
        at = bisect_left(known, name.start, key=lambda k: k[0]) or 1
        for _, dependent, value in reversed(known[max(0, at - MANY) : at]):
            if not dependent:
                return value
        return known[at - 1][2]

    def final(self, value: str) -> str:
        while value in self.renamed:
            value = self.renamed[value]
        return value


def _core(words: tuple[str, ...]) -> list[str]:
    kept = [x for x in words if x not in PARTICLES]
    while len(kept) > 1 and kept[-1] in SUFFIXES:
        kept.pop()
    while len(kept) > 1 and kept[0] in TITLES:
        kept.pop(0)
    return kept or list(words)


def _plain(words: tuple[str, ...]) -> str:
    return " ".join(words)


class Organisations:
    """Joins the organisations of a text: the acronym with the long form beside it, and "the
    Ministry" with the Ministry last named in full."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.acronyms: dict[str, str] = {}
        self.heads: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self.firsts: dict[str, str] = {}
        self.parts: dict[tuple[str, ...], str] = {}

    def add(self, name: Name) -> None:
        name.value = name.text.removeprefix("The ")
        if len(name.words) == 1:
            return
        if name.coined:
            self.firsts.setdefault(name.words[0], name.value)
        for cut in range(1, len(name.words) - 1):
            self.parts.setdefault(name.words[cut:], name.value)
            self.parts.setdefault(name.words[: cut + 1], name.value)
        for head in {name.words[0], name.words[-1]} & (OF_HEADS | ORG_HEADS):
            self.heads[head].append((name.start, name.value))
        match = _ACRONYM.match(self.text, name.end, name.end + 16)
        if match:
            self.acronyms[match[1].replace(".", "")] = name.value
        letters = "".join(x[0] for x in name.words if x[0].isupper())
        if len(letters) > 2:
            self.acronyms.setdefault(letters, name.value)

    def first(self, name: Name) -> str | None:
        """The organisation that begins with this single, unusual word ("Nordwind")."""
        return self.firsts.get(name.text) if len(name.words) == 1 else None

    def part(self, name: Name) -> str | None:
        """The organisation of which this is a part of the name ("Red Cross")."""
        return self.parts.get(name.words)

    def value(self, name: Name) -> str:
        if len(name.words) > 1:
            return name.value
        word = name.words[0]
        if word.replace(".", "") in self.acronyms:
            return self.acronyms[word.replace(".", "")]
        named = self.heads.get(word, [])
        at = bisect_left(named, name.start, key=lambda k: k[0])
        return named[at - 1][1] if at else name.value or name.text
