"""One number as different voices give it, drawn so that the sizes can be seen."""

from __future__ import annotations

import math

from explainer.lesson_cards import Comparison, Estimate
from pages.parts.words import escaped

MOST_SQUARES = 100
SIGNS = {"at least": "≥", "more than": ">", "at most": "≤", "less than": "<", "about": "≈"}


def numbers(comparison: Comparison) -> str:
    """HTML: groups as squares of one size, so that their sizes compare; else bars on one scale.
    What is pale is the range between the lowest and the highest value a voice gives."""
    most = max((e.high or e.low) for e in comparison.estimates) or 1
    if not comparison.groups:
        return f'<ul class="x-list x-bars">{_rows(comparison.estimates, most, 0)}</ul>'
    each = _unit(most)
    parts = [f'<p class="x-muted">Each square stands for {each:,} {escaped(comparison.unit)}.</p>']
    for group in comparison.groups:
        own = tuple(e for e in comparison.estimates if e.group == group)
        parts.append(f'<p class="x-group">{escaped(group[:1].upper() + group[1:])}</p>')
        parts.append(f'<ul class="x-list x-bars">{_rows(own, most, each)}</ul>')
    return "".join(parts)


def _unit(most: float) -> int:
    """1, 2 or 5 times a power of ten, so that the largest value has at most 100 squares."""
    size = int(10 ** max(0, math.floor(math.log10(max(most, 1) / MOST_SQUARES))))
    return next(n * size for n in (1, 2, 5, 10) if most / (n * size) <= MOST_SQUARES)


def _rows(estimates: tuple[Estimate, ...], most: float, each: int) -> str:
    return "".join(
        f'<li class="{"source" if e.evidence else "background"}"><span><b>{escaped(e.who)}</b>: '
        f"{escaped(e.words)}{_about(e)}</span>{_squares(e, each) if each else _bar(e, most)}</li>"
        for e in estimates
    )


def _about(estimate: Estimate) -> str:
    return f'<br><span class="x-muted">{escaped(estimate.about)}</span>' if estimate.about else ""


def _bar(estimate: Estimate, most: float) -> str:
    low, high = estimate.low / most * 100, (estimate.high or estimate.low) / most * 100
    sign = SIGNS.get(estimate.bound or "", "")
    span = f"–{estimate.high:,.0f}" if estimate.high and estimate.high != estimate.low else ""
    return (
        f'<span class="x-scale" aria-hidden="true"><span class="x-bar">'
        f'<span style="width:{low:.1f}%"></span>'
        f'<span class="range" style="width:{max(high - low, 0):.1f}%"></span></span>'
        f'<span class="x-value">{sign}{estimate.low:,.0f}{span}</span></span>'
    )


def _squares(estimate: Estimate, each: int) -> str:
    low = math.floor(estimate.low / each + 0.5)
    high = math.ceil((estimate.high or estimate.low) / each)
    full, pale = "<i></i>" * low, '<i class="range"></i>' * (high - low)
    return f'<span class="x-squares" aria-hidden="true">{full}{pale}</span>'
