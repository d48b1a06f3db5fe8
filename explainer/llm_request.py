"""What is asked of a chat endpoint, in the richest form that it can serve."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel

Shape = Literal["json_schema", "json_object", "text"]
SHAPES: tuple[Shape, ...] = ("json_schema", "json_object", "text")


@dataclass(slots=True)
class Abilities:
    """What the endpoint can do, as far as its complaints have told; `shape` counts in SHAPES."""

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
        elif self.plainer():
            return True
        elif self.usage:
            self.usage = False
        else:
            return False
        return True

    def plainer(self) -> bool:
        """Ask for the next simpler form of answer; False at plain text."""
        if self.shape + 1 == len(SHAPES):
            return False
        self.shape += 1
        return True


def request(
    model: str,
    can: Abilities,
    left: int,
    task: str,
    material: str,
    answer: type[BaseModel],
    tokens: int,
) -> dict[str, Any]:
    """The body of a call: at most `tokens` back, and no more than `left` with what is asked."""
    schema = plain_schema(answer.model_json_schema())
    shape = SHAPES[can.shape]
    if shape != "json_schema":
        task += (
            "\n\nAnswer with one JSON object of this JSON Schema and nothing else:\n"
            + json.dumps(schema)
        )
    body: dict[str, Any] = {
        "model": model,
        "messages": [
            {"role": "system", "content": task},
            {"role": "user", "content": material},
        ],
        "stream": can.stream,
    }
    if can.limit:
        body[can.limit] = max(1, min(tokens, left - tokens_of(body)))
    if can.stream and can.usage:
        body["stream_options"] = {"include_usage": True}
    if shape == "json_object":
        body["response_format"] = {"type": "json_object"}
    elif shape == "json_schema":
        named = {"name": answer.__name__, "schema": schema}
        body["response_format"] = {"type": "json_schema", "json_schema": named}
    return body


def tokens_of(body: dict[str, Any]) -> int:
    """About how many tokens the messages are."""
    return len(json.dumps(body["messages"])) // 4 + 1


def plain_schema(schema: Any) -> Any:
    """Without limits of length: some servers unroll them into grammars that take minutes to use,
    others refuse them. The answer is held to them here."""
    if isinstance(schema, dict):
        left = {k: v for k, v in schema.items() if k not in ("maxLength", "maxItems", "title")}
        return {key: plain_schema(value) for key, value in left.items()}
    return [plain_schema(each) for each in schema] if isinstance(schema, list) else schema
