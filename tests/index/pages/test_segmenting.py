"""Where on a page an article begins, and by which signs."""

import pytest

from index.pages.looks import read_lines
from index.pages.paragraphs import read_paragraphs
from index.pages.segmenting import Section, segment
from index.records import Markup, Role
from tests.index.making import BOATS, BUSES, FARES, HARBOUR, REPAIRS

ONE, TWO = "Storm Closes the Harbour of Veltrin", "Ostmark Doubles Its Night Buses"
STORM = [HARBOUR, REPAIRS, BOATS]


def _sections(text: str, markup: tuple[Markup, ...] = ()) -> tuple[Section, ...]:
    return segment(read_lines(read_paragraphs(text), markup))


def _articles(*lines: str, gap: str = "\n") -> list[list[str]]:
    return [[line.text for line in section.lines] for section in _sections(gap.join(lines))]


def _firsts(*lines: str, gap: str = "\n") -> list[str]:
    return [article[0] for article in _articles(*lines, gap=gap)]


def test_a_page_without_lines_has_no_section() -> None:
    assert segment(()) == ()


def test_a_file_that_holds_one_article_is_taken_at_its_word() -> None:
    lines = read_lines(
        read_paragraphs("\n".join([ONE, *STORM, "NNNN", TWO, "By Ivar Holm", BUSES]))
    )
    assert len(segment(lines)) == 2
    (section,) = segment(lines, is_one_article=True)
    assert section.lines == tuple(lines)


def test_a_headline_repeated_below_its_pictures_begins_an_article() -> None:
    page = [ONE, *STORM, TWO, "A night bus (AP)", "TT", TWO, BUSES, FARES]
    assert _articles(*page) == [page[:4], page[4:]]


@pytest.mark.parametrize(
    "lead",
    [
        ["By Ivar Holm"],
        ["By Ivar Holm", "3 March 2020"],
        ["3 March 2020"],
        ["Ivar Holm", "3 March 2020"],
        ["TT", "By Ivar Holm"],
    ],
)
def test_a_headline_that_is_signed_or_dated_begins_an_article(lead: list[str]) -> None:
    assert _firsts(ONE, *STORM, TWO, *lead, BUSES, FARES) == [ONE, TWO]


@pytest.mark.parametrize("headline", [TWO, TWO.lower().capitalize(), "Will night buses double?"])
def test_a_headline_of_any_case_above_a_dateline_begins_one(headline: str) -> None:
    dated = f"OSTMARK, March 3 (AFP) - {BUSES}"
    assert _firsts(ONE, *STORM, headline, "By Ivar Holm", dated, FARES) == [ONE, headline]


@pytest.mark.parametrize(
    "mark", ["end of message", "- Ends -", "-30-", "NNNN", "KNA ha/td", "(Reuters)"]
)
def test_what_stands_below_an_end_mark_begins_an_article(mark: str) -> None:
    assert _firsts(ONE, *STORM, mark, TWO, BUSES, FARES) == [ONE, TWO]


@pytest.mark.parametrize("mark", ["(Editing by Nora Falk)", "© 2020 The Courier", "---", "* * *"])
def test_new_words_below_a_notice_or_a_rule_begin_an_article(mark: str) -> None:
    # A notice or a rule 2, words of what follows 1, no words of what stands above 1.
    assert _firsts(ONE, *STORM, mark, TWO, BUSES, FARES) == [ONE, TWO]


def test_a_link_between_two_stories_parts_them_where_the_words_are_new() -> None:
    # Leftovers 1, words of what follows 1, no words of what stands above 1.
    assert _firsts(ONE, *STORM, "Read more: Sund", TWO, BUSES, FARES) == [ONE, TWO]
    assert _firsts(ONE, *STORM, "Read more: Sund", "It Goes On and On", BUSES, FARES) == [ONE]


def test_a_date_above_a_headline_begins_an_article() -> None:
    page = [ONE, *STORM, "3 March 2020", TWO, BUSES, FARES]
    assert _articles(*page) == [page[:4], page[4:]]


def test_a_dateline_and_new_words_begin_one_below_any_headline() -> None:
    page = [ONE, *STORM, "Something Is Afoot Up North", f"OSTMARK (AFP) - {BUSES}", FARES]
    assert _firsts(*page) == [ONE, page[4]]
    assert _firsts(*page[:5], BUSES, FARES) == [ONE]


def test_a_story_goes_on_below_a_rule_and_a_heading_of_its_own() -> None:
    # A rule 2, words of what follows 1, but words of what stands above -1.
    more = "Insurers of the harbour of Veltrin expect losses from the storm that tore the cranes."
    assert _firsts(ONE, *STORM, "---", "Insurers Count the Losses", more, REPAIRS) == [ONE]


