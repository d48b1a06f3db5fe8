"""What news tells most: who was hurt, how many of what, what was asked for, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.extract.clauses import Clause, phrase_end
from explainer.extract.passage import Passage, connective_end, mention_value, sentence_form
from explainer.extract.proposal import Proposal
from explainer.extract.word_set import word_set
from explainer.extract.words import Token, lemma_of_verb
from explainer.facts import NARRATOR, Part
from explainer.mention import PlaceMention, QuantityMention, TimeMention

_HURT = word_set("kill injure wound hurt murder slay massacre execute behead drown")
_ENDED = {"die": "killed", "perish": "killed", "drown": "killed"}
_HURT_WORDS = word_set("dead killed injured wounded hurt missing homeless")
_SEVERAL = word_set("several dozens hundreds thousands many scores few")
_PEOPLE_END = re.compile(r"(?:s|people|men|women|children|police)$")


def is_count(token: Token) -> bool:
    if token.low in _SEVERAL:
        return True
    if token.tag != "NUM" or not isinstance(token.mention, QuantityMention):
        return False
    unit = token.mention.unit or ""
    return unit != "percent" and not (len(unit) == 3 and unit.isupper())


def casualties(passage: Passage) -> Iterator[Proposal]:
    """ "killed three people"; "Several people were killed at rallies in Asadabad"."""
    for position, clause in enumerate(passage.clauses):
        if clause.negated or clause.modal or clause.kind == "adverbial":
            continue
        found = _hurt_in(passage, clause)
        if found is None:
            continue
        number, thing_end, what = found
        first = _subject_clause(passage, position)
        words = passage.told(first.start_char, clause.end_char)
        if clause.kind == "relative":
            words = passage.words(passage.start, passage.end)
        parts = [
            _count_part(passage, number),
            passage.part("what", what.start, what.end, lemma_of_verb(what.low)),
            *_where_and_when(passage, first, clause),
        ]
        if thing_end > number + 1:
            parts.insert(1, passage.token_part("thing", number + 1, thing_end))
        acted = not clause.passive and what.low != "dead" and clause.lemma not in _ENDED
        if acted and first.has_subject:
            parts.append(passage.token_part("actor", first.subject, first.subject_end))
        passage.cover(clause)
        if first is not clause:
            passage.cover(first)
        yield passage.propose("casualties", sentence_form(words), tuple(parts))


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


def _number_in(tokens: list[Token], start: int, end: int, near: bool = False) -> int | None:
    for index in range(start, end):
        if is_count(tokens[index]):
            return index
        if near and tokens[index].tag not in ("A", "D", "P", "J", "NUM"):
            return None
    return None


def _count_part(passage: Passage, index: int) -> Part:
    token = passage.tokens[index]
    vague = not isinstance(token.mention, QuantityMention) or token.mention.vague
    return passage.token_part("number", index, index + 1, token.low if vague else None)


def _subject_clause(passage: Passage, position: int) -> Clause:
    """The clause that holds the subject, for one joined to it by "and"."""
    clauses = passage.clauses
    at = position
    while at > 0 and not clauses[at].has_subject and clauses[at].kind == "main":
        at -= 1
        while at > 0 and clauses[at].kind != "main":
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


def counts(passage: Passage) -> Iterator[Proposal]:
    """ "the Soviet army conducted nine operations"."""
    tokens = passage.tokens
    for position, clause in enumerate(passage.clauses):
        if clause.kind != "main" or clause.negated or clause.lemma in _HURT | {"be", "have"}:
            continue
        start = clause.verb_end
        if clause.passive or clause.modal or start >= clause.end or not clause.past:
            continue
        number = _number_in(tokens, start, min(start + 3, clause.end), near=True)
        if number is None or tokens[number].tag != "NUM" or _is_fraction(tokens[number]):
            continue
        end = phrase_end(tokens, number, clause.end)
        first = _subject_clause(passage, position)
        if end <= number + 1 or not first.has_subject or _is_measure(tokens[number]):
            continue
        if passage.covers(clause.start_char, clause.end_char):
            continue
        parts = [
            passage.token_part("actor", first.subject, first.subject_end, _actor(passage, first)),
            passage.token_part("action", clause.verb, clause.verb_end, clause.lemma),
            _count_part(passage, number),
            passage.token_part("thing", number + 1, end),
            *_where_and_when(passage, first, clause),
        ]
        passage.cover(clause)
        words = passage.told(first.start_char, clause.end_char)
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


def _actor(passage: Passage, clause: Clause) -> str | None:
    token = clause.tokens[clause.subject]
    if passage.referent and token.tag == "PRON" and clause is passage.main:
        return passage.referent.words
    return None


_ASK_FOR = {
    "call": ("for",), "ask": ("for",), "appeal": ("for",), "plead": ("for",), "beg": ("for",),
    "push": ("for",), "press": ("for",), "demand": (), "request": (), "seek": (),
}  # fmt: skip
_ASK_WHOM = {
    "call": ("on", "upon"), "urge": (), "ask": (), "beg": (), "order": (), "implore": (),
    "appeal": ("to",), "invite": (), "request": (), "instruct": (), "warn": (),
}  # fmt: skip


def demands(passage: Passage) -> Iterator[Proposal]:
    """ "he called for help in weapons and food"; "They urge Parliament to act"."""
    for position, clause in enumerate(passage.clauses):
        first = _subject_clause(passage, position)
        if clause.kind != "main" or clause.passive or clause.negated or not first.has_subject:
            continue
        parts = _asked_for(passage, clause) or _asked_whom(passage, clause)
        if not parts:
            continue
        subject = first.subject, first.subject_end
        speaker = passage.token_part("speaker", *subject, _actor(passage, first))
        words = passage.told(clause.tokens[clause.subject].start, parts[-1].end)
        if first is not clause:
            rest = passage.words(clause.start_char, parts[-1].end)
            words = f"{passage.told(*first.subject_span())} {rest}"
        passage.cover(clause)
        yield passage.propose("demand", sentence_form(words), (speaker, *parts), NARRATOR)


def _asked_for(passage: Passage, clause: Clause) -> tuple[Part, ...]:
    if clause.lemma not in _ASK_FOR:
        return ()
    tokens, at = passage.tokens, clause.verb_end
    needs = _ASK_FOR[clause.lemma]
    if needs:
        if at >= clause.end or tokens[at].low not in needs:
            return ()
        at += 1
    if at >= clause.end or tokens[at].tag in ("TO", "VG", "REL", "PRON"):
        return ()
    end = at
    while end < clause.end and tokens[end].tag in _LISTED:
        end += 1
    inner = next((i for i in range(at, end) if tokens[i].low in ("in", "with")), None)
    listed = any(t.tag in ("C", ",") for t in tokens[at:end])
    if inner is not None and listed and inner - at <= 2:
        at = inner + 1
    return tuple(
        passage.token_part("demand", first, last) for first, last in _items(tokens, at, end)
    )


_LISTED = frozenset({"D", "S", "J", "N", "NAME", "NUM", "VN", "C", ",", "P", "A"})


def _items(tokens: list[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The items of "weapons, ammunition and equipment", as token ranges."""
    first = start
    for index in range(start, end + 1):
        if index == end or tokens[index].tag in ("C", ","):
            last = index
            while last > first and tokens[last - 1].tag not in ("N", "NAME", "NUM"):
                last -= 1
            if last > first:
                yield first, last
            first = index + 1


