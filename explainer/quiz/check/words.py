"""What a short text says, brought to one form, so that two notations of one thing are equal.

The checker reads stems, options and evidence with this and nothing else: it must not share the
composer's eyes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from explainer import lexicon
from explainer.quiz.check.lexicon import ASKING, NEGATIONS, STOP
from explainer.quiz.check.tokens import Atom, Token, tokens_of
from explainer.quiz.item import Item, Option

# Folded, as `fold` leaves them.
# The words a stem quotes.
QUOTED = re.compile(r'[“"«](.+)[”"»]', re.S)
_DEMONYMS = {
    "french": "france", "spanish": "spain", "dutch": "netherlands", "british": "britain",
    "polish": "poland", "danish": "denmark", "turkish": "turkey", "swedish": "sweden",
    "grik": "grice", "welsh": "wales", "swis": "switzerland", "norwegian": "norway",
    "irish": "ireland", "english": "england", "scotish": "scotland", "finish": "finland",
}  # fmt: skip
_DEMONYM = re.compile(r"(?:s|n|ns|an|ans|ian|ians|i|is|istan|istani|istanis|ese|ish)$")


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """A text read: its tokens, number words joined to one token each; `phrases` are its verbs with
    a particle ("turn_down") by where they start, `substance` its values and the words that claim
    something. Of one text there is one Said."""

    text: str
    tokens: tuple[Token, ...]
    atoms: frozenset[Atom]
    forms: frozenset[str]
    names: frozenset[str]
    claims: tuple[Token, ...]
    substance: tuple[Token, ...]
    phrases: dict[int, str]


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """A name without case, marks, possessive and the usual differences of transliteration."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    plain = re.sub(r"['’]s?$", "", plain.casefold()).replace("'", "").replace("’", "")
    plain = plain.replace("oo", "u").replace("ou", "u").replace("ee", "i").replace("kh", "h")
    plain = plain.replace("q", "k")
    return re.sub(r"(.)\1", r"\1", plain) if len(plain) > 3 else plain


@lru_cache(maxsize=8192)
def lemmas(word: str) -> frozenset[str]:
    """Dictionary forms of a word; empty if the dictionary does not know it."""
    bases = lexicon.entry(word.casefold()).bases
    return frozenset(base for found in bases.values() for base in found)


@lru_cache(maxsize=8192)
def read(text: str) -> Said:
    """`text` read into tokens, atoms and names."""
    tokens = tokens_of(text)
    return Said(
        text,
        tuple(tokens),
        frozenset(t.atom for t in tokens if t.atom),
        frozenset(t.form for t in tokens),
        frozenset(fold(part) for t in tokens if t.capital for part in t.text.split("-")),
        tuple(t for t in tokens if _claims(t)),
        tuple(t for t in tokens if t.atom or _claims(t)),
        dict(_phrases(tokens)),
    )


_PARTICLES = frozenset(("down", "up", "out", "off", "over", "away", "back", "on", "in", "for"))


def _phrases(tokens: list[Token]) -> Iterator[tuple[int, str]]:
    """ "Turned the offer down" is "turn_down"."""
    for at, token in enumerate(tokens):
        verbs = lexicon.entry(token.text).bases.get("VERB", ()) if token.text.islower() else ()
        for after in tokens[at + 1 : at + 4] if verbs else ():
            if after.text in _PARTICLES:
                yield token.start, f"{verbs[0]}_{after.text}"
                break


def same_name(a: str, b: str) -> bool:
    """Whether two single name words are spellings or forms of one."""
    return same_form(fold(a), fold(b))


def same_form(a: str, b: str) -> bool:
    """As `same_name`, of words already folded."""
    if a == b or _DEMONYMS.get(a, a) == _DEMONYMS.get(b, b):
        return True
    short, long = sorted((a, b), key=len)
    if len(short) >= 4 and long.startswith(short) and _DEMONYM.fullmatch(long[len(short) :]):
        return True
    return abs(len(a) - len(b)) <= 1 and len(short) >= 5 and _bones(a) == _bones(b)


def _bones(word: str) -> str:
    return word[0] + re.sub(r"[aeiouy]", "", word[1:])


def is_negation(token: Token) -> bool:
    return token.text.casefold() in NEGATIONS or token.text.casefold().replace("’", "'").endswith(
        "n't"
    )


def content(said: Said) -> tuple[Token, ...]:
    """Words that claim something: no stop words, no words of asking, no negations."""
    return said.claims


def _claims(token: Token) -> bool:
    if token.atom is not None or token.text.startswith("_") or is_negation(token):
        return False
    low = token.text.casefold()
    if token.capital and token.start and low not in STOP:
        return True  # "Leeds City"
    return low not in _EMPTY and re.sub(r"['’].*$", "", low) not in STOP


_EMPTY = STOP | ASKING


def spoken(text: str) -> str:
    """Text for comparing word by word: spaces and quotation marks made one form."""
    text = re.sub(r"[“”„«»]", '"', text).replace("’", "'").replace("‘", "'")
    return re.sub(r"\s+", " ", text).strip()


_INSTRUCTS = re.compile(
    r"\(?\b(?:choose|select|pick|tick|mark|name|check)\s+"
    r"(?:all|two|three|four|one|both|every|any|"
    r"the (?:two|three|best|right|correct|one|right one))\b[^.?!)]*[.!)]*\s*$|"
    r"^\s*(?:complete|fill)\b[^:\"“]{0,40}:\s*|^\s*true or false\s*[?:.]\s*",
    re.I,
)
_SO_MANY = re.compile(r"\b(which|what) (?:two|three|four)\b(?= (?:of|[a-z]+s)\b)", re.I)


_CLAIMS = re.compile(
    r"\bwhich\b.{0,40}\b(?:is|are|was) (?:a |an |only |someone's |the )*"
    r"(?:\w+ )?(?:claims?|opinions?|facts?|estimates?|forecasts?|allegations?|views?)\b",
    re.I,
)


def about_claims(stem: str) -> bool:
    """Whether a question asks which of its options is a claim, an opinion, a fact."""
    return bool(_CLAIMS.search(stem))


@lru_cache(maxsize=4096)
def asked(stem: str) -> Said:
    """A stem without what it tells the reader to do: "Choose two.", "Which two …?"."""
    return read(_SO_MANY.sub(r"\1", _INSTRUCTS.sub("", stem)).strip() or stem)


def right(item: Item) -> list[Option]:
    return [o for o in item.options if o.id in item.key]


def wrong(item: Item) -> list[Option]:
    return [o for o in item.options if o.id not in item.key]


def keyed(item: Item) -> str:
    """The one right option in small letters; empty where there is none, or several."""
    keys = right(item)
    return keys[0].text.strip().casefold() if len(keys) == 1 else ""


def told_true(item: Item) -> bool:
    """Whether an item is a statement to be judged, and its key says that it is true."""
    return item.kind == "true_false" and keyed(item) == "true"
