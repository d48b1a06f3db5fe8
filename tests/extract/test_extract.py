"""What the rules must find in the seed article, and what holds of any text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.extract.extract import Extraction, extract
from explainer.facts import Fact
from explainer.findings import InputProblem
from explainer.reading.text import read_bytes, read_text

SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt")).read_bytes()


@pytest.fixture(scope="module")
def seed() -> Extraction:
    return extract(read_bytes(SEED))


def one(extraction: Extraction, kind: str, words: str) -> Fact:
    found = [f for f in extraction.facts if f.kind == kind and words in f.statement]
    assert len(found) == 1, [f.statement for f in extraction.facts if f.kind == kind]
    return found[0]


def values(fact: Fact) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for part in fact.parts:
        told.setdefault(part.name, []).append(part.value)
    return told


def test_every_paragraph_yields_facts(seed: Extraction) -> None:
    """27 paragraphs state something; at least 45 facts; none refused."""
    source = seed.reading.source
    assert len(source.prose) == 27
    covered = {source.paragraph_at(f.quotes[0].start) for f in seed.facts}
    assert covered == set(range(27))
    assert len(seed.facts) >= 45
    assert seed.refused == ()


def test_evidence_is_verbatim_and_ids_are_unique(seed: Extraction) -> None:
    """No fact without its words; no two facts with one id or one content."""
    assert all(q.holds_in(seed.reading.source) for f in seed.facts for q in f.quotes)
    assert len({f.id for f in seed.facts}) == len(seed.facts)
    assert len({(f.kind, f.statement) for f in seed.facts}) == len(seed.facts)


def test_nine_operations_in_the_1980s(seed: Extraction) -> None:
    """The count with its actor, number, thing and decade."""
    told = values(one(seed, "count", "nine operations"))
    assert told["number"] == ["9"]
    assert told["actor"] == ["the Soviet army"]
    assert told["thing"] == ["operations"]
    assert told["when"] == ["198"]


def test_who_is_who(seed: Extraction) -> None:
    """Roles and kinship from appositions; both heads of the movement."""
    assert values(one(seed, "role", "40th Army"))["person"] == ["Igor Rodionov"]
    assert values(one(seed, "role", "Middle East"))["person"] == ["Abbas Juma"]
    assert values(one(seed, "role", "political scientist"))["person"] == ["Igor Shatrov"]
    assert values(one(seed, "role", "acting president"))["person"] == ["Amrullah Saleh"]
    kin = values(one(seed, "kinship", "son of"))
    assert (kin["person"], kin["relative"]) == (["Ahmad Masood"], ["Ahmad Shah Masood"])
    heads = {f.parts[0].value for f in seed.facts if "at the head of" in f.statement}
    assert heads == {"Amrullah Saleh", "Ahmad Masood"}


def test_where_places_lie(seed: Extraction) -> None:
    """Charikar in Parwan, next to Panjshir; the Salang Tunnel between two cities."""
    located = values(one(seed, "located", "Charikar"))
    assert (located["place"], located["container"]) == (["Charikar"], ["Parwan"])
    neighbour = values(one(seed, "neighbour", "Parwan"))
    assert (neighbour["place"], neighbour["neighbour"]) == (["Parwan"], ["Panjshir"])
    road = values(one(seed, "connects", "Salang"))
    assert road["connector"] == ["Salang Tunnel"]
    assert (road["from"], road["to"]) == (["Kabul"], ["Mazar-i-Sharif"])


def test_estimates_keep_their_wording(seed: Extraction) -> None:
    """About 100,000 against no more than 5,000, as an estimate."""
    many, few = one(seed, "figure", "100.000"), one(seed, "figure", "5.000")
    assert values(many)["number"] == ["100000"]
    assert values(few)["number"] == ["5000"]
    assert "about 100.000" in many.statement
    assert "not have more than 5.000" in few.statement
    assert {many.attribution.stance, few.attribution.stance} == {"estimate"}


def test_an_unnamed_source_stays_unnamed(seed: Extraction) -> None:
    """10,000 people under Dostum, told by a source from the Afghan capital."""
    fact = one(seed, "reported", "Dostum")
    assert "10.000" in fact.statement
    assert fact.attribution.kind == "unnamed"
    assert fact.attribution.speaker == "a source from the Afghan capital"


def test_casualties(seed: Extraction) -> None:
    """Three killed at Jalalabad, several at Asadabad."""
    told = values(one(seed, "casualties", "Jalalabad"))
    assert (told["number"], told["where"]) == (["3"], ["Jalalabad"])
    assert values(one(seed, "casualties", "Asadabad"))["number"] == ["several"]


def test_quotations_have_their_speakers(seed: Extraction) -> None:
    """Two experts and Masood are quoted, whole."""
    told = {
        values(f)["speaker"][0] for f in seed.facts if f.kind == "quotation" and f.part("speaker")
    }
    assert {"Abbas Juma", "Igor Shatrov", "Ahmad Masood"} <= told


def test_one_letter_and_one_interview(seed: Extraction) -> None:
    """Each with its author and outlet."""
    works = [values(f) for f in seed.facts if f.kind == "published"]
    assert [w["author"] for w in works] == [["Ahmad Masood"]] * 2
    assert [(w["work"], w["outlet"]) for w in works] == [
        (["letter"], ["Washington Post"]),
        (["interview"], ["Asharq Al-Awsat"]),
    ]


def test_demands_are_listed(seed: Extraction) -> None:
    """One part for each thing asked."""
    told = values(one(seed, "demand", "called for help"))
    assert told["demand"] == ["weapons", "ammunition", "equipment"]
    assert told["speaker"] == ["Ahmad Masood"]


def test_the_protest_has_its_day(seed: Extraction) -> None:
    """August 19 is resolved to 2021 in the part and in the statement."""
    fact = one(seed, "event", "Kabul residents")
    assert values(fact)["when"] == ["2021-08-19"]
    assert "August 19, 2021" in fact.statement


def test_a_pronoun_is_put_in_words_only_where_it_is_certain(seed: Extraction) -> None:
    """ "He underlined": Masood, named in the evidence; "They would regroup": whoever they are."""
    fact = one(seed, "reported", "underlined")
    assert fact.statement.startswith("Ahmad Masood underlined")
    assert any("They would regroup" in f.statement for f in seed.facts)


def test_the_same_text_gives_the_same_facts(seed: Extraction) -> None:
    """Ids are stable."""
    assert [f.id for f in extract(read_bytes(SEED)).facts] == [f.id for f in seed.facts]


def facts_of(text: str) -> list[Fact]:
    return list(extract(read_text(text, published=date(2024, 3, 12))).facts)


@pytest.mark.parametrize(
    ("text", "kind", "parts"),
    [
        ("Ana Kos, who heads the clinic in Maribor, resigned.", "role",
         {"person": "Ana Kos", "role": "heads the clinic in Maribor"}),
        ("Ana Kos was appointed director of the National Museum in 2019.", "role",
         {"person": "Ana Kos", "role": "director of the National Museum"}),
        ("Marta Ilic, the mayor of Pirot, opened the bridge.", "role",
         {"person": "Marta Ilic", "role": "the mayor of Pirot"}),
        ("Slovenia borders Austria.", "neighbour",
         {"place": "Slovenia", "neighbour": "Austria"}),
        ("A new canal connecting Berlin and Hamburg was opened.", "connects",
         {"from": "Berlin", "to": "Hamburg"}),
        ("The delay was caused by heavy snow.", "cause",
         {"effect": "The delay", "cause": "heavy snow"}),
        ("Heavy rain led to floods in Vienna.", "cause",
         {"effect": "floods in Vienna", "cause": "Heavy rain"}),
        ("At least 12 people were injured in Graz on Monday.", "casualties",
         {"number": "12", "where": "Graz", "when": "2024-03-11"}),
        ("The union demanded higher wages and shorter shifts.", "demand",
         {"speaker": "The union", "demand": "higher wages"}),
        ("Firefighters rescued 14 children.", "count",
         {"number": "14", "thing": "children", "action": "rescue"}),
    ],
)  # fmt: skip
def test_relations_in_plain_english(text: str, kind: str, parts: dict[str, str]) -> None:
    """The rules know English, not one article."""
    found = [f for f in facts_of(text) if f.kind == kind]
    assert found, [(f.kind, f.statement) for f in facts_of(text)]
    told = values(found[0])
    assert {name: told.get(name, [""])[0] for name in parts} == parts


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The river does not connect Berlin and Hamburg.", "connects"),
        ("No one was killed in Graz.", "casualties"),
        ("The flood did not kill three people.", "casualties"),
        ("He was not dismissed because of his age.", "cause"),
        ("Police could kill three dogs.", "casualties"),
    ],
)
def test_what_is_denied_or_only_possible_is_no_relation(text: str, kind: str) -> None:
    """A relation is what the source states."""
    assert kind not in {f.kind for f in facts_of(text)}


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400) | st.lists(st.sampled_from(
    ["General Ana Kos", "killed", "three people", ",", "and", ".", "\"", "because", "the", "in",
     "Paris", "5.000", "that", "said", "(", ")", "’s", "which", "connects", "\n\n", "19", "May",
     "of", "were", "led to", "demanded", "ﷺ", "👍", "’", ";", "while", "\u200b"]),
    max_size=60).map(" ".join))  # fmt: skip
def test_any_text_gives_facts_or_a_clear_refusal(text: str) -> None:
    """Never a crash; every fact's words stand where it says."""
    try:
        extraction = extract(read_text(text))
    except InputProblem:
        return
    source = extraction.reading.source
    assert all(q.holds_in(source) for f in extraction.facts for q in f.quotes)
    assert all(source.text[p.start : p.end] == p.text for f in extraction.facts for p in f.parts)
    assert len({f.id for f in extraction.facts}) == len(extraction.facts)


def test_an_unnamed_answer_is_nobodys_fact() -> None:
    """In "Q: … A: …" nobody is named who speaks, so "I" of an answer gives no fact."""
    text = "Q: Where were you born?\n\nA: I was born in Oslo in 1960. I left in 1980."
    extraction = extract(read_text(text))
    assert extraction.facts == ()
    assert any(m.text == "Oslo" for m in extraction.reading.mentions)
