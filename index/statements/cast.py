"""Tell who a phrase means in an article. Input: phrases, in order. Output: Speakers.

"he" is the person who spoke or acted last, "it" the body, "the spokesman" whoever has that role,
and a surname or an abbreviation the fullest name in the article. Where two may be meant it is
nobody: a wrong speaker is worse than none.
"""

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from index.statements.bodies import has_all, is_person_of_body, words_of
from index.statements.known import Known, is_place
from index.statements.lexicon import (
    BODIES,
    CALLED_AGAIN,
    COMPANY_NOUNS,
    CROWDS,
    DOCUMENTS,
    ISSUED,
    LEGAL_FORMS,
    NO_COMPANIES,
    NO_NAMES,
    OF_KIND,
    OF_STATES,
    PARTIES,
    ROLES,
    SMALL_ROLES,
)
from index.statements.names import (
    NAME,
    NAMES,
    is_body,
    is_persons,
    last,
    plain,
    tidy,
    without_opening,
)
from index.statements.openings import body_in, brings_another, opening_of
from index.statements.phrases import Phrase, phrase_of
from index.statements.roles import Titled
from index.statements.speakers import Kind, Sex, Speaker, sex_of

_NAME_AT_END = re.compile(rf"{NAMES}$")
# "The Defence Ministry in Holm".
_PLACE_AT_END = re.compile(rf"\s(?:in|at|near|outside)\s(?:the\s)?{NAME}$")
_ISSUER = re.compile(r"\s(?:from|by|of)\s(?:the\s)?(?P<who>.+)$")
_OF_DOCUMENT = re.compile(
    r"(?:\s?\b(?:written|joint|brief|official|news|press|annual|weekly|latest|new))+$"
)
_DETERMINER_CHARS = 4
# What every company may be called.
_ANY_COMPANY = frozenset("company firm group concern corporation unit subsidiary venture".split())
# The noun of a body that is called again by what it does.
_TOLD_BY_KIND = COMPANY_NOUNS | (CALLED_AGAIN.keys() - {"department"})
_OF_SEVERAL = ("s'", "s’")
# "The newly formed union", "the 900-member union".
_DESCRIBES = re.compile(r".*\d|\w{3,}(?:ed|ly)$|.*-(?:member|strong|wide|old)$")
# What makes an association a company.
_SAVINGS = frozenset(("savings", "loan", "loans"))
_LONGEST_COMMON_WORDS, _LONGEST_HEAD_WORDS = 4, 8
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
        self._known = Known(lines, titled)
        self._in_force: dict[str, Speaker | None] = {}
        self._unnamed: dict[str, Speaker] = {}
        # The sexes of others with roles in a sentence in which nobody speaks.
        self._beside: list[Sex | None] = []
        self.latest: Speaker | None = None

    def reads(self, number: int) -> None:
        """The sentence of that number is read from here on."""
        self._known.reached = number

    def heard(self, speaker: Speaker | None) -> None:
        """The speaker is in force from here on; None where it is not known who spoke."""
        self.latest = speaker
        self._beside = []
        if speaker is None:
            self._in_force["he"] = None
            return
        if speaker.noun and speaker.kind in (Kind.PERSON, Kind.CROWD):
            self._unnamed[speaker.noun] = speaker
        if speaker.kind is Kind.PERSON or (
            speaker.kind is Kind.UNKNOWN and is_persons(speaker.name)
        ):
            self._in_force["he"] = speaker
        if speaker.kind in (Kind.BODY, Kind.UNKNOWN):
            self._in_force["it"] = speaker
            self._take_for_company(speaker)
        if speaker.kind in (Kind.CROWD, Kind.BODY):
            self._in_force["they"] = speaker

    def _take_for_company(self, speaker: Speaker) -> None:
        """The body that was heard is "the group" from here on, and "the company" if it may be one:
        a name that is told to be a person's leaves open which company is meant."""
        if words_of(speaker.name) & OF_STATES:
            return
        is_sure = speaker.kind is Kind.BODY or not self._known.is_told_persons(speaker.name)
        self._in_force["group"] = speaker if is_sure else None
        words = words_of(speaker.name)
        is_none = words & NO_COMPANIES and not words & (LEGAL_FORMS | _SAVINGS)
        if not (is_none or speaker.noun in NO_COMPANIES | DOCUMENTS or is_place(speaker.name)):
            self._in_force["company"] = speaker if is_sure else None

    def acted(
        self, line: str, titled: Sequence[Titled], *, is_told: bool = False, goes_on: bool = False
    ) -> None:
        """A sentence in which nobody speaks: whom it begins with is in force, if it is somebody;
        where others tell it, ``is_told``, only a person. Where the sentence ``goes_on`` with "it",
        that is the body it begins with, named or not."""
        opening, he = opening_of(line), self._in_force.get("he")
        named = None
        if titled and opening.low <= titled[0].start <= opening.low + _DETERMINER_CHARS:
            named = self._known.person(titled[0].name, "", he)
        elif opening.name:
            named = self._known.named(opening.name, he)
        if named and named.kind is Kind.UNKNOWN and self._known.is_somebody(named, opening.after):
            named = Speaker(named.name, named.role, Kind.PERSON)
        elif not is_told and (noun := body_in(line, opening)):
            # "The hospital closed a ward. It said": not whoever spoke before.
            meant = self._with_noun(Phrase(noun, noun, noun, is_definite=True))
            self._in_force["it"] = meant if goes_on or not meant.noun else None
        if (named is None or named.kind is Kind.UNKNOWN) and (
            titled or brings_another(line, opening, he.name if he else None)
        ):
            # Somebody else came in: "he" could now be either.
            self._in_force["he"] = None
        if named and named.kind in ((Kind.PERSON,) if is_told else (Kind.PERSON, Kind.BODY)):
            latest = self.latest
            self.heard(named)
            self.latest = latest
            self._beside = [
                sex_of(each.role) for each in titled if last(each.name) != last(named.name)
            ]

    def lose_him(self) -> None:
        """From here on "he" may be another."""
        self._in_force["he"] = None

    def knows(self, word: str) -> bool:
        """Whether somebody in the article has that last name."""
        return word in self._known

    def who(self, written: str, titled: Titled | None) -> Speaker | None:
        """Whom the phrase means; ``titled`` is the person whose name and role it is, if it is."""
        if titled:
            return self._known.person(titled.name, titled.role, self._in_force.get("he"))
        pronoun = written.casefold()
        if pronoun in _SPEAKS_FOR:
            return self._meant_by(pronoun)
        phrase = phrase_of(written) if pronoun not in _NOBODY else None
        return self._described(phrase) if phrase else None

    def _meant_by(self, pronoun: str) -> Speaker | None:
        speaker, sex = self._in_force.get(_SPEAKS_FOR[pronoun]), sex_of(pronoun)
        if speaker and sex:
            if not self._known.may_be(speaker.name, sex):
                return None
            if speaker.name not in self._known.sexes and any(
                other is None or other is sex for other in self._beside
            ):
                # "Lund met Berg, the mayor. She said": either may be meant.
                return None
            self._known.sexes[speaker.name] = sex
            if speaker.kind is Kind.UNKNOWN and " " in speaker.name:
                speaker = self._turned_out_person(speaker)
        return speaker

    def _turned_out_person(self, speaker: Speaker) -> Speaker:
        """A name called "she" is neither "it" nor "the company", nor was it before."""
        for called in ("it", "company", "group"):
            if self._in_force.get(called) == speaker:
                self._in_force[called] = None
        return replace(speaker, kind=Kind.PERSON)

    def _described(self, phrase: Phrase) -> Speaker | None:
        noun, head = phrase.noun, phrase.head
        if noun in DOCUMENTS and (phrase.is_common or " " in head):
            return self._document(phrase)
        if noun in CROWDS and (phrase.is_common or not is_body(head)):
            return self._crowd(phrase)
        if (noun in ROLES or noun in PARTIES or noun in SMALL_ROLES) and (
            phrase.is_common or noun not in self._known
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
        named = head if is_persons(head) else _without_place(phrase.words)
        name = _NAME_AT_END.search(named) if is_name else None
        if name:
            he, called = self._in_force.get("he"), tidy(without_opening(name.group()))
            if self._known.may_be_persons(called) and is_person_of_body(phrase.words):
                return self._known.person(called, "", he)
            return self._known.named(called, he)
        limit = _LONGEST_HEAD_WORDS if is_named else _LONGEST_COMMON_WORDS
        if len(head.split()) > limit or noun in NO_NAMES:
            return None
        kind = Kind.UNKNOWN if is_named else Kind.CROWD if _is_plural(noun) else Kind.PERSON
        if noun in BODIES or noun in COMPANY_NOUNS:
            kind = Kind.BODY
        return Speaker(phrase.words, None, kind, noun)

    def _document(self, phrase: Phrase) -> Speaker | None:
        """Whoever issued a statement; a report or survey speaks for itself."""
        if issuer := _ISSUER.search(phrase.words):
            by = phrase_of(issuer["who"])
            return self._described(by) if by else None
        owner = _OF_DOCUMENT.sub("", phrase.head.rpartition(" ")[0])
        bodies = self._known.bodies
        if owner and (
            is_body(owner)
            or owner.isupper()
            or bodies.spelled_out(owner)
            # "The Boeing statement", where the article names the Boeing Co.
            or (phrase.noun in ISSUED and bodies.fullest(owner) != owner)
        ):
            by = phrase_of(owner)
            return self._described(by) if by else None
        if phrase.noun in ISSUED and not owner[:1].isupper():
            return self._in_force.get("it") or self.latest
        return Speaker(phrase.head, None, Kind.BODY, phrase.noun)

    def _crowd(self, phrase: Phrase) -> Speaker | None:
        they = self._in_force.get("they")
        if phrase.is_definite and phrase.head.islower():
            if they and they.noun == phrase.noun:
                return they
            if phrase.noun in self._unnamed:
                return self._unnamed[phrase.noun]
        return Speaker(phrase.words, None, Kind.CROWD, phrase.noun)

    def _with_role(self, phrase: Phrase) -> Speaker | None:
        noun, he = phrase.noun, self._in_force.get("he")
        if phrase.is_definite:
            if he and (noun in PARTIES or he.noun == noun or noun in words_of(he.role or "")):
                return he
            if noun in self._unnamed:
                return self._unnamed[noun]
            holders = [name for name, role in self._known.roles.items() if noun in words_of(role)]
            if holders:
                return self._known.person(holders[0], "", he) if len(holders) == 1 else None
            if he and noun == "official" and he == self.latest:
                # Whoever was just heard, called by what he is.
                return he
        return Speaker(phrase.words, None, Kind.PERSON, noun)

    def _with_noun(self, phrase: Phrase) -> Speaker:
        """The body that "the ministry" or "the company" means."""
        noun, it = phrase.noun, self._in_force.get("it")
        which = _which(phrase)
        called = "group" if noun == "group" else "company"
        if (
            it
            and words_of(it.name) & {noun, *CALLED_AGAIN.get(noun, ())}
            and has_all(it.name, which)
        ):
            return it
        if noun in COMPANY_NOUNS and called in self._in_force:
            company = self._in_force[called]
            if (
                company
                and has_all(company.name, which)
                and not self._is_rather_another(noun, company)
            ):
                return company
        elif name := self._known.bodies.with_noun(noun, which):
            return Speaker(name, None, Kind.BODY)
        return Speaker(phrase.words, None, Kind.BODY, noun)

    def _is_rather_another(self, noun: str, company: Speaker) -> bool:
        """Whether "the bank" may be another body that the article has, one with that word."""
        return (
            noun not in _ANY_COMPANY
            and noun not in words_of(company.name)
            and self._known.bodies.has(noun)
        )


def _which(phrase: Phrase) -> Set[str]:
    """The words of "the bakery federation" that tell which one it is. A company or an agency may be
    any that is called by what it does, "the steel company", but not by whose it is: "the pilots'
    group"."""
    words = phrase.head.split()[:-1]
    if phrase.noun in _TOLD_BY_KIND:
        words = [word for word in words if word.endswith(_OF_SEVERAL)]
    return {plain(word) for word in words if not _DESCRIBES.match(word)} - OF_KIND


def _without_place(words: str) -> str:
    """The name of a body without where it is."""
    name = _PLACE_AT_END.sub("", words)
    return name if is_body(name) and name.rpartition(" ")[2][:1].isupper() else words


def _is_plural(noun: str) -> bool:
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
