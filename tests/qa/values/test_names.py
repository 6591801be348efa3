"""Persons named in full, and when two names may be one person's."""

import pytest

from qa.values.names import is_one_name, persons


def test_persons_are_found_by_their_full_names_alone() -> None:
    text = "Transport minister Vera Holm met Crane and the Harbour Company in Oslo."
    assert [text[each.start : each.end] for each in persons(text)] == ["Vera Holm"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("yahya rasool", "yahya rasoul"),
        ("jabbar yawar", "jabar yawer"),
        ("vera holm", "v. holm"),
        ("yasar guler", "yashar guler"),
    ],
)
def test_one_person_may_be_spelled_otherwise(one: str, other: str) -> None:
    assert is_one_name(one, other)


def test_two_persons_share_no_word() -> None:
    assert not is_one_name("vera holm", "milo crane")
