"""Whether what someone says in the source is contested, so that a question must name who says it.

It is where the words are claimed, argued, believed, feared or estimated rather than told; where
they lay blame, give a cause, judge, or speak of what is to come, unless of the speaker's own plans;
where they are a person's own words in quotation marks;
and where the source tells of a dispute right there: somebody denies, accuses or contradicts, or no
one could check it. What is left, a plain thing that an office, a company or a witness tells and
nobody disputes, may be asked without them, though it is better style to name them.
"""

from __future__ import annotations

import re

from explainer.facts import Attribution
from explainer.language.reading import Sentence
from explainer.quiz.check import words
from explainer.quiz.check.ground import Ground
from explainer.quiz.check.words import right

_ACCOUNTS = re.compile(
    r"\bwhose\b|\bwho spoke\b|\bcontradict\w*|\bdisagree\w*|\bdisput\w+|\bconflicting\b|"
    r"\bat odds\b|\b(?:accounts?|versions?|statements?|figures?|numbers?|information|views?|"
    r"stories) (?:\w+ ){0,3}?(?:differ\w*|contradict\w*|clash\w*|disagree\w*)|"
    r"\bdiffer(?:s|ent|ently|ing)?\b.{0,40}\b(?:accounts?|versions?|information|numbers?|figures?|"
    r"views?|opinions?|explanations?|answers?)\b|"
    r"\b(?:accounts?|versions?|information)\b.{0,40}\bdiffer(?:s|ent|ently)?\b|"
    r"^\W*(?:how|in what|on what|about what)\b.+\bdiffer\b|"
    r"\bwhich (?:one )?of [^,?]{1,40}? (?:statements?|claims?|points?|arguments?|accusations?|"
    r"complaints?|reproaches|assertions?|allegations?|remarks?|words)\b|"
    r"\bcan (?:be|one|we) (?:said|say|infer\w*|conclude\w*|tell)\b|"
    r"\b(?:person|man|woman|one|speaker|source|expert|player|official) who (?:said|says|wrote)\b",
    re.I,
)


def asks_about_accounts(stem: str) -> bool:
    """Whether a question is about who says what, not about what is said: "On which point do the two
    accounts differ?", "Which of these is a claim?"."""
    return bool(_ACCOUNTS.search(stem)) or words.about_claims(stem)


_DISPUTES = re.compile(
    r"\b(?:den(?:y|ies|ied|ial)|disput(?:e[sd]?|ing)|disagree[sd]?|contradict\w*|contest(?:s|ed)?|"
    r"accus\w+|alleg\w+|blam\w+|refut\w+|dismiss(?:es|ed)|"
    r"reject(?:s|ed) (?:the |this |that |his |her |their |any )?"
    r"(?:\w+ )?(?:accusations?|claims?|charges?|allegations?|version|account|criticism|reports?)|"
    r"neither (?:account|side|version|claim)|each side|both sides (?:say|claim|said)|"
    r"(?:could|can) not be (?:\w+ )?(?:checked|verified|confirmed)|"
    r"not be independently|conflicting|the opposite)\b",
    re.I,
)
_CLAIMED = re.compile(
    r"\b(?:accus\w+|alleg\w+|blam\w+|insist\w*|claim(?:s|ed)?|argu\w+|maintain(?:s|ed)|"
    r"believ\w+|thinks?|thought|fear\w*|suspect\w*|doubt\w*|warn(?:s|ed)|contend\w*)\b",
    re.I,
)
_CONTESTABLE = re.compile(
    r"\b(?:caus(?:e[sd]?|ing)|led to|fault|guilt\w*|"
    r"deliberate\w*|on purpose|irresponsible|illegal\w*|wrong\w*|right to|too [a-z]+|unfair\w*|"
    r"mistakes?|waste|disaster|never|should|ought|must|would|will|going to|may|might|could|"
    r"likely|probabl[ye]|possibl[ye]|perhaps|better|worse|more \w+ than|\w{3,}est|most|least|best|"
    r"worst|ignor\w+|fail(?:ed|s)|lied|lying|broke|violat\w+)\b",
    re.I,
)
# What whoever may decide it decides, or plans for itself, is so.
_DECIDES = re.compile(
    r"\b(?:point(?:s|ed)? out|note[sd]|reveal(?:s|ed)|discover(?:s|ed)|reali[sz]e[sd]?|"
    r"recall(?:s|ed)|acknowledge[sd]?|announce[sd]?|confirm(?:s|ed)?|order(?:s|ed)?|direct(?:s|ed)|ruled|decided|voted|agreed|"
    r"promise[sd]?|pledge[sd]?|offer(?:s|ed)?|threaten(?:s|ed)?|plan(?:s|ned)|court papers|"
    r"annual report|records? show)\b",
    re.I,
)
_PLANS = re.compile(r"\b(?:will|is to|are to|plans?|intends?)\b", re.I)
# The head of a firm or an office speaks of what is its own.
_OWN = re.compile(r"\b(?:its|their|the company's) (?:[a-z]+ ){1,3}", re.I)


_DOCUMENTS = tuple([w] for w in ("rules", "law", "laws", "contract", "treaty", "agreement",
                                 "constitution", "timetable"))  # fmt: skip


def contested(ground: Ground, who: Attribution) -> bool:
    """Whether what `who` says in the evidence of an item is contested."""
    outside = outside_of_speech(ground)
    if who.stance in ("claim", "opinion") or _CLAIMED.search(outside):
        return True
    if _DECIDES.search(outside) or (who.speaker or "").split()[-1:] in _DOCUMENTS:
        return False
    own = _OWN.search(outside) or _OWN.search(who.speaker or "")
    if own and _PLANS.search(outside_of_speech(ground, spoken=True)):
        return False
    if in_dispute(ground):
        return True
    quoted = any(s.type == "quote" for s in ground.speech) and who.kind == "named"
    return quoted or (bool(_CONTESTABLE.search(_asked_of(ground))) and not own)


def _asked_of(ground: Ground) -> str:
    """The stem and the key, which say what of the speech is asked."""
    item = ground.item
    return " ".join([item.stem, *(o.text for o in right(item)), *item.key])


def in_dispute(ground: Ground) -> bool:
    """Whether the sentences of the evidence, or those beside them, tell of a dispute."""
    numbers = {ground.index.number_of(s) for s in ground.sentences}
    told = ground.index.sentences
    near = {n + step for n in numbers for step in (-1, 0, 1) if 0 <= n + step < len(told)}
    near |= {n + step for n in numbers for step in (-2, 2) if 0 <= n + step < len(told)
             and "\n" not in _between(told[n], told[n + step], ground)}  # fmt: skip
    return any(_DISPUTES.search(ground.index.said(told[n]).text) for n in sorted(near))


def _between(one: Sentence, two: Sentence, ground: Ground) -> str:
    """The text from one to the other: in a paragraph of its own there stands a line's end."""
    first, last = sorted((one, two), key=lambda s: s.start)
    return ground.source.text[first.end : last.start]


def outside_of_speech(ground: Ground, spoken: bool = False) -> str:
    """The evidence but for the words of its speakers, or those words alone."""
    spans = [(s.start, s.end) for s in ground.speech]
    return "".join(
        letter if any(start <= at < end for start, end in spans) == spoken else " "
        for quote in ground.item.evidence
        for at, letter in enumerate(quote.quote, quote.start)
    )
