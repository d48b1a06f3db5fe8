"""Rules on the stem: grounded in the evidence, reported as reported, giving nothing away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.facts import Attribution
from explainer.findings import Finding
from explainer.mention import QuantityMention
from explainer.quiz.check import words
from explainer.quiz.check.finding import Rule, error, warning
from explainer.quiz.check.ground import Ground
from explainer.quiz.check.kin import alike
from explainer.quiz.check.lexicon import STOP
from explainer.quiz.check.support import gaps, negation_differs, neighbours_differ, opposite
from explainer.quiz.check.tokens import form
from explainer.quiz.check.words import Said

_QUOTED = re.compile(r'[“"«][^“”"«»]{12,}[”"»]')
_META = re.compile(
    r"\b(?:(?:according to|in) (?:the|this) (?:text|article|passage)[^?]{0,20}\b(?:stated|true)\b|"
    r"which of (?:these|the following) (?:is|are|was|were) (?:stated|mentioned|true|said))\b",
    re.I,
)
_ESTIMATE = re.compile(
    r"\b(?:estimat\w*|about|around|approximately|roughly|thought to|believed to|some|nearly|"
    r"almost|up to|at most|at least|(?:no )?more than|less than|fewer than|may|might|could|likely|"
    r"expect\w*|forecast\w*|predict\w*|project\w*)\b",
    re.I,
)
_REPORT = re.compile(
    r"\b(?:according to|said|says?|told|tells|claim(?:s|ed)?|report(?:s|ed)?|argue[sd]?|"
    r"explain(?:s|ed)?|state[sd]?|believe[sd]?|think[s]?|thought|estimate[sd]?|warn(?:s|ed)?|"
    r"call(?:s|ed)?|describe[sd]?|put[s]?|add(?:s|ed)?|accus\w+|den(?:y|ies|ied)|view|opinion|"
    r"words|consider(?:s|ed)?|ask(?:s|ed)?|promise[sd]?|announce[sd]?|insist\w*|suggest\w*|"
    r"wr(?:ote|ites?)|expect\w*|predict\w*|letter|interview|quot\w+|cit(?:e|es|ed)|"
    r"give[sn]?|gave|name[sd]?|mention\w*|say|reply|replied|want(?:s|ed)?|propos\w+|"
    r"demand\w*|urge[sd]?|admit\w*|confirm\w*|stress\w*|emphasi\w+|underlin\w+|report\w*|"
    r"sees?|saw|fear\w*|hop(?:e[sd]?|ing)|worr\w+|doubt\w*|suspect\w*|infer\w*|complain\w*|"
    r"critici\w+|prais\w+|blam\w+|regard\w*|feels?|felt|recommend\w*|advis\w+|conclu\w+|"
    r"assum\w+|refus\w+|plan(?:s|ned)?|pledg\w+|threaten\w*|maintain\w*|alleg\w+|comment\w*|"
    r"react\w*|respon\w+|answer\w*|object\w*|oppos\w+|like[sd]?|dislike[sd]?|agree[sd]?|"
    r"disagree[sd]?|judg\w+|hold|holds|dream\w*|imagin\w+|found|finds?)\b",
    re.I,
)
# "The article says" reports no one but the narrator.
_ITSELF = re.compile(r"\b(?:the|this) (?:article|text|report|story|author) \w+", re.I)


def stem_without_quotes(stem: str) -> str:
    return _QUOTED.sub(" ", stem)


def values_supported(ground: Ground) -> Iterator[Finding]:
    """Every number, time and name of the stem stands in the evidence, and of its words most."""
    item = ground.item
    if item.kind in ("true_false", "order", "match") or not item.evidence:
        return
    said = words.read(item.stem)
    missing = gaps(said, ground, freely=True)
    for gap in missing:
        if gap.kind == "value":
            yield error("stem-value", f"The evidence has no '{gap.text}', which the stem names.")
        elif gap.kind == "name" and gap.text not in (ground.source.publisher or ""):
            yield error("stem-name", f"The evidence does not name '{gap.text}'.")
    kind_of_thing = _asked_for(item.stem)
    loose = [g.text for g in missing if g.kind == "word" and g.text not in kind_of_thing]
    claims = len([t for t in words.content(said) if t.text not in kind_of_thing])
    if claims and len(loose) > max(2, 0.6 * claims):
        yield error("stem-astray", f"The evidence does not speak of {', '.join(loose[:4])}.")
    elif loose:
        yield warning("stem-loose", f"Not in the evidence: {', '.join(loose[:4])}.")
    if differs := neighbours_differ(said, ground):
        yield error("stem-value", f"In the evidence '{differs.text}' counts something else.")
    if found := opposite(said, ground):
        yield error("stem-opposite", f"The stem says '{found[0]}', the evidence '{found[1]}'.")


def _asked_for(stem: str) -> list[str]:
    """The noun the question asks for: "Which player opened …" speaks of no player elsewhere."""
    found = re.search(r"\b(?:which|what)\s+((?:[a-z-]+\s+){0,2}?[a-z-]+)\b", stem)
    found = found or re.search(r"^\W*(?:Which|What)\s+([a-z-]+)\b", stem)
    return found[1].split() if found else []


def key_not_in_stem(ground: Ground) -> Iterator[Finding]:
    item = ground.item
    if item.kind not in ("single_choice", "multiple_answer", "gap", "who_said", "number_entry",
                         "on_timeline"):  # fmt: skip
        return
    stem = words.read(item.stem)
    asked = stem.forms
    folded = {words.fold(t.text) for t in stem.tokens}
    texts = {o.id: o.text for o in item.options} or {k: k for k in item.key}
    shared = [
        {t.form for t in words.read(o.text).tokens} for o in item.options if o.id not in item.key
    ]
    for key in item.key:
        said = words.read(texts.get(key, key))
        mine = [t for t in said.tokens if t.atom or t in words.content(said)]
        telling = [t for t in mine if not any(t.form in s for s in shared)]
        held = [
            t
            for t in telling
            if (t.atom in stem.atoms if t.atom else t.form in asked or words.fold(t.text) in folded)
        ]
        if telling and len(held) / len(telling) > 0.6:
            yield error("stem-gives-key", f"The stem gives the answer away: '{held[0].text}'.")


_WHO_SPOKE = re.compile(
    r"\b(?:person|man|woman|one|speaker|source|expert|player|official) who (?:said|says|wrote)\b",
    re.I,
)


def reported_as_reported(ground: Ground) -> Iterator[Finding]:
    """What someone says is asked as what they say; an estimate is asked as an estimate."""
    item = ground.item
    if item.kind in ("who_said", "fact_or_claim", "order", "match", "place_on_map"):
        return
    stem = words.read(item.stem)
    around = item.stem
    if item.kind == "find_evidence":
        around = " ".join([item.stem, *(o.text for o in item.options if o.id in item.key)])
        stem = words.read(around)
    if item.kind == "single_choice" and _WHO_SPOKE.search(item.stem):
        return
    whole = around + " " + " ".join(o.text for o in item.options if o.id in item.key)
    for who in ground.attributions:
        if who.kind != "narrator" and not names_speaker(stem, who, ground):
            keys = " ".join(o.text for o in item.options if o.id in item.key)
            if not names_speaker(words.read(keys), who, ground):
                yield error(
                    "attribution-missing",
                    f"This is what {who.speaker} says; the stem must say so.",
                )
                continue
        if who.kind != "narrator" and not _REPORT.search(_ITSELF.sub(" ", around)):
            yield error("attribution-missing", "The stem states as fact what the source reports.")
        elif who.stance == "estimate" and _estimated(ground) and not _ESTIMATE.search(whole):
            yield error("estimate-as-fact", "The source gives an estimate; the stem must say so.")


def _estimated(ground: Ground) -> bool:
    """Whether the item is about a number the evidence only estimates, or about no number."""
    counted = [m for m in ground.mentions if isinstance(m, QuantityMention)]
    rough = [m.value for m in counted if m.bound or m.vague] or [m.value for m in counted]
    item = ground.item
    keys = [o.text for o in item.options if o.id in item.key] or list(item.key)
    asked = words.read(item.stem if item.kind == "true_false" else " \n ".join(keys))
    return not rough or any(kind == "number" and value in rough for kind, value in asked.atoms)


def names_speaker(said: Said, who: Attribution, ground: Ground) -> bool:
    """By name, by a word for what they are ("the inspector"), or by a pronoun."""
    speaker = words.read(who.speaker or "")
    parts = [t for t in speaker.tokens if t.capital] if who.kind == "named" else []
    if not parts:
        heads = [t.text for t in speaker.tokens if t.text.casefold() not in STOP]
        return any(alike(head, t.text) for head in heads for t in said.tokens)
    if any(words.same_name(t.text, parts[-1].text) for t in said.tokens):
        return True
    forms = {t.form for t in said.tokens if t.text.casefold() not in STOP}
    roles = ground.index.roles.get(ground.index.person(who.speaker or ""), ())
    roles = [*roles, *(r for name, told in ground.index.roles.items()
                       if name in (who.speaker or "") for r in told)]  # fmt: skip
    mine = {t.form for t in speaker.tokens} | {form for role in roles for form in role}
    common = {t.form for t in speaker.tokens if t.capital}
    pronoun = any(t.text.casefold() in _PRONOUNS for t in said.tokens)
    return pronoun or bool(forms & (mine - common - _SAYS_LITTLE) - _SAYS_LITTLE)


_PRONOUNS = frozenset(("he", "she", "his", "her", "they", "their", "him"))
_SAYS_LITTLE = frozenset(form(w) for w in (*STOP, "said", "says", "new", "first"))


def no_bare_negative(ground: Ground) -> Iterator[Finding]:
    """A question that denies must shout it."""
    item = ground.item
    stem = words.read(stem_without_quotes(item.stem))
    if item.kind == "true_false":
        return
    for token in stem.tokens:
        if words.is_negation(token) and not token.text.isupper():
            after = stem.text[token.end : token.end + 12].casefold()
            if token.text.casefold() == "no" and re.match(r"\s+(?:more|less|fewer)\b", after):
                continue
            if item.kind in ("gap", "find_evidence", "fact_or_claim", "order", "who_said") and (
                token.form in ground.evidence.forms
            ):
                continue
            yield error("bare-negative", f"The stem denies with a quiet '{token.text}'.")


def negation_fits(ground: Ground) -> Iterator[Finding]:
    item = ground.item
    if item.kind in ("true_false", "order", "match"):
        return
    keys = " ".join(o.text for o in item.options if o.id in item.key)
    stem = words.read(item.stem)
    shouted = any(t.text.isupper() and words.is_negation(t) for t in stem.tokens)
    if shouted:
        return
    also = words.read(item.stem + " \n " + keys)
    if problem := negation_differs(also, ground):
        yield error("negation", f"Stem and evidence disagree: {problem}.")


def asks_for_meaning(ground: Ground) -> Iterator[Finding]:
    if _META.search(ground.item.stem):
        yield error("asks-for-the-text", "The stem asks what is stated, not what is meant.")


def clear_reference(ground: Ground) -> Iterator[Finding]:
    """A stem must stand on its own: no pronoun before what it stands for."""
    stem = stem_without_quotes(ground.item.stem)
    first = re.match(r"\W*(?:it|he|she|they|this|these|those|his|her|their|its)\b", stem, re.I)
    if first and ground.item.kind not in ("gap", "who_said"):
        yield warning("unclear-reference", f"'{first.group().strip()}' stands for what?")


RULES: tuple[Rule, ...] = (
    values_supported,
    key_not_in_stem,
    reported_as_reported,
    no_bare_negative,
    negation_fits,
    asks_for_meaning,
    clear_reference,
)
