"""Rows as syslog messages (RFC 5424) over TCP or TLS (RFC 5425), framed by their length (RFC 6587, section 3.4.1)."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import json
import os
import socket
import ssl
import struct
import termios
from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import urlsplit

from verbatim_enterprise.audit.canonical import moment

FACILITY: Final = 13
"""Log audit (RFC 5424, table 1)."""
NOTICE, WARNING = 5, 4
ENTERPRISE: Final = "verbatim@32473"
"""The number that RFC 5612 keeps for documentation; nobody else's names can be meant."""
TIMEOUT: Final = 15.0
_PORTS: Final = {"tcp": 601, "tls": 6514}
_POLL: Final = 0.01


class SyslogSink:
    """One connection, kept open. What may have been lost with a broken one is the caller's to send again."""

    def __init__(self, url: str, ca_file: str = "") -> None:
        self.parts = urlsplit(url)
        self.ca_file = ca_file
        self._writer: asyncio.StreamWriter | None = None
        self._reader: asyncio.StreamReader | None = None

    async def send(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Send rows and wait until the receiver's machine has taken them.

        Raises:
            OSError, TimeoutError: it has not, or not all of them.
        """
        async with asyncio.timeout(TIMEOUT):
            writer = await self._connected()
            try:
                writer.write(b"".join(frame(message(row)) for row in rows))
                await writer.drain()
                await self._taken(writer)
            except BaseException:
                await self.close()
                raise

    async def _connected(self) -> asyncio.StreamWriter:
        if self._writer is not None and not self._is_lost(self._writer):
            return self._writer
        lost = self._writer is not None
        await self.close()
        if lost:
            raise ConnectionResetError("the receiver has closed the connection")
        host, port = self.parts.hostname or "", self.parts.port or _PORTS[self.parts.scheme]
        context = ssl.create_default_context(cafile=self.ca_file or None) if self.parts.scheme == "tls" else None
        self._reader, self._writer = await asyncio.open_connection(
            host, port, ssl=context, server_hostname=host if context else None
        )
        return self._writer

    async def _taken(self, writer: asyncio.StreamWriter) -> None:
        """Wait until nothing is under way any more: syslog has no answer, so TCP's is the one there is.

        Raises:
            ConnectionResetError: the connection broke meanwhile; a broken one has no socket to look at.
        """
        connection: socket.socket = writer.get_extra_info("socket")
        while not self._is_lost(writer):
            under_way = fcntl.ioctl(connection.fileno(), termios.TIOCOUTQ, b"\0" * 4)
            if struct.unpack("i", under_way)[0] == writer.transport.get_write_buffer_size() == 0:
                return
            await asyncio.sleep(_POLL)
        raise ConnectionResetError("the receiver has closed the connection")

    def _is_lost(self, writer: asyncio.StreamWriter) -> bool:
        return writer.transport.is_closing() or self._reader is None or self._reader.at_eof()

    async def close(self) -> None:
        """End the connection."""
        writer, self._writer, self._reader = self._writer, None, None
        if writer is not None:
            writer.close()
            with contextlib.suppress(OSError, TimeoutError):
                await asyncio.wait_for(writer.wait_closed(), 1)


def frame(text: bytes) -> bytes:
    """Return a message with its length before it."""
    return b"%d %s" % (len(text), text)


def message(row: Mapping[str, Any]) -> bytes:
    """Return a row as a message: what filters look at as structured data, everything as JSON."""
    severity = NOTICE if row["outcome"] == "success" else WARNING
    names = {"number": "number", "id": "id", "actor": "actor_name", "team": "team_id", "outcome": "outcome",
             "type": "resource_type", "resource": "resource_id", "address": "address"}  # fmt: skip
    data = "".join(
        f' {name}="{_escaped(str(row[column]))}"' for name, column in names.items() if row[column] is not None
    )
    host, action = _name(socket.gethostname()), _name(row["action"])[:32]
    head = (
        f"<{FACILITY * 8 + severity}>1 {_time(row['at'])} {host} verbatim {os.getpid()} {action} [{ENTERPRISE}{data}] "
    )
    body = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    return head.encode() + b"\xef\xbb\xbf" + body.encode()


def _time(value: Any) -> str:
    return value if isinstance(value, str) else moment(value)


def _name(text: str) -> str:
    return (
        "".join(letter for letter in text if letter.isascii() and letter.isprintable() and letter != " ")[:255] or "-"
    )


def _escaped(value: str) -> str:
    """Escape what ends a value (RFC 5424, section 6.3.3)."""
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("]", "\\]")
