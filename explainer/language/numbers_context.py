"""Signs around a number that it is no quantity: an ordinal, a year, a label, a score, a code."""

from __future__ import annotations

import re

from explainer.language.numbers_bounds import REACH, bound_before
from explainer.language.numbers_scan import Number
from explainer.language.numbers_units import unit_after
from explainer.word_set import word_set

_LABELS = word_set(
    """
    no nos number numbers room flight route highway section sections article articles chapter
    chapters page pages p pp act rule bus line platform gate channel psalm apollo boeing airbus
    windows iphone galaxy type model formula area resolution law bill proposition prop
    amendment title category grade phase stage level game round episode season part volume vol
    figure fig table step tier class schedule interstate unit block sector district ward
    precinct zone pier exit division brigade battalion regiment lot item question protocol
    paragraph para clause appendix annex group team core studio radio bbc building house
    apartment apt suite box id code version ver release android ios python mark mk soyuz
    voyager proton matchday week day year war covid sars-cov opus op euro fifa agenda vision
    catch track lane floor terminal verse form king pope tel telephone phone fax call isbn iso
    postcode zip ticket draw seed ranked junction century agent generation gen cloud nbc cbs
    abc fox itv dogma expo olympics uefa
    """
)
_YEAR_WORDS = word_set(
    """
    in since by until till from to of before after during and early late mid around year circa the
    january february march april may june july august september october november december
    spring summer autumn fall winter through season for
    """
)
_LAST_WORD = re.compile(r"\w*\Z")
_SCORE_NOUN = re.compile(
    r"\s(?:wins?|victory|victories|defeats?|loss(?:es)?|draws?|lead|vote|votes|decision|record"
    r"|scoreline|"
    r"thrashing|majority|split|ruling|deficit|aggregate|tie|series|final|margin|odds|formation"
    r"|walloping|rout)\b",
    re.I,
)
_SCORED = re.compile(
    r"\b(?:won|win|wins|beat|beats|beating|lost|lose|losing|drew|draw|drawn|defeated|led|leads"
    r"|leading|trail\w*|"
    r"score\w*|voted|vote|ruled|passed|routed|thrashed|ended|finished|finish|by|clinched|set|sets"
    r"|it)\s[^.]{0,40}\Z",
    re.I,
)
_PAIR = re.compile(r"\d+(?:\s?[-–:/]\s?\d+)+(?![\d.,]*\d)")
_CONTACT = re.compile(
    r"(?:\+\d|\(?0\d)[\d\s()./-]{6,}\d|\d{3}-\d{3}-\d{4}\b|\d{3}-\d{4}(?![\d,]|\s[a-z])"
    r"|\d{1,3}(?:\.\d{1,3}){3}(?![\d,])"
)
_DIALLED = re.compile(r"\+\d{1,4}[\s-]\(?\Z")
_DIALLING = re.compile(r"[\d\s()-]+")
_DATED = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)|\d{4}-\d\d(?:-\d\d)?(?!\d)|\d{1,2}:\d\d"
    r"|\d{1,2}[:.]?\d{0,2}\s?[ap]\.?m\b|12\s(?:noon|midnight)\b",
    re.I,
)
_ADDRESS = re.compile(
    r"\d{1,4}[a-dA-D]?\s(?:[A-Z][\w'’.-]+\s){1,3}(?:Streets?|St|Road|Rd|Avenue|Ave|Lane|Square|Drive"
    r"|Boulevard|Terrace|Crescent|Place|Quay)\b"
)
_ORDINAL = re.compile(
    r"(?:st|nd|rd|th|s)\b|['’]s\b|[-\s](?:first|second(?!s)|third(?!s)|fourth|fifth|sixth|seventh"
    r"|eighth|ninth|tenth)\b",
    re.I,
)
_COMPOUND = re.compile(
    r"-(?:times?|way|sided|dimensional|pronged|legged|headed|off|on|to|liner|size|stop|nation"
    r"|party|state|star|"
    r"fold|thirds?|quarters?|half|by|figure|digit|part|tier|step|piece|person|year|nil|all|love)\b",
    re.I,
)
_NO_ONE = re.compile(
    r"\b(?:no|any|every|some|each|this|that|another|the|which|only|not)[-\s]\Z", re.I
)
# Small words before which a capital letter names nothing.
_PLAIN_CAPITAL = word_set(
    """
    in of the about some at over only another more nearly around all these those for with by
    from and but last first at least up to than almost between among when where while after
    before since as if or an a his her their its our my your both under every each has have had
    is are was were he she they we it i there that this which who what including plus minus say
    says said that's however meanwhile also today then now police officials hundreds just
    roughly approximately exactly least most fewer less or nor so because though although until
    during within through against towards monday tuesday wednesday thursday friday saturday
    sunday not yet still
    """
)
_CAPITAL = re.compile(r"([A-Z][\w’'-]*)\s\Z")


