"""How an article is split into passages."""

from index.records import Article, Block, BlockKind, Document
from index.splitting import split

BODY, CAPTION = BlockKind.BODY, BlockKind.CAPTION


def _passages(*parts: tuple[BlockKind, str]) -> list[tuple[BlockKind, str]]:
    """The passages of an article of these blocks, a line each, as (kind, words)."""
    text = "\n".join(words for _, words in parts)
    blocks: list[Block] = []
    at = 0
    for kind, words in parts:
        blocks.append(Block(kind, at, at + len(words)))
        at += len(words) + 1
    document = Document("d", "page.txt", "text/plain", "0", text)
    article = Article(
        "a", "d", "T", None, None, None, None, None, None, None, (), 0, len(text), tuple(blocks)
    )
    found = split(document, article)
    assert all(passage.article_id == "a" for passage in found)
    return [(passage.kind, text[passage.start : passage.end]) for passage in found]


def _sentence(letter: str, length: int) -> str:
    return letter * (length - 1) + "."


def test_short_paragraphs_share_a_passage() -> None:
    assert _passages((BODY, "One. Two."), (BODY, "Three.")) == [(BODY, "One. Two.\nThree.")]


def test_a_passage_ends_before_the_sentence_that_would_make_it_longer_than_600() -> None:
    # 299 + 1 + 300 = 600 characters fit; the one after does not.
    one, two, three = _sentence("A", 299), _sentence("B", 300), _sentence("C", 10)
    assert _passages((BODY, f"{one} {two} {three}")) == [(BODY, f"{one} {two}"), (BODY, three)]


def test_one_character_more_and_the_sentences_part() -> None:
    one, two = _sentence("A", 300), _sentence("B", 300)
    assert _passages((BODY, f"{one} {two}")) == [(BODY, one), (BODY, two)]


def test_a_sentence_longer_than_a_passage_stays_whole() -> None:
    long = _sentence("A", 2_000)
    assert _passages((BODY, f"One. {long} Two.")) == [(BODY, "One."), (BODY, long), (BODY, "Two.")]


def test_a_passage_never_mixes_kinds_or_spans_a_leftover() -> None:
    assert _passages(
        (BlockKind.HEADLINE, "Headline"),
        (CAPTION, "A ship. (AP)"),
        (CAPTION, "Another."),
        (BlockKind.DATELINE, "OSLO -"),
        (BODY, "One."),
        (BODY, "Two."),
        (BlockKind.BOILERPLATE, "Read more: x"),
        (BODY, "Three."),
    ) == [(CAPTION, "A ship. (AP)\nAnother."), (BODY, "One.\nTwo."), (BODY, "Three.")]


def test_an_article_of_leftovers_has_no_passage() -> None:
    assert _passages((BlockKind.HEADLINE, "Headline"), (BlockKind.BOILERPLATE, "TT")) == []
