"""The same story twice, and the same sentence."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.copies import (
    NEAR_COPY_FROM,
    SAME_SENTENCE_FROM,
    article_bands,
    likeness,
    sentence_bands,
    sentence_likeness,
)

OPENING = (
    "The harbour of Veltrin was closed on Monday after a storm tore two cranes from the quay and"
    " sank a ferry that lay at its berth, the port authority said."
)
DAMAGE = (
    "No one was aboard, but divers who went down on Tuesday found the hull broken in two places"
    " and oil leaking from a tank under the engine room."
)
REPAIRS = (
    "Repairs will take three weeks and cost 14 million crowns, harbour master Ada Lund told"
    " reporters, who had asked her why the cranes had not been lashed down in time."
)
BOATS = (
    "Fishermen have been told to use the smaller port of Sund until the work is finished, and a bus"
    " will bring their crews home every evening at the council's expense."
)
INSURERS = (
    "Insurers expect further claims from warehouses along the eastern mole, where the water stood a"
    " metre deep on Sunday night and spoiled 600 tonnes of coffee."
)
TRAINS = (
    "Trains between Veltrin and the capital ran again from noon, though passengers were advised to"
    " allow another hour for a journey over the coast line."
)
STORY = "\n\n".join([OPENING, DAMAGE, REPAIRS, BOATS, INSURERS, TRAINS])
RETOLD = (
    "Ships bound for Veltrin must look for another port after Sunday's gale wrecked cranes there."
    " A ferry went down too. Engineers hope to reopen within a month, said Ada Lund, who runs the"
    " docks, and put the bill at 14 million crowns. Coffee stored beside the water was ruined by"
    " the flood, and boats that fish the bay now land what they catch at Sund. Rail traffic has"
    " resumed, slowly, on the track that follows the shore."
)
NOTICE = (
    "The Bank of {place} said it forecast a shortage of around {a} million crowns in the money"
    " market on {day}. Among the main factors affecting liquidity, bills maturing in official hands"
    " and the take-up of treasury bills will drain some {b} million while bankers' balances below"
    " target will take out around {c} million. Partly offsetting these outflows, a fall in note"
    " circulation will add some {d} million."
)
# Enough words to tell by, no two the same.
LETTERS = st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=9)
LONG_TEXTS = st.lists(LETTERS, min_size=45, max_size=120, unique=True).map(" ".join)


def is_found_as_a_copy(one: str, other: str) -> bool:
    shares_a_band = bool(set(article_bands(one)) & set(article_bands(other)))
    return shares_a_band and likeness(one, other) >= NEAR_COPY_FROM


@given(LONG_TEXTS)
def test_a_text_is_its_own_copy(text: str) -> None:
    assert likeness(text, text) == 1
    assert len(article_bands(text)) == 12
    assert article_bands(text) == article_bands(text)


@given(st.text(max_size=300), st.text(max_size=300))
def test_likeness_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) == likeness(other, one) <= 1
    assert 0 <= sentence_likeness(one, other) == sentence_likeness(other, one) <= 1


@pytest.mark.parametrize(
    "rewritten",
    [
        STORY.upper(),
        STORY.lower(),
        STORY.replace(" ", "\n"),
        STORY.replace(" ", "\u00a0 "),
        STORY.replace("'", "’"),
        "“" + STORY.replace("\n\n", "”\n    “") + "”",
    ],
)
def test_case_spaces_wraps_and_quotes_change_nothing(rewritten: str) -> None:
    assert article_bands(rewritten) == article_bands(STORY)
    assert likeness(STORY, rewritten) == 1


@pytest.mark.parametrize(
    "variant",
    [
        pytest.param(STORY.replace(BOATS, RETOLD[:160]), id="one paragraph changed"),
        pytest.param(STORY[: len(STORY) * 2 // 3], id="last third cut"),
        pytest.param(
            STORY + "\n\n(Reporting by Jo Berg; Editing by Kim Oe) (c) Nordpress", id="signed"
        ),
        pytest.param(STORY.replace("14 million", "15 million"), id="a number corrected"),
        pytest.param(STORY.replace("Ada Lund", "Eda Lundt"), id="a name corrected"),
        pytest.param("VELTRIN, March 3 (Nordpress) - " + STORY, id="dateline in the text"),
    ],
)
def test_a_story_edited_is_a_near_copy(variant: str) -> None:
    assert is_found_as_a_copy(STORY, variant)


def test_a_shortened_story_is_as_like_as_a_whole_one() -> None:
    assert likeness(STORY, f"{OPENING}\n\n{DAMAGE}\n\n{REPAIRS}") == 1


def test_the_same_news_in_other_words_is_no_copy() -> None:
    assert likeness(STORY, RETOLD) < 0.1
    assert not is_found_as_a_copy(STORY, RETOLD)


def test_a_template_with_other_numbers_is_no_copy() -> None:
    monday = NOTICE.format(place="Sund", day="Monday", a=350, b=525, c=175, d=300)
    friday = NOTICE.format(place="Sund", day="Friday", a=410, b=338, c=25, d=45)
    assert likeness(monday, friday) == 0
    assert is_found_as_a_copy(monday, monday)


def test_a_template_with_other_names_is_no_copy() -> None:
    award = (
        "{} {} of {} was awarded a contract for jet fuel, the Defence Department said. It said work"
        " on the contract, which was awarded as part of a procurement program of several contracts,"
        " is expected to be completed by the end of the coming year."
    )
    one, other = (
        award.format("Pride", "Refining", "Abilene"),
        award.format("Sunoil", "Sol", "Ponce"),
    )
    assert likeness(one, other) == 0


@pytest.mark.parametrize("text", ["", " \n", "…", "He said no.", OPENING])
def test_a_text_too_short_to_tell_has_no_bands(text: str) -> None:
    assert article_bands(text) == ()


def test_a_sentence_that_stands_in_a_story_is_not_the_story() -> None:
    # 28 words are 26 shingles, of the story's 150.
    assert likeness(OPENING, STORY) < 0.25


def test_texts_without_words_are_like_nothing() -> None:
    assert likeness("", "") == 0
    assert sentence_likeness("…", "…") == 0


def test_bands_are_signed_64_bit_numbers_each_of_its_own_band() -> None:
    bands = article_bands(STORY)
    assert all(-(2**63) <= band < 2**63 for band in bands)
    assert len(set(bands)) == 12


def test_bands_are_those_that_older_indexes_hold() -> None:
    # Another version or machine must give the very same numbers: they are stored.
    assert article_bands(STORY)[:2] == (314412500803026238, 4336389033752649305)
    assert sentence_bands(REPAIRS)[0] == 5833031552227737081


def test_another_process_gives_the_same_bands() -> None:
    code = "import sys; from index.copies import article_bands; print(*article_bands(sys.argv[1]))"
    told = subprocess.run(
        [sys.executable, "-c", code, STORY],
        cwd=Path(__file__).parents[2],
        env={"PYTHONHASHSEED": "7"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert tuple(map(int, told.stdout.split())) == article_bands(STORY)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Turkey has 20,000 troops in Syria.", "Turkey has 30,000 troops in Syria."),
        ("Prices rose from 5 to 9 crowns.", "Prices rose from 9 to 5 crowns."),
        ("Two cranes fell on the quay.", "Three cranes fell on the quay."),
        ("Lund said it would close the port.", "Lund said it would not close the port."),
        ("Lund said it did close the port.", "Lund said it didn’t close the port."),
        ("Iran said it shot down a drone.", "Iraq said it shot down a drone."),
        ("Iran attacked a ship of Iraq on Monday.", "Iraq attacked a ship of Iran on Monday."),
        ("The port closed on Monday.", "The port closed on Friday."),
    ],
)
def test_a_number_a_negation_or_a_name_makes_another_sentence(one: str, other: str) -> None:
    assert sentence_likeness(one, other) == 0


@pytest.mark.parametrize(
    "variant",
    [
        REPAIRS.upper(),
        REPAIRS.replace(" ", "\n"),
        REPAIRS.replace("three", "3").replace("million", "mln"),
        REPAIRS.replace("harbour master Ada Lund", "Ada Lund"),
        "Meanwhile, " + REPAIRS.replace("had not", "hadn't"),
    ],
)
def test_a_sentence_repeated_is_the_same_and_shares_a_band(variant: str) -> None:
    assert sentence_likeness(REPAIRS, variant) >= SAME_SENTENCE_FROM
    assert set(sentence_bands(REPAIRS)) & set(sentence_bands(variant))


def test_likeness_of_sentences_is_the_share_of_their_words() -> None:
    # 5 shared words (the port of sund closed) of 6.
    assert sentence_likeness("The port of Sund closed", "The port of Sund closed today") == 5 / 6


def test_sentences_that_cannot_be_the_same_share_no_band() -> None:
    bands = set(sentence_bands(REPAIRS))
    assert bands.isdisjoint(sentence_bands(REPAIRS.replace("14", "15")))
    assert bands.isdisjoint(sentence_bands(REPAIRS.replace("had not", "had")))


@pytest.mark.parametrize(
    "sentence", ["", "…", "He said no.", "That is what 1,000 2,000 3,000 are."]
)
def test_a_sentence_of_few_content_words_has_no_bands(sentence: str) -> None:
    assert sentence_bands(sentence) == ()


@given(LONG_TEXTS)
def test_a_sentence_is_the_same_as_itself(text: str) -> None:
    assert sentence_likeness(text, text) == 1
    assert sentence_bands(text) == sentence_bands(text)
