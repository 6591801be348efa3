"""An answer's JSON, field by field."""

import dataclasses
import json
from datetime import date

import pytest

from index.records import BlockKind, StoredPassage
from qa.records import (
    Answer,
    AnswerPart,
    AnswerSentence,
    Citation,
    Difference,
    DifferingValue,
    Filters,
    FoundPassage,
    Hit,
    Kind,
    Quote,
    ShortAnswer,
    answer_json,
    passage_json,
)
from tests.qa.making import sentence, story

ARTICLE = story(
    sentence("Troops stay."), title="Troops", outlet="Reuters", published=date(2025, 6, 4)
).article
FOUND = FoundPassage(
    Hit(StoredPassage(17, "a", "d", 10, 22, BlockKind.BODY), {"dense": 0.123456, "fused": 1.0}),
    "Troops stay.",
    ARTICLE,
    "a.txt",
)
ALSO_IN = Quote("b", "Also Troops", None, date(2025, 6, 5), "b.txt", 3, 15, "Troops stay.", True)
CITATION = Citation(
    number=1,
    passage_id=17,
    article_id="a",
    title="Troops",
    outlet="Reuters",
    published=date(2025, 6, 4),
    uri="a.txt",
    uris=("a.txt", "copy.txt"),
    start=10,
    end=22,
    quote="Troops stay.",
    speaker=None,
    also_in=(ALSO_IN,),
    reports=1,
)
ANSWER = Answer(
    question="Do troops stay?",
    abstained=False,
    confidence=0.87654321,
    answer="Troops stay. [1]",
    short_answer=None,
    sentences=(AnswerSentence("Troops stay.", (1,)),),
    citations=(CITATION,),
    passages=(FOUND,),
    timings_ms={"total": 12.3456},
)


def test_an_answer_is_the_json_of_the_design() -> None:
    assert json.loads(json.dumps(answer_json(ANSWER))) == {
        "question": "Do troops stay?",
        "understood_as": None,
        "abstained": False,
        "confidence": 0.8765,
        "answer": "Troops stay. [1]",
        "short_answer": None,
        "sentences": [{"text": "Troops stay.", "citations": [1]}],
        "citations": [
            {
                "number": 1,
                "passage_id": 17,
                "article_id": "a",
                "title": "Troops",
                "outlet": "Reuters",
                "published": "2025-06-04",
                "uri": "a.txt",
                "uris": ["a.txt", "copy.txt"],
                "start": 10,
                "end": 22,
                "quote": "Troops stay.",
                "speaker": None,
                "also_in": [
                    {
                        "article_id": "b",
                        "title": "Also Troops",
                        "outlet": None,
                        "published": "2025-06-05",
                        "uri": "b.txt",
                        "start": 3,
                        "end": 15,
                        "quote": "Troops stay.",
                        "is_copy": True,
                        "agency": None,
                    }
                ],
                "reports": 1,
                "agency": None,
            }
        ],
        "differences": [],
        "notes": [],
        "parts": [],
        "passages": [
            {
                "passage_id": 17,
                "article_id": "a",
                "title": "Troops",
                "outlet": "Reuters",
                "published": "2025-06-04",
                "uri": "a.txt",
                "kind": "body",
                "start": 10,
                "end": 22,
                "text": "Troops stay.",
                "scores": {"dense": 0.1235, "fused": 1.0},
            }
        ],
        "timings_ms": {"total": 12.35},
    }


def test_a_difference_is_its_kind_and_its_values_with_their_citations() -> None:
    values = (DifferingValue("six", 1), DifferingValue("two", 2))
    differing = dataclasses.replace(ANSWER, differences=(Difference(Kind.NUMBER, values),))
    assert json.loads(json.dumps(answer_json(differing)))["differences"] == [
        {
            "kind": "number",
            "values": [{"text": "six", "citation": 1}, {"text": "two", "citation": 2}],
        }
    ]


def test_a_part_is_its_question_and_what_answers_it() -> None:
    part = AnswerPart("When?", False, 0.12346, ShortAnswer("on Monday", 1), (1,))
    parted = dataclasses.replace(ANSWER, parts=(part,))
    assert json.loads(json.dumps(answer_json(parted)))["parts"] == [
        {
            "question": "When?",
            "abstained": False,
            "confidence": 0.1235,
            "short_answer": {"text": "on Monday", "citation": 1},
            "citations": [1],
        }
    ]


def test_a_short_answer_is_its_text_and_its_citation() -> None:
    short = dataclasses.replace(ANSWER, short_answer=ShortAnswer("stay", 1))
    assert answer_json(short)["short_answer"] == {"text": "stay", "citation": 1}


def test_what_an_article_does_not_tell_is_null() -> None:
    bare = dataclasses.replace(FOUND, article=dataclasses.replace(ARTICLE, published=None))
    assert passage_json(bare)["published"] is None


def test_a_search_gives_passages_in_the_very_form_of_an_answers() -> None:
    assert answer_json(ANSWER)["passages"] == [passage_json(FOUND)]


@pytest.mark.parametrize(
    "filters",
    [
        Filters(outlet=("Reuters",)),
        Filters(published_from=date(2025, 6, 4)),
        Filters(published_to=date(2025, 6, 4)),
        Filters(article_id=("a",)),
    ],
)
def test_filters_with_one_of_them_set_are_not_empty(filters: Filters) -> None:
    assert not filters.is_empty


def test_filters_are_empty_unless_set() -> None:
    assert Filters().is_empty


def test_records_are_never_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        ANSWER.abstained = True  # type: ignore[misc]
