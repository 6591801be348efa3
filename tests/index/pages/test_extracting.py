"""Pages of every shape taken apart into articles: what holds of any text, HTML and bytes."""

import subprocess
import sys
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import SourceUnreadable
from index.formats.html import read_html
from index.pages.extracting import Extracted, extract
from index.reading import read_page
from index.records import Article, BlockKind, Field, Item, Markup, Page, Role, Told
from index.splitting import split
from tests.index.making import BOATS, BUSES, FARES, HARBOUR, REPAIRS, REPOSITORY, document_of

HEADLINE, CAPTION, DATELINE, BODY, BOILERPLATE = BlockKind
ONE, TWO = "Storm Closes the Harbour of Veltrin", "Ostmark Doubles Its Night Buses"

LINES = st.sampled_from(
    [
        ONE, TWO, HARBOUR, REPAIRS, BOATS, BUSES, FARES, "TT", "20", "", "  ", "A- A A +",
        "By Nora Falk", "Nora Falk", "02/20/2020 11:22:38", "20 February 2020", "10:45",
        f"VELTRIN (Reuters) - {HARBOUR}", f"[3]VELTRIN ([4]KNA) - {HARBOUR}",
        f"Shafaq News / {REPAIRS}", "A crane in the water. (Reuters)", "end of message", "NNNN",
        "---", "Related articles", "Leave a Reply", "2 hours ago", "Reply", "Name", "- an item",
        "Read More: KRG and Baghdad agree", "“We are safe,” he said. “All of us are.”",
        "Mr. Lund left the U.S. on Jan. 5. He said no. (AP)", "¿Qué? 你好。 مرحبا", "NATO - it",
        "Ada Lund and Ivar Holm, both of Ostmark, said", "🚢 𝒯wo “é”.", "© 2020 The Courier",
        "Home > News", "News ID: 4", "Published: 20 February 2020 by Nora Falk", "RCO NEWS",
    ]
)  # fmt: skip
GAPS = st.sampled_from(["\n", "\r\n", "\n\n", "\n\n\n\n", "\r", "\u2028", " \n\t", "\xa0\n"])
NEWS = st.lists(st.tuples(st.one_of(LINES, LINES, st.text(max_size=30)), GAPS), max_size=30).map(
    lambda parts: "".join(line + gap for line, gap in parts)
)
TEXTS = st.one_of(st.text(), NEWS)
NAMES = st.sampled_from(
    "byline date share related-links post story caption headline live-post entry-title x".split()
)
TAGS = st.sampled_from(
    """
    p div span article section h1 h2 h3 a time nav aside footer header figure figcaption ul li
    table tr td br hr script form b title body
    """.split()
)
PIECES = st.one_of(
    st.builds("<{} class={}>".format, TAGS, NAMES),
    st.builds("<{}>".format, TAGS),
    st.builds("</{}>".format, TAGS),
    LINES,
    st.text(max_size=12),
    st.sampled_from(
        ["<time datetime=2020-02-20>", "<p hidden>", "&amp;", "&#0;", "<!--", "<![CDATA["]
    ),
)
HTML = st.lists(PIECES, max_size=40).map("\n".join)


def _check(page: Page, found: Sequence[Extracted]) -> None:
    """What holds of every page: each character has its one place."""
    text = page.document.text
    articles = [extracted.article for extracted in found]
    blocks = [block for article in articles for block in article.blocks]
    assert all(block.start < block.end for block in blocks)
    assert all(one.end <= other.start for one, other in pairwise(blocks))
    ends, starts = [0, *(b.end for b in blocks)], [*(b.start for b in blocks), len(text)]
    assert not "".join(text[a:b] for a, b in zip(ends, starts, strict=True)).strip()
    assert all(one.end <= other.start for one, other in pairwise(articles))
    for extracted in found:
        article = extracted.article
        assert (article.start, article.end) == (article.blocks[0].start, article.blocks[-1].end)
        assert len(extracted.why) == len(article.blocks)
        assert extracted.signals
        assert article.title.strip()
        _check_origins(article)
        _check_passages(page, article)


