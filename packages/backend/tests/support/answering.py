"""A small server of the standard library that answers while a test runs."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_SOON = 0.01
"""Seconds after which it sees that it is to end; by itself it looks each half a second, and each test would wait."""


@contextmanager
def answering(server: socketserver.TCPServer) -> Iterator[str]:
    """Let it answer in a thread of its own; give its address without a path."""
    thread = threading.Thread(target=server.serve_forever, args=(_SOON,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.socket.getsockname()[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)
