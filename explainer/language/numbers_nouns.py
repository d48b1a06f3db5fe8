"""The noun behind a number, in the singular: what it counts."""

from __future__ import annotations

import re
from typing import NamedTuple

from explainer.lexicon import entry
from explainer.word_set import word_set


class Unit(NamedTuple):
    """`name` is the canonical unit, ending at `end` of the text; `scaled` units are those before
    which "1.375" has decimals."""

    name: str
    end: int


# Words that end the noun phrase behind a number.
_CLOSES = word_set(
    """
    a an the and or but nor of in on at by for from to with without within into onto over under
    after before since until till during between among amid against across along around near
    about above below behind beside beyond through throughout toward towards upon via per than
    as that which who whom whose where when while why how if because though although unless so
    yet then is are was were be been being am has have had having do does did will would shall
    should can could may might must not no it he she they we you i him her them us me his its
    their our my your this these those there here what all any some both each every either
    neither such only just also even still already never ever again left said says say went
    came took take takes made make makes got get gets died die dies fell rose won lost told saw
    began became felt held kept met ran sat stood told found gave put set shot fled up down out
    off ago later earlier later today yesterday tomorrow now i'm isn't wasn't weren't aren't
    goes gets needs wants comes remains suffers believes thinks becomes lacks owns gives
    don't didn't hasn't haven't hadn't won't wouldn't couldn't can't cannot killed injured
    wounded arrested reported according including compared except versus vs following monday
    tuesday wednesday thursday friday saturday sunday
    """
)

