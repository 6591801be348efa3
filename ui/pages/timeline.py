"""A subject in order of time, as a picture and as a list. Input: Moments. Output: HTML."""

from collections.abc import Sequence
from datetime import date

from qa.timing.timeline import Moment
from ui.days import period
from ui.pages.markup import of_citation, opener, origin, text, where

_WIDTH, _MARGIN, _HEIGHT = 600, 10, 44


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
    """A line from the first day to the last with a dot for each moment; none for a single day."""
    if not moments:
        return ""
    first, last = moments[0].since, max(moment.since for moment in moments)
    if first == last:
        return ""
    dots = "".join(
        f'<circle cx="{_x(moment.since, first, last):.1f}" cy="14" r="5">'
        f"<title>{text(period(moment.since, moment.until))}</title></circle>"
        for moment in moments
    )
    label = f"{len(moments)} moments from {period(first, first)} to {period(last, last)}"
    return (
        f'<svg class="cw-timeline" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img"'
        f' aria-label="{label}"><line x1="{_MARGIN}" y1="14" x2="{_WIDTH - _MARGIN}" y2="14"/>'
        f'{dots}<text x="{_MARGIN}" y="40">{period(first, first)}</text>'
        f'<text x="{_WIDTH - _MARGIN}" y="40" text-anchor="end">{period(last, last)}</text></svg>'
    )


def _x(day: date, first: date, last: date) -> float:
    share = (day - first).days / (last - first).days
    return _MARGIN + share * (_WIDTH - 2 * _MARGIN)
