"""How many texts report what is cited, in words."""

from dataclasses import replace

import pytest

from qa.records import Quote
from tests.ui.pages.making import CITATION
from ui.presenting import reports_line


def _also(*outlets: tuple[str | None, bool]) -> tuple[Quote, ...]:
    return tuple(
        Quote(f"b{number}", "Early", outlet, None, "b.txt", 0, 6, "It is.", is_copy)
        for number, (outlet, is_copy) in enumerate(outlets)
    )


@pytest.mark.parametrize(
    ("outlets", "reports", "told"),
    [
        ([("Herald", False), ("Courier", False)], 3, "3 independent reports"),
        ([("Herald", True)], 1, "One report, in 2 articles made from the same text"),
        (
            [("Herald", True), ("Courier", False)],
            2,
            "2 independent reports, in 3 outlets, 2 of them from the same text",
        ),
        (
            [(None, True), ("Courier", False)],
            2,
            "2 independent reports, in 3 articles, 2 of them from the same text",
        ),
        # Two others are copies of each other, and none of what is cited.
        ([("Herald", False), ("Courier", False)], 2, "2 independent reports, in 3 outlets"),
        # One outlet has it twice.
        (
            [("Herald", False), ("Herald", True)],
            2,
            "2 independent reports, in 3 articles, 2 of them from the same text",
        ),
    ],
)
def test_reports_are_counted_with_those_who_print_them(
    outlets: list[tuple[str | None, bool]], reports: int, told: str
) -> None:
    assert reports_line(replace(CITATION, also_in=_also(*outlets), reports=reports)) == told


def test_the_agency_is_named_where_every_copy_names_it() -> None:
    herald, courier, mail = _also(("Herald", True), ("Courier", False), ("Mail", True))
    ours = replace(CITATION, reports=2, agency="Reuters", also_in=(courier, herald))
    assert reports_line(ours).endswith("2 of them from the same text")
    of_agency = replace(ours, also_in=(courier, replace(herald, agency="REUTERS")))
    assert reports_line(of_agency).endswith("2 of them from the same Reuters text")
    one_without = replace(of_agency, also_in=(*of_agency.also_in, mail))
    assert reports_line(one_without).endswith("3 of them from the same text")
