"""Rules on items that ask when: put in order, on the timeline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise, permutations

from explainer.facts import Quote
from explainer.findings import Finding, error, warning
from explainer.mention import TimeMention
from explainer.quiz.check import words
from explainer.quiz.check.bound import nearest_time
from explainer.quiz.check.denial import negation_differs
from explainer.quiz.check.ground import Ground, Rule
from explainer.quiz.check.kin import held, stands_for
from explainer.quiz.check.near import is_verb
from explainer.quiz.check.sequence import share_at, told_in_order
from explainer.quiz.check.support import coverage, gaps, touched
from explainer.quiz.check.times import times_in
from explainer.quiz.check.words import Said


def order(ground: Ground) -> Iterator[Finding]:
    """The events' own dates put them in the order of the key."""
    item = ground.item
    if item.kind != "order":
        return
    begins: dict[str, tuple[str, str]] = {}
    undated: list[str] = []
    quotes = _quotes(ground)
    for option in item.options:
        quote = quotes[option.id]
        times = quote and (
            own_date(option.text, ground)
            or dates(quote, ground, option.text)
            or _after_a_while(quote, ground)
        )
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


def _quotes(ground: Ground) -> dict[str, Quote | None]:
    """For each event the quote that tells it. Where one is told by none in its own words and there
    are as many quotes as events, each has the one that leaves the others theirs."""
    options, quotes = ground.item.options, ground.item.evidence
    found = {option.id: quote_for(option.text, ground) for option in options}
    if None not in found.values():
        return found
    if not len(options) == len(quotes) <= _MOST:
        return found | _left_over(found, ground)
    fits = [[_fit(words.read(o.text), q, ground) for q in quotes] for o in options]
    shared = max(permutations(range(len(quotes))),
                 key=lambda at: sum(fits[i][j] for i, j in enumerate(at)))  # fmt: skip
    if all(fits[i][j] >= 0.3 for i, j in enumerate(shared)):
        return {o.id: quotes[j] for o, j in zip(options, shared, strict=True)}
    return found


def _left_over(found: dict[str, Quote | None], ground: Ground) -> dict[str, Quote | None]:
    """The one event that no quote tells, with the one quote that tells no event."""
    free = [q for q in ground.item.evidence if q not in found.values()]
    lost = [option for option in ground.item.options if found[option.id] is None]
    if len(free) == len(lost) == 1 and _fit(words.read(lost[0].text), free[0], ground) >= 0.3:
        return {lost[0].id: free[0]}
    return {}


_MOST = 6  # events of which every distribution is tried


def _fit(said: Said, quote: Quote, ground: Ground) -> float:
    """How much of an event a quote tells, or tells with what it goes on from."""
    alone = touched(said, words.read(quote.quote))
    if not _GOES_ON.match(quote.quote):
        return alone
    return max(alone, 0.7 * touched(said, _with_what_is_before(quote, ground)))


_GOES_ON = re.compile(r"\W*(?:the|it|he|she|they|this|that|its|his|her|their)\b", re.I)


def quote_for(text: str, ground: Ground) -> Quote | None:
    """The cited quote that tells an event best, if one does."""
    said = words.read(text)
    verbs = [t for t in said.claims if is_verb(t)]
    scored = [
        (coverage(said, told := words.read(q.quote)), held(verbs, told), -q.start, q)
        for q in ground.item.evidence
    ]
    best = max(scored, default=None, key=lambda s: (s[0] + 0.3 * s[1], s[2]))
    if best and best[0] >= 0.4:
        return best[3]
    near = sorted((touched(said, words.read(q.quote)), -q.start, q.end, q)
                  for q in ground.item.evidence)  # fmt: skip
    if near and near[-1][0] >= 0.45 and (len(near) == 1 or near[-2][0] < near[-1][0]):
        return near[-1][3]
    leant = [q for q in ground.item.evidence if _LEANS.search(q.quote)
             and touched(said, _with_what_is_before(q, ground)) >= 0.75]  # fmt: skip
    return leant[0] if len(leant) == 1 else None


