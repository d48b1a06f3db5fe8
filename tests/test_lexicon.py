from hypothesis import given
from hypothesis import strategies as st
from lemminflect import getAllLemmas

from explainer import lexicon


def test_what_a_word_is() -> None:
    assert lexicon.entry("left").bases["VERB"] == ("leave",)
    assert lexicon.entry("published").verb_forms == {"VBD", "VBN"}
    assert lexicon.entry("says").verb_forms == {"VBZ"}


@given(st.one_of(st.text(max_size=12), st.from_regex(r"[a-z]{1,4}(?:s|ed|ing)?", fullmatch=True)))
def test_every_word_as_the_dictionary_has_it(word: str) -> None:
    """First, last, in between or unknown: the search finds what the source of the file says."""
    assert lexicon.entry(word.lower()).bases == getAllLemmas(word.lower())


def test_all_words_are_found() -> None:
    """Each line of the file is reached by its word."""
    lines = lexicon._read().decode().strip("\n").split("\n")
    assert len(lines) > 60_000
    for line in (*lines[:200], *lines[-200:], *lines[::97]):
        assert lexicon.entry(line.split("\t")[0]).bases
