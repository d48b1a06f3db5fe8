"""Questions on several dated events: put in order, and which came before or after a year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from explainer.facts import Fact
from explainer.language.times_values import said
from explainer.quiz.draft import Choice, Draft, cited
from explainer.quiz.happenings import Happening
from explainer.quiz.option_labels import time_label
from explainer.timeline_when import how_got, when_of

_FEW, _MANY = 3, 4
_MOST_ITEMS = 3


def in_order(apart: Sequence[Happening]) -> Iterator[Draft]:
    """Three or four events, the earliest first; `apart` are in this order, no two at one time."""
    for group in _groups(apart):
        right = [Choice(each.words, f"{_when(each)}. {cited(each.fact)}") for each in group]
        draft = Draft(
            "order", "Put these events in order, the earliest first.", right, [],
            _facts(group), 8.8, group[0].fact.quotes[0].start, "connect",
        )  # fmt: skip
        draft.naming = [fact for each in group for fact in each.naming]
        yield draft


def _groups(apart: Sequence[Happening]) -> list[Sequence[Happening]]:
    """Groups of three or four, each spread over the whole time rather than all of one year."""
    count = min(_MOST_ITEMS, len(apart) // _FEW)
    groups = [list(apart[n::count]) for n in range(count)]
    return [group[:_MANY] for group in groups if len(group) >= _FEW]


def _when(each: Happening) -> str:
    """ "25 August 2021", or how a day that no date names was got: "16 to 22 August 2021, from
    “last week”, counted from …"."""
    told = time_label(each.time)
    if told is not None and told.removeprefix("the ") in each.time.text:
        return told[0].upper() + told[1:]
    words = told or when_of(each.time, said(*_days(each)))
    return f"{words[0].upper()}{words[1:]}, {how_got(each.time)}"


def before_and_after(apart: Sequence[Happening]) -> Iterator[Draft]:
    """Which of these happened in a year or later? Two did, the first of them in that year; two did
    not. Else the other way round: in a year or earlier."""
    for first in range(len(apart) - 2, 1, -1):
        if label := _pivot(apart[first]):
            keys = apart[first : first + 2]
            yield _sided(f"{label} or later", "earlier", keys, apart[first - 2 : first])
            return
    for last in range(1, len(apart) - 2):
        if label := _pivot(apart[last]):
            keys = apart[last - 1 : last + 1]
            yield _sided(f"{label} or earlier", "later", keys, apart[last + 1 : last + 3])
            return


def _pivot(each: Happening) -> str | None:
    """ "in 1869": the year or day that a question names, where the words of the article give it."""
    label, form = time_label(each.time), each.time.precision
    if label is None or form not in ("day", "month", "year") or not re.search(r"\d", label):
        return None
    given = re.search(r"\d", each.time.text)
    return f"{'on' if form == 'day' else 'in'} {label}" if given else None


def _sided(when: str, other: str, keys: Sequence[Happening], wrong: Sequence[Happening]) -> Draft:
    return Draft(
        "multiple_answer", f"Which of these happened {when}?",
        [Choice(_sentence(k), f"{_when(k)}. {cited(k.fact)}") for k in keys],
        [Choice(_sentence(o), f"That was {other}. {cited(o.fact)}") for o in wrong],
        _facts(keys), 7.9, keys[0].fact.quotes[0].start, "connect",
        naming=[fact for each in keys for fact in each.naming],
    )  # fmt: skip


def _sentence(each: Happening) -> str:
    return f"{each.words}."


def _days(each: Happening) -> tuple[date, date]:
    return date.fromisoformat(each.first), date.fromisoformat(each.last)


def _facts(group: Sequence[Happening]) -> list[Fact]:
    return list({each.fact.id: each.fact for each in group}.values())
