"""The chat page: widgets laid out and events connected. Input: an Answerer. Output: a FastAPI app.

What is shown is made in pages.py. The conversation is our own HTML and not Gradio's Chatbot, which
would read markdown into the words of an article; static/chat.js carries the clicks in it to here.
"""

import logging
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from fastapi import FastAPI

from index.errors import CitewireError
from qa.records import Answer, ArticleText
from qa.timing.timeline import Moment
from ui.pages.article import article, trouble_page
from ui.pages.conversation import conversation, header
from ui.pages.markup import CLOSE, OPEN, SOURCES, TIMELINE, trouble_note
from ui.pages.sources import sources
from ui.pages.timeline import timeline
from ui.pages.turns import Trouble, Turn

if TYPE_CHECKING:
    import gradio as gr

_STATIC = Path(__file__).parent / "static"
_log = logging.getLogger(__name__)

_Made = TypeVar("_Made")
_Turns = tuple[Turn, ...]


class Answerer(Protocol):
    """What the chat needs of an engine."""

    def ask(
        self, question: str, *, history: Sequence[str] = (), limit: int | None = None
    ) -> Answer:
        """The answer; ``history`` holds earlier questions, oldest first. Raises CitewireError."""
        ...

    def timeline(self, subject: str) -> tuple[Moment, ...]:
        """What the articles tell of a subject, the earliest first. Raises CitewireError."""
        ...

    def article_text(self, article_id: str) -> ArticleText:
        """The article and the document it stands in. Raises CitewireError where it is gone."""
        ...


def mount_chat(app: FastAPI, engine: Answerer, examples: Sequence[str], subtitle: str) -> FastAPI:
    """Put the chat at "/" of ``app``; routes that the app has already go on working.

    ``examples`` are questions to click; ``subtitle`` tells what is indexed. Takes seconds, as
    Gradio is imported here.
    """
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # read when Gradio is imported
    import gradio as gr

    gr.mount_gradio_app(
        app,
        _lay_out(Chat(engine, examples), subtitle),
        path="/",
        show_error=False,
        footer_links=[],
        run_history=False,
        max_file_size=1,  # byte: Gradio takes uploads from anyone, and the page has no use for one
        favicon_path=_STATIC / "icon.svg",
        theme=_theme(),
        css_paths=[_STATIC / "chat.css"],
        head=f"<script>{(_STATIC / 'chat.js').read_text(encoding='utf-8')}</script>",
        ssr_mode=False,
        mcp_server=False,
        pwa=False,
    )
    return app


class Chat:
    """What the page's events do. It holds no conversation: turns come in and go out."""

    def __init__(self, engine: Answerer, examples: Sequence[str]) -> None:
        self._engine = engine
        self._examples = tuple(examples)

    def shown(self, turns: _Turns) -> tuple[_Turns, str, str, str]:
        """The turns, and the conversation, sources and (closed) article that they make."""
        talk = conversation(turns, self._examples)
        return turns, talk, sources(turns, len(turns) - 1), ""

    def ask(self, question: str, turns: _Turns) -> tuple[_Turns, str, str, str]:
        """What `shown` gives with this question answered too; a blank one adds nothing."""
        if not question.strip():
            return self.shown(turns)
        history = [turn.question for turn in turns if isinstance(turn.reply, Answer)]
        reply = _attempt(lambda: self._engine.ask(question, history=history))
        return self.shown((*turns, Turn(question, reply)))

    def article(self, article_id: str, start: int, end: int) -> str:
        """The article's page with these characters marked, or what went wrong."""
        text = _attempt(lambda: self._engine.article_text(article_id))
        if isinstance(text, Trouble):
            return trouble_page(text)
        return article(text, start, end)

    def timeline(self, turns: _Turns, number: int) -> str:
        """What the articles tell, in order of time, of what the turn of that number asks."""
        reply = turns[number].reply if 0 <= number < len(turns) else None
        if not isinstance(reply, Answer):
            return sources(turns, number)
        subject = reply.understood_as or reply.question
        moments = _attempt(lambda: self._engine.timeline(subject))
        if isinstance(moments, Trouble):
            return trouble_note(moments)
        return timeline(moments, subject, number)


def _attempt(make: Callable[[], _Made]) -> _Made | Trouble:
    """What ``make`` gives, or what to tell the user where it fails."""
    try:
        return make()
    except CitewireError as error:
        return Trouble(error.problem, error.remedy)
    except Exception:  # noqa: BLE001 - the chat's edge, and it logs
        _log.exception("The chat could not do what was asked of it.")
        return Trouble("Something went wrong here.", "Please try again; the log tells what it was.")


