"""What little English syntax it takes to find who says what in a sentence. Compiled patterns.

They read a sentence on one line in which each quotation is blotted out (`BLOT`), so that nothing
said inside one is taken for the reporter's words.
"""

import re

from index.calendar_words import MONTH, WEEKDAY
from index.statements.names import CAPITAL

BLOT = "\x01"

# A clause has one of these, or a past tense; a noun phrase has none.
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|can|cannot|may|might|must|should|shall|did"
    r"|does|do|isn['’]t|[a-z]+n['’]t|became|began|came|fell|felt|gave|gone|grew|got"
    r"|knew|(?:found|held|kept|left|led|lost|made|met|paid|put|sent|set|sold|spent)(?!\sby\b)|ran"
    r"|rose|saw|showed|stood|took|thought|understood|went|won|wrote|needs?|wants?|seems?|remains?|expects?|believes?|hopes?"
    r"|plans?|intends?|knows?|thinks?|feels?|means?|includes?|appears?|continues?|depends?|shows?"
    r"|makes?|takes?|gives?|gets?|goes|comes?|sees?|looks?)\b"
    r"|\b(?:it|he|she|that|there|what|who|here|let)['’]s\b|\w['’](?:re|ve|ll|d|m)\b"
)
PAST = re.compile(r"(?<![-\w])(?!united|hundred|related|based|limited|need)[a-z]{2,}ed\b")

# Between the parts of a sentence. A comma inside a number is none.
DELIMITER = re.compile(rf"[,;:](?!\d)|--+|\s[-/]\s|[—–]|{BLOT}+|…|\.\.\.|[?!]")

ADVERBS = re.compile(
    r"(?:(?<!\w)(?:also|further|later|recently|then|repeatedly|had|has|have|earlier|again|still"
    r"|however|meanwhile|therefore|nevertheless|often|once|long|already|just|now|only|even|today"
    r"|yesterday|previously|all|both|always|too"
    r"|(?!family|assembly|ally|supply|monopoly|weekly|daily|monthly|reply)[a-z]+ly|(?:on\s)?(?:late\s|early\s)?"
    rf"{WEEKDAY}|last\s(?:week|month|year|night))\s+)+$"
)
# Right before a verb they tell that nothing is reported: "was told", "to say", "did not say".
NO_REPORT = re.compile(
    r"(?:^|[\s,])(?:was|were|is|are|be|been|being|to|not|never|\w+n['’]t|will|would|could|can|may"
    r"|might|must|should|shall|did|does|do|cannot|of|let|by|for|get|got|the|an?|its|his|her|their|"
    r"this|that['’]s|no)\s+(?:[a-z]+ly\s+|also\s+|so\s+)?$"
)
SUBORDINATOR = re.compile(
    r"\b(?:but|while|because|although|though|when|that|which|after|before|since|if|whether|where"
    r"|as|than|until|unless|whereas|so|what|how|yet)\s+",
    re.IGNORECASE,
)
AND = re.compile(r"\b(?:and|or|but)\s+")
RELATIVE = re.compile(r"^\s*(?:who|which)\s*$")

