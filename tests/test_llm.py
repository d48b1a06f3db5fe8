import json
import socket
import threading
from collections.abc import Callable, Iterator

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from explainer.llm import Budget, BudgetSpent, Cancelled, Client, Endpoint
from explainer.llm_wire import ModelProblem

SECRET = "sk-never-to-be-seen"
GOOD = '{"words": ["a", "b"]}'


class Words(BaseModel):
    words: list[str]


Handler = Callable[[httpx.Request], httpx.Response]


def client(handler: Handler, *, calls: int = 10, tokens: int = 100_000, **more: object) -> Client:
    waits: list[float] = []
    made = Client(
        Endpoint("http://model.test/v1", "m", SECRET),
        Budget(calls, tokens),
        transport=httpx.MockTransport(handler),
        sleep=waits.append,
        chance=lambda: 0.5,
        **more,  # type: ignore[arg-type]
    )
    made.waits = waits  # type: ignore[attr-defined]
    return made


def stream(*texts: str, end: str = "data: [DONE]\n\n") -> httpx.Response:
    chunks = [json.dumps({"choices": [{"delta": {"content": t}}]}) for t in texts]
    body = "".join(f"data: {c}\n\n" for c in chunks) + end
    return httpx.Response(200, headers={"content-type": "text/event-stream"}, content=body)


def whole(text: str, total: int = 7) -> httpx.Response:
    message = {"choices": [{"message": {"content": text}}], "usage": {"total_tokens": total}}
    return httpx.Response(200, json=message)


def in_turn(*answers: httpx.Response | Exception) -> Handler:
    left: Iterator[httpx.Response | Exception] = iter(answers)

    def handle(_: httpx.Request) -> httpx.Response:
        answer = next(left)
        if isinstance(answer, Exception):
            raise answer
        return answer

    return handle


@pytest.mark.parametrize(
    "answer",
    [
        stream(GOOD[:5], GOOD[5:]),
        stream(GOOD, end=""),
        whole(GOOD),
        whole(f"Sure! Here it is:\n```json\n{GOOD}\n```"),
    ],
)
def test_every_usual_form_of_reply_is_understood(answer: httpx.Response) -> None:
    """Streamed with and without [DONE], whole, and wrapped in talk."""
    assert client(in_turn(answer)).ask("t", "m", Words).words == ["a", "b"]


@pytest.mark.parametrize("code", [408, 409, 429, 500, 502, 503])
def test_passing_faults_are_tried_again_after_a_wait(code: int) -> None:
    """Retry-After is honoured; without it the wait grows."""
    told = httpx.Response(code, headers={"retry-after": "3"}, text="<html>busy</html>")
    one = client(in_turn(told, httpx.Response(code), whole(GOOD)))
    assert one.ask("t", "m", Words).words == ["a", "b"]
    assert one.waits == [3.0, 2.0]  # type: ignore[attr-defined]


@pytest.mark.parametrize("code", [401, 403, 404, 413, 418])
def test_other_refusals_are_final_and_keep_the_key_secret(code: int) -> None:
    one = client(in_turn(httpx.Response(code, text=f"bad key {SECRET}")))
    with pytest.raises(ModelProblem) as problem:
        one.ask("t", "m", Words)
    assert SECRET not in str(problem.value)
    assert SECRET not in repr(one.endpoint)
    assert one.budget.calls_used == 1


def test_a_dropped_connection_and_a_cut_stream_are_tried_again() -> None:
    cut = stream(GOOD[:9], end="")
    one = client(in_turn(httpx.ReadError("gone"), cut, whole(GOOD)))
    assert one.ask("t", "m", Words).words == ["a", "b"]
    assert one.budget.calls_used == 3


def test_it_gives_up_after_four_tries() -> None:
    one = client(in_turn(*[httpx.Response(500)] * 4))
    with pytest.raises(ModelProblem, match="did not answer"):
        one.ask("t", "m", Words)


