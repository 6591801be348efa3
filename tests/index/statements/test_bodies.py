"""Which body is meant where an article names several."""

import pytest

from tests.index.statements.making import names_in


@pytest.mark.parametrize(
    ("then", "name"),
    [
        ("The bakers' union said no.", "bakers' union"),
        ("The bakery federation said no.", "bakery federation"),
        ("The union said no.", "Holm Dockers' Union"),
        ("The docking union said no.", "Holm Dockers' Union"),
        ("The newly formed trade union said no.", "Holm Dockers' Union"),
        ("The country's largest union said no.", "Holm Dockers' Union"),
        ("The federation said no.", "Pilots' Federation"),
        ("The pilots' federation said no.", "Pilots' Federation"),
    ],
)
def test_a_body_of_another_kind_is_another(then: str, name: str) -> None:
    before = ("The Pilots' Federation said yes.", "The Holm Dockers' Union said it was late.")
    assert names_in(*before, then)[-1] == name


def test_whose_group_it_is_tells_which() -> None:
    before = "The National Association of Realtors said yes."
    assert (
        names_in(before, "The realtors' group said no.")[-1] == "National Association of Realtors"
    )
    assert names_in(before, "The tenants' group said no.")[-1] == "tenants' group"
    assert names_in("Acme Corp said yes.", "The steel company said no.")[-1] == "Acme Corp"


@pytest.mark.parametrize(
    ("bodies", "then", "name"),
    [
        ("Acme Bank and Lund Savings Bank", "Acme said no.", "Acme Bank"),
        ("Acme Bank and Lund", "Acme said no.", "Acme Bank"),
        ("Acme Bank and the Lund Savings Bank", "The bank said no.", "Acme Bank"),
        ("Acme Bank and the International Grain Council (IGC)", "The IGC said no.",
         "International Grain Council"),
        ("Lund Farmers and Millers Union", "The union said no.", "Lund Farmers and Millers Union"),
        ("Acme Steel and Brass Corp", "Acme Steel said no.", "Acme Steel and Brass Corp"),
        ("Ministry of Energy and Natural Wealth", "The ministry said no.",
         "Ministry of Energy and Natural Wealth"),
    ],
)  # fmt: skip
def test_two_bodies_joined_by_and_are_no_fuller_name_of_the_first(
    bodies: str, then: str, name: str
) -> None:
    assert names_in(f"It was sold by {bodies} last year.", then) == [name]


def test_a_unit_has_no_fuller_name_of_its_parent() -> None:
    unit = "Its buyer was Acme Finance International Inc, as planned."
    assert names_in("Acme Corp sold a ship.", unit, "Acme said no.") == ["Acme Corp"]
    # Here the unit is who speaks.
    parent = "Acme Finance International Inc, a unit of Acme Corp, sold a ship."
    assert names_in(parent, "Acme said no.") == ["Acme Finance International Inc"]
    # A bank may be the unit itself.
    parent = "Acme Financial Corp owns Acme Bank."
    assert names_in(parent, "Acme said no.") == ["Acme Financial Corp"]
