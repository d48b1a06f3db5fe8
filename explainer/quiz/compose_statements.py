"""True or false."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from explainer.extract.words import word_forms
from explainer.facts import Fact
from explainer.mention import NameMention, PlaceMention
from explainer.quiz.compose_quoted import from_sentence, that_proves
from explainer.quiz.compose_reworded import reworded
from explainer.quiz.described import with_office
from explainer.quiz.desk import Desk
from explainer.quiz.draft import Choice, Draft, cited, reported
from explainer.quiz.item import Item
from explainer.quiz.standing import stands_alone, without_weekday
from explainer.quiz.statement_changes import change
from explainer.quiz.stem_grammar import View


def from_statement(desk: Desk, fact: Fact, views: list[View]) -> Iterator[Draft]:
    """The statement, true or changed, and the items that show its sentence."""
    yield from from_sentence(desk, fact)
    statement = as_said(desk, fact)
    if statement is None:
        return
    told = reworded(fact, statement, views)
    yield from that_proves(desk, fact, told or statement)
    statement = told or statement
    false = _false(desk, fact, statement)
    wanted = desk.rng(fact, "true-or-false").random() < 0.8
    true = _true(fact, statement) if _says_enough(statement) else None
    if false is None or true is None:
        yield from (draft for draft in (false, true) if draft is not None)
    else:
        first, second = (false, true) if wanted else (true, false)
        second.rank = min(second.rank, first.rank) - 3.0  # for a second try, or in need
        yield first
        yield second


def as_said(desk: Desk, fact: Fact) -> str | None:
    """The statement of a fact as a sentence of its own, reported if it is reported."""
    words = without_weekday(_bare_start(_with_commas(_named_first(desk, fact))))
    words = _UNTIL.sub("", words)
    role = fact.part("role")
    asked = [p for p in fact.parts if p.name == "demand"]
    if asked and desk.cut_short(asked[-1]):
        return None
    if len(fact.quotes) > 1 and _doubtful(fact) and not _is_clear(desk, fact):
        return None
    if role is not None:
        if len(role.value.split()) < 3 or desk.goes_on(role):
            return None  # "Ana Kos is mayor": too little to ask about
        words = with_office(words, role.text, desk.text)
    if not 30 <= len(words) <= 200 or words.endswith("?") or not stands_alone(words):
        return None
    if len(re.findall(r"(?<!\S)[a-z]{2,}", words)) < 3:
        return None  # "Phone 020 2019 1984, room 1900."
    named = re.search(r"^[Tt]he |[a-z,] [A-Z]|^[A-Z]\w+ [A-Z]|\d{4}", words)
    if len(words.split()) < 8 and not named and not _begins_named(fact, words):
        return None  # "About 340 visitors come every week": to what?
    if len(re.findall(r'["“”]', words)) % 2 or fact.kind == "quotation" or _JUDGES.search(words):
        return None
    who = fact.attribution
    if who.kind == "narrator" or (who.speaker and _names(words, who.speaker)):
        return words
    if who.stance == "estimate" and "estimate" in words:
        return words
    if re.search(r"\b(?:says|said|told)\b", words):
        return None  # "According to the university, the university says …"
    return reported(fact) + _inside(desk, fact, words)


def _named_first(desk: Desk, fact: Fact) -> str:
    """The statement with a name for the "she" or "her" that it begins with, where one can be
    meant."""
    words, quote = " ".join(fact.statement.split()), fact.quotes[0]
    found = _SHE.search(quote.quote)
    before = " ".join(quote.quote[: found.start()].split()) if found else ""
    said = f"{before} {found[0]}".strip() if found else ""
    if found is None or not words.startswith(f"{said} "):
        return words
    name = desk.pronouns.meant(quote.start + found.start(), found[0])
    if name is None or name.split()[-1] in before:
        return words
    owns = "’s" if _OWNS.match(quote.quote[found.start() :]) else ""
    return f"{before} {name}{owns}{words[len(said) :]}".strip()


_SHE = re.compile(r"\b(?:s?he|her|his|him)\b", re.I)
_OWNS = re.compile(r"his\b|her (?!to\b|in\b|at\b|on\b|for\b|the\b|an?\b|with\b|of\b|its\b)", re.I)
# "closed until Wednesday because …": for the reason the day matters little.
_UNTIL = re.compile(r",? until (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?=,? because\b)")


def _begins_named(fact: Fact, words: str) -> bool:
    names = [m for m in fact.mentions if isinstance(m, NameMention | PlaceMention)]
    return any(words.startswith((name.text, name.value)) for name in names)


def _inside(desk: Desk, fact: Fact, words: str) -> str:
    """A sentence after "According to …, ": no capital that only marked its beginning."""
    first = re.split(r"[\s'’-]", words)[0]
    named = _begins_named(fact, words)
    common = first not in desk.pool.proper and word_forms(first.lower()).classes
    small = first in ("The", "A", "An", "In", "On", "At", "During", "More", "Every", "All", "No")
    return words[0].lower() + words[1:] if small or (common and not named) else words


# To call such a statement true is to take its side.
_JUDGES = re.compile(
    r"\b(?:inaccessible|impregnable|invincible|legendary|heroic\w*|glorious\w*|brutal\w*|barbar\w+|"
    r"cowardly|evil|magnificent|wonderful|terrible|shameful\w*|disgrace\w*|beautiful|great(?:est)?|"
    r"best|worst)\b",
    re.I,
)


def _names(words: str, speaker: str) -> bool:
    """Whether a statement names who says so: "Critics claim …", "…, Falk told reporters"."""
    return speaker.split()[-1].casefold() in words.casefold()


def _with_commas(words: str) -> str:
    """ "100.000 soldiers" may be read as a hundred; "100,000" may not."""
    return re.sub(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.,]*\d)(?! percent| per cent|%)",
                  lambda m: m.group().replace(".", ","), words)  # fmt: skip


def _doubtful(fact: Fact) -> bool:
    """Whether a pronoun may mean another than the fact says: its name stands beside others."""
    pronoun = re.match(r"\W*(?:he|she|it|they)\b", fact.quotes[0].quote, re.I)
    before = " ".join(q.quote for q in fact.quotes[1:])
    return bool(pronoun and re.search(r"\b(?:his|her|their)\b", before, re.I))


def _is_clear(desk: Desk, fact: Fact) -> bool:
    """Whether only one person of the text around can be meant by the pronoun, the one that the
    statement names."""
    quote = fact.quotes[0]
    first = re.search(r"\w+", quote.quote)
    name = desk.pronouns.meant(quote.start + first.start(), first[0]) if first else None
    return name is not None and fact.statement.startswith(name)


def _bare_start(words: str) -> str:
    """ "Daughter Maria Thorsen was …" begins with the name."""
    kin = re.match(r"(?:Daughter|Son|Brother|Sister|Wife|Niece|Nephew|Rival)\s+(?=[A-Z])", words)
    return words[kin.end() :] if kin else words


def _says_enough(statement: str) -> bool:
    """Whether there is something to know: a number, a second name, or words enough. "The match
    continued" is no question."""
    names = re.findall(r"(?<!^)(?<!\. )\b[A-Z]\w{2,}", statement)
    return bool(re.search(r"\d", statement)) or len(names) >= 2 or len(statement.split()) >= 8


