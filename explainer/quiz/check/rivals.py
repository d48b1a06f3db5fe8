"""May an option that is not the key be right as well?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.facts import Quote
from explainer.findings import Finding, error
from explainer.language.reading import Sentence
from explainer.quiz.check import words
from explainer.quiz.check.bound import stands_apart
from explainer.quiz.check.candidates import otherwise_qualified
from explainer.quiz.check.claim import contradicted
from explainer.quiz.check.compared import is_outweighed
from explainer.quiz.check.denial import negation_differs
from explainer.quiz.check.disputed import asks_about_accounts
from explainer.quiz.check.ground import Ground, Rule
from explainer.quiz.check.kin import held
from explainer.quiz.check.measures import measure
from explainer.quiz.check.near import is_verb, nearness_at
from explainer.quiz.check.not_so import HEAD, is_compared, is_not_so, of_another_time
from explainer.quiz.check.proof import is_clause, reckoned
from explainer.quiz.check.support import coverage, gaps, neighbours_differ
from explainer.quiz.check.undone import made_surer
from explainer.quiz.check.words import Said, right, wrong

_ASKED = frozenset(("single_choice", "multiple_answer"))


def untrue(ground: Ground) -> Iterator[Finding]:
    """No other option may stand in the evidence, or be true by another sentence."""
    if ground.item.kind not in _ASKED or not ground.item.evidence or ground.asks_for_the_false:
        return
    if asks_about_accounts(ground.item.stem):
        return
    by_sum = any(reckoned(words.read(o.text), ground) for o in right(ground.item))
    for option in wrong(ground.item):
        said = words.read(option.text)
        if not said.tokens or (by_sum and said.atoms):
            continue
        if is_compared(ground) or is_outweighed(option.text, ground):
            continue
        if _in_evidence(said, ground):
            if stands_apart(option.text, ground) or contradicted(option.text, ground):
                continue
            if is_not_so(said, ground) or of_another_time(said, ground):
                continue
            if otherwise_qualified(said, ground):
                continue
            yield error(
                "distractor-may-be-true", f"The evidence also has '{option.text}': replace it."
            )
        elif where := true_elsewhere(said, ground):
            yield error("distractor-may-be-true", f"'{option.text}' fits too: “{where}”.")
        elif holder := _holds_key(option.text, ground):
            yield error(
                "distractor-may-be-true", f"'{option.text}' holds {holder}, so is true too."
            )


def _in_evidence(said: Said, ground: Ground) -> bool:
    said = words.read(HEAD.sub("", said.text))
    claims = said.substance
    if not said.atoms and measure(said.text):  # "a week", where the evidence has seven
        return words.spoken(said.text).casefold() in words.spoken(ground.evidence.text).casefold()
    if not claims:
        return words.spoken(said.text).casefold() in words.spoken(ground.evidence.text).casefold()
    missing = {g.start for g in gaps(said, ground, "strictly")}
    if any(t.atom for t in claims) and neighbours_differ(said, ground):
        return False  # "60 metres" where the evidence has 60 kilometres
    if any(t.atom for t in claims) or all(t.capital for t in claims):
        return not missing
    if is_clause(said) and negation_differs(said, ground):
        return False
    return len(missing) <= 0.25 * len(claims) and (len(claims) > 1 or not is_clause(said))


def true_elsewhere(answer: Said, ground: Ground) -> str | None:
    """A sentence of the source that says of `answer` what the stem asks, if there is one."""
    stem = words.read(ground.item.stem)
    claims = answer.substance
    if not claims:
        return None
    if made_surer(answer.text, ground):
        return None
    rarest = min((ground.index.sentences_with(t.text) for t in claims), key=len, default=[])
    cited = {s.start for s in ground.sentences}
    bar = coverage(stem, ground.evidence)
    for sentence in rarest:
        if sentence.start in cited:
            continue
        said = ground.index.said(sentence)
        if coverage(answer, said) < 1.0 or not _does_the_same(stem, said):
            continue
        if not _stands_by_the_verb(answer, stem, sentence, ground):
            continue
        if (share := coverage(stem, said)) >= 0.75 and share >= 0.85 * bar:
            return said.text[:70]
    return _told_in_full(answer, ground)


def _told_in_full(answer: Said, ground: Ground) -> str | None:
    """Another sentence that has nearly all words of a longer answer and most of the stem."""
    claims = answer.substance
    stem = words.read(ground.item.stem)
    names = [t for t in words.content(stem) if t.capital and t.start]
    if len(claims) < 3 or ground.item.kind == "true_false":
        return None
    cited = {s.start for s in ground.sentences}
    asked = stem.substance
    for sentence in ground.index.sentences:
        said = ground.index.said(sentence)
        if sentence.start in cited or held(claims, said) < 0.8 * len(claims):
            continue
        if not _does_the_same(stem, said):
            continue
        asks = held(names, said) == len(names) and held(asked, said) >= 0.5 * len(asked)
        if asks and not negation_differs(answer, _resting_on(sentence, ground)):
            return said.text[:70]
    return None


def _stands_by_the_verb(answer: Said, stem: Said, sentence: Sentence, ground: Ground) -> bool:
    """Whether a name stands in the part of a sentence that has a verb of the stem: in "A scored
    after B dropped the ball" it is not B who scored."""
    said = ground.index.said(sentence)
    verbs = [t for t in words.content(stem) if is_verb(t) and held([t], said)]
    heads = {t.form for t in answer.tokens if t.capital}
    at = [t.start for t in said.tokens if t.form in heads]
    if not verbs or not at or is_clause(answer):
        return True
    return any(nearness_at(start, v, sentence, ground) >= 2.5 for start in at for v in verbs)


