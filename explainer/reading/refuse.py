"""What cannot be read, each said in one sentence."""

from __future__ import annotations

import re
import unicodedata

from explainer.findings import InputProblem

LONGEST = 8_000_000

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "an image"),
    (b"GIF8", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"RIFF", "a sound, film or image file"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"\x7fELF", "a program"),
)
_HTML = re.compile(r"\s{0,99}<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f\ufffd]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENGLISH = frozenset(
    {
        "the", "of", "and", "to", "that", "for", "with", "is", "was", "by", "from", "his", "her",
        "they", "have", "has", "are", "were", "which", "this", "it", "be", "as", "at", "on",
        "not", "had", "he", "she", "said", "but", "an", "their", "will", "would", "been",
        "after", "who", "when", "there", "more",
    }
)  # fmt: skip
_BLOCKED = re.compile(
    r"(?:enable|turn on|requires?) javascript|javascript is (?:disabled|not enabled|required)"
    r"|enable (?:js|cookies)\b|checking (?:if the site|your browser)|just a moment\.\.\."
    r"|verify (?:that )?you(?:'re| are) (?:a |not a )?(?:human|robot)|are you a robot"
    r"|you don['’]t have permission to access|you have been blocked|\b(?:403 forbidden"
    r"|404 not found)"
    r"|the page you (?:are|were) looking for|subscribe (?:now )?to (?:continue|keep) reading"
    r"|accept (?:all )?cookies to continue|complete the captcha|unusual traffic from your",
    re.IGNORECASE,
)
# What each of these pages says somewhere: looked for first, since almost no article does.
_BLOCKED_HINTS = (
    "javascript", "enable j", "cookies", "checking", "moment...", "verify", "robot", "permission",
    "blocked", "403", "404", "the page you", "subscribe", "captcha", "unusual",
)  # fmt: skip
_BLOCKED_LENGTH = 1500
_ENOUGH_WORDS = 50
_ENOUGH_LETTERS = 100
_SAMPLE = 20_000
# Of the words of an English text at least this share are among the commonest.
_KNOWN_SHARE = 0.08


def refuse_bytes(data: bytes, name: str = "") -> None:
    """Raises InputProblem when `data` is no text; `name` is the file's name, for the message."""
    what = f"The file {name}" if name else "The input"
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise InputProblem(f"{what} is {kind}, not plain text; give the article's text.")
    if b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputProblem(f"{what} is binary, not plain text; give the article's text.")
    if len(data) > 4 * LONGEST:
        raise InputProblem(_too_long(len(data), "bytes"))


def refuse_text(text: str) -> None:
    """Raises InputProblem when nothing can be made of `text`."""
    if not text.strip():
        raise InputProblem("There is no text in the input; give the text of one article.")
    if len(text) > LONGEST:
        raise InputProblem(_too_long(len(text), "characters"))
    sample = text[:_SAMPLE] + text[max(_SAMPLE, len(text) // 2) :][:_SAMPLE]
    _refuse_noise(text, sample)
    if _HTML.match(text):
        raise InputProblem("This is the code of a web page; copy the article's text from the page.")
    if len(text) < _BLOCKED_LENGTH and (words := _blocked(text)):
        raise InputProblem(
            f'This is a page that withholds the article ("{words}"); '
            "open the article in a browser and copy its text."
        )
    _refuse_other_languages(sample)


def _blocked(text: str) -> str | None:
    """The words by which a page says that it does not show the article."""
    low = text.lower()
    if not any(hint in low for hint in _BLOCKED_HINTS):
        return None
    found = _BLOCKED.search(text)
    return found[0] if found else None


def _too_long(length: int, unit: str) -> str:
    return (
        f"The text is too long ({length:,} {unit}; the limit is {LONGEST:,} characters); "
        "give one article."
    )


def _refuse_noise(text: str, sample: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise InputProblem(
            "The text holds broken characters; save it again as UTF-8 and give that."
        ) from None
    if "\0" in text or len(_CONTROL.findall(sample)) > len(sample) / 20:
        raise InputProblem(
            "The input could not be decoded as text; save it as plain UTF-8 text and try again."
        )
    if not any(character.isalpha() for character in sample):
        raise InputProblem("The input holds no words; give the text of one article.")


def _refuse_other_languages(sample: str) -> None:
    """A light check, only on texts long enough to judge."""
    if _plainly_english(sample):
        return
    problem = InputProblem("The text does not read as English; give an article in English.")
    words = _WORD.findall(sample.lower())
    letters = "".join(words)
    if len(letters) < _ENOUGH_LETTERS:
        return
    if not letters.isascii():
        latin = sum(c < "\x80" or "LATIN" in unicodedata.name(c, "") for c in letters)
        if latin < len(letters) / 2:
            raise problem
    if len(words) >= _ENOUGH_WORDS:
        known = sum(word in _ENGLISH for word in words)
        if known < len(words) * _KNOWN_SHARE:
            raise problem


def _plainly_english(sample: str) -> bool:
    """Whether so many words are English that no count of the others could refuse the text: at
    most every second character begins a word, and each English word has two Latin letters."""
    low = sample.lower()
    known = sum(map(_ENGLISH.__contains__, low.split()))
    foreign = len(low) - len(low.encode("ascii", "ignore"))
    return known >= _KNOWN_SHARE * (len(low) + 1) / 2 and 2 * known >= foreign
