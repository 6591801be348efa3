"""Who is taken to speak, and when nobody is."""

import pytest

from tests.index.statements.making import found_in, names_in


def _name(sentence: str) -> str | None:
    (name,) = names_in(sentence)
    return name


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Ada Lund said it was over.", "Ada Lund"),
        ("Defense Minister Yasar Guler told Reuters that it was over.", "Yasar Guler"),
        ("Major General Tahseen al-Khafaji told Asharq Al-Awsat that it was over.",
         "Tahseen al-Khafaji"),
        ("Prime Minister Mohammed Shia Al-Sudani has repeatedly warned of it.",
         "Mohammed Shia Al-Sudani"),
        ("Ada Lund, spokeswoman of the council, said it was over.", "Ada Lund"),
        ("The Secretary-General, Lieutenant General Jabbar Yawar, said it was over.",
         "Jabbar Yawar"),
        ("Sen. John McCain, an Arizona Republican, said it was over.", "John McCain"),
        ("Ada Lund (Greens) said it was over.", "Ada Lund"),
        ("On Monday Ada Lund said it was over.", "Ada Lund"),
        ("Bilzerian, in a filing with the commission, said it was over.", "Bilzerian"),
        ("Turkish Foreign Minister Hakan Fidan, after signing it with his Iraqi counterpart, Fawad"
         " Hossein, said it was over.", "Hakan Fidan"),
        ("“It is bad,” said economist Laura Chen, 44.", "Laura Chen"),
        ("It was over, said member of the ruling council Admiral Ada Lund.", "Ada Lund"),
        ("“Ivar Holm said no,” Ada Lund told them.", "Ada Lund"),
    ],
)  # fmt: skip
def test_a_person_is_known_by_name_without_titles(sentence: str, name: str) -> None:
    assert _name(sentence) == name


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The Turkish Defense Ministry said it was over.", "Turkish Defense Ministry"),
        ("Acme Motor Corp <ACM.N> said it was over.", "Acme Motor Corp"),
        ("Ankara says it is over.", "Ankara"),
        ("It was over, the Harbour Ministry in Holm said.", "Harbour Ministry"),
        ("The Bank of Lund in New Holm said it was over.", "Bank of Lund"),
        ("A Turkish Defense Ministry statement said it was over.", "Turkish Defense Ministry"),
        ("According to a statement from the Harbour Office, it is over.", "Harbour Office"),
        ("U.S. officials said it was over.", "U.S. officials"),
        ("Some analysts said it was over.", "analysts"),
        ("A spokesman for the harbour said it was over.", "spokesman for the harbour"),
        ("A Commission spokesman said it was over.", "Commission spokesman"),
        ("The survey said it was over.", "survey"),
    ],
)  # fmt: skip
def test_bodies_crowds_and_documents_speak_too(sentence: str, name: str) -> None:
    assert _name(sentence) == name


@pytest.mark.parametrize(
    ("before", "then", "name"),
    [
        ("Mayor Ada Lund said it would rain.", "She said it would pour.", "Ada Lund"),
        ("Mayor Ada Lund said it would rain.", "It would pour, Lund added.", "Ada Lund"),
        ("Mayor Ada Lund said it would rain.", "The mayor said it would pour.", "Ada Lund"),
        ("Acme Corp said it would pay.", "It said it would pay more.", "Acme Corp"),
        ("Acme Corp said it would pay.", "The company said it would pay more.", "Acme Corp"),
        ("The Turkish Defense Ministry said it was over.", "The ministry added that it was late.",
         "Turkish Defense Ministry"),
        ("EC officials said it was over.", "The officials said it was late.", "EC officials"),
        ("EC officials said it was over.", "They said it was late.", "EC officials"),
        ("A council spokesman said it was over.", "He said it was late.", "council spokesman"),
        ("Acme Motor Corp said it was over.", "Acme Motor said it was late.", "Acme Motor Corp"),
        ("The International Grain Council said it was over.", "The IGC said it was late.",
         "International Grain Council"),
        ("Brigadier Yahya Rasoul said it was over.", "Rasul said it was late.", "Yahya Rasoul"),
    ],
)  # fmt: skip
def test_later_mentions_are_the_fullest_form_before(before: str, then: str, name: str) -> None:
    assert names_in(before, then)[-1] == name


