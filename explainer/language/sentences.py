"""Prose into sentences: where a stop ends one, and where it does not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.language.reading import Sentence
from explainer.source import Source
from explainer.word_set import word_set

# A stop, the marks that close with it, and the white space (or glued capital) after it.
_STOP = re.compile(
    r"""
    (?P<stop>(?:\.(?:\ \.)+|[.!?…。！？।؟])+)
    (?P<close>["'”’»)\]]*(?:\[\d{1,3}\])*(?:\s["”](?=\s|\Z))?)
    (?:(?P<space>\s+)|(?<=[a-z]{3}[.!?])(?=[A-Z][a-z]*\s)|(?<=[。！？]))
    """,
    re.VERBOSE,
)
# A line that begins a list item or is a row of a table.
_LINE = re.compile(r"[\n\r](?=[ \t]{0,9}(?:[-*•‣▪◦–—]|\(?\d{1,3}[.)])[ \t]|[^\n\r\t|]*[\t|])")
_BEFORE = re.compile(r"(?s:.*[\s\"'“”‘’«»()\[\]—–/])?(.*)")
_AFTER = re.compile(r"[\"'“”‘’«»(\[—–\s-]*([^\s\"“”«»()\[\],;:]*)")
# Who follows a quoted question or exclamation: "Why?" General Lund asked.
_TAG = re.compile(
    r"(?:[A-Z][\w.'’-]*\s+){1,4}(?:said|says|asked|asks|told|added|adds|wrote|writes|replied|"
    r"shouted|cried|exclaimed|wondered|answered|explained|explains|called)\b"
)
_SPELT = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_INITIAL = re.compile(r"[A-Z]|[A-Z][a-z]?(?:\.?-[A-Z])")
_GLUED_NAME = re.compile(r"www\.|[@/\\]|\.[a-z]+\.")

# Always followed by what they belong to.
_LEADS_ON = word_set(
    """
    mr mrs ms mx dr prof gen lt col maj capt sgt cpl cmdr cdr adm brig pvt supt det insp sen
    rep reps sens gov gov't pres rev hon fr sr.lt ft mt st messrs mme mlle amb atty vs v cf e.g
    i.e viz approx est ca c rs op ed eds eg ie maj.gen lt.col lt.gen brig.gen sec.gen shri smt
    asst assoc dep spc cllr ald ph
    """
)
# Abbreviations written small; "art." or "mass." ends a sentence, "Art." or "Mass." may not.
_LOWER = word_set(
    """
    vs v cf viz approx est ca c al eg ie gen no nos p pp vol fig figs ext ch ver inc ltd
    """
)
# Followed by a number: No. 5, Sept. 11, p. 12.
_NUMBERED = word_set(
    """
    no nos jan feb mar apr jun jul aug sep sept oct nov dec p pp vol fig figs art arts sec secs
    ch chap par para paras tel ext rte hwy nr sect cl ver abt eq a.d
    """
)
# May stand at the end of a sentence or within it; then the next word decides.
_EITHER = word_set(
    """
    inc ltd corp co cos bros plc llc jr sr esq ave blvd rd dept univ assn intl natl govt al ala
    ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb
    nev okla ore pa penn tenn tex va vt wash wis wyo ont que d.c u.s u.k u.n e.u u.s.a u.a.e
    u.s.s.r ph.d m.d b.a m.a b.sc m.sc m.p d.phil n.y n.j n.c s.c n.d s.d n.h n.m w.va r.i l.a
    b.c
    """
)
_CLOCK = frozenset({"a.m", "p.m"})
_AFTER_CLOCK = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december est edt et pst pdt pt cst cdt ct mst
    mdt gmt utc bst cet cest ist local eastern pacific central greenwich
    """
)
# Words that open a sentence and never a name.
_OPENERS = word_set(
    """
    the a an he she it they we i you his her its their our my your this that these those there
    here in on at by for from of to with as and but or so if when while where after before
    since until although though because however meanwhile moreover then now what who why how
    which not no yes some many most all both each every one two three several during despite
    according once only even also yet still thus hence instead later earlier last next nor
    among under over between without within through police officials experts critics more few
    another other such neither either whether unlike like today yesterday tomorrow it's he's
    she's that's they're we're there's i'm don't
    """
)


def split(source: Source) -> list[Sentence]:
    """Sentences of the prose of `source`, in order, trimmed, each inside one paragraph.

    Quotations of several sentences are split; the closing mark stays with its sentence.
    """
    return [
        Sentence(start, end, index)
        for index, block in enumerate(source.prose)
        for start, end in pieces(source.text, block.start, block.end)
    ]


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Trimmed spans of the sentences in `text[start:end]`, which lies in one paragraph."""
    lines = [m.end() for m in _LINE.finditer(text, start, end)]
    first = start
    for line_end in [*lines, end]:
        for stop in _STOP.finditer(text, first, line_end):
            if stop.end() < line_end and _ends_sentence(text, first, stop, line_end):
                yield from _trimmed(text, first, stop.end())
                first = stop.end()
        yield from _trimmed(text, first, line_end)
        first = line_end


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _ends_sentence(text: str, first: int, stop: re.Match[str], end: int) -> bool:
    """Whether `stop` ends the sentence that began at `first`."""
    after = _AFTER.match(text, stop.end(), end)
    following = after[1] if after else ""
    if not following:
        return True
    before = _BEFORE.match(text, max(first, stop.start() - 40), stop.start())
    word = before[1] if before else ""
    if stop["space"] is None and _GLUED_NAME.search(word):
        return False
    if following[0].islower() and not following[1:2].isupper():
        return False
    if stop["stop"] != ".":
        quoted = stop["close"].rstrip(")]") != ""
        return not (quoted and after and _TAG.match(text, after.start(1), end))
    if stop["close"]:
        return True
    return not _stays_open(text, first, stop.start() - len(word), word, following)


def _stays_open(text: str, first: int, at: int, word: str, following: str) -> bool:
    """Whether `word`, written with a point, is an abbreviation the sentence goes on after."""
    bare = word.lower()
    if word[:1].islower() and "." not in word and bare not in _LOWER:
        return False
    opener = following.rstrip(".!?").lower() in _OPENERS
    if bare in _LEADS_ON:
        return not (opener and bare == "st")
    if bare in _NUMBERED:
        return following[0].isdigit() or (bare in ("p", "pp") and following[0] in "ivxlc")
    if bare in _CLOCK:
        if following[0].isdigit() and text[at + len(word) + 1 : at + len(word) + 3].lstrip() == "(":
            return True  # 'at 8:50 p.m. (1550 GMT)'
        return following.rstrip(".").lower() in _AFTER_CLOCK
    if not text[first:at].strip(" \t\n\r(\"'“‘") and len(word) <= 3 and word.isalnum():
        # A list number at the head: "1. Close the door."
        return word.isdigit() or len(word) == 1
    if bare in _EITHER or _SPELT.fullmatch(word) or _INITIAL.fullmatch(word):
        return not opener and not following[0].isdigit()
    return False
