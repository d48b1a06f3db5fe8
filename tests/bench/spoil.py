"""Ways to spoil a good quiz item, one function each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

from explainer.extract.extract import Extraction
from explainer.facts import Quote
from explainer.mention import AnyMention
from explainer.quiz.item import Item, Option

WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip
STRANGERS = ("Harold Quimby", "Petra Vonn", "Marguerite Doyle")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

Change = Callable[[Item, Extraction, Random], Iterator[Item]]


def with_text(item: Item, option_id: str, text: str) -> Item:
    options = tuple(
        o.model_copy(update={"text": text}) if o.id == option_id else o for o in item.options
    )
    return item.model_copy(update={"options": options})


def keys(item: Item) -> list[Option]:
    return [o for o in item.options if o.id in item.key]


def wrongs(item: Item) -> list[Option]:
    return [o for o in item.options if o.id not in item.key]


def swap(item: Item, _: Extraction, rng: Random) -> Iterator[Item]:
    if item.kind in ("order", "match"):
        order = list(item.key)
        i = rng.randrange(len(order) - 1)
        order[i], order[i + 1] = order[i + 1], order[i]
        yield item.model_copy(update={"key": tuple(order)})
    elif item.kind == "multiple_answer":
        yield item.model_copy(update={"key": (wrongs(item)[0].id, *item.key[1:])})
    else:
        for other in wrongs(item):
            yield item.model_copy(update={"key": (other.id,)})


NUMBER = re.compile(
    r"(?<![\w.,])(\d+(?:[.,]\d+)*)(?![\w]|[.,]\d)|\b(" + "|".join(WORDS[2:]) + r")\b"
)


def _other_number(match: re.Match[str], rng: Random) -> str:
    text = match.group()
    if text in WORDS:
        return WORDS[(WORDS.index(text) - 2 + rng.choice((3, 5, 7))) % 11 + 2]
    digits = re.sub(r"\D", "", text)
    first = (int(digits[0]) - 1 + rng.choice((2, 3, 5))) % 9 + 1
    return (
        text.replace(text[0], str(first), 1)
        if not (len(digits) == 4 and "," not in text)
        else str(int(digits) + rng.choice((-17, 13, 29)))
    )


def number_in_stem(item: Item, _: Extraction, rng: Random) -> Iterator[Item]:
    for match in NUMBER.finditer(item.stem):
        new = _other_number(match, rng)
        yield item.model_copy(
            update={"stem": item.stem[: match.start()] + new + item.stem[match.end() :]}
        )


def number_in_key(item: Item, _: Extraction, rng: Random) -> Iterator[Item]:
    if item.kind == "number_entry":
        match = NUMBER.search(item.key[0])
        if match:
            yield item.model_copy(update={"key": (_other_number(match, rng),)})
        return
    if item.kind in ("place_on_map", "true_false"):
        return
    for option in keys(item):
        match = NUMBER.search(option.text)
        if match:
            new = (
                option.text[: match.start()]
                + _other_number(match, rng)
                + option.text[match.end() :]
            )
            yield with_text(item, option.id, new)


_DATE = re.compile(r"\b(1[89]\d\d|20\d\d)(s?)\b|\b(" + "|".join(MONTHS) + r")\b")


def _other_date(match: re.Match[str], rng: Random) -> str:
    if match[3]:
        return MONTHS[(MONTHS.index(match[3]) + rng.choice((2, 4, 5))) % 12]
    step = rng.choice((10, 20, -30)) if match[2] else rng.choice((3, 7, -11))
    return f"{int(match[1]) + step}{match[2]}"


def date_in_stem(item: Item, _: Extraction, rng: Random) -> Iterator[Item]:
    for match in _DATE.finditer(item.stem):
        if match[3] == "May" and not re.search(r"\d", item.stem[match.end() : match.end() + 6]):
            continue
        yield item.model_copy(
            update={
                "stem": item.stem[: match.start()]
                + _other_date(match, rng)
                + item.stem[match.end() :]
            }
        )


def date_in_key(item: Item, _: Extraction, rng: Random) -> Iterator[Item]:
    if item.kind in ("true_false", "find_evidence", "fact_or_claim"):
        return
    for option in keys(item):
        match = _DATE.search(option.text)
        if match:
            yield with_text(
                item,
                option.id,
                option.text[: match.start()] + _other_date(match, rng) + option.text[match.end() :],
            )


def _names(found: Extraction) -> list[str]:
    seen = {
        m.value: None
        for m in found.reading.mentions
        if m.type in ("person", "organisation", "place")
    }
    seen |= {
        m.text: None
        for m in found.reading.mentions
        if m.type in ("person", "organisation", "place")
    }
    return sorted((n for n in seen if n[:1].isupper()), key=len, reverse=True)


def name_in_stem(item: Item, found: Extraction, rng: Random) -> Iterator[Item]:
    """A stranger's name, or another name of the same article, for the first name in the stem."""
    names = _names(found)
    for name in names:
        match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", item.stem)
        if match is None:
            continue
        near = " ".join(
            [item.stem, *(q.quote for q in item.evidence), *(o.text for o in item.options)]
        )
        apart = [n for n in names if not set(n.split()) & set(near.split()) and n not in near]
        for other in (rng.choice(STRANGERS), *rng.sample(apart, min(1, len(apart)))):
            stem = item.stem[: match.start()] + other + item.stem[match.end() :]
            yield item.model_copy(update={"stem": stem})
        return


