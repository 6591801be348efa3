"""A name is opened as the set that it means, with what of it is chosen."""

import json
from pathlib import Path

import pytest

from eval.sets.opening import EVERYTHING, Choices, open_set
from eval.sets.records import QuestionSet, SentenceSet
from index.errors import CitewireError, InvalidRequest


def _squad(folder: Path, name: str = "towns", questions: int = 3) -> str:
    """A file of two articles, the first with so many questions, the second with none."""
    context = f"Veltrin lies on the Ost, not among {name}."
    span = {"text": "Ost", "answer_start": context.index("Ost")}
    asked = [
        {"id": f"{name}{n}", "question": "On which river?", "answers": [span]}
        for n in range(questions)
    ]
    articles = [
        {"title": "Veltrin", "paragraphs": [{"context": context, "qas": asked}]},
        {
            "title": "Marrow",
            "paragraphs": [{"context": f"Marrow lies inland, by {name}.", "qas": []}],
        },
    ]
    (folder / f"{name}.json").write_text(json.dumps({"data": articles}), "utf-8")
    return f"squad:{folder / name}.json"


def _beir(folder: Path) -> str:
    (folder / "corpus.jsonl").write_text('{"_id": "d1", "text": "A storm."}\n', "utf-8")
    (folder / "queries.jsonl").write_text('{"_id": "q1", "text": "What?"}\n', "utf-8")
    (folder / "qrels.tsv").write_text("q1\td1\t1\n", "utf-8")
    return f"beir:{folder}"


def _wikiqa(folder: Path) -> str:
    rows = [f"q{n}\twhere is it\tin veltrin\t1\n" for n in range(3)]
    (folder / "dev.tsv").write_text("".join(rows), "utf-8")
    return f"wikiqa:{folder / 'dev.tsv'}"


def _jsonl(folder: Path) -> str:
    row = {"question": "Who is Hamlet?", "answerable": False}
    rows = [json.dumps({"id": f"u{n}", **row}) for n in range(3)]
    (folder / "own.jsonl").write_text("\n".join(rows), "utf-8")
    return str(folder / "own.jsonl")


def _questions(name: str, choices: Choices = EVERYTHING) -> QuestionSet:
    opened = open_set(name, choices)
    assert isinstance(opened, QuestionSet)
    return opened


def test_each_form_is_opened_by_its_name(tmp_path: Path) -> None:
    assert len(_questions(_squad(tmp_path)).documents) == 2
    assert _questions(_beir(tmp_path)).is_graded
    assert isinstance(open_set(_wikiqa(tmp_path)), SentenceSet)


def test_a_file_without_a_form_is_of_ours_and_brings_no_documents(tmp_path: Path) -> None:
    opened = _questions(_jsonl(tmp_path))
    assert (opened.name, len(opened.questions), opened.documents) == ("own.jsonl", 3, ())


def test_a_colon_in_a_files_own_name_is_no_form(tmp_path: Path) -> None:
    (tmp_path / "own.jsonl").write_text('{"id": "a", "question": "b?", "answerable": false}')
    (tmp_path / "own.jsonl").rename(tmp_path / "by: us.jsonl")
    assert len(_questions(str(tmp_path / "by: us.jsonl")).questions) == 1


def test_a_form_that_is_not_known_is_told_with_those_that_are() -> None:
    with pytest.raises(InvalidRequest, match="no form of question set called 'triviaqa'") as no:
        open_set("triviaqa:dev.json")
    assert "squad:, beir:, wikiqa:" in no.value.remedy


@pytest.mark.parametrize("name", ["missing.jsonl", "squad:missing.json", "beir:missing"])
def test_a_set_that_is_not_there_is_told(name: str) -> None:
    with pytest.raises(CitewireError, match="missing"):
        open_set(name)


