"""Every connection to SQLite has a thread of its own. Closing the database means that these are over as well."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Callable
from functools import partial
from threading import Thread
from typing import Any, Final

import aiosqlite
from sqlalchemy import Engine, event
from sqlalchemy.util.concurrency import await_only, in_greenlet

_WAIT_SECONDS: Final = 5.0
"""How long the threads in all may take to end. A statement that is still running is interrupted by nobody."""
_ROWS_AT_ONCE: Final = 64
"""The driver's own default."""


class ConnectionThreads:
    """Makes an engine's connections, and waits for the threads of those that were ended.

    A connection that a cancelled task leaves behind is ended without waiting, and one that was still being set up is
    forgotten by the pool. Their threads then answer to an event loop that may be gone by the time they do: the answer
    raises, and ends the thread before it has closed its file.
    """

    def __init__(self) -> None:
        self._ending: set[Thread] = set()
        self._unready: set[_Connection] = set()

    def watch(self, engine: Engine) -> None:
        """Have the engine's pool tell which connections it has, and when it is disposed of. Call this last: what else
        listens sets connections up.
        """
        event.listen(engine, "connect", self._ready)
        event.listen(engine, "engine_disposed", self._disposed)

    def connect(self, database: str, **options: Any) -> aiosqlite.Connection:
        """Return a connection that opens when it is awaited, as the driver's own `aiosqlite.connect`."""
        made = _Connection(partial(sqlite3.connect, database, **options), self._ends)
        self._unready.add(made)
        return made

    def _ready(self, connection: Any, _record: object) -> None:
        self._unready.discard(connection.driver_connection)

    def _ends(self, connection: _Connection, thread: Thread) -> None:
        self._unready.discard(connection)
        self._ending = {one for one in self._ending if one.is_alive()} | {thread}

    def _disposed(self, _engine: object) -> None:
        for forgotten in list(self._unready):
            forgotten.stop()
        if in_greenlet() and any(one.is_alive() for one in self._ending):
            await_only(asyncio.to_thread(self._join))

    def _join(self) -> None:
        until = time.monotonic() + _WAIT_SECONDS
        for thread in self._ending:
            if thread.is_alive():
                thread.join(max(0.0, until - time.monotonic()))


class _Connection(aiosqlite.Connection):
    """Tells that its thread is about to end."""

    def __init__(self, connector: partial[sqlite3.Connection], ends: Callable[[_Connection, Thread], None]) -> None:
        super().__init__(connector, _ROWS_AT_ONCE)
        self._thread.daemon = True  # one whose file hangs does not keep the process from ending
        self._ends = ends

    def stop(self) -> asyncio.Future[Any] | None:
        """End the thread when what was asked before is done."""
        self._ends(self, self._thread)
        return super().stop()
