"""What each part of an article is marked as, and which facts are read from it."""

from datetime import date

import pytest

from index.pages.extracting import extract
from index.records import Article, BlockKind, Field, Page, Told
from tests.index.making import (
    BOATS,
    BUSES,
    FARES,
    HARBOUR,
    REPAIRS,
    blocks_of,
    document_of,
    prepared,
)

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
        "The old quay on Monday /AFP",
        "File photo: the quay before the storm.",
    ],
)
def test_a_credited_line_above_the_text_is_a_caption(caption: str) -> None:
    assert _kinds(TITLE, caption, HARBOUR, REPAIRS) == [HEADLINE, CAPTION, BODY, BODY]


def test_a_line_printed_twice_above_the_text_is_a_caption_without_a_credit() -> None:
    caption = "The quay on Monday morning"
    kinds = _kinds(TITLE, caption, caption, HARBOUR)
    assert kinds == [HEADLINE, CAPTION, BOILERPLATE, BODY]


def test_a_word_or_two_between_headline_and_text_are_a_leftover() -> None:
    assert _kinds(TITLE, "The quay", "Weather", "By Nora Falk", HARBOUR) == [
        HEADLINE, BOILERPLATE, BOILERPLATE, DATELINE, BODY,
    ]  # fmt: skip


def test_a_standfirst_is_body() -> None:
    standfirst = "Two cranes are torn from the quay on a stormy Monday"
    assert _kinds(TITLE, standfirst, "By Nora Falk", HARBOUR) == [HEADLINE, BODY, DATELINE, BODY]


def test_a_subheading_right_above_its_text_is_body() -> None:
    assert _kinds(TITLE, HARBOUR, "What next", REPAIRS) == [HEADLINE, BODY, BODY, BODY]


def test_what_stands_above_the_headline_is_a_leftover() -> None:
    kinds = _kinds("Weather", "The Veltrin Evening Post", TITLE, "By Nora Falk", HARBOUR)
    assert kinds == [BOILERPLATE, BOILERPLATE, HEADLINE, DATELINE, BODY]


@pytest.mark.parametrize(
    "name", ["Nora Falk", "Nora Falk and Ivar Holm", "Our Harbour Correspondent"]
)
def test_a_name_alone_signs_right_below_the_headline(name: str) -> None:
    article = _article(TITLE, name, HARBOUR, REPAIRS)
    assert (article.byline, article.blocks[1].kind) == (name, DATELINE)


def test_a_name_alone_signs_beside_a_date() -> None:
    article = _article(TITLE, "Weather", "20 February 2020", "Nora Falk", HARBOUR, REPAIRS)
    assert article.byline == "Nora Falk"


def test_a_name_that_heads_a_part_of_the_story_signs_nothing() -> None:
    article = _article(TITLE, "By Ivar Holm", HARBOUR, "Nora Falk", REPAIRS)
    assert article.byline == "Ivar Holm"
    assert article.blocks[3].kind is BODY


@pytest.mark.parametrize("signature", ["Nora Falk", "Nora Falk, Ostmark"])
def test_a_name_below_the_text_signs_a_letter(signature: str) -> None:
    article = _article(TITLE, HARBOUR, REPAIRS, signature)
    assert (article.byline, article.blocks[-1].kind) == ("Nora Falk", DATELINE)


def test_a_line_on_the_author_below_the_story_is_a_leftover() -> None:
    bio = "Nora Falk covers harbours and the sea for this newspaper."
    assert _kinds(TITLE, "By Nora Falk", HARBOUR, REPAIRS, bio)[-1] is BOILERPLATE
    of_the_story = "Nora Falk was hurt when a crane fell on the quay on Monday."
    assert _kinds(TITLE, "By Nora Falk", HARBOUR, REPAIRS, of_the_story)[-1] is BODY


def test_what_stands_below_leftovers_below_the_story_is_one() -> None:
    kinds = _kinds(TITLE, HARBOUR, REPAIRS, "Read more: Sund", "Mayor opens a school", "Sund wins")
    assert kinds[3:] == [BOILERPLATE] * 3


def test_a_figure_in_the_story_is_body_and_one_above_it_is_none() -> None:
    assert _kinds(TITLE, "20", HARBOUR, "12-4", REPAIRS) == [
        HEADLINE, BOILERPLATE, BODY, BODY, BODY,
    ]  # fmt: skip


@pytest.mark.parametrize("answer", ["Yes.", "No comment.", "What then?"])
def test_an_answer_given_twice_is_body_twice(answer: str) -> None:
    kinds = _kinds(TITLE, HARBOUR, answer, REPAIRS, answer, BOATS)
    assert kinds == [HEADLINE, BODY, BODY, BODY, BODY, BODY]


def test_lines_that_other_pages_have_too_are_leftovers_but_for_the_headline() -> None:
    text = "\n".join([TITLE, HARBOUR, BOATS, REPAIRS])
    shared = frozenset({TITLE.casefold(), BOATS.casefold()})
    (found,) = extract(Page(document_of(text)), shared)
    kinds = [kind for kind, _ in blocks_of(found.article, text)]
    assert kinds == [HEADLINE, BODY, BOILERPLATE, BODY]
    assert found.why[2] == "stands on other pages of its folder too"


def test_the_title_of_a_file_of_one_article_marks_its_headline() -> None:
    told = (Told(Field.TITLE, TITLE, "field 'title'"),)
    text = "\n".join(["Mayor Opens a School", TITLE, HARBOUR])
    (found,) = extract(Page(document_of(text), told, is_one_article=True))
    assert blocks_of(found.article, text)[1] == (HEADLINE, TITLE)
    (bare,) = extract(Page(document_of(HARBOUR), told, is_one_article=True))
    assert (bare.article.title, blocks_of(bare.article, HARBOUR)) == (TITLE, [(BODY, HARBOUR)])


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
    assert (article.outlet, article.byline, article.published) == (None,) * 3
    assert (article.agency, article.place, article.url) == (None,) * 3


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
