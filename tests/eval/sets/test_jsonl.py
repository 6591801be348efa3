"""A question set is read, and what is wrong with a row is told."""

import json
from pathlib import Path
from typing import Any

import pytest

from eval.records import NO_DEMANDS, Demands, Question
from eval.sets.jsonl import open_jsonl, read_questions
from index.errors import InvalidRequest

ROW: dict[str, Any] = {
    "id": "s1",
    "question": "How many?",
    "history": ["Who?"],
    "answerable": True,
    "answers": ["six"],
    "uris": ["a.txt"],
}
UNANSWERABLE = {"id": "s2", "question": "Who is Hamlet?", "answerable": False}


def _write(folder: Path, *lines: object) -> Path:
    """Texts go in as they are, anything else as JSON."""
    file = folder / "set.jsonl"
    rows = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return file


def _without(*names: str) -> dict[str, Any]:
    return {name: value for name, value in ROW.items() if name not in names}


def test_a_row_is_a_question_with_what_would_answer_it(tmp_path: Path) -> None:
    assert read_questions(_write(tmp_path, ROW)) == (
        Question("s1", "How many?", ("Who?",), True, ("six",), ("a.txt",)),
    )


def test_an_unanswerable_question_needs_no_more_than_its_words(tmp_path: Path) -> None:
    assert read_questions(_write(tmp_path, UNANSWERABLE)) == (
        Question("s2", "Who is Hamlet?", (), False, (), ()),
    )


def test_a_row_may_demand_more_of_a_right_answer(tmp_path: Path) -> None:
    demanding = {
        "speaker": "Guler",
        "all": ["six", "two"],
        "first": "six",
        "understood": ["Erbil"],
        "differs": ["six", "two"],
    }
    (question,) = read_questions(_write(tmp_path, {**ROW, **demanding}))
    assert question.demands == Demands("Guler", ("six", "two"), "six", ("Erbil",), ("six", "two"))


def test_that_nothing_differs_is_another_demand_than_none(tmp_path: Path) -> None:
    agreeing, silent = read_questions(
        _write(tmp_path, {**ROW, "differs": []}, {**ROW, "id": "other"})
    )
    assert agreeing.demands.differs == ()
    assert silent.demands == NO_DEMANDS


def test_questions_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    rows = [{**UNANSWERABLE, "id": id_} for id_ in "cab"]
    assert [q.id for q in read_questions(_write(tmp_path, *rows))] == ["c", "a", "b"]


def test_blank_lines_are_passed_over(tmp_path: Path) -> None:
    questions = read_questions(_write(tmp_path, "", ROW, "  ", UNANSWERABLE, ""))
    assert [q.id for q in questions] == ["s1", "s2"]


def test_a_byte_order_mark_is_no_part_of_the_first_row(tmp_path: Path) -> None:
    file = tmp_path / "set.jsonl"
    file.write_text(json.dumps(ROW), encoding="utf-8-sig")
    assert [q.id for q in read_questions(file)] == ["s1"]


def test_a_file_with_the_line_ends_of_windows_is_read(tmp_path: Path) -> None:
    file = tmp_path / "set.jsonl"
    file.write_bytes(f"{json.dumps(ROW)}\r\n{json.dumps(UNANSWERABLE)}\r\n".encode())
    assert [q.id for q in read_questions(file)] == ["s1", "s2"]


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85"])
def test_a_line_separator_inside_a_text_ends_no_row(tmp_path: Path, separator: str) -> None:
    row = {**ROW, "answers": [f"six{separator}of them"]}
    (question,) = read_questions(_write(tmp_path, json.dumps(row, ensure_ascii=False)))
    assert question.answers == (f"six{separator}of them",)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("{not json", "Expecting"),
        ('"a text"', "the row is no object"),
        ("[1]", "the row is no object"),
        ("7", "the row is no object"),
        ("null", "the row is no object"),
        (_without("id"), "'id' is missing"),
        (_without("question"), "'question' is missing"),
        (_without("answerable"), "'answerable' is missing"),
        (_without("answers"), "needs answers and uris"),
        (_without("uris"), "needs answers and uris"),
        ({**ROW, "answers": []}, "needs answers and uris"),
        ({**ROW, "uris": []}, "needs answers and uris"),
        ({**ROW, "id": 7}, "7 is no text"),
        ({**ROW, "id": " "}, "' ' is no text"),
        ({**ROW, "question": ""}, "'' is no text"),
        ({**ROW, "question": None}, "None is no text"),
        ({**ROW, "history": "Who?"}, "'Who?' is no list of texts"),
        ({**ROW, "history": [" "]}, "' ' is no text"),
        ({**ROW, "answers": "six"}, "'six' is no list of texts"),
        ({**ROW, "answers": [6]}, "6 is no text"),
        ({**ROW, "uris": {"a": 1}}, "is no list of texts"),
        ({**ROW, "answerable": "yes"}, "answerable is neither true nor false"),
        ({**ROW, "answerable": 1}, "answerable is neither true nor false"),
        ({**ROW, "speaker": ["Guler"]}, "['Guler'] is no text"),
        ({**ROW, "first": " "}, "' ' is no text"),
        ({**ROW, "all": "six"}, "'six' is no list of texts"),
        ({**ROW, "understood": [6]}, "6 is no text"),
        ({**ROW, "differs": "six"}, "'six' is no list of texts"),
        ({**ROW, "differs": None}, "None is no list of texts"),
        ({**UNANSWERABLE, "id": "first"}, "another question has the id 'first' too"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_with_its_line(
    tmp_path: Path, row: object, problem: str
) -> None:
    file = _write(tmp_path, {**UNANSWERABLE, "id": "first"}, "", row, UNANSWERABLE)
    with pytest.raises(InvalidRequest) as refused:
        read_questions(file)
    assert refused.value.problem.startswith(f"{file}, line 3: ")
    assert problem in refused.value.problem
    assert refused.value.remedy


def test_what_cannot_be_asked_is_skipped_and_counted(tmp_path: Path) -> None:
    long = {**UNANSWERABLE, "id": "long", "question": "Who? " * 10_000}
    broken = {**UNANSWERABLE, "id": "broken", "question": "Who \ud800?"}
    before = {**UNANSWERABLE, "id": "before", "history": ["Who? " * 10_000]}
    opened = open_jsonl(_write(tmp_path, long, ROW, broken, before))
    assert [question.id for question in opened.questions] == ["s1"]
    assert opened.notes == ("set.jsonl: questions skipped, too long to ask or broken text: 3.",)
    assert open_jsonl(_write(tmp_path, ROW)).notes == ()
    with pytest.raises(InvalidRequest, match="no question that can be asked"):
        open_jsonl(_write(tmp_path, long))


@pytest.mark.parametrize("lines", [(), ("", "   ")])
def test_a_set_without_questions_is_refused(tmp_path: Path, lines: tuple[str, ...]) -> None:
    with pytest.raises(InvalidRequest, match="holds no question") as refused:
        read_questions(_write(tmp_path, *lines))
    assert '"question"' in refused.value.remedy


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "missing.jsonl", tmp_path, tmp_path / "binary"):
        with pytest.raises(InvalidRequest) as refused:
            read_questions(path)
        assert refused.value.problem.startswith(f"{path} cannot be read: ")
        assert refused.value.remedy == "Name a JSON Lines file."
