"""Make records of the database's rows. Input: rows of these columns. Output: Articles, passages and
statements.
"""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from index.records import (
    Article,
    Block,
    BlockKind,
    Field,
    Statement,
    StoredPassage,
    StoredStatement,
)

ARTICLE_COLUMNS = (
    "articles.id, document_id, title, outlet, byline, published, language, agency, place, url,"
    " origins, start, end"
)
"""Of the table ``articles``."""

BLOCK_COLUMNS = "kind, start, end"
"""Of the table ``blocks``."""

PASSAGE_COLUMNS = "passages.id, article_id, document_id, passages.start, passages.end, kind"
"""Of the tables ``passages`` and ``articles``."""

STATEMENT_COLUMNS = (
    "passage_id, article_id, statements.start, statements.end, verb, direct, speaker, name, role"
)
"""Of the table ``statements``."""


def article_of(row: tuple[Any, ...], blocks: Iterable[tuple[Any, ...]]) -> Article:
    """The article with its blocks, which are rows in reading order."""
    published = row[5]
    return Article(
        id=row[0],
        document_id=row[1],
        title=row[2],
        outlet=row[3],
        byline=row[4],
        published=date.fromisoformat(published) if published else None,
        language=row[6],
        agency=row[7],
        place=row[8],
        url=row[9],
        origins=tuple((Field(field), origin) for field, origin in json.loads(row[10])),
        start=row[11],
        end=row[12],
        blocks=tuple(Block(BlockKind(kind), start, end) for kind, start, end in blocks),
    )


def passage_of(row: tuple[Any, ...]) -> StoredPassage:
    """The passage of a row of `PASSAGE_COLUMNS`."""
    id_, article_id, document_id, start, end, kind = row
    return StoredPassage(id_, article_id, document_id, start, end, BlockKind(kind))


def statement_of(row: tuple[Any, ...]) -> StoredStatement:
    """The statement of a row of `STATEMENT_COLUMNS`."""
    passage_id, article_id, start, end, verb, direct, *who = row
    return StoredStatement(passage_id, Statement(article_id, start, end, verb, bool(direct), *who))
