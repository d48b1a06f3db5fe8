"""The stem must not hold the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.findings import Finding, error
from explainer.quiz.check import words
from explainer.quiz.check.ground import Ground, Rule
from explainer.quiz.check.lexicon import STOP
from explainer.quiz.check.tokens import Token
from explainer.quiz.check.words import Said
from explainer.quiz.item import option_texts


def key_not_in_stem(ground: Ground) -> Iterator[Finding]:
    item = ground.item
    if item.kind not in ("single_choice", "multiple_answer", "gap", "who_said", "number_entry",
                         "on_timeline"):  # fmt: skip
        return
    stem = words.asked(item.stem)
    asked = stem.forms
    folded = {words.fold(t.text) for t in stem.tokens}
    shared = [
        {t.form for t in words.read(o.text).tokens} for o in item.options if o.id not in item.key
    ]
    for key in option_texts(item, item.key):
        said = words.read(key)
        mine = said.substance or [t for t in said.tokens if t.text.casefold() not in STOP]
        telling = [t for t in mine if not any(t.form in s for s in shared)]
        held = [
            t
            for t in telling
            if (t.atom in stem.atoms if t.atom else t.form in asked or words.fold(t.text) in folded)
            or (len(mine) == 1 and not t.atom and _of_its_root(t, stem))
        ]
        if telling and len(held) / len(telling) > 0.6:
            yield error(
                "stem-gives-key", f"The stem gives the answer away: ask without '{held[0].text}'."
            )


_OF_A_FIELD = re.compile(r"(?:olog(?:y|ies)|ics?|ism|istry|ing|graphy|onomy|ture|nomics)$")


def _of_its_root(token: Token, stem: Said) -> bool:
    """ "Hydrology" in answer to what a hydrologist does: a field, and who or what is of it."""
    low = token.text.casefold()
    root = low[: max(5, len(low) - 3)]
    return len(low) > 5 and bool(_OF_A_FIELD.search(low)) and any(
        t.text.casefold().startswith(root) for t in stem.tokens if not t.atom
    )  # fmt: skip


RULES: tuple[Rule, ...] = (key_not_in_stem,)