def test_an_earlier_surname_gets_the_full_name_that_follows() -> None:
    assert names_in(
        "Khafaji said it was over.", "Major General Tahseen al-Khafaji denied the report."
    ) == [
        "Tahseen al-Khafaji",
        "Tahseen al-Khafaji",
    ]


def test_a_speaker_has_the_role_that_the_article_gives_anywhere() -> None:
    _, (first, second) = found_in("Mayor Ada Lund said it would rain.", "Lund said it would pour.")
    assert (first.role, second.role) == ("Mayor", "Mayor")
    assert (first.speaker, second.speaker) == ("Ada Lund", "Lund")


def test_he_is_whoever_a_sentence_between_begins_with() -> None:
    assert names_in(
        "Mayor Ada Lund said it was over.", "Governor Ivar Holm came.", "He said it was late."
    ) == ["Ada Lund", "Ivar Holm"]
    assert names_in(
        "Ada Lund said it was over.", "Her lawyer, Bob Jones, was there.", "He said it was late."
    ) == ["Ada Lund", "Bob Jones"]


def test_a_quotation_alone_is_whoevers_spoke_before_it_in_its_paragraph() -> None:
    assert names_in('"It is over," Lund said. "We go home." Officials said no more was known.') == [
        "Lund", "Lund", "Officials"
    ]  # fmt: skip


def test_the_official_is_the_one_who_was_heard() -> None:
    assert names_in(
        "One mining official working closely with Acme Corp said it was over.",
        "Oil Minister Ada Lund said it was not.",
        "“It is over,” said the official.",
    ) == ["mining official", "Ada Lund", "mining official"]


def test_a_company_in_angle_brackets_is_a_name_and_a_stock_symbol_is_none() -> None:
    assert names_in("Ski maker <Skis Rossignol> said it was over.") == ["Skis Rossignol"]
    assert names_in("Acme Corp <ACM.N> said it was over.") == ["Acme Corp"]


def test_a_verb_joined_to_another_has_its_subject() -> None:
    assert names_in(
        "Asked about it, the one of May, Lund declined to stay and said it was over."
    ) == ["Lund"]


def test_a_country_that_acts_is_not_he() -> None:
    assert names_in("Hans Weber said it was over.", "Ankara controlled it.", "He said no more.")[
        -1
    ] == "Hans Weber"  # fmt: skip


@pytest.mark.parametrize(
    "between",
    ["A neighbour ran out.", "There came Mayor Ivar Holm of Bergen.", "The mayor left."],
)
def test_nobody_is_he_after_somebody_else_came_in(between: str) -> None:
    assert names_in("Hans Weber said it was over.", between, "He said it was late.")[-1] is None


@pytest.mark.parametrize(
    "sentence",
    [
        "He said it was over.",
        "It said it was over.",
        "Mayor Ada Lund and Ivar Holm said that they agreed.",
    ],
)
def test_a_speaker_who_is_not_sure_is_left_open(sentence: str) -> None:
    _, (found,) = found_in(sentence)
    assert (found.speaker, found.name, found.role) == (None, None, None)


def test_nobody_is_quoted_speaking_of_himself_by_name() -> None:
    # Voss is spoken of, so that another must be "he".
    _, (_, last) = found_in("Adrian Voss said it was over.", "Voss never warned us, he said.")
    assert last.name is None


def test_after_one_person_told_another_he_may_be_either() -> None:
    names = names_in(
        "John Doe told Jane Roe it was over.", "Jane Roe and he met.", "He said it was off."
    )
    assert names[0] == "John Doe"
    assert names_in("John Doe told Jane Roe it was over.", "“I stay,” she said.")[-1] is None


