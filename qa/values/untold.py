"""Tell where a sentence speaks of what is asked as called for, denied or still to come, and not as
something that happened. Input: a Query and a sentence's line. Output: yes or no.

"He faced calls to resign on Sunday": that is no day on which he resigned.
"""

import re

from index.analysis import terms
from qa.understanding import Query

_ASKS_WHEN_IT_WAS = re.compile(r"^\W*when (?:did|was|were)\b", re.IGNORECASE)
_WORD = r"(?:\s+[a-z]+(?:['’]s?)?)"
_UNTOLD = re.compile(
    r"(?:"
    r"(?<!forced )(?<!compelled )(?<!obliged )(?<!able )(?<!managed )(?<!chose )(?<!had )(?<!on )"
    r"\bto(?:\s+(?:be|have))?"
    r"|\b(?:will|would|should|could|must|may|might|shall|can|not|never|cannot)(?:\s+(?:be|have))?"
    r"|n['’]t(?:\s+be)?"
    rf"|\b(?:calls?|called|calling|press(?:ed|ure)?|push(?:ed)?|appeals?|appealed|asked)\s+for{_WORD}{{0,2}}"
    rf"|\b(?:demand(?:s|ed|ing)?|den(?:y|ies|ied)|rul(?:es|ed) out|reject(?:s|ed)?|expect(?:s|ed)?"
    rf"|urg(?:es|ed)|want(?:s|ed)?|threaten(?:s|ed)?|refus(?:es|ed)|rumou?rs of){_WORD}{{0,2}}"
    r")\s+$",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"\bto\s+$", re.IGNORECASE)


def is_untold(query: Query, line: str) -> bool:
    """Whether it is asked when something was, and the line names that only as what has not been."""
    if not _ASKS_WHEN_IT_WAS.match(query.text):
        return False
    # "When did he decide to resign?": "to" stands in the question itself.
    asked = {
        each.stem for each in terms(query.text) if not _TO_DO.search(query.text[: each.start])
    } & {term.stem for term in query.terms if not term.is_name}
    told = [each for each in terms(line) if each.stem in asked]
    return any(
        all(_UNTOLD.search(line[: each.start]) for each in told if each.stem == stem)
        for stem in {each.stem for each in told}
    )
