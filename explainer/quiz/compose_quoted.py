"""The article's own sentences: fill the gap, and find the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.facts import Fact
from explainer.mention import NameMention, PlaceMention
from explainer.quiz import distractors
from explainer.quiz.desk import Desk
from explainer.quiz.draft import Choice, Draft, cited
from explainer.quiz.pool import bare_name, named_thing
from explainer.quiz.standing import stands_alone
from explainer.quiz.statement_changes import after_the

# "____, a teacher from Sarno, said.": what she said is elsewhere.
_UNTOLD = re.compile(
    r"\b(?:said|says|added|adds|explained|explains|told \w+|wrote(?: in an? (?:\w+ )?\w+)?)[.:]?$"
)
_FOUND = frozenset(("role", "kinship", "located", "connects", "published", "neighbour"))


def from_sentence(desk: Desk, fact: Fact, statement: str) -> Iterator[Draft]:
    """Items that show a sentence of the article as it stands."""
    yield from _gap(desk, fact)
    yield from _find(desk, fact, statement)


def _gap(desk: Desk, fact: Fact) -> Iterator[Draft]:
    """The sentence with a name left out; a word bank below."""
    words = " ".join(fact.quotes[0].quote.split())
    if fact.attribution.kind != "narrator" or len(words) > 170 or '"' in words or "“" in words:
        return
    if not stands_alone(words) or not words[0].isupper():
        return
    if re.match(r"(?:However|Thus|In addition|But|And|Yet)\b", words) or _UNTOLD.search(words):
        return
    for mention in fact.mentions:
        named = named_thing(mention)
        if isinstance(mention, PlaceMention) or (
            isinstance(mention, NameMention) and mention.text == mention.value
        ):
            label = mention.text
        else:
            continue
        if named is None or words.count(label) != 1 or _is_part(words, label):
            continue
        firm = label in desk.pool.things.get("organisation", {})
        if named[0] == "person" and (firm or " " not in label):
            continue
        rng = desk.rng(fact, "gap", label)
        others = distractors.names(desk.pool, named[0], label, named[2], desk.words_near(fact), rng)
        others = [o for o in others if o.article == after_the(words, label)]
        if len(others) < 2:
            continue
        stem = f"Fill the gap: “{words.replace(label, '____')}”"
        key = Choice(label, cited(fact))
        names = [bare_name(o.label) if named[0] == "person" else o.label for o in others[:2]]
        wrong = [Choice(name, f"Not {name}. {cited(fact)}") for name in names]
        yield desk.draft("gap", stem, [key], wrong, fact, rank=4.0)
        return


def _is_part(words: str, label: str) -> bool:
    """Whether a name stands inside a longer one, or owns something."""
    said = re.escape(label)
    return bool(re.search(rf"{said}(?:['’-]|\s+[A-Z])|[-A-Z]\w*\s{said}", words))


def _find(desk: Desk, fact: Fact, statement: str) -> Iterator[Draft]:
    """Which sentence proves it? Only where the statement is not the sentence itself."""
    own = " ".join(fact.quotes[0].quote.split())
    if fact.kind not in _FOUND or statement.rstrip(".") in own or not 60 < len(own) < 260:
        return
    if not own[0].isupper() and own[0] not in '"“':
        return  # half a sentence
    others = [s for s in desk.sentences_near(fact) if s[0].isupper() and _apart(s, statement)]
    if len(others) < 2:
        return
    key = Choice(own, "This sentence says it.")
    wrong = [Choice(o, "This sentence does not say it.") for o in others[:2]]
    stem = f"Which sentence of the article proves this? {statement}"
    yield desk.draft("find_evidence", stem, [key], wrong, fact, rank=5.5, level="infer")


def _apart(sentence: str, statement: str) -> bool:
    mine = {w.casefold() for w in re.findall(r"[^\W_]{4,}", statement)}
    theirs = {w.casefold() for w in re.findall(r"[^\W_]{4,}", sentence)}
    return len(mine & theirs) <= 0.4 * len(mine)
