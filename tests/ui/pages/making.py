"""An article, an answer from it and an abstention, and what a browser makes of HTML."""

from dataclasses import replace
from datetime import date
from html import unescape
from html.parser import HTMLParser

from index.records import Article, Block, BlockKind, Document, StoredPassage
from qa.records import Answer, AnswerSentence, ArticleText, Citation, FoundPassage, Hit
from ui.pages.conversation import conversation
from ui.pages.turns import Turn

TEXT = "Talks go on\nBy ship (Reuters)\nOSLO -\nNorway said yes. It is early.\nShare this"
HOSTILE = """<script>alert("1")</script> " onclick="x" ' ${1} {{value}} `& <b>"""


def block(kind: BlockKind, words: str) -> Block:
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
        block(BlockKind.HEADLINE, "Talks go on"),
        block(BlockKind.CAPTION, "By ship (Reuters)"),
        block(BlockKind.DATELINE, "OSLO -"),
        block(BlockKind.BODY, "Norway said yes. It is early."),
        block(BlockKind.BOILERPLATE, "Share this"),
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


class Shown(HTMLParser):
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


def marked(html: str) -> list[str]:
    """The marked words, in order."""
    return [unescape(part.split("</mark>")[0]) for part in html.split("<mark>")[1:]]


def conversation_of(*turns: Turn) -> str:
    return conversation(turns, ["How many?"])
