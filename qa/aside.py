"""Find whose words a question asks for where that is told aside: "according to Guler", "in Guler's
view", "..., Guler thinks?". Input: its text. Output: a match, whose first group names the speaker.
"""

import re

_NAME = r"(?:(?!\bin\b)[^,;:?]){2,60}?"
_VIEW = r"(?:own\s+|personal\s+)?(?:views?|opinion|eyes|judge?ment|words)\b(?!\s+of\b)"
# Forms that stand behind no auxiliary: "What did Iran, Iraq and Kuwait say?" asks nothing aside.
_THINKS = r"(?:says|thinks|believes|argues|reckons)"
_NO_NAME = r"(?:what|when|where|which|who|whom|whose|why|how|if|whether|as|it|they|that|this)\b"
_ASIDES = (
    re.compile(r"\baccording\s+to\s+([^,;:?]*)", re.IGNORECASE),
    re.compile(rf"\bin\s+({_NAME})(?:['’]s|(?<=s)['’])\s+{_VIEW}", re.IGNORECASE),
    re.compile(
        r"\bin\s+the\s+(?:views?|opinion|eyes|judge?ment|words)\s+of\s+([^,;:?]*)", re.IGNORECASE
    ),
    re.compile(rf",\s*(?!\s|{_NO_NAME})({_NAME})\s+{_THINKS}\W*$", re.IGNORECASE),
    # A name, or "the governor", and nothing that goes on: "says to stay".
    re.compile(r",\s*(?:says|said)\s+((?:the\s|[A-Z])[^,;:?]{1,60}?)\W*$"),
)


def attribution(text: str) -> re.Match[str] | None:
    """The words that tell aside whose words are asked for; group 1 is the name. None for none."""
    return next((found for each in _ASIDES if (found := each.search(text))), None)
