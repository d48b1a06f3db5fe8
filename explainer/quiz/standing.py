"""Whether words stand on their own: as a question, as a statement, away from the text around."""

from __future__ import annotations

import re

from explainer.extract.words import word_forms

_LOOSE = re.compile(
    r"\b(?:it|its|he|him|his|she|her|hers|they|them|their|theirs|this|these|those|here|there|i|"
    r"we|us|our|you|your|my|me|former|latter|such|another|other|others|same|similar|so|also|then|thus|"
    r"himself|herself|itself|themselves)\b",
    re.I,
)
# "last week" means one thing to the article and another to whoever is asked.
RELATIVE = re.compile(
    r"\b(?:(?:last|this|next|past|coming) (?:\w+ )?(?:(?:hour|day|week|weekend|month|year|night|"
    r"decade)s?|summer|winter|spring|autumn|fall)|yesterday|today|tonight|tomorrow|ago|recently|"
    r"earlier|now|"
    r"currently|over the weekend|since then|meanwhile|afterwards|the (?:next|same) (?:day|year)|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day(?!\w|,? \d))\b",
    re.I,
)
# "Profit fell in the first half of this year": asked about an article, it needs no such time.
_WHEN_TOLD = re.compile(
    r",? (?:(?:in|during|over|at|by|since|for) )?(?:the )?(?:(?:first|second|third|last) (?:half|"
    r"quarter|months?) of )?(?:last|this|next|the past) (?:year|month|week|weekend|night|summer|"
    r"winter|spring|autumn)(?=[ ?,.]|$)"
)
# "an hour later": later than what? Only a date before it in the sentence says so.
_LATER = re.compile(r"\b(?:later|afterwards|soon)\b", re.I)
# "The company" has its name in another sentence.
_UNNAMED = re.compile(
    r"\b[Tt]he (?:company|firm|club|agency|organisation|organization|charity|man|woman|suspects?|"
    r"couple|pair|family|companies|firms|clubs|sides|victims?|winner|team|figure|record|order|vote|others?|latter|"
    r"former|same|two(?! \w+s\b)|group|incident|move|announcement|matter|\d+-year-old)\b"
    r"(?! (?:of|in|at|for|from|that|which|who|to|by|with|on)\b|-|['’]s)"
)
# "A third has sent its workers home": a third of what?
_PART = re.compile(
    r"\b(?:has|have|had|did|does|do|will) an? (?:third|fourth|fifth|half|quarter|dozen)(?! of)\b"
)
_ENDS_SOMEWHERE = re.compile(r"\bthe (?:town|village|district)$")
# "Two bridges in the town": which town, another sentence says.
_SOMEWHERE = re.compile(
    r"\b(?:in|of|from|near) the (?:town|village|district)(?=[.,]|$| (?:has|have|is|are|was|were)\b)"
)
_POINTS = re.compile(
    r"\b(?:he|him|his|she|her|hers|they|them|theirs|I|we|us|our|my|you|your|this|these|here|it|its|"
    r"there(?! (?:is|are|was|were)))\b|\b[Ww]ithout that\b"
)
# "How long did that strike last?": which, the sentence before says.
_THAT_ONE = re.compile(
    r"\b(?:do(?:es)?|did|was|were|is|are|of|in|by|for|to|from|with|at|on|after|before) that "
    r"(?!(?:the|an?|it|he|she|they)\b)[a-z]+\b"
)
_BEGINS_BADLY = re.compile(
    r"(?:Many|Some|Most|Several|That|One|Similar|Both|Another|Half|Thus|More(?! than)|None|Not all|"
    r"Others|Such|All this|\d{1,2}[.:]\d\d\b)(?!\w)"
)
_WEEKDAY = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?"
    r"(?!,? \d|\w|[-’'])"
)
_ENDS_BADLY = re.compile(
    r"\b(?:of|in|on|at|by|for|with|from|to|into|and|or|but|the|a|an|that|which|who|as|than|"
    r"because|while|when|if|not|is|are|was|were|be|been|have|has|had|about|between|under|over|"
    r"pairs|couples|only|also|more|most|very|their|its|his|her|(?:m|b|tr)illion|thousand|hundred)$",
    re.I,
)


