"""Words that tell who a phrase of news means: people, bodies, crowds, documents. Data, folded
and in lower case, a word each unless said otherwise.

A word may tell two things ("general" is a rank, and the first word of companies): who reads the
lists decides by what stands beside it.
"""

# What a person is in public life, or at work: it stands before a name or behind one.
ROLES = frozenset(
    """
    minister president premier chancellor secretary secretary-general general major lieutenant
    brigadier colonel captain sergeant admiral commander commander-in-chief marshal chief chairman
    chairwoman chair chairperson director director-general governor mayor senator congressman
    congresswoman representative ambassador envoy king queen prince princess sheikh sheik emir pope
    bishop archbishop cardinal imam ayatollah judge justice spokesman spokeswoman spokesperson
    professor doctor sir lord lady analyst expert officer leader head lawyer attorney counsel
    resident neighbour neighbor witness survivor teacher coach manager founder co-founder owner
    pastor activist researcher scientist farmer editor author investigator prosecutor detective
    engineer economist strategist investor financier trader dealer broker banker treasurer
    controller comptroller commissioner administrator counsellor councillor counselor official
    vice-president vice-chairman vice-premier lieutenant-governor undersecretary under-secretary
    deputy aide adviser advisor candidate lawmaker legislator parliamentarian speaker whip deputy
    consultant historian journalist reporter correspondent writer actor actress singer player
    captain superintendent inspector constable sheriff marshal negotiator mediator diplomat
    president-elect partner principal executive entrepreneur businessman businesswoman industrialist
    physicist chemist biologist physician surgeon nurse psychologist epidemiologist meteorologist
    geologist forecaster specialist technician pilot sailor soldier veteran student
    ombudsman auditor rabbi priest monsignor reverend sultan shah tsar emperor regent patriarch
    rear-admiral vice-admiral brigadier-general major-general lieutenant-general vice-chancellor
    co-chairman co-director co-chair major-general attorney-general governor-general
    husband wife son daughter father mother brother sister friend colleague cousin uncle aunt
    widow girlfriend boyfriend counterpart successor predecessor
    member chieftain organiser organizer campaigner delegate guerrilla rebel dissident technologist
    ceo cfo coo cto mp mep msp councilwoman councilman councilor alderman assemblyman assemblywoman
    barrister solicitor boss striker midfielder defender goalkeeper winger skipper quarterback
    vicar principal headteacher firefighter paramedic chemist columnist commentator anchor presenter
    pollster planner clerk ranger negotiator defendant victim mum mom dad stepfather stepmother
    fisherman shopkeeper electrician passenger tourist mechanic plumber waitress islander villager
    worker labourer pensioner commuter foreman forewoman
    headmaster headmistress harbourmaster harbormaster operator
    grandmother grandfather sister-in-law brother-in-law neighbour neighbor nephew niece grandson
    granddaughter fiancé fiancée partner ex-president ex-minister
    """.split()
)

# Roles only in lower case: "Master" is as often a word of a company's name, "Baker" a last name.
SMALL_ROLES = frozenset("master miner driver baker carpenter waiter".split())

# Trades that tell who somebody is only before a name apart: "A bricklayer, Jan Lund,".
TRADES = frozenset(
    """
    bricklayer welder docker stevedore roofer plasterer painter gardener butcher barber hairdresser
    tailor cleaner porter caretaker janitor dentist midwife pharmacist therapist dressmaker
    seamstress steelworker dockworker cabdriver trucker lecturer tutor librarian archivist
    musician pianist violinist composer poet novelist sculptor photographer dancer swimmer cyclist
    runner boxer jockey footballer beekeeper gamekeeper lifeguard housekeeper
    mother-of-two father-of-two bystander onlooker eyewitness hiker climber shopper
    cashier receptionist joiner smith blacksmith glazier machinist surveyor architect
    """.split()
)

# What goes before a name and is said with it; with or without its full stop.
HONORIFICS = frozenset(
    """
    mr mrs ms miss dr prof sen rep gen lt col maj brig adm capt sgt gov hon rev st sir dame lord
    lady baron comrade senator cmdr cpl supt det insp ayatollah pres sec
    """.split()
)

# What makes a role another: it goes before one, in lower case or not.
BEFORE_ROLES = frozenset(
    """
    former deputy vice acting interim retired senior chief prime foreign defense defence interior
    assistant associate executive managing general new outgoing then incoming veteran current late
    first second third joint co junior independent opposition finance economic agriculture trade
    military political government company bank police army party state federal national regional
    local chief top leading press fund portfolio money market oil energy commodity commodities
    security research equity industry labour labor farm budget ruling supreme international
    majority minority central environment health education justice transport
    under special honorary financial operating technical legal scientific marketing commercial
    administrative corporate investment consumer diplomatic parliamentary presidential religious
    spiritual communist
    city county town village district borough school campaign policy affairs public media news
    weather climate science technology sports football cricket rugby basketball club nuclear
    intelligence immigration housing aviation human rights relations social development ambulance
    emergency opposition shadow circuit
    ministry department council committee commission office agency government embassy union
    presidency palace hospital university college airport railway newspaper magazine television
    """.split()
)

