from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from explainer.facts import Citation, Fact, Quote
from explainer.findings import InputProblem
from explainer.geography import Place
from explainer.geometry import Heights, Line, parse_points
from explainer.lesson import Lesson, Passage, Step, Teacher
from explainer.lesson_cards import Claim, Comparison, Estimate, People, Person, Relation, Term
from explainer.pack import Pack, build, load, load_content, read, write
from explainer.pack_content import FILES, Reference
from explainer.pack_yaml import ContentProblem
from explainer.reading.text import read_text
from explainer.source import Source
from explainer.timeline import Event, Timeline

ROOT = Path(__file__).parents[1]
SEED = next((ROOT / "seeds").glob("000_*.txt"))
PANJSHIR = ROOT / "content" / "panjshir"
ARTICLE = "A bridge fell on 3 May 2019 in Paris. Ann Lee, a builder, said that it was old."


@pytest.fixture(scope="module")
def seed_pack():
    return build(read_text(SEED.read_text()))


@pytest.fixture(scope="module")
def panjshir():
    return load(PANJSHIR)


def test_any_article_makes_a_pack_without_content(seed_pack):
    """The curated half is an addition, not a condition."""
    assert len(seed_pack.facts) >= 45
    assert seed_pack.timeline.events
    assert seed_pack.places
    assert seed_pack.lesson.steps
    assert not seed_pack.background_facts


@pytest.mark.parametrize("which", ["seed_pack", "panjshir"])
def test_a_pack_survives_its_file(which, request, tmp_path):
    """What is read is what was written, to the byte; writing leaves no scraps."""
    pack = request.getfixturevalue(which)
    path = tmp_path / "lesson.json"
    write(pack, path)
    again = read(path)
    assert again == pack
    assert again.model_dump_json() == pack.model_dump_json()
    assert [each.name for each in tmp_path.iterdir()] == ["lesson.json"]


def test_the_same_article_and_content_make_the_same_bytes(panjshir):
    """A pack can be compared with an earlier one."""
    assert load(PANJSHIR).model_dump_json() == panjshir.model_dump_json()


words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30)
ids = st.from_regex(r"[a-z]{1,8}", fullmatch=True)
degrees = st.floats(-89, 89)


@st.composite
def packs(draw):
    """A small pack of any words, whose ids resolve."""
    text = draw(st.text(st.characters(codec="utf-8"), min_size=3, max_size=80))
    text = text if text.strip() else "abc"
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    quote = Quote(start=start, end=end, quote=text[start:end])
    citation = Citation(title=draw(words), address=draw(words), published=draw(st.none()))
    facts = (Fact(id="f", kind="statement", statement=draw(words), evidence=(quote,)),)
    known = (
        Fact(
            id="b", kind="event", statement=draw(words), origin="background", evidence=(citation,)
        ),
    )
    begin = draw(st.dates())
    event = Event(
        id=draw(ids), title=draw(words), begin=begin, end=begin, precision="day", when=draw(words),
        fact_ids=("b",), reference_ids=("r",), place_ids=("p",),
    )  # fmt: skip
    place = Place(id="p", name=draw(words), lat=draw(degrees), lon=draw(degrees), fact_ids=("f",))
    passage = Passage(full=draw(words), plain=draw(words), evidence=(quote,), fact_ids=("f",))
    step = Step(
        id="s", kind="where", title=draw(words), idea=draw(words), passages=(passage,),
        teacher=Teacher(aim=draw(words), minutes=draw(st.integers(1, 60)), say=(draw(words),)),
    )  # fmt: skip
    return Pack(
        id=draw(ids), title=draw(words), source=Source(text=text, blocks=()), facts=facts,
        background_facts=known, timeline=Timeline(events=(event,)), places=(place,),
        lesson=Lesson(steps=(step,)),
        references=(Reference(id="r", title=draw(words), address=draw(words), nature="press"),),
    )  # fmt: skip


