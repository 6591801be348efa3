"""Which names are an outlet's, and where a page tells them."""

import pytest

from index.pages.outlets import (
    ends_like_outlet,
    outlet_beside,
    outlet_of_masthead,
    outlet_of_notice,
    outlet_of_title,
    reads_as_outlet,
)


@pytest.mark.parametrize(
    "text", ["The Veltrin Evening Post", "Ostmark Daily", "World News", "Sund Radio", "The Times"]
)
def test_a_few_words_with_an_outlets_word_among_them_read_as_one(text: str) -> None:
    assert reads_as_outlet(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Storm Closes the Harbour of Veltrin",
        "the evening post",
        "The mayor reads the post",
        "The Post Office of Veltrin Will Be Closed Daily",
        "Veltrin",
    ],
)
def test_other_words_do_not(text: str) -> None:
    assert not reads_as_outlet(text)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("The Veltrin Courier", "The Veltrin Courier"),
        ("OSTMARK GAZETTE", "OSTMARK GAZETTE"),
        ("Veltrin  Post", "Veltrin Post"),
        ("World News", None),
        ("Sports Daily", None),
        ("The Courier", None),
        ("Veltrin Courier | Sport", None),
        ("The Very Long Veltrin Evening Post", None),
        ("Storm Closes Harbour", None),
    ],
)
def test_a_masthead_names_an_outlet_and_no_section(text: str, outlet: str | None) -> None:
    assert outlet_of_masthead(text) == outlet


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("© 2020 Veltrin Courier", "Veltrin Courier"),
        ("Copyright © 2019-2021 Veltrin Courier Ltd. All rights reserved.", "Veltrin Courier"),
        ("(c) Ostmark Post", "Ostmark Post"),
        ("Copyright 2020 by The Gazette of Sund", "The Gazette of Sund"),
        ("© Ostmark & Sund Mercury, all rights reserved", "Ostmark & Sund Mercury"),
        ("All rights reserved", None),
        ("© 2020", None),
    ],
)
def test_a_notice_names_who_holds_the_rights(text: str, outlet: str | None) -> None:
    assert outlet_of_notice(text) == outlet


@pytest.mark.parametrize(
    ("title", "outlet"),
    [
        ("Bridge closed | The Courier", "The Courier"),
        ("Bridge closed - Veltrin Post", "Veltrin Post"),
        ("bridge closed — Sport — The Courier", "The Courier"),
        ("Bridge closed", None),
        ("Bridge-closed", None),
        ("Another story | The Courier", None),
        ("Bridge closed | a line of far too many words to be a name", None),
    ],
)
def test_a_pages_title_has_the_outlet_behind_the_headline(title: str, outlet: str | None) -> None:
    assert outlet_of_title(title, "Bridge closed") == outlet


@pytest.mark.parametrize(
    "name",
    [
        "The Veddo Voice", "*Harbour Dispatch*", "The Market Post", "The Daily Mail",
        "Veddo Signal", "The Evening Globe", "Ostmark Beacon",
    ],
)  # fmt: skip
def test_a_name_beside_a_date_is_an_outlets_where_it_ends_like_one(name: str) -> None:
    assert outlet_beside(name) == name.strip("*")


@pytest.mark.parametrize(
    "name",
    [
        "Company News", "The Latest News", "Weekly Press", "Press Release", "Daily Mail Reporter",
        "The Hague", "Market Review", "Morning Brief", "post of Ven", "Ven", "Times", "",
        "World", "Business News", "New York", "Nora Falk", "Ostmark Today", "Morning Mail",
        "Daily News", "Daily Briefing", "Daily", "Sports Daily", "The Weekly", "Reality TV",
        "Radio Silence", "TV Review", "TV", "Shopping Online", "Online", "Oil Prices Daily Higher",
        "The Courier",
    ],
)  # fmt: skip
def test_a_section_a_column_or_a_place_beside_a_date_is_no_outlet(name: str) -> None:
    assert outlet_beside(name) is None


@pytest.mark.parametrize(
    "name",
    ["Market Courier", "National Ledger", "The Business Chronicle", "Evening Standard",
     "The Sunday Times"],
)  # fmt: skip
def test_before_a_word_that_only_papers_are_called_by_any_other_will_do(name: str) -> None:
    assert outlet_beside(name) == name


@pytest.mark.parametrize(
    "name",
    ["The Daily Meridian", "Daily Meridian", "Ostmark Daily", "Ostmark Weekly", "TV Ister",
     "Radio Free Ostmark", "Sund Radio", "TV Ister Online", "The Ostmark Post Online"],
)  # fmt: skip
def test_a_daily_and_a_station_are_called_so_at_either_end_and_may_be_online(name: str) -> None:
    assert outlet_beside(name) == name


def test_a_papers_word_closes_a_name() -> None:
    assert ends_like_outlet("Veddo Signal")
    assert not ends_like_outlet("Signal Veddo")
    assert not ends_like_outlet("")
