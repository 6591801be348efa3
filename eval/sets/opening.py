"""Open the question set that a name means. Input: ``squad:FILE`` and its like. Output: the set.

squad:FILE     SQuAD v1.1 or 2.0; its articles are indexed
beir:FOLDER    a BEIR collection; its corpus is indexed
wikiqa:FILE    questions with sentences to put in order; nothing is indexed
FILE           JSON Lines of our own form, asked of an index that is there already
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from eval.sets.beir import open_beir
from eval.sets.jsonl import open_jsonl
from eval.sets.records import QuestionSet, SentenceSet
from eval.sets.squad import open_squad
from eval.sets.wikiqa import open_wikiqa
from index.errors import InvalidRequest

_Asked = TypeVar("_Asked")


@dataclass(frozen=True, slots=True)
class Choices:
    """What of a set is asked, and over what.

    ``distractors`` are names of sets whose documents are put beside; ``hold_out`` is the share of
    the articles that is left out of the index; ``limit`` asks so many questions alone. ``seed``
    decides which articles, and which questions, those are.
    """

    distractors: tuple[str, ...] = ()
    hold_out: float = 0.0
    limit: int | None = None
    seed: int = 0


EVERYTHING = Choices()


def open_set(name: str, choices: Choices = EVERYTHING) -> QuestionSet | SentenceSet:
    """The set, with only the questions and with all the documents chosen.

    Raises InvalidRequest or SourceUnreadable for a set, or a choice, that cannot be used.
    """
    form, path = _form_of(name)
    if choices.hold_out and form != "squad":
        raise InvalidRequest(
            f"No article of {name} can be held out.", "Use --hold-out with squad:FILE."
        )
    opened = _FORMS[form](path, choices)
    if isinstance(opened, SentenceSet):
        _refuse_distractors(name, choices)
        return replace(opened, questions=_sample(opened.questions, choices))
    if not opened.documents:
        _refuse_distractors(name, choices)
    return replace(
        _beside(opened, choices.distractors), questions=_sample(opened.questions, choices)
    )


def _beside(asked: QuestionSet, distractors: Sequence[str]) -> QuestionSet:
    """The set with the documents of others beside its own, but for those that hold the same."""
    own = (*asked.documents, *asked.left_out)
    contents, uris = {document.content for document in own}, [document.uri for document in own]
    documents, notes = list(asked.documents), list(asked.notes)
    for name in distractors:
        form, path = _form_of(name)
        other = _FORMS[form](path, EVERYTHING)
        if isinstance(other, SentenceSet) or not other.documents:
            raise InvalidRequest(
                f"{name} brings no documents.", "Name squad:FILE or beir:FOLDER as a distractor."
            )
        beside = [each for each in other.documents if each.content not in contents]
        documents.extend(beside)
        uris.extend(document.uri for document in other.documents)
        notes.append(f"{other.name}: documents beside: {len(beside):,}.")
        if same := len(other.documents) - len(beside):
            notes.append(f"{other.name}: documents dropped, the same as {asked.name}'s: {same:,}.")
    if len(set(uris)) < len(uris):
        raise InvalidRequest(
            "Two of the documents have the same name.",
            "Give each file another name, and name none of them twice.",
        )
    return replace(asked, documents=tuple(documents), notes=tuple(notes))


def _refuse_distractors(name: str, choices: Choices) -> None:
    if choices.distractors:
        raise InvalidRequest(
            f"{name} brings no documents to put others beside.",
            "Use --distractors with squad:FILE or beir:FOLDER.",
        )


def _sample(questions: tuple[_Asked, ...], choices: Choices) -> tuple[_Asked, ...]:
    """So many of the questions, in their own order."""
    if choices.limit is None or choices.limit >= len(questions):
        return questions
    chosen = random.Random(choices.seed).sample(range(len(questions)), choices.limit)
    return tuple(questions[at] for at in sorted(chosen))


def _form_of(name: str) -> tuple[str, Path]:
    form, divider, rest = name.partition(":")
    if divider and form in _FORMS:
        return form, Path(rest)
    path = Path(name)
    if divider and form.isalpha() and not path.exists():
        known = ", ".join(f"{each}:" for each in _FORMS if each)
        raise InvalidRequest(
            f"There is no file {name}, and no form of question set called {form!r}.",
            f"The forms are {known} and a plain JSON Lines file.",
        )
    return "", path


def _squad(path: Path, choices: Choices) -> QuestionSet:
    return open_squad(path, choices.hold_out, choices.seed)


def _beir(path: Path, _: Choices) -> QuestionSet:
    return open_beir(path)


def _wikiqa(path: Path, _: Choices) -> SentenceSet:
    return open_wikiqa(path)


def _jsonl(path: Path, _: Choices) -> QuestionSet:
    return open_jsonl(path)


_FORMS: dict[str, Callable[[Path, Choices], QuestionSet | SentenceSet]] = {
    "squad": _squad,
    "beir": _beir,
    "wikiqa": _wikiqa,
    "": _jsonl,
}
