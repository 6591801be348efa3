"""Question and passages are read together, by any reader alike."""

import math
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from index.errors import ModelUnusable
from index.settings import read_settings
from qa.reader.checkpoints import find_reader
from qa.reader.network import NetworkReader, Reader
from qa.reader.records import PassageReading, Span, Unread
from tests.qa.reader.made_checkpoints import save_bert
from tests.qa.reader.made_readers import SEP, WordsReader, save_reader

WHEN = "When did the old bridge of Veltrin close?"


def _unread(title: str, *sentences: str) -> Unread:
    """A passage of these sentences, a space between them, all of which are looked at."""
    places, text = [], ""
    for sentence in sentences:
        start = len(text) + 1 if text else 0
        text = f"{text} {sentence}" if text else sentence
        places.append((start, len(text)))
    return Unread(title, text, tuple(places))


BRIDGE = _unread(
    "Bridge closes", "The old bridge of Veltrin closed on Monday.", "Trams turn back at the market."
)
TROOPS = _unread("", "More than 20,000 Turkish troops are in Syria.", "Güler’s came in 2016. 🚢")
FERRIES = _unread("Ferries", "Ferries run every ten minutes instead.")
# Some 1,100 tokens, more than twice what any of the readers sees at once.
COUNCIL = _unread(
    "Council",
    *(f"On day {at} the council of Veltrin met and spoke at length of it." for at in range(70)),
)
PASSAGES = (BRIDGE, TROOPS, COUNCIL, FERRIES)


# Any reader


@dataclass(frozen=True)
class _Kind:
    """A reader, and by how much its logits may differ with what is read beside.

    The shipped one's numbers have eight bits, and what they stand for is settled anew for each
    batch: single margins move by 2 or so.
    """

    reader: Reader
    tolerance: float


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, _Kind]:
    folder = tmp_path_factory.mktemp("readers")
    spans = save_bert(folder / "spans", "BertForQuestionAnswering")
    relevance = save_bert(folder / "relevance", "BertForSequenceClassification", num_labels=1)
    return {
        "shipped": _Kind(_opened(""), 1e-3),
        "of spans": _Kind(_opened(str(spans), folder), 1e-3),
        "of relevance": _Kind(_opened(str(relevance), folder), 1e-3),
        "fake": _Kind(WordsReader(), 0.0),
    }


def _opened(name: str, cache: Path | None = None, threads: int = 1) -> NetworkReader:
    return NetworkReader(find_reader(name, cache or read_settings().cache), threads)


@pytest.fixture(params=["shipped", "of spans", "of relevance", "fake"])
def kind(request: pytest.FixtureRequest, kinds: dict[str, _Kind]) -> _Kind:
    return kinds[request.param]


def test_any_reader_gives_each_passage_a_reading_and_each_sentence_words_of_it(
    kind: _Kind,
) -> None:
    readings = kind.reader.read(WHEN, PASSAGES)
    assert len(readings) == len(PASSAGES)
    for passage, reading in zip(PASSAGES, readings, strict=True):
        assert math.isfinite(reading.relevance)
        for (low, high), span in zip(passage.sentences, reading.spans, strict=True):
            assert low <= span.start < span.end <= high
            assert math.isfinite(span.margin)
            words = passage.text[span.start : span.end]
            assert words == words.strip()


def test_any_reader_looks_for_words_only_where_it_is_asked_to(kind: _Kind) -> None:
    second = replace(BRIDGE, sentences=BRIDGE.sentences[1:])
    (whole,), (only,) = kind.reader.read(WHEN, [BRIDGE]), kind.reader.read(WHEN, [second])
    assert only.spans == whole.spans[1:]


def test_any_reader_reads_a_passage_of_which_no_sentence_is_asked_for(kind: _Kind) -> None:
    (reading,) = kind.reader.read(WHEN, [replace(BRIDGE, sentences=())])
    assert reading.spans == ()
    assert math.isfinite(reading.relevance)


def test_any_reader_reads_alike_each_time(kind: _Kind) -> None:
    assert kind.reader.read(WHEN, PASSAGES) == kind.reader.read(WHEN, PASSAGES)


