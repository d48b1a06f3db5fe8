"""Against llama.cpp, serving a model with random weights: run by `make servers`."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from explainer.draft import Draft, make
from explainer.llm import Client
from explainer.llm_endpoint import Budget, Endpoint
from explainer.llm_wire import ModelProblem
from explainer.quiz.score import is_right
from explainer.reading.text import read_text
from explainer.second_look import findings_of_look, look, looked_at
from explainer.suggest import suggest

pytestmark = pytest.mark.servers
PYTHON = Path(os.environ.get("EXPLAINER_SERVERS", "")) / "bin" / "python"
ARTICLE = (
    "Search for the crew ends at Holm Bay\n\n12 May 2021\n\nThe coast guard searched Holm Bay "
    "with nine boats on 10 May 2021. The pier was built in 1954 and cost 200,000 crowns.\n"
)
TINY = Path(__file__).parent / "tiny_model.py"


@pytest.fixture(scope="session")
def llama(serve, tmp_path_factory) -> str:
    model = tmp_path_factory.mktemp("model") / "tiny.gguf"
    subprocess.run([PYTHON, TINY, model], check=True)
    command = [str(PYTHON), "-m", "llama_cpp.server", "--model", str(model), "--n_ctx", "16384"]
    return serve([*command, "--host", "127.0.0.1", "--port", "PORT"], "/v1/models", 120)


@pytest.fixture(scope="module")
def short() -> Draft:
    """Random weights take each byte for a word: a short article keeps the tests short."""
    return make(read_text(ARTICLE), items=3)


def asking(address: str) -> Client:
    return Client(Endpoint(f"{address}/v1", "tiny"), Budget(6, 6_000), sleep=lambda _: None)


def test_its_nonsense_leaves_the_lesson_unharmed(llama, short):
    """Whatever random weights say in the form asked for or out of it: nothing false gets in."""
    client = asking(llama)
    made = suggest(short, client)
    assert client.budget.calls_used >= 1
    assert client.budget.tokens_used > 0
    assert made.pack == short.pack
    assert made.suggested.kept == 0
    told = made.suggested
    assert told.note or told.refused or told.proposed == 0


def test_its_second_look_is_nonsense_and_harms_nothing(llama, short, monkeypatch):
    """Every item is looked at as it stands, or one sentence says why none was; random answers
    change no item, and what is told of them is told of the model."""
    monkeypatch.setattr("explainer.second_look.ANSWER_TOKENS", 200)  # random weights never stop
    client, said = asking(llama), ""
    items = looked_at(short.pack.items)
    assert items
    try:
        looks = look(short.pack.source, items, client)
    except ModelProblem as problem:
        looks, said = (), str(problem)
    assert client.budget.calls_used >= 1
    assert client.budget.tokens_used > 0
    by_id = {item.id: item for item in items}
    for each in looks:
        item = by_id[each.item_id]
        assert each.right == (bool(each.given) and is_right(item, each.given))
        assert all(f.severity == "warning" for f in findings_of_look(each, item))
    assert [each.item_id for each in looks] == list(by_id) or said.endswith(".")
