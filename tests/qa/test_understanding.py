"""A question is taken apart by its words."""

import math
from pathlib import Path

import pytest

from index.errors import InvalidRequest
from index.names.lexicon import Lexicon
from index.opening import open_index
from qa.understanding import Asks, Vocabulary, checked, understand
from tests.qa.making import Words, query


def _stems(question: str) -> list[str]:
    return [term.stem for term in query(question).terms]


def _names(question: str) -> list[str]:
    return [term.stem for term in query(question).terms if term.is_name]


# Words


def test_the_words_of_substance_are_the_terms() -> None:
    assert _stems("How many of the Turkish troops are there in Syria?") == [
        "turkish",
        "troop",
        "syria",
    ]


def test_plain_words_of_saying_are_no_terms() -> None:
    assert _stems("What did Guler say in his statement about withdrawal?") == ["guler", "withdraw"]


def test_a_word_asked_twice_is_one_term() -> None:
    assert _stems("Syria, Syria and the Syria talks") == ["syria", "talk"]


def test_diacritics_and_case_make_no_other_word() -> None:
    assert _stems("GÜLER") == _stems("Güler") == _stems("guler") == ["guler"]


def test_a_question_of_no_words_has_no_terms() -> None:
    assert query("???").terms == ()


def test_rare_words_weigh_as_bm25_weighs_them() -> None:
    words = Words({"syria": 2, "cyprus": 0, "troop": 10}, passages=10)
    asked = {t.stem: t for t in query("Syria Cyprus troops", words=words).terms}
    assert asked["syria"].rarity == pytest.approx(math.log(1 + (10 - 2 + 0.5) / (2 + 0.5)))
    assert asked["troop"].rarity == pytest.approx(math.log(1 + 0.5 / 10.5))
    # Unknown: as one that stands in a single passage.
    assert asked["cyprus"].rarity == pytest.approx(math.log(1 + (10 - 1 + 0.5) / (1 + 0.5)))
    assert {stem: t.is_known for stem, t in asked.items()} == {
        "syria": True,
        "cyprus": False,
        "troop": True,
    }


def test_an_empty_collection_knows_no_word() -> None:
    (only,) = query("Syria", words=Words(passages=0, otherwise=0)).terms
    assert not only.is_known
    assert only.rarity == pytest.approx(math.log(1 + 0.5 / 1.5))


def test_a_question_is_laid_on_one_line_to_be_read() -> None:
    assert checked("  How many\n troops?  ", ()) == "How many troops?"


# Names


def test_words_with_a_capital_and_words_with_digits_are_names() -> None:
    question = "What did Guler say of the PKK, the F-16 and 12 measures in 2017?"
    assert _names(question) == ["guler", "pkk", "f", "16", "12", "2017"]


def test_the_first_word_of_a_sentence_is_no_name_for_its_capital() -> None:
    assert _names("Troops in Syria? Guler on troops") == ["syria"]


def test_words_of_function_and_of_saying_are_no_names_for_their_capital() -> None:
    assert _names("so What Did Guler Announce") == ["guler"]


def test_a_question_all_in_capitals_tells_no_names() -> None:
    assert _names("WHAT DID GULER SAY ABOUT SYRIA?") == []


# Spellings


TROOPS = Words(
    {"guler": 3, "rasool": 1, "rasul": 2, "withdraw": 4, "troop": 2},
    passages=10,
    otherwise=0,
    lexicon=Lexicon(
        {"withdrawal": 3, "troops": 2},
        {"guler": 2, "rasool": 1, "rasul": 1},
        (("rasool", "rasul"),),
    ),
)


def test_misspelled_words_are_mended_in_all_but_the_question() -> None:
    asked = query("What did Gular say about  withdrawl?", words=TROOPS)
    assert asked.mended == (("Gular", "Guler"), ("withdrawl", "withdrawal"))
    assert asked.question == "What did Gular say about  withdrawl?"
    assert asked.text == "What did Guler say about  withdrawal?"
    assert [(t.stem, t.is_name, t.is_known) for t in asked.terms] == [
        ("guler", True, True),
        ("withdraw", False, True),
    ]
    assert [term.stem for term in asked.speaker] == ["guler"]


