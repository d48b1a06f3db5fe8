"""A lesson under review made anew to a plan for its quiz."""

from __future__ import annotations

from explainer.draft import Draft, extraction_of
from explainer.pack_plan import planned
from explainer.quiz.plan import Plan


def replanned(draft: Draft, plan: Plan) -> Draft:
    """The draft with a quiz made to `plan`. What is approved, or the teacher's own, is asked
    first where it fits and stays as it is; what does not fit is no longer there."""
    kept = [i for i in draft.pack.items if i.id in draft.approved or i.origin == "teacher"]
    pack = planned(draft.pack, extraction_of(draft), plan, ready=kept)
    there = {item.id for item in pack.items}
    return draft.model_copy(
        update={
            "pack": pack,
            "approved": tuple(id for id in draft.approved if id in there),
            "wanted": plan.items,
        }
    )
