"""An article as the JSON that every face gives. Input: an article and its uris. Output: JSON."""

from dataclasses import dataclass
from typing import Any

from index.records import Article


@dataclass(frozen=True, slots=True)
class Listed:
    """An article with every uri that its document goes by, the one that it is cited by first."""

    article: Article
    uris: tuple[str, ...]


def article_json(listed: Listed) -> dict[str, Any]:
    """The fields of the article, without its blocks and text; dates as ISO strings."""
    article = listed.article
    return {
        "id": article.id,
        "document_id": article.document_id,
        "title": article.title,
        "outlet": article.outlet,
        "byline": article.byline,
        "published": article.published.isoformat() if article.published else None,
        "uri": listed.uris[0],
        "uris": list(listed.uris),
        "agency": article.agency,
        "place": article.place,
        "language": article.language,
        "url": article.url,
        "origins": {field.value: origin for field, origin in article.origins},
    }
