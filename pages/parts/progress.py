"""What a learner missed, and when it comes back: today's review, and the days to come."""

from __future__ import annotations

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
    def asked_today(self) -> tuple[Item, ...]:
        facts = [m.fact_id for m in due(self.known, self.today)]
        return to_ask(facts, self.pool, self.past)[:AT_A_TIME]

    @property
    def next_day(self) -> date | None:
        return min((m.due for m in self.known), default=None)

    def rows(self) -> list[tuple[Item, bool, date]]:
        """Each question missed once or more, how the last answer was, and when it is asked again.
        Its answer is not among them: that would give away what is due."""
        found: dict[str, tuple[Item, bool, date]] = {}
        missed = [item for attempt in self.past for item in attempt.missed]
        for memory in self.known:
            item = next(i for i in missed if memory.fact_id in asks_about(i))
            found.setdefault(
                item.variant_of or item.id, (item, memory.right, memory.due)
            )  # fmt: skip
        return list(found.values())


def review_of(attempt: Attempt, pack: Pack) -> Review:
    return Review(attempts().same_learner(attempt.token), pack, now(), here())


def show_review(review: Review) -> None:
    """What is to be done now, and a button that does it."""
    asked, begun, first = review.asked_today, review.unfinished, review.past[0]
    if begun is not None:
        left = len(begun.items) - len(begun.responses)
        st.html(f'<p class="x-lead">You began a review: {_questions(left)} to go.</p>')
        if st.button("Go on with it", type="primary", key="go-on"):
            _take(begun.token)
    elif asked:
        one = "is" if len(asked) == 1 else "are"
        st.html(f'<p class="x-lead">{_questions(len(asked))} {one} due today.</p>')
        st.write("Each comes back in other words where there is another way to ask it.")
        if st.button(f"Review {_questions(len(asked))}", type="primary", key="review"):
            _begin(review, asked)
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
    rows = review.rows()
    if not rows:
        return
    st.subheader("What you missed, and when it comes back")
    body = "".join(
        f'<tr><th scope="row">{escaped(item.stem)}</th>'
        f"<td>{'✓ right' if right else '✗ missed'}</td>"
        f"<td>{day_in_words(day, review.today)}</td></tr>"
        for item, right, day in rows
    )
    st.html(
        '<div class="x-scroll x-days x-quiet"><table class="x-table"><thead><tr>'
        '<th scope="col">Question</th><th scope="col">Last&nbsp;time</th><th scope="col">Next</th>'
        f"</tr></thead><tbody>{body}</tbody></table></div>"
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
