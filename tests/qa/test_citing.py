"""Chosen sentences get their citations."""

from datetime import date

from qa.answering import Part
from qa.citing import Cited, cite, cited_text
from qa.composing import Chosen
from qa.differing import Differing
from qa.records import (
    AnswerPart,
    AnswerSentence,
    Citation,
    Difference,
    DifferingValue,
    Kind,
    Quote,
    ShortAnswer,
)
from qa.shortening import Shortened
from tests.qa.making import sentence, story

TOLD = sentence("Guler said\n  it was too early.", position=2, passage=17, speaker="Yasar Guler")
STORY = story(TOLD, title="No Plans", outlet="Reuters", published=date(2025, 6, 4))


def _part(
    *chosen: Chosen, short: Shortened | None = None, differing: tuple[Differing, ...] = ()
) -> Part:
    return Part("Early?", 0.5, chosen, short, differing, (), (), (0.0, 0.0, 0.0))


def _cite(*chosen: Chosen) -> Cited:
    return cite([_part(*chosen)])


def test_a_citation_says_where_its_quote_stands_and_who_speaks() -> None:
    citations = _cite(Chosen(TOLD, STORY)).citations
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
    cited = _cite(Chosen(TOLD, STORY))
    assert cited.sentences == (AnswerSentence("Guler said it was too early.", (1,)),)
    assert cited.citations[0].quote == "Guler said\n  it was too early."


def test_citations_are_numbered_from_1_in_the_order_of_the_answer() -> None:
    others = [sentence("So.", article="b"), sentence("Thus.", article="c")]
    chosen = [Chosen(TOLD, STORY), *(Chosen(each, story(each)) for each in others)]
    cited = _cite(*chosen)
    assert [each.number for each in cited.citations] == [1, 2, 3]
    assert [each.uri for each in cited.citations] == ["a.txt", "b.txt", "c.txt"]
    assert [each.citations for each in cited.sentences] == [(1,), (2,), (3,)]


def test_a_citation_names_the_articles_that_repeat_it() -> None:
    repeat = sentence("Guler says it is too early.", article="b", position=1)
    elsewhere = story(repeat, title="Guler Waits", outlet="Anadolu")
    (citation,) = _cite(Chosen(TOLD, STORY, ((repeat, elsewhere),))).citations
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
    (citation,) = _cite(chosen).citations
    assert [other.is_copy for other in citation.also_in] == [True]
    assert citation.reports == 1


def test_nothing_chosen_is_nothing_cited() -> None:
    cited = _cite()
    assert (cited.sentences, cited.citations) == ((), ())


def test_a_sentence_that_answers_two_parts_is_cited_once() -> None:
    first = Chosen(TOLD, STORY)
    other = sentence("So.", article="b")
    second = Chosen(other, story(other))
    parts = [_part(first, short=Shortened("too early", first)), _part(second, first)]
    cited = cite(parts)
    assert [each.uri for each in cited.citations] == ["a.txt", "b.txt"]
    assert [each.text for each in cited.sentences] == ["Guler said it was too early.", "So."]
    assert cited.parts == (
        AnswerPart("Early?", False, 0.5, ShortAnswer("too early", 1), (1,)),
        AnswerPart("Early?", False, 0.5, None, (2, 1)),
    )


def test_a_part_without_a_sentence_is_abstained_from() -> None:
    assert [part.abstained for part in cite([_part(), _part(Chosen(TOLD, STORY))]).parts] == [
        True,
        False,
    ]


def test_a_difference_names_the_citations_of_its_values() -> None:
    other = sentence("It was late.", article="b")
    one, two = Chosen(TOLD, STORY), Chosen(other, story(other))
    differing = Differing(Kind.DATE, (("early", one), ("late", two)))
    assert cite([_part(one, two, differing=(differing,))]).differences == (
        Difference(Kind.DATE, (DifferingValue("early", 1), DifferingValue("late", 2))),
    )


def test_an_answer_reads_as_its_sentences_each_with_its_numbers() -> None:
    sentences = [AnswerSentence("It is so.", (1,)), AnswerSentence("And so.", (2, 3))]
    assert cited_text(sentences) == "It is so. [1] And so. [2][3]"
    assert cited_text([]) == ""
