"""Whether "he" or "she" can be meant: what titles, roles and first names say."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from explainer.language.speech_words import MEN, WOMEN
from explainer.mention import NameMention

_NAMES = Path(__file__).parents[1] / "data" / "given_names.z"
_WORD = re.compile(r"[\w.-]+")
# Heads of "a harbour official", "the driver": one human being, who may be "he" or "she" next.
_HUMAN = re.compile(
    r"(?:man|woman|er|or|ist|ian|ant|ent|ee|official|source|witness|chief|guard|aide|nurse|"
    r"judge|colleague|relative|friend|neighbour|president|cleric|priest)\Z"
)
_OWNER = re.compile(r"['’]s ")
_NOT_HUMAN = re.compile(
    r"(?:government|parliament|department|statement|document|paper|newspaper|letter|center|water|"
    r"committee|number|paper|report|president's|agreement|regulator|power|manor|order|election)\Z"
)


@lru_cache(maxsize=1)
def _given() -> tuple[frozenset[str], frozenset[str]]:
    men, women = zlib.decompress(_NAMES.read_bytes()).decode().split("\n\n")
    return frozenset(men.split("\n")), frozenset(women.split("\n"))


def genders(text: str, persons: Sequence[NameMention]) -> dict[str, str]:
    """ "m" or "f" for each full name that a title, a role or a first name tells of."""
    found: dict[str, str] = {}
    men, women = _given()
    for person in persons:
        if person.value in found:
            continue
        before = _WORD.findall(text, max(0, person.start - 24), person.start)[-1:]
        told = gender_of_role(" ".join([person.title or "", *before, person.text.split()[0]]))
        if told:
            found[person.value] = told
    for value in {person.value for person in persons}:
        first = value.split()[0]
        if value not in found and " " in value and (first in men or first in women):
            found[value] = "m" if first in men else "f"
    return found


def gender_of_role(words: str) -> str | None:
    """What "Mrs", "spokesman", "her mother" say."""
    for word in _OWNER.split(words.lower())[-1].split():  # of "Mr. Lee's mother" the mother
        bare = word.rstrip(".,")
        if bare in MEN:
            return "m"
        if bare in WOMEN:
            return "f"
    return None


def is_one_human(role: str) -> bool:
    """Is "a harbour official who asked not to be named" one person?"""
    if role.startswith(("one of ", "another of ")) or role in ("another", "the other", "one"):
        return True
    head = re.split(
        r" (?:of|for|from|in|at|with|to|who|on|close|near|by|\w+ed) ", role, maxsplit=1
    )[0]
    return bool(_HUMAN.search(head)) and not _NOT_HUMAN.search(head)
