"""Rules for the kinds of item that have a form of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from explainer.facts import Quote
from explainer.findings import Finding
from explainer.mention import PlaceMention, TimeMention
from explainer.quiz import check_words as words
from explainer.quiz.check_finding import Rule, error
from explainer.quiz.check_ground import Ground
from explainer.quiz.check_options import _same_person
from explainer.quiz.check_support import coverage, gaps, negation_differs
from explainer.quiz.check_truth import right, wrong

_QUOTED = re.compile(r'[“"«](.+)[”"»]', re.S)


def who_said(ground: Ground) -> Iterator[Finding]:
    """The quoted words stand in the evidence, and the key, only the key, says them."""
    item = ground.item
    if item.kind != "who_said":
        return
    quoted = _QUOTED.search(item.stem)
    if quoted:
        mine = words.spoken(quoted[1]).replace('"', "").strip(" .…,")
        if mine not in words.spoken(ground.evidence.text).replace('"', ""):
            yield error("quote-not-verbatim", "The quoted words are not those of the evidence.")
        outside = item.stem[: quoted.start()] + item.stem[quoted.end() :]
        if any(words.is_negation(t) for t in words.read(outside).tokens):
            yield error("bare-negative", "The question around the quotation denies.")
    elif lacks := [g for g in gaps(words.read(item.stem), ground) if g.kind != "word"]:
        yield error("stem-value", f"The evidence has no '{lacks[0].text}'.")
    speakers = _speakers(ground)
    if not speakers:
        yield error("key-unproven", "The source names no speaker for these words.")
        return
    for option in right(ground):
        if not any(_is_speaker(option.text, s, ground) for s in speakers):
            yield error("key-unproven", f"These words are not said by {option.text}.")
    for option in wrong(ground):
        if any(_is_speaker(option.text, s, ground) for s in speakers):
            yield error("distractor-may-be-true", f"{option.text} says these words too.")


def _speakers(ground: Ground) -> list[str]:
    found = {a.speaker for a in ground.attributions if a.speaker}
    if not found:
        found = {s.speaker for s in ground.speech if s.speaker}
    return sorted(found)


def _is_speaker(text: str, speaker: str, ground: Ground) -> bool:
    if words.fold(text) == words.fold(speaker) or _same_person(text, speaker, ground):
        return True
    bare = re.sub(r"^(?:a|an|the)\s+", "", text.strip(), flags=re.I)
    return words.fold(bare) == words.fold(re.sub(r"^(?:a|an|the)\s+", "", speaker, flags=re.I))


def order(ground: Ground) -> Iterator[Finding]:
    """The events' own dates put them in the order of the key."""
    item = ground.item
    if item.kind != "order":
        return
    begins: dict[str, tuple[str, str]] = {}
    for option in item.options:
        quote = _best(option.text, ground)
        times = quote and _dates(quote, ground)
        if not quote or not times:
            yield error("order-undated", f"The evidence gives no date for '{option.text}'.")
            return
        said = words.read(option.text)
        own = Ground(item.model_copy(update={"evidence": (quote,), "fact_ids": ()}), ground.index)
        if lacks := [g for g in gaps(said, own) if g.kind != "word"]:
            yield error("option-unproven", f"The evidence has no '{lacks[0].text}'.")
        if negation_differs(said, own):
            yield error("negation", f"The evidence does not say that '{option.text}'.")
        begins[option.id] = times
    listed = [begins[k] for k in item.key if k in begins]
    for before, after in pairwise(listed):
        if not before[1] < after[0]:
            yield error("order-wrong", "By their dates the events do not stand in this order.")
            return


def _best(text: str, ground: Ground) -> Quote | None:
    said = words.read(text)
    scored = [(coverage(said, words.read(q.quote)), -q.start, q) for q in ground.item.evidence]
    best = max(scored, default=None, key=lambda s: s[:2])
    return best[2] if best and best[0] >= 0.5 else None


def _dates(quote: Quote, ground: Ground) -> tuple[str, str] | None:
    """First and last day of the one dated time in a quote."""
    found = [
        (m.begin, m.end_day or m.begin)
        for m in ground.index.reading.mentions_in(quote.start, quote.end)
        if isinstance(m, TimeMention) and m.begin
    ]
    return (found[0][0], found[0][1]) if len(set(found)) == 1 else None


