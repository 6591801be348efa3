"""Words of time: for events, for asking, and for what begins or ends. Data, no logic; as written,
lower case.
"""

EVENT_NOUNS = frozenset(
    """
    referendum referendums election elections vote ballot war invasion coup revolution uprising
    revolt rebellion siege ceasefire truce armistice annexation occupation withdrawal pullout
    handover independence
    summit conference convention congress meeting talks session visit inauguration resignation
    appointment dismissal impeachment
    agreement accord accords treaty pact deal memorandum signing settlement merger takeover
    acquisition offering flotation bankruptcy devaluation default embargo sanctions boycott
    strike walkout lockout crash crisis recession depression
    attack attacks bombing bombings airstrike airstrikes strikes shooting massacre assassination
    kidnapping hijacking theft robbery burglary heist break-in murder raid clashes protest protests
    riots demonstration offensive
    earthquake quake landslide avalanche storm tsunami hurricane typhoon cyclone flood floods
    wildfire eruption drought famine explosion blast fire accident collision derailment shipwreck
    outage blackout disaster pandemic epidemic outbreak lockdown
    trial verdict sentencing ruling arrest execution
    olympics tournament championship final
    """.split()
)
"""Of which a collection may tell the day: "before the referendum" is about a time; "after the rain"
need not be."""

ASKING_WORDS = frozenset(
    """
    latest newest news recent recently current currently development developments update updates
    word information reports coverage happen happens happened happening going kind type sort mean
    means meant
    """.split()
)
"""What a question may hold that says nothing of its subject."""
