"""A client for any OpenAI-compatible chat endpoint: hosted, or Ollama, llama.cpp, vLLM, LM Studio.

What an endpoint cannot do (a JSON schema, streaming, usage figures) is found out once and
remembered. Nothing here decides what is true: answers are proposals.
"""

from __future__ import annotations

import json
import os
import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import httpx
from pydantic import BaseModel

from explainer.llm_wire import (
    Again,
    Answer,
    ModelProblem,
    Reply,
    Unsupported,
    events,
    parsed,
    refusal,
    take,
    whole,
)

Shape = Literal["json_schema", "json_object", "text"]
SHAPES: tuple[Shape, ...] = ("json_schema", "json_object", "text")
TRIES = 4
LONGEST_WAIT = 30.0
MOST_CHARACTERS = 400_000


class BudgetSpent(ModelProblem):
    """The calls or tokens allowed are used up."""


class Cancelled(ModelProblem):
    """The user stopped the work."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the model answers. `base_url` ends in /v1 on most servers."""

    base_url: str
    model: str
    api_key: str = field(default="", repr=False)

    @classmethod
    def from_settings(cls, settings: Mapping[str, str] = os.environ) -> Endpoint | None:
        """From EXPLAINER_LLM_BASE_URL, _MODEL and _API_KEY; None where they name no model."""
        url, model = (settings.get(f"EXPLAINER_LLM_{name}", "") for name in ("BASE_URL", "MODEL"))
        if not (url and model):
            return None
        return cls(url.rstrip("/"), model, settings.get("EXPLAINER_LLM_API_KEY", ""))


@dataclass(slots=True)
class Budget:
    """A hard limit, shown before and counted during. Tokens are the endpoint's own figures, or
    a quarter of the characters where it gives none."""

    calls: int
    tokens: int
    calls_used: int = 0
    tokens_used: int = 0

    def start_call(self) -> None:
        if self.calls_used >= self.calls or self.tokens_used >= self.tokens:
            raise BudgetSpent(
                f"The budget is spent: {self.calls_used} of {self.calls} calls and about "
                f"{self.tokens_used} of {self.tokens} tokens used."
            )
        self.calls_used += 1


@dataclass(slots=True)
class _Abilities:
    shape: int = 0
    stream: bool = True
    usage: bool = True
    limit: str | None = "max_tokens"

    def learn(self, complaint: str) -> bool:
        """Give up the thing the endpoint complained of; False when nothing is left to give up."""
        if self.usage and "stream_options" in complaint:
            self.usage = False
        elif self.limit == "max_tokens" and "max_tokens" in complaint:
            self.limit = "max_completion_tokens" if "max_completion_tokens" in complaint else None
        elif self.stream and "'stream'" in complaint.replace('"', "'"):
            self.stream = self.usage = False
        elif self.shape + 1 < len(SHAPES):
            self.shape += 1
        elif self.usage:
            self.usage = False
        else:
            return False
        return True


