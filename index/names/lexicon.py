"""The words and names of a collection, and which names are spellings of one. Derived, and kept in a
file of the generation's.

Input: a file, or what `index.names.learning` learnt. Output: a Lexicon.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from index.names.sounding import sound_key

_NOTHING: Mapping[str, int] = MappingProxyType({})


class Lexicon:
    """Folded words of four letters and more, each with the number of articles that it stands in.

    ``words`` are those written small somewhere, and ``names`` those that are written with a capital
    and hardly ever without; ``groups`` hold, as stems, the spellings that are one name's.
    """

    def __init__(
        self,
        words: Mapping[str, int] = _NOTHING,
        names: Mapping[str, int] = _NOTHING,
        groups: tuple[tuple[str, ...], ...] = (),
    ) -> None:
        self.words, self.names, self.groups = words, names, groups
        self._variants = {
            stem: tuple(other for other in group if other != stem)
            for group in groups
            for stem in group
        }

    def variants(self, stem: str) -> tuple[str, ...]:
        """The other spellings of the name, as stems; none for what has a single one."""
        return self._variants.get(stem, ())

    def sounding(self, word: str) -> Sequence[str]:
        """The names whose `sound_key` is the word's."""
        return self._by_sound.get(sound_key(word), ())

    def words_from(self, letter: str) -> Sequence[str]:
        """The words that begin with this letter."""
        return self._words_by_letter.get(letter, ())

    def names_from(self, letter: str) -> Sequence[str]:
        """The names that begin with this letter."""
        return self._names_by_letter.get(letter, ())

    # Made once, and not before a misspelled word is asked after: of 60,000 names in 0.3 s.
    @cached_property
    def _by_sound(self) -> Mapping[str, Sequence[str]]:
        return _grouped(self.names, sound_key)

    @cached_property
    def _words_by_letter(self) -> Mapping[str, Sequence[str]]:
        return _grouped(self.words, _first)

    @cached_property
    def _names_by_letter(self) -> Mapping[str, Sequence[str]]:
        return _grouped(self.names, _first)


def _first(word: str) -> str:
    return word[:1]


def _grouped(words: Iterable[str], key: Callable[[str], str]) -> Mapping[str, Sequence[str]]:
    grouped: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        grouped[key(word)].append(word)
    return grouped


def write_lexicon(path: Path, lexicon: Lexicon) -> None:
    """Write it to ``path``, the same bytes for the same lexicon."""
    words, names = dict(lexicon.words), dict(lexicon.names)
    fields = {"words": words, "names": names, "groups": lexicon.groups}
    path.write_text(json.dumps(fields, ensure_ascii=False, sort_keys=True), encoding="utf-8")


def read_lexicon(path: Path) -> Lexicon:
    """Raises OSError or ValueError where there is none that can be read."""
    try:
        fields = json.loads(path.read_text("utf-8"))
        groups = tuple(tuple(group) for group in fields["groups"])
        return Lexicon(fields["words"], fields["names"], groups)
    except (KeyError, TypeError) as error:
        raise ValueError(f"{path} holds no lexicon.") from error
