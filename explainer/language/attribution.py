"""Who says each sentence, and as what."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from explainer.facts import NARRATOR, Attribution, Stance
from explainer.language.reading import Sentence
from explainer.language.speech_words import CUES
from explainer.mention import NameMention, PlaceMention, SpeechMention
from explainer.source import Source

# Of the narrator's own sentences. Few and sure: a statement taken for an opinion is a fact lost.
_OPINION = (
    r"of course|it is (?:quite |very |already |now )?(?:obvious|clear|evident|no secret|no wonder|"
    r"hard to believe|difficult to imagine|fair to say|high time|worth noting|to be hoped) that|"
    r"obviously|undoubtedly|without (?:a |any )?doubt|no doubt|unquestionably|needless to say|"
    r"(?:un)?fortunately|sadly|regrettably|shamefully|surprisingly|remarkably|hopefully|frankly|"
    r"most likely|very likely|in all likelihood|in all probability|presumably|seemingly|"
    r"a bone in the throat|a thorn in the side|tip of the iceberg|only time will tell|"
    r"remains to be seen|chances? of [^.?!]{3,60} (?:is|are|remains?) (?:very )?(?:slim|low|high|good|remote)|"
    r"slim chance|the more [^.?!,]{3,60}, the \w+|"
    r"(?:is|are|was|were) (?:a |an |simply |truly |quite |really |absolutely )*(?:excellent|terrible|awful|"
    r"brilliant|magnificent|disastrous|shameful|disgraceful|outrageous|absurd|ridiculous|stunning|"
    r"wonderful|deplorable|unacceptable|inexcusable|admirable|marvellous|superb)|"
    r"one of the (?:best|greatest|worst|finest|most (?:beautiful|important|impressive|dangerous|brilliant))|"
    r"(?:arguably|perhaps) the \w+(?:est|\b most)|that is not enough for"
)
_ESTIMATE = (
    r"(?:is|are|was|were) (?:widely |now |also )?(?:expected|projected|forecast|estimated|predicted|likely|"
    r"due|set) to|an estimated|(?:about|around|approximately|roughly|nearly|almost|an average of) "
    r"(?:[$€£]|\d)|by some estimates|it is estimated that"
)
_CLAIM = (
    r"reportedly|allegedly|supposedly|purportedly|rumou?red|it (?:is|was|has been) (?:also )?"
    r"(?:claimed|alleged|rumou?red|reported|said|believed|understood) that|"
    r"(?:is|are|was|were) (?:also |widely )?(?:said|believed|thought|alleged|reported|rumou?red|understood|claimed) "
    r"to|so the story goes|unconfirmed reports|sources say"
)
_NARRATED = re.compile(
    rf"\b(?:(?P<claim>{_CLAIM})|(?P<estimate>{_ESTIMATE})|(?P<opinion>{_OPINION}))\b", re.IGNORECASE
)
_ORDER: tuple[Stance, ...] = ("claim", "estimate", "opinion")
# People who say what nobody can hold them to.
_UNSURE = re.compile(
    r"\b(?:sources?|insiders?|witness(?:es)?|anonymous|not (?:to )?be named|familiar with|rumou?rs?|reports|"
    r"social media|unnamed|unidentified|on condition)\b",
    re.IGNORECASE,
)
_ESTIMATES = re.compile(r"\b(?:estimates?|forecasts?|projections?|predictions?)\b", re.IGNORECASE)


def attribute(
    source: Source,
    sentences: Sequence[Sentence],
    speech: Sequence[SpeechMention],
    names: Sequence[NameMention | PlaceMention],
) -> list[Sentence]:
    """`sentences` with who says each and as what: statement, estimate, claim or opinion.

    A sentence is its speaker's when most of its words are quoted or reported, else the
    narrator's.
    """
    stances = _narrated(source.text, sentences)
    named = {name.value for name in names}
    starts = [mention.start for mention in speech]
    longest = max((mention.end - mention.start for mention in speech), default=0)
    attributed = []
    for index, sentence in enumerate(sentences):
        first = bisect_left(starts, sentence.start - longest)
        last = bisect_left(starts, sentence.end)
        mention = _main(sentence, speech[first:last]) if last > first else None
        attribution = _attribution(mention, stances.get(index), named)
        attributed.append(
            sentence if attribution is NARRATOR else replace(sentence, attribution=attribution)
        )
    return attributed


def _narrated(text: str, sentences: Sequence[Sentence]) -> dict[int, Stance]:
    starts = [sentence.start for sentence in sentences]
    stances: dict[int, Stance] = {}
    for match in _NARRATED.finditer(text):
        index = bisect_right(starts, match.start()) - 1
        if index < 0 or match.start() >= sentences[index].end:
            continue
        found: Stance = next(stance for stance in _ORDER if match[stance])
        held = stances.get(index)
        if held is None or _ORDER.index(found) < _ORDER.index(held):
            stances[index] = found
    for index, sentence in enumerate(sentences):
        if text[sentence.end - 1] == "?":
            stances.setdefault(index, "opinion")
    return stances


def _main(sentence: Sentence, speech: Sequence[SpeechMention]) -> SpeechMention | None:
    """The speech that holds most of the sentence, if it holds enough to be what it says."""
    best, most = None, 0
    for mention in speech:
        shared = min(mention.end, sentence.end) - max(mention.start, sentence.start)
        if shared > most:
            best, most = mention, shared
    enough = 0.3 * (sentence.end - sentence.start)
    return best if most >= enough else None


def _attribution(
    mention: SpeechMention | None, narrated: Stance | None, named: set[str]
) -> Attribution:
    if mention is None or mention.speaker is None:
        stance = narrated or ("claim" if mention is not None else "statement")
        return NARRATOR if stance == "statement" else Attribution(stance=stance)
    stance = _stance(mention, narrated, mention.speaker)
    is_named = mention.speaker in named or mention.speaker[:1].isupper()
    return Attribution(
        kind="named" if is_named else "unnamed", speaker=mention.speaker, stance=stance
    )


def _stance(mention: SpeechMention, narrated: Stance | None, speaker: str) -> Stance:
    if _ESTIMATES.search(speaker):
        return "estimate"
    cue = CUES.get((mention.cue or "").lower())
    if cue is not None and cue.stance != "statement":
        return cue.stance
    if narrated == "estimate" and mention.type == "reported":
        return "estimate"
    return "claim" if _UNSURE.search(speaker) else "statement"
