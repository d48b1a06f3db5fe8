"""The English words of time: each word with the code the grammar knows it by, and its value.

A code is one character; `times_grammar` writes its patterns over strings of codes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from explainer.word_set import word_set

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = {
    "morning": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "afternoon": "AF",
    "evening": "EV", "dusk": "EV", "sunset": "EV", "nightfall": "EV", "night": "NI",
}  # fmt: skip
UNITS = (
    "second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade",
    "century", "millennium",
)  # fmt: skip
PLURALS = {f"{u}s": u for u in UNITS} | {
    "centuries": "century", "millennia": "millennium",
    "mins": "minute", "mos": "month", "secs": "second", "hrs": "hour", "yrs": "year",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a word such as 'last' points: -1 back, 0 here, 1 on; counted from the last time in
    the text (`textual`) or from the day of publication."""

    step: int
    textual: bool


Payload = int | float | str | Turn | None


_SMALL = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""
CARDINALS: dict[str, float] = {
    **{w: i for i, w in enumerate(_SMALL.split())},
    **{w: 10 * i for i, w in enumerate(_TENS.split(), 2)},
    **{"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 10**9, "dozen": 12},
}
ORDINALS = {**{w: i for i, w in enumerate(_ORDINALS.split(), 1)}, "thirtieth": 30}

LEXICON: dict[str, tuple[str, Payload]] = {}


def _say(code: str, spelled: str | Mapping[str, Payload], value: Payload = None) -> None:
    table = dict.fromkeys(spelled.split(), value) if isinstance(spelled, str) else spelled
    for word, payload in table.items():
        LEXICON[word] = (code, payload)


_say("@", "in on at during by for over since until till within throughout through from before "
     "into around about circa between under")  # fmt: skip
_say("O", "of")
_say("2", "to through")
_say("&", "and")
_say("^", "or")
_say("I", "the")
_say("i", "a an")
_say("/", "per")
_say("0", "old")
_say("1", "aged")
_say("#", "long")
_say("W", "fiscal financial calendar academic")
_say("R", "o'clock o’clock")
_say("C", "times")
_say("5", "other alternate")
_say("B", {"once": 1, "twice": 2, "thrice": 3})
_say("E", "every each")
_say("w", {w: float(n) for w, n in CARDINALS.items()})
_say("o", ORDINALS)
_say("H", "half")
_say("H", "halves")
_say("Q", "quarter quarters")
_say("u", {u: u for u in UNITS if u != "second"})
_say("U", PLURALS)
_say("e", "weekend weekends")
_say("p", PARTS)
_say("p", {"midmorning": "MO", "midafternoon": "AF", "lunchtime": "MI"})
_say(
    "P", {p + "s": v for p, v in PARTS.items() if p in {"morning", "afternoon", "evening", "night"}}
)
_say("s", SEASONS)
_say("S", {s + "s": v for s, v in SEASONS.items() if s not in {"fall", "spring"}})
_say("m", {m.lower(): i + 1 for i, m in enumerate(MONTHS)})
_say("m", {m.lower()[:3]: i + 1 for i, m in enumerate(MONTHS)} | {"sept": 9})
_say("m", {m.lower()[:3] + ".": i + 1 for i, m in enumerate(MONTHS)} | {"sept.": 9})
_say("a", {d.lower(): i for i, d in enumerate(WEEKDAYS)})
_say("a", {d.lower()[:3] + t: i for i, d in enumerate(WEEKDAYS) for t in ("", ".")})
_say("a", {"tues": 1, "tues.": 1, "thur": 3, "thur.": 3, "thurs": 3, "thurs.": 3})
_say("A", {d.lower() + "s": i for i, d in enumerate(WEEKDAYS)})
_say("A", {"weekdays": "weekday"})
_say("D", {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": "NI", "overnight": "NI"})
_say("N", {"noon": "12:00", "midday": "12:00", "midnight": "24:00"})
_say("l", "last", Turn(-1, False))
_say("L", "past", Turn(-1, False))
_say("L", "latest", Turn(-1, False))
_say("L", "previous preceding prior", Turn(-1, True))
_say("x", "next", Turn(1, False))
_say("F", "coming upcoming", Turn(1, False))
_say("F", "following subsequent ensuing", Turn(1, True))
_say("T", "this current", Turn(0, False))
_say("T", "these", Turn(0, False))
_say("t", "that those", Turn(0, True))
_say("z", "same", Turn(0, True))
_say("r", {"early": "START", "wee": "START", "late": "END", "mid": "MID"})
_say("b", "beginning start outset onset", "START")
_say("b", "middle midst", "MID")
_say("b", "end close", "END")
_say("b", "rest remainder")
_say("b", {"turn": "turn"})
_say("G", "ago")
_say(
    "k",
    {
        "earlier": -1,
        "later": 1,
        "before": -1,
        "after": 1,
        "hence": 1,
        "afterwards": 1,
        "afterward": 1,
        "thereafter": 1,
        "previously": -1,
    },
)
_say("q", "several few many some numerous recent countless dozens hundreds thousands scores "
     "multiple various consecutive straight successive couple")  # fmt: skip
_say("V", "more full whole further additional extra")
_say("j", "approximately nearly almost roughly circa", "APPROX")
_say("j", "c. ca.", "APPROX")
_say("j", "another")
_say("v", {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M",
    "quarterly": "P3M", "yearly": "P1Y", "annual": "P1Y", "annually": "P1Y", "hourly": "PT1H",
    "biannual": "P6M", "biannually": "P6M", "biennial": "P2Y", "semiannual": "P6M",
    "semiannually": "P6M", "biweekly": "P2W", "bimonthly": "P2M", "triennial": "P3Y",
    "quadrennial": "P4Y",
})  # fmt: skip
_say("!", {
    "hourlong": "hour", "daylong": "day", "weeklong": "week", "monthlong": "month",
    "yearlong": "year", "decadelong": "decade",
})  # fmt: skip
_say("g", "now currently presently nowadays", "PRESENT_REF")
_say("g", "recently lately", "PAST_REF")
_say("g", "soon", "FUTURE_REF")
_say("6", {"future": "FUTURE_REF", "present": "PRESENT_REF"})
_say("X", {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
    "eighties": 8, "nineties": 9, "noughties": 0,
})  # fmt: skip
_say("M", {"bc": "BC", "bce": "BC", "ad": "AD", "ce": "AD"})
_say("M", {"b.c.": "BC", "b.c.e.": "BC", "a.d.": "AD", "c.e.": "AD", "b.c": "BC", "a.d": "AD"})
_say("c", {"am": 0, "a.m.": 0, "a.m": 0, "pm": 12, "p.m.": 12, "p.m": 12})
_say("Z", "gmt utc est edt cst cdt mst mdt pst pdt et bst cet cest eet msk ist jst")
_say("<", "was were had did said told came went made took held began fell rose won lost left met "
     "found saw got gave became sent ran led shot hit broke built bought brought caught chose "
     "drew drove fought flew grew knew kept laid paid sold sought spoke spent stood struck taught "
     "thought threw wrote died beat sank swept resigned quit set cut put hurt been shook hid sang "
     "taken given seen known shown driven lent sent slept froze threw tore wore woke "
     "fled withdrew retook overran overthrew undertook underwent bled dug clung crept burst "
     "withstood upheld withheld stole rode arose forbade forgave slid spun stuck swam swore "
     "wound wept")  # fmt: skip
_say(">", "wants needs seeks will shall would might could can must should won't expects "
     "expected scheduled due "
     "forecast likely plans planned slated hopes intends aims going forthcoming meets opens "
     "begins starts lasts runs expires airs plays hosts returns closes ends resumes votes sits "
     "departs faces takes goes deadline deadlines gets arrives visits speaks appears retires joins "
     "launches")  # fmt: skip

NOT_PAST = word_set(
    "need indeed speed feed seed exceed proceed succeed embed shed creed greed breed united"
)  # fmt: skip
INFINITIVES = word_set(
    "be begin start open close meet hold visit vote release announce publish resume take "
    "leave arrive play host face appear speak discuss return end expire launch decide hear "
    "have make go join attend travel address deliver debate consider review testify present "
    "file appeal respond pay reach submit register apply comply complete sign choose elect mark "
    "celebrate honor honour select vacate unveil report run finish show step retire expand move "
    "fly come rule sell buy fight stop talk send sail cut raise receive seek serve sit get give "
    "bring build"
)
PHRASES: dict[str, tuple[str, Payload]] = {
    "more than": ("j", "MORE_THAN"), "less than": ("j", "LESS_THAN"),
    "fewer than": ("j", "LESS_THAN"), "at least": ("j", "EQUAL_OR_MORE"),
    "no less than": ("j", "EQUAL_OR_MORE"), "no fewer than": ("j", "EQUAL_OR_MORE"),
    "at most": ("j", "EQUAL_OR_LESS"), "no more than": ("j", "EQUAL_OR_LESS"),
    "not more than": ("j", "EQUAL_OR_LESS"), "up to": ("j", "EQUAL_OR_LESS"),
    "just over": ("j", "MORE_THAN"), "well over": ("j", "MORE_THAN"),
    "just under": ("j", "LESS_THAN"), "well under": ("j", "LESS_THAN"),
    "as long as": ("j", "EQUAL_OR_LESS"), "close to": ("j", "APPROX"),
    "at present": ("g", "PRESENT_REF"), "at the moment": ("g", "PRESENT_REF"),
    "this time": ("r", None), "at this time": ("g", "PRESENT_REF"),
    "right now": ("g", "PRESENT_REF"),
    "the present day": ("g", "PRESENT_REF"),
    "present day": ("g", "PRESENT_REF"), "these days": ("g", "PRESENT_REF"),
    "the recent past": ("g", "PAST_REF"), "long ago": ("g", "PAST_REF"),
    "the other day": ("g", "PAST_REF"), "the old days": ("g", "PAST_REF"),
    "the good old days": ("g", "PAST_REF"), "the olden days": ("g", "PAST_REF"),
    "that time": ("g", "THEN"), "that date": ("g", "THAT DATE"), "not long ago": ("g", "PAST_REF"),
    "the near future": ("g", "FUTURE_REF"),
    "the very": ("I", None),
    "small hours": ("p", "MO"), "wee hours": ("p", "MO"), "wee small hours": ("p", "MO"),
    "from now": ("G", 1), "from today": ("G", 1), "eastern time": ("Z", None),
    "the day before yesterday": ("D", -2), "the day after tomorrow": ("D", 2),
    "local time": ("Z", None), "going to": (">", None), "set to": (">", None),
    "ahead of": (">", None), "in time for": (">", None), "in the run-up to": (">", None),
}  # fmt: skip

# After these "that" opens what is said, and no "that June".
SAYING = word_set(
    "said say says saying reported announced declared stated added told warned believed believe "
    "think thought hoped hope suggested claimed insisted confirmed estimated showed so knew know "
    "expected expect predicted forecast argued noted agreed decided ruled found such now"
)
