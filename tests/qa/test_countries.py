"""Countries are known by their names, their peoples' and their capitals'."""

import pytest

from index.analysis import stems
from qa.countries import countries, countries_proper, country_words


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Baghdad", {"iraq"}),
        ("the Iraqi army", {"iraq"}),
        ("Türkiye", {"turkey"}),
        ("U.S. officials", {"united states"}),
        ("the White House", {"united states"}),
        ("South Korean makers", {"south korea"}),
        ("Korean makers", set()),
        ("Ankara and Damascus", {"turkey", "syria"}),
        ("Papua New Guinea", {"papua new guinea"}),
        ("the U.K.", {"britain"}),
        ("the harbour office", set()),
    ],
)
def test_a_country_is_named_by_any_of_its_names(words: str, named: set[str]) -> None:
    assert countries(frozenset(stems(words))) == named


def test_what_is_a_capitals_is_not_its_countrys() -> None:
    assert countries_proper(frozenset(stems("London mayor"))) == set()
    assert countries_proper(frozenset(stems("the English mayor"))) == {"britain"}


def test_every_word_of_a_countrys_name_is_one_of_its_words() -> None:
    assert {"korea", "south", "ankara", "turkish"} <= country_words()
    assert "harbour" not in country_words()
