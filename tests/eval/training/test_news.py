"""Questions on news become SQuAD files of its stories."""

import gzip
import json
from pathlib import Path

import pytest

from eval.sets.squad import read_squad
from eval.training.news import MADE, MADE_ARTICLES, MADE_HELD_OUT, NEWSWIRE, squad_of
from index.errors import SourceUnreadable

STORY = """The port of Veltrin said on Tuesday that it
will close on Tuesday night.
    Port director Ida Brandt put the cost at
12 mln crowns. She was named on Tuesday.
"""


def _files(folder: Path, *rows: dict[str, str]) -> tuple[Path, Path]:
    stories, questions = folder / "stories.jsonl.gz", folder / "questions.jsonl"
    with gzip.open(stories, "wt", encoding="utf-8") as stream:
        stream.write(json.dumps({"id": "7", "title": "PORT TO CLOSE", "text": STORY}) + "\n")
    questions.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return stories, questions


def test_an_answer_stands_in_the_sentence_that_the_row_names(tmp_path: Path) -> None:
    files = _files(
        tmp_path,
        {"story": "7", "question": "How much?", "within": "Port director", "answer": "12 mln"},
        {"story": "7", "question": "Appointed when?", "within": "She was", "answer": "Tuesday"},
        {"story": "7", "question": "Who is to pay?"},
    )
    path = tmp_path / "squad.json"
    path.write_text(json.dumps(squad_of(*files)), "utf-8")
    collection = read_squad(path)
    ((_, text),) = collection.documents
    assert text.startswith("PORT TO CLOSE\n\nThe port of Veltrin said on Tuesday that it will")
    by_question = {each.question: each.answers for each in collection.questions}
    assert by_question.keys() == {"How much?", "Appointed when?", "Who is to pay?"}
    assert [text[slice(*span)] for span in by_question["How much?"]] == ["12 mln"]
    # The third of the three Tuesdays.
    assert by_question["Appointed when?"] == ((text.rindex("Tuesday"), text.rindex("Tuesday") + 7),)
    assert by_question["Who is to pay?"] == ()


def test_stories_stand_as_they_are_first_asked_about_so_that_more_change_no_place(
    tmp_path: Path,
) -> None:
    stories, questions = _files(
        tmp_path, *({"story": id_, "question": f"{id_}?"} for id_ in ("9", "7", "9", "8"))
    )
    rows = [{"id": id_, "title": id_, "text": STORY} for id_ in ("7", "8", "9")]
    stories.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    articles = squad_of(stories, questions)["data"]
    assert [each["title"] for each in articles] == ["9", "7", "8"]


def test_words_that_are_not_there_are_told(tmp_path: Path) -> None:
    row = {"story": "7", "question": "How much?", "within": "Port director", "answer": "13 mln"}
    with pytest.raises(SourceUnreadable, match="13 mln"):
        squad_of(*_files(tmp_path, row))


def test_an_answer_of_an_earlier_paragraph_is_none(tmp_path: Path) -> None:
    row = {"story": "7", "question": "Who?", "within": "Port director", "answer": "The port"}
    with pytest.raises(SourceUnreadable, match="The port"):
        squad_of(*_files(tmp_path, row))


def test_a_line_separator_within_a_question_ends_no_row(tmp_path: Path) -> None:
    stories, questions = _files(tmp_path)
    questions.write_text('{"story": "7", "question": "How\u2028much?"}\n', "utf-8")
    (article,) = squad_of(stories, questions)["data"]
    assert article["paragraphs"][0]["qas"][0]["question"] == "How\u2028much?"


def test_a_story_without_text_is_told(tmp_path: Path) -> None:
    stories, questions = _files(tmp_path, {"story": "7", "question": "Who?"})
    stories.write_bytes(gzip.compress(b'{"id": "7", "title": "PORT", "text": " "}'))
    with pytest.raises(SourceUnreadable, match="no text"):
        squad_of(stories, questions)


def test_a_story_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="do not go together"):
        squad_of(*_files(tmp_path, {"story": "8", "question": "How much?"}))


@pytest.mark.parametrize("path", [NEWSWIRE, MADE, MADE_HELD_OUT])
def test_no_question_is_asked_twice_and_about_three_in_ten_have_no_answer(path: Path) -> None:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert len({row["question"].casefold() for row in rows}) == len(rows)
    silent = sum("answer" not in row for row in rows)
    assert 0.2 < silent / len(rows) < 0.4


def test_nothing_is_trained_on_an_article_that_is_held_out() -> None:
    held_out, trained_on = (
        {json.loads(line)["story"] for line in path.read_text("utf-8").splitlines()}
        for path in (MADE_HELD_OUT, MADE)
    )
    assert held_out
    assert trained_on
    assert held_out.isdisjoint(trained_on)


@pytest.mark.parametrize("path", [MADE, MADE_HELD_OUT])
def test_every_question_on_a_made_article_has_its_place(path: Path) -> None:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    articles = squad_of(MADE_ARTICLES, path)["data"]
    placed = [
        qa["answers"]
        for article in articles
        for paragraph in article["paragraphs"]
        for qa in paragraph["qas"]
    ]
    assert len(placed) == len(rows)
    assert sum(map(bool, placed)) == sum("answer" in row for row in rows)
