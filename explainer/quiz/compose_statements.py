"""True or false, fill the gap, and find the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from explainer.facts import Fact
from explainer.mention import AnyMention, NameMention, PlaceMention, QuantityMention, TimeMention
from explainer.quiz import distractors
from explainer.quiz.desk import Desk
from explainer.quiz.draft import Choice, Draft, cited, reported
from explainer.quiz.item import Item
from explainer.quiz.pool import named_thing
from explainer.quiz.stem_grammar import RELATIVE, is_loose

# Relations in which one name excludes all others: to swap it makes the statement false.
_EXCLUSIVE = frozenset(("role", "located", "connects", "published", "casualties", "count",
                        "event", "figure"))  # fmt: skip


def from_statement(desk: Desk, fact: Fact) -> Iterator[Draft]:
    statement = as_said(desk, fact)
    if statement is None:
        return
    false = next(_false(desk, fact, statement), None)
    wanted = desk.rng(fact, "true-or-false").random() < 0.6
    true = _true(fact, statement)
    if false is None:
        yield true
    else:
        first, second = (false, true) if wanted else (true, false)
        second.rank = min(second.rank, first.rank) - 3.0  # for a second try, or in need
        yield first
        yield second
    yield from _gap(desk, fact, statement)
    yield from _find(desk, fact, statement)


def as_said(desk: Desk, fact: Fact) -> str | None:
    """The statement of a fact as a sentence of its own, reported if it is reported."""
    words = _with_commas(" ".join(fact.statement.split()))
    role = fact.part("role")
    asked = [p for p in fact.parts if p.name == "demand"]
    if asked and desk.cut_short(asked[-1]):
        return None
    if len(fact.quotes) > 1 and _doubtful(fact):
        return None
    words = _bare_start(words)
    if role is not None and (len(role.value.split()) < 3 or desk.goes_on(role)):
        return None  # "Ana Kos is mayor": too little to ask about
    if not 30 <= len(words) <= 200 or words.endswith("?") or _leans(words):
        return None
    if len(re.findall(r'["“”]', words)) % 2 or fact.kind == "quotation":
        return None
    who = fact.attribution
    if who.kind == "narrator" or (who.speaker and _surname(who.speaker) in words):
        return words
    if who.stance == "estimate" and "estimate" in words:
        return words
    lower = words.split()[0] in ("The", "A", "An", "In", "On", "At", "During")
    return reported(fact) + (words[0].lower() + words[1:] if lower else words)


def _with_commas(words: str) -> str:
    """ "100.000 soldiers" may be read as a hundred; "100,000" may not."""
    return re.sub(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.,]*\d)(?! percent| per cent|%)",
                  lambda m: m.group().replace(".", ","), words)  # fmt: skip


def _doubtful(fact: Fact) -> bool:
    """Whether a pronoun may mean another than the fact says: its name stands beside others."""
    pronoun = re.match(r"\W*(?:he|she|it|they)\b", fact.quotes[0].quote, re.I)
    before = " ".join(q.quote for q in fact.quotes[1:])
    return bool(pronoun and re.search(r"\b(?:his|her|their)\b", before, re.I))


def _bare_start(words: str) -> str:
    """ "Daughter Maria Thorsen was …" begins with the name."""
    kin = re.match(r"(?:Daughter|Son|Brother|Sister|Wife|Niece|Nephew|Rival)\s+(?=[A-Z])", words)
    return words[kin.end() :] if kin else words


def _surname(name: str) -> str:
    return name.split()[-1]


def _leans(words: str) -> bool:
    """Whether a pronoun has nothing before it in the sentence that it could stand for."""
    head = " ".join(words.split()[:5])
    if is_loose(head) or re.match(
        r"(?:Many|Some|Most|Several|That|One|Similar|Both|Another|Half|Thus)\b", words
    ):
        return True
    if RELATIVE.search(words):
        return True
    return bool(_POINTS.search(words))


_POINTS = re.compile(
    r"\b(?:he|him|his|she|her|hers|I|we|us|our|my|you|your|this|these|here|it|its|"
    r"there(?! (?:is|are|was|were)))\b"
)


def _true(fact: Fact, statement: str) -> Draft:
    right = [Choice("True", cited(fact))]
    wrong = [Choice("False", cited(fact, "It is true. The article says"))]
    return _two(fact, statement, right, wrong, None)


def _two(
    fact: Fact, statement: str, right: list[Choice], wrong: list[Choice], correction: str | None
) -> Draft:
    """True stands before False, whichever is right."""
    typed = fact.kind not in ("statement", "reported")
    return _TrueFalse(
        "true_false", statement, right, wrong, [fact], 5.0 + 1.5 * typed + 2 * bool(correction),
        fact.quotes[0].start, fixed=True, correction=correction,
    )  # fmt: skip


class _TrueFalse(Draft):
    """Its options keep their usual order."""

    def item(self, place: int, rng: Random) -> Item:
        made = super().item(place, rng)
        if made.options[0].text == "False":
            first, second = made.options
            options = (
                second.model_copy(update={"id": "a"}), first.model_copy(update={"id": "b"})
            )  # fmt: skip
            made = made.model_copy(update={"options": options, "key": ("b",)})
        return made


def _false(desk: Desk, fact: Fact, statement: str) -> Iterator[Draft]:
    """The statement with one value changed to another that the article rules out."""
    for mention in _changeable(fact):
        changed = _changed(desk, fact, mention, statement)
        if changed is None:
            continue
        old, new = changed
        stem = re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", lambda _, n=new: n, statement, count=1)  # type: ignore[misc]
        stem = stem[0].upper() + stem[1:]
        right = [Choice("False", f"Not {new}, but {old}. {cited(fact)}")]
        wrong = [Choice("True", f"The article does not say {new}. {cited(fact)}")]
        yield _two(fact, stem, right, wrong, statement)
        return


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
        or (isinstance(m, NameMention | PlaceMention) and _excludes(fact))
    ]
    return sorted(usable, key=rank)


def _excludes(fact: Fact) -> bool:
    """Whether the fact can be true of no other name: "a general" can, "the commander of" not."""
    role = fact.part("role")
    if role is not None:
        return role.value.lower().startswith(("the ", "at the head"))
    return fact.kind in _EXCLUSIVE


_SCALE = re.compile(r"\s+(?:hundred|thousand|(?:m|b|tr)illion)\b")


def _changed(desk: Desk, fact: Fact, mention: AnyMention, statement: str) -> tuple[str, str] | None:
    """Words of the statement and what to put for them."""
    rng = desk.rng(fact, "false", mention.text)
    if isinstance(mention, QuantityMention):
        old = desk.text[mention.start : mention.number_end]
        scale = re.match(
            r"\s+(?:hundred|thousand|(?:m|b|tr)illion)\b", desk.text[mention.number_end :][:12]
        )
        if scale and mention.value < 1000:
            old += scale.group()
        here = [m.value for m in fact.mentions if isinstance(m, QuantityMention)]
        if mention.value < 2 or len(re.findall(rf"(?<!\w){re.escape(old)}(?!\w)", statement)) != 1:
            return None
        new = distractors.numbers(
            mention.value, old, mention.unit or "", desk.pool, here, rng, count=1
        )
        return (
            (old, new[0] + (scale.group() if scale and mention.value < 1000 else ""))
            if new
            else None
        )
    named = named_thing(mention)
    if named is None:
        return None
    _, label, form = named
    if isinstance(mention, TimeMention):
        old = mention.text if mention.text in statement else label
        if old.startswith("the "):
            old = old[4:]
        if form not in ("year", "decade") or old not in statement or old not in label:
            return None
        listed = desk.dates_of(form)
        new = distractors.dates(label, form, listed, rng, 1)
        return (old, new[0].removeprefix("the ")) if new else None
    if isinstance(mention, PlaceMention):
        return _changed_name(desk, fact, "place", mention.text, form, statement, rng)
    if isinstance(mention, NameMention):
        return _changed_name(desk, fact, mention.type, label, form, statement, rng)
    return None


def _changed_name(
    desk: Desk, fact: Fact, kind: str, old: str, form: str, statement: str, rng: Random
) -> tuple[str, str] | None:
    if len(re.findall(rf"(?<!\w){re.escape(old)}(?!\w)(?!['’-])", statement)) != 1:
        return None
    if re.search(rf"neighbou?r\w*(?:\s\w+)? (?:of )?{re.escape(old)}", statement):
        return None  # "the neighbouring province of X" can be read in two ways
    if kind == "organisation" or re.search(rf"{re.escape(old)}\s+[A-Z]", statement):
        return None
    near = desk.words_near(fact)
    found = distractors.names(desk.pool, kind, old, form, near, rng, 3)
    fitting = [t for t in found if t.article == _after_the(statement, old) and not t.passing]
    return (old, fitting[0].label) if fitting else None


def _gap(desk: Desk, fact: Fact, statement: str) -> Iterator[Draft]:
    """The article's sentence with a number or a name left out; a word bank below."""
    words = " ".join(fact.quotes[0].quote.split())
    if fact.attribution.kind != "narrator" or len(words) > 170 or '"' in words or "“" in words:
        return
    if _leans(words) or re.match(r"(?:However|Thus|In addition|But|And|Yet)\b", words):
        return
    for mention in fact.mentions:
        named = named_thing(mention)
        if isinstance(mention, PlaceMention) or (
            isinstance(mention, NameMention) and mention.text == mention.value
        ):
            label = mention.text
        else:
            continue
        if (
            named is None
            or words.count(label) != 1
            or re.search(
                rf"{re.escape(label)}(?:['’-]|\s+[A-Z])|[-A-Z]\w*\s{re.escape(label)}", words
            )
        ):
            continue
        rng = desk.rng(fact, "gap", label)
        others = distractors.names(desk.pool, named[0], label, named[2], desk.words_near(fact), rng)
        others = [o for o in others if o.article == _after_the(words, label)]
        if len(others) < 2:
            continue
        stem = f"Fill the gap: “{words.replace(label, '____')}”"
        key = Choice(label, cited(fact))
        wrong = [Choice(o.label, f"Not {o.label}. {cited(fact)}") for o in others[:2]]
        yield desk.draft("gap", stem, [key], wrong, fact, rank=4.0)
        return
    del statement


def _after_the(words: str, label: str) -> bool:
    return bool(re.search(rf"\bthe {re.escape(label)}", words, re.I))


def _find(desk: Desk, fact: Fact, statement: str) -> Iterator[Draft]:
    """Which sentence proves it? Only where the statement is not the sentence itself."""
    own = " ".join(fact.quotes[0].quote.split())
    if fact.kind not in _FOUND or statement.rstrip(".") in own or not 60 < len(own) < 260:
        return
    others = [s for s in desk.sentences_near(fact) if _apart(s, statement)]
    if len(others) < 2:
        return
    key = Choice(own, "This sentence says it.")
    wrong = [Choice(o, "This sentence does not say it.") for o in others[:2]]
    stem = f"Which sentence of the article proves this? {statement}"
    yield desk.draft("find_evidence", stem, [key], wrong, fact, rank=5.5, level="infer")


_FOUND = frozenset(("role", "kinship", "located", "connects", "published", "neighbour"))


def _apart(sentence: str, statement: str) -> bool:
    mine = {w.casefold() for w in re.findall(r"[^\W_]{4,}", statement)}
    theirs = {w.casefold() for w in re.findall(r"[^\W_]{4,}", sentence)}
    return len(mine & theirs) <= 0.4 * len(mine)