# What a minister or secretary may be of, before the name: "Secretary of State George Shultz".
OFFICES = (
    r"(?:the\s)?(?:State|Defen[cs]e|Foreign\sAffairs|Interior|Finance|Econom\w+|Energy|Oil"
    r"|Agriculture|Trade|Commerce|Health|Education|Justice|Labou?r|Transport\w*|Treasury|Exchequer"
    r"|War|National\sDefen[cs]e|Planning|Industry|Environment|Culture|Tourism|Science|Technology"
    r"|Staff|Police|Information|Communications?|Housing|Water|Peace|Parliament)"
)

# Words of the names of bodies: any one of them tells that a name is no person's.
BODIES = frozenset(
    """
    ministry command council government agency news party army forces force police court parliament
    committee commission bank group company corporation corp inc ltd plc co llc llp lp ag sa spa nv
    gmbh bv pty cie kg union region organization organisation office department association league
    authority congress senate house security times post press reuters television tv radio network
    administration bureau board institute institution university college school centre center
    foundation federation confederation society club fund trust holdings holding partners brothers
    bros sons associates industries industry enterprises stores systems services products
    international bancorp bancshares financial savings securities capital investments investment
    insurance assurance resources petroleum oil gas energy steel motors motor electric electronics
    dynamics foods mills airlines airways air lines railway railroad railways shipping chemicals
    chemical pharmaceuticals laboratories technologies technology communications broadcasting
    telephone telecom computer computers software properties realty mining mines gold minerals paper
    plastics textile breweries brewing exchange exchanges cabinet palace kremlin pentagon treasury
    reserve nations community kingdom republic states monarchy embassy consulate mission delegation
    secretariat summit conference alliance coalition movement front brigade brigades corps navy
    fleet guard guards militia militias hospital church synod tribunal inspectorate watchdog
    regulator chamber assembly workers farmers producers growers refiners cooperative syndicate
    consortium agencies
    journal gazette herald tribune daily magazine newspaper observatory human rights
    watch amnesty mart works service centers survey ambulance
    guild clinic inquiry inquest plant refinery port airport agreement treaty accord pact act plan
    oyj sarl
    """.split()
)

# Words of bodies' names behind those whose body it is: "Nurses' Federation".
OF_MEMBERS = frozenset(
    """
    Union Unions Federation Association League Guild Society Council Trust Alliance Congress Party
    Club Board Institute Front Movement Confederation Committee Group Fund Bank Cooperative
    Commission Agency Network Organisation Organization Forum Syndicate Register Court Bureau
    Centre Center Office International Exchange Brotherhood Chamber Assembly Parliament Lobby
    """.split()
)

# Words of bodies' names that by themselves mean things, which say nothing.
THINGS = frozenset(
    """
    plant refinery port airport agreement treaty accord pact act plan gold paper minerals oil gas
    petroleum energy steel motor motors electric electronics dynamics foods mills air lines shipping
    chemicals chemical technologies technology communications telephone computer computers software
    properties realty mining mines plastics textile brewing exchange savings securities capital
    investments investment insurance resources systems services products service works human rights
    post press times house watch survey summit conference movement financial radio tv television
    international national corps community
    """.split()
)

# What a body is called again by, after its name ("the company said").
COMPANY_NOUNS = frozenset(
    """
    company firm corporation bank group concern airline carrier retailer manufacturer maker
    automaker brewer insurer utility producer chain partnership thrift broker brokerage publisher
    steelmaker bank-holding subsidiary unit venture
    """.split()
)

# Several people without a name.
CROWDS = frozenset(
    """
    officials sources police residents witnesses survivors analysts experts authorities critics
    lawmakers lawyers prosecutors diplomats investigators protesters researchers scientists doctors
    aides ministers people traders dealers brokers economists executives bankers spokesmen
    spokespeople spokeswomen farmers producers exporters importers operators shippers buyers sellers
    investors shareholders senators congressmen representatives members leaders businessmen managers
    observers commentators delegates negotiators advisers governors directors members workers
    unions employers companies banks firms brokerages industry staff strategists participants
    spokespersons rebels militants insurgents activists organisers organizers students parents
    teachers officers soldiers commanders politicians opponents supporters backers rivals refiners
    millers crushers growers planters processors retailers consumers airlines lenders creditors
    auditors attorneys judges regulators engineers technicians historians academics journalists
    reporters newspapers media fishermen miners passengers families relatives neighbours neighbors
    islanders villagers locals commuters drivers tenants patients strikers campaigners inspectors
    detectives scholars pilots nurses owners customers fans voters others many some most two three
    both several sides ones agents
    """.split()
)

