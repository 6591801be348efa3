"""Bodies that news calls by letters and seldom explains. Data, no logic.

Whoever writes for readers of the region does not say what PKK stands for; and of many the letters
are of another language.
"""

# The letters, then the words, a body a line.
_LINES = """
ADB Asian Development Bank
AfD Alternative for Germany
AKP Justice and Development Party
ANC African National Congress
AU African Union
CDU Christian Democratic Union
CHP Republican People's Party
CIA Central Intelligence Agency
CPI consumer price index
ECB European Central Bank
ECOWAS Economic Community of West African States
EEC European Economic Community
EPA Environmental Protection Agency
EU European Union
FAA Federal Aviation Administration
FARC Revolutionary Armed Forces of Colombia
FBI Federal Bureau of Investigation
FCC Federal Communications Commission
FDA Food and Drug Administration
FTC Federal Trade Commission
GATT General Agreement on Tariffs and Trade
GDP gross domestic product
GNP gross national product
HTS Hayat Tahrir al-Sham
IAEA International Atomic Energy Agency
ICC International Criminal Court
ICJ International Court of Justice
ICRC International Committee of the Red Cross
IDF Israel Defense Forces
IEA International Energy Agency
ILO International Labour Organization
IMF International Monetary Fund
INF intermediate nuclear forces
IRA Irish Republican Army
IRGC Revolutionary Guard
ISIS Islamic State
KDP Kurdistan Democratic Party
KRG Kurdistan Regional Government
LTTE Liberation Tigers of Tamil Eelam
MSF Doctors Without Borders
NASA National Aeronautics and Space Administration
NATO North Atlantic Treaty Organization
NHS National Health Service
NTSB National Transportation Safety Board
OECD Organization for Economic Cooperation and Development
OPEC Organization of Petroleum Exporting Countries
OSCE Organization for Security and Co-operation in Europe
PKK Kurdistan Workers' Party
PLO Palestine Liberation Organization
PUK Patriotic Union of Kurdistan
RSF Rapid Support Forces
SDF Syrian Democratic Forces
SEC Securities and Exchange Commission
SNA Syrian National Army
SPD Social Democratic Party
UK United Kingdom
UN United Nations
UNESCO United Nations Educational, Scientific and Cultural Organization
UNHCR United Nations High Commissioner for Refugees
UNICEF United Nations Children's Fund
UNRWA United Nations Relief and Works Agency
WFP World Food Programme
WHO World Health Organization
WTO World Trade Organization
YPG People's Protection Units
"""

KNOWN_BODIES = dict(line.split(maxsplit=1) for line in _LINES.split("\n") if line)
"""The words, by the letters."""
