"""Years, decades and centuries; and numbers of four figures that are no years."""

from __future__ import annotations

from explainer.language.times_found import Found, Place
from explainer.language.times_pieces import full_year, pieces
from explainer.word_set import word_set

_COUNTED = word_set(
    "people men women children soldiers troops fighters students workers jobs cases deaths "
    "cars ships homes houses meters metres feet miles kilometers kilometres km dollars euros "
    "pounds tons tonnes percent kg calories shares points votes members employees residents "
    "prisoners refugees units copies pages words islands species families employees guests "
    "passengers inhabitants casualties men-at-arms guns tanks aircraft planes rubles roubles "
    "francs yen lira degrees watts mph kph rpm crore lakh million billion thousand hundred "
    "objects items visitors acres hectares square horses cavalry infantry infantrymen "
    "civilians volunteers protesters demonstrators seats spectators fans bottles tickets"
)
_NOT_YEARS = word_set(
    "flight route highway page room number model no windows boeing room phone chapter section "
    "article paragraph lot file block apartment apt bus line psalm serial form nos line "
    "hotline call tel box dial"
)  # fmt: skip
_STREETS = word_set("street avenue road boulevard drive lane st ave rd blvd")
_SPANNING = frozenset(["between", "from", "years", "period"])
_YEAR_CUES = word_set(
    "in since until till by from of before after during around about circa between and to "
    "through throughout early late mid for the"
)  # fmt: skip


def year(place: Place) -> list[Found] | None:
    """A bare year, if its surroundings do not make the number something else."""
    t = place.tokens
    k = place.j - 1
    if t.codes[k] == "y":
        value = full_year(place.number(k), place.anchor.year())
        if t.word(place.i - 1) not in _YEAR_CUES and place.i == k:
            return None
    else:
        value = place.number(k)
        if not _is_year(place, k, value):
            return None
    if "u" in place.codes and t.values[place.i + place.codes.index("u")] != "year":
        return None
    i = place.start()
    if i < k and t.codes[i] == "I" and i + 1 == k:
        i = k
    fiscal = "W" in place.codes and t.word(place.i + place.codes.index("W"))
    rule = f"the {fiscal} year {value}" if fiscal else f"the year {value}"
    return [Found("date", f"{value:04}", i, place.j, rule, place.modifier())]


def _is_year(place: Place, k: int, value: int) -> bool:
    t = place.tokens
    before, after = t.word(place.i - 1), t.word(k + 1)
    spanned = t.code(place.i - 2) == "Y" and t.word(place.i - 3) in _SPANNING
    if spanned and before in {"and", "to"} and place.number(place.i - 2) < value <= 2100:
        return True
    codes = t.code(place.i - 1), t.code(k + 1)
    if after in {"were", "are", "have"} and codes[0] != "@":
        return False
    if codes[1] in {"%", "$"} or codes[0] in {"$", "%"} or after in _COUNTED:
        return False
    plural = t.raw(k + 1).islower() and after.endswith("s") and not after.endswith("ss")
    named = codes[0] == "." and t.raw(place.i - 1)[:1].isupper()
    if (
        plural
        and codes[1] == "."
        and codes[0] in {",", "&", "<", ">", "."}
        and not (codes[0] == "&" and t.code(place.i - 2) == "Y")  # 'the 1956 and 1967 wars'
        and not named
        and (after not in {"was", "is", "has", "as", "this", "his", "its"})
    ):
        return False
    if t.raw(k + 1).istitle() and _STREETS & {t.word(k + 2), t.word(k + 3)}:
        return False
    counts = codes[1] in {*"nYdw"} and _counts_anew(place, k)
    if before in _NOT_YEARS or codes[0] in {*"nYd"} or (codes[1] in {*"nYd"} and not counts):
        return False
    if codes[1] in {*"uUfoKZ"} or (codes[1] == "w" and not counts):
        return False
    if (
        codes[1] == "-"
        and t.code(k + 2) not in {"d", "n", "Y", "m", "s", "u"}
        and t.word(k + 2) not in {"era", "present", "style", "born", "based", "built"}
    ):
        return False
    if codes[0] == "-" and not (
        t.code(place.i - 2) in "YmbrsX"
        or t.word(place.i - 2) in {"post", "pre", "mid", "early", "late", "end", "fiscal", "circa"}
    ):
        return False
    if place.i < k:
        return True
    if (after == "of" and t.word(k + 2) in {"them", "these", "those", "whom"}) or (
        after == "by" and t.code(k + 2) in {*"dnY"}
    ):
        return False
    if before == "than" and t.word(place.i - 2) in {"later", "earlier", "sooner"}:
        return True
    if 1900 <= value <= 2049:
        return before not in {"than", "nearly", "almost", "some", "at", "approximately", "roughly",
                              "least", "only", "over", "under", "up"}  # fmt: skip
    if not 1000 <= value <= 2100:
        return False
    if after.endswith("s") and after not in {"was", "is", "has", "as", "this", "his", "its"}:
        return False
    if before in _YEAR_CUES and before not in {"the", "for", "to", "and"}:
        return True
    if not codes[0]:
        return after in _BEGUN  # '1848 brought revolt'
    if codes[0] == ";" and t.raw(place.i - 1) == "(":
        return codes[1] in {";", ",", "-", "~"}
    return before in {"and", "to"} and t.code(place.i - 2) == "Y"