# What may open a sentence before its subject without a comma.
FRONTED = re.compile(
    rf"^\s*(?:(?:on\s|late\s|early\s|late\son\s)?{WEEKDAY}\b"
    r"(?:\s(?:morning|evening|night|afternoon))?\s*"
    r"|(?:earlier\s|later\s)?(?:this|last|next)\s(?:week|month|year|morning|summer|autumn|winter"
    r"|spring|night|Mon\w+|Tues\w+|Wednes\w+|Thurs\w+|Fri\w+|Satur\w+|Sun\w+)\s*"
    rf"|(?:in|on)\s(?:{MONTH}(?:\s\d{{1,2}})?|\d{{4}})\s+"
    r"|(?:a|one|two)\s(?:day|week|month|year)s?\s(?:ago|earlier|later)\s+"
    r"|among\sother\sthings\s+|in\saddition\s+"
    r"|(?:in|at|during)\s(?:an?|the|its|his|her)\s(?:\w+\s){0,2}?(?:statement|interview|speech|report"
    r"|letter|filing|conference|meeting|briefing)\s+"
    r"|(?:in|from)\s(?:the\s)?(?-i:(?:[A-Z]\w+\s){0,2}?[A-Z]\w+\s(?=[A-Z]\w*\s(?:(?:[A-Z]\w*\s)?Minister"
    r"|Secretary|Governor|President)\s|(?:President|Senator|Mayor|Governor|Chancellor|King|Queen"
    r"|Prince|Sheikh)\s)|(?:[A-Z]\w+\s){0,2}?(?:Region|Province|Republic|Emirates)\s(?=[A-Z]))"
    r"|(?:but|and|so|yet|or|nor|meanwhile|however|also|later|earlier|then|separately|still"
    r"|moreover|today|yesterday|now|overall|here|there|instead|similarly|otherwise|besides|again"
    r"|furthermore|additionally|nevertheless|only|even|as)\b\s*)+",
    re.IGNORECASE,
)
# "Outside a shop in Lund, ...", but not "Outside analysts": a place has a determiner or a name.
_WHERE = (
    r"(?:outside|inside|near|behind|beside|opposite|above|below|beneath|across|alongside|next\sto)"
    rf"\s(?=(?:the|an?|one|his|her|its|their|this|that)\b"
    rf"|(?-i:(?!East\b|Directors?\b|Inc\b|Corp\b|Ltd\b)[{CAPITAL}]))"
)
# How a part begins that is neither subject nor content: "In a statement, ...", "Asked why, ...".
ADVERBIAL = re.compile(
    rf"^\s*(?:{_WHERE}"
    r"|(?:in|on|at|by|for|with|from|under|after|before|during|since|despite|although|while|when"
    r"|as|if|because|following|besides|among|amid|given|unlike|like|through|against|without|within"
    r"|until|upon|over|about|of|to|between|beyond|based|(?!managing|acting|leading|banking|trading|ruling|outgoing|housing|king)"
    r"[A-Za-z]+ing(?!\s(?:Inc|Corp|Ltd|Co|plc|Group|Holdings)\b|\s*,|\s*$)|asked|named|quoted|pressed"
    r"|according|earlier|later|meanwhile|however|moreover|additionally|domestically|separately|but"
    r"|and|yet|so|still|nevertheless|instead|also|then|too|perhaps|indeed|first|second|finally|[a-z]+ly"
    r"|[A-Z][a-z]+ly|last\s\w+|this\s\w+|next\s\w+|days|weeks|months|years|today|yesterday"
    rf"|{WEEKDAY})\b)",
    re.IGNORECASE,
)
# How a part begins that is apposed to the one before it.
APPOSED = re.compile(
    r"^\s*(?:[a-z]|\d[\d.]*\s(?:pct|percent|per\scent)\b|\d{1,3}\s*$|(?:The|An?)\b"
    r"|Jr\b|Sr\b|Inc\b|Ltd\b|[DR]-)"
)