def test_any_reader_reads_passages_together_as_it_reads_each_alone(kind: _Kind) -> None:
    together = kind.reader.read(WHEN, PASSAGES)
    alone = [kind.reader.read(WHEN, [passage])[0] for passage in PASSAGES]
    for one, other in zip(together, alone, strict=True):
        assert _scores(one) == pytest.approx(_scores(other), abs=kind.tolerance)


def test_any_reader_keeps_the_order_that_it_is_given(kind: _Kind) -> None:
    readings = kind.reader.read(WHEN, PASSAGES)
    backwards = kind.reader.read(WHEN, PASSAGES[::-1])
    for one, other in zip(readings, backwards[::-1], strict=True):
        assert _scores(one) == pytest.approx(_scores(other), abs=kind.tolerance)


def _scores(reading: PassageReading) -> list[float]:
    return [reading.relevance, *(span.margin for span in reading.spans)]


def test_any_reader_reads_a_long_passage_to_its_end(kind: _Kind) -> None:
    (reading,) = kind.reader.read(WHEN, [COUNCIL])
    assert len(reading.spans) == len(COUNCIL.sentences) == 70
    # What is said of a sentence that no window shows.
    assert -20.0 not in [span.margin for span in reading.spans]


@pytest.mark.parametrize("text", ["", " \n "])
def test_any_reader_reads_past_an_empty_passage(kind: _Kind, text: str) -> None:
    empty = Unread("Bridge closes", text, ((0, len(text)),))
    _, nothing, none, _ = kind.reader.read(WHEN, [BRIDGE, empty, Unread("", text, ()), TROOPS])
    assert [(span.start, span.end) for span in nothing.spans] == [(0, len(text))]
    assert none.spans == ()
    assert all(map(math.isfinite, (*_scores(nothing), *_scores(none))))


def test_any_reader_gives_a_sentence_without_words_as_it_is(kind: _Kind) -> None:
    # Spaces without width, which are no white space to Python and no token to the shipped reader.
    passage = _unread("Bridge closes", "\u200b\u200b", "It closed on Monday.")
    (reading,) = kind.reader.read(WHEN, [passage])
    (low, high), *_ = passage.sentences
    assert (reading.spans[0].start, reading.spans[0].end) == (low, high)
    assert all(map(math.isfinite, _scores(reading)))


def test_any_reader_takes_a_question_of_any_length(kind: _Kind) -> None:
    for question in ("", "   ", "🚢?", "When did it close? " * 200, "x" * 20_000):
        readings = kind.reader.read(question, [BRIDGE, COUNCIL])
        assert [len(each.spans) for each in readings] == [2, 70]
        assert all(map(math.isfinite, _scores(readings[0])))


def test_any_reader_gives_nothing_for_nothing(kind: _Kind) -> None:
    assert kind.reader.read(WHEN, []) == ()


def test_any_reader_is_shared_by_threads(kind: _Kind) -> None:
    asked = [(f"Who met on day {at}?", (BRIDGE, FERRIES, TROOPS)[: at % 3 + 1]) for at in range(12)]
    alone = [kind.reader.read(*each) for each in asked]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda each: kind.reader.read(*each), asked)) == alone


@pytest.mark.parametrize("threads", [2, 4])
def test_on_more_threads_the_shipped_reader_reads_the_same(
    kinds: dict[str, _Kind], threads: int
) -> None:
    wanted = kinds["shipped"].reader.read(WHEN, PASSAGES)
    for one, other in zip(_opened("", None, threads).read(WHEN, PASSAGES), wanted, strict=True):
        assert _scores(one) == pytest.approx(_scores(other), abs=1e-3)


# What is made of the logits


def _numbers(count: int) -> Unread:
    """100, 101, ... as one sentence; the n-th word stands at 4 * n."""
    return _unread("", " ".join(str(100 + at) for at in range(count)))


def test_a_network_that_tells_both_is_taken_at_its_word(tmp_path: Path) -> None:
    reader = NetworkReader(save_reader(tmp_path / "reader", "both"), 1)
    passages = [_unread("99", "41 43", "42"), _unread("", "30", "9 10 20")]
    # A span scores its first word and half of its last; that of no answer, by [CLS] of 1, is 1.5.
    # The passage is as relevant as its greatest number, the headline's with it.
    assert reader.read("500", passages) == (
        PassageReading(99.0, (Span(3, 5, 63.0), Span(6, 8, 61.5))),
        PassageReading(30.0, (Span(0, 2, 43.5), Span(8, 10, 28.5))),
    )


