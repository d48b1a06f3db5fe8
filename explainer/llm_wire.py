"""What goes over the wire to a chat endpoint and back: replies, refusals, and their meaning."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import httpx
from httpx_sse import EventSource, SSEError
from pydantic import BaseModel, ValidationError

Answer = TypeVar("Answer", bound=BaseModel)
RETRIED = frozenset({408, 409, 429, *range(500, 600)})
UNSUPPORTED = frozenset({400, 415, 422, 501})


class ModelProblem(Exception):
    """The model gave no usable answer. The message is a sentence for the teacher; it holds
    neither the key nor the article."""


class Again(Exception):
    """Worth another try, `after` seconds if the endpoint said how many."""

    def __init__(self, summary: str, after: float | None = None) -> None:
        super().__init__(summary)
        self.summary, self.after = summary, after


class Unsupported(Exception):
    """The endpoint cannot do something we asked of it; `complaint` is what it wrote."""

    def __init__(self, complaint: str, summary: str) -> None:
        super().__init__(summary)
        self.complaint, self.summary = complaint, summary


@dataclass(slots=True)
class Reply:
    """`tokens` as the endpoint counted them; `complete` when it said that this was all."""

    text: str = ""
    tokens: int | None = None
    complete: bool = False


def events(response: httpx.Response) -> Iterator[str]:
    """The data of each server-sent event until the body ends."""
    try:
        for event in EventSource(response).iter_sse():
            yield event.data
    except SSEError as error:
        raise Again(
            f"it sent something that is no event stream ({type(error).__name__})."
        ) from None


def take(data: str, reply: Reply) -> None:
    """Add one event to the reply; `[DONE]` completes it, what is not JSON is passed over."""
    if data.strip() == "[DONE]":
        reply.complete = True
        return
    try:
        event = json.loads(data)
    except ValueError:
        return
    if not isinstance(event, dict):
        return
    if event.get("error"):
        raise Again("it reported an error while answering.")
    reply.tokens = _tokens(event) or reply.tokens
    reply.text += _content(event, "delta")
    reply.complete = reply.complete or _finished(event)


def whole(response: httpx.Response) -> Reply:
    """The reply of an endpoint that does not stream."""
    response.read()
    try:
        document = response.json()
    except ValueError:
        raise ModelProblem(
            "The address answers, but not as a model does: check that it ends in /v1."
        ) from None
    if not isinstance(document, dict):
        raise ModelProblem("The model's answer is not in the form of a chat completion.")
    if document.get("error"):
        raise ModelProblem("The model reported an error.")
    return Reply(_content(document, "message"), _tokens(document), complete=True)


def _content(document: dict[str, Any], name: str) -> str:
    try:
        content = document["choices"][0][name]["content"]
    except (KeyError, IndexError, TypeError):
        return ""
    return content if isinstance(content, str) else ""


def _finished(document: dict[str, Any]) -> bool:
    try:
        return bool(document["choices"][0]["finish_reason"] == "stop")
    except (KeyError, IndexError, TypeError):
        return False


def _tokens(document: dict[str, Any]) -> int | None:
    usage = document.get("usage")
    total = usage.get("total_tokens") if isinstance(usage, dict) else None
    return total if isinstance(total, int) and total > 0 else None


def refusal(response: httpx.Response) -> Exception:
    """What an error status means: Again, Unsupported, or a final ModelProblem."""
    code = response.status_code
    try:
        complaint = response.read()[:4000].decode(errors="replace")
    except httpx.HTTPError:
        complaint = ""
    if code in RETRIED - UNSUPPORTED:
        return Again(f"it answered with error {code}.", _retry_after(response))
    if code in UNSUPPORTED:
        return Unsupported(complaint, f"error {code}.")
    known = {
        401: "The model's key was not accepted: check EXPLAINER_LLM_API_KEY.",
        403: "The model's key may not be used for this model.",
        404: "No such model there: check its name, and the address (it often ends in /v1).",
        413: "The article is too long for this model.",
    }
    return ModelProblem(known.get(code, f"The model refused the request: error {code}."))


def _retry_after(response: httpx.Response) -> float | None:
    try:
        seconds = float(response.headers.get("retry-after", ""))
    except ValueError:
        return None
    return seconds if 0 <= seconds < 3600 else None


def parsed(text: str, answer: type[Answer]) -> Answer | None:
    """The first JSON object in the text that has the asked-for form; None if there is none."""
    decoder = json.JSONDecoder()
    at = text.find("{")
    for _ in range(50):
        if at < 0:
            break
        try:
            found, _end = decoder.raw_decode(text, at)
            return answer.model_validate(found)
        except (ValueError, RecursionError, ValidationError):
            at = text.find("{", at + 1)
    return None
