from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from explainer.extract.extract import extract
from explainer.reading.text import read_text
from explainer.timeline import Event, in_order, in_words, span_of
from explainer.timeline_make import timeline
from explainer.timeline_title import short, without_time

DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))


@pytest.mark.parametrize(
    ("text", "begin", "end", "precision"),
    [
        ("1984", date(1984, 1, 1), date(1984, 12, 31), "year"),
        ("1984-02", date(1984, 2, 1), date(1984, 2, 29), "month"),
        ("1984-04-19", date(1984, 4, 19), date(1984, 4, 19), "day"),
        ("1980s", date(1980, 1, 1), date(1989, 12, 31), "decade"),
        ("1979-12-25/1979-12-27", date(1979, 12, 25), date(1979, 12, 27), "day"),
        ("1985-06/1985-07", date(1985, 6, 1), date(1985, 7, 31), "month"),
        ("1983-01/1984", date(1983, 1, 1), date(1984, 12, 31), "year"),
    ],
)
def test_a_date_means_its_first_and_last_day(text, begin, end, precision):
    """A date is as long as it is vague; of a span the vaguer end decides."""
    assert span_of(text) == (begin, end, precision)


@pytest.mark.parametrize("text", ["", "84", "1984-13", "1984-02-30", "spring 1984", "1985/1984"])
def test_what_is_no_date_is_refused(text):
    """A wrong date is an error, never a guess."""
    with pytest.raises(ValueError, match=r"\S"):
        span_of(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1979-12-25/1979-12-27", "25 to 27 December 1979"),
        ("1982-12-31/1983-01-01", "31 December 1982 to 1 January 1983"),
        ("2021-08-30/2021-09-02", "30 August to 2 September 2021"),
        ("1985-06/1985-07", "June to July 1985"),
        ("1983-01/1984-04", "January 1983 to April 1984"),
        ("1986/1988", "1986 to 1988"),
        ("1980s", "the 1980s"),
        ("1980", "1980"),
        ("2021-08-19", "19 August 2021"),
    ],
)
def test_words_are_no_more_exact_than_the_date(text, words):
    """A month is not written as a day."""
    assert in_words(*span_of(text)) == words


@given(DAYS)
def test_a_day_survives_writing_and_reading(day):
    """An ISO day means that day and nothing else."""
    assert span_of(day.isoformat()) == (day, day, "day")


def test_one_date_in_place_of_begin_end_and_precision():
    """An author writes one date; what is given beside it wins."""
    data = {"id": "x", "title": "X", "date": "1982-05-15/1982-06-30"}
    event = Event.model_validate(data | {"precision": "week", "about_then": True})
    assert (event.begin, event.end) == (date(1982, 5, 15), date(1982, 6, 30))
    assert event.precision == "week"
    assert event.when == "about 15 May to 30 June 1982"


def test_an_event_does_not_end_before_it_begins():
    """Time runs one way."""
    with pytest.raises(ValidationError, match="before it begins"):
        Event(
            id="x", title="X", begin=date(1990, 1, 2), end=date(1990, 1, 1), precision="day",
            when="then",
        )  # fmt: skip


@given(st.lists(st.tuples(DAYS, st.integers(0, 4000)), max_size=12))
def test_events_stand_by_first_day_and_the_longer_first(spans):
    """A decade stands before its first year, whatever order they came in."""
    events = [
        Event(
            id=f"e{n}", title="E", begin=day, end=date.fromordinal(day.toordinal() + length),
            precision="day", when="then",
        )
        for n, (day, length) in enumerate(spans)
    ]  # fmt: skip
    ordered = in_order(events)
    keys = [(event.begin, -event.end.toordinal()) for event in ordered]
    assert keys == sorted(keys)
    assert set(ordered) == set(events)


def test_a_text_gives_its_dated_events_in_order():
    """Events come with their sentence, their date and how it was got; the undated stand apart."""
    text = (
        "The mayor opened a bridge on 3 May 2019. In 2011, a flood destroyed the old bridge. "
        "Two people were killed in the accident at the mill."
    )
    found = timeline(extract(read_text(text, published=date(2020, 1, 1))))
    assert [event.begin for event in found.events] == [date(2011, 1, 1), date(2019, 5, 3)]
    assert [event.precision for event in found.events] == ["year", "day"]
    for event in found.events:
        assert event.fact_ids
        assert event.evidence[0].quote in text
        assert event.origin == "source"
    assert "killed" in " ".join(undated.title for undated in found.undated)


def test_a_text_without_dates_has_an_empty_timeline():
    """Nothing is dated that the text does not date."""
    assert timeline(extract(read_text("Cats sleep a lot. Dogs bark at night."))).events == ()


