"""Whether the names of a claim are named where its evidence stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.extract.words import Token
from explainer.findings import Finding
from explainer.language.names_same import fold_word, same_name
from explainer.mention import NameMention, PlaceMention
from explainer.verify.countries import is_country_of
from explainer.verify.fault import fault
from explainer.verify.index import Line
from explainer.verify.words import keys_of, words_of
from explainer.word_set import word_set


def name_faults(claim: Line, near: list[Line], text: str) -> Iterator[Finding]:
    """Each name of the claim is one the sentence that says the rest, or those around it, name.

    `text` is the source: "the airline" is the one it calls "the airline Skara Air".
    """
    stretches = [(c.begin, c.end) for c in claim.clauses] or [(0, len(claim.tokens))]
    seen: set[int] = set()
    for begin, end in stretches:
        tokens = [t for t in claim.tokens[begin:end] if t.start not in seen]
        seen |= {t.start for t in tokens}
        names = [t for t in tokens if t.tag == "NAME" and t.low not in _MONTHS]
        names = [t for t in names if not _brought_in(t, near, text)]
        if names:
            best, around = _speaking_of(claim.tokens[begin:end], near)
            yield from _names_in(names, best, around, near)


_MONTHS = word_set(
    "january february march april may june july august september october november december"
)


def _brought_in(name: Token, near: list[Line], text: str) -> bool:
    """Whether a sentence speaks of the name by the noun the source brought it in with."""
    before = {
        text[max(0, m.start() - 30) : m.start()].lower().split()[-1:][0]
        for m in re.finditer(re.escape(name.text), text)
        if text[max(0, m.start() - 30) : m.start()].strip()
    }
    return any(
        one.low == "the" and two.low in before and two.tag == "N" and after.tag != "NAME"
        for line in near
        for one, two, after in zip(line.tokens, line.tokens[1:], line.tokens[2:], strict=False)
    )


def _speaking_of(tokens: list[Token], near: list[Line]) -> tuple[list[Line], list[Line]]:
    """The sentence that holds most of these words, and it with two before it and one after."""
    keys = [keys_of(w) for w in words_of(tokens) if not w.generic and w.tag != "NAME"]
    if not keys:
        return near, near
    held = {line.number: sum(not line.keys.isdisjoint(k) for k in keys) for line in near}
    most = max(held.values())
    best = [line for line in near if held[line.number] == most]
    lines = [line for line in near if any(-2 <= line.number - b.number <= 1 for b in best)]
    return best, lines


def _names_in(
    names: list[Token], best: list[Line], around: list[Line], near: list[Line]
) -> Iterator[Finding]:
    told = {stem for line in around for stem in _name_stems(line)}
    anywhere = {stem for line in near for stem in _name_stems(line)}
    full = [
        m.value
        for line in near
        for m in line.mentions
        if isinstance(m, (NameMention, PlaceMention))
    ]
    for token in names:
        if _is_mixed(token, near):
            yield fault("name-not-in-source", token.text, "is put together of two", token.start)
            continue
        if isinstance(token.mention, PlaceMention) and token.mention.value in full:
            continue
        words = [fold_word(w) or w.lower() for w in re.findall(r"[^\W\d_]{2,}", token.text)]
        missing = [w for w in words if w not in _SMALL and not _among(w, told)]
        if _short_for(token.text, full):
            continue
        if missing and is_country_of(token.text, best):
            continue
        if not missing or any(same_name(token.text, name) for name in full):
            continue
        if all(_among(w, anywhere) for w in missing) and isinstance(token.mention, PlaceMention):
            continue
        yield fault("name-not-in-source", token.text, "is not named there", token.start)


def _is_mixed(token: Token, near: list[Line]) -> bool:
    """ "University of Leeds", where one name has the university and another has Leeds."""
    mention = token.mention
    if not isinstance(mention, NameMention) or mention.type != "organisation":
        return False
    words = [w.lower() for w in re.findall(r"[^\W\d_]{2,}", token.text) if w.lower() not in _SMALL]
    if len(words) < 2:
        return False
    told = [_pieces(m.text) | _pieces(m.value) for line in near for m in line.mentions
            if isinstance(m, (NameMention, PlaceMention))]  # fmt: skip
    at_all = set().union(*told) if told else set()
    return at_all.issuperset(words) and not any(each.issuperset(words) for each in told)


def _pieces(name: str) -> set[str]:
    return {w.lower() for w in re.findall(r"[^\W\d_]{2,}", name)}


def _short_for(text: str, names: list[str]) -> bool:
    """ "UN" for the United Nations, "Spanish" for what is of Spain."""
    if text.isupper() and 2 <= len(text) <= 5:
        return any("".join(w[0] for w in n.split() if w[0].isupper()) == text for n in names)
    return False


_SMALL = frozenset({"the", "of", "and", "al", "de", "mr", "mrs", "ms", "miss", "dr", "sir", "dame"})


def _name_stems(line: Line) -> Iterator[str]:
    for word in line.words:
        yield fold_word(word.text) or word.text.lower()
    others = [m.speaker for m in line.speech if m.speaker]
    if any(t.low in _THIRD for t in line.tokens):
        others += line.recent
    for piece in re.findall(r"[^\W\d_]{2,}", " ".join(others)):
        yield fold_word(piece) or piece.lower()
    for mention in line.mentions:
        if isinstance(mention, (NameMention, PlaceMention)):
            for piece in re.findall(r"[^\W\d_]{2,}", mention.value):
                yield fold_word(piece) or piece.lower()


_THIRD = frozenset({"he", "she", "his", "her", "him", "hers", "himself", "herself"})


def _among(word: str, told: set[str]) -> bool:
    """The word, or one of the same root ("Afghan", "Afghanistan")."""
    if word in told:
        return True
    root = word[: max(4, len(word) - 4)]
    return len(word) >= 4 and any(
        other.startswith(root) and abs(len(other) - len(word)) <= 5 for other in told
    )
