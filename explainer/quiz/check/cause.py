"""Cause and effect may not change places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.findings import Finding, error
from explainer.quiz.check import words
from explainer.quiz.check.ground import Ground, Rule
from explainer.quiz.check.kin import stands_for
from explainer.quiz.check.words import Said, right, told_true, wrong

_LATER = (
    r"because(?: of)?|due to|owing to|thanks to|as a result of|since|after|when|as|following|"
    r"in (?:protest|response|reaction|answer|reply) (?:at|to|over|against)|in return for|"
    r"for(?= \w+ing\b)|over(?= \w+ing\b)|prompted by|caused by|triggered by"
)
_CAUSE_LAST = re.compile(rf",?\s+(?:{_LATER})\s+", re.I)
_CAUSE_FIRST = re.compile(
    r",?\s+(?:so(?: that)?|(?:and )?therefore|(?:which )?"
    r"(?:led to|caused|causes|drove|forced|prompted|triggered|sparked|made))\s+",
    re.I,
)
_BECAUSE = re.compile(r",?\s+because(?: of)?\s+", re.I)
_RESULT = re.compile(
    r"^\W*what (?:was|is|were|are) (?:the|a|one) (?:direct )?"
    r"(?:results?|consequences?|effects?|outcomes?) of\b|"
    r"^\W*what did (?=.+\b(?:lead to|cause|bring about|result in)\b)",
    re.I,
)
_WHY = re.compile(
    r"^\W*(?:why|for what reason|what (?:caused?|led to|was the (?:cause|reason)))\b", re.I
)


def cause_before_effect(ground: Ground) -> Iterator[Finding]:
    """What the source gives as the effect must not be asked for, or stated, as the cause."""
    item = ground.item
    keys = [o.text for o in right(item)]
    if told_true(item):
        parts = _BECAUSE.split(item.stem, maxsplit=1)
        pairs = [(parts[0], parts[1])] if len(parts) == 2 else []
    elif item.kind == "single_choice" and _RESULT.search(item.stem):
        pairs = [(key, _RESULT.sub("", item.stem)) for key in keys]
    elif item.kind == "single_choice" and len(parts := _BECAUSE.split(item.stem)) == 2:
        pairs = [(key, parts[1]) for key in keys]
    elif item.kind == "single_choice" and _WHY.search(item.stem):
        pairs = [(_WHY.sub("", item.stem), key) for key in keys]
    else:
        return
    for effect, cause in pairs:
        for sentence in ground.sentences:
            for told in _told(ground.index.said(sentence).text):
                if _reversed(words.read(effect), words.read(cause), *told):
                    yield error("cause-reversed", "In the source cause and effect stand otherwise.")
                    return


def the_reason_given(ground: Ground) -> Iterator[Finding]:
    """Of a question why, the key is no other sentence's matter where another option has the reason
    that the source gives with "because"."""
    item = ground.item
    if item.kind != "single_choice" or not _WHY.search(item.stem):
        return
    asked = words.read(_WHY.sub("", item.stem))
    for sentence in ground.sentences:
        parts = _GIVEN.split(ground.index.said(sentence).text, maxsplit=1)
        if len(parts) != 2 or _share(asked, words.read(parts[0])) < 0.5:
            continue
        reason = words.read(parts[1])
        own = max((_share(words.read(o.text), reason) for o in right(item)), default=1.0)
        for option in wrong(item):
            if own < 0.25 and _share(words.read(option.text), reason) >= own + 0.5:
                yield error("key-elsewhere", f"The reason given there is “{parts[1][:50]}…”.")
                return


_GIVEN = re.compile(r"\b(?:because(?: of)?|due to|owing to|as a result of)\s", re.I)


def _told(text: str) -> Iterator[tuple[Said, Said]]:
    """Effect and cause, as a sentence of the source gives them, once for each word of cause."""
    for found in _CAUSE_LAST.finditer(text):
        yield words.read(text[: found.start()]), words.read(text[found.end() :])
    for found in _CAUSE_FIRST.finditer(text):
        yield words.read(text[found.end() :]), words.read(text[: found.start()])


def _reversed(effect: Said, cause: Said, told_effect: Said, told_cause: Said) -> bool:
    crossed = _share(cause, told_effect) - _share(cause, told_cause)
    return crossed >= 0.5 and _share(effect, told_cause) > _share(effect, told_effect)


def _share(said: Said, other: Said) -> float:
    claims = words.content(said)
    return sum(stands_for(t.text, other) for t in claims) / len(claims) if claims else 0.0


RULES: tuple[Rule, ...] = (cause_before_effect, the_reason_given)
