"""Tell how common a word is in English. Input: a word. Output: how often it was counted.

The list is SymSpell's: 82,765 words with their counts in Google's books and web, by Wolf Garbe.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

_PACKAGE, _LIST = "symspellpy", "frequency_dictionary_en_82_765.txt"


def english_frequency(word: str) -> int:
    """0 for what is no English word; ``word`` is folded."""
    return _frequencies().get(word, 0)


@cache
def _frequencies() -> dict[str, int]:
    # Found without importing the package, of which only the list is used.
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"No module named {_PACKAGE!r}", name=_PACKAGE)
    fields = (Path(spec.origin).parent / _LIST).read_text("utf-8-sig").split()
    return dict(zip(fields[::2], map(int, fields[1::2]), strict=True))
