"""The closed word classes of English that a question is taken apart with. Data, no logic.

Stems are not used here: these are words as written, lower case, diacritics folded.
"""

FUNCTION_WORDS = frozenset(
    """
    a an the this that these those some any each every all both either neither no none such same
    other another own much many more most less least few several
    i me my mine we us our ours you your yours he him his she her hers it its they them their theirs
    myself himself herself itself themselves one ones anyone anybody anything someone somebody
    something everyone everybody everything nobody nothing
    who whom whose which what when where why how
    am is are was were be been being do does did done doing have has had having can could may might
    must shall should will would ought
    and or but nor so yet if then else than as because while whereas though although unless until
    since of in on at by for with about against between among into through during before after
    above below to from up down out off over under again further once here there now just only also
    too very not never ever still already even own per via
    s t d ll m re ve don didn doesn isn aren wasn weren won wouldn couldn shouldn hasn haven hadn
    please tell me give know want need find
    """.split()
)
"""Words that carry no subject: what is left of a question without them is what it is about."""

SPEECH_VERBS = frozenset(
    """
    say says said saying tell tells told telling stated stating announce announces
    announced announcing declare declares declared declaring explain explains explained explaining
    add adds added adding note notes noted noting stress stresses stressed stressing emphasize
    emphasizes emphasized emphasizing emphasise emphasises emphasised emphasising warn warns warned
    warning claim claims claimed claiming argue argues argued arguing insist insists insisted
    insisting deny denies denied denying confirm confirms confirmed confirming reveal reveals
    revealed revealing report reports reported reporting describe describes described describing
    comment comments commented commenting respond responds responded responding reply replies
    replied replying reiterate reiterates reiterated reiterating assert asserts asserted asserting
    suggest suggests suggested suggesting acknowledge acknowledges acknowledged acknowledging admit
    admits admitted admitting vow vows vowed pledge pledges pledged urge urges urged call calls
    called mention mentions mentioned mentioning remark remarks remarked point pointed highlight
    highlights highlighted underline underlines underlined underscore underscores underscored
    """.split()
)
"""Verbs that introduce what somebody said, in the forms that news uses."""

SAYING_NOUNS = frozenset(
    """
    report reports comment comments claim claims call calls reply replies remark remarks note notes
    pledge pledges vow vows mention mentions highlight highlights
    """.split()
)
"""Of the verbs of saying, the forms that are nouns as well."""

PLAIN_SPEECH_WORDS = frozenset(
    """
    say says said saying tell tells told telling stated stating add adds added adding
    note notes noted noting comment comments commented commenting mention mentions mentioned
    mentioning remark remarks remarked speak speaks spoke spoken talk talked statement statements
    words quote quotes
    """.split()
)
"""Of the words of saying, those that say no more than that: no answer needs to bear them."""

PICTURE_WORDS = frozenset(
    """
    picture pictures pictured photo photos photograph photographs photographed image images caption
    captions
    """.split()
)
"""Words that ask for what a picture shows."""

SPEECH_NOUNS = frozenset("statement statements remarks comment comments words quote quotes".split())
"""Nouns that ask for what somebody said."""

STANCE_NOUNS = frozenset(
    """
    stance stances view views opinion opinions attitude message explanation reply assessment
    comment comments remark remarks statement statements response responses words
    """.split()
)
"""Nouns for what somebody says of a matter: "Baghdad's stance on", "comments by Guler"."""

THINKING_VERBS = frozenset(
    "think thinks thought believe believes believed regard regards regarded".split()
)
"""Verbs that ask what somebody holds, which news gives as what they say."""

SPEECH_FAMILIES = (
    frozenset(
        """
        deny denies denied denying reject rejects rejected rejecting dismiss dismisses dismissed
        dismissing refute refutes refuted refuting rebut rebuts rebutted contradict contradicts
        contradicted
        """.split()
    ),
    frozenset(
        """
        confirm confirms confirmed confirming acknowledge acknowledges acknowledged acknowledging
        admit admits admitted admitting concede concedes conceded verify verifies verified
        """.split()
    ),
    frozenset(
        """
        accuse accuses accused accusing blame blames blamed blaming allege alleges alleged alleging
        charge charges charged
        """.split()
    ),
    frozenset(
        """
        condemn condemns condemned condemning criticize criticizes criticized criticizing criticise
        criticises criticised criticising denounce denounces denounced denouncing deplore deplores
        deplored
        """.split()
    ),
    frozenset("warn warns warned warning caution cautions cautioned cautioning".split()),
    frozenset(
        """
        promise promises promised promising pledge pledges pledged pledging vow vows vowed vowing
        """.split()
    ),
    frozenset(
        """
        demand demands demanded demanding urge urges urged urging call calls called calling
        """.split()
    ),
    frozenset(
        """
        announce announces announced announcing declare declares declared declaring
        """.split()
    ),
    frozenset("predict predicts predicted predicting forecast forecasts forecasted".split()),
)
"""Verbs of saying that mean much the same: whoever rejects a report denies it."""

POINTING_WORDS = frozenset(
    """
    he him his she her hers it its they them their theirs this that these those there then
    """.split()
)
"""Words that mean something named before."""

TIME_WORDS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december today yesterday tomorrow tonight morning
    afternoon evening night week weeks month months year years day days hour hours decade decades
    century ago earlier later recently soon last since until during
    """.split()
)

REASON_WORDS = frozenset(
    """
    because due since therefore thus reason reasons cause caused causing purpose aim aimed aims
    aiming order so result resulted prompted response avoid prevent deter ensure
    """.split()
)

YES_OR_NO = SPEECH_FAMILIES[0] | SPEECH_FAMILIES[1]
"""Verbs of denying and confirming: either tells whether something is so."""

VESSELS = tuple(
    """
    ship ferry boat vessel tanker liner yacht trawler craft freighter barge tug lifeboat submarine
    warship frigate destroyer cruiser
    """.split()
)
"""What sails, and is "she" as well as "it"."""
