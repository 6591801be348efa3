"""Records made for the qa room's tests, with only what a test cares about."""

from datetime import date

from index.analysis import stems
from index.records import Article, BlockKind, StoredPassage
from index.speakers import Voice
from qa.reading import Candidate, Reading
from qa.records import Hit
from qa.stories import Sentence, Story
from qa.understanding import Query, QueryTerm, understand


class Words:
    """A collection's vocabulary for tests: in how many passages each stem stands, of how many.

    A stem that is not named stands in ``otherwise`` of them.
    """

    def __init__(
        self, frequencies: dict[str, int] | None = None, *, passages: int = 10, otherwise: int = 1
    ) -> None:
        self.passages = passages
        self._frequencies, self._otherwise = frequencies or {}, otherwise

    def frequency(self, stem: str) -> int:
        return self._frequencies.get(stem, self._otherwise)


def query(question: str, *history: str, words: Words | None = None) -> Query:
    """The question understood; unless told, every word stands in one passage of ten, so that all
    weigh the same."""
    return understand(question, history, words or Words())


def term(
    stem: str, *, is_name: bool = False, rarity: float = 1.0, is_known: bool = True
) -> QueryTerm:
    """A question's word, in a test on words alone."""
    return QueryTerm(stem, is_name, rarity, is_known)


def sentence(
    text: str,
    *,
    article: str = "a",
    passage: int = 1,
    position: int = 0,
    kind: BlockKind = BlockKind.BODY,
    speaker: str | None = None,
) -> Sentence:
    """A sentence of an article in which each takes up 1,000 characters."""
    return Sentence(
        article_id=article,
        passage_id=passage,
        position=position,
        start=1_000 * position,
        end=1_000 * position + len(text),
        quote=text,
        kind=kind,
        voice=Voice(speaker is not None, speaker),
        stems=frozenset(stems(text)),
    )


def story(
    *sentences: Sentence,
    title: str = "",
    outlet: str | None = None,
    published: date | None = None,
) -> Story:
    """The story of these sentences, all of one article; its uri is the article's id with .txt."""
    id_ = sentences[0].article_id
    article = Article(
        id=id_,
        document_id=f"document of {id_}",
        title=title,
        outlet=outlet,
        byline=None,
        published=published,
        language=None,
        agency=None,
        place=None,
        url=None,
        origins=(),
        start=0,
        end=sentences[-1].end,
        blocks=(),
    )
    return Story(article, f"{id_}.txt", (f"{id_}.txt",), frozenset(stems(title)), sentences)


def candidate(
    text: str, *, cosine: float = 0.0, passage_cosine: float = 0.0, passage: int = 1
) -> Candidate:
    """A candidate that is its story's only sentence."""
    only = sentence(text, passage=passage)
    return Candidate(only, story(only), cosine, passage_cosine)


def reading(
    one: Sentence, probability: float, of: Story | None = None, *, cosine: float = 0.0
) -> Reading:
    """A reading of the sentence, in its story (or alone in one)."""
    return Reading(Candidate(one, of or story(one), cosine, 0.0), probability)


def hit(passage: int, **scores: float) -> Hit:
    """A hit with these scores by name."""
    return Hit(StoredPassage(passage, "a", "document of a", 0, 10, BlockKind.BODY), scores)