@given(packs())
def test_packs_of_any_words_survive_json(pack):
    """JSON loses nothing, whatever the words."""
    assert Pack.model_validate_json(pack.model_dump_json()) == pack


def broken(pack, **update):
    return pack.model_copy(update=update).model_dump_json()


@given(packs(), st.sampled_from(["facts", "references", "places"]))
def test_a_pack_whose_ids_do_not_resolve_is_refused(pack, missing):
    """Nothing rests on what is not there."""
    with pytest.raises(ValidationError, match="which is not there"):
        Pack.model_validate_json(broken(pack, **{missing: ()}))


@given(packs())
def test_a_pack_whose_quotes_moved_is_refused(pack):
    """Evidence is checked again when a pack is read."""
    other = Source(text="~" + pack.source.text, blocks=())
    if other.text[: len(pack.source.text)] == pack.source.text:
        return
    moved = [q for f in pack.facts for q in f.quotes if not q.holds_in(other)]
    if moved:
        with pytest.raises(ValidationError, match="does not stand at"):
            Pack.model_validate_json(broken(pack, source=other))


@given(packs())
def test_two_things_of_one_id_are_refused(pack):
    """An address leads to one thing."""
    with pytest.raises(ValidationError, match="is given 2 times"):
        Pack.model_validate_json(broken(pack, places=pack.places * 2))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "not JSON"),
        (b"[1]", "not a lesson pack"),
        (b"[" * 100_000, "not JSON"),
        (b'{"format": 2}', "format 2"),
        (b'{"format": 1}', "does not hold together"),
        (b'{"format": 1, "id": "x", "surprise": 1}', "does not hold together"),
    ],
)
def test_a_file_that_is_no_pack_is_refused_in_one_line(tmp_path, data, says):
    """Bad input gets a sentence, not a traceback."""
    path = tmp_path / "bad.json"
    path.write_bytes(data)
    with pytest.raises(InputProblem, match=says) as caught:
        read(path)
    assert "\n" not in str(caught.value)


def test_a_missing_pack_is_said(tmp_path):
    """A wrong path is told as one."""
    with pytest.raises(InputProblem, match="Cannot read"):
        read(tmp_path / "none.json")


# Content folders

ABOUT = "id: x\ntitle: X\ndescription: About X.\nsource: a.txt\n"


def folder_of(tmp_path, **files):
    for name, text in {"pack": ABOUT, **files}.items():
        (tmp_path / f"{name}.yaml").write_text(text)
    (tmp_path / "a.txt").write_text(ARTICLE)
    return tmp_path


def findings_of(folder):
    with pytest.raises(ContentProblem) as caught:
        load(folder)
    assert str(caught.value).count("\n") == 0
    return [finding.message for finding in caught.value.findings]


def test_a_folder_needs_only_its_pack_yaml(tmp_path):
    """A teacher can start small; the steps then come from the article."""
    pack = load(folder_of(tmp_path))
    assert pack.title == "X"
    assert pack.lesson.steps[0].kind == "source"


def test_a_folder_without_pack_yaml_is_refused(tmp_path):
    """Without it nothing says which article the content is about."""
    with pytest.raises(ContentProblem, match=r"pack\.yaml"):
        load_content(tmp_path)


