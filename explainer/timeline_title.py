"""The title of an event: short, without the date beside it, and understood on its own."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from explainer.extract.words import word_forms
from explainer.facts import Fact

if TYPE_CHECKING:
    from explainer.language.reading import Reading

_FAR_IN = 80
_LEADS_IN = r"(?:(?:in|on|at|during|over|since|by|early|late)(?: |$))?(?:the )?"
_BEFORE_HEAD = re.compile(rf"(?:\w+(?: \w+)?, )?{_LEADS_IN}", re.IGNORECASE)
_BEFORE_TAIL = re.compile(rf",? {_LEADS_IN}$", re.IGNORECASE)

# "a company founded in 1987": without the year the end would hang in the air.
_DANGLING = re.compile(
    r"(?<!was )(?<!were )(?<!been )(?<!had )(?<!has )(?<!have )(?<!be )\b(?:\w+ed|born|built)$"
)


def without_time(statement: str, words: str) -> str:
    """The statement without the words that date it, where it stays a sentence: they stand at its
    head or its end. Where they stand far inside, only what follows them is about that time."""
    before, found, after = statement.partition(words) if words else (statement, "", "")
    after = re.sub(r"^, \d{4}\b", "", after)  # a date completed by its year
    rest = statement
    if found and _BEFORE_HEAD.fullmatch(before) and after.strip(", .;:!?"):
        rest = after.lstrip(", ")
    elif found and not after.strip(" .") and len(before) > 20:
        cut = _BEFORE_TAIL.sub("", before)
        rest = statement if _DANGLING.search(cut) else cut
    elif found and len(before) > _FAR_IN and len(after) > 20:
        rest = after.lstrip(", ")
    return rest[:1].upper() + rest[1:]


_POINTS_BACK = re.compile(r"\b(?:it|them|this|these|those|him|her)\b")
_JOINS = re.compile(r"^[ ,;]*(?:(?:and|but|then|or) )*")


def told_apart(statement: str, words: str, others: list[str], who: str | None) -> str:
    """What a statement with several dates tells of the one at `words`: the first clause, or a
    later one with `who` did it. Where neither can be cut off, the whole statement."""
    at = statement.find(words)
    before = [p + len(o) for o in others if 0 <= (p := statement.find(o)) < at]
    after = [p for o in others if (p := statement.find(o)) > at]
    start, end = max(before, default=0), min(after, default=len(statement))
    part = statement[start:end]
    if after and (cut := _last_joint(part, at - start + len(words))) > 0:
        part = part[:cut].rstrip(",;")
    elif after:
        return statement
    if not start:
        return without_time(part, words)
    part = _JOINS.sub("", part)
    verb = word_forms(part.split(" ", 1)[0].lower()).forms & {"VBD", "VBZ"}
    if not who or not verb or _POINTS_BACK.search(part):
        return statement
    return without_time(f"{who} {part}", words)


def _last_joint(part: str, behind: int) -> int:
    """Where the last comma or "and" stands after `behind`; 0 if there is none."""
    return max(part.rfind(joint, behind) for joint in (", ", "; ", " and ", " but "))


def short(statement: str, limit: int = 100) -> str:
    """At most `limit` characters of a statement, cut where a clause ends if that can be. A mark of
    quotation that is opened is closed."""
    text = statement.strip().strip('"“”').rstrip(".")
    if len(text) > limit:
        text = _cut(text, limit)
    return text + ('"' if text.count('"') % 2 else "")


def _cut(text: str, limit: int) -> str:
    for mark in (", ", "; ", " which ", " while ", " and ", " "):
        cut = text.rfind(mark, limit * 3 // 5, limit - 1)
        if cut > 0:
            return text[:cut].rstrip(",;") + " …"
    return text[: limit - 1] + "…"


_IT = re.compile(r"(It)\b(?! (?:is|was|has been) (?:\w+ )?(?:that|to)\b)")
_ARTICLE = re.compile(r"(?:The |A |An )?", re.IGNORECASE)


def standing(fact: Fact, reading: Reading) -> str:
    """The statement; where it begins with "It" and the sentence before begins with a named place
    or organisation, with that name in brackets, as editors do."""
    it = _IT.match(fact.statement)
    if it is None:
        return fact.statement
    index = bisect_right(reading.sentences, fact.quotes[0].start, key=lambda s: s.start) - 1
    if index < 1 or reading.sentences[index - 1].paragraph != reading.sentences[index].paragraph:
        return fact.statement
    before = reading.sentences[index - 1]
    lead = _ARTICLE.match(reading.source.text, before.start, before.end)
    subject = lead.end() if lead else before.start
    for mention in reading.mentions_in(before.start, before.end):
        if mention.start == subject and mention.type in ("place", "organisation"):
            the = "the " if lead and lead[0].lower() == "the " else ""
            return f"It [{the}{mention.text}]{fact.statement[it.end() :]}"
    return fact.statement
