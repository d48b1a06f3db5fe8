"""Whose crowns, pesos and rupees are meant, where several countries call their money so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from explainer.mention import QuantityMention

# The currency a bare name is read as: its country's words; others with theirs.
_SHARED = {
    "NOK": {"NOK": "Norw|Oslo", "DKK": "Danish|Denmark|Copenhagen"},
    "SEK": {"SEK": "Swed|Stockholm", "ISK": "Iceland|Reykjav"},
    "MXN": {
        "MXN": "Mexic", "PHP": "Philippine|Filipino|Manila", "ARS": "Argentin|Buenos Aires",
        "CLP": "Chile|Santiago", "COP": "Colombia|Bogot", "CUP": "Cuba|Havana",
        "UYU": "Urugua|Montevideo", "DOP": "Dominican",
    },
    "INR": {
        "INR": "India|Delhi|Mumbai|Modi", "PKR": "Pakistan|Karachi|Lahore|Islamabad|Punjab",
        "LKR": "Sri Lanka|Colombo", "NPR": "Nepal|Kathmandu", "MUR": "Mauriti",
    },
    "RSD": {
        "RSD": "Serbia|Belgrade", "IQD": "Iraq|Baghdad", "KWD": "Kuwait", "JOD": "Jordan|Amman",
        "DZD": "Algeria|Algiers", "TND": "Tunisia|Tunis", "LYD": "Libya|Tripoli", "BHD": "Bahrain",
    },
    "IRR": {"IRR": "Iran|Tehran", "YER": "Yemen", "OMR": "Oman|Muscat", "QAR": "Qatar|Doha"},
    "AED": {"AED": "Emirat|Dubai|Abu Dhabi", "MAD": "Morocc|Rabat|Casablanca"},
    "TRY": {"TRY": "Turk|Ankara|Istanbul", "LBP": "Leban|Beirut"},
}  # fmt: skip
_BARE = re.compile(
    r"(?:krone|kroner|krona|kronor|pesos?|rupees?|rs\.?|dinars?|rials?|dirhams?|lira)", re.I
)


def of_this_country(text: str, found: list[QuantityMention]) -> Iterator[QuantityMention]:
    """The quantities, money of a bare name being that of the country the text speaks of most."""
    meant: dict[str, str] = {}
    for mention in found:
        unit = mention.unit or ""
        if unit in _SHARED and _is_bare(mention):
            if unit not in meant:
                meant[unit] = _meant(text, unit)
            mention = replace(mention, unit=meant[unit])
        yield mention


def _is_bare(mention: QuantityMention) -> bool:
    behind = mention.text[mention.number_end - mention.start :].strip()
    before = re.match(r"[^\d]*", mention.text)
    written = behind or (before[0].strip() if before else "")
    return _BARE.fullmatch(written) is not None


def _meant(text: str, unit: str) -> str:
    counts = {
        code: len(re.findall(rf"\b(?:{words})", text)) for code, words in _SHARED[unit].items()
    }
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] > counts[unit] else unit
