"""What commands of plugins may use. They run without a server, so nothing is open yet."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from verbatim.config import Settings
from verbatim.core.db import Database

Opener = Callable[[], AbstractAsyncContextManager[tuple[Settings, Database]]]

_openers: list[Opener] = []


def set_opener(opener: Opener) -> None:
    """Tell how commands open the database; the command line does."""
    _openers[:] = [opener]


@asynccontextmanager
async def open_database() -> AsyncIterator[tuple[Settings, Database]]:
    """Open the database that ``verbatim serve`` would use, migrated, for one command.

    Raises:
        RuntimeError: called outside a command.
    """
    if not _openers:
        raise RuntimeError("open_database() is for commands registered with add_cli().")
    async with _openers[0]() as opened:
        yield opened
