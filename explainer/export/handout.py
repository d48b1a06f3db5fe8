"""A handout on paper: one HTML file that needs nothing else, for students or for the teacher.

Every text is escaped: the file shows an article letter for letter and runs nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from explainer.export.handout_map import schematic_map
from explainer.export.handout_questions import question, questions, where
from explainer.facts import Quote
from explainer.lesson import Step
from explainer.lesson_cards import Claim, Comparison
from explainer.pack import Pack
from explainer.timeline import Event, day_in_words

_STYLE = Path(__file__).parents[1] / "data" / "handout.css"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def handout(pack: Pack, *, teacher: bool = False) -> str:
    """The handout as an HTML document. The teacher's holds the key, the evidence and the notes;
    nothing of these is in the students'."""
    kind = "Teacher's copy" if teacher else "Handout"
    body = "\n".join(part for part in _parts(pack, teacher) if part)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(pack.title)}: {kind}</title>\n"
        f"<style>\n{_STYLE.read_text('utf-8')}</style>\n</head>\n<body>\n<main>\n"
        f"{body}\n</main>\n</body>\n</html>\n"
    )


def _parts(pack: Pack, teacher: bool) -> Iterator[str]:
    yield _head(pack, teacher)
    if teacher:
        yield _plan(pack)
    yield _article(pack)
    for number, step in enumerate(pack.lesson.steps, 1):
        yield _step(number, step, pack, teacher)
    yield _section("Timeline", "timeline", _timeline(pack, teacher))
    drawn = schematic_map(pack.places, pack.geometry)
    note = pack.geometry.note if pack.geometry else None
    yield _section("Map", "whole", f"{drawn}{_p(note or '', 'small')}" if drawn else "")
    if teacher:
        yield _section("How do we know?", "", "".join(_claim(c, pack) for c in pack.claims))
        yield _section("Numbers compared", "", "".join(map(_numbers, pack.comparisons)))
    else:
        yield _section("Words to know", "", _words(pack))
    yield _section("Questions", "", questions(pack, teacher))
    if teacher:
        yield _section("References", "small", _references(pack))


def _section(title: str, kind: str, body: str) -> str:
    return f'<section class="{kind}">\n<h2>{title}</h2>\n{body}\n</section>' if body else ""


def _p(text: str, kind: str = "") -> str:
    return f'<p class="{kind}">{escape(text)}</p>' if text else ""


def _head(pack: Pack, teacher: bool) -> str:
    source = pack.source
    day = day_in_words(source.published) if source.published else ""
    told = ", ".join(filter(None, (source.title, source.publisher, day)))
    name = "" if teacher else '<p class="name">Name <span></span> Date <span></span></p>'
    copy = '<p class="copy">Teacher\'s copy. It holds the key.</p>' if teacher else ""
    return (
        f"<header>{copy}{name}<h1>{escape(pack.title)}</h1>{_p(pack.description, 'lead')}"
        f"{_p(f'The article: {told}.' if told else '', 'small')}</header>"
    )


def _plan(pack: Pack) -> str:
    steps = pack.lesson.steps
    rows = "".join(
        f"<tr><td>{n}</td><td>{escape(s.title)}</td><td>{escape(s.teacher.aim)}</td>"
        f"<td>{s.teacher.minutes}</td></tr>"
        for n, s in enumerate(steps, 1)
    )
    goals = "".join(f"<li>{escape(goal.text)}</li>" for goal in pack.lesson.objectives)
    table = (
        "<table><thead><tr><th></th><th>Step</th><th>Aim</th><th>Minutes</th></tr></thead>"
        f"<tbody>{rows}</tbody></table>"
    )
    return _section("Plan", "", f"{_p('Students can, in the end:')}<ul>{goals}</ul>{table}")


def _article(pack: Pack) -> str:
    """The article as it was published, its paragraphs numbered as the evidence counts them."""
    source = pack.source
    number, rows = 0, []
    for block in source.blocks:
        text = escape(source.text[block.start : block.end])
        if block in source.prose:
            number += 1
            rows.append(f'<p class="numbered"><span class="number">{number}</span>{text}</p>')
        elif block.kind == "heading":
            rows.append(f"<h3>{text}</h3>")
    return _section("The article", "article", "\n".join(rows))


