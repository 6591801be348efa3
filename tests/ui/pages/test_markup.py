"""No article and no question can add to the page."""

from dataclasses import replace

from qa.records import (
    AnswerPart,
    AnswerSentence,
    ArticleText,
    Difference,
    DifferingValue,
    Kind,
    Quote,
    ShortAnswer,
)
from tests.ui.pages.making import (
    ABSTENTION,
    ANSWER,
    ARTICLE,
    CITATION,
    FOUND,
    HOSTILE,
    SHOWN,
    TEXT,
    Shown,
)
from ui.pages.article import article, trouble_page
from ui.pages.conversation import conversation, header
from ui.pages.sources import sources
from ui.pages.turns import Trouble, Turn


def test_hostile_words_stay_words_wherever_they_stand() -> None:
    cited = replace(
        CITATION,
        title=HOSTILE,
        outlet=HOSTILE,
        uri=HOSTILE,
        quote=HOSTILE,
        speaker=HOSTILE,
        article_id=HOSTILE,
        also_in=(Quote(HOSTILE, HOSTILE, HOSTILE, None, HOSTILE, 0, 1, HOSTILE, False),),
    )
    answer = replace(
        ANSWER,
        question=HOSTILE,
        citations=(cited,),
        sentences=(AnswerSentence(HOSTILE, (1,)),),
        short_answer=ShortAnswer(HOSTILE, 1),
        understood_as=HOSTILE,
        differences=(Difference(Kind.NAME, (DifferingValue(HOSTILE, 1),)),),
        notes=(HOSTILE,),
    )
    told = replace(
        ARTICLE,
        id=HOSTILE,
        title=HOSTILE,
        outlet=HOSTILE,
        byline=HOSTILE,
        place=HOSTILE,
        url=f"https://news.example/{HOSTILE}",
        language="'",
    )
    text = HOSTILE + TEXT[len(HOSTILE) :]
    document = replace(SHOWN.document, text=text, uri=HOSTILE)
    found = replace(FOUND, article=told, uri=HOSTILE, text=HOSTILE)
    abstained = replace(ABSTENTION, answer=HOSTILE, question=HOSTILE, passages=(found,))
    parted = replace(answer, parts=(AnswerPart(HOSTILE, False, 0.5, None, (1,)),))
    turns = [
        Turn(HOSTILE, answer),
        Turn(HOSTILE, parted),
        Turn(HOSTILE, abstained),
        Turn("?", Trouble(HOSTILE, HOSTILE)),
    ]
    html = "".join(
        [
            header(HOSTILE),
            conversation(turns, []),
            conversation((), [HOSTILE]),
            sources(turns, 0),
            sources(turns, 2),
            article(ArticleText(told, document), 2, 20),
            trouble_page(Trouble(HOSTILE, HOSTILE)),
        ]
    )
    page = Shown(html)
    assert not {"script", "b", "img"} & set(page.tags)
    assert "onclick" not in page.attributes
    assert page.words.count(HOSTILE) > 20
    assert {button.get("data-article") for button in page.buttons} >= {HOSTILE}
