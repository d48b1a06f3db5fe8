"""What a number counts: percent, money, measured units, or the noun behind it."""

from __future__ import annotations

import re
from typing import NamedTuple


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


class Unit(NamedTuple):
    """`name` is the canonical unit, ending at `end` of the text; `scaled` units are those before
    which "1.375" has decimals."""

    name: str
    end: int


# canonical name (British, singular): its spellings, as a pattern.
_MEASURES = {
    "percentage point": r"(?:percentage|per\scent|percent|%)[-\s]points?|pps?",
    "percent": r"percent(?:age)?|per\scent|pct\.?",
    "basis point": r"basis\spoints?|bps",
    "square kilometre": r"square[-\s](?:kilomet(?:re|er)s?|kms?)|sq\.?\s?kms?|km2|km²|kms?\ssquare",
    "square metre": r"square[-\s]met(?:re|er)s?|sq\.?\s?m|m2|m²|sqm",
    "square mile": r"square[-\s]miles?|sq\.?\smi(?:les)?",
    "square foot": r"square[-\s](?:feet|foot)|sq\.?\s?ft|ft²",
    "cubic metre": r"cubic[-\s]met(?:re|er)s?|m3|m³",
    "cubic foot": r"cubic[-\s](?:feet|foot)",
    "kilometre per hour": r"(?:kilomet(?:re|er)s?|kms?)\s?(?:per|an|/)\s?h(?:ou)?r?|km/?h|kph|kmph",
    "mile per hour": r"miles?\s(?:per|an)\shour|mph",
    "metre per second": r"met(?:re|er)s?\s(?:per|a)\ssecond|m/s",
    "knot": r"knots?",
    "kilometre": r"kilomet(?:re|er)s?|kms?",
    "metre": r"met(?:re|er)s?|m",
    "centimetre": r"centimet(?:re|er)s?|cms?",
    "millimetre": r"millimet(?:re|er)s?|mm",
    "micrometre": r"micromet(?:re|er)s?|microns?|µm|μm",
    "nanometre": r"nanomet(?:re|er)s?|nm",
    "nautical mile": r"nautical\smiles?",
    "light year": r"light[-\s]years?",
    "mile": r"miles?",
    "yard": r"yards?",
    "foot": r"feet|foot|ft\.?",
    "inch": r"inch(?:es)?|in\.|(?<=\d)in",
    "acre": r"acres?",
    "hectare": r"hectares?|ha",
    "kilogram": r"kilogram(?:me)?s?|kilos?|kgs?",
    "milligram": r"milligram(?:me)?s?|mg",
    "gram": r"gram(?:me)?s?|g",
    "tonne": r"tonnes?|metric\stons?",
    "ton": r"(?:short\s|long\s)?tons?",
    "pound": r"pounds?|lbs?\.?",
    "ounce": r"ounces?|oz\.?",
    "stone": r"stone",
    "litre": r"lit(?:re|er)s?|l",
    "millilitre": r"millilit(?:re|er)s?|ml",
    "gallon": r"gallons?",
    "barrel": r"barrels?",
    "degree Celsius": r"degrees?\s(?:celsius|centigrade)|celsius|°\s?c|℃|degrees?\sc",
    "degree Fahrenheit": r"degrees?\sfahrenheit|fahrenheit|°\s?f|℉|degrees?\sf",
    "degree": r"degrees?|°",
    "terawatt-hour": r"terawatt[-\s]hours?|twh",
    "gigawatt-hour": r"gigawatt[-\s]hours?|gwh",
    "megawatt-hour": r"megawatt[-\s]hours?|mwh",
    "kilowatt-hour": r"kilowatt[-\s]hours?|kwh",
    "gigawatt": r"gigawatts?|gw",
    "megawatt": r"megawatts?|mw",
    "kilowatt": r"kilowatts?|kw",
    "watt": r"watts?|w",
    "volt": r"volts?",
    "horsepower": r"horsepower|hp",
    "calorie": r"calories?",
    "kilocalorie": r"kilocalories?|kcal",
    "joule": r"joules?",
    "terabyte": r"terabytes?|tb",
    "gigabyte": r"gigabytes?|gb",
    "megabyte": r"megabytes?|mb",
    "kilobyte": r"kilobytes?|kb",
    "megabit per second": r"megabits?\sper\ssecond|mbps",
    "gigahertz": r"gigahertz|ghz",
    "megahertz": r"megahertz|mhz",
    "hertz": r"hertz|hz",
    "decibel": r"decibels?|db",
    "kilopascal": r"kilopascals?|kpa",
    "carat": r"carats?",
    "hour": r"hours?|hrs?",
    "minute": r"minutes?|mins?",
    "millisecond": r"milliseconds?|ms",
    "second": r"seconds?|secs?",
    "day": r"days?",
    "week": r"weeks?",
    "month": r"months?",
    "year": r"years?|yrs?",
    "decade": r"decades?",
}
_MONEY = {
    "AUD": r"australian\sdollars?",
    "CAD": r"canadian\sdollars?",
    "HKD": r"hong\skong\sdollars?",
    "SGD": r"singapore\sdollars?",
    "NZD": r"new\szealand\sdollars?",
    "USD": r"(?:u\.?s\.?\s|american\s)?dollars?|us\$|usd|bucks",
    "EUR": r"euros?|eur",
    "GBP": r"(?:british\spounds?|pounds?\ssterling|quid|gbp)",
    "PKR": r"pakistani\srupees?|pkr",
    "INR": r"(?:indian\s)?rupees?|inr",
    "RSD": r"(?:serbian\s)?dinars?|rsd",
    "CNY": r"(?:chinese\s)?yuan|renminbi|rmb|cny",
    "JPY": r"(?:japanese\s)?yen|jpy",
    "RUB": r"(?:russian\s)?rou?bles?|rub",
    "CHF": r"swiss\sfrancs?|chf",
    "KRW": r"(?:south\skorean\s)?won|krw",
    "TRY": r"(?:turkish\s)?liras?",
    "BRL": r"(?:brazilian\s)?reais|reals?",
    "MXN": r"(?:mexican\s)?pesos?",
    "ZAR": r"(?:south\safrican\s)?rand",
    "AFN": r"afghanis",
    "UAH": r"hryvnias?|uah",
    "SEK": r"swedish\skronor|sek",
    "NOK": r"norwegian\skroner|nok",
    "DKK": r"danish\skroner|dkk",
    "BTC": r"bitcoins?|btc",
    "cent": r"cents?|¢",
    "penny": r"pence|pennies",
}
_SIGNS = {
    "$": "USD", "us$": "USD", "usd": "USD", "a$": "AUD", "c$": "CAD", "ca$": "CAD", "au$": "AUD",
    "hk$": "HKD", "nz$": "NZD", "s$": "SGD", "r$": "BRL", "€": "EUR", "eur": "EUR", "£": "GBP",
    "gbp": "GBP", "¥": "JPY", "₹": "INR", "rs": "INR", "rs.": "INR", "inr": "INR", "₽": "RUB",
    "₩": "KRW", "₺": "TRY", "₴": "UAH", "chf": "CHF", "rsd": "RSD", "₦": "NGN", "pkr": "PKR",
    "cny": "CNY", "rmb": "CNY", "cad": "CAD", "aud": "AUD",
}  # fmt: skip
# One letter or two: only straight after the digits, or in this very case after a space.
_CASED = _words("m g l w ms mw gw kw mb gb tb kb ha nm pp pps bps in. hp kpa db")
_AFTER_SPACE = _words("m g MW GW kW MB GB TB KB ha nm bps hp dB ml l pp")
MONEY_SIGN = (
    r"(?:(?:US|AU?|CA?|HK|NZ|S|R)?\$|[€£¥₹₽₩₺₴₦]|(?:Rs\.?|INR|USD|EUR|GBP|CHF|RSD|PKR|CNY|RMB|CAD"
    r"|AUD)"
    r"(?=\s?\d))"
)


