"""Whether two phrases may name the same one: names, roles beside names, pronouns."""

from __future__ import annotations

from collections import defaultdict

from explainer.extract.role_words import is_role_noun
from explainer.extract.words import Token
from explainer.mention import NameMention
from explainer.verify.alike import (
    alike,
    is_person,
    name_stems,
    phrase_nouns,
    run_nouns,
    tails_differ,
)
from explainer.verify.frame import Frame
from explainer.verify.index import Index, Line
from explainer.verify.phrases import heads
from explainer.verify.tables import opposites, wider_of
from explainer.verify.words import Word, keys_of, lemma_of, told_keys, words_of
from explainer.word_set import word_set

_PEOPLE = word_set("he she him her his himself herself who whom i")
_SOME = word_set("several some many various most other few")
_OF_OTHERS = word_set("former previous new old other rival own")
_PRONOUNS = _PEOPLE | word_set(
    "it they them its their itself themselves we us you there one both all some several others "
    "each this these those that which another"
)


class Entities:
    """Who is who in one source."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.roles: dict[str, set[str]] = defaultdict(set)
        self.named: dict[str, set[str]] = defaultdict(set)
        for line in index.lines:
            self._learn(line)

    def _learn(self, line: Line) -> None:
        """ "the brewery Halm", "Karl Adler, the opposition leader", "Its director, Oleh Bondar"."""
        tokens = line.tokens
        self._learn_set_off(line)
        for at, token in enumerate(tokens):
            if token.tag != "NAME":
                continue
            nouns = self.beside(tokens, at)
            for stem in name_stems(token):
                for noun in nouns:
                    for word in words_of([noun]):
                        self.roles[stem].update(told_keys(word))
                        for key in keys_of(word):
                            self.named[key].add(stem)

    def _learn_set_off(self, line: Line) -> None:
        """ "The company that won the contract, Telfa, promised": the name of what comes first."""
        clause = next((f for f in line.frames if f.kind == "relative"), None)
        if clause is None or clause.begin > 6:
            return
        tokens = line.tokens
        for at in range(clause.verb_end, min(len(tokens) - 1, clause.end + 1)):
            if tokens[at].tag == "NAME" and tokens[at - 1].tag == "," and tokens[at + 1].tag == ",":
                for noun in heads(clause.doer):
                    for word in words_of([noun]):
                        for stem in name_stems(tokens[at]):
                            self.roles[stem].update(told_keys(word))
                            for key in keys_of(word):
                                self.named[key].add(stem)

    def beside(self, tokens: list[Token], at: int) -> list[Token]:
        found = []
        if at and tokens[at - 1].tag == "N":
            found.append(tokens[at - 1])
        if at > 1 and tokens[at - 1].tag == ",":
            before = at - 2
            closes = at + 1 >= len(tokens) or tokens[at + 1].tag in (",", "X", "C")
            if tokens[before].tag == "N" and closes:
                found.append(tokens[before])
                found += phrase_nouns(tokens, before)
        after = at + 1
        if [t.tag for t in tokens[after : after + 3]] in ([",", "NUM", ","], [",", "TIME", ","]):
            after += 2  # "Ann Lee, 52, a teacher"
        if after < len(tokens) and tokens[after].tag == "," and after + 1 < len(tokens):
            opens = tokens[after + 1]
            if opens.tag in ("D", "S", "J", "N") and opens.low not in ("who", "which"):
                found += run_nouns(tokens, after + 1)
        is_one = after + 1 < len(tokens) and tokens[after].low in _IS
        if is_one and tokens[after + 1].tag in ("D", "S", "J", "N"):
            found += run_nouns(tokens, after + 1)
        return found

    def same(self, mine: list[Token], theirs: list[Token], line: Line) -> bool | None:
        """Whether `mine` of the claim may be `theirs` of the source; None where nothing tells."""
        one, two = heads(mine), heads(theirs)
        if not one or not two or one[0].low in _PRONOUNS:
            return None
        if len(mine) > 1 and is_person(mine[0]) and mine[1].low == ",":
            one = one[:1]  # "Ann Lee, a farmer" is not any farmer
        if _are_opposed(one, two):
            return False
        pairs = [(a, b) for a in one for b in two if alike(a, b)]
        if pairs:
            apart = any(tails_differ(mine, a, theirs, b) for a, b in pairs)
            return not (apart and len(pairs) == 1)
        if any(self._is_called(a, b) for a in one for b in two):
            return True
        if any(alike(a, b) for a in one for b in theirs if b.tag in ("N", "NAME", "J")):
            return None  # "Republicans" for "Republican leaders"
        if any(t.low in _PRONOUNS for t in two):
            return self._by_pronoun(one, two, line)
        return self._apart(one, two, mine, theirs, line)

    def role_elsewhere(self, name: list[Token], noun: Token) -> bool:
        """Whether the source gives the role to others and not to this name."""
        stems = {s for t in name if t.tag == "NAME" for s in name_stems(t)}
        words = words_of([noun])
        if not stems or not words or words[-1].generic:
            return False
        keys = keys_of(words[-1])
        if any(keys[0] in self.roles[s] for s in stems if s in self.roles):
            return False
        known = any(self.roles[s] for s in stems if s in self.roles)
        if known and is_role_noun(noun.low) and not self._beside_each_other(stems, words[-1]):
            return True
        return bool(self.named.get(keys[0]))

    def _beside_each_other(self, stems: set[str], word: Word) -> bool:
        """Some sentence holds both the name and the noun, or one that may stand for it."""
        keys = keys_of(word)
        return any(
            not line.keys.isdisjoint(keys) and not stems.isdisjoint(w.stem for w in line.words)
            for line in self.index.lines
        )

    def _is_called(self, one: Token, two: Token) -> bool:
        for name, noun in ((one, two), (two, one)):
            if name.tag == "NAME" and noun.tag == "N":
                keys = {key for w in words_of([noun]) for key in keys_of(w)}
                if is_person(name):
                    keys = {w.stem for w in words_of([noun])}
                if any(not keys.isdisjoint(self.roles[s]) for s in name_stems(name)):
                    return True
        return False

    def _apart(self, one: list[Token], two: list[Token], mine: list[Token], theirs: list[Token],
               line: Line) -> bool | None:  # fmt: skip
        names = [t for t in one if t.tag == "NAME"]
        others = [t for t in two if t.tag == "NAME"]
        if names and others:
            return False
        nouns = [t for t in one if t.tag == "N"]
        if names and not others:
            if any(is_person(t) for t in names) and all(t.low in BODIES for t in two):
                return False
            return self._not_named(names, two, theirs, line.number)
        if others and nouns:
            # "His former club": whose it was, and which, is not told here.
            vague = any(t.tag == "S" or t.low in _OF_OTHERS for t in mine)
            return None if vague else self._not_named(others, nouns, [], line.number)
        if not nouns or not any(t.tag == "N" for t in two):
            return None
        several = nouns[-1].low.endswith("s") and two[-1].low.endswith("s")
        words = words_of(nouns[-1:])
        if not words or words[-1].generic or two[-1].low in _ANYONE:
            return None
        if any(w.lemma in wider_of(words[-1].lemma) for w in words_of(two[-1:])):
            return None  # the source's "building" may be the market it spoke of
        elsewhere = self.index.has(words[-1].stem)
        return False if several or elsewhere else None

    def _not_named(
        self, names: list[Token], nouns: list[Token], phrase: list[Token], number: int
    ) -> bool | None:
        """A noun the source gives to another name is not this one."""
        for noun in nouns:
            for word in words_of([noun]):
                holders = {s for key in keys_of(word)[:1] for s in self.named.get(key, ())}
                mine = {s for name in names for s in name_stems(name)}
                if holders and holders.isdisjoint(mine):
                    return False
        opens = phrase[0].low if phrase else ""
        if opens in _SOME and len(names) == 1:
            return False  # "several museums" are not this one
        if opens in _THE and self._known_otherwise(names, nouns[-1]):
            return False
        if opens in _ONE_OF and is_role_noun(nouns[-1].low):
            first = min((line.number for line in self.index.lines
                         for t in line.tokens if t.tag == "NAME"
                         and any(not name_stems(t).isdisjoint(name_stems(n)) for n in names)),
                        default=number)  # fmt: skip
            if first < number:
                return False
        people = any(isinstance(t.mention, NameMention) and t.mention.type == "person"
                     for t in names)  # fmt: skip
        plural = any(t.low.endswith("s") and not t.low.endswith("ss") for t in nouns[-1:])
        return False if people and plural else None

    def _known_otherwise(self, names: list[Token], noun: Token) -> bool:
        """The source says what the named one is, and it is nothing that goes by this noun."""
        if not (is_role_noun(noun.low) or noun.low in BODIES):
            return False
        known = {key for name in names for s in name_stems(name) for key in self.roles.get(s, ())}
        keys = {key for w in words_of([noun]) for key in told_keys(w)}
        return bool(known) and known.isdisjoint(keys)

    def _by_pronoun(self, one: list[Token], two: list[Token], line: Line) -> bool | None:
        if not any(t.low in _PEOPLE for t in two):
            return None
        names = [t for t in one if t.tag == "NAME"]
        if not names:
            return None
        meant = self._antecedents(line, next(t for t in two if t.low in _PEOPLE))
        if not meant:
            return None
        return any(not name_stems(name).isdisjoint(meant) for name in names)

    def _antecedents(self, line: Line, pronoun: Token) -> set[str]:
        """Name parts of whom "he" or "she" may mean: those named earlier in the sentence; else
        who acts in the sentence before, and, where that has a pronoun too, those before it."""
        meant = {
            s for t in line.tokens if t.start < pronoun.start and is_person(t)
            for s in name_stems(t)
        }  # fmt: skip
        before_here = len(meant)
        for back in range(1, 6):
            if line.number - back < 0:
                break
            before = self.index.lines[line.number - back]
            people = [t for t in before.tokens if is_person(t)]
            acting = [t for t in people if any(t is d for f in before.frames for d in _parts(f))]
            again = any(t.low in _PEOPLE for t in before.tokens)
            meant |= {s for t in (people if again else acting or people) for s in name_stems(t)}
            if len(meant) > before_here and (before_here or not again):
                break
        return meant


def _are_opposed(one: list[Token], two: list[Token]) -> bool:
    """ "A woman" where the source has "a 34-year-old man"."""
    mine, theirs = ({lemma_of(t.low, False) for t in each if t.tag == "N"} for each in (one, two))
    return any(not opposites(word).isdisjoint(theirs) for word in mine - theirs)


def _parts(frame: Frame) -> list[Token]:
    if frame.kind != "main":
        return []
    return frame.done if frame.passive else frame.doer


# A named person is none of these.
BODIES = word_set(
    "government company court union council army ministry police committee museum club party "
    "parliament bank team firm agency university hospital board"
)
_THE = frozenset({"the", "her", "his", "its", "their"})
_ONE_OF = frozenset({"a", "an", "another"})
_IS = frozenset({"is", "was", "became", "becomes"})
_ANYONE = word_set("people man woman person one pair couple duo trio group team crew men women")
