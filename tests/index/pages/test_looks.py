"""What each line of a page reads as: by its words, by the markup, by the company it keeps."""

from datetime import date

import pytest

from index.pages.looks import Line, Look, read_lines, reads_as_headline
from index.pages.paragraphs import read_paragraphs
from index.records import Markup, Role
from tests.index.making import BOATS, BUSES, FARES, HARBOUR, REPAIRS

TEXT, HEADING, DATE, BYLINE, CAPTION, LEFTOVER = Look
TITLE = "Storm Closes the Harbour of Veltrin"


def _lines(*lines: str, markup: tuple[Markup, ...] = ()) -> list[Line]:
    return read_lines(read_paragraphs("\n\n".join(lines)), markup)


def _looks(*lines: str) -> list[Look]:
    return [line.look for line in _lines(*lines)]


def _marked(role: Role, day: str | None = None, *, of: str = TITLE) -> Line:
    (line,) = _lines(of, markup=(Markup(role, 0, len(of), "<sign>", day),))
    return line


@pytest.mark.parametrize(
    ("line", "look"),
    [
        (HARBOUR, TEXT),
        ("It rained.", TEXT),
        ("and so it went on", TEXT),
        ("- an item of several words in it", TEXT),
        ("1. The first item of several words", TEXT),
        ("word " * 31, TEXT),
        ("These ports stay open:", TEXT),
        ("VELTRIN (KNA) - Storm Closes Harbour", TEXT),
        (TITLE, HEADING),
        ("Sund", HEADING),
        ("Will Fares Rise?", HEADING),
        ("Storm!", HEADING),
        ("- Sund", HEADING),
        ("20 February 2020", DATE),
        ("10:45", DATE),
        ("By Nora Falk", BYLINE),
        ("Nora Falk, Harbour Correspondent", BYLINE),
        ("Published:", BYLINE),
        ("By", BYLINE),
        ("The quay on Monday. Photo: Nora Falk", CAPTION),
        ("Related articles", LEFTOVER),
        ("TT", LEFTOVER),
        ("[12]Related articles", LEFTOVER),
        ("[3]", LEFTOVER),
    ],
)
def test_a_line_reads_by_its_own_words(line: str, look: Look) -> None:
    assert _looks(line) == [look]


def test_a_date_line_tells_its_day_and_who_stands_beside_it() -> None:
    (line,) = _lines("20 February 2020 | By Nora Falk")
    assert (line.day, line.byline, line.names) == (
        date(2020, 2, 20),
        "Nora Falk",
        ("By Nora Falk",),
    )


def test_a_question_of_many_words_is_text() -> None:
    assert _looks("Is this " + "very " * 12 + "long?") == [TEXT]


def test_link_numbers_of_a_text_browser_are_passed_over() -> None:
    (line,) = _lines(f"[12]VELTRIN (KNA) - {HARBOUR}")
    assert line.look is TEXT
    assert line.dateline is not None
    assert line.text[: line.dateline.end] == "[12]VELTRIN (KNA) -"
    assert line.text[line.dateline.body :] == HARBOUR


def test_a_link_number_within_a_dateline_moves_none_of_its_text() -> None:
    (line,) = _lines(f"VELTRIN ([4]KNA) - {HARBOUR}")
    assert line.dateline is None or line.text[line.dateline.body :] == HARBOUR


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        (TITLE, True),
        ("Will Fares Rise?", True),
        ("Two words", False),
        ("Word " * 31, False),
        ("Words " + "w" * 220 + " and more", False),
        ("in lower case it goes on", False),
        ("A Sentence Ends Here.", False),
        ("A Ship at Quay (AP)", False),
        ("The winners of today:", False),
        ("1. An item of it", False),
    ],
)
def test_a_headline_is_told_by_its_length_and_its_end(text: str, reads: bool) -> None:
    assert reads_as_headline(text.strip()) is reads


def test_the_markup_says_what_a_line_is() -> None:
    assert _marked(Role.LEFTOVER).look is LEFTOVER
    assert _marked(Role.CAPTION).look is CAPTION
    assert _marked(Role.BYLINE, of="Nora Falk").byline == "Nora Falk"
    headline = _marked(Role.HEADLINE, of=HARBOUR)
    assert (headline.look, headline.role, headline.why) == (HEADING, Role.HEADLINE, "<sign>")
    dated = _marked(Role.DATE, "2020-02-20", of="last Thursday")
    assert (dated.look, dated.day) == (DATE, date(2020, 2, 20))


