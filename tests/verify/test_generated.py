"""Claims made from the articles by many kinds of change, and a table of how each fares.

Run `python tests/verify/test_generated.py` for the table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from explainer.language.reader import read
from explainer.reading.text import read_text
from explainer.verify import verify

PAIRS = Path(__file__).parent / "pairs"
Change = Callable[[str], "str | None"]


def replace(pattern: str, by: str | Callable[[re.Match[str]], str], flags: int = 0) -> Change:
    """The sentence with the first match replaced; None where nothing matches."""

    def change(sentence: str) -> str | None:
        changed, count = re.subn(pattern, by, sentence, count=1, flags=flags)
        return changed if count and changed != sentence else None

    return change


WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
         "eleven", "twelve", "thirteen", "fourteen"]  # fmt: skip
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"


def _other_month(match: re.Match[str]) -> str:
    months = MONTHS.split("|")
    return months[(months.index(match.group()) + 2) % 12]


FAITHFUL: dict[str, Change] = {
    "as it stands": lambda sentence: sentence,
    "digits for words": replace(
        r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|fourteen)\b(?! (?:in|of) )",
        lambda m: str(WORDS.index(m.group())),
    ),
    "words for digits": replace(
        r"(?<![\d.,£$-])\b(?:[3-9]|1[0-4])\b"
        rf"(?![\d.,:/%-]| (?:{MONTHS}|per))",
        lambda m: WORDS[int(m.group())],
    ),
    "European notation": replace(r"\b(\d{1,3}),(\d{3})\b", r"\1.\2"),
    "month before day": replace(rf"\b(\d{{1,2}}) ({MONTHS}) (\d{{4}})", r"\2 \1, \3"),
    "day before month": replace(rf"\b({MONTHS}) (\d{{1,2}}), (\d{{4}})", r"\2 \1 \3"),
    "said, stated": replace(r"\bsaid\b", "stated"),
    "bound in other words": replace(r"\b[Aa]bout (?=[\d£])", "approximately "),
    "more than, over": replace(r"\b[Mm]ore than(?= [\d£])", "over"),
    "other words": replace(
        r"\b(?:beat|bought|began|rose|fell|rescued|opposes|damaged|discovered|arrested|hire)\b",
        lambda m: {"beat": "defeated", "bought": "purchased", "began": "started",
                   "rose": "increased", "fell": "dropped", "rescued": "saved",
                   "opposes": "is against", "damaged": "harmed", "discovered": "found",
                   "arrested": "detained", "hire": "employ"}[m.group()],
    ),
    "first clause alone": lambda s: s.split(", and ")[0].split(", but ")[0] + "."
    if re.search(r", (?:and|but) ", s) and '"' not in s and " said" not in s else None,
}  # fmt: skip
CHANGED: dict[str, Change] = {
    "number": replace(r"(?<![\d.,£$-])\b\d{1,3}(?:,\d{3})*\b(?![\d.:/-])",
                      lambda m: f"{int(m.group().replace(',', '')) * 3 + 2:,}"),
    "number word": replace(r"\b(?:two|three|four|six|nine|eleven)\b", "seven"),
    "year": replace(r"\b(?:18|19|20)\d\d\b", lambda m: str(int(m.group()) - 7)),
    "month": replace(rf"\b(?:{MONTHS})\b", _other_month),
    "weekday": replace(r"\b(?:Monday|Tuesday|Wednesday|Saturday|Sunday)\b", "Thursday"),
    "name": replace(r"(?<=[a-z] )(?!January|February|March|April|May|June|July|August|September|"
                    r"October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|"
                    r"Sunday)[A-Z][a-z]{3,}\b", "Wolfsburg"),
    "negation added": replace(r"\b(was|were|is|are|has|will|had)\b(?! not)", r"\1 not"),
    "negation dropped": replace(r"\b(?:did not|have not|has not|had not|are not|not|never) ", ""),
    "opposite": replace(
        r"\b(?:bought|supports?|opposes?|rose|fell|closed|opened|passed|first|last|largest|"
        r"highest|survived|raised|cancelled|found|started|began|joined|denied|accused)\b",
        lambda m: {"bought": "sold", "support": "oppose", "supports": "opposes",
                   "oppose": "support", "opposes": "supports", "rose": "fell", "fell": "rose",
                   "closed": "opened", "opened": "closed", "passed": "rejected",
                   "first": "last", "last": "first", "largest": "smallest", "highest": "lowest",
                   "survived": "died", "raised": "lowered", "cancelled": "confirmed",
                   "found": "lost", "started": "ended", "began": "ended", "joined": "left",
                   "denied": "confirmed", "accused": "praised"}[m.group()],
    ),
    "attribution dropped": replace(r"^[^\"]*? (?:said|says|believes) (?:that )?(?=\w+ \w+)", ""),
    "more certain": replace(r"\b(?:may|might|could)\b(?: have)?", "will"),
    "more general": replace(r"\b(?:[Ss]ome|[Mm]ost|[Mm]any|[Ss]everal)\b", "all"),
    "detail added": lambda s: s.rstrip(".") + " despite heavy fog."
    if '"' not in s else None,
    "reason added": lambda s: s.rstrip(".") + ", because the minister had insisted on it."
    if '"' not in s else None,
}  # fmt: skip


def generated() -> Iterator[tuple[str, bool, bool, str]]:
    """Kind of change, whether it is faithful, whether `verify` says so, the claim."""
    for path in sorted(PAIRS.rglob("*.txt")):
        article, rest = path.read_text(encoding="utf-8").split("\n---\n")
        day = date.fromisoformat(rest.split("\n", 1)[0].strip())
        reading = read(read_text(article, published=day))
        for sentence in reading.sentences:
            words = article[sentence.start : sentence.end]
            for table, faithful in ((FAITHFUL, True), (CHANGED, False)):
                for kind, change in table.items():
                    claim = change(words)
                    if claim:
                        claim = claim[0].upper() + claim[1:]
                        supported = verify(claim, reading).verdict == "supported"
                        yield kind, faithful, supported, claim


def table() -> tuple[Counter[str], Counter[str]]:
    """How many claims of each kind there are, and how many are judged rightly."""
    total: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for kind, faithful, supported, _ in generated():
        total[kind] += 1
        right[kind] += supported is faithful
    return total, right


def share(kinds: dict[str, Change], total: Counter[str], right: Counter[str]) -> float:
    return sum(right[k] for k in kinds) / sum(total[k] for k in kinds)


def test_generated_claims() -> None:
    """Above 90 % balanced over all kinds of change, and no kind of change passes mostly unseen."""
    total, right = table()
    assert sum(total.values()) > 300
    assert (share(FAITHFUL, total, right) + share(CHANGED, total, right)) / 2 > 0.9
    assert all(right[kind] > 0.6 * total[kind] for kind in CHANGED if total[kind] >= 5)


if __name__ == "__main__":
    total, right = table()
    for kinds, name in ((FAITHFUL, "faithful"), (CHANGED, "changed")):
        for kind in kinds:
            if total[kind]:
                print(f"{name:9} {kind:22} {right[kind]:4} of {total[kind]:4}")
        print(f"{name:9} {'all':22} {share(kinds, total, right):.3f}")
