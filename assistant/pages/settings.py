"""The settings of the running page that decide what can leave this computer."""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st

from assistant.conversations import StoreSettings
from assistant.models.settings import where_text_goes
from assistant.pages.privacy import PageSettings, remote
from index.settings import IndexSettings


def page_settings() -> PageSettings:
    """As Streamlit and the environment have them now."""
    goes = where_text_goes()
    return PageSettings(
        address=st.get_option("server.address"),
        usage_statistics=bool(st.get_option("browser.gatherUsageStats")),
        remote_files=remote(st.get_option("theme.fontFaces")),
        model=None if goes.local else goes.line,
        database=urlsplit(StoreSettings.from_environment().url or "").hostname,
        vectors=urlsplit(IndexSettings.from_environment().server or "").hostname,
    )