def test_a_question_of_right_words_is_mended_nowhere() -> None:
    assert query("What did Guler say about troops?", words=TROOPS).mended == ()


def test_a_term_carries_the_other_spellings_and_weighs_as_all_of_them() -> None:
    (rasul,) = query("Who is Rasul?", words=TROOPS).terms
    assert (rasul.stem, rasul.variants) == ("rasul", ("rasool",))
    # 1 + 2 of 10 passages: ln(1 + 7.5 / 3.5)
    assert rasul.rarity == pytest.approx(math.log(1 + 7.5 / 3.5))


def test_two_spellings_of_a_name_are_one_term() -> None:
    assert [t.stem for t in query("Is Rasul the same as Rasool?", words=TROOPS).terms] == ["rasul"]


# What is asked for


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("How many troops are there?", Asks.NUMBER),
        ("how much does it cost", Asks.NUMBER),
        ("number of rocket strikes", Asks.NUMBER),
        ("How old is Erdogan?", Asks.NUMBER),
        ("When did they meet?", Asks.TIME),
        ("Since when have they met?", Asks.TIME),
        ("What was he given when he stopped?", Asks.OTHER),
        ("Who was there when they met?", Asks.PERSON),
        ("How long did it take?", Asks.TIME),
        ("In which year was it?", Asks.TIME),
        ("Who is Rasool?", Asks.PERSON),
        ("Whose troops are they?", Asks.PERSON),
        ("What is the name of the spokesman?", Asks.PERSON),
        ("Where is Sinjar?", Asks.PLACE),
        ("In which province did it begin?", Asks.PLACE),
        ("Why did they leave?", Asks.REASON),
        ("What caused the fire?", Asks.REASON),
        ("What did Guler say about withdrawal?", Asks.OTHER),
        ("What plans does Ankara have?", Asks.OTHER),
        ("Does Ankara have plans?", Asks.WHETHER),
        ("And is it known to have any?", Asks.WHETHER),
        ("Isn't Kirkuk disputed?", Asks.WHETHER),
        # What they ask is who, when and how many.
        ("Can you tell me who signed it?", Asks.PERSON),
        ("Do you know when they met?", Asks.TIME),
        ("Is it known how many died?", Asks.NUMBER),
        ("What did Sudani say when they met, and to whom?", Asks.OTHER),
        ("whenever somewhat", Asks.OTHER),
    ],
)
def test_the_kind_of_thing_asked_for_is_told_from_the_wording(question: str, asks: Asks) -> None:
    assert query(question).asks is asks


# Who is asked about


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("What did Guler say about Erdogan?", ["guler"]),
        ("what has hakan fidan said about gaza", ["hakan", "fidan"]),
        ("Who denied the claim?", []),
        ("What will happen, according to Jabar Yawer?", ["jabar", "yawer"]),
        ("How many troops are there in Syria?", []),
        ("What is the border policy?", []),
        ("What does Fidan think of Gaza?", ["fidan"]),
        ("Has anyone denied the claim?", []),
        # Iraq speaks, no measures.
        ("What measures did Iraq announce?", ["iraq"]),
        ("Can you tell me what happened?", []),
    ],
)
def test_the_words_before_the_verb_of_saying_name_the_speaker(
    question: str, speaker: list[str]
) -> None:
    assert [term.stem for term in query(question).speaker] == speaker


