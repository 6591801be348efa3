"""A question's words tell which of those who speak in the articles is meant."""

import pytest

from qa.speech.asking import words_of_a_name
from qa.speech.speakers import Speakers
from tests.qa.making import Words, query

NAMED = (
    ("Yasar Guler", "Turkish Defense Minister"),
    ("Yashar Güler", "Turkish Defense Minister"),
    ("Hulusi Akar", "Defense Minister"),
    ("Hakan Fidan", "Turkish Foreign Minister"),
    ("Masrour Barzani", "Prime Minister"),
    ("Mohammed Shia Al-Sudani", "Prime Minister"),
    ("Tahseen al-Khafaji", "the Command’s spokesman Major General"),
    ("Hassan Zohair", "Iraqi military expert and retired Brigadier General"),
    ("George Bush", "Vice President"),
    ("Ronald Reagan", "U.S. President"),
    ("Turkish Defense Ministry", None),
    ("Iraqi Joint Operations Command", None),
    ("Iraqi government", None),
    ("Baghdad", None),
    ("U.S. officials", None),
    ("General Motors Corp", None),
    ("Bank of Japan", None),
    ("Industrial Bank of Japan", None),
)
SPEAKERS = Speakers(NAMED)
# A collection in which Rasool and Rasoul, and no others, are spellings of one name.
KNOWN = Words(otherwise=1)


def meant(name: str) -> list[str]:
    return [each.name for each in SPEAKERS.meant(*words_of_a_name(query(name, words=KNOWN)))]


@pytest.mark.parametrize(
    ("name", "those"),
    [
        ("the Guler", ["Yasar Guler", "Yashar Güler"]),
        ("the Yasar Guler", ["Yasar Guler", "Yashar Güler"]),
        ("the Sudani", ["Mohammed Shia Al-Sudani"]),
        ("Defence Minister Guler", ["Yasar Guler", "Yashar Güler"]),
        ("the Barzani", ["Masrour Barzani"]),
        ("General Motors", ["General Motors Corp"]),
        ("the Bank of Japan", ["Bank of Japan"]),
    ],
)
def test_a_person_or_body_is_meant_by_its_name(name: str, those: list[str]) -> None:
    assert meant(name) == those


@pytest.mark.parametrize(
    "name", ["Nechirvan Barzani", "Benjamin Netanyahu", "Ford Motor", "Ida", "Hakan Falk"]
)
def test_a_name_that_is_nobodys_means_nobody(name: str) -> None:
    assert meant(name) == []


def test_of_two_with_one_last_name_the_first_name_decides() -> None:
    both = Speakers([("Masrour Barzani", None), ("Nechirvan Barzani", None)])

    def of(name: str) -> list[str]:
        return [each.name for each in both.meant(*words_of_a_name(query(name)))]

    assert of("the Barzani") == ["Masrour Barzani", "Nechirvan Barzani"]
    assert of("Nechirvan Barzani") == ["Nechirvan Barzani"]


def test_whoever_shares_a_first_name_alone_is_nobody_meant() -> None:
    # The last name sounds like that of another who speaks.
    names = ("Richard Lyng", "Richard Lowe", "Wang Chien-shien")
    speakers = Speakers([(name, None) for name in names])
    assert speakers.meant(*words_of_a_name(query("Richard Shinn"))) == ()
    by_first = speakers.meant(*words_of_a_name(query("Richard")))
    assert [each.name for each in by_first] == ["Richard Lowe", "Richard Lyng"]


def test_whose_man_somebody_is_may_be_told_by_the_article() -> None:
    words = words_of_a_name(query("the Masrour Barzani of Veltrin", words=KNOWN))
    (found,) = SPEAKERS.meant(*words)
    assert found.name == "Masrour Barzani"
    (by_last,) = Speakers([("Brandt", None)]).meant(*words_of_a_name(query("the Ida Brandt")))
    assert [term.stem for term in by_last.missing] == ["ida"]
    (of_it,) = SPEAKERS.meant(*words_of_a_name(query("the Barzani of Veltrin", words=KNOWN)))
    assert [term.stem for term in of_it.missing] == ["veltrin"]


def test_several_named_together_are_all_meant() -> None:
    assert meant("Fidan and Akar") == ["Hakan Fidan", "Hulusi Akar"]


@pytest.mark.parametrize(
    ("role", "those"),
    [
        ("the Turkish foreign minister", ["Hakan Fidan"]),
        ("the prime minister", ["Masrour Barzani", "Mohammed Shia Al-Sudani"]),
        ("the vice president", ["George Bush"]),
        ("the president", ["Ronald Reagan"]),
        ("the ministry", ["Turkish Defense Ministry"]),
        ("the Iraqi military expert", ["Hassan Zohair"]),
    ],
)
def test_a_role_means_those_who_have_it_and_no_others(role: str, those: list[str]) -> None:
    assert meant(role) == those


def test_of_a_role_that_is_told_in_part_the_rest_is_left_for_the_article_to_tell() -> None:
    words = words_of_a_name(query("the Turkish defence minister", words=KNOWN))
    missing = {each.name: [term.stem for term in each.missing] for each in SPEAKERS.meant(*words)}
    assert missing == {"Hulusi Akar": ["turkish"], "Yasar Guler": [], "Yashar Güler": []}


def test_a_role_of_another_country_is_nobodys() -> None:
    told = [("Yasar Guler", "Turkish Defense Minister")]
    words = words_of_a_name(query("the Iraqi defence minister", words=KNOWN))
    assert Speakers(told).meant(*words) == ()


@pytest.mark.parametrize("name", ["Baghdad", "Iraq", "the Iraqi government", "Iraqi officials"])
def test_a_country_or_capital_means_its_bodies_and_no_private_person(name: str) -> None:
    assert meant(name) == ["Baghdad", "Iraqi Joint Operations Command", "Iraqi government"]


@pytest.mark.parametrize("name", ["the U.S.", "Washington", "America", "US officials"])
def test_a_country_is_meant_by_each_of_its_names(name: str) -> None:
    assert meant(name) == ["Ronald Reagan", "U.S. officials"]
