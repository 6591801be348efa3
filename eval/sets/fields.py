"""Take what a foreign file should hold out of it. Input: JSON values. Output: the value, checked.

Every complaint is a ValueError that begins with the place in the file: "data[3].title is no text".
"""

from typing import Any, TypeVar

from qa.understanding import LONGEST_QUESTION_CHARS

_Value = TypeVar("_Value", bound=str | int | list[Any] | dict[str, Any])
_KINDS = {str: "text", int: "whole number", list: "list", dict: "object"}


def take(record: object, name: str, kind: type[_Value], place: str) -> _Value:
    """``record[name]``, which must be of ``kind``; ``place`` is where the record stands, empty for
    the file as a whole."""
    where = f"{place}.{name}" if place else name
    if not isinstance(record, dict):
        raise ValueError(f"{place or 'what it holds'} is no object")
    if name not in record:
        raise ValueError(f"{where} is missing")
    value = record[name]
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise ValueError(f"{where} is no {_KINDS[kind]}")
    return value


def is_askable(question: str) -> bool:
    """Whether Citewire takes it as a question at all: not blank, too long or broken text."""
    if not question.strip() or len(question) > LONGEST_QUESTION_CHARS:
        return False
    try:
        question.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
