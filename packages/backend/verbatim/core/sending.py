"""Sending files: in pieces, and which way, said by whoever sends one for whoever writes that down."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import anyio
from starlette.responses import StreamingResponse
from starlette.types import Send

SENT: Final = "verbatim.sent"
"""Where that stands in the scope of a request, as `Sent`."""


class Way(StrEnum):
    """How a file reaches whoever asked for it. The value is how people read it."""

    SERVER = "through the server"
    LINK = "by signed link"


@dataclass(frozen=True)
class Sent:
    """Which way a file goes, and whether only a part of it was asked for."""

    way: Way
    is_part: bool = False


class StreamedResponse(StreamingResponse):
    """Lets go of the file or the transaction that the pieces come from when the answer is over, also when whoever asked
    has left, or was refused the rest, in the middle of it.
    """

    async def stream_response(self, send: Send) -> None:
        try:
            await super().stream_response(send)
        finally:
            # Here and not in `__call__`, which is another task: a transaction belongs to the one that began it. What is
            # being cancelled closes all the same.
            close = getattr(self.body_iterator, "aclose", None)
            if close is not None:
                with anyio.CancelScope(shield=True):
                    await close()
