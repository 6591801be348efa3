"""Tell the words that a phrase is about. Input: text. Output: words."""

import re

from qa.words import FUNCTION_WORDS


def words_of_substance(text: str) -> list[str]:
    """The words that carry a subject, in small letters and in order: "the vote in Iraq" has two."""
    return [word for word in re.findall(r"\w+", text.casefold()) if word not in FUNCTION_WORDS]
