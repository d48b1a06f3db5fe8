"""Words with the part each plays, and what the dictionary knows of them.

Tags: D article or determiner, S possessive ('s, their), J adjective, N noun, NAME, NUM, TIME,
PRON, P preposition, TO, A adverb, NOT, C coordinator, SUB subordinator, REL relative word,
MOD modal, BE, HAVE, DO, VF finite verb, V base form, VN past participle, VG -ing form,
"," ";" ":" "(" ")" and `"` for punctuation, X for the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from explainer import lexicon
from explainer.mention import AnyMention
from explainer.word_set import word_set

CLOSED: dict[str, str] = {
    word: tag
    for tag, words in {
        "D": "the a an this these those each every some any no another both either neither such "
        "all several many few most more much other",
        "S": "my your his her its our their whose",
        "PRON": "i you he she it we they him them us me himself herself itself themselves who "
        "someone somebody anyone nobody everybody everyone nothing something anything everything "
        "there one",
        "P": "of in on at by for with from into onto over under through during after before "
        "between among against about across along around behind beside besides beyond despite "
        "toward towards until till upon via within without near inside outside above below per "
        "amid throughout off out up down since like unlike including regarding concerning "
        "following because-of as than",
        "TO": "to",
        "NOT": "not n't never",
        "C": "and or but nor yet",
        "SUB": "because although though while if unless whereas whether when where once",
        "REL": "which that whom what how why",
        "MOD": "will would can could may might shall should must cannot",
        "BE": "is are was were be been being am 's're",
        "HAVE": "has have had having",
        "DO": "do does did",
        "A": "also already still however therefore thus then now here only just even very too "
        "again soon often always ever quickly almost nearly not-only instead meanwhile "
        "together ago later earlier far away back home today yesterday tomorrow perhaps maybe "
        "so yes",
        "J": "northern southern eastern western central own same first last next second third "
        "fourth fifth sixth seventh eighth ninth tenth",
    }.items()
    for word in words.split()
}


CONTRACTED: dict[str, str] = {
    "n't": "NOT", "isn't": "BE", "aren't": "BE", "wasn't": "BE", "weren't": "BE", "don't": "DO",
    "doesn't": "DO", "didn't": "DO", "hasn't": "HAVE", "haven't": "HAVE", "hadn't": "HAVE",
    "won't": "MOD", "can't": "MOD", "couldn't": "MOD", "wouldn't": "MOD", "shouldn't": "MOD",
    "mustn't": "MOD",
}  # fmt: skip


SAYING = word_set(
    "say think believe claim hope know add insist suggest tell fear argue feel show "
    "state announce explain stress admit estimate understand realise realize note declare promise "
    "vow warn"
)


# They open a relative clause, though "who" is tagged PRON and "whose" S.
WHO = frozenset({"who", "whose"})
NOMINAL = frozenset({"N", "NAME", "NUM", "TIME"})


@dataclass(slots=True)
class Token:
    """A word, or a whole mention taken as one, at `start`..`end` of the source; `low` is it in
    small letters."""

    start: int
    end: int
    text: str
    low: str
    tag: str
    mention: AnyMention | None = None


@dataclass(frozen=True, slots=True)
class WordForms:
    """What the dictionary knows of a word: open classes (N, V, J, A), its verb and verb forms."""

    classes: frozenset[str]
    forms: frozenset[str]
    verb: str | None


_CLASS = {"NOUN": "N", "VERB": "V", "AUX": "V", "ADJ": "J", "ADV": "A"}


@lru_cache(maxsize=65536)
def word_forms(word: str) -> WordForms:
    """Dictionary entry of a lower-case word; a word not in it is known by no class."""
    if not word.isascii() or len(word) > 30:
        return WordForms(frozenset(), frozenset(), None)
    known = lexicon.entry(word)
    verb = known.bases["VERB"][0] if "VERB" in known.bases else None
    forms = known.verb_forms
    if verb and not forms:
        forms = frozenset(_forms_by_ending(word))
    return WordForms(frozenset(_CLASS[part] for part in known.bases if part in _CLASS), forms, verb)


def _forms_by_ending(word: str) -> set[str]:
    if word.endswith("ing"):
        return {"VBG"}
    if word.endswith("ed"):
        return {"VBD", "VBN"}
    return {"VBZ"} if word.endswith("s") else {"VB", "VBP"}


def is_person(token: Token) -> bool:
    return token.mention is not None and token.mention.type == "person"


def lemma_of_verb(word: str) -> str:
    return word_forms(word.lower()).verb or word.lower()


FINITE = frozenset({"VF", "BE", "HAVE", "DO", "MOD"})