def _does_the_same(stem: Said, said: Said) -> bool:
    """Whether a sentence has a verb of the stem, where that has one."""
    verbs = [t for t in words.content(stem) if is_verb(t)]
    return not verbs or held(verbs, said) > 0


def _resting_on(sentence: Sentence, ground: Ground) -> Ground:
    text = ground.source.text[sentence.start : sentence.end]
    quote = Quote(start=sentence.start, end=sentence.end, quote=text)
    return Ground(ground.item.model_copy(update={"evidence": (quote,), "fact_ids": ()}),
                  ground.index)  # fmt: skip


def _holds_key(text: str, ground: Ground) -> str | None:
    """A place that contains the place of the key is as true as the key."""
    keys = {words.fold(o.text) for o in right(ground.item)}
    option = words.fold(text)
    for fact in ground.index.facts.values():
        if fact.kind != "located":
            continue
        place, container = fact.part("place"), fact.part("container")
        if not place or not container or words.fold(container.value) != option:
            continue
        if words.fold(place.value) in keys or words.fold(place.text) in keys:
            return place.value
    return None


_LEAST = re.compile(r"\b(?:at least|more than|over|a minimum of|no fewer than)\b", re.I)
_MOST = re.compile(
    r"\b(?:at most|fewer than|less than|up to|under|no more than|a maximum of|below)\b", re.I
)
_ASKS_BOUND = re.compile(
    r"\b(at least|at most|more than|fewer than|less than|over|up to|under|no more than|"
    r"no fewer than|below)\W+(?:about\W+)?(?:how|what)\b",
    re.I,
)


def within_the_bound(ground: Ground) -> Iterator[Finding]:
    """ "At least how many?": whatever is less than the key is true as well."""
    asked = _ASKS_BOUND.search(ground.item.stem)
    if ground.item.kind not in _ASKED or asked is None:
        return
    keys = [_number(o.text) for o in right(ground.item)]
    key = keys[0] if len(keys) == 1 else None
    for option in wrong(ground.item):
        value = _number(option.text)
        if key is None or value is None:
            continue
        low = _LEAST.search(asked[1]) and not _MOST.search(asked[1])
        if value < key if low else value > key:
            yield error(
                "distractor-may-be-true",
                f"'{option.text}' is right too: the stem asks “{asked[1]}”.",
            )


def _number(text: str) -> float | None:
    found = [v for k, v in words.read(text).atoms if k == "number"]
    return found[0] if len(found) == 1 else None


RULES: tuple[Rule, ...] = (untrue, within_the_bound)