def _table(units: dict[str, str]) -> tuple[str, dict[str, str]]:
    names = {f"u{i}": name for i, name in enumerate(units)}
    return "|".join(f"(?P<u{i}>{p})" for i, p in enumerate(units.values())), names


_PATTERN, _NAMES = _table(_MONEY | _MEASURES)
_MEASURE = re.compile(rf"(?P<gap>[-\s]{{0,1}})(?:(?P<sign>%|‰)|(?:{_PATTERN})(?![\w]))", re.I)

# Words that end the noun phrase behind a number.
_CLOSES = _words(
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
    don't didn't hasn't haven't hadn't won't wouldn't couldn't can't cannot killed injured
    wounded arrested reported according including compared except versus vs following monday
    tuesday wednesday thursday friday saturday sunday
    """
)
_FILLERS = re.compile(
    r"(?:\s(?:of\s(?:the|its|his|her|their|our|these|those)\b|of\b|more\b|other\b|or\sso\b"
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
_SINGULARS = frozenset(_COLLECTIVE.values())
_NO_PLURAL = re.compile(r"(?:ss|us|is|ous|['’]s)$")
_ADJECTIVE = re.compile(
    r"(?:al|ous|ful|ive|ic|ish|less|able|ible|ant|ent|ary|ory|ed|ing|an|ese|ern|ior|y|est|er)$"
)
_ADJECTIVES = _words(
    """
    more other new old young big small large long short high low single major key top former
    male female dead white black red blue green local full whole free main good bad great last
    such separate extra less unnamed lone fellow rare huge armed
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


def money(sign: str) -> str | None:
    """The currency of a sign before the number ("US$" → "USD")."""
    return _SIGNS.get(sign.lower().strip())


def unit_after(text: str, at: int, end: int, value: float, *, joined: bool = False) -> Unit | None:
    """The unit behind a number that ends at `at`; None if nothing it counts stands there.

    `joined` says that a hyphen may tie it ("5-kilometre").
    """
    if match := _MEASURE.match(text, at, end):
        if match["sign"]:
            return Unit("percent" if match["sign"] == "%" else "per mille", match.end())
        written = match[0][len(match["gap"]) :]
        short = written.lower() in _CASED
        tied = match["gap"] != "-" or joined
        if tied and (not short or match["gap"] == "" or written in _AFTER_SPACE):
            return Unit(_NAMES[match.lastgroup or ""], match.end())
    return _noun_after(text, at, end, value)


def _noun_after(text: str, at: int, end: int, value: float) -> Unit | None:
    filler = _FILLERS.match(text, at, end)
    place = filler.end() if filler else at
    found: Unit | None = None
    for step in range(5):
        match = _WORD.match(text, place, end)
        if match is None or (match[0][0] == "-" and step):
            break
        word = match[1]
        low = word.lower()
        if low in _CLOSES:
            break
        plural, hyphened = _is_plural(low), match[0][0] == "-"
        if plural and not word.isupper():
            found = Unit(singular(low), match.end())
        elif found:
            break
        elif (hyphened and low in _SINGULARS) or (
            value == 1 and word.islower() and not _is_adjective(low)
        ):
            return Unit(low, match.end())
        if hyphened and value != 1:
            return None
        place = match.end()
    return found


def _is_adjective(word: str) -> bool:
    return word in _ADJECTIVES or (
        bool(_ADJECTIVE.search(word)) and not _PERSONS.search(word) and len(word) > 3
    )


def _is_plural(word: str) -> bool:
    if word in _COLLECTIVE:
        return True
    if word.endswith(("men", "people")):
        return len(word) > 4 and word not in ("specimen", "acumen", "regimen")
    return len(word) > 3 and word.endswith("s") and not _NO_PLURAL.search(word)


def singular(noun: str) -> str:
    """The singular of a plural noun in small letters."""
    base, hyphen, last = noun.rpartition("-")
    if last in _COLLECTIVE:
        last = _COLLECTIVE[last]
    elif last.endswith("men"):
        last = last[:-2] + "an"
    elif last.endswith("ies") and len(last) > 4:
        last = last[:-3] + "y"
    elif re.search(r"(?:ss|sh|ch|x|zz)es$", last):
        last = last[:-2]
    elif last.endswith("s") and not _NO_PLURAL.search(last):
        last = last[:-1]
    return base + hyphen + last
