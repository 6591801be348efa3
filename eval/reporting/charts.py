"""Draw curves and histograms. Input: what was judged of one system. Output: SVG to stand in HTML.

Drawn at the width that a phone shows, so that letters keep their size there. Colours are classes;
page.css names them for light and dark.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from eval.measures.calibration import reliability
from eval.measures.judging import Judged
from eval.reporting.markup import counted, percent, text

_WIDTH, _HEIGHT = 340, 280
_LEFT, _RIGHT, _TOP = 40, 18, 14
_TENTHS = tuple(at / 10 for at in range(0, 11, 2))
# 1.96 standard deviations: 95 of 100.
_Z = 1.96


@dataclass(frozen=True, slots=True)
class _Area:
    """Where a plot stands, and what its sides are worth; y grows upward."""

    top: float
    bottom: float
    x_low: float
    x_high: float
    y_high: float

    def x(self, value: float) -> float:
        share = (value - self.x_low) / (self.x_high - self.x_low)
        return _LEFT + share * (_WIDTH - _LEFT - _RIGHT)

    def y(self, value: float) -> float:
        return self.bottom - value / self.y_high * (self.bottom - self.top)


def reliability_chart(judged: Sequence[Judged]) -> str:
    """Of each tenth of confidence the share that was right, with its 95% interval, and how many
    answers it is of. On the diagonal, confidence is what it says. Only what was answered."""
    answered = [each for each in judged if each.abstained is False]
    sure = np.array([each.confidence for each in answered], dtype=np.float64)
    points = reliability(sure, np.array([bool(each.right) for each in answered]))
    area, below = _Area(_TOP, 186, 0, 1, 1), _Area(206, 240, 0, 1, 1)
    most = max((point["questions"] for point in points), default=1)
    line = " ".join(f"{area.x(p['said']):.1f},{area.y(p['true']):.1f}" for p in points)
    drawn = [
        _grid(area, _TENTHS, _TENTHS, "right"),
        _line(area.x(0), area.y(0), area.x(1), area.y(1), "even"),
        f'<polyline class="curve" points="{line}"/>',
        *(_point(area, point) for point in points),
        *(_pillar(below, point, most) for point in points),
        _line(_LEFT, below.bottom, _WIDTH - _RIGHT, below.bottom, "axis"),
        _ticks(below, [(at, percent(at)) for at in _TENTHS]),
        _label(below, "confidence; below the curve: how many answers"),
    ]
    told = "; ".join(
        f"of {counted(int(p['questions']), 'answer')} at {percent(p['said'])},"
        f" {percent(p['true'])} right"
        for p in points
    )
    return _svg(f"Reliability: {told}", drawn)


def risk_chart(judged: Sequence[Judged]) -> str:
    """The share without a right answer among the surest questions, for any part of all up to where
    the system stops answering: what it would have answered beyond is not known."""
    ordered = sorted(
        (each for each in judged if each.confidence is not None),
        key=lambda each: -(each.confidence or 0),
    )
    wrong = np.cumsum([not each.right for each in ordered])
    risk = wrong / np.arange(1, len(ordered) + 1)
    answered = sum(not each.abstained for each in ordered)
    highest = risk[:answered].max(initial=0)
    high = next(high for high in (0.25, 0.5, 1.0) if highest <= high)
    area = _Area(_TOP, 240, 0, 1, high)
    points = " ".join(
        f"{area.x((at + 1) / len(ordered)):.1f},{area.y(risk[at]):.1f}" for at in _kept(answered)
    )
    stops = answered / len(ordered)
    at_stop = risk[answered - 1] if answered else 0.0
    words = f"answers {percent(stops)}, {percent(at_stop)} wrong"
    drawn = [
        _grid(area, _TENTHS, [high * at / 5 for at in range(6)], "without a right answer"),
        f'<polyline class="curve" points="{points}"/>',
        _line(area.x(stops), area.top, area.x(stops), area.bottom, "stop"),
        f'<circle class="dot" cx="{area.x(stops):.1f}" cy="{area.y(at_stop):.1f}" r="4"/>',
        _beside(area.x(stops), area.top + 10, words, left=stops > 0.5),
        _line(_LEFT, area.bottom, _WIDTH - _RIGHT, area.bottom, "axis"),
        _ticks(area, [(at, percent(at)) for at in _TENTHS]),
        _label(area, "of all questions, the surest"),
    ]
    return _svg(f"Risk by coverage: {words}", drawn)


def latency_chart(times: Sequence[float], low: float, high: float) -> str:
    """How many questions took how long, in ms, ten bars to each tenfold; ``low`` and ``high`` are
    the ends of the scale, so that several systems can share one."""
    # A time of nought has no logarithm: the scale begins at a hundredth of a millisecond.
    logs = np.log10(np.maximum(times, 0.01))
    first = math.floor(10 * math.log10(max(low, 0.01))) - 1
    # Room for the name of a mark behind the longest.
    last = max(math.ceil(10 * math.log10(max(high, 0.01))) + 4, first + 10)
    counts, _ = np.histogram(logs, bins=np.arange(first, last + 1) / 10)
    area = _Area(32, 140, first / 10, last / 10, float(counts.max()))
    bars = (
        _bar(
            area.x((first + at) / 10) + 0.5,
            area.y(count),
            area.x(0.1) - area.x(0) - 1,
            area.bottom - area.y(count),
            f"{counted(int(count), 'question')}, {10 ** ((first + at) / 10):.3g} to"
            f" {10 ** ((first + at + 1) / 10):.3g} ms",
        )
        for at, count in enumerate(counts)
        if count
    )
    median, p95 = np.percentile(times, (50, 95))
    drawn = [
        *bars,
        *_marks(area, (("median", median), ("p95", p95))),
        _line(_LEFT, area.bottom, _WIDTH - _RIGHT, area.bottom, "axis"),
        _ticks(area, [(math.log10(ms), _ms(ms)) for ms in _round_times(first, last)]),
    ]
    return _svg(f"Latency: median {_ms(median)}, p95 {_ms(p95)}", drawn, height=162)


def _marks(area: _Area, times: Iterable[tuple[str, float]]) -> Iterable[str]:
    """A line at each time, up to its name; each name has a row of its own, so that none meet."""
    for at, (name, ms) in enumerate(times):
        x, y = area.x(math.log10(max(ms, 0.01))), 10 + 13 * at
        yield _line(x, y - 8, x, area.bottom, "stop")
        # The later one's go to the right, away from the line of the earlier, where there is room.
        yield _beside(x, y, f"{name} {_ms(ms)}", left=x > _WIDTH * (0.75 if at else 0.3))


def _beside(x: float, y: float, words: str, left: bool) -> str:
    return (
        f'<text class="note" x="{x + (-5 if left else 5):.1f}" y="{y:.1f}"'
        f' text-anchor="{"end" if left else "start"}">{words}</text>'
    )


def _point(area: _Area, point: dict[str, float]) -> str:
    low, high = _wilson(point["true"], point["questions"])
    x = area.x(point["said"])
    told = (
        f"{counted(int(point['questions']), 'answer')}: confidence {percent(point['said'])},"
        f" right {percent(point['true'])}"
    )
    return (
        f"<g><title>{text(told)}</title>{_line(x, area.y(low), x, area.y(high), 'whisker')}"
        f'<circle class="dot" cx="{x:.1f}" cy="{area.y(point["true"]):.1f}" r="4"/></g>'
    )


def _pillar(below: _Area, point: dict[str, float], most: float) -> str:
    left = below.x(min(math.floor(point["said"] * 10), 9) / 10)
    wide = below.x(0.1) - below.x(0)
    top = below.y(point["questions"] / most)
    count = f"{int(point['questions']):,}"
    return (
        _bar(left + 1, top, wide - 2, below.bottom - top, "")
        + f'<text class="count" x="{left + wide / 2:.1f}" y="{top - 3:.1f}"'
        f' text-anchor="middle">{count}</text>'
    )


def _wilson(share: float, count: float) -> tuple[float, float]:
    """The 95% interval of a share. Source: Wilson, JASA 1927."""
    middle = share + _Z**2 / (2 * count)
    spread = _Z * math.sqrt(share * (1 - share) / count + _Z**2 / (4 * count**2))
    whole = 1 + _Z**2 / count
    return (middle - spread) / whole, (middle + spread) / whole


def _kept(count: int) -> Iterable[int]:
    """Which of so many points are drawn: no more than can be told apart, the last always."""
    return sorted({*range(0, count, max(1, count // 400)), *range(count)[-1:]})


def _round_times(first: int, last: int) -> list[float]:
    """1, 2, 5, 10 ... ms, those within the scale; only tenfold steps where they would crowd."""
    steps = (1,) if last - first > 25 else (1, 2, 5)
    return [
        step * 10.0**power
        for power in range(first // 10, last // 10 + 1)
        for step in steps
        if first <= 10 * math.log10(step * 10.0**power) <= last
    ]


def _ms(ms: float) -> str:
    if ms >= 1000:
        return f"{ms / 1000:.3g} s"
    return f"{ms:.0f} ms" if ms >= 10 else f"{ms:.2g} ms"


def _grid(area: _Area, xs: Sequence[float], ys: Sequence[float], label: str) -> str:
    lines = [_line(area.x(x), area.top, area.x(x), area.bottom, "grid") for x in xs]
    for y in ys:
        at = area.y(y)
        lines.append(_line(_LEFT, at, _WIDTH - _RIGHT, at, "grid"))
        lines.append(
            f'<text x="{_LEFT - 6}" y="{at + 3.5:.1f}" text-anchor="end">{percent(y)}</text>'
        )
    middle = (area.top + area.bottom) / 2
    lines.append(
        f'<text class="label" transform="translate(9 {middle:.0f}) rotate(-90)"'
        f' text-anchor="middle">{label}</text>'
    )
    return "".join(lines)


def _ticks(area: _Area, ticks: Iterable[tuple[float, str]]) -> str:
    return "".join(
        f'<text x="{area.x(at):.1f}" y="{area.bottom + 14:.1f}" text-anchor="middle">{words}</text>'
        for at, words in ticks
    )


def _label(area: _Area, words: str) -> str:
    middle = (_LEFT + _WIDTH - _RIGHT) / 2
    return (
        f'<text class="label" x="{middle:.0f}" y="{area.bottom + 31:.0f}" text-anchor="middle">'
        f"{words}</text>"
    )


def _line(x1: float, y1: float, x2: float, y2: float, css: str) -> str:
    return f'<line class="{css}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def _bar(x: float, y: float, width: float, height: float, told: str) -> str:
    title = f"<title>{text(told)}</title>" if told else ""
    return (
        f'<rect class="bar" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}">'
        f"{title}</rect>"
    )


def _svg(told: str, drawn: Iterable[str], height: int = _HEIGHT) -> str:
    return (
        f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{text(told)}">'
        f"{''.join(drawn)}</svg>"
    )
