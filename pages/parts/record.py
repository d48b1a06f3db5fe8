"""The record of an attempt on paper: one HTML file that needs nothing else."""

from __future__ import annotations

from datetime import UTC, tzinfo

from explainer.pack import Pack
from explainer.quiz.attempt import SURE, Attempt, Response
from explainer.quiz.item import Item
from explainer.timeline import day_in_words
from pages.parts.evidence import origin_words, paragraphs_of
from pages.parts.feedback import cited_by
from pages.parts.spots import said
from pages.parts.words import escaped

_STYLE = """@page{margin:18mm}
body{font:11.5pt/1.45 Georgia,"Source Serif",serif;color:#222;max-width:40rem;margin:2rem auto;
padding:0 1rem}
h1{font-size:1.5rem;line-height:1.2;margin:0}h2{font-size:1.15rem;margin:1.2rem 0 .8rem}
ol{padding-left:1.6rem}li{margin:0 0 1.1rem;break-inside:avoid}p{margin:.15rem 0}
blockquote{margin:.4rem 0 0;padding-left:.8rem;border-left:3px solid #0b6b4f}
.k,cite{color:#555;font-style:normal;font-size:.9em}
@media print{body{margin:0;padding:0;max-width:none}}"""


def record(attempt: Attempt, pack: Pack, zone: tzinfo = UTC) -> str:
    """Every question with what was given, what is right, and the words that prove it."""
    right = sum(response.right for response in attempt.responses)
    begun = attempt.started.replace(tzinfo=UTC).astimezone(zone).date()
    told = [attempt.nickname, f"begun {day_in_words(begun)}", f"code {attempt.code}"]
    rows = "".join(f"<li>{_row(item, attempt, pack)}</li>" for item in attempt.items)
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>Quiz record: {escaped(pack.title)}</title><style>{_STYLE}</style>"
        f'<h1>{escaped(pack.title)}</h1><p class="k">Quiz, '
        f"{', '.join(escaped(part) for part in told if part)}</p>"
        f"<h2>{right} of {len(attempt.items)} right</h2><ol>{rows}</ol>"
        f'<p class="k">Version of the questions: {escaped(attempt.version)}</p></html>'
    )


def _row(item: Item, attempt: Attempt, pack: Pack) -> str:
    response = attempt.response(item.id)
    lines = [f"<p><b>{escaped(item.stem)}</b></p>"]
    lines.append(f"<p>{_given(item, response, pack)}</p>")
    if response is None or not response.right:
        lines.append(f"<p>Right answer: {escaped(said(item, item.key, pack.places))}</p>")
    if item.correction:
        lines.append(f"<p>{escaped(item.correction)}</p>")
    if item.evidence:
        mark = origin_words("source", paragraphs_of(pack.source, item.evidence), 0)
        quotes = "".join(f"<p>{escaped(quote.quote)}</p>" for quote in item.evidence)
        lines.append(f"<blockquote>{quotes}<cite>{escaped(mark)}</cite></blockquote>")
    elif cited := cited_by(item, pack):
        lines.append(f'<p class="k">{escaped("; ".join(each.title for each in cited))}</p>')
    return "".join(lines)


def _given(item: Item, response: Response | None, pack: Pack) -> str:
    if response is None:
        return "No answer."
    sign = "✓ Right" if response.right else "✗ Not right"
    sure = next((name for name, level in SURE.items() if level == response.confidence), None)
    asides = f' <span class="k">(you said: {escaped(sure.lower())})</span>' if sure else ""
    return f"{sign}. Your answer: {escaped(said(item, response.given, pack.places))}{asides}"
