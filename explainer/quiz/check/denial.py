"""What a text denies, and whether the evidence denies the same."""

from __future__ import annotations

import re

from explainer.extract.words import word_forms
from explainer.quiz.check import words
from explainer.quiz.check.ground import Ground
from explainer.quiz.check.lexicon import LIGHT, STOP
from explainer.quiz.check.support import coverage
from explainer.quiz.check.tokens import Token, form
from explainer.quiz.check.turned import of_the_most, turned
from explainer.quiz.check.words import Said
from explainer.verify.tables import REFUSERS


def negated(said: Said, refusing: bool = False) -> list[str]:
    """The words that `said` denies, in one form: those after a denial, up to the next comma.
    `refusing` counts "refused to send" as well."""
    found: list[str] = []
    for place, token in enumerate(said.tokens):
        denies = words.is_negation(token) or (
            refusing and (refuses(token) or _excludes(token, said))
        )
        if not denies or _limits(said, place):
            continue
        end = token.end
        place = _over_group(said, place)
        place += said.phrases.get(token.start) in _EXCLUDES  # past the "out" of "leaves out"
        for after in said.tokens[place + 1 : place + 6]:
            if re.search(r"[,.;:!?()]", said.text[end : after.start]):
                break
            if after.text.casefold() not in LIGHT:
                found.append(_key(after))
            end = after.end
    return found


_EXCLUDES = frozenset(("exclude", "omit", "exempt", "except", "leave_out", "rule_out"))


def _excludes(token: Token, said: Said) -> bool:
    """ "It leaves out boats", "it excludes boats": of them it is not so."""
    phrase = said.phrases.get(token.start)
    return phrase in _EXCLUDES or bool(words.lemmas(token.text) & _EXCLUDES)


def excluded(said: Said, told: Said) -> list[str]:
    """The words, in one form, of what a text says is left out ("it leaves out boats"), where the
    other has not the very verb."""
    verbs = [t for t in said.tokens if _excludes(t, said)]
    if not verbs or any(words.lemmas(v.text) & words.lemmas(t.text)
                        for v in verbs for t in told.tokens):  # fmt: skip
        return []
    return negated(said, refusing=True)


def _over_group(said: Said, place: int) -> int:
    """Of "Nobody in the country knew": the place of "country", which is not what is denied."""
    following = [t.text.casefold() for t in said.tokens[place + 1 : place + 4]]
    if said.tokens[place].text.casefold() not in ("nobody", "none", "nothing", "one"):
        return place
    if len(following) < 3 or following[0] not in ("in", "of", "at", "among", "from"):
        return place
    return (
        place + 3
        if following[1] in ("the", "these", "those", "his", "her", "its", "their")
        else place
    )


_PREVENTS = frozenset(
    (
        "against",
        "oppose",
        "ban",
        "forbid",
        "prohibit",
        "lose",
        "unable",
        "ignore",
        "doubt",
        "disobey",
        "defy",
    )
)


def refuses(token: Token) -> bool:
    return bool(words.lemmas(token.text) & (REFUSERS | _PREVENTS))


def _key(token: Token) -> str:
    # "not more than 5,000" and "not more than 3,000" deny in one way
    return "#" if token.atom else token.form


def _limits(said: Said, place: int) -> bool:
    """ "no more than 5,000", "not only", "no later than", "not until" deny nothing."""
    after = " ".join(t.text.casefold() for t in said.tokens[place + 1 : place + 3])
    if NOT_UNTIL.match(said.text[said.tokens[place].start :]):
        return True
    return after.startswith(("more than", "less than", "fewer than", "later than", "only", "until",
                             "just", "least"))  # fmt: skip


# "They did not put sensors there until last autumn": then they did.
NOT_UNTIL = re.compile(r"(?:not|\w*n['’]t|never)\b[^,.;:]* until\b", re.I)


def denies_from_then(said: Said, ground: Ground) -> str | None:
    """What `said` denies of the very time from which on it was so: "not in January" for "not until
    January"."""
    for found in _NOT_UNTIL_WHEN.finditer(ground.evidence.text):
        then = words.read(found["then"]).atoms
        earlier = _EARLIER.search(said.text) or not any(map(words.is_negation, said.tokens))
        if not earlier and then and then <= said.atoms:
            return f"it denies what was so from then on (“{found['then'].strip()}”)"
    return None


_NOT_UNTIL_WHEN = re.compile(r"\b(?:not|never)\b[^,.;:]*? until (?P<then>[^,.;:]+)", re.I)
_EARLIER = re.compile(r"\b(?:until|before|earlier|prior|previously)\b", re.I)


