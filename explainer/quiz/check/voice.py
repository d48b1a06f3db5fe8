"""What someone says is asked as what they say, by whoever says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.facts import Attribution
from explainer.findings import Finding, error, warning
from explainer.language.speech_words import CUES, NOUN_CUES
from explainer.mention import QuantityMention
from explainer.quiz.check import words
from explainer.quiz.check.ground import Ground, Rule
from explainer.quiz.check.kin import stands_for
from explainer.quiz.check.speaker import PRONOUNS, names_speaker
from explainer.quiz.check.statement import differs
from explainer.quiz.check.tokens import form
from explainer.quiz.check.words import Said, right
from explainer.word_set import word_set

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
_WHO_SPOKE = re.compile(
    r"\b(?:person|man|woman|one|speaker|source|expert|player|official) who (?:said|says|wrote)\b",
    re.I,
)
# What is announced or decided by whoever may is so.
_ON_RECORD = re.compile(
    r"\b(?:announce[sd]?|confirm(?:s|ed)?|order(?:s|ed)?|direct(?:s|ed)|ruled|decided|voted|agreed|promise[sd]?|"
    r"pledge[sd]?|offer(?:s|ed)?|threaten(?:s|ed)?|court papers|annual report|records? show)\b",
    re.I,
)
_SAID = re.compile(
    r"\b(?:said|says?|told|according to|claim(?:s|ed)?|argue[sd]?|believe[sd]?|thinks?|thought|"
    r"accuse[sd]?|insist(?:s|ed)?|suspect(?:s|ed)?|warn(?:s|ed)|alleg\w+|estimat\w+|den(?:y|ies|ied)|"
    r"fear\w*|hope[sd]?|doubt\w*|expect\w*|call(?:s|ed)|admit\w*|complain\w*)\b",
    re.I,
)
_THOUGHT = re.compile(
    r"\b(?:consider(?:s|ed)?|regard(?:s|ed)?|deem(?:s|ed)?|thinks?|thought|believe[sd]?|"
    r"suspect(?:s|ed)?|feared|argue[sd]?|allege[sd]?|doubt(?:s|ed)?|called|claim(?:s|ed)?|"
    r"(?:wr(?:ote|ites)|sa(?:id|ys)|warn(?:s|ed)?)\b.{0,50}?\bthat)\b",
    re.I,
)


def _reports(text: str) -> bool:
    """Whether a text has a word of saying or thinking."""
    return bool(_REPORT.search(text)) or any(
        w in CUES or w in NOUN_CUES
        for w in re.findall(r"[a-z]+", text.casefold())
        if w not in _ALSO_DEEDS
    )


_ALSO_DEEDS = word_set(
    "begin began go went goes read reads sing sang put puts post posts show shows showed find "
    "found order orders request accept accepts charge charges address sum signal signals voice "
    "point points report reports news word words figure figures number numbers study continue "
    "continued question questions answer answers offer offers open rule rules mark project "
    "projects press"
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
    if item.kind == "single_choice" and (
        _WHO_SPOKE.search(item.stem) or words.about_claims(item.stem)
    ):
        return
    whole = around + " " + " ".join(o.text for o in item.options if o.id in item.key)
    if _beside_the_speech(words.read(whole), ground):
        return
    for who in _speaking(ground):
        if (who.speaker or "").casefold() in PRONOUNS and re.match(r"\W*why\b", around, re.I):
            continue  # the reason someone gives, and the source says who only as "they"
        if who.kind != "narrator" and not names_speaker(stem, who, ground):
            keys = " ".join(o.text for o in item.options if o.id in item.key)
            if not names_speaker(words.read(keys), who, ground):
                yield _missing(
                    ground,
                    f"This is what {who.speaker} {_says(who)}; the stem must name who says it.",
                )
                continue
        told_of_self = re.search(r"\b(?:I|we|my|our|me|us)\b", ground.evidence.text)
        if told_of_self and who.kind == "named":
            continue  # what she says of herself is asked of her
        if who.kind != "narrator" and not _reports(_ITSELF.sub(" ", around)):
            yield _missing(ground, "The stem states as fact what the source reports.")
        elif who.stance == "estimate" and _estimated(ground) and not _ESTIMATE.search(whole):
            yield error("estimate-as-fact", "The source gives an estimate; the stem must say so.")


def _missing(ground: Ground, message: str) -> Finding:
    """Rejects, but where what is said is on record, asked as false, or hedged anyway."""
    outside = _outside(ground)
    on_record = _ON_RECORD.search(outside) and not _SAID.search(outside)
    told = on_record or differs(ground) or _PASSIVE.search(ground.item.stem) or _hedged(ground)
    return (warning if told else error)("attribution-missing", message)


_MIGHT = re.compile(r"\b(?:may|might|could|possib\w+|likely)\b", re.I)


def _hedged(ground: Ground) -> bool:
    """ "What could happen?", asked where an office, no single person, says what might."""
    people = {m.value for m in ground.index.reading.mentions if m.type == "person"}
    if any(a.speaker in people for a in ground.attributions):
        return False
    return bool(re.match(r"\W*\w+ (?:may|might|could)\b", ground.item.stem, re.I)
                and _MIGHT.search(ground.evidence.text))  # fmt: skip


_PASSIVE = re.compile(
    r"\b(?:is|are|was|were) "
    r"(?:said|expected|believed|thought|reported|estimated|feared|forecast) to\b",
    re.I,
)


def _speaking(ground: Ground) -> tuple[Attribution, ...]:
    """Who speaks in the evidence; of several quotes, in those that hold the key, and no one where
    the narrator gives it as well."""
    keys = [o.text for o in right(ground.item)]
    if (
        not keys
        or len(ground.sentences) < 2
        or ground.item.kind not in ("single_choice", "multiple_answer")
    ):
        return ground.attributions
    held = {s: max(_share(k, ground.index.said(s)) for k in keys) for s in ground.sentences}
    most = max(held.values())
    theirs = tuple(s.attribution for s, share in held.items() if share >= max(0.34, most - 0.4))
    if any(a.kind == "narrator" for a in theirs):
        return ()
    return ground.attributions


def _share(text: str, other: Said) -> float:
    said = words.read(text)
    claims = said.substance
    held = sum(t.atom in other.atoms if t.atom else _stands(t.text, other) for t in claims)
    return held / len(claims) if claims else 0.0


def _beside_the_speech(said: Said, ground: Ground) -> bool:
    """Whether an item asks for what the narrator says around the words of a speaker: "Susan Okafor,
    the director of the museum, said …"."""
    outside = _outside(ground)
    inside = _outside(ground, spoken=True)
    if not inside.strip():
        return False
    mine, theirs = words.read(outside), words.read(inside)
    asked = [t.text for t in said.substance]
    told = sum(_stands(word, mine) for word in asked)
    spoken = [word for word in asked if _stands(word, theirs) and not _stands(word, mine)]
    keys = words.read(" ".join(o.text for o in right(ground.item)))
    named = [t for t in keys.tokens if t.capital and _stands(t.text, mine)]
    enough = 0.3 if named and not spoken else 0.7
    return told >= enough * len(asked) and told > sum(_stands(word, theirs) for word in asked)


