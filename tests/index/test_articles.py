"""Pages of many shapes, and any text at all, taken through segment -> mark -> split."""

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.copies import article_bands, sentence_bands
from index.pages.boilerplate import is_prose
from index.prepared import body_text, input_checksum
from index.records import Article, BlockKind
from index.sentences import sentence_spans
from tests.index.making import (
    BOATS,
    BUSES,
    FARES,
    HARBOUR,
    HARBOUR_PAGE,
    REPAIRS,
    blocks_of,
    prepared,
    town_pages,
)

HEADLINE, CAPTION, DATELINE, BODY, BOILERPLATE = BlockKind
ONE, TWO = "Storm Closes the Harbour of Veltrin", "Ostmark Doubles Its Night Buses"


def _articles(text: str) -> list[list[tuple[BlockKind, str]]]:
    """Each article of the page as its blocks' kinds and words."""
    return [blocks_of(article, text) for article in prepared(text).articles]


def _passages(text: str) -> list[str]:
    return [text[passage.start : passage.end] for passage in prepared(text).passages]


STORM = [(HEADLINE, ONE), (BODY, HARBOUR), (BODY, REPAIRS), (BODY, BOATS)]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\r\n\r\n", "\n\n\n", "\n \n"])
def test_an_article_reads_the_same_whatever_stands_between_its_paragraphs(gap: str) -> None:
    assert _articles(gap.join([ONE, HARBOUR, REPAIRS, BOATS]) + gap) == [STORM]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n\r\n"])
def test_two_articles_with_bylines_and_datelines_are_two_without_a_repeated_headline(
    gap: str,
) -> None:
    text = gap.join(
        [
            ONE, "By Nora Falk", f"VELTRIN (Reuters) - {HARBOUR}", REPAIRS,
            TWO, "By Ivar Holm", f"OSTMARK, March 3 (AFP) - {BUSES}", FARES,
        ]
    )  # fmt: skip
    assert _articles(text) == [
        [
            (HEADLINE, ONE), (DATELINE, "By Nora Falk"), (DATELINE, "VELTRIN (Reuters) -"),
            (BODY, HARBOUR), (BODY, REPAIRS),
        ],
        [
            (HEADLINE, TWO), (DATELINE, "By Ivar Holm"), (DATELINE, "OSTMARK, March 3 (AFP) -"),
            (BODY, BUSES), (BODY, FARES),
        ],
    ]  # fmt: skip
    first, second = prepared(text).articles
    assert (first.title, first.outlet, first.byline) == (ONE, "Reuters", "Nora Falk")
    assert (second.title, second.outlet, second.byline) == (TWO, "AFP", "Ivar Holm")


def test_two_articles_apart_by_a_wide_gap_are_two() -> None:
    text = f"{ONE}\n\n{HARBOUR}\n\n{REPAIRS}\n\n{BOATS}\n\n\n\n{TWO}\n\n{BUSES}\n\n{FARES}\n"
    assert _articles(text) == [STORM, [(HEADLINE, TWO), (BODY, BUSES), (BODY, FARES)]]


def test_a_hard_wrapped_page_reads_in_paragraphs() -> None:
    one, two = (
        textwrap.fill(" ".join(both), 68) for both in ((HARBOUR, REPAIRS), (BOATS, HARBOUR[:-1]))
    )
    text = f"{ONE}\n\n{one}\n\n{two}.\n"
    assert _articles(text) == [[(HEADLINE, ONE), (BODY, one), (BODY, two + ".")]]
    assert _passages(text) == [f"{one}\n\n{two}."]


def test_a_page_without_a_headline_is_one_article_of_body() -> None:
    text = f"{REPAIRS}\n\n{BOATS}\n\n{HARBOUR}"
    assert _articles(text) == [[(BODY, REPAIRS), (BODY, BOATS), (BODY, HARBOUR)]]
    assert prepared(text).articles[0].title == REPAIRS


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_subheadings_are_body_and_split_nothing(gap: str) -> None:
    lines = [
        HARBOUR, "What Happens Next", REPAIRS, "The cost of the storm", BOATS,
        "By the Numbers", BUSES, "From the Archive", FARES,
    ]  # fmt: skip
    text = gap.join([ONE, *lines])
    assert _articles(text) == [[(HEADLINE, ONE), *((BODY, line) for line in lines)]]


