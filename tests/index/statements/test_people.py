"""Who is what."""

import pytest

from index.statements.people import Person, people


def _people(text: str) -> list[tuple[str, str]]:
    return [(each.name, each.role) for each in people(text, [(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Turkish Defense Minister Hulusi Akar spoke.", "Hulusi Akar", "Turkish Defense Minister"),
        ("It ousted former Syrian President Bashar al-Assad in May.", "Bashar al-Assad",
         "former Syrian President"),
        ("They met Secretary of State George Shultz on Friday.", "George Shultz",
         "Secretary of State"),
        ("The Secretary-General of the Peshmerga Ministry Lieutenant General Jabbar Yawar left.",
         "Jabbar Yawar", "Secretary-General of the Peshmerga Ministry Lieutenant General"),
        ("Iraqi military expert and retired Brigadier General Hassan Zohair came.",
         "Hassan Zohair", "Iraqi military expert and retired Brigadier General"),
        ("A bid by investor Paul Bilzerian failed.", "Paul Bilzerian", "investor"),
        ("Sen. Pete Domenici laughed.", "Pete Domenici", "Sen."),
        ("Det Insp Paul Okoro laughed.", "Paul Okoro", "Det Insp"),
        ("The Bank of Holm Governor Ada Lund laughed.", "Ada Lund", "Bank of Holm Governor"),
        ("President of Norway Ada Lund laughed.", "Ada Lund", "President of Norway"),
        ("Prime Minister of the Veltrin Region Ada Lund laughed.", "Ada Lund",
         "Prime Minister of the Veltrin Region"),
        ("In Oslo Foreign Minister Ada Lund laughed.", "Ada Lund", "Foreign Minister"),
        ("Holm's foreign ministry spokesperson Ada Lund laughed.", "Ada Lund",
         "Holm's foreign ministry spokesperson"),
        ("Acme CEO Ada Lund laughed.", "Ada Lund", "Acme CEO"),
        ("Interior Secretary Ada\nLund laughed.", "Ada Lund", "Interior Secretary"),
    ],
)  # fmt: skip
def test_a_role_stands_before_a_name(text: str, name: str, role: str) -> None:
    assert _people(text) == [(name, role)]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Zaki Akturk, the spokesman of the Turkish Ministry of Defense, stressed it.",
         "Zaki Akturk", "spokesman of the Turkish Ministry of Defense"),
        ("Mark Meyer, grain analyst with Shearson Lehman, agreed.", "Mark Meyer",
         "grain analyst with Shearson Lehman"),
        ("The spokesman for the joint operations, Brigadier Yahya Rasoul, said so.",
         "Yahya Rasoul", "spokesman for the joint operations, Brigadier"),
        ("Time Inc's chief financial officer, Thayer Bigelow, left.", "Thayer Bigelow",
         "Time Inc's chief financial officer"),
    ],
)  # fmt: skip
def test_a_role_stands_behind_a_name_or_before_its_comma(text: str, name: str, role: str) -> None:
    assert _people(text) == [(name, role)]


def test_a_surname_gets_the_fullest_form_of_the_article() -> None:
    text = "Mayor Lund left. Ada Lund is 50."
    assert people(text, [(0, 16), (17, 32)]) == (Person("Ada Lund", "Mayor", 0, 16),)


def test_each_of_several_people_has_their_own_role() -> None:
    assert _people("He saw trade envoy Clayton Yeutter, World Bank President Barber Conable.") == [
        ("Clayton Yeutter", "trade envoy"),
        ("Barber Conable", "World Bank President"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "General Motors Corp said so.",
        "The general agreement is old.",
        "The bonds were sold by lead manager Morgan Stanley and Co Inc.",
        "The minister Monday said so.",
        "Officials came to the leader.",
        "It was launched in the Euromarket, a partner of Chandler said.",
    ],
)
def test_companies_days_and_places_are_nobody(text: str) -> None:
    assert _people(text) == []


def test_a_name_may_be_wrapped_over_two_lines() -> None:
    assert _people("It was Prime Minister\nAda Lund.") == [("Ada Lund", "Prime Minister")]


def test_no_sentences_have_no_people() -> None:
    assert people("Mayor Ada Lund", []) == ()


def test_people_of_one_last_name_are_told_apart() -> None:
    text = "Mayor Ada Lund left. Lawyer Jan Lund stayed."
    assert _people(text) == [("Ada Lund", "Mayor"), ("Jan Lund", "Lawyer")]
