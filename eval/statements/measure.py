"""Count what was found, and by whom. Input: matched documents. Output: Figures."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from eval.pages import Tally
from eval.statements.records import Gold, Matched, Pair
from eval.statements.speakers import is_in_full, is_same_speaker
from index.records import Statement

_Picks = Callable[[Gold | Statement, str], bool]


@dataclass(frozen=True, slots=True)
class Figures:
    """Spans, and of the pairs: how many the finder gave a speaker, and how many of those right.

    ``in_full`` are the right ones that are named by the fullest name; ``kinds`` and ``verbs`` the
    pairs whose direct or reported, and whose verb, is right.
    """

    spans: Tally
    attributed: int
    right: int
    in_full: int
    kinds: int
    verbs: int
    left_out: int

    @property
    def accuracy(self) -> float:
        """The share of right speakers among those given; 0 where none was."""
        return self.right / self.attributed if self.attributed else 0.0

    @property
    def attributed_share(self) -> float:
        """The share of the pairs that have a speaker; 0 where there is none."""
        return self.attributed / self.spans.right if self.spans.right else 0.0


def figures(matched: Iterable[Matched], picks: _Picks = lambda _, __: True) -> Figures:
    """The figures of the statements that ``picks`` takes, each looked at with its document's uri.

    A pair counts where its gold is taken: a reported statement found as a direct one is found.
    """
    documents = tuple(matched)
    pairs = [p for each in documents for p in each.pairs if picks(p.gold, each.document.uri)]
    missed = sum(picks(gold, each.document.uri) for each in documents for gold in each.missed)
    wrong = sum(picks(said, each.document.uri) for each in documents for said in each.wrong)
    right = [pair for pair in pairs if is_right(pair)]
    return Figures(
        spans=Tally(right=len(pairs), given=len(pairs) + wrong, wanted=len(pairs) + missed),
        attributed=sum(pair.found.name is not None for pair in pairs),
        right=len(right),
        in_full=sum(is_in_full(pair.found.name or "", pair.gold.speakers[0]) for pair in right),
        kinds=sum(pair.found.direct == pair.gold.direct for pair in pairs),
        verbs=sum(_plain(pair.found.verb) == _plain(pair.gold.verb) for pair in pairs),
        left_out=sum(
            picks(said, each.document.uri) for each in documents for said in each.left_out
        ),
    )


def is_right(pair: Pair) -> bool:
    """Whether the finder's speaker is the one that was found by reading."""
    told = pair.found.name
    return bool(told) and is_same_speaker(
        told or "", pair.gold.speakers, is_person=pair.gold.is_person
    )


def _plain(verb: str) -> str:
    return " ".join(verb.casefold().split())
