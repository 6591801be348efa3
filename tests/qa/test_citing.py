"""Chosen sentences get their citations."""

from datetime import date

from qa.citing import cite, cited_text
from qa.composing import Chosen
from qa.records import AnswerSentence, Citation, Quote
from tests.qa.making import sentence, story

TOLD = sentence("Guler said\n  it was too early.", position=2, passage=17, speaker="Yasar Guler")
STORY = story(TOLD, title="No Plans", outlet="Reuters", published=date(2025, 6, 4))


def test_a_citation_says_where_its_quote_stands_and_who_speaks() -> None:
    _, citations = cite([Chosen(TOLD, STORY)])
    assert citations == (
        Citation(
            number=1,
            passage_id=17,
            article_id="a",
            title="No Plans",
            outlet="Reuters",
            published=date(2025, 6, 4),
            uri="a.txt",
            uris=("a.txt",),
            start=2_000,
            end=2_000 + len("Guler said\n  it was too early."),
            quote="Guler said\n  it was too early.",
            speaker="Yasar Guler",
            also_in=(),
            reports=1,
        ),
    )


def test_a_sentence_is_shown_on_one_line_and_quoted_as_it_stands() -> None:
    sentences, citations = cite([Chosen(TOLD, STORY)])
    assert sentences == (AnswerSentence("Guler said it was too early.", (1,)),)
    assert citations[0].quote == "Guler said\n  it was too early."


def test_citations_are_numbered_from_1_in_the_order_of_the_answer() -> None:
    others = [sentence("So.", article="b"), sentence("Thus.", article="c")]
    chosen = [Chosen(TOLD, STORY), *(Chosen(each, story(each)) for each in others)]
    sentences, citations = cite(chosen)
    assert [each.number for each in citations] == [1, 2, 3]
    assert [each.uri for each in citations] == ["a.txt", "b.txt", "c.txt"]
    assert [each.citations for each in sentences] == [(1,), (2,), (3,)]


def test_a_citation_names_the_articles_that_repeat_it() -> None:
    repeat = sentence("Guler says it is too early.", article="b", position=1)
    elsewhere = story(repeat, title="Guler Waits", outlet="Anadolu")
    _, (citation,) = cite([Chosen(TOLD, STORY, ((repeat, elsewhere),))])
    assert citation.also_in == (
        Quote(
            article_id="b",
            title="Guler Waits",
            outlet="Anadolu",
            published=None,
            uri="b.txt",
            start=1_000,
            end=1_000 + len("Guler says it is too early."),
            quote="Guler says it is too early.",
            is_copy=False,
        ),
    )


def test_a_repeat_from_the_same_text_is_said_to_be_a_copy() -> None:
    repeat = sentence("Guler says it is too early.", article="b", position=1)
    chosen = Chosen(TOLD, STORY, ((repeat, story(repeat)),), copies=frozenset("b"), reports=1)
    _, (citation,) = cite([chosen])
    assert [other.is_copy for other in citation.also_in] == [True]
    assert citation.reports == 1


def test_nothing_chosen_is_nothing_cited() -> None:
    assert cite([]) == ((), ())


def test_an_answer_reads_as_its_sentences_each_with_its_numbers() -> None:
    sentences = [AnswerSentence("It is so.", (1,)), AnswerSentence("And so.", (2, 3))]
    assert cited_text(sentences) == "It is so. [1] And so. [2][3]"
    assert cited_text([]) == ""
