"""An answer or its conversation as a file to take away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from assistant.conversations import Conversation, ConversationStore
from assistant.exports import answer_file, conversation_file
from assistant.exports.files import file_name
from assistant.model import Answer
from assistant.pages import keeping
from assistant.pages.person import owner
from assistant.rendering import FORMATS, Format, Paper
from corpus import Corpus


def show(answer: Answer, held: Conversation | None, corpus: Corpus) -> None:
    """A button that unfolds the files, in the container of the moment.

    Args:
        answer: the one to take away alone.
        held: the conversation that it belongs to; None where that is not held anywhere.
        corpus: what both quote from.
    """
    with st.popover("Take it away", icon=":material/download:"):
        st.markdown("**This answer**")
        _files("answer", answer.question, partial(_answer, answer, corpus))
        if held:
            st.markdown("**The whole conversation**")
            whole = partial(_conversation, keeping.place(), owner(), held, corpus)
            _files("conversation", held.title, whole)


def _files(lead: str, title: str, written: Callable[[Format], bytes]) -> None:
    """A button for each format; the file is made when it is pressed."""
    named = Paper(title, (), datetime.now(UTC))
    with st.container(horizontal=True):
        for form in FORMATS:
            st.download_button(
                form.name,
                partial(written, form),
                file_name(lead, named, form.suffix),
                form.mime,
                on_click="ignore",
                key=f"{lead}{form.suffix}",
            )


def _answer(answer: Answer, corpus: Corpus, form: Format) -> bytes:
    return answer_file(answer, corpus, form, datetime.now(UTC)).content


def _conversation(
    store: ConversationStore, of: str, held: Conversation, corpus: Corpus, form: Format
) -> bytes:
    return conversation_file(held, store.turns(of, held.id), corpus, form, datetime.now(UTC)).content
