"""Which lines can only be a picture's caption, and which may be text that names its source."""

import pytest

from index.pages.captions import caption_sign, is_credited


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("Photo: Nora Falk", "a picture's label"),
        ("File photo: the quay before the storm", "a picture's label"),
        ("Pictured: the harbour master, Olaf Berg", "a picture's label"),
        ("Above: the quay on Monday", "a picture's label"),
        ("Photo by Nora Falk", "a picture's label"),
        ("Image credit Nora Falk", "a picture's label"),
        ("Credit: Nora Falk/KNA", "a picture's label"),
        ("The quay on Monday. Photo: Nora Falk", "closes with a picture's credit"),
        ("The quay on Monday (Photo: Nora Falk)", "closes with a picture's credit"),
        ("The quay on Monday. Picture: Bo Li/Reuters", "closes with a picture's credit"),
        ("The quay on Monday. Photograph by Nora Falk for The Courier", "closes with a picture's"),
        ("Cranes in the water. Photo courtesy of Veltrin Port", "closes with a picture's credit"),
        ("The quay on Monday. © Nora Falk", "closes with a picture's credit"),
        ("The quay on Monday. File photo: KNA", "closes with a picture's credit"),
        ("2 of 5 The quay on Monday (KNA)", "numbered, with a source in brackets"),
        ("3/7 Two cranes lie in the water. (Reuters)", "numbered, with a source in brackets"),
        ("The mayor in this file photo of last May. (Reuters)", "speaks of the picture"),
        ("Cranes are seen in this undated handout photo /KNA", "speaks of the picture"),
        (
            "Two cranes lie in the water at dawn | Nora Falk | The Courier",
            "closes with a picture's credit",
        ),
    ],
)
def test_a_caption_is_told_by_its_own_words(line: str, sign: str) -> None:
    found = caption_sign(line)
    assert found is not None
    assert found.startswith(sign)


@pytest.mark.parametrize(
    "line",
    [
        "The harbour of Veltrin was closed on Monday after a storm.",
        "The harbour was closed, the master said. (Reuters)",
        "Photographs of the storm went round the world.",
        "The council will spend 3 million euros (about $3.2 million).",
        "“The picture is clear,” he said. Photo: Nora Falk",
        "In this file, the photo was missing.",
        "He took a photo by accident",
        "A picture of the mayor hung on the wall (it was sold).",
        "Above all, the mayor wants peace.",
        "Left behind: the people of Sund",
        "Storm | Veltrin | Monday",
        "1 of 5 people is poor",
        "The storm and the sea. " * 30 + "Photo: Nora Falk",
    ],
)
def test_what_may_be_text_is_no_caption(line: str) -> None:
    assert caption_sign(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "A crane lies in the water. (Reuters)",
        "The emir receives the president (KUNA)",
        "The quay at Veltrin on Monday /AFP",
        "The quay at Veltrin on Monday | KNA",
        "The quay on Monday. Photo: Nora Falk",
        "The quay (handout by the port)",
    ],
)
def test_a_line_that_closes_with_its_source_is_credited(line: str) -> None:
    assert is_credited(line)


@pytest.mark.parametrize(
    "line",
    [
        "A crane lies in the water.",
        "It cost 3 million euros (about $3.2 million).",
        "It cost a lot (Three million in 2019).",
        "Read and/Or write",
        "He left (and came back).",
    ],
)
def test_a_line_without_a_source_is_not_credited(line: str) -> None:
    assert not is_credited(line)
