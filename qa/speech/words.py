"""The words by which speakers are told: titles, ranks, bodies. Data, no logic.

Lower case, diacritics folded, as written; they are compared as stems.
"""

TITLES = frozenset(
    """
    minister premier president chancellor secretary chairman chairwoman chairperson chair chief
    director governor mayor senator representative congressman congresswoman lawmaker legislator
    deputy ambassador envoy king queen prince princess emperor sheikh emir sultan pope bishop
    archbishop cardinal judge justice spokesman spokeswoman spokesperson spokesmen spokespeople
    spokespersons commander general admiral leader head official officials minister-president
    economist analyst expert lawyer attorney prosecutor trader dealer broker manager executive
    officer treasurer founder owner professor police treasury
    """.split()
)
"""Words for what somebody is: a question may name a speaker by them alone."""

BODIES = frozenset(
    """
    ministry command council government agency news party army forces force police court parliament
    committee commission bank group company corporation corp inc ltd plc co union organization
    organisation office department association league authority authorities congress senate house
    security administration bureau board institute university federation fund chamber cabinet
    navy military delegation embassy exchange airline airlines industries international times post
    press agency officials sources analysts traders dealers economists ministers rebels militants
    """.split()
)
"""Words that make a name one of a body or of a crowd, not of a person."""

MOUTHPIECES = frozenset(
    """
    spokesman spokeswoman spokesperson spokesmen spokespeople spokespersons official officials
    """.split()
)
"""Of the titles, those whose bearers speak for the body that they are of."""

FORMS_OF_COMPANIES = frozenset(
    "corp corporation inc incorporated ltd limited plc co company".split()
)
"""What a company's name may carry or lack."""

RANKS = frozenset(
    """
    major lieutenant brigadier colonel captain sergeant general marshal admiral mr mrs ms dr sir
    dame lord lady sen rep gov gen prof his her its s the of for and in at to
    """.split()
)
"""What may stand in a role and tells nothing of it."""

OTHER_ROLES = frozenset("vice deputy former ex assistant acting under associate shadow".split())
"""What makes a role another one than the words behind it: the vice president is not the president.
"""

GOVERNING = frozenset(
    """
    government ministry minister ministers ministerial president presidency presidential premier
    chancellor parliament army military forces command council cabinet administration state
    officials official authorities envoy ambassador spokesman spokeswoman spokesperson embassy
    foreign defense defence interior finance secretary king monarchy treasury department house
    leader leadership delegation
    """.split()
)
"""With a country's name these speak for its government."""

PRIVATE = frozenset(
    """
    expert analyst economist professor former retired ex opposition rebel rebels lawyer author
    activist company bank trader traders analysts economists dealers bankers industry
    """.split()
)
"""With a country's name these do not."""

SIDES = frozenset(
    """
    government governments official officials authorities authority side administration state
    leader leaders leadership capital country
    """.split()
)
"""With a country's name these say no more than the country's name does."""

AMBIGUOUS_VERBS = frozenset(
    """
    report reports reported reporting reveal reveals revealed revealing announce announces announced
    announcing call calls called describe describes described describing point points pointed
    highlight highlights highlighted underline underlines underlined underscore underscores
    underscored pledge pledges pledged vow vows vowed urge urges urged suggest suggests suggested
    respond responds responded responding tell tells declare declares declared declaring
    """.split()
)
"""Of the verbs of saying, those for what is done as well: whoever tells of it may answer."""

DOCUMENTS = frozenset(
    """
    report reports study studies survey surveys poll polls census book books article articles
    document documents letter letters research evidence data figures findings results inquiry
    investigation analysis law laws code constitution treaty agreement
    """.split()
)
"""What tells or shows something, and is nobody."""

PLAIN_CLAIMS = frozenset("say says said claim claims claimed state states stated".split())
"""Verbs that tell no more than that something is held to be so."""

SPELLINGS = (
    ("defence", "defense"),
    ("organisation", "organization"),
    ("centre", "center"),
    ("programme", "program"),
    ("labour", "labor"),
    ("premier", "pm"),
)
"""Words of names and roles that are spelled in two ways."""

NOUN_OPENERS = frozenset(
    """
    the a an this these those its his her their our any no of on about for in with without between
    against over from by into under through towards toward
    """.split()
)
"""Short words behind which a noun phrase stands."""

NO_TOPICS = frozenset(
    """
    importance efforts effort way ways thing things lot part number issue issues matter matters
    fact case result results need needs question questions step steps time times people today
    continue continues continued begin begins began start starts started make makes made take takes
    took give gives gave get gets got go goes went come comes came seek seeks sought help helps
    expect expects expected plan plans agree agrees agreed believe believes think thinks want wants
    use uses used see sees seen seem seems set put keep keeps kept hold holds held show shows lead
    led fall rise fell rose remain remains remained including new good great large small high low
    last next first second several various possible likely able early late ready sure clear much
    must like mln bln pct dlrs billion million current total full certain due more twice
    together despite whether always often cannot longer around away back across along behind beside
    beyond near off onto toward towards throughout upon within without soon later ago instead
    """.split()
)
"""What tells of no subject by itself: common verbs, and nouns and adjectives that fit anything."""
