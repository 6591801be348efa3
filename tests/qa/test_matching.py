"""A question's words are found among a sentence's, closely spelt ones too."""

import pytest

from index.analysis import stems
from qa.matching import covered, match
from tests.qa.making import term


def test_the_word_itself_matches_in_full() -> None:
    assert match(term("syria"), {"troop", "syria"}) == 1.0


def test_a_word_that_is_not_there_matches_nothing() -> None:
    assert match(term("cyprus", is_name=True), {"troop", "syria"}) == 0.0
    assert match(term("syria"), set()) == 0.0


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("Rasool", "Rasoul"),
        ("Asad", "Assad"),
        ("Assad", "Asad"),
        ("Gular", "Guler"),
        ("Güler", "Guler"),
        ("Yawer", "Yawar"),
        ("Syria", "Syrian"),
        ("Turkey", "Türkiye"),
    ],
)
def test_a_name_matches_its_other_spellings(asked: str, written: str) -> None:
    one = term(stems(asked)[0], is_name=True)
    assert match(one, set(stems(written))) == (1.0 if stems(asked) == stems(written) else 0.85)


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        # Jaro (5/6 + 5/6 + 1) / 3 = .889; four letters shared in front: .889 + .4 * .111 = .933
        ("Rasool", "Rasoul"),
        # Jaro (7/8 + 7/8 + 1) / 3 = .917; four in front: .917 + .4 * .083 = .95
        ("Istambul", "Istanbul"),
    ],
)
def test_a_name_that_nobody_wrote_matches_what_it_may_be_a_slip_of(
    asked: str, written: str
) -> None:
    one = term(stems(asked)[0], is_name=True, is_known=False)
    assert match(one, set(stems(written))) == 0.85


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        # Jaro (3/4 + 3/4 + 1) / 3 = .833; three in front: .833 + .3 * .167 = .883, and four
        # letters need .93
        ("Iraq", "Iran"),
        ("Iraqi", "Iranian"),
        # Jaro (7/7 + 7/8 + 1) / 3 = .958, but another first letter
        ("Russian", "Prussian"),
        ("Kurdish", "Turkish"),
        ("Akar", "Akturk"),
        ("Israel", "Islamic"),
        ("Hassan", "Hossein"),
        ("2017", "2019"),  # numbers are what they are
        ("20000", "20001"),
        ("UN", "UNO"),  # too short to tell
        ("Guler", "Gul"),
    ],
)
def test_a_name_does_not_match_another_name(asked: str, written: str) -> None:
    one = term(stems(asked)[0], is_name=True, is_known=False)
    assert match(one, set(stems(written))) == 0.0


def test_a_common_word_that_the_collection_knows_matches_no_other() -> None:
    # "peach" is as close to "peac" as any slip need be: (1 + 4/5 + 1) / 3 + .4 * .067 = .96
    assert match(term("peac"), {"peach"}) == 0.0
    assert match(term("peac", is_known=False), {"peach"}) == 0.85


def test_a_name_in_another_spelling_of_its_own_matches_in_full() -> None:
    asked = term("turkey", "turkiy", is_name=True)
    assert match(asked, {"troop", "turkiy"}) == 1.0
    assert match(asked, {"troop"}) == 0.0
    assert covered([asked, term("troop", rarity=3.0)], {"turkiy"}) == pytest.approx(1 / 4)


@pytest.mark.parametrize(
    ("asked", "written"),
    [("Syria", "Syrian"), ("Israeli", "Israel"), ("Iran", "Iranian"), ("Veltria", "Veltrian")],
)
def test_a_countrys_name_matches_what_is_its_own(asked: str, written: str) -> None:
    assert match(term(stems(asked)[0], is_name=True), set(stems(written))) == 0.85


@pytest.mark.parametrize(
    ("asked", "written"),
    [("Blair", "Blain"), ("Niger", "Nigeria"), ("Johnson", "Johnston"), ("Martin", "Martinez")],
)
def test_a_known_name_matches_no_other_that_is_merely_spelled_like_it(
    asked: str, written: str
) -> None:
    assert match(term(stems(asked)[0], is_name=True), set(stems(written))) == 0.0


def test_rare_words_count_for_more_of_what_is_covered() -> None:
    asked = [term("guler", rarity=3.0), term("troop", rarity=1.0)]
    assert covered(asked, {"guler"}) == pytest.approx(3 / 4)
    assert covered(asked, {"troop"}) == pytest.approx(1 / 4)
    assert covered(asked, {"troop", "guler", "syria"}) == 1.0
    assert covered(asked, {"syria"}) == 0.0


def test_a_close_spelling_covers_less_than_the_word_itself() -> None:
    asked = [term("gular", is_name=True, rarity=3.0), term("troop", rarity=1.0)]
    assert covered(asked, {"guler"}) == pytest.approx(3 * 0.85 / 4)


def test_no_words_cover_nothing() -> None:
    assert covered([], {"guler"}) == 0.0
