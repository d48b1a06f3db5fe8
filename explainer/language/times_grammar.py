"""The shapes of English time expressions, as patterns over token codes (see `times_words`)."""

from __future__ import annotations

import re
from functools import lru_cache

_PARTS = {
    "NUM": r"(?:i?w(?:[-&]?w){0,8}|[dn]w|[dnY])",
    "TURN": r"I?[lLxFTtz]{1,2}",
    "MOD": r"(?:I?r-?(?:@I?)?|I?b(?:O|-)I?|k(?:@I?)?)?",
    "HALFOF": r"(?:I?[ol](?:H|Q)OI?)?",
}
_PARTS["AMOUNT"] = (
    r"(?:{NUM}f|{NUM}-?&-?i-?H|{NUM}&Hi?|{NUM}(?:(?:2|\^|-|~|-2-|~2|&){NUM})?q?|f|Hi?{NUM}|Hi?|iH"
    r"|i?qO?(?:{NUM})?)"
).replace("{NUM}", _PARTS["NUM"])
_PARTS["YEAR"] = r"(?:,?O?(?:YM?|y)(?![%U])|,?@?O?{TURN}u)".replace("{TURN}", _PARTS["TURN"])
_PARTS["TOD"] = r"(?:KU|9{0,5}K-?c?|[dn]c|[dw]R(?:c|@Ip)?|N|Y(?=Z)|YU)Z?"
_PARTS["DAYMONTH"] = r"(?:m,?I?[do](?![%$UuXQ]|-[UuQ]|[dnw])|(?:Io|d|o)O?I?m)"
_PARTS["DAY"] = (
    r"(?:(?:a,?)?J|D|(?:a,?@?I?)?{DAYMONTH}(?:{YEAR})?|a,?Io(?![uUQH])"
    r"|(?:{TURN})?a(?:O?{TURN}u)?|(?:{TURN}|I)?h(?:{YEAR})?|{TURN}u)"
)
for _name in ("DAYMONTH", "YEAR", "TURN"):
    _PARTS["DAY"] = _PARTS["DAY"].replace("{" + _name + "}", _PARTS[_name])
_PARTS["DUR"] = r"(?:{AMOUNT}-?V?[uU]|{NUM}(?:qQ|P)|iu(?:&i|-&-i-)H|iu|{NUM}e)".replace(
    "{AMOUNT}", _PARTS["AMOUNT"]
).replace("{NUM}", _PARTS["NUM"])
_PARTS["OFYEAR"] = r"(?:[O,]?I?W?(?:u?Y|y|{TURN}W?u|(?<=I)W?u|(?<=W)u))".replace(
    "{TURN}", _PARTS["TURN"]
)

