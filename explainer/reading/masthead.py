"""A line that names a newspaper and a day: "The Valley Courier, 14 March 2024",
"14 March 2024 | The Valley Courier", "Lima, 14 March 2024 (Andes Wire)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from explainer.reading.furniture import AGENCIES
from explainer.reading.marks import STAMP, parse_date

LONGEST = 110
_SMALL = r"of|the|and|for|de|la"
_LINE = re.compile(
    rf"""(?:by\ [A-Z][\w.'’-]+(?:\ [A-Z][\w.'’-]+){{1,3}},\ )?
    (?P<said>(?:First\ )?(?:published|posted|printed)\ (?:in|by|on)\ (?-i:the\ )?)?
    (?P<outlet>(?-i:[A-Z0-9])[\w.&'’-]*(?:\ (?:{_SMALL}|&|[A-Z0-9][\w.&'’-]*)){{0,6}}?)
    (?P<between>\ ?[,|·•–—-]\ |\ ?[|·•]\ ?|\ \(|,?\ on\ |\ )
    (?P<day>{STAMP})\)?\.?""",
    re.VERBOSE | re.IGNORECASE,
)
_NAME = rf"(?-i:[A-Z0-9])[\w.&'’-]*(?:\ (?:{_SMALL}|&|[A-Z0-9][\w.&'’-]*)){{0,6}}"
_DAY_FIRST = re.compile(
    rf"(?:{_NAME},\ )?(?P<day>{STAMP})(?:\ ?[|·•–—]\ ?|\ \()(?P<outlet>{_NAME})\)?",
    re.VERBOSE | re.IGNORECASE,
)
# What newspapers, agencies and sites are called; a town is not.
_PAPER = re.compile(
    r"\b(?:Advertiser|Agency|Argus|Broadcasting|Bulletin|Chronicle|Courier|Daily|Desk|Digest"
    r"|Dispatch|Echo|Examiner|Express|Gazette|Globe|Guardian|Herald|Independent|Inquirer|Journal"
    r"|Magazine|Mail|Mercury|Messenger|Mirror|Monitor|Monthly|News|Newsletter|Newspaper|Observer"
    r"|Online|Post|Press|Radio|Record|Register|Reporter|Review|Sentinel|Standard|Star|Sun|Telegraph"
    r"|Television|Times|Tribune|TV|Voice|Weekly|Wire)\b"
)


@dataclass(frozen=True, slots=True)
class Masthead:
    """`outlet` is None where the words before the day may as well be a town."""

    outlet: str | None
    day: date


def masthead(words: str, *, after_title: bool) -> Masthead | None:
    """What the whole line says, where it is a name and a day and nothing else. Before the title
    only what is plainly a newspaper counts, for a headline may end in a date."""
    if len(words) > LONGEST:
        return None
    if match := _DAY_FIRST.fullmatch(words.strip()):
        day, outlet = parse_date(match["day"]), match["outlet"]
        named = _is_name(outlet) and (after_title or _PAPER.search(outlet))
        return Masthead(outlet, day) if day and named else None
    if (match := _LINE.fullmatch(words.strip())) is None:
        return None
    day, outlet = parse_date(match["day"]), match["outlet"]
    if day is None or not _is_name(outlet):
        return None
    paper = bool(_PAPER.search(outlet)) or outlet.lower() in AGENCIES or bool(match["said"])
    if paper or (after_title and (outlet.startswith("The ") or match["between"].strip() in "|·•")):
        return Masthead(outlet, day) if match["between"].strip() or paper else None
    return Masthead(None, day) if after_title and "," in match["between"] else None


def _is_name(outlet: str) -> bool:
    """Whether every word but the small ones has a capital or a figure."""
    small = {*_SMALL.split("|"), "&"}
    return all(w[0].isupper() or w[0].isdigit() or w in small for w in outlet.split())
