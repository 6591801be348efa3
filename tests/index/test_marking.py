"""What each part of an article is marked as, and which facts are read from it."""

from datetime import date

import pytest

from index.records import Article, BlockKind
from tests.index.making import BOATS, BUSES, FARES, HARBOUR, REPAIRS, blocks_of, prepared

HEADLINE, CAPTION, DATELINE, BODY, BOILERPLATE = BlockKind
TITLE = "Storm Closes the Harbour of Veltrin"


def _article(*lines: str) -> Article:
    (article,) = prepared("\n".join(lines)).articles
    return article


def _kinds(*lines: str) -> list[BlockKind]:
    return [block.kind for block in _article(*lines).blocks]


def test_the_headline_and_each_caption_are_marked_once_and_their_repeats_are_boilerplate() -> None:
    caption = "A crane lies in the water. (Reuters)"
    page = [TITLE, caption, caption, TITLE, caption, HARBOUR, REPAIRS]
    assert _kinds(*page) == [
        HEADLINE, CAPTION, BOILERPLATE, BOILERPLATE, BOILERPLATE, BODY, BODY,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "caption",
    [
        "A crane lies in the water. (Reuters)",
        "The quay on Monday. Photo: Nora Falk",
        "The quay on Monday /AFP",
        "File photo: the quay before the storm.",
    ],
)
def test_a_credited_line_above_the_text_is_a_caption(caption: str) -> None:
    assert _kinds(TITLE, caption, HARBOUR, REPAIRS) == [HEADLINE, CAPTION, BODY, BODY]


def test_a_line_printed_twice_above_the_text_is_a_caption_without_a_credit() -> None:
    kinds = _kinds(TITLE, "The quay", "The quay", HARBOUR)
    assert kinds == [HEADLINE, CAPTION, BOILERPLATE, BODY]


def test_a_paragraph_of_the_text_that_names_its_source_stays_body() -> None:
    kinds = _kinds(TITLE, HARBOUR, f"{REPAIRS} (Reuters)", BOATS)
    assert kinds == [HEADLINE, BODY, BODY, BODY]


def test_a_story_of_one_paragraph_that_names_its_source_is_body() -> None:
    assert _kinds(TITLE, f"{HARBOUR} (Reuters)") == [HEADLINE, BODY]


def test_a_paragraph_printed_twice_in_the_text_is_body_once() -> None:
    kinds = _kinds(TITLE, REPAIRS, HARBOUR, BOATS, HARBOUR)
    assert kinds == [HEADLINE, BODY, BODY, BODY, BOILERPLATE]


def test_a_dateline_is_parted_from_the_text_it_leads_into() -> None:
    text = f"{TITLE}\nERBIL (Kurdistan 24) – {HARBOUR}"
    (article,) = prepared(text).articles
    assert blocks_of(article, text)[1:] == [(DATELINE, "ERBIL (Kurdistan 24) –"), (BODY, HARBOUR)]
    assert article.outlet == "Kurdistan 24"


@pytest.mark.parametrize(
    ("dateline", "outlet"),
    [
        ("LONDON, March 3 (Reuters) - ", "Reuters"),
        ("Shafaq News / ", "Shafaq News"),
        ("WASHINGTON — ", None),
        ("NEW YORK (AP) -- ", "AP"),
    ],
)
def test_the_outlet_is_the_one_that_the_dateline_names(dateline: str, outlet: str | None) -> None:
    article = _article(TITLE, dateline + HARBOUR, REPAIRS)
    assert [block.kind for block in article.blocks] == [HEADLINE, DATELINE, BODY, BODY]
    assert article.outlet == outlet


def test_a_standfirst_may_stand_above_the_dateline() -> None:
    article = _article(TITLE, HARBOUR, f"VELTRIN (AFP) - {REPAIRS}", BOATS)
    assert article.outlet == "AFP"


@pytest.mark.parametrize(
    "lines",
    [
        (f"US - China relations: {HARBOUR}", REPAIRS),
        (HARBOUR, REPAIRS, BOATS, "ISIS - which held the town - left it on the last day of May."),
    ],
)
def test_a_dash_behind_capitals_is_not_always_a_dateline(lines: tuple[str, ...]) -> None:
    assert set(_kinds(TITLE, *lines)) == {HEADLINE, BODY}


