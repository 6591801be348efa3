"""Find the lines that pages of one outlet share. Input: pages read together. Output: lines.

A site prints its name, its menus and its calls on every page. A short line that most pages of a
folder share is such a one, whatever it says; sentences are never counted, since a wire story may
stand in several files.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from index.pages.boilerplate import is_prose
from index.pages.paragraphs import read_paragraphs
from index.records import Page

# Fewer pages than this tell nothing; of more, this share must have the line.
_LEAST_PAGES = 5
_SHARE = 0.6
_MOST_WORDS = 12


def repeated_lines(pages: Sequence[Page]) -> dict[str, frozenset[str]]:
    """For each page's document id the lines, in lower case, that are its folder's and not its own.

    Copies of one text count once; a page that its file says is one article has no such lines.
    """
    folders: dict[str, dict[str, frozenset[str]]] = {}
    for page in pages:
        if not page.is_one_article:
            folder = str(PurePosixPath(page.document.uri).parent)
            folders.setdefault(folder, {})[page.document.id] = _short_lines(page)
    found: dict[str, frozenset[str]] = {}
    for held in folders.values():
        times = Counter(line for lines in held.values() for line in lines)
        least = max(_LEAST_PAGES, _SHARE * len(held))
        shared = frozenset(line for line, many in times.items() if many >= least)
        found.update(dict.fromkeys(held, shared))
    return found


def _short_lines(page: Page) -> frozenset[str]:
    texts = (paragraph.text for paragraph in read_paragraphs(page.document.text))
    return frozenset(
        text.casefold() for text in texts if len(text.split()) <= _MOST_WORDS and not is_prose(text)
    )
