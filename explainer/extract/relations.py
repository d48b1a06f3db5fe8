"""All relations the rules know, in the order they are tried on a sentence, and what a sentence
must hold to be worth trying one on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from explainer.extract.passage import Passage
from explainer.extract.proposal import Proposal
from explainer.extract.relations_cause import CAUSE_WORDS, causes
from explainer.extract.relations_count import HARMS, casualties, counts
from explainer.extract.relations_demand import ASKS, demands
from explainer.extract.relations_office import heads
from explainer.extract.relations_place import places
from explainer.extract.relations_published import PUBLISHING_WORDS, publications
from explainer.extract.relations_role import roles
from explainer.extract.relations_said import reports
from explainer.word_set import word_set


class Relation(NamedTuple):
    """`find` proposes nothing of a passage that holds none of `needs`: words in small letters,
    base forms of its verbs, or types of mention."""

    find: Callable[[Passage], Iterator[Proposal]]
    needs: frozenset[str]


def of(relations: tuple[Relation, ...], passage: Passage) -> Iterator[Proposal]:
    """What `relations` see in the passage, one after the other."""
    holds = passage.holds & _NEEDED  # of most sentences next to nothing
    for find, needs in relations:
        if not needs.isdisjoint(holds):
            yield from find(passage)


_ROLES = Relation(roles, word_set("person"))
_PLACES = Relation(places, word_set("place"))
_PUBLICATIONS = Relation(publications, PUBLISHING_WORDS)
_CASUALTIES = Relation(casualties, HARMS)
_CAUSES = Relation(causes, CAUSE_WORDS)
_COUNTS = Relation(counts, word_set("quantity"))

# A frame ("…", the expert Ana Kos said in an interview) tells only who speaks and where.
OF_A_FRAME = (_ROLES, _PUBLICATIONS)
OF_A_SENTENCE = (
    _ROLES, Relation(heads, word_set("person")), _PLACES, _PUBLICATIONS, _CASUALTIES,
    Relation(demands, ASKS), Relation(reports, word_set("reported")), _CAUSES, _COUNTS,
)  # fmt: skip
OF_QUOTED = (_ROLES, _PLACES, _CASUALTIES, _CAUSES, _COUNTS)
_NEEDED = frozenset().union(*(relation.needs for relation in OF_A_SENTENCE))
