"""Rules on items that fill a gap or find the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.findings import Finding, error, warning
from explainer.quiz.check import words
from explainer.quiz.check.claim import OF_GAPS, contradictions
from explainer.quiz.check.ground import Ground, Rule
from explainer.quiz.check.kin import stands_for, touches
from explainer.quiz.check.lexicon import SCALES
from explainer.quiz.check.near import is_verb
from explainer.quiz.check.support import gaps, touched
from explainer.quiz.check.tokens import Token
from explainer.quiz.check.words import QUOTED, Said
from explainer.verify.tables import GENERIC


def gap(ground: Ground) -> Iterator[Finding]:
    """With the key in it the sentence is the source's; with any other option it is not."""
    item = ground.item
    if item.kind != "gap":
        return
    sentence = QUOTED.search(item.stem)
    holed = sentence[1] if sentence and "__" in sentence[1] else item.stem
    if not re.search(r"_{2,}", holed):
        yield error("gap-missing", "There is no gap to fill.")
        return
    verbatim = any(_fits(holed, o.text, ground) for o in item.options)
    if not verbatim and _retold(holed, ground):
        yield from _gap_retold(holed, ground)
        return
    for option in item.options:
        fits = _fits(holed, option.text, ground)
        if option.id in item.key and not fits:
            yield error("key-unproven", f"'{option.text}' does not stand in this gap.")
        elif option.id not in item.key and fits:
            yield error("distractor-may-be-true", f"'{option.text}' fits the gap too.")


def _retold(holed: str, ground: Ground) -> bool:
    """Whether the evidence says what stands around the gap, in whatever words."""
    said = words.read(re.sub(r"_{2,}", " ", _after_attribution(holed, holed)))
    missing = gaps(said, ground, "freely")
    loose = [g for g in missing if g.kind == "word"]
    hard = [g for g in missing if g.kind != "word" and g.text not in SCALES]
    told = [t for t in words.content(said) if t.start not in {g.start for g in loose}]
    most = 0.75 if any(not t.capital for t in told) else 0.5
    return not hard and len(loose) <= most * len(words.content(said))


def _gap_retold(holed: str, ground: Ground) -> Iterator[Finding]:
    """With the key in it, and with no other option, it is what the evidence says."""
    scale = re.search(r"_{2,}\s+(\w+)", holed)
    unit = f" {scale[1]}" if scale and scale[1] in SCALES else ""
    for option in ground.item.options:
        text = option.text + unit
        lacks = gaps(
            words.read(text), ground, "alike" if option.id in ground.item.key else "strictly"
        )
        filled = re.sub(r"_{2,}", option.text, holed)
        if option.id not in ground.item.key and (
            _is_named(option.text, holed) or _only_in_names(option.text, ground)
        ):
            continue  # what the sentence names already does not fill its gap
        if option.id in ground.item.key:
            if lacks:
                yield error("key-unproven", f"The evidence has no '{lacks[0].text}' for the gap.")
            elif told := [
                f
                for f in contradictions(filled, ground, OF_GAPS)
                if "other way" not in f.message or _is_led_to(option.text, ground)
            ]:
                yield error("key-unproven", told[0].message)
        elif not lacks and not contradictions(filled, ground):
            yield error("distractor-may-be-true", f"'{option.text}' may fit the gap too.")


def _only_in_names(answer: str, ground: Ground) -> bool:
    """Whether a noun of an answer ("in court") is for the evidence but a part of a name ("Ellwick
    County Court")."""
    told = [t for t in ground.evidence.tokens if t.start]
    return any(
        bool(same := [o for o in told if o.form == t.form]) and all(o.capital for o in same)
        for t in words.read(answer).claims
        if not t.capital and not t.atom
    )


def _is_named(answer: str, holed: str) -> bool:
    told = words.read(holed)
    return all(t.form in told.forms for t in words.read(answer).substance)


def _is_led_to(answer: str, ground: Ground) -> bool:
    """Whether the evidence itself has "from" or "to" right before an answer."""
    way = rf"\b(?:from|to|into|towards?) (?:the )?{re.escape(answer)}"
    return bool(re.search(way, ground.evidence.text, re.I))


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


def _plain(token: Token) -> str:
    return f"{token.atom}" if token.atom else words.fold(token.text)


def find_evidence(ground: Ground) -> Iterator[Finding]:
    """The key is the quoted sentence and supports the stem; the others are of the source and
    do not."""
    item = ground.item
    if item.kind != "find_evidence":
        return
    quiet = False
    text = words.spoken(ground.source.text)
    stem = words.read(item.stem)
    shares: dict[str, float] = {}
    for option in item.options:
        plain = words.spoken(option.text).strip('" ')
        if plain.rstrip(".") not in text:
            yield error("option-not-verbatim", f"The source has no sentence '{option.text[:40]}…'.")
            continue
        shares[option.id] = touched(stem, words.read(option.text))
    best = max((s for name, s in shares.items() if name not in item.key), default=0.0)
    for option in item.options:
        share = shares.get(option.id)
        if share is None:
            continue
        if option.id not in item.key:
            if share >= 0.6 and share >= shares.get(item.key[0], 0.0):
                yield error("distractor-may-be-true", f"'{option.text[:40]}…' may prove it too.")
        elif not _quotes(option.text, ground) or best >= max(0.25, share) > 0.0:
            yield error("key-unproven", "The key is not the sentence that proves the stem.")
        else:
            quiet = share < 0.3
    key = max((s for name, s in shares.items() if name in item.key), default=1.0)
    if key < 0.3 and (better := _better(stem, key, ground)):
        yield error("key-unproven", f"Rather than the key, “{better}” proves this.")
    if quiet:
        yield warning("evidence-reworded", "The key has few words of the stem: does it prove it?")


def _better(stem: Said, share: float, ground: Ground) -> str | None:
    """A sentence of the source that has more of the words of the stem, a verb of it among them that
    the evidence has not."""
    told = ground.evidence
    verbs = [t for t in stem.claims if is_verb(t) and not words.lemmas(t.text) & GENERIC
             and not touches(t.text, told) and not stands_for(t.text, told)]  # fmt: skip
    for sentence in ground.index.sentences:
        said = ground.index.said(sentence)
        if touched(stem, said) >= max(0.4, share + 0.2) and any(
            words.lemmas(v.text) & words.lemmas(t.text) for v in verbs for t in said.claims
        ):
            return said.text[:60]
    return None


def _quotes(text: str, ground: Ground) -> bool:
    return words.spoken(text).strip('" ') in words.spoken(ground.evidence.text)


RULES: tuple[Rule, ...] = (
    gap,
    find_evidence,
)