BOMB = "a0: &a0 [x, x]\n" + "".join(
    f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}, *a{n - 1}]\n" for n in range(1, 40)
)


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("events", "events:\n- id: a\n  title: [", "events.yaml, line 4"),
        ("events", "events:\n- id: a\n  id: b\n", "line 3: 'id' is given twice"),
        ("events", "events:\n- id: a\n  title: T\n  date: 1984-13\n", "no such month"),
        ("events", "events:\n- id: a\n  titel: T\n", "line 3, events[0].titel: there is no such"),
        ("events", "events:\n- id: a\n  title: T\n", "events.yaml, line 2, events[0].begin"),
        ("events", "- 1\n- 2\n", "events.yaml, line 1, the file"),
        ("events", "events: &a [*a]\n", "line 1: an alias (*) is not read here"),
        ("events", BOMB, "line 2: an alias (*) is not read here"),
        ("events", "[" * 2000, "events.yaml"),
        ("events", "events: !!python/object:os.system {}\n", "events.yaml, line 1"),
        ("events", "? [a]\n: b\n", "events.yaml, line 1: a key is a word"),
        ("places", "places:\n- {id: a, name: A, lat: 95, lon: 3}\n", "places[0].lat"),
        ("geometry", "lines:\n- {id: a, name: A, kind: river, points: '1,2 x'}\n", "not a point"),
        ("figures", "comparisons: 3\n", "figures.yaml, line 1, comparisons"),
        ("evnts", "events: []\n", "evnts.yaml: there is no such file"),
    ],
)
def test_a_malformed_file_is_told_with_its_line(tmp_path, name, text, says):
    """An author is led to the place of the mistake."""
    messages = findings_of(folder_of(tmp_path, **{name: text}))
    assert any(says in message for message in messages), messages


def test_all_mistakes_are_told_at_once(tmp_path):
    """Nobody mends nine mistakes in nine runs."""
    folder = folder_of(
        tmp_path,
        events="events:\n- id: a\n- id: b\n  title: T\n  date: soon\n",
        places="places:\n- id: a\n",
    )
    messages = findings_of(folder)
    assert len([m for m in messages if m.startswith("events.yaml")]) >= 4
    assert any(message.startswith("places.yaml") for message in messages)


def test_words_of_yaml_stay_words(tmp_path):
    """Dates, "no" and times are what their author typed."""
    folder = folder_of(
        tmp_path,
        references="references:\n- {id: no, title: Yes and no, address: 12:30, nature: press}\n",
        glossary="terms:\n- {id: t, term: on, definition: off, plain: y, reference_ids: [no]}\n",
    )
    pack = load(folder)
    assert pack.reference("no").address == "12:30"
    assert pack.term("t").term == "on"


def test_a_file_that_is_not_text_is_told(tmp_path):
    """Bytes that are no UTF-8 are refused by name."""
    folder = folder_of(tmp_path)
    (folder / "events.yaml").write_bytes(b"\xff\xfe\x00bad")
    assert any("events.yaml: cannot be read" in m for m in findings_of(folder))


CLAIM = """claims:
- id: c
  title: C
  says: The bridge was old.
  quotes: ["{words}"]
  reports: Nobody else says so.
  assessment: not verifiable
  confidence: Open.
  lesson: Ask.
"""


def test_a_quote_finds_its_place_and_its_facts(tmp_path):
    """Content names words; the pack knows where they stand and what rests on them."""
    pack = load(folder_of(tmp_path, claims=CLAIM.format(words="fell on 3 May 2019")))
    claim = pack.claim("c")
    assert [quote.quote for quote in claim.evidence] == ["fell on 3 May 2019"]
    assert claim.quotes == ()
    assert claim.fact_ids
    for id in claim.fact_ids:
        assert "fell on 3 May 2019" in pack.fact(id).quotes[0].quote


@pytest.mark.parametrize(
    ("words", "says"), [("fell on 4 May", "does not hold the words"), ("a", "more than once")]
)
def test_a_quote_that_is_not_there_or_not_unique_is_told(tmp_path, words, says):
    """A misquoted article is an error, and so is a quote that could be anywhere."""
    messages = findings_of(folder_of(tmp_path, claims=CLAIM.format(words=words)))
    assert any(says in message for message in messages)