@pytest.mark.parametrize(
    ("paragraphs", "name"),
    [
        # Her sex is told by "She", so that "Mr" is the other.
        (("Mayor Ada Lund said it was off.", "She said it was late.",
          "Jan Lund left.", "Mr. Lund said it was on."), "Jan Lund"),
        (("Ada Lund said it was off.", "Jan Lund said it was off.", "“Never,” Lund said."),
         "Jan Lund"),
        # The one with a role comes in later, and "Acme's Lund" is no other full name.
        (("It was Ada Lund, who ran it.", "Aides said no.", "“Never,” Lund said.",
          "Jan Lund, secretary of the union, left."), "Ada Lund"),
        (("Acme's Lund left.", "Aides said no.", "“Never,” Lund said.", "Mayor Ada Lund left."),
         "Ada Lund"),
    ],
)  # fmt: skip
def test_a_last_name_of_two_people_is_whoevers_fits(paragraphs: tuple[str, ...], name: str) -> None:
    assert names_in(*paragraphs)[-1] == name


def test_she_is_not_who_was_called_he() -> None:
    assert names_in("Mr. Jan Lund said it was off.", "“Never,” she said.") == ["Jan Lund", None]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The BBC's Ada Lund said it was late.", "Ada Lund"),
        ("Her barrister-at-arms, Ada Lund, said it was late.", "Ada Lund"),
        ("In the Veltrin Region Ada Lund said it was late.", "Ada Lund"),
        ("Holm Fire and Rescue Service said it was late.", "Holm Fire and Rescue Service"),
        ("Prosecutor Ada Lund KC said it was late.", "Ada Lund"),
        ("Theresa May said it was late.", "Theresa May"),
        ("According to a city report released Friday, it was late.", "city report"),
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(sentence: str, name: str) -> None:
    assert names_in(sentence) == [name]


def test_a_sheikh_is_known_by_his_first_name() -> None:
    paragraphs = (
        "Oil minister Sheikh Ali al-Khalifa al-Sabah said it was off.",
        "Sheikh Ali said it was over.",
    )
    assert names_in(*paragraphs) == ["Ali al-Khalifa al-Sabah"] * 2


def test_a_body_is_called_again_by_what_it_is() -> None:
    paragraphs = (
        "The Food Administration said it was safe.",
        "Its commissioner Ada Lund said it was late.",
        "The agency said it was sure.",
    )
    assert names_in(*paragraphs) == ["Food Administration", "Ada Lund", "Food Administration"]


@pytest.mark.parametrize(
    "where",
    ["Outside a shuttered shop in Holm", "Next to a lorry in Berg", "Beside his stall in Berg"],
)
def test_where_somebody_stands_is_nobody(where: str) -> None:
    paragraph = f"{where}, Jan Lund, a plumber, said it was late. “I stay,” he said."
    assert names_in("Mayor Erik Dahl said no.", paragraph) == ["Erik Dahl", "Jan Lund", "Jan Lund"]


def test_he_is_one_with_a_role_before_the_name_and_one_behind_it() -> None:
    came = "Opposition leader Jan Lund, a brother of the harbour minister, left early."
    assert names_in("Mayor Erik Dahl said no.", came, "“Never,” he said.")[-1] == "Jan Lund"


def test_outside_words_before_a_noun_are_no_place() -> None:
    assert names_in("Outside analysts said it was late.") == ["Outside analysts"]


def test_he_is_nobody_sure_after_a_person_of_an_unknown_trade_came_in() -> None:
    paragraphs = (
        "Mayor Jan Lund said it was off.",
        "Holm drummer Erik Dahl was sad.",
        "He said it was over.",
    )
    assert names_in(*paragraphs) == ["Jan Lund", None]


