"""What is told of nobody: "The firm reportedly offered …", "Reportedly, the ship sank"."""

from __future__ import annotations

from explainer.language.speech_bounds import BE, Content, content_end, object_end
from explainer.language.speech_clause import Clause
from explainer.language.speech_nouns import Act
from explainer.language.speech_tokens import SOFT
from explainer.language.speech_words import AUXILIARIES, Cue

HEARSAY = frozenset({"reportedly", "purportedly", "supposedly"})
_HEARD = Cue("report", "claim", "", "adverb")


def of_hearsay(clause: Clause, at: int) -> Act | None:
    """The act whose cue is the adverb at token `at`: what it says is so by hearsay only."""
    first = at + 1
    opens = at == 0 and clause.low(first) == ","
    first += opens
    if first + 1 >= len(clause) or not clause.texts[first][0].isalnum():
        return None
    end = content_end(clause, first)
    if not opens:
        end = _end_of_predicate(clause, at, first, end)
    if end - first < 2:
        return None
    return Act(at, _HEARD, None, (Content(first, end),), passive=True)


def _end_of_predicate(clause: Clause, at: int, first: int, end: int) -> int:
    """An aside, ", reportedly a friend of the king, was", ends at its comma."""
    verb = clause.is_finite(first) or clause.low(at - 1) in AUXILIARIES | BE
    if verb or clause.low(at - 1) not in SOFT:
        return object_end(clause, first, end)
    return min(end, clause.next_comma(first) or end)
