"""Whether the words around a time tell of what is past or of what is to come."""

from __future__ import annotations

from explainer.language.times_tokens import Tokens, infinitive
from explainer.word_set import word_set


def tense(tokens: Tokens, i: int, j: int) -> int:
    """-1 if the verb nearest to tokens `i`..`j` is past, 1 if it looks ahead, 0 if none tells.

    A verb before counts as nearer than one after at the same distance.
    """
    codes = tokens.codes
    if tokens.word(i - 1) == "since":
        return -1
    if tokens.word(i - 1) in _FROM_THEN_ON or tokens.word(j) == "delivery":
        return 1
    if tokens.code(j) == "'" and tokens.word(j + (tokens.word(j) in {"'", "’"}) + 1) in _DONE:
        return -1  # "above Wednesday's close"
    if tokens.word(i - 1) in {"to", "for", "until", "till"} and tokens.word(i - 2) in _PUT_OFF:
        return 1
    if tokens.word(i - 1) == "until" and tokens.code(j) == "2":
        return 1  # 'gave them until Friday to leave'
    at = i - 1 - (tokens.word(i - 1) in {"on", "in", "at"})
    if tokens.word(at) in {"is", "are"} or (
        tokens.word(i - 1) == "until" and tokens.word(i - 2) in {"has", "have"}
    ):
        return 1  # 'the hearing is on Wednesday', 'he has until Friday'
    before, left = 99, 0
    for k in range(i - 1, max(-1, i - 16), -1):
        mark = _mark(tokens, codes, k, i)
        if mark:
            before, left = i - k, mark
            break
        if codes[k] == ";":
            break
        if tokens.raws[k] in _CONDITIONS:
            before, left = i - k, 1  # 'if no deal is reached by Sunday'
            break
    for k in range(j, min(len(codes), j + 12)):
        if codes[k] == ";":
            break
        mark = _mark(tokens, codes, k, i)
        if mark:
            if codes[k] == "2" and left < 0:
                return left  # 'agreed in March to open': when it was agreed
            return mark if k - j + 1 + 3 < before else left
    return left


def _mark(tokens: Tokens, codes: str, k: int, i: int) -> int:
    if codes[k] == "<":
        if tokens.word(k - 1) in {"is", "are"}:
            return 0  # 'is sentenced', 'is accused': neither past nor to come
        # 'will remain closed', 'is due to be opened'
        return 1 if _is_to_come(tokens, k) or _promised(tokens, k, i) else -1
    if codes[k] == "2" and tokens.word(k - 1) in _CAME_ABOUT and codes[k - 1] == "<":
        return _mark(tokens, codes, k - 1, i)  # 'were allowed to go on Sunday'
    if tokens.raws[k] in _HAVING and tokens.code(k + 1) in {"i", "w"}:
        return 1  # 'we have a match on Tuesday'
    if codes[k] == ">" or (codes[k] == "2" and infinitive(tokens, k)):
        return 1
    if codes[k] == "2" and tokens.code(k + 1) == "." and tokens.word(k - 1) in _TO_BE:
        return 1  # 'was to dock'
    if tokens.raws[k] == "reports" and tokens.word(k - 1) in {"which", "who"}:
        return 1
    if (
        codes[k] == "."
        and tokens.raws[k] in _PLANS
        and (_of_many(tokens, k) or (k == i - 1 and tokens.code(k - 1) not in {"i", "I"}))
    ):
        return 1  # 'their leaders meet on Friday'
    return 0


def _of_many(tokens: Tokens, k: int) -> bool:
    """Whether token `k`, a verb or a noun, is the verb of the word before it."""
    before, raw = tokens.word(k - 1), tokens.raw(k - 1)
    if before in {"they", "we"}:
        return True
    if tokens.word(k) in _MOSTLY_NOUNS:
        return raw.istitle() and tokens.raw(k + 1).istitle()
    return tokens.code(k - 1) == "." and (raw.istitle() or before.endswith("s"))


def _is_to_come(tokens: Tokens, k: int) -> bool:
    if tokens.word(k) in _UNTIL and tokens.code(k + 1) == "@" and tokens.word(k + 1) == "until":
        return True
    before = k - 1
    while before > k - 3 and tokens.word(before) in _AUXILIARIES:
        before -= 1
    code = tokens.code(before)
    return code == "2" or (code == ">" and tokens.word(before) in _MODALS)


def _promised(tokens: Tokens, k: int, i: int) -> bool:
    """'promised a meeting on 20 March': the day is that of what was promised."""
    return tokens.word(k) in _PROMISES and k + 2 < i and tokens.code(k + 1) == "i"


_FROM_THEN_ON = word_set("starting beginning effective")
_DONE = word_set(
    "close closing attack attacks bombing bombings shooting shootings blast blasts explosion "
    "crash quake earthquake killing killings massacre defeat win victory loss draw ruling collapse"
)
_MOSTLY_NOUNS = word_set("play visit face start return open vote resume")
_PLANS = _MOSTLY_NOUNS | word_set("meet host begin travel reopen reconvene kick")
_CONDITIONS = frozenset(["if", "unless", "If", "Unless"])
_HAVING = frozenset(["have", "has", "face", "faces"])
_MODALS = word_set("will would shall should may might can could must won't")
_TO_BE = word_set("was were is are")
_PUT_OFF = word_set(
    "off postponed delayed moved rescheduled adjourned deferred scheduled set slated fixed "
    "booked arranged listed pencilled planned"
)
_PROMISES = word_set("promised vowed proposed scheduled planned")
# What someone was brought to do was done when he was brought to it.
_CAME_ABOUT = word_set(
    "allowed permitted forced compelled obliged enabled helped managed failed began started "
    "continued had used able unable refused declined forgot neglected came"
)
_UNTIL = word_set("bailed remanded adjourned suspended postponed delayed extended closed cancelled")
_AUXILIARIES = word_set("be remain have been stay not also")
