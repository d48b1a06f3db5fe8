"""A sentence as tokens, and what each may be: verb, adverb, the beginning of a noun phrase."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from explainer.language.speech_words import (
    ADVERBS,
    ALSO_NOUNS,
    AUXILIARIES,
    CONJUNCTIONS,
    CUES,
    DAYS,
    DETERMINERS,
    FINITE,
    NOT_ADVERBS,
    OBJECTS,
    PLURAL_SPEAKERS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from explainer.lexicon import entry
from explainer.word_set import word_set

# Stands for each character of a quotation, so that no word of it is taken for the narrator's.
FILLER = "\ue000"
_TOKEN = re.compile(
    rf"(?=\S)(?:[a-z]+(?=[ ,;])|{FILLER}+|\d+(?:[:.,]\d+)+|(?:[A-Z]\.)+(?:[A-Z]\b)?"
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Sen|Rep|Gov|Rev|Hon|St|Jr|Sr)\."
    r"|\w+(?:['’.,&/-]\w+)*|[^\w\s])"
)
_LONGEST = 600  # tokens; what is longer is no sentence, and the rest of it is not read
HARD = frozenset(";:.!?…")
SOFT = frozenset(",-–—()[]")
RELATIVE = frozenset({"who", "which", "whose", "whom", "where"})
_ROLE_PREPOSITIONS = frozenset(
    {"of", "for", "from", "in", "at", "with", "to", "on", "close", "near", "by"}
)
_COUNTS = word_set(
    "two three four five six seven eight nine ten several many few some most both all"
)


def _is_participle(low: str) -> bool:
    forms = entry(low).verb_forms
    return "VBN" in forms and "VBD" not in forms


class Phrase(NamedTuple):
    """Tokens `first` (inclusive) to `end` (exclusive) of a Clause."""

    first: int
    end: int


_BEFORE_NUMBER = word_set(
    "about around over under above below near nearly almost roughly approximately some only just "
    "exactly another between"
)
_BEFORE_NUMBERS = frozenset((
    ("at", "least"), ("at", "most"), ("more", "than"), ("fewer", "than"), ("less", "than"),
    ("up", "to"), ("as", "many"), ("as", "few"), ("as", "much"), ("upwards", "of"),
    ("close", "to"), ("well", "over"),
))  # fmt: skip
_PARTICLES = frozenset({"off", "out", "up", "down", "away", "back"})
_NUMBERS = word_set(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty "
    "fifty sixty seventy eighty ninety hundred thousand million half all every a"
)


class Tokens:
    """A sentence, or more where a quotation runs over their ends, as tokens.

    `starts`, `ends` are offsets in the source; `lows` the words in small letters, `quotes` the
    indices of those that stand for a quotation.
    """

    __slots__ = ("_finite", "end", "ends", "lows", "quotes", "start", "starts", "texts")

    def __init__(self, masked: str, start: int, end: int) -> None:
        self.start, self.end = start, end
        found = list(islice(_TOKEN.finditer(masked, start, end), _LONGEST))
        self.starts = [word.start() for word in found]
        self.ends = [word.end() for word in found]
        self.texts = [word[0] for word in found]
        self.lows = [text.lower() for text in self.texts]
        self._finite: list[bool | None] = [None] * len(found)
        self.quotes = [at for at, text in enumerate(self.texts) if text[0] == FILLER]
        if "’" in masked[start:end]:
            self.lows = [low.replace("’", "'") for low in self.lows]

    def __len__(self) -> int:
        return len(self.texts)

    def low(self, index: int) -> str:
        """The word at `index` in small letters; nothing outside the clause."""
        return self.lows[index] if 0 <= index < len(self.lows) else ""

    def text(self, index: int) -> str:
        """The word at `index`; nothing outside the clause."""
        return self.texts[index] if 0 <= index < len(self.texts) else ""

    def next_comma(self, first: int) -> int | None:
        return next((i for i in range(first, len(self)) if self.texts[i] == ","), None)

    def explains(self, phrase: Phrase) -> bool:
        """Is `phrase` followed by what explains it: ", a lawyer at the firm", ", who is 34"?"""
        after = self.low(phrase.end + 1)
        return self.low(phrase.end) == "," and (
            after in ("a", "an", "the", "one", "its", "their", "his", "her")
            or after in RELATIVE
            or after[:1].isdigit()
        )

    def closes(self, phrase: Phrase) -> bool:
        """Does nothing follow `phrase` but when, where and what explains it?"""
        after = self.low(phrase.end)
        if not after or after in ",.;)–—-" or after in PREPOSITIONS or after in DAYS:
            return True
        return after in SUBORDINATORS or after in RELATIVE or after.endswith("ly")

    def relative_before(self, comma: int) -> bool:
        """Does a clause with "who" end at `comma`, so that the verb belongs before it?"""
        for index in range(comma - 1, -1, -1):
            if self.texts[index] in SOFT or self.texts[index] in HARD:
                low = self.low(index + 1)
                return low in RELATIVE or low[:1].isdigit()
        return False

    def is_quote(self, index: int) -> bool:
        return self.texts[index][0] == FILLER

    def is_adverb(self, index: int) -> bool:
        low = self.lows[index]
        if index and self.lows[index - 1] in ("the", "a", "an"):
            return False  # "the first estimates", "the then president"
        if low in ADVERBS or (low[0].isdigit() and ":" in low):
            return True
        return low.endswith("ly") and self.texts[index] == low and low not in NOT_ADVERBS

    def starts_phrase(self, index: int) -> bool:
        """May a noun phrase begin here?"""
        low, text = self.lows[index], self.texts[index]
        if low in DETERMINERS or low in SUBJECT_PRONOUNS or low in PLURAL_SPEAKERS:
            return True
        if not text[0].isalpha():
            return text[0].isdigit()
        plain = low in PREPOSITIONS or low in SUBORDINATORS or low in ADVERBS or low in CONJUNCTIONS
        return text[0].isupper() and not plain and low not in AUXILIARIES

    def is_measure(self, index: int) -> bool:
        """Do words before a number begin here: "about 90", "at least 19", "as many as two"?"""
        after = self.low(index + 1)
        if self.low(index) in _BEFORE_NUMBER:
            if after == "a":
                return self.low(index + 2) in _NUMBERS  # "over a million", not "over a plate"
            return after[:1].isdigit() or after in _NUMBERS
        return (self.low(index), after) in _BEFORE_NUMBERS

    def is_finite(self, index: int) -> bool:
        """Is this likely a verb with a subject before it? Nothing outside the clause is."""
        if index >= len(self.lows):
            return False
        known = self._finite[index]
        if known is None:
            known = self._finite[index] = self._looks_finite(index)
        return known

    def _looks_finite(self, index: int) -> bool:
        low, text = self.lows[index], self.texts[index]
        if index and text != low and text[0].isupper() and low in FINITE:
            return False  # the Met, Leeds United's Cut
        if low in AUXILIARIES or low in FINITE or low.endswith(("'s", "'re", "'ve", "'ll", "'d")):
            return not low.endswith("'s") or low[:-2] in SUBJECT_PRONOUNS
        cue = CUES.get(low)
        if cue is not None and cue.form in ("s", "past") and text == low:
            alone = cue.form == "past" and _is_participle(low)  # "known as"
            return index > 0 and not alone and self._is_verb(index, cue.form)
        if text != low or not 0 < index < len(self.lows) - 1:
            return False
        after = self.lows[index + 1]
        if low.endswith("ed"):
            if after in DETERMINERS or after in PREPOSITIONS or after in OBJECTS:
                return True
            if self.is_adverb(index + 1) or (after in _PARTICLES and self._follows_noun(index)):
                return True
            return self.texts[index + 1] != after and self._follows_noun(index)
        if low.endswith("s"):
            known = entry(low)
            sure = after in DETERMINERS or after in OBJECTS or "NOUN" not in known.bases
            return sure and "VBZ" in known.verb_forms and self._follows_noun(index)
        return self._after_plural(index) and self._is_present(low, after)

    def _after_plural(self, index: int) -> bool:
        before = self.lows[index - 1]
        plural = before.endswith("s") and "NOUN" in entry(before).bases
        return before in PLURAL_SPEAKERS or (plural and before not in DETERMINERS)

    def _is_present(self, low: str, after: str) -> bool:
        """ "lose", and "show" where an article follows."""
        known = entry(low)
        noun = "NOUN" in known.bases or "ADJ" in known.bases or low in PREPOSITIONS
        object_follows = after in DETERMINERS or after in OBJECTS
        return low in known.bases.get("VERB", ()) and (not noun or object_follows)

    def _follows_noun(self, index: int) -> bool:
        """May the word before `index` end a subject?"""
        low = self.lows[index - 1]
        if self.texts[index - 1] != low or low in SUBJECT_PRONOUNS or low in PLURAL_SPEAKERS:
            return True
        if low.endswith(("thing", "one", "body")):
            return True
        bases = entry(low).bases
        return "NOUN" in bases and "ADJ" not in bases and low not in DETERMINERS

    def _is_verb(self, index: int, form: str) -> bool:
        """Of "estimates": a verb only with something after it and no article before it."""
        if self.lows[index - 1] in DETERMINERS or (form == "s" and self.disagrees(index)):
            return False
        after = self.texts[index + 1] if index + 1 < len(self) else "."
        if form == "past" or CUES[self.lows[index]].lemma not in ALSO_NOUNS:
            return form == "past" or after[0] not in ",.;:)"
        return after[0] not in ",.;:)" and after not in PREPOSITIONS

    def disagrees(self, index: int) -> bool:
        """Of "promised two Liberals posts abroad": plurals take no verb in -s."""
        return self.low(index - 2) in _COUNTS and self.lows[index - 1].endswith("s")

    def has_finite(self, first: int, end: int) -> bool:
        return any(self.is_finite(index) for index in range(first, end))

    def phrase_after(self, first: int, sure: bool = False) -> Phrase | None:
        """The noun phrase that begins at token `first`, as in "said a spokesman for the army".

        `sure`: nothing but a noun phrase can stand there.
        """
        while first < len(self) and self.is_adverb(first):
            first += 1
        if first >= len(self) or not self.texts[first][0].isalnum():
            return None
        if not sure and not self.starts_phrase(first):
            return None
        index = first + 1
        while index < len(self) and self._goes_on(index, first):
            index += 1
        return Phrase(first, index)

    def role_and_name(self, first: int) -> Phrase | None:
        """The phrase at `first` in "said union leader Elena Paz": small words, then a name."""
        name = first
        while name < first + 6 and self.low(name)[:1].isalpha() and self.texts[name].islower():
            low = self.lows[name]
            if low in PREPOSITIONS or low in SUBORDINATORS or low in ADVERBS or low in AUXILIARIES:
                return None
            name += 1
        if name == first or not self.text(name)[:1].isupper() or self.lows[name] in DAYS:
            return None
        return self.phrase_after(first, sure=True)

    def _goes_on(self, index: int, first: int) -> bool:
        low, text = self.lows[index], self.texts[index]
        if self.is_quote(index) or (not text[0].isalnum() and text not in "&"):
            return False
        if low in RELATIVE or low in SUBORDINATORS or self.is_finite(index):
            return False
        if low in DAYS or (self.is_adverb(index) and text == low):
            return False
        if low == text and low.endswith("ing") and low in CUES:
            return False  # "a report by the office estimating"
        if low in PREPOSITIONS:
            return low in _ROLE_PREPOSITIONS and self._of_the_role(index, first)
        return not (low in CONJUNCTIONS and not self._joins_nouns(index))

    def _of_the_role(self, index: int, first: int) -> bool:
        """A preposition that belongs to the role, not to where or how it was said."""
        if index + 1 >= len(self):
            return False
        after = self.lows[index + 1]
        if after in DAYS or (after in ("a", "an") and self.lows[index] in ("in", "at", "on", "to")):
            return False
        return self.lows[index] in ("of", "for", "from") or self.texts[first] == self.lows[first]

    def _joins_nouns(self, index: int) -> bool:
        return index + 1 < len(self) and self.texts[index + 1][0].isupper()
