"""Who does not speak of a subject is told to speak of others, in the articles' words."""

import pytest

from qa.engine import Engine
from qa.records import Filters
from qa.speech.topics import topics_note
from qa.stories import Stories
from tests.qa.conftest import OpenOver


def _note(engine: Engine, *speakers: str) -> str:
    return topics_note(engine.index, Stories(engine.index), speakers, Filters())


def test_a_note_names_at_most_five_subjects_that_the_statements_hold(engine: Engine) -> None:
    note = _note(engine, "Yasar Guler")
    opening = "In the articles, Yasar Guler speaks about: "
    assert note.startswith(opening)
    assert note.endswith(".")
    topics = note.removeprefix(opening).removesuffix(".").split(", ")
    said = " ".join(
        " ".join(each.text.split()) for each in engine.statements("Yasar Guler").statements
    )
    assert 0 < len(topics) <= 5
    assert all(topic in said for topic in topics)


def test_one_person_who_is_spelled_in_two_ways_is_named_once(engine: Engine) -> None:
    note = _note(engine, "Yasar Guler", "Yashar Güler")
    assert note.startswith("In the articles, Yasar Guler speaks about: ")
    assert "Güler" not in note


def test_two_people_are_told_apart(open_over: OpenOver) -> None:
    text = "Ports\n\nThe ferry needs a captain, {} said.\n\nSchools lack teachers, {} said.\n"
    engine = open_over({"ports.txt": text.format("Ida Brandt", "Nora Falk")})
    note = _note(engine, "Ida Brandt", "Nora Falk")
    assert note == "In the articles, Ida Brandt speaks about: ferry, captain."


def test_a_note_tells_of_the_articles_that_pass_the_filters(open_over: OpenOver) -> None:
    text = "---\noutlet: {}\n---\nPorts\n\nThe ferry needs a {}, Ida Brandt said.\n"
    needs = {"Mercury": "captain", "Herald": "harbour"}
    engine = open_over({f"{each}.txt": text.format(each, need) for each, need in needs.items()})
    answer = engine.ask("What did Ida Brandt say about schools?", filters=Filters(("Mercury",)))
    assert answer.notes == ("In the articles, Ida Brandt speaks about: captain, ferry.",)


def test_an_abstention_carries_the_note(engine: Engine) -> None:
    answer = engine.ask("What did Khafaji say about Cyprus?")
    assert answer.abstained
    assert any(note.startswith("In the articles, Tahseen al-Khafaji") for note in answer.notes)


@pytest.mark.parametrize("speakers", [(), ("Nora Falk",), ("A", "B", "C", "D")])
def test_nobody_or_everybody_gives_no_note(engine: Engine, speakers: tuple[str, ...]) -> None:
    assert _note(engine, *speakers) == ""