def test_the_day_that_the_line_tells_goes_before_the_markups() -> None:
    assert _marked(Role.DATE, "2020-02-21", of="20 February 2020").day == date(2020, 2, 20)


@pytest.mark.parametrize(("role", "look"), [(Role.DATE, TEXT), (Role.BYLINE, TEXT)])
def test_a_paragraph_is_no_date_and_no_byline_whatever_its_class(role: Role, look: Look) -> None:
    assert _marked(role, of=HARBOUR).look is look


@pytest.mark.parametrize("role", [Role.CAPTION, Role.DATE])
def test_a_leftover_stays_one_within_a_caption_or_a_date(role: Role) -> None:
    assert _marked(role, of="Related articles").look is LEFTOVER


def test_the_innermost_element_knows_best() -> None:
    markup = (
        Markup(Role.LEFTOVER, 0, 2_000, "<aside>"),
        Markup(Role.HEADLINE, 0, len(TITLE), "<h1>"),
    )
    title, text = _lines(TITLE, HARBOUR, markup=markup)
    assert (title.look, text.look) == (HEADING, LEFTOVER)


def test_markup_of_a_part_of_a_line_says_nothing_of_it() -> None:
    markup = (Markup(Role.LEFTOVER, 0, len(TITLE) - 1, "<a>"),)
    assert _lines(TITLE, markup=markup)[0].look is HEADING


def test_an_article_begins_where_the_markup_has_it() -> None:
    start = len(TITLE) + 2
    markup = (Markup(Role.ARTICLE, start, start, "one of several"),)
    assert [line.begins for line in _lines(TITLE, HARBOUR, markup=markup)] == [False, True]


def test_what_stands_in_readers_comments_is_a_leftover_down_to_the_last_sign() -> None:
    lines = _lines(
        TITLE, HARBOUR, REPAIRS,
        "2 Comments", "harbour_cat 2 hours ago", "I saw it with my own eyes, said nobody ever.",
        "Reply", "Olaf says:", "No.", "Reply", BUSES,
    )  # fmt: skip
    assert [line.look for line in lines] == [HEADING, TEXT, TEXT, *[LEFTOVER] * 7, TEXT]
    assert {line.why for line in lines[3:10]} == {"readers' comments"}


def test_a_head_of_comments_above_the_text_takes_none_of_it() -> None:
    looks = _looks(TITLE, "Leave a comment", "3 comments", HARBOUR, REPAIRS)
    assert looks[3:] == [TEXT, TEXT]


def test_links_below_a_lists_head_are_leftovers_down_to_the_text() -> None:
    lines = _lines(
        TITLE, HARBOUR, "Related articles", "Ostmark doubles its buses", "Fares stay as they are",
        "20 February 2020", "- Sund wins", REPAIRS,
    )  # fmt: skip
    assert [line.look for line in lines] == [HEADING, TEXT, *[LEFTOVER] * 5, TEXT]
    assert lines[3].why == "below 'Related articles'"


def test_the_headline_of_the_text_below_is_no_part_of_the_list() -> None:
    looks = _looks(
        HARBOUR,
        "Most read",
        "Mayor opens a school",
        "Council doubles night buses of Ostmark",
        BUSES,
    )
    assert looks == [TEXT, LEFTOVER, LEFTOVER, HEADING, TEXT]


def test_a_signed_heading_is_no_part_of_the_list() -> None:
    looks = _looks(HARBOUR, "Most read", "Mayor opens a school", "By Nora Falk", FARES)
    assert looks == [TEXT, LEFTOVER, HEADING, BYLINE, TEXT]


def test_a_list_ends_at_a_rule_and_at_text() -> None:
    assert _looks(HARBOUR, "Related", "One link here", "---", TITLE, BOATS) == [
        TEXT, LEFTOVER, LEFTOVER, LEFTOVER, HEADING, TEXT,
    ]  # fmt: skip
