"""A lexicon, and the file it is kept in."""

from pathlib import Path

import pytest

from index.names.lexicon import Lexicon, read_lexicon, write_lexicon

LEXICON = Lexicon(
    {"harbour": 3}, {"rasool": 1, "rasul": 2, "sund": 1}, (("rasool", "rasul"), ("a", "b", "c"))
)


def test_the_other_spellings_of_a_name_are_its_variants() -> None:
    assert LEXICON.variants("rasool") == ("rasul",)
    assert LEXICON.variants("b") == ("a", "c")
    assert LEXICON.variants("sund") == LEXICON.variants("nobody") == ()


def test_names_are_found_by_their_sound_and_words_by_their_first_letter() -> None:
    lexicon = Lexicon({"harbour": 3, "boat": 1}, {"rasool": 1, "sund": 1, "rasul": 2})
    assert sorted(lexicon.sounding("rasoul")) == ["rasool", "rasul"]
    assert lexicon.sounding("veltrin") == lexicon.sounding("") == ()
    assert (lexicon.words_from("h"), lexicon.names_from("s")) == (["harbour"], ["sund"])
    assert lexicon.words_from("s") == lexicon.names_from("h") == ()


def test_an_empty_lexicon_knows_nothing() -> None:
    lexicon = Lexicon()
    assert (lexicon.words, lexicon.names, lexicon.groups) == ({}, {}, ())


def test_a_lexicon_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_lexicon(tmp_path / "lexicon.json", LEXICON)
    read = read_lexicon(tmp_path / "lexicon.json")
    assert (read.words, read.names, read.groups) == (LEXICON.words, LEXICON.names, LEXICON.groups)
    assert read.variants("rasul") == ("rasool",)


def test_equal_lexicons_are_equal_files(tmp_path: Path) -> None:
    write_lexicon(tmp_path / "one", Lexicon({"boat": 1, "quay": 2}))
    write_lexicon(tmp_path / "other", Lexicon({"quay": 2, "boat": 1}))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"words": {}, "names": {}}', "3"])
def test_what_is_no_lexicon_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / "lexicon.json").write_text(content)
    with pytest.raises(ValueError, match=r".+"):
        read_lexicon(tmp_path / "lexicon.json")


def test_a_missing_one_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="lexicon"):
        read_lexicon(tmp_path / "lexicon.json")
