"""May this be put to a class to discuss? A question that is open and states nothing unproven.

A prompt is words of the article, to the letter, and a question about them. What the question
says of its own is held against those words; it may add only words of talking and thinking.
"""

from __future__ import annotations

import re

from explainer.extract.values import unsupported_values
from explainer.facts import Quote
from explainer.findings import Finding, error
from explainer.language.reader import read
from explainer.language.reading import Reading
from explainer.source import Block, Source
from explainer.verify import verify
from explainer.verify.index import Line, line_of
from explainer.verify.words import Word, keys_of
from explainer.word_set import word_set

LONGEST = 240
LONGEST_QUOTE = 400
_MODAL = r"(?:might|may|could|would|should|can)"
_ONE = r"(?:you|we|they|it|he|she|this|that|these|those|people|someone|anyone|a reader|readers)"
_THINK = r"(?:think|say|feel|believe|imagine|expect|like to know|want to know|ask|need to know)"
# What opens a question that has no single right answer.
_OPENING = re.compile(
    rf"(?:in your (?:view|opinion|words),? )?"
    rf"(?:(?:why|how|what(?: else)?|who(?: else)?|whose \w+|which \w+)(?: \w+)?? )?"
    rf"(?:(?:do|does|did|{_MODAL}) {_ONE}(?: {_THINK})?|{_MODAL}|"
    rf"is it (?:fair|right|wise) (?:of|to)|if you (?:were|had|could))\b ?(?:that|of|about|if|to)?",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"\b(?:how (?:many|much|old|long|far|often)|when|what (?:year|day|date|number))\b",
    re.IGNORECASE,
)
# Words that speak of thinking, telling and weighing, and so say nothing of what happened.
_TALK = word_set(
    "why how what who whose which think say tell feel believe imagine expect know ask answer "
    "agree disagree doubt trust view opinion mind reason evidence proof explain describe compare "
    "matter important fair unfair right wise convincing likely possible different differently "
    "same other another someone anyone people person reader writer author class text article "
    "story source word sentence quote paragraph news question choice decision consequence effect "
    "change next later today else more most best better first learn understand mean show hear "
    "read see look find place side both you your they them their we our it its he she this that "
    "do would could might should may can will happen wait be have if were had need want like"
)
_NOT = re.compile(r"\b(?:not|never|no|without|nobody|none)\b|n['’]t\b", re.IGNORECASE)


def prompt_of(question: str, quote: Quote, reading: Reading) -> str | Finding:
    """The quote and the question as one prompt for a class, or why it is none."""
    question = " ".join(question.split())
    finding = _unlike_a_prompt(question, quote) or _states_something(question, quote, reading)
    words = " ".join(quote.quote.split())
    return finding or f"“{words}” {question}"


def _unlike_a_prompt(question: str, quote: Quote) -> Finding | None:
    if (
        not question.endswith("?")
        or len(question) > LONGEST
        or re.search(r"[.!?;:]", question[:-1])
    ):
        return error("no-question", f"“{question[:80]}” is not one plain question.")
    if len(quote.quote) > LONGEST_QUOTE:
        return error("quote-too-long", "It quotes more than a sentence or two.")
    if _COUNTS.search(question) or not _OPENING.match(question):
        said = "has one right answer, or may have: ask what they think, or what might be."
        return error("closed-question", f"“{question}” {said}")
    return None


def _states_something(question: str, quote: Quote, reading: Reading) -> Finding | None:
    """What the question says besides talk must be what the quoted words say, in their order."""
    mentions = reading.mentions_in(quote.start, quote.end)
    for kind, word in unsupported_values(question, quote.quote, mentions):
        if word.casefold() not in _TALK:
            return error(f"{kind}-not-in-source", f'"{word}" is not in the words it is about.')
    told = _OPENING.sub("", question, count=1).strip()
    own = [w for line in _lines(told) for w in line.words if w.lemma.casefold() not in _TALK]
    at = -1
    held = [w for line in _lines(quote.quote) for w in line.words]
    for mine in own:
        later = [n for n, w in enumerate(held) if n > at and _same(w, mine)]
        if not later:
            return error(
                "states-something", f'"{mine.text}" adds to what the quoted words say, or turns it.'
            )
        at = later[0]
    if not own:
        return None
    if bool(_NOT.search(quote.quote)) != bool(_NOT.search(told)):
        return error("negation-changed", "It does not keep the “not” as the article has it.")
    verdict = verify(told[:1].upper() + told[1:-1] + ".", reading, strict=True)
    return next((f for f in verdict.findings if f.severity == "error"
                 and f.code not in ("word-not-in-source", "empty-claim", "name-not-in-source")),
                None)  # fmt: skip


def _same(one: Word, other: Word) -> bool:
    return one.lemma == other.lemma or not set(keys_of(one)).isdisjoint(keys_of(other))


def _lines(text: str) -> list[Line]:
    if not text.strip():
        return []
    found = read(Source(text=text, blocks=(Block(0, len(text), "paragraph"),)))
    return [line_of(found, sentence) for sentence in found.sentences]