class Client:
    """Asks one endpoint, within one budget. Not for several threads at once."""

    def __init__(
        self,
        endpoint: Endpoint,
        budget: Budget,
        *,
        transport: httpx.BaseTransport | None = None,
        sleep: Callable[[float], None] = time.sleep,
        chance: Callable[[], float] = random.random,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        try:
            address = httpx.URL(endpoint.base_url)
        except httpx.InvalidURL:
            address = httpx.URL("")
        if address.scheme not in {"http", "https"} or not address.host:
            raise ModelProblem("The model's address must start with http:// or https://.")
        self.endpoint, self.budget = endpoint, budget
        self._sleep, self._chance, self._cancelled = sleep, chance, cancelled
        self._can = _Abilities()
        key = {"Authorization": f"Bearer {endpoint.api_key}"} if endpoint.api_key else {}
        self._http = httpx.Client(
            headers=key,
            timeout=httpx.Timeout(60.0, connect=10.0),
            transport=transport,
            trust_env=False,
        )

    def close(self) -> None:
        self._http.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def ask(self, task: str, material: str, answer: type[Answer], tokens: int = 4000) -> Answer:
        """Put one question; the reply in the form of `answer`.

        `task` says what to do, `material` is data. Raises ModelProblem when no usable reply
        came, BudgetSpent or Cancelled when it was not to go on.
        """
        while True:
            try:
                return self._with_retries(self._body(task, material, answer, tokens), answer)
            except Unsupported as no:
                if not self._can.learn(no.complaint):
                    raise ModelProblem(f"The model refused the request: {no.summary}") from None

    def _body(
        self, task: str, material: str, answer: type[BaseModel], tokens: int
    ) -> dict[str, Any]:
        schema = answer.model_json_schema()
        shape = SHAPES[self._can.shape]
        if shape != "json_schema":
            task += (
                "\n\nAnswer with one JSON object of this JSON Schema and nothing else:\n"
                + json.dumps(schema)
            )
        left = max(1, self.budget.tokens - self.budget.tokens_used)
        body: dict[str, Any] = {
            "model": self.endpoint.model,
            "messages": [
                {"role": "system", "content": task},
                {"role": "user", "content": material},
            ],
            "stream": self._can.stream,
        }
        if self._can.limit:
            body[self._can.limit] = min(tokens, left)
        if self._can.stream and self._can.usage:
            body["stream_options"] = {"include_usage": True}
        if shape == "json_object":
            body["response_format"] = {"type": "json_object"}
        elif shape == "json_schema":
            named = {"name": answer.__name__, "schema": schema}
            body["response_format"] = {"type": "json_schema", "json_schema": named}
        return body

    def _with_retries(self, body: dict[str, Any], answer: type[Answer]) -> Answer:
        for attempt in range(1, TRIES + 1):
            self._stop_if_cancelled()
            self.budget.start_call()
            try:
                return self._once(body, answer)
            except Again as again:
                if attempt == TRIES:
                    raise ModelProblem(f"The model did not answer: {again.summary}") from None
                self._wait(attempt, again.after)
        raise AssertionError("the last try returns or raises")

    def _once(self, body: dict[str, Any], answer: type[Answer]) -> Answer:
        reply = self._sent(body)
        written = len(json.dumps(body["messages"])) + len(reply.text)
        self.budget.tokens_used += reply.tokens or max(1, written // 4)
        found = parsed(reply.text, answer)
        if found is not None:
            return found
        if not reply.complete:
            raise Again("its answer broke off.")
        raise ModelProblem("The model's answer was not in the form asked for.")

    def _wait(self, attempt: int, after: float | None) -> None:
        seconds = after if after is not None else 2 ** (attempt - 1) * (0.5 + self._chance())
        self._sleep(min(seconds, LONGEST_WAIT))

    def _sent(self, body: dict[str, Any]) -> Reply:
        url = f"{self.endpoint.base_url.rstrip('/')}/chat/completions"
        try:
            with self._http.stream("POST", url, json=body) as response:
                if response.status_code >= 300:
                    raise refusal(response)
                if "text/event-stream" in response.headers.get("content-type", ""):
                    return self._streamed(response)
                return whole(response)
        except httpx.TimeoutException:
            raise Again("it took too long.") from None
        except httpx.HTTPError:
            raise Again("the connection failed or broke off.") from None

    def _streamed(self, response: httpx.Response) -> Reply:
        reply = Reply()
        for data in events(response):
            self._stop_if_cancelled()
            take(data, reply)
            if len(reply.text) > MOST_CHARACTERS:
                raise ModelProblem("The model talked without end; its answer was dropped.")
            if data.strip() == "[DONE]":
                break
        return reply

    def _stop_if_cancelled(self) -> None:
        if self._cancelled():
            raise Cancelled("Stopped.")
