"""Words by which a text reports, thinks, estimates or hedges."""

from __future__ import annotations

import re

from explainer.facts import Attribution
from explainer.language.speech_words import CUES, NOUN_CUES
from explainer.quiz.check.ground import Ground
from explainer.word_set import word_set

ESTIMATE = re.compile(
    r"\b(?:estimat\w*|about|around|approximately|roughly|thought to|believed to|some|nearly|"
    r"almost|up to|at most|at least|(?:no )?more than|less than|fewer than|may|might|could|likely|"
    r"expect\w*|forecast\w*|predict\w*|project\w*)\b",
    re.I,
)


REPORT = re.compile(
    r"\b(?:according to|said|says?|told|tells|claim(?:s|ed)?|report(?:s|ed)?|argue[sd]?|"
    r"explain(?:s|ed)?|state[sd]?|believe[sd]?|think[s]?|thought|estimate[sd]?|warn(?:s|ed)?|"
    r"call(?:s|ed)?|describe[sd]?|"
    r"(?<!re )(?<!as )(?<!en )puts?(?! (?:off|in|up|out|down|into|back))|"
    r"add(?:s|ed)?|accus\w+|den(?:y|ies|ied)|view|opinion|"
    r"words|consider(?:s|ed)?|ask(?:s|ed)?|promise[sd]?|announce[sd]?|insist\w*|suggest\w*|"
    r"wr(?:ote|ites?)|expect\w*|predict\w*|letter|interview|quot\w+|cit(?:e|es|ed)|"
    r"give[sn]?|gave|name[sd]?|mention\w*|say|reply|replied|want(?:s|ed)?|propos\w+|"
    r"demand\w*|urge[sd]?|admit\w*|confirm\w*|stress\w*|emphasi\w+|underlin\w+|report\w*|"
    r"sees?|saw|fear\w*|hop(?:e[sd]?|ing)|worr\w+|doubt\w*|suspect\w*|infer\w*|complain\w*|"
    r"critici\w+|prais\w+|blam\w+|regard\w*|feels?|felt|recommend\w*|advis\w+|conclu\w+|"
    r"assum\w+|refus\w+|plan(?:s|ned)?|pledg\w+|threaten\w*|maintain\w*|alleg\w+|comment\w*|"
    r"react\w*|respon\w+|answer\w*|object\w*|oppos\w+|like[sd]?|dislike[sd]?|agree[sd]?|"
    r"disagree[sd]?|judg\w+|hold|holds|dream\w*|imagin\w+|found|finds?|express\w*|attitude|"
    r"explanations?|sure|certain|convinced|confident|optimis\w+|pessimis\w+|afraid|glad|angry|proud|"
    r"minds?|arguments?|criticism|guess\w*|theory|accounts?|versions?|complain\w*|compares?|"
    r"(?:under|by) (?:the|its|their) (?:rules?|laws?|terms|plan|agreement|contract)|"
    r"points? of view|in (?:her|his|their) eyes)\b",
    re.I,
)


# What a question asks of a speaker it names: "Why is Bell sceptical?", "What does she mean by …?"
ATTITUDE = re.compile(
    r"\b(?:s[ck]eptic\w*|doubtful|unsure|uncertain|undecided|hesita\w+|reluctant|cautious|careful|"
    r"critical|unhappy|happy|pleased|upset|worried|concerned|against|opposed|in favou?r|content|"
    r"satisfied|dissatisfied|disappointed|sorry|relieved|surprised|grateful|mean[st]?|prefer\w*|"
    r"mistrust\w*|distrust\w*|trust(?:s|ed)?|wish(?:es|ed)?|welcomes?|approves?|disapproves?|"
    r"appreciat\w+|admires?|respects?|look(?:s|ing)? forward|favou?rs?|excuses?|defends?|justif\w+|"
    r"accounts? for|position|stance|reject\w*|counter\w*|interpret\w*|stand on|case for)\b",
    re.I,
)


# "The article says" reports no one but the narrator.
ITSELF = re.compile(r"\b(?:the|this) (?:article|text|report|story|author) \w+", re.I)


THINKS = re.compile(
    r"\b(?:believe[sd]?|thinks?|thought|expect\w*|hope[sd]?|fear\w*|doubt\w*|view|opinion|guess\w*|"
    r"reckon\w*|assum\w+|suspect\w*)\b",
    re.I,
)


THOUGHT = re.compile(
    r"\b(?:consider(?:s|ed)?|regard(?:s|ed)?|deem(?:s|ed)?|thinks?|thought|believe[sd]?|"
    r"suspect(?:s|ed)?|feared|argue[sd]?|allege[sd]?|doubt(?:s|ed)?|call(?:s|ed) (?!for|on|off|in)|"
    r"claim(?:s|ed)?|"
    r"(?:wr(?:ote|ites)|sa(?:id|ys)|warn(?:s|ed)?)\b.{0,50}?\bthat)\b",
    re.I,
)


# "The promised saving" reports nobody.
_AS_A_QUALITY = re.compile(
    r"\b(?:the|an?|its|their|his|her|this|these|those) "
    r"(?:promised|planned|proposed|announced|demanded|wanted|agreed|recommended|confirmed|named) "
    r"(?!by\b|that\b|to\b)",
    re.I,
)


def reports(text: str) -> bool:
    """Whether a text has a word of saying or thinking."""
    text = _AS_A_QUALITY.sub(" ", text)
    return bool(REPORT.search(text)) or any(
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


OF_THE_TEXT = re.compile(r"\bdo(?:es)? the (?:article|text|report|author)\b", re.I)


AS_KNOWN = re.compile(
    r"^\W*(?:as (?:is|was) (?:well |widely )?known|"
    r"(?:the|this) (?:article|text|report) (?:says|states)|"
    r"it is (?:a fact|certain|known|established) that|everyone knows)\b",
    re.I,
)


_MIGHT = re.compile(r"\b(?:may|might|could|possib\w+|likely)\b", re.I)


def hedged(ground: Ground) -> bool:
    """ "What could happen?", asked where an office, no single person, says what might."""
    people = {m.value for m in ground.index.reading.mentions if m.type == "person"}
    if any(a.speaker in people for a in ground.attributions):
        return False
    return bool(re.match(r"\W*\w+ (?:may|might|could)\b", ground.item.stem, re.I)
                and _MIGHT.search(ground.evidence.text))  # fmt: skip


PASSIVE = re.compile(
    r"\b(?:is|are|was|were) "
    r"(?:said|expected|believed|thought|reported|estimated|feared|forecast) to\b",
    re.I,
)


def says(who: Attribution) -> str:
    """ "The authors say", "Anna Bell says"."""
    last = (who.speaker or "").split()[-1:]
    many = who.kind != "named" and bool(last) and last[0].endswith("s") and last[0].islower()
    return "say" if many else "says"
