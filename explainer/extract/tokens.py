"""Words of a sentence with the part each plays: enough of a tagger to find verbs and noun phrases.

Tags: D article or determiner, S possessive ('s, their), J adjective, N noun, NAME, NUM, TIME,
PRON, P preposition, TO, A adverb, NOT, C coordinator, SUB subordinator, REL relative word,
MOD modal, BE, HAVE, DO, VF finite verb, V base form, VN past participle, VG -ing form,
"," ";" ":" "(" ")" and `"` for punctuation, X for the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from lemminflect import getAllInflections, getAllLemmas

from explainer.extract.word_set import word_set
from explainer.mention import AnyMention, NameMention, PlaceMention, QuantityMention, TimeMention

_WORD = re.compile(
    r"(?P<possessive>['’]s\b|(?<=s)['’](?=\s))|(?P<number>\d+(?:[.,:]\d+)*%?)"
    r"|(?P<word>[^\W\d_]+(?:(?:[-‑]|['’](?!s\b))[^\W_]+)*|\w+)|(?P<mark>[^\w\s])"
)
_CLOSED: dict[str, str] = {
    word: tag
    for tag, words in {
        "D": "the a an this these those each every some any no another both either neither such "
        "all several many few most more much other",
        "S": "my your his her its our their whose",
        "PRON": "i you he she it we they him them us me himself herself itself themselves who "
        "someone somebody anyone nobody everybody everyone nothing something anything everything "
        "there one",
        "P": "of in on at by for with from into onto over under through during after before "
        "between among against about across along around behind beside besides beyond despite "
        "toward towards until till upon via within without near inside outside above below per "
        "amid throughout off out up down since like unlike including regarding concerning "
        "following because-of as than",
        "TO": "to",
        "NOT": "not n't never",
        "C": "and or but nor yet",
        "SUB": "because although though while if unless whereas whether when where once",
        "REL": "which that whom",
        "MOD": "will would can could may might shall should must cannot",
        "BE": "is are was were be been being am 's're",
        "HAVE": "has have had having",
        "DO": "do does did",
        "A": "also already still however therefore thus then now here only just even very too "
        "again soon often always ever quickly almost nearly not-only instead meanwhile "
        "together ago later earlier far away back home today yesterday tomorrow perhaps maybe "
        "so yes",
        "J": "northern southern eastern western central own same first last next second third "
        "fourth fifth sixth seventh eighth ninth tenth",
    }.items()
    for word in words.split()
}
_CONTRACTED: dict[str, str] = {
    "n't": "NOT", "isn't": "BE", "aren't": "BE", "wasn't": "BE", "weren't": "BE", "don't": "DO",
    "doesn't": "DO", "didn't": "DO", "hasn't": "HAVE", "haven't": "HAVE", "hadn't": "HAVE",
    "won't": "MOD", "can't": "MOD", "couldn't": "MOD", "wouldn't": "MOD", "shouldn't": "MOD",
    "mustn't": "MOD",
}  # fmt: skip
SAYING = word_set(
    "say think believe claim hope know add insist suggest tell fear argue feel show "
    "admit estimate understand realise realize note declare promise vow warn"
)
NOMINAL = frozenset({"N", "NAME", "NUM", "TIME"})
_MARKS = {",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "–": "-", "—": "-"}
_QUOTE_MARKS = frozenset('"“”„«»‘')


@dataclass(slots=True)
class Token:
    """A word, or a whole mention taken as one, at `start`..`end` of the source."""

    start: int
    end: int
    text: str
    tag: str
    mention: AnyMention | None = None
    low: str = field(init=False)

    def __post_init__(self) -> None:
        self.low = self.text.lower()


@dataclass(frozen=True, slots=True)
class WordForms:
    """What the dictionary knows of a word: open classes (N, V, J, A), its verb and verb forms."""

    classes: frozenset[str]
    forms: frozenset[str]
    verb: str | None


_CLASS = {"NOUN": "N", "VERB": "V", "AUX": "V", "ADJ": "J", "ADV": "A"}


@lru_cache(maxsize=65536)
def word_forms(word: str) -> WordForms:
    """Dictionary entry of a lower-case word; a word not in it is known by no class."""
    if not word.isascii() or len(word) > 30:
        return WordForms(frozenset(), frozenset(), None)
    lemmas = getAllLemmas(word.replace("’", "'"))
    classes = {_CLASS[pos] for pos in lemmas if pos in _CLASS}
    verb = lemmas["VERB"][0] if "VERB" in lemmas else None
    forms: set[str] = set()
    if verb:
        inflections = getAllInflections(verb, upos="VERB")
        forms = {tag for tag, spelled in inflections.items() if word in spelled}
        # The dictionary leaves out a participle that is spelled like the past.
        if "VBD" in forms and "VBN" not in inflections:
            forms.add("VBN")
        if not forms:
            forms |= _forms_by_ending(word)
    return WordForms(frozenset(classes), frozenset(forms), verb)


def _forms_by_ending(word: str) -> set[str]:
    if word.endswith("ing"):
        return {"VBG"}
    if word.endswith("ed"):
        return {"VBD", "VBN"}
    return {"VBZ"} if word.endswith("s") else {"VB", "VBP"}


def lemma_of_verb(word: str) -> str:
    return word_forms(word.lower()).verb or word.lower()


def tag_sentence(
    text: str, start: int, end: int, mentions: Iterable[AnyMention] = ()
) -> list[Token]:
    """Tokens of `text[start:end]`; each name, number and time mention is one token."""
    tokens = _tokens(text, start, end, _solid(mentions))
    for index, token in enumerate(tokens):
        if not token.tag:
            token.tag = _tag(tokens, index)
    _settle_bounds(tokens)
    _settle_subordinators(tokens)
    _settle_verbs(tokens)
    return tokens


def _solid(mentions: Iterable[AnyMention]) -> list[AnyMention]:
    """Mentions taken as one token, the longest where they overlap."""
    wanted = [
        m
        for m in mentions
        if isinstance(m, (NameMention, PlaceMention, TimeMention, QuantityMention))
    ]
    wanted.sort(key=lambda m: (m.start, -m.end))
    chosen: list[AnyMention] = []
    last = -1
    for mention in wanted:
        if mention.start >= last:
            chosen.append(mention)
            last = _token_end(mention)
    return chosen


def _token_end(mention: AnyMention) -> int:
    return mention.number_end if isinstance(mention, QuantityMention) else mention.end


def _tokens(text: str, start: int, end: int, solid: list[AnyMention]) -> list[Token]:
    tokens: list[Token] = []
    at = start
    for mention in solid:
        if mention.start < at or mention.end > end:
            continue
        tokens += _plain_tokens(text, at, mention.start)
        at = _token_end(mention)
        tag = {"quantity": "NUM", "person": "NAME", "place": "NAME", "organisation": "NAME"}.get(
            mention.type, "TIME"
        )
        tokens.append(Token(mention.start, at, text[mention.start : at], tag, mention))
    return tokens + _plain_tokens(text, at, end)


def _plain_tokens(text: str, start: int, end: int) -> list[Token]:
    tokens: list[Token] = []
    for match in _WORD.finditer(text, start, end):
        kind, word = match.lastgroup, match.group()
        tag = ""
        if kind == "possessive":
            tag = "S"
        elif kind == "number":
            tag = "NUM"
        elif kind == "mark":
            tag = '"' if word in _QUOTE_MARKS else _MARKS.get(word, "X")
        tokens.append(Token(match.start(), match.end(), word, tag))
    return tokens


def _previous(tokens: list[Token], index: int) -> str:
    """Tag before `index`, adverbs and negation skipped."""
    while index > 0:
        index -= 1
        if tokens[index].tag not in ("A", "NOT", '"'):
            return tokens[index].tag
    return ""


def _tag(tokens: list[Token], index: int) -> str:
    token = tokens[index]
    low = token.low.replace("’", "'")
    closed = _CONTRACTED.get(low) or _CLOSED.get(low)
    previous = _previous(tokens, index)
    if closed:
        return _closed_tag(tokens, index, closed, previous)
    if token.text[0].isupper() and index > 0 and tokens[index - 1].tag != '"':
        return "NAME"
    known = word_forms(low)
    if not known.classes:
        return _unknown(token, low)
    return _open_tag(tokens, index, known, previous)


def _closed_tag(tokens: list[Token], index: int, tag: str, previous: str) -> str:
    low = tokens[index].low
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if low == "that":
        if previous in ("P", "") or (previous == "," and _CLOSED.get(after) in ("BE", "MOD")):
            return "PRON" if _CLOSED.get(after) in ("BE", "MOD", "HAVE") else "D"
        return "REL"
    if low == "one" and previous in ("D", "P", "BE"):
        return "NUM"
    if low in ("more", "most", "much") and after.endswith("ly"):
        return "A"
    if tag in ("BE", "HAVE", "DO") and previous == "TO":
        return "V"
    if low == "yet" and previous in ("HAVE", "BE", "DO", "MOD"):
        return "A"
    if low in ("being", "having"):
        return "VG"
    if low == "like" and previous in ("PRON", "MOD", "TO"):
        return "V" if previous != "PRON" else "VF"
    return tag


def _unknown(token: Token, low: str) -> str:
    if token.text[0].isupper():
        return "NAME"
    if low.endswith("ly"):
        return "A"
    if "-" in low or low.endswith(("ous", "ful", "ive", "able", "ical", "less", "ish")):
        return "J"
    return "N"


def _open_tag(tokens: list[Token], index: int, known: WordForms, previous: str) -> str:
    classes, forms = known.classes, known.forms
    if "V" in classes:
        if previous in ("TO", "MOD", "DO") and forms & {"VB", "VBP"}:
            return "V"
        if previous in ("BE", "HAVE") and "VBN" in forms:
            return "VN"
        if "VBG" in forms:
            return _tag_ing(tokens, index, classes, previous)
        if previous == "PRON" and forms & {"VBD", "VBZ", "VBP"}:
            return "VF"
        if forms & {"VBZ", "VBP"} and known.verb in SAYING and previous in ("NAME", "N"):
            return "VF"
        if previous in ("D", "S", "J", "NUM", "P", "TO"):
            return _tag_after_determiner(tokens, index, classes, forms)
        if "VBD" in forms and ("N" not in classes or forms == {"VBD"}):
            sure = "VBN" not in forms or (known.verb in SAYING and previous in _SPEAKS)
            return "VF" if sure and not _next_is(tokens, index, "by") else "?"
        if forms == {"VBN"}:
            return "VN"
        if previous in ("N", "NAME", ")", "TIME", ",", "C", "REL", '"') and forms:
            return "?" if classes & {"N", "J"} or forms & {"VBP", "VBZ"} else "VF"
    return _tag_without_verb(tokens, index, classes)


_SPEAKS = frozenset({"N", "NAME", ")", ",", "TIME", "C", '"'})


def _next_is(tokens: list[Token], index: int, word: str) -> bool:
    return index + 1 < len(tokens) and tokens[index + 1].low == word


def _tag_ing(tokens: list[Token], index: int, classes: frozenset[str], previous: str) -> str:
    if previous in ("D", "S"):
        return "J" if _next_is_nominal(tokens, index) else "N"
    if "N" in classes and previous in ("J", "N", "NUM"):
        return "N"
    if "N" in classes and previous in ("P", "") and _noun_follows(tokens, index):
        return "N"  # "on shipping companies"
    return "VG"


def _noun_follows(tokens: list[Token], index: int) -> bool:
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None or after.tag or after.low in _CLOSED or not after.text[0].islower():
        return False
    return "N" in word_forms(after.low).classes and after.low.endswith("s")


def _tag_after_determiner(
    tokens: list[Token], index: int, classes: frozenset[str], forms: frozenset[str]
) -> str:
    if "J" in classes and _next_is_nominal(tokens, index):
        return "J"
    if "N" in classes:
        return "N"
    if forms & {"VBN", "VBG"}:
        return "J"
    return "J" if "J" in classes else "VF"


def _next_is_nominal(tokens: list[Token], index: int) -> bool:
    if index + 1 >= len(tokens):
        return False
    after = tokens[index + 1]
    if after.tag:
        return after.tag in NOMINAL
    if after.low in _CLOSED or _acts(tokens, index + 1):
        return False
    return bool(word_forms(after.low).classes & {"N", "J"}) or after.text[0].isupper()


def _acts(tokens: list[Token], index: int) -> bool:
    """ "the council supports the ban": a present form with its object after it."""
    if index + 1 >= len(tokens) or "VBZ" not in word_forms(tokens[index].low).forms:
        return False
    return _CLOSED.get(tokens[index + 1].low) in ("D", "S", "PRON")


def _tag_without_verb(tokens: list[Token], index: int, classes: frozenset[str]) -> str:
    if "J" in classes and ("N" not in classes or _next_is_nominal(tokens, index)):
        if "A" in classes and not _next_is_nominal(tokens, index):
            return "A"
        return "J"
    if "N" in classes:
        return "N"
    if "A" in classes:
        return "A"
    return "J" if "J" in classes else "VF" if "V" in classes else "N"


_BOUNDS = (("at", "least"), ("at", "most"), ("more", "than"), ("less", "than"), ("fewer", "than"),
           ("up", "to"), ("about",), ("around",), ("over",), ("nearly",), ("almost",), ("some",),
           ("as", "many", "as"), ("under",), ("approximately",), ("roughly",))  # fmt: skip


def _settle_bounds(tokens: list[Token]) -> None:
    """ "At least" and "about" before a number belong to it; they open no phrase of their own."""
    for index, token in enumerate(tokens):
        if token.tag != "NUM":
            continue
        for words in _BOUNDS:
            start = index - len(words)
            if start >= 0 and tuple(t.low for t in tokens[start:index]) == words:
                for bound in tokens[start:index]:
                    bound.tag = "D"


_MAY_OPEN_CLAUSE = frozenset({"after", "before", "since", "until", "till", "as"})


def _settle_subordinators(tokens: list[Token]) -> None:
    """ "after a shop was robbed" is a clause, "after the robbery" is not."""
    finite = False
    for token in reversed(tokens):
        if token.tag in (",", "C", "SUB", "REL", ";", ":"):
            finite = False
        elif token.tag in _FINITE or (token.tag == "?" and _past_only(token)):
            finite = True
        elif token.tag == "P" and token.low in _MAY_OPEN_CLAUSE:
            if finite and token is not tokens[0]:
                token.tag = "SUB"
            finite = False


def _past_only(token: Token) -> bool:
    known = word_forms(token.low)
    return "VBD" in known.forms and "N" not in known.classes


_STRETCH_ENDS = frozenset({"SUB", "REL", ";", ":", "C"})
_FINITE = frozenset({"VF", "BE", "HAVE", "DO", "MOD"})


def _settle_verbs(tokens: list[Token]) -> None:
    """One finite verb in each stretch between joints: the first sure one, else the likeliest."""
    begin = 0
    for index in range(len(tokens) + 1):
        if index == len(tokens) or tokens[index].tag in _STRETCH_ENDS:
            _settle_stretch(tokens, begin, index)
            begin = index + 1


def _settle_stretch(tokens: list[Token], begin: int, end: int) -> None:
    stretch = tokens[begin:end]
    open_ones = [t for t in stretch if t.tag == "?"]
    sure = any(t.tag in _FINITE for t in stretch)
    if open_ones and not sure:
        chosen = next((t for t in open_ones if "VBD" in word_forms(t.low).forms), None)
        chosen = chosen or next((t for t in open_ones if _agrees(tokens, begin, t)), None)
        if chosen is not None:
            chosen.tag = "VF"
    elif open_ones and stretch[-1].tag != "?" and _ends_in_saying(stretch):
        _open_before_saying(stretch)
    for token in open_ones:
        if token.tag == "?":
            token.tag = _without_finite(word_forms(token.low))
    _settle_participles(stretch)


def _ends_in_saying(stretch: list[Token]) -> bool:
    """ "…, her daughter said": the only sure verb stands at the end, after a comma."""
    sure = [i for i, t in enumerate(stretch) if t.tag in _FINITE]
    commas = [i for i, t in enumerate(stretch) if t.tag == ","]
    if len(sure) != 1 or not commas or sure[0] < commas[-1]:
        return False
    return lemma_of_verb(stretch[sure[0]].low) in SAYING


def _open_before_saying(stretch: list[Token]) -> None:
    for index, token in enumerate(stretch):
        if token.tag == ",":
            return
        if (
            token.tag == "?"
            and _past_only(token)
            and any(t.tag in NOMINAL for t in stretch[:index])
        ):
            token.tag = "VF"
            return


def _agrees(tokens: list[Token], begin: int, token: Token) -> bool:
    """A present form after a comma or "and" is more likely a noun in a list."""
    index = next(i for i, t in enumerate(tokens) if t is token)
    if index <= begin or tokens[index - 1].tag in (",", "C"):
        return not word_forms(token.low).classes & {"N", "J"}
    if not word_forms(token.low).classes & {"N", "J"}:
        return True
    before = tokens[index - 1]
    plural = before.low.endswith("s") and not before.low.endswith("ss")
    return not (plural and before.tag == "N" and "VBZ" in word_forms(token.low).forms)


def _without_finite(known: WordForms) -> str:
    if "VBN" in known.forms:
        return "VN"
    return "N" if "N" in known.classes else "J" if "J" in known.classes else "VN"


def _settle_participles(stretch: list[Token]) -> None:
    """Of two finite verbs one is a participle: "a letter published in Paris said"."""
    finite = [i for i, t in enumerate(stretch) if t.tag in _FINITE and t.low != "be"]
    for here, there in pairwise(finite):
        if there == here + 1 or stretch[here].tag not in _FINITE:
            continue
        if lemma_of_verb(stretch[here].low) in SAYING and stretch[there - 1].tag in NOMINAL:
            continue  # "said the gang used a van": a clause without "that"
        comma = any(t.tag == "," for t in stretch[here:there])
        if comma and lemma_of_verb(stretch[there].low) in SAYING:
            continue  # "She died in Prague, her daughter said"
        first, second = (_may_be_participle(stretch, i) for i in (here, there))
        if second and (not first or stretch[there - 1].tag in ("N", "NAME")):
            stretch[there].tag = "VN"
        elif first:
            stretch[here].tag = "VN"


def _may_be_participle(stretch: list[Token], index: int) -> bool:
    token = stretch[index]
    if token.tag != "VF" or "VBN" not in word_forms(token.low).forms:
        return False
    after = stretch[index + 1].tag if index + 1 < len(stretch) else ""
    return after in ("P", "A", "TIME", "NAME")
