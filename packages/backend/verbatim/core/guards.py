"""Objections: somebody may insist that rows stay, or stay as they are.

A guard is asked wherever rows are deleted or changed through a session: row by row at a flush, or many at once by a
statement. It raises to refuse, and the whole transaction is undone. A feature cannot forget to ask, because it does not
have to. Rows that the database deletes along with others are not asked about: their guard is that of what they hang
under. What goes past sessions is for the database's own rules; `VerbatimError.database_sign` gives those a voice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, event, inspect, or_, true
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from verbatim.core.resources import Resource, Resources

Objection = Callable[[Session, ColumnElement[bool]], None]
"""Gets the session and a condition that selects the rows in question; raises an error for a person to read."""


Standing = Callable[[Any], ColumnElement[bool]]
"""Gets the mapped class of a table; returns the condition that a row of it is under objection."""


@dataclass(frozen=True)
class Guard:
    """Watches the rows of one table: their deletion, and changes of ``columns`` (names of mapped attributes).

    ``standing`` tells beforehand which rows it would object to, so that nobody is offered what would be refused.
    """

    table: str
    columns: frozenset[str]
    object: Objection
    standing: Standing | None = None


def standing_on(info: Mapping[str, Any], table: str) -> tuple[Standing, ...]:
    """Return what says of which rows of a table somebody insists that they stay; ``info`` is that of a session."""
    return tuple(one.standing for one in info.get("guards", ()) if one.table == table and one.standing is not None)


GuardMaker = Callable[[Resources], Iterable[Guard]]
"""Returns the guards of every kind of thing, once it is known which there are."""


def refuse_kept(session: Session, model: type, rows: ColumnElement[bool]) -> None:
    """Ask the guards of a table about rows that are about to leave everybody's sight, as if they were to be deleted."""
    for guard in _guards_of(session, model):
        guard.object(session, rows)


async def refuse_made_from_kept(session: AsyncSession, resource: Resource, rows: ColumnElement[bool]) -> None:
    """Ask the guards of what rows of a kind were made from, before these are deleted.

    Raises:
        VerbatimError: somebody insists that it stays.
    """
    if resource.made_from is not None:
        model, kept = resource.made_from(rows)
        await session.run_sync(lambda sync: refuse_kept(sync, model, kept))


def _guards_of(session: Session, model: type) -> list[Guard]:
    table = getattr(model, "__tablename__", None)
    return [guard for guard in session.info.get("guards", ()) if guard.table == table]


def _at_flush(session: Session, _context: UOWTransaction, _instances: object) -> None:
    if not session.info.get("guards"):
        return
    for row in session.deleted:
        for guard in _guards_of(session, type(row)):
            guard.object(session, _is(row))
    for row in session.dirty:
        guards = _guards_of(session, type(row))
        changed = _changed(row) if guards else set()
        for guard in guards:
            if changed & guard.columns:
                guard.object(session, _is(row))


def _changed(row: object) -> set[str]:
    return {state.key for state in inspect(row).attrs if state.history.has_changes()}


def _is(row: object) -> ColumnElement[bool]:
    state: Any = inspect(row)
    return and_(*(column == value for column, value in zip(state.mapper.primary_key, state.identity, strict=True)))


def _at_statement(state: ORMExecuteState) -> None:
    if not (state.is_update or state.is_delete) or state.bind_mapper is None:
        return
    for guard in _guards_of(state.session, state.bind_mapper.class_):
        if state.is_delete or _set_by(state) & guard.columns:
            guard.object(state.session, _condition(state))


def _set_by(state: ORMExecuteState) -> set[str]:
    statement: Any = state.statement
    named: list[Iterable[Any]] = [statement._values or {}, *(_parameter_sets(state))]  # noqa: SLF001 - no public way
    return {str(getattr(key, "key", key)) for names in named for key in names}


def _condition(state: ORMExecuteState) -> ColumnElement[bool]:
    """Return what selects a statement's rows; those of a statement for rows by key are in its parameters."""
    statement: Any = state.statement
    if statement.whereclause is not None:
        found: ColumnElement[bool] = statement.whereclause
        return found
    mapper: Any = state.bind_mapper
    keys = [(mapper.get_property_by_column(column).key, column) for column in mapper.primary_key]
    sets = _parameter_sets(state)
    if not sets or any(key not in row for row in sets for key, _ in keys):
        return true()
    return or_(*(and_(*(column == row[key] for key, column in keys)) for row in sets))


def _parameter_sets(state: ORMExecuteState) -> list[Any]:
    parameters = state.parameters or []
    return list(parameters) if isinstance(parameters, (list, tuple)) else [parameters]


def install_guards(session_class: type[Session]) -> None:
    """Let every session of `session_class` ask the guards in its ``info``."""
    event.listen(session_class, "before_flush", _at_flush)
    event.listen(session_class, "do_orm_execute", _at_statement)
