"""Of two ends, or two sides, is the key the one asked for?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.findings import Finding, error
from explainer.quiz.check import words
from explainer.quiz.check.bound import single_key
from explainer.quiz.check.ground import Ground, Rule
from explainer.quiz.check.kin import stands_for
from explainer.quiz.check.proof import reckoned
from explainer.quiz.check.sameness import same_person

_TOWARDS = re.compile(
    r"\b(?:land(?:ed|s)?|arriv\w+|reach\w*|destination|headed|bound for|end(?:ed|s)? up|going|"
    r"to (?:what|which|where)|where to)\b",
    re.I,
)
_AWAY = re.compile(
    r"\b(?:from (?:what|which|where)|where .{0,60} from|depart\w*|set (?:out|off)|"
    r"start(?:ed|s)? out|origin\w*|c[oa]me from)\b",
    re.I,
)


def of_the_right_end(ground: Ground) -> Iterator[Finding]:
    """ "From the capital to Lannick": where one came from is not where one arrived."""
    key = single_key(ground)
    if key is None:
        return
    text = ground.evidence.text
    bare = re.sub(r"^(?:from|to|in|at|into)\s+", "", key.strip(), flags=re.I)
    way = rf"\b(from|left|leaving|to|into|for|towards?)\s+(?:the )?{re.escape(bare)}\b"
    found = re.search(way, text, re.I)
    if found is None or len(re.findall(re.escape(bare), text, re.I)) > 1:
        return
    leaves = found[1].casefold() in ("from", "left", "leaving")
    other = re.search(
        r"\b(?:to|into|for|towards?)\b" if leaves else r"\b(?:from|left)\b", text, re.I
    )
    if other and (_TOWARDS if leaves else _AWAY).search(ground.item.stem):
        yield error("key-elsewhere", f"In the source it is “{found.group()}”: the other end.")


_AGAINST = re.compile(r"\b(?:against|oppos\w+|rejected|no votes|lost)\b", re.I)
_FOR = re.compile(r"\b(?:in favou?r|for the|supported|approved|voted for|yes)\b", re.I)
_VOTE = re.compile(r"\b(\d[\d.,]*)(?: \w+)? to (\d[\d.,]*)\b")


def of_the_right_side(ground: Ground) -> Iterator[Finding]:
    """ "81 to 64": the first number is for, the second against."""
    item = ground.item
    vote = _VOTE.search(ground.evidence.text)
    if vote is None or item.kind not in ("single_choice", "number_entry"):
        return
    key = words.read(next((o.text for o in item.options if o.id in item.key), item.key[0])).atoms
    first, second = (words.read(vote[g].rstrip(".,")).atoms for g in (1, 2))
    if (key == first and _AGAINST.search(item.stem)) or (
        key == second and not _AGAINST.search(item.stem) and _FOR.search(item.stem)
    ):
        yield error("key-elsewhere", f"In '{vote.group()}' the key is the other side's number.")


_NOT_SO = (
    r"\b(?:instead of|rather than|and not|up from|down from|compared with|previously)\s+(?:\w+ )?"
)
# "17 percent elsewhere", "9 in the other group": compared with others, not with what was before
_OTHERS = re.compile(
    r"\W+(?:\w+ ){0,3}?(?:elsewhere|others?|(?:in|of|among|for) (?:the|those|all|women|men)\b)",
    re.I,
)
_BEFORE = re.compile(
    r"\b(?:instead|before|previous\w*|first|old|original\w*|planned|used to|had)\b", re.I
)


def of_what_is_so(ground: Ground) -> Iterator[Finding]:
    """ "22 metres instead of 48": what is so is 22."""
    key = single_key(ground)
    number = re.search(r"\d[\d.,]*", key or "")
    if number is None or _BEFORE.search(ground.item.stem):
        return
    found = re.search(_NOT_SO + re.escape(number.group()) + r"(?![\d.,]*\d)", ground.evidence.text)
    if found and found.group().startswith("compared") and _OTHERS.match(
        ground.evidence.text[found.end() :]
    ):  # fmt: skip
        return
    after = words.read(ground.evidence.text[found.end() : found.end() + 30]) if found else None
    asked = {t.form for t in words.content(words.read(ground.item.stem))}
    if found and not (after and any(t.form in asked for t in words.content(after)[:2])):
        yield error("key-elsewhere", f"The source says “{found.group()}”: that is not so now.")


_PART = re.compile(r"\b([\w,.]+) of (?:the|its|their|his|her) ([\w,.]+) \w+", re.I)
_WHOLE = re.compile(
    r"\b(?:in all|altogether|total|(?:are|were) there|sit|belong\w*|how many of|out of)\b",
    re.I,
)  # fmt: skip


def of_the_part(ground: Ground) -> Iterator[Finding]:
    """ "Four of the five judges voted": who voted are four."""
    key, found = single_key(ground), _PART.search(ground.evidence.text)
    if key is None or found is None:
        return
    part, whole = words.read(found[1]).atoms, words.read(found[2]).atoms
    if _WHOLE.search(ground.item.stem):
        if (
            part
            and whole
            and words.read(key).atoms == part != whole
            and _IN_ALL.search(ground.item.stem)
        ):
            yield error("key-elsewhere", f"The source has “{found.group()}”; the key is a part.")
        return
    key_atoms, of_all = words.read(key).atoms, _is_of_all(found, ground)
    if part and key_atoms == part != whole and of_all:
        yield error("key-elsewhere", f"The source has “{found.group()}”; the key is a part.")
    elif part and whole and key_atoms == whole != part and not of_all:
        yield error("key-elsewhere", f"The source has “{found.group()}”; the key is the whole.")


def _is_of_all(found: re.Match[str], ground: Ground) -> bool:
    """Whether a stem asks how many there are of what a part is taken of, and has no word of the
    clause that takes the part: "138 of the 276 seats", asked of the parliament."""
    counted = re.search(r"\bhow many (\w+)", ground.item.stem, re.I)
    noun = words.read(found.group()).tokens[-1]
    if counted is None or words.read(counted[1]).tokens[0].form != noun.form:
        return False
    clause = re.split(r"[,;:]", ground.evidence.text[: found.start()])[-1]
    asked = words.read(ground.item.stem)
    told = words.content(words.read(clause))
    return bool(told) and not any(stands_for(t.text, asked) for t in told)


_OF_THEM = re.compile(
    r"\b(\d[\d.,]*|[a-z]+)((?: [a-z]+){1,6}), (?:about |almost |nearly )?"
    r"(most|some|many|much|half|several|few|all but \w+|one|two|three|\d+) of "
    r"(?:them|whom|which|it) "
    r"([^,.;]+)",
    re.I,
)


def of_all_of_them(ground: Ground) -> Iterator[Finding]:
    """ "14 arrests, most of them before kick-off": before kick-off there were fewer than 14."""
    key, item = single_key(ground), ground.item
    for found in _OF_THEM.finditer(ground.evidence.text) if key else ():
        whole, rest = words.read(found[1]).atoms, words.read(found[4])
        asked = words.read(item.stem)
        limits = [t for t in words.content(rest) if any(t.form == a.form for a in asked.tokens)]
        if whole and words.read(key or "").atoms == whole and limits:
            yield error("key-elsewhere", f"In the source only {found[3]} of them are so.")


_GROUP = re.compile(
    r"\b([a-z]+) of (?:about |some |over |more than |nearly |almost )?([\d.,]+\d|\d+|[a-z-]+)\b"
)


def of_the_group(ground: Ground) -> Iterator[Finding]:
    """ "One of three women in a class of 60": in the class there were 60."""
    key = single_key(ground)
    asked = re.search(r"\bhow (?:many|much|long|big|large)\b", ground.item.stem, re.I)
    if key is None or not asked or reckoned(words.read(key), ground):
        return
    forms = {t.form for t in words.content(words.read(ground.item.stem))}
    mine = words.read(key).atoms
    whole: dict[bool, str] = {}
    for found in _GROUP.finditer(ground.evidence.text):
        numbers = words.read(found[2]).atoms
        if numbers and words.read(found[1]).tokens[0].form in forms:
            whole[numbers <= mine] = found.group()
    told = ground.evidence.tokens
    counted = [t for at, t in enumerate(told) if t.form in forms
               and any(o.atom in mine for o in told[max(0, at - 2) : at])]  # fmt: skip
    if set(whole) == {False} and mine and not counted:
        yield error("key-elsewhere", f"The source has “{whole[False]}”.")


_THE_OTHERS = re.compile(
    r"\b(?P<part>[\w,.]+) of (?:the|its|their|his|her) (?P<all>[\w,.]+) (?P<did>[^.;]+)[.;,]\s+"
    r"(?:but |and |while )?(?:the )?(?:others?|rest)\b(?P<other>[^.;]*)",
    re.I,
)


def of_the_others(ground: Ground) -> Iterator[Finding]:
    """ "Two of the nine give clean water. The others are polluted.": polluted are neither two nor
    nine."""
    key, found = single_key(ground), _THE_OTHERS.search(ground.evidence.text)
    if key is None or found is None:
        return
    did, other = words.read(found["did"]), words.read(found["other"])
    asked = [t for t in words.read(ground.item.stem).claims if not stands_for(t.text, did)]
    if any(stands_for(t.text, other) for t in asked) and words.read(key).atoms in (
        words.read(found["part"]).atoms, words.read(found["all"]).atoms
    ):  # fmt: skip
        yield error("key-elsewhere", "That is asked of the others, and the key counts these.")


_IN_ALL = re.compile(r"\b(?:in all|altogether|(?:in )?total)\b", re.I)
_WHO_IS = re.compile(r"^\W*who (?:is|was|are|were) (?:the|an?) (.+?)\??$", re.I)


def of_the_right_person(ground: Ground) -> Iterator[Finding]:
    """ "Who is the director?": whoever the source gives that role, and no one else."""
    key, asked = single_key(ground), _WHO_IS.match(ground.item.stem.strip())
    if key is None or asked is None:
        return
    wanted = {t.form for t in words.content(words.read(asked[1]))}
    holders = []
    for fact in ground.index.facts.values():
        person, role = fact.part("person"), fact.part("role")
        if fact.kind != "role" or not person or not role:
            continue
        told = {t.form for t in words.content(words.read(fact.statement))}
        if wanted and wanted <= told:
            holders.append(person.value)
    if holders and not any(same_person(key, name, ground) for name in holders):
        yield error("key-elsewhere", f"In the source this is {holders[0]}, not {key}.")


RULES: tuple[Rule, ...] = (
    of_the_right_end,
    of_the_right_side,
    of_the_part,
    of_all_of_them,
    of_the_group,
    of_the_others,
    of_what_is_so,
    of_the_right_person,
)