def test_according_to_somebody_names_them_and_not_what_follows() -> None:
    asked = query("According to Khafaji, which groups exploit the gaps in Kirkuk?")
    assert [term.stem for term in asked.speaker] == ["khafaji"]


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("What is Baghdad's position on the operations?", ["baghdad"]),
        ("What was the stance of Baghdad on the operations?", ["baghdad"]),
        ("Fidan's comments on Gaza", ["fidan"]),
        ("Are there remarks by Erdogan?", ["erdogan"]),
        ("What was said by Rasool about Israel?", ["rasool"]),
    ],
)
def test_whose_stance_or_words_are_asked_for_is_the_speaker(
    question: str, speaker: list[str]
) -> None:
    asked = query(question)
    assert asked.asks_speech
    assert [term.stem for term in asked.speaker] == speaker


def test_a_position_that_somebody_holds_is_a_post() -> None:
    assert not query("What is Guler's position in the government?").asks_speech


def test_to_deny_is_to_reject() -> None:
    for verb in ("deny", "reject"):
        asked = query(f"Did anybody {verb} the report?")
        assert asked.asks_speech
        assert {"denied", "rejected", "dismisses"} < set(asked.speech_verbs)


def test_any_verb_of_saying_does_where_words_are_asked_for() -> None:
    assert query("What did Guler say about withdrawal?").speech_verbs == ()


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What did Guler say about withdrawal?", True),
        ("What does Fidan claim?", True),
        ("What did Sudani tell Erdogan when they met?", True),
        ("Who announced the deal?", True),
        ("What happened, according to Yawar?", True),
        ("Are there remarks by Erdogan?", True),
        ("Has anyone denied the report?", True),
        ("Did Guler mention Israel?", True),
        ("What is happening in Syria?", False),
        # Something else is asked for than the words.
        ("How many troops did Guler say there are?", False),
        ("Where did Guler say that?", False),
    ],
)
def test_a_question_asks_for_speech_or_does_not(question: str, expected: bool) -> None:
    assert query(question).asks_speech is expected


# What cannot be used


@pytest.mark.parametrize("blank", ["", " ", "\n\t  \u2003"])
def test_a_blank_question_is_refused(blank: str) -> None:
    with pytest.raises(InvalidRequest) as refused:
        checked(blank, ())
    assert refused.value.problem == "The question is empty."
    assert refused.value.remedy


def test_a_question_of_2_000_characters_is_read() -> None:
    assert checked("x" * 2_000, ()) == "x" * 2_000


@pytest.mark.parametrize(("length", "shown"), [(2_001, "2,001"), (100_000, "100,000")])
def test_a_question_that_is_too_long_is_refused_with_its_length(length: int, shown: str) -> None:
    with pytest.raises(InvalidRequest, match=f"{shown} characters; 2,000 at most"):
        checked("x" * length, ())


def test_half_a_character_is_refused() -> None:
    with pytest.raises(InvalidRequest, match="half a character"):
        checked("What did Guler say about \udcff?", ())


@pytest.mark.parametrize("earlier", ["", "  ", "x" * 2_001, "\ud800"])
def test_an_earlier_question_is_held_to_the_same(earlier: str) -> None:
    with pytest.raises(InvalidRequest, match="An earlier question"):
        checked("Where is Sinjar in Iraq?", ("Who is Rasool?", earlier))


def test_a_history_that_is_one_text_is_refused() -> None:
    with pytest.raises(InvalidRequest, match="history is one text"):
        checked("Where is it?", "Who is Rasool?")


# The seam


@pytest.fixture(params=["full text", "fake"])
def vocabulary(request: pytest.FixtureRequest, seeds_index: Path) -> Vocabulary:
    if request.param == "fake":
        return Words({"syria": 14, "zzxv": 0}, passages=47)
    return open_index(seeds_index).fulltext


def test_any_vocabulary_knows_what_stands_in_its_passages(vocabulary: Vocabulary) -> None:
    assert vocabulary.passages == 47
    assert 0 < vocabulary.frequency("syria") <= 47
    assert vocabulary.frequency("zzxv") == 0
    known, unknown = understand("Syria zzxv", vocabulary).terms
    assert (known.is_known, unknown.is_known) == (True, False)
    assert known.rarity < unknown.rarity
