"""Write a report: index.html and report.json. Input: runs and their Scores. Output: a folder."""

import json
from collections.abc import Mapping
from pathlib import Path

from eval.measures.scores import Scores
from eval.reporting.page import Runs, report_page
from eval.reporting.stored import FILE, report_json
from index.errors import InvalidRequest

PAGE = "index.html"


def write_report(folder: Path, name: str, runs: Runs, scores: Mapping[str, Scores]) -> None:
    """Write both into the folder, which is made; what a report wrote there before is replaced.

    Raises InvalidRequest where they cannot be written.
    """
    page = report_page(name, runs, scores)
    stored = json.dumps(report_json(name, scores), ensure_ascii=False) + "\n"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # A lone surrogate of a broken text must not cost the whole report.
        (folder / PAGE).write_text(page, "utf-8", errors="replace", newline="\n")
        (folder / FILE).write_text(stored, "utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise InvalidRequest(
            f"{folder} cannot be written: {error.strerror}.", "Choose another folder for --report."
        ) from error
