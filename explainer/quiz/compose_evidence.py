"""Which sentence of the article tells when, why or who? The proof itself is asked for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from explainer.facts import Fact
from explainer.mention import TimeMention
from explainer.quiz.desk import Desk
from explainer.quiz.draft import Choice, Draft
from explainer.quiz.standing import begins_alone, question, without_until
from explainer.quiz.stem_grammar import View, lead_words

_IN_TIME = ("in", "on", "at", "during", "between", "from", "since", "until", "by", "the", "of")


def which_sentence(desk: Desk, fact: Fact, view: View) -> Iterator[Draft]:
    """The sentence that tells when it happened, or why; the others tell something else."""
    own = " ".join(fact.quotes[0].quote.split())
    if not 50 < len(own) < 260 or not own[0].isupper() or own[-1] not in ".!?":
        return
    if fact.attribution.kind != "narrator" or re.search(r'["“”]', own) or not begins_alone(own):
        return
    for asked, rank in ((_why(desk, fact, view), 4.6), (_when(view), 4.2)):
        stem = asked and _indirect(asked)
        if not stem or not asked:
            continue
        made = list(to_find(desk, fact, stem, rank))
        if made:
            yield from made
            return


def to_find(desk: Desk, fact: Fact, stem: str, rank: float) -> Iterator[Draft]:
    """The sentence of a fact among two others, and again among others yet: what a quiz shows here
    it cannot ask for elsewhere."""
    key = Choice(" ".join(fact.quotes[0].quote.split()), "This sentence says it.")
    for n, pair in enumerate(_pairs_to_read(desk, fact, stem)):
        wrong = [Choice(o, "This sentence does not say it.") for o in pair]
        yield desk.draft("find_evidence", stem, [key], wrong, fact, rank - 0.2 * n, "infer")


def sentences_near(desk: Desk, fact: Fact) -> list[str]:
    """Whole sentences around the evidence, nearest first, of a length to stand beside it."""
    quote = fact.quotes[0]
    sentences = desk.reading.sentences
    place = bisect_left(desk.pool.starts, quote.start)
    near = [i for d in range(1, 9) for i in (place - d, place + d) if 0 <= i < len(sentences)]
    found = []
    for i in near:
        words = " ".join(desk.text[sentences[i].start : sentences[i].end].split())
        if 25 <= len(words) <= 260 and not re.search(r'["“”?|]', words) and words[-1] == ".":
            found.append(words)
    return found


def _pairs_to_read(desk: Desk, fact: Fact, asked: str) -> list[tuple[str, str]]:
    """Two other sentences to choose among, in up to three ways: at least one of them speaks of the
    same things, and must be read; first come those that tell no answer of another question."""
    near = [s for s in sentences_near(desk, fact) if s[0].isupper()]
    found = sorted((s for s in near if touches(s, asked)), key=tells_much)
    more = [s for s in near if s not in found and begins_alone(s) and not _tells(s, asked)]
    more.sort(key=tells_much)
    pairs = [*zip(found[::2], found[1::2], strict=False), *zip(found, more, strict=False)]
    return pairs[:3]


def _tells(sentence: str, asked: str) -> bool:
    mine = {w.casefold() for w in re.findall(r"[^\W_]{4,}", asked)} - _OF_THE_STEM
    theirs = {w.casefold() for w in re.findall(r"[^\W_]{4,}", sentence)}
    return len(mine & theirs) > 0.4 * len(mine)


def tells_much(sentence: str) -> bool:
    """Whether a sentence, shown as an option, would tell what another question asks for."""
    return bool(re.search(r"\d|[a-z,] [A-Z]", sentence))


def _indirect(asked: str) -> str:
    return f"Which sentence of the article tells {asked[0].lower()}{asked[1:]}"


def _verb(view: View) -> str:
    return view.words(view.clause.verb, view.clause.verb_end)


def _why(desk: Desk, fact: Fact, view: View) -> str | None:
    """ "why city bees find flowers from March until October?" """
    cause = fact.part("cause")
    if fact.kind != "cause" or cause is None:
        return None
    if not desk.told_right_before(view.clause.end_char, cause):
        return None
    rest = without_until(view.words(view.clause.verb_end, view.clause.end))
    return _long(question("why", view.subject, _verb(view), rest))


def _when(view: View) -> str | None:
    """ "when the city bought the cinema?": the one time of the clause is left out."""
    tokens, clause = view.tokens, view.clause
    times = [t for t in tokens if isinstance(t.mention, TimeMention)]
    if len(times) != 1 or clause.kind != "main" or clause.modal:
        return None
    if tokens[clause.verb].tag == "HAVE" or clause.lemma in ("have", "belong", "lie", "be"):
        return None
    at = tokens.index(times[0])
    said = times[0].mention
    if not isinstance(said, TimeMention) or said.type not in ("date", "time"):
        return None
    if not re.search(r"\d", said.text):
        return None
    if clause.begin <= at < clause.subject:
        rest = view.words(clause.verb_end, clause.end)
        return _long(question("when", view.subject, _verb(view), rest, lead_words(view, at)))
    if not clause.verb_end <= at < clause.end:
        return None
    start = at
    while start > clause.verb_end and tokens[start - 1].low in _IN_TIME:
        start -= 1
    before = tokens[start - 1]
    if start == at or before.tag in ("VN", "VG", ",") or "since" in before.low:
        return None
    if any(t.low in ("since", "by", "until", "from") for t in tokens[start:at]):
        return None
    if "," in view.words(clause.verb_end, start):
        return None
    rest = f"{view.words(clause.verb_end, start)} {view.words(at + 1, clause.end)}"
    return _long(question("when", view.subject, _verb(view), rest, lead_words(view)))


def _long(asked: str | None) -> str | None:
    """A question long enough to look for in a text."""
    return asked if asked and len(re.findall(r"[^\W_]{4,}", asked)) >= 4 else None


def touches(sentence: str, statement: str) -> bool:
    """Whether a sentence speaks of the same things as a statement, but says something else: it
    shares some of the longer words, so that it must be read, and not half of them."""
    mine = {w.casefold() for w in re.findall(r"[^\W_]{4,}", statement)} - _OF_THE_STEM
    theirs = {w.casefold() for w in re.findall(r"[^\W_]{4,}", sentence)}
    return 0 < len(mine & theirs) <= 0.4 * len(mine)


_OF_THE_STEM = frozenset(("which", "sentence", "article", "tells", "proves", "when", "this"))