# "She did so on 14 May": the sentence before says what.
_LEANS = re.compile(
    r"\b(?:d(?:id|oes|one) so|(?:this|that|it) (?:was|is|happened|came)|the same)\b", re.I
)


def _with_what_is_before(quote: Quote, ground: Ground) -> Said:
    return words.read(ground.source.text[ground.index.before(quote).start : quote.end])


def own_date(text: str, ground: Ground) -> tuple[str, str] | None:
    """The date that an event itself gives ("… in 2022"), where the evidence has it."""
    found = [m for m in times_in(text, ground.source.published) if m.begin]
    fits = all(atom in ground.atoms for atom in words.read(text).atoms)
    if len(found) != 1 or not fits:
        return None
    return str(found[0].begin), str(found[0].end_day or found[0].begin)


def dates(quote: Quote, ground: Ground, text: str = "") -> tuple[str, str] | None:
    """First and last day of the one dated time in a quote; of several, of the one that stands
    nearest to the words of `text`."""
    found = [
        m
        for m in ground.index.reading.mentions_in(quote.start, quote.end)
        if isinstance(m, TimeMention) and m.begin
    ]
    if len({(m.begin, m.end_day) for m in found}) > 1:
        nearest = text and (_in_its_part(text, found, quote, ground)
                            or nearest_time(text, found, ground))  # fmt: skip
        found = [nearest] if nearest else []
    return (str(found[0].begin), str(found[0].end_day or found[0].begin)) if found else None


_UNTIL = re.compile(r"\bfor (?P<span>[\w-]+ (?:year|month|week|day)s?)\b[^,.;]*? until\b", re.I)
_LONG = {"year": 365.25, "month": 30.44, "week": 7.0, "day": 1.0}


def _after_a_while(quote: Quote, ground: Ground) -> tuple[str, str] | None:
    """The date of "It lay there for five years until chemists tested it", reckoned from the one
    time of the sentence before."""
    found = _UNTIL.search(quote.quote)
    before = ground.index.before(quote)
    text = ground.source.text[before.start : before.end]
    start = dates(Quote(start=before.start, end=before.end, quote=text), ground)
    number = words.read(found["span"]).tokens[0].atom if found else None
    if found is None or start is None or number is None or before.start == quote.start:
        return None
    try:
        days = timedelta(number[1] * _LONG[found["span"].split()[-1].removesuffix("s").casefold()])
        first, last = (date.fromisoformat(day) + days for day in start)
    except (ValueError, OverflowError):  # before the year 1, or after 9999
        return None
    return first.isoformat(), last.isoformat()


def _in_its_part(
    text: str, times: list[TimeMention], quote: Quote, ground: Ground
) -> TimeMention | None:
    """The one time in the part of a sentence that tells an event best; of several there, the one
    that stands clearly nearest to a word of it."""
    sentences = ground.index.sentences_over(quote.start, quote.end)
    shares = {m.start: share_at(m.start, text, sentences, ground) for m in times}
    most = max(shares.values())
    best = [m for m in times if shares[m.start] == most]
    if not most or len(best) == 1:
        return best[0] if most else None
    said = words.read(text)
    told = [
        t.start + sentence.start
        for sentence in sentences
        for t in ground.index.said(sentence).claims
        if stands_for(t.text, said)
    ]
    apart = sorted((min((abs(m.start - at) for at in told), default=0), m.start, m) for m in best)
    return apart[0][2] if 2 * apart[0][0] < apart[1][0] else None


def on_timeline(ground: Ground) -> Iterator[Finding]:
    """The key's period holds the date of the evidence, and no other option's does."""
    item = ground.item
    if item.kind != "on_timeline":
        return
    dated = [d for q in item.evidence if (d := dates(q, ground, item.stem))]
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
