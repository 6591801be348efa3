"""Records made for the qa room's tests, with only what a test cares about."""

from datetime import date

from index.analysis import stems
from index.names.lexicon import Lexicon
from index.records import Article, BlockKind, Statement, StoredPassage
from qa.reader.records import Span
from qa.reading import Alone, Candidate
from qa.records import Hit
from qa.stories import Sentence, Story
from qa.understanding import Query, QueryTerm, understand
from qa.weighing import Reading


class Words:
    """A collection's vocabulary for tests: in how many passages each stem stands, of how many.

    A stem that is not named stands in ``otherwise`` of them.
    """

    def __init__(
        self,
        frequencies: dict[str, int] | None = None,
        *,
        passages: int = 10,
        otherwise: int = 1,
        lexicon: Lexicon | None = None,
    ) -> None:
        self.passages = passages
        self.lexicon = lexicon or Lexicon()
        self._frequencies, self._otherwise = frequencies or {}, otherwise

    def frequency(self, stem: str) -> int:
        return self._frequencies.get(stem, self._otherwise)


def query(question: str, *, words: Words | None = None) -> Query:
    """The question understood; unless told, every word stands in one passage of ten, so that all
    weigh the same."""
    return understand(question, words or Words())


def term(
    stem: str,
    *variants: str,
    is_name: bool = False,
    rarity: float = 1.0,
    is_known: bool = True,
) -> QueryTerm:
    """A question's word, in a test on words alone."""
    return QueryTerm(stem, is_name, rarity, is_known, variants)


def sentence(
    text: str,
    *,
    article: str = "a",
    passage: int = 1,
    position: int = 0,
    kind: BlockKind = BlockKind.BODY,
    speaker: str | None = None,
) -> Sentence:
    """A sentence of an article in which each takes up 1,000 characters; its speaker says all."""
    start, end = 1_000 * position, 1_000 * position + len(text)
    said = Statement(article, start, end, "said", False, speaker, speaker, None)
    return Sentence(
        article_id=article,
        passage_id=passage,
        position=position,
        start=start,
        end=end,
        quote=text,
        kind=kind,
        stems=frozenset(stems(text)),
        said=(said,) if speaker else (),
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
    one: Sentence | str,
    of: Story | None = None,
    *,
    words: str | None = None,
    margin: float = 0.0,
    relevance: float = 0.0,
    fused: float = 0.0,
    cosine: float = 0.0,
    alone: Alone | None = None,
) -> Candidate:
    """The sentence as it was read, in its story (or alone in one); ``words`` are those of it that
    answer best, all of it unless told."""
    if isinstance(one, str):
        one = sentence(one)
    start = one.start + (one.quote.index(words) if words else 0)
    end = start + len(words) if words else one.end
    span = Span(start, end, margin)
    return Candidate(one, of or story(one), span, relevance, fused, cosine, alone=alone)


def reading(
    one: Sentence | str,
    probability: float,
    of: Story | None = None,
    *,
    words: str | None = None,
    margin: float = 0.0,
    relevance: float = 0.0,
) -> Reading:
    """A reading of the sentence, in its story (or alone in one)."""
    read = candidate(one, of, words=words, margin=margin, relevance=relevance)
    return Reading(read, probability)


def hit(passage: int, **scores: float) -> Hit:
    """A hit with these scores by name."""
    return Hit(StoredPassage(passage, "a", "document of a", 0, 10, BlockKind.BODY), scores)
