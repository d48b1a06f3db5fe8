"""All relations the rules know, in the order they are tried on a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from explainer.extract.passage import Passage
from explainer.extract.proposal import Proposal
from explainer.extract.relations_cause import causes
from explainer.extract.relations_count import casualties, counts
from explainer.extract.relations_demand import demands
from explainer.extract.relations_place import places
from explainer.extract.relations_role import heads, roles
from explainer.extract.relations_said import publications, reports

Relation = Callable[[Passage], Iterator[Proposal]]

# A frame ("…", the expert Ana Kos said in an interview) tells only who speaks and where.
OF_A_FRAME: tuple[Relation, ...] = (roles, publications)
OF_A_SENTENCE: tuple[Relation, ...] = (
    roles, heads, places, publications, casualties, demands, reports, causes, counts,
)  # fmt: skip
OF_QUOTED: tuple[Relation, ...] = (roles, places, casualties, causes, counts)