# "Zofia Wilk opened it with her late husband": whose husband, the sentence itself says.
_OWN = re.compile(
    r"\b(?:(?P<one>his|her)|(?P<several>their)|(?P<thing>its)) "
    r"(?!(?:to|in|on|at|by|for|with|from|that|and|or|as)\b)(?=[a-z])|"
    r"\b(?:(?P<self>himself|herself)|(?P<selves>themselves)|(?P<itself>itself))\b"
)
_PERSON = re.compile(r"[A-Z][\w’'-]+ (?:[a-z]{2,3} ){0,2}[A-Z]")
_SEVERAL = re.compile(r"\b(?:[a-z]{3,}(?<!ss|us|is)s|people|men|women|children)\b")


def without_own(words: str, *, persons: bool = False) -> str:
    """Words without the possessives that mean what the words themselves name before them; only
    those of `persons`, if so asked: "honey bees take their food" may mean the food of others."""

    def bound(found: re.Match[str]) -> str:
        before = words[: found.start()]
        if found["one"] or found["self"]:
            ties = _PERSON.search(before)
        elif persons and not (found["selves"] or found["itself"]):
            return found[0]
        elif found["itself"]:
            ties = re.search(r"[A-Z]\w+", before)
        elif found["several"] or found["selves"]:
            ties = _SEVERAL.search(before)
        else:
            ties = re.search(r"(?<=\w )[A-Z]\w+", before)
        return "" if ties else found[0]

    return _OWN.sub(bound, words)


def without_weekday(words: str) -> str:
    """ "… welcomed the team in Ashford on Sunday": which Sunday only the article's day tells."""
    words = re.sub(rf"^On {_WEEKDAY},? (\w)", lambda m: m[1].upper(), words)
    return re.sub(rf"(\w+),? (?:(?:late|early) )?(?:on )?{_WEEKDAY}(?=([ .,?]|$))", _bare, words)


_AUXILIARIES = frozenset(("be", "been", "is", "are", "was", "were", "has", "have", "had"))


def _bare(found: re.Match[str]) -> str:
    """The word before a weekday alone, unless it needs the day: "until Wednesday"."""
    needs = ("until", "till", "by", "since", "before", "after", "from", "to", "of", "for", "this",
             "last", "next", "and", "the", "each", "every", "a")  # fmt: skip
    if found[1].lower() in needs:
        return found[0]
    before = found.string[: found.start()].split()[-1:]
    if (
        found[2] == " "
        and "VBN" in word_forms(found[1].lower()).forms
        and not _AUXILIARIES & set(before)
    ):
        return found[0]  # "pictures taken on Sunday show": the day is theirs
    # "the bank meets Thursday": without the day it says nothing
    ends = found[2] != " " and {"VBZ", "VBD"} & set(word_forms(found[1].lower()).forms)
    return found[0] if ends else found[1]


def question(*pieces: str) -> str | None:
    """Pieces joined to a question, or None where it would not stand on its own."""
    words = " ".join(p.strip(" ,;:") for p in pieces if p.strip(" ,;:"))
    words = without_weekday(re.sub(r"\s+", " ", words).replace(" ,", ","))
    words = re.sub(
        r"(?<![a-z] )\b[Rr]ival (?=[A-Z])", "", words
    )  # whose rival, only the text around says
    ended = re.sub(r"^((?:\w+ ){0,2}how many .*) have$", r"\1", words, flags=re.I)
    if _ENDS_BADLY.search(ended) or re.search(r"/(?:\s|$)", words):
        return None
    words = _WHEN_TOLD.sub("", words)
    alone = without_own(words)
    if any(
        found.search(alone)
        for found in (_LOOSE, RELATIVE, _UNNAMED, _LATER, _THAT_ONE, _ENDS_SOMEWHERE, _PART)
    ):
        return None
    if not 20 <= len(words) <= 190:
        return None
    if words.count("(") != words.count(")") or len(re.findall(r'["“”]', words)) % 2:
        return None
    if ";" in words or ":" in words or ", and " in words or _says_more(words):
        return None
    return words[0].upper() + words[1:] + "?"


_AND_VERB = re.compile(r" and ([a-z]+) (?:the|an?|\d[\d.,]*|his|her|its|their)\b")


