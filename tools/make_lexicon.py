"""Makes `explainer/data/lexicon.z`: English words with their dictionary forms and verb forms.

Reads the package lemminflect, which takes a third of a second to load what this file gives at once.
Run `python tools/make_lexicon.py`; the format is told in `explainer/lexicon.py`.
"""

from __future__ import annotations

import zlib
from pathlib import Path

from lemminflect import getAllInflections, getAllLemmas, getInflection
from lemminflect.core.Lemmatizer import Lemmatizer

OUT = Path(__file__).resolve().parents[1] / "explainer" / "data" / "lexicon.z"


def main() -> None:
    lemmatizer = Lemmatizer()
    known = {*lemmatizer._getLemmaDict(), *lemmatizer._getOverridesDict()}
    lines = [line(word) for word in known if word == word.lower()]
    data = b"\n" + b"".join(sorted(text.encode() + b"\n" for text in lines))
    OUT.write_bytes(zlib.compress(data, 9))
    print(f"{len(lines)} words, {OUT.stat().st_size / 1e3:.0f} kB")


def line(word: str) -> str:
    lemmas = getAllLemmas(word)
    told = "|".join(
        f"{part}:{','.join('=' if lemma == word else lemma for lemma in forms)}"
        for part, forms in lemmas.items()
    )
    past = getInflection(word, "VBD") if word in lemmas.get("VERB", ()) else ()
    return f"{word}\t{told}\t{' '.join(verb_forms(word, lemmas))}\t{past[0] if past else ''}"


def verb_forms(word: str, lemmas: dict[str, tuple[str, ...]]) -> list[str]:
    """The Penn tags of the word as a form of the verb it comes from."""
    if "VERB" not in lemmas:
        return []
    inflections = getAllInflections(lemmas["VERB"][0], upos="VERB")
    tags = {tag for tag, spelled in inflections.items() if word in spelled}
    # The dictionary leaves out a participle that is spelled like the past.
    if "VBD" in tags and "VBN" not in inflections:
        tags.add("VBN")
    return sorted(tags)


if __name__ == "__main__":
    main()
