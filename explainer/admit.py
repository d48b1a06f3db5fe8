"""What a model proposes, one proposal at a time: into the draft, or the reason why not."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from explainer.discussion import prompt_of
from explainer.draft import Draft, reading_of
from explainer.extract.gate import prove
from explainer.extract.model import (
    DiscussionForm,
    FactForm,
    PlainForm,
    QuestionForm,
    StemForm,
    Suggestions,
    TermForm,
    proposal_of,
    quote_of,
)
from explainer.facts import NARRATOR, Fact
from explainer.findings import Finding, error
from explainer.lesson import Passage
from explainer.quiz.check import accepted
from explainer.quiz.item import Item, Option
from explainer.review import put_item
from explainer.review_facts import findings_of_fact, put_fact
from explainer.verify import verify
from explainer.wording import Wording, wording

MOST_PROMPTS = 6
Change = Callable[[Draft], Draft | Finding]


def changes(answer: Suggestions) -> Iterator[tuple[str, Change]]:
    """Each proposal with what it is called; facts first, since the rest may rest on them."""
    for fact in answer.facts:
        yield "facts", lambda draft, f=fact: _fact(draft, f)  # type: ignore[misc]
    for question in answer.questions:
        yield "questions", lambda draft, q=question: _question(draft, q)  # type: ignore[misc]
    for stem in answer.stems:
        yield "wordings of questions", lambda draft, s=stem: _stem(draft, s)  # type: ignore[misc]
    for each in answer.distractors:
        for text in each.wrong:
            yield "wrong answers", lambda draft, i=each.id, t=text: _wrong(draft, i, t)  # type: ignore[misc]
    for plain in answer.plain:
        yield "plain wordings", lambda draft, p=plain: _plain(draft, p)  # type: ignore[misc]
    for term in answer.terms:
        yield "words to know", lambda draft, t=term: _term(draft, t)  # type: ignore[misc]
    for talk in answer.discussion:
        yield "questions to discuss", lambda draft, t=talk: _prompt(draft, t)  # type: ignore[misc]


def _fact(draft: Draft, form: FactForm) -> Draft | Finding:
    proposal = proposal_of(reading_of(draft.pack.source), form.statement, form.words)
    if isinstance(proposal, Finding):
        return proposal
    fact = prove(draft.pack.source, proposal)
    if isinstance(fact, Finding):
        return fact
    if any(f.statement.casefold() == fact.statement.casefold() for f in draft.pack.facts):
        return error("already-there", f"“{fact.statement}” is there already.")
    found = findings_of_fact(draft, fact)
    return put_fact(draft, fact).draft if accepted(found) else _first(found)


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
        return error("already-there", f"“{item.stem}” is there already.")
    return _put(draft, item)


def _on(told: Fact | Passage, start: int, end: int) -> bool:
    """Whether it rests on some of the words from `start` to `end`."""
    quotes = told.quotes if isinstance(told, Fact) else told.evidence
    return any(q.start < end and start < q.end for q in quotes)


def _put(draft: Draft, item: Item) -> Draft | Finding:
    edit = put_item(draft, item)
    return edit.draft if edit.done else _first(edit.findings)


def _stem(draft: Draft, form: StemForm) -> Draft | Finding:
    item = draft.pack.item(form.id)
    if item is None or not form.stem.strip():
        return error("unknown-question", "It rewords a question that is not there.")
    return _put(draft, item.model_copy(update={"stem": form.stem.strip()}))


def _wrong(draft: Draft, id: str, text: str) -> Draft | Finding:
    """The text in place of a wrong answer: of the first with which the checks accept the item.
    What a model put there before is not replaced again."""
    item, text = draft.pack.item(id), " ".join(text.split())
    if item is None or item.kind != "single_choice" or not text:
        return error("unknown-question", "It gives a wrong answer to no question that has any.")
    if any(option.text.casefold() == text.casefold() for option in item.options):
        return error("already-there", f"“{text}” is there already.")
    why: Draft | Finding = error("no-room", f"“{text}” would replace what was just proposed.")
    for old in item.options:
        if old.id in item.key or old.rationale == FROM_MODEL:
            continue
        new = old.model_copy(update={"text": text, "rationale": FROM_MODEL})
        options = tuple(new if option is old else option for option in item.options)
        why = _put(draft, item.model_copy(update={"options": options}))
        if isinstance(why, Draft):
            return why
    return why


FROM_MODEL = "The article does not say so."


def _plain(draft: Draft, form: PlainForm) -> Draft | Finding:
    step_id, _, number = form.id.rpartition("/")
    step = draft.pack.lesson.step(step_id)
    if step is None or not number.isdecimal() or int(number[:4]) >= len(step.passages):
        return error("unknown-paragraph", "It rewords a paragraph that is not there.")
    at = int(number[:4])
    if form.text.strip() == step.passages[at].full:
        return error("already-there", "It gives the paragraph as it stands.")
    verdict = verify(form.text, reading_of(draft.pack.source), strict=True)
    if verdict.verdict != "supported":
        return _first(verdict.findings)
    passage = step.passages[at]
    if not any(_on(passage, quote.start, quote.end) for quote in verdict.evidence):
        return error("another-paragraph", "It says something else than the paragraph it rewords.")
    return _worded(draft, wording("plain", passage.full, form.text.strip(), passage.evidence))


def _term(draft: Draft, form: TermForm) -> Draft | Finding:
    quote = quote_of(draft.pack.source, form.term)
    if isinstance(quote, Finding):
        return error("term-not-in-source", "It explains a word that the article does not use.")
    if any(each.term.casefold() == form.term.casefold() for each in draft.pack.terms):
        return error("already-there", f"“{form.term}” is explained already.")
    verdict = verify(form.explanation, reading_of(draft.pack.source), strict=True)
    if verdict.verdict != "supported":
        return _first(verdict.findings)
    return _worded(draft, wording("term", form.term, form.explanation, verdict.evidence))


def _prompt(draft: Draft, form: DiscussionForm) -> Draft | Finding:
    quote = quote_of(draft.pack.source, form.words)
    if isinstance(quote, Finding):
        return quote
    step = next((s for s in draft.pack.lesson.steps if s.kind == "discuss"), None)
    if step is None:
        return error("no-step", "This lesson has no step in which a class discusses.")
    made = prompt_of(form.question, quote, reading_of(draft.pack.source))
    if isinstance(made, Finding):
        return made
    there = [*step.teacher.discussion, *(w.text for w in draft.wordings if w.kind == "prompt")]
    if made in there or len(there) >= MOST_PROMPTS:
        return error("already-there", "There are questions to discuss enough, or this is one.")
    return _worded(draft, wording("prompt", "", made, (quote,)))


def _worded(draft: Draft, made: Wording) -> Draft | Finding:
    """The wording beside the others, for the teacher to approve."""
    about = made.about.casefold()
    if about and any(w.kind == made.kind and w.about.casefold() == about for w in draft.wordings):
        return error("already-there", f"“{made.about[:80]}” is worded already.")
    return draft.model_copy(update={"wordings": (*draft.wordings, made)})


def _first(findings: tuple[Finding, ...]) -> Finding:
    return next(f for f in findings if f.severity == "error")
