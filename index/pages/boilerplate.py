"""Tell a page's leftovers from its story, a line at a time. Input: a line. Output: why, or none.

Only what no sentence of an article would be is named here. Where in doubt a line is the story's:
to lose a fact is worse than to keep a leftover.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from index.pages.punctuation import ends_a_sentence

_PROSE_LEAST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Leftover:
    """Why a line is a leftover.

    ``closes`` where it stands at the end of a story, so that what follows may be another's;
    ``opens_list`` where it heads links or labels that are leftovers like it.
    """

    reason: str
    closes: bool = False
    opens_list: bool = False


def _line(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_NETWORKS = (
    r"facebook|twitter|x|whats\s?app|telegram|linkedin|reddit|pinterest|messenger|viber|flipboard"
    r"|instagram|threads|bluesky|mastodon|tumblr|pocket|line|vk|wechat|youtube|tiktok|google news"
    r"|sms"
)
_SHARE_WORDS = (
    rf"share|tweet|pin|post|e-?mail|print|save|copy(?: the)? link|bookmark|gift(?: article| this)?"
    rf"|more|send|{_NETWORKS}"
)
_LIST_HEADS = (
    r"(?:more|recent|latest|other|further) (?:[\w’'-]+ )?(?:interviews|obituaries|pictures|photos"
    r"|videos|opinions?|columns|features|reviews|podcasts|episodes|essays|letters|reports)"
    r"|explore more(?: on .{1,30})?"
    r"|related(?: (?:articles?|stor(?:y|ies)|news|topics?|content|coverage|posts?|links?|reading"
    r"|videos?|tags))?"
    r"|(?:most|top|best) (?:read|popular|viewed|shared|commented|watched|recent)(?: (?:now|today"
    r"|stories|articles|news|in \w+|this week))?"
    r"|popular(?: (?:now|stories|articles|posts|today))?|trending(?: (?:now|stories|topics|today))?"
    r"|(?:latest|top|other|recent|more) (?:news|stories|articles|headlines|posts|videos|updates)"
    r"|in other news|elsewhere on (?:the|this) (?:site|web)|from (?:around|across) the web"
    r"|more (?:on|about) this(?: story| topic| subject)?|more (?:from|in|on"
    r"|stories)(?: [\w&'’.-]+){1,5}"
    r"|also (?:in|on|from) (?:this|the) (?:section|site|issue|series|category)"
    r"|(?:you (?:may|might|could|will) (?:also )?(?:like|be interested in|enjoy|have missed)"
    r"|(?:stories )?you may (?:also )?like)|what(?:'s|’s)? to read next|what to read next"
    r"|recommended(?: (?:for you|stories|reading|articles|by \w+))?|don['’]?t miss"
    r"|editor['’]?s['’]? "
    r"(?:picks?|choice)|(?:read|up|see|watch) next|next up|in case you missed it|must[- ]reads?"
    r"|(?:a )?(?:word|message) from our sponsors?|(?:sponsored|presented|brought to you) by .{1,60}"
    r"|sponsored(?: (?:content|links?|stories))?|promoted(?: (?:content|stories|links?))?"
    r"|partner content|around the web|ads by \w+|paid (?:post|content|for by \w+)"
    r"|(?:article |story )?(?:topics?|tags?|keywords?|categories|labels)|filed under|posted in"
    r"|(?:people|readers|others)(?: are| who .{1,30})? (?:also )?(?:reading|read)"
    r"|about the (?:authors?|writers?|journalists?|reporters?)|(?:quick |useful |important )?links"
    r"|sections|follow us(?: on)?|connect with us|our (?:other )?(?:sites|newsletters|apps)"
)
_READ_ON = (
    r"read (?:more|also|next|on|the full (?:story|article|report|text)|full (?:story|article))"
    r"|also read|see also|see more|related|continue reading|click here|watch(?: now| live| also|:)?"
    r"|listen(?: now| live| again)?|don['’]?t miss|more|recommended|go deeper|further reading"
    r"|full (?:story|coverage)|view (?:all|more|gallery)|load more|show (?:more|all|less)"
    r"|in pictures"
)
_MAIL = (
    r"newsletters?|inbox|mailing list|e-?mail|whats\s?app|telegram|\bapp\b|alerts?|notifications?"
)
_CALLS = (
    rf"(?:sign up|subscribe|register|log ?in|sign in)\b.{{0,100}}\b(?:{_MAIL}|free|today|now|here"
    rf"|account"
    r"|to (?:read|continue|get|our)|for (?:more|unlimited|full)|channel|podcast)\b.{0,100}",
    r"follow .{0,40}\bcoverage\b.{0,100}",
    r"(?:follow|like|join|find|add|support|contact|visit|connect with|donate to)"
    r" (?:us\b|our\b|the newsroom\b|\S+ on (?:social media|facebook|twitter|instagram|x\b|youtube"
    r"|google|whatsapp|telegram)|(?:\w+ )?journalism\b).{0,140}",
    r"(?:get|receive|download|enjoy(?:ed)?|never miss|discover|want|stay|turn on|choose|create"
    r"|enter|buy|become"
    rf"|keep up|start)\b.{{0,120}}\b(?:{_MAIL}|subscri\w+|members?|supporter|account|(?:app"
    rf"|play) store"
    r"|the latest (?:news|headlines)|unlimited access|digest)\b.{0,80}",
    r"(?:got|have|know) (?:a|an|any|something)\b.{0,40}\b(?:tips?|stor(?:y|ies)|news|questions?"
    r"|comments?|correction|to say)\b.{0,10}\?.{0,120}",
    r"(?:send|share|e-?mail|write)(?: (?:us|your|to)\b){1,2}.{0,80}(?:pictures|photos|videos"
    r"|stories|views|tips|letters|details|@).{0,80}",
    r"(?:do you|if you|already|not (?:a|yet)|to (?:stop|unsubscribe|get|receive|read|continue)"
    r"|please|for more"
    rf" (?:news|stories|information))\b.{{0,100}}\b(?:{_MAIL}|subscri\w+|unsubscribe|members?"
    rf"|registered|sign in"
    r"|log in|reply with|javascript|ad ?blocker|visit|contact|click here)\b.{0,100}",
    r"you (?:are (?:receiving|viewing|reading)|can also (?:follow|sign|get)|have (?:reached|read"
    r"|\d+|\w+ free))\b.{0,160}",
    r"(?:this (?:e-?mail|newsletter) was|we welcome letters|thank(?:s| you) for (?:reading"
    r"|subscribing|signing))\b.{0,160}",
)
_END = (
    r"end of (?:message|story|article|text|item|report)|[-=~*<>\s]*\b(?:ends?|finis|more follows"
    r"|more to (?:come|follow))\b[-=~*<>\s]*(?:/\s*\d+)?|-\s*\d+\s*-|={1,3}\s*end\s*={1,3}"
)

# Reason, what it does, and its pattern, in the order they are tried. No pattern may match a line
# in two ways: a long line that fails in the end would be tried in all of them.
_CLOSES, _LISTS = {"closes": True}, {"closes": True, "opens_list": True}
_LEFTOVERS: tuple[tuple[Leftover, re.Pattern[str]], ...] = (
    (Leftover("font size control"), _line(r"^(?:(?:print|e-?mail)\s*[|/]\s*)*A[\s+-]*A[\sA+-]*$")),
    (Leftover("font size control"), _line(r"^(?:print|e-?mail|[|/\s])*A\s?[+-]\s*A\s?[+-]\s*$")),
    (Leftover("list of links", **_LISTS), _line(rf"^(?:{_LIST_HEADS})\s*[:»>…]?$")),
    (
        Leftover("list of labels", closes=True),
        _line(
            r"^(?:tags?|topics?|keywords?|categor(?:y|ies)|filed under|posted in"
            r"|labels)\s*:\s*\S.{0,200}$"
        ),
    ),
    (
        Leftover("link to another page", closes=True),
        _line(
            rf"^(?:[>»→▶*•-]\s*)?(?:{_READ_ON})(?: (?:on|at|in) .{{1,40}})?\s*(?:[:|»>→].*"
            rf"|\.{{3}}|…)?$"
        ),
    ),
    (
        Leftover("share bar", closes=True),
        _line(
            r"^(?:(?:click to )?(?:share|e-?mail|print|send|tweet|post)(?: (?:this|the|a|an|on"
            r"|via|to|by|with|in|article|story|page|post|friends?|link|e-?mail|link)){0,5}"
            rf"(?: (?:{_NETWORKS}))?(?: \(opens in (?:a )?new window\))?[\s,|/·•:+\d]*)?"
            rf"(?:(?:{_SHARE_WORDS})(?: (?:this|on|via))?(?![^\W\d_])[\s,|/·•:+&\d]*)*$"
        ),
    ),
    (
        Leftover("share bar", closes=True),
        _line(r"^(?:share this(?: page| article| story)?|like this|spread the word)\s*:.{0,120}$"),
    ),
    (
        Leftover("share count", closes=True),
        _line(
            r"^[\d.,]+\s*(?:[km]\s*)?(?:shares?|views?|likes?|reads?|retweets?|reactions?|votes?)$"
        ),
    ),
    (
        Leftover("comment count"),
        _line(
            r"^(?:be the first to comment|(?:\d+ comments?|no comments)(?: yet)?"
            r"|comments? \(?\d+\)?|add a comment)\.?$"
        ),
    ),
    (
        Leftover("comments notice", closes=True),
        _line(
            r"^(?:comments? (?:are|is|have been) (?:closed|off|disabled|moderated"
            r"|turned off).{0,60}"
            r"|(?:caution|note|warning)\s*:\s*comments? .{0,160}|view (?:all )?(?:\d+ )?comments?"
            r"|report (?:a typo|an error|abuse)|comments? (?:that"
            r"|which) .{0,80} will (?:not )?be .{0,60})\.?$"
        ),
    ),
    (
        Leftover("notice", closes=True),
        _line(
            r"^(?:(?:©|\(c\)|copyright\b(?=\s*(?:©|\(c\)|\d|[a-z .,&'’-]{2,60}\d{4}))).{0,200}"
            r"|(?:[\w .,&'’-]{2,60}\s)?(?:©|\(c\)) ?\d{4}.{0,120}"
            r"|all rights reserved\b.{0,160}|reproduction (?:in whole|is) .{0,160}"
            r"|reuse this content|republish this (?:article|story)|licen[sc]e this content"
            r"|terms (?:of (?:use|service)|(?:and|&) conditions)(?: .{0,60})?"
            r"|privacy(?: (?:policy|notice"
            r"|settings))?(?:\s*[|·•/].{0,100})?|cookie (?:policy|settings|preferences)"
            r"|(?:about|contact)(?: us)?(?:\s*[|·•/].{0,120})?|back to (?:top|search results"
            r"|home.{0,20})"
            r"|data (?:also )?provided by .{0,60}|sitemap|impressum|imprint|accessibility"
            r"|(?:update|manage) (?:your )?preferences.{0,60}|unsubscribe.{0,80})\.?$"
        ),
    ),
    (
        Leftover("advertisement"),
        _line(
            r"^(?:-*\s*)?(?:ads?|advert|advertisements?|advertising|advertorial"
            r"|story continues below.{0,40}"
            r"|article continues (?:after|below).{0,40}|scroll (?:down )?(?:to continue"
            r"|for more).{0,30}"
            r"|skip (?:past|ad)\b.{0,40}|close (?:ad|this)|remove ads)(?:\s*-*)?\.?$"
        ),
    ),
    (
        Leftover("cookie notice"),
        _line(
            r"^(?:we and our (?:\d+ )?partners\b.{0,600}|.{1,40} values? your privacy\.?"
            r"|(?:we|this (?:web\s?)?(?:site|page)|our (?:web\s?)?site|\S{1,30})"
            r"(?: and our(?: \d+)? partners)? uses? cookies\b.{0,300}|by (?:using"
            r"|continuing to use|browsing) "
            r"(?:this|our) (?:web\s?)?site\b.{0,200}|(?:accept|reject|allow|manage)(?: all)?"
            r"(?: (?:cookies|choices|options))?(?:\s*[|/·].{0,60})?|we value your privacy\.?"
            r"|got it!?)$"
        ),
    ),
    (
        Leftover("desk credit", closes=True),
        _line(
            r"^[(\[]?(?:(?:additional |further )?(?:reporting|writing|editing|compiled"
            r"|translation|compiling"
            r"|translated|edited|photography|graphics?|reported|production) by:? )\S.{0,200}$"
        ),
    ),
    (Leftover("end mark", closes=True), _line(rf"^(?:{_END}|#(?:\s*#){{1,4}}|■|□|◼)\.?$")),
    (
        Leftover("breadcrumb"),
        _line(
            r"^(?:(?:home|front page|news|homepage)\s*[»>/|›→]\s*.{1,100}"
            r"|[^\s.!?»>›→/][^.!?»>›→/]{0,40}(?:\s[»>›→]\s[^.!?»>›→/]{1,40}){1,5}"
            r"|you are here\s*:.{0,100})$"
        ),
    ),
    (
        Leftover("page control"),
        _line(
            r"^(?:skip to (?:main )?(?:content|navigation).{0,20}|(?:main )?menu|search|login"
            r"|log ?in"
            r"|log ?out|sign ?in|sign ?up|register|subscribe|home|close|open|back|next|previous"
            r"|loading\.*|(?:previous|next|older|newer) (?:article|story|post|page)s?|\d+ of \d+"
            r"|page \d+(?: of \d+)?"
            r"|view (?:this|in) .{0,20}(?:browser|online)|listen(?: to this article)?"
            r"|play(?: video)?|pause"
            r"|refresh(?: for (?:updates|latest))?|translate|(?:listen|watch) live|live ?(?:blog"
            r"|tv|stream)?|view on (?:map|website)|toggle \w+|hide|dark mode|print edition|e-?paper"
            r"|search\.\.\.?|settings|edition|jump to .{0,20}|return to .{0,30}|full ?screen"
            r"|enlarge(?: (?:image|photo))?"
            r"|(?:estimated )?reading time\s*:?.{0,20}|\d+ ?min(?:ute)?s?[ -](?:to )?(?:read"
            r"|listen|watch)|for immediate release|embargoed .{0,60}|keep (?:reading|scrolling)"
            r"|load(?:ing)? more.{0,20}"
            r"|\d+ of \d+ (?:documents?|results?|articles?|stories)\b.{0,60}|\(?continued (?:on"
            r"|from) page .{1,12}|\[?\s*close window\s*\]?|printed from .{1,200}"
            r"|permalink.{0,40}|powered by .{1,40}|.{0,40}powered by \w+)\.?$"
        ),
    ),
    (
        Leftover("label of the page"),
        _line(
            r"^(?:(?:news|story|article|item|doc(?:ument)?|report) (?:id|no|number|code)\.?"
            r"|(?:category|section|source|code|ref(?:erence)?|id|views?|hits|visits|font size"
            r"|word count|slug"
            r"|via|length|words|load-date|search terms?|pub(?:lication)?-type|graphic"
            r"|media contact|press contact|contact|from|to|subject|cc|reply-to))\s*:\s*\S.{0,120}$"
        ),
    ),
)
_CALL = _line(rf"^(?:{'|'.join(_CALLS)})$")
# Somebody else's words, or about somebody else's doings.
_TOLD = _line(r"\b(?:said|says|told|asked|added)\b")
_CALL_MOST_WORDS = 30
# Above a story "KNA0412 4 GEN 0231", "BC-FISHERIES-QUOTA"; below it "KNA ha/td", "PD/mm 1140".
_SLUG = re.compile(
    r"^(?:[A-Z]{2,5}\d{2,6}\b.{0,30}|[A-Z]{1,4}\d?-[A-Z][A-Z0-9-]+(?:\s+\d+)?|ZCZC\b.{0,40})$"
)
_SIGNATURE = re.compile(
    r"^(?:[A-Z]{2,6}[ /][a-z]{2,3}(?:/[a-z]{2,3})+(?:\s+\d{2,5})?"
    r"|[A-Z]{2,4}/[a-z]{2,3}(?:\s+\d{2,5})?"
    r"|NNNN|\([A-Z][A-Za-z]{1,24}\)|[a-z]{2,4}/[a-z]{2,4}(?:/[a-z]{2,4})*"
    r"|\d{6}\s?(?:GMT|UTC)?\s?[A-Z]{3}\s?\d{2,4}|REUTERS?|Reuter)\.?$"
)
# "Read more: it is what she told pupils every day, said Ann Poe." is the story's.
_NEVER_A_SENTENCE = {"link to another page", "list of links", "list of labels"}

_COMMENTS_HEAD = _line(
    r"^(?:(?:leave|post|write|add|submit|make) (?:a |your |an? )?(?:reply|comment"
    r"|response)s?\b.{0,30}"
    r"|your (?:comment|opinion|view)|join the (?:conversation|discussion|debate)|have your say"
    r"|sort by\s*:.{0,20}|(?:reader |user |recent )?(?:comments?|responses|discussion"
    r"|replies)(?:\s*[(:])?(?:\s*\d+)?(?:\s*\))?"
    r"|\d+ (?:comments?|responses|replies|thoughts on .{1,80}))$"
)
_COMMENT_SIGN = _line(
    r"^(?:.{0,40}\b\d+\s*(?:s|m|h|d|w|min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?) ago"
    r"|(?:an?|one) (?:minute|hour|day|week|month|year) ago"
    r"|(?:(?:reply|report|likes?|upvote|downvote|flag|recommend|permalink|quote|edit|delete|👍|👎|↑"
    r"|↓)[\s|·•/]*(?:\(?\d+\)?[\s|·•/]*)?)+"
    r"|reply to .{1,40}|.{1,40} (?:says|wrote|replied|commented)\s*:"
    r"|view (?:all )?(?:\d+ )?(?:comments?|replies)"
    r"|(?:load|show|see) (?:more|all) (?:comments?|replies)|(?:name|e-?mail|website|comment"
    r"|message|url)\s*\*?:?"
    r"|submit(?: comment)?|send|cancel(?: reply)?|post comment|log ?in to (?:reply|comment).{0,30}"
    r"|.{0,20}required fields.{0,40}|notify me .{0,80}|save my name.{0,120}"
    r"|.{0,80}will not be published.{0,60}"
    r"|.{0,20}captcha.{0,40}|(?:log ?in|sign in|register)\b.{0,60}\bcomment.{0,30}"
    r"|connecting to .{1,20}"
    r"|you are commenting .{0,80}|fill in your details .{0,80}|(?:twitter|facebook"
    r"|google) (?:picture|photo))$"
)
# "GX 40 6,114.7 -0.8%" may be a story's table.
_WORDLESS_MOST_PARTS = 2
_PICTURE_NAME = re.compile(r"^(?:\[[^\[\]\s]{1,80}\]\s*)+$")
_ADDRESS = re.compile(r"^(?:\d{1,3}\.\s+)?(?:https?://|www\.)\S+$", re.IGNORECASE)
_RULE = re.compile(r"(?:[-–—*_=#~•·.+<>]\s*){3,}")
_WORD = re.compile(r"[^\W\d_]{3,}")
# Marks of machines and of layout: no sentence, whatever it is of.
_MARKS = (
    (Leftover("rule", closes=True), _RULE),
    (Leftover("wire slug"), _SLUG),
    (Leftover("wire signature", closes=True), _SIGNATURE),
    (Leftover("a picture's name"), _PICTURE_NAME),
    (Leftover("an address alone", closes=True), _ADDRESS),
)


def read_leftover(line: str) -> Leftover | None:
    """Why the line is a leftover whatever stands around it, or None."""
    mark = _first_match(_MARKS, line)
    if mark:
        return mark
    found = _first_match(_LEFTOVERS, line)
    if found:
        return None if is_prose(line) and _is_told(found.reason, line) else found
    is_short = len(line.split()) <= _CALL_MOST_WORDS
    is_call = is_short and _CALL.match(line) and not _is_quoted(line) and not _TOLD.search(line)
    return Leftover("call to the reader", closes=True) if is_call else None


def _first_match(table: Iterable[tuple[Leftover, re.Pattern[str]]], line: str) -> Leftover | None:
    return next((leftover for leftover, pattern in table if pattern.fullmatch(line)), None)


def _is_told(reason: str, sentence: str) -> bool:
    """Whether a sentence that reads as a leftover is somebody's words, or of somebody's doings."""
    return reason in _NEVER_A_SENTENCE or _is_quoted(sentence) or _TOLD.search(sentence) is not None


def is_wordless(line: str) -> bool:
    """Whether the line has no word and closes like no sentence: a count, a mark, initials."""
    is_short = len(line.split()) <= _WORDLESS_MOST_PARTS or not any(map(str.isdigit, line))
    return is_short and not _WORD.search(line) and not ends_a_sentence(line)


def is_prose(text: str) -> bool:
    """Whether a paragraph reads as running text: several words, closed like a sentence."""
    return ends_a_sentence(text) and len(text.split()) >= _PROSE_LEAST_WORDS


def is_rule(line: str) -> bool:
    """Whether the line is drawn, not written: dashes, stars or the like between two stories."""
    return bool(_RULE.fullmatch(line))


def heads_comments(line: str) -> bool:
    """Whether the line heads readers' comments, or the form for one."""
    return bool(_COMMENTS_HEAD.match(line))


def is_sign_of_comments(line: str) -> bool:
    """Whether the line stands in readers' comments or their form: "2 hours ago", "Name"."""
    return bool(_COMMENT_SIGN.match(line))


def _is_quoted(line: str) -> bool:
    return line[0] in "\"“«‘'"
