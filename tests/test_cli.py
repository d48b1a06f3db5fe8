"""The command line is a contract: scripts read it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ARTICLE = (
    "Mayor opens bridge\n\n"
    "HALDEN, May 9, 2023 - Mayor Ingrid Solberg opened the new bridge over the Tista river on "
    "Monday. The bridge cost 4.5 million euros and took 26 months to build.\n\n"
    '"It is safer than the old one," Solberg said. Three workers were injured during the '
    "building.\n\n"
    "The old bridge was built in 1898.\n"
)


def run(*args: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "explainer", *args],
        input=given,
        capture_output=True,
        check=False,
        env={**os.environ, "LC_ALL": "C"},
    )


def answer(*args: str, given: bytes = b"", code: int = 0) -> dict[str, Any]:
    done = run(*args, "--json", given=given)
    assert done.returncode == code, done.stderr.decode()
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


def test_facts_in_the_form_of_the_contract(article: str) -> None:
    """Every offset holds: text[start:end] is the quote or the mention's text."""
    found = answer("facts", article)
    assert set(found["source"]) == {"title", "publisher", "published", "language", "characters"}
    assert found["source"]["characters"] == len(ARTICLE)
    assert found["mentions"]
    for mention in found["mentions"]:
        assert {"type", "start", "end", "text", "value"} <= set(mention)
        assert ARTICLE[mention["start"] : mention["end"]] == mention["text"]
    assert found["facts"]
    for fact in found["facts"]:
        assert {"id", "kind", "statement", "origin", "attribution", "mentions"} <= set(fact)
        assert set(fact["attribution"]) == {"kind", "speaker", "stance"}
        for quote in fact["evidence"]:
            assert ARTICLE[quote["start"] : quote["end"]] == quote["quote"]
    for sentence in found["sentences"]:
        assert {"start", "end", "attribution"} == set(sentence)


def test_a_date_given_wins(article: str) -> None:
    found = answer("facts", article, "--published", "2020-01-15")
    assert found["source"]["published"] == "2020-01-15"


def test_standard_input_reads_as_a_file_does(article: str) -> None:
    assert answer("facts", "-", given=ARTICLE.encode()) == answer("facts", article)


def test_timeline_and_places(article: str) -> None:
    events = answer("timeline", article)["events"]
    assert any(e["date"] == "1898-01-01" and e["precision"] == "year" for e in events)
    assert all({"date", "precision", "resolved", "fact_ids"} <= set(e) for e in events)
    places = answer("places", article)
    assert all({"name", "lat", "lon", "fact_ids"} <= set(p) for p in places["places"])
    assert all({"name", "why", "candidates"} <= set(p) for p in places["unplaced"])


