"""Take out what a user names. Input: uris, or paths. Output: what the index holds under them.

A file goes by the uri that it is cited by, by its path however that is spelled, or by a folder that
it lies in; an item by its own uri.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass

from index.ledger import File, Held, Ledger
from index.records import Failure


@dataclass(frozen=True, slots=True)
class Named:
    """Whole files, and items alone."""

    files: tuple[File, ...]
    items: tuple[Held, ...]


def remove(ledger: Ledger, uris: Sequence[str], generation: int) -> list[Failure]:
    """From ``generation`` on, nothing is held under these uris; a failure for each that is not
    known."""
    failures = []
    for uri in uris:
        named = _named(ledger, uri)
        for file in named.files:
            ledger.remove_file(file.path, generation)
        ledger.remove([item.id for item in named.items], generation)
        ledger.mark_less({item.path for item in named.items if item.path})
        if not named.files and not named.items:
            remedy = "Name a file, a folder or an item by the uri that citations of it show."
            shown = uri if uri.strip() else f"'{uri}'"
            failures.append(Failure(uri, f"The index holds nothing under {shown}.", remedy))
    return failures


def _named(ledger: Ledger, uri: str) -> Named:
    if file := _file(ledger, uri):
        return Named((file,), ())
    if item := ledger.held([uri]).get(uri):
        return Named((), (item,))
    if item := _item_of_file(ledger, uri):
        return Named((), (item,))
    top = uri.rstrip("/")
    if not top.strip():
        # All that there is begins with nothing, and lies below "/": nobody means that.
        return Named((), ())
    return Named(
        tuple(ledger.files_under(os.path.realpath(uri), top)), tuple(ledger.held_under(top))
    )


def _file(ledger: Ledger, uri: str) -> File | None:
    path = os.path.realpath(uri)
    return ledger.files_named([uri]).get(uri) or ledger.files_at([path]).get(path)


def _item_of_file(ledger: Ledger, uri: str) -> Held | None:
    """The item where its file's path is spelled otherwise than in its uri."""
    name, mark, part = uri.partition("#")
    file = _file(ledger, name) if mark else None
    known = f"{file.uri}#{part}" if file else ""
    return ledger.held([known]).get(known)
