"""How long? How much? What percentage? Questions on what is measured, not counted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.extract.clauses import phrase_end
from explainer.extract.words import Token
from explainer.facts import Fact
from explainer.mention import NameMention, QuantityMention, TimeMention
from explainer.quiz.compose_numbers import without_aside
from explainer.quiz.desk import Desk
from explainer.quiz.draft import Choice, Draft, cited, with_report
from explainer.quiz.number_items import numbers_like
from explainer.quiz.option_labels import number_label
from explainer.quiz.option_order import evenly
from explainer.quiz.standing import question
from explainer.quiz.stem_grammar import View, lead_words, tells_words, turned
from explainer.quiz.told_of import Sort, other_than

_TAKING = frozenset(("take", "last", "run", "stay", "continue", "live", "wait"))
_PAYING = frozenset((
    "cost", "pay", "spend", "earn", "raise", "receive", "invest", "lose", "owe", "donate", "win",
    "collect", "charge", "borrow",
))  # fmt: skip
_LASTING = re.compile(r"(\w+) (minute|hour|day|week|month|year|decade)s")
# "a contract for two years": the time belongs to the noun, not to what was done.
_NOT_DONE = frozenset((
    "contract", "lease", "sentence", "deal", "ban", "licence", "license", "term", "job", "visa",
    "permit", "loan", "plan", "money", "budget", "ticket", "offer",
))  # fmt: skip


def amounts(desk: Desk, fact: Fact, view: View) -> Iterator[Draft]:
    """Questions on every duration, price and percentage of a clause."""
    tokens, clause = view.tokens, view.clause
    if tells_words(view) or turned(view) is None:
        return
    for at in range(clause.verb_end, clause.end):
        said = tokens[at].mention
        if isinstance(said, TimeMention) and said.type == "duration":
            yield from _how_long(desk, fact, view, at, said)
        elif isinstance(said, QuantityMention) and is_plain(said):
            if is_money(said):
                yield from _how_much(desk, fact, view, at, said)
            elif said.unit == "percent":
                yield from _what_share(desk, fact, view, at, said)


def how_old(desk: Desk, fact: Fact) -> Iterator[Draft]:
    """How old is a person whose age the article gives beside the name?"""
    for name in fact.mentions if fact.attribution.kind == "narrator" else ():
        if not isinstance(name, NameMention) or name.type != "person" or " " not in name.value:
            continue
        before = re.search(r"\b(\d{2})-year-old (?:[a-z]+ ){0,2}$", desk.text[: name.start])
        after = re.match(r", (\d{2})(?=[,.])", desk.text[name.end : name.end + 5])
        found = before or after
        if found is None or name.start - fact.quotes[0].start > 200:
            continue
        age = float(found[1])
        rng = desk.rng(fact, "age")
        near = evenly(rng.sample([age + step for step in (-9, -6, -4, 3, 5, 8)], 6), age, rng)[:2]
        labels = [number_label(each, found[1]) for each in near]
        verb = "was" if desk.died(name.value) else "is"
        yield _choice(desk, fact, f"How old {verb} {name.value}?", found[1], labels, 6.2)
        return


def is_plain(number: QuantityMention) -> bool:
    return not number.vague and number.high is None and number.value > 1


def is_money(number: QuantityMention) -> bool:
    return number.unit is not None and len(number.unit) == 3 and number.unit.isupper()


def _after(tokens: list[Token], at: int, end: int) -> int:
    """Index of the first token behind a mention that ends at offset `end`."""
    while at < len(tokens) and tokens[at].start < end:
        at += 1
    return at


def _ask(view: View, words: str, first: int, last: int) -> str | None:
    """A question that leaves out the tokens `first`..`last` behind the verb."""
    turn, clause = turned(view), view.clause
    if turn is None:
        return None
    before = view.words(clause.verb_end, first)
    rest = without_aside(view.words(last, clause.end))
    rest = re.sub(r"^(?:and|but|or)\b.*|^in a row\b", "", rest)  # "and costs the owners nothing"
    return question(words, turn[0], view.subject, turn[1], before, rest, lead_words(view))


def _how_long(desk: Desk, fact: Fact, view: View, at: int, time: TimeMention) -> Iterator[Draft]:
    tokens, clause = view.tokens, view.clause
    labels = durations(desk, fact, time)
    before = tokens[at - 1]
    own = tokens[clause.begin : clause.end]
    if labels is None or sum(isinstance(t.mention, TimeMention) for t in own) > 1:
        return
    if at == clause.verb_end and clause.lemma in _TAKING and not clause.passive:
        stem = _ask(view, "How long", at, _after(tokens, at, time.end))
    elif before.low == "for" and at - 1 >= clause.verb_end and tokens[at - 2].low not in _NOT_DONE:
        stem = _ask(view, "For how long", at - 1, _after(tokens, at, time.end))
    else:
        return
    if stem:
        yield _choice(desk, fact, stem, time.text, labels, 8.6)


def durations(desk: Desk, fact: Fact, time: TimeMention) -> list[str] | None:
    """Two other lengths of time, written like this one; None where it is no plain number."""
    found = _LASTING.fullmatch(time.text)
    value = re.fullmatch(r"PT?(\d+(?:\.\d+)?)[A-Z]+", time.value)
    if found is None or value is None or time.modifier:
        return None
    rng = desk.rng(fact, "duration", time.text)
    unit = found[2]
    banned = [float(n) for n in re.findall(rf"\b(\d+) {unit}", desk.text)]
    others = numbers_like(desk, float(value[1]), found[1], unit, banned, rng)
    return [f"{other} {unit}s" for other in others] if len(others) == 2 else None


def _how_much(
    desk: Desk, fact: Fact, view: View, at: int, money: QuantityMention
) -> Iterator[Draft]:
    tokens, clause = view.tokens, view.clause
    receives = at == clause.verb_end + 1 and tokens[at - 1].tag in ("PRON", "NAME", "S")
    if (at == clause.verb_end or receives) and clause.lemma in _PAYING:
        stem = _ask(view, "How much", at, _after(tokens, at, money.end))
    elif tokens[at - 1].low == "for" and at - 1 >= clause.verb_end:
        stem = _ask(view, "For how much money", at - 1, _after(tokens, at, money.end))
    else:
        return
    if money.bound:
        return
    others = measured(desk, fact, money)
    if stem and others:
        yield _choice(desk, fact, stem, " ".join(money.text.split()), others, 8.8)


def measured(desk: Desk, fact: Fact, number: QuantityMention) -> list[str]:
    """Two other amounts, written like this one with its unit; none where there are not two."""
    written = desk.text[number.start : number.number_end]
    tail = desk.text[number.number_end : number.end]
    label = number_label(number.value, written)
    if " ".join(written.split()) != label:
        return []  # a number whose form an option cannot keep
    here = [m.value for m in fact.mentions if isinstance(m, QuantityMention)]
    rng = desk.rng(fact, "measured", number.text)
    others = numbers_like(desk, number.value, written, number.unit or "", here, rng, number.bound)
    return [" ".join(f"{other}{tail}".split()) for other in others] if len(others) == 2 else []


def _what_share(
    desk: Desk, fact: Fact, view: View, at: int, share: QuantityMention
) -> Iterator[Draft]:
    tokens, clause = view.tokens, view.clause
    before, end = tokens[at - 1], _after(tokens, at, share.end)
    if share.bound or not 1 < share.value < 100:
        return
    if end < clause.end and tokens[end].low == "of":
        last = phrase_end(tokens, end + 1, clause.end)
        if any(t.low == "for" for t in tokens[end:last]):
            return
        whole = f"percentage {view.words(end, last)}"
    else:
        last, whole = end, "percentage"
    if before.low in ("in", "for", "by") and at - 1 >= clause.verb_end:
        stem = _ask(view, f"{before.low.capitalize()} what {whole}", at - 1, last)
    elif at == clause.verb_end and last > end:
        stem = _ask(view, f"What {whole}", at, last)
    else:
        return
    others = measured(desk, fact, share)
    if stem and others and not any(re.match(r"\d{3}", other) for other in others):
        yield _choice(desk, fact, stem, share.text, others, 8.6)


def _choice(desk: Desk, fact: Fact, stem: str, key: str, others: list[str], rank: float) -> Draft:
    sort: Sort = "length" if re.search(r"[a-z]+s$", key) and "percent" not in key else "number"
    wrong = [Choice(each, other_than(fact, sort)) for each in others]
    stem = with_report(fact, stem)
    return desk.draft("single_choice", stem, [Choice(key, cited(fact))], wrong, fact, rank)
