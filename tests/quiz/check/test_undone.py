"""What is only possible or planned is not told as done; shares are one in any notation."""

from __future__ import annotations

import pytest

from explainer.extract.extract import extract
from explainer.facts import Quote
from explainer.quiz.check import accepted, check
from explainer.quiz.check.shares import share
from explainer.quiz.item import Item, Option
from explainer.reading.text import read_text


@pytest.mark.parametrize(
    ("text", "said", "holds"),
    [
        ("The opposition wants the minister to resign.", "The minister has stepped down.", False),
        ("The union threatened to strike in May.", "The union went on strike in May.", False),
        ("The hall was to be sold to a bank.", "The hall was sold to a bank.", False),
        ("The mayor promised stricter rules for boats.",
         "The mayor introduced stricter rules for boats.", False),
        ("The hall was to be sold to a bank.", "The hall was going to be sold to a bank.", True),
        ("The school will open on Monday.", "The school opens on Monday.", True),
    ],
)  # fmt: skip
def test_a_plan_is_no_deed(text: str, said: str, holds: bool) -> None:
    """A statement keyed true makes nothing surer than the source has it."""
    source = read_text(text)
    found = extract(source)
    item = Item(
        id="i", kind="true_false", stem=said, key=("a",),
        options=(Option(id="a", text="True", rationale="Yes."),
                 Option(id="b", text="False", rationale="No.")),
        evidence=(Quote(start=0, end=len(text), quote=text),),
    )  # fmt: skip
    findings = check(item, source, found)
    codes = {f.code for f in findings if f.severity == "error"} - {"no-fact"}
    assert (codes == set()) is holds, findings
    assert holds or not accepted(findings)


@pytest.mark.parametrize(
    ("text", "percent"),
    [("half of it", 50), ("50 percent", 50), ("a fifth", 20), ("three quarters", 75),
     ("the fifth man", None), ("ten percent", 10), ("9 people", None)],
)  # fmt: skip
def test_a_share_has_one_value(text: str, percent: int | None) -> None:
    """Fractions and percentages are compared in whole percent; what is no share has none."""
    assert share(text) == percent
