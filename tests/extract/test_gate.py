"""The gate proves or refuses; nothing else makes a Fact of the source."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from explainer.extract.gate import fact_id, prove
from explainer.extract.proposal import Proposal
from explainer.facts import Fact, Part, Quote
from explainer.findings import Finding
from explainer.mention import QuantityMention, TimeMention
from explainer.source import Block, Source

TEXT = "On May 3 the army moved 5.000 men to Zemun. Nothing else happened."
SOURCE = Source(text=TEXT, blocks=(Block(0, len(TEXT), "paragraph"),))
FIRST = TEXT[:43]


def proposal(statement: str, **changes: object) -> Proposal:
    given_ = {
        "kind": "statement",
        "statement": statement,
        "evidence": (Quote(start=0, end=43, quote=FIRST),),
        "mentions": (
            TimeMention(type="date", start=3, end=8, text="May 3", value="2021-05-03",
                        precision="day"),
            QuantityMention(start=24, end=33, text="5.000 men", value=5000.0, number_end=29),
        ),
    }  # fmt: skip
    return Proposal(**{**given_, **changes})  # type: ignore[arg-type]


def code(outcome: Fact | Finding) -> str:
    return outcome.code if isinstance(outcome, Finding) else "proven"


def test_a_proposal_in_the_words_of_its_evidence_becomes_a_fact() -> None:
    """What the quote says word for word is proven."""
    assert code(prove(SOURCE, proposal(FIRST))) == "proven"


def test_a_proven_fact_is_one_that_checks_would_make() -> None:
    """The gate fills in a Fact itself; read back through every check it is the same one."""
    part = Part(name="where", start=37, end=42, text="Zemun", value="Zemun")
    fact = prove(SOURCE, proposal(FIRST, parts=(part,)))
    assert isinstance(fact, Fact)
    checked = Fact.model_validate_json(fact.model_dump_json())
    assert checked == fact
    assert hash(checked) == hash(fact)
    assert set(fact.__dict__) == set(Fact.model_fields)


def test_values_may_be_written_otherwise() -> None:
    """5,000 bears out 5.000, and the resolved date its year, by the mentions' values."""
    outcome = prove(SOURCE, proposal("On May 3, 2021 the army moved 5,000 men to Zemun."))
    assert code(outcome) == "proven"


def test_a_number_the_evidence_does_not_hold_is_refused() -> None:
    """A changed number, in digits or in words, is named in the finding."""
    for wrong in ("6.000", "six thousand"):
        outcome = prove(SOURCE, proposal(f"The army moved {wrong} men to Zemun."))
        assert code(outcome) == "number-not-in-evidence"


def test_a_date_the_evidence_does_not_hold_is_refused() -> None:
    """Another month is another date."""
    outcome = prove(SOURCE, proposal("On June 3 the army moved 5.000 men to Zemun."))
    assert code(outcome) == "date-not-in-evidence"


def test_a_name_the_evidence_does_not_hold_is_refused() -> None:
    """A name needs its word in the evidence, a mention's value, or the attribution."""
    outcome = prove(SOURCE, proposal("The army moved 5.000 men to Pancevo."))
    assert code(outcome) == "name-not-in-evidence"


def test_a_quote_that_does_not_stand_at_its_span_is_refused() -> None:
    """One character off is not word for word."""
    moved = Quote(start=1, end=44, quote=FIRST)
    assert code(prove(SOURCE, proposal(FIRST, evidence=(moved,)))) == "quote-not-in-source"


def test_without_evidence_nothing_is_proven() -> None:
    """No fact without its words."""
    assert code(prove(SOURCE, proposal(FIRST, evidence=()))) == "no-evidence"


def test_a_part_outside_the_evidence_is_refused() -> None:
    """Arguments of a relation stand inside the quote."""
    far = Part(name="x", start=44, end=51, text="Nothing", value="Nothing")
    wrong = Part(name="x", start=3, end=8, text="May 4", value="May 4")
    for part in (far, wrong):
        assert code(prove(SOURCE, proposal(FIRST, parts=(part,)))) == "part-not-in-evidence"


@given(st.integers(0, 60), st.integers(1, 40), st.text(max_size=40))
def test_only_words_at_their_span_pass(start: int, length: int, statement: str) -> None:
    """Whatever is proposed, a Fact's quotes hold in the source."""
    quote = Quote(start=start, end=start + length, quote=(TEXT + "x" * 60)[start : start + length])
    outcome = prove(SOURCE, proposal(statement, evidence=(quote,), mentions=()))
    if isinstance(outcome, Fact):
        assert all(q.holds_in(SOURCE) for q in outcome.quotes)
    else:
        assert outcome.message


def test_the_id_depends_on_kind_place_and_statement_alone() -> None:
    """The same words at the same place have the same id."""
    assert fact_id(proposal(FIRST)) == fact_id(proposal(FIRST, mentions=()))
    assert fact_id(proposal(FIRST)) != fact_id(proposal("Nothing."))
