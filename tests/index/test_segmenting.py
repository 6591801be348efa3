"""Where on a page an article begins."""

import pytest

from index.boilerplate import is_prose
from index.paragraphs import read_paragraphs
from index.segmenting import is_byline, reads_as_headline, segment
from tests.index.making import BOATS, BUSES, FARES, HARBOUR, REPAIRS

ONE, TWO = "Storm Closes the Harbour of Veltrin", "Ostmark Doubles Its Night Buses"


def _articles(text: str) -> list[list[str]]:
    return [[p.text for p in section.paragraphs] for section in segment(read_paragraphs(text))]


def _firsts(text: str) -> list[str]:
    return [paragraphs[0] for paragraphs in _articles(text)]


def test_a_page_without_paragraphs_has_no_section() -> None:
    assert segment(()) == ()


def test_a_headline_repeated_below_its_pictures_begins_an_article() -> None:
    page = [ONE, HARBOUR, REPAIRS, TWO, "A night bus (AP)", "TT", TWO, BUSES, FARES]
    assert _articles("\n".join(page)) == [page[:3], page[3:]]


@pytest.mark.parametrize(
    "headline",
    ["Bus fares stay put", "Bank account freeze hits charities", "No comment, says mayor"],
)
def test_a_headline_of_few_words_or_of_a_comment_forms_words_is_one(headline: str) -> None:
    page = [ONE, HARBOUR, REPAIRS, headline, "TT", headline, BUSES, FARES]
    assert _firsts("\n".join(page)) == [ONE, headline]


def test_a_title_below_a_wide_gap_begins_an_article() -> None:
    text = f"{ONE}\n\n{HARBOUR}\n\n{REPAIRS}\n\n\n\n{TWO}\n\n{BUSES}\n\n{FARES}"
    assert _firsts(text) == [ONE, TWO]


def test_a_gap_as_wide_as_the_pages_others_shows_nothing() -> None:
    text = "\n\n\n".join([ONE, HARBOUR, REPAIRS, TWO, BUSES, FARES])
    assert _firsts(text) == [ONE]


def test_a_title_above_a_byline_and_a_dateline_begins_an_article() -> None:
    # Title case 1, a byline below 1 and right below 1: 3, with no gap and no repeat.
    page = [ONE, HARBOUR, REPAIRS, TWO, "By Ivar Holm", BUSES, FARES]
    assert _articles("\n".join(page)) == [page[:3], page[3:]]


def test_a_headline_in_sentence_case_begins_one_too_above_both_byline_and_dateline() -> None:
    # A byline below 1 and right below 1, a dateline 1: 3.
    headline = "Ostmark doubles its night buses"
    dated = f"OSTMARK, March 3 (AFP) - {BUSES}"
    page = [ONE, HARBOUR, REPAIRS, headline, "By Ivar Holm", dated, FARES]
    assert _firsts("\n".join(page)) == [ONE, headline]


@pytest.mark.parametrize("mark", ["end of message", "(Editing by Nora Falk)", "- Ends -"])
def test_a_title_below_an_end_mark_begins_an_article(mark: str) -> None:
    assert _firsts("\n".join([ONE, HARBOUR, mark, TWO, BUSES, FARES])) == [ONE, TWO]


def test_a_title_with_a_name_and_a_date_below_it_is_a_readers_comment() -> None:
    page = [ONE, HARBOUR, REPAIRS, "Mary Ann Evans", "February 20, 2020", BUSES]
    assert _firsts("\n".join(page)) == [ONE]


@pytest.mark.parametrize(
    "heading", ["What Happens Next", "The Cost of the Storm", "In the harbour"]
)
def test_a_subheading_begins_no_article(heading: str) -> None:
    for gap in ("\n", "\n\n"):
        assert _firsts(gap.join([ONE, HARBOUR, heading, REPAIRS, BOATS])) == [ONE]


def test_no_article_begins_before_the_one_above_has_had_prose() -> None:
    text = "\n\n".join(["Latest News", ONE, "\n\n" + TWO, "A ship (AP)", TWO, HARBOUR])
    assert _firsts(text) == ["Latest News"]


def test_no_article_begins_where_no_prose_follows() -> None:
    text = f"{ONE}\n\n{HARBOUR}\n\n\n\n{TWO}\n\nA bus (AP)\n\n{TWO}\n\nMore"
    assert _firsts(text) == [ONE]


def test_no_article_begins_within_a_comment_form() -> None:
    text = f"{ONE}\n\n{HARBOUR}\n\nLeave a Reply\n\n\n\nYour Account Name\n\nWebsite\n\n{BUSES}"
    assert _firsts(text) == [ONE]


def test_sections_hold_every_paragraph_once_and_tell_their_signals() -> None:
    paragraphs = read_paragraphs("\n".join([ONE, HARBOUR, TWO, "TT", TWO, BUSES]))
    sections = segment(paragraphs)
    assert tuple(p for section in sections for p in section.paragraphs) == paragraphs
    assert [section.signals for section in sections] == [
        ("first on the page",),
        ("headline repeated below", "title case"),
    ]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        (HARBOUR, True),
        ("One two three four five six seven eight.", True),
        ("One two three four five six seven.", False),
        ("One two three four five six seven eight", False),
    ],
)
def test_prose_has_eight_words_and_ends_like_a_sentence(text: str, prose: bool) -> None:
    assert is_prose(text) is prose


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        (ONE, True),
        ("Will Fares Rise?", True),
        ("Two words", False),
        ("word " * 31, False),
        ("in lower case it goes on", False),
        ("A Sentence Ends Here.", False),
        ("A Ship at Quay (AP)", False),
        ("The winners of today:", False),
    ],
)
def test_a_headline_is_told_by_its_length_and_its_end(text: str, reads: bool) -> None:
    assert reads_as_headline(text.strip()) is reads


@pytest.mark.parametrize(
    "text",
    [
        "By Nora Falk",
        "BY NORA FALK",
        "by Nora Falk and Ivar Holm, Reuters",
        "From Nora Falk in Oslo",
        "By Mohammed al Sudani",
        "By J. R. Falk",
    ],
)
def test_a_byline_names_who_wrote(text: str) -> None:
    assert is_byline(text)


@pytest.mark.parametrize(
    "text",
    [
        "By the Numbers",
        "By the time the troops left",
        "From the ashes of war",
        "By Land and Sea, Aid Reaches Gaza",
        "By Monday evening it had stopped",
        "By Nora Falk's account the storm came from the north and lasted all of the night.",
        "Bye Nora Falk",
    ],
)
def test_a_line_that_only_begins_like_one_is_no_byline(text: str) -> None:
    assert not is_byline(text)


@pytest.mark.parametrize("rule", ["---", "* * *", "________", "###"])
def test_a_title_below_a_rule_begins_an_article(rule: str) -> None:
    # After a rule 2, title case 1: 3.
    assert _firsts("\n".join([ONE, HARBOUR, REPAIRS, rule, TWO, BUSES, FARES])) == [ONE, TWO]
