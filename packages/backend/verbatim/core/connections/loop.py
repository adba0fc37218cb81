"""What the event loop says about connections that it cannot accept."""

from __future__ import annotations

import asyncio
import errno
from typing import Any

import structlog

from verbatim.core.seldom import seldom

log = structlog.get_logger(__name__)

_USED_UP = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM})


def quiet_about_descriptors(loop: asyncio.AbstractEventLoop) -> None:
    """Write one line a minute about used-up descriptors; asyncio writes a traceback for every try."""

    def handle(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, OSError) and error.errno in _USED_UP:
            seldom.warning(log, "descriptors_used_up", reason=error.strerror)
        else:
            loop.default_exception_handler(context)

    loop.set_exception_handler(handle)
