"""A client for any OpenAI-compatible chat endpoint: hosted, or Ollama, llama.cpp, vLLM, LM Studio.

What an endpoint cannot do (a JSON schema, streaming, usage figures) is found out once and
remembered. Nothing here decides what is true: answers are proposals.
"""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import Any, TypeVar

import httpx
from pydantic import BaseModel

from explainer.llm_endpoint import Budget, Endpoint
from explainer.llm_request import Abilities, request, tokens_of
from explainer.llm_wire import (
    Again,
    Answer,
    ModelProblem,
    Nonsense,
    Reply,
    Unsupported,
    events,
    parsed,
    refusal,
    take,
    whole,
)

TRIES = 4
LONGEST_WAIT = 60.0
LONGEST_ANSWER = 900.0
LARGEST_ANSWER = 8_000_000
PULSE = 0.2
_Result = TypeVar("_Result")


class Cancelled(ModelProblem):
    """The user stopped the work."""


def _run(work: Coroutine[Any, Any, _Result]) -> _Result:
    """The result of `work`; in a thread of its own where this one runs a loop already, as in a
    notebook."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(copy_context().run, asyncio.run, work).result()


class Client:
    """Asks one endpoint, within one budget. Not for several threads at once, and not inside a
    running event loop.

    `patience` is how many seconds it may say nothing. `cancelled` is asked several times a
    second, also while nothing comes; what it raises ends the call.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        budget: Budget,
        *,
        transport: httpx.AsyncBaseTransport | None = None,
        sleep: Callable[[float], None] = time.sleep,
        chance: Callable[[], float] = random.random,
        cancelled: Callable[[], bool] = lambda: False,
        patience: float = 120.0,
    ) -> None:
        self.endpoint, self.budget = endpoint, budget
        self._transport, self._patience = transport, patience
        self._sleep, self._chance, self._cancelled = sleep, chance, cancelled
        self._can = Abilities()
        self._open: httpx.Response | None = None

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
            except Nonsense:
                # It may not heed the schema it was sent: it gets to read it in the task.
                if not self._can.plainer():
                    raise

    def _body(
        self, task: str, material: str, answer: type[BaseModel], tokens: int
    ) -> dict[str, Any]:
        left = self.budget.tokens - self.budget.spent
        return request(self.endpoint.model, self._can, left, task, material, answer, tokens)

    def _with_retries(self, body: dict[str, Any], answer: type[Answer]) -> Answer:
        for attempt in range(1, TRIES + 1):
            self._stop_if_cancelled()
            try:
                return self._once(body, answer)
            except Again as again:
                if attempt == TRIES:
                    raise ModelProblem(f"The model did not answer: {again.summary}") from None
                self._wait(attempt, again.after)
        raise AssertionError("the last try returns or raises")

    def _wait(self, attempt: int, after: float | None) -> None:
        """What the endpoint asked for, or ever longer; never at the same moment as others."""
        if after is not None and after > LONGEST_WAIT:
            raise ModelProblem(f"The model asks to be left alone for {after:.0f} seconds.")
        base = 2.0 ** (attempt - 1) if after is None else after
        left = base * (1 + self._chance() / 2)
        while left > 0:
            self._stop_if_cancelled()
            self._sleep(min(left, PULSE))
            left -= PULSE

    def _once(self, body: dict[str, Any], answer: type[Answer]) -> Answer:
        self.budget.start_call(tokens_of(body))
        try:
            reply = _run(self._watched(body))
        finally:
            self.budget.end_call()
        # An answer that repeats the key must not carry it into a lesson or a report.
        key = self.endpoint.api_key
        found = parsed(reply.text.replace(key, "[key]") if key else reply.text, answer)
        if found is not None:
            return found
        if reply.cut:
            raise ModelProblem("The model's answer was longer than it may be.")
        if not reply.complete:
            raise Again("its answer broke off.")
        raise Nonsense("The model's answer was not in the form asked for.")

    async def _watched(self, body: dict[str, Any]) -> Reply:
        """The reply; meanwhile the user may cancel, and no answer lasts for ever."""
        call = asyncio.create_task(self._sent(body))
        call.add_done_callback(lambda done: done.cancelled() or done.exception())
        try:
            async with asyncio.timeout(LONGEST_ANSWER):
                while not (await asyncio.wait({call}, timeout=PULSE))[0]:
                    self._stop_if_cancelled()
                    if self._open and self._open.num_bytes_downloaded > LARGEST_ANSWER:
                        raise _endless()
                return await call
        except TimeoutError:
            raise _slow(LONGEST_ANSWER) from None
        finally:
            call.cancel()
            self._open = None

    async def _sent(self, body: dict[str, Any]) -> Reply:
        key = self.endpoint.api_key
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        headers["Content-Type"] = "application/json"
        url = f"{self.endpoint.base_url.rstrip('/')}/chat/completions"
        client = httpx.AsyncClient(
            headers=headers, timeout=httpx.Timeout(self._patience, connect=10.0),
            transport=self._transport, trust_env=False,
        )  # fmt: skip
        try:
            async with (
                client,
                client.stream("POST", url, content=json.dumps(body).encode()) as response,
            ):
                self._open = response
                return await self._heard(response)
        except httpx.ConnectTimeout:
            raise Again("it could not be reached.") from None
        except httpx.TimeoutException:
            raise _slow(self._patience) from None
        except httpx.HTTPError:
            raise Again("the connection failed or broke off.") from None

    async def _heard(self, response: httpx.Response) -> Reply:
        if response.status_code >= 300:
            refused = await refusal(response)
            self.budget.running = 0  # What is refused is not charged.
            raise refused
        if "text/event-stream" not in response.headers.get("content-type", ""):
            reply = await whole(response)
            self.budget.hear(reply.tokens or self.budget.running + len(reply.text) // 4)
            return reply
        reply, asked = Reply(), self.budget.running
        async for data in events(response):
            take(data, reply)
            self.budget.hear(reply.tokens or asked + len(reply.text) // 4)
            if data.strip() == "[DONE]":
                break
        return reply

    def _stop_if_cancelled(self) -> None:
        if self._cancelled():
            raise Cancelled("Stopped.")


def _slow(seconds: float) -> ModelProblem:
    return ModelProblem(f"The model took too long: more than {seconds:.0f} seconds.")


def _endless() -> ModelProblem:
    return ModelProblem("The model talked without end; its answer was dropped.")
