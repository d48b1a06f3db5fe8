"""What a relative expression counts from: the day of publication, or the last date in the text."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import median

from explainer.language.times_values import days_of, precision_of

# A reference must be at least as fine as what is counted from it.
_FINENESS = {
    "minute": 0, "hour": 0, "part of day": 0, "day": 0, "weekend": 1, "week": 1, "month": 2,
    "quarter": 3, "season": 3, "half": 4, "year": 5, "decade": 6, "century": 7, "vague": 9,
}  # fmt: skip
_UNIT = {
    "second": 0, "minute": 0, "hour": 0, "day": 0, "week": 1, "fortnight": 1, "weekend": 1,
    "month": 2, "quarter": 3, "season": 3, "half": 4, "year": 5, "decade": 6, "century": 7,
    "millennium": 8,
}  # fmt: skip

# A story told by months and days lasts while no more than so many sentences name none.
_STORY = 3
_OF_A_STORY = frozenset({"minute", "hour", "part of day", "day", "month", "season"})


@dataclass
class Anchor:
    """The publication day, and the dates met so far. In a `narrative` the text's own dates count
    before the publication day."""

    published: date | None
    narrative: bool = False
    month_first: bool = True
    seen: deque[str] = field(default_factory=lambda: deque(maxlen=12))

    sentence: int = 0
    last_day: tuple[int, date | None] = (-9, None)
    scene: tuple[int, int, bool] = (0, 0, False)
    story: int = -9
    seen_in: int = -9
    history: bool = False
    limit: str = ""
    year_bc: int = 0

    def day_spoken_of(self) -> date | None:
        """The day last named in this sentence or the one before, if it is not yet to come."""
        sentence, day = self.last_day
        if day is None or self.sentence - sentence > 1:
            return None
        ahead = self.published is not None and day > self.published and sentence != self.sentence
        return None if ahead else day

    def set_scene(self, value: str, opens: bool) -> None:
        """Remember in which sentence a year was named, and whether the sentence opens with it."""
        if len(value) >= 4 and value[:4].isdigit():
            self.scene = (self.sentence, int(value[:4]), opens)

    def in_old_scene(self) -> bool:
        """Whether this sentence, or the one before, has set its scene in another time than the
        publication's."""
        sentence, year, opens = self.scene
        if self.published is None or self.narrative or self.sentence - sentence > opens or not year:
            return False
        return abs(self.published.year - year) >= 2

    def in_old_story(self) -> bool:
        """Whether the sentences just before told, day by day, of a year long past."""
        day = self.textual("day")
        if day is None or self.published is None or self.sentence - self.story > _STORY:
            return False
        return self.published.year - day.year >= 2

    def story_year(self, month: int) -> int | None:
        """The year of `month` where the sentences just before tell an old story, month by month:
        the story goes forward, and from December into January."""
        fine = self.textual("season")
        if self.narrative or self.published is None or fine is None:
            return None
        if self.sentence - self.story > _STORY or self.published.year - fine.year < 2:
            return None
        if month >= fine.month:
            return fine.year
        return fine.year + 1 if fine.month - month >= 8 else None

    def leave_limit(self) -> None:
        """Go back from a year that something lasted until: the story has not come to it, though
        'that year' or 'a year later' may count from it."""
        told = self.narrative or self.history
        if self.limit and told and len(self.seen) > 1 and self.seen[-1] == self.limit:
            self.seen.pop()
            self._come_down_to(self.seen[-1], False)
        self.limit = ""

    def _come_down_to(self, value: str, of_today: bool) -> None:
        """A history that has come down to its own day goes on as news."""
        if self.history and self.published and value[3:4].isdigit():
            self.narrative = int(value[:4]) < self.published.year - of_today

    def begin_story(self, told: int, ends: bool) -> None:
        """After a sentence that sums a story up, from its first year to its last or, if it says
        that it `ends`, its last month, the story is at its beginning; the dates of that sentence
        are those `seen` from `told` on."""
        span = [*self.seen][told:]
        years = [int(value[:4]) for value in span if value[:4].isdigit()]
        later = len(years) >= 2 and years[-1] > years[0]
        if ends and len(years) >= 2 and not later:
            later = span[-1][:7] > span[0][:7] > span[0][:4]
        if self.narrative and later:
            self.seen.append(span[0])

    def note(self, value: str, aside: bool = False, of_today: bool = False) -> None:
        """Remember a date or time with a known day. One said `aside`, such as a birthday, begins
        no story; one `of_today` was counted from the day of publication."""
        if value[:1].isdigit():
            self.year_bc = 0
            self.seen.append(value)
            self.seen_in = self.sentence
            self._come_down_to(value, of_today)
            days = days_of(value)
            if days is None:
                return
            if days[0] == days[1]:
                self.last_day = (self.sentence, days[0])
            if not aside and precision_of(value) in _OF_A_STORY:
                self.story = self.sentence

    def textual(self, unit: str, not_after: date = date.max) -> date | None:
        """First day of the last mentioned date fine enough to count `unit`s from."""
        limit = _UNIT[unit]
        for value in reversed(self.seen):
            days = days_of(value) if _FINENESS[precision_of(value)] <= limit else None
            if days and days[0] <= not_after:
                return days[0]
        return None

    def coarser(self, unit: str) -> str | None:
        """The last date, if it is a month or a year later than the last fine enough to count
        `unit`s from; one yet to come is told of only in passing."""
        value = self.seen[-1] if self.seen else ""
        precision, days = precision_of(value), days_of(value)
        if precision not in {"month", "year"} or _FINENESS[precision] <= _UNIT[unit] or not days:
            return None
        passed = self.published is None or days[0] <= self.published
        found = self.textual(unit)
        if found is None or days[0] > found:
            return value if passed else None
        recent = self.sentence - self.seen_in <= 1 and days[1] < found
        return value if recent and not self.narrative else None

    def deictic(self, unit: str) -> date | None:
        """What 'last', 'this', 'next' and 'ago' count from."""
        if self.published is None and unit == "day":
            return None  # nobody said which day "today" is
        if self.narrative or self.published is None:
            return self.textual(unit)
        return self.published

    def base(self, unit: str, textual: bool) -> tuple[date | None, bool]:
        """The day to count from and whether it is the day of publication."""
        if textual and (found := self.textual(unit)):
            return found, found == self.published
        found = self.deictic(unit)
        return found, found is not None and found == self.published and not self.narrative

    def year(self) -> int | None:
        found = self.deictic("year")
        return found.year if found else None


def is_narrative(published: date | None, years: list[int], deictic: int) -> bool:
    """Whether a text whose explicit `years` are these tells of another time than it appeared in.

    `deictic` counts expressions such as 'yesterday' or a bare weekday, which news has.
    """
    if published is None:
        return True
    if len(years) < 3 or deictic * 5 >= len(years):
        return False
    near = sum(abs(year - published.year) <= 1 for year in years)
    return near * 5 < len(years) and abs(median(years) - published.year) > 5


def nearest_weekday(base: date, weekday: int, direction: int) -> date:
    """The `weekday` on or before `base` (direction -1) or on or after it (1)."""
    if direction > 0:
        return base + timedelta(days=(weekday - base.weekday()) % 7)
    return base - timedelta(days=(base.weekday() - weekday) % 7)
