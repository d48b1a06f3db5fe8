"""Second thoughts on tags, with the whole sentence in view: which word is the verb."""

from __future__ import annotations

from itertools import pairwise

from explainer.extract.insertions import insertions, since_joint
from explainer.extract.role_words import is_role_noun
from explainer.extract.words import (
    FINITE,
    NOMINAL,
    SAYING,
    WHO,
    Token,
    WordForms,
    lemma_of_verb,
    word_forms,
)

_BOUNDS = (("at", "least"), ("at", "most"), ("more", "than"), ("less", "than"), ("fewer", "than"),
           ("up", "to"), ("about",), ("around",), ("over",), ("nearly",), ("almost",), ("some",),
           ("as", "many", "as"), ("under",), ("approximately",), ("roughly",))  # fmt: skip


_BOUNDS_BY_LAST: dict[str, list[tuple[str, ...]]] = {}
for _words in _BOUNDS:
    _BOUNDS_BY_LAST.setdefault(_words[-1], []).append(_words)


def settle_bounds(tokens: list[Token]) -> None:
    """ "At least" and "about" before a number belong to it; they open no phrase of their own."""
    numbers = [index for index, token in enumerate(tokens) if token.tag == "NUM" and index]
    for index in numbers:
        for words in _BOUNDS_BY_LAST.get(tokens[index - 1].low, ()):
            start = index - len(words)
            if start >= 0 and tuple(t.low for t in tokens[start:index]) == words:
                for bound in tokens[start:index]:
                    bound.tag = "D"


_JOINTS = frozenset({",", "C", "SUB", "REL", ";", ":"})
_MAY_OPEN_CLAUSE = frozenset({"after", "before", "since", "until", "till", "as"})


def settle_subordinators(tokens: list[Token]) -> None:
    """ "after a shop was robbed" is a clause, "after the robbery" is not."""
    if _MAY_OPEN_CLAUSE.isdisjoint([token.low for token in tokens]):
        return
    finite = False
    after: Token | None = None
    for token in reversed(tokens):
        tag = token.tag
        if tag in _JOINTS:
            finite = False
        elif tag in FINITE or (tag == "?" and _past_only(token)):
            finite = True
        elif tag == "P" and token.low in _MAY_OPEN_CLAUSE:
            if finite and token is not tokens[0] and not (token.low == "as" and _is_post(after)):
                token.tag = "SUB"
            finite = False
        after = token


def _is_post(token: Token | None) -> bool:
    """ "who as mayor turned": a post, and no clause."""
    return token is not None and token.tag == "N" and is_role_noun(token.low)


def _past_only(token: Token) -> bool:
    known = word_forms(token.low)
    return "VBD" in known.forms and "N" not in known.classes


_STRETCH_ENDS = frozenset({"SUB", "REL", ";", ":", "C"})


def settle_verbs(tokens: list[Token]) -> None:
    """One finite verb in each stretch between joints: the first sure one, else the likeliest."""
    begin = verbs = 0
    inserted: set[int] = set()
    for opens, verb in insertions(tokens):
        inserted |= {opens, verb - 1}
        if tokens[verb].tag in ("?", "VN"):
            tokens[verb].tag = "VF"
        for token in since_joint(tokens, opens):
            if token.tag == "?":
                token.tag = _without_finite(word_forms(token.low))
    for index, token in enumerate(tokens):
        if token.tag in _STRETCH_ENDS or index in inserted or token.low in WHO:
            if verbs > 1:
                _settle_stretch(tokens, begin, index)
            begin, verbs = index + 1, 0
        elif token.tag in FINITE:
            verbs += 1
        elif token.tag == "?":
            verbs += 2
    if verbs > 1:
        _settle_stretch(tokens, begin, len(tokens))


def _settle_stretch(tokens: list[Token], begin: int, end: int) -> None:
    stretch = tokens[begin:end]
    open_ones = [t for t in stretch if t.tag == "?"]
    sure = not FINITE.isdisjoint([t.tag for t in stretch])
    if open_ones and not sure:
        past = [t for t in open_ones if "VBD" in word_forms(t.low).forms]
        # "soldiers, supported by the air force, killed"
        apart = [t for t in past if not _before_by(tokens, begin, end, t)]
        chosen = next(iter(apart or past), None)
        chosen = chosen or next((t for t in open_ones if _agrees(tokens, begin, t)), None)
        if chosen is not None:
            chosen.tag = "VF"
    elif open_ones and stretch[-1].tag != "?" and _ends_in_saying(stretch):
        _open_before_saying(stretch)
    for token in open_ones:
        if token.tag == "?":
            token.tag = _without_finite(word_forms(token.low))
    _settle_participles(stretch)


def _before_by(tokens: list[Token], begin: int, end: int, token: Token) -> bool:
    at = next(i for i in range(begin, end) if tokens[i] is token)
    return at + 1 < len(tokens) and tokens[at + 1].low == "by"


def _ends_in_saying(stretch: list[Token]) -> bool:
    """ "…, her daughter said": the only sure verb stands at the end, after a comma."""
    sure = [i for i, t in enumerate(stretch) if t.tag in FINITE]
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
    finite = [i for i, t in enumerate(stretch) if t.tag in FINITE and t.low != "be"]
    for here, there in pairwise(finite):
        if there == here + 1 or stretch[here].tag not in FINITE:
            continue
        before = stretch[there - 1].tag
        if lemma_of_verb(stretch[here].low) in SAYING and (before in NOMINAL or before == "PRON"):
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
