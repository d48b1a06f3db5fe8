"""What a fact says someone is, as a question or an option puts it."""

from __future__ import annotations

import re

from explainer.extract.words import word_forms
from explainer.facts import Fact

# Offices of which there is one at a time: nobody is "a president of" a country.
_OFFICE = (
    r"(?:president|prime minister|minister|chancellor|governor|mayor|king|queen|director|head|"
    r"leader|chief executive|chairman|chairwoman|chair|manager|coach|captain|commander|editor|"
    r"headteacher|headmaster|principal|speaker|bishop|archbishop|ambassador|owner|secretary)"
)
_BARE_OFFICE = re.compile(rf"\ban? (?=(?:chief |general |managing )?{_OFFICE}(?:[.,]|$))", re.I)
_HELD_OFFICE = re.compile(
    r"\b(?i:an?) (?!former|deputy|vice|retired|acting|local|assistant|senior|county|police)"
    r"(?=(?:[A-Z][\w’'&-]* ){1,4}"
    rf"(?:chief executive|{_OFFICE})\b|{_OFFICE} of (?:the )?[A-Z]|(?:chief executive|{_OFFICE}) "
    r"of (?:the )?[A-Z])"
)
_MINISTRY = re.compile(r"\ban? (?=(?:[a-z]+ ){1,2}minister\b)")


def described(fact: Fact, text: str = "") -> str:
    """What a role fact says someone is, as it stands after "as"; `text` is that of the source."""
    role = fact.part("role")
    words = role.value if role else ""
    found = re.search(r"\b(?:is|was) (.+?)\.?$", fact.statement)
    if found and words.casefold() in found[1].casefold():
        words = found[1]
    if role is not None:
        words = with_office(words, role.text, text)
    # "Athletic manager": a club, for the text has it with its capital inside a sentence too
    named = re.search(rf"[a-z,] {re.escape(words.split()[0])}\b", text) if words else None
    return words if named and words[0].isupper() else lowered_role(words)


def with_office(words: str, role: str, text: str = "") -> str:
    """A statement of what someone is, with the articles and capitals it needs: "the Rovers coach"
    and "captain", not "a rovers coach" and "a captain"."""
    words = re.sub(r"\ban (?=(?:uni(?:on|t|vers|f)|us[ei]|eu|one\b))", "a ", words)
    first = role.split()[0] if role else ""
    named = re.match(r"[A-Z][\w’'-]+ [A-Z]", role) or re.search(
        rf"[a-z,] {re.escape(first)}\b", text
    )
    if first[:1].isupper() and named and not _is_title(role):
        low = first[0].lower() + first[1:]
        words = re.sub(rf"\b{re.escape(low)}\b", first, words)
    words = _BARE_OFFICE.sub("", words)
    return _HELD_OFFICE.sub("the ", _MINISTRY.sub("", words))


def _is_title(role: str) -> bool:
    """ "Chief Financial Officer": common words, each with the capital of a title."""
    words = role.split()
    return len(words) > 1 and all(w.istitle() and word_forms(w.lower()).classes for w in words)


# "Judge Harriet Boon": the capital is that of her title.
_BARE_ROLE = re.compile(r"^(an? )([A-Z][a-z]+)$")


def lowered_role(words: str) -> str:
    words = _BARE_ROLE.sub(lambda told: told[1] + told[2].lower(), words)
    first, *rest = words.split()
    # "Environment minister": a common word that has its capital only from the place it stands in
    common = bool(rest) and rest[0].islower() and bool(word_forms(first.lower()).classes)
    small = first.lower() in ("the", "a", "an", "at") or (common and first.istitle())
    return words[0].lower() + words[1:] if small else words
