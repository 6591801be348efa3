"""Which of the sentences found may answer."""

from dataclasses import replace

from index.records import Statement
from qa.eligible import eligible_sentences
from qa.speech.asking import Asked
from qa.speech.gathering import Heard, Spoken
from qa.speech.speaker import Meant
from tests.qa.making import hit, query, sentence, story

BRANDTS = sentence("The ferry is white, Brandt said.", speaker="Ida Brandt")
FALKS = sentence("The ferry is old, Falk said.", position=1, speaker="Nora Falk")
TOLD = sentence("The ferry has a captain and a mate.", position=2)
# Words that are given to nobody for certain, with the name beside them.
BESIDE = replace(
    sentence("Saying that, Brandt moved on: the ferry is blue.", position=3),
    said=(Statement("a", 3_030, 3_048, "saying", False, None, None, None),),
)
OF = story(BRANDTS, FALKS, TOLD, BESIDE)
HEARD = Heard((Spoken(BRANDTS, OF),))
QUESTION = query("What did Brandt say about the ferry?")


def _quotes(asked: Asked, heard: Heard) -> list[str]:
    found = eligible_sentences(QUESTION, asked, heard, [hit(1)], [OF])
    return [each.sentence.quote for each in found]


def test_of_a_speaker_asked_for_only_the_own_words_may_answer() -> None:
    asked = Asked(meant=(Meant("Ida Brandt"),), names_somebody=True, only_words=True)
    assert _quotes(asked, HEARD) == [BRANDTS.quote]


def test_where_the_speaker_says_nothing_of_it_nothing_may_answer() -> None:
    asked = Asked(meant=(Meant("Ida Brandt"),), names_somebody=True, only_words=True)
    assert _quotes(asked, Heard()) == []


def test_where_nobody_speaks_by_that_name_words_with_it_beside_them_may_answer() -> None:
    nobody = Asked(names_somebody=True, only_words=True)
    assert _quotes(nobody, Heard()) == [BESIDE.quote]


def test_of_a_crowd_that_is_asked_for_anybody_may_answer() -> None:
    crowd = Asked(meant=(Meant("Ida Brandt"),), names_somebody=False, only_words=True)
    assert _quotes(crowd, HEARD) == [BRANDTS.quote, FALKS.quote, TOLD.quote, BESIDE.quote]
    assert _quotes(crowd, Heard()) == [BRANDTS.quote, FALKS.quote, TOLD.quote, BESIDE.quote]


def test_where_nobody_is_asked_for_all_that_was_found_may_answer() -> None:
    assert _quotes(Asked(), Heard()) == [BRANDTS.quote, FALKS.quote, TOLD.quote, BESIDE.quote]


def test_where_a_deed_is_asked_for_as_well_what_nobody_says_may_answer_too() -> None:
    asked = Asked(meant=(Meant("Ida Brandt"),), names_somebody=True)
    assert _quotes(asked, HEARD) == [BRANDTS.quote, TOLD.quote, BESIDE.quote]
