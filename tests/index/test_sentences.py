"""Where sentences begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sentences import sentence_spans


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Lund met Dr. Falk in the U.S. on Jan. 5 at 3 p.m. in the hall.",
        "J. R. Falk paid $3.5 million.",
        "“We are safe. All of us are. Come home,” he said.",
        "Lt. Gen. Jabbar Yawar said that the talks went well.",
        "He left (he had to) at noon.",
    ],
)
def test_an_abbreviation_initial_figure_or_quotation_ends_no_sentence(text: str) -> None:
    assert _sentences(text) == [text]


@pytest.mark.parametrize(
    "sentences",
    [
        ["It rained.", "Was it cold?", "It was!", "Nobody came."],
        ["“We are safe,” he said.", "“All of us are.”"],
        ["It cost $5.", "That was too much."],
    ],
)
def test_sentences_end_at_their_marks(sentences: list[str]) -> None:
    assert _sentences(" ".join(sentences)) == sentences


def test_a_source_in_brackets_belongs_to_the_sentence_before_it() -> None:
    assert _sentences("The port is closed. (Reuters)") == ["The port is closed. (Reuters)"]


def test_a_quotation_mark_that_stands_apart_belongs_to_its_sentence() -> None:
    text = "“They will set up defensive lines. ” It was late."
    assert _sentences(text) == ["“They will set up defensive lines. ”", "It was late."]


def test_a_wrapped_line_ends_no_sentence() -> None:
    assert _sentences("The port\nis closed\r\nfor now. It\xa0rained.") == [
        "The port\nis closed\r\nfor now.",
        "It\xa0rained.",
    ]


def test_offsets_count_characters_of_the_whole_document() -> None:
    # Each of these is one character and more than one byte, the last two of UTF-16 too.
    text = "ü“é” 🚢 One. 𝒯wo."
    start = text.index("One")
    assert sentence_spans(text, start, len(text)) == [(start, start + 4), (start + 5, start + 9)]


def test_only_the_span_asked_for_is_looked_at() -> None:
    assert sentence_spans("One. Two. Three.", 5, 9) == [(5, 9)]


@pytest.mark.parametrize("text", ["", "  \n\xa0 "])
def test_white_space_holds_no_sentence(text: str) -> None:
    assert _sentences(text) == []


@given(
    st.text(alphabet=st.one_of(st.characters(codec="utf-8"), st.sampled_from(" .\n“”\"')(A1?!")))
)
def test_every_character_but_white_space_lies_in_just_one_sentence(text: str) -> None:
    spans = sentence_spans(text, 0, len(text))
    ends = [0, *(end for _, end in spans)]
    gaps = [text[end:start] for end, (start, _) in zip(ends, spans, strict=False)]
    assert not "".join([*gaps, text[ends[-1] :]]).strip()
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert spans == sorted(spans)


@pytest.mark.parametrize(
    "sentences",
    [
        ["It opens in May.", '"You cannot wait," Lund said.'],
        ["It opens in Dec.", "“You cannot wait,” Lund said."],
        ["It opens at 5 p.m.", "'You cannot wait,' Lund said."],
        ["He works for Acme Inc.", '"Not for long," he said.', '"I am old."'],
    ],
)
def test_a_quotation_behind_an_abbreviation_or_month_begins_a_sentence(
    sentences: list[str],
) -> None:
    assert _sentences(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "text",
    [
        'The firm is called Acme Inc. "Old" Lund runs it.',
        "“It opens in May. ‘Wait,’ they told us,” he said.",
    ],
)
def test_a_nickname_or_a_quotation_within_one_begins_none(text: str) -> None:
    assert _sentences(text) == [text]
