"""Bodies that are called by how their names begin."""

import pytest

from index.statements.shortened import Shortened
from tests.index.statements.making import names_in


@pytest.mark.parametrize(
    ("paragraphs", "name"),
    [
        (("Bay Ferries said it was late.", "Bay said no."), "Bay Ferries"),
        (("The Dockers' Union and Bay Ferries agreed on it.", "Bay said no."), "Bay Ferries"),
        (("Bay Airlines has refused to pay.", "Bay said no."), "Bay Airlines"),
        (("Bay Ferries said it was late.", "Bay Chief Executive Jan Holm left.", "Bay said no."),
         "Bay Ferries"),
    ],
)  # fmt: skip
def test_a_body_called_by_its_first_word_has_its_fullest_name(
    paragraphs: tuple[str, ...], name: str
) -> None:
    assert names_in(*paragraphs)[-1] == name


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Bay Ferries met Bay Tankers.", "Bay Ferries said it was late.", "Bay said no."),
        ("Bay rose.", "Bay Ferries said it was late.", "Bay said no."),
        ("Bay Ferries said it was late.", "It rained in Bay.", "Bay said no."),
        ("The Bay Times wrote that it was late.", "Bay said no."),
        ("The Bay Bridge said it was old.", "Bay said no."),
    ],
)
def test_elsewhere_the_short_name_is_its_own(paragraphs: tuple[str, ...]) -> None:
    assert names_in(*paragraphs)[-1] == "Bay"


def test_a_day_is_no_part_of_the_fuller_name() -> None:
    lines = ["Bay Ferries Monday said it was late.", "Bay Ferries hired ten."]
    assert Shortened(lines).fuller("Bay") == "Bay Ferries"


def test_a_name_that_nothing_goes_on_from_has_no_fuller_one() -> None:
    assert Shortened(["Bay said it was late."]).fuller("Bay") is None
