"""What every choice of questions for a plan must hold."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.quiz.choice import Candidate, choose
from explainer.quiz.item import TEXT_KINDS
from explainer.quiz.plan import KINDS, LEVELS, Levels, Plan, read_kinds, read_levels

goals = st.frozensets(st.sampled_from(["o-a", "o-b", "o-c"]), max_size=2)
levels = st.builds(Levels, **{level: st.integers(0, 3) for level in LEVELS})
plans = st.builds(
    Plan,
    items=st.none() | st.integers(1, 25),
    kinds=st.lists(st.sampled_from(KINDS), max_size=4, unique=True).map(tuple),
    levels=levels,
    objectives=st.lists(st.sampled_from(["o-a", "o-b"]), max_size=2, unique=True).map(tuple),
    paragraphs=st.lists(st.integers(1, 5), max_size=4, unique=True).map(tuple),
    background=st.booleans(),
)


@st.composite
def candidates(draw):
    """Questions on a handful of sentences and facts, so that they get in each other's way."""
    found = []
    for number in range(draw(st.integers(0, 30))):
        sentence = draw(st.integers(0, 9))
        kind = draw(st.sampled_from(KINDS))
        found.append(
            Candidate(
                id=f"q-{number:02}",
                kind=kind,
                level=draw(st.sampled_from(LEVELS)),
                rank=draw(st.sampled_from([4.0, 6.5, 8.0, 10.0])),
                about=sentence * 100,
                paragraph=draw(st.sampled_from([None, sentence // 2 + 1, sentence // 2 + 1])),
                facts=tuple(draw(st.lists(st.sampled_from("abcdefghijkl"), max_size=3))),
                answer=draw(st.sampled_from(["x", "y", "z"])),
                goals=draw(goals),
                false=kind == "true_false" and draw(st.booleans()),
                longest=draw(st.booleans()),
            )
        )
    return found


def plain(number, **changed):
    """A question with nothing against it: its own sentence, fact and answer."""
    given = {
        "kind": KINDS[number % 3], "level": LEVELS[number % 3], "rank": 7.0, "about": number,
        "paragraph": number % 5 + 1, "facts": (f"f{number}",), "answer": f"{number}",
    }  # fmt: skip
    return Candidate(id=f"q-{number:03}", **(given | changed))


@given(candidates(), plans)
def test_only_what_the_plan_asks_for(questions, plan):
    """Never more than asked; of the kinds, levels, paragraphs and objectives asked for, and of
    the background only where it is let in."""
    choice = choose(questions, plan, lambda _: None)
    assert len(choice.chosen) <= plan.length
    assert len(set(choice.chosen)) == len(choice.chosen)
    for each in choice.chosen:
        assert not plan.kinds or each.kind in plan.kinds
        assert plan.levels == Levels() or plan.levels.share(each.level)
        assert not plan.paragraphs or each.paragraph in (*plan.paragraphs, None)
        assert not plan.objectives or each.goals & set(plan.objectives)
        assert plan.background or each.paragraph is not None


@given(candidates(), plans)
def test_no_fact_is_asked_twice(questions, plan):
    """Two questions share a fact only where one uses it in passing, or to bring a quiz to the
    number asked for, to ten where none is; no more than two, with different answers, stand alone
    on one sentence."""
    chosen = choose(questions, plan, lambda _: None).chosen
    used = set()
    for place, each in enumerate(chosen):
        mine = {(fact, each.in_passing) for fact in each.facts}
        assert mine.isdisjoint(used) or (place < (plan.items or 10) and each.alone)
        used |= mine
    alone = [each for each in chosen if each.alone and each.paragraph is not None]
    assert max(Counter(each.about for each in alone).values(), default=0) <= 2
    answers = [(each.about, each.answer) for each in alone]
    assert len(answers) == len(set(answers))


@given(candidates(), st.none() | st.integers(2, 25))
def test_statements_and_gaps_are_a_part(questions, items):
    """Where no kind was asked for, at most a quarter of more than ten questions are statements to
    judge, or gaps; of fewer at most two in five, or half."""
    chosen = choose(questions, Plan(items=items), lambda _: None).chosen
    kinds = Counter(each.kind for each in chosen)
    for kind, in_need in (("true_false", 0.4), ("gap", 0.5)):
        most = 0.25 * len(chosen) if len(chosen) > 14 else max(in_need * 10, 0.25 * len(chosen))
        assert kinds[kind] <= max(1, min(most, in_need * max(len(chosen), 2)))


@given(candidates(), plans)
def test_true_and_false_are_no_guess(questions, plan):
    """Of statements to judge at most two more are true than false, at most three more false."""
    chosen = choose(questions, plan, lambda _: None).chosen
    false = [each.false for each in chosen if each.kind == "true_false"]
    assert -3 <= false.count(False) - false.count(True) <= 2


@given(candidates(), st.integers(2, 25))
def test_no_kind_takes_over(questions, items):
    """Where no kind was asked for, none makes more than half of the quiz."""
    chosen = choose(questions, Plan(items=items), lambda _: None).chosen
    assert max(Counter(each.kind for each in chosen).values(), default=0) <= max(1, items / 2)


@given(candidates(), plans, st.integers(0, 99))
def test_the_order_of_the_questions_does_not_matter(questions, plan, chance):
    """The same questions in any order give the same choice in the same order."""
    shuffled = list(questions)
    Random(chance).shuffle(shuffled)
    first, second = (choose(each, plan, lambda _: None) for each in (questions, shuffled))
    assert first.chosen == second.chosen
    assert first.note() == second.note()


@given(candidates(), plans, st.sets(st.integers(0, 29)))
def test_what_is_refused_is_not_chosen_and_every_question_is_accounted_for(
    questions, plan, refused
):
    """The judge is asked once at most; whoever is not chosen has a reason; the note is there if
    and only if there are fewer than asked, and its numbers add up."""
    bad = {f"q-{number:02}" for number in refused}
    asked: list[str] = []

    def judge(each):
        asked.append(each.id)
        return "check" if each.id in bad else None

    choice = choose(questions, plan, judge)
    assert len(asked) == len(set(asked))
    assert bad.isdisjoint(each.id for each in choice.chosen)
    wanted = choose(questions, plan.model_copy(update={"items": 1000}), lambda _: None)
    assert len(choice.chosen) + len(choice.left) == len(wanted.chosen) + len(wanted.left)
    note = choice.note()
    assert (note is None) == (plan.items is None or len(choice.chosen) == plan.items)
    if note and choice.left:
        head, _, why = note.partition("could be made, ")
        counted = [int(word) for word in why.split() if word.isdigit()]
        assert sum(counted) == len(choice.left)
        assert head.startswith(f"{len(choice.chosen)} of {plan.items} questions")


@given(st.integers(1, 20), st.integers(0, 40))
def test_paragraphs_are_covered_alike(items, more):
    """With enough good questions everywhere no paragraph has two more than another."""
    questions = [plain(n, kind="single_choice") for n in range(items + more + 5)]
    plan = Plan(items=items, kinds=("single_choice",))
    counts = Counter(c.paragraph for c in choose(questions, plan, lambda _: None).chosen)
    assert max(counts.values()) - (min(counts.values()) if len(counts) == 5 else 0) <= 2
    if items >= 5:
        assert len(counts) == 5


@given(st.integers(3, 12))
def test_every_objective_is_covered_before_one_is_covered_again(items):
    """Of questions equally good the first go to objectives that have none."""
    names = ["o-a", "o-b", "o-c"]
    questions = [
        plain(n, kind="single_choice", paragraph=1, goals=frozenset({names[min(n // 10, 2)]}))
        for n in range(30)
    ]
    chosen = choose(questions, Plan(items=items, kinds=("single_choice",)), lambda _: None).chosen
    counts = Counter(goal for each in chosen for goal in each.goals)
    assert max(counts[name] for name in names) - min(counts[name] for name in names) <= 1


@given(levels, st.integers(1, 30))
def test_levels_keep_their_shares(shares, items):
    """Targets add up to the number asked for; with enough of each level they are met."""
    plan = Plan(items=items, levels=shares)
    questions = [plain(n, kind=KINDS[n % 5 % 3], paragraph=n % 7 + 1) for n in range(120)]
    if shares == Levels():
        return
    targets = plan.targets()
    assert sum(targets.values()) == items
    whole = sum(shares.share(level) for level in LEVELS)
    assert all(abs(targets[e] - items * shares.share(e) / whole) < 1 for e in LEVELS)
    questions = [each for each in questions if each.kind != "true_false"]
    counts = Counter(c.level for c in choose(questions, plan, lambda _: None).chosen)
    assert all(counts[level] == targets[level] for level in LEVELS)


def test_a_share_that_cannot_be_filled_goes_to_the_others():
    """Asked for half and half, an article without one level still gives the whole number."""
    questions = [plain(n, level="recall", kind="single_choice") for n in range(20)]
    plan = Plan(items=8, levels=Levels(recall=1, infer=1))
    assert len(choose(questions, plan, lambda _: None).chosen) == 8


@pytest.mark.parametrize(
    ("read", "given", "named"),
    [
        (read_kinds, "true_false,foo", "single_choice"),
        (read_levels, "deep", "recall, connect, infer"),
        (read_levels, "recall=x", "whole number"),
        (lambda names: read_kinds(names, TEXT_KINDS), "place_on_map", "on_timeline"),
    ],
)
def test_a_bad_name_gives_the_good_ones(read, given, named):
    """One sentence that says what is wrong and lists what there is."""
    from explainer.findings import InputProblem

    with pytest.raises(InputProblem) as caught:
        read(given)
    assert named in str(caught.value)
    assert "\n" not in str(caught.value)


def test_names_as_they_are_typed():
    """Spaces and doubles do no harm; shares are kept."""
    assert read_kinds(" order , true_false,order") == ("order", "true_false")
    assert read_levels("recall=3, infer") == Levels(recall=3, infer=1)
    assert read_levels("") == Levels()
