"""What goes over the wire to a chat endpoint and back: replies, refusals, and their meaning."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar

import httpx
from httpx_sse import EventSource, SSEError
from pydantic import BaseModel, ValidationError

Answer = TypeVar("Answer", bound=BaseModel)
RETRIED = frozenset({408, 409, 429, *range(500, 600)})
UNSUPPORTED = frozenset({400, 415, 422})
MOST_OF_AN_ERROR = 20_000
# What servers call the part of a request that they cannot serve, whatever status they give.
_SHAPE = re.compile(r"response_format|json_schema|json_object|grammar|stream_options", re.I)
_TOO_LONG = re.compile(
    r"context (?:length|size|window)|exceed\w* .{0,40}context|too (?:long|large)", re.I
)
_THOUGHT = re.compile(r"<think>.*?(?:</think>|\Z)", re.S)


class ModelProblem(Exception):
    """The model gave no usable answer. The message is a sentence for the teacher; it holds
    neither the key nor the article nor anything that the endpoint wrote."""


class Nonsense(ModelProblem):
    """An answer came, and not in the form asked for."""


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
    """`tokens` as the endpoint counted them; `complete` when it said that this was all, `cut`
    when it stopped at the number of tokens allowed."""

    text: str = ""
    tokens: int | None = None
    complete: bool = False
    cut: bool = False


async def events(response: httpx.Response) -> AsyncIterator[str]:
    """The data of each server-sent event until the body ends."""
    try:
        async for event in EventSource(response).aiter_sse():
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
    why = _finish(event)
    reply.complete, reply.cut = reply.complete or why == "stop", reply.cut or why == "length"


async def whole(response: httpx.Response) -> Reply:
    """The reply of an endpoint that does not stream."""
    await response.aread()
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
    text, cut = _content(document, "message"), _finish(document) == "length"
    return Reply(text, _tokens(document), complete=True, cut=cut)


def _content(document: dict[str, Any], name: str) -> str:
    try:
        content = document["choices"][0][name]["content"]
    except (KeyError, IndexError, TypeError):
        return ""
    return content if isinstance(content, str) else ""


def _finish(document: dict[str, Any]) -> object:
    try:
        return document["choices"][0]["finish_reason"]
    except (KeyError, IndexError, TypeError):
        return None


def _tokens(document: dict[str, Any]) -> int | None:
    usage = document.get("usage")
    total = usage.get("total_tokens") if isinstance(usage, dict) else None
    return total if isinstance(total, int) and total > 0 else None


async def refusal(response: httpx.Response) -> Exception:
    """What an error status means: Again, Unsupported, or a final ModelProblem."""
    code, complaint = response.status_code, await _complaint(response)
    long = code == 413 or (code in UNSUPPORTED and _TOO_LONG.search(complaint))
    if long and "_tokens" not in complaint:
        return ModelProblem("The article is too long for this model.")
    if code in UNSUPPORTED or (code >= 500 and _SHAPE.search(complaint)):
        why = "the article may be too long for it." if long else f"error {code}."
        return Unsupported(complaint, why)
    if code in RETRIED:
        return Again(f"it answered with error {code}.", _retry_after(response))
    known = {
        401: "The model's key was not accepted: check it.",
        403: "The model's key may not be used for this model.",
        404: "No such model there: check its name, and the address (it often ends in /v1).",
    }
    if code < 400:
        return ModelProblem("The model's address leads on to another: give that one.")
    return ModelProblem(known.get(code, f"The model refused the request: error {code}."))


async def _complaint(response: httpx.Response) -> str:
    """The beginning of what the endpoint wrote, JSON or not. It is looked at, never shown."""
    found = b""
    try:
        async for piece in response.aiter_bytes():
            found += piece
            if len(found) > MOST_OF_AN_ERROR:
                break
    except httpx.HTTPError:
        pass  # The status says enough.
    return found[:MOST_OF_AN_ERROR].decode(errors="replace")


def _retry_after(response: httpx.Response) -> float | None:
    """Seconds to wait, of a header that gives seconds or a date."""
    told = response.headers.get("retry-after", "").strip()
    try:
        seconds = float(told)
    except ValueError:
        try:
            when = parsedate_to_datetime(told)
        except ValueError:
            return None
        seconds = (when.replace(tzinfo=when.tzinfo or UTC) - datetime.now(UTC)).total_seconds()
    return max(0.0, seconds) if seconds < 1e7 else None


def parsed(text: str, answer: type[Answer]) -> Answer | None:
    """The first JSON object in the text that has the asked-for form; None if there is none."""
    text = _THOUGHT.sub("", text)
    decoder, empty = json.JSONDecoder(), None
    at = text.find("{")
    for _ in range(50):
        if at < 0:
            break
        end = at + 1
        try:
            document, end = decoder.raw_decode(text, at)
            found = answer.model_validate(document)
            if found.model_fields_set or not answer.model_fields:
                return found
            empty = empty or found  # Talk in braces: the answer proper may come later.
        except (ValueError, RecursionError, ValidationError):
            end = at + 1
        at = text.find("{", end)
    return empty
