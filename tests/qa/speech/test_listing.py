"""Who said what is listed, of anybody or of one, about anything or one thing."""

from datetime import date

import pytest

from qa.engine import Engine
from qa.records import Filters
from qa.speech.listing import statement_json
from tests.qa.conftest import OpenOver

FERRIES = {
    "ardel.txt": (
        "Ferry Stays\n\nVELTRIN, 20 February 2020 - The ferry will stay in Veltrin, Ruslan Ardel"
        " said on Monday.\n\nThe market closes at noon, Ruslan Ardel said.\n"
    ),
    "brandt.txt": (
        "Ferry Goes\n\nVELTRIN, 18 February 2020 - The ferry will leave Veltrin, Ida Brandt said"
        " on Monday.\n"
    ),
    "undated.txt": "Ferry Sinks\n\nThe ferry is lost, Ruslan Ardel said.\n",
}


@pytest.fixture
def ferries(open_over: OpenOver) -> Engine:
    return open_over(FERRIES)


def test_the_statements_of_a_speaker_about_a_subject_are_listed(engine: Engine) -> None:
    listed = engine.statements("Guler", "withdrawal").statements
    assert listed
    assert {each.said.name for each in listed} <= {"Yasar Guler", "Yashar Güler"}
    assert any("too early to discuss possible withdrawal" in each.text for each in listed)
    everything = engine.statements("Guler").statements
    assert len(everything) > len(listed)


def test_each_is_word_for_word_what_stands_at_its_place(engine: Engine) -> None:
    for each in engine.statements().statements:
        document = engine.article_text(each.article.id).document
        assert document.text[each.said.start : each.said.end] == each.text
        assert each.said.article_id == each.article.id


def test_they_come_by_the_articles_dates_the_undated_last(ferries: Engine) -> None:
    days = [each.article.published for each in ferries.statements(about="ferry").statements]
    assert days == [date(2020, 2, 18), date(2020, 2, 20), None]


def test_filters_and_limit_hold(ferries: Engine) -> None:
    since = Filters(published_from=date(2020, 2, 19))
    assert {each.uri[-9:] for each in ferries.statements(filters=since).statements} == {"ardel.txt"}
    ardels = ferries.statements("Ruslan Ardel").statements
    assert len(ardels) == 3
    only = Filters(article_id=(ardels[0].article.id,))
    assert len(ferries.statements("Ruslan Ardel", filters=only).statements) == 2
    assert ferries.statements("Ruslan Ardel", limit=1).statements == ardels[:1]


def test_that_there_are_more_than_are_listed_is_told(ferries: Engine) -> None:
    told = ("These are the first 2 by date; a higher limit lists more.",)
    assert ferries.statements("Ruslan Ardel", limit=2).notes == told
    assert ferries.statements("Ruslan Ardel", limit=3).notes == ()


def test_nobody_of_that_name_says_nothing(ferries: Engine) -> None:
    assert ferries.statements("Nora Falk").statements == ()
    assert ferries.statements("Ida Brandt", "submarines").statements == ()


def test_as_json_it_has_the_fields_that_every_face_gives(ferries: Engine) -> None:
    (brandts,) = ferries.statements("Ida Brandt").statements
    fields = statement_json(brandts)
    assert list(fields) == [
        "speaker",
        "speaker_full",
        "verb",
        "direct",
        "article_id",
        "title",
        "outlet",
        "published",
        "uri",
        "start",
        "end",
        "text",
    ]
    assert (fields["speaker"], fields["verb"], fields["direct"]) == ("Ida Brandt", "said", False)
    assert (fields["title"], fields["published"]) == ("Ferry Goes", "2020-02-18")


def test_an_abbreviation_finds_what_is_said_of_what_it_stands_for(engine: Engine) -> None:
    (listed,) = engine.statements("Akar", "PKK").statements
    assert "extension of the banned terrorist Kurdistan Workers" in " ".join(listed.text.split())
