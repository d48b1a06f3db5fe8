"""Does a text name whoever speaks in the evidence?"""

from __future__ import annotations

import re

from explainer.facts import Attribution
from explainer.quiz.check import words
from explainer.quiz.check.ground import Ground
from explainer.quiz.check.kin import alike, related
from explainer.quiz.check.lexicon import STOP
from explainer.quiz.check.tokens import form
from explainer.quiz.check.words import Said


def names_speaker(said: Said, who: Attribution, ground: Ground) -> bool:
    """By name, by a word for what they are ("the inspector"), or by a pronoun."""
    if named := re.match(r"\W*according to ([^,?]+)", said.text, re.I):
        said = words.read(named[1])
    speaker = words.read(who.speaker or "")
    parts = [t for t in speaker.tokens if t.capital] if who.kind == "named" else []
    if not parts:
        heads = [t.text for t in speaker.tokens if t.text.casefold() not in STOP]
        return any(alike(head, t.text) for head in heads for t in said.tokens)
    if any(words.same_name(t.text, parts[-1].text) for t in said.tokens):
        return True
    forms = {t.form for t in said.tokens if t.text.casefold() not in STOP}
    roles = ground.index.roles.get(ground.index.person(who.speaker or ""), ())
    roles = [*roles, *(r for name, told in ground.index.roles.items()
                       if name in (who.speaker or "") for r in told)]  # fmt: skip
    roles.append(_beside_the_name(parts[-1].text, ground))
    mine = {t.form for t in speaker.tokens} | {form for role in roles for form in role}
    common = {t.form for t in speaker.tokens if t.capital and not words.lemmas(t.text.casefold())}
    if any(related(t.text, f) for t in said.tokens for role in roles for f in role
           if len(f) > 3 and t.form not in _SAYS_LITTLE):  # fmt: skip
        return True
    pronoun = any(t.text.casefold() in PRONOUNS for t in said.tokens)
    return pronoun or bool(forms & (mine - common - _SAYS_LITTLE) - _SAYS_LITTLE)


def _beside_the_name(name: str, ground: Ground) -> frozenset[str]:
    """Forms of the words right before a name, and of those set off after it: "Isla Craig, the owner
    of the only shop,"."""
    text = ground.evidence.text
    after = re.search(rf"{re.escape(name)}, ([^,.;:()]{{3,80}}),", text)
    before = re.search(rf"((?:[^\W\d_]+ ){{1,4}}){re.escape(name)}", text)
    beside = " ".join(m[1] for m in (before, after) if m)
    return frozenset(t.form for t in words.read(beside).tokens)


PRONOUNS = frozenset(("he", "she", "his", "her", "they", "their", "him"))
_SAYS_LITTLE = frozenset(form(w) for w in (*STOP, "said", "says", "new", "first"))
