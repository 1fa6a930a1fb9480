"""Addresses of servers as they may be shown, told and kept."""

from __future__ import annotations

import re

#: A name and a password before the host, whatever signs they hold; also where the scheme was forgotten.
_BEFORE_HOST = re.compile(r"(?<=://)\S*@|[^\s'\"(/]+:(?!//)[^\s'\"]*@")
#: Keys and passwords are given behind the question mark too.
_QUERY = re.compile(r"(://[^\s?]*)\?[^\s'\")]*")


def without_credentials(text: str) -> str:
    """An address, or a text that holds addresses, without what may be a name, a password or a key in them."""
    return _QUERY.sub(r"\1", _BEFORE_HOST.sub("", text))
