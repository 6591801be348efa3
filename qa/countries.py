"""The names by which countries are spoken of. Input: stems. Output: the countries that they name.

A country speaks in news under its own name, its people's and its capital's: "Baghdad said". So do
the regions and alliances that have governments of their own.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import cache

from index.analysis import stems

# A line each, commas between the names; the first stands for them all. Behind a semicolon: where
# the government sits, and what it is called after that. Of "U.S." questions keep the first letter.
_NAMES = """
afghanistan, afghan; kabul
albania, albanian; tirana
algeria, algerian; algiers
angola, angolan; luanda
argentina, argentine, argentinian; buenos aires
armenia, armenian; yerevan
australia, australian; canberra
austria, austrian; vienna
azerbaijan, azerbaijani, azeri; baku
bahrain, bahraini; manama
bangladesh, bangladeshi; dhaka
belarus, belarusian; minsk
belgium, belgian
benin, beninese
bolivia, bolivian; la paz
bosnia, bosnian; sarajevo
botswana; gaborone
brazil, brazilian; brasilia
britain, british, united kingdom, u k, uk, england, english; london, downing street, whitehall
brunei, bruneian
bulgaria, bulgarian; sofia
burma, burmese, myanmar; rangoon, yangon, naypyidaw
burundi, burundian
cambodia, cambodian; phnom penh
cameroon, cameroonian; yaounde
canada, canadian; ottawa
catalonia, catalan
chad, chadian
chile, chilean
china, chinese; beijing, peking
colombia, colombian; bogota
congo, congolese, zaire, zairean; kinshasa
costa rica, costa rican
croatia, croatian; zagreb
cuba, cuban; havana
cyprus, cypriot; nicosia
czechia, czech, czechoslovakia, czechoslovak; prague
denmark, danish; copenhagen
djibouti
dominican republic, dominican; santo domingo
ecuador, ecuadorean, ecuadorian; quito
egypt, egyptian; cairo
el salvador, salvadoran, salvadorean
eritrea, eritrean; asmara
estonia, estonian; tallinn
ethiopia, ethiopian; addis ababa
european union, eu, e u, european community; brussels, european commission
fiji, fijian; suva
finland, finnish; helsinki
france, french; paris, elysee
gabon, gabonese; libreville
gambia, gambian; banjul
georgia, georgian; tbilisi
germany, german, west german, west germany; berlin, bonn
ghana, ghanaian; accra
greece, greek; athens
guatemala, guatemalan
guinea, guinean; conakry
guyana, guyanese
haiti, haitian
honduras, honduran; tegucigalpa
hong kong
hungary, hungarian; budapest
iceland, icelandic; reykjavik
india, indian; new delhi, delhi
indonesia, indonesian; jakarta
iran, iranian; tehran, teheran
iraq, iraqi; baghdad
ireland, irish; dublin
israel, israeli; jerusalem, tel aviv
italy, italian; rome
ivory coast, ivorian; abidjan
jamaica, jamaican
japan, japanese; tokyo
jordan, jordanian; amman
kazakhstan, kazakh; astana
kenya, kenyan; nairobi
kosovo, kosovar; pristina
kurdistan, kurdish, krg; erbil
kuwait, kuwaiti
kyrgyzstan, kyrgyz; bishkek
laos, laotian; vientiane
latvia, latvian; riga
lebanon, lebanese; beirut
lesotho
liberia, liberian; monrovia
libya, libyan; tripoli
lithuania, lithuanian; vilnius
luxembourg
madagascar, malagasy; antananarivo
malawi, malawian; lilongwe
malaysia, malaysian; kuala lumpur
mali, malian; bamako
malta, maltese; valletta
mauritania, mauritanian; nouakchott
mauritius, mauritian
mexico, mexican
moldova, moldovan; chisinau
mongolia, mongolian; ulan bator
montenegro, montenegrin; podgorica
morocco, moroccan; rabat
mozambique, mozambican; maputo
namibia, namibian; windhoek
nato, n a t o
nepal, nepalese, nepali; kathmandu
netherlands, dutch; the hague
new zealand; wellington
nicaragua, nicaraguan; managua
niger, nigerien; niamey
nigeria, nigerian; abuja, lagos
north korea, north korean; pyongyang
norway, norwegian; oslo
oman, omani; muscat
pakistan, pakistani; islamabad
palestine, palestinian; ramallah
panama, panamanian
papua new guinea; port moresby
paraguay, paraguayan; asuncion
peru, peruvian; lima
philippines, philippine, filipino; manila
poland, polish; warsaw
portugal, portuguese; lisbon
qatar, qatari; doha
quebec
romania, romanian; bucharest
russia, russian, soviet, soviet union, ussr, u s s r; moscow, kremlin
rwanda, rwandan; kigali
saudi arabia, saudi; riyadh
scotland, scottish; edinburgh
senegal, senegalese; dakar
serbia, serbian, serb, yugoslavia, yugoslav; belgrade
sierra leone; freetown
singapore, singaporean
slovakia, slovak; bratislava
slovenia, slovenian, slovene; ljubljana
somalia, somali; mogadishu
south africa, south african; pretoria
south korea, south korean; seoul
spain, spanish; madrid
sri lanka, sri lankan; colombo
sudan, sudanese; khartoum
suriname, surinamese; paramaribo
sweden, swedish; stockholm
switzerland, swiss; bern
syria, syrian; damascus
taiwan, taiwanese; taipei
tajikistan, tajik; dushanbe
tanzania, tanzanian; dodoma
thailand, thai; bangkok
togo, togolese; lome
trinidad; port of spain
tunisia, tunisian; tunis
turkey, turkiye, turkish; ankara
turkmenistan, turkmen; ashgabat
uganda, ugandan; kampala
ukraine, ukrainian; kyiv, kiev
united arab emirates, uae, u a e, emirati; abu dhabi
united nations, un, u n
united states, us, u, u s, usa, american, america; washington, white house, pentagon
uruguay, uruguayan; montevideo
uzbekistan, uzbek; tashkent
vatican; holy see
venezuela, venezuelan; caracas
vietnam, vietnamese; hanoi
yemen, yemeni; sanaa
zambia, zambian; lusaka
zimbabwe, zimbabwean; harare
"""

PARTS_AND_UNIONS = frozenset(
    ("catalonia", "european union", "kurdistan", "nato", "quebec", "scotland", "united nations")
)
"""What is in a country, or holds several: to be in one is no contrary to being in the other."""


def countries(words: Set[str]) -> frozenset[str]:
    """The countries that are named with these stems, each by its first name: those of "south" and
    "Korean" name one, and that of "Turkish" alone does too. What is part of a longer name that is
    there as well, such as "Guinea", names none."""
    return _named(words, _by_word())


def countries_proper(words: Set[str]) -> frozenset[str]:
    """The same by their own and their people's names alone: what is London's is not Britain's."""
    return _named(words, _by_word(with_seats=False))


def country_words() -> frozenset[str]:
    """Every stem that stands in a country's name."""
    return frozenset(_by_word())


_ByWord = Mapping[str, Sequence[tuple[frozenset[str], str]]]


def _named(words: Set[str], by_word: _ByWord) -> frozenset[str]:
    found = {each for word in words for each in by_word.get(word, ()) if each[0] <= words}
    return frozenset(
        country for name, country in found if not any(name < longer for longer, _ in found)
    )


@cache
def _by_word(*, with_seats: bool = True) -> _ByWord:
    by_word: defaultdict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
    for line in _NAMES.strip().splitlines():
        own, _, seats = line.partition(";")
        names = [*own.split(","), *(seats.split(",") if seats and with_seats else ())]
        for name in names:
            of_name = frozenset(stems(name))
            for word in of_name:
                by_word[word].append((of_name, names[0]))
    return dict(by_word)