def _counts_anew(place: Place, k: int) -> bool:
    """'in 1942 two divisions', 'in 1942 20,000 men': what comes after year `k` counts something
    else."""
    t = place.tokens
    if t.codes[k + 1] == "w":
        value = t.values[k + 1]
        return isinstance(value, int | float) and value < 100 and t.word(k + 1) != "dozen"
    if t.word(place.i - 1) not in {"in", "by", "during", "since"}:
        return False
    return "," in t.raw(k + 1) or (t.codes[k + 2 : k + 3] == "." and t.raw(k + 2).islower())


_BEGUN = word_set("was saw brought began opened proved marked ended witnessed started passed had")


def year_range(place: Place) -> list[Found] | None:
    """'1979-89', '1914–1918', '2020/21': the two years, each on its own."""
    t = place.tokens
    k = place.j - 1
    first, second = place.number(place.j - 3), place.number(k)
    if t.word(place.i - 1) in _NOT_YEARS or t.word(place.j) in _COUNTED:
        return None
    if len(t.raw(k)) == 2:
        second += first - first % 100
        if second <= first and len(t.raw(k)) == 2:
            second += 100
    if t.code(place.i - 1) == "-" or not (1000 <= first < second <= 2100) or len(t.raw(k)) == 3:
        return None
    if second - first > 400 or t.code(place.i - 1) == "$":
        return None
    rule = f"from {first} to {second}"
    one = Found("date", f"{first}", place.j - 3, place.j - 2, rule)
    return [one, Found("date", f"{second}", k, place.j, rule)]


def era(place: Place) -> list[Found] | None:
    """'44 BC', 'AD 79', '21 June 217 BC', 'the spring of 204 BC'."""
    t, codes = place.tokens, place.codes
    mark = codes.index("M")
    k = place.j - 1 if mark < len(codes) - 1 else place.j - 2
    number = place.number(k)
    if not t.raw(place.i + mark).isupper() or not 0 < number < 10000:
        return None
    before = t.values[place.i + mark] == "BC"
    rule = f"the year {number} {'before' if before else 'of'} the common era"
    value = f"BC{number:04}" if before else f"{number:04}"
    p = pieces(Place(t, place.anchor, place.i, k))
    if p.month is not None:
        value += f"-{p.month:02}" + (f"-{p.day:02}" if p.day else "")
    elif "s" in codes:
        value += f"-{t.values[place.i + codes.index('s')]}"
    return [Found("date", value, place.start(), place.j, rule, place.modifier(), counts=not before)]


