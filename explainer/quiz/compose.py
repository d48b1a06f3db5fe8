"""A quiz out of an extraction: draft, choose, check, keep what holds."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from random import Random

from explainer.extract.extract import Extraction
from explainer.facts import Fact, Strict
from explainer.findings import Finding
from explainer.quiz.check import accepted, check, check_beside
from explainer.quiz.choice import Candidate, Reason, choose
from explainer.quiz.compose_drafts import desk_of, drafts
from explainer.quiz.draft import Draft
from explainer.quiz.item import Item
from explainer.quiz.plan import Plan
from explainer.quiz.telling import Told, plain_number, tells, tells_in
from explainer.quiz.variants import another_way
from explainer.source import Source

OPEN = Plan()


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


Goals = Mapping[str, Collection[str]]


def compose(
    extraction: Extraction,
    plan: Plan = OPEN,
    seed: int = 0,
    *,
    extra_facts: Sequence[Fact] = (),
    goals: Goals | None = None,
    ready: Sequence[Item] = (),
    variants: bool = False,
) -> Quiz:
    """A checked quiz on an article, as near to `plan` as it carries. The same arguments give the
    same items.

    `extra_facts` (a pack's background) serve as distractors only. `ready` are items that a person
    has approved or written: chosen among as they are, those on the article before any made here.
    `goals` names the objectives that a fact, or an item of `ready`, serves.
    """
    desk = desk_of(extraction, seed, extra_facts if plan.background else ())
    made = list(drafts(desk))
    bench = _Bench(extraction, seed, made, ready, goals or {})
    choice = choose(bench.candidates(), plan, bench.judge)
    items = sorted(bench.items(), key=lambda i: (i.evidence[0].start if i.evidence else -1, i.id))
    return Quiz(
        items=tuple(_placed(items, bench, Random(f"{seed}|places"))),
        rejected=tuple(bench.rejected.values()),
        note=choice.note(),
        variants=another_way(items, made, extraction, seed) if variants else (),
    )


class _Bench:
    """Drafts and ready items made to items, one by one, as the choice asks for them."""

    def __init__(
        self, extraction: Extraction, seed: int, made: Sequence[Draft], ready: Sequence[Item],
        goals: Goals,
    ) -> None:  # fmt: skip
        self.extraction, self.seed, self.goals = extraction, seed, goals
        self.ready = {item.id: item for item in ready}
        self.drafts = {d.id: d for d in reversed(made) if d.id not in self.ready}
        self.chosen: dict[str, Item] = {}
        self.told: list[Told] = []  # of the chosen
        self.starts = [s.start for s in extraction.reading.sentences]
        self.within: dict[str, frozenset[int]] = {}
        self.rejected: dict[str, Rejected] = {}

    @property
    def source(self) -> Source:
        return self.extraction.reading.source

    def candidates(self) -> Iterator[Candidate]:
        for item in self.ready.values():
            at = self._paragraph(item.evidence[0].start) if item.evidence else None
            yield _of_item(item, None if item.origin == "background" else at, self._goals(item))
        for draft in self.drafts.values():
            goals = frozenset(goal for f in draft.facts for goal in self.goals.get(f.id, ()))
            yield _of_draft(draft, self._paragraph(draft.about), goals)

    def _paragraph(self, offset: int) -> int:
        at = self.extraction.reading.source.paragraph_at(offset)
        return 0 if at is None else at + 1

    def _goals(self, item: Item) -> frozenset[str]:
        return frozenset(g for id in (item.id, *item.fact_ids) for g in self.goals.get(id, ()))

    def make(self, id: str, place: int = 0, untold: frozenset[str] = frozenset()) -> Item:
        if id in self.ready:
            return self.ready[id]
        return self.drafts[id].item(place, Random(f"{self.seed}|{id}"), untold)

    def is_free(self, id: str) -> bool:
        """Whether the key of an item may stand at any place."""
        return id in self.drafts and self.drafts[id].settled is None

    def untold(self, id: str) -> frozenset[str]:
        """What the rationales of an item must leave out, for another of the chosen asks it."""
        draft = self.drafts.get(id)
        others = [told for told in self.told if told.item.id != id]
        more = {c.more for c in draft.wrong if c.more} if draft else set()
        return frozenset(m for m in more if any(tells_in(m, other) for other in others))

    def judge(self, given: Candidate) -> Reason | None:
        """Whether the item holds, alone and beside those taken; it is kept if it does."""
        item = self.make(given.id)
        # What is told by another is known sooner than what the check finds.
        told = Told(item)
        if reason := self._told(told):
            return reason
        findings = [] if given.id in self.ready else check(item, self.source, self.extraction)
        draft = self.drafts.get(given.id)
        if draft and draft.naming and not accepted(findings):
            draft.names_whom = True  # whom it is about, another sentence has to prove
            item = self.make(given.id)
            findings = check(item, self.source, self.extraction)
            told = Told(item)
        if not accepted(findings):
            self.rejected[item.id] = Rejected(item=item, findings=tuple(findings))
            return "check"
        near = self._near(item)
        found = check_beside([*near, item], self.source, self.extraction) if near else []
        if not all(accepted(findings) for findings in found):
            return "gives-away"
        self.chosen[item.id] = item
        self.told.append(told)
        return None

    def _told(self, told: Told) -> Reason | None:
        """What speaks against the item beside those taken: an answer told, a thing asked twice."""
        if any(tells(told, other) or tells(other, told) for other in self.told):
            return "gives-away"
        item, near = told.item, self._near(told.item)
        twice = any(asks(item) and any(map(asks, near)) for asks in (_asks_speaker, _asks_time))
        return "asked" if twice else None

    def _near(self, item: Item) -> list[Item]:
        mine = self._sentences(item)
        return [c for c in self.chosen.values()
                if c.stem == item.stem or mine & self._sentences(c)]  # fmt: skip

    def _sentences(self, item: Item) -> frozenset[int]:
        """Numbers of the sentences that the evidence of an item lies in."""
        if item.id not in self.within or item.id not in self.chosen:
            spans = [(bisect_right(self.starts, q.start) - 1, bisect_left(self.starts, q.end))
                     for q in item.evidence]  # fmt: skip
            self.within[item.id] = frozenset(n for first, last in spans for n in range(first, last))
        return self.within[item.id]

    def items(self) -> list[Item]:
        return list(self.chosen.values())


def _of_draft(draft: Draft, paragraph: int, goals: frozenset[str]) -> Candidate:
    answer = draft.right[0].text if draft.right else draft.number or ""
    told = draft.stem if draft.kind == "true_false" else answer
    asks = draft.answer or told
    one = len(draft.right) == 1 and len(draft.wrong) > 1
    return Candidate(
        draft.id, draft.kind, draft.level, draft.rank, draft.about, paragraph,
        tuple(f.id for f in draft.facts), plain_number(asks), goals, bool(draft.correction),
        one and len(answer) > max(len(c.text) for c in draft.wrong),
    )  # fmt: skip


def _of_item(item: Item, paragraph: int | None, goals: frozenset[str]) -> Candidate:
    """A ready item: of the background, as good as most that are made; of the article, the first
    to be asked."""
    answer = next((o.text for o in item.options if o.id in item.key), item.key[0])
    about = item.evidence[0].start if item.evidence and paragraph is not None else -1
    rank = 8.0 if paragraph is None else 20.0
    return Candidate(
        item.id, item.kind, item.level, rank, about, paragraph, item.fact_ids,
        plain_number(answer), goals,
        bool(item.correction),
    )  # fmt: skip


def _asks_speaker(item: Item) -> bool:
    return item.kind in ("who_said", "fact_or_claim") or "person who said this" in item.stem


_TIME = re.compile(r"\b(?:[Ii]n|[Oo]n) which (?:year|month|day|decade)\b")


def _asks_time(item: Item) -> bool:
    return item.kind == "on_timeline" or bool(_TIME.search(item.stem))


def _placed(items: Sequence[Item], bench: _Bench, rng: Random) -> Iterator[Item]:
    """The items with their keys spread over the places, as evenly as those allow whose options
    have an order of their own, and in no order to guess."""
    three = [item for item in items if len(item.options) == 3 and len(item.key) == 1]
    free = [item for item in three if bench.is_free(item.id)]
    taken = Counter(
        [option.id for option in item.options].index(item.key[0])
        for item in three if item not in free
    )  # fmt: skip
    places: list[int] = []
    for _ in free:
        places.append(min(range(3), key=lambda place: (taken[place], rng.random())))
        taken[places[-1]] += 1
    rng.shuffle(places)
    for item in items:
        untold = bench.untold(item.id)
        if item in free:
            yield bench.make(item.id, places.pop(), untold)
        else:
            yield bench.make(item.id, untold=untold) if untold else item