def _lay_out(chat: Chat, subtitle: str) -> "gr.Blocks":
    import gradio as gr

    turns, conversation, passages, opened = chat.shown(())
    blocks = gr.Blocks(title="Citewire", analytics_enabled=False, fill_width=True)
    with blocks:
        with gr.Row(elem_id="cw-head"):
            _html(header(subtitle), "cw-name")
            restart = gr.Button("New conversation", elem_id="cw-restart")
        with gr.Row(elem_id="cw-room"):
            with gr.Column(elem_id="cw-left"):
                talk = _html(conversation, "cw-talk", OPEN, SOURCES, TIMELINE)
                box = _box()
            with gr.Column(elem_id="cw-right"):
                shelf = _html(passages, "cw-shelf", OPEN)
                sheet = _html(opened, "cw-reading", CLOSE)
        _connect(chat, box, restart, (gr.State(turns), talk, shelf, sheet))
    return blocks


def _connect(
    chat: Chat,
    box: "gr.Textbox",
    restart: "gr.Button",
    page: "tuple[gr.State, gr.HTML, gr.HTML, gr.HTML]",
) -> None:
    """``page`` is what `Chat.shown` gives: the turns, the conversation, sources and article."""
    import gradio as gr

    state, talk, shelf, sheet = page

    def show_sources(turns: _Turns, event: gr.EventData) -> tuple[str, str]:
        return sources(turns, int(event.turn)), ""

    def show_timeline(turns: _Turns, event: gr.EventData) -> tuple[str, str]:
        return chat.timeline(turns, int(event.turn)), ""

    def open_article(event: gr.EventData) -> str:
        return chat.article(event.article, int(event.start), int(event.end))

    def open_with_sources(turns: _Turns, event: gr.EventData) -> tuple[str, str]:
        return sources(turns, int(event.turn)), open_article(event)

    # Past Gradio's queue, in which the event takes longer than the answer does.
    quietly: dict[str, Any] = {
        "show_progress": "hidden",
        "api_visibility": "private",
        "queue": False,
    }
    asked = box.submit(
        lambda question, turns: ("", *chat.ask(question, turns)),
        [box, state],
        [box, *page],
        js="(...given) => citewire.wait(given)",
        **quietly,
    )
    for ended in (asked.success, asked.failure):  # of `then` Gradio's page forgets the failures
        ended(js="() => citewire.waited()")
    restart.click(lambda: ("", *chat.shown(())), None, [box, *page], **quietly).then(
        js="() => citewire.toBox()"
    )
    viewing: dict[str, Any] = {**quietly, "inputs": state, "outputs": [shelf, sheet]}
    for shown in (
        talk.show_sources(show_sources, **viewing),
        talk.show_timeline(show_timeline, **viewing),
    ):
        shown.then(js="() => citewire.toSources()")
    # Behind an article that was opened from them stay the passages, or the timeline.
    for opened in (
        talk.open_article(open_with_sources, **viewing),
        shelf.open_article(open_article, None, sheet, **quietly),
    ):
        opened.then(js="() => citewire.toQuote()")
    sheet.close_article(lambda: "", None, sheet, **quietly).then(js="() => citewire.back()")


def _html(value: str, elem_id: str, *events: str) -> "gr.HTML":
    import gradio as gr

    return gr.HTML(
        value,
        elem_id=elem_id,
        apply_default_css=False,
        # Gradio knows a component's own events by finding their names in this very string.
        js_on_load=f"citewire.connect(element, trigger, watch, {list(events)})",
    )


def _box() -> "gr.Textbox":
    import gradio as gr

    return gr.Textbox(
        label="Your question",
        show_label=False,
        container=False,
        placeholder="Ask a question about the articles",
        submit_btn="Ask",
        max_lines=4,
        autofocus=True,
        elem_id="cw-box",
        html_attributes=gr.InputHTMLAttributes(autocomplete="off", enterkeyhint="send"),
    )


def _theme() -> "gr.themes.Base":
    """Fonts of the reader's own computer: none to fetch, and letters for every language."""
    import gradio as gr

    return gr.themes.Base(
        font=["Segoe UI", "Helvetica Neue", "Liberation Sans", "Arial", "sans-serif"],
        font_mono=["Consolas", "Menlo", "Liberation Mono", "monospace"],
    ).set(
        body_background_fill="#ffffff",
        body_background_fill_dark="#16181b",
        body_text_color="#1d2024",
        body_text_color_dark="#e7e5e0",
    )
