"""Whether a name is that of a person or of a firm, and a person's without what they are."""

from __future__ import annotations

import re

# "Economist Nadia Ferreira": what someone is, standing before the name.
_CALLING = re.compile(
    r"(?:[A-Z][a-z]+(?:ist|ian|yst|ager|acher|wyer|eer|ector|itect|ritic|ister|ident|aker|iter|"
    r"erder|inter|iner|nger|yer|cher|dier|sman|woman)|Critic|Poet|Captain|Coach|Chairman|Chef|"
    r"Nurse|Judge|Doctor|Mayor|Pilot|Author|Actor|Singer|Painter|Farmer|Farm|Rival|Daughter|Son|"
    r"Brother|Sister|Wife|Husband|Mother|Father|Uncle|Aunt|Niece|Nephew|Neighbour|Owner|Keeper|"
    r"Advocate|Activist|Expert|Veteran|Resident|Student|Colleague|Guard|Spokesman|Chief)\s+"
)


def bare_name(name: str) -> str:
    """A name without what its holder is: "Economist Nadia Ferreira of X" is Nadia Ferreira."""
    found = _CALLING.match(name)
    while found and len(re.findall(r"(?<!\w)[A-Z]\w+", name[found.end() :])) >= 2:
        name = name[found.end() :]
        found = _CALLING.match(name)
    head, of, _ = name.partition(" of ")
    return head if of and len(head.split()) in (2, 3) and head.istitle() else name


_COMPANY = re.compile(
    r"\b(?:Freight|Auto|Air|Taxi|Energy|Steel|Bank|Group|Press|Media|Power|Oil|Gas|Foods?|Labs?|"
    r"Airlines|Airways|Railways?|Times|Post|Herald|Gazette|News|Magazine|Review|Lines?|Systems|"
    r"Records|Industries|Partners|Holdings|Studios?|Motors|Metals|Logistics|Shipping|Hotels?|"
    r"Trust|Fund|Foundation|Homes|Council|United|Rovers|City|Athletic|Wanderers|Technologies|Pharma|Works|Mines?)$"
)
_COMPANY_ROLE = re.compile(
    r"\s*,\s+(?:an?|the|one of)\s+(?:(?!at |of |for |from |in |who )[^,.;]){0,40}\b"
    r"(?:company|firm|club|agency|charity|team|bank|"
    r"newspaper|magazine|developer|brewer|retailer|builder|group|chain|union|carmaker|maker|producer|airline|ship|horse|dog)\b"
)


_CALLED_COMPANY = re.compile(
    r"\b(?:be called|company|firm|contractor|developer|brewer|brand|chain|airline|carmaker|"
    r"operator|newspaper|agency|brewery|group|union|bank|brokerage|supplier|insurer|publisher|"
    r"retailer|charity|miner|steelmaker|foundry),? $"
)


def is_company(label: str, text: str) -> bool:
    """Whether what looks like a person's name is that of a firm, a club or a paper."""
    if _COMPANY.search(label):
        return True
    at = text.find(label)
    while at >= 0:
        before = _CALLED_COMPANY.search(text, max(0, at - 30), at)
        if before or _COMPANY_ROLE.match(text, at + len(label)):
            return True
        at = text.find(label, at + 1)
    return False
