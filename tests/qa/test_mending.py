"""Misspelled words of a question are mended to words of the collection, and others are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.names.lexicon import Lexicon
from qa.mending import Mender, mending_notes

LEXICON = Lexicon(
    words={
        **dict.fromkeys(
            ("withdrawal", "council", "committees", "emergency", "government", "plans", "peace"), 3
        ),
        "harbour": 2,
        "harbours": 1,
        "silence": 2,
    },
    names={"guler": 9, "makhmur": 2, "iran": 5, "turkiye": 4, "allen": 3, "minister": 6, "blair": 2}
    | {"veltrin": 2, "dorima": 1},
)


def _mended(text: str, *names: str, lexicon: Lexicon = LEXICON) -> str:
    """The text mended, where the collection has the lexicon's words and no others."""
    return Mender(lexicon, lambda word: False).mend(text, names).text


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("withdrawl", "withdrawal"),
        ("comittees", "committees"),
        ("counsil", "council"),
        ("emergancy", "emergency"),
        ("goverment", "government"),
        ("govrenment", "government"),  # two letters in the wrong order are one slip
        ("silense", "silence"),
        ("emmergensy", "emergency"),  # two slips in ten letters
    ],
)
def test_a_word_that_nobody_knows_is_mended_to_the_nearest(asked: str, meant: str) -> None:
    assert _mended(f"the {asked} of today") == f"the {meant} of today"


def test_a_slip_that_is_a_rare_word_itself_is_mended_to_a_common_one() -> None:
    # "Minister" never stands there without a name, and so looks like one.
    assert _mended("the minster of today") == "the minister of today"


@pytest.mark.parametrize(
    "word",
    [
        "plants",  # a letter from "plans", and a word of its own
        "peach",
        "tarn",
        "blain",  # a letter from Blair, another name
        "wubble",
        "asdkfj",
        "20000",
        "minuet",
    ],
)
def test_what_is_a_word_or_nothing_like_one_is_left_alone(word: str) -> None:
    assert _mended(f"the {word} of today") == f"the {word} of today"


def test_short_words_are_left_alone() -> None:
    lexicon = Lexicon(words={"quay": 1, "boat": 1}, names={"sund": 1})
    assert _mended("qay boatt quey bote Snd", "Snd", lexicon=lexicon) == "qay boat quey bote Snd"


def test_the_nearest_is_taken_and_of_equals_the_more_common() -> None:
    assert _mended("the harbuor") == "the harbour"
    lexicon = Lexicon(words={"tavelin": 1, "tavolin": 2})
    assert _mended("the tavulin", lexicon=lexicon) == "the tavolin"


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("Gular", "Guler"),
        ("Makhmour", "Makhmur"),
        ("Turkey", "Turkiye"),  # English, and of the same sound
        ("Doreemah", "Dorima"),  # made up
    ],
)
def test_a_name_is_mended_to_one_of_its_sound(asked: str, meant: str) -> None:
    assert _mended(f"What did {asked} say?", asked) == f"What did {meant} say?"


@pytest.mark.parametrize(
    "name",
    [
        "Iraq",  # Iran
        "Gulen",  # Guler
        "Blain",  # Blair
        "Allan",  # Allen: English knows it by this spelling
        "Veldrin",  # Veltrin
        "Withdrawl",  # is no name, and not asked as a word
        "Cyprus",
        "Eran",  # of four letters, one of near sound is another name
    ],
)
def test_another_name_is_left_alone(name: str) -> None:
    assert _mended(f"What did {name} say?", name) == f"What did {name} say?"


def test_a_name_written_small_or_first_is_mended_too() -> None:
    assert _mended("gular on withdrawl") == "guler on withdrawal"
    assert _mended("Gular on withdrawl") == "Guler on withdrawal"


def test_a_name_within_another_word_is_mended_alone() -> None:
    assert _mended("al-Gular's troops", "al-Gular's") == "al-Guler's troops"


def test_a_name_is_mended_to_one_with_an_apostrophe() -> None:
    lexicon = Lexicon(names={"sana'a": 2, "qur'an": 1})
    asked = "Who left Sanaa with the Quran?"
    assert _mended(asked, "Sanaa", lexicon=lexicon) == "Who left Sana'a with the Qur'an?"


def test_what_the_collection_knows_is_left_alone() -> None:
    # "harbourside" is in no list, but the collection knows it by its stem.
    mender = Mender(LEXICON, lambda word: word == "Gular")
    assert mender.mend("Gular", ["Gular"]).changes == ()
    assert _mended("Harbours Plans Guler", "Guler") == "Harbours Plans Guler"


def test_function_words_words_of_saying_and_abbreviations_are_left_alone() -> None:
    lexicon = Lexicon(words={"wheel": 1, "sayings": 1, "natoe": 1, "whale": 1})
    for word in ("where", "saying", "NATO", "while"):
        assert _mended(word, lexicon=lexicon) == word


def test_what_was_mended_is_told() -> None:
    mended = Mender(LEXICON, lambda word: False).mend("Gular on withdrawl, withdrawl", ["Gular"])
    assert mended.changes == (("Gular", "Guler"), ("withdrawl", "withdrawal"))
    assert mended.text == "Guler on withdrawal, withdrawal"


def test_an_empty_collection_mends_nothing() -> None:
    assert _mended("Gular on withdrawl", "Gular", lexicon=Lexicon()) == "Gular on withdrawl"


@given(st.text(max_size=100))
def test_any_text_is_mended_and_what_lies_between_words_is_kept(text: str) -> None:
    assert _mended("", lexicon=LEXICON) == ""
    mended = Mender(LEXICON, lambda word: False).mend(text, text.split())
    assert (mended.text == text) is not bool(mended.changes)


def test_a_rare_form_of_a_common_word_is_no_slip() -> None:
    lexicon = Lexicon({"dealer": 9, "minister": 3})
    assert _mended("dearer oil and the minster", lexicon=lexicon) == "dearer oil and the minister"


def test_each_mended_word_is_told() -> None:
    assert mending_notes((("withdrawl", "withdrawal"), ("Gular", "Guler"))) == (
        "“withdrawl” was taken for “withdrawal”.",
        "“Gular” was taken for “Guler”.",
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("defence", "defense"),
        ("Labour", "Labor"),
        ("centres", "centers"),
        ("organised", "organized"),
        ("organisation", "organization"),
        ("cancelled", "canceled"),
        ("programme", "program"),
    ],
)
def test_another_spelling_of_the_word_is_no_slip_to_tell(written: str, meant: str) -> None:
    assert mending_notes(((written, meant),)) == ()
    assert mending_notes(((meant, written),)) == ()
