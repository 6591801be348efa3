"""What the eval room's tests share: an engine over two small articles."""

from pathlib import Path

import pytest

from index.wiring import update_index
from qa import open_engine
from qa.engine import Engine

ROOT = Path(__file__).parents[2]
TEXTS = {
    "bridge.txt": """Harbour Bridge of Veltrin Closes

The old harbour bridge of Veltrin closed on Monday for repairs of its eastern pier.

Trams turn back at the market.
""",
    "ferry.txt": """Ferry of Veltrin Sails Again

The night ferry of Veltrin sails again from Thursday, the harbour office said.
""",
}


@pytest.fixture(scope="session")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the two articles."""
    folder = tmp_path_factory.mktemp("veltrin")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def index(texts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an index of them."""
    folder = tmp_path_factory.mktemp("veltrin") / "index"
    update_index(folder, [texts])
    return folder


@pytest.fixture(scope="session")
def engine(index: Path) -> Engine:
    return open_engine(index)
