"""Numbers with what they count."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from explainer.language.numbers import find_quantities, number_value, same_number
from explainer.language.sentences import split
from explainer.language.times import find_times
from explainer.mention import QuantityMention, TimeMention
from explainer.reading.text import read_text
from explainer.source import Block, Source

ARTICLES = yaml.safe_load((Path(__file__).parent / "quantities.yaml").read_text(encoding="utf-8"))
BOUNDS = ("about", "at least", "at most", "more than", "less than")
SEED = Path(__file__).parents[2] / "seeds" / "000_d4b8515b4265914a.txt"


def quantities(text: str) -> list[QuantityMention]:
    source = Source(text=text, blocks=(Block(0, len(text), "paragraph"),))
    return find_quantities(source, split(source), [])


def only(text: str) -> QuantityMention:
    found = quantities(text)
    assert len(found) == 1, found
    return found[0]


def expected(gold: str) -> tuple[str, str, str]:
    bound = next((b for b in BOUNDS if gold.endswith(" " + b)), "")
    value, _, unit = gold.removesuffix(bound).strip().partition(" ")
    return value, unit, bound


def written(mention: QuantityMention) -> tuple[str, str, str]:
    number = f"{mention.value:g}" if abs(mention.value) < 1e5 else str(int(mention.value))
    top = "" if mention.high is None else f"..{mention.high:g}"
    return number + top, mention.unit or "-", mention.bound or ""


def f1(found: list[Any], gold: list[Any]) -> float:
    right = sum((Counter(found) & Counter(gold)).values())
    return 2 * right / (len(found) + len(gold))


@pytest.mark.parametrize("half", ["built on", "held out"])
def test_quantities_of_articles(half: str) -> None:
    """On our own articles value F1 stays above 0.95 and value with unit above 0.92."""
    found, gold = [], []
    for article in ARTICLES:
        if article["half"] == half:
            source = read_text(article["text"])
            read = find_quantities(source, split(source), [])
            found += [(article["name"], *written(m)) for m in read]
            gold += [(article["name"], *expected(str(g))) for g in article["gold"]]
    assert f1([f[:2] for f in found], [g[:2] for g in gold]) > 0.95
    assert f1([f[:3] for f in found], [g[:3] for g in gold]) > 0.92


MARK = re.compile(r"\[\[([^|\]]*)\|([^\]]*)\]\]")
SENTENCES = Path(__file__).parent / "quantities_gold"


def marked(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The sentence without its marks, and each mark: start, end, "value[..high] unit" or "?"."""
    text, marks, last = "", [], 0
    for match in MARK.finditer(line):
        text += line[last : match.start()]
        marks.append((len(text), len(text) + len(match[1]), match[2]))
        text, last = text + match[1], match.end()
    return text + line[last:], marks


def is_meant(mention: QuantityMention, gold: str) -> bool:
    value, _, unit = gold.partition(" ")
    low, _, high = value.partition("..")
    ends = [(mention.value, low), (mention.high, high)]
    same = all(x == pytest.approx(float(y), rel=1e-3) if y else x is None for x, y in ends)
    return same and (mention.unit or "-") == unit


