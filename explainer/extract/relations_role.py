"""Who a person is: roles and kinship, from appositions, titles and plain statements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.extract.passage import Passage, sentence_form
from explainer.extract.proposal import Proposal
from explainer.extract.role_words import KIN, OFFICES, RANKS, is_role_noun
from explainer.extract.word_set import word_set
from explainer.extract.words import Token, is_person
from explainer.facts import Part
from explainer.mention import NameMention

_OPENS = frozenset({"D", "S", "J", "N", "NAME", "NUM", "VN"})
_INSIDE = frozenset({"D", "S", "J", "N", "NAME", "NUM", "P", "A", "VN", "VG", "C", "TO"})
_BECOMES = word_set("be become remain")
_NAMED_AS = word_set("appoint elect name nominate choose crown make")
_LEADS = word_set("lead head chair run command found own direct manage edit govern")


def roles(passage: Passage) -> Iterator[Proposal]:
    """Roles and kinships of every person named in the sentence."""
    told: set[str] = set()
    for index, token in enumerate(passage.tokens):
        if not is_person(token):
            continue
        for proposal in _of_person(passage, index):
            if proposal.statement not in told:
                told.add(proposal.statement)
                yield proposal


def heads(passage: Passage) -> Iterator[Proposal]:
    """ "At the head of the movement were A, and B, the son of C": one fact for each."""
    clause = passage.main
    if clause is None or clause.has_subject or clause.lemma != "be" or clause.negated:
        return
    tokens = passage.tokens
    if tokens[clause.begin].tag != "P" or clause.verb - clause.begin < 3:
        return
    where = passage.between(clause.begin, clause.verb)
    if "," in where:
        return
    for index in range(clause.verb_end, clause.end):
        first = _name_start(tokens, index)
        if not is_person(tokens[index]) or tokens[first - 1].tag not in (",", "C", "BE"):
            continue
        name, person = _person(passage, index, bare=True)
        statement = sentence_form(f"{name} {'was' if clause.past else 'is'} {_lower_first(where)}")
        role = passage.token_part("role", clause.begin, clause.verb, _lower_first(where))
        passage.cover(clause)
        yield passage.propose("role", statement, (person, role))


def _of_person(passage: Passage, index: int) -> Iterator[Proposal]:
    before, after = _apposition_before(passage, index), _apposition_after(passage, index)
    for span in (before, after):
        if span:
            yield from _from_phrase(passage, index, *span)
    if before is None and after is None:
        yield from _from_title(passage, index)
    yield from _from_clause(passage, index)
    yield from _from_relative(passage, index)


def _name_start(tokens: list[Token], index: int) -> int:
    """First token of the name with its title before it."""
    mention = tokens[index].mention
    title = mention.title if isinstance(mention, NameMention) else None
    start = index
    while start > 0 and title and tokens[start - 1].text in title.split():
        start -= 1
    while start > 0 and tokens[start - 1].text.rstrip(".").lower() in RANKS:
        start -= 1
    return start


def _apposition_after(passage: Passage, index: int) -> tuple[int, int] | None:
    """ "Abbas Juma, an expert on the Middle East": the tokens of what follows the comma."""
    tokens = passage.tokens
    at = index + 1
    if at >= len(tokens) or tokens[at].tag != ",":
        return None
    at += 1
    if at + 1 < len(tokens) and tokens[at].tag == "NUM" and tokens[at + 1].tag == ",":
        at += 2  # an age: "Ana Kos, 45, a teacher"
    if at >= len(tokens) or tokens[at].tag not in _OPENS or is_person(tokens[at]):
        return None
    end = _phrase_limit(tokens, at)
    return (at, end) if _role_head(tokens, at, end) is not None else None


def _apposition_before(passage: Passage, index: int) -> tuple[int, int] | None:
    """ "The commander of the 40th Army, General Maria Lund": what stands before the comma."""
    tokens = passage.tokens
    comma = _name_start(tokens, index) - 1
    after = tokens[index + 1].tag if index + 1 < len(tokens) else ""
    if comma < 1 or tokens[comma].tag != "," or after not in (",", "", "X", ")", ";"):
        return None
    start = comma
    while start > 0 and tokens[start - 1].tag in _INSIDE - {"C", "TO"}:
        start -= 1
        if tokens[start].tag == "D" and _role_head(tokens, start, comma) is not None:
            break
    while start < comma and tokens[start].tag not in ("D", "S", "J", "N"):
        start += 1
    if start >= comma or tokens[start].tag not in ("D", "S"):
        return None
    if tokens[start].text[:1] in "'’":  # whose: "the council's lawyer, Ann Bell"
        return None
    head = _role_head(tokens, start, comma)
    return (start, comma) if head is not None else None


def _phrase_limit(tokens: list[Token], start: int) -> int:
    end = start
    while end < len(tokens) and tokens[end].tag in _INSIDE:
        if tokens[end].tag == "C" and _ends_at_coordinator(tokens, end):
            break
        end += 1
    while end > start and tokens[end - 1].tag not in ("N", "NAME", "NUM", "TIME"):
        end -= 1
    return end


def _ends_at_coordinator(tokens: list[Token], end: int) -> bool:
    """ "the son of X and Y" goes on; "the president and Z" does not, when Z is a person."""
    return end + 1 >= len(tokens) or is_person(tokens[end + 1])


def _role_head(tokens: list[Token], start: int, end: int) -> int | None:
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


def _from_phrase(passage: Passage, index: int, start: int, end: int) -> Iterator[Proposal]:
    tokens = passage.tokens
    head = _role_head(tokens, start, end)
    if head is None:
        return
    if tokens[head].low in KIN:
        yield from _kinship(passage, index, start, head, end)
        return
    if any(t.tag == "S" and t.low not in ("'s", "’s", "'") for t in tokens[start:head]):
        return  # "his spokesman": whose is not certain here
    phrase = _spelled(passage, start, end)
    name, part = _person(passage, index)
    statement = sentence_form(f"{name} {_is(passage, index)} {phrase}")
    parts = [part, passage.token_part("role", start, end, phrase)]
    parts += _organisation(passage, head, end)
    yield passage.propose("role", statement, tuple(parts), passage.attributed_at(index))


def _kinship(passage: Passage, index: int, start: int, head: int, end: int) -> Iterator[Proposal]:
    tokens = passage.tokens
    if head + 1 >= end or tokens[head + 1].low != "of":
        return
    relative = next((i for i in range(head + 2, end) if is_person(tokens[i])), None)
    stop = end if relative is None else relative + 1
    name, part = _person(passage, index)
    phrase = _spelled(passage, start, stop)
    parts = [part, passage.token_part("relation", head, head + 1)]
    if relative is not None:
        parts.append(passage.token_part("relative", relative, relative + 1))
    else:
        parts.append(passage.token_part("relative", head + 2, stop))
    statement = sentence_form(f"{name} is {phrase}")
    yield passage.propose("kinship", statement, tuple(parts), passage.attributed_at(index))


def _from_title(passage: Passage, index: int) -> Iterator[Proposal]:
    """ "political scientist Jan Novak", "General Maria Lund"."""
    tokens = passage.tokens
    mention = tokens[index].mention
    start = index
    while start > 0 and tokens[start - 1].tag in ("J", "N", "NAME", "VN"):
        if is_person(tokens[start - 1]):
            break
        start -= 1
    title = mention.title if isinstance(mention, NameMention) else None
    if start == index and not title:
        return
    if start == index and isinstance(mention, NameMention) and title:
        if not mention.text.startswith(title):
            return
        yield from _title_inside(passage, index, title)
        return
    while start < index and tokens[start].tag == "VN":
        start += 1
    head = tokens[index - 1]
    if start == index or not (is_role_noun(head.low) or head.low.rstrip(".") in RANKS):
        return
    if head.low in _OF_SOMEONE or (start > 0 and tokens[start - 1].low in _POSSESSIVE):
        return
    if start > 1 and tokens[start - 1].low == "and" and is_role_noun(tokens[start - 2].low):
        start -= 2  # "the painter and teacher Hana Novotna"
    role = passage.between(start, index)
    yield from _titled(passage, index, role, passage.token_part("role", start, index))


# They say who someone is only with whose: "her friend Leo Mertens".
_OF_SOMEONE = word_set(
    "friend neighbour neighbor colleague partner ally aide successor predecessor heir rival fellow "
    "victim owner member deputy assistant candidate survivor winner man woman resident head chief"
)
_POSSESSIVE = word_set("my your his her its our their 's ’s")


def _title_inside(passage: Passage, index: int, title: str) -> Iterator[Proposal]:
    start = passage.tokens[index].start
    part = passage.part("role", start, start + len(title))
    yield from _titled(passage, index, title, part)


def _titled(passage: Passage, index: int, role: str, part: Part) -> Iterator[Proposal]:
    last = role.split()[-1].rstrip(".").lower()
    if last not in RANKS and last not in OFFICES and not is_role_noun(last):
        return
    words = (
        role if last in OFFICES and role[0].isupper() else with_article(_as_inside(passage, role))
    )
    name, person = _person(passage, index, bare=True)
    statement = sentence_form(f"{name} {_is(passage, index)} {words}")
    yield passage.propose("role", statement, (person, part), passage.attributed_at(index))


def _from_clause(passage: Passage, index: int) -> Iterator[Proposal]:
    """ "Ana Kos became the mayor of Novi Grad"; "was appointed director of"."""
    tokens = passage.tokens
    clause = next((c for c in passage.clauses if c.subject <= index < c.subject_end), None)
    if clause is None or clause.negated or clause.modal or clause.verb_end >= clause.end:
        return
    subject = tokens[clause.subject : clause.subject_end]
    if sum(map(is_person, subject)) != 1 or any(t.tag == "C" for t in subject):
        return
    named = clause.lemma in _NAMED_AS and clause.passive
    if any(t.tag == "S" for t in subject[index - clause.subject :]):
        return
    if not named and (clause.lemma not in _BECOMES or clause.passive):
        return
    start = clause.verb_end
    start += tokens[start].low == "as"
    end = min(_phrase_limit(tokens, start), clause.end) if start < clause.end else start
    if end <= start or tokens[start].tag not in ("D", "S", "J", "N"):
        return
    head = _role_head(tokens, start, end)
    if head is None:
        return
    name, person = _person(passage, index, bare=True)
    verb = passage.between(clause.verb, start)
    statement = sentence_form(f"{name} {verb} {passage.between(start, end)}")
    passage.cover(clause)
    if tokens[head].low in KIN:
        relative = next((i for i in range(head + 1, end) if is_person(tokens[i])), None)
        if relative is None:
            return
        relation = passage.token_part("relation", head, head + 1)
        kin = (person, relation, passage.token_part("relative", relative, relative + 1))
        yield passage.propose("kinship", statement, kin)
        return
    parts = (person, passage.token_part("role", start, end), *_organisation(passage, head, end))
    yield passage.propose("role", statement, parts)


def _from_relative(passage: Passage, index: int) -> Iterator[Proposal]:
    """ "Ana Kos, who heads the clinic"."""
    tokens = passage.tokens
    for clause in passage.clauses:
        if clause.kind != "relative" or clause.lemma not in _LEADS or clause.negated:
            continue
        if clause.passive or clause.modal or tokens[clause.begin].low != "who":
            continue
        if clause.begin - index not in (1, 2) or tokens[clause.begin - 1].tag not in (",", "NAME"):
            continue
        name, person = _person(passage, index, bare=True)
        end = _phrase_limit(tokens, clause.verb_end)
        if end <= clause.verb_end:
            continue
        statement = sentence_form(f"{name} {passage.between(clause.verb, end)}")
        role = passage.token_part("role", clause.verb, end)
        yield passage.propose("role", statement, (person, role), passage.attributed_at(index))


def _organisation(passage: Passage, head: int, end: int) -> list[Part]:
    for at in range(head + 1, end):
        mention = passage.tokens[at].mention
        if mention is not None and mention.type == "organisation":
            return [passage.token_part("organisation", at, at + 1)]
    return []


def _person(passage: Passage, index: int, bare: bool = False) -> tuple[str, Part]:
    """How the statement names the person, and the part of it."""
    token = passage.tokens[index]
    mention = token.mention
    value = mention.value if isinstance(mention, NameMention) else token.text
    part = passage.token_part("person", index, index + 1, value)
    start = _name_start(passage.tokens, index)
    if not bare and start < index and token.text == value:
        return passage.between(start, index + 1), part
    return value, part


def _is(passage: Passage, index: int) -> str:
    """ "is" or "was", as the clause around speaks of now or then."""
    offset = passage.tokens[index].start
    clause = passage.clause_at(offset) or passage.main
    says = clause is not None and clause.lemma in _SAYS
    return "was" if passage.past_at(offset) and not says else "is"


_SAYS = word_set("say tell explain add state note write warn stress believe argue claim report")


def _spelled(passage: Passage, start: int, end: int) -> str:
    """The phrase as it stands, with an article if it needs one."""
    words = passage.between(start, end)
    first = passage.tokens[start]
    if first.tag in ("D", "S"):
        return _lower_first(words)
    return words if "of" in words.split() or words[0].isupper() else with_article(words)


def _as_inside(passage: Passage, role: str) -> str:
    """A role at the head of a sentence, its first word small unless it is a name nearby."""
    first = role.split()[0]
    if not first[1:].islower() or is_role_noun(first.lower()) or first.lower() in RANKS:
        return _lower_first(role)
    around = passage.text[max(0, passage.start - 2000) : passage.end + 2000]
    named = re.search(rf"[a-z,] {re.escape(first)}\b", around)
    return role if named else _lower_first(role)


def with_article(words: str) -> str:
    return ("an " if words[0].lower() in "aeiou" else "a ") + words


def _lower_first(words: str) -> str:
    return words[0].lower() + words[1:] if words[1:2].islower() or words[1:2] == " " else words
