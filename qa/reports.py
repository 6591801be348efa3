"""Find who else reports what an answer says. Input: Chosen sentences. Output: them, with repeats,
and how many reports there are, where that is asked.

The whole collection is asked, not only what was retrieved: a sentence's copies are found by the
bands that were stored for it. Articles made from one text are one report, however many outlets
print it: near copies, and those that name the same agency.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from index.copies import SAME_SENTENCE_FROM, sentence_bands, sentence_likeness
from index.folding import fold
from index.opening import Index
from index.particulars import folded_words
from index.records import BlockKind
from qa.composing import Chosen
from qa.reports_asked import About
from qa.stories import Sentence, Stories, Story
from qa.tallying import no_difference_note, stories_in, tally_note

# More of them tell no more, and a stock phrase may stand in hundreds of articles.
_MOST_REPEATS = 10


def find_reports(index: Index, stories: Stories, chosen: Sequence[Chosen]) -> tuple[Chosen, ...]:
    """Each sentence with the articles that have it too, best known first, and how many independent
    reports they are together with its own."""
    return tuple(_with_reports(index, stories, each) for each in chosen)


def reports_note(
    index: Index, about: About, chosen: Sequence[Chosen], *, is_told_otherwise: bool
) -> tuple[str, ...]:
    """How many articles have the sentences, or that none differs on them, where that is asked and
    no difference ``is_told_otherwise``; nothing for other questions."""
    if about is About.COUNT:
        texts = _groups(index, stories_in(chosen))
        is_all = all(len(each.repeats) < _MOST_REPEATS for each in chosen)
        return (tally_note(chosen, texts, is_all=is_all),)
    is_compared = about is About.AGREEMENT and not is_told_otherwise
    return (no_difference_note(chosen),) if is_compared else ()


def _with_reports(index: Index, stories: Stories, chosen: Chosen) -> Chosen:
    repeats = list(chosen.repeats)
    known = {chosen.story.article.id, *(story.article.id for _, story in repeats)}
    for sentence, story in _same_sentences(index, stories, chosen.sentence):
        if story.article.id not in known and len(repeats) < _MOST_REPEATS:
            known.add(story.article.id)
            repeats.append((sentence, story))
    if not repeats:
        return chosen
    groups = _groups(index, [chosen.story, *(story for _, story in repeats)])
    own = groups[chosen.story.article.id]
    copies = frozenset(id_ for id_, group in groups.items() if group == own)
    return replace(
        chosen,
        repeats=tuple(repeats),
        copies=copies - {chosen.story.article.id},
        reports=len(set(groups.values())),
    )


def _same_sentences(
    index: Index, stories: Stories, wanted: Sentence
) -> Iterator[tuple[Sentence, Story]]:
    bands = sentence_bands(wanted.quote)
    if not bands:
        yield from _in_copies(index, stories, wanted)
    found = index.store.sentences_like(bands, index.generation)
    passages = index.store.passages(passage for passage, _, _ in found)
    for passage_id, start, _end in found:
        passage = passages.get(passage_id)
        story = stories.story(passage.article_id) if passage else None
        if story is None or story.article.id == wanted.article_id:
            continue
        sentence = next((each for each in story.sentences if each.start == start), None)
        if sentence and sentence_likeness(wanted.quote, sentence.quote) >= SAME_SENTENCE_FROM:
            yield sentence, story


def _in_copies(
    index: Index, stories: Stories, wanted: Sentence
) -> Iterator[tuple[Sentence, Story]]:
    """A sentence too short to be looked for anywhere, in the copies of its own article."""
    words = folded_words(wanted.quote)
    for id_, _ in index.store.near_copies(wanted.article_id, index.generation):
        if story := stories.story(id_):
            same = (each for each in story.sentences if folded_words(each.quote) == words)
            yield from ((each, story) for each in islice(same, 1))


def _groups(index: Index, stories: Sequence[Story]) -> dict[str, str]:
    """For each article the first of those that it is a copy of, itself where of none."""
    firsts: list[tuple[Story, str, set[str]]] = []
    groups: dict[str, str] = {}
    for story in stories:
        id_, body = story.article.id, _body(story)
        linked = {other for other, _ in index.store.near_copies(id_, index.generation)}
        # Very short texts have no bands, and of very many copies not all are linked.
        held = (
            first.article.id
            for first, text, copies in firsts
            if body == text
            or linked & {first.article.id, *copies}
            or id_ in copies
            or _is_of_one_agency(story, first)
        )
        groups[id_] = next(held, id_)
        if groups[id_] == id_:
            firsts.append((story, body, linked))
    return groups


def _is_of_one_agency(one: Story, other: Story) -> bool:
    """Whether both name the same agency: what it sent is one report, whatever each paper adds to
    the sentence that they share."""
    agencies = one.article.agency, other.article.agency
    return all(agencies) and fold(agencies[0] or "") == fold(agencies[1] or "")


def _body(story: Story) -> str:
    return " ".join(each.shown for each in story.sentences if each.kind is BlockKind.BODY)
