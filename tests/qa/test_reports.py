"""Who else reports what an answer says: found in the whole collection, copies counted once."""

from pathlib import Path

import pytest

from index.wiring import update_index
from qa.engine import Engine
from qa.records import Citation
from qa.wiring import open_engine
from tests.qa.conftest import OpenOver

SAID = (
    "The ferry strike in the port of Sund was called off on Monday after eleven hours of talks,"
    " the union said."
)
PAY = "Crews will get six percent more pay over two years and a second day off each week in winter."
SAILING = '"We are tired but we are sailing," said union secretary Milo Crane.'
FARES = "The owners said that fares would not rise before the autumn of next year."
HOLM = "Transport minister Vera Holm said she was relieved that the boats would sail on Tuesday."
QUAY = "Holm promised to pay for a new quay at Ludvik within three years."
COST = "The strike cost 90 million crowns."
OTHER = SAID.replace("eleven", "nineteen")

PAGES = {
    "wire.txt": ("Ferry Strike Called Off In Sund", SAID, PAY, SAILING, COST, FARES),
    "paper.txt": ("Ferry walkout ends in port of Sund", SAID, PAY, SAILING, COST),
    "radio.txt": ("Sund boats to sail again, minister relieved", HOLM, SAID, QUAY),
    "wrong.txt": ("Talks in Sund took nineteen hours", OTHER, QUAY.replace("Ludvik", "Sund")),
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    root = tmp_path_factory.mktemp("reports")
    news = root / "news"
    news.mkdir()
    for name, lines in PAGES.items():
        (news / name).write_text("\n\n".join(lines) + "\n", "utf-8")
    (news / "wire-copy.txt").write_bytes((news / "wire.txt").read_bytes())
    update_index(root / "index", [news])
    return open_engine(root / "index")


@pytest.fixture(scope="module")
def citation(engine: Engine) -> Citation:
    answer = engine.ask("When was the ferry strike in the port of Sund called off?")
    found = [each for each in answer.citations if each.quote == SAID]
    assert len(found) == 1
    return found[0]


def _names(*uris: str) -> set[str]:
    return {Path(uri).name for uri in uris}


def test_every_article_that_has_the_sentence_is_named_once(citation: Citation) -> None:
    also = [Path(other.uri).name for other in citation.also_in]
    assert len(also) == len(set(also)) == 2
    assert {Path(citation.uri).name, *also} < {
        "wire.txt",
        "wire-copy.txt",
        "paper.txt",
        "radio.txt",
    }


def test_a_sentence_too_short_to_be_looked_for_is_found_in_copies(engine: Engine) -> None:
    (citation,) = engine.ask("How much did the strike cost?").citations
    assert citation.quote == COST
    found = _names(citation.uri, *(other.uri for other in citation.also_in))
    assert found in ({"wire.txt", "paper.txt"}, {"wire-copy.txt", "paper.txt"})
    assert citation.reports == 1


def test_another_number_makes_another_sentence(citation: Citation) -> None:
    assert not {"wrong.txt"} & _names(citation.uri, *(other.uri for other in citation.also_in))


def test_copies_of_one_text_are_one_report(citation: Citation) -> None:
    assert citation.reports == 2


def test_each_repeat_can_be_checked(engine: Engine, citation: Citation) -> None:
    for other in citation.also_in:
        text = engine.article_text(other.article_id).document.text
        assert text[other.start : other.end] == other.quote == SAID


def test_an_exact_copy_is_stored_once_under_both_names(engine: Engine) -> None:
    answer = engine.ask("When will fares rise, according to the owners?")
    (citation,) = [each for each in answer.citations if each.quote == FARES]
    assert _names(*citation.uris) == {"wire.txt", "wire-copy.txt"}
    assert citation.uri == min(citation.uris)


def test_what_one_article_says_alone_is_one_report(engine: Engine) -> None:
    answer = engine.ask("What did Holm promise to pay for at Ludvik?")
    (citation,) = [each for each in answer.citations if each.quote == QUAY]
    assert citation.also_in == ()
    assert citation.reports == 1


MIST = (
    "Thick mist closed the lighthouse road above the village of Ludvik for most of Sunday morning."
)


@pytest.mark.parametrize(("agency", "reports"), [("AP", 1), ("dpa", 2)])
def test_what_two_papers_have_of_one_agency_is_one_report(
    open_over: OpenOver, agency: str, reports: int
) -> None:
    engine = open_over(
        {
            "herald.txt": f"Mist Over Ludvik\n\nLUDVIK (AP) - {MIST}\n\nThe bakery sold out.\n",
            "courier.txt": f"Road Closed\n\nLUDVIK ({agency}) - {MIST}\n\nTwo cows got lost.\n",
        }
    )
    answer = engine.ask("What closed the lighthouse road above the village of Ludvik?")
    (citation,) = [each for each in answer.citations if MIST in each.quote]
    assert len(citation.also_in) == 1
    assert citation.reports == reports


@pytest.mark.parametrize(
    "question",
    [
        "How many outlets report that the ferry strike in Sund was called off after eleven hours?",
        "Which papers say that the ferry strike in Sund was called off after eleven hours?",
    ],
)
def test_how_many_report_it_is_told_beside_the_sentence(engine: Engine, question: str) -> None:
    answer = engine.ask(question)
    # Of wire.txt, its copy paper.txt, and radio.txt, whose other sentences are its own.
    assert [each.quote for each in answer.citations] == [SAID]
    assert answer.short_answer is None
    assert answer.notes == (
        "3 articles have this; they name no outlet. Copies of one text counted once, they are 2"
        " independent reports. Only sentences that state it alike are counted; other articles may"
        " tell it in other words.",
    )


def test_what_no_article_states_is_not_counted(engine: Engine) -> None:
    asked = "Which papers say that Vera Holm was relieved that the boats would sail on {}?"
    told = engine.ask(asked.format("Tuesday"))
    assert [each.quote for each in told.citations] == [HOLM]
    answer = engine.ask(asked.format("Friday"))
    assert (answer.abstained, answer.notes, answer.confidence) == (True, (), 0.0)
    assert engine.ask("Which outlets report that the mayor of Sund has resigned?").abstained


def test_whether_the_articles_agree_is_answered_by_what_differs(engine: Engine) -> None:
    answer = engine.ask("Do the articles agree on how many hours the talks in Sund took?")
    told = {value.text for each in answer.differences for value in each.values}
    assert told == {"eleven hours", "nineteen hours"}
    assert {each.quote for each in answer.citations} == {SAID, OTHER}
    assert answer.notes == ()


def test_where_no_difference_is_told_the_articles_are_not_said_to_agree(engine: Engine) -> None:
    answer = engine.ask("Do the articles agree on how much more pay crews will get?")
    assert [each.quote for each in answer.citations] == [PAY]
    assert [note[:14] for note in answer.notes] == ["No difference "]
    assert engine.ask("Do the articles agree on the number of lifeboats?").abstained
