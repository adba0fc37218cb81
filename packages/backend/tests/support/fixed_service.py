"""A transcription service that answers every upload with one fixed reply, whatever it is sent."""

from __future__ import annotations

import contextlib
import http.server
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from verbatim.adapters.media import SAMPLE_RATE, decode_mono16k

from support.answering import answering
from support.recordings import REPORT, wav


class FixedService:
    """`reply` is sent as JSON, or as it is when it is a text already."""

    def __init__(self) -> None:
        self.reply: Any = {"text": ""}
        self.content_type = "application/json"
        self.base = ""

    def says(self, reply: Any, content_type: str = "application/json") -> None:
        self.reply, self.content_type = reply, content_type

    def body(self) -> bytes:
        said = self.reply if isinstance(self.reply, str) else json.dumps(self.reply, ensure_ascii=False)
        return said.encode()


@contextlib.contextmanager
def serving() -> Iterator[FixedService]:
    """Serve on a free port until the block ends."""
    service = FixedService()

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            self._answer(b'{"object": "list", "data": []}', "application/json")

        def do_POST(self) -> None:
            if "Content-Length" in self.headers:
                self.rfile.read(int(self.headers["Content-Length"]))
            else:
                while size := int(self.rfile.readline().split(b";")[0], 16):
                    self.rfile.read(size)
                    self.rfile.readline()
                self.rfile.readline()
            self._answer(service.body(), service.content_type)

        def _answer(self, body: bytes, content_type: str) -> None:
            self.send_response(200)
            if content_type:
                self.send_header("Content-Type", content_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    with answering(http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)) as service.base:
        yield service


def speech_of(target: Path, seconds: float) -> Path:
    """Somebody who speaks without end, for so many seconds."""
    said = np.concatenate(list(decode_mono16k(REPORT)))
    wanted = round(seconds * SAMPLE_RATE)
    return wav(target, np.tile(said, wanted // len(said) + 1)[:wanted])
