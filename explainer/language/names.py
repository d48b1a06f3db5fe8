"""People, organisations and places in a text, with their variants joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from explainer.gazetteer import Gazetteer
from explainer.language.demonyms import Demonym, demonyms_in
from explainer.language.names_kinds import Kinds
from explainer.language.names_known import Name
from explainer.language.names_same import same_name
from explainer.language.names_scan import runs
from explainer.language.names_settle import settle, take_in_lists
from explainer.language.names_words import NO_NAMES
from explainer.language.places import Places
from explainer.language.reading import Sentence
from explainer.mention import NameMention, PlaceMention
from explainer.source import Block, Source

__all__ = ["find_names", "same_name"]

_CAPITAL = re.compile(r"(?<![\w-])[^\W\d_a-z]\w+")
_FORCES = re.compile(r" (?:army|navy|air force|parliament|military|marines|coast guard)\b")


def find_names(
    source: Source,
    sentences: Sequence[Sentence],
    gazetteer: Gazetteer,
    peoples: Sequence[Demonym] | None = None,
) -> list[NameMention | PlaceMention]:
    """Names in the text's blocks but its credits and furniture, sorted, not overlapping.

    Headlines, where every word may have a capital, yield only names the rest of the text or the
    gazetteer knows. `sentences` is not needed by this reader but part of the readers' common form;
    `peoples` are its demonyms where they are known already.
    """
    del sentences
    body, headlines = _blocks(source)
    text = source.text
    kinds = Kinds(text, gazetteer)
    names = [name for run in runs(source, body) for name in kinds.names(run)]
    # Between small words a short run is a name in a headline too: "Sarah Lindqvist in Malmö".
    names += [
        name
        for run in runs(source, headlines)
        if len(run.tokens) in (2, 3)
        for name in kinds.names(run)
        if name.kind == "person" and name.words[0] in kinds.first
    ]
    peoples = demonyms_in(text, gazetteer) if peoples is None else peoples
    of_peoples = {
        (people.start, people.end) for people in peoples if " " in text[people.start : people.end]
    }
    names = [name for name in names if (name.start, name.end) not in of_peoples]
    names += _forces(source, body, peoples, names)
    names = [name for name in names if not _is_masthead(name, source)]
    names.sort(key=lambda n: (n.start, -n.end))
    take_in_lists(names, text, gazetteer)
    places = Places(gazetteer)
    for people in peoples:
        places.note_country(people.place)
    settled = settle(names, text, places)
    settled += _in_headlines(source, headlines, settled, gazetteer)
    settled.sort(key=lambda n: (n.start, -n.end))
    return list(_mentions(settled, text, places))


def _is_masthead(name: Name, source: Source) -> bool:
    """Whether the name is that of the paper the text appeared in, beside its date."""
    if name.kind != "organisation" or name.text not in (source.publisher or ""):
        return False
    return any(b.kind == "dateline" and b.start <= name.start < b.end for b in source.blocks)


def _blocks(source: Source) -> tuple[list[Block], list[Block]]:
    body: list[Block] = []
    headlines: list[Block] = []
    for block in source.blocks:
        if block.kind in ("credit", "furniture"):
            continue
        shouted = block.kind != "dateline" and block.end - block.start < 200
        (headlines if shouted and _all_capitals(source, block) else body).append(block)
    return body, headlines


def _all_capitals(source: Source, block: Block) -> bool:
    text = source.text[block.start : block.end]
    if text[-1] in '.!?"”’' and not text.isupper():
        return False
    words = re.findall(r"[^\W\d_]{2,}", text)
    return len(words) >= 3 and sum(x[0].isupper() for x in words) >= 0.65 * len(words)


def _forces(
    source: Source, blocks: list[Block], peoples: Sequence[Demonym], names: list[Name]
) -> Iterator[Name]:
    """ "Soviet army": a people's name before a small-letter word for its forces."""
    taken = {n.start for n in names}
    for people in peoples:
        force = _FORCES.match(source.text, people.end)
        if not force or people.start in taken:
            continue
        if any(block.start <= people.start and force.end() <= block.end for block in blocks):
            text = source.text[people.start : force.end()]
            yield Name(people.start, force.end(), text, tuple(text.split(" ")), "organisation")


def _in_headlines(
    source: Source, headlines: list[Block], names: list[Name], gazetteer: Gazetteer
) -> Iterator[Name]:
    """Names the body has, and well-known places, where all words are capitalised."""
    known = {n.text.casefold(): n for n in names}
    for block in headlines:
        words = list(_CAPITAL.finditer(source.text, block.start, block.end))
        at = 0
        while at < len(words):
            found, used = _headline_name(source.text, words, at, known, gazetteer)
            if found:
                yield found
            at += used


def _headline_name(
    text: str,
    words: list[re.Match[str]],
    at: int,
    known: dict[str, Name],
    gazetteer: Gazetteer,
) -> tuple[Name | None, int]:
    for size in range(min(5, len(words) - at), 0, -1):
        start, end = words[at].start(), words[at + size - 1].end()
        surface = text[start:end]
        same = known.get(surface.casefold())
        if same:
            return Name(start, end, same.text, same.words, same.kind, value=same.value), size
        if surface in NO_NAMES or "." in surface or surface.lower() in _SIDES:
            continue
        best = gazetteer.lookup(surface)[:1]
        if best and (best[0].kind not in ("city", "district") or best[0].population > 250_000):
            shown = surface if not surface.isupper() else surface.title()
            return Name(start, end, shown, tuple(shown.split()), "place", located="strictly"), size
    return None, 1


_SIDES = frozenset(["northern", "southern", "eastern", "western", "central", "upper", "lower"])
# Every town has one: without its town it is no place of that name.
_EVERYWHERE = frozenset(["Town Hall", "City Hall", "Village Hall", "County Hall", "High Street",
                         "Main Street", "Market Square", "Town Square"])  # fmt: skip


def _mentions(names: list[Name], text: str, places: Places) -> Iterator[NameMention | PlaceMention]:
    last = 0
    for name in names:
        if name.start < last:
            continue
        last = name.end
        if name.kind == "place" and name.text in _EVERYWHERE:
            continue
        if name.kind == "place":
            yield places.mention(name, text)
        elif name.kind == "person" or name.kind == "organisation":
            yield NameMention(
                type="person" if name.kind == "person" else "organisation",
                start=name.start, end=name.end, text=text[name.start : name.end],
                value=name.value or name.text, title=name.title,
            )  # fmt: skip
