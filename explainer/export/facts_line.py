"""The facts of a text as one line of JSON, for many texts: each mention is written once, however
many facts share it."""

from __future__ import annotations

import json
from functools import lru_cache
from json.encoder import encode_basestring as _string
from typing import Any

from explainer.export import contract
from explainer.facts import Attribution, Fact, Part, Quote
from explainer.language.reading import Reading, Sentence
from explainer.mention import AnyMention, PlaceCandidate


def facts_line(reading: Reading, found: tuple[Fact, ...]) -> str:
    """`contract.facts` as `json.dumps(…, ensure_ascii=False)` writes it, to the character."""
    said: dict[int, str] = {}
    written = {id(m): _mention(m) for m in reading.all_mentions}
    source = json.dumps(contract.source(reading.source), ensure_ascii=False)
    sentences = ", ".join(_sentence(s, said) for s in reading.sentences)
    facts = ", ".join(_fact(f, written, said) for f in found)
    return (
        f'{{"source": {source}, "sentences": [{sentences}], '
        f'"mentions": [{", ".join(written.values())}], "facts": [{facts}]}}'
    )


def _mention(found: AnyMention) -> str:
    told = []
    shape: Any = type(found)
    for name in contract.names(shape):
        given = getattr(found, name)
        kind = type(given)
        if kind is str:
            if given:
                told.append(f'"{name}": {_string(given)}')
        elif kind is int:
            told.append(f'"{name}": {given}')
        elif kind is float:
            told.append(f'"{name}": {contract.whole(given)!r}')
        elif given:
            told.append(f'"{name}": {"true" if given is True else _candidates(given)}')
    return f"{{{', '.join(told)}}}"


def _candidates(places: tuple[PlaceCandidate, ...]) -> str:
    return f"[{', '.join(map(_candidate, places))}]"


@lru_cache(maxsize=4096)
def _candidate(place: PlaceCandidate) -> str:
    return json.dumps(contract.candidate(place), ensure_ascii=False)


def _attribution(who: Attribution, said: dict[int, str]) -> str:
    """Shared by most sentences and facts, so kept by identity: cheaper than by its words."""
    if id(who) not in said:
        said[id(who)] = json.dumps(contract.attribution(who), ensure_ascii=False)
    return said[id(who)]


def _sentence(found: Sentence, said: dict[int, str]) -> str:
    who = _attribution(found.attribution, said)
    return f'{{"start": {found.start}, "end": {found.end}, "attribution": {who}}}'


def _fact(found: Fact, written: dict[int, str], said: dict[int, str]) -> str:
    evidence = ", ".join([_quote(e) for e in found.evidence if isinstance(e, Quote)])
    mentions = ", ".join([written.get(id(m)) or _mention(m) for m in found.mentions])
    return (
        f'{{"id": {_string(found.id)}, "kind": "{found.kind}", '
        f'"statement": {_string(found.statement)}, "origin": "{found.origin}", '
        f'"evidence": [{evidence}], "attribution": {_attribution(found.attribution, said)}, '
        f'"mentions": [{mentions}], "parts": [{", ".join(map(_part, found.parts))}]}}'
    )


def _quote(quote: Quote) -> str:
    return f'{{"start": {quote.start}, "end": {quote.end}, "quote": {_string(quote.quote)}}}'


def _part(part: Part) -> str:
    return (
        f'{{"name": {_string(part.name)}, "start": {part.start}, "end": {part.end}, '
        f'"text": {_string(part.text)}, "value": {_string(part.value)}}}'
    )
