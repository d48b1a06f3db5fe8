"""Rules on items that ask who speaks, and as what: who said it, fact or claim."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.facts import Attribution
from explainer.findings import Finding, error
from explainer.language.reading import Sentence
from explainer.mention import SpeechMention
from explainer.quiz.check import words
from explainer.quiz.check.ground import Ground, Rule
from explainer.quiz.check.kin import stands_for
from explainer.quiz.check.sameness import same_person
from explainer.quiz.check.speaker import names_speaker
from explainer.quiz.check.support import gaps
from explainer.quiz.check.words import QUOTED, Said, right, wrong


def who_said(ground: Ground) -> Iterator[Finding]:
    """The quoted words stand in the evidence, and the key, only the key, says them."""
    item = ground.item
    if item.kind != "who_said":
        return
    quoted = QUOTED.search(item.stem)
    if quoted:
        mine = words.spoken(quoted[1]).replace('"', "").strip(" .…,")
        if mine not in words.spoken(ground.evidence.text).replace('"', ""):
            yield error("quote-not-verbatim", "The quoted words are not those of the evidence.")
        outside = item.stem[: quoted.start()] + item.stem[quoted.end() :]
        if any(words.is_negation(t) for t in words.read(outside).tokens):
            yield error("bare-negative", "The question around the quotation denies.")
    elif lacks := [g for g in gaps(words.asked(item.stem), ground, "freely") if g.kind != "word"]:
        yield error("stem-value", f"The evidence has no '{lacks[0].text}'.")
    speakers = _speakers(ground)
    if not speakers:
        yield error("key-unproven", "The source names no speaker for these words.")
        return
    for option in right(ground.item):
        if not any(_is_speaker(option.text, s, ground) for s in speakers):
            yield error("key-unproven", f"These words are not said by {option.text}.")
    for option in wrong(ground.item):
        if any(_is_speaker(option.text, s, ground) for s in speakers):
            yield error("distractor-may-be-true", f"{option.text} says these words too.")


def _speakers(ground: Ground) -> list[str]:
    found = {a.speaker for a in ground.attributions if a.speaker}
    found |= {s.attribution.speaker for s in ground.sentences if s.attribution.speaker}
    if not found:
        found = {s.speaker for s in ground.speech if s.speaker}
    text = ground.evidence.text
    for name in ground.index.full_names:  # "Anna Bell of the bank Holm thinks", "in her view"
        if re.match(rf"\W*(?:\w+ ){{0,4}}{re.escape(name)}\b.{{0,60}}?\b(?:{_SAYS})\b", text):
            found.add(name)
    return sorted(found)


_JUDGES = (
    "calls|called|considers|considered|regards|regarded|describes|described|finds|criticises|"
    "criticised|praises|praised|dismisses|dismissed|condemns|condemned"
)
_SAYS = (
    "thinks|believes|says|said|thought|argues|argued|doubts|expects|fears|claims|warns|hopes|"
    f"{_JUDGES}"
)


def _is_speaker(text: str, speaker: str, ground: Ground) -> bool:
    if words.fold(text) == words.fold(speaker) or same_person(text, speaker, ground):
        return True
    bare = re.sub(r"^(?:a|an|the)\s+", "", text.strip(), flags=re.I)
    return words.fold(bare) == words.fold(re.sub(r"^(?:a|an|the)\s+", "", speaker, flags=re.I))


_STANCES = (
    ("statement", re.compile(r"^\W*(?:an? |the )?(?:\w+ )?(?:fact|statement)\b", re.I)),
    ("opinion", re.compile(r"\bopinion|view|judg", re.I)),
    ("estimate", re.compile(r"\bestimat", re.I)),
    ("claim", re.compile(r"\bclaim|report|say-so|says so", re.I)),
    ("statement", re.compile(r"\bfact|states?|statement|own (?:words|voice)", re.I)),
)


def _stance(text: str) -> str | None:
    return next((name for name, pattern in _STANCES if pattern.search(text)), None)


def _is_retold(said: Said, ground: Ground) -> bool:
    """Whether the evidence has the values and names of a retelling, and half of its words."""
    missing = gaps(said, ground, "freely")
    loose = [g for g in missing if g.kind == "word"]
    return len(missing) == len(loose) and len(loose) <= 0.5 * len(words.content(said))


def _who_says(said: Said, ground: Ground) -> list[Attribution]:
    """Who speaks in the sentence that has most of these words; the speaker of words that are
    quoted or reported there."""
    held = [(_told(said, s, ground), -s.start, s) for s in ground.sentences]
    best = max(held, key=lambda h: h[:2])[2] if held else None
    keys = {words.fold(t.text) for o in right(ground.item) for t in words.read(o.text).tokens}
    for share, _, sentence in held:  # of several that tell it, the one the key names
        last = (sentence.attribution.speaker or "").split()[-1:]
        if last and words.fold(last[0]) in keys and share >= max(h[0] for h in held) - 0.34:
            best = sentence
    if best is None:
        return list(ground.attributions)
    for speech in ground.speech:
        spoken = words.read(ground.source.text[speech.start : speech.end])
        beside = words.read(_without(best, speech, ground))
        most = _share(said, spoken) >= 0.6 or 0 < _share(said, spoken) > _share(said, beside)
        if best.start <= speech.start < best.end and most:
            told = best.attribution
            if told.kind == "narrator":
                told = Attribution(
                    kind="named" if speech.speaker else "unnamed",
                    speaker=speech.speaker or "someone",
                    stance="claim",
                )
            return [told]
    if best.attribution.kind == "narrator" and (judge := _who_judges(best, ground)):
        return [Attribution(kind="named", speaker=judge, stance="opinion")]
    facts = {f.attribution for f in ground.facts if best.start <= f.quotes[0].start < best.end}
    return [best.attribution] if len({a.stance for a in facts}) != 1 else list(facts)


def _who_judges(sentence: Sentence, ground: Ground) -> str | None:
    """Of "The violinist Oskar Lejins calls it humiliating": Oskar Lejins."""
    text = ground.index.said(sentence).text
    return next(
        (
            name
            for name in sorted(ground.index.full_names)
            if re.match(rf"\W*(?:\w+ ){{0,4}}{re.escape(name)} (?:has )?(?:{_JUDGES})\b", text)
        ),
        None,
    )


def _told(said: Said, sentence: Sentence, ground: Ground) -> float:
    """How much of a statement a sentence has, who speaks in it being no part of that; "I" and "my"
    are the speaker."""
    told = ground.index.said(sentence)
    speaker = sentence.attribution.speaker or ""
    share = _share(said, told)
    own = [t for t in said.substance if any(words.same_name(t.text, p) for p in speaker.split())]
    first = any(t.text.casefold() in ("i", "my", "me", "we", "our") for t in told.tokens)
    held = [t for t in own if t.form in told.forms]
    step = 1 / len(said.substance) if said.substance else 0
    return share + step * (len(own) - len(held) if first else -len(held))


def _without(sentence: Sentence, speech: SpeechMention, ground: Ground) -> str:
    text = ground.source.text
    return text[sentence.start : speech.start] + " " + text[speech.end : sentence.end]


def _share(said: Said, other: Said) -> float:
    claims = said.substance
    held = sum(t.atom in other.atoms if t.atom else stands_for(t.text, other) for t in claims)
    return held / len(claims) if claims else 0.0


def _names_another(option: str, who_says: list[Attribution], ground: Ground) -> bool:
    """Whether "a claim by …" names someone else than who says it."""
    by, whom = [*re.split(r"\b(by|of)\b", option, maxsplit=1), "", ""][1:3]
    known = [who for who in who_says if who.kind != "narrator" and who.speaker]
    said = words.read(whom)
    if not (by and known):
        return False
    keys = [
        words.read(re.split(r"\b(?:by|of)\b", o.text, maxsplit=1)[-1]) for o in right(ground.item)
    ]
    if relation := [who for who in known if _OF_SPEAKER.match(who.speaker or "")]:
        known = [w for w in known if w not in relation]
        if not known:
            return not (_may_be_meant(said, ground)
                        or any(names_speaker(said, who, ground) for who in relation))  # fmt: skip
    if any(_names_plainly(key, who) for key in keys for who in known):
        known = [w for w in known if w.kind == "named" or _names_plainly(said, w)]
    return not any(names_speaker(said, who, ground) for who in known)


_OF_SPEAKER = re.compile(r"(?:my|our|his|her|their) ", re.I)


def _may_be_meant(said: Said, ground: Ground) -> bool:
    """Whether "my predecessor" may be a person: one whom the source names, and not whoever speaks
    of them so."""
    turns = {ground.index.turns.get(s.start, "") for s in ground.sentences}
    own = {s.attribution.speaker or "" for s in ground.sentences} | turns
    people = {p for m in ground.index.reading.mentions if m.type == "person"
              for p in m.text.split()}  # fmt: skip
    named = [t for t in said.tokens if t.capital]
    speaks = any(words.same_name(t.text, p) for t in named for name in own for p in name.split())
    return any(words.same_name(t.text, p) for t in named for p in people) and not speaks


def _names_plainly(said: Said, who: Attribution) -> bool:
    """Whether it has the very word for a speaker that has no name: "the hospital"."""
    heads = words.content(words.read(who.speaker or ""))
    return who.kind != "named" and any(t.form in said.forms for t in heads)


def fact_or_claim(ground: Ground) -> Iterator[Finding]:
    item = ground.item
    if item.kind != "fact_or_claim":
        return
    quoted = QUOTED.search(item.stem)
    mine = words.spoken(quoted[1] if quoted else item.stem).replace('"', "").strip(" .…")
    verbatim = bool(quoted) and mine in words.spoken(ground.evidence.text).replace('"', "")
    if not verbatim and not _is_retold(words.read(quoted[1] if quoted else item.stem), ground):
        yield error("quote-not-verbatim", "The words asked about are not those of the evidence.")
    who_says = _who_says(words.read(mine), ground)
    if len(stances := {a.stance for a in who_says}) != 1:
        yield error("key-unproven", "The evidence is not of one kind.")
        return
    stance: str = next(iter(stances))
    reported = any(a.kind != "narrator" for a in who_says)
    meant = {o.id: _stance(o.text) for o in item.options}
    if stance not in meant.values() or (reported and stance == "statement"):
        stance = "reported" if reported or stance != "statement" else stance
    for option in item.options:
        means = meant[option.id]
        fits = means == stance or (stance == "reported" and means not in (None, "statement"))
        fits = fits and not _names_another(option.text, who_says, ground)
        if fits != (option.id in item.key):
            yield error("key-unproven", f"'{option.text}' is keyed wrongly: it is a {stance}.")
        if option.id in item.key and not fits and _names_another(option.text, who_says, ground):
            yield error("key-unproven", f"It is said by {who_says[0].speaker}.")


RULES: tuple[Rule, ...] = (
    who_said,
    fact_or_claim,
)
