"""SQuAD files become groups, and what is held back stays out of training."""

import json
from pathlib import Path
from typing import Any

import pytest

from eval.training.collections import collection_groups, is_held_back
from eval.training.records import Group

TOWNS = ("Veltrin", "Marrow", "Ostby", "Quenna", "Larch", "Tilde")


def _paragraph(town: str, fact: str, answer: str, question: str) -> dict[str, Any]:
    context = f"{fact} Nobody in {town} remembers it otherwise."
    span = {"text": answer, "answer_start": context.index(answer)}
    return {"context": context, "qas": [{"question": question, "answers": [span], "id": question}]}


def _file(path: Path, towns: tuple[str, ...]) -> Path:
    articles = [
        {
            "title": town,
            "paragraphs": [
                _paragraph(
                    town,
                    f"The harbour of {town} opened in {1870 + number} after a storm.",
                    str(1870 + number),
                    f"When did the harbour of {town} open?",
                ),
                _paragraph(
                    town,
                    f"The harbour of {town} has a museum with {number + 2}0 ships of wood.",
                    f"{number + 2}0 ships",
                    f"How many ships does the museum of {town} have?",
                ),
            ],
        }
        for number, town in enumerate(towns)
    ]
    path.write_text(json.dumps({"data": articles}), "utf-8")
    return path


@pytest.fixture(scope="module")
def groups(tmp_path_factory: pytest.TempPathFactory) -> tuple[Group, ...]:
    """Those of six towns, and of a file of one article."""
    folder = tmp_path_factory.mktemp("files")
    files = [_file(folder / "towns.json", TOWNS), _file(folder / "alone.json", ("Umber",))]
    return tuple(collection_groups(files, folder / "collection"))


def test_one_article_in_four_is_held_back_and_never_an_only_one() -> None:
    assert [is_held_back(article, 6) for article in range(6)] == [
        True,
        False,
        False,
        False,
        True,
        False,
    ]
    assert not is_held_back(0, 1)


def test_each_question_has_the_passage_that_answers_it(groups: tuple[Group, ...]) -> None:
    assert len(groups) == 2 * (len(TOWNS) + 1)
    for group in groups:
        assert group.right is not None
        answer = group.right.text[slice(*group.right.spans[0])]
        assert answer.startswith("18") or answer.endswith("ships")
        assert not any(answer in wrong.text for wrong in group.wrong)
    assert groups[0].question == "When did the harbour of Veltrin open?"
    assert groups[0].right is not None
    assert groups[0].right.text[slice(*groups[0].right.spans[0])] == "1870"


def test_wrong_passages_are_those_that_the_search_finds(groups: tuple[Group, ...]) -> None:
    assert all(group.wrong for group in groups)


def test_nothing_of_a_held_back_article_is_trained_on(groups: tuple[Group, ...]) -> None:
    held_back = {group.question for group in groups if group.held_back}
    assert held_back == {
        question
        for town in ("Veltrin", "Larch")
        for question in (
            f"When did the harbour of {town} open?",
            f"How many ships does the museum of {town} have?",
        )
    }
    trained_on = [
        text.text
        for group in groups
        if not group.held_back
        for text in (group.right, *group.wrong)
        if text
    ]
    assert trained_on
    assert not any("Veltrin" in text or "Larch" in text for text in trained_on)