@pytest.mark.parametrize(
    ("name", "bar"),
    [("seen", 0.97), ("held", 0.92), ("second", 0.95), ("fourth_seen", 0.9), ("fourth_held", 0.9),
     ("fifth_seen", 0.97)],
)  # fmt: skip
def test_quantities_of_sentences(name: str, bar: float) -> None:
    """In sentences hard for numbers, value with unit is right as often as when last measured."""
    right = found = gold = 0
    wrong = []
    for line in (SENTENCES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        text, marks = marked(line)
        source = Source(text=text, blocks=(Block(0, len(text), "paragraph"),))
        sentences = split(source)
        mentions = find_quantities(source, sentences, find_times(source, sentences))
        left_open = [(s, e) for s, e, meant in marks if meant == "?"]
        mentions = [m for m in mentions if not any(m.start < e and s < m.end for s, e in left_open)]
        wanted = [meant for _, _, meant in marks if meant != "?"]
        found, gold = found + len(mentions), gold + len(wanted)
        for mention in mentions:
            hit = next((meant for meant in wanted if is_meant(mention, meant)), None)
            right += hit is not None
            if hit is None:
                wrong.append((text, written(mention)))
            else:
                wanted.remove(hit)
    assert 2 * right / (found + gold) >= bar, (2 * right / (found + gold), wrong)


def test_quantities_of_the_seed() -> None:
    """The numbers of the seed article come out with their units, bounds and European points."""
    source = read_text(SEED.read_text(encoding="utf-8"))
    found = [written(m) for m in find_quantities(source, split(source), []) if m.unit]
    assert found == [
        ("34", "province", ""),
        ("9", "operation", ""),
        ("20", "year", ""),  # left to the times, where they are given
        ("100000", "soldier", "about"),
        ("5000", "person", "at most"),
        ("10000", "person", ""),
        ("100", "resident", ""),
        ("3", "person", ""),  # several
        ("3", "person", ""),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("nine", 9), ("twenty-three", 23), ("two hundred and fifty thousand", 250_000),
        ("a dozen", 12), ("half a million", 500_000), ("4.5 million", 4_500_000),
        ("3.2bn", 3.2e9), ("1/2", 0.5), ("3 1/2", 3.5), ("two-thirds", 2 / 3), ("100.000", 100_000),
        ("1,234.5", 1234.5), ("1.234,5", 1234.5), ("100 000", 100_000), ("1,00,000", 100_000),
        ("2 lakh crore", 2e12), ("0.125", 0.125), ("1.375%", 1.375), ("minus 5", -5),
        ("nineteen hundred", 1900), ("a million and a half", 1_500_000), ("2½", 2.5),
    ],
)  # fmt: skip
def test_value_of_a_written_number(text: str, value: float) -> None:
    """Digits in both notations and number words mean their number."""
    assert number_value(text) == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 3,500-strong rebel force left.", ("3500", "force", "")),
        ("He spent half the money.", ("0.5", "money", "")),
        ("It bought 20 Airbus A350-900 jets.", ("20", "jet", "")),
        ("They saw five United Nations workers.", ("5", "worker", "")),
        ("It is a 110-storey tower.", ("110", "storey", "")),
        ("It may be plus or minus $500.", ("500", "USD", "")),
        ("She paid 99p.", ("99", "penny", "")),
        ("A third of the capital was burned.", ("0.333333", "capital", "")),
        ("It holds 3.5 cubic kilometres.", ("3.5", "cubic kilometre", "")),
        ("Women aged 18 to 65 may vote.", ("18..65", "year", "")),
        ("Boys aged between 12 and 15 may join.", ("12..15", "year", "")),
    ],
)
def test_what_a_number_counts(text: str, expected: tuple[str, str, str]) -> None:
    """A group, the whole of a part, a measured unit, and the years of an age are units."""
    assert written(only(text)) == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Its shares rose 17.5p to 382p.", [17.5, 382]),
        ("Claims rose by 57,000 to 2.51 million.", [57_000, 2_510_000]),
        ("The virus killed 58 of the 130 people infected.", [58, 130]),
        ("Sections 3 and 4 hold, and articles 5, 6 and 7.", []),
    ],
)
def test_a_change_is_no_range(text: str, values: list[float]) -> None:
    """By how much and to what are two numbers; numbers behind a label are none."""
    found = quantities(text)
    assert [q.value for q in found] == values
    assert all(q.high is None for q in found)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It cost 85 kroner.", "NOK"), ("They paid 500 SEK.", "SEK"), ("It is RM25.", "MYR"),
        ("The loan was 3 billion Iraqi dinars.", "IQD"), ("He owes 9,000 won to them.", "KRW"),
        ("He lent 40 million Egyptian pounds.", "EGP"), ("They asked NT$900.", "TWD"),
        ("Of 435 seats the party holds 222; 12 won.", None), ("WE HAVE 5 TRY OUTS", None),
    ],
)  # fmt: skip
def test_money_of_the_world(text: str, unit: str | None) -> None:
    """Currencies by name, sign and code; a code that is an English word is none."""
    assert quantities(text)[-1].unit == unit


@pytest.mark.parametrize("text", ["", "hello", "1.2.3", "no", "first", "1" * 500])
def test_no_number(text: str) -> None:
    """What is no number has no value."""
    assert number_value(text) is None


def test_same_number() -> None:
    """100.000, 100,000 and one hundred thousand are one number; 100 is another."""
    assert same_number("100.000", "100,000")
    assert same_number("one hundred thousand", "100.000")
    assert not same_number("100.000", "100")
    assert not same_number("many", "many")


