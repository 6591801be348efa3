"""The words and names that are taken from an article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.names.mentions import ArticleWords, article_words


def _names(sentence: str) -> list[list[str]]:
    """The names of each mention in a sentence."""
    return [mention.split() for mention in article_words("", [sentence]).mentions.split("\t")]


def test_words_are_kept_by_what_their_capital_tells() -> None:
    words = article_words(
        "Harbour of Veltrin Closed",
        ["Repairs cost the harbour of Sund two million crowns, said Ada Lund."],
    )
    assert words == ArticleWords(
        common="cost crowns harbour million said",
        names="ada lund sund",
        unsure="closed harbour repairs veltrin",
        mentions="^repairs\tsund\tada lund",
    )


def test_each_sentence_with_a_name_has_a_line() -> None:
    words = article_words("", ["the boats left Sund", "nobody stayed", "they came to Veltrin"])
    assert words.mentions == "sund\nveltrin"


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("said Yaşar Güler of it", [["yasar", "guler"]]),
        ("spokesman Major General Tahseen al-Khafaji told", [
            ["major", "general", "tahseen", "khafaji"]
        ]),
        ("editing by John J. Catherine", [["john", "catherine"]]),
        ("editing by John J.Catherine", [["john", "catherine"]]),
        ("in Syria's north and O’Hara’s south", [["syria"], ["hara"]]),
        ("in Sana'a, Qur’an and Al-Qa'im's town", [["sana'a"], ["qur'an"], ["al", "qa'im"]]),
        ("of Sana'a's and the Joneses' and Jones’s house", [["sana'a"], ["joneses"], ["jones"]]),
        ("talks of Baghdad, Erbil and Nineveh-Kirkuk", [
            ["baghdad"], ["erbil"], ["nineveh", "kirkuk"]
        ]),
        # What is quoted opens with a capital as a sentence does.
        ("he said: “Coordination began in Diyala”", [["^coordination"], ["diyala"]]),
        ("Khafaji said in Kirkuk", [["^khafaji"], ["kirkuk"]]),
    ],
)  # fmt: skip
def test_a_mention_is_the_words_that_are_written_as_one_name(
    sentence: str, names: list[list[str]]
) -> None:
    assert _names(sentence) == names


def test_abbreviations_and_lines_in_capitals_tell_no_names() -> None:
    words = article_words("", ["the PKK and NATO met in Ankara", "GULER SPEAKS IN ANKARA"])
    assert (words.names, words.mentions) == ("ankara", "ankara")
    assert words.unsure == "ankara guler speaks"


@given(st.text(max_size=100), st.lists(st.text(max_size=200), max_size=5))
def test_any_text_is_taken_apart(title: str, sentences: list[str]) -> None:
    words = article_words(title, sentences)
    for line in words.mentions.splitlines():
        assert all(mention.split() for mention in line.split("\t"))
