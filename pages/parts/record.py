"""The record of an attempt on paper: one HTML file that needs nothing else."""

from __future__ import annotations

from explainer.pack import Pack
from explainer.quiz.attempt import Attempt
from pages.parts.words import escaped

_STYLE = """body{font:12pt/1.45 Georgia,serif;max-width:40rem;margin:2rem auto;padding:0 1rem}
li{margin:0 0 1rem;break-inside:avoid}blockquote{margin:.3rem 0;padding-left:.8rem;
border-left:3px solid #0b6b4f}.k{color:#555}"""


def record(attempt: Attempt, pack: Pack) -> str:
    """Every question with what was given, what is right, and the words that prove it."""
    right = sum(response.right for response in attempt.responses)
    rows = []
    for item in attempt.items:
        response = attempt.response(item.id)
        texts = {option.id: option.text for option in item.options}
        given = "; ".join(texts.get(id, id) for id in response.given) if response else "no answer"
        key = "; ".join(texts.get(id, id) for id in item.key)
        sign = "✓ Right" if response and response.right else "✗ Not right"
        proof = "".join(f"<blockquote>{escaped(q.quote)}</blockquote>" for q in item.evidence)
        rows.append(
            f"<li><b>{escaped(item.stem)}</b><br>Given: {escaped(given)} ({sign})<br>"
            f"Right: {escaped(key)}{proof}</li>"
        )
    who = f"{escaped(attempt.nickname)}, " if attempt.nickname else ""
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Quiz record</title>'
        f"<style>{_STYLE}</style><h1>{escaped(pack.title)}</h1>"
        f'<p class="k">{who}code {escaped(attempt.code)}, begun {attempt.started:%Y-%m-%d %H:%M} '
        f"UTC, quiz version {escaped(attempt.version)}</p>"
        f"<h2>{right} of {len(attempt.items)} right</h2><ol>{''.join(rows)}</ol></html>"
    )
