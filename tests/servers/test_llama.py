"""Against llama.cpp, serving a model with random weights: run by `make servers`."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from explainer.llm_wire import ModelProblem
from explainer.second_look import look
from explainer.suggest import suggest

pytestmark = pytest.mark.servers
PYTHON = Path(os.environ.get("EXPLAINER_SERVERS", "")) / "bin" / "python"
TINY = Path(__file__).parent / "tiny_model.py"


@pytest.fixture(scope="session")
def llama(serve, tmp_path_factory) -> str:
    model = tmp_path_factory.mktemp("model") / "tiny.gguf"
    subprocess.run([PYTHON, TINY, model], check=True)
    command = [str(PYTHON), "-m", "llama_cpp.server", "--model", str(model), "--n_ctx", "32768"]
    return serve([*command, "--host", "127.0.0.1", "--port", "PORT"], "/v1/models", 120)


def test_its_nonsense_leaves_the_lesson_unharmed(llama, asking, draft):
    """Whatever random weights say in the form asked for or out of it: nothing false gets in."""
    client = asking(llama, "tiny")
    made = suggest(draft, client)
    told = made.suggested
    assert client.budget.calls_used >= 1
    assert client.budget.tokens_used > 0
    assert made.pack == draft.pack
    assert told.kept == 0
    assert told.note or told.refused or told.proposed == 0


def test_its_second_look_is_harmless(llama, asking, draft):
    """It answers, or one sentence says why it does not."""
    try:
        looks = look(draft.pack.source, draft.pack.items, asking(llama, "tiny"))
    except ModelProblem as problem:
        assert str(problem).endswith(".")  # noqa: PT017  either outcome is lawful
    else:
        assert {each.item_id for each in looks} <= {item.id for item in draft.pack.items}
