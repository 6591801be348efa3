"""Names are told to be one person's, or those of two with one last name."""

import pytest

from qa.speech.speaker import namesakes, persons


@pytest.mark.parametrize(
    ("names", "those"),
    [
        (["Yasar Guler", "Yashar Güler"], (("Yasar Guler", "Yashar Güler"),)),
        (["Ida Brandt", "Brandt"], (("Ida Brandt", "Brandt"),)),
        (["Ida Brandt", "Nora Brandt"], (("Ida Brandt",), ("Nora Brandt",))),
        (["Brandt Corp", "Ida Brandt"], (("Brandt Corp",), ("Ida Brandt",))),
        ([], ()),
    ],
)
def test_spellings_of_one_name_are_one_person(
    names: list[str], those: tuple[tuple[str, ...], ...]
) -> None:
    assert persons(names) == those


def test_namesakes_share_a_last_name_and_are_not_one() -> None:
    names = ["Ida Brandt", "Nora Brandt", "Iven Rask", "Brandt Corp"]
    assert namesakes(names) == (("Ida Brandt",), ("Nora Brandt",))
    assert namesakes(["Yasar Guler", "Yashar Güler"]) == ()
    assert namesakes(["Ida Brandt", "Volcanologist Ida Brandt"]) == ()
