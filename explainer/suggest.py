"""A draft made richer by a model: every proposal through the same gate and checks as our own."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from explainer.draft import Draft, Suggested, reading_of
from explainer.extract.gate import prove
from explainer.extract.model import TASK, Asks, QuestionForm, Suggestions, proposal_of, quote_of
from explainer.facts import NARRATOR, Fact
from explainer.findings import Finding
from explainer.geography import place_id
from explainer.lesson_cards import Term
from explainer.llm import BudgetSpent, Cancelled
from explainer.llm_wire import ModelProblem
from explainer.quiz.check import accepted
from explainer.quiz.item import Item, Option
from explainer.review import put_item
from explainer.review_facts import findings_of_fact, put_fact
from explainer.source import Source
from explainer.verify import verify

CHUNK = 8_000
MOST_CALLS = 12
ANSWER_TOKENS = 4_000


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
    return 2 * sum(len(piece) // 2 + ANSWER_TOKENS + 1500 for piece in chunks(source))


def suggest(draft: Draft, client: Asks, tell: Callable[[str], None] = lambda _: None) -> Draft:
    """The draft with what holds of the model's proposals; `suggested` counts the rest.

    Where the model fails midway, what held so far is kept and `suggested.note` says why it
    stopped. Cancelled is passed on.
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
        except (BudgetSpent, ModelProblem) as problem:
            told = told.model_copy(update={"note": str(problem)})
            break
        draft, told = _admit(draft, answer, told)
    return draft.model_copy(update={"suggested": told})


def _material(draft: Draft, piece: str) -> str:
    stems = [f"{item.id}: {item.stem}" for item in draft.pack.items]
    paragraphs = [
        f"{step.id}/{n}: {passage.full}"
        for step in draft.pack.lesson.steps
        for n, passage in enumerate(step.passages)
        if passage.evidence
    ]
    listed = "\n".join(["Questions:", *stems, "Paragraphs:", *paragraphs])[:CHUNK]
    return f"<article>\n{piece}\n</article>\n<made>\n{listed}\n</made>"


def _admit(draft: Draft, answer: Suggestions, told: Suggested) -> tuple[Draft, Suggested]:
    proposed, refused = 0, list(told.refused)
    for change in _changes(answer):
        proposed += 1
        outcome = change(draft)
        if isinstance(outcome, Finding):
            refused.append(outcome)
        else:
            draft = outcome
    kept = told.kept + proposed - (len(refused) - len(told.refused))
    update = {"proposed": told.proposed + proposed, "kept": kept, "refused": tuple(refused)}
    return draft, told.model_copy(update=update)


Change = Callable[[Draft], Draft | Finding]


def _changes(answer: Suggestions) -> Iterator[Change]:
    for fact in answer.facts:
        yield lambda draft, f=fact: _fact(draft, f.statement, f.words)  # type: ignore[misc]
    for question in answer.questions:
        yield lambda draft, q=question: _question(draft, q)  # type: ignore[misc]
    for stem in answer.stems:
        yield lambda draft, s=stem: _stem(draft, s.id, s.stem)  # type: ignore[misc]
    for plain in answer.plain:
        yield lambda draft, p=plain: _plain(draft, p.id, p.text)  # type: ignore[misc]
    for term in answer.terms:
        yield lambda draft, t=term: _term(draft, t.term, t.explanation)  # type: ignore[misc]


def _fact(draft: Draft, statement: str, words: str) -> Draft | Finding:
    proposal = proposal_of(reading_of(draft.pack.source), statement, words)
    if isinstance(proposal, Finding):
        return proposal
    fact = prove(draft.pack.source, proposal)
    if isinstance(fact, Finding):
        return fact
    if any(f.statement.casefold() == fact.statement.casefold() for f in draft.pack.facts):
        return _refused("already-there", f"“{fact.statement}” is there already.")
    found = findings_of_fact(draft, fact)
    if not accepted(found):
        return _first(found)
    return put_fact(draft, fact).draft


def _question(draft: Draft, form: QuestionForm) -> Draft | Finding:
    quote = quote_of(draft.pack.source, form.words)
    if isinstance(quote, Finding):
        return quote
    texts = [form.right, *form.wrong]
    # The place of the key follows from the words, so that it is no pattern and never changes.
    order = sorted(texts, key=lambda text: hashlib.sha1((form.stem + text).encode()).digest())
    cited = f"The article says: “{' '.join(quote.quote.split())}”"
    options = tuple(
        Option(id="abcde"[n], text=text, rationale=cited if text == form.right else "")
        for n, text in enumerate(order)
    )
    made = proposal_of(reading_of(draft.pack.source), form.stem, form.words)
    item = Item(
        id="q-" + hashlib.sha1(f"{form.stem}|{form.right}".encode()).hexdigest()[:8],
        kind="single_choice", stem=form.stem.strip() or "?", options=options,
        key=("abcde"[order.index(form.right)],), evidence=(quote,),
        fact_ids=tuple(f.id for f in draft.pack.facts if _on(f, quote.start, quote.end))[:1],
        attribution=NARRATOR if isinstance(made, Finding) else made.attribution,
    )  # fmt: skip
    if any(each.id == item.id for each in draft.pack.items):
        return _refused("already-there", f"“{item.stem}” is there already.")
    edit = put_item(draft, item)
    return edit.draft if edit.done else _first(edit.findings)


def _on(fact: Fact, start: int, end: int) -> bool:
    return any(q.start < end and start < q.end for q in fact.quotes)


def _stem(draft: Draft, id: str, stem: str) -> Draft | Finding:
    item = draft.pack.item(id)
    if item is None or not stem.strip():
        return _refused("unknown-question", "It rewords a question that is not there.")
    edit = put_item(draft, item.model_copy(update={"stem": stem.strip()}))
    return edit.draft if edit.done else _first(edit.findings)


def _plain(draft: Draft, id: str, text: str) -> Draft | Finding:
    step_id, _, number = id.rpartition("/")
    step = draft.pack.lesson.step(step_id)
    if step is None or not number.isdecimal() or int(number[:4]) >= len(step.passages):
        return _refused("unknown-paragraph", "It rewords a paragraph that is not there.")
    verdict = verify(text, reading_of(draft.pack.source))
    if verdict.verdict != "supported":
        return _first(verdict.findings)
    passages = list(step.passages)
    passages[int(number)] = passages[int(number)].model_copy(update={"plain": text.strip()})
    changed = step.model_copy(update={"passages": tuple(passages)})
    steps = tuple(changed if each.id == step_id else each for each in draft.pack.lesson.steps)
    lesson = draft.pack.lesson.model_copy(update={"steps": steps})
    return draft.model_copy(update={"pack": draft.pack.model_copy(update={"lesson": lesson})})


def _term(draft: Draft, term: str, explanation: str) -> Draft | Finding:
    quote = quote_of(draft.pack.source, term)
    if isinstance(quote, Finding):
        return _refused("term-not-in-source", "It explains a word that the article does not use.")
    verdict = verify(explanation, reading_of(draft.pack.source))
    if verdict.verdict != "supported":
        return _first(verdict.findings)
    id = place_id(term, {each.id for each in draft.pack.terms})
    made = Term(
        id=id, term=term, definition=explanation, plain=explanation, evidence=verdict.evidence
    )
    terms = (*draft.pack.terms, made)
    return draft.model_copy(update={"pack": draft.pack.model_copy(update={"terms": terms})})


def _first(findings: tuple[Finding, ...]) -> Finding:
    return next(f for f in findings if f.severity == "error")


def _refused(code: str, message: str) -> Finding:
    return Finding(code=code, severity="error", message=message)