def _says_more(words: str) -> bool:
    """Whether a second verb follows that the question does not turn: "was … set up and holds 51
    percent"."""
    found = _AND_VERB.search(words)
    return found is not None and bool({"VBZ", "VBD"} & set(word_forms(found[1]).forms))


def is_loose(words: str) -> bool:
    """Whether words lean on a text around them."""
    return bool(_LOOSE.search(words))


def is_unnamed(name: str) -> bool:
    """ "The man", "the company": who that is, another sentence says."""
    return bool(_UNNAMED.fullmatch(name.strip()))


# "Police in Lund said on Monday that they had found it": the police are who found it.
_SPEAKS = re.compile(
    r"(?P<who>(?:[^\s,;:“”\"]+ ){1,9}?)(?P<says>says?|said|announced?|warn(?:s|ed)?|"
    r"expects?|expected|hopes?|hoped|believes?|plans|promise[sd]?|admit(?:s|ted)|claim(?:s|ed)?|"
    r"argue[sd]?|denie[sd]|acknowledge[sd])(?P<rest>(?: on)?(?: \w+day)?(?:,? that)? )"
    r"(?P<pronoun>he|she|it|they)\b"
)
_HEAD = re.compile(r" (?:of|in|at|from|for|near|with|on|to) ")


def without_speaker(words: str) -> str:
    """Words without the pronoun that means the speaker with whom they begin."""
    found = _SPEAKS.match(words)
    if found is None or is_loose(found["who"]) or not _can_mean(found["pronoun"], found["who"]):
        return words
    return words[: found.start("pronoun")] + words[found.end("pronoun") :].lstrip()


def _can_mean(pronoun: str, who: str) -> bool:
    """Whether a pronoun agrees with the speaker: one person by name, one body, or several."""
    front = _HEAD.split(who.strip())[0]
    several = bool(re.search(r"\b[Pp]olice\b|\b[A-Za-z]?[a-z]+(?<!ss|us|is)s\b", front))
    person = bool(_PERSON.search(who)) and front.split()[-1][:1].isupper()
    if pronoun in ("he", "she"):
        return person
    return several if pronoun == "they" else not (several or person)


def stands_alone(words: str) -> bool:
    """Whether a sentence means the same without the text around it: nothing in it points at what
    was said before, and no time counts from one that is not told."""
    said = re.sub(r"^According to (?!he[rm]|him|them)[^,]+, ", "", words)
    said = without_speaker(said)
    later = _LATER.search(said)
    if later and not re.search(r"\d{4}|\d (?:[A-Z]|of)", said[: later.start()]):
        return False
    if re.search(r"\bprobably[.,]", said):
        return False  # "probably on Thursday", the weekday left out
    if is_loose(" ".join(without_own(said, persons=True).split()[:5])) or _BEGINS_BADLY.match(said):
        return False
    said = re.sub(
        r"\band (\w+) (?:it|them)\b", r"and \1", without_own(said, persons=True)
    )  # "signed a treaty and broke it"
    return not any(
        found.search(said) for found in (RELATIVE, _POINTS, _UNNAMED, _THAT_ONE, _SOMEWHERE)
    )


def begins_alone(words: str) -> bool:
    """Whether a sentence does not begin by pointing at what was said before it."""
    return not is_loose(" ".join(words.split()[:4])) and not _BEGINS_BADLY.match(words)


_OPENS = frozenset(
    ("The", "A", "An", "In", "On", "At", "No", "Every", "All", "Some", "Its", "Their")
)


def lowered_start(words: str) -> str:
    """ "Cold-water corals feed …" inside a sentence; "King Oskar approved …" stays."""
    first, _, rest = words.partition(" ")
    if first in _OPENS:
        return words[0].lower() + words[1:]
    low = first.split("-")[0].lower()
    known = word_forms(low).classes or word_forms(low.removesuffix("s")).classes
    common = known and not rest[:1].isupper()
    return words[0].lower() + words[1:] if common else words


def without_until(words: str) -> str:
    """A clause whose reason is asked for, without the weekday it ends on, "stay closed", and
    without how much of a reason it is: ", partly"."""
    words = re.sub(r",? (?:partly|mainly|largely|mostly|chiefly|simply|only|just)$", "", words)
    return re.sub(r",? (?:until|till|from|since) (?:\w+ )?\w+day$", "", words)
