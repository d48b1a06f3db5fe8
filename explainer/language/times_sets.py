"""What comes again and again, and what is only now, past or to come."""

from __future__ import annotations

from explainer.language.times_found import Found, Place
from explainer.language.times_spans import amount
from explainer.language.times_values import duration as duration_value
from explainer.word_set import word_set


def repeated(place: Place) -> list[Found] | None:
    """'every week', 'each Monday', 'twice a year', 'Mondays', 'daily', 'weekends'."""
    t = place.tokens
    codes = place.codes
    i, j = place.i, place.j
    if codes in {"v", "A", "e"} or codes.startswith("@") or codes == "aP":
        return _habit(place)
    head = j - 1
    code = t.codes[head]
    rule = f"'{place.words}': again and again"
    if code in "uU":
        if codes[0] == "/" and t.word(head) in {"second", "minute", "hour"}:
            return None
        if t.word(head) == "minute" and t.word(j) in _SMALL_THINGS:
            return None
        if codes[0] in "Bwdn" and t.word(i) == "once" and codes == "Biu" and t.word(i - 1) == "for":
            return None
        start = next((k for k in range(head - 1, i - 1, -1) if t.codes[k] in "iE/BC"), i - 1) + 1
        number, said = amount(place, start, head)
        if codes[0] == "E" and t.word(i + 1) == "other":
            number, said = 2, True
        if t.codes[start - 1 : start] == "i" and not said:
            number = 1
        if codes[0] == "E" and (
            ordinal := next((k for k in range(i, head) if t.codes[k] == "o"), None)
        ):
            number, said = place.number(ordinal), True
        return [Found("set", duration_value(number if said else 1, place.unit(head)), i, j, rule)]
    if code == "v":
        return [Found("set", str(t.values[head]), i, j, rule)]
    if code == "Q":
        return [Found("set", "P3M", i, j, rule)]
    if code == "m":
        return [Found("set", f"XXXX-{place.number(head):02}", i, j, rule)]
    if code == "a":
        return [Found("set", f"XXXX-WXX-{place.number(head) + 1}", i, j, rule)]
    if code == "s":
        return [Found("set", f"XXXX-{t.values[head]}", i, j, rule)]
    if code == "e":
        return [Found("set", "XXXX-WXX-WE", i, j, rule)]
    if code == "p":
        day = f"XXXX-WXX-{place.number(head - 1) + 1}" if t.codes[head - 1] == "a" else "XXXX-XX-XX"
        return [Found("set", f"{day}T{t.values[head]}", i, j, rule)]
    if code == "h":
        return [Found("set", "P1Y", i, j, rule)]
    return None


# Beside these the minute is small.
_SMALL_THINGS = word_set("detail details particle particles aspect change difference")


def _habit(place: Place) -> list[Found] | None:
    t = place.tokens
    k = place.j - 1
    raw = t.raw(k)
    rule = f"'{place.words}': again and again"
    code = t.codes[k]
    if code == "v":
        named = raw[0].isupper() and (t.raw(k - 1)[:1].isupper() or t.raw(k + 1)[:1].isupper())
        return None if named else [Found("set", str(t.values[k]), k, k + 1, rule)]
    if code == "A":
        value = t.values[k]
        text = "XXXX-WXX-WD" if value == "weekday" else f"XXXX-WXX-{place.number(k) + 1}"
        return [Found("set", text, k, k + 1, rule)]
    if code == "e":
        if not raw.lower().endswith("s"):
            return None
        return [Found("set", "XXXX-WXX-WE", k, k + 1, rule)]
    part = t.values[k]
    return [Found("set", f"XXXX-WXX-{place.number(k - 1) + 1}T{part}", place.i, place.j, rule)]


_TIMED = word_set("at by until till since from before on after")


def _then(place: Place) -> list[Found] | None:
    """'at that time': when the sentence or the one before says it was."""
    t, anchor = place.tokens, place.anchor
    if t.word(place.i - 1) not in {
        "at",
        "by",
        "until",
        "till",
        "since",
        "from",
        "before",
        "on",
        "after",
    }:
        return None
    said = anchor.seen[-1] if anchor.seen and anchor.sentence - anchor.seen_in <= 1 else None
    if said is None:
        return [Found("date", "PAST_REF", place.i, place.j, f"'{place.words}': no day fixed")]
    value = said.partition("T")[0]
    rule = f"'{place.words}' is the time last spoken of"
    return [Found("date", value, place.i, place.j, rule, anchored=True)]


_FOLLOWERS = word_set("he she they it we i you is are can that which who there this")


def _stands_alone(place: Place) -> bool:
    after = place.tokens.code(place.j)
    return after in {"", *";,@&^<>2"} or place.tokens.word(place.j) in _FOLLOWERS


def reference(place: Place) -> list[Found] | None:
    """'now', 'recently', 'in the past': no day, only past, present or future."""
    t = place.tokens
    word = t.word(place.i)
    value = str(t.values[place.i])
    if value.startswith("TH"):
        return _then(place)
    if place.codes[0] == "I":
        if t.word(place.j - 1) not in {"past", "future", "present"} or not _stands_alone(place):
            return None
        value = {"past": "PAST_REF", "future": "FUTURE_REF", "present": "PRESENT_REF"}[
            t.word(place.j - 1)
        ]
    if word == "at this time" and place.tokens.code(place.j) in {*"lLxF"}:
        return None
    if word == "recently" and t.word(place.i - 1) == "as":
        return None
    if word == "soon" and t.word(place.i - 1) in {"as", "too"}:
        return None
    i = place.i
    rule = {
        "PRESENT_REF": "the present",
        "PAST_REF": "some time past",
        "FUTURE_REF": "some time to come",
    }
    return [Found("date", value, i, place.j, f"'{place.words}': {rule[value]}, no day fixed")]
