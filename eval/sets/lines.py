"""Read a question set's file line by line. Input: a path. Output: its lines that are not blank."""

from pathlib import Path

from index.errors import InvalidRequest


def read_lines(path: Path, remedy: str) -> list[tuple[int, str]]:
    """Each line with its number, from 1. Raises InvalidRequest, with ``remedy``, where the file
    cannot be read as text."""
    try:
        # Only a line feed ends a row: JSON allows U+2028 and its like inside a text.
        lines = path.read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidRequest(f"{path} cannot be read: {error}.", remedy) from error
    return [(number, line) for number, line in enumerate(lines, start=1) if line.strip()]
