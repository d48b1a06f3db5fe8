"""What a class knows and does not, counted from the attempts of its students."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from explainer.quiz.attempt import Attempt
from explainer.quiz.item import Item


@dataclass(frozen=True, slots=True)
class ItemResult:
    """How many answered an item rightly and wrongly, and the wrong answer given most often (what a
    response holds; empty where none was wrong)."""

    item: Item
    right: int
    wrong: int
    mistaken: tuple[str, ...]

    @property
    def share_wrong(self) -> float:
        return self.wrong / (self.right + self.wrong) if self.right + self.wrong else 0.0


@dataclass(frozen=True, slots=True)
class Standing:
    """How far one student is."""

    nickname: str
    answered: int
    asked: int
    right: int

    @property
    def finished(self) -> bool:
        return self.answered == self.asked


@dataclass(frozen=True, slots=True)
class FactMissed:
    """A fact and how many students missed an item that asks for it."""

    fact_id: str
    students: int


def by_item(attempts: Iterable[Attempt]) -> list[ItemResult]:
    """Every item that somebody was asked, in the order asked."""
    items: dict[str, Item] = {}
    given: dict[str, list[tuple[bool, tuple[str, ...]]]] = {}
    for attempt in attempts:
        for item in attempt.items:
            items[item.id] = item
            response = attempt.response(item.id)
            if response is not None:
                given.setdefault(item.id, []).append((response.right, tuple(response.given)))
    results = []
    for id, item in items.items():
        wrong = Counter(ids for right, ids in given.get(id, []) if not right)
        right = sum(1 for right, _ in given.get(id, []) if right)
        most = wrong.most_common(1)
        results.append(ItemResult(item, right, wrong.total(), most[0][0] if most else ()))
    return results


def hardest(results: Sequence[ItemResult], most: int = 3) -> list[ItemResult]:
    """The items that the largest share got wrong, those that most answered first among equals."""
    missed = [result for result in results if result.wrong]
    return sorted(missed, key=lambda r: (-r.share_wrong, -r.wrong))[:most]


def by_student(attempts: Iterable[Attempt]) -> list[Standing]:
    return [
        Standing(
            nickname=attempt.nickname or attempt.code,
            answered=len(attempt.responses),
            asked=len(attempt.items),
            right=sum(response.right for response in attempt.responses),
        )
        for attempt in attempts
    ]


def facts_missed(attempts: Iterable[Attempt]) -> list[FactMissed]:
    """The facts that students missed, the one missed by most first."""
    missed: Counter[str] = Counter()
    for attempt in attempts:
        missed.update({id for item in attempt.missed for id in item.fact_ids})
    return [FactMissed(id, count) for id, count in missed.most_common()]


def as_csv(attempts: Sequence[Attempt]) -> str:
    """A row a student: nickname, answered, right, and for each item 1, 0 or nothing. What a
    spreadsheet would read as a formula is quoted. No key is in it."""
    items = [result.item for result in by_item(attempts)]
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(["nickname", "answered", "right", *(_cell(item.stem) for item in items)])
    for attempt, standing in zip(attempts, by_student(attempts), strict=True):
        given = {response.item_id: int(response.right) for response in attempt.responses}
        table.writerow(
            [_cell(standing.nickname), standing.answered, standing.right]
            + [given.get(item.id, "") for item in items]
        )
    return out.getvalue()


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t")) else text