def test_the_byline_is_the_authors_name() -> None:
    article = _article(TITLE, "By Nora Falk", HARBOUR)
    assert (article.byline, article.blocks[1].kind) == ("Nora Falk", DATELINE)


def test_a_headline_that_begins_with_by_is_no_byline() -> None:
    article = _article("By Sea Road and Rail, Aid Reaches Veltrin", HARBOUR, REPAIRS)
    assert article.byline is None
    assert article.title == "By Sea Road and Rail, Aid Reaches Veltrin"


def test_a_byline_above_the_headline_is_not_taken_for_it() -> None:
    article = _article("By Nora Falk", TITLE, HARBOUR)
    assert (article.title, article.byline) == (TITLE, "Nora Falk")


@pytest.mark.parametrize("place", [1, 3])
def test_the_date_is_read_from_a_line_of_its_own_above_or_below_the_text(place: int) -> None:
    lines = [TITLE, HARBOUR, REPAIRS]
    lines.insert(place, "Published: 20 February 2020")
    article = _article(*lines)
    assert article.published == date(2020, 2, 20)
    assert article.blocks[place].kind is DATELINE


def test_a_date_within_a_sentence_dates_no_article() -> None:
    assert _article(TITLE, f"{HARBOUR} It was 20 February 2020.").published is None


def test_what_the_page_does_not_tell_is_none() -> None:
    article = _article(TITLE, HARBOUR)
    assert (article.outlet, article.byline, article.published, article.language) == (None,) * 4


def test_the_title_is_the_headline_with_its_spaces_in_order() -> None:
    assert _article("Storm  Closes\xa0the Harbour", HARBOUR).title == "Storm Closes the Harbour"


def test_without_a_headline_the_title_is_the_first_words() -> None:
    assert _article(REPAIRS, BOATS).title == REPAIRS
    # HARBOUR has 88 characters and a space follows: the first 100 end within "will".
    assert _article(f"{HARBOUR} Repairs will take weeks.", BOATS).title == f"{HARBOUR} Repairs …"


def test_short_lines_below_the_last_sentence_are_a_signature() -> None:
    kinds = _kinds(TITLE, HARBOUR, REPAIRS, "end of message", "RCO NEWS", "RCO")
    assert kinds == [HEADLINE, BODY, BODY, BOILERPLATE, BOILERPLATE, BOILERPLATE]


@pytest.mark.parametrize(
    "lines",
    [
        ["These ports stay open:", "- Sund", "- Ostmark"],
        ["• Sund", "• Ostmark"],
        ["The winners:", "Ada Lund", "Ivar Holm"],
        ["Arsenal 2 Chelsea 1"],
        ["Ada Lund", "Ivar Holm", "Nora Falk", "Olaf Berg"],
    ],
)
def test_a_list_or_a_score_below_the_last_sentence_stays_body(lines: list[str]) -> None:
    assert _kinds(TITLE, HARBOUR, REPAIRS, *lines)[3:] == [BODY] * len(lines)


def test_a_page_without_a_sentence_has_no_signature() -> None:
    assert _kinds("Ports of the Coast", "Sund", "Ostmark") == [HEADLINE, BODY, BODY]


def test_a_link_within_the_text_is_boilerplate() -> None:
    kinds = _kinds(TITLE, HARBOUR, "Read More: KRG and Baghdad agree on Sinjar", REPAIRS)
    assert kinds == [HEADLINE, BODY, BOILERPLATE, BODY]


def test_the_same_place_of_the_same_text_is_the_same_article() -> None:
    page = [TITLE, HARBOUR]
    assert _article(*page).id == _article(*page).id
    assert _article(*page).id != _article(*page, BUSES, FARES).id


def test_a_sum_in_brackets_is_no_credit() -> None:
    lead = "The council will spend 3 million euros on the old bridge (about $3.2 million)."
    assert _kinds(TITLE, lead, HARBOUR)[1] is BODY


def test_a_short_last_sentence_without_its_full_stop_stays_body() -> None:
    assert _kinds(TITLE, HARBOUR, REPAIRS, "Nobody was hurt")[-1] is BODY
    assert _kinds(TITLE, HARBOUR, REPAIRS, "VELTRIN NEWS")[-1] is BOILERPLATE


def test_the_headline_is_the_line_above_the_byline_and_not_the_outlets_name() -> None:
    page = ["The Veltrin Evening Post", TITLE, "By Nora Falk", HARBOUR, REPAIRS]
    assert _article(*page).title == TITLE