def _asked_whom(passage: Passage, clause: Clause) -> tuple[Part, ...]:
    if clause.lemma not in _ASK_WHOM:
        return ()
    tokens, at = passage.tokens, clause.verb_end
    needs = _ASK_WHOM[clause.lemma]
    if needs:
        if at >= clause.end or tokens[at].low not in needs:
            return ()
        at += 1
    end = phrase_end(tokens, at, clause.end)
    if end == at or end >= clause.end or tokens[end].low not in ("to", "not"):
        return ()
    if clause.end - end < 2:
        return ()
    addressee = passage.token_part("addressee", at, end)
    return addressee, passage.token_part("demand", end, clause.end)


_BECAUSE = re.compile(r"\b(?:because of|because|due to|owing to|as a result of|thanks to)\b", re.I)
_LEADS_TO = re.compile(r"\b(?:led to|leads to|caused|causes|resulted in|results in|triggered|"
                       r"sparked|prompted|brought about|gave rise to)\b")  # fmt: skip
_CAUSED_BY = re.compile(r"\b(?:was|were|is|are|been)\s+(?:largely |mainly |partly )?"
                        r"(?:caused|triggered|sparked|prompted) by\b")  # fmt: skip


def causes(passage: Passage) -> Iterator[Proposal]:
    """ "X because Y"; "Y led to X"; "X was caused by Y"."""
    if passage.frame:
        return
    text, start, end = passage.text, passage.start, passage.end
    for pattern, effect_first in ((_CAUSED_BY, True), (_BECAUSE, True), (_LEADS_TO, False)):
        match = pattern.search(text, start, end)
        if not match:
            continue
        opening = _reported_from(passage, match.start())
        opening = connective_end(text, start, match.start()) if opening is None else opening
        before = _trim(text, opening, match.start())
        after = _trim(text, match.end(), _cause_end(passage, match.end()))
        if before is None or after is None or not _has_noun(passage, *before):
            return
        if match.group().lower().startswith("because") and _negated_before(passage, match.start()):
            return
        if _points_back(passage, before[0]):
            return
        effect, cause = (before, after) if effect_first else (after, before)
        parts = (
            passage.part("effect", *effect, passage.told(*effect)),
            passage.part("cause", *cause),
        )
        words = passage.told(before[0], after[1])
        passage.covered.append((before[0], after[1]))
        yield passage.propose("cause", sentence_form(words), parts)
        return