def test_leave_a_comment_under_the_headline_takes_no_text_with_it() -> None:
    form = ["Leave a comment", "Your email address will not be published.", "Name", "Website"]
    text = "\n\n".join([ONE, "Leave a comment", "3 comments", HARBOUR, REPAIRS, BOATS, *form])
    assert _articles(text) == [
        [
            (HEADLINE, ONE), (BOILERPLATE, "Leave a comment"), (BOILERPLATE, "3 comments"),
            *STORM[1:], *((BOILERPLATE, line) for line in form),
        ]
    ]  # fmt: skip


def test_a_paragraph_that_ends_with_its_source_in_brackets_is_body() -> None:
    text = "\n\n".join([ONE, HARBOUR, f"{REPAIRS} (Reuters)", BOATS])
    assert _articles(text) == [
        [(HEADLINE, ONE), (BODY, HARBOUR), (BODY, f"{REPAIRS} (Reuters)"), (BODY, BOATS)]
    ]


def test_a_list_is_body_in_the_middle_and_at_the_end() -> None:
    items = ["These ports stay open:", "- Sund", "- Little Ostmark, from noon on", "- Kvist"]
    listed = [(BODY, item) for item in items]
    middle = "\n\n".join([ONE, HARBOUR, "\n".join(items), REPAIRS])
    assert _articles(middle) == [[STORM[0], STORM[1], *listed, STORM[2]]]
    end = "\n\n".join([ONE, HARBOUR, REPAIRS, "\n".join(items)])
    assert _articles(end) == [[*STORM[:3], *listed]]


def test_a_page_in_another_script_is_body() -> None:
    text = "暴风雨关闭港口\n\n周一，一场暴风雨使港口关闭。\n\nأغلقت العاصفة ميناء المدينة.\n"
    (blocks,) = _articles(text)
    assert [kind for kind, _ in blocks] == [BODY, BODY, BODY]


def test_a_page_of_white_space_has_no_article() -> None:
    assert _articles(" \n\t\n") == []


def test_what_is_embedded_is_the_headline_and_the_passage() -> None:
    page = prepared(f"{ONE}\n\n{HARBOUR}\n\nRead more: x\n\n{REPAIRS}")
    assert page.inputs == (f"{ONE}\n{HARBOUR}", f"{ONE}\n{REPAIRS}")


def test_passages_come_in_reading_order_article_by_article() -> None:
    page = prepared(f"{ONE}\n\n{HARBOUR}\n\n\n\n{TWO}\n\n{BUSES}\n\n{FARES}")
    first, second = page.articles
    assert [p.article_id for p in page.passages] == [first.id, second.id]
    assert all(a.end < b.start for a, b in pairwise(page.passages))


def test_an_input_is_known_by_its_model_and_its_text() -> None:
    checksums = {input_checksum(m, t) for m in ("one", "two") for t in ("text", "texts")}
    assert len(checksums) == 4
    assert input_checksum("one", "text") in checksums


LINES = st.sampled_from(
    [
        ONE, TWO, HARBOUR, REPAIRS, BUSES, FARES, "TT", "20", "", "", "  ", "A- A A +",
        "By Nora Falk", "02/20/2020 11:22:38", f"VELTRIN (Reuters) - {HARBOUR}",
        f"Shafaq News / {REPAIRS}", "A crane in the water. (Reuters)", "end of message",
        "Leave a Reply", "Your email address will not be published.", "Name", "- an item",
        "Read More: KRG and Baghdad agree", "“We are safe,” he said. “All of us are.”",
        "Mr. Lund left the U.S. on Jan. 5. He said no. (AP)", "¿Qué? 你好。 مرحبا", "NATO - it",
        "Ada Lund and Ivar Holm, both of Ostmark, said", "🚢 𝒯wo “é”.",
    ]
)  # fmt: skip
GAPS = st.sampled_from(["\n", "\r\n", "\n\n", "\n\n\n", "\r", "\u2028", " \n\t", "\xa0\n"])
NEWS = st.lists(st.tuples(st.one_of(LINES, LINES, st.text(max_size=30)), GAPS), max_size=30).map(
    lambda parts: "".join(line + gap for line, gap in parts)
)
TEXTS = st.one_of(st.text(), NEWS)


