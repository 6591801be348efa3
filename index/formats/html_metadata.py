"""Read what an HTML page's metadata tell. Input: its tree. Output: Told, in order of Field.

JSON-LD, Open Graph, microdata and the canonical address, read by trafilatura and htmldate. The day
of publication only: a page that tells no more than when it was changed tells none.
"""

import copy
from collections.abc import Iterator

from lxml.html import HtmlElement

from index.records import Field, Told

_ORIGIN = "page metadata"
_NAME = "translate(concat(@property, @name, @itemprop), 'ADEFIMOPTU', 'adefimoptu')"
_MODIFIED = f"//meta[contains({_NAME}, 'modif') or contains({_NAME}, 'update')]"


def read_metadata(tree: HtmlElement) -> tuple[Told, ...]:
    """What the page's head and structured data say of its article. ``tree`` is not changed."""
    return tuple(_read(tree))


def _read(tree: HtmlElement) -> Iterator[Told]:
    from htmldate import find_date
    from trafilatura.metadata import extract_metadata

    bare = _without_body(tree)
    found = extract_metadata(copy.deepcopy(bare), extensive=False)
    published = find_date(bare, extensive_search=False, original_date=True)
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    for field, value in (
        (Field.TITLE, found.title),
        (Field.OUTLET, found.sitename),
        (Field.BYLINE, (found.author or "").replace("; ", ", ")),
        (Field.PUBLISHED, published),
        (Field.LANGUAGE, language.split("-")[0].strip().lower()),
        (Field.URL, found.url),
    ):
        if value:
            yield Told(field, " ".join(str(value).split()), _ORIGIN)


def _without_body(tree: HtmlElement) -> HtmlElement:
    """The page with its structured data and without its text, whose dates may be of anything."""
    bare = copy.deepcopy(tree)
    for body in bare.findall("body"):
        scripts = body.xpath(".//script[@type='application/ld+json']")
        kept = body.xpath(".//meta[@itemprop]")
        for child in list(body):
            body.remove(child)
        body.text = None
        body.extend([*scripts, *kept])
    for element in bare.xpath(_MODIFIED):
        element.getparent().remove(element)
    return bare
