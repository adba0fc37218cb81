"""Kept statements that only read, without all that a session does for every statement.

Where a database offers a `Reader`, such a statement is a transaction of its own that goes straight to the driver: it
has been made into SQL once, with the rules of ownership in it, and only its values are put together. A session that
writes, one in which a transaction stands, and one whose reader fails run it as any other. What comes back is the same:
PostgreSQL shows each statement of a reading transaction what is committed when it begins, so that two transactions see
what two statements of one would.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import structlog
from sqlalchemy import BindParameter, Float, Numeric, Select, TextClause
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler

from verbatim.adapters.database.api import Reader
from verbatim.core.scoping import kept_in_scope

log = structlog.get_logger(__name__)

Process = Callable[[Any], Any]

_MOST_TEXTS: Final = 256
"""Limits and offsets stand in the text: of each statement so many are kept."""
_DOUBLE: Final = 701
"""How PostgreSQL numbers the type of every column of floating numbers."""


def only_reads(session: Session | AsyncSession) -> bool:
    """Say whether a session was begun to read alone."""
    return bool(session.info.get("read_only"))


async def rows_of(session: AsyncSession, statement: Select[Any], values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the rows of a kept statement (see `scoping.kept`), each by the names of its columns."""
    reading: Reading | None = session.info.get("reading")
    if reading is not None and only_reads(session) and not session.in_transaction():
        found = await reading.rows(statement, values)
        if found is not None:
            return found
    return [dict(row) for row in (await session.execute(statement, values)).mappings()]


class Reading:
    """Reads kept statements of one database."""

    def __init__(self, engine: AsyncEngine, reader: Reader) -> None:
        self._engine, self._reader = engine, reader
        self._known: dict[Any, KeptSql] = {}
        self._alone: dict[TextClause, tuple[str, tuple[str, ...], SQLCompiler]] = {}

    async def rows(self, statement: Select[Any], values: Mapping[str, Any]) -> list[dict[str, Any]] | None:
        """Return the rows, in the scope in force; None where only a session can find them.

        Raises:
            ForeignRowError: the statement asks for rows without asking whose they are.
        """
        asked = kept_in_scope(statement)
        if asked is None:
            return None
        known = self._known.get(asked)
        if known is None:
            known = self._known[asked] = KeptSql(asked, self._engine)
        given = known.with_called(values)
        ready = known.ready(given)
        if ready is None:
            return None
        arguments = ready.arguments_of(given)
        context, listeners = _Asked(known.compiled), self._engine.sync_engine.dispatch
        for look in listeners.before_cursor_execute:  # among them the last line of scoping
            look(None, None, ready.text, arguments, context, False)
        try:
            found = await self._reader.read(ready.text, arguments)
        except SQLAlchemyError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it was, the session meets it again and says it better
            log.info("read_again", reason=type(error).__name__)
            return None
        for look in listeners.after_cursor_execute:
            look(None, None, ready.text, arguments, context, False)
        return ready.shown(found)

    async def alone(self, statement: TextClause, values: Mapping[str, Any]) -> Sequence[Any]:
        """Return the rows of a statement that is a transaction by itself (see `Reader.alone`)."""
        known = self._alone.get(statement)
        if known is None:
            compiled: Any = statement.compile(dialect=self._engine.dialect)
            known = self._alone[statement] = (compiled.string, tuple(compiled.positiontup), compiled)
        text, names, context = known[0], known[1], _Asked(known[2])
        arguments, listeners = [values[name] for name in names], self._engine.sync_engine.dispatch
        for look in listeners.before_cursor_execute:
            look(None, None, text, arguments, context, False)
        rows = await self._reader.alone(text, arguments)
        for look in listeners.after_cursor_execute:
            look(None, None, text, arguments, context, False)
        return rows

    async def close(self) -> None:
        """Wait for what has been read to be over."""
        await self._reader.close()


class _Asked:
    """A statement that is being run, as its engine's listeners expect it. They may note something on it."""

    isddl = False

    def __init__(self, compiled: SQLCompiler) -> None:
        self.compiled = compiled


@dataclass(frozen=True, slots=True)
class _Argument:
    """A value that the driver is given: the statement's own, or a given one, or the one at a place of a given list."""

    name: str | None
    place: int | None
    own: Any
    process: Process | None


