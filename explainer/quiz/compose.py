"""A quiz out of an extraction: draft, choose, check, keep what holds."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from random import Random

from explainer.extract.extract import Extraction
from explainer.facts import Fact, Strict
from explainer.findings import Finding
from explainer.quiz.check import accepted, check, check_beside
from explainer.quiz.compose_clauses import from_clauses, plain
from explainer.quiz.compose_dates import dated, from_dates, from_places, from_roles
from explainer.quiz.compose_relations import from_relation
from explainer.quiz.compose_speech import from_speech
from explainer.quiz.compose_statements import from_statement
from explainer.quiz.desk import Desk
from explainer.quiz.draft import Draft
from explainer.quiz.item import Item, ItemKind, Level
from explainer.quiz.pool import gather, sentence_of, told_at
from explainer.quiz.stem_grammar import View, is_loose, views
from explainer.quiz.variants import another_way

MOST_ITEMS = 40  # without a number: no quiz is longer
_MOST_FACTS = 400  # more would make a long source slow and give no better forty questions
_PER_SENTENCE = 2
_FEW = 12  # up to here a short article may have more true-or-false items than is good
# Kinds that use a fact without telling what another question on it asks.
_SEVERAL = frozenset(("order", "place_on_map", "match"))


class Rejected(Strict):
    """An item that was dropped, and why."""

    item: Item
    findings: tuple[Finding, ...]


class Quiz(Strict):
    """Accepted items in the order of the article; `note` says why there are fewer than asked.

    `variants` ask the same facts another way, for a second try; `variant_of` names the item.
    """

    items: tuple[Item, ...]
    rejected: tuple[Rejected, ...] = ()
    note: str | None = None
    variants: tuple[Item, ...] = ()


def compose(
    extraction: Extraction,
    n: int | None = None,
    seed: int = 0,
    kinds: Collection[ItemKind] | None = None,
    levels: Collection[Level] | None = None,
    extra_facts: Sequence[Fact] = (),
    variants: bool = False,
) -> Quiz:
    """At most `n` checked items on an article. The same arguments give the same items.

    `extra_facts` (a pack's background) serve as distractors only.
    """
    desk = _desk(extraction, seed, extra_facts)
    wanted = [
        d
        for d in drafts(desk)
        if (kinds is None or d.kind in kinds) and (levels is None or d.level in levels)
    ]
    chosen, rejected = _choose(wanted, n or MOST_ITEMS, extraction, seed)
    chosen, more = _side_by_side(chosen, extraction)
    items = sorted(chosen, key=lambda i: (i.evidence[0].start, i.id))
    return Quiz(
        items=tuple(items),
        rejected=(*rejected, *more),
        note=_note(n, items, rejected),
        variants=another_way(items, wanted, extraction, seed) if variants else (),
    )


def _desk(extraction: Extraction, seed: int, extra: Sequence[Fact]) -> Desk:
    told = told_at(extraction.reading)
    facts = [
        f
        for f in extraction.facts
        if f.origin == "source" and told(f.quotes[0].start)
        and not (f.attribution.speaker and is_loose(f.attribution.speaker))
    ]  # fmt: skip
    step = max(1, len(facts) // _MOST_FACTS)
    return Desk(extraction.reading, gather(extraction.reading, extra), tuple(facts[::step]), seed)


def drafts(desk: Desk) -> Iterator[Draft]:
    """Every question the makers can think of, in the order of the facts."""
    seen: dict[int, list[View]] = {}
    for fact in desk.facts:
        start = fact.quotes[0].start
        if start not in seen:
            sentence = sentence_of(desk.reading, desk.pool.starts, start)
            seen[start] = views(desk.reading, sentence, desk.pool.proper) if sentence else []
    desk.clauses = [(start, words) for start, found in seen.items() for words in plain(found)]
    events = []
    dated_at: set[int] = set()
    for fact in desk.facts:
        start = fact.quotes[0].start
        first = start not in dated_at
        dated_at.add(start)
        yield from from_relation(desk, fact)
        yield from from_clauses(desk, fact, _of_fact(fact, seen[start]))
        yield from from_speech(desk, fact)
        yield from from_statement(desk, fact)
        if first and (event := dated(desk, fact, seen[start])):
            events.append((fact, *event))
    yield from from_dates(events)
    yield from from_places(desk)
    yield from from_roles(desk)


def _of_fact(fact: Fact, found: list[View]) -> list[View]:
    """Clauses that the fact states, pronouns replaced as the fact replaces them."""
    return [told for view in found if (told := view.told(fact.statement))]


def _choose(
    wanted: list[Draft], n: int, extraction: Extraction, seed: int
) -> tuple[list[Item], list[Rejected]]:
    """The best drafts that hold, with no kind and no sentence taking over."""
    rng = Random(f"{seed}|choice")
    queue = sorted(wanted, key=lambda d: (-d.rank, d.about, d.id))
    source = extraction.reading.source
    kinds: Counter[str] = Counter()
    at: Counter[int] = Counter()
    asked: set[tuple[int, str]] = set()
    answers: dict[int, list[str]] = defaultdict(list)
    chosen: list[Item] = []
    rejected: list[Rejected] = []
    used: set[tuple[str, bool]] = set()
    places = _places(rng)
    strict = True
    for draft in [*queue, None, *queue]:
        if draft is None:
            asked.clear()
            strict = False
            continue
        if len(chosen) >= n:
            break
        answer = draft.right[0].text if draft.right else draft.number or ""
        alone = len(draft.facts) == 1
        if any(i.id == draft.id for i in chosen) or (draft.about, draft.kind) in asked:
            continue
        if alone and (at[draft.about] >= _PER_SENTENCE or answer in answers[draft.about]):
            continue
        if any((f.id, draft.kind in _SEVERAL) in used for f in draft.facts):
            continue
        if kinds[draft.kind] >= _share(draft.kind, n):
            continue
        if draft.kind == "true_false" and _too_many_alike(draft, chosen, strict):
            continue
        item = draft.item(next(places), Random(f"{seed}|{draft.id}"))
        findings = check(item, source, extraction)
        asked.add((draft.about, draft.kind))
        if not accepted(findings):
            if all(r.item.id != item.id for r in rejected):
                rejected.append(Rejected(item=item, findings=tuple(findings)))
            continue
        if not _goes_with(item, chosen, extraction):
            continue
        chosen.append(item)
        kinds[draft.kind] += 1
        used |= {(f.id, draft.kind in _SEVERAL) for f in draft.facts}
        if alone:
            at[draft.about] += 1
            answers[draft.about].append(answer)
    return chosen, rejected


def _too_many_alike(draft: Draft, chosen: list[Item], strict: bool) -> bool:
    """Whether one more true, or false, statement would make the answer a good guess."""
    same = [i for i in chosen if i.kind == "true_false"]
    false = sum(1 for i in same if i.correction)
    true = len(same) - false
    if (strict or len(chosen) >= _FEW) and len(same) > max(3, 0.5 * (len(chosen) - len(same))):
        return True
    return (false > true + 2) if draft.correction else (true > false)


def _share(kind: str, n: int) -> int:
    """How many of `n` items may be of one kind."""
    parts = {"single_choice": 0.5, "true_false": 0.2, "who_said": 0.2, "gap": 0.12,
             "number_entry": 0.12, "fact_or_claim": 0.1, "find_evidence": 0.1,
             "place_on_map": 0.08, "on_timeline": 0.08}  # fmt: skip
    return max(1, round(parts.get(kind, 0.1) * n))


def _places(rng: Random) -> Iterator[int]:
    """Places for keys: each of three as often as the others, in no order to guess."""
    while True:
        yield from rng.sample(range(3), 3)


def _goes_with(item: Item, chosen: list[Item], extraction: Extraction) -> bool:
    """Whether the item and those on the same words leave each other's answers alone."""
    spans = [(q.start, q.end) for q in item.evidence]
    near = [
        c
        for c in chosen
        if c.stem == item.stem
        or any(q.start < e and s < q.end for q in c.evidence for s, e in spans)
    ]
    if item.kind in _SPEAKING and any(c.kind in _SPEAKING for c in near):
        return False  # one quotation, one speaker: once is enough
    if _asks_time(item) and any(_asks_time(c) for c in near):
        return False
    found = check_beside([*near, item], extraction.reading.source, extraction) if near else []
    return all(accepted(findings) for findings in found)


_SPEAKING = ("who_said", "fact_or_claim")
_TIME = re.compile(r"\b(?:[Ii]n|[Oo]n) which (?:year|month|day|decade)\b")


def _asks_time(item: Item) -> bool:
    return item.kind == "on_timeline" or bool(_TIME.search(item.stem))


def _side_by_side(chosen: list[Item], extraction: Extraction) -> tuple[list[Item], list[Rejected]]:
    results = check_beside(chosen, extraction.reading.source, extraction)
    kept = [i for i, f in zip(chosen, results, strict=True) if accepted(f)]
    dropped = [
        Rejected(item=i, findings=tuple(f))
        for i, f in zip(chosen, results, strict=True)
        if not accepted(f)
    ]
    return kept, dropped


def _note(n: int | None, items: Sequence[Item], rejected: Sequence[Rejected]) -> str | None:
    if n is None or len(items) >= n:
        return None
    codes = Counter(f.code for r in rejected for f in r.findings if f.severity == "error")
    why = ", ".join(f"{code} {count}" for code, count in sorted(codes.items()))
    dropped = f" {len(rejected)} drafts failed the check ({why})." if rejected else ""
    return f"{len(items)} of {n} items: the article supports no more of these kinds.{dropped}"
