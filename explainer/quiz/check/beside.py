"""Rules on the items of a quiz side by side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from explainer.findings import Finding, error, warning
from explainer.quiz.check import words
from explainer.quiz.check.index import Index
from explainer.quiz.item import Item, option_texts

_ANSWERS = ("single_choice", "multiple_answer", "gap", "number_entry", "who_said")


def findings(items: Sequence[Item], index: Index) -> list[list[Finding]]:
    """For each item what is wrong with it beside the others."""
    found: list[list[Finding]] = [[] for _ in items]
    _same_ids(items, found)
    _same_question(items, found)
    _given_away(items, index, found)
    _key_places(items, found)
    return found


def _same_ids(items: Sequence[Item], found: list[list[Finding]]) -> None:
    seen: set[str] = set()
    for place, item in enumerate(items):
        if item.id in seen:
            found[place].append(error("item-ids-repeat", f"Another item is called {item.id}."))
        seen.add(item.id)


def _same_question(items: Sequence[Item], found: list[list[Finding]]) -> None:
    seen: dict[tuple[str, str, tuple[str, ...]], str] = {}
    for place, item in enumerate(items):
        texts = tuple(sorted(o.text.casefold() for o in item.options))
        stem = words.spoken(item.stem).casefold()
        group = item.kind if item.kind in ("order", "match", "true_false") else "question"
        asked = (group, stem, texts if item.kind in ("order", "match") else ())
        if asked in seen and item.variant_of is None:
            found[place].append(error("asked-twice", f"Item {seen[asked]} asks the same."))
        seen.setdefault(asked, item.id)


def _given_away(items: Sequence[Item], index: Index, found: list[list[Finding]]) -> None:
    """An item's stem must not tell the key of another item on the same sentence."""
    at: dict[int, list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        for quote in item.evidence:
            for sentence in index.sentences_over(quote.start, quote.end):
                at[sentence.start].append(place)
    for start in sorted(at):
        places = sorted(set(at[start]))
        for teller in places:
            for asker in places:
                if teller != asker and _tells(items[teller], items[asker]):
                    found[max(teller, asker)].append(
                        error(
                            "given-away",
                            f"{items[teller].id} gives away the answer of {items[asker].id}.",
                        )
                    )


def _tells(teller: Item, asker: Item) -> bool:
    if asker.kind not in _ANSWERS or teller.variant_of or asker.variant_of:
        return False
    told = words.read(teller.stem)
    folded = {words.fold(t.text) for t in told.tokens}
    for key in option_texts(asker, asker.key):
        said = words.read(key)
        claims = said.substance
        if claims and all(
            t.atom in told.atoms if t.atom else words.fold(t.text) in folded for t in claims
        ):
            return True
    return False


def _key_places(items: Sequence[Item], found: list[list[Finding]]) -> None:
    """Of a quiz long enough to tell, no place holds far more than its share of keys."""
    places = Counter(
        [o.id for o in item.options].index(item.key[0])
        for item in items
        if item.kind in ("single_choice", "gap", "who_said") and len(item.options) == 3
        and item.key[0] in [o.id for o in item.options]
    )  # fmt: skip
    total = sum(places.values())
    if total >= 9:
        place, most = max(places.items(), key=lambda pair: (pair[1], -pair[0]))
        if most > 0.6 * total and found:
            found[-1].append(
                warning("key-places", f"Too many keys stand at place {place + 1} of three.")
            )
