"""One verb of a sentence with what belongs to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from explainer.extract.words import Token


@dataclass(slots=True, eq=False)
class Frame:
    """One verb of a sentence.

    `begin`..`end` are the token indices of what belongs to it, `doer` and `done` those of who acts
    and who is acted on (empty where not told), `kind` "main", "relative", "adverbial", "content",
    "infinitive", "gerund" or "participle"; `under` is the verb it hangs on, if any.
    """

    tokens: list[Token]
    begin: int
    end: int
    verb: int
    verb_end: int
    lemma: str
    kind: str
    passive: bool = False
    doer: list[Token] = field(default_factory=list)
    done: list[Token] = field(default_factory=list)
    under: Frame | None = None
    opener: str = ""
    # What others work out of it once: by name of the question.
    kept: dict[str, Any] = field(default_factory=dict)

    @property
    def head(self) -> Token:
        return self.tokens[self.verb_end - 1]

    @property
    def inside(self) -> list[Token]:
        return self.tokens[self.begin : self.end]

    @property
    def after(self) -> list[Token]:
        return self.tokens[self.verb_end : self.end]

    @property
    def group(self) -> list[Token]:
        return self.tokens[self.verb : self.verb_end]
