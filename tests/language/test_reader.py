"""The whole reader, on the seed article and on any text."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.facts import Attribution
from explainer.language.reader import merge, read
from explainer.language.reading import Reading
from explainer.mention import NameMention, PlaceMention, QuantityMention, SpeechMention
from explainer.reading.text import read_bytes
from explainer.source import Block, Source

SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@lru_cache(maxsize=1)
def seed() -> Reading:
    return read(read_bytes(SEED.read_bytes(), SEED.name))


def said(words: str) -> SpeechMention:
    found = [m for m in seed().mentions if isinstance(m, SpeechMention) and words in m.text]
    return found[-1]


def attribution_of(words: str) -> Attribution:
    reading = seed()
    at = reading.source.text.index(words)
    return next(s.attribution for s in reading.sentences if s.start <= at < s.end)


class TestSeed:
    def test_the_expert_is_quoted(self) -> None:
        """A name with an apposition before an inverted verb at the end."""
        assert said("The militants are cautious").speaker == "Abbas Juma"

    def test_the_letter_is_quoted_with_its_outlet(self) -> None:
        """The outlet stands a paragraph before the quotation."""
        quote = said("I beg our Western friends")
        assert (quote.speaker, quote.medium) == ("Ahmad Masood", "Washington Post")

    def test_a_quotation_within_the_quotation_has_its_own_speaker(self) -> None:
        """Roosevelt's words are not Masood's."""
        assert said("great arsenal of democracy,").speaker == "Franklin Roosevelt"

    def test_newspapers_in_marks_are_no_quotations(self) -> None:
        """Only four stretches in marks are speech."""
        quotes = [m for m in seed().mentions if m.type == "quote"]
        assert len(quotes) == 4

    def test_what_masood_said_is_reported_without_the_cue(self) -> None:
        """The span is the clause after "that", the speaker his full name."""
        report = said("ready to resist")
        assert report.text == (
            "the residents of Panjshir are ready to resist the Taliban and not to surrender the "
            "province"
        )
        assert report.speaker == "Ahmad Masood"

    def test_the_interview_goes_on_with_pronouns(self) -> None:
        """ "He underlined", "He added" stay with speaker and newspaper."""
        for words in ("he maintains contacts", "make a compromise", "categorically against"):
            report = said(words)
            assert (report.speaker, report.medium) == ("Ahmad Masood", "Asharq Al-Awsat")

    def test_stances(self) -> None:
        """Estimates, an unnamed source, the narrator's opinions and plain statements."""
        estimate = attribution_of("terrorists can send about")
        assert (estimate.speaker, estimate.stance) == ("the most modest estimates", "estimate")
        source = attribution_of("10.000 people with weapons")
        assert source == Attribution(
            kind="unnamed", speaker="a source from the Afghan capital", stance="claim"
        )
        for words in ("a bone in the throat", "are slim", "Of course, the son"):
            assert attribution_of(words) == Attribution(stance="opinion")
        for words in ("nine operations", "one of the 34 Afghan provinces", "refused to join"):
            assert attribution_of(words) == Attribution()


def test_mentions_lie_in_order_and_overlap_only_in_speech() -> None:
    """Sorted by start; what is no speech does not overlap its like."""
    mentions = seed().mentions
    assert [m.start for m in mentions] == sorted(m.start for m in mentions)
    plain = [m for m in mentions if m.type not in ("quote", "reported")]
    assert all(a.end <= b.start for a, b in pairwise(plain))


def test_the_higher_mention_wins_where_two_overlap() -> None:
    """A place in an organisation's name and a number in a name are dropped; speech drops none."""
    bank = NameMention(type="organisation", start=0, end=15, text="Bank of England", value="b")
    england = PlaceMention(start=8, end=15, text="England", value="England")
    forty = QuantityMention(start=20, end=25, text="forty", value=40, number_end=25)
    army = NameMention(type="organisation", start=22, end=30, text="ty Army ", value="a")
    whole = SpeechMention(type="reported", start=0, end=30, text="x", value="x")
    assert merge([england, forty, army, bank, whole]) == (whole, bank, army)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300), st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_any_text_is_read_the_same_twice_with_exact_offsets(
    text: str, published: date | None
) -> None:
    """The reader never fails, never moves an offset, and does not depend on what it read before."""
    stripped = text.strip()
    if not stripped:
        return
    start = text.index(stripped)
    block = Block(start, start + len(stripped), "paragraph")
    source = Source(text=text, blocks=(block,), published=published)
    reading = read(source)
    assert reading == read(source)
    assert all(text[m.start : m.end] == m.text for m in reading.mentions)
    assert all(block.start <= s.start < s.end <= block.end for s in reading.sentences)
