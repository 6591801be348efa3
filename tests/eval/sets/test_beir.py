"""A BEIR folder becomes a collection and its questions."""

import json
from pathlib import Path

import pytest

from eval.records import Question
from eval.sets.beir import open_beir
from index.errors import InvalidRequest
from index.records import Field, Item, Told

CORPUS = [
    {"_id": "d1", "title": "Harbour", "text": "A storm closed it."},
    {"_id": "d2", "title": "", "text": "Ferries sail again"},
    {"_id": "d3", "text": "", "title": "Buses of Ostmark"},
]
QUERIES = [{"_id": "q1", "text": "What closed it?"}, {"_id": "q2", "text": "Which buses?"}]
QRELS = "query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\td2\t0\nq2\td3\t1\n"


def _folder(
    folder: Path,
    corpus: list[dict[str, str]] = CORPUS,
    queries: list[dict[str, str]] = QUERIES,
    qrels: str = QRELS,
    qrels_name: str = "qrels/test.tsv",
) -> Path:
    made = folder / "ports"
    (made / "qrels").mkdir(parents=True)
    for name, rows in (("corpus", corpus), ("queries", queries)):
        (made / f"{name}.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n", "utf-8")
    (made / qrels_name).write_text(qrels, "utf-8")
    return made


def test_a_row_is_a_document_with_its_title_as_the_headline(tmp_path: Path) -> None:
    told = (Told(Field.TITLE, "Harbour", "field 'title'"),)
    first, second, third = open_beir(_folder(tmp_path)).documents
    assert first == Item("d1", "row.txt", b"Harbour\n\nA storm closed it.", told, True)
    # Words that end no sentence would be taken for a headline, and never found.
    assert second == Item("d2", "row.txt", b"Ferries sail again.", (), True)
    assert third == Item("d3", "row.txt", b"Buses of Ostmark.", (), True)


def test_what_was_judged_is_asked_with_its_grades(tmp_path: Path) -> None:
    opened = open_beir(_folder(tmp_path))
    assert opened.questions == (
        Question("q1", "What closed it?", (), True, (), ("d1",), relevance={"d1": 2, "d2": 0}),
        Question("q2", "Which buses?", (), True, (), ("d3",), relevance={"d3": 1}),
    )
    assert (opened.name, opened.is_graded, opened.notes) == ("ports", True, ())


@pytest.mark.parametrize("name", ["qrels/test.tsv", "qrels.tsv", "qrels/dev.tsv"])
def test_judgements_are_found_where_they_usually_are(tmp_path: Path, name: str) -> None:
    assert len(open_beir(_folder(tmp_path, qrels_name=name)).questions) == 2


def test_the_test_judgements_come_before_the_others(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    (folder / "qrels" / "dev.tsv").write_text("q1\td1\t1\n", "utf-8")
    assert len(open_beir(folder).questions) == 2


def test_judgements_in_trecs_own_form_are_read(tmp_path: Path) -> None:
    (question,) = open_beir(_folder(tmp_path, qrels="q1 0 d1 2\n")).questions
    assert question.relevance == {"d1": 2}


def test_what_is_left_out_is_told(tmp_path: Path) -> None:
    corpus = [*CORPUS, {"_id": "d4", "title": " ", "text": ""}]
    qrels = "q1\td1\t1\nq1\tgone\t1\nq2\td3\t0\n"
    opened = open_beir(_folder(tmp_path, corpus=corpus, qrels=qrels))
    assert [document.uri for document in opened.documents] == ["d1", "d2", "d3"]
    assert [question.id for question in opened.questions] == ["q1"]
    assert opened.notes == (
        "ports: blank rows of the corpus skipped: 1.",
        "ports: queries skipped, blank or with no document that answers: 1.",
        "ports: judgements of documents that the corpus does not hold: 1.",
    )


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ({"title": "T", "text": "x"}, "line 2: _id is missing"),
        ({"_id": "d9"}, "line 2: text is missing"),
        ({"_id": "d9", "text": 7}, "line 2: text is no text"),
        ({"_id": "d 9", "text": "x"}, "line 2: the _id 'd 9' is empty or has a blank in it"),
        ({"_id": "", "text": "x"}, "line 2: the _id '' is empty"),
        ({"_id": "d1", "text": "x"}, "line 2: another row has the _id 'd1' too"),
        ([1], "line 2: what it holds is no object"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_with_its_line(
    tmp_path: Path, row: dict[str, str], problem: str
) -> None:
    folder = _folder(tmp_path, corpus=[CORPUS[0], row])
    with pytest.raises(InvalidRequest) as refused:
        open_beir(folder)
    assert refused.value.problem.startswith(f"{folder / 'corpus.jsonl'}, {problem}")


def test_a_line_that_is_no_judgement_is_named(tmp_path: Path) -> None:
    folder = _folder(tmp_path, qrels="q1\td1\t1\nq1 d1\n")
    with pytest.raises(InvalidRequest, match=r"test\.tsv, line 2: 'q1 d1' is no judgement"):
        open_beir(folder)


@pytest.mark.parametrize("first", ["q1 d1 1.0", "q1 0 d1 x", "q1 0 d1 2 run"])
def test_a_first_line_with_a_number_names_no_columns(tmp_path: Path, first: str) -> None:
    folder = _folder(tmp_path, qrels=f"{first}\nq2\td3\t1\n")
    with pytest.raises(InvalidRequest, match=r"test\.tsv, line 1: .* is no judgement"):
        open_beir(folder)


def test_a_judged_query_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidRequest, match="has no query 'q7', which is judged"):
        open_beir(_folder(tmp_path, qrels="q7\td1\t1\n"))


def test_a_folder_in_which_nothing_answers_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidRequest, match="holds no query with a document that answers it"):
        open_beir(_folder(tmp_path, qrels="q1\td1\t0\n"))


@pytest.mark.parametrize("name", ["corpus.jsonl", "queries.jsonl", "qrels/test.tsv"])
def test_what_the_folder_lacks_is_told(tmp_path: Path, name: str) -> None:
    folder = _folder(tmp_path)
    (folder / name).unlink()
    with pytest.raises(InvalidRequest) as refused:
        open_beir(folder)
    assert str(folder) in refused.value.problem
    assert "corpus.jsonl, queries.jsonl and qrels/test.tsv" in refused.value.remedy
