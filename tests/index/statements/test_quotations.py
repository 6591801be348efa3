"""Where quotations begin and end."""

import pytest

from index.statements.quotations import paragraphs_of, quotations


def _quoted(*paragraphs: str) -> list[str]:
    line = " ".join(paragraphs)
    spans, at = [], 0
    for paragraph in paragraphs:
        spans.append((at, at + len(paragraph)))
        at += len(paragraph) + 1
    return [line[each.inner_start : each.inner_end] for each in quotations(line, spans)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "no" and "yes".', ["no", "yes"]),
        ("He said “no, ‘never’ at all.”", ["no, ‘never’ at all."]),
        ("Er sagte: „Nein“", []),
        ("«No», he said.", ["No"]),
        ("``No,'' he said.", ["No,"]),
        ("‘No way home,’ he said.", ["No way home,"]),
        ("'No way home,' he said.", ["No way home,"]),
    ],
)
def test_marks_of_every_kind_open_and_close(text: str, quoted: list[str]) -> None:
    if text.startswith("Er"):
        # A closing mark that is another's opening one ends with the paragraph.
        assert _quoted(text) == ["Nein“"]
    else:
        assert _quoted(text) == quoted


@pytest.mark.parametrize(
    "text",
    [
        "The workers’ union’s plan isn’t new.",
        "'Tis the season of the workers' union.",
        'The UAE"s policy and the dollar"s value.',
        'John "Bud" Frazier came.',
        "It was said. Some areas. ”",
    ],
)
def test_apostrophes_nicknames_and_lone_closing_marks_quote_nothing(text: str) -> None:
    assert _quoted(text) == []


def test_a_quotation_goes_on_where_the_next_paragraph_opens_with_a_mark() -> None:
    assert _quoted("“One.", "“Two.”") == ["One. “Two."]


def test_a_quotation_ends_with_its_paragraph_where_the_next_opens_without() -> None:
    assert _quoted("“One.", "Two. “Three.”") == ["One.", "Three."]


def test_wrapped_lines_end_no_paragraph() -> None:
    text = "One\ntwo. Three.\n    Four."
    assert list(paragraphs_of(text, [(0, 8), (9, 15), (20, 25)])) == [(0, 15), (20, 25)]


def test_lines_end_paragraphs_where_no_sentence_is_wrapped() -> None:
    assert list(paragraphs_of("One.\nTwo.", [(0, 4), (5, 9)])) == [(0, 4), (5, 9)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("'The bosses' pay rose,' he said.", ["The bosses' pay rose,"]),
        ("He was 'sitting on his hands' as rivers rose.", ["sitting on his hands"]),
        ("It was 'a mess', 'a shame' and 'the workers' fault'.",
         ["a mess", "a shame", "the workers' fault"]),
        ("The workers' union said 'no'.", ["no"]),
        ("‘It’s the ’90s again,’ she said.", ["It’s the ’90s again,"]),
        ("The class of '87 said \"no\".", ["no"]),
        ("'He said \"no\" to me,' she said.", ['He said "no" to me,']),
    ],
)  # fmt: skip
def test_single_marks_are_told_from_apostrophes(text: str, quoted: list[str]) -> None:
    assert _quoted(text) == quoted


def test_a_single_quotation_goes_on_where_the_next_paragraph_opens_with_a_mark() -> None:
    assert _quoted("'One is here.", "'Two it is,' he said.") == ["One is here. 'Two it is,"]
