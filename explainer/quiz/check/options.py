"""Rules on the options of an item: ids, number, sameness, overlap, length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from explainer.findings import Finding, error, warning
from explainer.quiz.check import words
from explainer.quiz.check.ground import Ground, Rule
from explainer.quiz.check.sameness import overlap, same
from explainer.quiz.check.support import gaps

_CATCH_ALL = re.compile(
    r"^\W*(?:(?:all|none|both|any|either|neither)\b.*\b(?:above|these|options|answers|them)\b|"
    r"all of (?:the )?(?:above|these)|none|both|neither|[a-d] and [a-d]|not (?:stated|given)|"
    r"i don'?t know|cannot be (?:known|determined).*)\W*$",
    re.I,
)
WITHOUT_OPTIONS = frozenset({"number_entry"})


def ids(ground: Ground) -> Iterator[Finding]:
    item = ground.item
    known = [option.id for option in item.options]
    if not all(name.strip() for name in (item.id, *known)):
        yield error("id-blank", "The item, or one of its options, has a blank id.")
    if len(set(known)) < len(known):
        yield error("option-ids-repeat", "Two options have the same id.")
    if item.kind in WITHOUT_OPTIONS and not item.options:
        return
    for key in item.key:
        if key not in known:
            yield error("key-unknown", f"The key '{key}' is the id of no option.")
    if len(set(item.key)) < len(item.key) and item.kind != "match":
        yield error("key-repeats", "The key names one option twice.")


def how_many(ground: Ground) -> Iterator[Finding]:
    item = ground.item
    least = {"true_false": 2, "number_entry": 0, "fact_or_claim": 2}.get(item.kind, 3)
    if len(item.options) < min(least, 2) or (item.kind == "true_false" and len(item.options) != 2):
        yield error("too-few-options", f"A {item.kind.replace('_', ' ')} item needs more options.")
    elif len(item.options) < least:
        yield warning("few-options", "Three options serve better than two.")
    if item.kind in _ONE_KEY and len(item.key) != 1:
        yield error("one-key", "This kind of item has exactly one key.")
    if item.kind == "multiple_answer" and not 1 <= len(item.key) < len(item.options):
        yield error("one-key", "At least one option must be right and at least one wrong.")
    if item.kind == "order" and sorted(item.key) != sorted(o.id for o in item.options):
        yield error("order-incomplete", "The key must put every option in order.")


_ONE_KEY = frozenset({
    "single_choice", "true_false", "gap", "who_said", "fact_or_claim", "find_evidence",
    "place_on_map", "on_timeline", "number_entry",
})  # fmt: skip


def all_different(ground: Ground) -> Iterator[Finding]:
    for a, b in combinations(ground.item.options, 2):
        if same(a.text, b.text, ground):
            yield error(
                "options-equal", f"'{_cut(a.text)}' and '{_cut(b.text)}' say the same: change one."
            )


def no_overlap(ground: Ground) -> Iterator[Finding]:
    if ground.item.kind in ("order", "match", "find_evidence", "true_false", "on_timeline",
                            "place_on_map", "fact_or_claim"):  # fmt: skip
        return
    for a, b in combinations(ground.item.options, 2):
        if not same(a.text, b.text, ground) and overlap(a.text, b.text, ground):
            yield error("options-overlap", f"'{_cut(a.text)}' and '{_cut(b.text)}' overlap.")


def no_catch_all(ground: Ground) -> Iterator[Finding]:
    for option in ground.item.options:
        if _CATCH_ALL.match(option.text):
            yield error("catch-all", f"'{option.text}' is no answer of its own.")


def not_empty(ground: Ground) -> Iterator[Finding]:
    for option in ground.item.options:
        if not option.text.strip():
            yield error("option-empty", f"Option {option.id} is empty.")


def key_length(ground: Ground) -> Iterator[Finding]:
    """The key must not stand out by its length; a number in words may be as long as it is."""
    item = ground.item
    if item.kind not in ("single_choice", "multiple_answer", "gap", "who_said", "fact_or_claim"):
        return
    keys = [len(o.text) for o in item.options if o.id in item.key and not _is_number(o.text)]
    others = [len(o.text) for o in item.options if o.id not in item.key]
    if not keys or not others:
        return
    longer, share = max(keys) - max(others), max(keys) / max(max(others), 1)
    if item.kind == "fact_or_claim":
        longer -= 30  # "a claim by ..." names its speaker, "a fact" has none
    mean = sum(others) / len(others)
    if (share > 2.2 and longer > 25) or (max(keys) > 2.5 * mean and longer > 25):
        yield error("key-longest", "The right option is far longer than the others.")
    elif share > 1.4 and longer > 14:
        yield warning("key-longer", "The right option is longer than the others.")


def _is_number(text: str) -> bool:
    said = words.read(text)
    return bool(said.atoms) and all(t.atom for t in said.tokens)


def rationales(ground: Ground) -> Iterator[Finding]:
    """Every option says why it is right or wrong, the key always."""
    for option in ground.item.options:
        if re.search(r"\w", option.rationale):
            continue
        missing = f"Option {option.id} does not say why it is right or wrong."
        blank = option.rationale != "" or option.id in ground.item.key
        yield (error if blank else warning)("no-rationale", missing)


def rationale_values(ground: Ground) -> Iterator[Finding]:
    """What a rationale names stands in the item or around its evidence."""
    item = ground.item
    here = words.read(" \n ".join([item.stem, *item.targets, *(o.text for o in item.options)]))
    around = set(here.atoms) | set(ground.atoms) | {("number", 1.0)}
    names = set(here.names)
    for sentence in ground.sentences:
        near = ground.index.said(sentence)
        around |= near.atoms
        names |= near.names
    texts = [*(o.rationale for o in item.options), item.correction or ""]
    said = words.read(" \n ".join(texts))
    for gap in gaps(said, ground):
        tokens = [t for t in said.tokens if gap.start <= t.start < gap.end]
        values = [t for t in tokens if t.atom and t.atom not in around]
        strange = [t for t in tokens if gap.kind == "name"
                   and not {words.fold(part) for part in t.text.split("-")} <= names]  # fmt: skip
        if values or strange:
            word = (values or strange)[0].text
            told = re.search(rf"\b{re.escape(word)}\b", ground.around.text)
            found = error if item.kind == "true_false" and not told else warning
            yield found("rationale-astray", f"A rationale speaks of {word}; the item does not.")
            return


def _cut(text: str) -> str:
    return text if len(text) <= 50 else text[:47] + "…"


RULES: tuple[Rule, ...] = (
    ids,
    how_many,
    not_empty,
    all_different,
    no_overlap,
    no_catch_all,
    key_length,
    rationales,
    rationale_values,
)