_MONTH = (
    rf"(?:{MONTH}"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
# "Late on Friday evening", "in early May 2024".
_ON_DAY = (
    rf"(?:late\s|early\s|on\s|late\son\s|earlier\son\s)*{WEEKDAY}"
    r"(?:\s(?:morning|evening|night|afternoon))?"
)
_IN_MONTH = rf"(?:in|on)\s(?:late\s|early\s)?{_MONTH}(?:\s\d{{1,2}})?(?:,?\s\d{{4}})?"
_OCCASION = (
    r"(?:statements?|interviews?|speech|speeches|report|reports|letter|filing|filings|testimony"
    r"|conference|meeting|briefing|broadcast|announcement|release|communiqu[eé]|address|message|memo"
    r"|document|telex|article|remarks|comments|post|tweet|paper|study|survey|review|newsletter"
    r"|editorial|email|e-mail|call|reply|response|answers?|hearing|ceremony|seminar|debate|lecture"
    r"|prospectus|presentation|telegram|bulletin|outlook|commentary|forecast|discussion|visit|trip"
    r"|lunch|luncheon|dinner|forum|session|summit|rally|sermon|toast|television|radio|writing)"
)
# "a report published on Thursday": the day is no part of what it says.
_PUBLISHED = (
    r"\s(?:(?:made\s)?public|published|issued|released|aired|broadcast|posted|circulated|distributed)"
    rf"\s(?:{_ON_DAY}|today|yesterday|(?:earlier\s)?(?:this|last)\s(?:week|month|year)"
    rf"|{_IN_MONTH})(?=[\s,.;:]|$)"
)
_OF_OCCASION = (
    rf"(?:{_PUBLISHED}|\s(?:to|with|on|by|from|of|at|in|for|after|carried|published|issued|released|dated|before)"
    rf"(?:\s(?:the|an?|his|its|her|state|local|government))*"
    rf"(?:\s(?:[{CAPITAL}][\w.&'’-]*|and|of|{_OCCASION}|newspapers?|agency|magazine|shareholders"
    rf"|reporters|investors|station|parliament|analysts|journalists|stock|exchange|talks))+)*"
)
# When, where and on which occasion something was said; never part of what was.
ADJUNCT = re.compile(
    rf"\s+(?:{_ON_DAY}(?:\sin\s[{CAPITAL}]\w+)?"
    r"|(?:earlier\s|later\s|late\s|early\s)?(?:this|last)\s(?:week|month|year|morning|night|evening"
    r"|weekend|summer|spring|autumn|winter|fall|quarter|afternoon|Mon\w+|Tues\w+|Wednes\w+|Thurs\w+"
    r"|Fri\w+|Satur\w+|Sun\w+)(?!['’])"
    rf"|{_IN_MONTH}(?=[\s,.;:]|$)"
    r"|that\s(?:day|night|evening|morning|afternoon|week|month|year)(?=[\s,.;:]|$)"
    r"|today|yesterday|tonight|recently|again|also|earlier|flatly|afterwards?|then|as\syet|here(?=[\s,.;:]|$)|later"
    r"|(?:two|three|four|five|six|several|a\sfew|\d+)\s(?:days|weeks|months|years|hours)\s(?:ago"
    r"|later|earlier)"
    rf"|(?:in|at|during|through|via|following|on|after)\s(?:(?:an?|the|its|his|her|their|this|that"
    rf"|written|prepared|latest|separate|one)\s)?(?:[\w'’-]+\s){{0,4}}?{_OCCASION}\b(?!\s{_OCCASION}\b)"
    rf"{_OF_OCCASION}"
    rf"|after\s(?:meeting|talks\swith|seeing|visiting)(?:\s(?:with|the|[{CAPITAL}][\w.'’-]*))+"
    r"|(?:by|over\sthe)\s(?:telephone|phone|telex|email)"
    r"|by\sway\sof\s\w+|on\scondition\sof\sanonymity|for\sexample|in\s(?:Parliament|parliament"
    r"|private|public|part|reply|response|return|turn|addition|effect|conclusion)(?=[\s,.;:]|$)"
    rf"|in\s[{CAPITAL}][\w.-]+(?:\s[{CAPITAL}]\w+)?(?=[,.;:]|\s(?:that|on|today|yesterday|this|last)\b|$)"
    r"|to\s(?:him|her|them|me|us|reporters|journalists|Reuters))"
)
_AUDIENCE = (
    r"(?:conference|meeting|briefing|committee|subcommittee|panel|hearing|parliament|congress|seminar"
    r"|court|assembly|senate|house|council|commission|board|group|audience|rally|newspaper|magazine"
    r"|agency|television|radio|programme|program|station|network|congregation|crowd|gathering|forum"
    r"|session|symposium|luncheon|lunch|dinner|club|inquiry|jury|judge|tribunal|press|paper|daily"
    r"|weekly|site|channel|convention|congressmen|lawmakers|deputies|senators|members|delegates"
    r"|reporters|journalists|workers|employees|shareholders|analysts|investors|bankers|economists"
    r"|officials|ministers|students|police|executives|businessmen|leaders|customers|nation|company"
    r"|conference|public|people|interviewer|correspondent|association|institute|chamber|cabinet"
    r"|president|minister|ambassador|commissioner|government|exchange|sec|dealers|traders|jurors"
    r"|fans|supporters|voters|viewers|listeners|followers|MPs|peers|staff|crowds|colleagues|troops"
    r"|soldiers|residents|doctors|nurses|parents|pupils|guests|diplomats|councill?ors|prosecutors"
    r"|detectives|officers|relatives|friends|families|family|podcast|website|outlet|media)"
)
# What the name of a place may end in: "residents of the Upper Lund district".
_QUARTER = (
    r"(?:district|quarter|neighbou?rhood|suburb|area|region|county|province|town|city|village|island"
    r"|islands|valley|borough|parish|ward|street|estate|coast|peninsula)"
)
_QUARTERS_OWN = (
    rf"(?:[{CAPITAL}][\w-]*|old|new|upper|lower|inner|outer|central|historic|nearby|coastal|poor|rich"
    r"|(?:north|south)?-?(?:north|south|east|west)(?:ern)?)"
)
# To whom something was said: "told Reuters", "told a news conference".
ADDRESSEE = re.compile(
    rf"\s+(?:him|her|them|me|us|you|it|"
    rf"(?:(?:the|an?|his|its|her|their|this|these|state|some|local|visiting|foreign|U\.S\.|House|Senate|"
    rf"news)\s)*(?:(?!(?:that|the|an?|in|on|at|it|he|she|they)\s)[\w.'’-]+\s){{0,4}}?{_AUDIENCE}\b"
    rf"(?!\s{_AUDIENCE}\b)(?:\s(?:of|in|from)\sthe\s(?:{_QUARTERS_OWN}\s){{1,4}}?{_QUARTER}\b"
    rf"|\s(?:of|on|in|at|from|for)\s(?:the\s|a\s|its\s)?"
    rf"(?:[{CAPITAL}][\w.'’&-]*|{_AUDIENCE}|and\s(?=[{CAPITAL}])|of|foreign|annual|here)"
    rf"(?:\s(?:[{CAPITAL}][\w.'’&-]*|{_AUDIENCE}|of))*)*"
    rf"|(?:the\s)?[{CAPITAL}][\w.'’&-]*(?:\s(?:[{CAPITAL}][\w.'’&-]*|\d+|of|and(?=\s[{CAPITAL}])))*"
    rf"(?:['’]s?\s(?:[\w-]+\s){{0,2}}{_AUDIENCE})?)"
)
# Where a new clause with its own speaker may begin inside what another says.
JOIN = re.compile(
    r"(?:,\s+|\s+)(?:but|while|whereas|although|though)\s+$|,\s+and\s+$|[;—]\s*$|\s--\s*$"
)
THAT = re.compile(r"\s*,?\s*that\b[\s,]*")


def has_verb(text: str) -> bool:
    """Whether a clause may stand there."""
    return FINITE.search(text) is not None or PAST.search(text) is not None
