"""On the path of the programs that tests start: they, too, reach no network but loopback."""

from __future__ import annotations

import socket
from typing import Any

_connect = socket.socket.connect
_lookup = socket.getaddrinfo
_LOOPBACK = {"127.0.0.1", "::1", "localhost"}


def _guarded_connect(self: socket.socket, address: Any) -> None:
    if self.family != socket.AF_UNIX and address[0] not in _LOOPBACK:
        raise AssertionError(f"a program under test reached for {address[0]}")
    _connect(self, address)


def _guarded_lookup(host: Any, *arguments: Any, **options: Any) -> Any:
    if host not in _LOOPBACK:
        raise AssertionError(f"a program under test looked {host} up")
    return _lookup(host, *arguments, **options)


socket.socket.connect = _guarded_connect  # type: ignore[method-assign, assignment]
socket.getaddrinfo = _guarded_lookup