@given(TEXTS)
def test_blocks_lie_in_order_apart_and_over_every_character(text: str) -> None:
    page = prepared(text)
    assert page.document.text == text
    blocks = [block for article in page.articles for block in article.blocks]
    assert all(block.start < block.end for block in blocks)
    assert all(one.end <= other.start for one, other in pairwise(blocks))
    ends = [0, *(block.end for block in blocks)]
    starts = [*(block.start for block in blocks), len(text)]
    assert not "".join(text[a:b] for a, b in zip(ends, starts, strict=True)).strip()


@given(TEXTS)
def test_every_passage_lies_in_blocks_of_its_kind_in_its_own_article(text: str) -> None:
    page = prepared(text)
    articles = {article.id: article for article in page.articles}
    assert len(articles) == len(page.articles)
    for passage in page.passages:
        touched = _touched(articles[passage.article_id], passage.start, passage.end)
        assert touched == {passage.kind}
        assert passage.kind in (BODY, CAPTION)
        article = articles[passage.article_id]
        assert article.start <= passage.start < passage.end <= article.end


def _touched(article: Article, start: int, end: int) -> set[BlockKind]:
    return {block.kind for block in article.blocks if block.start < end and start < block.end}


@given(TEXTS)
def test_every_character_of_body_and_captions_lies_in_just_one_passage(text: str) -> None:
    page = prepared(text)
    held = [text[p.start : p.end] for p in page.passages]
    assert all(one.end <= other.start for one, other in pairwise(page.passages))
    wanted = [
        text[block.start : block.end]
        for article in page.articles
        for block in article.blocks
        if block.kind in (BODY, CAPTION)
    ]
    assert "".join("".join(held).split()) == "".join("".join(wanted).split())


@given(TEXTS)
def test_the_sentences_of_each_block_hold_its_every_character_once(text: str) -> None:
    for article in prepared(text).articles:
        for block in article.blocks:
            spans = sentence_spans(text, block.start, block.end)
            assert all(block.start <= start < end <= block.end for start, end in spans)
            assert all(one[1] <= other[0] for one, other in pairwise(spans))
            joined = "".join(text[start:end] for start, end in spans)
            assert "".join(joined.split()) == "".join(text[block.start : block.end].split())


@given(NEWS)
def test_every_sentence_of_prose_is_body_or_a_caption(text: str) -> None:
    # A plain sentence of a story is never lost, whatever stands around it, unless it was there
    # before.
    held = " ".join(_passages(text))
    for line in (HARBOUR, BUSES, FARES):
        assert is_prose(line)
        if line in text.replace("\xa0", " ").splitlines():
            assert line in held


@given(TEXTS)
def test_every_statement_stands_in_the_body_of_its_article_once(text: str) -> None:
    made = prepared(text)
    articles = {article.id: article for article in made.articles}
    for each in made.statements:
        said, passage = each.said, made.passages[each.passage]
        assert passage.start <= said.start < passage.end
        assert passage.article_id == said.article_id
        assert passage.kind is BlockKind.BODY
        assert said.end <= articles[said.article_id].end
        words = text[said.start : said.end]
        assert words
        assert words == words.strip()
    places = [(each.said.article_id, each.said.start, each.said.end) for each in made.statements]
    assert len(set(places)) == len(places)


def test_an_articles_bands_are_of_its_body_alone() -> None:
    (page,) = town_pages(1).values()
    made, renamed = prepared(page), prepared(page.replace("Builds Its Bridges", "Goes Its Way"))
    (article,) = made.articles
    body = body_text(page, article.blocks)
    assert body.startswith("Town number 0 said")
    assert "Builds Its Bridges" not in body
    assert made.article_bands == renamed.article_bands == (article_bands(body),)
    assert made.article_bands != ((),)


def test_each_sentence_that_tells_something_has_its_bands_and_its_passage() -> None:
    made = prepared(f"{HARBOUR_PAGE}\n\nHe said no.\n")
    text = made.document.text
    assert [text[each.start : each.end] for each in made.sentences] == [HARBOUR, REPAIRS, BOATS]
    for each in made.sentences:
        passage = made.passages[each.passage]
        assert passage.start <= each.start < each.end <= passage.end
        assert each.bands == sentence_bands(text[each.start : each.end])