@pytest.mark.parametrize(
    ("statement", "words", "left"),
    [
        ("During the 1980s, the army left.", "the 1980s", "The army left."),
        ("On August 19, 2021, people marched.", "August 19", "People marched."),
        (
            "From here, twenty years ago, the men went to war.",
            "twenty years ago",
            "The men went to war.",
        ),
        (
            "The council moved to the new house in 1988.",
            "1988",
            "The council moved to the new house",
        ),
        ("In 1988 nothing happened.", "1990", "In 1988 nothing happened."),
    ],
)
def test_a_title_leaves_out_the_words_that_date_it(statement, words, left):
    """The date stands beside the title already."""
    assert without_time(statement, words) == left


@given(st.text(max_size=300), st.text(max_size=20))
def test_titles_are_short_whatever_the_statement(statement, words):
    """No statement breaks the title, and none overflows it."""
    assert len(short(without_time(statement, words))) <= 102


def events_of(text):
    found = timeline(extract(read_text(text, published=date(2020, 1, 1))))
    return [(event.begin.year, event.title) for event in found.events]


def test_a_time_said_aside_does_not_date_the_event():
    """A budget for next year is passed this year; a record since 1996 is not of 1996."""
    text = (
        "In 2019 the council passed the budget for 2031. Prices rose in 2018, the most since 1996."
    )
    assert [year for year, _ in events_of(text)] == [2018, 2019]


def test_a_fact_with_two_times_gives_two_events():
    """What happened twice stands on the timeline twice."""
    text = "Similar reefs were found near Scotland in 1982 and near Ireland in 1999."
    found = timeline(extract(read_text(text, published=date(2020, 1, 1))))
    assert [event.begin.year for event in found.events] == [1982, 1999]
    assert len({event.id for event in found.events}) == 2


def test_a_title_names_what_it_is_about():
    """“It” alone says nothing; the name the paragraph speaks of is added in brackets."""
    text = "Kabul lies in Afghanistan. It joined a league of cities in 1962."
    assert "It [Kabul] joined a league of cities" in [title for _, title in events_of(text)]
    apart = "Kabul lies in Afghanistan.\n\nIt joined a league of cities in 1962."
    assert "It joined a league of cities" in [title for _, title in events_of(apart)]


NEWS = date(2024, 3, 12)


def one_event(text):
    [event] = timeline(extract(read_text(text, published=NEWS))).events
    return event


@pytest.mark.parametrize(
    ("text", "when", "how"),
    [
        ("The harbour was rebuilt in 2019.", "2019", "from “2019”, as written"),
        ("The harbour was rebuilt in March 2021.", "March 2021", "as written"),
        ("The harbour was rebuilt in the late 1980s.", "the late 1980s", "as written"),
        ("The harbour was rebuilt in the spring of 2021.", "spring 2021", "as written"),
        ("The harbour was rebuilt in the winter of 2021.", "winter 2021–22", "as written"),
        ("The harbour was built in the 19th century.", "the 19th century", "as written"),
        ("The harbour was rebuilt in early March 2021.", "early March 2021", "as written"),
        ("The harbour was built around 1480.", "about 1480", "as written"),
        ("The harbour was closed last week.", "the week of 4 to 10 March 2024",
         "from “last week”, counted from the publication date 12 March 2024"),
        ("The harbour was closed on Monday evening.", "evening of 11 March 2024",
         "from “Monday evening”, the Monday counted from the publication date 12 March 2024"),
        ("The harbour was closed on 3 May.", "3 May 2023", "the year is 2023"),
        ("The harbour made a profit in the third quarter of 2023.",
         "the third quarter of 2023", "as written"),
    ],
)  # fmt: skip
def test_when_and_how_that_is_known(text, when, how):
    """The date in words is no more exact than the text's, and the words it came from are named."""
    event = one_event(text)
    assert event.when == when
    assert how in event.how_resolved


def test_what_was_to_come_is_planned():
    """An event after the day of publication had not happened when the text told of it."""
    assert one_event("The minister will meet the men on 20 March.").certainty == "planned"
    assert one_event("Ana Kos said the port will open on 2 April.").certainty == "planned"
    assert one_event("The minister met the men on 4 March.").certainty == "reported"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("The club won the league in 1931 and lost its stadium in 1968.",
         ["The club won the league", "The club lost its stadium"]),
        ("Similar reefs were found near Scotland in 1982 and near Ireland in 1999.",
         ["Similar reefs were found near Scotland",
          "Similar reefs were found near Scotland in 1982 and near Ireland in 1999"]),
        ("The two countries signed a treaty in 1954, and broke it in 1987.",
         ["The two countries signed a treaty",
          "The two countries signed a treaty in 1954, and broke it in 1987"]),
    ],
)  # fmt: skip
def test_two_dates_of_a_sentence_have_titles_of_their_own(text, titles):
    """No title stands twice on the timeline: each tells what happened then."""
    assert [title for _, title in events_of(text)] == titles
