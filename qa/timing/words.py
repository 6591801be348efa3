"""The words for events of which a collection may tell the day. Data, no logic.

"Before the referendum" is about a time; "after the rain" need not be. As written, lower case.
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
    kidnapping hijacking raid clashes protest protests riots demonstration offensive
    earthquake quake tsunami hurricane typhoon cyclone flood floods wildfire eruption drought
    famine explosion blast fire accident collision disaster pandemic epidemic outbreak lockdown
    trial verdict sentencing ruling arrest execution
    olympics tournament championship final
    """.split()
)