def skip_of(text: str, number: Number) -> int | None:
    """Where to read on if `number` is an ordinal, year, label, score, date, name or code; None if
    it is a quantity."""
    first, last, begin, end = number.first, number.last, number.begin, number.end
    before = text[max(first, begin - REACH) : begin]
    if _ORDINAL.match(text, end, last):
        return end
    if number.worded:
        return end if _is_word_of_a_name(text, first, begin, end, before) else None
    if number.sign:
        return None
    digits = text[begin:end]
    if "+" in before and _DIALLED.search(before) and (rest := _DIALLING.match(text, begin, last)):
        return rest.end()
    for shape in (_CONTACT, _DATED, _ADDRESS):
        if found := shape.match(text, begin, min(last, begin + 40)):
            return found.end()
    if pair := _pair(text, last, begin, before):
        return pair
    if (
        _is_code(text, first, last, begin, end, digits)
        or _is_labelled(before)
        or _is_year(text, last, end, digits, before)
        or _follows_a_name(text, last, end, digits, before)
    ):
        return end
    return None


def _is_labelled(before: str) -> bool:
    """Whether a word such as "Flight" or "No." stands straight before."""
    if before.endswith(_JOINS):
        before = _LISTED.sub("", before)
    words = before.split()
    return bool(words) and before[-1:].isspace() and words[-1].rstrip(".:").lower() in _LABELS


# "Sections 3 and 4": a label stands before the first only.
_JOINS = (" and ", " or ", " to ", ", ")
_LISTED = re.compile(r"(?:\d{1,3}[a-zA-Z]?(?:,\s(?:and\s|or\s)?|\s(?:and|or|to)\s)){1,4}\Z")


def _is_word_of_a_name(text: str, first: int, start: int, end: int, before: str) -> bool:
    word = text[start:end]
    if word[0].isupper() and not word.isupper() and text[first:start].strip(" \"'“‘(—–-"):
        # "Group of Seven", "the Big Four"
        return not re.search(r"[:;“\"—–]\s?\Z", before)
    if text[end : end + 1].isalnum() or _is_labelled(before):
        return True
    if _NO_ONE.search(before[-10:]):
        return word.lower() == "one"
    return _COMPOUND.match(text, end) is not None


def _is_code(text: str, first: int, last: int, start: int, end: int, digits: str) -> bool:
    following = text[end : end + 1]
    if following.isalpha() and unit_after(text, end, last, 2) is None:
        return True
    if following and (following in "#@_=/\\:" and text[end + 1 : end + 2].isalnum()):
        return True
    if len(digits) > 30 or (digits.isdigit() and len(digits) > 1 and digits[0] == "0"):
        return True
    plain = digits.isdigit() and end < last and text[end] in ".)]"
    if plain and not text[first:start].strip(" (["):
        return True
    return text[start - 1 : start] == "[" and following == "]"


def _pair(text: str, last: int, start: int, before: str) -> int | None:
    """The end of a score or a code of two numbers: "won 3-2", "24/7"."""
    pair = _PAIR.match(text, start, min(last, start + 24))
    if pair is None or re.match(r"\d/\d\d?(?!\d)", pair[0]):
        return None
    sides = [int(side) for side in re.split(r"\s?[-–:/]\s?", pair[0])]
    if len(sides) > 2 or not sides[0] < sides[1] or ":" in pair[0] or "/" in pair[0]:
        return pair.end()
    if _SCORE_NOUN.match(text, pair.end(), last):
        return pair.end()
    if _SCORED.search(before) and unit_after(text, pair.end(), last, 2) is None:
        return pair.end()
    return None


def _is_year(text: str, last: int, end: int, digits: str, before: str) -> bool:
    if len(digits) != 4 or not digits.isdigit() or not 1100 <= int(digits) <= 2100:
        return False
    word = _word_before(before)
    if not (word == "around" and before[-1:].isspace()) and bound_before(before):
        return False
    return word in _YEAR_WORDS or unit_after(text, end, last, 2) is None


def _word_before(before: str) -> str:
    """The word that a single white space or hyphen parts from the number, in small letters."""
    if not before or not (before[-1] == "-" or before[-1].isspace()):
        return ""
    found = _LAST_WORD.search(before[-13:-1].lower())
    return found[0] if found else ""


def _follows_a_name(text: str, last: int, end: int, digits: str, before: str) -> bool:
    """ "Channel 4", "Apollo 13": a plain number straight after a name, counting nothing."""
    name = _CAPITAL.search(before) if digits.isdigit() and before[-1:].isspace() else None
    if name is None or name[1].lower() in _PLAIN_CAPITAL:
        return False
    return unit_after(text, end, last, 2) is None
