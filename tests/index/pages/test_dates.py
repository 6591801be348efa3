"""Which dates stand in a line, which lines are a date and nothing else, and which day they name."""

import warnings
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.pages.dates import find_dates, is_time_alone, read_date_line

TWENTIETH = date(2020, 2, 20)


@pytest.mark.parametrize(
    "line",
    [
        "02/20/2020 11:22:38",
        "20/02/2020",
        "20-02-2020",
        "2020-02-20",
        "2020-02-20T11:22:38Z",
        "2020-02-20T11:22:38+03:00",
        "2020/02/20",
        "2020.02.20",
        "20.02.2020",
        "20. 2. 2020",
        "20/02/20",
        "Posted 02/20/20",
        "Published: 20 February 2020",
        "Published on February 20, 2020",
        "First published 20 February 2020 at 11.22",
        "Feb. 20, 2020",
        "Feb 20 2020",
        "FEBRUARY 20, 2020",
        "20th of February, 2020",
        "20-FEB-2020 15:01:01.79",
        "Thursday, 20 February 2020 11:22 GMT",
        "Thu, 20 Feb 2020 11:22:38 +0000",
        "February 20, 2020 | 3:15 PM EST",
        "20 February 2020, 11:22 (GMT+3)",
        "20 February 2020 - 5 min read",
        "Thursday, February 20, 2020, page A4",
        "  20 February 2020  ",
    ],
)
def test_a_line_that_names_one_day_is_that_day(line: str) -> None:
    found = read_date_line(line)
    assert found is not None
    assert (found.published, found.names) == (TWENTIETH, ())


@pytest.mark.parametrize(
    "line",
    [
        "",
        "20",
        "TT",
        "2020",
        "May 2020",
        "3 2020",
        "11:22",
        "20 February",
        "20 February 3020",
        "It began in 2019.",
        "+1 202 2020 2020",
        "Baghdad and Erbil agreed on 20 February 2020 to open two centres in the north",
        "The strike of 20 February 2020 was the first",
        "20 February 2020 was a Thursday and cold",
        "She was born on 20 February 1990",
        "a" * 141 + " 20 February 2020",
    ],
)
def test_a_line_that_names_no_whole_day_or_says_more_is_none(line: str) -> None:
    assert read_date_line(line) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Posted on February 20, 2020 by John", ("by John",)),
        ("Nora Falk | 20 February 2020", ("Nora Falk",)),
        ("By Nora Falk, February 20, 2020", ("By Nora Falk",)),
        ("Evening Courier, Thursday 20 February 2020", ("Evening Courier",)),
        ("VELTRIN, 20 February 2020", ("VELTRIN",)),
    ],
)
def test_names_beside_the_date_are_told_as_they_stand(line: str, names: tuple[str, ...]) -> None:
    found = read_date_line(line)
    assert found is not None
    assert (found.published, found.names) == (TWENTIETH, names)


@pytest.mark.parametrize("line", ["03/04/2020", "Published 03-04-2020", "3/4/2020 10:15", "3/4/20"])
def test_a_date_with_two_readings_is_a_date_line_without_a_day(line: str) -> None:
    # The third of April to some, the fourth of March to others.
    found = read_date_line(line)
    assert found is not None
    assert found.published is None


def test_two_readings_that_agree_are_one_day() -> None:
    found = read_date_line("04/04/2020")
    assert found is not None
    assert found.published == date(2020, 4, 4)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Last updated: 21 February 2020", None),
        ("Modified 21 February 2020", None),
        ("Published 20 February 2020, updated 21 February 2020", TWENTIETH),
        ("Updated 21 February 2020 | Published 20 February 2020", TWENTIETH),
        ("20 February 2020 (last updated 21 February 2020)", TWENTIETH),
    ],
)
def test_the_day_of_an_update_is_not_the_day_of_publication(line: str, day: date | None) -> None:
    found = read_date_line(line)
    assert found is not None
    assert found.published == day


def test_of_two_dates_that_nothing_tells_apart_none_is_the_storys() -> None:
    found = read_date_line("20 February 2020 | 21 February 2020")
    assert found is not None
    assert found.published is None


@pytest.mark.parametrize(
    "line",
    ["Born 3 May 1950", "Deadline: 30 June 2034", "Election Day: 3 November 2026",
     "Battle of Torva, 3 May 1950", "Expires 3 May 2035"],
)  # fmt: skip
def test_a_date_of_something_else_is_no_date_line(line: str) -> None:
    assert read_date_line(line) is None


def test_a_day_that_no_calendar_has_is_none() -> None:
    for line in ("29 February 2021", "Feb 30, 2020", "31.02.2020"):
        found = read_date_line(line)
        assert found is None or found.published is None
    leap = read_date_line("29 February 2020")
    assert leap is not None
    assert leap.published == date(2020, 2, 29)


def test_a_zone_that_nobody_knows_is_passed_over_in_silence() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert read_date_line("20 Feb 2020 11:22 XYZ") is not None


def test_a_year_of_two_digits_is_the_nearest_past_or_present_one() -> None:
    assert [found.day for found in find_dates("25/12/99 and 25/12/21")] == [
        date(1999, 12, 25),
        date(2021, 12, 25),
    ]


def test_every_date_of_a_text_is_found_where_it_stands() -> None:
    text = "From 3 May 2019 to June 4, 2019, and again (updated 2019-07-05) till 06/07/2019."
    found = [(text[f.start : f.end], f.day, f.is_later) for f in find_dates(text)]
    assert found == [
        ("3 May 2019", date(2019, 5, 3), False),
        ("June 4, 2019", date(2019, 6, 4), False),
        ("2019-07-05", date(2019, 7, 5), True),
        ("06/07/2019", None, False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "flight 1/2/20201",
        "1/2/3",
        "1/2/20/5",
        "call 555-20-02-2020",
        "version 1.20.02.2020",
        "May I ask 20 of 2020",
        "Marching 3 2020",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize("line", ["10:45", "10.45am", "10:45 GMT", "9 pm", "- 10:45 -", "23h15"])
def test_a_time_of_day_alone_is_told(line: str) -> None:
    assert is_time_alone(line)


@pytest.mark.parametrize(
    "line", ["10", "GMT", "It was 10:45", "10:45 The mayor speaks", "", "2020", "1:045"]
)
def test_a_line_that_is_more_or_less_than_a_time_is_none(line: str) -> None:
    assert not is_time_alone(line)


@given(
    st.one_of(
        st.text(max_size=60),
        st.text(alphabet="0123456789/-.:, TZ+JanFebMaypst", max_size=50).map("2020 ".__add__),
    )
)
def test_dates_stand_in_order_and_apart_and_name_a_year_of_the_text(line: str) -> None:
    last = 0
    for found in find_dates(line):
        assert last <= found.start < found.end <= len(line)
        words = line[found.start : found.end]
        assert found.day is None or f"{found.day:%y}" in words
        last = found.end


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_of_two_centuries_is_read_back(day: date) -> None:
    for line in (
        day.isoformat(),
        f"{day.day}.{day.month}.{day.year}",
        f"Published: {day:%A}, {day.day} {day:%B} {day.year}",
        f"{day:%b} {day.day}, {day.year}",
    ):
        found = read_date_line(line)
        assert found is not None, line
        assert found.published == day
