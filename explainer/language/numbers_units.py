"""What a number counts: percent, money, measured units, or the noun behind it."""

from __future__ import annotations

import re

from explainer.language.numbers_money import CODES, CURRENCIES, SIGNS
from explainer.language.numbers_nouns import Unit, noun_after
from explainer.word_set import word_set

# canonical name (British, singular): other spellings; a plural in s is understood.
_MEASURES = {
    "percentage point": "%-point, percent point, per cent point, pp",
    "percent": "percentage, per cent, pct, pct.",
    "basis point": "bps",
    "square kilometre": "square kilometer, square km, sq km, sq. km, sq. kilometre, km2, km²",
    "square metre": "square meter, sq m, sq. m, sq metre, m2, m², sqm",
    "square mile": "sq mile, sq. mile, sq mi",
    "square foot": "square feet, sq ft, sq. ft, ft²",
    "cubic kilometre": "cubic kilometer, cubic km, km3, km³",
    "cubic centimetre": "cubic centimeter, cm3, cm³",
    "cubic mile": "",
    "cubic yard": "",
    "cubic inch": "cubic inches",
    "square inch": "square inches, sq in",
    "square yard": "sq yd",
    "cubic metre": "cubic meter, m3, m³",
    "cubic foot": "cubic feet",
    "kilometre per hour": "kilometer per hour, kilometres per hour, kilometers per hour,"
    " kilometres an hour, kilometers an hour, km per hour, km an hour, km/h, km/hr, kph, kmph, kmh",
    "mile per hour": "miles per hour, miles an hour, mph",
    "kilometre per second": "kilometer per second, kilometres per second, kilometers per second,"
    " kilometres a second, kilometers a second, km per second, km/s",
    "mile per second": "miles per second, miles a second",
    "mile per gallon": "miles per gallon, miles to the gallon, miles a gallon, mpg",
    "metre per second": "metres per second, meters per second, metres a second, m/s",
    "knot": "",
    "kilometre": "kilometer, km",
    "metre": "meter, m",
    "centimetre": "centimeter, cm",
    "millimetre": "millimeter, mm",
    "micrometre": "micrometer, micron, µm, μm",
    "nanometre": "nanometer, nm",
    "nautical mile": "",
    "light year": "light-year",
    "mile": "",
    "yard": "",
    "foot": "feet, ft, ft.",
    "inch": "inches, in., in",
    "acre": "",
    "hectare": "ha",
    "kilogram": "kilogramme, kilo, kg",
    "milligram": "mg",
    "gram": "gramme, g",
    "tonne": "metric ton",
    "ton": "short ton, long ton",
    "pound": "lb, lbs.",
    "ounce": "oz, oz.",
    "stone": "",
    "litre": "liter, l",
    "millilitre": "milliliter, ml",
    "gallon": "",
    "barrel per day": "bpd, b/d",
    "barrel": "",
    "degree Celsius": "degrees celsius, degree celsius, degrees centigrade, celsius, °c, ° c, ℃,"
    " degrees c, c",
    "degree Fahrenheit": "degrees fahrenheit, degree fahrenheit, fahrenheit, °f, ° f, ℉,"
    " degrees f, f",
    "degree": "°",
    "terawatt-hour": "terawatt hour, twh",
    "gigawatt-hour": "gigawatt hour, gwh",
    "megawatt-hour": "megawatt hour, mwh",
    "kilowatt-hour": "kilowatt hour, kwh",
    "gigawatt": "gw",
    "megawatt": "mw",
    "kilowatt": "kw",
    "watt": "w",
    "volt": "",
    "horsepower": "hp",
    "part per million": "parts per million, ppm",
    "part per billion": "parts per billion, ppb",
    "calorie": "",
    "kilocalorie": "kcal",
    "joule": "",
    "terabyte": "tb",
    "gigabyte": "gb",
    "megabyte": "mb",
    "kilobyte": "kb",
    "megabit per second": "megabits per second, mbps",
    "gigahertz": "ghz",
    "megahertz": "mhz",
    "hertz": "hz",
    "decibel": "db",
    "kilopascal": "kpa",
    "carat": "",
    "hour": "hr",
    "minute": "min",
    "millisecond": "ms",
    "second": "sec",
    "day": "",
    "week": "",
    "month": "",
    "year": "yr",
    "decade": "",
}

