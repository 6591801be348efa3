"""Tell the company that names keep. Input: articles' words, and the names asked after. Output: who
stands beside them.

Two names that never meet, and meet the same others, may be one person's. Two that are both given
in full in one article have met: who writes both means two.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import combinations

from index.names.mentions import OPENS, ArticleWords

TELLING_NOTHING = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december
    minister president premier chancellor secretary general major lieutenant brigadier colonel
    captain sergeant admiral commander marshal chief chairman chairwoman director governor mayor
    senator representative congressman congresswoman ambassador envoy king queen prince princess
    sheikh emir pope bishop archbishop reverend father sister brother judge justice inspector
    constable detective officer spokesman spokeswoman spokesperson professor doctor lord lady dame
    madam miss missus mrs sir gen col sgt prime deputy vice foreign defense defence interior finance
    executive the and for but his her its our who new
    """.split()
)
"""Words that stand in capitals beside anybody: weekdays, months, titles, short common words."""


@dataclass(slots=True)
class Company:
    """What is gathered of one name.

    ``before`` and ``behind`` count the names right beside it, within one mention ("Yahya" of "Yahya
    Rasoul"), ``beside`` those in its sentences, ``around`` those in its articles. ``partnered`` are
    the articles, by number, that have it with one before it, ``alone`` those that have it without,
    and ``full`` those that have it with one on either side; ``titled`` tells whether a title ever
    stands right before it.
    """

    before: Counter[str] = field(default_factory=Counter)
    behind: Counter[str] = field(default_factory=Counter)
    beside: Counter[str] = field(default_factory=Counter)
    around: Counter[str] = field(default_factory=Counter)
    alone: set[int] = field(default_factory=set)
    partnered: set[int] = field(default_factory=set)
    full: set[int] = field(default_factory=set)
    titled: bool = False

    @property
    def articles(self) -> set[int]:
        """All that have it."""
        return self.alone | self.partnered

    @property
    def is_partnered(self) -> bool:
        """Whether it ever stands beside another name within a mention."""
        return bool(self.full)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The company of each name; ``met`` holds the pairs, in order, that stand in one sentence."""

    companies: Mapping[str, Company]
    met: Set[tuple[str, str]]


def gather(articles: Iterable[ArticleWords], names: Set[str], asked: Set[str]) -> Gathered:
    """The company of the ``asked`` among ``names``."""
    companies = {name: Company() for name in asked}
    met: set[tuple[str, str]] = set()
    for number, article in enumerate(articles):
        written = {*article.names.split(), *article.unsure.split()}
        here = asked & written
        if not here:
            continue
        for line in article.mentions.splitlines():
            if any(name in line for name in here):
                mentions = [mention.removeprefix(OPENS).split() for mention in line.split("\t")]
                present = _note(mentions, number, names, companies)
                met.update(combinations(sorted(present), 2))
        around = written & names
        for name in here:
            companies[name].around.update(around - {name})
    return Gathered(companies, met)


def _note(
    mentions: Sequence[Sequence[str]],
    number: int,
    names: Set[str],
    companies: Mapping[str, Company],
) -> set[str]:
    """Note one sentence's mentions; the names asked after that stand in it."""
    present = set()
    for mention in mentions:
        for before, word, behind in zip(("", *mention), mention, (*mention[1:], ""), strict=False):
            if word in companies:
                present.add(word)
                company = companies[word]
                company.before.update({before} & names)
                company.behind.update({behind} & names)
                (company.partnered if before in names else company.alone).add(number)
                if before in names or behind in names:
                    company.full.add(number)
                company.titled |= before in TELLING_NOTHING
    beside = names & {word for mention in mentions for word in mention}
    for word in present:
        companies[word].beside.update(beside - {word})
    return present


def shared_partners(one: Company, other: Company) -> tuple[set[str], float]:
    """The names that stand right before both or right behind both, and how much of their partnered
    mentions that is: of the one's or the other's, the smaller share, 0 to 1."""
    before, behind = one.before.keys() & other.before, one.behind.keys() & other.behind
    shares = []
    for company in (one, other):
        shared = sum(company.before[w] for w in before) + sum(company.behind[w] for w in behind)
        shares.append(shared / max(1, company.before.total() + company.behind.total()))
    return before | behind, min(shares)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two names' company is: ``cosine``, 0 to 1, and of the names in both, but for the
    pair's shared partners, how many there are and their summed ``rarity``."""

    cosine: float
    others: int
    rarity: float


def compare(
    one: Counter[str], other: Counter[str], partners: Set[str], rarity: Mapping[str, float]
) -> Likeness:
    """How alike the counts of names are; ``rarity`` gives each name's weight."""
    shared = one.keys() & other
    product = sum(rarity[w] ** 2 * math.sqrt(one[w] * other[w]) for w in shared)
    lengths = math.prod(
        sum(rarity[w] ** 2 * count for w, count in each.items()) for each in (one, other)
    )
    others = shared - partners
    return Likeness(
        product / math.sqrt(lengths) if lengths else 0.0,
        len(others),
        sum(rarity[w] for w in others),
    )
