"""The forms in which a teacher edits a question, and writes one."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from explainer.draft import Draft
from explainer.facts import Fact, Quote
from explainer.quiz.item import Item, Option
from explainer.review import fact_for, put_item
from pages.parts.bench import keep, objected, settle, turn
from pages.parts.words import plain

# Kinds to which an answer can be added, and from which one can be taken.
FREE = ("single_choice", "multiple_answer", "gap", "who_said")
NEW = {"single_choice": "Choice", "true_false": "True or false", "number_entry": "A number"}


def show_edit(id: str, draft: Draft, item: Item) -> None:
    """The item's words, answers and key; the checks run when it is sent."""
    key = f"{item.id}-{turn()}"
    with st.form(f"form-{key}", border=False):
        stem = st.text_area("Question", item.stem, key=f"stem-{key}", max_chars=400)
        options = _options(item, key)
        right = _key(item, key)
        changes: dict[str, object] = {"stem": stem.strip(), "options": options, "key": right}
        if item.kind == "match":
            changes["targets"] = tuple(
                st.text_input(f"Partner {n + 1}", target, key=f"target{n}-{key}", max_chars=300)
                for n, target in enumerate(item.targets)
            )
        if item.kind == "true_false":
            said = st.text_input("What is true instead", item.correction or "", key=f"put-{key}")
            changes["correction"] = said.strip() or None
        sent = st.form_submit_button("Check and keep", type="primary")
    changed = item.model_copy(update=changes)
    if sent and (wrong := _unfinished(changed)):
        st.error(wrong)
    elif sent:
        settle(id, put_item(draft, changed), item.id, "Question changed")
    if objected(item.id):
        keep(id, put_item(draft, changed, own=True).draft, "Question kept as your own")


def _options(item: Item, key: str) -> tuple[Option, ...]:
    """Each answer with the reason that students read; an emptied one is taken out."""
    if item.kind == "true_false":
        return item.options
    made = []
    for option in item.options:
        left, right = st.columns([2, 3])
        said = left.text_input(
            f"Answer {option.id}", option.text, key=f"{option.id}-{key}", max_chars=300
        )
        reason = right.text_input(
            f"Why {option.id} is right or wrong", option.rationale, key=f"why-{option.id}-{key}",
            max_chars=400,
        )  # fmt: skip
        if said.strip() or item.kind not in FREE:
            why = reason.strip() or _cited(item.evidence)
            made.append(Option(id=option.id, text=said.strip(), rationale=why))
    if item.kind in FREE:
        more = st.text_input("One more answer", key=f"more-{key}", max_chars=300).strip()
        if more:
            free = next(c for c in "abcdefghijklmnop" if c not in {o.id for o in item.options})
            made.append(Option(id=free, text=more, rationale=_cited(item.evidence)))
    return tuple(made)


def _key(item: Item, key: str) -> tuple[str, ...]:
    names = {option.id: f"{option.id}: {option.text}" for option in item.options}

    def named(option_id: str) -> str:
        return plain(names[option_id])

    if item.kind == "number_entry":
        return (st.text_input("The number", item.key[0], key=f"number-{key}").strip(),)
    if item.kind in ("order", "match"):
        match = item.kind == "match"
        labels = [f"Goes with {target}" for target in item.targets] if match else []
        labels = labels or [f"Place {n + 1}" for n in range(len(names))]
        return tuple(
            str(
                st.selectbox(
                    plain(label), list(names), list(names).index(item.key[n]),
                    format_func=named, key=f"key{n}-{key}",
                )
            )
            for n, label in enumerate(labels)
        )  # fmt: skip
    if item.kind == "multiple_answer":
        return tuple(
            st.multiselect(
                "Right", list(names), list(item.key), format_func=named, key=f"key-{key}"
            )
        )
    at = list(names).index(item.key[0])
    return (str(st.selectbox("Right", list(names), at, format_func=named, key=f"key-{key}")),)


def _unfinished(item: Item) -> str | None:
    """What is missing before the checks can say anything, in a sentence."""
    ids = {option.id for option in item.options}
    if not item.stem:
        return "Write the question first."
    if not item.key or not all(item.key):
        return "Say which answer is right."
    if item.kind != "number_entry" and not ids.issuperset(item.key):
        return "The right answer was taken out: choose another first."
    if item.kind == "order" and len(set(item.key)) != len(item.key):
        return "Each answer has one place: no two can stand at the same."
    if not all(item.targets):
        return "A partner has no words."
    return None


