"""A question with one of its answers put in: what whoever gives that answer claims.

Crude English, good enough to be held against the source: "did" stays ("The hall did close in
2017."), and what cannot be turned gives None.
"""

from __future__ import annotations

import re
from functools import lru_cache

from explainer.extract.words import word_forms
from explainer.word_set import word_set

_FRONT = re.compile(
    r"^\W*(?P<front>(?:according to|in the (?:view|opinion|words) of) [^,?]+,\s+|"
    r"(?:in|on|by|during|after|before|since|at|under|between|when|while|once) "
    r"(?!which|what|whom|whose|how)[^,?]{2,60},\s+)?",
    re.I,
)
_ASKED = re.compile(
    r"^(?P<before>(?:(?:about|approximately|roughly|around|at least|at most|more than|less than|"
    r"fewer than|no more than|up to|over|in|on|at|by|for|from|to|into|during|since|until|till|with|"
    r"within|of|after|before|under|between|among|through|near|against|exactly)\s+)*)"
    r"(?P<wh>who|whom|whose|what|which|when|where|why|"
    r"how (?:many|much|long|far|old|often|tall|high|deep|big|large|soon)|how)\b\s*(?P<rest>.*)$",
    re.I | re.S,
)
_DO = ("do", "does", "did")
_BE = ("is", "are", "was", "were")
_AUXILIARY = (*_DO, *_BE, "has", "have", "had", "can", "could", "will", "would", "may", "might",
              "must", "should")  # fmt: skip
_PREPOSITIONS = word_set(
    "in on at by for from to into during since until with within of after before under "
    "between among through near against about as off over around towards"
)
_LEADS = word_set(
    "because since as to so for by in on at from after before during until since under near "
    "with between within through about around"
)


@lru_cache(maxsize=4096)
def claim_of(stem: str, answer: str) -> str | None:
    """The stem as a statement with `answer` in it; None if its form is not understood."""
    answer = answer.strip().rstrip(".!?")
    stem = re.sub(r"\s+", " ", stem.strip())
    if not answer or not stem:
        return None
    if "__" in stem:
        return _sentence(re.sub(r"_{2,}", answer, stem))
    question = _FRONT.match(stem)
    front = (question["front"] or "") if question else ""
    body = stem[len(question.group()) if question else 0 :].rstrip("? ")
    body, back = _reported_after(body)
    asked = _ASKED.match(body)
    if asked is None:
        return None if stem.endswith("?") else _sentence(f"{stem} {answer}")
    told = _told(asked["before"].strip(), asked["wh"].lower(), asked["rest"].split(), answer)
    return _sentence(f"{front}{told}{back}") if told else None


_DONE_BY = re.compile(
    r"^\W*what (?:has|have|had|did|does|do|will|is|are|was|were) (?P<who>[^?,]{3,50}?) "
    r"(?:done|do|doing)\b(?: (?:with|to|about|against) (?P<what>[^?,]{3,50}))?",
    re.I,
)


def with_subject(stem: str, answer: str) -> str | None:
    """ "What has the senate done with the bill? It has passed it." as "The senate has passed the
    bill"; None where the answer has no pronoun for whom the question names."""
    asked, told = _DONE_BY.match(stem), re.match(r"(?:it|he|she|they) (?=\w)", answer, re.I)
    if asked is None or told is None:
        return None
    rest = answer[told.end() :]
    if asked["what"]:
        rest = re.sub(r"\b(?:it|them)\b", asked["what"], rest, count=1)
    return _sentence(f"{asked['who']} {rest}")


def _reported_after(body: str) -> tuple[str, str]:
    found = re.search(r",? according to .+$", body, re.I)
    return (body[: found.start()], found.group()) if found else (body, "")


def _sentence(text: str) -> str | None:
    text = re.sub(r"\s+", " ", text).strip().rstrip(".,;: ")
    return f"{text[0].upper()}{text[1:]}." if text else None


def _told(before: str, wh: str, rest: list[str], answer: str) -> str | None:
    if not rest:
        return None
    if rest[0].casefold() == "happened" or (_is_clause(answer) and wh != "why"):
        return None  # the answer is a sentence of its own
    answer = _lowered(answer)
    before = before.casefold()
    noun, aux, after = _parted(wh, rest)
    if wh in ("how many", "how much", "whose") and noun.casefold() not in answer.casefold():
        answer = f"{answer} {noun}"
    if aux is None:
        if wh in ("when", "where", "why", "how") or not after:
            return None
        bound = f"{before} " if before not in _PREPOSITIONS and before else ""
        return f"{bound}{answer} {' '.join(after)}"
    return _with_auxiliary(before, wh, aux, after, answer)


_CLOSED_FIRST = word_set(
    "a an the it he she they no his her its their there because to in on at by for from "
    "with some most more all every each nobody one two about around"
)


def _lowered(answer: str) -> str:
    first = answer.split()[0]
    return answer[0].lower() + answer[1:] if first.casefold() in _CLOSED_FIRST else answer


