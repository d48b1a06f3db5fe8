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


# canonical name (British, singular): other spellings; a plural in s is understood.
_MEASURES = {
    "percentage point": "%-point, percent point, per cent point, pp",
    "percent": "percentage, per cent, pct, pct.",
    "basis point": "bps",
    "square kilometre": "square kilometer, square km, sq km, sq. km, sq. kilometre, km2, km²",
    "square metre": "square meter, sq m, sq. m, sq metre, m2, m², sqm",
    "square mile": "sq mile, sq. mile, sq mi",
    "square foot": "square feet, sq ft, sq. ft, ft²",
    "cubic metre": "cubic meter, m3, m³",
    "cubic foot": "cubic feet",
    "kilometre per hour": "kilometer per hour, kilometres per hour, kilometers per hour,"
    " kilometres an hour, kilometers an hour, km per hour, km an hour, km/h, km/hr, kph, kmph, kmh",
    "mile per hour": "miles per hour, miles an hour, mph",
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
    "litre": "liter, l",
    "millilitre": "milliliter, ml",
    "gallon": "",
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
_MONEY = {
    "AUD": "australian dollar",
    "CAD": "canadian dollar",
    "HKD": "hong kong dollar",
    "SGD": "singapore dollar",
    "NZD": "new zealand dollar",
    "USD": "dollar, us dollar, u.s. dollar, american dollar, us$, usd, bucks",
    "EUR": "euro, eur",
    "GBP": "british pound, pound sterling, pounds sterling, quid, gbp",
    "PKR": "pakistani rupee, pkr",
    "INR": "rupee, indian rupee, inr",
    "RSD": "dinar, serbian dinar, rsd",
    "CNY": "yuan, chinese yuan, renminbi, rmb, cny",
    "JPY": "yen, japanese yen, jpy",
    "RUB": "ruble, rouble, russian ruble, russian rouble, rub",
    "CHF": "swiss franc, chf",
    "KRW": "south korean won, krw",
    "TRY": "lira, turkish lira",
    "BRL": "brazilian real, reais",
    "MXN": "peso, mexican peso",
    "ZAR": "rand, south african rand",
    "AFN": "afghanis",
    "UAH": "hryvnia, uah",
    "SEK": "swedish krona, swedish kronor, sek",
    "NOK": "norwegian krone, norwegian kroner, nok",
    "DKK": "danish krone, danish kroner, dkk",
    "BTC": "bitcoin, btc",
    "cent": "¢",
    "penny": "pence, pennies",
}
_SIGNS = {
    "$": "USD", "us$": "USD", "usd": "USD", "a$": "AUD", "c$": "CAD", "ca$": "CAD", "au$": "AUD",
    "hk$": "HKD", "nz$": "NZD", "s$": "SGD", "r$": "BRL", "€": "EUR", "eur": "EUR", "£": "GBP",
    "gbp": "GBP", "¥": "JPY", "₹": "INR", "rs": "INR", "rs.": "INR", "inr": "INR", "₽": "RUB",
    "₩": "KRW", "₺": "TRY", "₴": "UAH", "chf": "CHF", "rsd": "RSD", "₦": "NGN", "pkr": "PKR",
    "cny": "CNY", "rmb": "CNY", "cad": "CAD", "aud": "AUD",
}  # fmt: skip
# One letter or two: only straight after the digits, or in this very case after a space.
_CASED = _words("m g l w c f ms mw gw kw mb gb tb kb ha nm pp pps bps in. hp kpa db")
_AFTER_SPACE = _words("m g MW GW kW MB GB TB KB ha nm bps hp dB ml l pp")
MONEY_SIGN = (
    r"(?:(?:US|AU?|CA?|HK|NZ|S|R)?\$|[€£¥₹₽₩₺₴₦]"
    r"|Rs\.?|INR|USD|EUR|GBP|CHF|RSD|PKR|CNY|RMB|CAD|AUD)"
)


def _spellings() -> dict[str, str]:
    """Spelling in small letters, words parted by one space: canonical name."""
    table = {}
    for name, others in (_MONEY | _MEASURES).items():
        for spelling in (name.lower(), *others.split(", ")):
            table[spelling] = name
            if spelling[-1:].isalpha() and len(spelling) > 1:
                table[spelling + "s"] = name
    table.pop("")
    return table


_SPELLINGS = _spellings()
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
    for group in ("three", "two", "one"):
        if match[group] is None:
            continue
        stop = match.end(group)
        written = text[match.start("one") : stop]
        name = _SPELLINGS.get(" ".join(re.split(r"[-\s]", written.lower())))
        if name and (group != "one" or _stands(written, match["gap"])):
            return Unit(name, stop)
    return None


def _stands(written: str, gap: str) -> bool:
    """Whether a short sign may be a unit there: "5m" and "5 m", but not "5 L" or "two-in"."""
    low = written.lower()
    if len(written) == 1:
        return written in "mglWCF" if gap == "" else written in _AFTER_SPACE
    if low == "in":
        return gap == ""
    return low not in _CASED or gap == "" or written in _AFTER_SPACE


# So many pounds are money, not weight.
_MONEY_SIZE = 1e6

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
_NUMBERS = _words(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred thousand million billion trillion lakh crore dozen half dozens hundreds thousands
    millions billions several few many tens scores others
    """
)
_FILLERS = re.compile(
    r"(?:\s(?:of\s(?:the|its|his|her|their|our|these|those)\b|of\b|(?:the|its|his|her|their|our|my|your)\b|more\b|other\b|or\sso\b"
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


def money(sign: str) -> str | None:
    """The currency of a sign before the number ("US$" → "USD")."""
    return _SIGNS.get(sign.lower().strip())


def unit_after(text: str, at: int, end: int, value: float) -> Unit | None:
    """The unit behind a number that ends at `at`; None if nothing it counts stands there."""
    if at >= end:
        return None
    measure = _measure(text, at, end)
    if measure and measure.name == "pound" and value >= _MONEY_SIZE:
        return Unit("GBP", measure.end)
    return measure or _noun_after(text, at, end, value)


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
        if low in _CLOSES or low in _NUMBERS:
            break
        hyphened = match[0][0] == "-"
        if _is_plural(low) and not word.isupper() and value != 1:
            found = Unit(singular(low), match.end())
            place = match.end()
            continue
        if found:
            break
        # "one soldier", "half a life", "a 15-member council"; what else is singular describes.
        if word.islower() and not _is_adjective(low) and not _is_plural(low):
            if hyphened or 0 < value <= 1:
                return Unit(low, match.end())
        elif hyphened:
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
        last = last[:-3] + "y"
    elif re.search(r"(?:ss|sh|ch|x|zz)es$", last):
        last = last[:-2]
    elif last.endswith("s") and not _NO_PLURAL.search(last):
        last = last[:-1]
    return base + hyphen + last
