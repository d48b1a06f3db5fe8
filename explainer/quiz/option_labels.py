"""How an option writes a date or a number."""

from __future__ import annotations

import re

from explainer.mention import TimeMention

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def time_label(mention: TimeMention) -> str | None:
    """How an option writes a date: "19 August 2021", "August 2021", "2021", "the 1980s"."""
    value = mention.value
    if mention.modifier:
        return None
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value) and mention.precision == "day":
        year, month, day = value.split("-")
        return f"{int(day)} {MONTHS[int(month) - 1]} {year}"
    if re.fullmatch(r"\d{4}-\d\d", value) and mention.precision == "month":
        return f"{MONTHS[int(value[5:]) - 1]} {value[:4]}"
    if re.fullmatch(r"\d{4}", value) and mention.precision == "year":
        return value
    if re.fullmatch(r"\d{3}", value) and mention.precision == "decade":
        return f"the {value}0s"
    return None


MONTH = "|".join(MONTHS)  # any of them, in a pattern
# How an article writes a date, and how another date is written so. Longest first.
_WRITTEN = (
    (rf"\d{{1,2}} (?:{MONTH}) \d{{4}}", "{day} {month} {year}"),
    (rf"(?:{MONTH}) \d{{1,2}}, \d{{4}}", "{month} {day}, {year}"),
    (rf"\d{{1,2}} (?:{MONTH})", "{day} {month}"),
    (rf"(?:{MONTH}) \d{{1,2}}", "{month} {day}"),
    (rf"(?:{MONTH}) \d{{4}}", "{month} {year}"),
    (rf"(?:{MONTH})", "{month}"),
)


def as_written(label: str, text: str) -> str | None:
    """A date, given as options write it, in the form of `text`: "23 March 2011" like "April 2" is
    "March 23". None for a form that is not known."""
    if re.fullmatch(r"\d{4}|(?:the )?\d{3}0s", text):
        return label if text.startswith("the ") else label.removeprefix("the ")
    parts = re.fullmatch(rf"(?:(\d{{1,2}}) )?({MONTH}) (\d{{4}})", label)
    form = next((form for pattern, form in _WRITTEN if re.fullmatch(pattern, text)), None)
    if parts is None or form is None or ("{day}" in form and parts[1] is None):
        return None
    return form.format(day=parts[1], month=parts[2], year=parts[3])


_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9,
    "trillion": 1e12, "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12,
}  # fmt: skip
_SCALE = re.compile(r"(\s*)\b(hundred|thousand|lakh|(?:m|b|tr)illion|crore)s?\b", re.I)
_LETTER = re.compile(r"(?<=\d)(\s?)(k|mn?|bn?|tn)\b", re.I)


def number_label(value: float, like: str = "") -> str:
    """A number as options write it: with the currency sign and the scale of the source's own
    number (`like`), and in words below thirteen where the source does so."""
    sign = like[0] if like[:1] in _SIGNS else ""
    scale = _SCALE.search(like) or _LETTER.search(like)
    if scale and value >= _SCALES[scale[2].lower()] / 100:
        part = value / _SCALES[scale[2].lower()]
        if like[:1].isalpha():  # "nine thousand"
            small = part == int(part) and part <= 12
            return f"{_SMALL[int(part)]}{scale[1]}{scale[2]}" if small else f"{value:,.10g}"
        return f"{sign}{part:.4g}{scale[1]}{scale[2]}"
    if value == int(value):
        return sign + _whole(int(value), like[len(sign) :])
    return sign + (f"{value:,.10g}" if abs(value) >= 1000 else f"{value:.10g}")


_SIGNS = "$€£¥₹"


def _whole(whole: int, like: str) -> str:
    if like and not like[0].isdigit() and (said := _in_words(whole)):
        return said
    grouped = "," in like or "." in like or len(re.findall(r"\d", like)) < 4
    return f"{whole:,}" if abs(whole) >= 10000 or (abs(whole) >= 1000 and grouped) else str(whole)


def _in_words(whole: int) -> str | None:
    """A number that is one word; None for others."""
    if 0 <= whole <= 20:
        return _SMALL[whole]
    return _TENS[whole // 10 - 3] if 30 <= whole <= 90 and whole % 10 == 0 else None


_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
)  # fmt: skip
_TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
