"""Which clauses of a sentence can be asked about, and with what subject."""

from __future__ import annotations

from explainer.extract.clauses import Clause, clauses_of
from explainer.extract.tokens import tag_sentence
from explainer.extract.words import Token, word_forms
from explainer.language.reading import Reading, Sentence
from explainer.quiz.stem_grammar import View


def views(reading: Reading, sentence: Sentence, proper: frozenset[str] = frozenset()) -> list[View]:
    """Clauses of a sentence that can be asked about: a subject of their own, nothing denied.

    `proper` are words the article writes with a capital inside its sentences.
    """
    start, end = sentence.start, sentence.end
    tokens = tag_sentence(reading.source.text, start, end, reading.mentions_in(start, end))
    found: list[View] = []
    for clause in clauses_of(tokens):
        _number_first(clause)
        _verb_first(clause)
        if shared := _shared_subject(clause, found, View(reading.source.text, clause, "", proper)):
            found.append(View(reading.source.text, clause, shared, proper))
            continue
        if (
            clause.has_subject
            and not clause.negated
            and (clause.kind != "adverbial" or _is_told_too(clause))
        ):
            if clause.kind == "relative" and tokens[clause.begin].low != "that":
                continue
            if tokens[clause.begin].low == "that" and clause.subject == clause.verb:
                continue
            if _is_noun(clause) or _is_aside(clause) or _hardly(clause):
                continue
            if _of_a_noun(tokens, clause):
                continue  # "a mine that the firm wanted to open": its object stands outside
            found.append(View(reading.source.text, clause, proper=proper))
    return found


def _shared_subject(clause: Clause, before: list[View], view: View) -> str:
    """The subject of a clause that takes it from the words before: "… opened in 1927 and has 340
    seats", "The museum, which has 140,000 visitors a year, now employs …". Empty for others."""
    tokens, begin = clause.tokens, clause.begin
    if clause.negated:
        return ""
    if tokens[begin].low in ("which", "who") and clause.verb == begin + 1:
        return _opening(view, begin - 1) if begin > 1 and tokens[begin - 1].tag == "," else ""
    if clause.has_subject or clause.kind != "main":
        return ""
    first = begin
    while first < clause.verb and tokens[first].tag in ("A", ",", "C"):
        first += 1
    joint = tokens[first - 1] if first else None
    if first != clause.verb or joint is None:
        return ""
    if joint.low in ("and", "but") and before and before[-1].clause.end >= first - 2:
        return before[-1].subject
    relative = [n for n, t in enumerate(tokens[:first]) if t.low in ("which", "who")]
    if len(relative) == 1 and relative[0] > 1 and "," in (joint.tag, tokens[first - 2].tag):
        return _opening(view, relative[0] - 1)
    return ""


def _opening(view: View, comma: int) -> str:
    """The words that open a sentence up to a comma, if they are one short noun phrase."""
    tokens = view.tokens[:comma]
    plain = all(t.tag in ("D", "S", "J", "N", "NAME", "NUM", "P") for t in tokens)
    if view.tokens[comma].tag != "," or not tokens or not plain or len(tokens) > 7:
        return ""
    opens = tokens[0].tag != "P" and tokens[-1].tag in ("N", "NAME")
    return view.lowered(0, comma) if opens else ""


def _verb_first(clause: Clause) -> None:
    """ "Torvia built two dams": the dams are no verb, the word between a name and a number is."""
    tokens = clause.tokens
    for at in range(clause.subject + 1, clause.subject_end - 1):
        if tokens[at].tag in ("VF", "VN") and tokens[at + 1].tag == "NUM":
            if clause.verb_end - clause.verb == 1:
                tokens[clause.verb].tag = "N"
            clause.subject_end = clause.verb = at
            clause.verb_end, clause.lemma = at + 1, word_forms(tokens[at].low).verb or ""
            return


def _is_told_too(clause: Clause) -> bool:
    """Whether an adverbial clause tells what happened: "when a dam flooded his field"."""
    opened = clause.tokens[clause.begin].low in ("when", "while", "although", "because")
    return opened and clause.past


def _is_aside(clause: Clause) -> bool:
    """Whether the verb only describes what stands before its comma: "the drawing, published in
    1959, …"."""
    tokens, verb = clause.tokens, clause.verb
    inside = [t for t in tokens[clause.subject : verb] if t.tag == ","]
    forms = word_forms(tokens[verb].low).forms
    alone = clause.verb_end - verb == 1
    return alone and len(inside) == 1 and tokens[verb - 1].tag == "," and "VBN" in forms


def _hardly(clause: Clause) -> bool:
    """Whether a word before the verb all but denies it, and would be lost."""
    return any(t.low in _DENYING for t in clause.tokens[clause.subject_end : clause.verb])


_DENYING = frozenset(("hardly", "barely", "scarcely", "rarely", "seldom", "never", "nearly",
                      "almost"))  # fmt: skip


def _is_noun(clause: Clause) -> bool:
    """Whether the verb is a noun after all: "the research ship", with no s and no auxiliary."""
    head, verb = clause.tokens[clause.subject_end - 1], clause.tokens[clause.verb]
    plural = head.low.endswith("s") or head.low in ("people", "police", "men", "women", "children")
    several = any(t.low == "and" for t in clause.tokens[clause.subject : clause.subject_end])
    past = "VBD" in word_forms(verb.low).forms
    base = verb.low == word_forms(verb.low).verb and verb.tag in ("V", "VF") and not past
    return base and head.tag in ("N", "NAME", "J") and not plural and not several


def _of_a_noun(tokens: list[Token], clause: Clause) -> bool:
    at = clause.begin
    return at > 0 and tokens[at].low == "that" and tokens[at - 1].tag in ("N", "NAME", "J")


def _number_first(clause: Clause) -> None:
    """ "About 120 firefighters fought …": the word before the number begins the subject."""
    tokens = clause.tokens
    at = clause.begin
    if clause.has_subject or at + 1 >= clause.verb or tokens[at + 1].tag != "NUM":
        return
    if tokens[at].low in ("about", "around", "over", "nearly", "almost"):
        clause.subject, clause.subject_end = at, clause.verb
