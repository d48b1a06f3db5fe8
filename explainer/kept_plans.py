"""The plans that teachers set for the quizzes of lessons which are not theirs to edit."""

from __future__ import annotations

from sqlalchemy import Column, Engine, String, Table, Text, delete, insert, select

from explainer.database import metadata
from explainer.quiz.plan import Plan

plans = Table(
    "quiz_plans",
    metadata,
    Column("lesson", String(64), primary_key=True),
    Column("content", Text, nullable=False),
)


class Plans:
    """One plan a lesson, or none: then the quiz is as it comes."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        metadata.create_all(engine)

    def plan(self, lesson: str) -> Plan | None:
        with self.engine.connect() as connection:
            kept = connection.scalar(select(plans.c.content).where(plans.c.lesson == lesson))
        return None if kept is None else Plan.model_validate_json(kept)

    def keep(self, lesson: str, plan: Plan | None) -> None:
        """Keeps the plan in place of any other; None: no plan from now on."""
        with self.engine.begin() as connection:
            connection.execute(delete(plans).where(plans.c.lesson == lesson))
            if plan is not None:
                content = plan.model_dump_json()
                connection.execute(insert(plans).values(lesson=lesson, content=content))
