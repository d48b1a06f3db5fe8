"""Where a report ends that another verb of the same sentence follows."""

from __future__ import annotations

from explainer.language.speech_bounds import Content
from explainer.language.speech_clause import Clause
from explainer.language.speech_tokens import RELATIVE
from explainer.language.speech_words import CONJUNCTIONS
from explainer.lexicon import entry


def before_main_verb(clause: Clause, at: int, content: Content, clausal: bool) -> int:
    """Of "a teacher who told them to stay at home has resigned": where "has" stands; `clausal`:
    the report has a verb of its own."""
    begin, end = content
    if clause.has_finite(0, at - 1) or clause.low(at - 2) == ",":
        return end
    own = clausal and clause.lows[begin] != "to"
    for index in range(begin + 1, end):
        before = clause.lows[index - 1]
        joined = before in CONJUNCTIONS or before in RELATIVE or clause.is_finite(index - 1)
        if not clause.is_finite(index) or joined:
            continue
        if not own:
            return index
        own = False
    return end


def before_next_ing(clause: Clause, begin: int, end: int) -> int:
    """Of "conceding that they had lost and raising doubts": where the second begins."""
    for index in range(begin + 1, end - 1):
        low = clause.lows[index + 1]
        if low.endswith("ing") and clause.lows[index] in ("and", "but"):
            return index if "VBG" in entry(low).verb_forms else end
        if clause.lows[index].endswith("ing"):
            return end
    return end


def aside_end(clause: Clause, at: int, begin: int) -> int:
    """Where ", which Ruiz said would take years," ends, if the verb stands in such a one."""
    for index in range(at - 1, 0, -1):
        if clause.lows[index] in RELATIVE and clause.texts[index - 1] == ",":
            comma = clause.next_comma(begin)
            return len(clause) if comma is None else comma
        if not clause.texts[index][0].isalnum():
            break
    return len(clause)
