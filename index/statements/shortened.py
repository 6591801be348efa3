"""Tell the body that is called by how its name begins. Input: an article's lines. Output: names.

"Harbour" is "Harbour Ferries" where that name comes first and does what only somebody does. Where
the short name comes first, is a place's, or begins two names, it is nobody's but its own.
"""

import re
from collections.abc import Sequence

from index.statements.lexicon import NO_COMPANIES, NO_NAMES, ROLES
from index.statements.names import NAME, plain, tidy, without_opening
from index.statements.verbs import FRAMES

_RUN = re.compile(NAME)
# Papers and broadcasters are not called by the town before their name.
_NO_ENDS = NO_COMPANIES | frozenset(
    "times post news press daily herald gazette tribune journal echo star radio television tv"
    " police party union council bank town city county street road bridge airport station".split()
)
_ACTS = re.compile(
    r"\s(?:(?:also|has|had|have|later|earlier)\s)*(?:agreed|plans|planned|signed|decided|offered"
    r"|refused|declined|hired|bought|appointed|apologi[sz]ed|employs|operates|operated|owns|owned"
    rf"|wants|wanted|expects|expected|intends|hopes|{'|'.join(sorted(FRAMES))})\b"
)
# "its owner, Harbour Ferries,".
_OWNER_BEFORE = re.compile(r"\b(?:owner|operator|company|firm|parent|maker|employer),\s$")
_WHERE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]ff|[Oo]utside)\s(?:the\s)?$")
_NO_PART = ROLES | NO_NAMES | {"chief"}
_MOST_WORDS = 4


class Shortened:
    """The names of an article that are called by their beginnings."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._found: dict[str, str | None] = {}

    def fuller(self, name: str) -> str | None:
        """The only name that goes on from this one, ``name`` being its first words."""
        if name not in self._found:
            self._found[name] = self._search(name)
        return self._found[name]

    def _search(self, name: str) -> str | None:
        fuller, acts = "", False
        for line in self._lines:
            if name not in line:
                continue
            for match in _RUN.finditer(line):
                run = _without_role(without_opening(tidy(match.group())))
                if run == name and (not fuller or _WHERE.search(line, 0, match.start())):
                    return None
                if not run.startswith(f"{name} "):
                    continue
                if fuller and run != fuller:
                    return None
                fuller = run
                acts = acts or _is_acting(line, match)
        words = fuller.split()[len(name.split()) :]
        is_body = acts and len(words) < _MOST_WORDS and plain(words[-1]) not in _NO_ENDS
        return fuller if is_body else None


def _is_acting(line: str, name: re.Match[str]) -> bool:
    return (
        _ACTS.match(line, name.end()) is not None
        or _OWNER_BEFORE.search(line, 0, name.start()) is not None
    )


def _without_role(run: str) -> str:
    """What stands before the first role, or a day: "Bay" in "Bay Chief Executive Ada Lund"."""
    words = run.split()
    at = next((n for n, word in enumerate(words) if plain(word) in _NO_PART), len(words))
    return " ".join(words[:at])
