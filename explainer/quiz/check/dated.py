"""Rules on items that ask when: put in order, on the timeline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from explainer.facts import Quote
from explainer.findings import Finding, error, warning
from explainer.mention import TimeMention
from explainer.quiz.check import words
from explainer.quiz.check.bound import nearest_time
from explainer.quiz.check.denial import negation_differs
from explainer.quiz.check.ground import Ground, Rule
from explainer.quiz.check.sequence import told_in_order
from explainer.quiz.check.support import coverage, gaps
from explainer.quiz.check.times import times_in


def order(ground: Ground) -> Iterator[Finding]:
    """The events' own dates put them in the order of the key."""
    item = ground.item
    if item.kind != "order":
        return
    begins: dict[str, tuple[str, str]] = {}
    undated: list[str] = []
    for option in item.options:
        quote = _best(option.text, ground)
        times = quote and (_own_date(option.text, ground) or _dates(quote, ground, option.text))
        if not quote or not times:
            undated.append(option.text)
            continue
        said = words.read(option.text)
        own = Ground(item.model_copy(update={"evidence": (quote,), "fact_ids": ()}), ground.index)
        if lacks := [g for g in gaps(said, own, "freely") if g.kind != "word"]:
            yield error("option-unproven", f"The evidence has no '{lacks[0].text}'.")
        if negation_differs(said, own):
            yield error("negation", f"The evidence does not say that '{option.text}'.")
        begins[option.id] = times
    if undated and told_in_order(ground):
        yield warning(
            "order-told", "Not every event is dated; the source tells them in this order."
        )
    elif undated:
        yield error("order-undated", f"The evidence gives no date for '{undated[0]}'.")
        return
    listed = [begins[k] for k in item.key if k in begins]
    for before, after in pairwise(listed):
        if not before[1] < after[0]:
            yield error("order-wrong", "By their dates the events do not stand in this order.")
            return


def _best(text: str, ground: Ground) -> Quote | None:
    said = words.read(text)
    scored = [(coverage(said, words.read(q.quote)), -q.start, q) for q in ground.item.evidence]
    best = max(scored, default=None, key=lambda s: s[:2])
    return best[2] if best and best[0] >= 0.4 else None


def _own_date(text: str, ground: Ground) -> tuple[str, str] | None:
    """The date that an event itself gives ("… in 2022"), where the evidence has it."""
    found = [m for m in times_in(text, ground.source.published) if m.begin]
    fits = all(atom in ground.atoms for atom in words.read(text).atoms)
    if len(found) != 1 or not fits:
        return None
    return str(found[0].begin), str(found[0].end_day or found[0].begin)


def _dates(quote: Quote, ground: Ground, text: str = "") -> tuple[str, str] | None:
    """First and last day of the one dated time in a quote; of several, of the one that stands
    nearest to the words of `text`."""
    found = [
        m
        for m in ground.index.reading.mentions_in(quote.start, quote.end)
        if isinstance(m, TimeMention) and m.begin
    ]
    if len({(m.begin, m.end_day) for m in found}) > 1:
        nearest = text and nearest_time(text, found, ground)
        found = [nearest] if nearest else []
    return (str(found[0].begin), str(found[0].end_day or found[0].begin)) if found else None


def on_timeline(ground: Ground) -> Iterator[Finding]:
    """The key's period holds the date of the evidence, and no other option's does."""
    item = ground.item
    if item.kind != "on_timeline":
        return
    dated = [d for q in item.evidence if (d := _dates(q, ground, item.stem))]
    if len(set(dated)) != 1:
        yield error("key-unproven", "The evidence gives no single date.")
        return
    for option in item.options:
        period = _period(option.text)
        if period is None:
            yield error("option-type", f"'{option.text}' is no period of years.")
            continue
        inside = period[0] <= int(dated[0][0][:4]) and int(dated[0][1][:4]) <= period[1]
        outside = int(dated[0][1][:4]) < period[0] or period[1] < int(dated[0][0][:4])
        if option.id in item.key and not inside:
            yield error("key-unproven", f"The event does not lie in '{option.text}'.")
        elif option.id not in item.key and not outside:
            yield error("distractor-may-be-true", f"The event may lie in '{option.text}'.")


def _period(text: str) -> tuple[int, int] | None:
    years = [int(y) for y in re.findall(r"\b\d{4}\b", text)]
    if decade := re.search(r"\b(\d{3}0)s\b", text):
        return int(decade[1]), int(decade[1]) + 9
    if re.match(r"\s*before\b", text, re.I) and len(years) == 1:
        return -9999, years[0] - 1
    if re.match(r"\s*after\b", text, re.I) and len(years) == 1:
        return years[0] + 1, 9999
    if len(years) == 2:
        return years[0], years[1]
    return (years[0], years[0]) if len(years) == 1 else None


RULES: tuple[Rule, ...] = (
    order,
    on_timeline,
)