def match(ground: Ground) -> Iterator[Finding]:
    """Each target and its option stand together in one quote; no other pair does."""
    item = ground.item
    if item.kind != "match":
        return
    texts = {o.id: o.text for o in item.options}
    if len(item.targets) != len(item.key) or len(set(item.key)) != len(item.key):
        yield error("match-incomplete", "Each target needs one option of its own.")
        return
    for target, key in zip(item.targets, item.key, strict=True):
        for option in item.options:
            together = _together(target, texts.get(option.id, ""), ground)
            if option.id == key and not together:
                yield error("key-unproven", f"No quote joins '{target}' and '{option.text}'.")
            elif option.id != key and together:
                yield error("distractor-may-be-true", f"'{option.text}' fits '{target}' too.")


def _together(target: str, option: str, ground: Ground) -> bool:
    for quote in ground.item.evidence:
        own = Ground(
            ground.item.model_copy(update={"evidence": (quote,), "fact_ids": ()}), ground.index
        )
        if all(_says(own, text) for text in (target, option)):
            return True
    return False


def _says(own: Ground, text: str) -> bool:
    said = words.read(text)
    missing = gaps(said, own)
    if negation_differs(said, own):
        return False
    return not [g for g in missing if g.kind != "word"] and len(missing) <= 0.2 * max(
        1, len(words.content(said))
    )


def gap(ground: Ground) -> Iterator[Finding]:
    """With the key in it the sentence is the source's; with any other option it is not."""
    item = ground.item
    if item.kind != "gap":
        return
    sentence = _QUOTED.search(item.stem)
    holed = sentence[1] if sentence and "__" in sentence[1] else item.stem
    if not re.search(r"_{2,}", holed):
        yield error("gap-missing", "There is no gap to fill.")
        return
    for option in item.options:
        fits = _fits(holed, option.text, ground)
        if option.id in item.key and not fits:
            yield error("key-unproven", f"'{option.text}' does not stand in this gap.")
        elif option.id not in item.key and fits:
            yield error("distractor-may-be-true", f"'{option.text}' fits the gap too.")


def _fits(holed: str, answer: str, ground: Ground) -> bool:
    body = re.sub(r"_{2,}", f" {answer} ", holed)
    mine = [_plain(t) for t in words.read(_after_attribution(body, holed)).tokens]
    theirs = [_plain(t) for t in words.read(words.spoken(ground.evidence.text)).tokens]
    if not mine:
        return False
    width = len(mine)
    return any(theirs[i : i + width] == mine for i in range(len(theirs) - width + 1))


def _after_attribution(body: str, holed: str) -> str:
    """The sentence without the frame the item puts before it."""
    cut = re.match(r"\s*(?:According to [^,:]+[,:]|(?:Complete|Fill)[^:]*:)\s*", body)
    return body[cut.end() :] if cut and "__" not in holed[: cut.end()] else body


def _plain(token: words.Token) -> str:
    return f"{token.atom}" if token.atom else words.fold(token.text)


def find_evidence(ground: Ground) -> Iterator[Finding]:
    """The key is the quoted sentence and supports the stem; the others are of the source and
    do not."""
    item = ground.item
    if item.kind != "find_evidence":
        return
    text = words.spoken(ground.source.text)
    stem = words.read(item.stem)
    for option in item.options:
        plain = words.spoken(option.text).strip('" ')
        if plain.rstrip(".") not in text:
            yield error("option-not-verbatim", f"The source has no sentence '{option.text[:40]}…'.")
            continue
        share = coverage(stem, words.read(option.text))
        if option.id in item.key:
            if plain not in words.spoken(ground.evidence.text) or share < 0.6:
                yield error("key-unproven", "The key is not the sentence that proves the stem.")
        elif share >= 0.6:
            yield error("distractor-may-be-true", f"'{option.text[:40]}…' may prove it too.")


_STANCES = (
    ("opinion", re.compile(r"\bopinion|view|judg", re.I)),
    ("estimate", re.compile(r"\bestimat", re.I)),
    ("claim", re.compile(r"\bclaim|report|say-so|says so", re.I)),
    ("statement", re.compile(r"\bfact|states?|statement|own (?:words|voice)", re.I)),
)


