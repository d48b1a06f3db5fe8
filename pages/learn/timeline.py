"""The timeline as a fan, with its list twin; ?event= opens one, ?period= a stretch of it."""

import streamlit as st

from pages.parts.data import pack
from pages.parts.event import ORIGINS, OVERVIEW, period_of, show_event, show_list, shown
from pages.parts.fan import fan
from pages.parts.keys import scroll_to, show_touch_repair
from pages.parts.look import dark, phone, room
from pages.parts.words import plain

timeline = pack().timeline
st.html('<p class="x-kicker">Timeline</p>')
st.title("What happened when")
if not timeline.events:
    st.write("No sentence of this article gives a date.")
    st.stop()

asked = timeline.event(st.query_params.get("event", ""))
default = period_of(asked, timeline) if asked and not asked.main else OVERVIEW
names = {OVERVIEW: "Overview", **{period.id: period.title for period in timeline.periods}}
with st.container(horizontal=True, vertical_alignment="bottom"):
    choice = st.query_params.get("period", default)
    period = st.pills(
        "Period", list(names), format_func=lambda id: plain(names[id]), required=True,
        default=choice if choice in names else OVERVIEW, key="period", wrap=True,
    )  # fmt: skip
    if period != choice and period in names:
        st.query_params["period"] = period
    origins = st.segmented_control(
        "From", list(ORIGINS), selection_mode="multi", key="origins", default=list(ORIGINS)
    )
events = shown(timeline, period, {ORIGINS[name] for name in origins})
about = next((p.about for p in timeline.periods if p.id == period), None)
if about:
    st.caption(plain(about))
if not events:
    st.write("Nothing to show with these filters.")
    st.stop()

ids = [event.id for event in events]
chosen = st.query_params.get("event")
index = ids.index(chosen) if chosen in ids else 0


def open_event(id: str) -> None:
    st.query_params["event"] = id


@st.fragment(run_every=4.0)
def play(here: str, after: str) -> None:
    """The first run belongs to the event just opened; the timer's next one moves on."""
    if st.session_state.get("playing") == here:
        open_event(after)
        st.rerun()
    st.session_state["playing"] = here


def pressed_row() -> None:
    points = st.session_state["fan"].selection.points
    ids = [point["customdata"] for point in points if point.get("customdata")]
    if ids:
        open_event(ids[0][0] if isinstance(ids[0], list) else ids[0])
        st.session_state["tapped"] = True


show_touch_repair()
detail, chart = st.columns([2, 3], gap="large")
with detail, st.container(key="detail"):
    show_event(events[index], pack())
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        st.button(
            "Earlier", shortcut="Left", disabled=index == 0,
            on_click=open_event, args=(ids[max(index - 1, 0)],),
        )  # fmt: skip
        st.html(f'<p class="x-muted">{index + 1} of {len(ids)}</p>', width="content")
        st.button(
            "Later", shortcut="Right", disabled=index == len(ids) - 1, type="primary",
            on_click=open_event, args=(ids[min(index + 1, len(ids) - 1)],),
        )  # fmt: skip
    if st.toggle("Play through") and index < len(ids) - 1:
        play(ids[index], ids[index + 1])
    else:
        st.session_state.pop("playing", None)
if phone() and st.session_state.get("tapped"):
    # The detail stands above the rows on a narrow screen.
    scroll_to(".st-key-detail", f"event-{ids[index]}")
with chart:
    st.plotly_chart(
        fan(events, ids[index], is_dark=dark(), room=room()), theme=None, key="fan",
        on_select=pressed_row, selection_mode="points", config={"displayModeBar": False},
        alt=f"Timeline of {len(events)} events; the same as a list follows below",
    )  # fmt: skip
    st.caption(
        "A dot marks what the article tells, a diamond background. A thick stretch is a time "
        "known no more exactly than that, or one that lasted. A dotted line is disputed, one "
        "side's claim, planned, or only about then."
    )
st.subheader("The same as a list")
show_list(events, pack())
