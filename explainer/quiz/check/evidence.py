"""Rules on the evidence of an item: there, exact, whole sentences, of the fact it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.facts import Quote
from explainer.findings import Finding, error, warning
from explainer.quiz.check.ground import Ground, Rule

_FOREIGN_ID = re.compile(r"[A-Za-z]+[ _]?\d+|\d+")  # another author's numbering: "F12"


def has_evidence(ground: Ground) -> Iterator[Finding]:
    if not ground.item.evidence:
        yield error("no-evidence", "The item quotes no words of the source.")


def verbatim(ground: Ground) -> Iterator[Finding]:
    for quote in ground.item.evidence:
        if not quote.holds_in(ground.source):
            yield error(
                "evidence-not-verbatim",
                f"The source does not say “{_short(quote.quote)}” at {quote.start}-{quote.end}.",
            )


def whole_words(ground: Ground) -> Iterator[Finding]:
    """A quote starts and ends with a whole word, and misses no mark of its sentence's end."""
    text = ground.source.text
    for quote in ground.item.evidence:
        start, end = quote.start, quote.end
        if (start, end) in ground.index.spans or not quote.holds_in(ground.source):
            continue
        if quote.quote != quote.quote.strip():
            yield error("evidence-cut", "The evidence begins or ends with white space.")
        elif _inside_word(text, start) or _inside_word(text, end):
            yield error("evidence-cut", "The evidence begins or ends inside a word.")
        elif _nearly_a_sentence(ground, quote):
            yield error("evidence-cut", "The evidence misses the sentence by a character or two.")
        else:
            yield warning("evidence-part", "The evidence is only a part of a sentence.")


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _nearly_a_sentence(ground: Ground, quote: Quote) -> bool:
    for sentence in ground.index.sentences_over(quote.start, quote.end):
        for near, at in ((sentence.start, quote.start), (sentence.end, quote.end)):
            if 0 < abs(near - at) <= 2:
                return True
    return False


def in_the_prose(ground: Ground) -> Iterator[Finding]:
    for quote in ground.item.evidence:
        if not ground.index.sentences_over(quote.start, quote.end):
            yield error("evidence-not-prose", "The evidence stands outside the article's own text.")


def facts_fit(ground: Ground) -> Iterator[Finding]:
    """The cited facts are known, and the evidence is theirs."""
    item = ground.item
    if not item.fact_ids:
        # Whoever writes without our list of facts cannot name one; the quoted words are there.
        found = warning if ground.facts or ground.sentences else error
        yield found("no-fact", "The item names no fact it stands on.")
    known = [i for i in item.fact_ids if i in ground.index.facts]
    for fact_id in item.fact_ids:
        fact = ground.index.facts.get(fact_id)
        if fact is None:
            found = warning if not known and _FOREIGN_ID.fullmatch(fact_id) else error
            yield found("fact-unknown", f"The source yields no fact '{fact_id}'.")
        elif not any(_overlap(f, q) for f in fact.quotes for q in item.evidence):
            yield error("wrong-fact", f"Fact {fact_id} rests on other words than those quoted.")
    if len(set(item.fact_ids)) < len(item.fact_ids):
        yield warning("fact-repeats", "The item names one fact twice.")


def evidence_is_of_facts(ground: Ground) -> Iterator[Finding]:
    """If facts are cited, every quote lies in the sentences of their evidence, and is not nearly
    one of their quotes."""
    known = [ground.index.facts[i] for i in ground.item.fact_ids if i in ground.index.facts]
    theirs = [q for fact in known for q in fact.quotes]
    if not known:
        return
    for quote in ground.item.evidence:
        if any((q.start, q.end) == (quote.start, quote.end) for q in theirs):
            continue
        whole = (quote.start, quote.end) in ground.index.spans
        if not whole and any(
            abs(q.start - quote.start) < 3 and abs(q.end - quote.end) < 3 for q in theirs
        ):
            yield error("evidence-cut", "The evidence is a character or two off the fact's own.")
        elif whole and len(ground.item.evidence) > 1 and not ground.index.facts_on(quote):
            continue  # "Krauklis disagreed." yields no fact that could be cited
        elif not any(_holds(ground, q, quote) for q in theirs):
            yield error("wrong-fact", f"No cited fact rests on “{_short(quote.quote)}”.")


def _holds(ground: Ground, own: Quote, quote: Quote) -> bool:
    """Whether `quote` lies in `own` or in the sentences that hold it."""
    around = ground.index.sentences_over(own.start, own.end)
    start = min([own.start, *(s.start for s in around)])
    end = max([own.end, *(s.end for s in around)])
    return start <= quote.start and quote.end <= end


def _overlap(a: Quote, b: Quote) -> bool:
    return a.start < b.end and b.start < a.end


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "…"


RULES: tuple[Rule, ...] = (
    has_evidence,
    verbatim,
    whole_words,
    in_the_prose,
    facts_fit,
    evidence_is_of_facts,
)
