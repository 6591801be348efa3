"""News stories become questions on who said what."""

import gzip
import json
from pathlib import Path

import pytest

from eval.training.records import Group
from eval.training.statements import statement_groups
from index.errors import SourceUnreadable

STORY = """The port of Veltrin will be closed for
three weeks.
    Port director Ida Brandt said the harbour repairs would cost
more than twelve million crowns this year.
    "We have no money left for winter ferries at all," Karl Osmund told reporters
in the town hall on Tuesday.
    Nobody else was there to be heard on any of it."""


def _groups(tmp_path: Path, *stories: dict[str, str], seed: int = 1) -> list[Group]:
    path = tmp_path / "stories.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as stream:
        stream.writelines(json.dumps(story) + "\n" for story in stories)
    return list(statement_groups(path, seed))


def _story(title: str) -> dict[str, str]:
    return {"title": title, "text": STORY}


def test_a_statement_becomes_a_question_on_what_it_shares_with_the_headline(
    tmp_path: Path,
) -> None:
    asked = [
        group
        for seed in range(12)
        for group in _groups(tmp_path, _story("HARBOUR REPAIRS COST MORE"), seed=seed)
        if group.kind == "statements" and not group.question.startswith("Who")
    ]
    assert asked
    for group in asked:
        assert "Brandt" in group.question
        assert "harbour repairs" in group.question
        assert group.right is not None
        said = group.right.text[slice(*group.right.spans[0])]
        assert said.startswith("the harbour repairs would cost")


def test_who_said_it_is_asked_too_and_answered_by_the_name(tmp_path: Path) -> None:
    asked = [
        group
        for seed in range(30)
        for group in _groups(tmp_path, _story("HARBOUR REPAIRS COST MORE"), seed=seed)
        if group.question.startswith("Who")
    ]
    assert asked
    for group in asked:
        assert group.right is not None
        assert group.right.text[slice(*group.right.spans[0])] == "Ida Brandt"


def test_somebody_else_in_the_story_has_not_said_it(tmp_path: Path) -> None:
    silent = [
        group
        for seed in range(12)
        for group in _groups(tmp_path, _story("HARBOUR REPAIRS COST MORE"), seed=seed)
        if group.kind == "statements-silent"
    ]
    assert silent
    assert all("Osmund" in group.question and group.right is None for group in silent)


def test_a_statement_that_shares_nothing_with_its_headline_is_not_asked_about(
    tmp_path: Path,
) -> None:
    assert _groups(tmp_path, _story("GOLD FALLS IN LONDON")) == []


def test_one_story_in_four_is_held_back(tmp_path: Path) -> None:
    speakers = ("Brandt", "Lindqvist", "Moreau", "Okafor", "Petrov", "Quist", "Rossi", "Sato")
    stories = [
        {"title": "HARBOUR REPAIRS COST MORE", "text": STORY.replace("Brandt", name)}
        for name in speakers
    ]
    asked = {
        name: group.held_back
        for group in _groups(tmp_path, *stories)
        for name in speakers
        if group.right and f"Ida {name}" in group.right.text
    }
    assert [name for name, held_back in asked.items() if held_back] == ["Brandt", "Petrov"]
    assert len(asked) == len(speakers)


def test_a_file_of_another_form_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable, match="is no file of stories"):
        _groups(tmp_path, {"heading": "x"})