@dataclass(frozen=True, slots=True)
class _Written:
    kind: str
    stem: str
    right: str
    wrong: tuple[str, ...]

    @property
    def missing(self) -> bool:
        needs = self.kind == "single_choice"
        return not self.stem or not self.right or (needs and not self.wrong)


def show_add(id: str, draft: Draft) -> None:
    """A question that the teacher writes, on a fact of the lesson."""
    if not st.toggle("Add a question", key=f"add-item-{turn()}"):
        return
    facts = {fact.id: fact.statement for fact in draft.pack.facts}
    kind = st.segmented_control(
        "Kind", list(NEW), format_func=NEW.get, default="single_choice", required=True,
        key=f"new-kind-{turn()}",
    )  # fmt: skip
    with st.form(f"new-{turn()}"):
        fact_id = st.selectbox(
            "The fact it asks about", [None, *facts],
            format_func=lambda id: plain(facts[id]) if id else "The one that fits best",
        )  # fmt: skip
        written = _write(str(kind))
        sent = st.form_submit_button("Check and add", type="primary")
    asked = f"{written.stem} {written.right}"
    fact = draft.pack.fact(fact_id) if fact_id else fact_for(draft, asked)
    if written.missing or fact is None:
        if sent and not written.missing:
            st.error("No fact of the lesson says anything of this: choose one, or add it first.")
        elif sent:
            st.error("Give a question and its right answer; a choice needs a wrong one too.")
        return
    item = _made(written, fact)
    if sent:
        settle(id, put_item(draft, item), "new-item", "Question added")
    if objected("new-item"):
        keep(id, put_item(draft, item, own=True).draft, "Question added as your own")


def _write(kind: str) -> _Written:
    label = "Statement" if kind == "true_false" else "Question"
    stem = st.text_area(label, key=f"new-stem-{turn()}", max_chars=400)
    wrong: tuple[str, ...] = ()
    if kind == "true_false":
        right = str(st.radio("It is", ["true", "false"], key=f"new-true-{turn()}", horizontal=True))
    else:
        right = st.text_input("Right answer", key=f"new-right-{turn()}", max_chars=300)
    if kind == "single_choice":
        lines = st.text_area("Wrong answers, one a line", key=f"new-wrong-{turn()}").splitlines()
        wrong = tuple(line.strip() for line in lines if line.strip())[:4]
    return _Written(kind, stem.strip(), right.strip(), wrong)


def _made(written: _Written, fact: Fact) -> Item:
    """The item, its answers in an order that says nothing of the key."""
    item = _asked(written)
    options = tuple(
        option.model_copy(update={"rationale": _cited(fact.quotes)}) for option in item.options
    )
    rests = {"fact_ids": (fact.id,), "evidence": fact.quotes, "attribution": fact.attribution}
    return item.model_copy(update={**rests, "options": options})


def _cited(quotes: Sequence[Quote]) -> str:
    """What students read to an answer for which the teacher gives no reason."""
    return f"The article says: “{quotes[0].quote}”" if quotes else ""


def _asked(written: _Written) -> Item:
    id = "q-" + hashlib.sha1(f"{written.stem}|{written.right}".encode()).hexdigest()[:8]
    if written.kind == "number_entry":
        return Item(id=id, kind="number_entry", stem=written.stem, key=(written.right,))
    if written.kind == "true_false":
        options = (Option(id="a", text="True"), Option(id="b", text="False"))
        key = ("a" if written.right == "true" else "b",)
        return Item(id=id, kind="true_false", stem=written.stem, options=options, key=key)
    texts = (written.right, *written.wrong)
    drawn = sorted(texts, key=lambda text: hashlib.sha1((written.stem + text).encode()).digest())
    return Item(
        id=id, kind="single_choice", stem=written.stem,
        options=tuple(Option(id="abcde"[n], text=text) for n, text in enumerate(drawn)),
        key=("abcde"[drawn.index(written.right)],),
    )  # fmt: skip