def fact_or_claim(ground: Ground) -> Iterator[Finding]:
    item = ground.item
    if item.kind != "fact_or_claim":
        return
    quoted = _QUOTED.search(item.stem)
    mine = words.spoken(quoted[1] if quoted else item.stem).replace('"', "").strip(" .…")
    if not quoted or mine not in words.spoken(ground.evidence.text).replace('"', ""):
        yield error("quote-not-verbatim", "The words asked about are not those of the evidence.")
    stances = {a.stance for a in ground.attributions}
    if len(stances) != 1:
        yield error("key-unproven", "The evidence is not of one kind.")
        return
    stance = next(iter(stances))
    for option in item.options:
        means = next((name for name, pattern in _STANCES if pattern.search(option.text)), None)
        if (means == stance) != (option.id in item.key):
            yield error("key-unproven", f"'{option.text}' is keyed wrongly: it is a {stance}.")
        for who in ground.attributions:
            if option.id in item.key and who.kind == "named" and who.speaker:
                named = [t for t in words.read(option.text).tokens if t.capital][1:]
                if named and not any(
                    words.same_name(t.text, p) for t in named for p in who.speaker.split()
                ):
                    yield error("key-unproven", f"It is said by {who.speaker}.")


def place_on_map(ground: Ground) -> Iterator[Finding]:
    """The key is where the place named in the stem lies; the others are well away from it."""
    item = ground.item
    if item.kind != "place_on_map":
        return
    stem = {words.fold(w) for w in re.findall(r"[^\W_]+", item.stem)}
    spots = [
        (m.lat, m.lon)
        for m in ground.mentions
        if isinstance(m, PlaceMention) and m.lat is not None and m.lon is not None
        and any(
            all(words.fold(p) in stem for p in re.findall(r"[^\W_]+", name))
            for name in (m.text, m.value)
        )
    ]  # fmt: skip
    if not spots:
        yield error("key-unproven", "The evidence holds no place with known coordinates.")
        return
    for option in item.options:
        here = _coordinates(option.text)
        if here is None:
            yield error("option-type", f"'{option.text}' is no pair of coordinates.")
            continue
        away = min(max(abs(here[0] - lat), abs(here[1] - lon)) for lat, lon in spots)
        if option.id in item.key and away > 0.05:
            yield error("key-unproven", "The place does not lie there.")
        elif option.id not in item.key and away < 0.25:
            yield error("distractor-may-be-true", "Two spots lie too near each other.")


def _coordinates(text: str) -> tuple[float, float] | None:
    match = re.fullmatch(r"\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*", text)
    return (float(match[1]), float(match[2])) if match else None


def on_timeline(ground: Ground) -> Iterator[Finding]:
    """The key's period holds the date of the evidence, and no other option's does."""
    item = ground.item
    if item.kind != "on_timeline":
        return
    dated = [d for q in item.evidence if (d := _dates(q, ground))]
    if len(set(dated)) != 1:
        yield error("key-unproven", "The evidence gives no single date.")
        return
    for option in item.options:
        period = _period(option.text)
        if period is None:
            yield error("option-type", f"'{option.text}' is no period of years.")
            continue
        inside = period[0] <= int(dated[0][0][:4]) and int(dated[0][1][:4]) <= period[1]
        outside = int(dated[0][1][:4]) < period[0] or period[1] < int(dated[0][0][:4])
        if option.id in item.key and not inside:
            yield error("key-unproven", f"The event does not lie in '{option.text}'.")
        elif option.id not in item.key and not outside:
            yield error("distractor-may-be-true", f"The event may lie in '{option.text}'.")


def _period(text: str) -> tuple[int, int] | None:
    years = [int(y) for y in re.findall(r"\b\d{4}\b", text)]
    if decade := re.search(r"\b(\d{3}0)s\b", text):
        return int(decade[1]), int(decade[1]) + 9
    if re.match(r"\s*before\b", text, re.I) and len(years) == 1:
        return -9999, years[0] - 1
    if re.match(r"\s*after\b", text, re.I) and len(years) == 1:
        return years[0] + 1, 9999
    if len(years) == 2:
        return years[0], years[1]
    return (years[0], years[0]) if len(years) == 1 else None


RULES: tuple[Rule, ...] = (
    who_said,
    order,
    match,
    gap,
    find_evidence,
    fact_or_claim,
    place_on_map,
    on_timeline,
)