# Name of the resolver: shapes. A longer match wins; of equal ones the first that makes sense.
_SHAPES: list[tuple[str, str]] = [
    ("day_list", r"{DAYMONTH}(?:[-~]|2|&|,&?)d(?![-~dnUu%$mO])(?:{YEAR})?"),
    ("day_list", r"[do][-~&2]{DAYMONTH}(?:{YEAR})?"),
    ("clock_range", r"(?:d|K)(?:[-~&]|2)(?:Kc?|dc)Z?(?:,?@?{DAY})?"),
    (
        "day",
        r"(?:[j@](?={TOD}))?{MOD}(?:{TOD},?(?:@I?)?(?:r-?)?{DAY}p?Z?|D@?a|(?<=@)p(?:a|{TURN}u)|I?(?:r-?)?[Ttlx]?p[O@]I?{DAY}p?|I?rUOI?{DAY}|(?:{TOD}|d)@I?(?:r-?)?p[O@]I?{DAY}|I?(?:r-?)?pUOI?{DAY}"
        r"|{DAY}(?:,?(?:@I)?r?p)?(?:[,|~]{0,2}@?{TOD}(?:@Ip)?)?)",
    ),
    ("night_of", r"I?(?:r-?)?[Ttlx]?p[O@](?:d[-~&2]{DAYMONTH}|fm|md[-~&]d)(?:{YEAR})?"),
    (
        "within",
        r"I?[ol][ua]OI?(?:{TURN})?u|I?[ol]uOY|I?[ol][uea](?:O|@)I?m(?:{YEAR})?|I?[ue]OI?{DAYMONTH}(?:{YEAR})?",
    ),
    ("part_of_ordinal", r"(?:(?:r@)?I?(?:r-?)?p|{TOD})[O@]Io(?![uUQHpP])"),
    ("ordinal_day", r"I?o"),
    ("day_of_month", r"IoO(?:I|{TURN})u"),
    ("month", r"{HALFOF}{MOD}(?:{TURN})?m(?:{YEAR})?"),
    ("months_quarter", r"I?m[-~]mQ?"),
    ("part", r"p{TURN}p|(?:[rk]@|[rk](?=I?[tTz]))?(?:I|i)?r?-?(?:[lLxFTtz]{1,2}r?)?p"),
    ("part_beside", r"Ipk"),
    ("clock", r"[j@]?{TOD}(?:@Ip|{TURN}p)?|(?<=@)[dw]@Ip"),
    ("season", r"{MOD}(?:{TURN}|I)?s(?:{YEAR}(?:[-/][dn])?|OI?{TURN}?u)?"),
    ("quarter", r"{MOD}(?:I|{TURN})?W?(?:o-?W?Q|4)(?:{OFYEAR})?"),
    ("half", r"(?:I|{TURN})?W?(?:o-?H|4)(?:{OFYEAR})?"),
    ("year_range", r"I?Y[-~][dnY]"),
    ("year_range", r"I?Y/[dnY]"),
    ("year", r"{HALFOF}[j@]?{MOD}(?:I?W?u)?(?:I?W)?(?:Y|y)"),
    ("era_range", r"[dnY][-~2&][dnY]M"),
    ("era", r"(?:[j@]?{MOD}|(?:{DAYMONTH}|{MOD}m|{MOD}I?s),?O?)[dnY]M|[j@]?M[dnY]"),
    ("decade_of", r"I?[ol]uO(?:I?o-?|I|{TURN})u"),
    ("decade", r"{HALFOF}{MOD}I?(?:r-?)?(?:w-?)?X"),
    ("century", r"{HALFOF}{MOD}I?r?-?(?:w-)?o(?:-o)?-?uM?"),
    ("two_centuries", r"I?r?-?o(?:&I?r?-?oU|[&2]Ir?-?o-?u)"),
    ("turn_of", r"I?bOI?o?-?u"),
    ("turn_unit", r"{MOD}{TURN}W?[ueQ](?:m)?"),
    ("the_unit", r"{MOD}IW?[ueQ]|r-u"),
    ("before_last", r"I[upa]k[lx]"),
    ("fiscal", r"I?[lxTt]W"),
    ("year_end", r"I?[ue](?:-|')b"),
    (
        "spell",
        r"(?:[j@]?I?[lLxFTtz]{1,2}(?:{AMOUNT})?|[j@]?Io{AMOUNT}|[j@]?Io)-?[uUQ](?:OI?(?:Y|m(?:,?Y)?|{TURN}u))?",
    ),
    ("duration", r"(?:[j@]?|I(?={NUM}U))(?:{DUR}(?:,?&?{NUM}-?[uU]){0,4}|U)(?:-?0)?(?:-?#)?"),
    ("in_a_row", r"[iI]?oqu"),
    ("duration", r"(?:u-?#|[uU]-0|!)"),
    ("quarter_of", r"(?:[j@]?(?:i|w-?)|j)QOiu"),
    ("aged", r"1[dnw](?![uU-])"),
    ("ago", r"[j@]?(?:{DUR}|[uU]|{AMOUNT}U|Iu|I?Q)-?[Gk](?![-])"),
    ("ago_on", r"(?:{DUR}|{AMOUNT}U|Iu)G[Da]"),
    ("weekdays_ago", r"{NUM}AG"),
    ("set", r"E(?:(?:{NUM}|o|q|5|H)-?)?(?:[uUmspehQ]|ap?)"),
    ("set", r"(?:B|{NUM}C)(?:E(?:{NUM})?-?[uU]|[i/]-?u)"),
    ("set", r"(?:B|{NUM}C)-?v|I?[ol][ueaU]OE(?:{NUM}-?)?[uU]"),
    ("set", r"/u|v|A|aP|e"),
    ("reference", r"g|I[L6]"),
]


def _expand(shape: str) -> str:
    for name, part in _PARTS.items():
        shape = shape.replace("{" + name + "}", part)
    return shape


_NAMES = tuple(name for name, _ in _SHAPES)
_PATTERNS = tuple(_expand(_expand(shape)) for _, shape in _SHAPES)
# Group k of a match is what shape k matches at that place, if it does: all shapes in one call.
_ALL = re.compile("".join(f"(?:(?=({pattern}))|)" for pattern in _PATTERNS))
# The day said behind a second hour, or behind the same hour by another clock, in brackets.
SECOND_HOUR = re.compile(_expand(_expand(r"(?:(?:2|&|[-~]|;){TOD},?|;{TOD};,?|;)@?({DAY})")))
# A stretch without other words that holds a word of time: outside these nothing needs trying, and
# no shape looks beyond one.
STRETCH = re.compile(r"[^.;<>]*[JDmaKcNYysQ4XuUeEvA!gh1MRpC/PL6oW][^.;<>]*")
_START = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS))
_SHORT = 40

Shapes = tuple[int, tuple[tuple[int, str], ...]]


def shapes_from(stretch: str, at: int) -> Shapes | None:
    """Where in `stretch` the next shape begins, at `at` or later, and (end, name of the resolver)
    of each shape that begins there, the longest first."""
    return (_kept if len(stretch) < _SHORT else _shapes_from)(stretch, at)


def _shapes_from(stretch: str, at: int) -> Shapes | None:
    head = _START.search(stretch, at)
    if head is None:
        return None
    begin = head.start()
    match = _ALL.match(stretch, begin)
    assert match is not None
    ends = sorted((-end, k) for k, (_, end) in enumerate(match.regs[1:]) if end > begin)
    return begin, tuple((-end, _NAMES[k]) for end, k in ends)


# The same few short stretches, "in 2021" or "last week", make up most of what is read.
_kept = lru_cache(maxsize=16384)(_shapes_from)
