"""The collection of newswire is made of whole days, each story under its own name."""

import gzip
import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from eval.newswire import all_stories, index_newswire, main, newswire_items
from index.errors import InvalidRequest
from index.opening import open_index
from index.records import Field

TEXT = "The old harbour bridge of Veltrin closed for repairs of its {} pier, officials said."


def _story(id_: str, day: str, pier: str = "eastern") -> dict[str, object]:
    return {
        "id": id_,
        "title": "BRIDGE CLOSES",
        "dateline": "VELTRIN, April 27 -",
        "date": f"{day} 15:01:01.79",
        "author": "",
        "places": [],
        "topics": [],
        "text": TEXT.format(pier),
    }


def _write(folder: Path, *stories: dict[str, object]) -> Path:
    table = folder / "stories.jsonl.gz"
    with gzip.open(table, "wt", encoding="utf-8") as stream:
        stream.writelines(json.dumps(story) + "\n" for story in stories)
    return table


def test_it_holds_the_stories_of_its_days_and_no_others(tmp_path: Path) -> None:
    # The 27th of April and the first of March belong to it, the second of March does not.
    table = _write(
        tmp_path,
        _story("7", "27-APR-1987"),
        _story("8", "2-MAR-1987"),
        _story("9", " 1-MAR-1987"),
    )
    assert [item.uri for item in newswire_items(table)] == ["reuters/7", "reuters/9"]


def test_all_stories_are_those_of_every_day(tmp_path: Path) -> None:
    table = _write(tmp_path, _story("7", "27-APR-1987"), _story("8", "2-MAR-1987"))
    assert [item.uri for item in all_stories(table)] == ["reuters/7", "reuters/8"]


def test_a_story_is_read_as_the_product_reads_a_row(tmp_path: Path) -> None:
    (item,) = newswire_items(_write(tmp_path, _story("7", "27-APR-1987")))
    told = {each.field: each.value for each in item.told}
    assert item.content.decode() == TEXT.format("eastern")
    assert told == {
        Field.TITLE: "BRIDGE CLOSES",
        Field.PLACE: "VELTRIN",
        Field.PUBLISHED: "1987-04-27",
    }


def test_a_table_of_other_days_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidRequest, match="no story of the collection's days"):
        newswire_items(_write(tmp_path, _story("8", "2-MAR-1987")))


def test_stories_and_files_stand_in_one_index_under_their_own_names(tmp_path: Path) -> None:
    table = _write(tmp_path, _story("7", "27-APR-1987"), _story("8", "27-APR-1987", "western"))
    page = tmp_path / "page.txt"
    page.write_text("The night ferry of Veltrin sails again from Thursday.", encoding="utf-8")
    index_newswire(table, tmp_path / "index", (page,))
    index = open_index(tmp_path / "index")
    articles = index.store.articles(index.generation, "", -1)
    assert {uri: article.published for article, uri in articles} == {
        str(page): None,
        "reuters/7": date(1987, 4, 27),
        "reuters/8": date(1987, 4, 27),
    }


def test_the_command_tells_what_it_indexed(tmp_path: Path) -> None:
    table = _write(tmp_path, _story("7", "27-APR-1987"))
    told = CliRunner().invoke(main, [str(table), "--index", str(tmp_path / "index")])
    assert told.exit_code == 0
    assert "1 documents, 1 articles" in told.output
