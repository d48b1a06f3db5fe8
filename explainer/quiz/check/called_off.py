"""Is something told as done that the evidence has as put off, given up or failed?"""

from __future__ import annotations

import re

from explainer.extract.words import word_forms
from explainer.quiz.check import words
from explainer.quiz.check.ground import Ground
from explainer.quiz.check.kin import stands_for
from explainer.quiz.check.words import Said

GIVEN_UP = re.compile(
    r"\b(?:g[ai]ven? up|turned back|turned away|failed to|in vain|fell short|stopped short)\b", re.I
)


OFF = re.compile(
    r"\b(?:p[ou]t off|postponed|cancell?ed|called off|delayed|suspended|shelved|scrapped|in vain|"
    r"failed to|refused to|stopped short of)\b",
    re.I,
)


_PARTS = re.compile(r"[,;:]| but | and ")


def called_off(said: Said, ground: Ground) -> bool:
    """Whether the evidence tells of something put off or given up that the statement has as done:
    "A decision had been announced for May but was put off"."""
    evidence = ground.evidence.text
    found = OFF.search(evidence)
    if found is None or OFF.search(said.text):
        return False
    done = words.read(". ".join(p for p in _PARTS.split(evidence) if not OFF.search(p)))
    claims = [t.text for t in said.claims]
    did = any(word_forms(claim.casefold()).forms & {"VBD", "VBN", "VBZ"} for claim in claims)
    if did and all(stands_for(claim, done) for claim in claims):
        return False  # "They conducted nine operations, but failed to win": these were conducted
    return not any(stands_for(t.text, said) for t in words.read(found.group()).claims)