def test_a_name_that_is_a_months_too_is_a_persons_behind_a_title() -> None:
    paragraphs = ("Theresa May said it was off.", "Mrs May said it was over.")
    assert names_in(*paragraphs) == ["Theresa May"] * 2


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("“We were lucky,” said its director, Ada Lund.", "Ada Lund", "director"),
        ("“We were lucky,” said a spokesman for the port, Jan Lund.", "Jan Lund",
         "spokesman for the port"),
        ("The agency's director, Ada Lund, said it was over.", "Ada Lund", "agency's director"),
        ("A ministry spokesman, Jan Lund, said it was over.", "Jan Lund", "ministry spokesman"),
        ("A former foreman, Jan Lund, told Reuters that it was over.", "Jan Lund",
         "former foreman"),
        ("One resident, Ada Lund, said it was over.", "Ada Lund", "resident"),
        ("Another driver, Jan Lund, said it was over.", "Jan Lund", "driver"),
        ("A retired bricklayer, Jan Lund, said it was over.", "Jan Lund", "retired bricklayer"),
        ("A burly crewman, Jan Lund, said it was over.", "Jan Lund", "burly crewman"),
        ("A carmaker, Alder Bay, said it was over.", "carmaker", None),
        ("A lender, Hale Moe, said it was over.", "lender", None),
        ("A local business, Harold Baker, said it was over.", "local business", None),
        ("A charter, Green Shore, said it was over.", "charter", None),
        ("One helicopter, Sea King, told Reuters that it was over.", "helicopter", None),
        ("A process, Lund Holm, said it was over.", "process", None),
        ("A specimen, Lund Holm, said it was over.", "specimen", None),
        ("A local supplier, Jan Lund, said it was over.", "local supplier", None),
        ("The strike cost millions, its finance chief, Jan Lund, told investors on Monday.",
         "Jan Lund", "finance chief"),
        ("Jan Lund, the harbour master, said it was over.", "Jan Lund", "harbour master"),
        ("“We buy,” said Jan Lund, the head of Morgan, Olmstead.", "Jan Lund", "head of Morgan"),
        ("The ferry's owner, Acme Shipping Co, said it was over.", "Acme Shipping Co", None),
    ],
)  # fmt: skip
def test_a_role_with_the_name_behind_it_gives_both(
    sentence: str, name: str, role: str | None
) -> None:
    _, (said,) = found_in(sentence)
    assert (said.name, said.role) == (name, role)


@pytest.mark.parametrize(
    "came_in",
    [
        "Clara Voss, whose husband Karl died in the mine, watched the vote.",
        "Clara Voss watched the vote.",
        "Clara Voss, 41, lost her home.",
        "A teacher, Clara Voss, was there.",
    ],
)
def test_she_is_whom_the_sentence_before_begins_with(came_in: str) -> None:
    names = names_in("Minister Emil Sand said it was over.", f"{came_in} “It is a law,” she said.")
    assert names == ["Emil Sand", "Clara Voss"]


@pytest.mark.parametrize(
    "came_in",
    [
        "At the gate stood Clara Voss.",
        "Oslo mayor Emil Sand met Clara Voss, the president of Acme.",
    ],
)
def test_she_is_nobody_where_another_came_in(came_in: str) -> None:
    names = names_in("Minister Emil Sand said it was over.", f"{came_in} “It is a law,” she said.")
    assert names == ["Emil Sand", None]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Most of the residents said it was over.", "residents"),
        ("More than 20 residents said it was over.", "residents"),
        ("Thirty-one fishermen said it was over.", "fishermen"),
        ("Hundreds of miners said it was over.", "miners"),
        ("Neither the company nor the union said when it was over.", None),
        ("148.40 yen, they said it was over.", None),
        ("Dr. Ada Lund, the head of the ward, said that three of them needed surgery.", "Ada Lund"),
    ],
)
def test_no_speaker_begins_with_a_number_or_a_preposition(sentence: str, name: str | None) -> None:
    assert _name(sentence) == name


