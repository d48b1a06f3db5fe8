"""What facts say of ordinary news sentences, read as a careful reader would sign them."""

from __future__ import annotations

import pytest

from explainer.extract.extract import extract
from explainer.reading.text import read_text


def told(text: str, kind: str) -> list[tuple[str, str | None]]:
    """Statement and speaker of the facts of a kind."""
    facts = extract(read_text(text)).facts
    return [(f.statement, f.attribution.speaker) for f in facts if f.kind == kind]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Union leader Bruno Achterberg described the result as fair.",
         "Bruno Achterberg was a union leader."),
        ("Interior minister Carlos Vela said that people would sleep in tents.",
         "Carlos Vela is interior minister."),
        ("President Stefan Orlov denied the report.", "Stefan Orlov was president."),
        ("Detective Sergeant Amina Rahman said the case was closed.",
         "Amina Rahman is a detective sergeant."),
        ("The council met. It was mayor Eva Lund who left.", "Eva Lund was mayor."),
    ],
)  # fmt: skip
def test_a_title_reads_as_english(text: str, statement: str) -> None:
    """Offices of one holder take no article and no capital; "a union", by the sound."""
    assert statement in [words for words, _ in told(text, "role")]


def test_due_to_be_held_is_no_cause() -> None:
    """A plan is not the reason of what stands before it."""
    text = "She may have to repay the money; a hearing is due to be held on 9 September."
    assert told(text, "cause") == []
    assert told("The road was closed due to heavy snow.", "cause")


def test_a_cause_ends_where_another_thing_is_done() -> None:
    """What follows "and" with a verb of its own is no part of the cause."""
    text = "The shop was closed because of the flood and was never opened again."
    assert told(text, "cause") == [("The shop was closed because of the flood.", None)]


def test_nobody_else_can_say_we() -> None:
    """Words of a quotation that speak of the speaker stay a quotation."""
    text = (
        '"We buried my brother in the garden because the cemetery was mined", Lidia Moran, a'
        " teacher, said."
    )
    assert told(text, "cause") == []
    assert len(told(text, "quotation")) == 1


def test_a_report_in_passing_leaves_the_sentence_to_the_narrator() -> None:
    """That shares rose is the narrator's; only the profit is what the company reported."""
    text = "Shares in Norrland rose after the company reported that its profit had doubled."
    [(reported, speaker)] = told(text, "reported")
    assert reported == "The company reported that its profit had doubled."
    assert speaker == "the company"
    assert (text, None) in told(text, "statement")


def test_a_short_quotation_with_a_long_frame_is_a_quotation() -> None:
    """What opens the sentence in marks and ends with a comma is direct speech."""
    text = (
        '"I just closed my eyes and hit it," said Emeka Okafor, 19, who joined the club from'
        " Tollesbury Town in January."
    )
    assert told(text, "quotation") == [
        ('Emeka Okafor said: "I just closed my eyes and hit it."', "Emeka Okafor")
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Former President Ivo Kral, 81, died at his home in Bled on Sunday.", "casualties"),
        ("None of the 12 passengers was hurt.", "casualties"),
        ("The army claimed it had killed 45 rebels.", "casualties"),
    ],
)
def test_an_age_and_nobody_are_no_number_of_victims(text: str, kind: str) -> None:
    """Years of a life, "none of", and a pronoun of someone's words make no count of the dead."""
    assert told(text, kind) == []


@pytest.mark.parametrize(
    "text",
    [
        "Smith, who denies the charges, will go on trial at the old court in May.",
        "Shares rose in London after the company announced that the strike was over.",
    ],
)
def test_what_is_told_beside_a_report_is_the_narrators(text: str) -> None:
    """A report in a clause of its own does not make the whole sentence someone's claim."""
    sentences = extract(read_text(text)).reading.sentences
    assert [s.attribution.kind for s in sentences] == ["narrator"]


