"""What a wrong encoding did is undone, and nothing else is."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.mending import mend
from tests.index.test_codepages import SAMPLES
from tests.index.test_decoding import TEXTS

CLEAN = [*(text for texts in SAMPLES.values() for text in texts), *TEXTS.values()]


@pytest.mark.parametrize("text", CLEAN)
def test_clean_text_is_itself(text: str) -> None:
    assert mend(text) is text


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("cafÃ©", "café"),
        ("It isnâ€™t â€œnewâ€\x9d", "It isn’t “new”"),
        ("StraÃŸe in MÃ¼nchen", "Straße in München"),
        ("GdaĹ„sk i ĹĽĂłĹ‚w", "Gdańsk i żółw"),
        ("РњРёРЅРёСЃС‚СЂ Р·Р°СЏРІРёР»", "Министр заявил"),
        ("Only cafÃ© is broken, naïve isn’t.", "Only café is broken, naïve isn’t."),
    ],
)
def test_mojibake_is_undone(broken: str, whole: str) -> None:
    assert mend(broken) == whole


@pytest.mark.parametrize("text", CLEAN)
def test_text_that_was_read_as_latin_1_is_whole_again(text: str) -> None:
    assert mend(text.encode().decode("latin-1")) == text


@pytest.mark.parametrize("text", ["  “x”  ﬁ\r\n&amp; Ｆ …", "Ｔ１"])
def test_nothing_else_is_changed(text: str) -> None:
    assert mend(text) is text


def test_clean_text_loads_nothing() -> None:
    script = (
        "import sys; from index.mending import mend;"
        f" [mend(text) for text in {CLEAN!r}]; print('ftfy' in sys.modules)"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert told.stdout == "False\n"


@given(st.text())
def test_any_text_can_be_mended(text: str) -> None:
    assert isinstance(mend(text), str)
