"""A draft made richer by a model: every proposal through the same gate and checks as our own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from explainer.admit import changes
from explainer.draft import Draft, Suggested, Tally
from explainer.extract.model import TASK, Asks, Suggestions
from explainer.findings import Finding
from explainer.llm import Cancelled
from explainer.llm_wire import ModelProblem, Nonsense
from explainer.source import Source

CHUNK = 8_000
MOST_CALLS = 12
ANSWER_TOKENS = 4_000
_MARKS = re.compile(r"</?\s*(?:article|made)\s*>", re.IGNORECASE)


def chunks(source: Source) -> list[str]:
    """The article's prose in pieces of about CHUNK characters, whole paragraphs each."""
    pieces: list[str] = []
    for block in source.prose:
        text = source.text[block.start : block.end][:CHUNK]
        if pieces and len(pieces[-1]) + len(text) < CHUNK:
            pieces[-1] += "\n\n" + text
        else:
            pieces.append(text)
    return pieces[:MOST_CALLS]


def calls_for(source: Source) -> int:
    """The calls allowed: one for each piece, and room for what must be asked again."""
    return 2 * len(chunks(source)) + 3


def tokens_for(source: Source) -> int:
    """The tokens allowed, twice what one round is likely to cost."""
    return 2 * sum(len(piece) // 2 + ANSWER_TOKENS + 2500 for piece in chunks(source))


def suggest(draft: Draft, client: Asks, tell: Callable[[str], None] = lambda _: None) -> Draft:
    """The draft with what holds of all the model's proposals."""
    for richer in suggestions(draft, client, tell):
        draft = richer
    return draft


def suggestions(
    draft: Draft, client: Asks, tell: Callable[[str], None] = lambda _: None
) -> Iterator[Draft]:
    """After each part of the article the draft with what holds of the proposals so far;
    `suggested` counts them all. At least one draft comes.

    Where the model fails, what held so far is kept and `suggested.note` says why it stopped.
    Cancelled is passed on.
    """
    endpoint = getattr(client, "endpoint", None)
    told = Suggested(model=str(getattr(endpoint, "model", "the model"))[:120])
    pieces = chunks(draft.pack.source)
    for number, piece in enumerate(pieces, 1):
        tell(f"Asking about part {number} of {len(pieces)}")
        try:
            answer = client.ask(TASK, _material(draft, piece), Suggestions, ANSWER_TOKENS)
        except Cancelled:
            raise
        except Nonsense as problem:  # The next part may fare better.
            told = told.model_copy(update={"note": str(problem)})
        except ModelProblem as problem:
            told = told.model_copy(update={"note": str(problem)})
            break
        else:
            draft, told = _admit(draft, answer, told)
            yield draft.model_copy(update={"suggested": told})
    yield draft.model_copy(update={"suggested": told})


def _material(draft: Draft, piece: str) -> str:
    """The piece as data between marks that it cannot close, and what was made of it."""
    stems = [
        f"{item.id}: {item.stem} ({'; '.join(option.text for option in item.options)})"
        for item in draft.pack.items
    ]
    paragraphs = [
        f"{step.id}/{n}: {passage.full}"
        for step in draft.pack.lesson.steps
        for n, passage in enumerate(step.passages)
        if passage.evidence
    ]
    listed = "\n".join(["Questions:", *stems, "Paragraphs:", *paragraphs])[:CHUNK]
    inside = [_MARKS.sub(" ", text) for text in (piece, listed)]
    return f"<article>\n{inside[0]}\n</article>\n<made>\n{inside[1]}\n</made>"


def _admit(draft: Draft, answer: Suggestions, told: Suggested) -> tuple[Draft, Suggested]:
    refused = list(told.refused)
    tallies = {tally.what: tally for tally in told.tallies}
    for what, change in changes(answer):
        outcome = change(draft)
        kept = not isinstance(outcome, Finding)
        if isinstance(outcome, Finding):
            refused.append(outcome)
        else:
            draft = outcome
        tally = tallies.get(what, Tally(what=what))
        tallies[what] = Tally(what=what, proposed=tally.proposed + 1, kept=tally.kept + kept)
    counted = tuple(tallies.values())
    update = {
        "proposed": sum(t.proposed for t in counted), "kept": sum(t.kept for t in counted),
        "tallies": counted, "refused": tuple(refused),
    }  # fmt: skip
    return draft, told.model_copy(update=update)
