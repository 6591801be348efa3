"""The few words that answer."""

from dataclasses import replace

import pytest

from qa.composing import Chosen
from qa.shortening import Shortened, shorten
from qa.stories import Sentence
from qa.weighing import Reading
from tests.qa.making import query, reading, sentence, story

ASKED = query("When did it close?")


def _chosen(*sentences: Sentence) -> tuple[Chosen, ...]:
    return tuple(Chosen(each, story(each)) for each in sentences)


def _shortened(text: str, words: str, margin: float = 1.0, sure: float = 0.1) -> str | None:
    """What is made of these words of the text, where they are what the reader found."""
    one = sentence(text, position=3)
    short = shorten(ASKED, [reading(one, 0.9, words=words, margin=margin)], _chosen(one), sure)
    return short.text if short else None


# Which words


def test_the_words_found_in_the_best_sentence_of_the_answer_are_given_with_it() -> None:
    lead = sentence("It closed on Monday.", article="b", position=2)
    other = sentence("It opened on Friday.", position=1)
    readings = [
        reading(other, 0.6, words="Friday", margin=9),
        reading(lead, 0.8, words="Monday", margin=1),
    ]
    chosen = _chosen(other, lead)
    assert shorten(ASKED, readings, chosen, 0.1) == Shortened("Monday", chosen[1])
    assert shorten(ASKED, readings, chosen[:1], 0.1) == Shortened("Friday", chosen[0])


def test_what_somebody_said_is_not_cut_short() -> None:
    said = sentence("Lund said on Monday that it closed.")
    readings = [reading(said, 0.9, words="Monday", margin=9)]
    asked = query("What did Lund say about the harbour?")
    assert shorten(asked, readings, _chosen(said), 0.9, is_said=True) is None
    assert shorten(asked, readings, _chosen(said), 0.9) is not None


@pytest.mark.parametrize(
    ("margin", "short"), [(0.1, "Monday"), (0.0, None), (-0.1, None), (-20.0, None)]
)
def test_where_the_reader_would_rather_give_none_there_is_none(
    margin: float, short: str | None
) -> None:
    assert _shortened("It closed on Monday.", "Monday", margin) == short


@pytest.mark.parametrize(("sure", "short"), [(0.29, None), (0.3, "Monday"), (0.9, "Monday")])
def test_unless_the_answer_as_a_whole_is_sure_enough(sure: float, short: str | None) -> None:
    assert _shortened("It closed on Monday.", "Monday", margin=-3.0, sure=sure) == short


def test_a_reader_that_finds_no_words_gives_none() -> None:
    lead = sentence("It closed on Monday.", position=1)
    whole = reading(lead, 0.9, margin=5)
    of_relevance = replace(whole, candidate=replace(whole.candidate, has_words=False))
    assert shorten(ASKED, [whole], _chosen(lead), 0.1) is not None
    assert shorten(ASKED, [of_relevance], _chosen(lead), 0.1) is None


def test_an_answer_without_citations_has_none() -> None:
    assert shorten(ASKED, [reading("It closed.", 0.9, margin=5)], (), 0.1) is None
    assert shorten(ASKED, [], (), 0.1) is None


def test_there_is_none_where_the_sentence_that_leads_was_not_read() -> None:
    lead = sentence("It closed on Monday.", position=1)
    readings: list[Reading] = [reading(lead, 0.9, margin=5)]
    # Another one of its article, and one of another article that begins at the same character.
    for other in (sentence("Trams turn back."), sentence("Trams.", article="b", position=1)):
        assert shorten(ASKED, readings, _chosen(other), 0.1) is None


# How they are written


@pytest.mark.parametrize("words", ["Mon", "onda", "day", "Monday"])
def test_part_of_a_word_is_widened_to_the_word(words: str) -> None:
    assert _shortened("On Monday it closed.", words) == "Monday"


def test_words_at_the_ends_of_the_sentence_are_widened_no_further() -> None:
    assert _shortened("Monday", "onda") == "Monday"
    assert _shortened("Mon day", "on d") == "Mon day"


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("“It closed", "It closed"),
        ("on Monday,", "on Monday"),
        (",” he said. ", "he said"),
        ("Monday,” he", "Monday,” he"),
        ("– it’s in", "it’s in"),
        ("Ash-Sham.", "Ash-Sham"),
    ],
)
def test_punctuation_around_the_words_is_left_out_and_within_them_kept(
    words: str, short: str
) -> None:
    assert _shortened("“It closed on Monday,” he said. – it’s in Ash-Sham.", words) == short


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("$5 (£4)", "$5 (£4)"),
        ("$5 (£4), ", "$5 (£4)"),
        ("$5 (£4), or [six]", "$5 (£4), or [six]"),
        ("(£4)", "£4"),
        ("£4)", "£4"),
    ],
)
def test_a_bracket_that_closes_one_within_the_words_belongs_to_them(words: str, short: str) -> None:
    assert _shortened("It cost $5 (£4), or [six] lira.", words) == short


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("fares are “far too high", "fares are “far too high,”"),
        ("far too high", "far too high"),
        ('it was a "small miracle', 'it was a "small miracle"'),
        ('it was a "small', 'it was a "small'),
    ],
)
def test_a_quotation_that_begins_within_the_words_is_closed(words: str, short: str) -> None:
    said = 'He said fares are “far too high,” and it was a "small miracle" all the same.'
    assert _shortened(said, words) == short


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("20,000", "more than 20,000"),
        ("more than 20,000", "more than 20,000"),
        ("twelve", "at least twelve"),
        ("£5", "Up to £5"),
        ("Syria", "Syria"),
        ("three", "three"),
    ],
)
def test_a_number_keeps_what_bounds_it(words: str, short: str) -> None:
    said = "Up to £5 was paid to more than 20,000 men, at least twelve of them in Syria, by three."
    assert _shortened(said, words) == short


