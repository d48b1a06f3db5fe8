"""Is told as done what the source has only as possible, planned, wished or feared?

Words of a text stand at one of three levels: possible ("may sell"), to come ("will sell", "wants
to sell", "promised to sell"), and done or so ("sold").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from explainer.extract.words import word_forms
from explainer.findings import Finding, error
from explainer.quiz.check import words
from explainer.quiz.check.claim_text import claim_of, with_subject
from explainer.quiz.check.denial import negated
from explainer.quiz.check.ground import Ground, Rule
from explainer.quiz.check.kin import alike, same_phrase, stands_for
from explainer.quiz.check.lexicon import ASKING
from explainer.quiz.check.tokens import Token
from explainer.quiz.check.words import Said
from explainer.quiz.item import option_texts
from explainer.word_set import word_set

_POSSIBLE = word_set("may might could can possible possibly perhaps maybe whether possibility")
_TO_COME = word_set(
    "will would shall should must ought plan want hope intend promise pledge vow offer threaten "
    "expect propose demand ask urge call consider seek try attempt aim agree decide wish dream "
    "prepare order ready willing due likely probable probably forecast predict warn fear request "
    "appeal advise recommend suggest let goal ambition proposal"
)
_BEGINS = re.compile(r"[,;:()–—]|\b(?:and|but|because|while|although)\b", re.I)
_SET = re.compile(
    r"\b(?:(?:was|were|is|are|been) (?:about |set |due |not )?|(?:has|have|had) yet )to (?:be )?$",
    re.I,
)
_POSSIBLY_SO = re.compile(r"\b(?:is|are|was|were|be) (?:still |also )?(possible|likely)\b", re.I)
_STILL = re.compile(
    r"\b(?:is|are|was|were|has|have|had|having|going|able|allowed|free|set|about) to\b", re.I
)
_ON = re.compile(r"\b(?:went|gone|are|is) on $")
_MODAL = re.compile(
    r"\b(?:to|will|would|shall|should|must|may|might|could|can)(?: \w+ly)? $|"
    r"\b(?:will|would|may|might|could)\b(?: (?!\w+s? to\b)\w+){1,2} $",
    re.I,
)
DONE = 3


def told_as_done(ground: Ground) -> Iterator[Finding]:
    """A statement keyed true, or a question with its key in it, makes nothing surer."""
    for text in _claims(ground):
        if told := made_surer(text, ground):
            yield error(
                "certainty-raised",
                f"'{told[0]}' is told as a fact; the source only has it as “{told[1]}”.",
            )
            return


UNSURE = re.compile(
    r"\b(?:probabl[ye]|possibl[ye]|perhaps|likely|(?-i:may)|might|could|maybe|apparently)\b", re.I
)


def _claims(ground: Ground) -> list[str]:
    item = ground.item
    if words.told_true(item):
        return [item.stem]
    if item.kind == "number_entry":
        return [f"{item.stem} {key}" for key in item.key if UNSURE.search(ground.evidence.text)]
    if item.kind not in ("single_choice", "multiple_answer") or ground.asks_for_the_false:
        return []
    return [claim_of(item.stem, key) or with_subject(item.stem, key) or f"{item.stem} {key}"
            for key in option_texts(item, item.key)]  # fmt: skip


def made_surer(text: str, ground: Ground) -> tuple[str, str] | None:
    """The word that `text` tells as surer than all of the evidence does, and how that has it."""
    said = words.read(text)
    own = level_of_all(said)
    if own == 1:
        return None
    for token in _deeds(said) if own == DONE else words.content(said):
        held = [
            level
            for sentence in ground.sentences
            for other, level in _levels(ground.index.said(sentence))
            if _meets(token, said, other, ground.index.said(sentence))
            and (own != 2 or other.form not in negated(ground.index.said(sentence)))
        ]
        best = max(held, default=(own, ""))
        if own == 2 and best[0] == 2 and best[1] and _only_if(text, token, ground):
            return token.text, "if"
        if "yet to" in best[1] and token.form in negated(said):
            continue  # "has not voted yet"
        if own != DONE and best[0] == 1 and token.capital:
            continue
        if _word_of(best[1]) in _TRIES and len(ground.sentences) > 1:
            continue  # the other sentence may say how it ended
        if best[0] < own and not (_tense(token) == "present" and _is_timetable(best[1])):
            return token.text, best[1]
    return _only_wished(said, ground) if own == DONE else None


_IF = re.compile(r"\b(?:if|unless|in case|provided that|as long as)\b", re.I)
_CONDITIONS = re.compile(
    rf"{_IF.pattern}|\b(?:would|could|might|may|threat\w*|condition\w*|when|should|depend\w*|"
    r"failing|otherwise|without|until|once)\b",
    re.I,
)


def _only_if(text: str, token: Token, ground: Ground) -> bool:
    """Whether every sentence of the evidence that has a deed has it on a condition, and `text`
    names none: "if the grant was cut, I would have to talk to others"."""
    if _CONDITIONS.search(f"{ground.item.stem} {text}"):
        return False
    told = [ground.index.said(s) for s in ground.sentences]
    those = [one for one in told if any(
        alike(token.text, t.text) and t.form not in negated(one) for t in one.claims)]  # fmt: skip
    return bool(those) and all(re.search(rf"{_IF.pattern}.*\bwould\b|\bwould\b.*{_IF.pattern}",
                                         one.text, re.I) for one in those)  # fmt: skip


_WISHED = re.compile(
    r"\b(promised|proposed|demanded|wants?|wanted|called for|asked for|hopes? for|requested|"
    r"suggested|offered)\b ((?!to\b)[^.,;]+)"
)


def _only_wished(said: Said, ground: Ground) -> tuple[str, str] | None:
    """ "Introduced stricter rules", which the source has as "promised stricter rules"."""
    deeds = [t for t in _deeds(said) if _tense(t) == "past"]
    if not deeds or any(stands_for(t.text, ground.evidence) for t in deeds):
        return None
    for found in _WISHED.finditer(ground.evidence.text):
        thing = words.read(found[2])
        after = [t for t in words.content(said) if t.start > deeds[0].start]
        held = [t for t in after if stands_for(t.text, thing)]
        if len(held) > 1 and len(held) >= 0.6 * len(after):
            return deeds[0].text, found[1]
    return None


def _deeds(said: Said) -> list[Token]:
    """What `said` tells as happened or as so: verbs in the past or present, "on strike"."""
    return [t for t in words.content(said) if not t.capital and _word(t) not in _TO_COME
            and (_tense(t) or _ON.search(said.text[: t.start]))]  # fmt: skip


def _tense(token: Token) -> str:
    forms = word_forms(token.text.casefold()).forms
    if forms & {"VBD", "VBN"} and "VB" not in forms:
        return "past"
    return "present" if "VBZ" in forms and "N" not in _classes(token.text) else ""


_TRIES = frozenset(("try", "seek", "attempt", "aim"))


def _word_of(by: str) -> str:
    return word_forms(by.casefold()).verb or by


def _is_timetable(by: str) -> bool:
    """ "Schools open on Monday" for "will open", "are due to open"."""
    return bool(re.search(r"\b(?:will|shall|must|due|expected|to)\b", by, re.I))


def _meets(token: Token, said: Said, other: Token, there: Said) -> bool:
    phrases = said.phrases.get(token.start), there.phrases.get(other.start)
    return alike(token.text, other.text) or any(
        p is not None and same_phrase(p, t.text)
        for p, t in zip(phrases, (other, token), strict=True)
    )


def level_of_all(said: Said) -> int:
    """1 if any word of it makes it possible only, 2 if any makes it still to come, else DONE."""
    found = {_word(t) for t in said.tokens if not t.capital or t.start == 0}
    if found & _POSSIBLE:
        return 1
    return 2 if found & _TO_COME or _STILL.search(said.text) else DONE


@lru_cache(maxsize=1024)
def _levels(said: Said) -> tuple[tuple[Token, tuple[int, str]], ...]:
    """Each word that claims something with its level, and the word that makes it so."""
    found = []
    possibly = _POSSIBLY_SO.search(said.text)
    for at, token in enumerate(said.tokens):
        if token not in words.content(said) and token.text.casefold() not in ASKING:
            continue
        level, by = _level(said, at)
        if level == DONE and possibly and _same_stretch(said.text, token.start, possibly.start()):
            level, by = (1 if possibly[1] == "possible" else 2), possibly[1]
        found.append((token, (level, by)))
    return tuple(found)


def _same_stretch(text: str, one: int, two: int) -> bool:
    low, high = sorted((one, two))
    return not _BEGINS.search(text[low:high])


def _level(said: Said, at: int) -> tuple[int, str]:
    """Only a base form after "to" or a modal, or a participle after "be", is not yet done."""
    token = said.tokens[at]
    text = said.text[: token.start]
    if re.search(r"\bbe(?: \w+ly)? $|\bhave(?: been)? $", text):
        text = re.sub(r"(?:\bbe(?: \w+ly)?|\bhave(?: been)?) $", "", text)
    elif "VB" not in word_forms(token.text.casefold()).forms and "V" in _classes(token.text):
        return DONE, ""
    if not _MODAL.search(text):
        return DONE, ""
    if found := _SET.search(text):
        return 2, found.group().strip()
    for before in reversed(said.tokens[max(0, at - 8) : at]):
        if _BEGINS.search(said.text[before.end : token.start]):
            break
        word = _word(before)
        if word == "could" and re.search(r"\bcould(?:n't| not)\b", text):
            break
        if word in _POSSIBLE:
            return 1, before.text
        if word in _TO_COME:
            return 2, before.text
    return DONE, ""


@lru_cache(maxsize=8192)
def _classes(word: str) -> frozenset[str]:
    return word_forms(word.casefold()).classes


def _word(token: Token) -> str:
    """Its base form as a verb, or the word of its family that is listed ("promised", "hopes")."""
    low = token.text.casefold()
    return word_forms(low).verb or low


RULES: tuple[Rule, ...] = (told_as_done,)
