"""List who said what. Input: a speaker, a subject and Filters. Output: Quoted statements."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from index.opening import Index
from index.records import Article, Statement
from qa.matching import covered
from qa.records import Filters
from qa.speech.abbreviations import Explained, find_explained, with_both
from qa.speech.asking import words_of_a_name
from qa.speech.speaker import Meant
from qa.speech.speakers import Speakers, are_told
from qa.stories import Stories, Story
from qa.understanding import Query

# Of the words of a subject, by rarity, the share that a statement's sentences must bear.
_LEAST_OF_SUBJECT = 0.6
_ALL = -1


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which statements: of whom and about what, understood, None for any; of which articles; how
    many at most."""

    speaker: Query | None
    about: Query | None
    filters: Filters
    limit: int


@dataclass(frozen=True, slots=True)
class ListedStatement:
    """A statement with its words to the letter, and the article that it stands in."""

    said: Statement
    text: str
    article: Article
    uri: str


@dataclass(frozen=True, slots=True)
class Listing:
    """The statements that were wanted, and whether there are ``more`` than were to be listed."""

    statements: tuple[ListedStatement, ...]
    more: bool

    @property
    def notes(self) -> tuple[str, ...]:
        """A whole sentence where there are more."""
        told = f"These are the first {len(self.statements)} by date; a higher limit lists more."
        return (told,) if self.more else ()


def list_statements(index: Index, stories: Stories, speakers: Speakers, wanted: Wanted) -> Listing:
    """The statements by their article's date, those without one last, then by file and place.
    None of a speaker whom the articles do not know."""
    meant = _meant(speakers, wanted.speaker)
    if meant is not None and not meant:
        return Listing((), more=False)
    explained = find_explained(index, wanted.about.text) if wanted.about else ()
    listed: list[ListedStatement] = []
    for article in _articles(index, wanted, meant, explained):
        story = stories.story(article.id)
        if story:
            listed += _of_story(index, with_both(story, explained), meant, wanted.about)
        if len(listed) > wanted.limit:
            break
    return Listing(tuple(listed[: wanted.limit]), more=len(listed) > wanted.limit)


def _meant(speakers: Speakers, speaker: Query | None) -> dict[str, Meant] | None:
    if speaker is None:
        return None
    terms, may_be_names, country = words_of_a_name(speaker)
    return {each.name: each for each in speakers.meant(terms, may_be_names, country)}


def _articles(
    index: Index, wanted: Wanted, meant: dict[str, Meant] | None, explained: Sequence[Explained]
) -> list[Article]:
    """The articles that may hold such statements, in order."""
    filters = wanted.filters
    found = index.store.articles(
        index.generation,
        "",
        _ALL,
        outlets=filters.outlet,
        published_from=filters.published_from,
        published_to=filters.published_to,
    )
    ids = set(filters.article_id) or {article.id for article, _ in found}
    if meant is not None:
        by_them = index.store.statements_by(sorted(meant), index.generation)
        ids &= {each.said.article_id for each in by_them}
    if wanted.about is not None:
        ids &= _articles_about(index, wanted.about, explained)
    # They come by file and place, and Python's sort keeps the order of equals.
    return sorted((article for article, _ in found if article.id in ids), key=_published)


def _articles_about(index: Index, about: Query, explained: Sequence[Explained]) -> set[str]:
    """Those with a passage that holds any of the subject's words."""
    words = {term.stem for term in about.terms}
    if words:
        words = words.union(*(each.short_stems | each.long_stems for each in explained))
    found = index.fulltext.search(sorted(words), max(1, index.fulltext.passages))
    passages = index.store.passages(id_ for id_, _ in found)
    return {passage.article_id for passage in passages.values()}


def _published(article: Article) -> tuple[bool, date]:
    return article.published is None, article.published or date.min


def _of_story(
    index: Index, story: Story, meant: dict[str, Meant] | None, about: Query | None
) -> Iterator[ListedStatement]:
    document = index.store.document(story.article.document_id, index.generation)
    if document is None:
        return
    whole = story.title_stems.union(*(sentence.stems for sentence in story.sentences))
    for stored in index.store.statements_of(story.article.id):
        said = stored.said
        if meant is not None and not _is_by(said, meant, whole):
            continue
        if about is None or _is_about(story, said, about):
            text = document.text[said.start : said.end]
            yield ListedStatement(said, text, story.article, story.uri)


def _is_by(said: Statement, meant: dict[str, Meant], whole: frozenset[str]) -> bool:
    by = meant.get(said.name) if said.name else None
    return by is not None and (not by.missing or are_told(by.missing, whole))


def _is_about(story: Story, said: Statement, about: Query) -> bool:
    words = frozenset[str]().union(*(each.stems for each in story.sentences if said in each.said))
    return bool(about.terms) and covered(about.terms, words) >= _LEAST_OF_SUBJECT


def statement_json(listed: ListedStatement) -> dict[str, Any]:
    """The statement as the JSON that every face gives; the date as an ISO string."""
    said, article = listed.said, listed.article
    return {
        "speaker": said.name,
        "speaker_full": said.speaker_full,
        "verb": said.verb,
        "direct": said.direct,
        "article_id": said.article_id,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published.isoformat() if article.published else None,
        "uri": listed.uri,
        "start": said.start,
        "end": said.end,
        "text": listed.text,
    }
