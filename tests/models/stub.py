"""An OpenAI-compatible server on loopback that answers as a test tells it to: a real socket, a real client."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self

Act = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: _Server
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.requests.append(json.loads(body))
        acts = self.server.acts
        acts[min(len(self.server.requests), len(acts)) - 1](self)
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is logged."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.acts: list[Act] = []
        self.requests: list[dict[str, object]] = []

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that left is no error."""


class Stub:
    """The server: ``acts`` are done one a request, the last one again and again."""

    def __init__(self) -> None:
        self._server = _Server()
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def does(self, *acts: Act) -> None:
        """What it does from now on."""
        self._server.acts = list(acts)
        self._server.requests.clear()

    @property
    def requests(self) -> list[dict[str, object]]:
        """The bodies received."""
        return self._server.requests


def refuses(status: int, message: str = "no", **headers: str) -> Act:
    """An error of HTTP."""

    def act(handler: Handler) -> None:
        body = json.dumps({"error": {"message": message, "type": "error", "code": None}}).encode()
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return act


def streams(*pieces: str, ends: bool = True, pause: Callable[[], None] = lambda: None) -> Act:
    """A streamed reply; without its end the connection is closed as if all were said."""

    def act(handler: Handler) -> None:
        _begin(handler)
        for piece in pieces:
            _event(handler, {"index": 0, "delta": {"content": piece}, "finish_reason": None})
            pause()
        if ends:
            _event(handler, {"index": 0, "delta": {}, "finish_reason": "stop"})
            told = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": []}
            told["usage"] = {"prompt_tokens": 40, "completion_tokens": 9, "total_tokens": 49}
            handler.wfile.write(f"data: {json.dumps(told)}\n\ndata: [DONE]\n\n".encode())

    return act


def breaks_off(*pieces: str) -> Act:
    """A streamed reply whose connection is lost before what was announced has come."""

    def act(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/event-stream")
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        for piece in pieces:
            _event(handler, {"index": 0, "delta": {"content": piece}, "finish_reason": None})

    return act


def says(raw: bytes) -> Act:
    """Bytes that are no reply."""

    def act(handler: Handler) -> None:
        _begin(handler)
        handler.wfile.write(raw)

    return act


def hangs(seconds: threading.Event) -> Act:
    """Nothing until the event is set."""
    return lambda handler: (seconds.wait(20), None)[1]


def _begin(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/event-stream")
    handler.send_header("Connection", "close")
    handler.end_headers()


def _event(handler: Handler, choice: dict[str, object]) -> None:
    told = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}
    handler.wfile.write(f"data: {json.dumps(told)}\n\n".encode())
    handler.wfile.flush()