def test_where_a_network_tells_spans_alone_the_best_one_is_the_passages_relevance(
    tmp_path: Path,
) -> None:
    reader = NetworkReader(save_reader(tmp_path / "reader", "span"), 1)
    (reading, unasked) = reader.read("500", [_unread("99", "41", "42", "40"), Unread("", "41", ())])
    assert reading.relevance == 42 * 1.5 - 1.5
    # Nothing was looked for in it, so that nothing is known of it.
    assert unasked == PassageReading(-20.0, ())


def test_where_a_network_tells_relevance_alone_each_sentence_is_read_by_itself(
    tmp_path: Path,
) -> None:
    reader = NetworkReader(save_reader(tmp_path / "reader", "relevance"), 1)
    passages = [_unread("30", "41 43", "42", "20"), _unread("", "7")]
    # Under its headline each: 20 is less than the 30 of that.
    assert reader.read("500", passages) == (
        PassageReading(43.0, (Span(0, 5, 43.0), Span(6, 8, 42.0), Span(9, 11, 30.0)), False),
        PassageReading(7.0, (Span(0, 1, 7.0),), False),
    )


def test_a_network_that_knows_no_token_types_is_given_none(tmp_path: Path) -> None:
    reader = NetworkReader(save_reader(tmp_path / "reader", "both", uses_type_ids=False), 1)
    # It cannot tell the question from the passage.
    assert reader.read("500", [_unread("", "41")]) == (PassageReading(500.0, (Span(0, 2, 60.0),)),)


def test_a_long_passage_is_as_relevant_as_its_best_window(tmp_path: Path) -> None:
    # 160 - 1 - 3 = 156 tokens of text a window: of 300 words, the third shows the last. The first
    # one's words score less, though it is the first to be read.
    reader = NetworkReader(save_reader(tmp_path / "reader", "both"), 1)
    (reading,) = reader.read("500", [_numbers(300)])
    assert reading == PassageReading(399.0, (Span(4 * 299, 4 * 299 + 3, 399 * 1.5 - 1.5),))


def test_a_passage_without_text_is_not_relevant_whatever_its_headline(tmp_path: Path) -> None:
    reader = NetworkReader(save_reader(tmp_path / "reader", "both"), 1)
    (reading,) = reader.read("500", [Unread("99", " ", ((0, 1),))])
    assert reading == PassageReading(-20.0, (Span(0, 1, -20.0),))


def test_more_passages_than_a_batch_holds_come_back_in_their_order(tmp_path: Path) -> None:
    reader = NetworkReader(save_reader(tmp_path / "reader", "both"), 1)
    # Longer ones between shorter ones, which are read first: the passage of n ends with 10 + n.
    passages = [_unread("", " ".join(["5"] * (at * 7 % 20)), str(10 + at)) for at in range(30)]
    readings = reader.read("500", passages)
    assert [reading.relevance for reading in readings] == [10.0 + at for at in range(30)]
    assert [reading.spans[-1].margin for reading in readings] == [
        1.5 * (10 + at) - 1.5 for at in range(30)
    ]


def test_what_closes_the_window_is_no_answer(tmp_path: Path) -> None:
    # The greatest number of all is that of the question.
    reader = NetworkReader(save_reader(tmp_path / "reader", "relevance"), 1)
    (reading,) = reader.read("500", [_unread("", "?")])
    assert reading.relevance == max(SEP, 3)


# Damage


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
def test_a_reader_that_cannot_be_loaded_is_refused(tmp_path: Path, name: str) -> None:
    files = save_reader(tmp_path / "reader", "both")
    (files.folder / name).write_bytes(b"no reader")
    with pytest.raises(ModelUnusable, match="cannot be loaded") as refused:
        NetworkReader(files, 1)
    assert str(files.folder) in refused.value.problem
    assert "CITEWIRE_READER" in refused.value.remedy
