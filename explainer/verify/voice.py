"""Whether the claim leaves to a speaker what a speaker says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.findings import Finding
from explainer.language.names_same import same_name
from explainer.mention import SpeechMention
from explainer.verify.index import Line
from explainer.verify.tables import CUES, groups_of, wider_of
from explainer.verify.words import keys_of, lemma_of, stem_of
from explainer.word_set import word_set

_HEDGES = frozenset({"reportedly", "allegedly", "supposedly", "purportedly", "apparently"})


def voice_faults(claim: Line, evidence: list[Line]) -> Iterator[Finding]:
    """ "X said that p" bears out "X said that p", not "p"; and not "Y said that p"."""
    told = speech_of(claim, evidence[0])
    if told is None:
        yield from _hedge_dropped(claim, evidence[0])
        return
    speaker = told.speaker or ""
    if not any(c.isalpha() for c in speaker) or speaker.lower().split()[-1] in _RECORDS:
        return
    if not attributed(claim) and _is_factive(told):
        return
    if not attributed(claim):
        yield Finding(
            code="attribution-dropped",
            severity="error",
            message=f'The source leaves this to {speaker} ("{told.cue or "said"}").',
        )
        return
    mine = _speaker_of(claim)
    if mine and _says_too(claim, mine, told, evidence):
        return
    if mine and not same_speaker(mine, speaker, claim) and not by_role(mine, speaker, evidence):
        yield Finding(
            code="speaker-changed",
            severity="error",
            message=f'Not "{mine}" but {speaker} says this in the source.',
        )


# They tell what was found; nobody claims it.
_RECORDS = word_set("results figures data statistics records")


def _says_too(claim: Line, mine: str, told: SpeechMention, evidence: list[Line]) -> bool:
    """The claim's speaker says much of it elsewhere in the evidence."""
    keys = {key for word in claim.words if not word.generic for key in keys_of(word)}

    def held(line: Line, speech: SpeechMention) -> int:
        inside = (w for w in line.words if speech.start <= w.start < speech.end)
        return sum(not keys.isdisjoint(keys_of(w)) for w in inside)

    most = max((held(line, told) for line in evidence if told in line.speech), default=0)
    return any(
        s.speaker and s is not told
        and (same_speaker(mine, s.speaker, claim) or by_role(mine, s.speaker, evidence))
        and 3 * held(line, s) >= 2 * most
        for line in evidence for s in line.speech
    )  # fmt: skip


def speech_of(claim: Line, line: Line) -> SpeechMention | None:
    """The speech that most words of the claim, found in this sentence, stand in."""
    mine = {key for word in claim.words if not word.generic for key in keys_of(word)}
    shared = [w for w in line.words if not mine.isdisjoint(keys_of(w))]
    shared = [w for w in shared if w.lemma not in CUES]
    for speech in line.speech:
        if len(speech.text.split()) < 4 or not speech.speaker:
            continue
        if speech.type == "reported" and speech.text.startswith("to "):
            continue  # "promised to send": an act, not an assertion
        if speech.type == "reported" and speech.text.split()[0].lower() in _ASKED:
            continue  # "explained how": a fact, or a question
        if _is_supposed(line, speech):
            continue
        inside = sum(speech.start <= w.start < speech.end for w in shared)
        if shared and inside > 0.5 * len(shared):
            return speech
    return None


def _is_supposed(line: Line, speech: SpeechMention) -> bool:
    """ "If engineers find that it is unsafe": nobody has said so."""
    cue = (speech.cue or "").lower()
    return any(
        f.opener in ("if", "unless") and f.head.low == cue and f.head.end <= speech.start
        for f in line.frames
    )


_ASKED = word_set("how why what who when where")
FACTIVE = word_set(
    "announce confirm reveal admit acknowledge disclose show demonstrate prove learn know see "
    "notice realise realize remember forget mean ensure decide order instruct"
)


def _is_factive(told: SpeechMention) -> bool:
    """Whoever announces or admits it makes it so: "the company announced"."""
    return told.type == "reported" and lemma_of((told.cue or "").lower(), True) in FACTIVE