# One letter or two: only straight after the digits, or in this very case after a space.
_CASED = word_set("m g l p w c f ms mw gw kw mb gb tb kb ha nm pp pps bps in. hp kpa db")

_AFTER_SPACE = word_set("m g MW GW kW MB GB TB KB ha nm bps hp dB ml l pp")


def _spellings() -> dict[str, str]:
    """Spelling in small letters, words parted by one space: canonical name."""
    table = {}
    for name, others in (CURRENCIES | _MEASURES).items():
        for spelling in (name if name not in CODES else "", *others.split(", ")):
            table[spelling] = name
            if spelling[-1:].isalpha() and len(spelling) > 1 and spelling not in _CASED:
                table[spelling + "s"] = name
    table.pop("")
    return table


_SPELLINGS = _spellings()
# Most words that follow a number begin none of them.
_FIRST_WORDS = frozenset(spelling.split(" ")[0] for spelling in _SPELLINGS)

_SYMBOL = re.compile(r"\s?([%‰]|°(?:\s?[CF]\b)?|[℃℉¢])")

_TOKENS = re.compile(
    r"(?P<gap>[-\s]?)(?P<one>%-points?|(?:(?:sq|ft|in|lbs|oz|pct)\.(?=\s|$)|u\.s\.)|us\$"
    r"|[^\W\d_]+(?:/[a-z]+|[23²³](?!\d))?)"
    r"(?!\w)(?:(?P<two>[-\s][^\W\d_]+)(?P<three>\s[^\W\d_]+)?)?",
    re.IGNORECASE,
)


def _measure(text: str, at: int, end: int) -> Unit | None:
    """The measured unit or currency written at `at`, the longest that is one."""
    if symbol := _SYMBOL.match(text, at, end):
        named = {"%": "percent", "‰": "per mille"}.get(symbol[1])
        if symbol[1] != "%" or not text.startswith("-point", symbol.end()):
            return Unit(named or _SPELLINGS[symbol[1].lower()], symbol.end())
    match = _TOKENS.match(text, at, min(end, at + 60))
    if match is None:
        return None
    if match["one"] in CODES:
        return Unit(match["one"], match.end("one"))
    if match["one"].lower() not in _FIRST_WORDS:
        return None
    for group in ("three", "two", "one"):
        if match[group] is None:
            continue
        stop = match.end(group)
        written = text[match.start("one") : stop]
        name = _SPELLINGS.get(" ".join(re.split(r"[-\s]", written.lower())))
        if name and (group != "one" or _stands(text, stop, written, match["gap"])):
            return Unit(name, stop)
    return None


_NO_NOUN = re.compile(r"\Z|[.,;)]|\s(?:\(|(?:in|on|at|and|by|to|or|this|with|overnight)\b)")


def _stands(text: str, stop: int, written: str, gap: str) -> bool:
    """Whether a short sign may be a unit there: "5m" and "5 m", but not "5 L" or "two-in"."""
    low = written.lower()
    if written in ("C", "F") and gap:
        return bool(_NO_NOUN.match(text, stop))  # "minus 12 C (10 F)"
    if len(written) == 1:
        return written in "mglpWCF" if gap == "" else written in _AFTER_SPACE
    if low == "in":
        return gap == ""
    return low not in _CASED or gap == "" or written in _AFTER_SPACE


# So many pounds are money, not weight.
_MONEY_SIZE = 1e6
# So many "won" are money, and no verb.
_WON_SIZE = 1e3
_WON = re.compile(r"\swon\b(?!\s(?:by|the|a|in|at)\b)")


def money(sign: str) -> str | None:
    """The currency of a sign before the number ("US$" → "USD")."""
    return SIGNS.get(sign.lower().strip())


def unit_after(text: str, at: int, end: int, value: float) -> Unit | None:
    """The unit behind a number that ends at `at`; None if nothing it counts stands there."""
    if at >= end:
        return None
    measure = _measure(text, at, end)
    if measure and measure.name == "pound" and value >= _MONEY_SIZE:
        return Unit("GBP", measure.end)
    if measure is None and value >= _WON_SIZE and (won := _WON.match(text, at, end)):
        return Unit("KRW", won.end())
    return measure or noun_after(text, at, end, value)