def _step(number: int, step: Step, pack: Pack, teacher: bool) -> str:
    rows = [_p(step.idea, "lead"), _p(step.note or "", "small")]
    for passage in step.passages:
        rows.append(_p(passage.full))
        if teacher:
            rows.append(_p(_rests(pack, passage.evidence, passage.reference_ids), "small"))
    if teacher:
        rows.append(_notes(step))
    if step.question is not None:
        rows.append(question(step.question.item(), "", pack, teacher))
    if not teacher:
        rows += [f'{_p(each)}<div class="lines"></div>' for each in _talk(step)]
    return (
        f'<section class="step">\n<h2>{number}. {escape(step.title)}</h2>\n'
        + "\n".join(filter(None, rows))
        + "\n</section>"
    )


def _talk(step: Step) -> tuple[str, ...]:
    """On the students' paper, one question to think about where they discuss."""
    return step.teacher.discussion[:2] if step.kind == "discuss" else ()


def _rests(pack: Pack, evidence: tuple[Quote, ...], ids: tuple[str, ...]) -> str:
    told = [where(quote, pack) for quote in evidence]
    told += [f"[{id}]" for id in ids]
    return f"Rests on: {'; '.join(dict.fromkeys(told))}." if told else ""


def _notes(step: Step) -> str:
    notes = step.teacher
    say = "".join(f"<li>{escape(each)}</li>" for each in notes.say)
    wrong = "".join(
        f"<dt>{escape(each.wrong)}</dt><dd>{escape(each.answer)}</dd>"
        for each in notes.misunderstandings
    )
    talk = "".join(f"<li>{escape(each)}</li>" for each in notes.discussion)
    return (
        f'<aside class="notes"><p><b>Aim.</b> {escape(notes.aim)} <b>{notes.minutes} minutes.</b>'
        f"</p><p><b>Say</b></p><ul>{say}</ul>"
        + (f"<p><b>Students may think</b></p><dl>{wrong}</dl>" if wrong else "")
        + (f"<p><b>Talk about</b></p><ul>{talk}</ul>" if talk else "")
        + "</aside>"
    )


def _timeline(pack: Pack, teacher: bool) -> str:
    """A table by period: the main events for students, all of them for the teacher."""
    events = pack.timeline.events
    chosen = [e for e in events if teacher or e.main or e.origin == "source"]
    if not any(e.main for e in events):
        chosen = list(events)
    rows = "".join(_event(event) for event in chosen)
    if not rows:
        return ""
    return (
        "<table><thead><tr><th>When</th><th>What</th><th>Told by</th></tr></thead>"
        f"<tbody>{rows}</tbody></table>"
    )


def _event(event: Event) -> str:
    who = {"source": "the article", "background": "background", "teacher": "your teacher"}
    sure = "" if event.certainty == "well attested" else f"; {event.certainty}"
    return (
        f"<tr><td>{escape(event.when)}</td><td>{escape(event.title)}</td>"
        f"<td>{who[event.origin]}{sure}</td></tr>"
    )


def _words(pack: Pack) -> str:
    asked = {id for step in pack.lesson.steps for id in step.term_ids}
    rows = "".join(
        f"<dt>{escape(term.term)}</dt><dd>{escape(term.plain)}</dd>"
        for term in pack.terms
        if term.id in asked
    )
    return f'<dl class="words">{rows}</dl>' if rows else ""


def _claim(claim: Claim, pack: Pack) -> str:
    return (
        f'<div class="card"><h3>{escape(claim.title)}</h3>'
        f"<p><b>The article.</b> {escape(claim.says)}</p>"
        f"<p><b>Others.</b> {escape(claim.reports)}</p>"
        f"<p><b>{escape(claim.assessment.capitalize())}.</b> {escape(claim.confidence)} "
        f"{escape(claim.lesson)}</p>"
        f"{_p(_rests(pack, claim.evidence, claim.reference_ids), 'small')}</div>"
    )


def _numbers(comparison: Comparison) -> str:
    rows = "".join(
        f"<tr><td>{escape(e.who)}{escape(f' ({e.group})') if e.group else ''}</td>"
        f"<td>{escape(e.words)}</td><td>{escape(' '.join(f'[{id}]' for id in e.reference_ids))}"
        "</td></tr>"
        for e in comparison.estimates
    )
    return (
        f'<div class="card"><h3>{escape(comparison.question)}</h3><table><tbody>{rows}</tbody>'
        f"</table>{_p(comparison.conclusion)}</div>"
    )


def _references(pack: Pack) -> str:
    rows = []
    for each in pack.references:
        day = each.published.isoformat() if each.published else None
        told = ", ".join(filter(None, (each.publisher, day)))
        details = f" ({told})" if told else ""
        rows.append(
            f"<li><b>[{escape(each.id)}]</b> {escape(each.title)}{escape(details)}. "
            f"{escape(each.address)}</li>"
        )
    return f'<ul class="plain">{"".join(rows)}</ul>' if rows else ""
