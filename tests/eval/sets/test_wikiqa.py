"""A WikiQA table becomes questions with sentences to put in order."""

from pathlib import Path

import pytest

from eval.records import SentenceQuestion
from eval.sets.wikiqa import open_wikiqa
from index.errors import InvalidRequest

HEAD = "question_id\tquestion\tsentence\tlabel"
ROWS = (
    'q1\twhen did it close\tit is " old\t0',
    "q1\twhen did it close\tit closed on monday\t1",
    "q2\twho knows\tnobody\t0",
    "q3\twhere is it\tin veltrin\t1",
)


def _write(folder: Path, *lines: str) -> Path:
    file = folder / "dev.tsv"
    file.write_text("\n".join(lines) + "\n", "utf-8", newline="")
    return file


def test_a_question_has_its_sentences_with_their_labels_in_order(tmp_path: Path) -> None:
    opened = open_wikiqa(_write(tmp_path, HEAD, *ROWS))
    assert opened.questions == (
        SentenceQuestion(
            "q1", "when did it close", ('it is " old', "it closed on monday"), (False, True)
        ),
        SentenceQuestion("q3", "where is it", ("in veltrin",), (True,)),
    )
    assert opened.name == "dev.tsv"


def test_a_question_that_no_sentence_answers_is_skipped_and_counted(tmp_path: Path) -> None:
    opened = open_wikiqa(_write(tmp_path, HEAD, *ROWS))
    assert opened.notes == ("dev.tsv: questions skipped, with no sentence that answers: 1.",)
    assert open_wikiqa(_write(tmp_path, HEAD, *ROWS[:2])).notes == ()


def test_a_table_needs_no_head_and_may_have_the_line_ends_of_windows(tmp_path: Path) -> None:
    file = tmp_path / "dev.tsv"
    file.write_bytes(f"{ROWS[1]}\r\n".encode())
    (question,) = open_wikiqa(file).questions
    assert question.labels == (True,)


def test_a_questions_rows_may_stand_apart(tmp_path: Path) -> None:
    first, _ = open_wikiqa(_write(tmp_path, ROWS[0], ROWS[3], ROWS[1])).questions
    assert first.labels == (False, True)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("q1\twhen\tit closed", "this is no such row"),
        ("q1\twhen\tit closed\tyes", "this is no such row"),
        ("q1\t\tit closed\t1", "a column is blank"),
        ("q1\twhen\t \t1", "a column is blank"),
        ("q3\tanother question\tin veltrin\t1", "another question has the id 'q3' too"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_with_its_line(
    tmp_path: Path, row: str, problem: str
) -> None:
    file = _write(tmp_path, HEAD, ROWS[3], row)
    with pytest.raises(InvalidRequest) as refused:
        open_wikiqa(file)
    assert refused.value.problem.startswith(f"{file}, line 3: {problem}")


@pytest.mark.parametrize("lines", [(), (HEAD,), (HEAD, ROWS[2])])
def test_a_table_in_which_nothing_answers_is_refused(
    tmp_path: Path, lines: tuple[str, ...]
) -> None:
    with pytest.raises(InvalidRequest, match="holds no question with a sentence that answers it"):
        open_wikiqa(_write(tmp_path, *lines))


def test_a_table_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidRequest, match=r"missing\.tsv cannot be read"):
        open_wikiqa(tmp_path / "missing.tsv")
