"""How many of what: the hurt and the dead, and whatever someone did a number of."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.extract.clauses import Clause, phrase_end
from explainer.extract.part_values import mention_value
from explainer.extract.passage import Passage
from explainer.extract.proposal import Proposal
from explainer.extract.sentence_form import sentence_form
from explainer.extract.words import Token, lemma_of_verb
from explainer.facts import Part
from explainer.mention import PlaceMention, QuantityMention, TimeMention
from explainer.word_set import word_set

_HURT = word_set("kill injure wound hurt murder slay massacre execute behead drown")


_ENDED = {"die": "killed", "perish": "killed", "drown": "killed"}


# Verbs without one of which nobody comes to harm.
HARMS = _HURT | _ENDED.keys() | {"leave", "claim"}


_HURT_WORDS = word_set("dead killed injured wounded hurt missing homeless")


_SEVERAL = word_set("several dozens hundreds thousands many scores few")


def is_count(token: Token) -> bool:
    if token.low in _SEVERAL:
        return True
    if token.tag != "NUM" or not isinstance(token.mention, QuantityMention):
        return False
    unit = token.mention.unit or ""
    return unit != "percent" and not (len(unit) == 3 and unit.isupper())


def counted_from(tokens: list[Token], number: int) -> int:
    """Where what a number counts begins: of "two of his sons" with "his"."""
    at = number + 1
    return at + (at + 1 < len(tokens) and tokens[at].low == "of")


def casualties(passage: Passage) -> Iterator[Proposal]:
    """ "killed three people"; "Several people were killed at rallies in Asadabad"."""
    for position, clause in enumerate(passage.clauses):
        if clause.negated or clause.modal or clause.kind == "adverbial":
            continue
        if passage.tokens[clause.begin].low in _ASKING:
            continue
        found = _hurt_in(passage, clause)
        if found is None:
            continue
        number, thing_end, what = found
        first = subject_clause(passage, position)
        if _leans(passage, first):
            continue
        words = passage.told(first.start_char, clause.end_char)
        whose = passage.attribution
        if clause.kind == "relative":
            words = passage.words(passage.start, passage.end)
        if clause.kind == "relative" and passage.tokens[clause.begin].low != "that":
            whose = passage.attributed(clause.start_char, clause.end_char)
        parts = [
            _count_part(passage, number),
            passage.part("what", what.start, what.end, lemma_of_verb(what.low)),
            *_where_and_when(passage, first, clause),
        ]
        if thing_end > number + 1:
            parts.insert(
                1, passage.token_part("thing", counted_from(passage.tokens, number), thing_end)
            )
        acted = not clause.passive and what.low != "dead" and clause.lemma not in _ENDED
        if acted and first.has_subject:
            parts.append(passage.token_part("actor", first.subject, first.subject_end))
        passage.cover(clause)
        if first is not clause:
            passage.cover(first)
        yield passage.propose("casualties", sentence_form(words), tuple(parts), whose)


def _leans(passage: Passage, clause: Clause) -> bool:
    """Whether its subject is a pronoun of someone's words: who that is stands before them."""
    subject = clause.tokens[clause.subject] if clause.has_subject else None
    if subject is None or subject.low not in _POINTING or clause.kind != "content":
        return False
    return passage.in_speech(subject.start, subject.end)


_POINTING = word_set("he she it they")


def _hurt_in(passage: Passage, clause: Clause) -> tuple[int, int, Token] | None:
    """Index of the number, end of what it counts, and the word that says what befell them."""
    tokens = passage.tokens
    if (clause.lemma in _HURT and not clause.passive) or clause.lemma in ("leave", "claim"):
        number = _number_in(tokens, clause.verb_end, clause.end, near=True)
        what = tokens[clause.verb_end - 1]
        if clause.lemma == "leave":
            dead = [t for t in tokens[clause.verb_end : clause.end] if t.low in _HURT_WORDS]
            what = dead[0] if dead else what
            number = number if dead else None
        elif clause.lemma == "claim":
            lives = any(t.low == "lives" for t in tokens[clause.verb_end : clause.end])
            number = number if lives else None
    elif (clause.lemma in _HURT and clause.passive) or clause.lemma in _ENDED:
        number = _number_in(tokens, clause.subject, clause.subject_end)
        what = tokens[clause.verb_end - 1]
    else:
        return None
    if number is None:
        return None
    return number, phrase_end(tokens, number, clause.end), what