def name_in_key(item: Item, found: Extraction, rng: Random) -> Iterator[Item]:
    if item.kind in ("true_false", "fact_or_claim"):
        return
    for option in keys(item):
        for name in _names(found):
            match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", option.text)
            if match:
                yield with_text(
                    item,
                    option.id,
                    option.text[: match.start()]
                    + rng.choice(STRANGERS)
                    + option.text[match.end() :],
                )
                break


def drop_attribution(item: Item, _: Extraction, __: Random) -> Iterator[Item]:
    match = re.match(r"According to (?:the )?[^,]+, ", item.stem)
    if match:
        rest = item.stem[match.end() :]
        yield item.model_copy(update={"stem": rest[0].upper() + rest[1:]})
        for word in ("The article says: ", "As is known, "):
            yield item.model_copy(update={"stem": word + rest})


_AUXILIARY = re.compile(r"\b(is|are|was|were|has|have|had|can|could|will|would)\b(?! not)")


def add_not(item: Item, _: Extraction, __: Random) -> Iterator[Item]:
    if item.kind in ("gap", "order", "match", "place_on_map", "fact_or_claim", "find_evidence"):
        return
    for word in ("not", "never"):
        stem = None
        if match := _AUXILIARY.search(item.stem):
            stem = f"{item.stem[: match.end()]} {word}{item.stem[match.end() :]}"
        elif match := re.search(r"\b(did|does|do)\b (.+?) (?=\w+ )", item.stem):
            stem = f"{item.stem[: match.end()]}{word} {item.stem[match.end() :]}"
        elif item.kind == "who_said":
            stem = item.stem.replace("Who said this?", f"Who did {word} say this?")
            stem = stem.replace("Who says that", f"Who does {word} say that")
        elif item.kind == "true_false":
            stem = f"It is {word} true that {item.stem[0].lower()}{item.stem[1:]}"
        if stem and stem != item.stem:
            yield item.model_copy(update={"stem": stem})


def variant_of_key(item: Item, _: Extraction, __: Random) -> Iterator[Item]:
    """A distractor becomes the key in other words."""
    if item.kind not in ("single_choice", "who_said", "gap", "multiple_answer"):
        return
    key, other = keys(item)[0], wrongs(item)[0]
    for text in _variants(key.text):
        yield with_text(item, other.id, text)


def _variants(text: str) -> Iterator[str]:
    if text in WORDS:
        yield str(WORDS.index(text))
    if text.isdigit() and int(text) <= 12:
        yield WORDS[int(text)]
    if re.fullmatch(r"\d{1,3}(,\d{3})+", text):
        yield text.replace(",", ".")
        yield text.replace(",", "")
        if text.endswith(",000") and int(text.split(",")[0]) <= 12 and text.count(",") == 1:
            yield WORDS[int(text.split(",")[0])] + " thousand"
    if re.fullmatch(r"[A-Z]\w+(?:[ -][A-Z]\w+)+", text):
        yield text.split()[-1]
        yield text.upper()
    if match := re.fullmatch(r"(\d+) ([A-Z]\w+) (\d{4})", text):
        yield f"{match[2]} {match[1]}, {match[3]}"
    if "oo" in text:
        yield text.replace("oo", "ou")


