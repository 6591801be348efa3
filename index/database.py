"""The SQLite file that is the truth: its schema, how it is opened, and its errors as ours.

Documents never change: a changed file is a new document. What has a history is who holds them: a
row of ``sources`` (which item holds which document) is seen by the generations from ``added_in`` up
to, but without, ``removed_in``, and an article is hidden from those that a row of ``removals``
names in the same way. So a run that is killed half-way leaves the last generation exactly as it
was, and the next run finds the work that was done. ``files`` is the writer's alone, and tells what
it found when it last took a file in whole.
"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import IndexDamaged, IndexForeign, IndexMissing, StorageFull

DATABASE = "citewire.sqlite"
SEEN_SOURCES = "added_in <= :generation AND (removed_in IS NULL OR removed_in > :generation)"
HIDDEN = (
    "SELECT article_id FROM removals WHERE removed_in <= :generation"
    " AND (restored_in IS NULL OR restored_in > :generation)"
)
# Looked up for each article: a list of all that is held would be made anew for each query.
SEEN_ARTICLES = (
    "(EXISTS (SELECT 1 FROM sources WHERE sources.document_id = articles.document_id"
    f" AND {SEEN_SOURCES}) AND articles.id NOT IN ({HIDDEN}))"
)

# One value however long the list is; SQLite allows only so many.
IN_LIST = "IN (SELECT value FROM json_each(?))"

_APPLICATION_ID = 0x43495445  # "CITE"
_SCHEMA_VERSION = 4
_BUSY_TIMEOUT_S = 10.0
# Bands come in no order: with SQLite's own 2 MB each new one would be a page read and written.
_WRITER_CACHE_KIB = 65_536
_SCHEMA = """
CREATE TABLE documents (
    id TEXT PRIMARY KEY, media_type TEXT NOT NULL,
    -- How many it has; before the text, so that a sum reads no long rows.
    articles INTEGER NOT NULL, passages INTEGER NOT NULL, text TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE files (
    -- Where it is, whatever it was called when it was given; digest '' where a part of it failed,
    -- with a '-' behind it where an item of it was removed by hand.
    path TEXT PRIMARY KEY, uri TEXT NOT NULL, digest TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX files_by_uri ON files (uri);
CREATE INDEX files_by_digest ON files (digest);
CREATE TABLE sources (
    -- The path of the file that the item is a part of; '' for what came by itself.
    id INTEGER PRIMARY KEY, uri TEXT NOT NULL, path TEXT NOT NULL,
    document_id TEXT NOT NULL REFERENCES documents, sha256 TEXT NOT NULL,
    added_in INTEGER NOT NULL, removed_in INTEGER
);
CREATE INDEX sources_by_uri ON sources (uri);
CREATE INDEX sources_by_path ON sources (path);
CREATE INDEX sources_by_document ON sources (document_id);
CREATE INDEX sources_by_addition ON sources (added_in);
CREATE INDEX sources_by_removal ON sources (removed_in);
CREATE TABLE articles (
    id TEXT PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    title TEXT NOT NULL, outlet TEXT, byline TEXT, published TEXT, language TEXT, agency TEXT,
    place TEXT, url TEXT, origins TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX articles_by_document ON articles (document_id, start);
CREATE TABLE removals (
    article_id TEXT NOT NULL REFERENCES articles ON DELETE CASCADE,
    removed_in INTEGER NOT NULL, restored_in INTEGER, PRIMARY KEY (article_id, removed_in)
) WITHOUT ROWID;
CREATE TABLE blocks (
    article_id TEXT NOT NULL REFERENCES articles ON DELETE CASCADE, start INTEGER NOT NULL,
    end INTEGER NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (article_id, start)
) WITHOUT ROWID;
CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id TEXT NOT NULL REFERENCES articles ON DELETE CASCADE,
    start INTEGER NOT NULL, end INTEGER NOT NULL, kind TEXT NOT NULL,
    embedded TEXT NOT NULL, vector BLOB NOT NULL
);
CREATE INDEX passages_by_article ON passages (article_id);
CREATE INDEX passages_by_embedded ON passages (embedded);
CREATE TABLE article_words (
    article_id TEXT PRIMARY KEY REFERENCES articles ON DELETE CASCADE,
    common TEXT NOT NULL, names TEXT NOT NULL, unsure TEXT NOT NULL, mentions TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE article_bands (
    band INTEGER NOT NULL, article_id TEXT NOT NULL REFERENCES articles ON DELETE CASCADE,
    PRIMARY KEY (band, article_id)
) WITHOUT ROWID;
CREATE INDEX article_bands_by_article ON article_bands (article_id);
CREATE TABLE near_copies (
    article_id TEXT NOT NULL REFERENCES articles ON DELETE CASCADE,
    other_id TEXT NOT NULL REFERENCES articles ON DELETE CASCADE,
    likeness REAL NOT NULL, PRIMARY KEY (article_id, other_id)
) WITHOUT ROWID;
CREATE INDEX near_copies_by_other ON near_copies (other_id);
CREATE TABLE sentence_bands (
    band INTEGER NOT NULL, passage_id INTEGER NOT NULL REFERENCES passages ON DELETE CASCADE,
    start INTEGER NOT NULL, end INTEGER NOT NULL, PRIMARY KEY (band, passage_id, start)
) WITHOUT ROWID;
CREATE INDEX sentence_bands_by_passage ON sentence_bands (passage_id);
CREATE TABLE statements (
    article_id TEXT NOT NULL REFERENCES articles ON DELETE CASCADE, start INTEGER NOT NULL,
    end INTEGER NOT NULL, passage_id INTEGER NOT NULL REFERENCES passages ON DELETE CASCADE,
    verb TEXT NOT NULL, direct INTEGER NOT NULL, speaker TEXT, name TEXT, role TEXT,
    PRIMARY KEY (article_id, start, end)
) WITHOUT ROWID;
CREATE INDEX statements_by_name ON statements (name);
CREATE INDEX statements_by_passage ON statements (passage_id);
CREATE TABLE facts (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
# No room on the disk, in the quota, in the file size allowed.
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
# A reader too must write: to the memory that connections share, a file beside the database.
_NO_SHARED_MEMORY = {"SQLITE_IOERR_SHMSIZE", "SQLITE_IOERR_SHMOPEN"}
_SQLITE_FULL = {"SQLITE_FULL", "SQLITE_IOERR_WRITE", *_NO_SHARED_MEMORY}
_OTHER_FOLDER = "Choose another folder with --index."
_START_ANEW = "Move the folder away and index your files again."


def require_index(folder: Path) -> None:
    """Raises IndexMissing where the folder holds no database."""
    if not (folder / DATABASE).is_file():
        raise IndexMissing(
            f"There is no index in {folder}.", f"Build one: citewire index PATH --index {folder}"
        )


def create_or_connect(folder: Path) -> sqlite3.Connection:
    """For the writer. Raises IndexForeign, IndexDamaged or StorageFull."""
    with translated_errors(folder), _closed_on_error(_open(folder, "mode=rwc")) as connection:
        _prepare(connection)
        connection.execute(f"PRAGMA cache_size = -{_WRITER_CACHE_KIB}")
        if _is_empty(connection):
            connection.executescript(
                f"PRAGMA journal_mode = WAL; BEGIN; {_SCHEMA}"
                f"PRAGMA application_id = {_APPLICATION_ID};"
                f"PRAGMA user_version = {_SCHEMA_VERSION}; COMMIT;"
            )
        _check_format(connection, folder)
        return connection


def connect(folder: Path) -> sqlite3.Connection:
    """For readers. Raises IndexMissing, IndexForeign, IndexDamaged or StorageFull."""
    with translated_errors(folder):
        try:
            return _connect_reader(folder, "mode=rw")
        except sqlite3.OperationalError as error:
            log = folder / f"{DATABASE}-wal"
            has_log = log.exists() and log.stat().st_size > 0
            if error.sqlite_errorname not in _NO_SHARED_MEMORY or has_log:
                raise
        # The disk is full and no other process has the database open, so the file is read as it
        # stands: what was published before is served on.
        return _connect_reader(folder, "mode=ro&immutable=1")


@contextmanager
def translated_errors(folder: Path) -> Iterator[None]:
    """SQLite's and the disk's errors as ours: no room, or damaged."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorname", "") in _SQLITE_FULL:
            raise storage_full(folder) from error
        raise IndexDamaged(
            f"The database in {folder} cannot be used: {error}.",
            f"Check that you may write there, or: {_START_ANEW.lower()}",
        ) from error
    except OSError as error:
        if error.errno in _FULL:
            raise storage_full(folder) from error
        raise


def storage_full(folder: Path) -> StorageFull:
    """The error for a disk without room."""
    return StorageFull(
        f"There is no room left on the disk of {folder}.",
        "Free some space and run the command again; what was indexed before is still there.",
    )


def _connect_reader(folder: Path, options: str) -> sqlite3.Connection:
    with _closed_on_error(_open(folder, options)) as connection:
        _prepare(connection)
        if _is_empty(connection):
            raise IndexMissing(
                f"The index in {folder} was never begun.",
                f"Run citewire index PATH --index {folder} again.",
            )
        _check_format(connection, folder)
        return connection


def _open(folder: Path, options: str) -> sqlite3.Connection:
    # Autocommit: transactions are begun and ended by name, never by the driver's guess.
    return sqlite3.connect(
        f"{(folder / DATABASE).resolve().as_uri()}?{options}",
        uri=True,
        isolation_level=None,
        timeout=_BUSY_TIMEOUT_S,
        check_same_thread=False,
    )


@contextmanager
def _closed_on_error(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    try:
        yield connection
    except BaseException:
        connection.close()
        raise


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    # A commit is on the disk before the manifest can name it.
    connection.execute("PRAGMA synchronous = FULL")


def _is_empty(connection: sqlite3.Connection) -> bool:
    return not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]


def _check_format(connection: sqlite3.Connection, folder: Path) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != _APPLICATION_ID:
        raise IndexForeign(f"{folder / DATABASE} was not written by Citewire.", _OTHER_FOLDER)
    if version != _SCHEMA_VERSION:
        raise IndexForeign(
            f"The index in {folder} was written by another version of Citewire.", _START_ANEW
        )
