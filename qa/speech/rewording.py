"""Ask a question again with the name that a speaker has in the articles. Input: a Query, a name.
Output: a question for the reader.

The index knows that the Interior Secretary is Donald Hodel, and that Baghdad speaks as the Iraqi
government; whoever reads a passage may not.
"""

import re

from index.analysis import stems
from qa.aside import attribution
from qa.speech.words import PLAIN_CLAIMS
from qa.spoken import speaker_part
from qa.understanding import Query
from qa.words import SPEECH_VERBS, THINKING_VERBS

_SAYING = re.compile(rf"\b(?:{'|'.join(sorted(SPEECH_VERBS | THINKING_VERBS))})\b", re.IGNORECASE)
_WHO_SAYS = re.compile(
    r"\W*(?:(?:and|but|so)\s+)?who(?:\s+else)?\s+(?:(?:has|have|had)\s+)?(?:\w+ly\s+)?"
    rf"(?:{'|'.join(sorted(PLAIN_CLAIMS))})\s+(?:that\s+)?(?=\w+\s+\w)",
    re.IGNORECASE,
)
_ON = re.compile(r"\b(?:on|about|to|towards?|over|regarding|concerning)\s+(.+)$", re.IGNORECASE)


def reworded(query: Query, name: str) -> str:
    """What the question asks, of the speaker of that name."""
    text, part = query.text, speaker_part(query.text).strip()
    if not part or not {term.stem for term in query.speaker} - set(stems(name)):
        return text
    if attribution(text) or _SAYING.search(text):
        return text.replace(part, name, 1)
    # "What is Baghdad's position on the accusations?" is asked as of anybody's words.
    subject = _ON.search(text, text.index(part) + len(part))
    return f"What did {name} say about {subject[1]}" if subject else text.replace(part, name, 1)


def asked_of(query: Query, name: str) -> str:
    """ "Who said that the ferry is old?", asked of somebody: "Did Falk say that the ferry is old?"
    Empty for other questions: who denied or announced it must be read for in these very words.

    The reader answers the one where it is in doubt of the other: it looks for a name there, and
    here for what was said.
    """
    opens = _WHO_SAYS.match(query.text)
    return f"Did {name} say that {query.text[opens.end() :]}" if opens else ""
