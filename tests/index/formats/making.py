"""What the tests of forms make: small files of each form, whole ones and spoilt ones."""

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from index.discovering import Source
from index.errors import SourceUnreadable
from index.records import Failure, Item
from index.unpacking import unpack

Pages = Sequence[Sequence[tuple[str, int]]]
"""Of each page its lines, and how many points each stands below the one before it."""

_LOCAL, _CENTRAL = b"PK\x03\x04", b"PK\x01\x02"


def unpack_file(
    folder: Path, name: str, content: bytes, mapping: Mapping[str, str] | None = None
) -> Iterator[Item | Failure]:
    """What a file of that name and content gives; its uri is the name."""
    path = folder / name
    path.write_bytes(content)
    return unpack(Source(name, path), mapping or {})


def unpacked(
    folder: Path, name: str, content: bytes, mapping: Mapping[str, str] | None = None
) -> tuple[list[Item], list[Failure]]:
    """The items and the failures; the error that broke it off is the last of these."""
    items: list[Item] = []
    failures: list[Failure] = []
    try:
        for one in unpack_file(folder, name, content, mapping):
            if isinstance(one, Item):
                items.append(one)
            else:
                failures.append(one)
    except SourceUnreadable as error:
        failures.append(Failure(name, error.problem, error.remedy))
    return items, failures


def texts(items: Sequence[Item]) -> dict[str, str]:
    """The items' contents by their uris."""
    return {item.uri: item.content.decode() for item in items}


def zip_of(members: Mapping[str, bytes | str]) -> bytes:
    """An archive with these members, deflated."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def encrypted(archive: bytes) -> bytes:
    """The archive with its first member marked as encrypted, which nobody can then read."""
    content = bytearray(archive)
    content[content.index(_LOCAL) + 6] |= 1
    content[content.index(_CENTRAL) + 8] |= 1
    return bytes(content)


def pdf_of(pages: Pages, trailer: str = "") -> bytes:
    """A PDF with these lines in Helvetica of 10 points."""
    bodies = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    kids = []
    for lines in pages:
        shown = "".join(f"0 -{down} Td ({line}) Tj\n" for line, down in lines)
        drawn = f"BT /F 10 Tf 50 800 Td\n{shown}ET"
        kids.append(f"{len(bodies) + 1} 0 R")
        bodies += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 850]/Contents {len(bodies) + 2} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>",
            f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream",
        ]
    bodies[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    content, places = "%PDF-1.4\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(content))
        content += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    return (
        f"{content}xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<</Root 1 0 R/Size {len(bodies) + 1}{trailer}>>\n"
        f"startxref\n{len(content)}\n%%EOF\n"
    ).encode("latin-1")


def docx_of(document: str, styles: str | None = None) -> bytes:
    """A Word document whose main part is this XML."""
    from docx import Document

    buffer = io.BytesIO()
    Document().save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["word/document.xml"] = document.encode()
    if styles is not None:
        members["word/styles.xml"] = styles.encode()
    return zip_of(members)
