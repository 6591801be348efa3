"""When two sentences give values of one thing, and when they may give the same."""

from datetime import date

import pytest

from index.analysis import stems
from qa.records import Kind
from qa.values.equality import may_be_equal
from qa.values.figures import figures
from qa.values.framing import framed
from qa.values.records import Value
from qa.values.sameness import About, Told, of_one_thing

HEADLINE = "Baghdad and Erbil agree on joint centers"


def _told(
    text: str,
    *,
    number: int = 0,
    headline: str = HEADLINE,
    story: str = "",
    published: date | None = None,
) -> Told:
    found = figures(text)
    value = found[number]
    words = frozenset(stems(f"{headline} {text} {story}"))
    return Told(
        value,
        tuple(each for each in found if each is not value),
        framed(text, value.start, value.end),
        frozenset(stems(text)),
        About(frozenset(stems(headline)), framed(text, 0, 0).names, words, published),
    )


def _figure(text: str) -> Value:
    (value,) = figures(text)
    return value


SIX = "The sides agreed to open six joint centers in Baghdad and Erbil."
TWO = "Both agreed to open two main joint centers in Baghdad and Erbil."


def test_one_thing_told_in_other_words_is_one_thing() -> None:
    assert of_one_thing(_told(SIX), _told(TWO), asked=False)


@pytest.mark.parametrize(
    ("why", "other"),
    [
        ("other things", "Both agreed to open two main joint roads in Baghdad and Erbil."),
        ("things of another sort", "Both agreed to open two health centers in Baghdad and Erbil."),
        ("another place", "Both agreed to open two joint centers in Mosul and Kirkuk."),
        ("another deed", "Bombs hit two joint centers yesterday near Baghdad and Erbil."),
        ("its opposite", "Both agreed to close two joint centers in Baghdad and Erbil."),
    ],
)
def test_it_is_another_thing_with(why: str, other: str) -> None:
    assert not of_one_thing(_told(SIX), _told(other), asked=False), why


def test_times_that_do_not_agree_make_two_things() -> None:
    march = _told(SIX.replace("agreed", "agreed in March"))
    may = _told(TWO.replace("agreed", "agreed in May"))
    assert not of_one_thing(march, may, asked=True)
    assert of_one_thing(march, _told(TWO), asked=True)


@pytest.mark.parametrize(("day", "is_one"), [(7, True), (8, False)])
def test_a_count_is_brought_up_to_date_for_six_days(day: int, is_one: bool) -> None:
    one = _told(SIX, published=date(2020, 3, 1))
    other = _told(TWO, published=date(2020, 3, day))
    assert of_one_thing(one, other, asked=False) is is_one


def test_who_gives_both_values_tells_of_two_things() -> None:
    both = "The sides agreed to open two small centers and six joint centers in Baghdad and Erbil."
    assert not of_one_thing(_told(TWO), _told(both, number=1), asked=False)


def test_names_that_neither_story_shares_make_two_things() -> None:
    one = _told("Holm Corp sold six old ships to the Sund Line.", headline="Ships")
    other = _told("Crane Corp sold two old ships to the Sund Line.", headline="Ships")
    assert not of_one_thing(one, other, asked=False)


def test_what_is_measured_is_one_thing_only_in_the_same_words() -> None:
    text = (
        "Holm Corp said that Sund Line will take a special charge of {} mln dlrs against its"
        " second cargo terminal."
    )
    one, other = _told(text.format(40)), _told(text.format(70))
    assert of_one_thing(one, other, asked=False)
    reworded = "Holm Corp put the charge that Sund Line will take at 70 mln dlrs."
    assert not of_one_thing(one, _told(reworded), asked=False)


def test_one_name_too_many_makes_a_measure_another_banks() -> None:
    text = "{}Holm Trust Co said that it raised its broker loan rate to {} pct, effective today."
    one, other = (_told(text.format(*each), headline="Rates") for each in (("", 7), ("Sund ", 9)))
    assert not of_one_thing(one, other, asked=False)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("20,000 troops", "more than 15,000 troops"),
        ("2.1 mln tonnes", "about two mln tonnes"),
        ("20,000 troops", "20,412 troops"),
        ("58 billion dlrs", "58.6 billion dlrs"),
        ("14 troops", "at least nine troops"),
        ("15.5 bpd", "15.5 mln bpd"),
    ],
)
def test_one_number_may_be_rounded_bounded_or_slipped(one: str, other: str) -> None:
    assert may_be_equal(_figure(one), _figure(other))
    assert may_be_equal(_figure(other), _figure(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("six boats", "two boats"),
        ("19 boats", "20 boats"),
        ("500 mln dlrs", "540 mln dlrs"),
        ("13.6 billion dlrs", "15.6 billion dlrs"),
        ("fewer than nine boats", "14 boats"),
    ],
)
def test_numbers_that_cannot_both_be_right_differ(one: str, other: str) -> None:
    assert not may_be_equal(_figure(one), _figure(other))


def test_a_person_of_two_spellings_is_one() -> None:
    one = Value(Kind.NAME, 0, 0, name="yahya rasool")
    assert may_be_equal(one, Value(Kind.NAME, 0, 0, name="yahya rasoul"))
    assert not may_be_equal(one, Value(Kind.NAME, 0, 0, name="tahseen khafaji"))
