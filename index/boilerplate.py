"""Tell a page's leftovers from its story, a line at a time. Input: a line. Output: why, or none.

Only what no sentence of an article would be is named here. Where in doubt a line is the story's:
to lose a fact is worse than to keep a leftover.
"""

import re

from index.paragraphs import ends_a_sentence

_SHORT_WORDS = 4


def _line(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_LINK_WORDS = (
    r"read (?:more|also|next|the full (?:story|article))|also read|see also"
    r"|related(?: (?:articles?|stories|news|topics?|content))?"
    r"|more (?:on this(?: story)?|stories|from|news|in)|you may also like"
    r"|recommended(?: for you)?|continue reading|click here|watch(?: now| live| also)?|listen"
    r"|don'?t miss|most read|trending(?: now)?|editor'?s? picks?|top stories"
)

_SHARE_WORDS = (
    r"share|tweet|pin|e-?mail|print|save|copy link|facebook|twitter|x|whatsapp"
    r"|telegram|linkedin|reddit|pinterest|messenger|viber|flipboard|bookmark"
)
# Reason by pattern, in the order they are tried. No pattern may match a line in two ways: a long
# line that fails in the end would be tried in all of them.
_LEFTOVERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("font size control", _line(r"^A[\s+-]*A[\sA+-]*$")),
    ("link to another page", _line(rf"^(?:{_LINK_WORDS})\s*(?:[:|»>].*|\.{{3}}|…)?$")),
    (
        "share bar",
        _line(
            r"^(?:share (?:this|on|via)(?: \w+){0,3}[\s,|/·•:+\d]*)?"
            rf"(?:(?:{_SHARE_WORDS})(?: (?:this|on|via))?(?![^\W\d_])[\s,|/·•:+\d]*)*$"
        ),
    ),
    ("share count", _line(r"^[\d.,]+\s*[km]?\s*(?:shares?|views?|likes?|comments?|reads?)$")),
    (
        "sign-up",
        _line(
            r"^(?:(?:subscribe|sign up|register|log in|sign in|join us|follow us|like us)"
            r"(?:\s+(?:now|here|today|free|to|for|with|on|in|and|at|via)\b[^.!?]{0,100})?"
            r"|.{0,60}\b(?:our|the|a|free|daily|weekly) newsletters?\b.{0,60})[.!]?$"
        ),
    ),
    (
        "notice",
        _line(
            r"^(?:(?:©|\(c\)|copyright\b).{0,120}|all rights reserved\b.{0,120}|advertisement"
            r"|advertising|sponsored(?: content)?|story continues below.{0,40}"
            r"|(?:we|this (?:site|website)) uses? cookies.{0,200}|accept (?:all )?cookies"
            r"|terms (?:of (?:use|service)|and conditions)|privacy (?:policy|notice))\.?$"
        ),
    ),
    (
        "desk credit",
        _line(
            r"^\(?(?:(?:additional |further )?(?:reporting|writing|editing|compiled|translation"
            r"|translated|edited|written|photography|graphics?) by )\S.{0,150}$"
        ),
    ),
    (
        "end mark",
        _line(r"^(?:end of (?:message|story|article|text)|-?\s*ends?\s*-?|# ?# ?#|-30-)\.?$"),
    ),
)
_COMMENT_FORM = _line(
    r"^(?:(?:leave|post|write|add|submit) (?:a |your )?(?:reply|comment|response)s?\b.{0,30}"
    r"|join the (?:conversation|discussion)|comments?(?: \(\d+\))?|\d+ comments?|reply to .{1,40})$"
)
_FORM_WORDS = _line(
    r"\b(?:log\s?(?:in|out)|commenting|comments?|your (?:details|account|email|e-mail|name)|website"
    r"|required|notify me|captcha|cookies?|password|click (?:an|the) icon|will not be published)\b"
)
# "Read more: it is what she told pupils every day, said Ann Poe." is the story's.
_NEVER_A_SENTENCE = {"link to another page", "sign-up"}
_PROSE_LEAST_WORDS = 8
_RULE = re.compile(r"(?:[-–—*_=#~•·]\s*){3,}")
_WORD = re.compile(r"[^\W\d_]{3,}")


def leftover_reason(line: str) -> str | None:
    """Why the line is a leftover whatever stands around it, or None."""
    if not _WORD.search(line) and not ends_a_sentence(line):
        return "no word"
    reason = next((reason for reason, pattern in _LEFTOVERS if pattern.match(line)), None)
    return None if reason in _NEVER_A_SENTENCE and is_prose(line) else reason


def is_prose(text: str) -> bool:
    """Whether a paragraph reads as running text: several words, closed like a sentence."""
    return ends_a_sentence(text) and len(text.split()) >= _PROSE_LEAST_WORDS


def is_rule(line: str) -> bool:
    """Whether the line is drawn, not written: dashes, stars or the like between two stories."""
    return bool(_RULE.fullmatch(line))


def is_in_comment_form(line: str, is_form_above: bool) -> bool:
    """Whether the line heads a form for readers' comments, or goes on with the one right above:
    its labels, buttons and notices."""
    if _COMMENT_FORM.match(line):
        return True
    if not is_form_above:
        return False
    if len(line.split()) <= _SHORT_WORDS:
        return not ends_a_sentence(line)
    return bool(_FORM_WORDS.search(line)) and len(line) < 200
