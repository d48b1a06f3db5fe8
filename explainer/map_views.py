"""A guided sequence of views of the land, each with one idea."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from explainer.facts import Strict
from explainer.fields import Id, PlaceIds, ReferenceIds

Show = Literal["map", "profile", "sections"]


class GuidedView(Strict):
    """One look at the map, with one idea, its fact, a question and a comparison."""

    id: Id
    title: str = Field(description="the idea in a few words")
    fact: str = Field(description="what can be seen, with its numbers, in two or three sentences")
    compare: str = Field(description="the same measured against things a class knows")
    question: str = Field(description="to talk about before going on")
    hint: str = Field(description="what an answer could hold")
    show: Show = Field(default="map", description="what is looked at")
    far: bool = Field(default=False, description="whether the map shows the surroundings too")
    place_ids: PlaceIds = ()
    claim_ids: Annotated[
        tuple[str, ...], Field(description="claims of the article this view bears on")
    ] = ()
    reference_ids: ReferenceIds = ()
