"""The chat page's HTML: what it tells, and that no article and no question can add to it."""

from dataclasses import replace
from datetime import date
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.records import Article, Block, BlockKind, Document, StoredPassage
from qa.records import (
    Answer,
    AnswerSentence,
    ArticleText,
    Citation,
    FoundPassage,
    Hit,
    Quote,
    ShortAnswer,
)
from ui import pages
from ui.pages import Trouble, Turn

TEXT = "Talks go on\nBy ship (Reuters)\nOSLO -\nNorway said yes. It is early.\nShare this"
HOSTILE = """<script>alert("1")</script> " onclick="x" ' ${1} {{value}} `& <b>"""


def _block(kind: BlockKind, words: str) -> Block:
    start = TEXT.index(words)
    return Block(kind, start, start + len(words))


ARTICLE = Article(
    id="a1",
    document_id="d1",
    title="Talks go on",
    outlet="Shafaq News",
    byline="Ada Lund",
    published=date(2020, 2, 5),
    language="en",
    agency=None,
    place=None,
    url=None,
    origins=(),
    start=0,
    end=len(TEXT),
    blocks=(
        _block(BlockKind.HEADLINE, "Talks go on"),
        _block(BlockKind.CAPTION, "By ship (Reuters)"),
        _block(BlockKind.DATELINE, "OSLO -"),
        _block(BlockKind.BODY, "Norway said yes. It is early."),
        _block(BlockKind.BOILERPLATE, "Share this"),
    ),
)
SHOWN = ArticleText(ARTICLE, Document("d1", "news/talks.txt", "text/plain", "0", TEXT))
QUOTE = "It is early."
CITATION = Citation(
    number=1,
    passage_id=7,
    article_id="a1",
    title="Talks go on",
    outlet="Shafaq News",
    published=date(2020, 2, 5),
    uri="news/talks.txt",
    uris=("news/talks.txt",),
    start=TEXT.index(QUOTE),
    end=TEXT.index(QUOTE) + len(QUOTE),
    quote=QUOTE,
    speaker="Ada Lund",
    also_in=(),
    reports=1,
)
FOUND = FoundPassage(
    Hit(StoredPassage(7, "a1", "d1", 36, 65, BlockKind.BODY), {"fused": 0.5}),
    "Norway said yes. It is early.",
    ARTICLE,
    "news/talks.txt",
)
ANSWER = Answer(
    question="Is it early?",
    abstained=False,
    confidence=0.93,
    answer="It is early. [1]",
    short_answer=None,
    sentences=(AnswerSentence(QUOTE, (1,)),),
    citations=(CITATION,),
    passages=(FOUND,),
    timings_ms={"total": 21.4},
)
ABSTENTION = replace(
    ANSWER,
    abstained=True,
    confidence=0.04,
    answer="The articles do not answer this.",
    sentences=(),
    citations=(),
)


