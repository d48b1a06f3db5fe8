"""What someone says is asked as what they say, by whoever says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.facts import Attribution
from explainer.findings import Finding, error, warning
from explainer.mention import QuantityMention
from explainer.quiz.check import words
from explainer.quiz.check.disputed import (
    asks_about_accounts,
    contested,
    in_dispute,
    outside_of_speech,
)
from explainer.quiz.check.ground import Ground, Rule
from explainer.quiz.check.kin import stands_for
from explainer.quiz.check.lexicon import STOP
from explainer.quiz.check.reporting import (
    AS_KNOWN,
    ATTITUDE,
    ESTIMATE,
    ITSELF,
    OF_THE_TEXT,
    PASSIVE,
    REPORT,
    THINKS,
    THOUGHT,
    hedged,
    reports,
    says,
)
from explainer.quiz.check.speaker import PRONOUNS, gives_to_another, is_another, names_speaker
from explainer.quiz.check.tokens import Token, form
from explainer.quiz.check.words import Said, right


def reported_as_reported(ground: Ground) -> Iterator[Finding]:
    """What someone says is asked as what they say; an estimate is asked as an estimate.

    A stem that gives the words to somebody else is wrong. One that names nobody is wrong where
    what is said is contested (see `disputed`), and poor style where no one disputes it: "How many
    aftershocks were there?", told by the institute that counts them.
    """
    item = ground.item
    if item.kind in ("who_said", "fact_or_claim", "order", "match", "place_on_map"):
        return
    about = asks_about_accounts(item.stem) or OF_THE_TEXT.search(item.stem)
    if about or _beside_the_speech(ground):
        return
    around = item.stem
    if item.kind == "find_evidence":
        around = " ".join([item.stem, *(o.text for o in item.options if o.id in item.key)])
    keys = " ".join(o.text for o in right(item))
    for who in _speaking(ground):
        if who.kind == "narrator" and who.stance != "estimate":
            continue
        if who.kind != "narrator":
            told = words.read(around)
            named = names_speaker(told, who, ground)
            named = named or names_speaker(words.read(keys), who, ground)
            if is_another(item.stem, who, ground) or (
                not named and gives_to_another(item.stem, who, ground)
            ):
                yield error(
                    "attribution-missing",
                    f"This is what {who.speaker} {says(who)}; the stem gives it to someone else.",
                )
                continue
            known = AS_KNOWN.search(item.stem)
            told_as_said = not known and reports(_of_its_own(ITSELF.sub(" ", around), ground))
            told_as_said = told_as_said or bool(
                named and (_SAYS.search(keys) or ATTITUDE.search(around))
            )
            if not told_as_said and not (named and _of_oneself(who, ground)):
                yield _missing(
                    ground,
                    who,
                    f"This is what {who.speaker} {says(who)}; the stem must name who says it.",
                )
                continue
        whole = f"{around} {keys}"
        hedged = ESTIMATE.search(whole) or (who.kind != "narrator" and THINKS.search(whole))
        if who.stance == "estimate" and _estimated(ground) and not hedged:
            yield error("estimate-as-fact", "The source gives an estimate; the stem must say so.")


_SAYS = re.compile(r"\b(?:sa(?:id|ys)|told|according to|in (?:his|her|their|its) view)\b", re.I)


def _of_its_own(stem: str, ground: Ground) -> str:
    """The words of a stem that are not the speaker's: "fear" in what was said reports no one."""
    theirs = set(re.findall(r"[a-z]+", outside_of_speech(ground, spoken=True).casefold())) - STOP
    return re.sub(r"[A-Za-z]+", lambda m: " " if m[0].casefold() in theirs else m[0], stem)


def _of_oneself(who: Attribution, ground: Ground) -> bool:
    """What she says of herself is asked of her."""
    first = re.search(r"\b(?:I|we|my|our|me|us)\b", ground.evidence.text)
    plain = who.stance == "statement" and not in_dispute(ground)
    return bool(first) and who.kind == "named" and plain


def _missing(ground: Ground, who: Attribution, message: str) -> Finding:
    """Rejects where what is said is contested, unless it is asked as false, or hedged anyway."""
    reason = (who.speaker or "").casefold() in PRONOUNS and re.match(
        r"\W*why\b", ground.item.stem, re.I
    )
    told = (
        reason
        or words.keyed(ground.item) == "false"
        or PASSIVE.search(ground.item.stem)
        or hedged(ground)
    )
    if AS_KNOWN.search(ground.item.stem):
        return error("attribution-missing", message)
    told = told or _of_oneself(who, ground)
    serious = contested(ground, who) or (who.stance == "estimate" and _estimated(ground))
    found = error if serious and not told else warning
    return found("attribution-missing", message)


def _speaking(ground: Ground) -> tuple[Attribution, ...]:
    """Who speaks in the evidence; of several quotes, in those that hold the key, and no one where
    the narrator gives it as well."""
    keys = [o.text for o in right(ground.item)] or list(ground.item.key)
    if (
        not keys
        or len(ground.sentences) < 2
        or ground.item.kind not in ("single_choice", "multiple_answer", "gap", "number_entry")
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


def _beside_the_speech(ground: Ground) -> bool:
    """Whether an item asks for what the narrator says around the words of a speaker: "Susan Okafor,
    the director of the museum, said …"."""
    item = ground.item
    outside, inside = outside_of_speech(ground), outside_of_speech(ground, spoken=True)
    if not inside.strip():
        return False
    mine, theirs = words.read(outside), words.read(inside)
    keys = words.read(" ".join(o.text for o in right(item)) or " ".join(item.key))
    said = words.read(f"{item.stem} {keys.text}")
    asked = list(said.substance)
    told = [t for t in asked if _held(t, mine)]
    spoken = [t for t in asked if _held(t, theirs) and not _held(t, mine)]
    answers = keys.substance
    if not spoken and answers and item.kind != "true_false":
        # the narrator alone has the answer
        return all(_held(t, mine) and not _held(t, theirs) for t in answers)
    if not spoken and not told and len(mine.claims) > 1:
        return not any(_held(t, theirs) for t in asked)
    if len(told) <= sum(_held(t, theirs) for t in asked):
        return False
    named = [t for t in keys.tokens if t.capital and _held(t, mine)]
    enough = 0.3 if named and not spoken else 0.7
    return len(told) >= enough * len(asked)


def _held(token: Token, other: Said) -> bool:
    return token.atom in other.atoms if token.atom else _stands(token.text, other)


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
    if REPORT.search(ITSELF.sub(" ", whole)):
        return
    for sentence in ground.sentences:
        text = ground.index.said(sentence).text
        cue = THOUGHT.search(text)
        if cue is None:
            continue
        after = words.read(text[cue.end() :])
        asked = [t for t in words.content(words.read(whole)) if not t.capital]
        held = [t for t in asked if stands_for(t.text, after)]
        keys = words.read(" ".join(o.text for o in right(item))).claims
        judged = _JUDGES.match(cue.group()) and all(stands_for(t.text, after) for t in keys)
        if len(held) >= 2 and (len(held) > 0.5 * len(asked) or (keys and judged)):
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


_JUDGES = re.compile(r"(?:call|consider|regard|deem)", re.I)
_WITH_SPEAKERS = frozenset(("who_said", "fact_or_claim", "order", "match", "place_on_map", "gap"))
RULES: tuple[Rule, ...] = (reported_as_reported, thought_as_thought, rough_as_rough)
