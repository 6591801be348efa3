"""What a user may set in the qa room, by environment variable. Read once, where parts are wired.

CITEWIRE_THRESHOLD  the confidence, 0 to 1, below which Citewire abstains; empty: 0.2
CITEWIRE_READER     a reader, by folder or hub name; empty: the one that comes with Citewire
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from index.errors import InvalidRequest

# On the questions that the confidence is fitted on, answered right and the F1 of abstaining have
# their greatest sum from 0.3 to 0.4; on eval/questions/seeds.jsonl at 0.2, on pages.jsonl at 0.5.
_THRESHOLD = "0.2"


@dataclass(frozen=True, slots=True)
class QaSettings:
    """``threshold`` lies in 0..1; ``reader`` empty means the one that comes with Citewire."""

    threshold: float
    reader: str = ""


def read_settings(environment: Mapping[str, str] = os.environ) -> QaSettings:
    """The settings in force. Raises InvalidRequest for a value that cannot be used."""
    given = environment.get("CITEWIRE_THRESHOLD") or _THRESHOLD
    try:
        threshold = float(given)
    except ValueError:
        threshold = -1.0
    if not 0.0 <= threshold <= 1.0:
        raise InvalidRequest(
            f"CITEWIRE_THRESHOLD is {given!r}, which is no probability.",
            "Set it to a number from 0 to 1, or leave it out.",
        )
    return QaSettings(threshold, environment.get("CITEWIRE_READER", ""))