def test_the_first_estimates_are_who_says_so() -> None:
    """An ordinal after an article belongs to the noun: nobody is called "the"."""
    text = "According to the first estimates, the damage amounts to 6 million dollars."
    [(_, speaker)] = told(text, "figure")
    assert speaker == "the first estimates"


def test_a_demand_is_told_to_its_end() -> None:
    """ "a right to a nap" is asked for, and not "a right"."""
    [(statement, _)] = told("The union called for a right to a nap.", "demand")
    assert statement == "The union called for a right to a nap."


@pytest.mark.parametrize(
    ("text", "reported", "stance"),
    [
        ("Smith, who denies that he took the money, will go on trial in May.",
         "Smith denies that he took the money.", "claim"),
        ("He met Ana Kos, who said that the road to Bled was closed.",
         "Ana Kos said that the road to Bled was closed.", "statement"),
    ],
)  # fmt: skip
def test_a_report_in_a_relative_clause_is_told_apart(text: str, reported: str, stance: str) -> None:
    """What "who said that …" reports is its speaker's; the sentence around it the narrator's."""
    facts = extract(read_text(text)).facts
    assert (reported, stance) in [(f.statement, f.attribution.stance) for f in facts]
    assert (text, "narrator") in [(f.statement, f.attribution.kind) for f in facts]


def test_she_is_not_her_own_father() -> None:
    """ "Her father, X, was a driver. She …": the subject before is the other one's."""
    text = (
        "Hanna Lepik was born in Tartu. Her father, Juhan Lepik, was a train driver. She moved to "
        "Canada in 2000."
    )
    told = [f.statement for f in extract(read_text(text)).facts if "Canada" in f.statement]
    assert told
    assert not any("Juhan" in statement for statement in told)


def parts(text: str, kind: str) -> list[dict[str, str]]:
    """Values of the parts of the facts of a kind."""
    facts = extract(read_text(text)).facts
    return [{p.name: p.value for p in f.parts} for f in facts if f.kind == kind]


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("The airport of Selm, which had been closed on 2 May 2021, reopened on 4 May 2021.",
         "The airport of Selm", "reopened on 4 May 2021"),
        ("The council approved the plan and rejected it in 2019.",
         "The council", "rejected it in 2019"),
        ("Two climbers who spent three nights in a hut were rescued in 2018.",
         "Two climbers", "rescued in 2018"),
    ],
)  # fmt: skip
def test_an_event_is_dated_by_its_own_clause(text: str, who: str, what: str) -> None:
    """The date is not that of what a relative clause or another verb tells."""
    (event,) = parts(text, "event")
    assert event["who"] == who
    assert event["what"].endswith(what)


@pytest.mark.parametrize(
    "text",
    [
        "The court listed the matter for 7 February 2020.",
        "The bank, which was founded in 1921, supports the plan.",
        "The fund bought a painting that had vanished in 1938.",
    ],
)
def test_a_date_of_something_else_makes_no_event(text: str) -> None:
    """What it dates is another thing than what the sentence tells."""
    assert parts(text, "event") == []


def test_who_did_something_is_told_in_words() -> None:
    """5,000 is a number of teachers, and no one who marched."""
    (event,) = parts("About 5,000 teachers marched through Lund in 2011.", "event")
    assert event["who"] == "About 5,000 teachers"
    assert event["what"].startswith("About 5,000 teachers marched")


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Lawyer Dora Miell, who lives in Ghent, demanded the removal of the machines in May.",
         "Lawyer Dora Miell, who lives in Ghent, demanded the removal of the machines in May."),
        ("Ana Kos has called for an inquiry into what became of a grant that was paid in 2018.",
         "Ana Kos has called for an inquiry into what became of a grant that was paid in 2018."),
        ("Ana Kos called for help, saying that the town was cut off.", "Ana Kos called for help."),
    ],
)  # fmt: skip
def test_a_demand_names_who_makes_it_and_all_of_it(text: str, statement: str) -> None:
    assert statement in [words for words, _ in told(text, "demand")]