def test_a_headline_below_a_wide_gap_begins_an_article() -> None:
    text = "\n\n".join([ONE, *STORM]) + "\n\n\n\n" + "\n\n".join([TWO, BUSES, FARES])
    assert [section.lines[0].text for section in _sections(text)] == [ONE, TWO]


def test_a_gap_as_wide_as_the_pages_others_shows_nothing() -> None:
    assert _firsts(ONE, *STORM, TWO, BUSES, FARES, gap="\n\n\n") == [ONE]


@pytest.mark.parametrize(
    "heading", ["What Happens Next", "The Cost of the Storm", "In the harbour", "Who pays?"]
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_subheading_begins_no_article(heading: str, gap: str) -> None:
    assert _firsts(ONE, HARBOUR, REPAIRS, heading, BOATS, REPAIRS, gap=gap) == [ONE]


def test_a_story_goes_on_in_its_own_words_below_a_rule() -> None:
    more = "The storm that tore the cranes from the quay of the harbour of Veltrin lasted a day."
    assert _firsts(ONE, *STORM, "---", "The harbour master of Veltrin", more, REPAIRS) == [ONE]


def test_a_notice_at_the_top_of_a_page_is_no_article() -> None:
    greeting = "Good morning to all of our readers in Veltrin."
    assert _firsts(greeting, "---", ONE, "By Nora Falk", *STORM) == [greeting]


def test_no_article_begins_before_the_one_above_has_had_prose() -> None:
    assert _firsts("Latest News", ONE, "A ship (AP)", TWO, "A bus (AP)", TWO, HARBOUR) == [
        "Latest News"
    ]


def test_no_article_begins_where_no_text_follows() -> None:
    assert _firsts(ONE, *STORM, "NNNN", TWO, "A bus (AP)", TWO, "More") == [ONE]


def test_no_article_begins_within_readers_comments() -> None:
    comments = ["2 Comments", "Ivar Holm", "3 March 2020", BUSES, "Reply", "2 hours ago"]
    assert _firsts(ONE, *STORM, *comments) == [ONE]


def test_a_correction_below_the_story_is_part_of_it() -> None:
    correction = "Correction: an earlier version of this story named the wrong port, and was wrong."
    assert _firsts(ONE, *STORM, "---", "A Correction to Our Story", correction) == [ONE]


def test_a_kicker_a_date_and_a_breadcrumb_over_a_headline_belong_to_it() -> None:
    over = ["Home > News > Buses", "3 March 2020"]
    assert _articles(ONE, *STORM, "NNNN", *over, TWO, "By Ivar Holm", BUSES, FARES) == [
        [ONE, *STORM, "NNNN"],
        [*over, TWO, "By Ivar Holm", BUSES, FARES],
    ]


def test_an_article_may_begin_with_its_dateline() -> None:
    wire = [f"{place} (KNA) - {text}" for place, text in (("VELTRIN", HARBOUR), ("OSTMARK", BUSES))]
    assert _firsts(wire[0], REPAIRS, BOATS, "NNNN", wire[1], FARES) == wire


def test_articles_that_open_alike_are_told_by_their_labels() -> None:
    page = ["News ID: 1", ONE, HARBOUR, REPAIRS, BOATS, "News ID: 2", TWO, BUSES, FARES]
    assert _firsts(*page) == ["News ID: 1", "News ID: 2"]


def test_an_article_begins_where_the_markup_says_so() -> None:
    text = "\n\n".join([ONE, *STORM, TWO, BUSES, FARES])
    start = text.index(TWO)
    (section,) = _sections(text)
    assert section.signals == ("first on the page",)
    _, second = _sections(text, (Markup(Role.ARTICLE, start, start, "one of several"),))
    assert (second.lines[0].text, second.signals[0]) == (TWO, "begins in the markup")


def test_a_headline_by_markup_begins_an_article() -> None:
    text = "\n\n".join([ONE, *STORM, TWO, BUSES, FARES])
    start = text.index(TWO)
    sections = _sections(text, (Markup(Role.HEADLINE, start, start + len(TWO), "<h1>"),))
    assert [section.lines[0].text for section in sections] == [ONE, TWO]


def test_sections_hold_every_line_once_and_tell_their_signals() -> None:
    lines = read_lines(read_paragraphs("\n".join([ONE, *STORM, "NNNN", TWO, "TT", TWO, BUSES])))
    sections = segment(lines)
    assert [line for section in sections for line in section.lines] == lines
    assert [section.signals for section in sections] == [
        ("first on the page",),
        (
            "after an end mark",
            "headline repeated below",
            "heads what follows",
            "goes on in new words",
        ),
    ]
