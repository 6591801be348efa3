"""Names of countries and of their capitals, which speak in news for their governments. Data.

Folded and in lower case, a word each: they tell a country that acts ("Ankara controlled ...") from
a person who comes in.
"""

PLACES = frozenset(
    """
    afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan
    bahamas bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia
    botswana brazil britain brunei bulgaria burundi cambodia cameroon canada chad chile china
    colombia congo croatia cuba cyprus czechia denmark djibouti ecuador egypt england eritrea
    estonia eswatini ethiopia fiji finland france gabon gambia georgia germany ghana greece
    grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq
    ireland israel italy jamaica japan jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos
    latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg madagascar malawi
    malaysia maldives mali malta mauritania mauritius mexico moldova monaco mongolia montenegro
    morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman
    pakistan palau palestine panama paraguay peru philippines poland portugal qatar romania
    russia rwanda samoa scotland senegal serbia seychelles singapore slovakia slovenia somalia
    spain sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo tonga
    tunisia turkey turkiye turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu vatican
    venezuela vietnam wales yemen zambia zimbabwe eu nato uk un us usa abuja accra algiers amman
    amsterdam ankara antananarivo ashgabat asmara astana asuncion athens baghdad baku bamako
    bangkok banjul beijing beirut belgrade berlin bern bishkek bogota brasilia bratislava
    brazzaville brussels bucharest budapest cairo canberra caracas chisinau colombo conakry
    copenhagen dakar damascus delhi dhaka dili djibouti dodoma doha dublin dushanbe freetown
    gaborone geneva hanoi harare havana helsinki islamabad jakarta jerusalem juba kabul kampala
    kathmandu khartoum kigali kingston kinshasa kyiv lima lisbon ljubljana lome london luanda
    lusaka madrid managua manila maputo minsk mogadishu monrovia montevideo moscow muscat
    nairobi niamey nicosia nouakchott oslo ottawa ouagadougou paris podgorica prague pretoria
    pristina pyongyang quito rabat reykjavik riga riyadh rome sanaa santiago sarajevo seoul
    skopje sofia stockholm taipei tallinn tashkent tbilisi tehran tirana tokyo tripoli tunis
    vienna vilnius warsaw washington windhoek yaounde yerevan zagreb
    """.split()
)
