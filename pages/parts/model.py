"""Whether a model helps, which one, and what leaves the machine for it."""

from __future__ import annotations

import time
from collections.abc import Callable

import streamlit as st

from explainer.llm import Client
from explainer.llm_endpoint import Budget, Endpoint
from explainer.llm_wire import ModelProblem
from pages.parts.words import plain


def show_model(what: str, calls: int, tokens: int) -> Client | None:
    """A client once a model is named. Says that `what` would leave the machine, where to, and
    what it may cost at most; nothing is sent here."""
    try:
        endpoint = Endpoint.from_settings() or _typed()
    except ModelProblem as problem:
        st.error(plain(str(problem)))
        return None
    if endpoint is None:
        return None
    st.info(
        plain(
            f"When you press the button, {what} to {endpoint.model} at {endpoint.host}; nothing "
            f"of any student does. At most {calls} calls and about {tokens:,} tokens."
        )
    )
    return Client(endpoint, Budget(calls, tokens), cancelled=_pulse())


def _pulse() -> Callable[[], bool]:
    """Asked several times a second while an answer is waited for. It touches the page, which is
    where Streamlit ends a run that the teacher has stopped."""
    spot, last = st.empty(), [0.0]

    def stopped() -> bool:
        if time.monotonic() - last[0] > 0.4:
            last[0] = time.monotonic()
            spot.empty()
        return False

    return stopped


def _typed() -> Endpoint | None:
    """An endpoint for this window only: kept in its memory, never written anywhere, and the key
    never sent back to the page."""
    if named := st.session_state.get("llm_named"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption("The model you named for this window is used.", width="content")
            if not st.button("Name another", key="llm_again", type="tertiary"):
                return Endpoint(*named)
        del st.session_state["llm_named"]
    st.caption("No model is set on this server. You can name one for this window only.")
    with st.form("llm"):
        url = st.text_input(
            "Address", key="llm_url", max_chars=300, placeholder="http://localhost:11434/v1"
        )
        model = st.text_input("Name of the model", key="llm_model", max_chars=120)
        key = st.text_input(
            "Key, if it needs one", type="password", key="llm_key", max_chars=400,
            autocomplete="off",
        )  # fmt: skip
        if not st.form_submit_button("Use this model"):
            return None
    if not (url.strip() and model.strip()):
        st.error("Give the model's address and its name.")
        return None
    endpoint = Endpoint(url.strip().rstrip("/"), model.strip(), key.strip())
    st.session_state["llm_named"] = (endpoint.base_url, endpoint.model, endpoint.api_key)
    st.rerun()
    return endpoint


def show_stop() -> None:
    """A button that ends the run under way, at whatever the model is. The callback comes first
    in the run that follows."""
    st.button("Stop asking the model", key="stop", on_click=_stopped, icon=":material/stop:")


def _stopped() -> None:
    st.session_state["llm_stopped"] = True


def was_stopped() -> bool:
    """Whether the run before this one was ended by that button."""
    return bool(st.session_state.pop("llm_stopped", False))


def budget_line(client: Client) -> str:
    budget = client.budget
    return (
        f"{budget.calls_used} of {budget.calls} calls and about {budget.spent:,} of "
        f"{budget.tokens:,} tokens used."
    )
