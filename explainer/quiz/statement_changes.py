"""A true statement made false: one value changed to another that the article rules out."""

from __future__ import annotations

import re
from random import Random
from typing import NamedTuple

from explainer.extract.role_words import is_role_noun
from explainer.facts import Fact
from explainer.mention import AnyMention, NameMention, PlaceMention, QuantityMention, TimeMention
from explainer.quiz import distractors
from explainer.quiz.desk import Desk
from explainer.quiz.number_items import part_bound
from explainer.quiz.opposites import opposite_of
from explainer.quiz.option_labels import as_written

# Relations in which one name excludes all others: to swap it makes the statement false.
_EXCLUSIVE = frozenset(("role", "located", "connects", "published", "casualties", "count",
                        "event", "figure"))  # fmt: skip
_SCALE = re.compile(r"\s*(?:hundred|thousand|lakh|crore|(?:m|b|tr)illion)\b")


class Change(NamedTuple):
    """Words of a statement and what is put for them."""

    old: str
    new: str


def change(desk: Desk, fact: Fact, statement: str) -> Change | None:
    """The first change that the statement allows: a number, then a date, then a name."""
    for mention in _changeable(fact):
        if found := _changed(desk, fact, mention, statement):
            return found
    if rank := _changed_rank(desk, fact, statement):
        return rank
    turned = None if _DENIES.search(statement) else opposite_of(statement)
    return Change(*turned) if turned else None


_RANKS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


def _changed_rank(desk: Desk, fact: Fact, statement: str) -> Change | None:
    """ "for the fourth time" becomes the third; a first stays, for much hangs on it."""
    found = re.findall(
        rf"\bthe ({'|'.join(_RANKS[1:])}) (?:time|largest|biggest|year)\b", statement
    )
    if len(found) != 1:
        return None
    at = _RANKS.index(found[0])
    step = desk.rng(fact, "rank").choice([-1, 1]) if 1 < at < len(_RANKS) - 1 else 1
    return Change(found[0], _RANKS[at + step])


def _changeable(fact: Fact) -> list[AnyMention]:
    def rank(mention: AnyMention) -> int:
        if isinstance(mention, QuantityMention):
            return 0
        return 1 if isinstance(mention, TimeMention) else 2

    usable = [
        m
        for m in fact.mentions
        if (isinstance(m, QuantityMention) and not m.vague)
        or (isinstance(m, TimeMention) and m.type == "date")
        or (
            isinstance(m, NameMention | PlaceMention)
            and _excludes(fact)
            and not (isinstance(m, PlaceMention) and fact.kind == "role")
        )
    ]
    return sorted(usable, key=rank)


def _excludes(fact: Fact) -> bool:
    """Whether the fact can be true of no other name: "a general" can, "the commander of" not."""
    role = fact.part("role")
    if role is not None:
        return role.value.lower().startswith(("the ", "at the head"))
    return fact.kind in _EXCLUSIVE


def _changed(desk: Desk, fact: Fact, mention: AnyMention, statement: str) -> Change | None:
    rng = desk.rng(fact, "false", mention.text)
    if isinstance(mention, QuantityMention):
        return _changed_number(desk, fact, mention, statement, rng)
    named = desk.pool.named(mention)
    if named is None:
        return None
    _, label, form = named
    if isinstance(mention, TimeMention):
        return _changed_date(desk, mention, label, form, statement, rng)
    if isinstance(mention, PlaceMention):
        # That something was done in one place rules out others; of "the airport of X" it does not.
        where = rf"\b(?:in|at|near|to|from|with) (?:the )?{re.escape(mention.text)}"
        if fact.kind in ("event", "figure", "count") and not re.search(where, statement):
            return None
        return _changed_name(desk, fact, "place", mention.text, form, statement, rng)
    if isinstance(mention, NameMention):
        return _changed_name(desk, fact, mention.type, label, form, statement, rng)
    return None


