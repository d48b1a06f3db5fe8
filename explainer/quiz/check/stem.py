"""Rules on the stem: grounded in the evidence, reported as reported, giving nothing away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.findings import Finding, error, warning
from explainer.quiz.check import words
from explainer.quiz.check.denial import negated, negation_differs
from explainer.quiz.check.ground import Ground, Rule
from explainer.quiz.check.proof import leaves_a_rest, reckoned
from explainer.quiz.check.support import Gap, gaps, neighbours_differ, opposite
from explainer.quiz.check.words import Said

_QUOTED = re.compile(r'[“"«][^“”"«»]{12,}[”"»]')
_META = re.compile(
    r"\b(?:(?:according to|in) (?:the|this) (?:text|article|passage)[^?]{0,20}\b(?:stated|true)\b|"
    r"which of (?:these|the following) (?:is|are|was|were) (?:stated|mentioned|true|said))\b",
    re.I,
)


def stem_without_quotes(stem: str) -> str:
    return _QUOTED.sub(" ", stem)


def values_supported(ground: Ground) -> Iterator[Finding]:
    """Every number, time and name of the stem stands in the evidence, and of its words most."""
    item = ground.item
    if item.kind in ("true_false", "order", "match") or not item.evidence:
        return
    said = words.asked(item.stem)
    missing = gaps(said, ground, manner="freely")
    if _WHO_IS.match(item.stem):  # of whom or what: the evidence must name it itself
        missing += [g for g in gaps(said, ground) if g.kind == "name" and g not in missing]
    for gap in missing:
        if gap.kind == "value" and not _is_scale(gap, said):
            yield error(
                "stem-value",
                f"The evidence has no '{gap.text}', which the stem names; cite what has it.",
            )
        elif gap.kind == "name" and not _is_told_to(gap.text, ground):
            yield error(
                "stem-name",
                f"The evidence does not name '{gap.text}': cite the sentence that does.",
            )
    kind_of_thing = _asked_for(item.stem)
    loose = [g.text for g in missing if g.kind == "word" and g.text not in kind_of_thing]
    if loose:
        yield warning("stem-loose", f"Not in the evidence: {', '.join(loose[:4])}.")
    if differs := neighbours_differ(said, ground):
        yield error("stem-value", f"In the evidence '{differs.text}' counts something else.")
    if found := opposite(said, ground):
        yield error("stem-opposite", f"The stem says '{found[0]}', the evidence '{found[1]}'.")


def named_in_source(ground: Ground) -> Iterator[Finding]:
    """What is put in order or matched has evidence of its own; the stem above it names nobody and
    no place that the article does not."""
    if ground.item.kind not in ("order", "match"):
        return
    text = ground.source.text.casefold()
    for gap in gaps(words.asked(ground.item.stem), ground, manner="freely"):
        if gap.kind == "name" and gap.text.casefold() not in text:
            yield error("stem-name", f"The article does not name '{gap.text}'.")


_WHO_IS = re.compile(r"\W*who (?:is|was|are|were) (?:the|an?)\b", re.I)


_RANKED = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|next)[- ](?:most |least )?(\w+est|most|least)\b", re.I
)


def ranked_as_asked(ground: Ground) -> Iterator[Finding]:
    """The second largest is not the largest."""
    for found in _RANKED.finditer(ground.evidence.text):
        plain = re.compile(rf"(?<![- ])(?<!\w)(?:the |its )?\b{found[1]}\b", re.I)
        told = _RANKED.sub(" ", ground.evidence.text)
        asked = re.search(rf"\b{found[1]}\b", _RANKED.sub(" ", ground.item.stem), re.I)
        if asked and not plain.search(told) and ground.item.kind != "true_false":
            yield error("stem-opposite", f"The source has “{found.group()}”, not “{found[1]}”.")
            return


def _is_scale(gap: Gap, said: Said) -> bool:
    """ "Million" in "how many million"."""
    return bool(re.search(r"(?:\bhow many|_) \w+$", said.text[: gap.end], re.I))


def _is_told_to(name: str, ground: Ground) -> bool:
    """The publisher may be named as the one someone spoke to."""
    told = rf"\b(?:told|to|by|in|from|with)\s+(?:the )?{re.escape(name)}\b"
    return name in (ground.source.publisher or "") and bool(re.search(told, ground.item.stem))


def _asked_for(stem: str) -> list[str]:
    """The noun the question asks for: "Which player opened …" speaks of no player elsewhere."""
    found = re.search(r"\b(?:which|what)\s+((?:[a-z-]+\s+){0,2}?[a-z-]+)\b", stem)
    found = found or re.search(r"^\W*(?:Which|What)\s+([a-z-]+)\b", stem)
    return found[1].split() if found else []


def no_bare_negative(ground: Ground) -> Iterator[Finding]:
    """A question that denies must shout it."""
    item = ground.item
    stem = words.read(stem_without_quotes(item.stem))
    if item.kind == "true_false":
        if re.match(r"\W*it is (?:not|never) true", item.stem, re.I):
            yield error("bare-negative", "The statement denies itself: “it is not true that …”.")
        return
    for token in stem.tokens:
        if words.is_negation(token) and not token.text.isupper():
            after = stem.text[token.end : token.end + 12].casefold()
            if token.text.casefold() == "no" and re.match(
                r"\s+(?:more|less|fewer|longer)\b", after
            ):
                continue
            if item.kind in ("gap", "find_evidence", "fact_or_claim", "order", "who_said") and (
                token.form in ground.evidence.forms
            ):
                continue
            quiet = _NOT_YET.match(stem.text[token.start :]) and negated(
                ground.evidence, refusing=True
            )
            told = _LEAVES_OUT.search(ground.evidence.text) or _is_told(stem, ground)
            found = warning if quiet or told else error
            yield found("bare-negative", f"The stem denies with a quiet '{token.text}'.")


# "Every day except Monday": the exception is told, so it may be asked for.
_LEAVES_OUT = re.compile(r"\b(?:except|apart from|other than|all but|but for|save for)\b", re.I)
_NOT_YET = re.compile(r"(?:nothing|nobody|no one|not yet|no longer|not \w+ yet)\b", re.I)


def _is_told(stem: Said, ground: Ground) -> bool:
    """Whether the denial is the fact asked about ("Why did the alarm not ring?") and does not ask
    for the exception among the options."""
    if words.about_claims(ground.item.stem) or ground.item.kind == "find_evidence":
        return True
    if ground.item.kind == "who_said":
        return bool(re.search(r"\bthat\b.*\b(?:not|no|never)\b", stem.text)) or bool(
            negated(ground.evidence, refusing=True)
        )
    if ground.item.kind == "multiple_answer" and not _EXCEPTS.search(stem.text):
        return bool(negated(ground.evidence, refusing=True))
    if ground.item.kind not in ("single_choice", "number_entry") or _EXCEPTS.search(stem.text):
        return False
    return bool(negated(ground.evidence, refusing=True)) or not re.match(
        r"\W*who\b", stem.text, re.I
    )


# "Where are those who are not in hotels?"
_OF_SOME = re.compile(
    r"(?<=\w )(?:who|that|which) (?:is|are|was|were|do|did|does|had|have|has) not [^,?]+", re.I
)
_EXCEPTS = re.compile(
    r"^\W*(?:\w+ )?which\b|\bof (?:these|the following)\b|\bexcept\b|\btrue\b", re.I
)


def negation_fits(ground: Ground) -> Iterator[Finding]:
    item = ground.item
    if item.kind in ("true_false", "order", "match", "find_evidence"):
        return
    keys = " ".join(o.text for o in item.options if o.id in item.key)
    stem = words.read(item.stem)
    shouted = any(t.text.isupper() and words.is_negation(t) for t in stem.tokens)
    if shouted:
        return
    also = words.read(_OF_SOME.sub(" ", item.stem) + " \n " + keys)
    reckons = any(reckoned(words.read(o.text), ground) for o in words.right(item)) or any(
        reckoned(words.read(key), ground) for key in item.key if item.kind == "number_entry"
    )
    if reckons and leaves_a_rest(item.stem):
        return  # "How many have not come?": all but those who have
    if problem := negation_differs(also, ground):
        yield error("negation", f"Stem and evidence disagree: {problem}.")
    unquoted = words.read(stem_without_quotes(also.text))
    if not problem and _denials(unquoted) > max(1, _denials(ground.evidence)):
        yield error("negation", "Stem and key deny more often than the evidence does.")


def _denials(said: Said) -> int:
    return sum(map(words.is_negation, said.tokens))


def quoted_as_spoken(ground: Ground) -> Iterator[Finding]:
    """Words the stem puts in quotation marks are words of the source."""
    text = words.spoken(ground.source.text).replace('"', "").casefold()
    if ground.item.kind in ("gap", "fact_or_claim"):
        return
    for quoted in _QUOTED.findall(ground.item.stem):
        mine = words.spoken(quoted).replace('"', "").strip(" .…,;:?!").casefold()
        if len(mine.split()) > 3 and mine not in text:
            yield error("quote-not-verbatim", f"The source does not say “{mine[:60]}”.")


def not_blank(ground: Ground) -> Iterator[Finding]:
    if not re.search(r"[^\W\d_]", ground.item.stem):
        yield error("stem-empty", "The stem asks nothing.")


def asks_for_meaning(ground: Ground) -> Iterator[Finding]:
    if _META.search(ground.item.stem):
        yield error("asks-for-the-text", "The stem asks what is stated, not what is meant.")


def clear_reference(ground: Ground) -> Iterator[Finding]:
    """A stem must stand on its own: no pronoun before what it stands for."""
    stem = stem_without_quotes(ground.item.stem)
    first = re.match(r"\W*(?:it|he|she|they|this|these|those|his|her|their|its)\b", stem, re.I)
    if first and ground.item.kind not in ("gap", "who_said"):
        yield warning("unclear-reference", f"'{first.group().strip()}' stands for what?")


RULES: tuple[Rule, ...] = (
    values_supported,
    named_in_source,
    ranked_as_asked,
    no_bare_negative,
    negation_fits,
    quoted_as_spoken,
    not_blank,
    asks_for_meaning,
    clear_reference,
)
