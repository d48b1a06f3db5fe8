"""What an item claims, read against the whole source by `verify`: who did what to whom, where and
when, whether it was denied, conditional, only planned, or said of some only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from explainer.extract.words import word_forms
from explainer.findings import Finding, error
from explainer.quiz.check import words
from explainer.quiz.check.bound import qualified
from explainer.quiz.check.claim_text import claim_of, with_subject
from explainer.quiz.check.denial import NOT_UNTIL, YET_TO, negated, refuses
from explainer.quiz.check.denied import denied_in_full
from explainer.quiz.check.disputed import asks_about_accounts
from explainer.quiz.check.excused import is_known, is_loose, is_of, is_told_too
from explainer.quiz.check.ground import Ground, Rule
from explainer.quiz.check.kin import alike
from explainer.quiz.check.proof import is_clause, reckoned
from explainer.quiz.check.shares import share
from explainer.quiz.check.turned import turned
from explainer.quiz.check.undone import DONE, level_of_all
from explainer.quiz.item import Item

# Other faults `verify` can name depend on wording; a good item is worded freely.
_OF_STATEMENTS = frozenset(
    ("roles-reversed", "negation-dropped", "condition-dropped", "quantifier-raised",
     "certainty-raised", "opposite-word")
)  # fmt: skip
_OF_ANSWERS = _OF_STATEMENTS - {"quantifier-raised"} | {
    "place-changed", "subject-changed", "number-of-something-else", "of-something-else",
    "date-of-something-else", "joined-wrongly", "order-reversed",
}  # fmt: skip
_OF_WHOLE = _OF_STATEMENTS | {
    "number-of-something-else", "number-not-in-source", "date-of-something-else",
    "date-not-in-source", "speaker-changed", "bound-changed", "role-of-another",
    "of-something-else", "order-reversed",
}  # fmt: skip
_PLAINLY_FALSE = _OF_WHOLE | {"subject-changed", "joined-wrongly", "negation-added"}
OF_GAPS = frozenset(
    ("roles-reversed", "number-of-something-else", "opposite-word", "certainty-raised")
)
_OF_KEYS = frozenset(("subject-changed", "joined-wrongly", "of-something-else"))
# A statement may call who does it otherwise, "soldiers" for "the army"; not by another's name.
_OF_DOERS = frozenset(("subject-changed",))
_OF_SOMEONE = re.compile(
    r'”: "(?:(?:Mr|Mrs|Ms|Dr|Sir|Lady|Judge|Mayor)\.? )?(?!The |An? |His |Her |Its |Their |It |He |'
    r'She |They |There |This |That )[A-Z][^"]*" is not who'
)
_OF_A_NAME = re.compile(r'”: "[A-Z][^"]*" is not')
_OF_SPEECH = frozenset(("speaker-changed",))
_OF_EQUALS = frozenset(
    ("roles-reversed", "subject-changed", "certainty-raised")
)  # "A was the head", "the head was A"
_ASKED = frozenset(("single_choice", "multiple_answer", "number_entry", "who_said"))
_SPEECH = re.compile(
    r"^\W*who(?:se)?\b.{0,30}?\b(?:sa(?:id|ys)|told|tells?|wr(?:ote|ites)|thinks?|thought|"
    r"believe[sd]?|claim(?:s|ed)?|argue[sd]?|warn(?:s|ed)|explain(?:s|ed)|describe[sd]?|"
    r"call(?:s|ed)|suspect(?:s|ed)?|expect(?:s|ed)?|words)\b",
    re.I,
)
_ABOUT_THE_TEXT = re.compile(r"\bdo(?:es)? the (?:article|text|author|report)\b", re.I)
_EQUALS = re.compile(
    r"^\W*(?:who|which \w+|what|whose) (?:is|are|was|were) (?:the|an?|in|at)\b", re.I
)


def claim(ground: Ground) -> Iterator[Finding]:
    """A statement keyed true, and a question with its key put in, must be what the source says."""
    item = ground.item
    if words.told_true(item):
        for fault in _faults(item.stem, _OF_WHOLE | _OF_DOERS, ground):
            known = _OF_A_NAME.search(fault.message) or is_known(fault, ground)
            if fault.code not in _OF_DOERS or known:
                yield fault
    elif item.kind in _ASKED and not (
        _ABOUT_THE_TEXT.search(item.stem) or asks_about_accounts(item.stem)
    ):
        for key in [o.text for o in words.right(item)] or item.key:
            said = claim_of(item.stem, key)
            if said is not None and not reckoned(words.read(key), ground):
                yield from _faults(said, _felling(item, key), ground, key)
            elif said is None and is_clause(words.read(key)) and not ground.asks_for_the_false:
                yield from _faults_of_clause(with_subject(item.stem, key) or key, ground)


def _faults_of_clause(key: str, ground: Ground) -> Iterator[Finding]:
    """What is wrong with a key that is a sentence of its own."""
    told = _IF.search(ground.item.stem)
    felling = _OF_CLAUSES - {"condition-dropped"} if told else _OF_CLAUSES
    if not any(ground.knows_word(t.text) for t in words.read(key).claims
               if _is_verb(t.text.casefold()) and not t.text.endswith("ing")):  # fmt: skip
        felling -= {"roles-reversed"}
    for fault in _faults(key, felling | _OF_DOERS, ground):
        if fault.code not in _OF_DOERS or _OF_SOMEONE.search(fault.message):
            yield fault
    if denied := denied_in_full(words.read(f"{ground.item.stem} {key}"), ground):
        yield error("key-unproven", f"The key is not so: {denied}.")


_NOBODY = re.compile(r"\b(?:nobody|no one|none|no \w+s)\b", re.I)
_IF = re.compile(r"\b(?:if|unless|could|might|may|threat\w+|condition\w*|plan\w*)\b", re.I)
_OF_CLAUSES = frozenset(("roles-reversed", "condition-dropped"))


def _felling(item: Item, key: str) -> frozenset[str]:
    """The faults that tell a wrong key from one that is merely put in other words."""
    if item.kind == "who_said" or _SPEECH.search(item.stem):
        return _OF_SPEECH
    if key[:1].isdigit() or _EQUALS.search(item.stem):
        return _OF_ANSWERS - _OF_EQUALS
    if is_clause(words.read(key)):
        return _OF_ANSWERS - _OF_KEYS - _OF_EQUALS
    return _OF_ANSWERS


def _faults(said: str, felling: frozenset[str], ground: Ground, key: str = "") -> Iterator[Finding]:
    found = ground.index.verdict(said)
    if _denied_alike(ground) or not negated(ground.evidence, refusing=True):
        felling -= {"negation-dropped"}
    if YET_TO.search(ground.evidence.text) and any(map(words.is_negation, words.read(said).tokens)):
        felling -= {"certainty-raised"}  # "has yet to vote": has not voted
    if NOT_UNTIL.search(ground.evidence.text):
        felling -= {"negation-dropped"}  # then it was so
    if _NOBODY.search(ground.evidence.text) and turned(words.read(said), ground):
        felling -= {"quantifier-raised"}  # "all escaped unhurt" for "nobody was hurt"
    if turned(words.read(said), ground):
        felling -= {"negation-dropped"}  # "unharmed" for "no one was hurt"
    if key and not _verb_is_told(ground, ground.has_word):
        felling -= _OF_KEYS
    if key and not _verb_is_told(ground, ground.knows_word):
        felling -= {"roles-reversed"}  # bought from, sold to: who gives there receives here
    doer = re.escape(key.split()[-1]) if key.split() else ""
    if doer and re.search(rf"\bby\b[^.;]*\b{doer}", ground.evidence.text):
        felling -= {"subject-changed"}  # "was founded by the brothers Emil and Hugo Kornblum"
    if key and any(map(words.is_negation, words.read(said).tokens)):
        felling -= {"opposite-word", "negation-dropped"}  # "not clear" for "unclear"
    cited = {s.start for s in ground.sentences}
    if not any(q.start in cited for q in found.evidence):
        # Held against words that the item does not rest on: only who did what to whom is plain.
        felling &= {"roles-reversed"} if key[:1].isupper() else frozenset()
    if share(key) is not None or (key and qualified(key, ground)):
        felling -= {"number-of-something-else"}
    if key and level_of_all(words.read(said)) < DONE:
        felling -= {"certainty-raised"}  # whether it is made surer `undone` judges
    for fault in found.findings:
        if (
            fault.code in felling
            and not is_told_too(fault, ground)
            and is_of(fault, ground)
            and not (key and fault.code in _OF_KEYS and _not_of(key, fault))
            and not (key and fault.code == "number-of-something-else" and is_loose(fault, ground))
        ):
            yield Finding(
                code=fault.code, severity="error", message=f"As a claim, “{said}”: {fault.message}"
            )


def _denied_alike(ground: Ground) -> bool:
    """Whether the stem denies in its own way what the evidence denies: "forbidden", "did not"."""
    denials = [t for t in ground.evidence.tokens if words.is_negation(t) or refuses(t)]
    return any(
        words.is_negation(mine) or refuses(mine) or any(alike(mine.text, d.text) for d in denials)
        for mine in words.read(ground.item.stem).tokens
    ) and bool(denials)


def _verb_is_told(ground: Ground, knows: Callable[[str], bool]) -> bool:
    """Whether the evidence has a verb of the stem; else another clause than its own is compared."""
    return any(
        knows(t.text)
        for t in words.content(words.read(ground.item.stem))
        if not t.capital and _is_verb(t.text.casefold())
    )


def _is_verb(word: str) -> bool:
    known = word_forms(word)
    return bool(known.forms & {"VBD", "VBN", "VBG"}) or (
        "V" in known.classes and "N" not in known.classes
    )


def supported(text: str, ground: Ground) -> bool:
    """Whether `verify` finds all of it in the source, the item's own evidence among it."""
    found = ground.index.verdict(text)
    cited = {s.start for s in ground.sentences}
    return found.verdict == "supported" and any(q.start in cited for q in found.evidence)


def contradictions(
    text: str, ground: Ground, felling: frozenset[str] = _PLAINLY_FALSE
) -> list[Finding]:
    """What `verify` finds wrong with it in the item's own evidence."""
    return list(_faults(text, felling, ground))


def contradicted(text: str, ground: Ground) -> bool:
    """Whether the source says of someone or something else what the stem says of this answer."""
    said = claim_of(ground.item.stem, text)
    if said is None:
        return False
    felling = _AGAINST & _felling(ground.item, text)
    found = ground.index.verdict(said).findings
    return any(f.code in felling and not (f.code in _OF_KEYS and _not_of(text, f)) for f in found)


_AGAINST = _OF_ANSWERS - {"certainty-raised", "condition-dropped", "quantifier-raised"}


def _not_of(key: str, fault: Finding) -> bool:
    """Whether a fault is about the wording of the stem, or the key is no name and no number."""
    about = re.match(r'"([^"]+)"', fault.message)
    named = any(c.isupper() or c.isdigit() for c in key)
    return not named or about is None or not set(about[1].split()) & set(key.split())


RULES: tuple[Rule, ...] = (claim,)
