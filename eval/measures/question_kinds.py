"""Tell what kind of thing a question asks for, by its words. Input: its text. Output: a kind."""

import re

OTHER = "other"
# In the order that tables show them.
KINDS = ("who", "when", "where", "how many", "what", "why", "how", OTHER)

_TIME = r"(?:century|date|day|decade|month|season|time|year|years)\b"
# The word that comes first in the question decides; of two at one place, the one named first here.
_WORDS: tuple[tuple[str, str], ...] = (
    ("who", r"who|whom|whose"),
    ("when", rf"when|(?:what|which)\s+{_TIME}"),
    ("where", r"where"),
    ("how many", r"how\s+(?:many|much|long|old|far|often|large|big|high|tall|deep|fast)"),
    ("what", r"what|which"),
    ("why", r"why"),
    ("how", r"how"),
)
_ANY = re.compile("|".join(rf"\b({words})\b" for _, words in _WORDS), re.IGNORECASE)


def question_kind(question: str) -> str:
    """One of `KINDS`: "In which year was it built?" asks when, "Whose is it?" who."""
    found = _ANY.search(question)
    return _WORDS[found.lastindex - 1][0] if found and found.lastindex else OTHER
