"""Which language a text is told to be in, and when it is too little to tell."""

import pytest

from index.pages.language import detect_language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The harbour of Veltrin was closed on Monday after a storm tore two cranes away.", "en"),
        ("Der Hafen wurde am Montag geschlossen, nachdem ein Sturm zwei Kräne gestürzt hat.", "de"),
        ("Le port a été fermé lundi après une tempête qui a emporté deux grues du quai.", "fr"),
        ("أغلق الميناء يوم الاثنين بعد عاصفة أسقطت رافعتين من الرصيف في المدينة القديمة.", "ar"),
    ],
)
def test_a_sentence_or_two_tell_their_language(text: str, code: str) -> None:
    assert detect_language([text]) == code


@pytest.mark.parametrize("paragraphs", [[], [""], ["No."], ["1 2 3 4 5 6 7 8 9 0 " * 20]])
def test_too_few_letters_tell_none(paragraphs: list[str]) -> None:
    assert detect_language(paragraphs) is None


def test_short_paragraphs_tell_together_what_none_tells_alone() -> None:
    sentences = [
        "The harbour was closed on Monday.",
        "Nobody was hurt.",
        "It had rained for many days.",
    ]
    assert [detect_language([sentence]) for sentence in sentences] == [None] * 3
    assert detect_language(sentences) == "en"


def test_only_a_texts_beginning_is_read() -> None:
    def paragraphs() -> list[str]:
        return ["The harbour of Veltrin was closed on Monday after a storm. " * 30]

    endless = iter([*paragraphs(), *[""] * 10])
    assert detect_language(endless) == "en"
    assert len(list(endless)) == 10