def _reported_from(passage: Passage, offset: int) -> int | None:
    """Where the reported words begin that give the cause: they are the speaker's."""
    for mention in passage.mentions:
        if mention.type == "reported" and mention.start < offset < mention.end:
            return mention.start
    return None


def _points_back(passage: Passage, start: int) -> bool:
    """ "It will pay off because …": what "it" is stands elsewhere, and is not certain."""
    first = next((t for t in passage.tokens if t.start >= start), None)
    return first is not None and passage.referent is None and first.low in _POINTING


_POINTING = word_set("it he she they this that these those")


def _cause_end(passage: Passage, offset: int) -> int:
    """A clause of contrast is no part of the cause."""
    for clause in passage.clauses:
        token = passage.tokens[clause.begin]
        if clause.start_char > offset and token.low in ("while", "whereas", "although", "though"):
            return token.start
        if clause.start_char > offset and clause.kind == "main":
            before = passage.tokens[clause.begin - 1]
            if before.low in ("but", "yet"):
                return before.start
    return passage.end


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and (text[start].isspace() or text[start] in ",;\"“'"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in '.,;!?"”'):
        end -= 1
    return (start, end) if start < end else None


def _has_noun(passage: Passage, start: int, end: int) -> bool:
    """Whether the stretch says something: a clause or a noun phrase, not "It is" alone."""
    inside = [t for t in passage.tokens if start <= t.start and t.end <= end]
    return any(t.tag in ("N", "NAME", "VF", "V", "VN", "J") for t in inside)


def _negated_before(passage: Passage, offset: int) -> bool:
    """ "not because of" denies the cause."""
    before = [t for t in passage.tokens if t.end <= offset][-2:]
    return any(t.tag == "NOT" for t in before)
