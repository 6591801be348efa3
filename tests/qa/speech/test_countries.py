"""Countries are known by their names, their peoples' and their capitals'."""

import pytest

from index.analysis import stems
from qa.speech.countries import countries, country_words


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
        ("the harbour office", set()),
    ],
)
def test_a_country_is_named_by_any_of_its_names(words: str, named: set[str]) -> None:
    assert countries(frozenset(stems(words))) == named


def test_every_word_of_a_countrys_name_is_one_of_its_words() -> None:
    assert {"korea", "south", "ankara", "turkish"} <= country_words()
    assert "harbour" not in country_words()
