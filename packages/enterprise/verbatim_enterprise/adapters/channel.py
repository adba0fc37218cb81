"""What the processes of one installation tell each other: PostgreSQL's LISTEN and NOTIFY on a connection of its own.

A transaction that notifies holds a lock of the whole database while it commits, so that the transactions of requests
never do. They leave a note here; this connection passes on what has gathered, twenty times a second at most. What is
lost when the database is away is only news: whoever waits for work also looks by itself, and pages load anew.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Hashable, Iterator
from typing import Any, Final

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from verbatim_enterprise.host import BackgroundTask, Service

log = structlog.get_logger(__name__)

_NOTIFIED: Final = "verbatim"
"""Under which a server's transactions find it (``session.info``)."""

PAUSE_SECONDS: Final = 0.05
RECONNECT_SECONDS: Final = 1.0
MOST_BYTES: Final = 7_500
"""In one notification; PostgreSQL takes 7,999 (its documentation, NOTIFY)."""
MOST_WAITING: Final = 2_000
MOST_LETTERS: Final = 200
"""Of each text in a message that is too long as a whole."""

GAP: Final = "gap"
"""Told to the receivers of every kind when something may have been missed."""

Receiver = Callable[[Any], None]


class Channel(BackgroundTask):
    """Sends and hears messages of some kind, each a piece of JSON."""

    def __init__(self, open_engine: Callable[[], AsyncEngine]) -> None:
        super().__init__("channel")
        self._open = open_engine
        self._receivers: dict[str, list[Receiver]] = {}
        self._waiting: dict[Hashable, str] = {}
        self._count = 0
        self._news = asyncio.Event()
        self._engine: AsyncEngine | None = None

    def on(self, kind: str, receiver: Receiver) -> None:
        """Call `receiver` with what other processes send of this kind, and those of the kind `GAP` with None."""
        self._receivers.setdefault(kind, []).append(receiver)

    def send(self, kind: str, content: Any = None, *, key: Hashable = None) -> None:
        """Tell the other processes, soon. What waits under the same ``key`` is replaced."""
        self._count += 1
        own = ("", self._count) if key is None else key
        self._waiting.pop(own, None)
        self._waiting[own] = _letter(kind, content)
        if len(self._waiting) > MOST_WAITING:
            self._waiting = {"gap": _letter(GAP, None)}
        self._news.set()

    async def start(self) -> None:
        self._engine = self._open()
        self.begin(self._forever(self._engine))

    async def stop(self) -> None:
        await super().stop()
        if self._engine is not None:
            await self._engine.dispose()

    async def _forever(self, engine: AsyncEngine) -> None:
        first = well = True
        while True:
            try:
                async with engine.connect() as connection:
                    raw = await _driver(connection)
                    raw.hear_at_once()
                    await raw.add_listener(_NOTIFIED, self._heard)
                    raw.add_termination_listener(self._gone)
                    if not first:
                        self._tell(GAP, None)
                    first, well = False, True
                    await self._pass_on(raw)
            except Exception as error:  # noqa: BLE001 - the database may be away for a while
                if well:
                    log.warning("channel_lost", reason=type(error).__name__)
                first = well = False
                await asyncio.sleep(RECONNECT_SECONDS)

    async def _pass_on(self, raw: Any) -> None:
        while True:
            await self._news.wait()
            self._news.clear()
            if raw.is_closed():
                raise ConnectionError
            sending, self._waiting = self._waiting, {}
            if not sending:
                continue
            letters = list(_packed(list(sending.values())))
            try:
                await raw.execute("SELECT pg_notify($1, letter) FROM unnest($2::text[]) AS letter", _NOTIFIED, letters)
            except Exception:
                self._waiting = {**sending, **self._waiting}  # said when the database is there again
                self._news.set()
                raise
            await asyncio.sleep(PAUSE_SECONDS)

    def _gone(self, _connection: Any) -> None:
        self._news.set()

    def _heard(self, connection: Any, sender: int, _channel: str, payload: str) -> None:
        if sender == connection.get_server_pid():
            return
        for kind, content in json.loads(payload):
            self._tell(kind, content)

    def _tell(self, kind: str, content: Any) -> None:
        for receiver in self._receivers.get(kind, ()):
            try:
                receiver(content)
            except Exception:
                log.exception("channel_receiver_failed", kind=kind)


CHANNEL: Final = Service[Channel]("channel")


async def _driver(connection: AsyncConnection) -> Any:
    return (await connection.get_raw_connection()).driver_connection


def _letter(kind: str, content: Any) -> str:
    letter = json.dumps([kind, content])
    return letter if len(letter) <= MOST_BYTES else json.dumps([kind, _shortened(content)])


def _shortened(content: Any) -> Any:
    if isinstance(content, str):
        return content if len(content) <= MOST_LETTERS else content[:MOST_LETTERS] + "…"
    if isinstance(content, dict):
        return {key: _shortened(value) for key, value in content.items()}
    if isinstance(content, list):
        return [_shortened(part) for part in content[:MOST_LETTERS]]
    return content


def _packed(letters: list[str]) -> Iterator[str]:
    """Yield lists of letters in JSON, each short enough for one notification. JSON here is ASCII: letters are bytes."""
    batch, size = list[str](), 2
    for letter in letters:
        if len(letter) > MOST_BYTES:
            continue  # shortened already: a page that misses it sees the change when it loads
        if batch and size + len(letter) + 1 > MOST_BYTES:
            yield f"[{','.join(batch)}]"
            batch, size = [], 2
        batch.append(letter)
        size += len(letter) + 1
    if batch:
        yield f"[{','.join(batch)}]"
