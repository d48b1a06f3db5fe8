"""Words that the article gives to a speaker, and whether they can be told alone."""

from __future__ import annotations

import re

from explainer.extract.words import word_forms
from explainer.facts import Fact
from explainer.mention import SpeechMention
from explainer.quiz.desk import Desk
from explainer.quiz.standing import stands_alone


def all_spoken(desk: Desk, fact: Fact) -> list[tuple[SpeechMention, str]]:
    """Speech that a fact's evidence lies in, each with the words of it that the evidence holds,
    the longest first."""
    quote = fact.quotes[0]
    found: list[tuple[SpeechMention, str]] = []
    for speech in desk.speech_over(quote.start, quote.end):
        low, high = max(speech.start, quote.start), min(speech.end, quote.end)
        words = " ".join(desk.text[low:high].split()).strip('"“”„«» ,')
        if 20 <= len(words) <= 260 and not re.search(r'["“”„«»]', words):
            found.append((speech, words))
    return sorted(found, key=lambda told: -len(told[1]))


# "… that where packs lose a parent, more sheep die": only the half of it.
_NO_CLAUSE = re.compile(
    r"(?:where|when|if|while|although|because|as|since|unless|once|that)\b", re.I
)


def points_at_speaker(words: str) -> bool:
    """Whether reported words hold "her team": it tells the speaker, or means nothing alone."""
    told = re.sub(r"^((?:\S+ ){3,})its ", r"\1the ", words)  # "the company had not kept its lines"
    if _NO_CLAUSE.match(words) and "," not in words:
        return True
    if _BUT_DID.search(words):
        return True  # "felt that it was harsh but had no complaints": who felt it had none
    own = re.search(r"\bthat it (?:had|has|was|is|would|will)\b", words)
    return bool(own or _GENDERED.search(words)) or not stands_alone(told)


_BUT_DID = re.compile(
    r"(?<!not )\bbut (?:\w+ly )?(?:had|has|did|does|declined|refused|gave|would)\b"
)
_GENDERED = re.compile(r"\b(?:he|she|his|her|him|himself|herself|they|their|this|these)\b", re.I)


def is_told_with_that(desk: Desk, speech: SpeechMention) -> bool:
    """Whether the words can stand on their own: in quotation marks, or told with "that"."""
    before = desk.text[max(0, speech.start - 5) : speech.start]
    if speech.cue and (_bare_clause(desk, speech) or _opens(desk, speech)):
        before = "that "
    whole = re.match(r"\W|$", desk.text[speech.end :].lstrip()[:1]) is not None
    return speech.type == "quote" or (before in ("that ", "hat: ") and whole)


def _opens(desk: Desk, speech: SpeechMention) -> bool:
    """Whether the words open a sentence and who says so follows: "No passengers were injured, the
    rail company said." """
    starts = speech.start in desk.pool.starts
    words = desk.text[speech.start : speech.end]
    return starts and desk.text[speech.end : speech.end + 1] == "," and "," not in words


def _bare_clause(desk: Desk, speech: SpeechMention) -> bool:
    """Whether the words follow right on "said", without "that": "said the dam was safe"."""
    cue = speech.cue or ""
    follows = desk.text[max(0, speech.start - len(cue) - 1) : speech.start].strip() == cue
    words = desk.text[speech.start : speech.end].split()
    forms = [word_forms(w.lower()).forms for w in words[1:7] if w.islower()]
    finite = any({"VBD", "VBZ"} & f for f in forms)
    helped = any(w in HELPS for w in words[1:8])
    return follows and cue in ("said", "says") and (finite or helped) and "," not in " ".join(words)


HELPS = frozenset(("is", "are", "was", "were", "has", "have", "had", "will", "would", "could",
                    "can", "may", "might", "should", "must", "did", "does"))  # fmt: skip
