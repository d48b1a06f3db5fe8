"""Rules on the options of an item: ids, number, sameness, overlap, length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from explainer.findings import Finding
from explainer.quiz.check import words
from explainer.quiz.check.finding import Rule, error, warning
from explainer.quiz.check.ground import Ground
from explainer.quiz.check.lexicon import FILLER, NO_NAME, STOP
from explainer.quiz.check.support import gaps
from explainer.quiz.check.words import Said

_CATCH_ALL = re.compile(
    r"^\W*(?:(?:all|none|both|any|either|neither)\b.*\b(?:above|these|options|answers|them)\b|"
    r"all of (?:the )?(?:above|these)|none|both|neither|[a-d] and [a-d]|not (?:stated|given)|"
    r"i don'?t know|cannot be (?:known|determined).*)\W*$",
    re.I,
)
_BOUND = re.compile(
    r"\b(?P<up>more than|over|at least|above|no fewer than|not less than|minimum)\b|"
    r"\b(?P<down>fewer than|less than|at most|up to|under|below|no more than|not more than|"
    r"maximum)\b",
    re.I,
)
_RANGE = re.compile(
    r"(?:between\s+)?(?P<low>[\w.,-]+)\s*(?:-|–|—|\bto\b|\band\b)\s*(?P<high>[\w.,]+)"
)
WITHOUT_OPTIONS = frozenset({"number_entry"})


def ids(ground: Ground) -> Iterator[Finding]:
    item = ground.item
    known = [option.id for option in item.options]
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
            yield error("options-equal", f"'{_cut(a.text)}' and '{_cut(b.text)}' say the same.")


def no_overlap(ground: Ground) -> Iterator[Finding]:
    if ground.item.kind in ("order", "match", "find_evidence", "true_false", "on_timeline",
                            "place_on_map", "fact_or_claim"):  # fmt: skip
        return
    for a, b in combinations(ground.item.options, 2):
        if not same(a.text, b.text, ground) and overlap(a.text, b.text):
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
    """The key must not stand out by its length, and no option may lack its share of words."""
    item = ground.item
    if item.kind not in ("single_choice", "multiple_answer", "gap", "who_said"):
        return
    keys = [len(o.text) for o in item.options if o.id in item.key]
    others = [len(o.text) for o in item.options if o.id not in item.key]
    if keys and others and max(keys) > 1.5 * max(others) and max(keys) - max(others) > 14:
        yield error("key-longest", "The right option is far longer than the others.")


def rationales(ground: Ground) -> Iterator[Finding]:
    for option in ground.item.options:
        if not option.rationale.strip():
            yield error(
                "no-rationale", f"Option {option.id} does not say why it is right or wrong."
            )


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
    found = error if item.kind == "true_false" else warning
    texts = [*(o.rationale for o in item.options), item.correction or ""]
    said = words.read(" \n ".join(texts))
    for gap in gaps(said, ground):
        tokens = [t for t in said.tokens if gap.start <= t.start < gap.end]
        values = [t for t in tokens if t.atom and t.atom not in around]
        strange = [t for t in tokens if gap.kind == "name" and words.fold(t.text) not in names]
        if values or strange:
            word = (values or strange)[0].text
            yield found("rationale-astray", f"A rationale speaks of {word}; the item does not.")
            return


def same(a: str, b: str, ground: Ground) -> bool:
    """Whether two options mean the same after numbers, names and small words are made equal."""
    if words.spoken(a).casefold().strip(" .") == words.spoken(b).casefold().strip(" ."):
        return True
    left, right = words.read(a), words.read(b)
    if left.atoms != right.atoms:
        return False
    mine, yours = _claims(left), _claims(right)
    if left.atoms and (set(mine) <= set(yours) or set(yours) <= set(mine)):
        return _bounds(a) == _bounds(b) or not _BOUND.search(a + b)
    if mine and [words.fold(w) for w in mine] == [words.fold(w) for w in yours]:
        return len(left.tokens) == len(right.tokens) or len(mine) == len(
            [t for t in left.tokens if t.text.casefold() not in STOP]
        )
    return same_person(a, b, ground)


def _claims(said: Said) -> list[str]:
    return [
        t.text.casefold()
        for t in said.tokens
        if t.atom is None and t.text.casefold() not in STOP | FILLER
    ]


def _names(text: str) -> list[str]:
    """The words of an option that is a name and nothing else."""
    parts = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text)
    strong = [p for p in parts if p.casefold() not in NO_NAME]  # fmt: skip
    return strong if strong and all(p[0].isupper() for p in strong) else []


def same_person(a: str, b: str, ground: Ground) -> bool:
    left, right = _names(a), _names(b)
    if not left or not right:
        return False
    full_a, full_b = ground.index.person(a), ground.index.person(b)
    if full_a == full_b:
        return True
    short, long = sorted((left, right), key=len)
    known = full_a in ground.index.full_names and full_b in ground.index.full_names
    if known and len(short) > 1:
        return False  # the source itself tells them apart: John Adams, John Quincy Adams
    return all(any(words.same_name(s, w) for w in long) for s in short) and (
        len(short) > 1 or words.same_name(short[-1], long[-1])
    )


def overlap(a: str, b: str) -> bool:
    """Whether both could be right at once: a range in a range, a day in its month."""
    low, high = _bounds(a), _bounds(b)
    if low and high and (_BOUND.search(a + " " + b) or _is_range(a) or _is_range(b)):
        return low[0] <= high[1] and high[0] <= low[1]
    left, right = words.read(a), words.read(b)
    if left.atoms and right.atoms and (_time_like(left) or _time_like(right)):
        return left.atoms < right.atoms or right.atoms < left.atoms or _decade_holds(left, right)
    return False


def _time_like(said: Said) -> bool:
    return any(
        k in ("month", "decade", "weekday") or (k == "number" and 1000 <= v <= 2100)
        for k, v in said.atoms
    )


def _decade_holds(a: Said, b: Said) -> bool:
    for one, other in ((a, b), (b, a)):
        decades = [v for k, v in one.atoms if k == "decade" and v > 1000]
        years = [v for k, v in other.atoms if k == "number" and 1000 <= v <= 2100]
        if any(d <= y < d + 10 for d in decades for y in years):
            return True
    return False


def _is_range(text: str) -> bool:
    return _range(text) is not None


def _range(text: str) -> tuple[float, float] | None:
    match = _RANGE.search(text)
    if not match:
        return None
    low, high = (words.read(match[g]).tokens for g in ("low", "high"))
    if low and high and low[-1].atom and high[0].atom:
        return low[-1].atom[1], high[0].atom[1]
    return None


def _bounds(text: str) -> tuple[float, float] | None:
    """The numbers an option allows, as lowest and highest."""
    found = _range(text)
    if found:
        return found
    numbers = [t.atom[1] for t in words.read(text).tokens if t.atom and t.atom[0] == "number"]
    if len(numbers) != 1:
        return None
    match = _BOUND.search(text)
    if match is None:
        return numbers[0], numbers[0]
    return (numbers[0], float("inf")) if match["up"] else (float("-inf"), numbers[0])


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
