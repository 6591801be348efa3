"""Tests of telling what happened at a time."""

from datetime import date

from index.records import BlockKind, StoredPassage
from qa.records import Hit
from qa.timing.happenings import happenings
from qa.timing.scope import TimeScope
from tests.qa.making import query, sentence, story

IN_JULY = TimeScope(month=7, phrases=("in July",))
OF = story(
    sentence("It rained."),
    sentence("The wreck was towed on July 2.", position=1),
    sentence("It must be gone by July.", position=2),
    published=date(2025, 7, 14),
)


def told(question: str, scope: TimeScope = IN_JULY) -> list[str]:
    hits = [Hit(StoredPassage(1, "a", "d", 0, 10, BlockKind.BODY), {})]
    found = happenings(query(question), scope, hits, {"a": OF}.get, 4)
    return [each.sentence.quote for each in found]


def test_what_happened_is_told_by_the_sentences_that_name_a_day_of_that_time() -> None:
    assert told("What happened in July?") == ["The wreck was towed on July 2."]


def test_a_sentence_that_two_articles_print_is_told_once() -> None:
    hits = [Hit(StoredPassage(1, id_, "d", 0, 10, BlockKind.BODY), {}) for id_ in ("a", "b")]
    again = story(
        sentence("The wreck was towed on July 2.", article="b"), published=date(2025, 7, 15)
    )
    both = {"a": OF, "b": again}
    found = happenings(query("What happened in July?"), IN_JULY, hits, both.get, 4)
    assert len(found) == 1


def test_nothing_is_told_of_another_time_or_where_something_else_is_asked() -> None:
    assert told("What happened in May?", TimeScope(month=5, phrases=("in May",))) == []
    assert told("What did Lund say in July?") == []