def _is_clause(answer: str) -> bool:
    """ "It went bankrupt", "that the wind would destroy it"."""
    words = answer.casefold().split()
    if words[0] in ("that", "whether"):
        return True
    if any(_VERB_HERE.match(" ".join(words[at : at + 2])) and _is_past(words[at])
           for at in range(1, len(words))):  # fmt: skip
        return True  # "People stopped giving money"
    subject = words[0] in ("it", "he", "she", "they", "there", "nobody", "we", "i")
    return (subject and len(words) > 1) or any(w in _AUXILIARY for w in words[1:])


_VERB_HERE = re.compile(r"[a-z]+ (?:the|an?|it|him|her|them|his|its|their|to|[a-z]+ing)$")


def _is_past(word: str) -> bool:
    known = word_forms(word)
    return "VBD" in known.forms and not known.classes & {"N", "J"}


def _parted(wh: str, rest: list[str]) -> tuple[str, str | None, list[str]]:
    """The noun asked for, the auxiliary, and what follows it; or the noun and the whole verb."""
    for at, word in enumerate(rest):
        low = word.casefold()
        if low in _AUXILIARY:
            return " ".join(rest[:at]), word, rest[at + 1 :]
        forms = word_forms(low).forms if not word[0].isupper() else frozenset()
        if forms & {"VBD", "VBZ"} and (at or wh in ("who", "what")):
            following = rest[at + 1].casefold() if at + 1 < len(rest) else ""
            noun = "N" in word_forms(low).classes and following in (*_AUXILIARY, "of", "in")
            if not noun:
                return " ".join(rest[:at]), None, rest[at:]
        elif at == 0 and wh == "who":
            return "", None, rest
    return "", None, []


def _with_auxiliary(before: str, wh: str, aux: str, after: list[str], answer: str) -> str | None:
    low, first = aux.casefold(), after[0].casefold() if after else ""
    if not after:
        return None
    bound = f"{before} " if before and before not in _PREPOSITIONS else ""
    if wh in ("when", "where", "why", "how", "how long", "how far", "how often", "how soon") or (
        before in _PREPOSITIONS
    ):
        return f"{_straight(aux, after)} {_placed(before, wh, answer)}"
    if low in _DO:
        if first == "not":
            return f"{bound}{answer} {aux} {' '.join(after)}"
        return _object(aux, after, f"{bound}{answer}")
    if low in _BE and first == "there":
        return f"there {aux} {bound}{answer} {' '.join(after[1:])}"
    if low in _BE and wh.startswith("how") and first in ("the", "a", "an"):
        return f"{_straight(aux, after)} {bound}{answer}"
    if low not in _BE and (first in _OPENS or after[0][0].isupper()):
        return _object(aux, after, f"{bound}{answer}")
    return f"{bound}{answer} {aux} {' '.join(after)}"


_OPENS = word_set("the a an his her its their he she it they this that these those")


def _acts(word: str) -> bool:
    """A participle: "beaten", "winning"."""
    known = word_forms(word.casefold())
    return word[0].islower() and bool(known.forms & {"VBN", "VBG"}) and "N" not in known.classes


def _straight(aux: str, after: list[str]) -> str:
    """Subject first: "was the bridge completed" as "the bridge was completed"."""
    split = _split(aux, after)
    return " ".join([*after[:split], aux, *after[split:]])


def _split(aux: str, after: list[str]) -> int:
    """Where the subject is over; the whole length where no verb follows it."""
    if aux.casefold() in _BE:
        return next((i for i, w in enumerate(after) if i and _acts(w)), len(after))
    wanted = {"VBN"} if aux.casefold() in ("has", "have", "had") else {"VB", "VBP"}
    found = [
        at
        for at, word in enumerate(after)
        if at and word[0].islower() and word_forms(word.casefold()).forms & wanted
        and not _noun_here(after, at)
    ]  # fmt: skip
    sure = [at for at in found[:3] if "N" not in word_forms(after[at].casefold()).classes]
    near = [at for at in sure if at <= found[0] + 1]
    return (near or found or [len(after)])[0]


_DETERMINES = word_set(
    "the a an his her its their this that these those of older new old first last"
)


def _noun_here(after: list[str], at: int) -> bool:
    """ "the work", "the state paid": a word after an article or before "of" is no verb."""
    before = after[at - 1].casefold()
    return before in _DETERMINES or (
        at + 1 < len(after) and after[at + 1].casefold() == "of"
        and "N" in word_forms(after[at].casefold()).classes
    )  # fmt: skip


def _object(aux: str, after: list[str], answer: str) -> str | None:
    split = _split(aux, after)
    if split >= len(after):
        return None
    subject, verb, rest = after[:split], after[split : split + 1], after[split + 1 :]
    if rest and rest[-1].casefold() in _PREPOSITIONS:
        return " ".join([*subject, aux, *verb, *rest, answer])
    return " ".join([*subject, aux, *verb, answer, *rest])


def _placed(before: str, wh: str, answer: str) -> str:
    """The answer with the preposition the question or its kind gives it."""
    first = answer.split()[0].casefold()
    if first in _LEADS and first not in ("about", "around"):
        return answer
    if before:
        return f"{before} {answer}"
    if wh == "why":
        return f"because {answer}"
    if wh == "where":
        return f"in {answer}"
    if wh == "when":
        return f"{'in' if re.fullmatch(r'[^0-9]*[0-9]{4}s?', answer) else 'on'} {answer}"
    return answer
