"""The words and names of a collection, and which names are spellings of one. Derived, and kept in a
file of the generation's.

Input: a file, or what `index.names` learnt. Output: a Lexicon.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

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