class Page(HTMLParser):
    """What a browser would make of the HTML: its buttons, tags and words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.buttons: list[dict[str, str | None]] = []
        self.attributes: set[str] = set()
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag == "button":
            self.buttons.append(dict(attrs))

    def handle_data(self, data: str) -> None:
        self.words += data


def _marked(html: str) -> list[str]:
    return [unescape(part.split("</mark>")[0]) for part in html.split("<mark>")[1:]]


def _conversation(*turns: Turn) -> str:
    return pages.conversation(turns, ["How many?"])


def test_before_the_first_question_there_are_examples_to_click_in_their_order() -> None:
    page = Page(pages.conversation((), ["First?", "Second?"]))
    assert [button["class"] for button in page.buttons] == ["cw-example", "cw-example"]
    assert page.words.index("First?") < page.words.index("Second?")


def test_after_the_first_question_the_examples_are_gone() -> None:
    assert "How many?" not in _conversation(Turn("Is it early?", ANSWER))


def test_a_sentence_is_followed_by_a_button_that_opens_its_words() -> None:
    mark = Page(_conversation(Turn("Is it early?", ANSWER))).buttons[0]
    assert mark["data-event"] == pages.OPEN
    assert (mark["data-article"], mark["data-turn"]) == ("a1", "0")
    # "Talks go on\n" is 12 characters, "By ship (Reuters)\n" 18, "OSLO -\n" 7,
    # "Norway said yes. " 17: 54, and the quote has 12.
    assert (mark["data-start"], mark["data-end"]) == ("54", "66")
    assert mark["aria-label"] == "Citation 1: open “Talks go on” at the quoted words"


def test_a_mark_tells_which_turn_it_belongs_to() -> None:
    page = Page(_conversation(Turn("Is it early?", ANSWER), Turn("And now?", ANSWER)))
    marks = [button for button in page.buttons if button["data-event"] == pages.OPEN]
    assert [mark["data-turn"] for mark in marks] == ["0", "1"]


def test_a_short_answer_comes_first_with_its_mark() -> None:
    short = replace(ANSWER, short_answer=ShortAnswer("early", 1))
    words = Page(_conversation(Turn("Is it early?", short))).words
    assert words.index("early [1]") < words.index("It is early. [1]")


def test_confidence_time_and_passages_are_told_in_words() -> None:
    words = Page(_conversation(Turn("Is it early?", ANSWER))).words
    assert "High confidence (93%)21 ms1 cited passage" in words


@pytest.mark.parametrize(
    ("confidence", "told"),
    [
        (0.999, "High confidence (over 99%)"),
        (0.8, "High confidence (80%)"),
        (0.79, "Moderate confidence (79%)"),
        (0.49, "Low confidence (49%)"),
        (0.0, "Low confidence (under 1%)"),
    ],
)
def test_no_confidence_is_told_as_certain(confidence: float, told: str) -> None:
    turn = Turn("Is it early?", replace(ANSWER, confidence=confidence))
    assert told in Page(_conversation(turn)).words


@pytest.mark.parametrize(
    ("total", "told"), [(0.2, "1 ms"), (999.4, "999 ms"), (1421.0, "1.4 s"), (12000.0, "12.0 s")]
)
def test_time_is_told_in_the_unit_that_suits_it(total: float, told: str) -> None:
    turn = Turn("Is it early?", replace(ANSWER, timings_ms={"total": total}))
    assert told in Page(_conversation(turn)).words


def test_an_answer_without_its_time_tells_none() -> None:
    turn = Turn("Is it early?", replace(ANSWER, timings_ms={}))
    assert "High confidence (93%)1 cited passage" in Page(_conversation(turn)).words


def test_an_abstention_says_so_and_has_no_mark() -> None:
    page = Page(_conversation(Turn("Is it late?", ABSTENTION)))
    assert "The articles do not answer this." in page.words
    assert "No answer was likely enough (4%)" in page.words
    assert [button["data-event"] for button in page.buttons] == [pages.SOURCES]


def test_an_abstention_without_passages_offers_none() -> None:
    assert Page(_conversation(Turn("?", replace(ABSTENTION, passages=())))).buttons == []


def test_trouble_is_told_with_its_remedy() -> None:
    page = Page(_conversation(Turn("Is it early?", Trouble("No index here.", "Build one."))))
    assert "No index here.Build one." in page.words


def test_a_cited_passage_is_told_with_all_that_it_takes_to_check_it() -> None:
    page = Page(pages.sources([Turn("Is it early?", ANSWER)], 0))
    assert "Cited passages" in page.words
    assert "Shafaq News · 5 February 2020" in page.words
    assert "It is early." in page.words
    assert "Said by Ada Lund" in page.words
    assert "news/talks.txt, characters 54–66" in page.words


def test_what_an_article_does_not_tell_is_said_to_be_missing() -> None:
    bare = replace(CITATION, outlet=None, published=None, speaker=None)
    words = Page(pages.sources([Turn("?", replace(ANSWER, citations=(bare,)))], 0)).words
    assert "Outlet not named · undated" in words
    assert "Said by" not in words


def test_another_article_with_the_same_words_can_be_opened_too() -> None:
    other = Quote("b2", "Early, says Oslo", None, None, "news/b.txt", 3, 9, "It is.", False)
    cited = replace(CITATION, also_in=(other,), reports=2)
    page = Page(pages.sources([Turn("?", replace(ANSWER, citations=(cited,)))], 0))
    assert "Also reported by · 2 independent reportsEarly, says Oslo" in page.words
    assert "news/b.txt, characters 3–9" in page.words
    opener = page.buttons[-1]
    assert (opener["data-article"], opener["data-start"], opener["data-end"]) == ("b2", "3", "9")


def test_the_nearest_passages_of_an_abstention_are_said_not_to_answer() -> None:
    late = replace(ABSTENTION, question="Is it late?")
    page = Page(pages.sources([Turn("Is it late?", late)], 0))
    assert page.words.startswith("Nearest passagesThey do not answer “Is it late?”")
    assert "Norway said yes. It is early." in page.words
    assert page.buttons[0]["data-article"] == "a1"


@pytest.mark.parametrize("shown", [-1, 0, 1])
def test_without_an_answer_there_are_no_passages(shown: int) -> None:
    turns = [Turn("Is it early?", Trouble("No index here.", "Build one."))]
    assert Page(pages.sources(turns, shown)).buttons == []


def test_the_sources_of_an_older_turn_can_be_shown() -> None:
    turns = [Turn("Is it early?", ANSWER), Turn("Is it late?", ABSTENTION)]
    assert "Cited passages" in pages.sources(turns, 0)
    assert "Nearest passages" in pages.sources(turns, 1)


def test_the_quoted_characters_are_marked_and_no_others() -> None:
    html = pages.article(SHOWN, CITATION.start, CITATION.end)
    assert _marked(html) == [QUOTE]
    assert "Norway said yes. <mark>It is early.</mark></p>" in html


def test_each_block_is_shown_by_its_kind_and_boilerplate_folded() -> None:
    html = pages.article(SHOWN, CITATION.start, CITATION.end)
    assert '<h2 class="cw-headline" dir="auto">Talks go on</h2>' in html
    assert '<p class="cw-caption" dir="auto">By ship (Reuters)</p>' in html
    assert '<p class="cw-dateline" dir="auto">OSLO -</p>' in html
    assert "<details><summary>Page text, not the story</summary>" in html
    assert '<p class="cw-boilerplate" dir="auto">Share this</p></details>' in html


def test_an_article_is_told_with_its_author_outlet_date_and_place() -> None:
    page = Page(pages.article(SHOWN, CITATION.start, CITATION.end))
    assert "Ada Lund · Shafaq News · 5 February 2020" in page.words
    assert "news/talks.txt, characters 54–66" in page.words
    assert page.buttons[0]["data-event"] == pages.CLOSE


@pytest.mark.parametrize(
    ("place", "agency", "shown"),
    [
        ("OSLO", "Reuters", "5 February 2020 · OSLO (Reuters)"),
        ("OSLO", None, "5 February 2020 · OSLO"),
        (None, "Reuters", "5 February 2020 · Reuters"),
        ("OSLO", "Shafaq News", "5 February 2020 · OSLO"),
    ],
)
def test_an_article_tells_where_and_by_which_agency_it_was_written(
    place: str | None, agency: str | None, shown: str
) -> None:
    told = replace(ARTICLE, place=place, agency=agency)
    html = pages.article(ArticleText(told, SHOWN.document), 0, 1)
    assert f"{shown}</p>" in html


def test_an_article_links_to_its_own_page_in_a_new_tab() -> None:
    told = replace(ARTICLE, url="https://news.example/a?b=1&c=2")
    html = pages.article(ArticleText(told, SHOWN.document), 0, 1)
    link = '<a href="https://news.example/a?b=1&amp;c=2" target="_blank" rel="noopener noreferrer">'
    assert link in html


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//news.example", None])
def test_an_address_that_is_none_of_the_web_is_no_link(url: str | None) -> None:
    page = Page(pages.article(ArticleText(replace(ARTICLE, url=url), SHOWN.document), 0, 1))
    assert "a" not in page.tags


def test_a_quote_over_two_blocks_is_marked_in_both() -> None:
    start, end = TEXT.index("OSLO"), TEXT.index(" said yes")
    assert _marked(pages.article(SHOWN, start, end)) == ["OSLO -", "Norway"]


def test_boilerplate_that_is_quoted_is_unfolded() -> None:
    start = TEXT.index("Share this")
    html = pages.article(SHOWN, start, start + 5)
    assert "<details open>" in html
    assert _marked(html) == ["Share"]


def test_an_article_that_cannot_be_shown_says_why_and_can_be_closed() -> None:
    page = Page(pages.trouble_page(Trouble("It is gone.", "Ask again.")))
    assert "It is gone.Ask again." in page.words
    assert page.buttons[0]["data-event"] == pages.CLOSE


def test_hostile_words_stay_words_wherever_they_stand() -> None:
    cited = replace(
        CITATION,
        title=HOSTILE,
        outlet=HOSTILE,
        uri=HOSTILE,
        quote=HOSTILE,
        speaker=HOSTILE,
        article_id=HOSTILE,
        also_in=(Quote(HOSTILE, HOSTILE, HOSTILE, None, HOSTILE, 0, 1, HOSTILE, False),),
    )
    answer = replace(
        ANSWER,
        question=HOSTILE,
        citations=(cited,),
        sentences=(AnswerSentence(HOSTILE, (1,)),),
        short_answer=ShortAnswer(HOSTILE, 1),
    )
    told = replace(
        ARTICLE,
        id=HOSTILE,
        title=HOSTILE,
        outlet=HOSTILE,
        byline=HOSTILE,
        place=HOSTILE,
        url=f"https://news.example/{HOSTILE}",
        language="'",
    )
    text = HOSTILE + TEXT[len(HOSTILE) :]
    document = replace(SHOWN.document, text=text, uri=HOSTILE)
    found = replace(FOUND, article=told, uri=HOSTILE, text=HOSTILE)
    abstained = replace(ABSTENTION, answer=HOSTILE, question=HOSTILE, passages=(found,))
    turns = [Turn(HOSTILE, answer), Turn(HOSTILE, abstained), Turn("?", Trouble(HOSTILE, HOSTILE))]
    html = "".join(
        [
            pages.header(HOSTILE),
            pages.conversation(turns, []),
            pages.conversation((), [HOSTILE]),
            pages.sources(turns, 0),
            pages.sources(turns, 1),
            pages.article(ArticleText(told, document), 2, 20),
            pages.trouble_page(Trouble(HOSTILE, HOSTILE)),
        ]
    )
    page = Page(html)
    assert not {"script", "b", "img"} & set(page.tags)
    assert "onclick" not in page.attributes
    assert page.words.count(HOSTILE) > 20
    assert {button.get("data-article") for button in page.buttons} >= {HOSTILE}


@given(st.text(), st.integers(0, 40), st.integers(0, 40))
def test_any_text_is_shown_as_it_stands_with_just_the_span_marked(
    text: str, start: int, length: int
) -> None:
    end = min(start + length, len(text))
    told = replace(ARTICLE, blocks=(Block(BlockKind.BODY, 0, len(text)),))
    shown = ArticleText(told, replace(SHOWN.document, text=text))
    html = pages.article(shown, start, end)
    body = html.split('<p class="cw-body" dir="auto">')[1].split("</p>")[0]
    assert unescape(body.replace("<mark>", "").replace("</mark>", "")) == text
    assert _marked(html) == ([text[start:end]] if start < end else [])