@pytest.mark.parametrize(
    ("sentence", "content", "name"),
    [
        ("Six were hurt, two more than the ferry company had said, according to Oslo Hospital.",
         "Six were hurt, two more than the ferry company had said", "Oslo Hospital"),
        ("Six were hurt, fewer than the mayor had claimed, a hospital spokesman said.",
         "Six were hurt, fewer than the mayor had claimed", "hospital spokesman"),
    ],
)  # fmt: skip
def test_what_something_is_compared_with_is_reported_by_whoever_compares(
    sentence: str, content: str, name: str
) -> None:
    text, (said,) = found_in(sentence)
    assert (text[said.start : said.end], said.name) == (content, name)


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("Ada Lund herself, speaking after lunch, said it was over.", "Ada Lund", None),
        ("It sank, but the museum's director, Ada Lund, said it was safe.", "Ada Lund",
         "museum's director"),
        ("Ada Lund, until now the minister of transport, said it was over.", "Ada Lund", None),
        ("Ada Lund, currently head of the archive, said it was over.", "Ada Lund",
         "head of the archive"),
        ("Jan Moe left, a day after a letter in which the chief engineer, Ada Lund, warned of it.",
         "Ada Lund", "chief engineer"),
        ("“It is over,” said their lawyer, Ada Lund of Lund & Co.", "Ada Lund", "lawyer"),
        ("The Holm Nurses' Federation said it was over.", "Holm Nurses' Federation", None),
        ("It was over, the Shop Owners’ Association said.", "Shop Owners’ Association", None),
        ("It is over, according to a study published last week by the Institute for Rural Health.",
         "Institute for Rural Health", None),
        ("It is over, according to a survey released on Monday by the Holm Institute.",
         "Holm Institute", None),
        ("Acme Ltd, 40 pct owned by Holm Inc, said it was over.", "Acme Ltd", None),
    ],
)  # fmt: skip
def test_only_the_name_is_the_speaker(sentence: str, name: str, role: str | None) -> None:
    (said,) = found_in(sentence)[1]
    assert (said.name, said.role) == (name, role)


def test_he_is_the_one_of_whom_others_told() -> None:
    told = "Jan Moe lost. Moe rang his rival at noon, both camps said. “I am glad,” he said."
    assert names_in(told) == ["camps", "Jan Moe"]


@pytest.mark.parametrize(
    ("acted", "name"),
    [
        ("The clinic in Holm put the number at 40.", "clinic in Holm"),
        ("The hospital closed a ward.", None),
    ],
)
def test_it_is_not_the_body_before_when_another_acts(acted: str, name: str | None) -> None:
    assert names_in(f"The Holm Union said it was over. {acted} It said 12 came.")[-1] == name


def test_nobody_denies_his_own_words() -> None:
    assert names_in("Jan Moe said his boss, Ada Lund, had known. She denied it.") == [
        "Jan Moe",
        None,
    ]


def test_of_two_speakers_neither_is_named_alone() -> None:
    assert names_in("The harbour master, Jan Moe, and its owner, Ada Lund, said it was over.") == []


def test_a_crowd_spoken_of_again_is_the_one_heard() -> None:
    said = "Oil traders said it fell. Jan Moe said it rose. The traders said it was over."
    assert names_in(said) == ["Oil traders", "Jan Moe", "Oil traders"]


