"""The closed word classes that questions are taken apart with. Data, no logic."""

AUXILIARIES = frozenset(
    """
    is are was were am do does did has have had can could may might must shall should will would
    """.split()
)
"""Verbs that a question puts before its subject."""

ADVERBS = frozenset(
    """
    instead too also then again yet already still before earlier later afterwards otherwise anyway
    away back home abroad together apart alone else more less next first last soon often once twice
    exactly precisely actually really recently previously finally eventually originally initially
    publicly privately there here now today yesterday tomorrow
    """.split()
)
"""Words that stand behind a verb as its object does, and name nothing."""

GIVING_VERBS = frozenset(
    """
    sell give send lend pay offer hand award grant donate leave lease rent transfer deliver ship
    export show bring buy borrow receive take get import steal hide
    """.split()
)
"""Verbs that what is behind "to" or "from" belongs to, and not to what they take."""

BEING = frozenset("is are was were am".split())
DOING = frozenset("do does did".split())
HAVING = frozenset("has have had".split())

PREPOSITIONS = frozenset(
    """
    about on in at by with for from to into onto during over against between among before after
    since until till under near through across around outside inside within towards toward per via
    regarding concerning without behind beyond because despite as of than
    """.split()
)

PLACE_PREPOSITIONS = frozenset(
    "in at near from into to across outside inside around within through".split()
)
"""Prepositions that a place stands behind."""

TOPIC_PREPOSITIONS = frozenset("about on regarding concerning over".split())
"""Prepositions that what is spoken of stands behind."""

DETERMINERS = frozenset(
    """
    the a an this that these those his her its their our your my some any no another each every all
    both either neither
    """.split()
)

PERSON_PRONOUNS = frozenset("he him she".split())
GROUP_PRONOUNS = frozenset("they them".split())
POSSESSIVES = {"his": "person", "her": "person", "its": "thing", "their": "group"}

BODY_WORDS = frozenset(
    """
    agency alliance army assembly association authority authorities bank board bureau cabinet
    centre center chamber club coalition command commission committee company congress corp
    corporation council court department embassy factions federation fed firm force forces
    foundation front fund government group groups house inc institute league ltd administration
    militias militia military militants ministry ministries movement navy network office
    officials opec opposition organisation organization parliament party plc police regime region
    senate service services side sides society democrats conservatives socialists republicans state
    states team treasury troops tribunal union university rebels workers exchange airlines
    industries
    """.split()
)
"""Last words of what is many people and no person."""

GROUP_WORDS = frozenset(
    "police people troops forces staff crew militia media cattle men women children".split()
)
"""Words of many that do not end in -s, or bear it always."""

SINGULAR_ENDINGS = ("ss", "us", "is", "news", "crisis", "Isis", "ISIS")

PEOPLE_TITLES = frozenset(
    """
    mr mrs ms dr president minister premier chancellor senator general colonel major captain
    lieutenant brigadier secretary judge king queen prince princess mayor governor chairman
    spokesman spokeswoman spokesperson chief director sheikh imam bishop pope ambassador commander
    executive officer head leader boss owner founder author coach manager player man woman boy girl
    mother father son daughter wife husband widow victim suspect official analyst economist expert
    lawyer professor doctor driver pilot singer actor actress writer artist teacher student farmer
    soldier candidate deputy envoy negotiator representative delegate adviser aide successor
    predecessor prosecutor investigator engineer brother sister rival opponent colleague councillor
    winner prisoner witness resident neighbour dealer trader attorney baker banker cook chef
    fisherman miner nurse surgeon priest monk rabbi vicar reporter journalist editor photographer
    shopkeeper passenger pedestrian cyclist rider sailor skipper swimmer climber skier gunman
    attacker defendant accused plaintiff burglar thief killer murderer hostage kidnapper hijacker
    bomber spy loser finalist champion runner striker goalkeeper referee patient survivor teenager
    pensioner caretaker sergeant constable inspector detective sheriff policeman policewoman
    firefighter fireman paramedic rescuer diver coroner pathologist biologist scientist historian
    astronaut lecturer rector headmaster headteacher chairwoman chairperson mediator arbitrator
    commissioner ombudsman treasurer congressman lawmaker legislator duke duchess monarch emperor
    dictator activist campaigner protester demonstrator refugee migrant novelist poet composer
    conductor musician painter sculptor surveyor solicitor barrister
    """.split()
)

SOMEBODYS = frozenset(
    """
    lawyer attorney solicitor wife husband son daughter mother father brother sister widow widower
    partner parent child aide adviser secretary deputy successor predecessor spokesman spokeswoman
    spokesperson boss employer doctor agent manager coach trainer victim killer rival opponent
    colleague friend neighbour assistant bodyguard owner founder heir author
    """.split()
)
"""Words for persons who are what they are to another: his lawyer, and not his judge."""

