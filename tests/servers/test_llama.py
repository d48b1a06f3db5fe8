"""Against llama.cpp, serving a model with random weights: run by `make servers`."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from explainer.draft import Draft, make
from explainer.llm import Client
from explainer.llm_endpoint import Budget, Endpoint
from explainer.reading.text import read_text
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
