"""Show the measure of statements as lines of text. Input: figures, matched documents, a census.
Output: lines.
"""

from collections.abc import Iterable, Iterator, Sequence

from eval.statements.census import Census, Shown
from eval.statements.measure import Figures, figures, is_right
from eval.statements.records import Matched
from index.records import Statement

_HEAD = (
    f"{'':10}{'P':>6}{'R':>6}{'F1':>6}   {'found/given/true':>17}   {'attributed':>16}"
    f"   {'speaker right':>16}   {'in full':>9}   {'kind':>9}   {'verb':>9}   left out"
)


def table(matched: Sequence[Matched]) -> Iterator[str]:
    """A line for all statements, for direct and reported ones, for the seeds and for newswire."""
    yield _HEAD
    yield _line("all", figures(matched))
    yield _line("direct", figures(matched, lambda each, _: each.direct))
    yield _line("reported", figures(matched, lambda each, _: not each.direct))
    yield _line("seeds", figures(matched, lambda _, uri: uri.startswith("seeds/")))
    yield _line("newswire", figures(matched, lambda _, uri: uri.startswith("reuters/")))


def misses(matched: Iterable[Matched]) -> Iterator[str]:
    """Each statement that was missed, wrongly found, or given to somebody else."""
    for each in matched:
        text, uri = each.document.text, each.document.uri
        for gold in each.missed:
            near = [said for said in each.wrong if said.start < gold.end and gold.start < said.end]
            yield f"MISSED  {uri} ({gold.verb}) {_short(text[gold.start : gold.end])}"
            yield from (f"    cut {_short(text[said.start : said.end])}" for said in near)
        for said in each.wrong:
            if not any(g.start < said.end and said.start < g.end for g in each.missed):
                yield f"WRONG   {uri} {_told(said)} {_short(text[said.start : said.end])}"
        for pair in each.pairs:
            if not is_right(pair):
                wanted = pair.gold.speakers[0] if pair.gold.speakers else "open"
                kind = "SPEAKER" if pair.found.name else "OPEN   "
                words = _short(text[pair.gold.start : pair.gold.end])
                yield f"{kind} {uri} {_told(pair.found)}, is {wanted}: {words}"


def census_lines(census: Census) -> Iterator[str]:
    """The counts, then each statement of the sample with a number to judge it by."""
    share = census.attributed / census.statements if census.statements else 0.0
    yield (
        f"{census.statements:,} statements in {census.speaking:,} of {census.articles:,} articles,"
        f" {census.direct:,} direct; {census.attributed:,} attributed ({share:.3f});"
        f" the finder took {census.seconds:.1f} s for {census.words:,} words"
        f" ({census.seconds / max(1, census.words) * 300_000:.2f} ms for 300 words)"
    )
    for number, shown in enumerate(census.sample, start=1):
        yield f"\n{number}. {shown.uri} {_told(shown.said)}"
        yield _marked(shown)


def _line(name: str, of: Figures) -> str:
    spans = of.spans
    counts = f"{spans.right}/{spans.given}/{spans.wanted}"
    return (
        f"{name:10}{spans.precision:6.3f}{spans.recall:6.3f}{spans.f1:6.3f}   {counts:>17}"
        f"   {_share(of.attributed_share, of.attributed, spans.right):>16}"
        f"   {_share(of.accuracy, of.right, of.attributed):>16}"
        f"   {of.in_full:>4}/{of.right:<4}   {of.kinds:>4}/{spans.right:<4}"
        f"   {of.verbs:>4}/{spans.right:<4}   {of.left_out}"
    )


def _share(share: float, part: int, whole: int) -> str:
    return f"{share:.3f} ({part}/{whole})"


def _told(said: Statement) -> str:
    mark = "direct" if said.direct else "reported"
    return f"[{said.speaker_full or 'open'} | {' '.join(said.verb.split())} | {mark}]"


def _marked(shown: Shown) -> str:
    before, words, behind = (
        " ".join(part.split()) for part in (shown.before, shown.words, shown.behind)
    )
    return f"    ...{before} >>>{words}<<< {behind}..."


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= 110 else f"{plain[:70]} ... {plain[-35:]}"