@dataclass(frozen=True, slots=True)
class _Ready:
    """A text of SQL and what it takes to run it. ``processes`` are for columns that the driver gives otherwise than a
    session would.
    """

    text: str
    arguments: tuple[_Argument, ...]
    processes: tuple[tuple[str, Process], ...]

    def arguments_of(self, given: Mapping[str, Any]) -> list[Any]:
        found = []
        for one in self.arguments:
            value = one.own if one.name is None else given[one.name]
            if one.place is not None:
                value = value[one.place]
            found.append(value if one.process is None else one.process(value))
        return found

    def shown(self, found: Any) -> list[dict[str, Any]]:
        rows = [dict(row) for row in found]
        for name, process in self.processes:
            for row in rows:
                row[name] = process(row[name])
        return rows


class KeptSql:
    """A statement as it stands (with the rules in it, where rows have owners), and the texts that it has become by how
    long its lists are.
    """

    def __init__(self, statement: Select[Any], engine: AsyncEngine) -> None:
        compiled: Any = statement.compile(dialect=engine.dialect)
        self.compiled: SQLCompiler = compiled
        binds: list[BindParameter[Any]] = list(compiled.bind_names)
        called = {bind.callable: bind.key for bind in binds if bind.callable is not None}
        self._called = tuple((key, call) for call, key in called.items())
        self._same = {bind.key: called[bind.callable] for bind in binds if bind.callable is not None}
        """The rules stand in a statement many times; what they look up is the same each time."""
        self._own = {bind.key: bind.value for bind in binds if bind.expanding and bind.callable is None and bind.value}
        """Lists that stand in the statement itself."""
        self._written = tuple(bind.key for bind in compiled.literal_execute_params)
        self._lists = tuple({self._same.get(bind.key, bind.key) for bind in binds if bind.expanding})
        columns = compiled._result_columns  # noqa: SLF001 - no public way
        # How those are read depends on what PostgreSQL makes of them.
        self._is_plain = not any(isinstance(one.type, Numeric) and not isinstance(one.type, Float) for one in columns)
        self._texts: dict[tuple[Any, ...], _Ready] = {}

    def with_called(self, values: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the values with those that are looked up when a statement runs, such as the owners in scope."""
        called = {key: call() for key, call in self._called}
        return {**self._own, **values, **called} if called or self._own else values

    def ready(self, given: Mapping[str, Any]) -> _Ready | None:
        """Return the text for these values; None where a column's values need more than their driver gives."""
        if not self._is_plain:
            return None
        key = tuple([len(given[name]) for name in self._lists] + [given[name] for name in self._written])
        found = self._texts.get(key)
        if found is None:
            if len(self._texts) >= _MOST_TEXTS:
                self._texts.clear()
            found = self._texts[key] = self._made(given)
        return found

    def _made(self, given: Mapping[str, Any]) -> _Ready:
        every = {**given, **{key: given[same] for key, same in self._same.items()}}
        state = self.compiled.construct_expanded_state(every)
        lists = state.parameter_expansion.items()
        places = {name: (base, place) for base, names in lists for place, name in enumerate(names)}
        arguments = (self._argument(places.get(name, (name, None)), given) for name in state.positiontup or ())
        return _Ready(state.statement, tuple(arguments), tuple(self._processes()))

    def _argument(self, of: tuple[str, int | None], given: Mapping[str, Any]) -> _Argument:
        compiled: Any = self.compiled
        name, place = of
        bind: BindParameter[Any] = compiled.binds[name]
        process: Process | None = compiled._bind_processors.get(name)  # noqa: SLF001 - no public way
        key = self._same.get(bind.key, bind.key)
        if key in given:
            return _Argument(key, place, None, process)
        return _Argument(None, place, bind.effective_value, process)

    def _processes(self) -> list[tuple[str, Process]]:
        compiled: Any = self.compiled
        found = []
        for column in compiled._result_columns:  # noqa: SLF001 - no public way
            number = _DOUBLE if isinstance(column.type, Float) else None
            process = column.type.dialect_impl(compiled.dialect).result_processor(compiled.dialect, number)
            if process is not None:
                found.append((column.keyname, process))
        return found
