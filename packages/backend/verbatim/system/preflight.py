"""What must hold before a server starts, each with a sentence that says what to do."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from pathlib import Path

from verbatim.config import Settings
from verbatim.core.clock import new_id

NEEDED_BYTES = 64 * 1024**2
"""Less free space than this and not even the database can start."""


class StartError(Exception):
    """The server cannot start; the message says why and what to do."""


def preflight(settings: Settings) -> None:
    """Make sure that the data folder can be used.

    Raises:
        StartError: it cannot be made or written, or its disk is full.
    """
    folder = settings.data_dir.absolute()
    probe = folder / f".probe-{new_id()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # The folder holds recordings and the database: nobody but the server's own user needs to look into it.
        if _made_by_us(folder):
            folder.chmod(0o700)
        probe.write_bytes(b"verbatim")
        probe.unlink()
    except OSError as error:
        with contextlib.suppress(OSError):
            probe.unlink()
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise _full(folder) from error
        reason = error.strerror or str(error)
        raise StartError(
            f"The data folder {folder} cannot be written ({reason}). Choose another one with VERBATIM_DATA_DIR."
        ) from error
    free = shutil.disk_usage(folder).free
    if free < NEEDED_BYTES:
        raise _full(folder)


def _full(folder: Path) -> StartError:
    free = shutil.disk_usage(folder).free // 1024**2
    return StartError(f"The disk of {folder} is full ({free} MB free). Make room, or choose another VERBATIM_DATA_DIR.")


def _made_by_us(folder: Path) -> bool:
    return folder.stat().st_uid == os.geteuid() and not any(folder.iterdir())
