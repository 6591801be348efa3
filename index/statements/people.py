"""Find who is what: people with their roles. Input: a text, its sentences. Output: Person.

A role stands before a name ("Turkish Defense Minister Hulusi Akar") or behind it ("Zaki Akturk, the
spokesman of the ministry,"). A name is given in the fullest form that the article has.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.statements.names import is_persons, last, names_in, tidy, without_titles
from index.statements.roles import Titled, is_role, titled_in

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
    fullest = fullest_names(lines, (each for line in titled for each in line))
    return tuple(
        Person(fullest.get(last(each.name), each.name), each.role, start, end)
        for (start, end), line in zip(spans, titled, strict=True)
        for each in line
    )


def fullest_names(lines: Iterable[str], titled: Iterable[Titled] = ()) -> dict[str, str]:
    """The fullest name that a person may have, by the last word of it (see `last`).

    Of two equally long ones the earlier; a name with a role goes before one without.
    """
    found: dict[str, str] = {}
    for each in titled:
        if " " in each.name and len(each.name.split()) > len(
            found.get(last(each.name), "").split()
        ):
            found[last(each.name)] = each.name
    sure = frozenset(found)
    for line in lines:
        for match in names_in(line):
            if " " not in match:
                continue
            _, name = without_titles(tidy(match))
            key = last(name)
            if " " not in name or not is_persons(name) or is_role(name):
                continue
            if key in sure and last(found[key].split()[0]) not in map(last, name.split()):
                # "Saudi Aramco" is no longer a name of Ali Aramco.
                continue
            if len(name.split()) > len(found.get(key, "").split()):
                found[key] = name
    return found
