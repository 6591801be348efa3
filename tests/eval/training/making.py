"""Groups made for the training's tests."""

from eval.training.records import Group, Text

PASSAGE = (
    "The harbour of Veltrin closed on Monday. Mayor Ida Brandt said that it will open again in"
    " three weeks. Ferries leave from Osmark until then."
)


def text(words: str, answer: str = "", *, title: str = "") -> Text:
    """A passage with the place of the answer in it, if one is given."""
    start = words.find(answer)
    return Text(title, words, ((start, start + len(answer)),) if answer else ())


def group(
    question: str,
    right: Text | None,
    *wrong: Text,
    kind: str = "new_wiki_train",
    held_back: bool = False,
) -> Group:
    """A group of the kind that is sampled most."""
    return Group(kind, question, held_back, right, wrong)


HARBOUR = group(
    "When will the harbour of Veltrin open again?",
    text(PASSAGE, "in three weeks", title="Harbour closed"),
    text("Osmark has a lighthouse. It is old. Nobody climbs it.", title="Osmark"),
    text("Bread is dear in Veltrin.", title="Prices"),
)
LIGHTHOUSE = group(
    "What does Osmark have?",
    text("Osmark has a lighthouse. It is old. Nobody climbs it.", "a lighthouse", title="Osmark"),
    text(PASSAGE, title="Harbour closed"),
)