@pytest.mark.parametrize(
    ("paragraphs", "name"),
    [
        (("Ada Lund of the Dockers' Union said it was late.",
          "The crane cost 3 million marks, according to the company."), "company"),
        (("Ada Lund said it was late. Lund left.", "The company said it was early."), "company"),
        (("Ada Lund said it was late.", "It was Ada Lund, who ran it.", "The company said no."),
         "company"),
        (("Ada Lund said it was late. She laughed.", "The union said it was early."), "union"),
        (("Acme Corp said it was late.", "Ada Lund said no. Lund left.", "The company said yes."),
         "company"),
        (("Acme Corp said it was late.", "The Dockers' Association said no.",
          "The company said yes."), "Acme Corp"),
        (("Johnson Matthey said it was late.", "The company said yes."), "Johnson Matthey"),
        (("Deutsche Telekom said it was late.", "The company said yes."), "Deutsche Telekom"),
        (("Ecuador said it was late.", "The central bank said no."), "central bank"),
        (("Acme Corp said it was late for the Lund Bank and Holm.", "The bank said no."), "bank"),
        (("Bay Ferries said it was late. Its ferries are old.", "The company said yes."),
         "Bay Ferries"),
    ],
)  # fmt: skip
def test_the_company_is_no_person_and_no_body_of_another_kind(
    paragraphs: tuple[str, ...], name: str
) -> None:
    assert names_in(*paragraphs)[-1] == name


def test_who_is_called_she_is_not_it() -> None:
    assert names_in("Ada Lund said it was late.", "She said no.", "It said yes.") == [
        "Ada Lund", "Ada Lund", None,
    ]  # fmt: skip


def test_a_person_of_a_company_is_not_the_company() -> None:
    assert names_in("Ada Lund of Acme Motor Corp said no.", "Lund said it was late.") == [
        "Ada Lund", "Ada Lund",
    ]  # fmt: skip
    assert names_in("Acme Motor of Canada Ltd said no.") == ["Acme Motor of Canada Ltd"]


@pytest.mark.parametrize(
    ("sentence", "name", "words"),
    [
        ("Acme Motor Corp issued a brief statement on Monday saying that it was over.",
         "Acme Motor Corp", "it was over"),
        ("Ada Lund, the mayor, sent a letter to parents saying it was over.", "Ada Lund",
         "it was over"),
        ("Ada Lund resigned and posted a message saying it was over.", "Ada Lund", "it was over"),
        ("Ivar Holm, who signed a letter warning that it was over, left.", "Ivar Holm",
         "it was over"),
    ],
)  # fmt: skip
def test_what_a_document_says_is_said_by_whoever_issues_it(
    sentence: str, name: str, words: str
) -> None:
    text, (said,) = found_in(sentence)
    assert (said.name, text[said.start : said.end]) == (name, words)


@pytest.mark.parametrize(
    "sentence",
    [
        "Acme Motor Corp has not issued a statement saying it was over.",
        "Acme Motor Corp issued a statement naming Ada Lund.",
    ],
)
def test_a_document_that_is_not_issued_or_says_nothing_is_no_statement(sentence: str) -> None:
    assert names_in(sentence) == []


def test_a_bodys_short_name_before_a_document_is_that_body() -> None:
    cars = "Acme Motor Corp makes cars."
    assert names_in(cars, "The Acme statement after the crash said it was over.") == [
        "Acme Motor Corp"
    ]
    assert names_in("The Acme statement after the crash said it was over.") == ["Acme statement"]


def test_it_in_which_it_said_is_whoever_the_sentence_begins_with() -> None:
    assert names_in(
        "Acme Motor Corp lost money.",
        "The ministry released a report in which it said it was over.",
    ) == ["ministry"]
    assert names_in("Acme Motor Corp lost money.", "The ministry's claim was false, it said.") == [
        "Acme Motor Corp"
    ]


def test_whoever_a_report_quotes_says_it() -> None:
    assert names_in(
        "The Harbour Post published a report quoting Ada Lund as saying it was over."
    ) == ["Ada Lund"]


@pytest.mark.parametrize(
    "verb", ["said it was over", "denied that it was over", "denied the report"]
)
def test_whose_director_somebody_is_may_stand_between_the_name_and_the_verb(verb: str) -> None:
    assert _name(f"Ada Lund, Acme's managing director, {verb}.") == "Ada Lund"
    assert _name(f"Outside the court, Acme's lawyer, Ada Lund, {verb}.") == "Ada Lund"
