"""Tell which sentences of the stories found may answer. Input: a Query, whose words it asks for,
and what was heard of those. Output: sentences with their stories.

Where a certain person's words are asked for, nobody else's may answer. Captions say nothing for
anybody, and answer alone where a picture is asked about; what is no whole sentence never answers.
"""

from collections.abc import Sequence, Set

from index.pages.punctuation import ends_a_sentence
from index.records import BlockKind
from qa.describing import asked_name, is_introduced
from qa.records import Hit
from qa.speech.allowing import of_others
from qa.speech.asking import Asked
from qa.speech.deeds import of_deeds
from qa.speech.gathering import Heard, Spoken
from qa.stories import Sentence, Story
from qa.understanding import Query

_LEAST_WORDS = 8


def eligible_sentences(
    query: Query, asked: Asked, heard: Heard, hits: Sequence[Hit], stories: Sequence[Story]
) -> list[Spoken]:
    """The sentences that may answer, those of the best article first."""
    if _are_theirs_alone(asked, heard):
        return list(heard.spoken)
    found = [Spoken(sentence, story) for story in stories for sentence in story.sentences]
    others = _of_text(query, found, {hit.passage.id for hit in hits}, asked)
    # What is told of a deed, or of a country, need not be anybody's words.
    ours = {each.sentence for each in heard.spoken}
    return [
        *heard.spoken,
        *(
            each
            for each in of_deeds(query, of_others(query, others, asked))
            if each.sentence not in ours
        ),
    ]


def _are_theirs_alone(asked: Asked, heard: Heard) -> bool:
    """Whether nobody else's words may answer. What dealers said one of them may say by name, and
    what is told of a country need not be its government's words."""
    is_asked = asked.meant and asked.names_somebody and asked.only_words
    return bool(is_asked and (heard.spoken or asked.country is None))


def _of_text(
    query: Query, found: Sequence[Spoken], passages: Set[int], asked: Asked
) -> list[Spoken]:
    """Of the stories' sentences those in the passages found that are no fragments; captions only
    where the question does not ask for words. What somebody said may stand further on, and who
    somebody is further up."""
    if not asked.who_said:
        name = asked_name(query)
        found = [
            each
            for each in found
            if each.sentence.passage_id in passages or (name and is_introduced(name, each.sentence))
        ]
    captions = [each for each in found if each.sentence.kind is BlockKind.CAPTION]
    if query.asks_picture and captions:
        return captions
    text = [
        each for each in found if each.sentence.kind is BlockKind.BODY and _is_whole(each.sentence)
    ]
    return text if query.asks_speech else text + captions


def _is_whole(sentence: Sentence) -> bool:
    """A line between two paragraphs, an item of a list or "He said:" says nothing by itself."""
    leads_on = sentence.quote.endswith((":", ";", ","))
    closes = ends_a_sentence(sentence.quote) or len(sentence.quote.split()) >= _LEAST_WORDS
    return closes and not leads_on
