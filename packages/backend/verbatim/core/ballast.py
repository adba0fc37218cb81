"""Room that is kept for a full disk.

Where the database is a file beside everything else, a disk that something has filled lets nobody sign in, and nobody
delete anything to make room. A file of zeros lies there for that moment: it is given up, and the request runs again.
"""

from __future__ import annotations

import asyncio
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Final

import structlog

log = structlog.get_logger(__name__)

SIZE: Final = 16 * 1024**2
AGAIN_SECONDS: Final = 300.0
_NAME: Final = "kept-for-a-full-disk"


class Ballast:
    """The file. Without a folder there is none, and nothing to give up."""

    def __init__(self, folder: Path | None) -> None:
        self._path = None if folder is None else folder / _NAME

    async def keep(self) -> None:
        """Lay the file down, where there is plenty of room for it."""
        if self._path is not None:
            await asyncio.to_thread(_lay_down, self._path)

    async def release(self) -> bool:
        """Give the file up. Returns whether that made room. It is laid down again when there is some."""
        if self._path is None or not await asyncio.to_thread(_give_up, self._path):
            return False
        log.error("disk_full", detail="Make room: what was kept for this has been given up, and lasts for little.")
        asyncio.get_running_loop().call_later(AGAIN_SECONDS, self._later)
        return True

    def _later(self) -> None:
        asyncio.get_running_loop().run_in_executor(None, self._once_more)

    def _once_more(self) -> None:
        if self._path is not None:
            _lay_down(self._path)


def _lay_down(path: Path) -> None:
    with suppress(OSError):
        if path.exists() or shutil.disk_usage(path.parent).free < 4 * SIZE:
            return
        descriptor = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        try:
            # Written and not only reserved: a hole takes no room that it could give back.
            os.write(descriptor, bytes(SIZE))
        finally:
            os.close(descriptor)


def _give_up(path: Path) -> bool:
    try:
        path.unlink()
    except OSError:
        return False
    return True