def _true(fact: Fact, statement: str) -> Draft:
    right = [Choice("True", cited(fact))]
    wrong = [Choice("False", cited(fact, "It is true. The article says"))]
    draft = _two(fact, statement, right, wrong, None)
    if statement.rstrip(".") in " ".join(fact.quotes[0].quote.split()):
        draft.rank -= 1.5  # to the letter: whoever has read it knows it
    return draft


def _false(desk: Desk, fact: Fact, statement: str) -> Draft | None:
    """The statement with one value changed to another that the article rules out."""
    changed = change(desk, fact, statement)
    if changed is None:
        return None
    old, new = changed
    stem = re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", lambda _: new, statement, count=1)
    told = old[0].lower() + old[1:] if new[:1].islower() else old
    right = [Choice("False", f"Not {new}, but {told}. {cited(fact)}")]
    wrong = [Choice("True", f"Not with “{new}” in it. {cited(fact)}")]
    draft = _two(fact, stem[0].upper() + stem[1:], right, wrong, statement)
    draft.answer = old
    if re.search(rf"\b[a-z]+ {re.escape(old)}", statement, re.I) and re.match(_FULL_NAME, old):
        draft.rank -= 1.5  # "Mayor" before another's name: who knows either sees through it
    return draft


_FULL_NAME = r"[A-Z][\w’'-]+ [A-Z]"


def _two(
    fact: Fact, statement: str, right: list[Choice], wrong: list[Choice], correction: str | None
) -> Draft:
    """True stands before False, whichever is right."""
    typed = fact.kind not in ("statement", "reported")
    return _TrueFalse(
        "true_false", statement, right, wrong, [fact], 1.0 + typed + 2 * bool(correction),
        fact.quotes[0].start, fixed=True, correction=correction,
    )  # fmt: skip


class _TrueFalse(Draft):
    """Its options keep their usual order."""

    def item(self, place: int, rng: Random, untold: frozenset[str] = frozenset()) -> Item:
        made = super().item(place, rng, untold)
        if made.options[0].text == "False":
            first, second = made.options
            options = (
                second.model_copy(update={"id": "a"}), first.model_copy(update={"id": "b"})
            )  # fmt: skip
            made = made.model_copy(update={"options": options, "key": ("b",)})
        return made
