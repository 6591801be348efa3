"""Verbs by which news tells that somebody says something. Data, with how each is built.

What a verb may have behind it decides what is taken for a statement: "added" may mean arithmetic,
"reported" a loss, and "asked" tells words only where they are quoted.
"""

from enum import Enum, auto


class Frame(Enum):
    """What has to stand beside the verb for it to tell a statement."""

    ANY = auto()  # Whatever stands there: "said profits rose", "said no".
    CLAUSE = auto()  # A clause or a quotation: "noted that", "predicted it would".
    THING = auto()  # A clause or only its object: "denied the report".
    BOUND = auto()  # A construction, see constructions.py: "called for talks", "ruled out a tax".
    QUOTE = auto()  # Nothing but a quotation, or what stands before: '"Why?" she asked'.


def _forms(stems: str) -> tuple[str, ...]:
    return tuple(stems.split())


_ANY = _forms("said says say told tells tell")
_CLAUSE = _forms(
    """
    added adds add noted notes note stated states state explained explains explain argued argues
    argue claimed claims claim insisted insists insist remarked remarks commented comments replied
    replies responded responds predicted predicts predict reported reports report acknowledged
    acknowledges acknowledge admitted admits admit conceded concedes concede concluded concludes
    conclude observed observes recalled recalls continued continues suggested suggests suggest
    indicated indicates indicate complained complains complain asserted asserts assert contended
    contends contend maintained maintains maintain alleged alleges allege declared
    declares declare testified testifies estimated estimates estimate cautioned cautions caution
    repeated repeats wrote writes write informed informs hinted hints disclosed discloses
    disclose speculated joked quipped countered reasoned theorized recounted reckoned reckons reckon
    commenting confided opined tweeted forecast forecasts assured assures assure reminded reminds
    affirmed affirms affirm charged charges proclaimed reassured stipulated stipulates
    """
)
_THING = _forms(
    """
    announced announces announce confirmed confirms confirm denied denies deny rejected rejects
    reject revealed reveals reveal stressed stresses stress emphasised emphasized emphasises
    emphasizes emphasize emphasise reiterated reiterates reiterate reaffirmed reaffirms warned
    warns warn described describes describe accused accuses accuse condemned condemns condemn
    denounced denounces denounce criticised criticized criticises criticizes vowed vows vow pledged
    pledges pledge promised promises promise demanded demands demand urged urges urge
    highlighted highlights highlight underlined underlines underscored underscores dismissed
    dismisses dismiss refuted refutes threatened threatens blamed blames blame praised praises
    praise hailed hails hail welcomed welcomes disputed disputes
    """
)
_BOUND = _forms(
    """
    called calls call calling pointed points pointing ruled rules put puts spoke speaks speak
    spoken summed sums branded labelled labeled
    """
)
_QUOTE = _forms(
    """
    asked asks ask posted posts shouted shouts cried laughed whispered exclaimed mused sighed
    recommended recommends advised advises went goes began wondered
    """
)

FRAMES = {
    verb: frame
    for frame, verbs in (
        (Frame.ANY, _ANY),
        (Frame.CLAUSE, _CLAUSE),
        (Frame.THING, _THING),
        (Frame.BOUND, _BOUND),
        (Frame.QUOTE, _QUOTE),
    )
    for verb in verbs
}

# Said by the same speaker behind a comma: "..., adding that it was over".
PARTICIPLES = frozenset(
    """
    adding saying noting warning stressing explaining insisting claiming arguing stating
    emphasising emphasizing pointing underscoring underlining highlighting confirming denying
    announcing declaring reiterating alleging asserting maintaining predicting suggesting
    cautioning acknowledging conceding admitting vowing pledging accusing
    calling condemning urging describing telling remarking commenting contending revealing
    indicating reporting estimating repeating writing tweeting posting
    """.split()
)

# Those of them that want a whole clause behind them.
CLAUSE_PARTICIPLES = frozenset(
    """
    adding saying noting explaining claiming arguing predicting suggesting conceding reporting
    estimating remarking commenting pointing maintaining indicating telling charging writing
    tweeting posting
    """.split()
)

# Those that may tell the first statement of a sentence: "opposed the bill, saying ...".
LEADING_PARTICIPLES = frozenset(
    "saying adding warning noting insisting stressing writing tweeting posting".split()
)

# They may stand before their subject: '"No," said Lund'.
INVERTING = frozenset(
    """
    said says added adds wrote writes asked noted explained argued warned insisted recalled replied
    stated observed concluded declared announced complained commented remarked reported tweeted
    posted joked quipped shouted cried laughed whispered exclaimed sighed mused cautioned continued
    admitted acknowledged conceded countered testified confirmed claimed tells
    """.split()
)

# Behind "and" or "but" the subject of the sentence goes on with them.
GOING_ON = frozenset("said says added adds warned stressed noted denied".split())

# These are as often nouns: they count only where "that" or a quotation follows, or nothing does.
AS_OFTEN_NOUNS = frozenset(
    """
    claims comments notes states reports forecasts estimates points calls demands pledges promises
    vows report state note estimate claim call demand forecast promise pledge points praise blame
    caution suggest maintained maintains maintain maintaining continued continues charged charges
    charging suggests suggested shows went goes began threatened threatens
    """.split()
)

# They name whom they speak to before what they say: "told Reuters that".
ADDRESSED = frozenset(
    """
    told tells tell telling informed informs assured assures assure reminded reminds warned warns
    warn warning advised advises
    """.split()
)
