"""Passages are found by meaning and by words, among the articles allowed."""

from collections.abc import Callable
from datetime import date

import pytest

from index.models.embedding import Embedder
from index.settings import read_settings
from index.wiring import open_embedder
from qa.engine import Engine
from qa.records import Filters, Hit
from qa.retrieving import question_vector, retrieve
from qa.understanding import understand

SHAFAQ = "seeds/001_b04c51913cb1dffc.txt"
KURDISTAN24 = "seeds/004_5fe70ab38a61ff6b.txt"
COORDINATION = "What did Baghdad and Erbil agree on about coordination?"
PUBLISHED = date(2020, 2, 20)

Find = Callable[..., tuple[Hit, ...]]


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return open_embedder("", read_settings())


@pytest.fixture(scope="module")
def find(engine: Engine, embedder: Embedder) -> Find:
    """Retrieves for a question, at most ten passages unless told."""

    def retrieve_for(
        question: str, filters: Filters | None = None, limit: int = 10
    ) -> tuple[Hit, ...]:
        query = understand(question, engine.index.fulltext)
        vector = question_vector(embedder, query)
        return retrieve(engine.index, query, vector, limit, filters or Filters())

    return retrieve_for


@pytest.fixture(scope="module")
def uris(engine: Engine) -> Callable[[tuple[Hit, ...]], set[str]]:
    """The uris that hits come from."""
    by_article = {article.id: uri for article, uri in engine.articles()}
    return lambda hits: {by_article[hit.passage.article_id] for hit in hits}


# The question's vector


def test_a_question_is_embedded_as_it_is(engine: Engine, embedder: Embedder) -> None:
    vector = question_vector(embedder, understand(COORDINATION, engine.index.fulltext))
    assert vector.tolist() == embedder.embed_question(COORDINATION).tolist()


# Hits


def test_hits_come_best_first_each_passage_once(find: Find) -> None:
    hits = find(COORDINATION)
    scores = [hit.scores["fused"] for hit in hits]
    assert len({hit.passage.id for hit in hits}) == len(hits) == 10
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_the_best_hit_is_about_the_question(find: Find, engine: Engine) -> None:
    best = find("Where did Turkish and Russian forces hold a joint patrol?")[0].passage
    text = engine.article_text(best.article_id).document.text
    assert "joint patrol" in text[best.start : best.end]


@pytest.mark.parametrize("limit", [1, 3, 100])
def test_no_more_hits_are_given_than_asked_for(find: Find, limit: int) -> None:
    # The seeds have 47 passages.
    assert len(find(COORDINATION, limit=limit)) == min(limit, 47)


def test_the_dense_score_is_the_cosine_with_the_passage_under_its_headline(
    find: Find, engine: Engine, embedder: Embedder
) -> None:
    best = find(COORDINATION)[0]
    told = engine.article_text(best.passage.article_id)
    text = told.document.text[best.passage.start : best.passage.end]
    (passage,) = embedder.embed_passages([f"{told.article.title}\n{text}"])
    cosine = float(embedder.embed_question(COORDINATION) @ passage)
    assert best.scores["dense"] == pytest.approx(cosine, abs=1e-5)


def test_words_that_stand_nowhere_are_searched_by_meaning_alone(find: Find) -> None:
    hits = find("asdf qwer")
    assert len(hits) == 10
    assert all(hit.scores.keys() == {"dense", "fused"} for hit in hits)


def test_a_passage_that_holds_none_of_the_words_has_no_lexical_score(find: Find) -> None:
    found = find("Peshmerga", limit=47)
    with_words = [hit for hit in found if "lexical" in hit.scores]
    assert 0 < len(with_words) < len(found) == 47
    assert all(hit.scores["lexical"] > 0 for hit in with_words)


# Filters


@pytest.mark.parametrize("outlet", ["Shafaq News", "shafaq news", "SHAFAQ NEWS"])
def test_an_outlet_is_meant_in_any_case(
    find: Find, uris: Callable[[tuple[Hit, ...]], set[str]], outlet: str
) -> None:
    assert uris(find(COORDINATION, Filters(outlet=(outlet,)))) == {SHAFAQ}


def test_any_of_several_outlets_will_do(
    find: Find, uris: Callable[[tuple[Hit, ...]], set[str]]
) -> None:
    both = Filters(outlet=("Shafaq News", "kurdistan 24"))
    assert uris(find(COORDINATION, both, 47)) == {SHAFAQ, KURDISTAN24}


@pytest.mark.parametrize(
    "filters",
    [
        Filters(published_from=PUBLISHED),
        Filters(published_to=PUBLISHED),
        Filters(published_from=PUBLISHED, published_to=PUBLISHED),
        Filters(published_from=date(2019, 1, 1), published_to=date(2021, 1, 1)),
    ],
)
def test_both_days_of_a_range_belong_to_it_and_what_has_no_date_to_none(
    find: Find, uris: Callable[[tuple[Hit, ...]], set[str]], filters: Filters
) -> None:
    # The only dated article of the seeds.
    assert uris(find(COORDINATION, filters, 47)) == {SHAFAQ}


def test_article_ids_let_those_articles_through(find: Find, engine: Engine) -> None:
    wanted = tuple(article.id for article, _ in engine.articles()[:2])
    hits = find(COORDINATION, Filters(article_id=wanted), 47)
    assert {hit.passage.article_id for hit in hits} == set(wanted)


@pytest.mark.parametrize(
    "filters",
    [
        Filters(outlet=("The Veltrin Courier",)),
        Filters(published_from=date(2020, 2, 21)),
        Filters(published_to=date(2020, 2, 19)),
        Filters(published_from=date(2021, 1, 1), published_to=date(2019, 1, 1)),
        Filters(article_id=("no such article",)),
        # Each lets something through, but not the same.
        Filters(outlet=("Kurdistan 24",), published_from=PUBLISHED),
    ],
)
def test_filters_that_let_nothing_through_leave_nothing_to_find(
    find: Find, filters: Filters
) -> None:
    assert find(COORDINATION, filters) == ()


def test_a_filter_never_changes_the_passages_own_scores(find: Find) -> None:
    everywhere = {hit.passage.id: hit.scores for hit in find(COORDINATION, limit=47)}
    for hit in find(COORDINATION, Filters(outlet=("Shafaq News",)), 47):
        before = everywhere[hit.passage.id]
        assert hit.scores["dense"] == pytest.approx(before["dense"], abs=1e-6)
        assert hit.scores.get("lexical") == pytest.approx(before.get("lexical"))
