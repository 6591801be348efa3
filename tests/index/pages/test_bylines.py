"""Which lines say who wrote a story, and whom they name."""

import pytest

from index.pages.bylines import read_bare_name, read_byline, read_signature


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Nora Falk", "Nora Falk"),
        ("BY NORA FALK", "NORA FALK"),
        ("by Nora Falk and Ivar Holm, Reuters", "Nora Falk and Ivar Holm"),
        ("By Nora Falk, Transport Reporter", "Nora Falk"),
        ("By Nora Falk, Ivar Holm and Ada Lund", "Nora Falk, Ivar Holm and Ada Lund"),
        ("By Nora Falk & Ivar Holm", "Nora Falk & Ivar Holm"),
        ("By Mohammed al Sudani", "Mohammed al Sudani"),
        ("By J. R. Falk", "J. R. Falk"),
        ("By Jean-Luc O'Hara", "Jean-Luc O'Hara"),
        ("By Élise de la Tour", "Élise de la Tour"),
        ("Written by Nora Falk", "Nora Falk"),
        ("Words and pictures by Nora Falk", "Nora Falk"),
        ("Posted by Nora Falk", "Nora Falk"),
        ("Author: Nora Falk", "Nora Falk"),
        ("Text: Nora Falk", "Nora Falk"),
        ("From Nora Falk in Oslo", "Nora Falk"),
        ("By our staff", "our staff"),
        ("By our harbour correspondent", "our harbour correspondent"),
        ("By Courier Staff", "Courier Staff"),
        ("By Reuters", "Reuters"),
        ("By KNA", "KNA"),
        ("Nora Falk | Staff Writer", "Nora Falk"),
        ("Nora Falk, Transport Correspondent", "Nora Falk"),
        ("Nora Falk and Ivar Holm, Political Reporters", "Nora Falk and Ivar Holm"),
        ("Nora Falk, special to The Courier", "Nora Falk"),
    ],
)
def test_a_line_that_signs_names_its_authors(line: str, names: str) -> None:
    assert read_byline(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Nora Falk",
        "By the Numbers",
        "By the time the troops left",
        "From the ashes of war",
        "By Land and Sea, Aid Reaches Gaza",
        "By Monday evening it had stopped",
        "By Nora Falk.",
        "By Nora Falk's account the storm came from the north and lasted all of the long night",
        "Bye Nora Falk",
        "Standby Nora Falk",
        "Written in haste",
        "Story of the Year",
        "The council appointed a new editor",
        "World News Editor",
        "By " + "A" * 400,
    ],
)
def test_a_line_that_only_begins_like_one_signs_nothing(line: str) -> None:
    assert read_byline(line) is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Nora Falk", "Nora Falk"),
        ("NORA FALK", "NORA FALK"),
        ("Nora Falk and Ivar Holm", "Nora Falk and Ivar Holm"),
        ("J. R. Falk", "J. R. Falk"),
        ("- Nora Falk", "Nora Falk"),
        ("Nora Falk (Mrs)", "Nora Falk"),
        ("Nora Falk in Ostmark", "Nora Falk"),
        ("Staff reporter", "Staff reporter"),
        ("Our Harbour Correspondent", "Our Harbour Correspondent"),
    ],
)
def test_a_name_alone_may_sign(line: str, name: str) -> None:
    assert read_bare_name(line) == name


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Nora",
        "nora falk",
        "By Nora Falk",
        "World News",
        "The Courier",
        "Evening Post",
        "Veltrin Signal",
        "City Council",
        "United Nations Security Council",
        "ENG ORL DEU",
        "Storm Closes the Harbour",
        "Nora Falk said no",
        "Monday Evening",
        "Falk " * 100,
    ],
)
def test_what_is_no_name_signs_nothing(line: str) -> None:
    assert read_bare_name(line) is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Nora Falk", "Nora Falk"),
        ("Nora Falk, Ostmark", "Nora Falk"),
        ("Nora Falk, Little Ostmark Road", "Nora Falk"),
        ("Nora Falk, who lives in Ostmark", None),
        ("Nora Falk, Five Words Are Too Many", None),
        ("Yours, Ostmark", None),
    ],
)
def test_a_letter_is_signed_by_a_name_with_or_without_a_place(line: str, name: str | None) -> None:
    assert read_signature(line) == name


def test_a_line_of_initials_is_decided_at_once() -> None:
    # Each initial could once be read in two ways: twenty of them in a million.
    initials = ", ".join(["A. B. C. D."] * 5)
    assert read_bare_name(f"{initials} x") is None


@pytest.mark.parametrize("line", ["By Nora Falk Thu", "By Nora Falk Dec", "By Nora Falk Updated"])
def test_a_date_that_begins_behind_the_name_is_no_part_of_it(line: str) -> None:
    assert read_byline(line) == "Nora Falk"


def test_a_name_that_begins_like_a_month_is_kept() -> None:
    assert read_byline("By Marcus Junior Decker") == "Marcus Junior Decker"
