"""Whether two words of phrases may name the same one, and the nouns beside a name."""

from __future__ import annotations

import re

from explainer.extract.words import Token
from explainer.language.names_same import fold_word
from explainer.mention import NameMention
from explainer.verify.countries import country_of_people
from explainer.verify.words import Word, keys_of, told_keys, words_of


def tails_differ(mine: list[Token], one: Token, theirs: list[Token], two: Token) -> bool:
    """ "sales of food" are not "sales of furniture"."""
    if one.tag == "NAME" or two.tag == "NAME":
        return False
    here, there = _tail(mine, one), _tail(theirs, two)
    if not here or not there:
        return False
    keys = {k for w in there for k in told_keys(w)}
    return all(keys.isdisjoint(keys_of(w)) for w in here)


def _tail(phrase: list[Token], head: Token) -> list[Word]:
    at = next((i for i, t in enumerate(phrase) if t is head), len(phrase))
    if at + 1 < len(phrase) and phrase[at + 1].low in ("of", "in", "for", "from"):
        end = next((i for i in range(at + 2, len(phrase)) if phrase[i].tag in ("P", ",")), None)
        return [w for w in words_of(phrase[at + 2 : end]) if not w.generic and w.tag != "TIME"]
    return []


def is_person(token: Token) -> bool:
    mention = token.mention
    return token.tag == "NAME" and (
        mention is None or (isinstance(mention, NameMention) and mention.type == "person")
    )


def name_stems(token: Token) -> set[str]:
    """The parts of a name, folded: one shared part makes two names alike."""
    value = token.mention.value if isinstance(token.mention, NameMention) else token.text
    parts = re.findall(r"[^\W\d_]{2,}", value) or [value]
    initials = "".join(p[0] for p in parts if p[0].isupper()) if len(parts) > 2 else ""
    country = country_of_people(value)
    others = {initials.lower(), country.lower() if country else ""} - {""}
    return {fold_word(p) or p.lower() for p in parts} - _SMALL | others


_SMALL = frozenset({"the", "of", "and", "de", "al", "la", "mr", "mrs", "ms", "miss", "dr", "sir"})


def alike(one: Token, two: Token) -> bool:
    if one.tag == "NAME" and (two.tag == "NAME" or country_of_people(two.text)):
        mine, theirs = name_stems(one), name_stems(two)
        # Two full names that share a first or a last name only are two people.
        if len(mine) > 1 and len(theirs) > 1:
            return len(mine & theirs) >= min(len(mine), len(theirs))
        return bool(mine & theirs) or any(_of_one_root(a, b) for a in mine for b in theirs)
    # Of "the Film Institute" the institute may be meant, not the film.
    last = slice(-1, None) if "NAME" in (one.tag, two.tag) else slice(None)
    mine = {key for w in words_of([one])[last] for key in keys_of(w)}
    return any(not mine.isdisjoint(told_keys(w)) for w in words_of([two])[last])


def _of_one_root(one: str, two: str) -> bool:
    """ "Malaysia", "Malaysian"."""
    short, long = sorted((one, two), key=len)
    return len(short) > 4 and long.startswith(short) and len(long) - len(short) <= 3


def run_nouns(tokens: list[Token], at: int) -> list[Token]:
    found = []
    while at < len(tokens) and tokens[at].tag in ("D", "S", "J", "N"):
        if tokens[at].tag == "N":
            found.append(tokens[at])
        at += 1
    return found


def phrase_nouns(tokens: list[Token], at: int) -> list[Token]:
    """Nouns of "The head of the union" that ends at `at`: its first noun."""
    start = at
    while start > 0 and tokens[start - 1].tag in ("D", "S", "J", "N", "NAME", "P"):
        start -= 1
        if tokens[start].tag == "P" and tokens[start].low != "of":
            start += 1
            break
    return [t for t in tokens[start:at] if t.tag == "N"][:1]
