"""Tell which generation is in force. Input: an index folder and its Store. Output: its number.

The manifest and the database are enough: nothing derived is loaded.
"""

from pathlib import Path

from index.errors import IndexMissing
from index.manifest import read_manifest
from index.records import Fact
from index.store import Store


def published_generation(folder: Path, store: Store) -> int:
    """The number of the generation in force. Raises IndexMissing where none was ever published."""
    published = int(store.fact(Fact.PUBLISHED) or 0)
    manifest = read_manifest(folder)
    if manifest and manifest.index_id == store.fact(Fact.INDEX_ID):
        # A run may have been killed right after it put the manifest in force.
        published = max(published, manifest.generation)
    if not published:
        raise IndexMissing(
            f"The index in {folder} was never finished.",
            f"Run citewire index PATH --index {folder} again: it goes on where it was.",
        )
    return published
