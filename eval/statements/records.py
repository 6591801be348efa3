"""What the measure of statements passes on. Offsets are characters into the document's text."""

from dataclasses import dataclass

from index.records import Statement


@dataclass(frozen=True, slots=True)
class Gold:
    """A statement found by reading.

    ``speakers`` are the names that its speaker goes by, the fullest first; none where a careful
    reader cannot tell. The last word of a person's name (``is_person``) is enough to know them.
    """

    uri: str
    start: int
    end: int
    verb: str
    direct: bool
    speakers: tuple[str, ...]
    is_person: bool
    is_optional: bool
    sha256: str


@dataclass(frozen=True, slots=True)
class Read:
    """A document as the index reads it, with the statements that the finder found in it."""

    uri: str
    text: str
    found: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A statement found by reading, and the finder's that is taken for the same."""

    gold: Gold
    found: Statement


@dataclass(frozen=True, slots=True)
class Matched:
    """A document's statements set against each other: each is in one place at most."""

    document: Read
    pairs: tuple[Pair, ...]
    missed: tuple[Gold, ...]
    wrong: tuple[Statement, ...]
    left_out: tuple[Statement, ...]