def _check_origins(article: Article) -> None:
    values = {field: getattr(article, field.value) for field in Field}
    told = [field for field in Field if values[field] is not None]
    assert [field for field, _ in article.origins] == told
    assert all(origin for _, origin in article.origins)


def _check_passages(page: Page, article: Article) -> None:
    passages = split(page.document, article)
    assert all(one.end <= other.start for one, other in pairwise(passages))
    for passage in passages:
        touched = {
            block.kind
            for block in article.blocks
            if block.start < passage.end and passage.start < block.end
        }
        assert touched == {passage.kind} <= {BODY, CAPTION}
        assert article.start <= passage.start < passage.end <= article.end
        words = page.document.text[passage.start : passage.end]
        assert words == words.strip() != ""


@given(TEXTS)
def test_any_text_is_taken_apart_whole(text: str) -> None:
    page = Page(document_of(text))
    found = extract(page)
    _check(page, found)
    assert bool(found) is bool(text.strip())


@given(NEWS, st.data())
def test_any_markup_and_anything_told_leave_the_text_whole(text: str, data: st.DataObject) -> None:
    places = st.integers(0, len(text))
    markup = data.draw(
        st.lists(
            st.builds(Markup, st.sampled_from(Role), places, places, st.just("<x>")), max_size=8
        )
    )
    told = data.draw(
        st.lists(
            st.sampled_from(
                [
                    Told(Field.TITLE, ONE, "x"),
                    Told(Field.TITLE, "|", "x"),
                    Told(Field.PUBLISHED, "2020-02-20", "x"),
                    Told(Field.BYLINE, "Nora Falk", "x"),
                ]
            ),
            max_size=3,
        )
    )
    is_one = data.draw(st.booleans())
    page = Page(document_of(text), tuple(told), tuple(markup), is_one)
    found = extract(page, frozenset({HARBOUR.casefold(), ONE.casefold()}))
    _check(page, found)
    assert not is_one or len(found) <= 1


@given(HTML)
def test_any_html_is_taken_apart_whole(html: str) -> None:
    try:
        text, told, markup = read_html(html.encode())
    except SourceUnreadable:
        return
    page = Page(document_of(text), told, markup)
    _check(page, extract(page))
    assert all(0 <= m.start <= m.end <= len(text) for m in markup)


@given(st.one_of(st.binary(max_size=300), st.binary(max_size=200).map(b"<p>".__add__)))
def test_any_bytes_are_read_as_html_or_refused(content: bytes) -> None:
    try:
        page = read_page(Item("x.html", "x.html", content))
    except SourceUnreadable:
        return
    _check(page, extract(page))


@given(NEWS)
@settings(max_examples=30)
def test_the_same_page_is_taken_apart_the_same_way(text: str) -> None:
    page = Page(document_of(text))
    assert extract(page) == extract(page)


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\r\n\r\n", "\n\n\n", "\n \n"])
def test_an_article_reads_the_same_whatever_stands_between_its_paragraphs(gap: str) -> None:
    (found,) = extract(Page(document_of(gap.join([ONE, "By Nora Falk", HARBOUR, REPAIRS]) + gap)))
    assert [block.kind for block in found.article.blocks] == [HEADLINE, DATELINE, BODY, BODY]


def test_each_block_tells_why_it_is_what_it_is() -> None:
    lines = [ONE, "By Nora Falk", f"VELTRIN (KNA) - {HARBOUR}", "Read more: Sund", REPAIRS, "NNNN"]
    (found,) = extract(Page(document_of("\n".join(lines))))
    assert found.why[1:] == (
        "names who wrote it",
        "leads into the text",
        "reads as text",
        "link to another page",
        "reads as text",
        "wire signature",
    )
    assert found.signals == ("first on the page",)


