"""Text folded for comparing."""

import pytest

from index.folding import fold


@pytest.mark.parametrize("written", ["Güler", "GULER", "gu\u0308ler"])
def test_case_and_diacritics_make_no_other_word(written: str) -> None:
    assert fold(written) == "guler"


def test_nothing_else_is_touched() -> None:
    assert fold("No. 5, “so”") == "no. 5, “so”"
