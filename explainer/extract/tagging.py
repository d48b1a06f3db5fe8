"""The part a word plays, told by the dictionary and the words before it."""

from __future__ import annotations

from explainer.extract.words import (
    CLOSED,
    CONTRACTED,
    NOMINAL,
    SAYING,
    Token,
    WordForms,
    word_forms,
)

_CLOSED = CLOSED | CONTRACTED
# Little words that play one part wherever they stand; the others turn with their neighbours.
_FIXED = frozenset(_CLOSED.values()) - {"BE", "HAVE", "DO"}
_TURNING = frozenset({"that", "one", "more", "most", "much", "yet", "like", "own", "once"})
# What a word looks past to see what comes before it.
_PASSED = frozenset({"A", "NOT", '"'})


def fixed_tag(low: str) -> str:
    """The tag of a little word that plays one part everywhere; empty for any other."""
    low = low.replace("’", "'")
    tag = _CLOSED.get(low, "")
    return tag if tag in _FIXED and low not in _TURNING else ""


def tag_words(tokens: list[Token]) -> None:
    """Gives each token without a tag its tag, by the dictionary and by what stands before it."""
    previous = ""
    for index, token in enumerate(tokens):
        if not token.tag:
            token.tag = _tag_of(tokens, index, token, previous)
        if token.tag not in _PASSED:
            previous = token.tag


def _tag_of(tokens: list[Token], index: int, token: Token, previous: str) -> str:
    low = token.low.replace("’", "'")
    closed = _CLOSED.get(low)
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
        if index and tokens[index - 1].low == "out":
            return "REL"  # "pointed out that"
        if previous in ("P", "") or (previous == "," and CLOSED.get(after) in ("BE", "MOD")):
            return "PRON" if CLOSED.get(after) in ("BE", "MOD", "HAVE") else "D"
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
    if low == "once" and previous in ("BE", "HAVE", "MOD"):
        return "A"  # "was once carried through the streets"
    if low == "once" and previous in ("PRON", "N", "NAME") and "VBD" in word_forms(after).forms:
        return "A"  # "she once showed a film"
    if low == "own" and previous in ("MOD", "TO", "PRON"):
        return "V" if previous != "PRON" else "VF"
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


_SPEAKS = frozenset({"N", "NAME", ")", ",", "TIME", "C", '"', "REL"})


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
    if after is None or after.tag or after.low in CLOSED or not after.text[0].islower():
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
    if "J" in classes:
        return "J"
    # "the dam", which the dictionary has as a verb alone: no verb in its base form stands here
    return "VF" if forms & {"VBD", "VBZ"} else "N"


def _next_is_nominal(tokens: list[Token], index: int) -> bool:
    if index + 1 >= len(tokens):
        return False
    after = tokens[index + 1]
    if after.tag:
        return after.tag in NOMINAL
    if after.low in CLOSED or _acts(tokens, index + 1):
        return False
    return bool(word_forms(after.low).classes & {"N", "J"}) or after.text[0].isupper()


def _acts(tokens: list[Token], index: int) -> bool:
    """ "the council supports the ban", "the army closed it": a finite form, its object after it."""
    if index + 1 >= len(tokens) or not word_forms(tokens[index].low).forms & {"VBZ", "VBD"}:
        return False
    return CLOSED.get(tokens[index + 1].low) in ("D", "S", "PRON")


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
