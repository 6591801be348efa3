"""Make the records that the tests of this folder set against each other."""

from eval.statements.records import Gold, Read
from index.records import Statement

URI = "seeds/a.txt"


def gold(
    start: int,
    end: int,
    *speakers: str,
    direct: bool = False,
    is_person: bool = False,
    is_optional: bool = False,
) -> Gold:
    return Gold(URI, start, end, "said", direct, speakers, is_person, is_optional, "")


def found(start: int, end: int, name: str | None = None, *, direct: bool = False) -> Statement:
    return Statement("", start, end, "said", direct, name, name, None)


def read(*statements: Statement, text: str = " " * 500) -> Read:
    return Read(URI, text, statements)
