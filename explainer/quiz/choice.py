"""Which of the questions at hand come nearest to a plan, and why there are no more."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

from explainer.quiz.item import ItemKind, Level
from explainer.quiz.plan import Levels, Plan

Reason = Literal["check", "gives-away", "asked", "kind", "guess"]
# What is said of one question, and of several.
WHY: dict[Reason, tuple[str, str]] = {
    "check": ("did not pass the checks", "did not pass the checks"),
    "asked": ("asks again what another asks", "ask again what another asks"),
    "gives-away": ("would give an answer away", "would give an answer away"),
    "kind": ("is of a kind that has its share", "are of a kind that has its share"),
    "guess": (
        "would make true, or false, the better guess",
        "would make true, or false, the better guess",
    ),
}
_PER_SENTENCE = 2
_GOOD = 4.0  # of a rank below, a question is asked only when the better ones have been taken
_FEW = 10  # up to here a short article may have more items of an easy kind than is good
_SHARES: dict[ItemKind, float] = {
    "single_choice": 0.5, "true_false": 0.2, "who_said": 0.2, "gap": 0.15, "number_entry": 0.12,
    "place_on_map": 0.08, "on_timeline": 0.08,
}  # fmt: skip
# Kinds easily made, and of which many make a dull quiz: no more than this of the items at hand,
# and of a quiz that would else have fewer than ten.
_OF_THOSE: dict[ItemKind, tuple[float, float]] = {"true_false": (0.25, 0.4), "gap": (0.25, 0.5)}
# Kinds that use a fact without asking what another question on it asks.
_IN_PASSING = frozenset(("order", "place_on_map"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """One question that could be asked, as far as a choice must know it.

    `rank` says how good a question it is, `about` where its sentence starts, `paragraph` in which
    paragraph (from 1; None for the background), `answer` what its key says. `false` is told of a
    statement to be judged; `longest` says that the key is longer than every other option.
    """

    id: str
    kind: ItemKind
    level: Level
    rank: float
    about: int
    paragraph: int | None
    facts: tuple[str, ...]
    answer: str = ""
    goals: frozenset[str] = frozenset()
    false: bool = False
    longest: bool = False

    @property
    def alone(self) -> bool:
        return len(self.facts) == 1

    @property
    def in_passing(self) -> bool:
        return self.kind in _IN_PASSING


Judge = Callable[[Candidate], Reason | None]


@dataclass
class Choice:
    """`chosen` in the order they were taken; `left` gives for every other question that the plan
    asks for why it was not."""

    plan: Plan
    chosen: list[Candidate] = field(default_factory=list)
    left: dict[str, Reason] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.targets, self.narrow = self.plan.targets(), self.plan.narrow
        self.kinds: Counter[str] = Counter()
        self.levels: Counter[str] = Counter()
        self.paragraphs: Counter[int | None] = Counter()
        self.goals: Counter[str] = Counter()
        self.at: defaultdict[int, list[Candidate]] = defaultdict(list)
        self.used: set[tuple[str, bool]] = set()
        self.at_hand: Counter[str] = Counter()  # how many could be asked, by kind

    @property
    def full(self) -> bool:
        return len(self.chosen) >= self.plan.length

    def take(self, given: Candidate) -> None:
        self.chosen.append(given)
        self.kinds[given.kind] += 1
        self.levels[given.level] += 1
        self.paragraphs[given.paragraph] += 1
        self.goals.update(given.goals)
        self.at[given.about].append(given)
        self.used |= {(fact, given.in_passing) for fact in given.facts}

    def note(self) -> str | None:
        """Why there are fewer than asked, in plain words; None where there are not."""
        if self.plan.items is None or self.full:
            return None
        told = f"{len(self.chosen)} of {self.plan.items} questions: the article carries no more."
        counts = Counter(self.left.values())
        why = [f"{n} {said[n > 1]}" for reason, said in WHY.items() if (n := counts[reason])]
        if why:
            told += f" Of {len(self.left)} more that could be made, {_listed(why)}."
        return told


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])}, and {parts[-1]}"


def choose(candidates: Iterable[Candidate], plan: Plan, judge: Judge) -> Choice:
    """The questions that serve the plan best, taken one after the other.

    `judge` says what speaks against one that is about to be taken, beside those taken. Shares are
    kept as long as there is something to fill them; the best of the rest then make up the number.
    """
    choice = Choice(plan)
    wanted = [each for each in candidates if asks_for(plan, each)]
    wanted.sort(key=lambda each: (-each.rank, each.about, each.id))
    choice.at_hand.update(each.kind for each in wanted)
    for strict in (True, False):
        left = [
            c
            for c in wanted
            if c not in choice.chosen and c.id not in choice.left
            and not (strict and c.rank < _GOOD)
        ]  # fmt: skip
        while not choice.full:
            told = [(c, _objection(choice, c, strict)) for c in left]
            fitting = [c for c, reason in told if reason is None]
            if not fitting:
                break
            best = max(fitting, key=lambda c: _worth(choice, c))
            # An objection to a kind may be lifted by what is taken after it; no other can.
            left = [c for c, reason in told if c is not best and reason != "asked"]
            if reason := judge(best):
                choice.left[best.id] = reason
            else:
                choice.take(best)
    for each in wanted:
        if each not in choice.chosen and each.id not in choice.left:
            choice.left[each.id] = _objection(choice, each, False) or "asked"
    return choice


def asks_for(plan: Plan, given: Candidate) -> bool:
    """Whether a question is of what the plan asks for."""
    if given.paragraph is None:
        if not plan.background:
            return False
    elif plan.paragraphs and given.paragraph not in plan.paragraphs:
        return False
    if plan.objectives and given.goals.isdisjoint(plan.objectives):
        return False
    if plan.levels != Levels() and not plan.levels.share(given.level):
        return False
    return not plan.kinds or given.kind in plan.kinds


def _objection(choice: Choice, given: Candidate, strict: bool) -> Reason | None:
    """What speaks against a question beside those taken; where not `strict`, only what would make
    the quiz a bad one."""
    beside = choice.at[given.about] if given.paragraph is not None else []
    used = any((fact, given.in_passing) in choice.used for fact in given.facts)
    # A short article may be asked for two things that one of its facts tells.
    needed = (
        not strict and given.alone and bool(beside)
        and len(choice.chosen) < (choice.plan.items or _FEW)
    )  # fmt: skip
    if used and not needed:
        return "asked"
    if strict and any(c.kind == given.kind for c in beside):
        return "asked"
    alone = [c for c in beside if c.alone]
    if given.alone and (
        len(alone) >= _PER_SENTENCE or any(_is_one(c.answer, given.answer) for c in alone)
    ):
        return "asked"
    if choice.kinds[given.kind] >= _most(choice, given.kind, strict):
        return "kind"
    if _crowds(choice, given.kind, strict):
        return "kind"
    if strict and choice.levels[given.level] >= choice.targets[given.level]:
        return "kind"
    return _guessable(choice, given, strict) if given.kind == "true_false" else None


def _is_one(a: str, b: str) -> bool:
    """Whether two answers say the same, one perhaps with more around it: "2.1 million" and "2.1
    million euros", "20 March" in a statement that holds it."""
    short, long = sorted((set(_TERM.findall(a)), set(_TERM.findall(b))), key=len)
    return bool(short) and len(short & long) >= 0.6 * len(short)


