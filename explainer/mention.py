"""What the reader finds in a text: a span, and what its words mean.

These are plain frozen dataclasses, not pydantic models: a reader makes thousands of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MentionType = Literal[
    "date", "duration", "time", "set", "quantity",
    "person", "place", "organisation", "quote", "reported",
]  # fmt: skip
Precision = Literal[
    "minute", "hour", "part of day", "day", "weekend", "week", "month", "season", "quarter",
    "half", "year", "decade", "century", "vague",
]  # fmt: skip
Bound = Literal["about", "at least", "at most", "more than", "less than"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """`text` stands at `start`..`end` of the source."""

    type: MentionType
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention(Mention):
    """A date, time, duration or set.

    `value` and `modifier` follow TIMEX3 (ISO 8601 with its extensions: 2021-08-19, 198, 2021-W33,
    P20Y, PAST_REF). `begin` and `end_day` are the first and last day meant, ISO, where the value
    fixes them. `rule` says in plain words how the value was got, for example
    "'last week' counted from the publication date 2021-08-25".
    """

    type: Literal["date", "duration", "time", "set"]
    value: str
    precision: Precision
    modifier: str | None = None
    begin: str | None = None
    end_day: str | None = None
    rule: str = ""
    anchored: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityMention(Mention):
    """A number with what it counts.

    `value` is the plain number; `high` the upper end where a range is given (then `value` is the
    lower end). `unit` is a measured unit, a currency code, "percent", or the counted noun in the
    singular ("operation"). `number_end` is where the digits or number words end. `vague` marks
    "hundreds of", "several", whose value is only the order of size.
    """

    type: Literal["quantity"] = "quantity"
    value: float
    number_end: int
    unit: str | None = None
    high: float | None = None
    bound: Bound | None = None
    vague: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMention(Mention):
    """A person or an organisation. `value` is the fullest form the source uses for it; all
    mentions of one person or organisation share one `value`. `title` is a title or role word
    written before the name ("General")."""

    type: Literal["person", "organisation"]
    value: str
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCandidate:
    """One place in the gazetteer that a name may mean. Degrees WGS84."""

    name: str
    kind: str
    lat: float
    lon: float
    country: str | None = None
    region: str | None = None
    population: int = 0
    geonames_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention(Mention):
    """A place. `value` is its canonical name. `lat`, `lon` are given only where one candidate is
    plainly meant; else `candidates` holds what it might be (empty: not in the gazetteer) and
    `why_unplaced` says so in a sentence."""

    type: Literal["place"] = "place"
    value: str
    lat: float | None = None
    lon: float | None = None
    kind: str | None = None
    country: str | None = None
    candidates: tuple[PlaceCandidate, ...] = ()
    why_unplaced: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechMention(Mention):
    """Words in quotation marks (`quote`: the span runs over the marks, over several paragraphs if
    the quotation does) or reported speech without them (`reported`: the span of what is reported,
    without the cue). `speaker` is who said it, in its fullest form in the source."""

    type: Literal["quote", "reported"]
    value: str
    speaker: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    cue: str | None = None
    medium: str | None = None


AnyMention = TimeMention | QuantityMention | NameMention | PlaceMention | SpeechMention