def decade_of(place: Place) -> list[Found] | None:
    """'the first decade of the 20th century'."""
    t = place.tokens
    units = [k for k in range(place.i, place.j) if t.codes[k] == "u"]
    numbers = [place.number(k) for k in range(place.i, place.j) if t.codes[k] == "o"]
    if [place.unit(k) for k in units] != ["decade", "century"]:
        return None
    named = t.codes[units[1] - 1] in "-o"
    which = numbers[0] if len(numbers) == 1 + named else 10
    if named:
        century_ = numbers[-1] - 1
    else:  # 'the first decade of this century'
        turn = place.turn(units[0] + 1, units[1])
        base, _ = place.anchor.base("century", turn is None or turn.textual)
        if base is None:
            return None
        century_ = base.year // 100 + (turn.step if turn else 0)
    if not (1 <= which <= 10 and 0 <= century_ < 30):
        return None
    value = f"{century_:02}{which - 1}"
    return [Found("date", value, place.i, place.j, f"the decade that begins in {value}0")]


def era_range(place: Place) -> list[Found] | None:
    """'264-241 BC', 'from 264 to 241 BC': the mark holds for both years."""
    t = place.tokens
    last = place.j - 2
    if not t.raw(place.j - 1).isupper() or t.values[place.j - 1] != "BC":
        return None
    years = [place.number(place.i), place.number(last)]
    if not 0 < years[1] < years[0] < 10000:
        return None
    rule = f"from {years[0]} to {years[1]} before the common era"
    first = Found("date", f"BC{years[0]:04}", place.i, place.i + 1, rule, counts=False)
    return [first, Found("date", f"BC{years[1]:04}", last, place.j, rule, counts=False)]


def decade(place: Place) -> list[Found] | None:
    """'the 1980s', "the '90s", 'the late eighties'; 'in his 80s' is an age."""
    t = place.tokens
    if t.word(place.i - 1) in {"his", "her", "their", "my", "our", "your", "its"}:
        return None
    k = place.j - 1
    number, raw = place.number(k), t.raw(k)
    if "I" not in place.codes and len(raw) < 5 and place.codes == "X" and raw[0] not in "'‘’":
        return None
    if number >= 1000:
        value = f"{number // 100}" if number % 100 == 0 and number < 1900 else f"{number // 10}"
    else:
        tens = number if raw.isalpha() else number // 10
        around = place.anchor.year() or 2000
        if "w" in place.codes:  # 'the nineteen-sixties'
            around = 100 * place.number(place.i + place.codes.index("w")) + 99
        elif raw.isalpha():  # words name decades of the last century: 'the Twenties'
            around = 2009 if not tens else min(around, 1999)
        century = around // 100 if tens * 10 <= around % 100 + 9 else around // 100 - 1
        value = f"{century}{tens}"
    length = "decade" if len(value) == 3 else "century"
    rule = f"the {length} that begins in {value}{'0' * (4 - len(value))}"
    return [Found("date", value, place.i, place.j, rule, place.modifier())]


def century(place: Place) -> list[Found] | None:
    """'the 19th century' is 18, as its years begin with 18."""
    t = place.tokens
    k = place.j - 1
    old = t.codes[k] == "M"
    if old:
        k -= 1
    if place.unit(k) not in {"century", "millennium"}:
        return None
    number = sum(place.number(n) for n in range(place.i, k) if t.codes[n] in "ow"
                 and t.code(n + 1) not in "HQ")  # fmt: skip
    value = f"{number - 1}" if place.unit(k) == "millennium" else f"{number - 1:02}"
    if old and t.values[place.j - 1] == "BC":
        value = f"BC{value}"
    if not 1 <= number <= 30:
        return None
    rule = f"the {place.unit(k)} whose years begin with {value}"
    of_noun = "-u" in place.codes and t.codes[place.i] == "I" and t.code(place.j) == "."
    i = place.i + of_noun  # 'the 18th-century mill'
    return [Found("date", value, i, place.j, rule, place.modifier(), counts=len(value) == 2)]


def two_centuries(place: Place) -> list[Found] | None:
    """'the 19th and 20th centuries', 'the 19th and the 20th century'."""
    t = place.tokens
    if place.unit(place.j - 1) != "century":
        return None
    ordinals = [k for k in range(place.i, place.j) if t.codes[k] == "o"]
    values = [f"{place.number(k) - 1:02}" for k in ordinals]
    middle = next(k for k in range(place.i, place.j) if t.codes[k] in "&2")
    rule = "centuries, named by the figures their years begin with"
    return [
        Found("date", values[0], place.i, middle, rule),
        Found("date", values[1], middle + 1, place.j, rule),
    ]
