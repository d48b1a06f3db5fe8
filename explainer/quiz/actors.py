"""Who can do or say something in an article: a person by name, "farmers in the valley", "the army";
and which of them nobody could take for one another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from explainer.extract.role_words import is_role_noun
from explainer.lexicon import entry
from explainer.quiz.called import bare_name
from explainer.quiz.pool import Pool
from explainer.quiz.standing import is_loose
from explainer.word_set import word_set

Sort = Literal["person", "people", "body"]


@dataclass(frozen=True, slots=True)
class Actor:
    """`words` are those of the name in small letters, and of what the article calls a person."""

    name: str
    sort: Sort
    words: frozenset[str]
    speaks: bool = False

    @property
    def named(self) -> bool:
        return any(word[:1].isupper() for word in self.name.removeprefix("The ").split())

    @property
    def plural(self) -> bool:
        return self.sort == "people" and not self.name.startswith(("a ", "an "))


# Of the state: one of these may act for another, and its minister for all.
_STATE = word_set(
    "government ministry state authorities authority administration president minister premier "
    "governor chancellor mayor councillor army military police troops soldiers forces officials "
    "cabinet navy prosecutors council city country commission"
)
_BODIES = word_set(
    "government ministry authorities administration army military police cabinet navy council "
    "commission parliament court opposition union jury church university school hospital museum "
    "bank club company firm board committee party crowd crew airline railway brewery factory "
    "newspaper agency congress senate tribunal federation association foundation charity office "
    "service institute operator regulator maker retailer chain campaign delegation team"
)
# Whoever they are, they may be some of the others as well: "residents" and "protesters".
_ANYBODY = word_set(
    "people residents inhabitants locals villagers men women children families visitors passengers "
    "critics opponents supporters experts analysts officials authorities leaders members workers "
    "employees staff volunteers others witnesses neighbours neighbors investors customers "
    "campaigners protesters islanders citizens figures users buyers readers friends colleagues "
    "relatives victims survivors scientists researchers activists guests adults patients"
)
_PEOPLE = word_set(
    "people men women children fishermen firemen staff rebels pupils parents families patients "
    "passengers visitors customers teenagers couples tourists"
)
# "The company" has its name elsewhere; of these an article knows one.
KNOWN = word_set(
    "government army police parliament opposition council union pope king queen church jury "
    "military navy cabinet"
)
_BETWEEN = re.compile(r" (?:of|in|at|from|for|near|with|on|to|around|by) ")
# "Most farmers", "six members of the union": how many, another question asks.
_COUNTED = re.compile(
    r"(?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty|both|half|all|most|"
    r"some|many|several|few|no|every|each|dozens|hundreds|thousands|about|around|more|other|"
    r"another|one|such|any|these|those|neither|either)\b",
    re.I,
)


def actor_of(name: str, pool: Pool, roles: str = "") -> Actor | None:
    """Who is so called; None for what cannot act, or is not told in full: "the company", "they",
    "five of them". `roles` is what the article calls a person of this name."""
    sort = _sort_of(name, pool)
    if sort is None:
        return None
    shown = bare_name(name) if sort == "person" else name
    told = f"{shown} {roles if sort == 'person' else ''}"
    return Actor(shown, sort, frozenset(re.findall(r"[^\W\d_]{3,}", told.lower())) - _LIGHT)


_LIGHT = frozenset(("the", "and", "for", "from", "with", "who", "was", "were"))


def _sort_of(name: str, pool: Pool) -> Sort | None:
    bare = re.sub(r"^[Tt]he ", "", name)
    if is_loose(name) or re.search(r"[\d,;:()“”\"]", name) or len(name.split()) > 7:
        return None
    if name in pool.things.get("person", {}):
        return "person" if " " in name else None
    if bare in pool.things.get("organisation", {}):
        return "body"
    front = _BETWEEN.split(bare)[0].split()
    if not front or _COUNTED.match(name) or not all(w[-1].isalpha() for w in front):
        return None
    return _sort_of_noun(front[-1].lower(), name, alone=" " not in bare)


def _sort_of_noun(head: str, name: str, alone: bool) -> Sort | None:
    definite = name.lower().startswith("the ")
    if head in _ANYBODY and alone and definite:
        return None  # "the researchers" are a team that has its name elsewhere
    base = (entry(head).bases.get("NOUN") or (head,))[0]
    if head in _BODIES:
        return None if alone and definite and head not in KNOWN else "body"
    if name.startswith(("a ", "an ")) and is_role_noun(head):
        return None if alone else "people"  # "a rebel spokesman"
    if head in _PEOPLE or (base != head and (is_role_noun(base) or head in _ANYBODY)):
        return "people"
    return None


def apart(one: Actor, other: Actor) -> bool:
    """Whether nobody is both: of two groups of anybody some may be members of both, one office of
    the state may act for another, and a person for the body or the people they belong to."""
    if _stems(one) & _stems(other):
        return False
    if one.words & _STATE and other.words & _STATE:
        return False
    sorts, anybody = {one.sort, other.sort}, bool((one.words | other.words) & _ANYBODY)
    if sorts in ({"people", "body"}, {"person", "body"}) and anybody:
        # "researchers", and one of them, may be "a team of scientists"
        return all(each.named or not each.words & _ANYBODY for each in (one, other))
    if one.sort == other.sort == "people":
        return not anybody
    return sorts != {"person", "people"} or not anybody


def _stems(actor: Actor) -> set[str]:
    return {word[:5] for word in actor.words}


def others(
    known: Sequence[tuple[int, Actor]], key: Actor, at: int, count: int, doing: bool
) -> list[Actor]:
    """Up to `count` of the known actors, each with the offset where it is told of, whom nobody
    could take for `key` or for one another; of its sort first, then who speaks, then near `at`.
    Where they are to have been `doing` it, people stand beside people, and a name beside names."""
    ranked = sorted(known, key=lambda a: (
        a[1].sort != key.sort, not a[1].speaks, abs(a[0] - at),
    ))  # fmt: skip
    found: list[Actor] = []
    for _, other in ranked:
        if doing and not _can_do_alike(key, other):
            continue
        if all(apart(other, each) for each in (key, *found)):
            found.append(other)
        if len(found) == count:
            break
    return found


def _can_do_alike(key: Actor, other: Actor) -> bool:
    """Whether one might believe that either did it."""
    return key.sort == other.sort and key.named == other.named
