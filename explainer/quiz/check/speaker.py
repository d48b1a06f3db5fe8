"""Does a text name whoever speaks in the evidence, or somebody else?"""

from __future__ import annotations

import re

from explainer.extract.words import word_forms
from explainer.facts import Attribution
from explainer.language.speech_words import CUES
from explainer.quiz.check import words
from explainer.quiz.check.ground import Ground
from explainer.quiz.check.kin import alike, related
from explainer.quiz.check.lexicon import STOP
from explainer.quiz.check.tokens import Token, form
from explainer.quiz.check.words import Said
from explainer.word_set import word_set

_GIVEN_TO = re.compile(
    r"\baccording to ([^,?]+)|"
    r"\bin (?:the (?:view|opinion|eyes|words|version|account) of )([^,?]+)|"
    r"\b(?:in|by) ([^,?]+?)['’]s? (?:view|opinion|eyes|words|version|account|story)\b",
    re.I,
)
_SAYS_SO = re.compile(r"\b(?:do|does|did) ([^,?]+?) ([a-z]+)\b")


def names_speaker(said: Said, who: Attribution, ground: Ground) -> bool:
    """By name, by a word for what they are ("the inspector"), by their country, or by a pronoun."""
    if named := _GIVEN_TO.search(said.text):
        said = words.read(next(filter(None, named.groups())))
    speaker = words.read(who.speaker or "")
    if (who.speaker or "").casefold() in PRONOUNS:
        return _is_meant(said, ground)
    parts = [t for t in speaker.tokens if t.capital] if who.kind == "named" else []
    if not parts:
        heads = [t.text for t in speaker.tokens if t.text.casefold() not in STOP]
        mine = [t for t in said.tokens if t.form not in _SAYS_LITTLE]
        return any(_same(head, t) for head in heads for t in mine)
    if any(words.same_name(t.text, parts[-1].text) for t in said.tokens):
        return True
    return _by_role(said, speaker, parts[-1].text, who, ground)


def _same(head: str, token: Token) -> bool:
    if head[:1].isupper() and token.capital:
        return words.same_name(head, token.text)
    return alike(head, token.text) or related(head, token.text)


def _by_role(said: Said, speaker: Said, last: str, who: Attribution, ground: Ground) -> bool:
    roles = _roles(who.speaker or "", last, ground)
    told = frozenset(f for role in roles for f in role)
    if any(related(t.text, f) for t in said.tokens for f in told
           if len(f) > 3 and t.form not in _SAYS_LITTLE):  # fmt: skip
        return True
    if any(words.same_name(t.text, f) for t in said.tokens if t.capital for f in told):
        return True
    common = {t.form for t in speaker.tokens if t.capital and not words.lemmas(t.text.casefold())}
    mine = ({t.form for t in speaker.tokens} | told) - common - _SAYS_LITTLE
    forms = {t.form for t in said.tokens if t.text.casefold() not in STOP}
    return any(t.text.casefold() in PRONOUNS for t in said.tokens) or bool(forms & mine)


def _roles(name: str, last: str, ground: Ground) -> list[frozenset[str]]:
    known = ground.index.roles
    found = list(known.get(ground.index.person(name), ()))
    found += [r for other, told in known.items() if other in name for r in told]
    return [*found, _beside_the_name(last, ground)]


def _is_meant(said: Said, ground: Ground) -> bool:
    """Whether a text names anyone of the source, or has a noun for whom "it" or "they" may mean."""
    near = ground.around.forms
    return any(
        t.text.casefold() in PRONOUNS
        or t.text.casefold() in _BODIES
        or (t.capital and t.text in ground.source.text)
        or (t.form in near and "N" in word_forms(t.text.casefold()).classes)
        for t in words.content(said)
    )


def given_to(stem: str) -> str:
    """Whom a stem gives the words to: "the mayor" in "according to the mayor"."""
    asked = _GIVEN_TO.search(stem)
    if asked:
        return str(next(filter(None, asked.groups())))
    says = _SAYS_SO.search(stem)
    return says[1] if says and says[2] in CUES else ""


def is_another(stem: str, who: Attribution, ground: Ground) -> bool:
    """Whether a stem gives the words to another speaker of the source by just what the source calls
    that one, and by no word for `who`."""
    heads = {t.form for t in words.content(words.read(given_to(stem)))} - _SAYS_LITTLE
    mine = {t.form for t in words.read(who.speaker or "").tokens}
    last = (who.speaker or "").split()[-1:]
    mine |= {f for role in _roles(who.speaker or "", last[0] if last else "", ground) for f in role}
    if not heads or heads & mine or (who.speaker or "").casefold() in PRONOUNS:
        return False
    others = {s.attribution.speaker for s in ground.index.sentences}
    others -= {who.speaker, None, *(s.attribution.speaker for s in ground.sentences)}
    return any(heads <= {t.form for t in words.read(other or "").tokens} for other in others)


def gives_to_another(stem: str, who: Attribution, ground: Ground) -> bool:
    """Whether a stem says that somebody else than `who` speaks: someone whom the source knows by
    that name, or by that word for what they are."""
    phrase = given_to(stem)
    if not phrase or (who.speaker or "").casefold() in PRONOUNS:
        return False
    said = words.read(phrase)
    named = [t.text for t in said.tokens if t.capital and t.form not in _SAYS_LITTLE]
    known = {part for full in ground.index.full_names for part in full.split()}
    known |= {part for m in ground.index.reading.mentions if m.type == "place"
              for part in m.text.split()}  # fmt: skip
    if any(words.same_name(name, part) for name in named for part in known):
        return True
    heads = {t.form for t in said.tokens if not t.capital} - _SAYS_LITTLE
    return any(
        heads & role and ground.index.person(name) != ground.index.person(who.speaker or "")
        for name, roles in ground.index.roles.items()
        for role in roles
    )


def _beside_the_name(name: str, ground: Ground) -> frozenset[str]:
    """Forms of the words right before a name, and of those set off after it: "Isla Craig, the owner
    of the only shop,"."""
    text = ground.evidence.text
    after = re.search(rf"{re.escape(name)}, ([^,.;:()]{{3,80}}),", text)
    before = re.search(rf"((?:[^\W\d_]+(?:['’]s)?,? ){{1,4}}){re.escape(name)}", text)
    beside = " ".join(m[1] for m in (before, after) if m)
    return frozenset(t.form for t in words.read(beside).tokens)


PRONOUNS = word_set("he she his her they their him it them")
_BODIES = word_set(
    "club company firm side team union party ministry government group organisation organization "
    "losers winners loser winner country army police court council board committee agency"
)
_SAYS_LITTLE = frozenset(form(w) for w in (*STOP, "said", "says", "new", "first"))
