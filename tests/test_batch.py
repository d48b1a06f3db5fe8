import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.batch import Task, run
from explainer.export import contract
from explainer.export.facts_line import facts_line
from explainer.extract.extract import extract
from explainer.reading.text import read_text

TEXT = "Three people were killed in Halden on 9 May 2023, police said."


def results(task: Task, *lines: object) -> list[dict[str, Any]]:
    out = io.BytesIO()
    encoded = [x if isinstance(x, bytes) else json.dumps(x).encode() for x in lines]
    run(encoded, out, task)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_one_result_a_line_in_order_with_its_id() -> None:
    found = results("facts", {"id": 7, "text": TEXT}, {"id": "b", "text": TEXT + " It rained."})
    assert [f["id"] for f in found] == [7, "b"]
    assert all(f["facts"] for f in found)


def test_a_bad_line_gives_an_error_and_the_run_goes_on() -> None:
    lines = [b"{", b'{"id": NaN}', {"id": 1}, {"id": 2, "text": 3}, {"id": 3, "text": ""},
             {"id": 4, "text": TEXT, "published": "soon"}, {"id": 5, "text": TEXT}]  # fmt: skip
    found = results("facts", *lines)
    assert len(found) == len(lines)
    assert all(f["error"].endswith(".") for f in found[:-1])
    assert [f["id"] for f in found[2:]] == [1, 2, 3, 4, 5]
    assert "facts" in found[-1]


def test_empty_lines_are_passed_over() -> None:
    assert len(results("facts", b"\n", b"  \n", {"id": 1, "text": TEXT})) == 1


def test_verify_and_check_and_quiz() -> None:
    claim = {"id": 1, "text": TEXT, "claim": "Police said three people were killed in Halden."}
    assert results("verify", claim)[0]["verdict"] == "supported"
    assert results("check", {"id": 1, "text": TEXT, "item": {}})[0]["verdict"] == "reject"
    quiz = results("quiz", {"id": 1, "text": TEXT, "items": 2, "seed": 1})[0]
    assert {"id", "items", "rejected"} <= set(quiz)


def test_half_a_character_does_not_break_the_output() -> None:
    """JSON can hold a lone surrogate; UTF-8 cannot."""
    found = results("facts", b'{"id": 1, "text": "The town of \\ud800 Halden has 9 bridges."}')
    assert found[0]["id"] == 1


def test_no_number_is_too_great_for_json() -> None:
    """A number of thousands of words is none: as a float it would be infinite."""
    words = f"{TEXT} He counted {'five hundred and ' * 5_000}ten sheep."
    assert not [m for m in results("facts", {"id": 1, "text": words})[0]["mentions"]
                if m["type"] == "quantity" and m["value"] > 1e18]  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(st.binary(max_size=40), st.text(max_size=60).map(
    lambda t: json.dumps({"id": 1, "text": t}).encode())), max_size=4))  # fmt: skip
def test_any_lines_one_result_each(lines: list[bytes]) -> None:
    """No line, however mangled, is lost or stops the run."""
    flat = [line.replace(b"\n", b" ").replace(b"\r", b" ") for line in lines]
    assert len(results("facts", *flat)) == sum(1 for line in flat if line.strip())


ARTICLES = sorted(Path(__file__).parent.glob("quiz/articles/*.txt"))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_a_line_of_facts_is_what_the_command_prints(path: Path) -> None:
    """The quick writer gives the contract's JSON, to the character."""
    found = extract(read_text(path.read_text("utf-8")))
    told = contract.facts(found.reading, found.facts)
    line = facts_line(found.reading, found.facts)
    assert line == json.dumps(told, ensure_ascii=False)
