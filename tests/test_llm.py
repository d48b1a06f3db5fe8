"""The client of a model: what it sends, what it makes of any reply, and when it stops."""

import asyncio
import json
import logging
import socket
import threading
import traceback
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from explainer.llm import PULSE, Cancelled, Client
from explainer.llm_endpoint import Budget, BudgetSpent, Endpoint
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
        **{"chance": lambda: 0.5, **more},  # type: ignore[arg-type]
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


def test_a_thread_that_runs_a_loop_already_may_ask() -> None:
    """Notebooks, and tests beside a browser, ask from within a running loop."""

    async def within() -> list[str]:
        return client(in_turn(stream('{"words": ["a"]}'))).ask("p", "q", Words).words

    with ThreadPoolExecutor(max_workers=1) as pool:  # this thread may run a loop as well
        assert pool.submit(asyncio.run, within()).result() == ["a"]


def waited(one: Client) -> float:
    return round(sum(one.waits), 6)  # type: ignore[attr-defined]


@pytest.mark.parametrize("code", [408, 409, 429, 500, 501, 502, 503, 529])
def test_passing_faults_are_tried_again_after_a_wait(code: int) -> None:
    """Retry-After is honoured, and more than honoured by chance; without it the wait grows."""
    told = httpx.Response(code, headers={"retry-after": "3"}, text="<html>busy</html>")
    one = client(in_turn(told, whole(GOOD)))
    assert one.ask("t", "m", Words).words == ["a", "b"]
    assert waited(one) == 3.75
    one = client(in_turn(*[httpx.Response(code)] * 3, whole(GOOD)))
    assert one.ask("t", "m", Words).words == ["a", "b"]
    assert waited(one) == (1 + 2 + 4) * 1.25


@given(chance=st.floats(0, 0.999), after=st.integers(0, 60))
@settings(max_examples=30, deadline=None)
def test_chance_never_makes_a_wait_shorter_than_was_asked(chance: float, after: int) -> None:
    """With any luck of the draw: at least what Retry-After says, at most half as much again."""
    busy = httpx.Response(429, headers={"retry-after": str(after)})
    one = client(in_turn(busy, whole(GOOD)), chance=lambda: chance)
    one.ask("t", "m", Words)
    assert after - 1e-3 <= waited(one) <= 1.5 * after + 1e-3


def test_retry_after_may_be_a_date_and_may_be_too_long() -> None:
    """A date is understood; who asks for an hour is not waited for."""
    soon = format_datetime(datetime.now(UTC) - timedelta(seconds=5), usegmt=True)
    one = client(in_turn(httpx.Response(503, headers={"retry-after": soon}), whole(GOOD)))
    assert one.ask("t", "m", Words).words
    assert waited(one) == 0
    one = client(lambda _: httpx.Response(429, headers={"retry-after": "3600"}))
    with pytest.raises(ModelProblem, match="left alone for 3600 seconds"):
        one.ask("t", "m", Words)
    assert one.budget.calls_used == 1


@pytest.mark.parametrize("code", [301, 307, 401, 403, 404, 405, 410, 413, 418, 451])
@pytest.mark.parametrize("body", ["<h1>no</h1>", '{"error": {"message": "no"}}', "\xff", ""])
def test_other_refusals_are_final(code: int, body: str) -> None:
    """One call, one sentence, whatever the body is."""
    one = client(lambda _: httpx.Response(code, content=body.encode("latin-1")))
    with pytest.raises(ModelProblem, match=r"\.$"):
        one.ask("t", "m", Words)
    assert one.budget.calls_used == 1


