"""Where a model answers, and how much it may be asked."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

import httpx

from explainer.llm_wire import ModelProblem


class BudgetSpent(ModelProblem):
    """The calls or tokens allowed are used up."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the model answers. `base_url` ends in /v1 on most servers; the key is never shown."""

    base_url: str
    model: str
    api_key: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """ModelProblem, in a sentence, for what no request could be sent with."""
        try:
            address = httpx.URL(self.base_url)
        except httpx.InvalidURL:
            address = httpx.URL("")
        if address.scheme not in {"http", "https"} or not address.host:
            raise ModelProblem("The model's address must start with http:// or https://.")
        if address.userinfo or address.query or address.fragment:
            # It would be shown and logged with the address.
            raise ModelProblem("Give the key in its own field, not inside the model's address.")
        if not (self.api_key.isascii() and self.api_key.isprintable()) or " " in self.api_key:
            raise ModelProblem("The model's key holds characters that no key has: copy it again.")

    @classmethod
    def from_settings(cls, settings: Mapping[str, str] = os.environ) -> Endpoint | None:
        """From EXPLAINER_LLM_BASE_URL, _MODEL and _API_KEY; None where they name no model."""
        url, model, key = (
            settings.get(f"EXPLAINER_LLM_{name}", "").strip()
            for name in ("BASE_URL", "MODEL", "API_KEY")
        )
        return cls(url.rstrip("/"), model, key) if url and model else None

    @property
    def host(self) -> str:
        """The machine that gets what is sent, as in "localhost:11434"."""
        return httpx.URL(self.base_url).netloc.decode()


@dataclass(slots=True)
class Budget:
    """A hard limit, shown before and counted during. Tokens are the endpoint's own figures, or
    a quarter of the characters where it gives none; `running` are those of the call under way."""

    calls: int
    tokens: int
    calls_used: int = 0
    tokens_used: int = 0
    running: int = 0

    @property
    def spent(self) -> int:
        return self.tokens_used + self.running

    def start_call(self, asking: int) -> None:
        """Counts a call that sends `asking` tokens. BudgetSpent where it may not be made."""
        if self.calls_used >= self.calls or self.spent + asking >= self.tokens:
            raise self._over()
        self.calls_used += 1
        self.running = asking

    def hear(self, tokens: int) -> None:
        """The call under way has come to `tokens`. BudgetSpent where that is too many."""
        self.running = tokens
        if self.spent > self.tokens:
            raise self._over()

    def end_call(self) -> None:
        self.tokens_used, self.running = self.spent, 0

    def _over(self) -> BudgetSpent:
        return BudgetSpent(
            f"The budget is spent: {self.calls_used} of {self.calls} calls and about "
            f"{self.spent:,} of {self.tokens:,} tokens used."
        )