_TERM = re.compile(r"\d[\d.,]*\d|\w+")


def _most(choice: Choice, kind: ItemKind, strict: bool) -> int:
    """How many items may be of one kind."""
    plan = choice.plan
    if not choice.narrow:
        share = max(1, int(_SHARES.get(kind, 0.1) * plan.length + 0.49))  # of three no two
        few = strict or plan.items is None or kind in ("place_on_map", "find_evidence")
        return share if few else max(share, plan.length // 2)
    return math.ceil(plan.length / len(plan.kinds)) if strict and plan.kinds else plan.length


def _crowds(choice: Choice, kind: ItemKind, strict: bool) -> bool:
    """Whether one more item of an easily made kind would be too many beside those taken."""
    if kind not in _OF_THOSE or choice.narrow:
        return False
    well, in_need = _OF_THOSE[kind]
    then = len(choice.chosen) + 1
    share = well if strict or then > _FEW else in_need
    return choice.kinds[kind] + 1 > max(1, share * then)


def _guessable(choice: Choice, given: Candidate, strict: bool) -> Reason | None:
    """Whether one more true, or false, statement would make the answer a good guess."""
    same = [c for c in choice.chosen if c.kind == "true_false"]
    false = sum(c.false for c in same)
    true = len(same) - false
    few = choice.narrow or not (strict or len(choice.chosen) >= _FEW)
    more_true = true > false + (0 if strict or not few else 1)
    return "guess" if (false > true + 1 if given.false else more_true) else None


def _new_kind(choice: Choice, kind: ItemKind) -> float:
    """What a first question of its kind adds: more as long as the quiz has few kinds."""
    if choice.narrow or choice.kinds[kind]:
        return 0.0
    few = len(choice.kinds) < min(_KINDS_WANTED, math.ceil(choice.plan.length / 2))
    late = kind not in _SHOWING or len(choice.chosen) >= _LATE * (choice.plan.items or _FEW)
    if not few or not late:
        return 1.5
    # What can be asked in two ways is asked in the one that nothing else can.
    rare = kind != "single_choice" and choice.at_hand[kind] <= _FEW_AT_HAND
    return _OF_FEW_KINDS + (_RARE if rare else 0.0)


def _rare_level(choice: Choice, level: Level) -> float:
    """What a question adds whose level less than a quarter of those taken have."""
    rare = choice.levels[level] < 0.25 * len(choice.chosen)
    return 1.5 if rare and choice.plan.levels == Levels() else 0.0


# So many kinds a quiz shows where the article gives them, at most one for every second question.
_KINDS_WANTED, _OF_FEW_KINDS = 7, 4.5
_FEW_AT_HAND, _RARE = 2, 3.0
# Whole sentences to choose from tell what others could ask for: these come when most are taken.
_SHOWING, _LATE = frozenset(("find_evidence",)), 0.3


def _worth(choice: Choice, given: Candidate) -> float:
    """How much a question adds: its own rank, a kind or level not yet there, words and objectives
    not yet asked about, and a key that is not once more the longest option."""
    # A quiz of a set length leaves much out: there it matters more from where it takes.
    spread = 2.0 if choice.plan.items else 1.0
    worth = given.rank - spread * choice.paragraphs[given.paragraph]
    worth += _new_kind(choice, given.kind) + _rare_level(choice, given.level)
    if given.goals:
        worth += 1.0 / (1 + min(choice.goals[goal] for goal in given.goals))
    longest = sum(each.longest for each in choice.chosen)
    return worth - 1.5 * (given.longest and longest > 0.4 * len(choice.chosen))
