"""Countries and what belongs to them, where the one word is not made of the other. Data: a line for
each country, its names first, folded and in lower case; of "U.S." the first letter tells it.
"""

DEMONYMS = tuple(
    frozenset(line.split())
    for line in """
    turkey turkiye turkish turk
    britain uk british england english
    us usa u america american states
    france french
    germany german
    spain spanish
    netherlands holland dutch
    denmark danish
    sweden swedish
    finland finnish
    poland polish
    greece greek
    ireland irish
    switzerland swiss
    wales welsh
    scotland scottish
    czechia czech
    slovakia slovak
    serbia serb serbian
    croatia croat croatian
    bosnia bosnian
    cyprus cypriot
    iraq iraqi
    iran iranian
    israel israeli
    syria syrian
    lebanon lebanese
    kuwait kuwaiti
    oman omani
    qatar qatari
    yemen yemeni
    pakistan pakistani
    bangladesh bangladeshi
    afghanistan afghan
    philippines philippine filipino
    thailand thai
    china chinese
    japan japanese
    vietnam vietnamese
    taiwan taiwanese
    portugal portuguese
    malta maltese
    myanmar burmese burma
    peru peruvian
    argentina argentine argentinian
    brazil brazilian
    mexico mexican
    canada canadian
    norway norwegian
    belgium belgian
    ukraine ukrainian
    russia russian soviet ussr
    saudi saudis
    emirates emirati uae
    kurdistan kurdish
    """.strip().splitlines()
)
