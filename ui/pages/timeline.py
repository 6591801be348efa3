"""A subject in order of time, as a picture and as a list. Input: Moments. Output: HTML."""

from collections.abc import Sequence
from datetime import date

from qa.timing.timeline import Moment
from ui.days import period
from ui.pages.markup import of_citation, opener, origin, text, where

_WIDTH, _MARGIN, _HEIGHT, _MIDDLE = 600, 10, 28, 14
# A month among years is still to be seen as more than a day.
_LEAST_BAR = 14


def timeline(moments: Sequence[Moment], subject: str, turn: int) -> str:
    """The moments, the earliest first: where each lies between the first and the last, and what is
    told of it."""
    told = f"On “{subject}”" if moments else f"No article gives a day for “{subject}”"
    listed = "".join(
        f'<li class="cw-card cw-moment">{_moment(each, turn)}</li>' for each in moments
    )
    return (
        '<section class="cw-sources" aria-label="Timeline"><h2>Timeline</h2>'
        f"<p>{text(told)}</p>{_picture(moments)}<ol>{listed}</ol></section>"
    )


def _moment(moment: Moment, turn: int) -> str:
    cited = moment.citation
    place = of_citation(cited)
    when = period(moment.since, moment.until)
    named = f" · “{text(moment.words)}”" if moment.words else " · the article’s own date"
    return (
        f'<h3><time datetime="{moment.since.isoformat()}">{when}</time>'
        f'<span class="cw-meta">{named}</span></h3>'
        f'<blockquote dir="auto">{text(cited.quote)}</blockquote>'
        f"<p>{opener(place, turn, text(cited.title), 'cw-title')}</p>"
        f'<p class="cw-meta">{text(origin(cited.outlet, cited.published))}</p>'
        f"{where(cited.uri, cited.start, cited.end)}"
    )


def _picture(moments: Sequence[Moment]) -> str:
    """A line from the first day to the last, a dot for each day and a bar for each longer time,
    and below it when it begins and ends; none for a single time."""
    if not moments:
        return ""
    first, last = moments[0].since, max(moment.until for moment in moments)
    spans = {(moment.since, moment.until) for moment in moments}
    if len(spans) == 1:
        return ""
    marks = "".join(_mark(moment, first, last) for moment in moments)
    begins, ends = _ends(moments)
    return (
        f'<svg class="cw-timeline" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img"'
        f' aria-label="{len(moments)} moments from {begins} to {ends}">'
        f'<line x1="{_MARGIN}" y1="{_MIDDLE}" x2="{_WIDTH - _MARGIN}" y2="{_MIDDLE}"/>{marks}</svg>'
        '<p class="cw-timeline-ends" aria-hidden="true">'
        f"<span>{begins}</span><span>{ends}</span></p>"
    )


def _ends(moments: Sequence[Moment]) -> tuple[str, str]:
    """The period that begins first and the one that ends last, as they are read."""
    begins = min(moments, key=lambda moment: (moment.since, moment.until))
    ends = max(moments, key=lambda moment: (moment.until, moment.since))
    return text(period(begins.since, begins.until)), text(period(ends.since, ends.until))


def _mark(moment: Moment, first: date, last: date) -> str:
    title = f"<title>{text(period(moment.since, moment.until))}</title>"
    left, right = _x(moment.since, first, last), _x(moment.until, first, last)
    if moment.since == moment.until:
        return f'<circle cx="{left:.1f}" cy="{_MIDDLE}" r="5">{title}</circle>'
    width = max(right - left, _LEAST_BAR)
    left = min(left, _WIDTH - _MARGIN - width)
    return (
        f'<rect x="{left:.1f}" y="{_MIDDLE - 3}" width="{width:.1f}" height="6" rx="3">'
        f"{title}</rect>"
    )


def _x(day: date, first: date, last: date) -> float:
    share = (day - first).days / (last - first).days
    return _MARGIN + share * (_WIDTH - 2 * _MARGIN)
