"""Where a model answers, and how much it may be asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.llm_endpoint import Budget, BudgetSpent, Endpoint
from explainer.llm_wire import ModelProblem

SECRET = "sk-never-to-be-seen"


@pytest.mark.parametrize("address", ["", "file:///etc/passwd", "model", "http://", "http://h:port"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    """With a sentence that says how an address begins."""
    with pytest.raises(ModelProblem, match="http"):
        Endpoint(address, "m")


@pytest.mark.parametrize(
    "address",
    [f"http://user:{SECRET}@h/v1", f"http://h/v1?key={SECRET}", f"http://h/v1#{SECRET}"],
)
def test_a_key_inside_the_address_is_refused_unseen(address: str) -> None:
    """Addresses are shown and logged, so a key may not be in one."""
    with pytest.raises(ModelProblem, match="its own field") as problem:
        Endpoint(address, "m")
    assert SECRET not in str(problem.value)


@pytest.mark.parametrize("end", ["\n", " x", "é", "\0", "\u2028"])
def test_a_key_that_no_header_can_carry_is_refused_unseen(end: str) -> None:
    """Before anything could complain of it by quoting it."""
    with pytest.raises(ModelProblem, match="copy it again") as problem:
        Endpoint("http://h/v1", "m", SECRET + end)
    assert SECRET not in str(problem.value)


def test_the_key_is_in_no_repr() -> None:
    """Nor is anything else secret, since nothing else holds one."""
    assert SECRET not in repr(Endpoint("http://h/v1", "m", SECRET))


def test_settings_name_an_endpoint_or_none() -> None:
    """Both the address and the model are needed."""
    named = {"EXPLAINER_LLM_BASE_URL": "http://h:1/v1/ ", "EXPLAINER_LLM_MODEL": "m"}
    found = Endpoint.from_settings(named)
    assert found is not None
    assert (found.base_url, found.host) == ("http://h:1/v1", "h:1")
    assert Endpoint.from_settings({}) is None
    assert Endpoint.from_settings({"EXPLAINER_LLM_MODEL": "m"}) is None


@given(st.lists(st.tuples(st.integers(0, 500), st.lists(st.integers(0, 900), max_size=4))))
def test_a_budget_is_never_passed_by_more_than_one_word_from_the_model(calls: list) -> None:
    """Whatever is asked and heard: calls stay within the limit, and no call begins beyond it."""
    budget = Budget(5, 2000)
    for asking, heard in calls:
        before = budget.spent
        try:
            budget.start_call(asking)
        except BudgetSpent:
            assert budget.calls_used == 5 or before + asking >= 2000
            continue
        assert before + asking < 2000
        try:
            for tokens in heard:
                budget.hear(tokens)
        except BudgetSpent:
            assert budget.spent > 2000
        budget.end_call()
        assert budget.running == 0
    assert budget.calls_used <= 5