EVENTS = frozenset(
    """
    meeting talk summit conference vote ballot election referendum poll by-election match game final
    race tournament funeral ceremony wedding festival concert auction trial hearing inquest debate
    session congress exhibition fair show exercise drill parade march rally protest demonstration
    strike event reception dinner lunch service mass memorial celebration workshop seminar
    briefing interview round primary championship cup
    """.split()
)
"""What is held."""

MAYBE_PEOPLE = frozenset(
    """
    builder broker seller buyer accountant auditor consultant producer designer landlord tenant
    architect contractor supplier publisher developer insurer employer lender donor
    """.split()
)
"""Words for one who does something, a person or a firm."""

WRITINGS = frozenset(
    """
    report letter statement paper newspaper magazine article document study survey poll book note
    message email memo account text bill law rule ruling verdict judgement judgment order treaty
    agreement deal contract accord charter constitution resolution communique website site sign
    label post headline story film programme program broadcast column editorial figure log record
    transcript file will manifesto declaration proposal plan draft leaflet brochure advertisement
    """.split()
)
"""What says something and is nobody."""

PLACE_NOUNS = frozenset(
    """
    area territory territorie region city citie town village province country countrie district
    base island port harbour harbor camp state border building hospital school church station
    airport valley coast sea lake river street square market plant factory site
    """.split()
)
"""Nouns of places, without a plural's -s."""

LIGHT_NOUNS = frozenset(
    "people person persons man men woman women number name names board many much".split()
)
"""Nouns that tell nothing of what a question is about."""

LESS_THAN_A_SUBJECT = frozenset(
    """
    survive survives survived
    happen happens happened happening begin begins began begun start starts started end ends ended
    win won lose lost die died killed injured wounded hurt attend attended vote voted react reacted
    reaction reason reasons result results cause causes outcome cost costs damage toll next else
    exactly
    involved responsible respond responded response votes voters turnout majority margin seats get
    got receive received
    """.split()
)
"""Words that ask something of a subject and name none."""

ATTACHED_WITH = {
    **dict.fromkeys("survive survived board".split(), ""),
    **dict.fromkeys("won win lost lose attended attend began begin started start".split(), ""),
    **dict.fromkeys("ended end caused cause".split(), ""),
    **dict.fromkeys("react reacted reaction respond responded response".split(), "to"),
    **dict.fromkeys("reason reasons responsible".split(), "for"),
    **dict.fromkeys("result results causes outcome cost costs".split(), "of"),
}
"""What leads in the subject behind such a word, where it is not "in"."""

IRREGULAR_VERBS: tuple[tuple[str, str, str], ...] = tuple(
    (base, past, participle)
    for base, past, participle in (
        each.split()
        for each in """
        be was been, bear bore borne, beat beat beaten, become became become, begin began begun,
        bind bound bound, blow blew blown, break broke broken, bring brought brought,
        broadcast broadcast broadcast, build built built, burn burned burned, burst burst burst,
        buy bought bought, cast cast cast, catch caught caught, choose chose chosen, come came come,
        cost cost cost, cut cut cut, deal dealt dealt, do did done, draw drew drawn,
        drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed fed,
        feel felt felt, fight fought fought, find found found, flee fled fled, fly flew flown,
        forbid forbade forbidden, forget forgot forgotten, forgive forgave forgiven,
        freeze froze frozen, get got got, give gave given, go went gone, grow grew grown,
        hang hung hung, have had had, hear heard heard, help helped helped, hide hid hidden,
        hit hit hit, hold held held, hurt hurt hurt, keep kept kept, know knew known, lay laid laid,
        lead led led, learn learned learned, leave left left, lend lent lent, let let let,
        lie lay lain, lose lost lost, make made made, mean meant meant, meet met met,
        overcome overcame overcome, oversee oversaw overseen, overthrow overthrew overthrown,
        pay paid paid, put put put, quit quit quit, read read read, ride rode ridden,
        ring rang rung, rise rose risen, run ran run, say said said, see saw seen,
        seek sought sought, sell sold sold, send sent sent, set set set, shake shook shaken,
        shoot shot shot, show showed shown, shrink shrank shrunk, shut shut shut, sing sang sung,
        sink sank sunk, sit sat sat, sleep slept slept, speak spoke spoken, spend spent spent,
        split split split, spread spread spread, stand stood stood, steal stole stolen,
        stick stuck stuck, strike struck struck, swear swore sworn, swim swam swum, take took taken,
        teach taught taught, tear tore torn, tell told told, think thought thought,
        throw threw thrown, undergo underwent undergone, understand understood understood,
        undertake undertook undertaken, uphold upheld upheld, wear wore worn, win won won,
        withdraw withdrew withdrawn, withhold withheld withheld, withstand withstood withstood,
        write wrote written
        """.split(",")
    )
)
"""Verbs whose past is not in -ed, and "help", which is a noun as often: (as behind "did", past, as
behind "has")."""
