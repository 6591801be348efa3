"""What a user may set in the qa room, by environment variable. Read once, where parts are wired.

CITEWIRE_THRESHOLD  the confidence, 0 to 1, below which Citewire abstains; empty: 0.3
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from index.errors import InvalidRequest

# On the questions that eval/fitting.py holds back, the F1 of abstaining is best at 0.4 (.76, with
# .79 answered right) and little less at 0.3 (.72, .81). The lower one is taken: a verbatim sentence
# that does not answer is seen for what it is at a glance, an answer kept back is not seen at all.
_THRESHOLD = "0.3"


@dataclass(frozen=True, slots=True)
class QaSettings:
    """``threshold`` lies in 0..1."""

    threshold: float


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
    return QaSettings(threshold)
