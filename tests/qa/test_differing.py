"""What other articles say otherwise than the answer."""

from dataclasses import replace
from datetime import date

import pytest

from qa.composing import Chosen
from qa.differing import Differing, find_differing
from qa.records import Kind
from qa.stories import Story
from qa.timing.scope import TimeScope
from qa.weighing import Reading
from tests.qa.conftest import OpenOver
from tests.qa.making import query, reading, sentence, story

HOW_MANY = "How many joint centers will Baghdad and Erbil open?"
SIX = "Officials in Baghdad and Erbil agreed to open six joint centers along the line."
TWO = "Both Baghdad and Erbil agreed to open two main joint centers at once."


def _story(article: str, *texts: str, speaker: str | None = None, day: date | None = None) -> Story:
    told = [
        sentence(text, article=article, position=position, speaker=speaker)
        for position, text in enumerate(texts)
    ]
    return story(*told, title="Baghdad and Erbil agree on centers", published=day)


def _reading(of: Story, words: str, probability: float = 0.8) -> Reading:
    one = next(each for each in of.sentences if words in each.quote)
    return reading(one, probability, of, words=words)


def _differing(question: str, *readings: Reading) -> tuple[Differing, ...]:
    first = readings[0].candidate
    return find_differing(query(question), readings, [Chosen(first.sentence, first.story)])


def _texts(found: tuple[Differing, ...]) -> list[list[str]]:
    return [[text for text, _ in each.values] for each in found]


def test_both_sides_of_a_number_are_told_the_chosen_one_first() -> None:
    six, two = _story("a", SIX), _story("b", TWO)
    (found,) = _differing(HOW_MANY, _reading(six, "six", 0.9), _reading(two, "two"))
    assert found.kind is Kind.NUMBER
    assert [text for text, _ in found.values] == ["six joint centers", "two main joint centers"]
    assert [each.story for _, each in found.values] == [six, two]


def test_the_same_number_is_no_difference() -> None:
    also = _story("b", SIX.replace("agreed", "have agreed"))
    assert _differing(HOW_MANY, _reading(_story("a", SIX), "six"), _reading(also, "six")) == ()


def test_an_article_does_not_differ_with_itself() -> None:
    both = _story("a", SIX, TWO)
    assert _differing(HOW_MANY, _reading(both, "six"), _reading(both, "two")) == ()


def test_a_difference_is_told_once_however_many_sentences_give_it() -> None:
    six, two = _story("a", SIX), _story("b", TWO)
    also = _story("c", SIX.replace("agreed", "have agreed"))
    readings = (_reading(six, "six", 0.9), _reading(two, "two"), _reading(also, "six"))
    chosen = [Chosen(each.candidate.sentence, each.candidate.story) for each in readings]
    (found,) = find_differing(query(HOW_MANY), readings, chosen)
    assert [text for text, _ in found.values] == ["six joint centers", "two main joint centers"]


def test_a_sentence_that_others_repeat_stands_for_theirs() -> None:
    six, two = _story("a", SIX), _story("b", TWO)
    again = _story("c", SIX.replace("agreed", "have agreed"))
    readings = (_reading(again, "Officials", 0.9), _reading(six, "six"), _reading(two, "two"))
    chosen = Chosen(again.sentences[0], again, repeats=((six.sentences[0], six),))
    (found,) = find_differing(query(HOW_MANY), readings, [chosen])
    assert [each.story for _, each in found.values] == [again, two]


def test_two_speakers_of_an_article_may_differ() -> None:
    both = _story("a", SIX, TWO)
    spoken = [
        replace(each, said=sentence(each.quote, article="a", speaker=name).said)
        for each, name in zip(both.sentences, ("Vera Holm", "Milo Crane"), strict=True)
    ]
    both = replace(both, sentences=tuple(spoken))
    other = _story("b", "Nothing is said here.")
    found = _differing(
        HOW_MANY, _reading(both, "six"), _reading(both, "two"), _reading(other, "Nothing", 0.1)
    )
    assert _texts(found) == [["six joint centers", "two main joint centers"]]


def test_a_number_that_nobody_read_is_found_where_the_sentence_is_the_same() -> None:
    six, two = _story("a", SIX), _story("b", "Nothing is said here.", TWO)
    readings = (_reading(six, "six"), _reading(two, "Nothing", 0.1))
    assert _texts(_differing("What did Baghdad and Erbil agree on?", *readings)) == [
        ["six joint centers", "two main joint centers"]
    ]


