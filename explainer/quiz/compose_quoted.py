"""The article's own sentences: fill the gap, and find the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from explainer.facts import Fact
from explainer.mention import AnyMention, NameMention, PlaceMention, QuantityMention, TimeMention
from explainer.quiz import distractors
from explainer.quiz.called import bare_name
from explainer.quiz.compose_amounts import durations, is_plain
from explainer.quiz.compose_evidence import to_find
from explainer.quiz.desk import Desk
from explainer.quiz.draft import Choice, Draft, cited
from explainer.quiz.number_items import numbers_like, part_bound
from explainer.quiz.option_labels import as_written, number_label
from explainer.quiz.pool import is_sure, named_thing
from explainer.quiz.standing import begins_alone, without_speaker
from explainer.quiz.statement_changes import after_the
from explainer.quiz.told_of import SORTS, wrong_name

# "____, a teacher from Sarno, said.": what she said is elsewhere.
_UNTOLD = re.compile(
    r"\b(?:said|says|added|adds|explained|explains|told \w+|wrote(?: in an? (?:\w+ )?\w+)?)[.:]?$"
)


def from_sentence(desk: Desk, fact: Fact) -> Iterator[Draft]:
    """Items that show a sentence of the article as it stands."""
    yield from _gap(desk, fact)


def that_proves(desk: Desk, fact: Fact, statement: str) -> Iterator[Draft]:
    """Which sentence of the article proves a statement?"""
    yield from _find(desk, fact, statement)


def _gap(desk: Desk, fact: Fact) -> Iterator[Draft]:
    """The sentence with a name, a date or a number left out; a word bank below. Two at most, the
    second in need."""
    whole = " ".join(fact.quotes[0].quote.split())
    made = 0
    for mention in sorted(fact.mentions, key=lambda m: _LEFT_OUT.get(m.type, 9)):
        words = _part_with(mention.text, whole)
        if not _can_be_holed(fact, words):
            words = whole
        bank = _bank(desk, fact, mention, words) if _can_be_holed(fact, words) else None
        if bank is None or not _asks(fact, mention, bank[0]):
            continue
        label, others = bank
        named = desk.pool.named(mention)
        sort = SORTS.get(named[0] if named else mention.type, "name")
        stem = f"Fill the gap: “{words.replace(label, '____')}”"
        wrong = [wrong_name(desk, fact, other, sort) for other in others]
        rank = 5.0 - made
        yield desk.draft("gap", stem, [Choice(label, cited(fact))], wrong, fact, rank)
        made += 1
        if made == 2:
            return


def _asks(fact: Fact, mention: AnyMention, label: str) -> bool:
    """Whether it is this fact of the sentence that tells what is left out."""
    told = {label, mention.text, getattr(mention, "value", label)}
    plain = fact.statement.replace(",", "").replace(".", "")
    return any(str(t).replace(",", "").replace(".", "") in plain for t in told)


def _part_with(told: str, sentence: str) -> str:
    """The part of a sentence that tells it, where a comma and "and" or "but" join two that could
    each stand alone; shorter to read, and it tells less of what other questions ask for."""
    parts = _JOINT.split(sentence.rstrip("."))
    if len(parts) == 1 or not all(_WHOLE.match(part) for part in parts):
        return sentence
    held = [part for part in parts if told in part]
    return f"{held[0][0].upper()}{held[0][1:]}." if len(held) == 1 else sentence


_JOINT = re.compile(r", (?:and|but|while) ")
# With a subject of its own, and not only one more thing of a list.
_WHOLE = re.compile(r"(?:[Tt]he|[Aa]n?|[Aa]bout|[A-Z][\w’'-]+|\d[\d.,]*)\s(?:\S+\s){5,}")
_LEFT_OUT = {"place": 0, "person": 1, "organisation": 1, "quantity": 2, "date": 3, "duration": 4}
_PRONOUN = re.compile(
    r"\b(?:he|she|it|they|him|her|them|his|its|their|this|these|those|such)\b", re.I
)


def _can_be_holed(fact: Fact, words: str) -> bool:
    """Whether a sentence can be shown alone: whole, short, told by the article or with its speaker,
    and about something that it names itself."""
    if not 30 < len(words) <= 230 or re.search(r'["“”]', words) or len(words.split()) < 7:
        return False
    if not words[0].isupper() or words[-1] != "." or _UNTOLD.search(words):
        return False
    if re.match(_JOINED, words) or _POINTS_BACK.search(words):
        return False
    told = without_speaker(words)
    pronoun = _PRONOUN.search(told)
    if not begins_alone(told):
        return False
    if pronoun and not _is_named_before(fact, told[: pronoun.start()], pronoun[0].lower()):
        return False
    speaker = fact.attribution.speaker
    return speaker is None or speaker.split()[-1].casefold() in words.casefold()


def _is_named_before(fact: Fact, before: str, pronoun: str) -> bool:
    """Whether what a pronoun means may stand before it: for "he" and "she", a person."""
    if pronoun not in ("he", "she", "him", "her", "his"):
        return len(before.split()) >= (2 if pronoun in ("its", "their") else 6)
    return any(m.type == "person" and m.text in before for m in fact.mentions)


# "By 1900, about 35,000 people lived there"; "The two countries": which, another sentence says.
_POINTS_BACK = re.compile(
    r"\bone (?=today|now|can|will|is|was)|\bone[.,]|"
    r"^(?:[A-Z][a-z]+) [^,]*, (?:it|they)\b|"
    r"\b(?:there|here)\b(?! (?:is|are|was|were|has|have)\b)|"
    r"^(?:The|Both|All|These) (?:two|three|four|five|six|\d+) \w+\b"
)
_JOINED = r"(?:However|Thus|In addition|But|And|Yet|So|Of course|Instead|Still|Then|Yes|No)\b"


def _bank(desk: Desk, fact: Fact, mention: AnyMention, words: str) -> tuple[str, list[str]] | None:
    """What is left out of a sentence, as it stands there, and two others of its kind."""
    found = None
    if isinstance(mention, PlaceMention | NameMention):
        found = _names(desk, fact, mention, words)
    elif isinstance(mention, QuantityMention):
        found = _numbers(desk, fact, mention)
    elif isinstance(mention, TimeMention):
        found = _times(desk, fact, mention)
    if found is None or len(found[1]) < 2 or words.count(found[0]) != 1:
        return None
    found = _with_signs(found, words)
    label = re.escape(found[0])
    if re.search(rf"{label} of (?:them|these|those|the same)\b", words):
        return None
    return found if re.search(rf"(?<![\w.,/$€£-]){label}(?![\w%/-]|[.,]\d)", words) else None


def _with_signs(bank: tuple[str, list[str]], words: str) -> tuple[str, list[str]]:
    """The sign of money or of a percentage goes into the gap with its number."""
    label, others = bank
    sign = re.search(rf"(?<!\w)([$€£]?){re.escape(label)}(%?)(?![\w/-])", words)
    if sign is None or not re.match(r"\d", label):
        return bank
    return f"{sign[1]}{label}{sign[2]}", [f"{sign[1]}{other}{sign[2]}" for other in others]


def _names(
    desk: Desk, fact: Fact, mention: PlaceMention | NameMention, words: str
) -> tuple[str, list[str]] | None:
    named, label = desk.pool.named(mention), mention.text
    if isinstance(mention, NameMention) and mention.text != mention.value:
        return None
    if named is None or words.count(label) != 1 or _is_part(words, label):
        return None
    if named[0] == "place" and re.search(rf"[a-z], {re.escape(label)},", words):
        return None  # "its brand, Klar, now brings": the name of a thing
    firm = label in desk.pool.things.get("organisation", {})
    if named[0] == "person" and (firm or " " not in label or bare_name(label) != label):
        return None
    rng = desk.rng(fact, "gap", label)
    found = distractors.names(desk.pool, named[0], label, named[2], desk.words_near(fact), rng)
    found = [o for o in found if o.article == after_the(words, label)]
    return label, [bare_name(o.label) if named[0] == "person" else o.label for o in found[:2]]


_AGE = re.compile(r"\w\w, \d\d[,.]")


def _numbers(desk: Desk, fact: Fact, number: QuantityMention) -> tuple[str, list[str]] | None:
    written = desk.text[number.start : number.number_end]
    if not is_plain(number) or number_label(number.value, written) != written:
        return None
    if _AGE.fullmatch(desk.text[max(0, number.start - 4) : number.number_end + 1]):
        return None  # "Mansour, 58, is": by the way
    here = [m.value for m in fact.mentions if isinstance(m, QuantityMention)]
    rng = desk.rng(fact, "gap", written)
    unit = number.unit or ""
    bound = number.bound or part_bound(desk.text, number.start, number.number_end)
    others = numbers_like(desk, number.value, written, unit, here, rng, bound)
    if unit == "percent" and any(re.match(r"\d{3}", other) for other in others):
        return None
    return written, others


def _times(desk: Desk, fact: Fact, time: TimeMention) -> tuple[str, list[str]] | None:
    if time.type == "duration":
        others = durations(desk, fact, time)
        if desk.text[max(0, time.start - 3) : time.start] == "of ":
            return None  # "a dealer of 58 years"
        return (time.text, others) if others else None
    named = named_thing(time)
    if named is None or not is_sure(time, desk.reading) or not re.search(r"\d", time.text):
        return None
    _, label, form = named
    if as_written(label, time.text) != time.text:
        return None
    verb = "will" if re.search(r"\b(?:will|would|plans?)\b", fact.statement) else "did"
    within = desk.years_for(label, verb).inside(fact.quotes[0].quote, time.text[-4:])
    rng = desk.rng(fact, "gap", label)
    others = distractors.dates(label, form, desk.dates_of(form), rng, 4, within)
    written = dict.fromkeys(as_written(other, time.text) for other in others)
    return time.text, [each for each in written if each and each != time.text][:2]


def _is_part(words: str, label: str) -> bool:
    """Whether a name stands inside a longer one, or owns something."""
    said = re.escape(label)
    return bool(re.search(rf"{said}(?:['’-]|\s+[A-Z])|[-A-Z]\w*\s{said}", words))


# What a sentence says by the way, and not as its main thing.
_FOUND = frozenset(("role", "kinship", "located", "connects", "published", "neighbour"))


def _repeats(statement: str, sentence: str) -> bool:
    """Whether more than half of a statement stands in a row in a sentence: to find it there is no
    reading."""
    mine, theirs = (re.findall(r"[^\W_]+", words.casefold()) for words in (statement, sentence))
    match = SequenceMatcher(None, mine, theirs, autojunk=False).find_longest_match()
    return match.size > 0.5 * len(mine)


def _find(desk: Desk, fact: Fact, statement: str) -> Iterator[Draft]:
    """Which sentence proves it? Only where the statement is not the sentence itself."""
    own = " ".join(fact.quotes[0].quote.split())
    same = statement.rstrip(".") in own or (fact.kind not in _FOUND and _repeats(statement, own))
    if same or not 60 < len(own) < 260:
        return
    if not own[0].isupper() and own[0] not in '"“':
        return  # half a sentence
    yield from to_find(desk, fact, f"Which sentence of the article proves this? {statement}", 4.5)