def another_true(item: Item, found: Extraction, _: Random) -> Iterator[Item]:
    """A distractor becomes something that is right too."""
    if item.kind != "single_choice":
        return
    key, other = keys(item)[0], wrongs(item)[0]
    if match := re.fullmatch(r"\d+ ([A-Z]\w+ \d{4})", key.text):
        yield with_text(item, other.id, match[1])
        yield with_text(item, other.id, match[1].split()[1])
    if re.fullmatch(r"\d{4}", key.text):
        yield with_text(item, other.id, f"the {key.text[:3]}0s")
    if re.fullmatch(r"[\d,]+", key.text):
        value = int(key.text.replace(",", ""))
        yield with_text(item, other.id, f"more than {value // 2:,}")
        yield with_text(item, other.id, f"between {value // 2:,} and {value * 2:,}")
    same = [m for q in item.evidence for m in found.reading.mentions_in(q.start, q.end)]
    kinds = {m.type for m in same if m.text == key.text or meant(m) == key.text}
    for mention in same:
        told = mention.text in key.text or mention.text in item.stem or meant(mention) == key.text
        if mention.type in kinds & {"person", "place"} and not told:
            yield with_text(item, other.id, mention.text)


def meant(mention: AnyMention) -> str:
    return str(mention.value)


def duplicate(item: Item, _: Extraction, __: Random) -> Iterator[Item]:
    """One wrong option comes again in another notation."""
    if item.kind in ("true_false", "number_entry", "order", "match") or len(wrongs(item)) < 2:
        return
    first, second = wrongs(item)[:2]
    for text in [*_variants(first.text), first.text]:
        yield with_text(item, second.id, text)


def wrong_fact(item: Item, found: Extraction, rng: Random) -> Iterator[Item]:
    """The id of another fact; or that fact's id and words."""
    mine = {q.start for q in item.evidence}
    others = [f for f in found.facts if not mine & {q.start for q in f.quotes}]
    if not item.fact_ids or not others:
        return
    other = rng.choice(others)
    yield item.model_copy(update={"fact_ids": (other.id,)})
    yield item.model_copy(update={"fact_ids": (other.id,), "evidence": other.quotes})


def one_off(item: Item, found: Extraction, _: Random) -> Iterator[Item]:
    """The first quote moved by one character: its span alone, and its span with its words."""
    text = found.reading.source.text
    quote = item.evidence[0]
    rest = item.evidence[1:]
    for low, high in ((1, 1), (-1, -1), (1, 0), (0, -1), (0, 1), (-1, 0)):
        start, end = quote.start + low, quote.end + high
        if start < 0 or end > len(text):
            continue
        if low == high:
            moved = Quote(start=start, end=end, quote=quote.quote)
            yield item.model_copy(update={"evidence": (moved, *rest)})
        moved = Quote(start=start, end=end, quote=text[start:end])
        yield item.model_copy(update={"evidence": (moved, *rest)})


def longer_key(item: Item, _: Extraction, __: Random) -> Iterator[Item]:
    if item.kind not in ("single_choice", "who_said", "gap"):
        return
    key = keys(item)[0]
    for more in (
        ", which is stated clearly and in so many words in the article",
        " as has been widely reported and confirmed by several sources",
    ):
        yield with_text(item, key.id, key.text + more)


def another_value(item: Item, found: Extraction, _: Random) -> Iterator[Item]:
    """Another year, number, place or person of the same sentences becomes the key, and the key
    itself goes: no option is right."""
    if item.kind not in ("single_choice", "number_entry"):
        return
    key = keys(item)[0].text if item.options else item.key[0]
    same = [m for q in item.evidence for m in found.reading.mentions_in(q.start, q.end)]
    kinds = {m.type for m in same if m.text == key or meant(m) == key or key in m.text.split()}
    for mention in same:
        text = mention.text if mention.type != "quantity" else f"{mention.value:g}"
        told = text in key or key in mention.text or text in item.stem or meant(mention) == key
        if told or mention.type not in kinds or text in [o.text for o in item.options]:
            continue
        if mention.type in ("date", "quantity") and not re.fullmatch(r"[\d.,]+", text):
            continue
        if item.kind == "number_entry":
            yield item.model_copy(update={"key": (text,)})
        else:
            yield with_text(item, keys(item)[0].id, text)