_MARKED = word_set("according reportedly allegedly accord maintain claim view opinion")


_PUT_AT = re.compile(r"\b(?:is|was|are|were|been) (?:put at|valued at|thought|feared)\b")
_WANTS = word_set("want seek value hope fear accuse blame criticise criticize")


def attributed(claim: Line) -> bool:
    if claim.speech:
        return True
    verbs = [t for t in claim.tokens if t.tag in ("VF", "V", "VN", "VG") or t.low in _MARKED]
    if _PUT_AT.search(claim.text):
        return True
    lemmas = {lemma_of(t.low, True) for t in verbs} | {t.low for t in verbs}
    return bool(lemmas & (CUES | _WANTS) - {"letter", "point", "expect"})


def _speaker_of(claim: Line) -> str | None:
    speech = next((m for m in claim.speech if m.speaker and asserts(claim, m)), None)
    return speech.speaker if speech else None


def asserts(claim: Line, speech: SpeechMention) -> bool:
    """Whether it says that something is so; "demanding damages" does not."""
    return speech.type == "quote" or any(
        speech.start <= f.head.start < speech.end for f in claim.frames
    )


_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i"})


def same_speaker(mine: str, told: str, claim: Line) -> bool:
    if {mine.lower(), told.lower()} & _PRONOUNS or same_name(mine, told):
        return True
    initials = {"".join(w[0] for w in name.split() if w[0].isupper()) for name in (mine, told)}
    if any(len(i) > 1 and i in (mine, told) for i in initials):
        return True
    one, two = (set(re.findall(r"[^\W\d_]{3,}", name.lower())) for name in (mine, told))
    if (one & two) - {"the", "and", "for"}:
        return True
    # "The company" and a speaker who is cut wrongly stand in many a claim by chance.
    return told[:1].isupper() and told.lower() in claim.text.lower()


_BODIES = word_set("company firm group club party union bank airline team charity agency maker")


def by_role(mine: str, told: str, evidence: list[Line]) -> bool:
    """ "The mayor" for Helena Brandt where "Mayor Helena Brandt" stands; "the operator" for
    "the company"."""
    heads = [lemma_of(w, False) for w in _WORD.findall(_head(mine).lower())]
    if not heads:
        return False
    if told.lower().removeprefix("the ") in _BODIES and not told.istitle():
        return True  # "the company" of which the text has been speaking
    if mine.istitle():
        return False
    if _is_called(lemma_of((_head(told) or told).lower().split()[-1], False), heads[-1]):
        return True
    last = told.split()[-1]
    for line in evidence:
        for at in (m.start() for m in re.finditer(re.escape(last), line.text)):
            beside = line.text[max(0, at - 40) : at + len(last) + 40].lower()
            words = [lemma_of(w, False) for w in re.findall(r"[^\W\d_]+", beside)]
            if any(word == heads[-1] or heads[-1] in wider_of(word) for word in words):
                return True
            if any(_of_one_stem(word, heads[-1]) for word in words):
                return True
    return False


def _head(phrase: str) -> str:
    """ "The operator" of "the operator of the ferry"."""
    return _AFTER.split(phrase, maxsplit=1)[0]


_WORD = re.compile(r"[^\W\d_]{3,}")
_AFTER = re.compile(r"\s(?:not|of|by|from|in|at|for|on|with|who|which|that|\w+ed)\s")


def _of_one_stem(one: str, two: str) -> bool:
    """ "The operator" for "the company that operates it"."""
    return min(len(one), len(two)) > 4 and stem_of(one) == stem_of(two)


def _is_called(told: str, mine: str) -> bool:
    if told == mine or _of_one_stem(told, mine):
        return True
    return not groups_of(told).isdisjoint(groups_of(mine)) or mine in wider_of(told)


def _hedge_dropped(claim: Line, line: Line) -> Iterator[Finding]:
    hedge = next((t.text for t in line.tokens if t.low in _HEDGES), None)
    if hedge and not any(t.low in _HEDGES for t in claim.tokens) and not attributed(claim):
        yield Finding(
            code="attribution-dropped",
            severity="error",
            message=f'The source says this only "{hedge}".',
        )
