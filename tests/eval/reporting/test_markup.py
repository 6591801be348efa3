"""Words and numbers become HTML."""

import pytest

from eval.reporting.markup import counted, marked, percent, text


def test_words_cannot_become_markup() -> None:
    assert text("""<b a="x" b='y'>&""") == "&lt;b a=&quot;x&quot; b=&#x27;y&#x27;&gt;&amp;"


def test_what_is_sought_is_marked_whatever_its_case() -> None:
    assert marked("One, one and two", ["ONE", "two"]) == (
        "<mark>One</mark>, <mark>one</mark> and <mark>two</mark>"
    )


def test_the_longer_of_two_at_one_place_is_marked() -> None:
    assert marked("20,000 troops", ["20", "20,000 troops"]) == "<mark>20,000 troops</mark>"


def test_marks_escape_what_is_in_and_around_them() -> None:
    assert marked("<i>a</i>", ["<i>"]) == "<mark>&lt;i&gt;</mark>a&lt;/i&gt;"
    # What is sought are words, not a pattern.
    assert marked("a.b axb", ["a.b"]) == "<mark>a.b</mark> axb"


def test_nothing_sought_marks_nothing() -> None:
    assert marked("a & b", []) == "a &amp; b"
    assert marked("a b", ["", " "]) == "a b"


@pytest.mark.parametrize(
    ("share", "words"),
    [(0, "0%"), (0.001, "1%"), (0.254, "25%"), (0.999, "99%"), (1, "100%")],
)
def test_only_none_is_nothing_and_only_all_is_everything(share: float, words: str) -> None:
    assert percent(share) == words


def test_counts_have_their_noun() -> None:
    assert [counted(n, "answer") for n in (0, 1, 2, 1234)] == [
        "0 answers",
        "1 answer",
        "2 answers",
        "1,234 answers",
    ]
