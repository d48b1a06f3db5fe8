"""The words that say what a person is: where they stand, and how they read in a sentence."""

from __future__ import annotations

import re

from explainer.extract.passage import Passage
from explainer.extract.role_words import HELD_BY_ONE, KIN, RANKS, is_role_noun
from explainer.extract.words import Token, is_person
from explainer.facts import Part
from explainer.mention import NameMention
from explainer.word_set import word_set

INSIDE = frozenset({"D", "S", "J", "N", "NAME", "NUM", "P", "A", "VN", "VG", "C", "TO"})


def name_start(tokens: list[Token], index: int) -> int:
    """First token of the name with its title before it."""
    mention = tokens[index].mention
    title = mention.title if isinstance(mention, NameMention) else None
    start = index
    while start > 0 and title and tokens[start - 1].text in title.split():
        start -= 1
    while start > 0 and tokens[start - 1].text.rstrip(".").lower() in RANKS:
        start -= 1
    return start


def phrase_limit(tokens: list[Token], start: int) -> int:
    end = start
    while end < len(tokens) and (tokens[end].tag in INSIDE or tokens[end].low.endswith("-old")):
        if tokens[end].tag == "C" and _ends_at_coordinator(tokens, end):
            break
        end += 1
    while end > start and tokens[end - 1].tag not in ("N", "NAME", "NUM", "TIME"):
        end -= 1
    return end


def _ends_at_coordinator(tokens: list[Token], end: int) -> bool:
    """ "the son of X and Y" goes on; "the president and Z" does not, when Z is a person."""
    return end + 1 >= len(tokens) or is_person(tokens[end + 1])


def role_head(tokens: list[Token], start: int, end: int) -> int | None:
    """Index of the noun that says what someone is: before any "of", "on", "for"."""
    at = start
    while at < end and tokens[at].tag not in ("P", "VN", "VG", "TO", "C", ","):
        at += 1
    if at == start:
        return None
    head = tokens[at - 1]
    if head.tag == "NAME" and head.mention is not None:
        return None
    return at - 1 if is_role_noun(head.low) or head.low in KIN else None


def organisation_in(passage: Passage, head: int, end: int) -> list[Part]:
    for at in range(head + 1, end):
        mention = passage.tokens[at].mention
        if mention is not None and mention.type == "organisation":
            return [passage.token_part("organisation", at, at + 1)]
    return []


def person_of(passage: Passage, index: int, bare: bool = False) -> tuple[str, Part]:
    """How the statement names the person, and the part of it."""
    token = passage.tokens[index]
    mention = token.mention
    value = mention.value if isinstance(mention, NameMention) else token.text
    part = passage.token_part("person", index, index + 1, value)
    start = name_start(passage.tokens, index)
    if not bare and start < index and token.text == value and not _is_kin(passage, start):
        return passage.between(start, index + 1), part
    return value, part


def _is_kin(passage: Passage, index: int) -> bool:
    """ "his daughter Maria Lund": a daughter is no title."""
    return passage.tokens[index].low in KIN


def is_or_was(passage: Passage, index: int) -> str:
    """ "is" or "was", as the clause around speaks of now or then."""
    offset = passage.tokens[index].start
    clause = passage.clause_at(offset) or passage.main
    says = clause is not None and clause.lemma in _SAYS
    return "was" if passage.past_at(offset) and not says else "is"


_SAYS = word_set("say tell explain add state note write warn stress believe argue claim report")


def spelled(passage: Passage, start: int, end: int) -> str:
    """The phrase as it stands, with an article if it needs one."""
    words = passage.between(start, end)
    first = passage.tokens[start]
    if first.tag in ("D", "S"):
        return lower_first(words)
    return words if "of" in words.split() or words[0].isupper() else with_article(words)


def as_inside(passage: Passage, role: str) -> str:
    """A role inside a sentence: without the capitals of its rank, office or place at the head,
    with those of a name ("French president", "interior minister")."""
    words = [w.lower() if _is_common(w) else w for w in role.split()]
    first = words[0]
    if len(words) > 1 and first[1:].islower() and not _is_named(passage, *role.split()[:2]):
        words[0] = first.lower()
    if words[0][0].islower() and role.istitle():
        return " ".join(words).lower()  # "Chief Financial Officer", "Solicitor General"
    return " ".join(words)


def _is_common(word: str) -> bool:
    low = word.lower()
    return low in ("prime", "vice", "deputy", "acting", "former") or (
        word[1:].islower() and (low in RANKS or is_role_noun(low))
    )


# Never without a capital, and no name of a place or a people.
_PROPER = word_set(
    "olympic paralympic nobel oscar grammy pulitzer christian catholic protestant muslim islamic "
    "islamist jewish hindu buddhist sikh anglican lutheran democratic republican labour tory nazi "
    "european african asian arab"
)


def _is_named(passage: Passage, word: str, after: str) -> bool:
    """Whether a word at the head of a role, before `after`, is a name, or stands with a capital
    elsewhere."""
    if word.lower() in _PROPER:
        return True
    inside = next((t for t in passage.tokens if word in t.text.split()), None)
    if inside is not None and inside.mention is not None and not _in_title(inside, word):
        return True
    if inside is not None and any(
        people.start < inside.end and inside.start < people.end
        for people in passage.reading.demonyms
    ):
        return True  # "Dutch midfielder"
    around = passage.text[max(0, passage.start - 2000) : passage.end + 2000]
    if re.search(rf"[a-z,] {re.escape(word)}\b(?! {re.escape(after)}\b)", around):
        return True
    return word.endswith(("an", "ese", "ish")) and not re.search(rf"\b{word.lower()}\b", around)


def _in_title(token: Token, word: str) -> bool:
    mention = token.mention
    return isinstance(mention, NameMention) and word in (mention.title or "").split()


def titled(passage: Passage, role: str) -> str:
    """A title as what someone is: "president", "England captain", "a detective sergeant"."""
    words = as_inside(passage, role)
    last = words.split()[-1]
    if words.split()[0] in ("former", "late", "acting", "deputy", "then"):
        return with_article(words)
    of_one = last in HELD_BY_ONE or words.startswith("chief ")
    of_one |= last in _OF_A_TEAM and words[:1].isupper()
    return words if of_one else with_article(words)


_OF_A_TEAM = word_set("captain manager coach chairman chairwoman chair leader skipper director")


# Spelled with a vowel and spoken with none, and the other way round; letters read one by one.
_SPOKEN_Y = re.compile(r"(?:uni(?!n|m)|eu|one\b|once|use|usu|ub|ut[ei]|ur[aio]|ewe)", re.IGNORECASE)
_SILENT_H = re.compile(r"(?:hour|honest|hono|heir)", re.IGNORECASE)
_SAID_YOU = re.compile(r"U(?:\.|[A-Z])")  # "a U.S. judge"
_LETTERS = re.compile(r"[AEFHILMNORSX](?:[A-Z]|\.|s?\b)")


def with_article(words: str) -> str:
    """ "a union leader", "an MP", "an heir": by the sound the words begin with."""
    first = words.split(" ", 1)[0]
    if len(first) > 1 and _LETTERS.match(first) and first.rstrip("s.").isupper():
        return f"an {words}"
    if _SAID_YOU.match(words):
        return f"a {words}"
    vowel = (words[0].lower() in "aeiou" and not _SPOKEN_Y.match(words)) or _SILENT_H.match(words)
    return f"{'an' if vowel else 'a'} {words}"


def lower_first(words: str) -> str:
    return words[0].lower() + words[1:] if words[1:2].islower() or words[1:2] == " " else words