def test_amounts_of_a_named_thing_differ_in_other_words_and_weeks_later() -> None:
    question = "How many people were on board the Aurora?"
    told = (
        ("The Aurora had 221 people on board, the agency said.", date(2025, 3, 5)),
        ("The ferry Aurora carried 214 people, the coast guard said.", date(2025, 3, 3)),
        ("There had been 218 people on the ship, not 221, the inquiry found.", date(2025, 5, 26)),
        ("The Aurora had 40 tonnes of oil on board.", date(2025, 3, 4)),
    )
    stories = [
        story(sentence(text, article=str(at)), title="The Aurora ran aground", published=day)
        for at, (text, day) in enumerate(told)
    ]
    first = _reading(stories[0], "221")
    chosen = [Chosen(first.candidate.sentence, first.candidate.story)]
    found = find_differing(query(question), [first], chosen, found=stories)
    assert _texts(found) == [["221 people", "214 people", "218 people"]]


def test_articles_a_week_apart_tell_of_two_times() -> None:
    six = _story("a", SIX, day=date(2020, 3, 1))
    two = _story("b", TWO, day=date(2020, 3, 9))
    assert _differing(HOW_MANY, _reading(six, "six"), _reading(two, "two")) == ()


@pytest.mark.parametrize(("speaker", "is_told"), [("Vera Holm", True), ("Milo Crane", False)])
def test_what_a_certain_person_said_is_compared_with_that_persons_words(
    speaker: str, is_told: bool
) -> None:
    six, two = _story("a", SIX, speaker="Vera Holm"), _story("b", TWO, speaker=speaker)
    question = "What did Holm say about the joint centers of Baghdad and Erbil?"
    found = _differing(question, _reading(six, "six"), _reading(two, "two"))
    assert bool(found) is is_told


def test_a_reading_of_small_odds_says_nothing() -> None:
    # .1 / .9 is less than a tenth of .9 / .1; the words alone are too few.
    six = _story("a", SIX)
    two = _story("b", "Both Baghdad and Erbil want two joint centers on the old road.")
    assert _differing(HOW_MANY, _reading(six, "six", 0.9), _reading(two, "two", 0.1)) == ()


WHEN = "When did the Sund bank stop lending to Mora?"


@pytest.mark.parametrize(("year", "is_told"), [("1974", True), ("1975", False)])
def test_dates_are_told_apart_by_their_days(year: str, is_told: bool) -> None:
    one = _story("a", "The Sund bank stopped all lending to Mora in 1975.")
    other = _story("b", f"Lending to Mora was stopped by the Sund bank in {year}.")
    found = _differing(WHEN, _reading(one, "1975"), _reading(other, year))
    assert _texts(found) == ([["1975", "1974"]] if is_told else [])


def test_a_day_on_which_something_was_called_for_is_no_day_of_it() -> None:
    one = _story("a", "Tobias Holm resigned as minister on Thursday.", day=date(2025, 11, 6))
    other = _story(
        "b", "Minister Tobias Holm faced calls to resign on Sunday.", day=date(2025, 11, 2)
    )
    question = "When did Holm resign?"
    assert _differing(question, _reading(one, "Thursday"), _reading(other, "Sunday", 0.6)) == ()


WHO = "Who was named to head the Sund harbour board?"


@pytest.mark.parametrize(
    ("name", "is_told"), [("Milo Crane", True), ("Vera Holme", False), ("Holm", False)]
)
def test_persons_are_told_apart_by_their_names(name: str, is_told: bool) -> None:
    one = _story("a", "The port of Sund named Vera Holm to head its harbour board.")
    other = _story("b", f"The port of Sund named {name} to head its harbour board.")
    found = _differing(WHO, _reading(one, "Vera Holm"), _reading(other, name))
    assert _texts(found) == ([["Vera Holm", "Milo Crane"]] if is_told else [])


def test_who_names_both_persons_tells_of_two_offices() -> None:
    one = _story(
        "a",
        "The port of Sund named Vera Holm to head its harbour board.",
        "Milo Crane stays its secretary.",
    )
    other = _story("b", "The port of Sund named Milo Crane to head its harbour board.")
    assert _differing(WHO, _reading(one, "Vera Holm"), _reading(other, "Milo Crane")) == ()


