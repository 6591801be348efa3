"""Questions are answered over one index folder's newest generation."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as example_settings
from hypothesis import strategies as st

from eval.records import Question
from index.analysis import stems
from index.errors import ArticleMissing, InvalidRequest
from index.opening import LiveIndex
from index.settings import read_settings
from index.wiring import open_embedder, update_index
from qa import open_engine
from qa.answering import HITS_READ
from qa.engine import MOST_PASSAGES, MOST_SENTENCES, Engine
from qa.reader.network import Reader
from qa.records import NO_ANSWER, Answer, Filters
from qa.settings import QaSettings
from qa.weights import load_weights
from qa.wiring import open_reader
from tests.qa.conftest import OpenOver, Plain
from tests.qa.reader.made_readers import WordsReader

WITHDRAWAL = "What did Guler say about withdrawal?"
PESHMERGA = "What happened with ISIS in the disputed areas after the Peshmerga withdrew?"
BRIDGE = """Harbour Bridge of Veltrin Closes

The old harbour bridge of Veltrin closed on Monday for repairs of its eastern pier.

Trams turn back at the market.
"""
FERRY = """Ferry of Veltrin Sails Again

The night ferry of Veltrin sails again from Thursday, the harbour office said.
"""
WHEN_FERRY = "When does the night ferry of Veltrin sail again?"


# Limits


@pytest.mark.parametrize("limit", [0, -1, MOST_SENTENCES + 1])
def test_a_limit_of_sentences_out_of_range_is_refused(engine: Engine, limit: int) -> None:
    with pytest.raises(InvalidRequest, match=f"The limit {limit} is not between 1 and 20"):
        engine.ask(WITHDRAWAL, limit=limit)


@pytest.mark.parametrize("limit", [0, -1, MOST_PASSAGES + 1])
def test_a_limit_of_passages_out_of_range_is_refused(engine: Engine, limit: int) -> None:
    with pytest.raises(InvalidRequest, match=f"The limit {limit} is not between 1 and 100"):
        engine.search(WITHDRAWAL, limit=limit)


def test_no_more_sentences_are_given_than_asked_for(engine: Engine) -> None:
    assert len(engine.ask(WITHDRAWAL, limit=1).sentences) == 1
    assert len(engine.ask(WITHDRAWAL, limit=MOST_SENTENCES).sentences) >= 2


def test_the_most_passages_that_may_be_asked_for_are_given(engine: Engine) -> None:
    assert len(engine.search(WITHDRAWAL)) == 10
    assert len(engine.search(WITHDRAWAL, limit=3)) == 3
    # All that the seeds have.
    assert len(engine.search(WITHDRAWAL, limit=MOST_PASSAGES)) == 47


# Answers


def test_the_question_is_given_back_as_it_was_asked(engine: Engine) -> None:
    assert engine.ask(f"  {WITHDRAWAL}\n").question == f"  {WITHDRAWAL}\n"


def test_the_answer_reads_as_its_cited_sentences(engine: Engine) -> None:
    answer = engine.ask(WITHDRAWAL)
    assert answer.sentences
    assert answer.answer == " ".join(
        f"{each.text} [{number}]" for number, each in enumerate(answer.sentences, start=1)
    )


def test_a_short_answer_stands_in_the_quote_that_it_is_cited_with(
    answers: tuple[Answer, ...],
) -> None:
    shortened = [answer for answer in answers if answer.short_answer]
    assert shortened
    for answer in shortened:
        assert answer.short_answer
        quotes = {each.number: " ".join(each.quote.split()) for each in answer.citations}
        assert answer.short_answer.text in quotes[answer.short_answer.citation]


def test_each_stage_is_timed_and_the_total_is_their_sum(engine: Engine) -> None:
    timings = engine.ask(WITHDRAWAL).timings_ms
    stages = [timings[stage] for stage in ("retrieve", "rerank", "compose")]
    assert timings.keys() == {"retrieve", "rerank", "compose", "total"}
    assert min(stages) >= 0
    assert timings["total"] == pytest.approx(sum(stages))


def test_a_follow_up_is_answered_with_the_questions_before_it(engine: Engine) -> None:
    before = "Where did the Iraqi government deploy border guards?"
    alone, told = (
        engine.ask("When did that happen?"),
        engine.ask("When did that happen?", history=[before]),
    )
    assert alone.abstained
    assert "deployed, yesterday, Wednesday" in told.answer


def test_only_what_the_filters_let_through_answers(engine: Engine) -> None:
    anywhere = engine.ask(PESHMERGA)
    shafaq = engine.ask(PESHMERGA, filters=Filters(outlet=("shafaq news",)))
    kurdistan = engine.ask(PESHMERGA, filters=Filters(outlet=("Kurdistan 24",)))
    assert not anywhere.abstained
    assert {each.uri for each in shafaq.passages} == {"seeds/001_b04c51913cb1dffc.txt"}
    assert {each.uri for each in kurdistan.passages} == {"seeds/004_5fe70ab38a61ff6b.txt"}
    assert {each.outlet for each in shafaq.citations} == {"Shafaq News"}
    assert {each.published for each in shafaq.citations} == {date(2020, 2, 20)}


def test_where_the_filters_let_nothing_through_there_is_no_answer(engine: Engine) -> None:
    answer = engine.ask(WITHDRAWAL, filters=Filters(outlet=("The Veltrin Courier",)))
    assert answer.abstained
    assert (answer.confidence, answer.passages) == (0.0, ())
    assert engine.search(WITHDRAWAL, filters=Filters(article_id=("none",))) == ()


def _with_threshold(folder: Path, threshold: float, reader: Reader | None = None) -> Engine:
    embedder, settings = open_embedder("", read_settings()), QaSettings(threshold)
    reader = reader or open_reader(settings)
    return Engine(LiveIndex(folder), embedder, reader, load_weights(), settings)


def test_an_answer_less_sure_than_the_threshold_is_not_given(
    seeds_index: Path, engine: Engine
) -> None:
    sure = engine.ask(WITHDRAWAL).confidence
    assert not _with_threshold(seeds_index, sure).ask(WITHDRAWAL).abstained
    stricter = _with_threshold(seeds_index, sure + 0.01).ask(WITHDRAWAL)
    assert stricter.abstained
    assert (stricter.answer, stricter.confidence) == (NO_ANSWER, sure)


def test_even_at_threshold_0_nothing_found_is_no_answer(seeds_index: Path) -> None:
    bold = _with_threshold(seeds_index, 0.0)
    assert not bold.ask("How do I bake sourdough bread?").abstained
    assert bold.ask(WITHDRAWAL, filters=Filters(outlet=("nobody",))).abstained


def test_any_reader_may_read(seeds_index: Path) -> None:
    reader = WordsReader()
    question = "Where is the base of Bashiqa?"
    answer = _with_threshold(seeds_index, 0.0, reader).ask(question)
    (asked, read), (asked_again, alone) = reader.asked
    assert asked == asked_again == question
    # What it says of a passage, the question's words in it, is told beside the search's scores;
    # those that were not read come behind.
    first, rest = answer.passages[:HITS_READ], answer.passages[HITS_READ:]
    assert [each.hit.scores["reader"] for each in first] == [
        len(set(stems(question)) & set(stems(each.text))) for each in first
    ]
    assert len(read) == HITS_READ
    # The best sentences are read once more, each by itself.
    assert all(each.text[slice(*each.sentences[0])] == each.text for each in alone)
    assert rest
    assert not any("reader" in each.hit.scores for each in rest)
    # And the words that it gives, all of a sentence, are the short answer.
    assert answer.short_answer
    assert answer.short_answer.citation == 1
    assert answer.sentences[0].text.rstrip(".") == answer.short_answer.text


@given(question=st.text(st.characters(exclude_categories=()), min_size=1, max_size=60))
@example_settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_text_at_all_is_answered_or_refused_for_what_it_is(
    engine: Engine, question: str
) -> None:
    try:
        answer = engine.ask(question, history=["Who is Rasool?"])
    except InvalidRequest:
        assert not question.strip() or any("\ud800" <= char <= "\udfff" for char in question)
    else:
        assert answer.abstained == (not answer.citations)


# Searches


def test_a_search_finds_the_best_passage_first(engine: Engine) -> None:
    found = engine.search("Where is the joint training center at the Bashiqa base?")
    fused = [each.hit.scores["fused"] for each in found]
    assert "Bashiqa" in found[0].text
    assert fused == sorted(fused, reverse=True)
    for each in found:
        text = engine.article_text(each.hit.passage.article_id).document.text
        assert text[each.hit.passage.start : each.hit.passage.end] == each.text


def test_a_blank_search_is_refused(engine: Engine) -> None:
    with pytest.raises(InvalidRequest):
        engine.search(" ")


# Articles


def test_an_article_comes_with_the_document_that_it_is_a_part_of(engine: Engine) -> None:
    (first, uri), *_ = engine.articles()
    told = engine.article_text(first.id)
    assert told.article == first
    assert told.document.uri == uri == "seeds/000_6ae00b7adb0b0fec.txt"
    assert told.document.text[first.start :].startswith(first.title)


@pytest.mark.parametrize("article_id", ["", "0", "b7810f61b6a6884", "'; DROP TABLE articles"])
def test_an_unknown_article_is_told_of_by_its_id(engine: Engine, article_id: str) -> None:
    with pytest.raises(ArticleMissing) as missing:
        engine.article_text(article_id)
    assert repr(article_id) in missing.value.problem
    assert missing.value.remedy


def test_articles_are_listed_a_page_at_a_time(engine: Engine) -> None:
    everything = engine.articles()
    first = engine.articles(limit=3)
    then = engine.articles(after=first[-1][0].id, limit=3)
    last = engine.articles(after=then[-1][0].id, limit=3)
    assert len(everything) == 7
    assert (*first, *then, *last) == tuple(everything)
    assert [len(page) for page in (first, then, last)] == [3, 3, 1]


# Generations


def test_an_engine_answers_from_a_file_that_was_added_after_it_was_opened(
    open_over: OpenOver, tmp_path: Path
) -> None:
    engine = open_over({"bridge.txt": BRIDGE})
    before = engine.ask(WHEN_FERRY)
    generation = engine.index.generation
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    update_index(tmp_path / "index", [tmp_path / "ferry.txt"])
    after = engine.ask(WHEN_FERRY)
    assert "Thursday" not in before.answer
    assert "sails again from Thursday" in after.answer
    assert [Path(each.uri).name for each in after.citations] == ["ferry.txt"]
    assert engine.index.generation == generation + 1
    # What was there before still answers.
    assert "on Monday" in engine.ask("When did the old harbour bridge of Veltrin close?").answer


def test_an_engine_forgets_what_a_file_said_before_it_was_changed(
    open_over: OpenOver, tmp_path: Path
) -> None:
    engine = open_over({"ferry.txt": FERRY, "bridge.txt": BRIDGE})
    assert "from Thursday" in engine.ask(WHEN_FERRY).answer
    (tmp_path / "ferry.txt").write_text(FERRY.replace("Thursday", "Sunday"), encoding="utf-8")
    update_index(tmp_path / "index", [tmp_path / "ferry.txt"])
    answer = engine.ask(WHEN_FERRY)
    assert "from Sunday" in answer.answer
    assert not any("Thursday" in each.text for each in answer.passages)


def test_threads_that_ask_at_once_get_the_answers_of_one_after_another(
    seeds_index: Path,
    questions: tuple[Question, ...],
    answers: tuple[Answer, ...],
    plain: Plain,
) -> None:
    cold = open_engine(seeds_index)
    asked = list(zip(questions, answers, strict=True))[:24]

    def ask(question: Question) -> Answer:
        return cold.ask(question.question, history=question.history)

    with ThreadPoolExecutor(8) as threads:
        at_once = list(threads.map(ask, [question for question, _ in asked]))
    assert [plain(answer) for answer in at_once] == [plain(answer) for _, answer in asked]


def test_threads_go_on_being_answered_while_a_new_generation_is_published(
    open_over: OpenOver, tmp_path: Path
) -> None:
    engine = open_over({"bridge.txt": BRIDGE})
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    question = "When did the old harbour bridge of Veltrin close?"
    with ThreadPoolExecutor(4) as threads:
        waiting = [threads.submit(engine.ask, question) for _ in range(20)]
        update_index(tmp_path / "index", [tmp_path / "ferry.txt"])
        waiting += [threads.submit(engine.ask, question) for _ in range(20)]
    assert {each.result().citations[0].quote for each in waiting} == {
        "The old harbour bridge of Veltrin closed on Monday for repairs of its eastern pier."
    }
    assert len(engine.articles()) == 2