def test_who_asks_in_reported_words_is_no_relative_pronoun() -> None:
    text = (
        "A colleague, who asked not to be named, said the officer had been threatened "
        "and had asked for an escort."
    )
    assert told(text, "demand") == []


def test_she_is_who_the_sentence_before_is_about() -> None:
    """Though a relative clause parts her name from its verb."""
    text = "Teresa Lund, who as mayor of Colby built the park, died on Sunday. She was 81."
    assert "Teresa Lund was 81." in [words for words, _ in told(text, "statement")]


def test_what_hangs_on_who_is_hurt_is_told_with_it() -> None:
    text = "A wildfire that broke out in the pine forests of Lund has killed three people."
    assert [words for words, _ in told(text, "casualties")] == [text]


def all_told(text: str) -> list[tuple[str, str | None]]:
    """Statement and speaker of every fact."""
    return [(f.statement, f.attribution.speaker) for f in extract(read_text(text)).facts]


@pytest.mark.parametrize(
    ("text", "told_apart"),
    [
        ("Spain and Italy have sent two planes, while Peru said it would send a ship.",
         [("Spain and Italy have sent two planes.", None),
          ("Peru said it would send a ship.", "Peru")]),
        ("The reservoirs are half full, but the union says that farmers need more water.",
         [("The reservoirs are half full.", None),
          ("The union says that farmers need more water.", "the union")]),
        ("Ana Kos said that the road was closed, and she appealed to the army for tents.",
         [("Ana Kos said that the road was closed.", "Ana Kos"),
          ("Ana Kos appealed to the army for tents.", None)]),
        ("Ana Kos said the road was safe; the union complained that it was not.",
         [("Ana Kos said the road was safe.", "Ana Kos"),
          ("The union complained that it was not.", "the union")]),
    ],
)  # fmt: skip
def test_only_the_part_that_reports_is_its_speakers(
    text: str, told_apart: list[tuple[str, str | None]]
) -> None:
    """What stands beside a report in the same sentence is the narrator's or another's."""
    assert set(told_apart) <= set(all_told(text))


def test_what_might_have_been_is_no_cause() -> None:
    text = "The court stopped an order that would have led to the eviction of 400 families."
    assert told(text, "cause") == []
    assert told("The order led to the eviction of 400 families.", "cause")


def test_a_cause_keeps_the_marks_of_what_it_quotes() -> None:
    [(statement, _)] = told('The plan failed because voters called it "a bad joke".', "cause")
    assert statement == 'The plan failed because voters called it "a bad joke".'


@pytest.mark.parametrize("day", ["On 3 May", "On May 3"])
def test_a_day_is_told_with_its_year(day: str) -> None:
    """Whichever of the two stands first."""
    text = f"The war began in April 1643. {day} the siege began."
    (statement,) = [words for words, _ in told(text, "event") if "siege" in words]
    assert "1643" in statement


def test_what_points_back_in_a_quotation_stays_quoted() -> None:
    text = '"Two men came to see it. Neither made an offer," Ana Kos said.'
    assert 'Ana Kos said: "Neither made an offer."' in [words for words, _ in all_told(text)]


_LIFE = (
    "Teresa Lund was mayor of Colby for twelve years. The park opened in 1994. {} The council "
    "thanked her."
)


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("She kept bees.", "Teresa Lund kept bees."),
        ("In retirement she kept bees.", "In retirement Teresa Lund kept bees."),
        ("He kept bees.", None),
        ("Her clerk was Ana Kos. She kept bees.", None),
        ("A lawyer bought the park. She kept bees.", None),
    ],
)
def test_she_is_the_only_one_named_who_can_be(sentence: str, statement: str | None) -> None:
    """Someone else who may be meant, with a name or without, leaves the pronoun as it stands."""
    said = [words for words, _ in all_told(_LIFE.format(sentence)) if "bees" in words]
    assert said == [statement or sentence.split(". ")[-1]]