def test_distractors_bring_documents_and_no_questions(tmp_path: Path) -> None:
    asked, other = _squad(tmp_path), _squad(tmp_path, "rivers")
    (tmp_path / "b").mkdir()
    opened = _questions(asked, Choices(distractors=(other, _beir(tmp_path / "b"))))
    assert [document.uri for document in opened.documents] == [
        "towns/0000.txt",
        "towns/0001.txt",
        "rivers/0000.txt",
        "rivers/0001.txt",
        "d1",
    ]
    assert [question.id for question in opened.questions] == ["towns0", "towns1", "towns2"]
    assert opened.notes == ("rivers.json: documents beside: 2.", "b: documents beside: 1.")


def test_a_file_cannot_distract_from_itself(tmp_path: Path) -> None:
    asked = _squad(tmp_path)
    with pytest.raises(InvalidRequest, match="Two of the documents have the same name"):
        open_set(asked, Choices(distractors=(asked,)))


def test_what_brings_no_documents_cannot_distract_or_be_distracted_from(tmp_path: Path) -> None:
    squad, wikiqa, own = _squad(tmp_path), _wikiqa(tmp_path), _jsonl(tmp_path)
    for asked, other in ((squad, wikiqa), (squad, own), (wikiqa, squad), (own, squad)):
        with pytest.raises(InvalidRequest, match="brings no documents"):
            open_set(asked, Choices(distractors=(other,)))


def test_only_squad_has_articles_to_hold_out(tmp_path: Path) -> None:
    held_out = Choices(hold_out=0.5)
    assert len(_questions(_squad(tmp_path), held_out).documents) == 1
    for name in (_beir(tmp_path), _wikiqa(tmp_path), _jsonl(tmp_path)):
        with pytest.raises(InvalidRequest, match="can be held out"):
            open_set(name, held_out)


def test_distractors_are_never_held_out(tmp_path: Path) -> None:
    choices = Choices(distractors=(_squad(tmp_path, "rivers"),), hold_out=0.5)
    assert len(_questions(_squad(tmp_path), choices).documents) == 1 + 2


@pytest.mark.parametrize("hold_out", [0.0, 0.5])
def test_a_distractor_that_holds_what_the_set_does_is_dropped(
    tmp_path: Path, hold_out: float
) -> None:
    asked = _squad(tmp_path)
    copy = tmp_path / "copy.json"
    copy.write_bytes((tmp_path / "towns.json").read_bytes())
    distractors = (f"squad:{copy}", _squad(tmp_path, "rivers"))
    opened = _questions(asked, Choices(distractors=distractors, hold_out=hold_out))
    kept = [document.uri.split("/")[0] for document in opened.documents]
    # What is held out is not let in again under another name.
    assert kept == ["towns"] * (1 if hold_out else 2) + ["rivers"] * 2
    assert opened.notes[-3:] == (
        "copy.json: documents beside: 0.",
        "copy.json: documents dropped, the same as towns.json's: 2.",
        "rivers.json: documents beside: 2.",
    )


def test_a_limit_draws_so_many_questions_by_the_seed_in_their_own_order(tmp_path: Path) -> None:
    name = _squad(tmp_path, questions=20)
    everything = [question.id for question in _questions(name).questions]
    drawn = [
        [question.id for question in _questions(name, Choices(limit=5, seed=seed)).questions]
        for seed in (1, 1, 2, 3)
    ]
    assert drawn[0] == drawn[1]
    assert len({tuple(ids) for ids in drawn}) > 1
    for ids in drawn:
        assert len(ids) == 5
        assert ids == [id_ for id_ in everything if id_ in ids]


def test_a_limit_is_for_every_form_and_may_be_more_than_there_are(tmp_path: Path) -> None:
    for name in (_squad(tmp_path), _wikiqa(tmp_path), _jsonl(tmp_path)):
        assert len(open_set(name, Choices(limit=2)).questions) == 2
        assert len(open_set(name, Choices(limit=9)).questions) == 3
