"""Websockets on their way through the middleware: what each message may be asked, and how one is ended."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

from starlette.types import Message, Receive, Send

TOO_LARGE: Final = 1009
TRY_LATER: Final = 1013
"""Codes of RFC 6455, section 7.4.1, and its registry."""

Question = Callable[[Message], Awaitable[int | None]]
"""Says of a message why the socket has to be closed, as a code; None lets it pass."""


def watched(receive: Receive, send: Send, question: Question) -> Receive:
    """Return what reads messages that have been asked about. Where one may not pass, the socket is closed, and whoever
    reads from it hears that it was.
    """
    ended = False

    async def read() -> Message:
        nonlocal ended
        message: Message = {"type": "websocket.disconnect", "code": TRY_LATER} if ended else await receive()
        if message["type"] == "websocket.receive" and (code := await question(message)) is not None:
            ended = True
            await send({"type": "websocket.close", "code": code})
            return {"type": "websocket.disconnect", "code": code}
        return message

    return read


def size_of(message: Message) -> int:
    """Return how many bytes a message has."""
    return len(message.get("bytes") or b"") or len((message.get("text") or "").encode())
