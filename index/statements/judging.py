"""Adjectives by which somebody judges a thing: "called the strike irresponsible". Data.

Only what can hardly be a noun counts: "called the chief executive" judges nobody.
"""

_WORDS = """
    absurd abhorrent accidental appalling arbitrary awful backward bad baffling banal barbaric
    biased bizarre bogus brilliant brutal clumsy complete corrupt cowardly crazy cruel crude
    cynical damaging dishonest disappointing discouraging disingenuous disturbing embarrassing
    empty encouraging essential excellent excessive exaggerated extraordinary extreme fair false
    fantastic far-fetched fatal flawed foolish frightening grim groundless hasty heartbreaking
    heroic historic honest hollow horrible horrific humiliating hypocritical idiotic ill-advised
    ill-conceived ill-timed illegal illegitimate illogical immoral imperfect important
    impossible improper inaccurate inadequate inappropriate incoherent incompetent incomplete
    incorrect inconsistent indecent indefensible inefficient inept inhuman inhumane insane
    insincere insufficient insulting intolerant invalid irrelevant irrational laughable legal
    lenient ludicrous mad malicious meaningless mediocre misguided mistaken misleading modest
    monstrous naive naïve nonsensical obscene obsolete outdated outrageous overblown overdue
    paltry pathetic perfect perverse pointless poor predictable premature promising puzzling
    racist realistic reckless redundant refreshing regrettable rushed sad safe sensible shocking
    short-sighted shortsighted significant silly simplistic stupid substandard suicidal
    superficial surprising tasteless terrible terrifying timely tragic transparent troubling
    true unacceptable unclear unconstitutional undemocratic unethical uneven unfair unfinished
    unfounded unhelpful unjust unjustified unlawful unlikely unnecessary unprecedented
    unprofessional unrealistic unreasonable unreliable unsafe unsatisfactory unwise unworkable
    unworthy useless vague vital weak worrying worthless wrong
"""
_ENDINGS = (
    r"(?!table|cable|constable|vegetable|parable|bible"
    r"|regardless|unless|nevertheless|nonetheless|doubtless)"
    r"[a-z]{2,}(?:[ai]ble|[a-z]{3}ous|less)"
)
DEGREES = (
    r"(?:too|very|so|not|quite|rather|utterly|totally|completely|deeply|highly|wholly|entirely"
    r"|absolutely|politically|morally|economically|legally|plainly|simply|grossly|fundamentally"
    r"|extremely|profoundly|dangerously|both|equally|at\sbest|hugely|truly|seriously|badly|well)"
)
JUDGEMENT = rf"(?:{DEGREES}\s)*(?:{'|'.join(sorted(set(_WORDS.split())))}|{_ENDINGS})"
