"""What a learner missed, and when it comes back: today's review, and the days to come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone

import streamlit as st

from explainer.pack import Pack
from explainer.quiz.attempt import Attempt
from explainer.quiz.item import Item
from explainer.quiz.review import asks_about, due, memories, to_ask
from pages.parts.data import attempts, now
from pages.parts.words import escaped, plain

AT_A_TIME = 10


def here() -> timezone:
    """The zone of the learner's clock, as the browser tells it."""
    west = st.context.timezone_offset
    return timezone(timedelta(minutes=-west)) if west else UTC


def day_in_words(day: date, today: date) -> str:
    """ "today", "tomorrow, Friday 2 January", "in 3 days, Sunday 4 January"."""
    ahead = (day - today).days
    if ahead <= 0:
        return "today"
    named = f"{day:%A} {day.day} {day:%B}" + (f" {day.year}" if day.year != today.year else "")
    return f"tomorrow, {named}" if ahead == 1 else f"in {ahead} days, {named}"


class Review:
    """All that one learner has to come back to in a lesson, as of `at` (UTC without a zone)."""

    def __init__(
        self, past: Sequence[Attempt], pack: Pack, at: datetime, zone: timezone = UTC
    ) -> None:
        self.past, self.pack = past, pack
        self.today = at.replace(tzinfo=UTC).astimezone(zone).date()
        self.pool = (*pack.items, *pack.variants)
        # What the lesson no longer asks is not asked again.
        left = {fact for item in self.pool for fact in asks_about(item)}
        self.known = [m for m in memories(past, zone) if m.fact_id in left]

    @property
    def unfinished(self) -> Attempt | None:
        """A retry or a review begun and not ended, the last one."""
        begun = [a for a in self.past if a.retry_of and a.next_item]
        return begun[-1] if begun else None

    @property
    def to_ask(self) -> tuple[Item, ...]:
        """The questions for all that is due: not as many as were missed, for one may ask of two
        facts, and two of one."""
        facts = [m.fact_id for m in due(self.known, self.today)]
        return to_ask(facts, self.pool, self.past)

    @property
    def next_day(self) -> date | None:
        return min((m.due for m in self.known), default=None)

    def rows(self) -> dict[date, list[tuple[Item, bool]]]:
        """By the day of the next time, not before today: each question missed once or more, and
        whether what it asks was right the last time. Its answer is not among them: that would
        give away what is due."""
        missed: dict[str, list[Item]] = defaultdict(list)
        for item in (item for attempt in self.past for item in attempt.missed):
            missed[item.variant_of or item.id].append(item)
        found: dict[date, list[tuple[Item, bool]]] = defaultdict(list)
        for ways in missed.values():
            facts = {fact for item in ways for fact in asks_about(item)}
            if told := [memory for memory in self.known if memory.fact_id in facts]:
                day = max(min(memory.due for memory in told), self.today)
                found[day].append((ways[0], all(memory.right for memory in told)))
        return dict(sorted(found.items()))


def review_of(attempt: Attempt, pack: Pack) -> Review:
    return Review(attempts().same_learner(attempt.token), pack, now(), here())


def show_review(review: Review) -> None:
    """What is to be done now, and a button that does it."""
    asked, begun, first = review.to_ask, review.unfinished, review.past[0]
    if begun is not None:
        left = len(begun.items) - len(begun.responses)
        st.html(f'<p class="x-lead">You began a review: {_questions(left)} to go.</p>')
        if st.button("Go on with it", type="primary", key="go-on"):
            _take(begun.token)
    elif asked:
        missed = len(review.rows()[review.today])
        one = "is" if missed == 1 else "are"
        st.html(f'<p class="x-lead">{_questions(missed)} you missed {one} due today.</p>')
        now_asked, rest = asked[:AT_A_TIME], len(asked) - AT_A_TIME
        later = f", then {rest} more" if rest > 0 else ""
        st.write(
            f"The review asks {_questions(len(now_asked))}{later}, in other words where there is "
            "another way to ask."
        )
        if st.button("Begin the review", type="primary", key="review"):
            _begin(review, now_asked)
    elif review.next_day:
        when = day_in_words(review.next_day, review.today)
        st.html(f'<p class="x-lead">Nothing is due today. Next: {when}.</p>')
    elif any(attempt.responses for attempt in review.past):
        st.html('<p class="x-lead">You have missed nothing so far, so nothing comes back.</p>')
    else:
        st.html('<p class="x-lead">You have answered nothing yet. What you miss comes here.</p>')
    if first.next_item is not None:
        left = len(first.items) - len(first.responses)
        st.write(f"Your quiz is not finished: {_questions(left)} to go.")
        if st.button("Go on with the quiz", key="go-on-quiz"):
            _take(first.token)


def show_days(review: Review) -> None:
    """A table of what comes back, in the order of its days."""
    days = review.rows()
    if not days:
        return
    st.subheader("What you missed, and when it comes back")
    bodies = ""
    for day, rows in days.items():
        named = day_in_words(day, review.today)
        body = "".join(
            f'<tr><th scope="row">{escaped(item.stem)}</th>'
            f"<td>{'✓ right' if right else '✗ missed'}</td></tr>"
            for item, right in rows
        )
        bodies += (
            f'<tbody><tr><th scope="rowgroup" colspan="2">{named[0].upper()}{named[1:]}</th></tr>'
            f"{body}</tbody>"
        )
    st.html(
        '<div class="x-quiet"><table class="x-table"><thead><tr><th scope="col">Question</th>'
        f'<th scope="col">Last&nbsp;time</th></tr></thead>{bodies}</table></div>'
    )


def show_next_review(attempt: Attempt, pack: Pack) -> None:
    """On the page at the end of a quiz: when what was missed comes back."""
    review = review_of(attempt, pack)
    if review.next_day is None:
        return
    when = day_in_words(review.next_day, review.today)
    st.subheader("What you missed comes back")
    st.write(f"Next: {when}. Your code or your link opens it.")
    st.page_link(
        "learn/progress.py", label="Your progress", icon=":material/event_repeat:",
        query_params={"t": attempt.token},
    )  # fmt: skip


def _begin(review: Review, asked: Sequence[Item]) -> None:
    begun = attempts().begin(
        review.pack.id, review.pool, now(), asked=[item.id for item in asked],
        nickname=review.past[0].nickname, retry_of=review.past[0].token,
    )  # fmt: skip
    _take(begun.token)


def _take(token: str) -> None:
    st.session_state["attempt"] = token
    st.switch_page("learn/quiz.py", query_params={"t": token})


def _questions(n: int) -> str:
    return plain("1 question" if n == 1 else f"{n} questions")