def _outside(ground: Ground, spoken: bool = False) -> str:
    """The evidence but for the words of its speakers, or those words alone."""
    spans = [(s.start, s.end) for s in ground.speech]
    return "".join(
        letter if any(start <= at < end for start, end in spans) == spoken else " "
        for quote in ground.item.evidence
        for at, letter in enumerate(quote.quote, quote.start)
    )


def _says(who: Attribution) -> str:
    """ "The authors say", "Anna Bell says"."""
    last = (who.speaker or "").split()[-1:]
    many = who.kind != "named" and bool(last) and last[0].endswith("s") and last[0].islower()
    return "say" if many else "says"


def _stands(word: str, said: Said) -> bool:
    return form(word) in said.forms or words.fold(word) in said.names or stands_for(word, said)


def _estimated(ground: Ground) -> bool:
    """Whether the item is about a number the evidence only estimates, or about no number."""
    counted = [m for m in ground.mentions if isinstance(m, QuantityMention)]
    rough = [m.value for m in counted if m.bound or m.vague] or [m.value for m in counted]
    item = ground.item
    keys = [o.text for o in item.options if o.id in item.key] or list(item.key)
    asked = words.read(item.stem if item.kind == "true_false" else " \n ".join(keys))
    return not rough or any(kind == "number" and value in rough for kind, value in asked.atoms)


def thought_as_thought(ground: Ground) -> Iterator[Finding]:
    """ "The historian considers it the finest": the stem must not make that a fact."""
    item = ground.item
    if item.kind in _WITH_SPEAKERS or any(a.kind != "narrator" for a in ground.attributions):
        return
    whole = " ".join([item.stem, *(o.text for o in right(item))])
    if _REPORT.search(_ITSELF.sub(" ", whole)):
        return
    for sentence in ground.sentences:
        text = ground.index.said(sentence).text
        cue = _THOUGHT.search(text)
        if cue is None:
            continue
        after = words.read(text[cue.end() :])
        asked = [t for t in words.content(words.read(whole)) if not t.capital]
        held = [t for t in asked if stands_for(t.text, after)]
        if len(held) >= 2 and len(held) > 0.5 * len(asked):
            yield error(
                "attribution-missing",
                f"The source gives this as what someone thinks (“{cue.group()}”).",
            )
            return


def rough_as_rough(ground: Ground) -> Iterator[Finding]:
    """ "Exactly how many?" where the source counts "about", or "at least", so many."""
    item = ground.item
    whole = " \n ".join([item.stem, *(o.text for o in right(item)), *item.key])
    if not re.search(r"\b(?:exactly|precisely|exact)\b", whole, re.I):
        return
    asked = {v for k, v in words.read(whole).atoms if k == "number"}
    for mention in ground.mentions:
        rough = isinstance(mention, QuantityMention) and (mention.bound or mention.vague)
        if rough and isinstance(mention, QuantityMention) and mention.value in asked:
            yield error("estimate-as-fact", f"The source has “{mention.text}” only roughly.")
            return


_WITH_SPEAKERS = frozenset(("who_said", "fact_or_claim", "order", "match", "place_on_map", "gap"))
RULES: tuple[Rule, ...] = (reported_as_reported, thought_as_thought, rough_as_rough)