def test_persons_whom_the_chosen_sentences_give_one_role_are_told() -> None:
    guler = _story("a", "Turkish Defense Minister Yasar Guler signed the papers on Monday.")
    akar = _story("b", "Turkish Defense Minister Hulusi Akar held talks with his counterpart.")
    again = _story("c", "Turkish Defense Minister Yashar Güler told Reuters so.")
    chosen = [Chosen(each.sentences[0], each) for each in (guler, akar, again)]
    asked = query("Who is the Turkish defense minister?")
    (found,) = find_differing(asked, (), chosen)
    assert found.kind is Kind.NAME
    assert [text for text, _ in found.values] == ["Yasar Guler", "Hulusi Akar"]
    assert find_differing(asked, (), [chosen[0], chosen[2]]) == ()


def test_a_measure_is_compared_in_stories_that_nobody_read() -> None:
    one = _story("a", "Banks wrote off a part of Mora's 108 billion dlr foreign debt.")
    other = _story("b", "Trade could not serve Mora's 109 billion dlr foreign debt for long.")
    read = _reading(one, "108 billion", 0.9)
    chosen = [Chosen(one.sentences[0], one)]
    found = find_differing(
        query("How large is Mora's foreign debt?"), [read], chosen, found=[one, other]
    )
    assert _texts(found) == [["108 billion dlr", "109 billion dlr"]]


def _debts(*told: tuple[str, date]) -> list[list[str]]:
    stories = [_story(str(at), text, day=day) for at, (text, day) in enumerate(told)]
    chosen = [Chosen(stories[0].sentences[0], stories[0])]
    read = [_reading(stories[0], "mln")]
    asked = query("How large is Mora's foreign debt?")
    return _texts(find_differing(asked, read, chosen, found=stories))


@pytest.mark.parametrize(("day", "is_told"), [(date(1987, 5, 1), True), (date(1987, 12, 1), False)])
def test_a_debt_is_much_the_same_for_some_months(day: date, is_told: bool) -> None:
    one = ("The foreign debt of Mora stands at 270 mln dlrs.", date(1987, 4, 5))
    other = ("Banks spoke of Mora's 103 mln dlr foreign debt.", day)
    assert _debts(one, other) == ([["270 mln dlrs", "103 mln dlr"]] if is_told else [])


@pytest.mark.parametrize(("day", "is_told"), [(date(1987, 4, 6), True), (date(1988, 4, 6), False)])
def test_march_is_that_of_one_year(day: date, is_told: bool) -> None:
    one = _story("a", "Mora's March output was 14.6 mln bpd.", day=date(1987, 4, 5))
    other = _story("b", "Output of Mora fell to around 15.5 mln bpd in March.", day=day)
    asked, scope = (
        query("What was Mora's oil output in March?"),
        TimeScope(month=3, phrases=("in March",)),
    )
    chosen = [Chosen(one.sentences[0], one)]
    found = find_differing(asked, [_reading(one, "14.6")], chosen, scope, [one, other])
    assert _texts(found) == ([["14.6 mln bpd", "around 15.5 mln bpd"]] if is_told else [])


TOLL = "How many people were killed in the fire in the mill of Veltrin?"
FIRE = "The fire in the mill of Veltrin killed {} people on Monday."


@pytest.mark.parametrize(("first", "is_told"), [("at least 14", True), ("more than 10", False)])
def test_a_toll_that_has_grown_is_told_and_a_round_bound_is_none(first: str, is_told: bool) -> None:
    one, other = _story("a", FIRE.format(first)), _story("b", FIRE.format("19"))
    found = _differing(TOLL, _reading(one, first), _reading(other, "19"))
    assert _texts(found) == ([[f"{first} people", "19 people"]] if is_told else [])


def test_the_other_side_of_a_difference_is_cited_in_the_answer(open_over: OpenOver) -> None:
    engine = open_over(
        {
            "herald.txt": "Fire in Veltrin Mill\n\nThe fire in the paper mill of Veltrin killed 14"
            " people on Monday, police said.\n\nIt began in the cellar.\n",
            "courier.txt": "Veltrin Mill Burns\n\nA fire in the old paper mill of Veltrin on Monday"
            " killed 19 people and closed the harbour road.\n\nTrains were late.\n",
        }
    )
    answer = engine.ask("How many people were killed in the fire in the paper mill of Veltrin?")
    (difference,) = answer.differences
    assert {value.text for value in difference.values} == {"14 people", "19 people"}
    assert [value.citation for value in difference.values] == [1, 2]
    for value in difference.values:
        assert value.text in answer.citations[value.citation - 1].quote
