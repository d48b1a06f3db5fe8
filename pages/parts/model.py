"""Whether a model helps, which one, and what leaves the machine for it."""

from __future__ import annotations

import time
from collections.abc import Callable

import streamlit as st

from explainer.llm import Budget, Client, Endpoint
from explainer.llm_wire import ModelProblem
from explainer.source import Source
from explainer.suggest import calls_for, tokens_for
from pages.parts.words import plain


def show_model(source: Source) -> Client | None:
    """A client when the teacher wants one and it is set; nothing is sent here."""
    if not st.toggle("Let a model propose more", key="with_model"):
        return None
    st.caption(
        "A model only proposes. What it proposes goes through the same checks as everything else."
    )
    endpoint = Endpoint.from_settings() or _typed()
    if endpoint is None:
        return None
    budget = Budget(calls_for(source), tokens_for(source))
    try:
        client = Client(endpoint, budget, cancelled=_pulse())
    except ModelProblem as problem:
        st.error(plain(str(problem)))
        return None
    host = endpoint.base_url.split("://")[-1].split("/")[0].split("@")[-1]
    st.info(
        plain(
            f"When you press the button, the article's text and the questions made from it go to "
            f"{endpoint.model} at {host}; nothing of any student does. At most {budget.calls} "
            f"calls and about {budget.tokens:,} tokens."
        )
    )
    return client


def _pulse() -> Callable[[], bool]:
    """Asked while an answer comes in. It touches the page twice a second, which is where
    Streamlit ends a run that the teacher has stopped."""
    spot, last = st.empty(), [0.0]

    def stopped() -> bool:
        if time.monotonic() - last[0] > 0.5:
            last[0] = time.monotonic()
            spot.empty()
        return False

    return stopped


def _typed() -> Endpoint | None:
    """An endpoint for this session only: it is never written anywhere."""
    st.caption("No model is set on this server. You can name one for this window only.")
    url = st.text_input(
        "Address", key="llm_url", max_chars=300, placeholder="http://localhost:11434/v1"
    )
    model = st.text_input("Name of the model", key="llm_model", max_chars=120)
    key = st.text_input(
        "Key, if it needs one", type="password", key="llm_key", max_chars=400,
        autocomplete="off",
    )  # fmt: skip
    if not (url.strip() and model.strip()):
        return None
    return Endpoint(url.strip().rstrip("/"), model.strip(), key.strip())
