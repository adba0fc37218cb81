"""One question a second for everybody: is there something to do?

What waits in the database (a job whose time has come, a lease that ran out, a message to be sent, a row to be sealed)
is noticed here for all who look after such things, in one statement on a connection of its own. They sleep until they
are told; by themselves they look as often as they otherwise would only while nobody asks.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import structlog
from sqlalchemy import BindParameter, ColumnElement, DateTime, bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from verbatim.core.background import BackgroundTask
from verbatim.core.clock import utcnow
from verbatim.core.reading import KeptSql

log = structlog.get_logger(__name__)

BEAT_SECONDS: Final = 1.0
PATIENCE_SECONDS: Final = 30.0
"""How long those who are told of news sleep at most."""


@dataclass(frozen=True)
class _Question:
    expression: ColumnElement[Any]
    tell: Callable[[], None]
    on_change: bool


class Pulse(BackgroundTask):
    """Asks for as long as the server runs."""

    def __init__(self, open_engine: Callable[[], AsyncEngine] | None = None) -> None:
        """``open_engine`` opens the database for one connection that reads the rows of every owner; without it nobody
        is told anything, and everybody looks by themselves.
        """
        super().__init__("pulse")
        self._open = open_engine
        self._questions: dict[str, _Question] = {}
        self._answers: Mapping[str, Any] = {}
        self._engine: AsyncEngine | None = None
        self.works = False
        """Whether the last question was answered."""

    def ask(
        self, name: str, expression: ColumnElement[Any], tell: Callable[[], None], *, on_change: bool = False
    ) -> None:
        """Call `tell` whenever the expression is true, or with ``on_change`` whenever it is another value than before;
        and whenever the database goes away or comes back. Before `start`.
        """
        self._questions[name] = _Question(expression, tell, on_change)

    def patience(self, seconds: float, at_most: float = PATIENCE_SECONDS) -> float:
        """Return how long somebody may sleep who would look every so many ``seconds`` by itself."""
        return max(seconds, at_most) if self.works and seconds >= BEAT_SECONDS else seconds

    async def start(self) -> None:
        if self._questions and self._open is not None:
            self._engine = self._open()
            self.begin(self._forever(self._engine))

    async def stop(self) -> None:
        await super().stop()
        self.works = False
        if self._engine is not None:
            await self._engine.dispose()

    async def _forever(self, engine: AsyncEngine) -> None:
        told = False
        while True:
            try:
                async with engine.connect() as connection:
                    await connection.execution_options(read_only=True)
                    await self._listen(connection)
            except Exception as error:  # noqa: BLE001 - the database may be away for a while
                if self.works or not told:
                    log.warning("pulse_lost", reason=f"{type(error).__name__}: {getattr(error, 'orig', error)}")
                    self.works, told = False, True
                    self._tell_all()
                await asyncio.sleep(BEAT_SECONDS)

    async def _listen(self, connection: AsyncConnection) -> None:
        asked = self._asked_of(connection, (await connection.get_raw_connection()).driver_connection)
        while True:
            try:
                found = await asked()
            except BaseException:
                await connection.invalidate()  # the pool does not hear what the driver says
                raise
            if self.works:
                self._compare(found)
            else:
                self.works = True
                self._tell_all()
            self._answers = found
            await asyncio.sleep(BEAT_SECONDS)

    def _asked_of(self, connection: AsyncConnection, driver: Any) -> Callable[[], Awaitable[Mapping[str, Any]]]:
        """Return what asks all questions at once."""
        statement = select(*(one.expression.label(name) for name, one in self._questions.items()))
        kept = None
        if connection.dialect.driver == "asyncpg":
            kept = KeptSql(statement, connection.engine)
            driver.hear_at_once()

        async def asked() -> Mapping[str, Any]:
            # Asked all day long, and mostly in vain: where the driver can be asked itself, that costs a third.
            if kept is not None and (ready := kept.ready(given := kept.with_called({}))) is not None:
                return ready.shown(await driver.fetch(ready.text, *ready.arguments_of(given)))[0]
            answer = (await connection.execute(statement)).mappings().one()
            await connection.rollback()
            return dict(answer)

        return asked

    def _compare(self, found: Mapping[str, Any]) -> None:
        for name, question in self._questions.items():
            if found[name] != self._answers[name] if question.on_change else found[name]:
                question.tell()

    def _tell_all(self) -> None:
        for question in self._questions.values():
            question.tell()


def moment(kind: DateTime | Any) -> BindParameter[Any]:
    """Return the moment at which a question is asked, for comparing it with columns of this type."""
    return bindparam(None, callable_=utcnow, type_=kind, unique=True)
