"""What is known of an article beside its text, and where it was read from."""

from datetime import date

import pytest

from index.pages.extracting import extract
from index.records import Article, BlockKind, Field, Page, Told
from tests.index.making import BOATS, BUSES, FARES, HARBOUR, REPAIRS, document_of

TITLE, OTHER = "Storm Closes the Harbour of Veltrin", "Ostmark Doubles Its Night Buses"
META = "page metadata"
TWENTIETH = date(2020, 2, 20)


def _articles(*lines: str, told: tuple[Told, ...] = (), is_one: bool = False) -> list[Article]:
    page = Page(document_of("\n\n".join(lines)), told, is_one_article=is_one)
    return [extracted.article for extracted in extract(page)]


def _article(*lines: str, told: tuple[Told, ...] = (), is_one: bool = False) -> Article:
    (article,) = _articles(*lines, told=told, is_one=is_one)
    return article


def test_every_known_field_tells_its_origin_in_order_of_the_fields() -> None:
    article = _article(
        "The Veltrin Courier", TITLE, "By Nora Falk", "20 February 2020",
        f"VELTRIN (KNA) - {HARBOUR}", REPAIRS, "© 2020 Veltrin Courier",
    )  # fmt: skip
    assert article.origins == (
        (Field.TITLE, "headline"),
        (Field.OUTLET, "masthead"),
        (Field.BYLINE, "byline"),
        (Field.AGENCY, "dateline"),
        (Field.PLACE, "dateline"),
        (Field.PUBLISHED, "date line"),
        (Field.LANGUAGE, "the text itself"),
    )
    assert (article.outlet, article.byline) == ("The Veltrin Courier", "Nora Falk")
    assert (article.agency, article.place) == ("KNA", "VELTRIN")
    assert (article.published, article.language) == (TWENTIETH, "en")


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ([TITLE, "20 February 2020", HARBOUR, REPAIRS], TWENTIETH),
        (["20 February 2020", TITLE, HARBOUR, REPAIRS], TWENTIETH),
        ([TITLE, "By Nora Falk", "Posted on February 20, 2020", HARBOUR], TWENTIETH),
        ([TITLE, HARBOUR, "20 February 2020", REPAIRS, BOATS], TWENTIETH),
        ([TITLE, HARBOUR, REPAIRS, "20 February 2020"], TWENTIETH),
        ([TITLE, HARBOUR, REPAIRS, "Read more: Sund", "Published 20 February 2020"], TWENTIETH),
        ([TITLE, f"VELTRIN, Feb 20, 2020 (KNA) - {HARBOUR}"], TWENTIETH),
        ([TITLE, "Published 20.02.2020, updated 21.02.2020", HARBOUR], TWENTIETH),
        ([TITLE, "Updated 21 February 2020", "20 February 2020", HARBOUR], TWENTIETH),
        ([TITLE, "Updated 21 February 2020", HARBOUR], None),
        ([TITLE, "03/04/2020", HARBOUR], None),
        ([TITLE, f"{HARBOUR} It was 20 February 2020.", REPAIRS], None),
        ([TITLE, HARBOUR, REPAIRS, "Read more: Sund", "Sund wins", "20 February 2020"], None),
    ],
)
def test_the_day_of_publication_is_read_or_none(lines: list[str], day: date | None) -> None:
    assert _article(*lines).published == day


@pytest.mark.parametrize(
    ("lines", "outlet", "origin"),
    [
        ([TITLE, f"Shafaq News / {HARBOUR}"], "Shafaq News", "dateline"),
        (
            ["The Veltrin Courier", TITLE, "By Nora Falk", HARBOUR],
            "The Veltrin Courier",
            "masthead",
        ),
        ([TITLE, HARBOUR, "© 2020 Veltrin Courier Ltd"], "Veltrin Courier", "copyright notice"),
        ([TITLE, f"VELTRIN (KNA) - {HARBOUR}"], "KNA", "dateline"),
    ],
)
def test_the_outlet_is_the_one_that_the_page_names(
    lines: list[str], outlet: str, origin: str
) -> None:
    article = _article(*lines)
    assert article.outlet == outlet
    assert dict(article.origins)[Field.OUTLET] == origin


