"""How a page is laid out as paragraphs, whatever its line ends and however it is wrapped."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.pages.paragraphs import read_paragraphs
from index.pages.punctuation import ends_a_sentence
from tests.index.making import BOATS, HARBOUR, REPAIRS


def _texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in read_paragraphs(text)]


def test_each_line_is_a_paragraph_with_the_blank_lines_above_it() -> None:
    text = "One\nTwo\n\n\n  Three  \n"
    found = [(p.start, p.end, p.text, p.blank_lines_above) for p in read_paragraphs(text)]
    # "One\n" ends at 4, "Two\n" at 8, two blank lines at 10, two spaces at 12.
    assert found == [(0, 3, "One", 0), (4, 7, "Two", 0), (12, 17, "Three", 2)]


@pytest.mark.parametrize("text", ["", " ", "\n\r\n\t\xa0\u2029"])
def test_white_space_alone_holds_no_paragraph(text: str) -> None:
    assert read_paragraphs(text) == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029", "\f"])
def test_lines_end_as_any_system_ends_them(end: str) -> None:
    paragraphs = read_paragraphs(f"One{end}Two{end}{end}Three")
    assert [p.text for p in paragraphs] == ["One", "Two", "Three"]
    assert [p.blank_lines_above for p in paragraphs] == [0, 0, 1]


def test_a_line_of_white_space_is_a_blank_line() -> None:
    assert [p.blank_lines_above for p in read_paragraphs("One\n \xa0\t\nTwo")] == [0, 1]


def test_hard_wrapped_lines_are_joined_into_paragraphs() -> None:
    one = textwrap.fill(f"{HARBOUR} {REPAIRS}", 68)
    two = textwrap.fill(f"{BOATS} {HARBOUR}", 68)
    assert one.count("\n") == 2
    assert _texts(f"Storm closes harbour\n\n{one}\n\n{two}\n") == ["Storm closes harbour", one, two]


def test_an_indented_line_of_a_wrapped_page_begins_a_paragraph() -> None:
    one = textwrap.fill(f"{HARBOUR} {REPAIRS}", 68)
    two = textwrap.fill(f"{BOATS} {HARBOUR}", 68)
    assert _texts(f"{one}\n   {two}") == [one, two]


def test_paragraphs_on_lines_of_their_own_are_not_joined() -> None:
    # Every line closes a sentence: nothing is broken off.
    assert _texts(f"{HARBOUR}\n{REPAIRS}\n{BOATS}\n{HARBOUR}") == [HARBOUR, REPAIRS, BOATS, HARBOUR]


def test_a_wrapped_story_on_a_page_of_menus_is_joined_and_the_menus_are_not() -> None:
    menu = ["Home", "News", "Sport", "Weather", "About us"]
    story = textwrap.fill(f"{HARBOUR} {REPAIRS}", 68)
    assert _texts("\n".join(menu) + f"\n\n{story}\n\nBack\nNext") == [*menu, story, "Back", "Next"]


def test_lines_that_break_off_before_a_capital_do_not_make_a_page_wrapped() -> None:
    lines = ["Storm Closes the Harbour of Veltrin for a Week", "Ostmark Doubles Its Night Buses"]
    assert _texts("\n".join(lines)) == lines


@pytest.mark.parametrize(
    "head", ["By Nora Falk", "20 February 2020", "Share on Facebook", "Advertisement"]
)
def test_a_byline_a_date_and_a_leftover_right_above_wrapped_text_stand_alone(head: str) -> None:
    story = textwrap.fill(f"{HARBOUR} {REPAIRS} {BOATS}", 68)
    assert _texts(f"{head}\n{story}\n\n{story}") == [head, story, story]


# Where the wire's dateline stood, the first line of a story is short.
SHORT_FIRST = """Harbour Minister Malcolm
Baldrick said the ferries of Veltrin would stay in port until the
storm is over, and that the crane would be mended in the week to
come, when the council meets."""


@pytest.mark.parametrize("rest", ["", "\n    Boats may leave on Monday."])
def test_the_first_line_of_a_text_whose_title_is_told_apart_goes_on(rest: str) -> None:
    (first, *_) = read_paragraphs(SHORT_FIRST + rest, told_title="Ferries stay in port")
    assert first.text == SHORT_FIRST


@pytest.mark.parametrize("title", [None, "Harbour Minister Malcolm"])
def test_a_short_first_line_may_be_the_title_where_none_is_told_apart(title: str | None) -> None:
    (first, *_) = read_paragraphs(SHORT_FIRST, told_title=title)
    assert first.text == "Harbour Minister Malcolm"


def test_a_short_line_of_a_wrapped_page_ends_its_paragraph() -> None:
    one = textwrap.fill(f"{HARBOUR} {REPAIRS} It is so.", 68)
    two = textwrap.fill(f"{BOATS} {HARBOUR}", 68)
    assert len(one.split("\n")[-1]) < 60
    assert _texts(f"{one}\n{two}\n\n{two}") == [one, two, two]


def test_one_long_line_shows_that_a_page_is_not_wrapped() -> None:
    lines = textwrap.wrap(" ".join([HARBOUR, REPAIRS, BOATS]), 68)
    assert _texts("\n".join([*lines, "x" * 101, "end"])) == [*lines, "x" * 101, "end"]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("He said no.", True),
        ("“He said no.”", True),
        ("He said no. (AP)", False),
        ("(He said no.)", True),
        ("These are:", True),
        ("No", False),
        ("", False),
    ],
)
def test_a_sentence_ends_with_its_mark_quotes_and_brackets_aside(text: str, ends: bool) -> None:
    assert ends_a_sentence(text) is ends


@given(st.text(alphabet=st.one_of(st.characters(codec="utf-8"), st.sampled_from("\n\r\n a."))))
def test_paragraphs_are_the_pages_own_words_in_order_and_leave_none_out(text: str) -> None:
    paragraphs = read_paragraphs(text)
    ends = [0, *(p.end for p in paragraphs)]
    gaps = [text[end : p.start] for end, p in zip(ends, paragraphs, strict=False)]
    assert not "".join([*gaps, text[ends[-1] :]]).strip()
    assert all(p.text == text[p.start : p.end] == p.text.strip() != "" for p in paragraphs)


def test_captions_printed_twice_do_not_make_a_page_hard_wrapped() -> None:
    caption = "The mayor of Veltrin opens the harbour before guests (KUNA)"
    lines = ["Storm Closes the Harbour", caption, caption, "TT", "20", caption, caption, HARBOUR]
    assert _texts("\n".join(lines)) == lines