@pytest.mark.parametrize("at", range(0, 60, 6))
def test_a_stream_cut_anywhere_is_tried_again(at: int) -> None:
    """Wherever the body ends, the answer is whole in the end and nothing of the stump is in it."""
    whole_stream = stream(*GOOD)
    cut = whole_stream.content[: len(whole_stream.content) * at // 60]
    kind = {"content-type": "text/event-stream"}
    one = client(in_turn(httpx.Response(200, headers=kind, content=cut), whole(GOOD)))
    assert one.ask("t", "m", Words).words == ["a", "b"]


def test_a_dropped_connection_and_a_cut_stream_are_tried_again() -> None:
    """Three calls, all counted, and the tokens of the broken answers too."""
    cut = stream(GOOD[:9], end="")
    one = client(in_turn(httpx.ReadError("gone"), cut, whole(GOOD)))
    assert one.ask("t", "m", Words).words == ["a", "b"]
    assert one.budget.calls_used == 3
    assert one.budget.tokens_used > 7


def test_a_stream_that_is_cut_off_at_the_limit_is_not_asked_for_again() -> None:
    """finish_reason "length": it would end there again."""
    last = {"choices": [{"delta": {}, "finish_reason": "length"}]}
    one = client(in_turn(stream(GOOD[:9], end=f"data: {json.dumps(last)}\n\n")))
    with pytest.raises(ModelProblem, match="longer than it may be"):
        one.ask("t", "m", Words)


def test_what_comes_after_done_is_not_read() -> None:
    """[DONE] ends the stream even where the connection stays open."""
    later = json.dumps({"choices": [{"delta": {"content": "}{"}}]})
    answer = stream(GOOD, end=f"data: [DONE]\n\ndata: {later}\n\n")
    assert client(in_turn(answer)).ask("t", "m", Words).words == ["a", "b"]


def test_an_error_within_a_stream_is_tried_again() -> None:
    """Status 200 and an error event: as if it had come before."""
    broken = stream(GOOD[:5], end='data: {"error": {"message": "overloaded"}}\n\n')
    assert client(in_turn(broken, whole(GOOD))).ask("t", "m", Words).words == ["a", "b"]


@pytest.mark.parametrize(
    "text",
    ['<think>Maybe {"words": ["x"]}?</think>' + GOOD, 'The form is {"a": 1}. ' + GOOD, GOOD * 2],
)
def test_thinking_aloud_is_no_answer(text: str) -> None:
    """Thoughts and braces in talk are passed over."""
    assert client(lambda _: whole(text)).ask("t", "m", Words).words == ["a", "b"]


def test_it_gives_up_after_four_tries() -> None:
    """And says so."""
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


def test_a_model_that_heeds_no_schema_gets_to_read_it() -> None:
    """Where the schema was sent and not heeded, it is put into the task, and stays there."""
    seen = []

    def handle(request: httpx.Request) -> httpx.Response:
        told = json.loads(request.content)["messages"][0]["content"]
        seen.append("JSON Schema" in told)
        return whole(GOOD if seen[-1] else "Here are some words: a, b.")

    one = client(handle)
    assert one.ask("t", "m", Words).words == ["a", "b"]
    assert one.ask("t", "m", Words).words == ["a", "b"]
    assert seen == [False, True, True]


@pytest.mark.parametrize("code", [400, 500])
def test_a_server_that_fails_on_the_schema_is_asked_without(code: int) -> None:
    """Some servers answer 500 for a grammar they cannot make."""

    def handle(request: httpx.Request) -> httpx.Response:
        if json.loads(request.content).get("response_format", {}).get("type") == "json_schema":
            return httpx.Response(code, text="failed to parse grammar")
        return whole(GOOD)

    one = client(handle)
    assert one.ask("t", "m", Words).words == ["a", "b"]
    assert one.budget.calls_used == 2


def test_refused_stream_options_and_max_tokens_are_dropped_before_the_schema() -> None:
    """Each is given up alone."""

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
    """And few calls."""
    one = client(lambda _: httpx.Response(400, text="no"), calls=50)
    with pytest.raises(ModelProblem, match="refused"):
        one.ask("t", "m", Words)
    assert one.budget.calls_used < 8


def test_an_article_too_long_for_a_model_is_said() -> None:
    """At once, without trying simpler forms of answer."""
    one = client(lambda _: httpx.Response(400, text="maximum context length is 4096"))
    with pytest.raises(ModelProblem, match="too long for this model"):
        one.ask("t", "m", Words)
    assert one.budget.calls_used == 1


def test_the_budget_is_hard() -> None:
    """No call beyond the calls, none that would send more than is left."""
    one = client(lambda _: whole(GOOD, total=600), calls=2, tokens=2000)
    one.ask("t", "m", Words)
    one.ask("t", "m", Words)
    with pytest.raises(BudgetSpent, match=r"2 of 2 calls and about 1,200 of 2,000 tokens"):
        one.ask("t", "m", Words)
    one = client(lambda _: pytest.fail("called"), tokens=1000)
    with pytest.raises(BudgetSpent):
        one.ask("t", "m" * 8000, Words)


def test_the_budget_is_counted_while_the_answer_comes() -> None:
    """A model that talks on beyond its limit is cut off mid-stream."""
    told = []

    class Endless(httpx.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            event = json.dumps({"choices": [{"delta": {"content": "word " * 20}}]})
            while True:
                told.append(one.budget.spent)
                yield f"data: {event}\n\n".encode()

    kind = {"content-type": "text/event-stream"}
    one = client(lambda _: httpx.Response(200, headers=kind, stream=Endless()), tokens=3000)
    with pytest.raises(BudgetSpent):
        one.ask("t", "m", Words)
    assert told == sorted(told)
    assert 3000 < one.budget.tokens_used < 3100
    assert one.budget.running == 0


def test_refused_calls_cost_no_tokens() -> None:
    """They are counted as calls alone."""
    one = client(lambda _: httpx.Response(401))
    with pytest.raises(ModelProblem):
        one.ask("t", "m" * 1000, Words)
    assert (one.budget.calls_used, one.budget.tokens_used) == (1, 0)


def test_cancel_stops_before_the_next_call() -> None:
    """Nothing is sent."""
    one = client(lambda _: pytest.fail("called"), cancelled=lambda: True)
    with pytest.raises(Cancelled):
        one.ask("t", "m", Words)


class Stop(BaseException):
    """As Streamlit raises it to end a run."""


@pytest.mark.parametrize("before", ["headers", "body"])
@pytest.mark.parametrize("way", ["says so", "raises"])
def test_cancel_works_while_the_model_is_silent(before: str, way: str) -> None:
    """The wait for a word ends when the user ends it, and the request is dropped."""
    dropped, asked = [], []

    async def silence() -> None:
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            dropped.append(True)
            raise

    class Silent(httpx.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            await silence()
            yield b""

    async def handle(_: httpx.Request) -> httpx.Response:
        if before == "headers":
            await silence()
        kind = {"content-type": "text/event-stream"}
        return httpx.Response(200, headers=kind, stream=Silent())

    def cancelled() -> bool:
        asked.append(True)
        if len(asked) > 3 and way == "raises":
            raise Stop
        return len(asked) > 3

    one = client(handle, cancelled=cancelled)  # type: ignore[arg-type]
    with pytest.raises(Cancelled if way == "says so" else Stop):
        one.ask("t", "m", Words)
    assert dropped == [True]


def test_cancel_works_while_waiting_to_try_again() -> None:
    """A minute of Retry-After can be left."""
    asked = []
    busy = httpx.Response(429, headers={"retry-after": "60"})
    one = client(in_turn(busy), cancelled=lambda: asked.append(True) or len(asked) > 6)
    with pytest.raises(Cancelled):
        one.ask("t", "m", Words)
    assert waited(one) < 10 * PULSE


def test_a_silent_model_is_given_up() -> None:
    """Once, with a sentence: asking again would take as long."""

    async def handle(_: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("slow")

    one = client(handle, patience=5.0)  # type: ignore[arg-type]
    with pytest.raises(ModelProblem, match="too long: more than 5 seconds"):
        one.ask("t", "m", Words)
    assert one.budget.calls_used == 1


@pytest.mark.parametrize("text", ["nonsense", "{}", '{"words": 3}', "{" * 1000, ""])
def test_nonsense_is_a_problem_not_a_crash(text: str) -> None:
    """After the three forms of asking."""
    one = client(lambda _: whole(text))
    with pytest.raises(ModelProblem, match="form asked for"):
        one.ask("t", "m", Words)
    assert one.budget.calls_used == 3


ECHOES = [
    httpx.Response(401, text=f"Incorrect API key provided: {SECRET}"),
    httpx.Response(400, json={"error": {"message": f"bad key {SECRET} for response_format"}}),
    httpx.Response(418, text=SECRET),
    httpx.Response(500, text=SECRET, headers={"retry-after": SECRET}),
    httpx.Response(302, headers={"location": f"http://other.test/?key={SECRET}"}),
    httpx.Response(200, json={"error": {"message": SECRET}}),
    httpx.Response(200, text=f"<html>{SECRET}</html>"),
    httpx.Response(200, json={"choices": [{"message": {"content": SECRET}}]}),
    httpx.ReadError(f"connection with {SECRET} lost"),
    httpx.LocalProtocolError(f"Illegal header value b'Bearer {SECRET}'"),
    httpx.ReadTimeout(SECRET),
    stream(end=f'data: {{"error": "{SECRET}"}}\n\n'),
    stream(SECRET),
]


@pytest.mark.parametrize("echo", ECHOES, ids=str)
def test_a_key_that_the_server_repeats_is_nowhere(
    echo: httpx.Response | Exception, caplog: pytest.LogCaptureFixture
) -> None:
    """Not in the error, its causes as printed, the client, the endpoint, the log."""
    caplog.set_level(logging.DEBUG)

    def handle(_: httpx.Request) -> httpx.Response:
        if isinstance(echo, Exception):
            raise echo
        return echo

    one = client(handle)
    with pytest.raises(ModelProblem) as problem:
        one.ask("t", "m", Words)
    printed = "".join(traceback.format_exception(problem.value))
    for text in (printed, repr(problem.value), repr(one), repr(one.endpoint), caplog.text):
        assert SECRET not in text


def test_a_key_repeated_in_an_answer_does_not_reach_the_lesson() -> None:
    """A server that writes the key into what it proposes gets it cut out."""
    said = json.dumps({"words": [f"the key is {SECRET}"]})
    for answer in (whole(said), stream(said[:20], said[20:])):
        assert client(in_turn(answer)).ask("t", "m", Words).words == ["the key is [key]"]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["text/event-stream", "application/json", ""]),
       st.sampled_from([200, 400, 500]))  # fmt: skip
def test_any_bytes_end_in_an_answer_or_one_problem(body: bytes, kind: str, code: int) -> None:
    """No reply crashes the client."""
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
        endpoint = Endpoint(f"http://127.0.0.1:{port}/v1", "m")
        one = Client(endpoint, Budget(9, 9999), sleep=lambda _: None)
        with pytest.raises(ModelProblem, match="broke off"):
            one.ask("t", "m", Words)
        thread.join(10)