def test_what_content_names_must_be_there(tmp_path):
    """Every unresolved id is told, with where it is used."""
    folder = folder_of(
        tmp_path,
        events="events:\n- {id: a, title: A, date: 2001, theme: t, place_ids: [q],"
        " reference_ids: [r]}\n",
    )
    messages = " ".join(findings_of(folder))
    for missing in ("'q'", "'r'", "'t'", "'b-a'"):
        assert missing in messages


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80), st.sampled_from(["events", "places", "people", "steps", "pack"]))
def test_any_yaml_gives_findings_or_content(tmp_path, text, name):
    """No file breaks the reader."""
    folder = folder_of(tmp_path)
    (folder / f"{name}.yaml").write_text(text, "utf-8", "surrogatepass")
    try:
        told = load_content(folder).about.id
    except ContentProblem as problem:
        told = problem.findings[0].message
    assert told
    (folder / f"{name}.yaml").unlink()


# Parts of a pack


def test_points_are_numbers_on_the_globe():
    """A line of a map is made of points, latitude first."""
    assert parse_points("35.1,69.2  -1,2", 2) == ((35.1, 69.2), (-1.0, 2.0))
    for bad in ("", "1", "1,2,3", "95,1", "1,nan", "a,b"):
        with pytest.raises(ValueError, match=r"\S"):
            parse_points(bad, 2)


def test_lines_and_heights_give_their_points():
    """Compact in the file, numbers for who draws."""
    line = Line(id="l", name="L", kind="river", points="1,2 3,4", heights="20 10")
    assert line.coordinates == ((1.0, 2.0), (3.0, 4.0))
    assert Heights(id="h", title="H", kind="summit", points="1,2,30").readings == ((1, 2, 30),)
    with pytest.raises(ValidationError, match="as many heights as points"):
        Line(id="l", name="L", kind="river", points="1,2 3,4", heights="20")


def test_relations_join_people_who_are_there():
    """The map of people has no loose ends."""
    ann = Person(id="ann", name="Ann", side="builders", role="Builds.")
    with pytest.raises(ValidationError, match="nobody has the id"):
        People(persons=(ann,), relations=(Relation(from_id="ann", to_id="bob", relation="met"),))


def test_ranges_run_upwards_and_groups_are_declared():
    """A figure can be drawn from any comparison."""
    with pytest.raises(ValidationError, match="runs backwards"):
        Estimate(who="Ann", low=3, high=2, words="two to three")
    with pytest.raises(ValidationError, match="not among the groups"):
        Comparison(
            id="c", title="C", question="?", unit="x", conclusion="None.",
            estimates=(Estimate(who="Ann", low=3, words="three", group="g"),),
        )  # fmt: skip


def test_a_pack_with_other_items_asks_nothing_that_is_gone(seed_pack):
    """Taking items out of a pack keeps it whole."""
    less = seed_pack.with_items(seed_pack.items[:2])
    assert Pack.model_validate_json(less.model_dump_json()) == less
    asked = {id for step in less.lesson.steps for id in step.item_ids}
    assert asked <= {item.id for item in seed_pack.items[:2]}


def test_unknown_fields_are_refused():
    """A misspelt field is not silently lost."""
    with pytest.raises(ValidationError):
        Term.model_validate(
            {"id": "t", "term": "t", "definition": "d", "plain": "p", "defintion": "d"}
        )
    with pytest.raises(ValidationError):
        Claim.model_validate(json.loads('{"id": "c"}'))


def models_in(kind, seen):
    """Every model an author can write, from the files down."""
    if isinstance(kind, type) and issubclass(kind, BaseModel) and kind not in seen:
        seen.add(kind)
        for field in kind.model_fields.values():
            models_in(field.annotation, seen)
    for inner in get_args(kind):
        models_in(inner, seen)
    return seen


def test_every_field_an_author_writes_is_described():
    """The schemas are the manual of the content folder."""
    seen: set[type[BaseModel]] = set()
    for kind in FILES.values():
        models_in(kind, seen)
    general = ("explainer.facts", "explainer.quiz.item")
    silent = [
        f"{kind.__name__}.{name}"
        for kind in seen
        if kind.__module__ not in general
        for name, field in kind.model_fields.items()
        if not field.description
    ]
    assert len(seen) > 25
    assert silent == []