@pytest.mark.parametrize(
    ("text", "cause", "speaker"),
    [
        ("Lunn withdrew because it found the demands excessive, its director said.",
         "it found the demands excessive", "its director"),
        ("Sales fell by 3 percent, mainly because of the strike, according to the union.",
         "the strike", "the union"),
        ("A study found that many had left because of the cost.", "the cost", "a study"),
    ],
)  # fmt: skip
def test_a_reason_is_its_speakers_and_ends_with_his_words(
    text: str, cause: str, speaker: str
) -> None:
    (fact,) = [f for f in extract(read_text(text)).facts if f.kind == "cause"]
    assert {p.name: p.value for p in fact.parts}["cause"] == cause
    assert fact.attribution.speaker == speaker
    assert not {p.name: p.value for p in fact.parts}["effect"].endswith("mainly")


def test_a_reason_told_in_passing_is_not_that_of_the_sentence() -> None:
    text = "A clerk, who asked not to be named because he fears for his job, said he had seen it."
    assert told(text, "cause") == []


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Chief Financial Officer Eva Lind will step down.",
         "Eva Lind is chief financial officer."),
        ("Dutch midfielder Joost Bakker scored. The Dutch won.",
         "Joost Bakker was a Dutch midfielder."),
        ('"Yes," said Ana Kos, a 24-year-old law student.',
         "Ana Kos is a 24-year-old law student."),
        ("Frans Berg, a beekeeper and ceramicist, won.",
         "Frans Berg was a beekeeper and ceramicist."),
    ],
)  # fmt: skip
def test_a_role_keeps_the_capitals_of_names_alone(text: str, statement: str) -> None:
    assert statement in [words for words, _ in told(text, "role")]


def test_he_after_a_quotation_is_who_said_it() -> None:
    text = '"They are hungry," said Adam Rijal, a spokesman. He called on both sides to stop.'
    assert [words for words, _ in told(text, "demand")] == [
        "Adam Rijal called on both sides to stop."
    ]


def test_what_nobody_said_is_the_narrators() -> None:
    text = "Ana Kos said the road was closed, but she did not say when it would be open again."
    assert (
        "Ana Kos did not say when it would be open again.", None
    ) in all_told(text)  # fmt: skip


def test_but_begins_anew_after_a_clause_of_when() -> None:
    text = (
        "Farmers lifted the blockade after the minister promised to reopen talks, but the union "
        "warned that they would be back in weeks."
    )
    assert set(all_told(text)) >= {
        ("Farmers lifted the blockade after the minister promised to reopen talks.", None),
        ("The union warned that they would be back in weeks.", "the union"),
    }


def test_no_reason_begins_with_its_verb() -> None:
    """Of "His son, he said, had run because …" the second part tells nobody's deed."""
    text = "Walter Scott spoke. His son, he said, had run because he owed money."
    assert told(text, "cause") == []


def test_one_of_many_has_no_role_of_his_own() -> None:
    """ "The lawmaker, Ed Henley, …" does not say which lawmaker he is."""
    assert told("The lawmaker, Ed Henley, left the hall in April.", "role") == []
    assert told("A lawmaker, Ed Henley, left the hall in April.", "role") != []


def test_what_one_of_them_said_is_said_by_a_person() -> None:
    """ "One said" is told with a word for whom."""
    text = 'Aides were tired. "He could count the votes," said one.'
    assert told(text, "quotation") == [('One person said: "He could count the votes."', "one")]


def test_no_subject_has_a_list_mark() -> None:
    """A dash that opens a line is no part of who does it."""
    facts = extract(read_text("- The union accepted 18 percent in May 2021.")).facts
    assert {p.value for f in facts for p in f.parts if p.name in ("who", "subject")} == {
        "The union"
    }
