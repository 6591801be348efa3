"""What leads into a story's text: the place and the agency, and where its own words begin."""

from datetime import date

import pytest

from index.pages.datelines import read_dateline

TEXT = "The harbour was closed on Monday after a storm."


@pytest.mark.parametrize(
    ("lead", "place", "agency"),
    [
        ("ERBIL (Kurdistan 24) –", "ERBIL", "Kurdistan 24"),
        ("LONDON, March 3 (Reuters) -", "LONDON", "Reuters"),
        ("LONDON (Reuters) -", "LONDON", "Reuters"),
        ("NEW YORK (AP) --", "NEW YORK", "AP"),
        ("NEW YORK (AP) —", "NEW YORK", "AP"),
        ("SACRAMENTO, Calif. (AP) —", "SACRAMENTO", "AP"),
        ("ST. LOUIS, Tuesday (KNA) -", "ST. LOUIS", "KNA"),
        ("PORT-AU-PRINCE, 12 May (AFP) -", "PORT-AU-PRINCE", "AFP"),
        ("TEL AVIV/GAZA (dpa) -", "TEL AVIV/GAZA", "dpa"),
        ("Kyiv/Moscow (dpa) -", "Kyiv/Moscow", "dpa"),
        ("Little Ostmark (KNA) -", "Little Ostmark", "KNA"),
        ("Veltrin (KNA):", "Veltrin", "KNA"),
        ("WASHINGTON —", "WASHINGTON", None),
        ("VELTRIN, Feb 26 -", "VELTRIN", None),
        ("SÃO PAULO -", "SÃO PAULO", None),
        ("(Reuters) -", None, "Reuters"),
    ],
)
def test_the_place_and_the_agency_are_read(
    lead: str, place: str | None, agency: str | None
) -> None:
    dateline = read_dateline(f"{lead} {TEXT}")
    assert dateline is not None
    assert (dateline.place, dateline.agency, dateline.outlet) == (place, agency, None)
    assert (dateline.end, dateline.body) == (len(lead), len(lead) + 1)


def test_an_outlet_that_signs_its_own_text_is_one() -> None:
    dateline = read_dateline(f"Shafaq News / {TEXT}")
    assert dateline is not None
    assert (dateline.outlet, dateline.place, dateline.agency) == ("Shafaq News", None, None)
    assert dateline.body == len("Shafaq News / ")


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("VELTRIN, March 3, 2021 (KNA) -", date(2021, 3, 3)),
        ("VELTRIN, March 3 (KNA) -", None),
        ("VELTRIN (KNA) -", None),
    ],
)
def test_the_day_is_told_only_with_its_year(lead: str, day: date | None) -> None:
    dateline = read_dateline(f"{lead} {TEXT}")
    assert dateline is not None
    assert dateline.day == day


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "",
        "Paris - a city of two million - was quiet on Monday.",
        "US - China talks went on.",
        "UN - it said - would help.",
        "NATO - which met on Monday - said no.",
        "The mayor (an engineer) - and he should know - said no.",
        "VELTRIN (KNA) -",
        "veltrin (KNA) - the harbour was closed.",
        "Either / or is not how Ada Lund sees it.",
        "He said that LONDON (Reuters) - had closed.",
        "(1) - The first of them.",
    ],
)
def test_a_sentence_with_a_dash_or_a_bracket_has_no_dateline(text: str) -> None:
    assert read_dateline(text) is None
