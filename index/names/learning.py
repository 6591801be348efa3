"""Learn the names of a collection, and which are spellings of one. Input: ArticleWords. Output: a
Lexicon.

Two spellings are one name's where they sound alike, never meet in a sentence, and keep the same
company; weekdays, months and titles are none. When in doubt they are two: names that are taken for
one another answer for one another.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations, product

from index.analysis import stems
from index.names.company import TELLING_NOTHING, Company, compare, gather, shared_partners
from index.names.lexicon import Lexicon
from index.names.mentions import LEAST_CHARS, ArticleWords
from index.names.sounding import Sound, compare_sounds, sound_key

# A name may be written small once: in a web address, by mistake.
_MOST_SMALL = 0.25
# What follows was set on the 19,043 stories of Reuters-21578, of whose names 1,894 pairs sound
# alike, and on draws of 30 to 5,000 of them.
_LEAST_SHARED = 0.3
# A partner that stands in no more articles than this many times the pair is hardly anybody else's.
_OWN = 3
_LEAST_AROUND = 4
_PARTNERED_COSINE, _PARTNERED_OTHERS = 0.2, {Sound.SAME: 1, Sound.NEAR: 2}
# "Corp" is no partner to tell a company by.
_COMMON_SHARE, _FEW_ARTICLES = 0.05, 3
# How many names beside a pair of no partners must be shared for what likeness of company.
_UNPARTNERED = {Sound.SAME: ((3, 0.15), (1, 0.4)), Sound.NEAR: ((3, 0.5),)}
_LEAST_RARITY = {Sound.SAME: 2.5, Sound.NEAR: 8.0}

_Pair = tuple[str, str]


def learn(articles: Sequence[ArticleWords]) -> Lexicon:
    """The lexicon of these articles; the order of them is of no matter."""
    common: Counter[str] = Counter()
    names: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for article in articles:
        common.update(article.common.split())
        names.update(article.names.split())
        others.update(article.unsure.split())
    sure = {
        word: count
        for word, count in names.items()
        if len(word) >= LEAST_CHARS and common[word] <= _MOST_SMALL * count
    }
    # What was never seen but in a headline, or first in a sentence, is a word like any other.
    words = {
        word: count
        for word, count in (common | names | others).items()
        if len(word) >= LEAST_CHARS and word not in sure
    }
    # A short one is nobody's spelling, but company: Tom, Ali.
    company = {
        name: count
        for name, count in names.items()
        if name not in TELLING_NOTHING and (name in sure or len(name) == LEAST_CHARS - 1)
    }
    ordinary = _ordinary(common.keys() - sure.keys())
    alike = sorted(_sounding_alike(company.keys() & sure.keys(), ordinary))
    judge = _Judge(articles, company, {name for pair, _ in alike for name in pair})
    pairs = [pair for pair, sound in alike if judge.is_one(pair, sound)]
    return Lexicon(words, sure, tuple(_groups(pairs, judge)))


def _ordinary(small: Set[str]) -> Set[str]:
    """The stems of words written small. "Waters" is no name to search by where "water" is a word,
    for both are searched as "water"."""
    return set(stems(" ".join(sorted(small))))


def _sounding_alike(names: Set[str], ordinary: Set[str]) -> Iterator[tuple[_Pair, Sound]]:
    by_key: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        by_key[sound_key(name)].append(name)
    for spellings in by_key.values():
        for one, other in combinations(sorted(spellings), 2):
            sound = compare_sounds(one, other)
            found = {_stem(one), _stem(other)} - ordinary
            if sound and len(found - {""}) == 2:
                yield (one, other), sound


class _Judge:
    """Decides which pairs of names that sound alike are one name's."""

    def __init__(
        self, articles: Sequence[ArticleWords], names: Mapping[str, int], asked: Set[str]
    ) -> None:
        self._names, self._articles = names, len(articles)
        self._gathered = gather(articles, names.keys(), asked)
        self._rarity = {name: math.log(1 + len(articles) / names[name]) for name in names}

    def are_two(self, pair: _Pair) -> bool:
        """Whether they meet in a sentence, or in full in an article, or keep apart: of a first name
        and a surname, or of two of either, neither is the other."""
        one, other = (self._gathered.companies[name] for name in pair)
        if tuple(sorted(pair)) in self._gathered.met or not one.full.isdisjoint(other.full):
            return True
        return one.is_partnered and other.is_partnered and not shared_partners(one, other)[0]

    def is_one(self, pair: _Pair, sound: Sound) -> bool:
        """Whether the company of the two says so."""
        if self.are_two(pair):
            return False
        one, other = (self._gathered.companies[name] for name in pair)
        partners, share = shared_partners(one, other)
        if partners:
            return share >= _LEAST_SHARED and self._are_partnered(pair, sound, partners)
        if self._is_repeated(pair, one, other) or self._is_repeated(pair, other, one):
            return True
        # A surname alone is hardly ever that of the only one who is named in full.
        if one.is_partnered or other.is_partnered:
            return False
        beside = compare(one.beside, other.beside, partners, self._rarity)
        return beside.rarity >= _LEAST_RARITY[sound] and any(
            beside.others >= others and beside.cosine >= cosine
            for others, cosine in _UNPARTNERED[sound]
        )

    def _are_partnered(self, pair: _Pair, sound: Sound, partners: Set[str]) -> bool:
        """Whether the two keep the same company besides these partners: any may share one."""
        if all(self._is_everybodys(partner) for partner in partners):
            return False
        one, other = (self._gathered.companies[name] for name in pair)
        beside = compare(one.beside, other.beside, partners, self._rarity)
        around = compare(one.around, other.around, partners, self._rarity)
        return (
            beside.cosine >= _PARTNERED_COSINE
            and beside.others >= _PARTNERED_OTHERS[sound]
            and (len(partners) > 1 or around.others >= _LEAST_AROUND)
        )

    def _is_repeated(self, pair: _Pair, full: Company, short: Company) -> bool:
        """Whether the short one only ever repeats the surname of whom its articles name in full,
        as all articles do. A title brings in another one: President Reagan, Donald Regan."""
        return (
            not short.is_partnered
            and not short.titled
            and short.articles <= full.partnered
            and full.articles == full.partnered
            and self._is_own(full.before.keys(), pair)
        )

    def _is_own(self, partners: Set[str], pair: _Pair) -> bool:
        """Whether one of the partners is hardly anybody else's."""
        widest = _OWN * sum(self._names[name] for name in pair)
        return any(self._names[partner] <= widest for partner in partners)

    def _is_everybodys(self, partner: str) -> bool:
        return self._names[partner] > max(_FEW_ARTICLES, _COMMON_SHARE * self._articles)


def _groups(pairs: Sequence[_Pair], judge: _Judge) -> list[tuple[str, ...]]:
    """The pairs joined into groups, as stems in order; no group holds two names that are two, nor
    two that do not sound alike."""
    groups: dict[str, set[str]] = {}
    for pair in pairs:
        ones, others = (groups.get(_stem(name), {name}) for name in pair)
        if ones is others or any(
            judge.are_two(each) or not compare_sounds(*each) for each in product(ones, others)
        ):
            continue
        joined = ones | others
        groups.update(dict.fromkeys(map(_stem, joined), joined))
    return sorted({tuple(sorted(set(map(_stem, group)))) for group in groups.values()})


def _stem(name: str) -> str:
    """The stem that the name is searched by; '' for one too long to be indexed, one that is indexed
    as several words (Sana'a), and one so short that words that are not counted may share it."""
    found = stems(name)
    return found[0] if len(found) == 1 and len(found[0]) >= LEAST_CHARS else ""