# What speaks for whoever wrote it.
DOCUMENTS = frozenset(
    """
    statement report communique communiqué release announcement letter filing document documents
    reports papers memo memorandum article editorial survey study paper review prospectus suit
    lawsuit complaint resolution telex text bulletin message draft circular note newsletter
    declaration notice indictment affidavit opinion ruling verdict decree order website post tweet
    book column dispatch despatch broadcast transcript
    """.split()
)

# Of which party a politician is: never a name, and often said in its place.
PARTIES = frozenset(
    "republican republicans democrat democrats conservative conservatives liberal socialist".split()
)

# Documents that speak for whoever was just speaking.
ISSUED = frozenset(
    "statement release communique announcement letter telex message notice filing".split()
)

# Words of bodies of a state: none of them is "the company".
OF_STATES = frozenset(
    """
    ministry government commission committee council court department parliament police army agency
    command congress senate cabinet embassy union party office treasury administration authority
    """.split()
)

# Words of bodies that are no companies, unless a legal form stands beside them.
NO_COMPANIES = OF_STATES | frozenset(
    """
    association federation confederation league hospital clinic university college school church
    synod exchange institute nations republic kingdom states monarchy bureau tribunal chamber
    assembly inspectorate watchdog regulator foundation charity society guild front movement
    alliance coalition navy corps militia consulate delegation secretariat summit conference inquiry
    workers farmers growers amnesty reserve palace kremlin pentagon community board inquest
    """.split()
)

# What a body is called again by, though its name has another word.
CALLED_AGAIN = {
    "agency": frozenset(
        "administration bureau commission service office authority centers".split()
    ),
    "watchdog": frozenset("authority commission agency office inspectorate board".split()),
    "regulator": frozenset("authority commission agency office administration board".split()),
    "charity": frozenset("trust foundation fund society appeal aid".split()),
    "force": frozenset(("police", "constabulary")),
    "department": frozenset(("ministry", "treasury")),
}

# Before a body's noun they tell its kind or rank, and not which one it is: "the trade union".
OF_KIND = frozenset(
    """
    trade labour labor industry industrial professional official state government federal national
    local regional provincial municipal district city town county nation country public private
    independent nonpartisan international world global central main new old big biggest large
    largest small smaller giant oldest leading powerful influential same whole full entire parent
    ruling governing opposition umbrella lobby statutory supervisory regulatory advisory joint
    special own
    """.split()
)

# What tells of a person that she is a woman, or that he is a man; before the name or as the role.
# A spokesman may be either.
OF_WOMEN = frozenset(
    """
    she her mrs ms miss lady dame queen princess wife daughter mother sister aunt widow girlfriend
    actress spokeswoman chairwoman congresswoman councilwoman assemblywoman businesswoman mum mom
    grandmother stepmother niece granddaughter sister-in-law
    """.split()
)
OF_MEN = frozenset(
    """
    he him mr sir lord king prince sheikh sheik husband son father brother uncle boyfriend actor
    dad grandfather stepfather nephew grandson brother-in-law
    """.split()
)

# What a region's name ends in: a person's name may follow it at once.
REGION_ENDS = frozenset(
    "region province governorate oblast emirates republic territory kingdom federation".split()
)

# What a company's name goes on with where it is written out.
LEGAL_FORMS = frozenset(
    """
    inc corp ltd plc co group holdings bank company corporation llc ag sa nv stores bancorp asa ab
    oyj gmbh spa bv llp sarl cos bhd
    """.split()
)

# Capitalised, and no part of anybody's name: they open sentences, or are days.
NO_NAMES = frozenset(
    """
    the a an this that these those it its he she they we i in on at by for with from but and as
    after before when while if since earlier meanwhile however also moreover additionally addressing
    both some many most according later then there during named his her their our your you one
    under about against among although because between despite even following given had has have
    how is was were are or nor not no now of over so such than though through to today yesterday
    tomorrow until unless up via what where whether which who whom whose why will would yet asked
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december feb mar apr jun jul aug sep sept oct nov dec
    last next early late another other each every all any few more much only still just once again
    separately elsewhere nevertheless nonetheless instead recently currently previously initially
    analysts officials sources traders dealers economists both neither either speaking asked two
    three four five six seven eight nine ten half part following based including like unlike
    referring citing noting adding commenting regarding concerning pct mln dlrs says said
    """.split()
)

# They join the words of a name, in lower case.
PARTICLES = r"(?:bin|bint|ibn|abu|de|del|della|da|do|dos|di|la|le|du|van|von|der|den|ter|al|el|e)"
