"""Figures are set out as tables in HTML."""

import re

from eval.measures.figures import Figure
from eval.measures.scores import KindScores, Scores
from eval.reporting.figure_tables import figures_table, kinds_table


def scores(*figures: Figure, kinds: tuple[KindScores, ...] = ()) -> Scores:
    return Scores(questions=10, answerable=7, figures=figures, kinds=kinds, judged=())


def cells(table: str) -> list[tuple[str, ...]]:
    """Of each cell with a value: system, value, interval, and its places on the scale."""
    return re.findall(
        r'data-of="([^"]*)"[^>]*><span class="value">([^<]*)</span> <span class="between">([^<]*)'
        r'</span><span class="scale" style="--low:([^;]*);--high:([^;]*);--value:([^"]*)"',
        table,
    )


def test_a_share_stands_on_a_scale_from_nought_to_one() -> None:
    table = figures_table({"reader": scores(Figure("passage R@1", 0.5, 0.25, 0.75, 7))})
    assert cells(table) == [("reader", "0.500", "0.250–0.750", "0.2500", "0.7500", "0.5000")]


def test_times_stand_on_a_scale_to_the_longest_of_the_row() -> None:
    table = figures_table(
        {
            "a": scores(Figure("median latency", 10, 5, 20, 7)),
            "b": scores(Figure("median latency", 30, 20, 40, 7)),
        }
    )
    assert cells(table) == [
        ("a", "10.0 ms", "5.0–20.0", "0.1250", "0.5000", "0.2500"),
        ("b", "30.0 ms", "20.0–40.0", "0.5000", "1.0000", "0.7500"),
    ]


def test_the_best_of_a_row_is_marked_whichever_way_is_better() -> None:
    table = figures_table(
        {
            "a": scores(Figure("passage R@1", 0.5, 0, 1, 7), Figure("p95 latency", 10, 5, 20, 7)),
            "b": scores(Figure("passage R@1", 0.6, 0, 1, 7), Figure("p95 latency", 11, 5, 20, 7)),
        }
    )
    assert re.findall(r'class="best" data-of="(.)"', table) == ["b", "a"]


def test_where_all_are_alike_or_alone_none_is_best() -> None:
    one = scores(Figure("passage R@1", 0.5, 0, 1, 7))
    assert 'class="best"' not in figures_table({"a": one, "b": one})
    assert 'class="best"' not in figures_table({"a": one, "b": scores()})


def test_a_figure_that_a_system_has_not_leaves_its_cell_empty() -> None:
    table = figures_table({"a": scores(Figure("MAP", 0.5, 0, 1, 7)), "b": scores()})
    assert '<td class="none" data-of="b">–</td>' in table
    assert "Abstaining" not in table


def test_a_row_tells_its_meaning_and_over_how_many_questions() -> None:
    table = figures_table({"a": scores(Figure("risk at 80%", 0.5, 0, 1, 1234))})
    assert "only where all of those were answered; lower is better" in table
    assert '<td class="n">1,234</td>' in table


def test_the_name_of_a_system_cannot_become_markup() -> None:
    assert "<i>" not in figures_table({"<i>": scores(Figure("MAP", 0.5, 0, 1, 7))})


def test_kinds_of_question_are_rows_with_the_figures_that_any_has() -> None:
    table = kinds_table(
        scores(
            kinds=(
                KindScores("who", 3, (Figure("passage R@1", 0.5, 0.25, 0.75, 3),)),
                KindScores("when", 4, (Figure("token F1", 0.6, 0.5, 0.7, 4),)),
            )
        )
    )
    assert re.findall(r'<th scope="col">([^<]*)</th>', table) == ["Kind", "passage R@1", "token F1"]
    assert [(cell[0], cell[1]) for cell in cells(table)] == [
        ("passage R@1", "0.500"),
        ("token F1", "0.600"),
    ]
    assert re.findall(r'<th scope="row">([^<]*)</th><td class="n">(\d+)', table) == [
        ("who", "3"),
        ("when", "4"),
    ]
