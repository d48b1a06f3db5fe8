"""The numbers of a sentence, each with its bound and what it counts."""

from __future__ import annotations

import re
from itertools import pairwise

from explainer.mention import QuantityMention
from explainer.verify.index import Line
from explainer.verify.tables import GENERIC
from explainer.verify.words import lemma_of, stem_of
from explainer.word_set import word_set

_BOUND = re.compile(
    r"\b(?:(?P<most>(?:not?|n't)\s+(?:\w+\s+){0,2}?more than|at most|up to|a maximum of|"
    r"not? exceed\w*)"
    r"|(?P<least>(?:not?|n't)\s+(?:\w+\s+){0,2}?(?:less|fewer) than|at least|a minimum of)"
    r"|(?P<more>more than|over|above|exceed\w*|upwards of|in excess of)"
    r"|(?P<less>less than|fewer than|under|below|almost|nearly)"
    r"|(?P<about>about|around|approximately|roughly|some|an estimated|circa|close to))\s+$",
    re.IGNORECASE,
)
# "Four of the five judges": five is the whole.
_WHOLE = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|many|most|half|"
    r"none|\w+ty|percent) (?:\w+ )?(?:out )?of "
    r"(?:the|its|his|her|their|those|these|[\w ]+['’]s?)? ?$"
    r"|(?:^|[,;:] )of (?:the|its|his|her|their|those|these) $",
    re.IGNORECASE,
)


# "A quarter of a percentage point", "half a point".
_OF_POINT = re.compile(r" (?:of )?an? (?:percentage )?point\b", re.IGNORECASE)


class Number:
    """A value with its bound, what it counts, and the words around it."""

    __slots__ = (
        "around",
        "bound",
        "high",
        "named",
        "start",
        "text",
        "thing",
        "unit",
        "vague",
        "value",
        "whole",
    )

    def __init__(self, line: Line, mention: QuantityMention) -> None:
        offset = line.sentence.start
        text = line.text
        first, last = mention.start - offset, mention.number_end - offset
        self.value, self.high, self.vague = mention.value, mention.high, mention.vague
        self.text, self.start = text[first : mention.end - offset], mention.start
        self.unit = (mention.unit or "").lower()
        if not self.unit and _OF_POINT.match(text, last):
            self.unit = "percentage point"
        match = _BOUND.search(text[max(0, first - 40) : first])
        self.bound = match.lastgroup if match else _named_bound(mention.bound)
        self.whole = bool(_WHOLE.search(text[max(0, first - 30) : first]))
        after = re.findall(r"[^\W\d_]+", re.split(r"[,.;:()\"]", text[last : last + 30].lower())[0])
        held = re.findall(r"[^\W\d_]+", text[last : mention.end - offset].lower())
        self.named = frozenset(stem_of(lemma_of(w, False)) for w in held)
        if held and self.unit and held[-1].startswith(self.unit[:4]):
            after = held[-1:]  # "two Spanish planes": what is counted ends the mention
        self.thing = next((w for w in after[:5] if w not in _PASSED and not w.endswith("ly")), "")
        if self.thing in _NO_THING or self.thing in _ANY_THING or _is_deed(line, last, self.thing):
            self.thing = ""
        around = text[max(0, first - 45) : last + 45].lower()
        self.around = {
            stem_of(lemma_of(w, False))
            for w in re.findall(r"[^\W\d_]{4,}", around)
            if w not in GENERIC
        }


def _is_deed(line: Line, last: int, word: str) -> bool:
    """ "Two wanted to leave": a verb is nothing that is counted."""
    at = line.sentence.start + last
    near = [t for t in line.tokens if at <= t.start <= at + 30]
    return any(
        one.low == word and (one.tag == "VF" or (one.tag in ("J", "VN") and two.tag in _NO_NOUN))
        for one, two in pairwise(near)
    )


# "400 refused to leave", "two sent by Spain": no adjective, for no noun follows.
_NO_NOUN = frozenset({"TO", "P", "D", "S", "A", "SUB", "C", ",", "X"})
_PASSED = word_set(
    "of out the more other new percent per about pound pounds euro euros dollar dollars rupees "
    "cent million billion thousand hundred zloty zlotys kroner krone kronor crowns francs franc "
    "yen yuan forints forint lira liras roubles rubles pesos shekels rand dinars their its his her "
    "our two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty"
)


_ANY_THING = word_set("animals others them those these missing alive injured")
_NO_THING = word_set(
    "in on at for to by with from and or but as than were was is are be have has had who which "
    "years months weeks days hours ago this last next each a an "
    "that after before under when while because since until during into against near"
)


def _named_bound(bound: str | None) -> str | None:
    return {"at most": "most", "at least": "least", "more than": "more", "less than": "less"}.get(
        bound or "", bound
    )


# No more than " out of the other " stands between a part and its whole.
_OF_THE = 18


def numbers_of(line: Line) -> list[Number]:
    found: list[Number] = []
    for mention in line.mentions:
        if isinstance(mention, QuantityMention):
            number = Number(line, mention)
            if not (mention.value == 1 and mention.text.lower().startswith("one")):
                found.append(number)
    for part, whole in pairwise(found):
        if whole.whole and whole.start - part.start - len(part.text) < _OF_THE:
            part.thing = whole.thing  # "two of the five camera angles"
    taken = [(m.start, m.end) for m in line.mentions if m.type in ("quantity", "duration", "date")]
    for match in _SPELLED.finditer(line.text):
        start, end = (line.sentence.start + at for at in match.span())
        if any(first < end and start < last for first, last in taken):
            continue
        value = 2.0
        if match["part"]:
            value = _COUNTS[match["count"].lower()] / (_NTH.index(match["part"].lower()) + 2)
        elif match["half"]:
            value = 0.5
        spelled = QuantityMention(
            start=start, end=end, text=match.group(), value=value, number_end=end
        )
        found.append(Number(line, spelled))
    return found


_NTH = ["half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "seven": 7, "nine": 9}
# "Twice", and the parts that no noun follows: "dropped by a tenth".
_SPELLED = re.compile(
    rf"\btwice\b|\b(?P<count>{'|'.join(_COUNTS)})[ -](?P<part>{'|'.join(_NTH)})s?\b"
    r"(?=[.,;:]|$| (?:of|this|last|in|from|to|and|for|on|by|since|when|while|"
    r"after|before|over|during|compared|between|at|with|without|because|as|if|but|or|under) )"
    r"|\b(?P<half>half)(?= an? (?:percentage )?point\b)",
    re.IGNORECASE,
)