@pytest.mark.parametrize(
    "text",
    [
        "The 40th Army won.", "The first and the second came.", "They flew an Airbus A320 home.",
        "The Boeing 737 landed.", "They watched Channel 4.", "The Group of Seven met.",
        "No one came.", "One day he left.", "One of them left.", "It ended 3-2.",
        "See Section 12.", "Call 0800 555 111.", "It was 10:30.", "COVID-19 spread.",
        "F-16 jets flew.", "He left in 2021.", "It is a two-time champion.",
        "The twenty-first century began.", "Room 101 is shut.", "A third man came.",
    ],
)  # fmt: skip
def test_no_quantity(text: str) -> None:
    """Ordinals, names, codes, scores, years, times and pronouns are no quantities."""
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("text", "value", "high", "unit"),
    [
        ("Between 5 and 10 people died.", 5, 10, "person"),
        ("It holds 58,000–100,000 refugees.", 58_000, 100_000, "refugee"),
        ("It cost $2-3 million.", 2e6, 3e6, "USD"),
        ("Two to three thousand men came.", 2000, 3000, "man"),
        ("It rose 5-10 percent.", 5, 10, "percent"),
    ],
)
def test_ranges(text: str, value: float, high: float, unit: str) -> None:
    """A range is one quantity from its lower to its upper end."""
    found = only(text)
    assert (found.value, found.high, found.unit) == (value, high, unit)


def test_some_of_others() -> None:
    """A share of a counted group is two quantities, and the noun belongs to the group."""
    found = quantities("Nine of the twelve jurors agreed.")
    assert [(m.value, m.unit) for m in found] == [(9, None), (12, "juror")]


def test_rise_is_no_range() -> None:
    """From one number to another are two quantities."""
    assert [m.value for m in quantities("It rose from 5 percent to 10 percent.")] == [5, 10]


def test_points_follow_the_document() -> None:
    """ "1.500" is a thousand and a half unless the document is seen to write decimal points."""
    assert only("It holds 1.500 men.").value == 1500
    assert [m.value for m in quantities("It is 2.5 km long and 1.525 km wide.")] == [2.5, 1.525]


def test_times_are_no_quantities() -> None:
    """A number inside a time expression is left to it."""
    text = "It took nine years and 40 men."
    source = Source(text=text, blocks=(Block(0, len(text), "paragraph"),))
    years = TimeMention(
        type="duration", start=8, end=18, text="nine years", value="P9Y", precision="year"
    )
    assert [m.value for m in find_quantities(source, split(source), [years])] == [40]


def test_number_end() -> None:
    """A mention runs over its noun; `number_end` is where the number ends."""
    text = "About 4.5 million Afghan people fled."
    found = only(text)
    assert text[found.start : found.number_end] == "4.5 million"
    assert (found.text, found.bound) == ("4.5 million Afghan people", "about")


PIECES = st.sampled_from(
    [
        "1", "one ", "million ", "-", ".", ",", " ", "$", "%", "to ", "½", "/", "٣", "İ", "\n",
        "people ", "between ", "and ", "half a ", "Rs. ", "+", "(", "😀", "99", "0", "in ", "km",
        "hundred ",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=80))
def test_any_text(text: str) -> None:
    """Any text: no crash, offsets true, in order, not overlapping, values finite."""
    if not text.strip():
        return
    start = len(text) - len(text.lstrip())
    source = Source(text=text, blocks=(Block(start, len(text.rstrip()), "paragraph"),))
    last = 0
    for mention in find_quantities(source, split(source), []):
        assert last <= mention.start < mention.number_end <= mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert abs(mention.value) < 1e60
        last = mention.end
    number_value(text)


def test_headlines_hold_quantities() -> None:
    """A title and a heading are read for quantities like a sentence."""
    text = "Fire kills 12 people"
    source = Source(text=text, blocks=(Block(0, len(text), "title"),))
    assert [(m.text, m.value) for m in find_quantities(source, [], [])] == [("12 people", 12)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Output was between 1.250 and 1.300 million tonnes.", [1_250_000]),
        ("He weighs 14 stone.", [14]),
        ("She lives at 10 Downing Street with 2 cats.", [2]),
        ("A quarter-million people came.", [250_000]),
        ("They sold half a million books.", [500_000]),
    ],
)
def test_magnitudes_and_addresses(text: str, values: list[float]) -> None:
    """A range shares its magnitude and notation; the number of a house counts nothing."""
    assert [mention.value for mention in quantities(text)] == values
