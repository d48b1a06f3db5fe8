"""How a document writes its numbers: 4.5 or 4,5 for four and a half, 1,000 or 1.000 or 1 000."""

from __future__ import annotations

import re

# What may part groups of three digits.
THIN = "\u00a0\u202f\u2009 "
_POINT_GROUPS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_COMMA_GROUPS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}")


class Notation:
    """How a document writes its numbers; `points_decimal` when it is seen to write "4.5"."""

    _SEEN = re.compile(r"\d(?<![\w.,].)\d*(?:[.,]\d+)+(?![\w]|[.,]\d)")

    _POINTS = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)\.(?:\d{1,2}|\d{4,})|0\.\d+")
    _COMMAS = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}|\d+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}")

    def __init__(self, text: str = "") -> None:
        self.points_decimal = False
        self.commas_decimal = False
        for match in self._SEEN.finditer(text):
            self._learn(match[0])

    def _learn(self, digits: str) -> None:
        """Only a shape that allows one reading teaches."""
        if self._POINTS.fullmatch(digits):
            self.points_decimal = True
        elif self._COMMAS.fullmatch(digits):
            self.commas_decimal = True

    def value(self, digits: str, *, scaled: bool = False) -> float | None:
        """The number written `digits`; `scaled` when a magnitude or per cent follows it, before
        which three digits after a point are decimals. None for what is no number (1.2.3)."""
        if digits.isdecimal():
            return float(digits)
        plain = re.sub(rf"[{THIN}'’]", "", digits)
        if _COMMA_GROUPS.fullmatch(plain) and not (
            self._comma_is_decimal(plain) or plain[0] == "0"
        ):
            return float(plain.replace(",", ""))
        if _POINT_GROUPS.fullmatch(plain) and not self._point_is_decimal(plain, scaled):
            return float(plain.replace(".", ""))
        if re.fullmatch(r"\d*\.?\d+", plain):
            return float(plain)
        if re.fullmatch(r"\d{1,3}(?:,\d{2,3})*\.\d+", plain):
            return float(plain.replace(",", ""))
        if re.fullmatch(r"\d{1,3}(?:\.\d{3})*,\d+|\d+,\d+", plain):
            return float(plain.replace(".", "").replace(",", "."))
        return None

    def _comma_is_decimal(self, digits: str) -> bool:
        return self.commas_decimal and not self.points_decimal and digits.count(",") == 1

    def _point_is_decimal(self, digits: str, scaled: bool) -> bool:
        if digits.count(".") > 1:
            return False
        return scaled or (self.points_decimal and not digits.endswith(".000"))
