"""Tell who a phrase means in an article. Input: phrases, in order. Output: Speakers.

"he" is the person who spoke or acted last, "it" the body, "the spokesman" whoever has that role,
and a surname or an abbreviation the fullest name in the article. Where two may be meant it is
nobody: a wrong speaker is worse than none.
"""

import re
from collections.abc import Sequence

from index.names.sounding import Sound, compare_sounds
from index.places import PLACES
from index.statements.bodies import Bodies, words_of
from index.statements.fullest import FullNames
from index.statements.lexicon import (
    BODIES,
    CALLED_AGAIN,
    COMPANY_NOUNS,
    CROWDS,
    DOCUMENTS,
    ISSUED,
    NO_NAMES,
    OF_STATES,
    PARTIES,
    ROLES,
    SMALL_ROLES,
)
from index.statements.names import (
    CAPITAL,
    NAME,
    is_body,
    is_persons,
    last,
    plain,
    tidy,
    without_opening,
    without_owner,
    without_titles,
)
from index.statements.phrases import Phrase, phrase_of
from index.statements.roles import Titled
from index.statements.speakers import Kind, Sex, Speaker, sex_of

_NAMES = rf"{NAME}(?:\s(?:of|for|and|&|on)\s(?:the\s)?{NAME})*"
_NAME_AT_END = re.compile(rf"{_NAMES}$")
_AND = re.compile(r"\s(?:and|&)\s(?!Co\b|Sons\b|Company\b|Brothers\b)")
_ISSUER = re.compile(r"\s(?:from|by|of)\s(?:the\s)?(?P<who>.+)$")
_OF_DOCUMENT = re.compile(
    r"(?:\s?\b(?:written|joint|brief|official|news|press|annual|weekly|latest|new))+$"
)
_OWNED = re.compile(r".*['’]s?\s")
_OPENING = re.compile(rf"(?:[Tt]he\s)?{_NAMES}")
_ROLE_OPENING = re.compile(
    rf"(?:The|An?|His|Her|Its|Their|Former|One)\s(?:[\w'’-]+\s){{0,3}}?(?:{'|'.join(sorted(ROLES))})\b"
)
_INTRODUCTION = re.compile(
    r"(?:(?:Asked|In|On|At|After|Before|During|Since|Despite|For|With|By|From|Under)\s[^,;]{2,60}|\w+ly"
    r"|But|Nevertheless|However|Meanwhile|Still|Later|Earlier|Then|Also)(?:,\s|\s(?<=But\s))"
)
# "Acme veteran Ana Lund was": whoever a sentence begins with, behind words that are no names.
_CAME_IN = re.compile(
    rf"(?:[\w'’-]+\s){{0,4}}?(?P<who>[{CAPITAL}][\w'’-]+\s[{CAPITAL}][\w'’-]+)(?:\s[a-z]|,\s)"
)
# What tells behind a name that it is a person's: "Ana Lund, who", "Ana Lund wept".
_OF_PERSON = re.compile(
    r",\s(?:who|whose|whom|(?:aged\s)?\d\d,)(?=\s)"
    r"|\s(?:has\s|had\s)?(?:watched|waited|wept|cried|smiled|laughed|nodded|shrugged|walked|sat|stood|knelt"
    r"|lives|lived|grew\sup|married|studied|attended|remembers|remembered|fled|slept|woke|drove|was\sborn"
    r"|hugged|teaches|taught|resigned|retired|travelled|traveled)\b"
)
# "At the gate stood Ana Lund.": somebody comes in behind the verb.
_STOOD = re.compile(
    rf"\b(?:stood|sat|waited|came|walked|lay|lived|lives|worked|works|is|are|was|were)\s(?P<who>[{CAPITAL}][\w'’-]+"
    rf"\s[{CAPITAL}][\w'’-]+)"
)
_DETERMINER_CHARS = 4
_LONGEST_COMMON_WORDS, _LONGEST_HEAD_WORDS = 4, 8
_SHORTEST_HEARD = 4
_SPEAKS_FOR = {
    "he": "he", "she": "he", "him": "he", "her": "he",
    "it": "it",
    "they": "they", "them": "they",
}  # fmt: skip
_NOBODY = frozenset("we i you who which this that these what there us me".split())