_ASKING = word_set("how whether what who if why")
_NOBODY = word_set("no none neither nobody nor")


def _is_age(tokens: list[Token], index: int) -> bool:
    """ "Ivo Kral, 81, died": the years of his life and no number of people."""
    around = [t.tag for t in (*tokens[index - 1 : index], *tokens[index + 1 : index + 2])]
    return around == [",", ","]


def _number_in(tokens: list[Token], start: int, end: int, near: bool = False) -> int | None:
    for index in range(start, end):
        if tokens[index].low in _NOBODY:
            return None
        if is_count(tokens[index]) and not _is_age(tokens, index):
            return index
        if near and tokens[index].tag not in ("A", "D", "P", "J", "NUM"):
            return None
    return None


def _count_part(passage: Passage, index: int) -> Part:
    token = passage.tokens[index]
    vague = not isinstance(token.mention, QuantityMention) or token.mention.vague
    return passage.token_part("number", index, index + 1, token.low if vague else None)


def subject_clause(passage: Passage, position: int) -> Clause:
    """The clause that holds the subject, for one joined to it by "and"."""
    clauses = passage.clauses
    at = position
    while at > 0 and not clauses[at].has_subject and clauses[at].kind == "main":
        at -= 1
        while at > 0 and clauses[at].kind not in ("main", "content"):
            at -= 1
    return clauses[at] if clauses[at].has_subject else clauses[position]


def _where_and_when(passage: Passage, first: Clause, last: Clause) -> Iterator[Part]:
    start, end = first.start_char, last.end_char
    place = _place_in(last) or _place_in(first)
    if place is not None:
        yield passage.part("where", place.start, place.end, place.text)
    for mention in passage.mentions:
        dated = isinstance(mention, TimeMention) and mention.type in ("date", "time")
        if dated and start <= mention.start and mention.end <= end:
            around = passage.clause_at(mention.start)
            if around is not None and around.kind == "relative" and around is not last:
                continue
            yield passage.part("when", mention.start, mention.end, mention_value(mention))
            return


def _place_in(clause: Clause) -> PlaceMention | None:
    found = None
    tokens = clause.tokens
    for index in range(clause.verb_end, clause.end):
        mention = tokens[index].mention
        if isinstance(mention, PlaceMention) and tokens[index - 1].low in _WHERE:
            found = mention
    return found


_WHERE = word_set("in at near around outside the of from on across")


_COUNTS_NOTHING = _HURT | {"be", "have"}


def counts(passage: Passage) -> Iterator[Proposal]:
    """ "the Soviet army conducted nine operations"."""
    tokens = passage.tokens
    for position, clause in enumerate(passage.clauses):
        if clause.kind != "main" or clause.negated or clause.lemma in _COUNTS_NOTHING:
            continue
        start = clause.verb_end
        if clause.passive or clause.modal or start >= clause.end or not clause.past:
            continue
        number = _number_in(tokens, start, min(start + 3, clause.end), near=True)
        if number is None or tokens[number].tag != "NUM" or _is_fraction(tokens[number]):
            continue
        end = phrase_end(tokens, number, clause.end)
        first = subject_clause(passage, position)
        if end <= number + 1 or not first.has_subject or _is_measure(tokens[number]):
            continue
        if passage.covers(clause.start_char, clause.end_char):
            continue
        parts = [
            passage.token_part("actor", first.subject, first.subject_end, passage.meant_by(first)),
            passage.token_part("action", clause.verb, clause.verb_end, clause.lemma),
            _count_part(passage, number),
            passage.token_part("thing", counted_from(tokens, number), end),
            *_where_and_when(passage, first, clause),
        ]
        passage.cover(clause)
        words = passage.told(first.start_char, passage.end_before_next_main(clause))
        if first is not clause:
            passage.cover(first)
        yield passage.propose("count", sentence_form(words), tuple(parts))


_MEASURES = word_set(
    "metre meter kilometre kilometer mile foot inch yard kilogram gram tonne ton pound litre "
    "liter hectare acre degree hour minute second day week month year percent point dollar "
    "euro kelvin celsius watt gallon barrel ounce knot decibel volt"
)


def _is_fraction(token: Token) -> bool:
    return isinstance(token.mention, QuantityMention) and token.mention.value < 1


def _is_measure(token: Token) -> bool:
    unit = token.mention.unit if isinstance(token.mention, QuantityMention) else None
    if unit is None:
        return False
    return unit in _MEASURES or unit == "percent" or (len(unit) == 3 and unit.isupper())
