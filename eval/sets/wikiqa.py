"""Read a WikiQA table. Input: the file. Output: a sentence set.

A row holds a question's id, the question, a sentence and whether that answers (1) or not (0),
divided by tabs; the first row names the columns. Rows of a question stand together or apart.
"""

from collections import defaultdict
from pathlib import Path

from eval.records import SentenceQuestion
from eval.sets.fields import is_askable
from eval.sets.lines import read_lines
from eval.sets.records import SentenceSet
from index.errors import InvalidRequest

_FORM = "A row is question_id, question, sentence and label (0 or 1), divided by tabs."
_COLUMNS = ["question_id", "question", "sentence", "label"]
_Row = tuple[str, str, bool]


def open_wikiqa(path: Path) -> SentenceSet:
    """The file's questions with their sentences, in the file's order; those of which no sentence
    answers are left out, as is usual.

    Raises InvalidRequest, with the line, for what cannot be used.
    """
    rows: defaultdict[str, list[_Row]] = defaultdict(list)
    for number, line in read_lines(path, _FORM):
        # No word of a sentence is ever quoted: a quotation mark is one.
        columns = line.split("\t")
        if number == 1 and columns == _COLUMNS:
            continue
        id_, row = _row(path, number, columns)
        if rows[id_] and rows[id_][0][0] != row[0]:
            raise InvalidRequest(
                f"{path}, line {number}: another question has the id {id_!r} too.",
                "Make each id unique.",
            )
        rows[id_].append(row)
    questions = tuple(
        SentenceQuestion(
            id_,
            of_question[0][0],
            tuple(sentence for _, sentence, _ in of_question),
            tuple(label for _, _, label in of_question),
        )
        for id_, of_question in rows.items()
        if any(label for _, _, label in of_question)
    )
    if not questions:
        raise InvalidRequest(f"{path} holds no question with a sentence that answers it.", _FORM)
    without = len(rows) - len(questions)
    notes = (f"{path.name}: questions skipped, with no sentence that answers: {without:,}.",)
    return SentenceSet(path.name, questions, notes if without else ())


def _row(path: Path, number: int, columns: list[str]) -> tuple[str, _Row]:
    if len(columns) != len(_COLUMNS) or columns[3] not in {"0", "1"}:
        raise InvalidRequest(f"{path}, line {number}: this is no such row.", _FORM)
    id_, question, sentence, label = columns
    if not (id_.strip() and sentence.strip() and is_askable(question)):
        raise InvalidRequest(f"{path}, line {number}: a column is blank, or too long.", _FORM)
    return id_, (question, sentence, label == "1")
