"""Words by which the narrator marks a sentence as a claim, an estimate or an opinion."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.facts import Stance
from explainer.language.word_tree import trie

# Few and sure: a statement taken for an opinion is a fact lost. One turn of phrase to a line,
# "a|b" for choices, "*" for one to eight words, "#" for a figure.
_TABLE: dict[Stance, str] = {
    "claim": """
        reportedly|allegedly|supposedly|purportedly|rumoured|rumored
        it is|was claimed|alleged|rumoured|rumored|reported|said|believed|understood that
        it has been claimed|alleged|rumoured|rumored|reported|said that
        it is|was also|widely claimed|alleged|rumoured|reported|said|believed that
        is|are|was|were said|believed|thought|alleged|reported|understood|claimed to
        is|are|was|were also|widely|now said|believed|thought|alleged|reported|claimed to
        unconfirmed reports
    """,
    "estimate": """
        is|are|was|were expected|projected|forecast|estimated|predicted|likely to
        is|are|was|were widely|now|also expected|projected|forecast|estimated|predicted to
        an estimated
        about|around|approximately|roughly|nearly|almost #
        an average of #
        by some|most|all estimates
        it is estimated|expected that
    """,
    "opinion": """
        of course
        it is obvious|clear|evident|undeniable that
        it is quite|very|already|now|perfectly|also obvious|clear|evident that
        it is no secret|wonder that
        it is hard|difficult|easy to believe|imagine
        it is fair|safe to say
        it is high time
        obviously|undoubtedly|unquestionably|unfortunately|fortunately|sadly|regrettably
        shamefully|surprisingly|remarkably|hopefully|frankly|presumably|arguably
        without doubt
        without a|any doubt
        no doubt
        needless to say
        most|very likely
        in all likelihood|probability
        bone in the throat
        thorn in the side|flesh
        tip of the iceberg
        only time will tell
        it remains to be seen
        chance|chances of * is|are|remain slim|low|high|good|remote|minimal
        slim chance
        the more * , the more|less|stronger|weaker|greater|better|worse|higher|lower
        is|are|was|were excellent|terrible|awful|brilliant|magnificent|disastrous|outrageous
        is|are|was|were shameful|disgraceful|absurd|ridiculous|stunning|wonderful|deplorable
        is|are|was|were unacceptable|inexcusable|admirable|superb
        one of the best|greatest|worst|finest
        one of the most beautiful|important|impressive|dangerous|brilliant
        is|are not|hardly enough for|to
    """,
}
_SIGNS = {"*": r"[\w'’-]+(?: [\w'’-]+){0,7}?", "#": r"[$€£]?\d", ",": ","}
ORDER: tuple[Stance, ...] = ("claim", "estimate", "opinion")


def _pattern(line: str) -> str:
    pieces = [_SIGNS.get(word, rf"(?:{word})\b") for word in line.split()]
    return " ".join(pieces).replace(" ,", ",")


def _by_first_word() -> dict[str, re.Pattern[str]]:
    """For each word a turn begins with, what may follow, by stance."""
    turns: dict[str, dict[Stance, list[str]]] = {}
    for stance, table in _TABLE.items():
        for line in filter(None, map(str.strip, table.splitlines())):
            for word in line.split()[0].split("|"):
                turns.setdefault(word, {}).setdefault(stance, []).append(_pattern(line))
    return {
        word: re.compile(
            "|".join(f"(?P<{stance}>{'|'.join(found)})" for stance, found in stances.items()),
            re.IGNORECASE,
        )
        for word, stances in turns.items()
    }


def _openings() -> Iterator[str]:
    """The first word of each turn, with the second where that is one of a few."""
    for line in filter(None, map(str.strip, "\n".join(_TABLE.values()).splitlines())):
        first, *rest = (word.split("|") for word in line.split())
        seconds = rest[0] if rest and _SIGNS.keys().isdisjoint(rest[0]) else None
        yield from (f"{one} {two}" for one in first for two in seconds or [""])


_TURNS = _by_first_word()
_OPENINGS = [opening.rstrip() for opening in _openings()]
_FIRST = re.compile(rf"\b(?=(?:{trie([*_OPENINGS, *map(str.capitalize, _OPENINGS)])})\b)\w+")


def narrated_stances(text: str) -> Iterator[tuple[int, Stance]]:
    """Where the text marks what it says as more than a statement, in order."""
    for hint in _FIRST.finditer(text):
        found = _TURNS[hint[0].lower()].match(text, hint.start())
        if found and found.lastgroup:
            stance: Stance = next(s for s in ORDER if found.groupdict().get(s))
            yield hint.start(), stance
