"""Statements are about a subject where their surroundings bear it."""

from qa.speech.gathering import Spoken
from qa.speech.subject import is_near, is_spoken_of, run
from tests.qa.making import sentence, story, term

LEAD = sentence("The council met on Monday.")
PLAIN = sentence("Talks on the harbour end today.", position=1)
FIRST = sentence("The ferry to Ven is old, Brandt said.", position=2, speaker="Ida Brandt")
NEXT = sentence("It can only sail in summer, she said.", position=3, speaker="Ida Brandt")
OTHER = sentence("Cyprus is far, Ardel said.", position=4, speaker="Ruslan Ardel")
STORY = story(LEAD, PLAIN, FIRST, NEXT, OTHER, title="Sailing in Denmark")
SPOKEN = [Spoken(FIRST, STORY), Spoken(NEXT, STORY)]
SURE, UNSURE = 0.9, 0.1


def test_a_run_goes_on_while_the_same_speaker_speaks() -> None:
    assert run(FIRST, STORY) == run(NEXT, STORY) == (FIRST, NEXT)
    assert run(OTHER, STORY) == (OTHER,)


def test_a_subject_may_stand_in_the_sentence_before() -> None:
    assert is_near([term("ferri")], Spoken(NEXT, STORY))
    assert not is_near([term("ferri")], Spoken(OTHER, STORY))


def test_a_name_must_stand_around_the_statement_or_in_the_headline_or_lead() -> None:
    assert is_spoken_of([term("ven", is_name=True)], SPOKEN, UNSURE)
    assert is_spoken_of([term("denmark", is_name=True)], SPOKEN, UNSURE)
    assert is_spoken_of([term("harbour", is_name=True)], SPOKEN, UNSURE)
    # However near the passage is: another speaks of Cyprus.
    assert not is_spoken_of([term("cyprus", is_name=True)], SPOKEN, SURE)


def test_a_country_is_named_by_its_people_too() -> None:
    assert is_spoken_of([term("danish", is_name=True)], SPOKEN, UNSURE)
    assert not is_spoken_of([term("swedish", is_name=True)], SPOKEN, UNSURE)


def test_the_rarer_of_two_names_decides() -> None:
    ven = term("ven", is_name=True, rarity=1.0)
    cyprus = term("cyprus", is_name=True, rarity=3.0)
    assert not is_spoken_of([ven, cyprus], SPOKEN, SURE)
    assert is_spoken_of([term("ven", is_name=True, rarity=4.0), cyprus], SPOKEN, UNSURE)


def test_without_names_other_words_may_mean_the_same() -> None:
    boats = [term("boat")]
    assert is_spoken_of(boats, SPOKEN, SURE)
    assert not is_spoken_of(boats, SPOKEN, UNSURE)


def test_of_no_subject_in_particular_every_statement_is() -> None:
    assert is_spoken_of([], SPOKEN, UNSURE)
    assert not is_spoken_of([], [], SURE)


def test_whom_a_pronoun_points_back_to_is_named_in_the_sentence_before() -> None:
    lead = [sentence("It was cold."), sentence("It was dark.", position=1)]
    told = sentence("The report names Ardel and Holm.", position=2)

    def is_of_ardel(words: str) -> bool:
        said = sentence(words, position=3, speaker="Commission")
        spoken = Spoken(said, story(*lead, told, said, title="Report"))
        return is_near([term("ardel", is_name=True)], spoken)

    assert is_of_ardel("“They kept their skirts clean,” it said.")
    assert not is_of_ardel("“Nobody kept the president informed,” it said.")
