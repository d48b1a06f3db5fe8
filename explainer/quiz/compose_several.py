"""Questions with several right answers: what is true of one of whom the article tells much."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from explainer.extract.words import word_forms
from explainer.quiz import distractors
from explainer.quiz.actors import apart
from explainer.quiz.compose_deeds import bare
from explainer.quiz.desk import Desk
from explainer.quiz.draft import Choice, Draft, cited
from explainer.quiz.standing import question
from explainer.quiz.traits import Trait

_LEAST, _RIGHT, _WRONG = 2, 3, 2


def several_told(desk: Desk, told: Sequence[Trait]) -> Iterator[Draft]:
    """For each person, body or thing that the article tells two or more things of: which of
    these? The others are told of someone or something else."""
    groups: dict[str, list[Trait]] = {}
    for trait in told:
        groups.setdefault(_key(trait.about), []).append(trait)
    for group in groups.values():
        keys = list(_different(group))[:_RIGHT]
        if len(keys) >= _LEAST:
            yield from _which(desk, keys, told)


def _key(name: str) -> str:
    return re.sub(r"^(?:the|an?) ", "", name.casefold())


def _different(group: Iterable[Trait]) -> Iterator[Trait]:
    """Of what is told of one, what is told in other words each time; of each way in turn."""
    ways = [[t for t in group if t.way == way] for way in ("is", "did", "said")]
    seen: list[set[str]] = []
    for trait in sorted(
        (t for each in zip_longest(*ways) for t in each if t), key=lambda t: bool(t.way == "is")
    ):
        mine = _things(trait.words)
        if mine and not any(mine & other for other in seen):
            seen.append(mine)
            yield trait


def _which(desk: Desk, keys: list[Trait], told: Sequence[Trait]) -> Iterator[Draft]:
    first = keys[0]
    said = any(k.way == "said" for k in keys)  # true is only that someone says it
    stem = question(f"What does the article say about {first.about}" if said
                    else f"What is true of {first.about}")  # fmt: skip
    wrong = _of_others(desk, keys, told)
    longest = max((len(o.words) for o in wrong), default=0)
    keys = [k for k in keys if len(k.words) < 2.0 * longest or len(k.words) < longest + 20]
    if stem is None or len(wrong) < _WRONG or len(keys) < _LEAST:
        return
    who = _called(desk, first)
    right = [Choice(_sentence(who, k, first), cited(k.fact)) for k in keys]
    others = [Choice(_sentence(who, o, first), _of_whom(o)) for o in wrong]
    facts = list({k.fact.id: k.fact for k in keys}.values())
    at = sorted({f.quotes[0].start for f in facts})
    yield Draft(
        "multiple_answer", stem, right, others, facts, 7.2 + 0.6 * (len(at) > 1), at[0],
        "connect" if len(at) > 1 else "recall", naming=[f for k in keys for f in k.naming],
    )  # fmt: skip


def _of_whom(trait: Trait) -> str:
    return f"It is {trait.about} of whom the article tells this." if trait.sort in (
        "person", "people"
    ) else f"The article tells this of {trait.about}."  # fmt: skip


def _of_others(desk: Desk, keys: list[Trait], told: Sequence[Trait]) -> list[Trait]:
    """What is told of others, far from the keys in words and in who it is, of the same ways and
    nearest in the text first."""
    at = keys[0].fact.quotes[0].start
    cited_at = {k.fact.quotes[0].start for k in keys}
    near = " ".join(desk.words_near(k.fact) for k in keys)
    ways = [k.way for k in reversed(keys)]
    found: list[Trait] = []
    left = sorted(told, key=lambda o: abs(o.fact.quotes[0].start - at))
    while left and len(found) < _WRONG:
        # As many of each way as among the keys: what is said must not stand beside offices only.
        wanted = ways[len(found) % len(ways)]
        other = next((o for o in left if o.way == wanted), left[0])
        left.remove(other)
        if other.fact.quotes[0].start in cited_at or not _could_be(desk, keys[0], other):
            continue
        theirs = f"{desk.words_near(other.fact)} {other.words}"
        if distractors.stands_in(bare(other.about), near):
            continue
        if distractors.stands_in(bare(keys[0].about), theirs):
            continue
        if any(_things(other.words) & _things(o.words) for o in (*keys, *found)):
            continue
        found.append(other)
    return found


def _could_be(desk: Desk, key: Trait, other: Trait) -> bool:
    """Whether one may believe it of the key, though it is told of someone else."""
    if key.sort != other.sort or key.plural != other.plural:
        return False
    genders = {desk.genders.get(each.about) for each in (key, other)}
    if len(genders) > 1 and _OF_ONE_GENDER.search(other.words):
        return False  # "He was the first female engineer" needs no article
    one, two = desk.actor(key.about), desk.actor(other.about)
    return not (one and two) or apart(one, two)


_OF_ONE_GENDER = re.compile(
    r"(?:\b(?:fe)?male|\b(?:his|her)|(?:\b|[a-z])(?:wo)?m[ae]n|\b(?:mother|father|wife|husband|widow\w*|"
    r"son|daughter|brother|sister|girl|boy|king|queen|prince|princess|actress|waitress))\b", re.I
)  # fmt: skip


def _called(desk: Desk, trait: Trait) -> str:
    """Whoever is asked about, as a short sentence calls them: "She", "Perrot", "It"."""
    if trait.sort == "person":
        gender = desk.genders.get(trait.about, "")
        return {"m": "He", "f": "She"}.get(gender, trait.about.split()[-1])
    return "They" if trait.plural else "It"


def _sentence(who: str, trait: Trait, key: Trait) -> str:
    """What is told as a sentence on whoever is asked about."""
    words = trait.words
    for one, several in (("was", "were"), ("has", "have"), ("is", "are")):
        old, new = (one, several) if key.plural else (several, one)
        words = re.sub(rf"^{old}\b", new, words)
    return f"{who} {words}."


def _things(words: str) -> set[str]:
    """Words that two answers must not share, cut to what their forms have in common."""
    found = {w.casefold() for w in re.findall(r"[^\W_]{4,}", words)} - _LIGHT
    return {w[:5] for w in found if word_forms(w).classes or not w.isascii() or w.istitle()}


_LIGHT = frozenset(("said", "that", "with", "from", "have", "been", "were", "will", "believes",
                    "years", "year", "thinks", "their", "than", "more", "first"))  # fmt: skip
