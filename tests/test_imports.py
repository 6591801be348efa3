"""Imports run one way, and what takes seconds to import is imported where it is used."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.imports import problems

ROOT = Path(__file__).parents[1]
SLOW = (
    "torch transformers sentence_transformers gradio langchain langchain_core pandas sklearn"
    " onnxruntime fastapi ir_measures"
).split()


def _tree(root: Path, files: Mapping[str, str]) -> list[str]:
    """The problems of a tree of these files."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return problems(root)


def test_our_own_imports_run_one_way() -> None:
    assert problems(ROOT) == []


def test_the_check_runs_from_the_command_line() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tests.imports"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stdout) == (0, "Imports run one way.\n")


def test_the_command_fails_and_tells_of_what_is_wrong(tmp_path: Path) -> None:
    for name, text in {"index/a.py": "import qa.b\n", "qa/b.py": ""}.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text)
    (tmp_path / "tests").mkdir()
    script = tmp_path / "tests" / "imports.py"
    script.write_text((ROOT / "tests" / "imports.py").read_text())
    told = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout) == (1, "index/a.py:1: index must not import qa.b\n")


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("index/a.py", "import qa\n", "index/a.py:1: index must not import qa"),
        ("index/a.py", "from qa.b import c\n", "index/a.py:1: index must not import qa.b.c"),
        (
            "index/a.py",
            "def f():\n    import ui.cli\n",
            "index/a.py:2: index must not import ui.cli",
        ),
        ("qa/a.py", "from eval import recall\n", "qa/a.py:1: qa must not import eval.recall"),
        ("qa/a.py", "import tests.making\n", "qa/a.py:1: qa must not import tests.making"),
        ("eval/a.py", "import ui.chat as c\n", "eval/a.py:1: eval must not import ui.chat"),
        ("ui/a.py", "import os, tests\n", "ui/a.py:1: ui must not import tests"),
        (
            "qa/a.py",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from ui import chat\n",
            "qa/a.py:3: qa must not import ui.chat",
        ),
    ],
)
def test_an_import_against_the_stream_is_told(
    tmp_path: Path, name: str, text: str, told: str
) -> None:
    assert _tree(tmp_path, {name: text}) == [told]


def test_imports_with_the_stream_and_of_others_are_free(tmp_path: Path) -> None:
    files = {
        "index/__init__.py": "",
        "index/a.py": "import sqlite3, indexing\nfrom qatools import x\n",
        "qa/b.py": "from index.a import x\n",
        "eval/c.py": "import qa.b, index.a\n",
        "ui/d.py": "import eval.c, qa.b\nfrom index import a\n",
        "tests/e.py": "import ui.d, eval.c\n",
    }
    assert _tree(tmp_path, files) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("import qa.b\n", "import qa.a\n"),
        ("from qa import b\n", "from qa.a import x\n"),
        ("from . import b\n", "from .a import x\n"),
        ("try:\n    import qa.b\nexcept ImportError:\n    pass\n", "class C:\n    import qa.a\n"),
    ],
)
def test_a_circle_of_imports_is_told(tmp_path: Path, one: str, other: str) -> None:
    (told,) = _tree(tmp_path, {"qa/__init__.py": "", "qa/a.py": one, "qa/b.py": other})
    assert told.startswith("a circle of imports: ")
    assert {"qa.a", "qa.b"} <= set(told.split())


@pytest.mark.parametrize(
    "text",
    [
        "def f():\n    import qa.a\n",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import qa.a\n",
        "",
    ],
)
def test_what_is_imported_later_or_for_types_makes_no_circle(tmp_path: Path, text: str) -> None:
    files = {"qa/__init__.py": "import qa.a\n", "qa/a.py": "import qa.b\n", "qa/b.py": text}
    assert _tree(tmp_path, files) == []


@pytest.mark.parametrize("modules", ["ui.cli", "qa", "index.wiring", "ui.cli, qa, index.wiring"])
def test_what_takes_seconds_is_not_imported_before_it_is_used(modules: str) -> None:
    script = f"import sys, {modules}; print(*sorted(set(sys.modules) & set({SLOW!r})))"
    told = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == []
