"""What a user may set."""

import pytest

from index.errors import InvalidRequest
from qa import settings
from qa.settings import read_settings


@pytest.mark.parametrize(
    ("given", "threshold"), [("0", 0.0), ("1", 1.0), ("0.5", 0.5), (".25", 0.25)]
)
def test_the_threshold_is_read_from_the_environment(given: str, threshold: float) -> None:
    assert read_settings({"CITEWIRE_THRESHOLD": given}).threshold == threshold


def test_without_a_setting_the_threshold_is_the_one_that_the_documentation_names() -> None:
    usual = read_settings({}).threshold
    assert 0 < usual < 1
    assert f"empty: {usual}" in (settings.__doc__ or "")
    assert read_settings({"CITEWIRE_THRESHOLD": ""}).threshold == usual


def test_the_reader_is_read_from_the_environment() -> None:
    assert read_settings({"CITEWIRE_READER": "models/mine"}).reader == "models/mine"


def test_without_a_setting_the_reader_is_the_one_that_comes_with_citewire() -> None:
    assert read_settings({}).reader == ""
    assert read_settings({"CITEWIRE_READER": ""}).reader == ""


@pytest.mark.parametrize("given", ["high", "1.01", "-0.01", "nan", "inf", "0,5"])
def test_what_is_no_probability_is_refused_by_name(given: str) -> None:
    with pytest.raises(InvalidRequest, match="CITEWIRE_THRESHOLD") as refused:
        read_settings({"CITEWIRE_THRESHOLD": given})
    assert repr(given) in refused.value.problem
    assert "0 to 1" in refused.value.remedy