def _changed_number(
    desk: Desk, fact: Fact, number: QuantityMention, statement: str, rng: Random
) -> Change | None:
    old = desk.text[number.start : number.number_end]
    scale = _SCALE.match(desk.text[number.number_end :][:12])
    if scale and number.value < 1000:
        old += scale.group()
    where = re.compile(rf"(?<![\w.,]){re.escape(old)}(?![\w]|[.,]\d)")
    found = where.findall(statement)
    if number.value < 2 or len(found) != 1 or not _can_change(number, fact, statement, old):
        return None
    here = [m.value for m in fact.mentions if isinstance(m, QuantityMention)]
    if re.match(r"[A-Z][a-z]+\.? \d", old):
        return None  # "Rs 31 crore"
    bound = number.bound or part_bound(desk.text, number.start, number.number_end)
    new = distractors.numbers(number.value, old, number.unit or "", desk.pool, here, rng, 1, bound)
    if not new:
        return None
    tail = scale.group() if scale and number.value < 1000 and not _SCALE.search(new[0]) else ""
    return Change(old, new[0] + tail)


def _can_change(number: QuantityMention, fact: Fact, statement: str, old: str) -> bool:
    """Of "more than 900" another bound may be true as well, unless someone is said to have given
    it; an age, a clock time and the score of a vote are no more than details."""
    said = re.escape(old)
    # "retired watchmaker Edith Sorensen, 83", "a man of 41", "a 34-year-old", "312 votes to 148"
    detail = (
        rf", {said},|, {said}$|\baged {said}\b|\b(?:wo)?man of {said}\b|\b{said}-year|"
        rf"\bto {said}\b|\b{said} (?:votes )?to \d|\b{said} [ap]\.?m\b|\broom {said}\b"
    )
    if re.search(detail, statement) or re.match(rf"(?:The|Both|All|These) {said}\b", statement):
        return False
    bounded = number.bound in (*distractors.MORE, *distractors.LESS)
    return not bounded or fact.attribution.kind != "narrator"


def _changed_date(
    desk: Desk, time: TimeMention, label: str, form: str, statement: str, rng: Random
) -> Change | None:
    old = time.text if time.text in statement else label
    old = old.removeprefix("the ")
    if old not in statement or as_written(label, old) != old or not re.search(r"\d", old):
        return None
    verb = "will" if re.search(r"\b(?:will|would|plans?|planned)\b", statement) else "did"
    within = desk.years_for(label, verb).inside(statement, old[-4:])
    new = distractors.dates(label, form, desk.dates_of(form), rng, 1, within)
    written = as_written(new[0], old) if new else None
    return Change(old, written) if written and written != old else None


def _changed_name(
    desk: Desk, fact: Fact, kind: str, old: str, form: str, statement: str, rng: Random
) -> Change | None:
    if len(re.findall(rf"(?<!\w){re.escape(old)}(?!\w)(?!['’-])", statement)) != 1:
        return None
    if re.search(rf"neighbou?r\w*(?:\s\w+)? (?:of )?{re.escape(old)}", statement):
        return None  # "the neighbouring province of X" can be read in two ways
    if kind == "organisation" or re.search(rf"{re.escape(old)}\s+[A-Z]", statement):
        return None
    if kind == "person" and (" " not in old or _DENIES.search(statement)):
        return None  # a lone word may be no person; what one did not do, another may not have done
    if kind == "person":
        whole = _with_office(old, statement)
        if whole is None:
            return None
        old, bare = whole, old
    else:
        bare = old
    near = desk.words_near(fact)
    found = distractors.names(desk.pool, kind, bare, form, near, rng, 3)
    fitting = [t for t in found if t.article == after_the(statement, old)]
    return Change(old, fitting[0].label) if fitting else None


def _with_office(name: str, statement: str) -> str | None:
    """The name with the office that stands before it, which another does not have: "Goalkeeper
    Femi Adeyemi", "Chief Financial Officer Eva Lind"; None where more than a word or two that are
    no title stand there."""
    title = re.search(rf"((?:\b[Tt]he )?(?:[A-Z][\w’'-]*\.? )+){re.escape(name)}", statement)
    if title and is_role_noun(title[1].split()[-1].lower()):
        return f"{title[1]}{name}"
    found = re.search(rf"((?:\b[Tt]he )?(?:[A-Za-z-]+ ){{0,2}}){re.escape(name)}", statement)
    before = found[1].split() if found else []
    at = next((n for n, word in enumerate(before) if is_role_noun(word.lower())), len(before))
    return None if at == 0 and len(before) > 1 else " ".join([*before[at:], name])


_DENIES = re.compile(r"\b(?:not|never|no|nor|neither)\b")


def after_the(words: str, label: str) -> bool:
    return bool(re.search(rf"\bthe {re.escape(label)}", words, re.I))
