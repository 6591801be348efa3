"""Which line above a story is its headline."""

import pytest

from index.pages.headlines import choose_headline, same_title
from index.pages.looks import read_lines
from index.pages.paragraphs import read_paragraphs
from index.records import Markup, Role
from tests.index.making import BOATS, BUSES, HARBOUR, REPAIRS

TITLE = "Storm Closes the Harbour of Veltrin"


def _chosen(*lines: str, told: str | None = None, headline_by_markup: str = "") -> str | None:
    text = "\n".join(lines)
    start = text.find(headline_by_markup)
    markup = (Markup(Role.HEADLINE, start, start + len(headline_by_markup), "<h1>"),)
    read = read_lines(read_paragraphs(text), markup if headline_by_markup else ())
    found = choose_headline(read, told)
    return read[found.at].text if found else None


@pytest.mark.parametrize(
    "above",
    [
        [],
        ["The Veltrin Evening Post"],
        ["Weather"],
        ["Veltrin Post | Weather"],
        ["20 February 2020"],
        ["By Nora Falk"],
        ["Home > News > Harbour"],
        ["www.courier.example/harbour"],
        ["Nora Falk"],
        ["Mayor Opens a School", "---"],
    ],
)
def test_the_headline_is_the_line_that_is_about_the_story(above: list[str]) -> None:
    assert _chosen(*above, TITLE, "By Nora Falk", HARBOUR, REPAIRS) == TITLE


def test_the_standfirst_below_is_not_the_headline() -> None:
    standfirst = "Two cranes are torn from the quay of Veltrin harbour on a stormy Monday"
    assert _chosen(TITLE, standfirst, "By Nora Falk", HARBOUR, REPAIRS) == TITLE


def test_the_headline_that_is_printed_again_is_taken_where_it_first_stands() -> None:
    page = [TITLE, "Weather", TITLE, HARBOUR, REPAIRS]
    read = read_lines(read_paragraphs("\n".join(page)))
    found = choose_headline(read, None)
    assert found is not None
    assert found.at == 0


def test_the_title_that_the_page_tells_is_its_headline() -> None:
    page = ["Latest from the coast", "The Quiet Life", HARBOUR, REPAIRS]
    assert _chosen(*page) != "The Quiet Life"
    assert _chosen(*page, told="The Quiet Life") == "The Quiet Life"


def test_the_headline_by_markup_goes_before_one_of_more_words() -> None:
    page = ["A Sea of Trouble", "Storm and quay", HARBOUR, REPAIRS]
    assert _chosen(*page, headline_by_markup="A Sea of Trouble") == "A Sea of Trouble"


def test_a_heading_below_the_storys_text_heads_no_article() -> None:
    assert _chosen(HARBOUR, REPAIRS, BOATS, BUSES, "Night buses of Ostmark") is None


def test_text_alone_has_no_headline() -> None:
    assert _chosen(HARBOUR, REPAIRS) is None


def test_no_lines_have_none() -> None:
    assert choose_headline([], None) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (TITLE, TITLE.upper(), True),
        (TITLE, f"{TITLE} | The Courier", True),
        (f"{TITLE} - Courier", TITLE, True),
        ("“Storm”  closes harbour", "Storm closes harbour", True),
        ("Mayor's plan fails", "Mayor’s plan fails", True),
        (TITLE, "Storm Closes the Harbour of Sund", False),
        ("Storm", "Storm closes the harbour", False),
        ("", TITLE, False),
    ],
)
def test_titles_are_one_whatever_the_case_and_the_outlet_behind_them(
    one: str, other: str, same: bool
) -> None:
    assert same_title(one, other) is same
    assert same_title(other, one) is same
