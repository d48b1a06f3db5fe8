"""Claims as writers of summaries word them, right and with one thing wrong."""

from __future__ import annotations

from datetime import date

import pytest

from explainer.language.reader import read
from explainer.language.reading import Reading
from explainer.reading.text import read_text
from explainer.verify import verify

ARTICLE = """The ferry Ilva sank near Vienna on March 2, 2019. Two trawlers picked up 14 of the 20
sailors. The company said it had passed an inspection in 2015. No charges have been brought against
the captain, Mira Dorn, who took over in 2001. It was the second worst accident since 1974.

Four of the five judges voted against the permit. The Torvian troops blocked the road for 18 months,
and the Belmark navy left. The village council granted the permit. The union promised to repair the
bridge. Deputies rejected claims that the port had lost money. More than 900 people were killed,
and fans called on the mayor to act. The tram will cost 310 million euros, up from 270 million.
The firm employs 1,200 people, 300 of them in Spain. Of the 48 miners, 19 were injured.
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(read_text(ARTICLE, published=date(2019, 3, 4)))


@pytest.mark.parametrize(
    "claim",
    [
        "A vessel sank near the Austrian capital in early March.",
        "Fourteen people were rescued by two boats.",
        "It was the second worst accident in 45 years.",
        "The Torvian troops blocked the road for a year and a half.",
        "The union will repair the bridge.",
        "Deputies denied that the port had lost money.",
        "Fans urged the mayor to act.",
        "Four of the five judges voted against the permit.",
        "Over 900 people died.",
        "The firm employs 300 people in Spain.",
        "Nineteen miners were injured.",
        "The price of the tram is 310 million euros.",
    ],
)
def test_a_summary_may_say_it_shorter_and_wider(reading: Reading, claim: str) -> None:
    """Wider words, the country of a town, a length of time between two days, a plan as "will"."""
    said = verify(claim, reading)
    assert said.verdict == "supported", said.findings


@pytest.mark.parametrize(
    ("claim", "code", "word"),
    [
        ("It was the worst accident since 1974.", "rank-changed", "worst"),
        ("Five judges voted against the permit.", "number-of-something-else", "Five"),
        ("The Belmark troops blocked the road for 18 months.", "of-something-else", "Belmark"),
        ("Mira Dorn granted the permit.", "subject-changed", "Mira Dorn"),
        ("The captain was charged.", "negation-dropped", "charged"),
        ("It was the second worst accident in 60 years.", "date-not-in-source", "60 years"),
        ("More than 900 soldiers were killed.", "number-of-something-else", "900 soldiers"),
        ("The tram will cost 270 million euros.", "number-of-something-else", "270 million"),
        ("The firm employs 1,200 people in Spain.", "joined-wrongly", "Spain"),
        ("48 miners were injured.", "number-of-something-else", "48 miners"),
        ("The port had lost money.", "certainty", "lost"),
        ("The lorry sank near Vienna.", "word-not-in-source", "lorry"),
    ],
)
def test_a_summary_may_not_say_something_else(
    reading: Reading, claim: str, code: str, word: str
) -> None:
    """The finding names the word: another rank, the whole for a part, whose it is, who did it."""
    said = verify(claim, reading)
    assert said.verdict == "unsupported"
    assert any(f.code.startswith(code) and word in f.message for f in said.findings), said.findings
