"""Find who is what: people with their roles. Input: a text, its sentences. Output: Person.

A role stands before a name ("Turkish Defense Minister Hulusi Akar") or behind it ("Zaki Akturk, the
spokesman of the ministry,"). A name is given in the fullest form that the article has.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from index.statements.fullest import FullNames
from index.statements.roles import titled_in

# White space of every kind to a plain space, one for one, so that offsets hold.
ONE_LINE = {ord(space): " " for space in "\t\n\r\v\f\x85\xa0\u2028\u2029\u202f\u3000"}


@dataclass(frozen=True, slots=True)
class Person:
    """A person with the role that ``text[start:end]``, a sentence, gives them.

    ``name`` is plain and in the fullest form of the article ("Yasar Guler"), ``role`` as written
    there ("Turkish Defense Minister", "spokesman of the Turkish Ministry of Defense").
    """

    name: str
    role: str
    start: int
    end: int


def people(text: str, spans: Sequence[tuple[int, int]]) -> tuple[Person, ...]:
    """Everybody who has a role in these sentences, in reading order, once for each place."""
    lines = [text[start:end].translate(ONE_LINE) for start, end in spans]
    titled = [titled_in(line) for line in lines]
    names = FullNames(lines, titled)
    return tuple(
        Person(names.fullest(each.name), each.role, start, end)
        for (start, end), line in zip(spans, titled, strict=True)
        for each in line
    )