def test_what_an_endpoint_cannot_do_is_found_out_once() -> None:
    """json_schema, then json_object, then plain text; the next question starts where it ended."""
    seen = []

    def handle(request: httpx.Request) -> httpx.Response:
        body = json.loads(request.content)
        seen.append(body.get("response_format", {}).get("type", "text"))
        return httpx.Response(400, text="response_format") if seen[-1] != "text" else whole(GOOD)

    one = client(handle)
    one.ask("t", "m", Words)
    one.ask("t", "m", Words)
    assert seen == ["json_schema", "json_object", "text", "text"]


def test_refused_stream_options_and_max_tokens_are_dropped_before_the_schema() -> None:
    def handle(request: httpx.Request) -> httpx.Response:
        body = json.loads(request.content)
        if "stream_options" in body:
            return httpx.Response(400, json={"error": {"message": "stream_options unknown"}})
        if "max_tokens" in body:
            return httpx.Response(400, text="max_tokens: use max_completion_tokens")
        assert body["response_format"]["type"] == "json_schema"
        assert "max_completion_tokens" in body
        return whole(GOOD)

    assert client(handle).ask("t", "m", Words).words


def test_an_endpoint_that_refuses_everything_costs_one_sentence() -> None:
    one = client(lambda _: httpx.Response(400, text="no"), calls=50)
    with pytest.raises(ModelProblem, match="refused"):
        one.ask("t", "m", Words)
    assert one.budget.calls_used < 8


def test_the_budget_is_hard() -> None:
    one = client(lambda _: whole(GOOD, total=600), calls=2, tokens=1000)
    one.ask("t", "m", Words)
    one.ask("t", "m", Words)
    with pytest.raises(BudgetSpent, match="2 of 2 calls"):
        one.ask("t", "m", Words)


def test_cancel_stops_before_the_next_call() -> None:
    one = client(lambda _: pytest.fail("called"), cancelled=lambda: True)
    with pytest.raises(Cancelled):
        one.ask("t", "m", Words)


@pytest.mark.parametrize("text", ["nonsense", "{}", '{"words": 3}', "{" * 1000, ""])
def test_nonsense_is_a_problem_not_a_crash(text: str) -> None:
    with pytest.raises(ModelProblem, match="form asked for"):
        client(in_turn(whole(text))).ask("t", "m", Words)


@pytest.mark.parametrize("address", ["", "file:///etc/passwd", "model", "http://", "http://h:port"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(ModelProblem, match="http"):
        Client(Endpoint(address, "m"), Budget(1, 1))


def test_settings_name_an_endpoint_or_none() -> None:
    named = {"EXPLAINER_LLM_BASE_URL": "http://h/v1/", "EXPLAINER_LLM_MODEL": "m"}
    found = Endpoint.from_settings(named)
    assert found is not None
    assert found.base_url == "http://h/v1"
    assert Endpoint.from_settings({}) is None


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["text/event-stream", "application/json", ""]),
       st.sampled_from([200, 400, 500]))  # fmt: skip
def test_any_bytes_end_in_an_answer_or_one_problem(body: bytes, kind: str, code: int) -> None:
    reply = httpx.Response(code, headers={"content-type": kind}, content=body)
    with pytest.raises(ModelProblem):
        client(lambda _: reply, calls=30).ask("t", "m", Words)


def test_a_server_that_hangs_up_mid_answer() -> None:
    """Over a real socket: the body promises more than it sends, each time."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

        def serve() -> None:
            for _ in range(4):
                peer, _address = server.accept()
                with peer:
                    peer.recv(65536)
                    peer.sendall(
                        b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n"
                        b"content-length: 999\r\n\r\ndata: {}\n\n"
                    )

        thread = threading.Thread(target=serve)
        thread.start()
        one = Client(Endpoint(f"http://127.0.0.1:{port}/v1", "m"), Budget(9, 9999),
                     sleep=lambda _: None)  # fmt: skip
        with one, pytest.raises(ModelProblem, match="broke off"):
            one.ask("t", "m", Words)
        thread.join(10)
