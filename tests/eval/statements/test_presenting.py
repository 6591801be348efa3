"""Showing the measure as lines of text."""

from eval.statements.census import Census
from eval.statements.matching import match
from eval.statements.presenting import census_lines, misses, table
from tests.eval.statements.making import found, gold, read

TEXT = "Trams turn at the market, the mayor said. It will rain."
TRAMS = TEXT.index(",")


def test_the_table_has_counts_beside_its_shares() -> None:
    matched = [match(read(found(0, TRAMS, "mayor"), text=TEXT), [gold(0, TRAMS, "mayor")], 0.8)]

    head, everything, *_ = table(matched)

    assert head.split()[:3] == ["P", "R", "F1"]
    assert everything.split()[:5] == ["all", "1.000", "1.000", "1.000", "1/1/1"]


def test_a_statement_that_was_missed_is_shown_with_how_it_was_cut() -> None:
    cut = found(0, 5, "mayor")

    lines = list(misses([match(read(cut, text=TEXT), [gold(0, TRAMS, "mayor")], 0.8)]))

    assert lines == ["MISSED  seeds/a.txt (said) Trams turn at the market", "    cut Trams"]


def test_a_wrong_speaker_an_open_one_and_a_wrong_statement_are_told_apart() -> None:
    later = TEXT.index("It")
    wanted = [gold(0, TRAMS, "mayor")]
    wrong = [match(read(found(0, TRAMS, "Holt"), text=TEXT), wanted, 0.8)]
    left_open = [match(read(found(0, TRAMS), text=TEXT), wanted, 0.8)]
    nothing = [match(read(found(later, len(TEXT)), text=TEXT), [], 0.8)]

    assert next(misses(wrong)).startswith("SPEAKER seeds/a.txt [Holt | said | reported], is mayor")
    assert next(misses(left_open)).startswith("OPEN    seeds/a.txt [open")
    assert next(misses(nothing)).startswith("WRONG   seeds/a.txt [open | said | reported] It will")


def test_the_census_tells_the_share_and_the_pace() -> None:
    census = Census(
        articles=3, speaking=2, statements=4, attributed=3, direct=1, words=600, seconds=0.006,
        sample=(),
    )  # fmt: skip

    (line,) = census_lines(census)

    assert "4 statements in 2 of 3 articles, 1 direct; 3 attributed (0.750)" in line
    # 6 ms for 600 words.
    assert "3.00 ms for 300 words" in line
