"""Of events asked for by a date, whether each lies before or after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.facts import Quote
from explainer.findings import Finding, error
from explainer.quiz.check.dated import dates, own_date, quote_for
from explainer.quiz.check.ground import Ground, Rule
from explainer.quiz.check.times import times_in

# "Which of these happened in 1997 or later?", "Which of these took place before March 2020?"
_SIDED = re.compile(
    r"\bwhich (?:two |three )?(?:events?|of (?:these|the following)(?: events?)?)"
    r" (?:happened|took place|occurred|came)\b.*?\b"
    r"(?:(?:in|on) (?P<at>[^?]+?) or (?P<or>later|earlier|after|before)"
    r"|(?P<side>since|after|before|until) (?P<than>[^?]+))",
    re.I,
)


def on_the_side_asked(ground: Ground) -> Iterator[Finding]:
    """Of events asked for by a date, the key's lie on the side asked and no others do."""
    item = ground.item
    asked = _SIDED.search(item.stem)
    if item.kind not in ("single_choice", "multiple_answer") or not asked:
        return
    bound = [m for m in times_in(asked["at"] or asked["than"], ground.source.published) if m.begin]
    if len(bound) != 1:
        return
    first, last = str(bound[0].begin), str(bound[0].end_day or bound[0].begin)
    everything = tuple(
        Quote(start=s.start, end=s.end, quote=ground.source.text[s.start : s.end])
        for s in ground.index.sentences
    )
    whole = Ground(item.model_copy(update={"evidence": everything, "fact_ids": ()}), ground.index)
    side = (asked["or"] or asked["side"]).casefold()
    for option in item.options:
        quote = quote_for(option.text, whole)
        date = own_date(option.text, whole) or (quote and dates(quote, whole, option.text))
        is_key = option.id in item.key
        if not date:
            yield error("option-undated", f"The source gives no date for '{option.text}'.")
        elif is_key != _lies(date, side, bool(asked["or"]), first, last):
            code = "key-unproven" if is_key else "distractor-may-be-true"
            yield error(code, f"'{option.text}' is dated {date[0]}: that is the other side.")


def _lies(date: tuple[str, str], side: str, or_then: bool, first: str, last: str) -> bool:
    """Whether a date lies on the side of `first`..`last` that is asked for."""
    if side in ("later", "since") or (or_then and side == "after"):
        return date[0] >= first
    if side in ("earlier", "until") or (or_then and side == "before"):
        return date[1] <= last
    return date[0] > last if side == "after" else date[1] < first


RULES: tuple[Rule, ...] = (on_the_side_asked,)
