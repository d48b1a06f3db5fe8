"""What a run of capitalised words names: a person, an organisation, a place, or nothing known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.language import names_clubs as clubs
from explainer.language import names_context as context
from explainer.language import names_words as w
from explainer.language.names_known import Name, joined
from explainer.language.names_scan import Run, Token
from explainer.language.names_titles import OFFICE_OF, Titles

_BASED = re.compile(r"(\w[\w.]*)[-‐‑][a-z]{3,}\Z")
_NUMBERS = frozenset({"Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"})
_POSSESSIVE = frozenset({"'s", "’s", "s'", "s’"})
_OF_A_PARTY = frozenset({"Democrat", "Democrats", "Republican", "Republicans", "Independent"})


class Kinds(Titles):
    """Tells what the runs of one text name."""

    def names(self, run: Run) -> Iterator[Name]:
        tokens = run.tokens
        initial = run.initial
        if len(tokens) == 1 and tokens[0][2][-2:] not in _POSSESSIVE:
            yield from self._single(tokens[0], initial)
            return
        owner = next((i for i, t in enumerate(tokens) if t[2][-2:] in _POSSESSIVE), -1)
        saint = tokens[0][2] in w.SAINTS and tokens[-1][2] in w.PLACE_HEADS
        kept = saint or tokens[-1][2] in w.ORG_HEADS or any(t[2] in w.SEATS for t in tokens[1:])
        if owner >= 0 and not kept and not self._known(tokens):
            start, _, word = tokens[owner]
            bare = word.rstrip("s").rstrip("'’") if word[-1] == "s" else word[:-1]
            bare_token = (start, start + len(bare), bare)
            yield from self.names(Run([*tokens[:owner], bare_token], initial))
            if tokens[owner + 1 :]:
                yield from self.names(Run(tokens[owner + 1 :], False))
            return
        while len(tokens) > 2 and tokens[-1][2] in w.AFTER_NAMES:
            tokens = tokens[:-1]
        if initial and all(t[2].isupper() for t in tokens) and self._dateline(tokens):
            name = self._place(tokens, initial)
            name.text = joined(tokens).title()
            yield name
            return
        if len(tokens) == 2 and len(tokens[0][2]) == 2 and tokens[1][2] in w.ORGANISATIONS:
            tokens, initial = tokens[1:], True
        if run.initial and len(tokens) > 1 and self._only_opens(tokens):
            tokens, initial = tokens[1:], False
        if tokens[0][2] in _NUMBERS and context.counted(self._after(tokens[-1][1])):
            tokens, initial = tokens[1:], False
        while len(tokens) > 1 and (hyphen := _BASED.match(tokens[0][2])):
            yield from self._hyphened((*tokens[0][:2], hyphen[1]), initial)
            tokens, initial = tokens[1:], False
        while len(tokens) > 1 and (tokens[0][2] in w.OPENERS and not self._begins_known(tokens)):
            tokens, initial = tokens[1:], False
        if len(tokens) == 1:
            yield from self._single(tokens[0], initial)
            return
        if (at := self._person_after_office(tokens)) is not None:
            yield from self._office_and_person(tokens, at, initial)
            return
        cut = None if self._whole(tokens) else self._title_at(tokens)
        if cut is None:
            yield from self._several(tokens, initial)
            return
        first, after = cut
        if first and not self._plain(tokens[:first]):
            yield from self._part(tokens[:first], initial)
        if after < len(tokens):
            person = self._name(self._person_tokens(tokens[after:]), "person", initial)
            person.title = " ".join(t[2] for t in tokens[first:after])
            yield person

    def _begins_known(self, tokens: list[Token]) -> bool:
        """Whether the words are known, or their first two are ("New England Patriots")."""
        return self._known(tokens) or bool(self.gazetteer.lookup(joined(tokens[:2])))

    def _dateline(self, tokens: list[Token]) -> bool:
        """Whether these words in capitals are a town: "TACLOBAN CITY"."""
        name = joined(tokens).title()
        head, _, last = name.rpartition(" ")
        found = self.gazetteer.lookup(name)
        return bool(found or (last in w.PLACE_HEADS and self.gazetteer.lookup(head)))

    def _office_and_person(self, tokens: list[Token], at: int, initial: bool) -> Iterator[Name]:
        office = [t[2] for t in tokens[:at]]
        person = self._name(tokens[at:], "person", initial)
        of = OFFICE_OF.search(self._before(tokens[0][0]))
        if of and of[1]:
            person.title = of[1]
        elif any(x in w.TITLES for x in office) and not w.OF_HEADS & set(office):
            person.title = joined(tokens[:at])
        else:
            yield from self._part(tokens[:at], False if of else initial)
        yield person

    def _only_opens(self, tokens: list[Token]) -> bool:
        """Whether the first word has its capital only from the sentence: "Apparently London"."""
        word, then = tokens[0][2], tokens[1][2]
        if word.lower() not in self.common or word in self.first or self._known(tokens):
            return False
        sure = then in self.first or then in w.ORGANISATIONS or self._strong(then)
        return word.endswith("ly") or (
            word not in w.TITLES
            and word not in w.PLACE_FIRST
            and tokens[-1][2] not in w.ORG_HEADS
            and (sure or bool(_BASED.match(then)))
        )

    def _part(self, tokens: list[Token], initial: bool) -> Iterator[Name]:
        if len(tokens) == 1:
            yield from self._single(tokens[0], initial)
        else:
            yield from self._several(tokens, initial)

    def _several(self, tokens: list[Token], initial: bool) -> Iterator[Name]:
        while len(tokens) > 1 and self._drops_first(tokens):
            tokens, initial = tokens[1:], False
        words = [t[2] for t in tokens]
        if len(words) == 1:
            yield from self._single(tokens[0], initial)
            return
        if words[-1] in _OF_A_PARTY and self.gazetteer.lookup(joined(tokens[:-1])):
            yield from self._part(tokens[:-1], initial)  # "the Ohio Democrat"
            return
        found = self.gazetteer.lookup(joined(tokens))
        if context.disease(self._after(tokens[-1][1])) and found:
            return
        if (
            len(words) < 4
            and words[0] not in w.TITLES
            and context.UNIT.match(self._after(tokens[-1][1]))
        ):
            yield self._place(tokens, initial)
            return
        person = self._looks_person(words) and not any(p.population > 100_000 for p in found)
        person = person or self._speaks(tokens, words)
        person = person and not context.THE.search(self._before(tokens[0][0])[-6:])
        if self._club(tokens):
            yield self._name(tokens, "organisation", initial)
        elif self._great_place(joined(tokens)):
            name = self._place(tokens, initial)
            if self.sport and self._national_side(name):
                name.kind, name.hint, name.located = None, "team", ""
            yield name
        elif (
            joined(tokens) in w.KNOWN_ORGANISATIONS
            or self._organisation(words, person)
            or (not person and self._paper(tokens))
            or (words[0] == "Air" and self._great_place(joined(tokens[1:])))
            or (words[-1] in w.ORGANISATIONS and not found and not person)
            or (words[-1] in w.NEWSPAPERS and context.THE.search(self._before(tokens[0][0])[-6:]))
        ):
            name = self._name(tokens, "organisation", initial)
            name.coined = self._coined(words[0])
            yield name
        elif (found and not person) or self._place_phrase(tokens, words, person):
            yield self._place(tokens, initial)
        elif any(x in w.EVENT_HEADS for x in words[1:]) or all(x in w.NO_NAMES for x in words):
            return
        else:
            yield from self._person_or_phrase(tokens, initial)

    def _club(self, tokens: list[Token]) -> bool:
        """Whether, in a report on sport, a club is meant: "Swansea City"."""
        if not self.sport or tokens[-1][2] not in clubs.CLUB_LAST:
            return False
        if context.located(self._before(tokens[0][0])) == "strictly":
            return False
        towns = [p for p in self.gazetteer.lookup(joined(tokens)) if p.kind in ("city", "capital")]
        return not towns and bool(self.gazetteer.lookup(joined(tokens[:-1])))

    def _national_side(self, name: Name) -> bool:
        """Whether a country's name of several words plays: "face Sri Lanka"."""
        before, after = self._before(name.start), self._after(name.end)
        at_home = context.located(before) == "strictly"
        return not at_home and self._land(name.text) and context.team(before, after)

    def _drops_first(self, tokens: list[Token]) -> bool:
        word = tokens[0][2]
        if word not in w.NO_NAMES and self.gazetteer.demonym_country(word) is None:
            return False
        if word in self.first and self._surname(tokens[1][2]):
            return False
        if word in w.COMPASS and not self.gazetteer.lookup(joined(tokens[1:])):
            return False
        if any(t[2] in w.OF_HEADS for t in tokens[1:]):
            return False
        return not self._known(tokens) and tokens[-1][2] not in w.ORG_HEADS

    def _surname(self, word: str) -> bool:
        """Whether a word after "Christian" or "Roman" can only be a surname."""
        if word in w.NO_NAMES or word in w.ORG_HEADS or word.lower() in self.common:
            return False
        return not self.gazetteer.demonym_country(word) and not self._strong(word)

    def _looks_person(self, words: list[str]) -> bool:
        if not 2 <= len(words) <= 4 or words[0] not in self.first:
            return False
        return words[0].lower() not in self.common and not self._strong(words[0])

    def _speaks(self, tokens: list[Token], words: list[str]) -> bool:
        """Whether "Tony Marsh" or "Sue Park" says something or holds an office."""
        if len(words) != 2 or words[0] not in self.first or words[1] not in w.SURNAME_HEADS:
            return False
        before, after = self._before(tokens[0][0]), self._after(tokens[-1][1])
        return context.human(before, after.lstrip(",")) or bool(context.lower_title(before))

    def _organisation(self, words: list[str], person: bool) -> bool:
        last = words[-1]
        if last in w.ORG_HEADS:
            return not (person and (last in w.SURNAME_HEADS or last in self.last))
        if any(x in w.SEATS for x in words[1:-1]) and self.gazetteer.lookup(last):
            return True
        if words[0] in clubs.CLUB_FIRST and len(words) == 2 and self.gazetteer.lookup(last):
            return True
        return (
            words[0] in w.OF_HEADS and words[1] in ("of", "of the", "for", "for the", "on")
        ) or (
            any(x in ("of", "of the", "for") for x in words[1:])
            and any(x in w.OF_HEADS for x in words)
            and words[0] not in w.PLACE_OF
        )

    def _paper(self, tokens: list[Token]) -> bool:
        """Whether a town's newspaper is meant: "Baltimore Sun", "Pittsburgh Post-Gazette"."""
        last = tokens[-1][2].rpartition("-")[2]
        head = tokens[:-2] if tokens[-2][2] == "Plain" else tokens[:-1]
        return last in w.TOWN_PAPERS and bool(head) and bool(self.gazetteer.lookup(joined(head)))

    def _place_phrase(self, tokens: list[Token], words: list[str], person: bool) -> bool:
        if words[0] in w.PLACE_FIRST and words[0] not in self.first:
            start, end = tokens[0][0], tokens[-1][1]
            plays = self.sport and context.team(self._before(start), self._after(end))
            return not plays and not self._team_of_town(tokens, words)
        if words[0] in w.PLACE_OF and words[1] in ("of", "of the"):
            return True
        if words[-1] not in w.PLACE_HEADS or (words[0] in w.NO_NAMES and len(words) == 2):
            return False
        if not (person and words[-1] in w.SURNAME_HEADS):
            return True
        return context.located(self._before(tokens[0][0])) == "strictly"

    def _team_of_town(self, tokens: list[Token], words: list[str]) -> bool:
        """ "St. Louis Cardinals"."""
        many = len(words) > 2 and words[-1].endswith("s") and words[-1] not in w.PLACE_HEADS
        return (many or words[-1] in clubs.MASCOTS) and bool(
            self.gazetteer.lookup(joined(tokens[:-1]))
        )

    def _initials(self, words: list[str]) -> bool:
        then = words[1]
        named = then in self.last or then.lower() not in self.common
        return words[0].endswith(".") and named

    def _team(self, words: list[str], before: str, after: str) -> bool:
        """Whether several words play a match and do not end in a surname."""
        return not w.is_surname(words[-1], self.last) and context.team(before, after)

    def _person_or_phrase(self, tokens: list[Token], initial: bool) -> Iterator[Name]:
        words = [t[2] for t in tokens]
        # "London Paul Smith", "Kenya Mary Keitany": a place run into a name.
        split = next((i for i, x in enumerate(words) if x in self.first), 0)
        if 0 < split <= len(words) - 2 and self.gazetteer.lookup(joined(tokens[:split])):
            yield from self._part(tokens[:split], initial)
            tokens, words = tokens[split:], words[split:]
        if words[0] in w.NO_INITIALS:
            yield from self._part(tokens[:1], initial)
            yield from self._part(tokens[1:], True)
            return
        name = self._name(tokens, None, initial)
        before, after = self._before(name.start), self._after(name.end)
        if words[0] in w.SHIPS:
            return
        strong = words[0] in self.first or self._initials(words)
        plain = [x for x in words if x.lower() in self.common and x not in w.PARTICLES]
        letters = len(words[0]) > 2 and words[0].isupper() and words[0].isalpha()
        if (
            len(words) > 5
            or "&" in words
            or (letters and words[0] not in self.first)
            or (not strong and context.employer(before, after))
            or (not strong and (context.published(before) or self._land(words[-1])))
        ):
            name.kind = "organisation"
        elif (
            (not strong or words[0] in w.ARTICLES)
            and len(words) <= 3
            and context.located(before) == "strictly"
        ) or (not strong and context.FEATURE.match(after)):
            name.kind, name.located = "place", "strictly"
        elif not strong and context.article(before) and context.human("", after):
            name.kind = "organisation"  # "the Brattleboro Reformer reported"
        elif words[0] in w.COMPASS:
            if len(words) == 2 and context.located(before):
                name.kind, name.located = "place", "loosely"
        elif self.sport and not strong and self._team(words, before, after):
            name.hint = "team"
        elif words[-1] in clubs.MASCOTS and self._team_of_town(tokens, words):
            name.kind = "organisation"
        elif strong and (len(plain) < len(words) or words[-1] in self.last):
            name.kind = "person"
        elif len(words) == 2 and words[1] in self.last and context.introduced(after):
            name.kind = "person"  # "London Breed, the mayor"
        elif (self._strong(words[0]) and not strong) or self._team_of_town(tokens, words):
            name.kind = "organisation" if words[-1].endswith("s") else None
            name.hint = "phrase"
        elif not plain:
            name.kind = "person"
        elif context.human(before, after):
            someone = len(plain) < len(words) or context.introduced(after)
            name.kind = "person" if someone else "organisation"
        else:
            name.hint = "phrase"
        if name.kind == "person":
            name.title = context.lower_title(before)
        yield name
