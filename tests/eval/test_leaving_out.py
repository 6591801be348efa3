"""What answers some questions is left out, and all offsets follow."""

from eval.leaving_out import leave_out
from eval.sets.squad import SquadCollection, SquadQuestion

FIRST = "The harbour opened in 1874. It closed in 1990. Nobody minds."
SECOND = "The mayor is Ada Brook. She likes ships."
TEXT = f"Veltrin\n\n{FIRST}\n\n{SECOND}\n"


def _question(question: str, paragraph: str, *answers: str) -> SquadQuestion:
    start = TEXT.index(paragraph)
    spans = tuple((TEXT.index(each), TEXT.index(each) + len(each)) for each in answers)
    return SquadQuestion(question, 0, "0000.txt", spans, question, (start, start + len(paragraph)))


QUESTIONS = (
    _question("When did it open?", FIRST, "1874"),
    _question("When did it close?", FIRST, "1990", "in 1990"),
    _question("Who is mayor?", SECOND, "Ada Brook"),
)
WHOLE = SquadCollection((("0000.txt", TEXT),), QUESTIONS)


def _answers(collection: SquadCollection) -> dict[str, list[str]]:
    texts = dict(collection.documents)
    return {
        q.question: [texts[q.uri][start:end] for start, end in q.answers]
        for q in collection.questions
    }


def test_nothing_left_out_is_the_collection_as_it_was() -> None:
    assert leave_out(WHOLE, 0.0, 0.0, seed=1) == WHOLE


def test_all_paragraphs_left_out_leave_the_headline_and_no_answer() -> None:
    ((_, text),) = leave_out(WHOLE, 1.0, 0.0, seed=1).documents
    assert text.split() == ["Veltrin"]
    assert set(map(tuple, _answers(leave_out(WHOLE, 1.0, 0.0, seed=1)).values())) == {()}


def test_all_answers_left_out_leave_the_other_sentences() -> None:
    left = leave_out(WHOLE, 0.0, 1.0, seed=1)
    ((_, text),) = left.documents
    assert text.split() == "Veltrin Nobody minds. She likes ships.".split()
    assert set(map(tuple, _answers(left).values())) == {()}


def test_offsets_follow_what_is_left() -> None:
    wanted = _answers(WHOLE)
    seen = set()
    for seed in range(20):
        left = leave_out(WHOLE, 0.3, 0.3, seed=seed)
        text = dict(left.documents)["0000.txt"]
        for asked, found in _answers(left).items():
            assert found in ([], wanted[asked])
            seen.add((asked, bool(found)))
        for question in left.questions:
            assert text[slice(*question.paragraph)] == text[slice(*question.paragraph)].strip("\n")
            if question.answers:
                (start, end), (low, high) = question.answers[0], question.paragraph
                assert low <= start < end <= high
    assert len(seen) == 6


def test_the_same_seed_leaves_out_the_same() -> None:
    assert leave_out(WHOLE, 0.5, 0.5, seed=3) == leave_out(WHOLE, 0.5, 0.5, seed=3)
