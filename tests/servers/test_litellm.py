"""Against the LiteLLM proxy with mock answers: run by `make servers`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from explainer.extract.model import Suggestions
from explainer.llm import Client
from explainer.llm_endpoint import Budget, Endpoint
from explainer.llm_wire import ModelProblem
from explainer.suggest import suggest

pytestmark = pytest.mark.servers
BIN = Path(os.environ.get("EXPLAINER_SERVERS", "")) / "bin"
CONFIG = Path(__file__).parent / "litellm.yaml"


@pytest.fixture(scope="session")
def litellm(serve) -> str:
    # Without this it asks elsewhere for the prices of models.
    environment = os.environ | {"LITELLM_LOCAL_MODEL_COST_MAP": "True", "NO_DOCS": "True"}
    command = [
        str(BIN / "litellm"),
        "--config",
        str(CONFIG),
        "--host",
        "127.0.0.1",
        "--port",
        "PORT",
    ]
    return serve(command, "/health/liveliness", 180, **environment)


def test_a_lesson_with_its_help(litellm, asking, draft):
    """What holds of its proposals is kept, what does not is refused; streamed, tokens counted."""
    client = asking(litellm, "good")
    made = suggest(draft, client)
    assert made.suggested.kept == 1
    assert made.suggested.refused
    assert "The army conducted nine operations." in {fact.statement for fact in made.pack.facts}
    assert client.budget.tokens_used > 0


@pytest.mark.parametrize("model", ["babble", "busy", "broken", "small", "unknown"])
def test_whatever_fails_the_offline_lesson_stands(litellm, asking, draft, model):
    """Nonsense, 429, 500, too long, no such model: one sentence, and the lesson as it was."""
    made = suggest(draft, asking(litellm, model))
    assert made.pack == draft.pack
    assert made.suggested.note.endswith(".")


def test_a_wrong_key_is_refused_unseen(litellm):
    """The proxy tells of the key in its error; we do not."""
    wrong = "sk-" + "wrong" * 4
    client = Client(Endpoint(f"{litellm}/v1", "good", wrong), Budget(5, 50_000))
    # Without a database of keys it answers 400 where others answer 401.
    with pytest.raises(ModelProblem, match="refused the request") as problem:
        client.ask("t", "m", Suggestions)
    assert wrong not in str(problem.value)
