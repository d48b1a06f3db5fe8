"""What somebody is, changed to what another of the same walk of life would be: wrong answers for
"How does the article describe …?" where it describes too few others."""

from __future__ import annotations

import re
from functools import cache
from random import Random

# In each walk of life callings that nobody has at once; those of one line, parted by a slash, may
# be one thing, or nearly one.
_WALKS = (
    "chief executive/chief executive officer/ceo/managing director, "
    "chief financial officer/finance director/finance chief, chief operating officer, "
    "chairman/chairwoman/chairperson/chair",
    "prime minister/chief minister/premier, finance minister, foreign minister, defence minister/"
    "defense minister, health minister, education minister, interior minister, "
    "agriculture minister, transport minister, environment minister, energy minister, "
    "justice minister",
    "mayor/deputy mayor/lord mayor, police chief, treasurer, fire chief",
    "solicitor general/attorney general/advocate general, chief justice, police commissioner, "
    "public defender",
    "judge/justice, prosecutor/public prosecutor, lawyer/attorney/solicitor/barrister, "
    "detective/inspector",
    "manager/coach/trainer/head coach, goalkeeper, midfielder, striker/forward, defender, referee",
    "hydrologist/geologist/climatologist/glaciologist/oceanographer/climate scientist/geographer/"
    "seismologist/meteorologist, economist, historian/archaeologist, "
    "biologist/ecologist/botanist/zoologist/ornithologist/entomologist/geneticist, "
    "physicist/astronomer/chemist, psychologist/psychiatrist/sociologist/anthropologist, linguist, "
    "engineer, lawyer",
    "headteacher/head teacher/headmaster/headmistress, caretaker, librarian, school nurse",
    "teacher/schoolteacher, nurse/doctor/surgeon/physician/midwife/paramedic/pharmacist, "
    "farmer/winegrower, baker/butcher, carpenter/joiner/cabinetmaker, electrician, "
    "librarian/archivist, fisherman/sailor, miner, plumber, tailor, watchmaker, accountant, "
    "shopkeeper/grocer, bus driver, firefighter, shipowner/shipbuilder, postman",
    "poet/novelist/author/writer/playwright, painter/sculptor/artist, "
    "composer/conductor/pianist/singer/musician, photographer, architect",
    "spokesman/spokeswoman/spokesperson/press secretary, treasurer, legal adviser, archivist",
    "commander/marshal, quartermaster, chaplain, interpreter",
    "general/colonel/major/captain/lieutenant, army doctor, chaplain, interpreter",
    "analyst, lawyer, journalist/reporter/columnist/correspondent, engineer",
    "special envoy/envoy/ambassador, army commander, journalist, judge",
)  # fmt: skip
# What somebody is to another.
_TO_ANOTHER = ("lawyer/attorney/solicitor/barrister, doctor/physician, landlord, employer, "
               "neighbour, accountant",)  # fmt: skip
# What stands before a calling and goes with any other as well.
_KEPT = re.compile(r"(?!Additional|Deputy)[A-Z]|(?:former|retired|local|young)$|.*['’]s?$")
_TAIL = re.compile(r"\s(?:of|at|for|in|from|with|on|to)\s.*$")


def without_tail(words: str) -> str:
    """A description without where its holder works; an office keeps of what it is
    one, where that is short."""
    tail = _TAIL.search(words)
    held = tail is None or (tail[0].startswith(" of ") and len(tail[0].split()) <= 3)
    return words if held or tail is None else words[: tail.start()]


def other_callings(words: str, rng: Random) -> list[tuple[str, str]]:
    """Other callings, each with a description like `words` that has it, in the order of chance:
    "doctor" with "the suspect's doctor" for "the suspect's lawyer"; none where `words` are of no
    known walk of life."""
    tail = _TAIL.search(words)
    front, rest = (words[: tail.start()], tail[0]) if tail else (words, "")
    walks = _TO_ANOTHER if re.search(r"['’]s? [a-z]+$", front) else _WALKS
    known = _lines(walks)
    name = max((n for n in known if f" {front.lower()}".endswith(f" {n}")), key=len, default="")
    if not name or _MORE.search(words):
        return []
    before = front[: len(front) - len(name)]
    mates = [line[0] for line in known[name] if name not in line]
    return [(mate, _put(before, mate, rest)) for mate in rng.sample(mates, len(mates))]


_MORE = re.compile(r"\b(?:and|or|who|which|that|first|last|only)\b|,|\d")


def _put(before: str, calling: str, rest: str) -> str:
    """The calling with the article and the words before it that suit it too."""
    first, *others = before.split() or [""]
    article = first if first.lower() in ("a", "an", "the") else ""
    kept = [word for word in (others if article else before.split()) if _KEPT.match(word)]
    phrase = " ".join([*kept, calling])
    if article in ("a", "an"):
        article = "an" if phrase[0].lower() in "aeio" else "a"
    return f"{article} {phrase}{rest}".strip()


_Lines = dict[str, list[list[str]]]


@cache
def _lines(walks: tuple[str, ...]) -> _Lines:
    """For each calling the lines of the first walk of life that has it."""
    found: _Lines = {}
    for walk in walks:
        lines = [line.strip().split("/") for line in walk.split(",")]
        for line in lines:
            for name in line:
                found.setdefault(name, lines)
    return found
