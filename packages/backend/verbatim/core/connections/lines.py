"""The sockets themselves."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from typing import Final

WAITING_BYTES: Final = 128 * 1024
"""So much of an answer at most lies with the kernel and has not been sent. Without that it takes megabytes on behalf of
somebody who reads slowly, and they get all of it whatever becomes of their rights.
"""


def keep_little_waiting(transport: asyncio.BaseTransport) -> None:
    """Let a connection take only what it can send soon; how much is on its way stays as the line allows."""
    option = getattr(socket, "TCP_NOTSENT_LOWAT", None)  # Linux and macOS
    line = transport.get_extra_info("socket")
    if option is not None and line is not None and line.family in {socket.AF_INET, socket.AF_INET6}:
        with contextlib.suppress(OSError):  # it is gone already
            line.setsockopt(socket.IPPROTO_TCP, option, WAITING_BYTES)
