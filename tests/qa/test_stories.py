"""An article is taken apart for reading."""

from itertools import pairwise

import pytest

from index.records import BlockKind
from qa.engine import Engine
from qa.stories import Stories, Story

READ = {BlockKind.BODY, BlockKind.CAPTION}


@pytest.fixture(scope="module")
def stories(engine: Engine) -> dict[str, Story]:
    """Every story of the seeds, by headline."""
    read = Stories(engine.index)
    found = [read.story(article.id) for article, _ in engine.articles()]
    return {story.article.title: story for story in found if story}


@pytest.fixture(scope="module")
def withdrawal(stories: dict[str, Story]) -> Story:
    return next(story for title, story in stories.items() if title.startswith("Türkiye Backing"))


def test_every_article_has_its_story(engine: Engine, stories: dict[str, Story]) -> None:
    assert len(stories) == len(engine.articles()) == 7


def test_a_sentence_is_a_span_of_its_document(engine: Engine, stories: dict[str, Story]) -> None:
    for story in stories.values():
        text = engine.article_text(story.article.id).document.text
        for sentence in story.sentences:
            assert text[sentence.start : sentence.end] == sentence.quote
            assert sentence.shown == " ".join(sentence.quote.split())
            assert sentence.article_id == story.article.id


def test_sentences_come_in_reading_order_and_never_overlap(stories: dict[str, Story]) -> None:
    for story in stories.values():
        assert [s.position for s in story.sentences] == list(range(len(story.sentences)))
        assert all(one.end <= next_.start for one, next_ in pairwise(story.sentences))


def test_the_body_and_the_captions_are_read_to_the_last_letter_and_nothing_else(
    engine: Engine, stories: dict[str, Story]
) -> None:
    for story in stories.values():
        text = engine.article_text(story.article.id).document.text
        blocks = [block for block in story.article.blocks if block.kind in READ]
        written = "".join("".join(text[b.start : b.end].split()) for b in blocks)
        assert "".join("".join(s.quote.split()) for s in story.sentences) == written


def test_a_sentence_lies_in_the_passage_that_it_names(
    engine: Engine, stories: dict[str, Story]
) -> None:
    for story in stories.values():
        passages = engine.index.store.passages({s.passage_id for s in story.sentences})
        for sentence in story.sentences:
            passage = passages[sentence.passage_id]
            assert passage.start <= sentence.start
            assert sentence.end <= passage.end
            assert passage.kind is sentence.kind


def test_who_speaks_is_known_of_a_statement(withdrawal: Story) -> None:
    speakers = {s.quote[:14]: s.speaker for s in withdrawal.sentences}
    assert speakers["Named to the p"] == "Yasar Guler"
    assert speakers['This can "only'] == "Yasar Guler"
    assert speakers["Ankara control"] is None


def test_a_caption_has_no_voice(stories: dict[str, Story]) -> None:
    captions = [
        s for story in stories.values() for s in story.sentences if s.kind is BlockKind.CAPTION
    ]
    # One in each article but two; printed four times, read once.
    assert len({caption.article_id for caption in captions}) == 4
    assert not any(caption.said for caption in captions)


def test_the_words_of_sentence_and_headline_are_kept_as_stems(withdrawal: Story) -> None:
    assert {"turkiy", "back", "withdraw", "plan"} <= withdrawal.title_stems
    last = withdrawal.sentences[-1]
    assert {"normal", "reuter"} <= last.stems
    assert last.quote.startswith('"Our efforts to form this line')


def test_a_story_tells_the_uri_of_its_document(withdrawal: Story) -> None:
    assert withdrawal.uri == "seeds/000_6ae00b7adb0b0fec.txt"


def test_an_article_that_is_not_there_has_no_story(engine: Engine) -> None:
    assert Stories(engine.index).story("no such article") is None