def negation_differs(said: Said, ground: Ground, also: frozenset[str] = frozenset()) -> str | None:
    """What `said` denies and the evidence does not, or the other way round, in plain words.

    `also` are forms of words that stand beside `said`, such as those of the key.
    """
    if of_the_most(said, ground) or _SET_ASIDE.search(ground.evidence.text):
        return None
    if late := denies_from_then(said, ground):
        return late
    if any(map(words.is_negation, said.tokens)) and YET_TO.search(ground.evidence.text):
        return None
    if any(map(words.is_negation, said.tokens)) and _NOT_ALL.search(ground.evidence.text):
        return None
    here, there = negated(said) or excluded(said, ground.evidence), negated(ground.evidence)
    asserted = {_key(t) for t in ground.evidence.tokens}
    asserted -= set(negated(ground.evidence, refusing=True))
    for head in here[:1] if len(here) > 1 else here:
        if head in asserted:
            return f"it denies '{head}', which the evidence does not deny"
    if turned(said, ground, {*here, *there}):
        return None
    if here and not there and coverage(said, ground.evidence) > 0.75 and not turned(said, ground):
        asserted |= {form(b) for t in ground.evidence.tokens for b in words.lemmas(t.text)}
        told = [h for h in here if h in asserted]
        if told and not any(map(refuses, ground.evidence.tokens)):
            return f"it denies '{told[0]}', which the evidence does not deny"
    forms = {_key(t) for t in said.tokens} | also
    if here or re.search(r"\b(?:at most|no more than|up to|maximum|at least)\b", said.text, re.I):
        return None
    if _LACKS.search(said.text) or coverage(said, ground.evidence) < _SAME_MATTER:
        return None
    if ";" in ground.evidence.text:
        return None  # "nobody of the one group died; of the other five did"
    for place, head in enumerate(there):
        if (
            head in _LITTLE
            or _is_set_against(head, forms, ground)
            or head in here
            or head not in forms
            or (place and not _acts(head, ground))
        ):
            continue
        plain = sum(1 for t in ground.evidence.tokens if _key(t) == head)
        if plain <= there.count(head):
            return f"the evidence denies '{head}', and it does not"
    return None


def _is_set_against(head: str, forms: frozenset[str] | set[str], ground: Ground) -> bool:
    """Whether a word is denied only beside what is so, and a text speaks of that ("not the trams
    but the way home"), or not at all of what is denied of it ("not the trams that they feared")."""
    text = ground.evidence.text
    for found in [*_BUT.finditer(text), *_NOT_THIS.finditer(text)]:
        if head not in words.read(found["no"]).forms:
            continue
        besides = {_key(t) for t in words.read(found[2]).claims} & forms
        if bool(besides) == (found.re is _BUT):
            return True
    return False


def _acts(head: str, ground: Ground) -> bool:
    """Whether a word in one form is a verb of the evidence, as "found" is of "none was found"."""
    return any(
        bool(word_forms(t.text.casefold()).forms & {"VBN", "VBD", "VBG"})
        for t in ground.evidence.tokens
        if _key(t) == head and not t.capital
    )


# What says without a "not" that something is not so, or not of all, or not yet.
_NOT_ALL = re.compile(
    r"\b(?:only|few|against|instead|short of|lack\w*|"
    r"ignor\w+|yet to|remains? to|until|unless|disobey\w*|"
    r"def(?:y|ied|ies)|breach\w*|violat\w+|in vain|anonym\w+|missing|absent|abstain\w*|"
    r"un(?!i|der|til|less)[a-z]{3,}ed)\b",
    re.I,
)
_SAME_MATTER = 0.5  # share of its words that the evidence has, of what could leave out its "not"
# What says of a thing that it is not there: "tools are missing" for "no tools were found".
_LACKS = re.compile(r"\b(?:missing|absent|absence|lack\w*|short of|without|empty|vanished)\b", re.I)
_BUT = re.compile(
    r"\bnot (?P<no>[^,.;:]{3,50}?)(?:,? but|, (?:it|they|he|she|that) (?:is|was|are|were)) "
    r"(?P<but>[^.;:]{3,80})"
)
_NOT_THIS = re.compile(r"\bnot (?P<no>[^,.;:]{3,30}?) (?:that|who) (?P<of>[^,.;:]+)")
_LITTLE = frozenset(form(w) for w in STOP)


def denies_more(said: Said, ground: Ground) -> str | None:
    """A denial too many: the evidence denies less, and no word of it says the opposite."""
    if of_the_most(said, ground) or _not_before(said, ground):
        return None
    told = sum(words.is_negation(t) or refuses(t) for t in ground.evidence.tokens)
    told += len(YET_TO.findall(ground.evidence.text))
    mine = [t for i, t in enumerate(said.tokens) if words.is_negation(t) and not _limits(said, i)]
    if len(mine) > told and not turned(said, ground):
        return f"it says '{mine[-1].text}'"
    return None


def _not_before(said: Said, ground: Ground) -> bool:
    """ "Never before she was forty" for "she finally went at 48"."""
    return bool(_EARLIER.search(said.text) and _AT_LAST.search(ground.evidence.text))


YET_TO = re.compile(
    r"\b(?:g[ai]ven? up|turned back|yet to|remains? to be|still (?:has|have) to)\b", re.I
)
_AT_LAST = re.compile(
    r"\b(?:finally|at last|for the first time|only (?:in|when|after|then))\b", re.I
)
_SET_ASIDE = re.compile(r"\b(?:was|were|had been due) to\b.*\b(?:but|however)\b", re.I)


def denies_alike(said: Said, ground: Ground) -> bool:
    """Whether the evidence too denies something, refuses it or says the opposite, or is the first
    or the most of its kind where `said` has "no harder decision"."""
    denied = any(words.is_negation(t) or refuses(t) for t in ground.evidence.tokens)
    if not any(map(words.is_negation, said.tokens)):
        denied = any(map(refuses, said.tokens))
    return denied or of_the_most(said, ground) or turned(said, ground)
