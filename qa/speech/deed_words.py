"""The words that tell of a deed as not done. Data, no logic."""

ASKING = frozenset(
    """
    call calls called calling urge urges urged urging ask asks asked asking demand demands demanded
    demanding press presses pressed pressing pressure pressured tell tells told order orders ordered
    advise advises advised beg begs begged want wants wanted invite invites invited appeal appeals
    appealed appealing petition petitioned
    """.split()
)
"""Before "to resign": another is to do it."""

NOT_DOING = frozenset(
    """
    refuse refuses refused refusing decline declines declined declining plan plans planned planning
    intend intends intended intending threaten threatens threatened threatening vow vows vowed
    promise promises promised promising hope hopes hoped hoping expect expects expected expecting
    consider considers considered fail fails failed failing offer offers offered likely unlikely due
    set ready willing unwilling reluctant about prepared preparing prepare going try tried trying
    """.split()
)
"""Before "to resign": whoever it is has not done it."""

MODALS = frozenset("may might could should would must will can cannot shall".split())
"""Right before the verb: it may be done, or is to be."""

UNDONE_NOUNS = frozenset("for possible reject rejects rejected rejecting against without".split())
"""Before "resignation": nobody resigned."""
