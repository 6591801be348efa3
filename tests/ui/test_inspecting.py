"""What a file would be taken in as."""

import json
import zipfile
from pathlib import Path

import pytest

from index.records import Failure, Field
from ui.inspecting import Inspected, inspect, inspection_json

STORY = "Harbour opens\n\nBy Ada Lund\n\nThe new harbour of Lund opened on Monday.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    file = tmp_path / "story.txt"
    file.write_text(STORY, "utf-8")
    return file


def test_a_file_gives_its_article_with_facts_signals_and_blocks(story: Path) -> None:
    (found,) = inspect(story, {})
    assert isinstance(found, Inspected)
    (extracted,) = found.articles
    assert (extracted.article.title, extracted.article.byline) == ("Harbour opens", "Ada Lund")
    assert dict(extracted.article.origins)[Field.TITLE] == "headline"
    assert extracted.signals
    assert len(extracted.why) == len(extracted.article.blocks)


def test_the_json_has_every_block_with_its_words_and_why(story: Path) -> None:
    told = inspection_json(list(inspect(story, {})))
    (document,) = told["documents"]
    assert told["failed"] == []
    assert (document["uri"], document["media_type"]) == (story.as_posix(), "text/plain")
    assert document["text"] == STORY
    (article,) = document["articles"]
    assert article["origins"]["title"] == "headline"
    assert {"id", "document_id", "outlet", "published", "uri", "place", "url"} <= article.keys()
    assert [block["kind"] for block in article["blocks"]] == ["headline", "dateline", "body"]
    for block in article["blocks"]:
        assert STORY[block["start"] : block["end"]] == block["text"]
        assert block["why"]


def test_rows_are_inspected_one_by_one_with_their_mapping(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    first = {"id": "a", "title": "Harbour opens", "words": "The harbour opened on Monday."}
    rows.write_text(f"{json.dumps(first)}\n{json.dumps({'id': 'b'})}\n", "utf-8")
    found = list(inspect(rows, {"text": "words"}))
    assert [type(one) for one in found] == [Inspected, Failure]
    assert isinstance(found[0], Inspected)
    assert found[0].document.uri == f"{rows.as_posix()}#a"


def test_a_bad_member_is_told_and_the_others_are_inspected(tmp_path: Path) -> None:
    packed = tmp_path / "news.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("empty.txt", " ")
        archive.writestr("story.txt", STORY)
    told = inspection_json(list(inspect(packed, {})))
    assert [one["uri"] for one in told["documents"]] == [f"{packed.as_posix()}#story.txt"]
    (failed,) = told["failed"]
    assert failed["uri"] == f"{packed.as_posix()}#empty.txt"
    assert failed["problem"]
    assert failed["remedy"]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    (failure,) = inspect(tmp_path / "none.txt", {})
    assert isinstance(failure, Failure)
    assert "none.txt cannot be read" in failure.problem
