"""Who is taken to speak, and when nobody is."""

import pytest

from index.speakers import Voice, voices

SILENT = Voice(False, None)
SOMEBODY = Voice(True, None)


def _speakers(*sentences: str) -> list[str | None]:
    found = voices(sentences)
    assert all(voice.is_statement for voice in found)
    return [voice.speaker for voice in found]


def _voice(sentence: str) -> Voice:
    (voice,) = voices([sentence])
    return voice


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Ada Lund said it was over.", "Ada Lund"),
        ("Defense Minister Yasar Guler told Reuters that it was over.", "Yasar Guler"),
        ("Major General Tahseen al-Khafaji told Asharq Al-Awsat so.", "Tahseen al-Khafaji"),
        ("The Secretary-General of the Ministry Lieutenant General Jabbar Yawar said so.",
         "Jabbar Yawar"),
        ("Iraqi military expert and retired Brigadier General Hassan Zohair said so.",
         "Hassan Zohair"),
        ("Prime Minister Mohammed Shia Al-Sudani has repeatedly warned of it.",
         "Mohammed Shia Al-Sudani"),
    ],
)  # fmt: skip
def test_titles_are_no_part_of_a_name(sentence: str, speaker: str) -> None:
    assert _voice(sentence) == Voice(True, speaker)


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Ada Lund, spokeswoman of the council, said it was over.", "Ada Lund"),
        ("Zaki Akturk, the spokesman of the Turkish Ministry of Defense, emphasized it.",
         "Zaki Akturk"),
        ("The Secretary-General, Lieutenant General Jabbar Yawar, told Kurdistan 24 so.",
         "Jabbar Yawar"),
        ("Ada Lund (Greens) said it was over.", "Ada Lund"),
        ("On Monday Ada Lund denied it.", "Ada Lund"),
    ],
)  # fmt: skip
def test_what_stands_between_a_name_and_its_verb_is_passed_over(
    sentence: str, speaker: str
) -> None:
    assert _voice(sentence) == Voice(True, speaker)


@pytest.mark.parametrize(
    "sentence",
    [
        "“It is over,” said Ada Lund.",
        "“It is over,” said Mayor Ada Lund.",
        '"It is over," said Ada Lund, who stayed.',
        "It was over, said Ada Lund.",
        "According to Ada Lund, it is over.",
    ],
)
def test_a_name_behind_said_is_the_speakers(sentence: str) -> None:
    assert _voice(sentence) == Voice(True, "Ada Lund")


def test_an_initial_keeps_its_full_stop() -> None:
    assert _voice("“It is over,” said Malcolm X.") == Voice(True, "Malcolm X.")
    assert _voice("J. R. Falk said so.").speaker in ("J. R. Falk", "Falk")


def test_he_and_she_are_whoever_spoke_last() -> None:
    assert (
        _speakers("Mayor Ada Lund said no.", "“We go on,” she added.", "She also warned of storms.")
        == ["Ada Lund"] * 3
    )


def test_nobody_is_he_before_anybody_spoke() -> None:
    assert _speakers("He said no.") == [None]


@pytest.mark.parametrize(
    "between",
    [
        "Ivar Holm came later.",
        "The minister denied it.",
        "Officials warned of more.",
        "Residents denied it.",
        "The harbour office reported no damage, according to it.",
    ],
)
def test_nobody_is_guessed_after_somebody_else_was_named(between: str) -> None:
    first, _, last = voices(["Mayor Ada Lund said no.", between, "He said that it would rain."])
    assert (first.speaker, last) == ("Ada Lund", SOMEBODY)


@pytest.mark.parametrize(
    "between",
    [
        "Former chief executive Maria Stein disagreed sharply.",
        "Board chairman Lord Kessler disputed that.",
        "Her lawyer, Bob Jones, was there.",
        "Trump laughed.",
        "A neighbour ran out.",
    ],
)
def test_nobody_is_guessed_after_somebody_else_came_in(between: str) -> None:
    *_, last = voices(["Hans Weber said the year was lost.", between, "He said no more."])
    assert last == SOMEBODY


def test_a_country_that_acts_is_nobody_else() -> None:
    *_, last = voices(["Hans Weber said no.", "Ankara controlled the north.", "He said no more."])
    assert last.speaker == "Hans Weber"


def test_nobody_is_quoted_speaking_of_himself_by_name() -> None:
    *_, last = voices(["Adrian Voss said no.", "“Mr Voss never warned us,” he said."])
    assert last == SOMEBODY


def test_after_one_person_told_another_he_may_be_either() -> None:
    *_, last = voices(["John Doe told Jane Roe to go.", "“I stay,” she said."])
    assert last == SOMEBODY


def test_a_role_may_stand_before_the_name_behind_the_verb() -> None:
    assert _speakers("“It is bad,” said economist Laura Chen, 44.") == ["Laura Chen"]


def test_a_sentence_about_the_speaker_leaves_the_speaker_in_force() -> None:
    *_, last = voices(["Mayor Ada Lund said no.", "Lund left at noon.", "She said no more."])
    assert last.speaker == "Ada Lund"


def test_a_surname_is_the_fullest_form_that_the_article_has() -> None:
    assert (
        _speakers(
            "Khafaji said no.",
            "Major General Tahseen al-Khafaji told them no.",
            "Al-Khafaji added that it was late.",
        )
        == ["Tahseen al-Khafaji"] * 3
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Turkish Foreign Minister Hakan Fidan, alongside his counterpart, Fawad Hossein, said so.",
        "Mayor Ada Lund and Ivar Holm said that they agreed.",
        "Neither Lund nor Holm said anything.",
        "The command said that it hosted a meeting.",
        "The White House said Lund had told Holm to sign.",
        "The minister said that Ada Lund said nothing.",
        "A spokesman for the harbour denied it.",
        "The mayor warned of more.",
        "According to Reuters, it is over.",
        "It is over, according to the council.",
    ],
)
def test_a_statement_whose_speaker_is_not_sure_is_left_open(sentence: str) -> None:
    assert _voice(sentence) == SOMEBODY


@pytest.mark.parametrize(
    "sentence",
    [
        "The harbour was closed on Monday.",
        "Factions continue to conduct attacks on Israel, reports suggesting 120 of them.",
        "There were attacks on Israel, reports suggest.",
        "“He said so,” the paper wrote.",
        "Ada Lund left.",
        "",
    ],
)
def test_what_reports_no_saying_is_no_statement(sentence: str) -> None:
    assert _voice(sentence) == SILENT


def test_a_name_behind_a_preposition_does_not_speak() -> None:
    assert _voice("The complaint, filed by Foreign Minister Gideon Saar, accused six.") != Voice(
        True, "Gideon Saar"
    )


def test_what_is_quoted_names_no_speaker() -> None:
    assert _voice("“Ivar Holm said no,” Ada Lund told them.") == Voice(True, "Ada Lund")


def test_no_sentences_have_no_voices() -> None:
    assert voices([]) == ()