def test_the_same_input_and_seed_give_the_same_bytes(article: str) -> None:
    """Also with another hash seed, which changes the order of sets."""
    calls = [
        subprocess.run(
            [sys.executable, "-m", "explainer", "quiz", article, "--seed", "3", "--json"],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]
    assert calls[0] == calls[1]


def test_a_quiz_as_text_asks_for_no_point_on_a_map(article: str) -> None:
    """Coordinates are no answers to read, so a command line asks the kinds that are text."""
    kinds = {item["kind"] for item in answer("quiz", article)["items"]}
    assert kinds
    assert "place_on_map" not in kinds


def test_an_order_is_written_out_as_text() -> None:
    """The options stand mixed, and what is marked is the whole order, not each of them."""
    seed = next((Path(__file__).parents[1] / "seeds").glob("*.txt"))
    asked = ["quiz", str(seed), "--kinds", "order", "--items", "1"]
    (item,) = answer(*asked)["items"]
    lines = run(*asked).stdout.decode().splitlines()
    texts = {option["id"]: option["text"] for option in item["options"]}
    assert [x for x in lines if x.startswith("   * ")] == [
        "   * " + " → ".join(texts[id] for id in item["key"])
    ]


def test_a_made_quiz_passes_its_check_and_a_false_key_does_not(
    article: str, tmp_path: Path
) -> None:
    quiz = answer("quiz", article, "--items", "5")
    assert quiz["items"]
    for item in quiz["items"]:
        assert {"id", "kind", "stem", "options", "key", "fact_ids", "evidence"} <= set(item)
    good = tmp_path / "quiz.json"
    good.write_text(json.dumps(quiz), encoding="utf-8")
    verdicts = answer("check", str(good), "--source", article)["items"]
    assert {v["verdict"] for v in verdicts} == {"accept"}
    choice = next(i for i in quiz["items"] if i["kind"] == "single_choice")
    choice["key"] = [next(o["id"] for o in choice["options"] if o["id"] not in choice["key"])]
    good.write_text(json.dumps({"items": [choice, {"id": "x"}]}), encoding="utf-8")
    verdicts = answer("check", str(good), "--source", article, code=1)["items"]
    assert [v["verdict"] for v in verdicts] == ["reject", "reject"]
    assert all({"code", "severity", "message"} <= set(f) for v in verdicts for f in v["findings"])


def test_for_people_the_check_shows_each_question_and_what_to_mend(
    article: str, tmp_path: Path
) -> None:
    """Beside its id each item stands with its stem, and each finding with its sentence."""
    item = answer("quiz", article, "--kinds", "single_choice", "--items", "1")["items"][0]
    item["key"] = [next(o["id"] for o in item["options"] if o["id"] not in item["key"])]
    quiz = tmp_path / "quiz.json"
    quiz.write_text(json.dumps([item]), encoding="utf-8")
    shown = run("check", str(quiz), "--source", article).stdout.decode()
    assert f"{item['id']}: reject  {item['stem']}" in shown
    assert "    error: " in shown
    assert shown.endswith("0 accepted, 1 rejected.\n")


def test_verify_tells_supported_from_unsupported(article: str) -> None:
    claims = b"The old bridge was built in 1898.\n\nThe old bridge was built in 1899.\n"
    found = answer("verify", "--source", article, given=claims, code=1)["claims"]
    assert [c["verdict"] for c in found] == ["supported", "unsupported"]
    assert all({"claim", "verdict", "evidence", "findings"} == set(c) for c in found)


def test_lesson_writes_a_pack_that_reads_back(article: str, tmp_path: Path) -> None:
    from explainer.pack import read

    path = tmp_path / "pack.json"
    assert answer("lesson", article, "-o", str(path))["facts"] > 3
    assert read(path).source.text == ARTICLE


def test_a_handout_of_a_pack_and_of_its_text_are_the_same(article: str, tmp_path: Path) -> None:
    pack = str(tmp_path / "pack.json")
    assert run("lesson", article, "-o", pack).returncode == 0
    papers = []
    for source, name in ((article, "a.html"), (pack, "b.html")):
        told = answer("handout", source, "--teacher", "-o", str(tmp_path / name))
        assert told == {"handout": str(tmp_path / name), "for": "teacher"}
        papers.append((tmp_path / name).read_text("utf-8"))
    assert papers[0] == papers[1]
    assert "Mayor Ingrid Solberg" in papers[0]


@pytest.mark.parametrize(
    "args",
    [
        ["facts", "no-such-file.txt"],
        ["facts", "."],
        ["facts"],
        ["nonsense"],
        [],
        ["quiz", "-", "--items", "0"],
        ["quiz", "-", "--items", "many"],
        ["facts", "-", "--published", "yesterday"],
        ["check", "-", "--source", "-"],
        ["check", "-", "--source", "no-such-file.txt"],
        ["verify", "--source", "-"],
        ["lesson", "-", "-o", "no/such/folder/pack.json"],
        ["handout", "-", "-o", "no/such/folder/handout.html"],
        ["handout", "no-such-file.json", "-o", "unwritten.html"],
        ["handout", "-", "-o", "unwritten.html", "--content", "no-such-folder"],
        ["handout", "-"],
        ["batch", "no-such-file.jsonl"],
        ["facts", "-"],
    ],
)
def test_bad_use_costs_one_line_and_exit_code_2(args: list[str]) -> None:
    """Never a traceback, never silence."""
    given = b"" if args == ["facts", "-"] else ARTICLE.encode()
    done = run(*args, given=given)
    assert done.returncode == 2
    said = done.stderr.decode()
    assert said.startswith("explainer: ")
    assert said.count("\n") == 1


@pytest.mark.parametrize("data", [b"\0\1\2" * 99, b"%PDF-1.4 x", b"\x89PNG\r\n\x1a\n" + b"\0" * 99])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    done = run("facts", "-", given=data)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


def test_people_can_read_every_command_too(article: str) -> None:
    for command in ("facts", "timeline", "places", "quiz"):
        done = run(command, article)
        assert done.returncode == 0
        assert done.stdout.strip()
        assert not done.stdout.startswith(b"{")