_NUMBERS = word_set(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred thousand million billion trillion lakh crore dozen half dozens hundreds thousands
    millions billions several few many tens scores others
    """
)

_FILLERS = re.compile(
    r"(?:-odd\b|\s(?:of\s(?:the|all|its|his|her|their|our|these|those)\b|of\b|(?:the|its|his|her|their|our|my|your)\b|more\b|other\b|or\sso\b"
    r"|or\smore\b|or\sfewer\b"
    r"|additional\b|further\b|new\b))?"
)

_WORD = re.compile(r"[\s-]\(?([^\W\d_][^\W\d_]*(?:['’-][^\W\d_]+)*)")

_COLLECTIVE = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "police": "police",
    "staff": "staff", "aircraft": "aircraft", "personnel": "personnel", "cattle": "cattle",
    "sheep": "sheep", "fish": "fish", "crew": "crew", "teeth": "tooth", "mice": "mouse",
    "spacecraft": "spacecraft", "species": "species", "series": "series", "troops": "troop",
    "media": "medium", "phenomena": "phenomenon", "criteria": "criterion", "bacteria": "bacterium",
    "lives": "life", "wives": "wife", "knives": "knife", "wolves": "wolf", "leaves": "leaf",
    "loaves": "loaf", "shelves": "shelf", "halves": "half", "thieves": "thief", "calves": "calf",
    "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato", "buses": "bus", "gases": "gas",
    "viruses": "virus", "crises": "crisis", "analyses": "analysis", "theses": "thesis",
    "oxen": "ox", "geese": "goose", "alumni": "alumnus", "data": "datum", "movies": "movie",
    "cookies": "cookie", "zombies": "zombie", "headquarters": "headquarters", "axes": "axe",
    "shoes": "shoe", "canoes": "canoe", "caches": "cache", "licences": "licence",
    "campuses": "campus", "cactuses": "cactus", "bonuses": "bonus", "censuses": "census",
    "houses": "house", "horses": "horse", "nurses": "nurse", "courses": "course",
    "cases": "case", "bases": "base", "phases": "phase", "causes": "cause", "purchases": "purchase",
    "increases": "increase", "releases": "release", "databases": "database", "diseases": "disease",
    "corpses": "corpse", "hostages": "hostage", "axles": "axle", "families": "family",
    "offices": "office", "spokesmen": "spokesman", "quizzes": "quiz",
}  # fmt: skip

# Plurals that stand before the noun they belong to: "two sports cars".
_FIRST_OF_TWO = word_set(
    """
    sports sales arms savings goods customs systems operations communications series species
    headquarters works relations services rights games parks awards trades shares
    """
)

_NO_PLURAL = re.compile(r"(?:ss|us|is|ous|['’]s)$")

_ADJECTIVE = re.compile(
    r"(?:al|ous|ful|ive|ic|ish|less|able|ible|ant|ent|ary|ory|ed|ing|an|ese|ern|ior|y|est|er)$"
)

_ADJECTIVES = word_set(
    """
    more other new old young big small large long short high low single major key top former
    male female dead white black red blue green local full whole free main good bad great last
    such separate extra less unnamed lone fellow rare huge armed
    strong wide deep tall thick odd plus something storied senior police
    """
)

_PERSONS = re.compile(
    r"(?:officer|soldier|member|leader|fighter|player|worker|teacher|minister|driver|passenger|"
    r"prisoner|villager|farmer|protester|lawyer|reporter|manager|father|mother|brother|sister|"
    r"daughter|paper|newspaper|number|order|letter|chapter|river|tower|hunter|singer|writer|"
    r"customer|researcher|engineer|commander|army|city|country|company|party|boy|day|family|body|"
    r"attorney|baby|story|treaty|ministry|agency|university|man|woman|hospital|official|animal|"
    r"rival|goal|deal|trial|student|president|resident|agent|patient|parent|accident|client|"
    r"incident|event|percent|cent|plant|restaurant|participant|applicant|assistant|republican|"
    r"american|human|plan|van|clan|seed|bed|shed|building|wedding|meeting|killing|shooting|ring|"
    r"king|wing|thing|clinic|music|public|detective|relative|native|executive|olive|secretary|"
    r"library|factory|territory|laboratory|category|victory|table|vehicle|apple|elder|"
    r"hotel|interest|test|arrest|protest|forest|priest|guest|artist|car|bar|war|veteran|orphan)$"
)


def noun_after(text: str, at: int, end: int, value: float) -> Unit | None:
    filler = _FILLERS.match(text, at, end)
    place = filler.end() if filler else at
    if text.startswith("-strong ", at):
        return _group(text, at + 7, end)
    found = last = None
    for step in range(5):
        match = _WORD.match(text, place, end)
        if match is None or text[match.end() : match.end() + 1] in _IN_A_MODEL:
            match = _after_model(text, place, end, step > 0 and text[place - 1].isalpha())
        if match is None or (match[0][0] == "-" and step):
            break
        word = match[1]
        low = word.lower()
        if low in _CLOSES or low in _NUMBERS or low.endswith(("'s", "’s")):
            break
        last = Unit(low, match.end()) if word.islower() else None
        hyphened = match[0][0] == "-"
        if _is_plural(low) and not word.isupper() and value != 1:
            found = Unit(singular(low), match.end())
            place = match.end()
            if word.islower() and low.endswith("s") and low not in _FIRST_OF_TWO:
                break  # "one in five adults smokes", but "five United Nations workers"
            continue
        if found:
            break
        # "one soldier", "half a life", "a 15-member council"; what else is singular describes.
        describes = _describes if hyphened else _is_adjective
        if word.islower() and not describes(low) and not _is_plural(low):
            if hyphened or 0 < value <= 1:
                return Unit(low, match.end())
        elif hyphened:
            return None
        place = match.end()
    else:
        last = None
    # "half the money": what looked like an adjective is the noun if nothing follows it.
    taken = found is None and last is not None and not last.name.endswith("ed")
    return last if taken and 0 < value < 1 else found


def _after_model(text: str, at: int, end: int, named: bool) -> re.Match[str] | None:
    """The word behind a type, as in "20 Airbus A350-900 jets"."""
    model = _MODEL.match(text, at, end)
    if model is None or (model[0][1].isdigit() and not named):
        return _WORD.match(text, at, end)
    return _WORD.match(text, model.end(), end)


_IN_A_MODEL = frozenset("0123456789-")
_MODEL = re.compile(r"\s(?:[A-Z]{1,3}-?)?\d{2,4}(?:-\d+)?[A-Z]{0,2}(?=\s[a-z])")


def _describes(word: str) -> bool:
    """Whether what a hyphen joins to a number is no noun: "a two-sided coin", "a 110-storey tower"
    has one."""
    return word in _ADJECTIVES or (bool(_JOINED.search(word)) and not _PERSONS.search(word))


_JOINED = re.compile(r"(?:ed|al|ing|ive|ous|ful|ic|able|est|fold)$")
_GROUPS = word_set(
    "force team army crowd squad group unit band party crew delegation contingent militia fleet "
    "community workforce staff cast choir orchestra panel jury garrison column battalion brigade"
)


def _group(text: str, at: int, end: int) -> Unit | None:
    """The group in "a 3,500-strong rebel force": its own noun, else the first that follows."""
    first: Unit | None = None
    for _ in range(3):
        match = _WORD.match(text, at, end)
        if match is None or (low := match[1].lower()) in _CLOSES:
            break
        if low in _GROUPS:
            return Unit(low, match.end())
        if first is None and not _is_adjective(low):
            first = Unit(singular(low) if _is_plural(low) else low, match.end())
        at = match.end()
    return first


def _is_adjective(word: str) -> bool:
    return word in _ADJECTIVES or (
        bool(_ADJECTIVE.search(word)) and not _PERSONS.search(word) and len(word) > 3
    )


def _is_plural(word: str) -> bool:
    if word in _COLLECTIVE:
        return True
    if word.endswith(("men", "people", "children")):
        return len(word) > 4 and word not in ("specimen", "acumen", "regimen")
    return len(word) > 3 and word.endswith("s") and not _NO_PLURAL.search(word)


def singular(noun: str) -> str:
    """The singular of a plural noun in small letters."""
    base, hyphen, last = noun.rpartition("-")
    if last in _COLLECTIVE:
        last = _COLLECTIVE[last]
    elif last.endswith("children"):
        last = last[:-3]
    elif last.endswith("men"):
        last = last[:-2] + "an"
    elif last.endswith("ies") and len(last) > 4:
        kept = last[:-1] in entry(last).bases.get("NOUN", ())  # a sortie, a zombie
        last = last[:-1] if kept else last[:-3] + "y"
    elif re.search(r"(?:ss|sh|ch|x|zz)es$", last):
        last = last[:-2]
    elif last.endswith("s") and not _NO_PLURAL.search(last):
        last = last[:-1]
    return base + hyphen + last
