"""What tests of the screens share: a lesson with one question of every kind, and a database."""

from __future__ import annotations

import pytest
from hypothesis import settings

from explainer import pack as packs
from explainer.facts import Quote
from explainer.quiz.item import Item, Option

# How long an example takes says more of the machine than of the law it tests.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

SECRET = "Because the sentence says so"


def _quote(text: str, words: str) -> Quote:
    start = text.index(words)
    return Quote(start=start, end=start + len(words), quote=words)


def _options(*texts: str) -> tuple[Option, ...]:
    return tuple(
        Option(id=f"o{n}", text=text, rationale=f"{SECRET} ({n}).") for n, text in enumerate(texts)
    )


def every_kind(text: str) -> tuple[Item, ...]:
    """Hand-made items about the seed article; o0 is never the only thing to press."""
    nine = (_quote(text, "the Soviet army conducted nine operations"),)
    salang = (_quote(text, "the Salang Tunnel that connects Kabul with Mazar-i-Sharif"),)
    juma = (_quote(text, "Will his son also find the allies is a big question"),)
    protest = (_quote(text, "shot at protesters in Jalalabad and killed three people"),)
    return (
        Item(
            id="i-ops", kind="single_choice", key=("o1",), evidence=nine,
            stem="How many operations did the Soviet army conduct during the 1980s?",
            options=_options("five", "nine", "fourteen"),
        ),
        Item(
            id="i-number", kind="number_entry", key=("3",), evidence=protest, unit="people",
            stem="How many protesters were killed in Jalalabad?",
        ),
        Item(
            id="i-true", kind="true_false", key=("o0",), evidence=salang,
            stem="The Salang Tunnel connects Kabul with Mazar-i-Sharif.",
            options=_options("True", "False"),
        ),
        Item(
            id="i-order", kind="order", key=("o1", "o2", "o0"), evidence=nine,
            stem="Put these in the order in which they happened.",
            options=_options("The protest in Kabul", "Nine operations", "The Northern Alliance"),
        ),
        Item(
            id="i-match", kind="match", key=("o1", "o0"), evidence=juma,
            stem="Who is who?", targets=("Abbas Juma", "Igor Rodionov"),
            options=_options("commander of the 40th Army", "an expert on the Middle East"),
        ),
        Item(
            id="i-who", kind="who_said", key=("o2",), evidence=juma,
            stem="Who called it “a *big* question” [whether](http://example.org) he finds allies?",
            options=_options("Igor Shatrov", "Ahmad Masood", "Abbas Juma"),
        ),
        Item(
            id="i-several", kind="multiple_answer", key=("o0", "o2"), evidence=salang,
            stem="Which cities does the Salang Tunnel connect?",
            options=_options("Kabul", "Jalalabad", "Mazar-i-Sharif"),
        ),
        Item(
            id="i-ops-2", kind="single_choice", key=("o0",), evidence=nine, variant_of="i-ops",
            stem="Nine operations in one decade: who conducted them?",
            options=_options("the Soviet army", "the Northern Alliance", "the Taliban"),
        ),
    )  # fmt: skip


@pytest.fixture(scope="session")
def lesson_pack():
    """The built-in lesson with hand-made items in place of those drawn from the article, so that
    tests of the screens do not move with the question writer."""
    from pages.parts.data import LESSON

    built = packs.load(LESSON)
    return built.with_items(every_kind(built.source.text))


@pytest.fixture(scope="session")
def lesson_file(lesson_pack, tmp_path_factory):
    path = tmp_path_factory.mktemp("lesson") / "lesson.json"
    packs.write(lesson_pack, path)
    return path
