"""Tests of what a word before a time makes of it."""

from datetime import date

import pytest

from qa.timing.leads import opened
from qa.timing.periods import month_period

MAY = month_period(2024, 5)


@pytest.mark.parametrize(
    ("lead", "since", "until"),
    [
        ("in", date(2024, 5, 1), date(2024, 5, 31)),
        ("after", date(2024, 6, 1), None),
        ("since", date(2024, 5, 1), None),
        ("before", None, date(2024, 4, 30)),
        ("until", None, date(2024, 5, 31)),
    ],
)
def test_a_lead_opens_or_closes_the_time(lead: str, since: date | None, until: date | None) -> None:
    found = opened(lead, MAY, f"{lead} May")
    assert (found.since, found.until, found.phrases) == (since, until, (f"{lead} May",))
