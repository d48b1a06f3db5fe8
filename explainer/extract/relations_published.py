"""Where words were published: "a letter in the …", "an interview with the newspaper …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.extract.passage import Passage
from explainer.extract.proposal import Proposal
from explainer.extract.sentence_form import sentence_form
from explainer.facts import NARRATOR, Part
from explainer.mention import NameMention
from explainer.word_set import word_set

_OUTLET = r"[\"“«](?P<quoted>[^\"”»\n]{2,60})[\"”»]"
_WHERE = (
    r"(?:the\s+)?(?:[a-z]{2,15}\s+){0,2}?(?P<medium>newspaper|magazine|journal|daily|weekly|website|channel|agency|"
    r"station|broadcaster|network|portal|tabloid|blog|programme|program)?\s*"
)
_WORK = (
    r"(?:letter|article|essay|op-ed|column|editorial|report|paper|study|interview|statement|"
    r"memoir|book|survey|poem|story|commentary|review|analysis)"
)
_PLAIN = r"(?P<plain>[A-Z][\w&.-]*(?:\s+(?:of\s+)?[A-Z][\w&.-]*){0,4})"
_PUBLISHED_IN = re.compile(
    rf"\b(?P<work>{_WORK})\s+(?:that was\s+|which was\s+|was\s+)?"
    rf"(?:published|printed|carried|released|appearing|run)\s+"
    rf"(?:\w+\s+)?(?:in|by|on)\s+{_WHERE}(?:{_OUTLET}|{_PLAIN})"
)
_INTERVIEW = re.compile(
    rf"\b(?P<verb>gave|granted|said in)\s+(?:an?\s+)?(?:[a-z]+\s+)?(?P<work>interview)\s+"
    rf"(?:to|with|for)\s+{_WHERE}(?:{_OUTLET}|{_PLAIN})"
)


PUBLISHING_WORDS = word_set("published printed carried released appearing run interview")


def publications(passage: Passage) -> Iterator[Proposal]:
    """ "In a letter published in the …"; "gave an interview to the newspaper …"."""
    for pattern in (_PUBLISHED_IN, _INTERVIEW):
        match = pattern.search(passage.text, passage.start, passage.end)
        if match:
            yield from _published(passage, match, pattern is _INTERVIEW)


def _published(passage: Passage, match: re.Match[str], interview: bool) -> Iterator[Proposal]:
    group = "quoted" if match["quoted"] else "plain"
    outlet = passage.part("outlet", match.start(group), match.end(group), match[group])
    work = passage.part("work", match.start("work"), match.end("work"), match["work"])
    author = _author(passage)
    if author is None:
        return
    name, part = author
    tail = passage.words(match.start(), match.end())
    if interview and passage.main is not None:
        passage.cover(passage.main)
        if match["verb"] not in ("gave", "granted"):
            where = passage.words(match.end("work"), match.end()).split(" ", 1)[1]
            tail = f"gave an interview to {where}"
        statement = f"{name} {tail}"
    else:
        article = "an" if tail[0] in "aeio" else "a"
        statement = f"{name} wrote {article} {tail}"
    yield passage.propose(
        "published",
        sentence_form(statement),
        (part, work, outlet),
        NARRATOR,
    )


def _author(passage: Passage) -> tuple[str, Part] | None:
    """The person who is the subject of the sentence, by name or by a certain pronoun."""
    clause = passage.main
    if clause is None or not clause.has_subject:
        return None
    tokens = passage.tokens[clause.subject : clause.subject_end]
    if len(tokens) == 1 and tokens[0].low in ("he", "she"):
        if passage.referent is None or passage.referent.kind != "person":
            return None
        name = passage.referent.words
        return name, passage.part("author", tokens[0].start, tokens[0].end, name)
    people = [t for t in tokens if t.mention is not None and t.mention.type == "person"]
    if len(people) != 1 or not isinstance(people[0].mention, NameMention):
        return None
    name = people[0].mention.value
    return name, passage.part("author", people[0].start, people[0].end, name)