def role_of_key(item: Item, found: Extraction, _: Random) -> Iterator[Item]:
    """A distractor becomes what the person of the key is."""
    if item.kind not in ("single_choice", "who_said"):
        return
    for fact in found.facts:
        person, role = fact.part("person"), fact.part("role")
        if fact.kind == "role" and person and role and person.value == keys(item)[0].text:
            bare = re.sub(r"^(?:an?|the) ", "", role.value)
            yield with_text(item, wrongs(item)[0].id, f"the {bare}")


def within_bound(item: Item, _: Extraction, __: Random) -> Iterator[Item]:
    """Of "at least how many?" a distractor becomes a smaller number, which is right as well."""
    if item.kind != "single_choice" or not re.fullmatch(r"[\d,]+", keys(item)[0].text):
        return
    value = int(keys(item)[0].text.replace(",", ""))
    if re.search(r"\b(?:at least|more than) how", item.stem, re.I) and value > 3:
        yield with_text(item, wrongs(item)[0].id, f"{value // 2:,}")


def cause_for_effect(item: Item, _: Extraction, __: Random) -> Iterator[Item]:
    """ "B because A" for "A because B"."""
    parts = item.stem.rstrip(".").split(" because ")
    if item.kind == "true_false" and len(parts) == 2 and keys(item)[0].text == "True":
        yield item.model_copy(update={"stem": f"{parts[1].capitalize()} because {parts[0]}."})


def overlapping_time(item: Item, _: Extraction, __: Random) -> Iterator[Item]:
    """Two wrong options become a month and its season, or a month in two notations."""
    if item.kind != "single_choice" or len(wrongs(item)) < 2:
        return
    if re.search(r"\b[A-Z]\w+ \d{4}$", keys(item)[0].text):
        first, second = wrongs(item)[:2]
        for one, two in (("June 1911", "summer 1911"), ("October 1911", "10/1911"),
                         ("October 1911", "1911-10"), ("5 May 1911", "1911-05-05")):  # fmt: skip
            yield with_text(with_text(item, first.id, one), second.id, two)


def out_of_form(item: Item, _: Extraction, __: Random) -> Iterator[Item]:
    """Blank or double ids, a blank rationale, a fact nobody knows, a key that is no option."""
    yield item.model_copy(update={"fact_ids": ("f-00000000",)})
    yield item.model_copy(update={"id": " "})
    if item.options:
        first = item.options[0]
        blank = first.model_copy(update={"rationale": " "})
        yield item.model_copy(update={"options": (blank, *item.options[1:])})
        twin = first.model_copy(update={"id": item.options[1].id})
        yield item.model_copy(update={"options": (twin, *item.options[1:])})
        yield item.model_copy(update={"key": ("zz", *item.key[1:])})


SPOILED: dict[str, Change] = {
    "swap key and distractor": swap,
    "change a number in the stem": number_in_stem,
    "change a number in the key": number_in_key,
    "change a date in the stem": date_in_stem,
    "change a date in the key": date_in_key,
    "change a name in the stem": name_in_stem,
    "change a name in the key": name_in_key,
    "drop an attribution": drop_attribution,
    "add 'not'": add_not,
    "distractor: variant of the key": variant_of_key,
    "distractor: another true answer": another_true,
    "duplicate in another notation": duplicate,
    "cite the wrong fact": wrong_fact,
    "evidence one character off": one_off,
    "lengthen the key": longer_key,
    "another value of the sentence as key": another_value,
    "distractor: the role of the key": role_of_key,
    "distractor: within the bound asked": within_bound,
    "cause and effect exchanged": cause_for_effect,
    "times that overlap": overlapping_time,
    "out of form": out_of_form,
}
