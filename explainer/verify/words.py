"""The words of a sentence as a checker compares them: by dictionary form, with their part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from explainer import lexicon
from explainer.extract.words import Token
from explainer.language.names_same import fold_word
from explainer.mention import QuantityMention, TimeMention
from explainer.verify.tables import GENERIC, groups_of, wider_of

_ENDINGS = (
    "ization", "isation", "ational", "fulness", "iveness", "ousness", "ments", "ation", "ition",
    "ement", "ingly", "ness", "ment", "tion", "sion", "ance", "ence", "able", "ible", "ally",
    "ious", "ist", "ism", "ity", "ive", "ful", "ous", "ing", "ion", "ian", "ial", "ant", "ent",
    "ers", "ors", "ed", "er", "or", "ly", "al", "ic", "es", "en", "s", "y", "e",
)  # fmt: skip
_CONTENT = frozenset({"N", "NAME", "J", "A", "V", "VF", "VN", "VG", "X"})


@dataclass(frozen=True, slots=True)
class Word:
    """`lemma` is the dictionary form, `stem` what related words share ("resist", "resistance")."""

    text: str
    lemma: str
    stem: str
    tag: str
    start: int
    generic: bool


@lru_cache(maxsize=65536)
def lemma_of(word: str, verb: bool) -> str:
    """Dictionary form of a lower-case word, as a verb if it is one here."""
    if not word.isascii() or len(word) > 30:
        return word
    lemmas = lexicon.entry(word).bases
    order = ("VERB", "AUX", "NOUN", "ADJ", "ADV") if verb else ("NOUN", "ADJ", "ADV", "VERB")
    for part in order:
        if part in lemmas:
            found: str = lemmas[part][0]
            return found
    return word.removesuffix("s") if "-" in word else word


@lru_cache(maxsize=65536)
def stem_of(lemma: str) -> str:
    """Endings taken off while four letters remain."""
    stem = lemma
    for _ in range(2):
        for ending in _ENDINGS:
            if stem.endswith(ending) and len(stem) - len(ending) >= 4:
                stem = stem[: -len(ending)]
                break
        else:
            break
    return stem.rstrip("ei") if len(stem) > 4 else stem


def words_of(tokens: list[Token]) -> list[Word]:
    """Content words in order; a name or phrase taken as one token gives each of its words."""
    found: list[Word] = []
    for token in tokens:
        if token.tag in ("NUM", "TIME"):
            found += _of_value(token)
        elif token.low == "twice":
            found.append(Word(token.text, "2", "=2", "NUM", token.start, False))
        elif token.low == "against":
            found.append(Word(token.text, "against", "against", "A", token.start, False))
        elif token.tag in _CONTENT and token.text[:1].isalnum():
            found += _of_token(token)
    return found


def _of_value(token: Token) -> list[Word]:
    """A number or date, for finding the sentence that has it."""
    if isinstance(token.mention, QuantityMention):
        value = f"{token.mention.value:g}"
    elif isinstance(token.mention, TimeMention):
        value = token.mention.value[:10]
    else:
        value = token.text
    return [Word(token.text, value, f"={value}", token.tag, token.start, False)]


def _of_token(token: Token) -> list[Word]:
    if token.tag == "NAME":
        pieces = token.text.replace("-", " ").split()
        return [
            Word(
                piece, piece.lower(), fold_word(piece) or piece.lower(), "NAME", token.start, False
            )
            for piece in (p.strip(".,'’\"") for p in pieces)
            if len(piece) > 1 and piece[:1].isalnum() and piece.lower() not in _SMALL
        ]
    low = token.low.replace("’", "'")
    lemma = lemma_of(low, token.tag in ("V", "VF", "VN", "VG"))
    generic = lemma in GENERIC or low in GENERIC
    return [Word(token.text, lemma, stem_of(lemma), token.tag, token.start, generic)]


_SMALL = frozenset({"of", "the", "and", "de", "la", "al", "el", "i", "bin", "von", "van", "mr",
                    "mrs", "ms", "dr"})  # fmt: skip


_MONTH = re.compile(r"\d{4}-\d{2}")


@lru_cache(maxsize=65536)
def keys_of(word: Word) -> tuple[str, ...]:
    """Under what the word is looked up: its stem and the groups of words it may stand for."""
    if word.tag == "TIME" and _MONTH.match(word.lemma):
        return (word.stem, f"={word.lemma[4:7]}")
    if word.tag in ("NUM", "TIME"):
        return (word.stem,)
    if word.tag == "NAME":
        # "Afghan" and "Afghanistan" share a beginning.
        root = (f"~{word.stem[:5]}",) if len(word.stem) > 4 else ()
        return (word.stem, stem_of(word.lemma), *root)
    groups = tuple(f"#{group}" for group in sorted(groups_of(word.lemma)))
    return (word.stem, *groups, f"^{word.lemma}")


@lru_cache(maxsize=65536)
def told_keys(word: Word) -> tuple[str, ...]:
    """Under what a word of the source is found: by its own keys and by wider words, so that a
    claim's "vehicle" finds its "car", but "car" no "vehicle"."""
    keys = keys_of(word)
    if word.tag == "TIME" and _MONTH.match(word.lemma):
        return (*keys, f"={word.lemma[:7]}", f"={word.lemma[:4]}")
    if word.tag in ("NUM", "TIME", "NAME"):
        return keys
    wider = (f"^{upper}" for upper in sorted(wider_of(word.lemma)))
    return (*keys, *wider)
