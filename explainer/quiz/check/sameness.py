"""Do two options say the same, or could both be right at once?"""

from __future__ import annotations

import re

from explainer.quiz.check import words
from explainer.quiz.check.ground import Ground
from explainer.quiz.check.lexicon import FILLER, NO_NAME, STOP
from explainer.quiz.check.measures import measure
from explainer.quiz.check.shares import share
from explainer.quiz.check.times import period, together
from explainer.quiz.check.words import Said
from explainer.word_set import word_set

_BOUND = re.compile(
    r"\b(?P<up>more than|over|at least|above|no fewer than|not less than|minimum|"
    r"(?:and|or) (?:older|more|later|longer|above|upwards))\b|"
    r"\b(?P<down>fewer than|less than|at most|up to|under|below|no more than|not more than|"
    r"maximum|(?:and|or) (?:younger|fewer|less|earlier|shorter))\b",
    re.I,
)
_RANGE = re.compile(
    r"(?:between\s+)?(?P<low>[\w.,-]+)\s*(?:-|–|—|\bto\b|\band\b)\s*(?P<high>[\w.,]+)"
)


def same(a: str, b: str, ground: Ground) -> bool:
    """Whether two options mean the same after numbers, names and small words are made equal."""
    if words.spoken(a).casefold().strip(" .") == words.spoken(b).casefold().strip(" ."):
        return True
    one, two = (period(text, ground.source.published) for text in (a, b))
    if one and two:
        return one == two
    if is_role_of(a, b, ground) or is_role_of(b, a, ground):
        return True
    if (part := share(a)) is not None and part == share(b):
        return True
    if (size := measure(a)) is not None and size == measure(b):
        return True
    left, right = words.read(a), words.read(b)
    if left.atoms != right.atoms or _turns(left) != _turns(right):
        return False
    mine, yours = _claims(left), _claims(right)
    if left.atoms and (set(mine) <= set(yours) or set(yours) <= set(mine)):
        return _bounds(a) == _bounds(b) or not _BOUND.search(a + b)
    if mine and [words.fold(w) for w in mine] == [words.fold(w) for w in yours]:
        return len(left.tokens) == len(right.tokens) or len(mine) == len(
            [t for t in left.tokens if t.text.casefold() not in STOP]
        )
    return same_person(a, b, ground)


_TURN = word_set(
    "more less fewer most least before after above below under over up down in out not no never "
    "without with from to all some many few neither both her his their for "
    "against"
)


def _turns(said: Said) -> set[str]:
    """Small words that make two answers two: "far more" and "far less"."""
    return {t.text.casefold() for t in said.tokens} & _TURN if len(said.tokens) > 1 else set()


def _claims(said: Said) -> list[str]:
    return [
        t.text.casefold()
        for t in said.tokens
        if t.atom is None and t.text.casefold() not in STOP | FILLER
    ]


def _names(text: str) -> list[str]:
    """The words of an option that is a name and nothing else."""
    parts = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text)
    strong = [p for p in parts if p.casefold() not in NO_NAME]  # fmt: skip
    return strong if strong and all(p[0].isupper() for p in strong) else []


def same_person(a: str, b: str, ground: Ground) -> bool:
    left, right = _names(a), _names(b)
    if not left or not right:
        return False
    full_a, full_b = ground.index.person(a), ground.index.person(b)
    if full_a == full_b:
        return True
    short, long = sorted((left, right), key=len)
    known = full_a in ground.index.full_names and full_b in ground.index.full_names
    if known and len(short) > 1:
        return False  # the source itself tells them apart: John Adams, John Quincy Adams
    return all(any(words.same_name(s, w) for w in long) for s in short) and (
        len(short) > 1 or words.same_name(short[-1], long[-1])
    )


def is_role_of(role: str, name: str, ground: Ground) -> bool:
    """Whether `role` describes the person `name`: "the director" and Susan Okafor."""
    said = words.read(role)
    mine = {t.form for t in said.tokens if t.text.casefold() not in STOP | FILLER}
    if not mine or not _names(name) or _has_name(role):
        return False
    person = ground.index.person(name)
    plain = {t.form for t in said.tokens if not t.capital} & mine
    return any(
        mine <= told or (plain and plain <= told and len(told) <= 4)  # "its managing director"
        for told in ground.index.roles.get(person, ())
    )


def _has_name(role: str) -> bool:
    """Whether it is a name and no word besides; "the Sociologist" is none, "a biologist at the
    University of Bergen" neither."""
    said = [t for t in words.read(role).tokens if t.text.casefold() not in STOP]
    return all(t.capital for t in said) and any(not words.lemmas(t.text.casefold()) for t in said)


_SAYS = re.compile(r"\b(?:is|are|was|were|has|have|had|did|died|will|can)\b|\w{3,}ed\b", re.I)


def overlap(a: str, b: str, ground: Ground) -> bool:
    """Whether both could be right at once: a range in a range, a day in its month."""
    one, two = (period(text, ground.source.published) for text in (a, b))
    if (one and two) or together(a, b):
        return together(a, b) or bool(one and two and one[0] <= two[1] and two[0] <= one[1])
    if min(len(a.split()), len(b.split())) > 3 and _SAYS.search(a) and _SAYS.search(b):
        return False  # sentences of their own
    low, high = _bounds(a), _bounds(b)
    if (
        low
        and high
        and len(_claims(words.read(a + " " + b))) < 4
        and (_BOUND.search(a + " " + b) or _is_range(a) or _is_range(b))
    ):
        if low[0] < low[1] == high[0] < high[1] or high[0] < high[1] == low[0] < low[1]:
            return False  # "50 to 70" and "70 and older" meet in a point
        return low[0] <= high[1] and high[0] <= low[1]
    left, right = words.read(a), words.read(b)
    if left.atoms and right.atoms and (_time_like(left) or _time_like(right)):
        return left.atoms < right.atoms or right.atoms < left.atoms or _decade_holds(left, right)
    return False


def _time_like(said: Said) -> bool:
    return any(
        k in ("month", "decade", "weekday") or (k == "number" and 1000 <= v <= 2100)
        for k, v in said.atoms
    )


def _decade_holds(a: Said, b: Said) -> bool:
    for one, other in ((a, b), (b, a)):
        decades = [v for k, v in one.atoms if k == "decade" and v > 1000]
        years = [v for k, v in other.atoms if k == "number" and 1000 <= v <= 2100]
        if any(d <= y < d + 10 for d in decades for y in years):
            return True
    return False


def _is_range(text: str) -> bool:
    return _range(text) is not None


def _range(text: str) -> tuple[float, float] | None:
    match = _RANGE.search(text)
    if not match:
        return None
    low, high = (words.read(match[g]).tokens for g in ("low", "high"))
    if low and high and low[-1].atom and high[0].atom:
        return low[-1].atom[1], high[0].atom[1]
    return None


def _bounds(text: str) -> tuple[float, float] | None:
    """The numbers an option allows, as lowest and highest."""
    found = _range(text)
    if found:
        return found
    numbers = [t.atom[1] for t in words.read(text).tokens if t.atom and t.atom[0] == "number"]
    if len(numbers) != 1:
        return None
    match = _BOUND.search(text)
    if match is None:
        return numbers[0], numbers[0]
    return (numbers[0], float("inf")) if match["up"] else (float("-inf"), numbers[0])