def test_a_pages_title_names_its_outlet_behind_the_headline() -> None:
    told = (Told(Field.TITLE, f"{TITLE} | The Courier", META),)
    article = _article(TITLE, HARBOUR, told=told)
    assert (article.title, article.outlet) == (TITLE, "The Courier")


def test_what_stands_on_the_page_goes_before_its_metadata_but_for_the_day() -> None:
    told = (
        Told(Field.TITLE, "Courier: storm special", META),
        Told(Field.BYLINE, "admin", META),
        Told(Field.PUBLISHED, "2020-02-21", META),
    )
    article = _article(TITLE, "By Nora Falk", "20 February 2020", HARBOUR, told=told)
    assert (article.title, article.byline) == (TITLE, "Nora Falk")
    assert article.published == date(2020, 2, 21)


def test_the_metadata_fill_in_what_the_page_does_not_show() -> None:
    told = (
        Told(Field.TITLE, TITLE, META),
        Told(Field.OUTLET, "The Courier", META),
        Told(Field.BYLINE, "Nora Falk", META),
        Told(Field.LANGUAGE, "de", META),
        Told(Field.URL, "https://courier.example/1", META),
    )
    article = _article(HARBOUR, REPAIRS, told=told)
    assert (article.title, article.outlet, article.byline) == (TITLE, "The Courier", "Nora Falk")
    assert (article.language, article.url) == ("de", "https://courier.example/1")
    assert {origin for _, origin in article.origins} == {META}


def test_a_row_that_holds_one_article_is_taken_at_its_word() -> None:
    told = (
        Told(Field.TITLE, "Storm shuts port", "field 'title'"),
        Told(Field.BYLINE, "Ada Lund", "field 'author'"),
        Told(Field.PLACE, "SUND", "field 'dateline'"),
    )
    lines = (TITLE, "By Nora Falk", f"VELTRIN (KNA) - {HARBOUR}")
    article = _article(*lines, told=told, is_one=True)
    assert (article.title, article.byline, article.place) == (
        "Storm shuts port",
        "Ada Lund",
        "SUND",
    )
    assert article.agency == "KNA"


def _two(told: tuple[Told, ...] = (), above: str = "Weather") -> list[Article]:
    return _articles(
        above, TITLE, "By Nora Falk", HARBOUR, REPAIRS, BOATS, "- Ends -", "---",
        OTHER, "By Ivar Holm", BUSES, FARES, told=told,
    )  # fmt: skip


def test_what_a_page_of_several_articles_tells_is_of_the_one_with_its_title() -> None:
    told = (
        Told(Field.TITLE, OTHER, META),
        Told(Field.PUBLISHED, "2020-02-20", META),
        Told(Field.OUTLET, "The Courier", META),
        Told(Field.URL, "https://courier.example/", META),
    )
    first, second = _two(told)
    assert (first.title, second.title) == (TITLE, OTHER)
    assert (first.byline, second.byline) == ("Nora Falk", "Ivar Holm")
    assert (first.published, second.published) == (None, TWENTIETH)
    assert (first.outlet, second.outlet) == ("The Courier", "The Courier")


def test_a_page_that_names_one_day_above_its_articles_dates_them_all() -> None:
    first, second = _two(above="The Veltrin Courier, 20 February 2020")
    assert (first.published, second.published) == (TWENTIETH, TWENTIETH)


def test_all_articles_of_a_page_are_of_the_outlet_that_its_notice_names() -> None:
    articles = _articles(
        TITLE, "By Nora Falk", HARBOUR, REPAIRS, BOATS, "© 2020 Veltrin Courier", "---",
        OTHER, "By Ivar Holm", BUSES, FARES,
    )  # fmt: skip
    assert [article.outlet for article in articles] == ["Veltrin Courier"] * 2


def test_the_first_words_stand_in_for_a_headline() -> None:
    article = _article(REPAIRS, BOATS)
    assert (article.title, article.origins[0]) == (REPAIRS, (Field.TITLE, "first words"))
    long = _article(f"{HARBOUR} Repairs will take weeks.", BOATS)
    # HARBOUR has 88 characters and a space follows: the first 100 end within "will".
    assert long.title == f"{HARBOUR} Repairs …"


