"""The JSON forms the command line prints: plain dicts, in the order the contract gives them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from explainer.facts import Attribution, Evidence, Fact, Quote
from explainer.findings import Finding
from explainer.language.reading import Reading, Sentence
from explainer.mention import AnyMention, PlaceCandidate
from explainer.source import Source

if TYPE_CHECKING:  # what a command does not need is not loaded
    from explainer.geography import PlacesReport
    from explainer.quiz.compose import Quiz
    from explainer.quiz.item import Item
    from explainer.timeline import Timeline
    from explainer.verify import Verdict

Json = dict[str, Any]


@cache
def names(kind: Any) -> tuple[str, ...]:
    leading = ("type", "start", "end", "text", "value")
    rest = tuple(f.name for f in fields(kind) if f.name not in leading)
    return tuple(name for name in leading if hasattr(kind, name)) + rest


def mention(found: AnyMention) -> Json:
    """`{type, start, end, text, value, …}`; what is not known is left out."""
    out: Json = {}
    kind: Any = type(found)
    for name in names(kind):
        given = getattr(found, name)
        if name == "candidates":
            if given:
                out[name] = [candidate(c) for c in given]
        elif given is not None and given is not False and given != "":
            out[name] = whole(given)
    return out


def candidate(place: PlaceCandidate) -> Json:
    given = [(name, getattr(place, name)) for name in _CANDIDATE]
    return {name: value for name, value in given if value is not None}


_CANDIDATE = tuple(field.name for field in fields(PlaceCandidate))


def whole(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def attribution(who: Attribution) -> Json:
    return {"kind": who.kind, "speaker": who.speaker, "stance": who.stance}


def sentence(found: Sentence) -> Json:
    return {
        "start": found.start,
        "end": found.end,
        "attribution": attribution(found.attribution),
    }


def evidence(found: Evidence) -> Json:
    if isinstance(found, Quote):
        return {"start": found.start, "end": found.end, "quote": found.quote}
    return found.model_dump(mode="json", exclude_none=True)


def finding(found: Finding) -> Json:
    return found.model_dump(exclude_none=True)


def fact(found: Fact, known: dict[int, Json] | None = None) -> Json:
    """`known`: mentions already put in this form, by identity, which facts of a text share."""
    known = {} if known is None else known
    return {
        "id": found.id,
        "kind": found.kind,
        "statement": found.statement,
        "origin": found.origin,
        "evidence": [evidence(e) for e in found.evidence],
        "attribution": attribution(found.attribution),
        "mentions": [known.get(id(m)) or mention(m) for m in found.mentions],
        "parts": [
            {"name": p.name, "start": p.start, "end": p.end, "text": p.text, "value": p.value}
            for p in found.parts
        ],
    }


def source(given: Source) -> Json:
    return {
        "title": given.title,
        "publisher": given.publisher,
        "published": given.published.isoformat() if given.published else None,
        "language": given.language,
        "characters": len(given.text),
    }


def facts(reading: Reading, found: tuple[Fact, ...]) -> Json:
    known = {id(m): mention(m) for m in reading.all_mentions}
    return {
        "source": source(reading.source),
        "sentences": [sentence(s) for s in reading.sentences],
        "mentions": list(known.values()),
        "facts": [fact(f, known) for f in found],
    }


def timeline(found: Timeline) -> Json:
    """`{events: [{id, title, date, end, precision, resolved, fact_ids, …}], undated}`; `date` and
    `end` are the first and last day meant."""
    return {
        "events": [
            {
                "id": e.id,
                "title": e.title,
                "date": e.begin.isoformat(),
                "end": e.end.isoformat(),
                "precision": e.precision,
                "when": e.when,
                "resolved": e.how_resolved,
                "certainty": e.certainty,
                "fact_ids": list(e.fact_ids),
                "attribution": attribution(e.attribution),
                "evidence": [evidence(q) for q in e.evidence],
            }
            for e in found.events
        ],
        "undated": [
            {
                "id": u.id,
                "title": u.title,
                "fact_ids": list(u.fact_ids),
                "attribution": attribution(u.attribution),
                "evidence": [evidence(q) for q in u.evidence],
            }
            for u in found.undated
        ],
    }


def places(found: PlacesReport) -> Json:
    """`{places: [{name, kind, lat, lon, …}], unplaced: [{name, why, candidates, …}]}`."""
    return {
        "places": [
            {
                "id": p.id,
                "name": p.name,
                "kind": p.kind,
                "country": p.country,
                "lat": p.lat,
                "lon": p.lon,
                "mentions": p.mentions,
                "fact_ids": list(p.fact_ids),
                "evidence": [evidence(q) for q in p.evidence],
            }
            for p in found.placed
        ],
        "unplaced": [
            {
                "name": u.name,
                "why": u.why,
                "candidates": [candidate(c) for c in u.candidates],
                "mentions": u.mentions,
                "fact_ids": list(u.fact_ids),
                "evidence": [evidence(q) for q in u.evidence],
            }
            for u in found.unplaced
        ],
    }


def item(given: Item) -> Json:
    """An item in full; fields that say nothing are left out."""
    return given.model_dump(mode="json", exclude_defaults=True) | {
        "options": [o.model_dump() for o in given.options],
        "fact_ids": list(given.fact_ids),
        "evidence": [evidence(q) for q in given.evidence],
    }


def quiz(made: Quiz) -> Json:
    """`{items, rejected: [{item, findings}], note}`."""
    return {
        "items": [item(i) for i in made.items],
        "rejected": [
            {"item": item(r.item), "findings": [finding(f) for f in r.findings]}
            for r in made.rejected
        ],
        "note": made.note,
    }


def verdict(given: Verdict) -> Json:
    """`{claim, verdict, evidence, findings}`."""
    return {
        "claim": given.claim,
        "verdict": given.verdict,
        "evidence": [evidence(q) for q in given.evidence],
        "findings": [finding(f) for f in given.findings],
    }


def read_item(given: object, place: str) -> Item | Json:
    """The item, or a reject verdict that says what is wrong with its form. `place` names it
    where it has no id. A number is no text and true is no number; what other authors add to the
    contract's fields is passed over."""
    from explainer.quiz.item import Item

    try:
        return Item.model_validate_json(json.dumps(_known_fields(given)), strict=True)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "item"
        wrong = Finding(code="form", severity="error", message=f"{where}: {first['msg']}.")
        name = given.get("id") if isinstance(given, dict) else None
        return {"id": str(name or place), "verdict": "reject", "findings": [finding(wrong)]}


def _known_fields(given: object) -> object:
    from explainer.quiz.item import Item, Option

    if not isinstance(given, dict):
        return given
    kept = {name: value for name, value in given.items() if name in Item.model_fields}
    if isinstance(options := kept.get("options"), list):
        kept["options"] = [
            {n: v for n, v in o.items() if n in Option.model_fields} if isinstance(o, dict) else o
            for o in options
        ]
    return kept


def checked(item: Item, findings: Sequence[Finding]) -> Json:
    """`{id, verdict, findings}`: an error rejects, a warning does not."""
    rejected = any(f.severity == "error" for f in findings)
    return {
        "id": item.id,
        "verdict": "reject" if rejected else "accept",
        "findings": [finding(f) for f in findings],
    }