class Cast:
    """Everybody whom an article names, and who is in force while it is read."""

    def __init__(self, lines: Sequence[str], titled: Sequence[Sequence[Titled]]) -> None:
        """``titled`` are the people with roles of each of the ``lines``, the sentences."""
        known = [each for line in titled for each in line]
        self._full = FullNames(lines, known)
        self._roles: dict[str, str] = {}
        self._sexes: dict[str, Sex] = {}
        for each in known:
            name = self._full.fullest(each.name)
            if len(each.role) > len(self._roles.get(name, "")):
                self._roles[name] = each.role
            if sex := sex_of(each.role):
                self._sexes[name] = sex
        self._bodies = Bodies(lines)
        self._in_force: dict[str, Speaker | None] = {}
        self._unnamed: dict[str, Speaker] = {}
        # The sexes of others with roles in a sentence in which nobody speaks.
        self._beside: list[Sex | None] = []
        self.latest: Speaker | None = None

    def heard(self, speaker: Speaker | None) -> None:
        """The speaker is in force from here on; None where it is not known who spoke."""
        self.latest = speaker
        self._beside = []
        if speaker is None:
            self._in_force["he"] = None
            return
        if speaker.noun and speaker.kind is Kind.PERSON:
            self._unnamed[speaker.noun] = speaker
        if speaker.kind is Kind.PERSON or (
            speaker.kind is Kind.UNKNOWN and is_persons(speaker.name)
        ):
            self._in_force["he"] = speaker
        if speaker.kind in (Kind.BODY, Kind.UNKNOWN):
            self._in_force["it"] = speaker
            if not words_of(speaker.name) & OF_STATES:
                self._in_force["company"] = speaker
        if speaker.kind in (Kind.CROWD, Kind.BODY):
            self._in_force["they"] = speaker

    def acted(self, line: str, titled: Sequence[Titled]) -> None:
        """A sentence in which nobody speaks: whom it begins with is in force, if it is somebody."""
        introduction = _INTRODUCTION.match(line)
        low = introduction.end() if introduction else 0
        match = _OPENING.match(line, low)
        opening = tidy(without_opening(match.group())) if match else ""
        named = None
        if titled and low <= titled[0].start <= low + _DETERMINER_CHARS:
            named = self._person(titled[0].name)
        elif opening:
            named = self._named(opening)
        if (
            named
            and match
            and named.kind is Kind.UNKNOWN
            and self._is_somebody(named, line[match.end() :])
        ):
            named = Speaker(named.name, named.role, Kind.PERSON)
        if named is None or named.kind is Kind.UNKNOWN:
            he = self._in_force.get("he")
            came = _CAME_IN.match(line, low)
            came = came or _STOOD.search(line)
            if titled or _ROLE_OPENING.match(line, low) or (came and _is_another(came["who"], he)):
                # Somebody else came in: "he" could now be either.
                self._in_force["he"] = None
        if named and named.kind in (Kind.PERSON, Kind.BODY):
            latest = self.latest
            self.heard(named)
            self.latest = latest
            self._beside = [
                sex_of(each.role) for each in titled if last(each.name) != last(named.name)
            ]

    def _is_somebody(self, named: Speaker, after: str) -> bool:
        """Whether a name is a person's: "Ana Lund, who", or one called "Lund" as well."""
        return (
            " " in named.name
            and is_persons(named.name)
            and (_OF_PERSON.match(after) is not None or self._full.is_called(named.name))
        )

    def lose_him(self) -> None:
        """From here on "he" may be another."""
        self._in_force["he"] = None

    def knows(self, word: str) -> bool:
        """Whether somebody in the article has that last name."""
        return word in self._full

    def who(self, written: str, titled: Titled | None) -> Speaker | None:
        """Whom the phrase means; ``titled`` is the person whose name and role it is, if it is."""
        if titled:
            return self._person(titled.name, titled.role)
        pronoun = written.casefold()
        if pronoun in _SPEAKS_FOR:
            return self._meant_by(pronoun)
        phrase = phrase_of(written) if pronoun not in _NOBODY else None
        return self._described(phrase) if phrase else None

    def _meant_by(self, pronoun: str) -> Speaker | None:
        speaker, sex = self._in_force.get(_SPEAKS_FOR[pronoun]), sex_of(pronoun)
        if speaker and sex:
            if not self._may_be(speaker.name, sex):
                return None
            if speaker.name not in self._sexes and any(
                other is None or other is sex for other in self._beside
            ):
                # "Lund met Berg, the mayor. She said": either may be meant.
                return None
            self._sexes[speaker.name] = sex
        return speaker

    def _may_be(self, name: str, sex: Sex | None) -> bool:
        return sex is None or self._sexes.get(name, sex) is sex

    def _described(self, phrase: Phrase) -> Speaker | None:
        noun, head = phrase.noun, phrase.head
        if noun in DOCUMENTS and (phrase.is_common or " " in head):
            return self._document(phrase)
        if noun in CROWDS and (phrase.is_common or not is_body(head)):
            return self._crowd(phrase)
        if (noun in ROLES or noun in PARTIES or noun in SMALL_ROLES) and (
            phrase.is_common or noun not in self._full
        ):
            return self._with_role(phrase)
        if (
            noun in BODIES | COMPANY_NOUNS
            and phrase.is_definite
            and (head.islower() or " " not in head)
        ):
            return self._with_noun(phrase)
        return self._by_name(phrase)

    def _by_name(self, phrase: Phrase) -> Speaker | None:
        """Whom a name or any other word means."""
        head, noun = phrase.head, phrase.noun
        is_named = not head.islower()
        is_name = is_named and not phrase.is_common
        name = _NAME_AT_END.search(head if is_persons(head) else phrase.words) if is_name else None
        if name:
            return self._named(tidy(without_opening(name.group())))
        limit = _LONGEST_HEAD_WORDS if is_named else _LONGEST_COMMON_WORDS
        if len(head.split()) > limit or noun in NO_NAMES:
            return None
        kind = Kind.UNKNOWN if is_named else Kind.PERSON
        if noun in BODIES or noun in COMPANY_NOUNS:
            kind = Kind.BODY
        return Speaker(phrase.words, None, kind, noun)

    def _person(self, name: str, role: str = "") -> Speaker | None:
        """Whoever is called so; None where two or more may be."""
        full = self._of_that_name(name, sex_of(role))
        if full is None and len(self._full.holders(name)) > 1:
            return None
        full = full or name
        return Speaker(full, self._roles.get(full, role) or None, Kind.PERSON)

    def _named(self, name: str) -> Speaker | None:
        titles, bare = without_titles(name)
        bare = without_owner(bare)
        owned = _OWNED.match(bare)
        if owned and bare[owned.end() :] in self._full:
            # "Acme's Lund".
            bare = bare[owned.end() :]
        if not bare or plain(bare) in NO_NAMES:
            return None
        if body := self._body(name, bare):
            return Speaker(body, None, Kind.BODY)
        if _AND.search(bare):
            return self._pair(bare)
        full = self._of_that_name(bare, sex_of(titles))
        is_persons_name = full is not None and (full in self._roles or " " not in bare)
        kind = Kind.PERSON if titles or is_persons_name else Kind.UNKNOWN
        return Speaker(full or bare, self._roles.get(full or bare, titles) or None, kind)

    def _body(self, name: str, bare: str) -> str | None:
        """The fullest name of a body or country; None where the name is no body's."""
        if bare.replace(".", "").casefold() in PLACES or (last(bare) in PLACES and " " not in bare):
            return bare
        if short := self._bodies.spelled_out(name):
            return short
        if is_body(name):
            return self._bodies.fullest(name)
        longer = self._bodies.fullest(bare)
        return longer if longer != bare else None

    def _of_that_name(self, bare: str, sex: Sex | None = None) -> str | None:
        """The full name of whoever is called so: by any of the names, or spelled otherwise."""
        holders = [each for each in self._full.holders(bare) if self._may_be(each, sex)]
        if holders:
            return holders[0] if len(holders) == 1 else self._of_namesakes(holders)
        if " " in bare:
            return None
        people = [full for full in self._full if full in self._roles]
        called = [full for full in people if plain(bare) in map(plain, full.split())]
        if len(called) == 1:
            return called[0]
        sounding = [full for full in people if _sounds_as(last(bare), last(full))]
        return sounding[0] if len(sounding) == 1 else None

    def _of_namesakes(self, holders: Sequence[str]) -> str | None:
        """The one who was heard last, or the only one with a role."""
        he = self._in_force.get("he")
        if he and he.name in holders:
            return he.name
        titled = [each for each in holders if each in self._roles]
        return (titled or holders)[0] if len(titled) < 2 else None

    def _pair(self, names: str) -> Speaker | None:
        """Two names: bodies speak together, of two people it is open who says which words."""
        for name in _AND.split(names):
            if name in self._full or (" " in name and is_persons(name)):
                return None
        return Speaker(names, None, Kind.CROWD)

    def _document(self, phrase: Phrase) -> Speaker | None:
        """Whoever issued a statement; a report or survey speaks for itself."""
        if issuer := _ISSUER.search(phrase.words):
            by = phrase_of(issuer["who"])
            return self._described(by) if by else None
        owner = _OF_DOCUMENT.sub("", phrase.head.rpartition(" ")[0])
        if owner and (is_body(owner) or owner.isupper() or self._bodies.spelled_out(owner)):
            by = phrase_of(owner)
            return self._described(by) if by else None
        if phrase.noun in ISSUED and not owner[:1].isupper():
            return self._in_force.get("it") or self.latest
        return Speaker(phrase.head, None, Kind.BODY, phrase.noun)

    def _crowd(self, phrase: Phrase) -> Speaker | None:
        they = self._in_force.get("they")
        if phrase.is_definite and phrase.head.islower() and they and they.noun == phrase.noun:
            return they
        return Speaker(phrase.words, None, Kind.CROWD, phrase.noun)

    def _with_role(self, phrase: Phrase) -> Speaker | None:
        noun, he = phrase.noun, self._in_force.get("he")
        if phrase.is_definite:
            if he and (noun in PARTIES or he.noun == noun or noun in words_of(he.role or "")):
                return he
            if noun in self._unnamed:
                return self._unnamed[noun]
            holders = [name for name, role in self._roles.items() if noun in words_of(role)]
            if holders:
                return self._person(holders[0]) if len(holders) == 1 else None
            if he and noun == "official":
                # Whoever was just heard, called by what he is.
                return he
        return Speaker(phrase.words, None, Kind.PERSON, noun)

    def _with_noun(self, phrase: Phrase) -> Speaker | None:
        """The body that "the ministry" or "the company" means."""
        it, company = self._in_force.get("it"), self._in_force.get("company")
        if it and words_of(it.name) & {phrase.noun, *CALLED_AGAIN.get(phrase.noun, ())}:
            return it
        if phrase.noun in COMPANY_NOUNS and company:
            return company
        name = self._bodies.with_noun(phrase.noun)
        if name:
            return Speaker(name, None, Kind.BODY)
        return Speaker(phrase.words, None, Kind.BODY, phrase.noun)


def _is_another(name: str, he: Speaker | None) -> bool:
    return he is not None and is_persons(name) and last(name) != last(he.name)


def _sounds_as(one: str, other: str) -> bool:
    return (
        len(one) >= _SHORTEST_HEARD
        and one[0] == other[:1]
        and compare_sounds(one, other) is not Sound.OTHER
    )
