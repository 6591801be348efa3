"""Keep what a report was made of. Input: Scores by system, or a report.json. Output: the other.

The file holds the figures, for whoever reads it, and every question's `Judged`: from those two
runs are compared.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from eval.measures.judging import Judged
from eval.measures.scores import Scores
from index.errors import InvalidRequest

FILE = "report.json"
_FORMAT = 2
_REMEDY = f"Name a {FILE} that citewire eval --report wrote, or its folder."


@dataclass(frozen=True, slots=True)
class StoredReport:
    """The name of a question set, and what was judged of each system that was asked it."""

    name: str
    systems: Mapping[str, tuple[Judged, ...]]


def report_json(name: str, scores: Mapping[str, Scores]) -> dict[str, Any]:
    """The report as JSON; numbers in full, so that a comparison is of what was measured."""
    return {
        "format": _FORMAT,
        "name": name,
        "systems": {
            system: {
                "questions": each.questions,
                "answerable": each.answerable,
                "figures": [asdict(figure) for figure in each.figures],
                "kinds": [asdict(kind) for kind in each.kinds],
                "judged": [asdict(judged) for judged in each.judged],
            }
            for system, each in scores.items()
        },
    }


def read_report(path: Path) -> StoredReport:
    """The report in the file, or in the folder. Raises InvalidRequest where there is none."""
    file = path / FILE if path.is_dir() else path
    try:
        report = json.loads(file.read_text("utf-8"))
        if report["format"] != _FORMAT:
            raise ValueError(f"its format is {report['format']!r}, not {_FORMAT}")
        return StoredReport(
            str(report["name"]),
            {
                str(system): tuple(Judged(**judged) for judged in each["judged"])
                for system, each in report["systems"].items()
            },
        )
    except OSError as error:
        raise InvalidRequest(f"{file} cannot be read: {error.strerror}.", _REMEDY) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InvalidRequest(f"{file} is no report: {error}.", _REMEDY) from error
