"""An abbreviation and what it stands for are the same words, where an article explains it."""

import pytest

from qa.engine import Engine
from qa.speech.abbreviations import Explained, find_explained, in_words_of, with_both
from tests.qa.conftest import OpenOver
from tests.qa.making import sentence, story

EXPLAINED = Explained("UAP", "Front for Free Fishing")


@pytest.fixture
def engine(open_over: OpenOver) -> Engine:
    text = "Boats\n\nEnvoys of the {} have asked for talks in Veltrin, they said.\n"
    return open_over(
        {
            "foreign.txt": text.format("large Front for Free Fishing (UAP)"),
            "initials.txt": text.format("new gross domestic boat union (GDBU)"),
        }
    )


@pytest.mark.parametrize(
    ("question", "long"),
    [
        ("What did Rask say about the UAP?", "Front for Free Fishing"),
        ("What did Rask say about the GDBU?", "gross domestic boat union"),
        ("What did Rask say about Front for Free Fishing?", "Front for Free Fishing"),
        ("What did Rask say about the USA?", None),
        ("WHAT DID RASK SAY ABOUT THE UAP?", None),
    ],
)
def test_what_an_article_explains_in_brackets_is_known(
    engine: Engine, question: str, long: str | None
) -> None:
    found = find_explained(engine.index, question)
    assert [each.long for each in found] == ([long] if long else [])


def test_what_no_article_explains_is_known_where_everybody_knows_it(
    engine: Engine, open_over: OpenOver
) -> None:
    known = Explained("YPG", "People's Protection Units")
    assert find_explained(engine.index, "What did Rask say about the YPG?") == (known,)
    units = "What did Rask say about the People’s Protection Units?"
    assert find_explained(engine.index, units) == (known,)
    ferries = {"a.txt": "Boats\n\nThe Young Pilots Group (YPG) met in Veltrin on Monday.\n"}
    (explained,) = find_explained(open_over(ferries).index, "Who met at the YPG?")
    assert explained.long == "Young Pilots Group"


def test_a_sentence_with_either_bears_the_words_of_both() -> None:
    of = story(
        sentence("The UAP sails."),
        sentence("The Front for Free Fishing sails.", position=1),
        sentence("Fishing is free.", position=2),
    )
    short, long, neither = with_both(of, [EXPLAINED]).sentences
    assert EXPLAINED.long_stems <= short.stems
    assert EXPLAINED.short_stems <= long.stems
    assert neither.stems == of.sentences[2].stems


def test_a_question_is_put_in_the_one_that_the_story_has() -> None:
    asked = "What did Rask say about the UAP?"
    other = "What did Rask say about the Front for Free Fishing?"
    of_short = story(sentence("The UAP sails."))
    of_long = story(sentence("The Front for Free Fishing sails."))
    assert in_words_of(of_long, asked, [EXPLAINED]) == other
    assert in_words_of(of_short, other, [EXPLAINED]) == asked
    assert in_words_of(of_short, asked, [EXPLAINED]) == asked
