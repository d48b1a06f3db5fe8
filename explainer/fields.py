"""Fields that many parts of a lesson share, each with what its author needs to know."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from explainer.facts import Quote

Id = Annotated[
    str, Field(min_length=1, description="short and lasting, lower case with hyphens: an address")
]
ReferenceIds = Annotated[
    tuple[str, ...], Field(description="ids from references.yaml that it rests on")
]
PlaceIds = Annotated[tuple[str, ...], Field(description="ids from places.yaml that it concerns")]
FactIds = Annotated[
    tuple[str, ...], Field(description="facts it rests on; those of an event are b-<its id>")
]
Quotes = Annotated[
    tuple[Quote, ...], Field(description="words of the source at their place; made when built")
]
Name = Annotated[str, Field(min_length=1, description="the name as a reader sees it")]
Spellings = Annotated[tuple[str, ...], Field(description="other spellings in use")]
Note = Annotated[str | None, Field(description="a remark for the reader, in a sentence")]