def test_a_run_of_white_space_is_one_space() -> None:
    assert _shortened("It closed on\n  Monday\tnight.", "on\n  Monday\tnight") == "on Monday night"


@pytest.mark.parametrize("words", ["—", " — ", "”"])
def test_punctuation_alone_is_no_answer(words: str) -> None:
    assert _shortened("It closed — at last.”", words) is None


def test_signs_of_money_and_percent_are_no_punctuation() -> None:
    assert _shortened("It rose to $20,000, or 5%.", "$20,000,") == "$20,000"
    assert _shortened("It rose to $20,000, or 5%.", "5%.") == "5%"


@pytest.mark.parametrize(
    ("text", "words", "short"),
    [
        ("It fell to -5 degrees.", "5 degrees", "-5 degrees"),
        ("It grew by .5 percent.", "5 percent", ".5 percent"),
        ("The 20,000 troops.", "20", "20,000"),
        ("It rose 3.5 points.", "5 points", "3.5 points"),
        ("It cost $5 then.", "5", "$5"),
        ("It rose 5% then.", "5", "5%"),
        ("President al-Assad spoke.", "Assad", "al-Assad"),
        ("Mr. O'Neill went.", "Neill", "O'Neill"),
        ("It closed on 25/12/2020.", "12", "25/12/2020"),
        ("The café\u0301 shut.", "caf", "café\u0301"),
        ("It opens at 5 p.m. and shuts.", "5 p.m.", "5 p.m."),
        ("He left the U.S. then.", "U.S", "U.S."),
        ("It ran in 2019-2020 there.", "2020", "2020"),
        ("They won 3-2 at home.", "2", "2"),
        ("A 737-800 plane crashed.", "800", "800"),
        ("It cost $1-2 billion.", "2 billion", "2 billion"),
        ("Open (at noon) and (at six) daily.", "(at noon) and (at six)", "(at noon) and (at six)"),
        ("She has a Ph.D. now.", "Ph.D.", "Ph.D."),
        ("The (BBC) said so.", "(BBC) said", "(BBC) said"),
        ("It cost $5 (£4) then.", "$5 (£4", "$5 (£4)"),
        ("The men (and women) left.", "men (and", "men"),
        ("It ended in 2017.", "in 2017.", "in 2017"),
    ],
)
def test_numbers_and_words_are_never_cut(text: str, words: str, short: str) -> None:
    assert _shortened(text, words) == short


@pytest.mark.parametrize(
    ("text", "speaker", "name"),
    [
        ("“The ferry is old,” Mayor Ida Brandt said.", "Ida Brandt", "Ida Brandt"),
        ("“The ferry is old,” said Brandt.", "Ida Brandt", "Brandt"),
        ("“The ferry is old,” said Brandt.", "Adel al-Brandt", "Brandt"),
        ("“The ferry is old,” he said.", "Ida Brandt", None),
    ],
)
def test_who_said_it_is_told_by_the_name_that_stands_in_the_sentence(
    text: str, speaker: str, name: str | None
) -> None:
    told = sentence(text, speaker=speaker)
    found = [reading(told, 0.5, words="old", margin=1)]
    quoted = shorten(query('Who said "The ferry is old"?'), found, _chosen(told), 0.5)
    assert (quoted.text if quoted else None) == name
    if name:
        asked = query("Who said the ferry is old?")
        assert shorten(asked, found, _chosen(told), 0.5) == quoted


def test_a_pronoun_tells_nobody_who_it_was() -> None:
    told = sentence("She closed it.", position=1)
    found = [reading(told, 0.9, words="She", margin=9)]
    assert shorten(query("Who closed the ferry?"), found, _chosen(told), 0.9) is None


def test_who_somebody_is_is_never_another() -> None:
    told = sentence("The company thanked Eva Lind.", position=1)
    asked = query("Who is Eva Lind?")
    found = [reading(told, 0.9, words="The company", margin=9)]
    assert shorten(asked, found, _chosen(told), 0.9) is None
