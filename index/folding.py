"""Fold text for comparing: case and diacritics aside. Input: text. Output: text, never shown."""

import unicodedata


def fold(text: str) -> str:
    """The text in lower case without diacritics: "Güler" and "GULER" give the same."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))
