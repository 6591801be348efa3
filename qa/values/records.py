"""What a sentence gives: a number, a day or a name. Frozen; offsets are into its quote."""

from dataclasses import dataclass

from qa.records import Kind


@dataclass(frozen=True, slots=True)
class Value:
    """A value that a sentence gives: ``quote[start:end]``, with what bounds and what it counts.

    ``low`` to ``high`` is what a number may stand for, and the days of a date by their ordinals.
    ``place`` is what a number's last digit is worth, 0 where it is exact.
    ``unit`` is what a number counts (a stem) or measures (a measure's name), and of a date whether
    it is a day, a month or a year; ``described`` are the stems of the words that go with the unit,
    and ``fate`` what became of the people that are counted. ``name`` is a person's, folded, and
    ``described`` then its stems.
    """

    kind: Kind
    start: int
    end: int
    low: float = 0.0
    high: float = 0.0
    place: float = 0.0
    unit: str = ""
    is_measure: bool = False
    described: frozenset[str] = frozenset()
    fate: str = ""
    name: str = ""
