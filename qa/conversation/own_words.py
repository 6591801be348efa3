"""Tell which words of a follow-up are worth reading beside what it was completed to. Input: the
question as it was asked and completed. Output: for each question that it asks, its own words.

"Does he regard them as a normalization?" asks one thing, however much is filled in. "Why?", "And
Erbil?", "Who is he?" and "Is that true?" ask nothing by themselves.
"""

import re

from qa.conversation.attaching import Leaning, leaning
from qa.conversation.clauses import plain
from qa.conversation.echoes import is_echo
from qa.conversation.ellipsis import bare_asking
from qa.conversation.fragments import fragment
from qa.conversation.openings import with_capital
from qa.conversation.parting import parts_of, split_question
from qa.conversation.pointing import points_back
from qa.words import FUNCTION_WORDS


def own_words(asked: str, whole: str) -> tuple[str, ...]:
    """One text for each question that ``whole`` asks, empty where it has none; no text at all where
    none of them has."""
    questions, parts = split_question(whole), parts_of(asked)
    if len(parts) != len(questions):
        return ()
    own = tuple(_own(one, each) for (one, _), each in zip(parts, questions, strict=True))
    return own if any(own) else ()


def _own(asked: str, whole: str) -> str:
    if whole == asked or bare_asking(asked) or fragment(asked) or is_echo(asked):
        return ""
    leans = leaning(asked)
    is_longer = leans is Leaning.PERHAPS and with_capital(plain(asked)) in whole
    if not (points_back(asked) or leans is Leaning.SURELY or is_longer):
        return ""
    words = re.findall(r"\w+", asked.casefold())
    return asked if any(word not in FUNCTION_WORDS for word in words) else ""