def test_the_title_is_shown_without_a_headings_mark_and_with_single_spaces() -> None:
    assert _article(f"# {TITLE}", HARBOUR, REPAIRS).title == TITLE
    assert _article("Storm  Closes\xa0the Harbour", HARBOUR).title == "Storm Closes the Harbour"


@pytest.mark.parametrize(
    "head",
    [
        ("The Veltrin Courier, 20 February 2020",),
        ("*The Veltrin Courier*, 20 February 2020", "By Nora Falk"),
        ("The Veltrin Courier", "20 February 2020", "By Nora Falk"),
        ("20 February 2020", "The Veltrin Courier"),
        ("20 February 2020 | By Nora Falk | The Veltrin Courier",),
    ],
)
def test_an_outlet_is_named_below_the_headline_beside_the_date(head: tuple[str, ...]) -> None:
    article = _article(TITLE, *head, HARBOUR, REPAIRS)
    assert (article.outlet, article.published) == ("The Veltrin Courier", TWENTIETH)
    assert dict(article.origins)[Field.OUTLET] == "line below the headline"
    text = "\n\n".join((TITLE, *head, HARBOUR, REPAIRS))
    body = [text[x.start : x.end] for x in article.blocks if x.kind is BlockKind.BODY]
    assert body == [HARBOUR, REPAIRS]


@pytest.mark.parametrize(
    "outlet",
    ["Market Courier", "The Daily Meridian", "Skarvik Signal", "The Evening Globe",
     "National Ledger", "TV Ister Online"],
)  # fmt: skip
@pytest.mark.parametrize("is_signed", [True, False])
def test_an_outlet_on_a_line_of_its_own_is_read_by_the_date_and_before_the_agency(
    outlet: str, is_signed: bool
) -> None:
    signed = ("By Nora Falk",) if is_signed else ()
    article = _article(
        TITLE, *signed, outlet, "20 February 2020", f"VELTRIN (KNA) - {HARBOUR}", REPAIRS
    )
    assert (article.outlet, article.agency) == (outlet, "KNA")
    assert (article.byline, article.published) == ("Nora Falk" if is_signed else None, TWENTIETH)


@pytest.mark.parametrize(
    "standfirst",
    ["Two cranes are torn from the quay on a stormy Monday",
     "Two cranes were torn from the quay, and nobody was hurt."],
)  # fmt: skip
def test_an_outlet_is_named_below_a_standfirst(standfirst: str) -> None:
    article = _article(TITLE, standfirst, "The Evening Globe", "20 February 2020", HARBOUR, REPAIRS)
    assert (article.outlet, article.published) == ("The Evening Globe", TWENTIETH)


def test_a_subheading_of_the_story_is_no_outlet() -> None:
    lines = (TITLE, "By Nora Falk", HARBOUR, "Market Courier", "20 February 2020", REPAIRS, BOATS)
    assert _article(*lines, is_one=True).outlet is None


@pytest.mark.parametrize(
    "name", ["Ivar Holm", "Ostmark", "New York", "World", "Business News", "Storm Shuts the Port"]
)
@pytest.mark.parametrize("signed", [("By Nora Falk",), ()])
def test_a_person_a_place_a_section_and_a_headline_by_the_date_are_no_outlets(
    name: str, signed: tuple[str, ...]
) -> None:
    assert _article(TITLE, *signed, name, "20 February 2020", HARBOUR, REPAIRS).outlet is None


@pytest.mark.parametrize(
    "head", [("The Veltrin Courier",), ("Company News, 20 February 2020",), ("The Hague", "2020")]
)
def test_what_may_be_no_outlet_below_the_headline_is_none(head: tuple[str, ...]) -> None:
    assert _article(TITLE, *head, HARBOUR, REPAIRS).outlet is None


def test_what_a_page_tells_in_its_metadata_goes_before_a_name_beside_the_date() -> None:
    told = (Told(Field.OUTLET, "Veltrin Courier", META),)
    article = _article(TITLE, "The Courier Post, 20 February 2020", HARBOUR, REPAIRS, told=told)
    assert article.outlet == "Veltrin Courier"