def test_the_id_of_an_article_is_of_its_document_and_place() -> None:
    page = "\n".join([ONE, *[HARBOUR, REPAIRS], "NNNN", TWO, "By Ivar Holm", BUSES, FARES])
    first, second = (e.article.id for e in extract(Page(document_of(page))))
    assert first != second
    assert [e.article.id for e in extract(Page(document_of(page)))] == [first, second]
    assert extract(Page(document_of(page + "\nx")))[0].article.id != first


# Words, signs and spaces that patterns go over again and again where they can be matched in two
# ways. Each is repeated to a line of 100,000 characters, behind a beginning and before an end that
# no pattern has.
_HOSTILE = """
import itertools
from index.pages.extracting import extract
from index.records import Document, Page

UNITS = [
    "a", "A ", "Ann ", "Ann, ", "Ann and ", "A. B. ", "Ab/", "NEW-", "1", "1 ", "1/2/2020 ", "  ",
    "\\t", "(", "(A", ")", "[1]", "[", "]", '"', "“a” ", "’", "- ", "—", "/", "| ", "|", ": ", ".",
    "! ", "# ", "> a ", "© ", "© 2020 ", "share ", "share on x ", "reply ", "like 1 ",
    "2 hours ago ", "comments ", "page 1 of ", "10:30 ", "10:30:", "May 1, ", "May ", "2020-01-01 ",
    "updated ", "GMT+1 ", "by ", "photo: A ", "in this photo ", "staff writer ",
    "newsletter ", "subscribe ", "follow us ", "www.a.b", "http://", "x@y.z ", "e-mail ", "the ",
    "é", "\\u4f60", "a.b", "=-",
]
STARTS = [
    "", "By ", "Comments", "May 1", "10:30", "12", "Copyright ", "LONDON ", "Share ", "Ann Poe ",
]
ENDS = ["\\u2603", " x)", "."]
lines = [
    start + unit * (100_000 // len(unit)) + end
    for start, unit, end in itertools.product(STARTS, UNITS, ENDS)
]
for line in lines[::17]:
    text = "Storm Closes the Harbour\\n" + line + "\\nIt was so on Monday, he said, and no more."
    assert extract(Page(Document("d", "u", "text/plain", "s", text)))
"""


def test_hostile_lines_are_decided_at_once() -> None:
    # A pattern that can go over such a line in two ways at each word would never end. Each
    # seventeenth line: 96 of them, which take some 5 seconds.
    subprocess.run(
        [sys.executable, "-c", _HOSTILE],
        cwd=REPOSITORY,
        check=True,
        timeout=20,
        capture_output=True,
    )


def _two_stories(first_date: str, above: str = "") -> str:
    return "\n\n".join(
        [above, "Storm Closes the Harbour of Veltrin", first_date, HARBOUR, REPAIRS, "", "",
         "Ostmark Doubles Its Night Buses", "By Nora Falk", BUSES, FARES]
    )  # fmt: skip


def test_the_date_of_a_pages_first_story_is_not_its_seconds() -> None:
    found = [e.article.published for e in extract(Page(document_of(_two_stories("12 March 2021"))))]
    assert [str(day) for day in found] == ["2021-03-12", "None"]


def test_a_date_that_the_page_tells_replaces_none_that_a_story_shows() -> None:
    told = (Told(Field.PUBLISHED, "2024-05-06", "page metadata"),)
    page = Page(document_of(_two_stories("12 March 2021")), told)
    assert [str(e.article.published) for e in extract(page)] == ["2021-03-12", "None"]


def test_the_day_of_an_issue_is_of_all_its_stories() -> None:
    page = Page(
        document_of(_two_stories("By Bo Lund", above="The Veltrin Courier | 12 March 2021"))
    )
    assert [str(e.article.published) for e in extract(page)] == ["2021-03-12"] * 2
