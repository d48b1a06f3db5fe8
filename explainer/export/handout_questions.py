"""Questions on paper: with lines and boxes for students, with key and evidence for the teacher."""

from __future__ import annotations

from html import escape

from explainer.facts import Quote
from explainer.pack import Pack
from explainer.quiz.item import TEXT_KINDS, Item

_HOW = {
    "multiple_answer": "Mark every right answer.",
    "order": "Number them in order, the earliest first.",
    "match": "Write the letter of the partner.",
}


def questions(pack: Pack, teacher: bool) -> str:
    """All items of the pack that can be answered on paper, numbered."""
    asked = [item for item in pack.items if item.kind in TEXT_KINDS]
    rows = [question(item, f"{n}. ", pack, teacher) for n, item in enumerate(asked, 1)]
    left_out = len(pack.items) - len(asked)
    if left_out:
        rows.append(f'<p class="small">{left_out} more are asked on a map, on the screen.</p>')
    return "\n".join(rows)


def question(item: Item, number: str, pack: Pack, teacher: bool) -> str:
    how = _HOW.get(item.kind, "")
    return (
        f'<div class="question"><p><b>{number}{escape(item.stem)}</b>'
        + (f' <span class="small">{how}</span>' if how else "")
        + f"</p>{_answers(item, teacher)}{_grounds(item, pack) if teacher else ''}</div>"
    )


def _answers(item: Item, teacher: bool) -> str:
    if item.kind == "number_entry":
        given = escape(item.key[0]) if teacher else ""
        return f'<p>Answer: <span class="blank">{given}</span> {escape(item.unit or "")}</p>'
    if item.kind == "match":
        return _pairs(item, teacher)
    rows = "".join(_option(item, n, teacher) for n in range(len(item.options)))
    return f'<ol class="options">{rows}</ol>'


def _option(item: Item, n: int, teacher: bool) -> str:
    option = item.options[n]
    right = teacher and option.id in item.key
    mark = ""
    if right:
        mark = str(item.key.index(option.id) + 1) if item.kind == "order" else "✓"
    why = f'<br><span class="small">{escape(option.rationale)}</span>' if teacher else ""
    kind = ' class="right"' if right and item.kind != "order" else ""
    return f'<li{kind}><span class="box">{mark}</span><span>{escape(option.text)}{why}</span></li>'


def _pairs(item: Item, teacher: bool) -> str:
    letters = {option.id: chr(ord("A") + n) for n, option in enumerate(item.options)}
    rows = "".join(
        f'<li><span class="box">{letters.get(key, "") if teacher else ""}</span>'
        f"<span>{escape(target)}</span></li>"
        for target, key in zip(item.targets, item.key, strict=False)
    )
    offered = "".join(
        f"<li>{letters[option.id]}. {escape(option.text)}</li>" for option in item.options
    )
    return f'<div class="pairs"><ol class="options">{rows}</ol><ul>{offered}</ul></div>'


def _grounds(item: Item, pack: Pack) -> str:
    told = [f"{where(quote, pack)}: “{quote.quote}”" for quote in item.evidence]
    for id in item.fact_ids:
        fact = pack.fact(id)
        if fact is not None and not item.evidence:
            told += [citation.title for citation in fact.citations]
    listed = "; ".join(dict.fromkeys(told))
    return f'<p class="small">Rests on {escape(listed)}</p>' if listed else ""


def where(quote: Quote, pack: Pack) -> str:
    """Where in the article a quote stands: "paragraph 4", or "the top of the page"."""
    at = pack.source.paragraph_at(quote.start)
    return "the top of the page" if at is None else f"paragraph {at + 1}"
