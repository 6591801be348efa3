"""Counting the statements of a collection, with some shown to be judged."""

from eval.statements.census import take_census
from index.records import Field, Item, Told

SAID = "Veltrin's mayor Anna Holt said on Monday that the bridge would be open again by June."
SILENT = "The trams of Veltrin turn at the market, as they have done for more than forty years."


def _item(uri: str, text: str) -> Item:
    told = (Told(Field.TITLE, "Trams Turn", "field 'title'"),)
    return Item(uri, "row.txt", text.encode(), told, is_one_article=True)


def test_the_articles_that_speak_and_those_that_do_not_are_counted() -> None:
    census = take_census([_item("reuters/1", SAID), _item("reuters/2", SILENT)], 10)

    assert (census.articles, census.speaking, census.statements) == (2, 1, 1)
    assert census.words == 16 + 17


def test_a_statement_is_shown_with_what_stands_around_it() -> None:
    (shown,) = take_census([_item("reuters/1", SAID)], 10).sample

    assert shown.uri == "reuters/1"
    assert shown.before + shown.words + shown.behind == SAID
    assert "the bridge would be open again by June" in shown.words


def test_no_more_are_shown_than_asked_for() -> None:
    items = [_item(f"reuters/{number}", SAID) for number in range(5)]

    assert len(take_census(items, 2).sample) == 2
    assert take_census(items, 0).sample == ()


def test_another_seed_shows_others() -> None:
    items = [_item(f"reuters/{number}", SAID) for number in range(50)]

    shown = [[each.uri for each in take_census(items, 5, seed).sample] for seed in (1, 2, 1)]
    assert shown[0] == shown[2] != shown[1]
