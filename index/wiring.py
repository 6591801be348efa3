"""Join the room's parts: the one place that reads settings and opens models.

``python -m index.wiring`` prepares the configured model ahead of its first use.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from index.errors import ModelUnusable
from index.indexing import Indexer, Progress, silent
from index.models.embedding import Embedder, OnnxEmbedder
from index.models.exporting import export_model
from index.models.exports import find_export
from index.models.finding import find_model, weights_sha256
from index.records import IndexReport, Item
from index.settings import IndexSettings, read_settings


def update_index(
    folder: Path,
    paths: Sequence[Path],
    progress: Progress = silent,
    *,
    prune: bool = False,
    mapping: Mapping[str, str] | None = None,
) -> IndexReport:
    """Bring the index in ``folder`` in step with the files under ``paths``: see `Indexer.run`."""
    return _indexer(folder, None, progress).run(paths, prune=prune, mapping=mapping or {})


def remove_sources(folder: Path, uris: Sequence[str]) -> IndexReport:
    """Take out what the index in ``folder`` holds under these uris: see `Indexer.remove`."""
    return _indexer(folder).remove(uris)


def remove_article(folder: Path, article_id: str) -> IndexReport:
    """Take one article out of the index in ``folder``: see `Indexer.remove_article`."""
    return _indexer(folder).remove_article(article_id)


def add_items(
    folder: Path,
    items: Sequence[Item],
    embedder: Embedder | None = None,
    wholes: Sequence[str] = (),
) -> IndexReport:
    """Take items of no file into the index in ``folder``: see `Indexer.add`.

    ``embedder`` serves where one is open already; it must be the model of the settings.
    """
    return _indexer(folder, embedder).add(items, wholes)


def _indexer(
    folder: Path, embedder: Embedder | None = None, progress: Progress = silent
) -> Indexer:
    settings = read_settings()

    def open_model(made_with: str | None) -> tuple[str, Embedder]:
        wanted = settings.embedding_model
        if made_with is not None and wanted and wanted != made_with:
            raise ModelUnusable(
                f"The index in {folder} was made with the embedding model"
                f" {made_with or 'that is bundled'}, not with {wanted}.",
                "Unset CITEWIRE_EMBEDDING_MODEL, or index into a new folder with --index.",
            )
        name = wanted if made_with is None else made_with
        return name, embedder or open_embedder(name, settings)

    return Indexer(folder, open_model, progress)


def open_embedder(name: str, settings: IndexSettings) -> OnnxEmbedder:
    """The model ``name`` (empty: the bundled one), exported first if it never was.

    Raises ModelUnusable.
    """
    files = find_model(name)
    try:
        sha256 = weights_sha256(files, settings.cache)
        export = find_export(sha256, settings.cache) or export_model(files, sha256, settings.cache)
    except OSError as error:
        raise ModelUnusable(
            f"The embedding model cannot be prepared in {settings.cache}: {error.strerror}.",
            "Set CITEWIRE_CACHE to a folder that can be written to and has 200 MB free.",
        ) from error
    return OnnxEmbedder(export, settings.threads)


if __name__ == "__main__":
    _settings = read_settings()
    open_embedder(_settings.embedding_model, _settings)
