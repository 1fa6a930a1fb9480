"""The pages of the app under their addresses."""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import Page

from assistant.pages import chat, evaluation, guidance, quiz, recommendations, timeline
from assistant.pages.addresses import CHAT, EVALUATION, GUIDANCE, QUIZ, RECOMMENDATIONS, TIMELINE


def pages() -> dict[str, Page]:
    """Every page by the path of its address, in the order of the menu.

    None has an icon: Streamlit would put it into the browser's tab, and fetch it from the network to do so.
    """
    return {
        CHAT: st.Page(chat.render, title="Ask", url_path=CHAT, default=True),
        GUIDANCE: st.Page(guidance.render, title="Guidance", url_path=GUIDANCE),
        TIMELINE: st.Page(timeline.render, title="Timeline", url_path=TIMELINE),
        RECOMMENDATIONS: st.Page(
            recommendations.render,
            title="Recommendations",
            url_path=RECOMMENDATIONS,
        ),
        QUIZ: st.Page(quiz.render, title="Quiz", url_path=QUIZ),
        EVALUATION: st.Page(evaluation.render, title="Evaluation", url_path=EVALUATION),
    }
