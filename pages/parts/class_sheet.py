"""The results of a class on paper, for the teacher: one HTML file that needs nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from explainer.class_results import by_item, by_student, facts_missed
from explainer.classroom import Class
from explainer.pack import Pack
from explainer.quiz.attempt import Attempt
from pages.parts.spots import said
from pages.parts.words import escaped

_STYLE = """body{font:11pt/1.4 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.2rem .6rem .2rem 0;
border-bottom:1px solid #bbb;vertical-align:top}tr,li{break-inside:avoid}.k{color:#555}"""


def class_sheet(here: Class, attempts: Sequence[Attempt], lesson: Pack | None) -> str:
    """Students, then questions with their keys, then the facts that were missed."""
    students = "".join(
        f"<tr><td>{escaped(s.nickname)}</td><td>{s.answered} of {s.asked}</td><td>{s.right}</td>"
        f"<td>{'finished' if s.finished else 'not finished'}</td></tr>"
        for s in by_student(attempts)
    )
    places = lesson.places if lesson else ()
    items = "".join(
        f"<tr><td>{escaped(r.item.stem)}<br><span class=k>Key: "
        f"{escaped(said(r.item, r.item.key, places))}</span></td>"
        f"<td>{r.right}</td><td>{r.wrong}</td>"
        f"<td>{escaped(said(r.item, r.mistaken, places))}</td></tr>"
        for r in by_item(attempts)
    )
    facts = "".join(
        f"<li>{escaped(fact.statement)} <span class=k>({each.students})</span></li>"
        for each in facts_missed(attempts)
        if lesson and (fact := lesson.fact(each.fact_id)) is not None
    )
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{escaped(here.name)}</title>'
        f"<style>{_STYLE}</style><h1>{escaped(here.name)}</h1>"
        f'<p class="k">{escaped(lesson.title if lesson else "")}, code {here.code}, begun '
        f"{here.made:%d %B %Y}. For the teacher: it holds the key.</p>"
        f"<h2>Students</h2><table><tr><th>Nickname<th>Answered<th>Right<th></tr>{students}</table>"
        "<h2>Questions</h2><table><tr><th>Question<th>Right<th>Wrong<th>Most often instead</tr>"
        f"{items}</table>" + (f"<h2>Facts missed</h2><ul>{facts}</ul>" if facts else "") + "</html>"
    )
