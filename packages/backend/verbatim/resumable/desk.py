"""What one process knows of the uploads that pass through it."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from typing import Any, Final

from fastapi import FastAPI

from verbatim.core.services import Service
from verbatim.resumable.folder import UploadFolder

IDLE: Final = 5.0
"""Seconds without a byte after which a request makes way for another: its client has come back on another line."""
_MOST_DIGESTS: Final = 256
_WAIT: Final = 5.0


class Sender:
    """One request that is sending."""

    def __init__(self) -> None:
        self.task = asyncio.current_task()
        self.last = time.monotonic()
        self.is_stopped = False
        self.ended = asyncio.Event()


class UploadDesk:
    """The folder, the digests of files that are half there, and the requests that are sending."""

    def __init__(self, folder: UploadFolder) -> None:
        self.folder = folder
        self._digests: OrderedDict[str, tuple[int, Any]] = OrderedDict()
        self._senders: dict[str, Sender] = {}

    def keep_digest(self, upload_id: str, size: int, digest: Any) -> None:
        """Remember the SHA-256 of the first ``size`` bytes, so that nobody has to read them again."""
        self._digests[upload_id] = (size, digest)
        while len(self._digests) > _MOST_DIGESTS:
            self._digests.popitem(last=False)

    def take_digest(self, upload_id: str, size: int) -> Any | None:
        """Return that digest, which the caller goes on with; None when it is not known."""
        known, digest = self._digests.pop(upload_id, (-1, None))
        return digest if known == size else None

    def begin(self, upload_id: str) -> Sender:
        self._senders[upload_id] = Sender()
        return self._senders[upload_id]

    def end(self, upload_id: str, sender: Sender) -> None:
        sender.ended.set()
        if self._senders.get(upload_id) is sender:
            del self._senders[upload_id]

    def is_sending(self, upload_id: str) -> bool:
        return upload_id in self._senders

    async def make_way(self, upload_id: str, *, at_once: bool = False) -> None:
        """End a request of this process that has fallen silent, so that its client can go on by another one; with
        ``at_once`` any, because the upload is given up.
        """
        sender = self._senders.get(upload_id)
        if sender is None or sender.task is None or sender.task is asyncio.current_task():
            return
        if not at_once and time.monotonic() - sender.last < IDLE:
            return
        sender.is_stopped = True
        sender.task.cancel()
        try:
            async with asyncio.timeout(_WAIT):
                await sender.ended.wait()
        except TimeoutError:
            return


DESK: Final = Service[UploadDesk]("upload_desk")


def desk_of(app: FastAPI) -> UploadDesk:
    """Return the desk of a server."""
    return DESK.of(app)
