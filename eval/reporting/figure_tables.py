"""Set figures out as tables in HTML, each value on a scale. Input: Scores. Output: HTML.

On a phone a row becomes a block, and each cell names its system itself: page.css does that by
``data-of``.
"""

from collections.abc import Mapping, Sequence
from itertools import groupby

from eval.measures.figures import MEANINGS, Figure, Meaning, meaning_of, written
from eval.measures.scores import Scores
from eval.reporting.markup import counted, text

# What is told of each kind of question: the first few of these that a run has.
_BY_KIND = (
    "passage R@1", "passage R@5", "document nDCG@10", "MAP", "MRR",
    "evidence right", "token F1", "abstention F1",
)  # fmt: skip
# With more systems than that, intervals go below their values.
_ROOMY = 3
_N = '<th scope="col" class="n">Questions</th>'


def figures_table(scores: Mapping[str, Scores]) -> str:
    """A row for each figure that any system has, by group; a column for each system."""
    head = "".join(f'<th scope="col">{text(system)}</th>' for system in scores)
    had = [m for m in MEANINGS if any(each.figure(m.name) for each in scores.values())]
    bodies = "".join(
        f'<tbody><tr class="group"><th scope="rowgroup" colspan="{len(scores) + 2}">{group}</th>'
        f"</tr>{''.join(_figure_row(meaning, scores) for meaning in meanings)}</tbody>"
        for group, meanings in groupby(had, lambda meaning: meaning.group)
    )
    many = " many" if len(scores) > 1 else ""
    crowded = " crowded" if len(scores) > _ROOMY else ""
    return (
        f'<table class="figures{many}{crowded}"><thead><tr><th scope="col">Figure</th>'
        f"{_N}{head}</tr></thead>{bodies}</table>"
    )


def kinds_table(scores: Scores) -> str:
    """A row for each kind of question, a column for each of a few figures."""
    names = [
        name
        for name in _BY_KIND
        if any(f.name == name for kind in scores.kinds for f in kind.figures)
    ]
    head = "".join(f'<th scope="col">{name}</th>' for name in names)
    rows = "".join(
        f'<tr><th scope="row">{kind.kind}</th><td class="n">{kind.questions:,}</td>'
        + "".join(
            _cell(next((f for f in kind.figures if f.name == name), None), name, 1.0, False)
            for name in names
        )
        + "</tr>"
        for kind in scores.kinds
    )
    return (
        f'<table class="figures kinds many"><thead><tr><th scope="col">Kind</th>{_N}{head}</tr>'
        f"</thead><tbody>{rows}</tbody></table>"
    )


def _figure_row(meaning: Meaning, scores: Mapping[str, Scores]) -> str:
    row = {system: each.figure(meaning.name) for system, each in scores.items()}
    had = [figure for figure in row.values() if figure]
    scale = 1.0 if meaning.unit == "share" else max(figure.high for figure in had) or 1.0
    best = _best(meaning, had)
    cells = "".join(_cell(figure, system, scale, figure in best) for system, figure in row.items())
    lower = "" if meaning.higher_is_better else "; lower is better"
    unit = " (ms)" if meaning.unit == "ms" else ""
    return (
        f'<tr><th scope="row">{meaning.name}{unit} <small>{text(meaning.about)}{lower}</small></th>'
        f'<td class="n">{max(figure.n for figure in had):,}</td>{cells}</tr>'
    )


def _best(meaning: Meaning, figures: Sequence[Figure]) -> list[Figure]:
    """Those with the best value, where there are several to choose from and not all are alike."""
    values = [figure.value for figure in figures]
    if len(set(values)) < 2:
        return []
    best = max(values) if meaning.higher_is_better else min(values)
    return [figure for figure in figures if figure.value == best]


def _cell(figure: Figure | None, of: str, scale: float, is_best: bool) -> str:
    if figure is None:
        return f'<td class="none" data-of="{text(of)}">–</td>'
    value, low, high = written(figure)
    best = ' class="best"' if is_best else ""
    unit = " ms" if meaning_of(figure.name).unit == "ms" else ""
    places = (("low", figure.low), ("high", figure.high), ("value", figure.value))
    style = ";".join(f"--{name}:{_at(each, scale)}" for name, each in places)
    return (
        f'<td{best} data-of="{text(of)}" title="{counted(figure.n, "question")}">'
        f'<span class="value">{value}{unit}</span> <span class="between">{low}–{high}</span>'
        f'<span class="scale" style="{style}"></span></td>'
    )


def _at(value: float, scale: float) -> str:
    """Where a value stands on the scale, as a part of its length."""
    return f"{min(max(value / scale, 0), 1):.4f}"
