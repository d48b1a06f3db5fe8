"""Holidays whose day can be computed: fixed days, nth weekdays, days counted from Easter."""

from __future__ import annotations

from datetime import date, timedelta

FIXED = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24),
    "boxing day": (12, 26), "new year's eve": (12, 31), "new year's day": (1, 1),
    "new year's": (1, 1), "new year": (1, 1), "valentine's day": (2, 14),
    "st. patrick's day": (3, 17), "st patrick's day": (3, 17), "april fools' day": (4, 1),
    "april fool's day": (4, 1), "may day": (5, 1), "fourth of july": (7, 4),
    "july fourth": (7, 4), "halloween": (10, 31), "all saints' day": (11, 1),
    "armistice day": (11, 11), "remembrance day": (11, 11), "veterans day": (11, 11),
    "bastille day": (7, 14), "canada day": (7, 1), "australia day": (1, 26),
    "anzac day": (4, 25), "orthodox christmas": (1, 7), "ve day": (5, 8), "v-e day": (5, 8),
    "vj day": (8, 15), "v-j day": (8, 15), "guy fawkes night": (11, 5), "bonfire night": (11, 5),
    "earth day": (4, 22), "international women's day": (3, 8), "victory day": (5, 9),
    "juneteenth": (6, 19), "st. george's day": (4, 23), "epiphany": (1, 6),
    "michaelmas": (9, 29), "michaelmas day": (9, 29), "candlemas": (2, 2), "lammas": (8, 1),
    "candlemas day": (2, 2), "lammas day": (8, 1),
    "martinmas": (11, 11), "lady day": (3, 25), "midsummer day": (6, 24),
    "midsummer's day": (6, 24), "all souls' day": (11, 2), "twelfth night": (1, 5),
    "st. andrew's day": (11, 30), "st. stephen's day": (12, 26), "cinco de mayo": (5, 5),
}  # fmt: skip
# name: (month, weekday with Monday 0, which one; -1 the last)
NTH = {
    "labor day": (9, 0, 1), "memorial day": (5, 0, -1), "thanksgiving": (11, 3, 4),
    "thanksgiving day": (11, 3, 4), "martin luther king day": (1, 0, 3),
    "martin luther king jr. day": (1, 0, 3), "mlk day": (1, 0, 3), "presidents' day": (2, 0, 3),
    "presidents day": (2, 0, 3), "columbus day": (10, 0, 2), "mother's day": (5, 6, 2),
    "father's day": (6, 6, 3),
}  # fmt: skip
FROM_EASTER = {
    "easter": 0, "easter sunday": 0, "easter monday": 1, "easter saturday": -1,
    "good friday": -2, "maundy thursday": -3, "palm sunday": -7, "ash wednesday": -46,
    "shrove tuesday": -47, "ascension day": 39, "pentecost": 49, "whit sunday": 49,
    "whit monday": 50, "mardi gras": -47, "whitsun": 49, "trinity sunday": 56, "holy thursday": -3,
    "low sunday": 7,
}  # fmt: skip
NAMES = sorted({*FIXED, *NTH, *FROM_EASTER, "black friday"}, key=len, reverse=True)


def easter(year: int) -> date:
    """Easter Sunday: by the Gregorian calendar, before 1583 by the Julian."""
    if year < 1583:
        d = (19 * (year % 19) + 15) % 30
        e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
        return date(year, (d + e + 114) // 31, (d + e + 114) % 31 + 1)
    a, b, c = year % 19, year // 100, year % 100
    g = (8 * b + 13) // 25
    h = (19 * a + b - b // 4 - g + 15) % 30
    m = (a + 11 * h) // 319
    r = (2 * (b % 4) + 2 * (c // 4) - c % 4 - h + m + 32) % 7
    month = (h - m + r + 90) // 25
    return date(year, month, (h - m + r + month + 19) % 32)


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    """The `which`-th `weekday` (Monday 0) of a month; -1 is the last."""
    if which < 0:
        last = date(year, month, 28) + timedelta(days=4)
        last -= timedelta(days=last.day)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))


def holiday(name: str, year: int) -> date:
    """The day of a holiday named as in `NAMES` (lower case, straight apostrophe)."""
    if name in FIXED:
        return date(year, *FIXED[name])
    if name in NTH:
        return nth_weekday(year, *NTH[name])
    if name == "black friday":
        return holiday("thanksgiving", year) + timedelta(days=1)
    return easter(year) + timedelta(days=FROM_EASTER[name])
