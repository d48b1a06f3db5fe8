"""All relations the rules know, in the order they are tried on a sentence, and what a sentence
must hold to be worth trying one on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from explainer.extract.passage import Passage
from explainer.extract.proposal import Proposal
from explainer.extract.relations_cause import CAUSE_WORDS, causes
from explainer.extract.relations_count import casualties, counts
from explainer.extract.relations_demand import demands
from explainer.extract.relations_office import heads
from explainer.extract.relations_place import places
from explainer.extract.relations_published import PUBLISHING_WORDS, publications
from explainer.extract.relations_role import roles
from explainer.extract.relations_said import reports
from explainer.mention import MentionType


class Relation(NamedTuple):
    """`find` proposes nothing of a passage without a mention of the type `mention`, nor of one
    without any of `words`."""

    find: Callable[[Passage], Iterator[Proposal]]
    mention: MentionType | None = None
    words: frozenset[str] | None = None

    def may_hold(self, passage: Passage) -> bool:
        if self.mention is not None:
            return self.mention in passage.kinds
        return self.words is None or not self.words.isdisjoint(passage.lows)


_ROLES = Relation(roles, mention="person")
_PLACES = Relation(places, mention="place")
_PUBLICATIONS = Relation(publications, words=PUBLISHING_WORDS)
_CASUALTIES = Relation(casualties)
_CAUSES = Relation(causes, words=CAUSE_WORDS)
_COUNTS = Relation(counts)

# A frame ("…", the expert Ana Kos said in an interview) tells only who speaks and where.
OF_A_FRAME = (_ROLES, _PUBLICATIONS)
OF_A_SENTENCE = (
    _ROLES, Relation(heads, mention="person"), _PLACES, _PUBLICATIONS, _CASUALTIES,
    Relation(demands), Relation(reports, mention="reported"), _CAUSES, _COUNTS,
)  # fmt: skip
OF_QUOTED = (_ROLES, _PLACES, _CASUALTIES, _CAUSES, _COUNTS)
