"""The rules of ownership, applied to every session: reads filtered, new rows stamped, foreign rows left alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from sqlalchemy import BindParameter, Engine, bindparam, event, inspect
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction, with_loader_criteria

from verbatim.core.ownership import (
    ForeignRowError,
    Owned,
    Scope,
    System,
    Unscoped,
    current_scope,
    owned_tables,
    owner_of_new_rows,
    scope_or_none,
)


def _readable() -> list[str]:
    scope = current_scope()
    return sorted(scope.read) if isinstance(scope, Scope) else []


# The owners are looked up when a statement runs, never captured when it is built: a cached statement cannot carry the
# scope of an earlier request.
_READABLE: BindParameter[list[str]] = bindparam("verbatim_scope", callable_=_readable, expanding=True)

# One option for every owned class, those of plugins among them. It is resolved when a statement of a new structure is
# compiled; running a known one costs next to nothing.
_ONLY_READABLE = with_loader_criteria(
    Owned, lambda cls: cls.owner_id.in_(_READABLE), include_aliases=True, track_closure_variables=False
)


def _filter(state: ORMExecuteState) -> None:
    scope = scope_or_none()
    if isinstance(scope, (Unscoped, System)):
        return
    if state.is_insert or state.is_update or state.is_delete:
        _check_write(state, scope)
    if scope is not None and (state.is_select or state.is_update or state.is_delete):
        state.statement = state.statement.options(_ONLY_READABLE)


def _check_write(state: ORMExecuteState, scope: Scope | None) -> None:
    """Refuse statements that name another owner, and those past the mapped classes, which cannot be filtered."""
    statement: Any = state.statement
    if getattr(statement.table, "name", None) not in owned_tables():
        return
    if scope is None:
        current_scope()
        return
    if not state.is_orm_statement and not state.is_insert:
        raise ForeignRowError(f"Change {statement.table.name} through its mapped class: tables are not filtered.")
    allowed = {owner_of_new_rows()} if state.is_insert else set()
    if not _owners_named(state) <= allowed:
        raise ForeignRowError(f"Rows of {statement.table.name} cannot be given to another owner.")


def _owners_named(state: ORMExecuteState) -> set[Any]:
    """Return what a statement would write into ``owner_id``; its SQL expressions count as strangers."""
    statement: Any = state.statement
    if "owner_id" in (statement._select_names or () if state.is_insert else ()):  # noqa: SLF001 - no public way
        return {object()}
    sets: list[Any] = [] if state.is_delete else [statement._values or {}]  # noqa: SLF001
    if state.is_insert:
        sets += [row for rows in statement._multi_values or () for row in rows]  # noqa: SLF001
    parameters = state.parameters or {}
    sets += [parameters] if isinstance(parameters, Mapping) else list(parameters)
    return {
        getattr(value, "value", value)
        for row in sets
        for key, value in row.items()
        if getattr(key, "key", key) == "owner_id"
    }


def _guard(session: Session, _context: UOWTransaction, _instances: object) -> None:
    touched = [row for row in (*session.new, *session.dirty, *session.deleted) if isinstance(row, Owned)]
    if not touched:
        return
    scope = current_scope()
    if not isinstance(scope, Scope):
        return
    for row in touched:
        history = inspect(row).attrs.owner_id.history
        owners = {*history.added, *history.deleted, *history.unchanged}
        if row in session.new:
            allowed = {owner_of_new_rows()}
            if owners == {None}:  # said outright, so that the column's default would not stamp it
                owners = allowed
                row.owner_id = scope.write
        else:
            allowed = set(scope.read)
        if not owners <= allowed or (row not in session.new and history.added):
            raise ForeignRowError(f"{type(row).__name__} belongs to another owner.")


def _refuse_unfiltered(
    _connection: object, _cursor: object, _statement: str, _parameters: object, context: Any, _many: object
) -> None:
    """Last line: SQL that reads an owned table without asking for its owner does not run, whoever wrote it."""
    scope = scope_or_none()
    compiled = getattr(context, "compiled", None)
    if compiled is None or context.isddl or isinstance(scope, (Unscoped, System)):
        return
    unfiltered = compiled.__dict__.get("verbatim_unfiltered")
    if unfiltered is None:  # once for each structure: compiled statements are cached
        unfiltered = compiled.__dict__["verbatim_unfiltered"] = _unfiltered_tables(compiled)
    if unfiltered:
        current_scope()
        raise ForeignRowError(f"A statement reads {', '.join(unfiltered)} without asking whose rows they are.")


def _unfiltered_tables(compiled: Any) -> list[str]:
    writes = compiled.isinsert or compiled.isupdate or compiled.isdelete
    mentions = re.compile(
        r"(?:\bFROM|\bJOIN{others})\s+\(?(?:(?:public|main)\.)?\"?({names})\"?(?![\w.\"(])(?:\s+AS\s+\"?(\w+)\"?)?".format(
            # What a statement writes to has been checked; a text may write to anything.
            others="" if writes else r"|\bUPDATE|\bINTO|,",
            names="|".join(sorted(map(re.escape, owned_tables()))),
        ),
        re.IGNORECASE,
    ).findall(compiled.string)
    read = Counter((table, alias or table) for table, alias in mentions[1 if compiled.isdelete else 0 :])
    return sorted({table for (table, alias), times in read.items() if _filters(alias, compiled.string) < times})


def _filters(alias: str, sql: str) -> int:
    return len(re.findall(rf'(?<![\w."])"?{re.escape(alias)}"?\.owner_id (?:IN|=) ', sql))


def install_scoping(session_class: type[Session]) -> None:
    """Apply the rules to every session of `session_class`."""
    event.listen(session_class, "do_orm_execute", _filter)
    event.listen(session_class, "before_flush", _guard)


def guard_engine(engine: Engine) -> None:
    """Refuse statements on `engine` that went past the sessions' rules."""
    event.listen(engine, "before_cursor_execute", _refuse_unfiltered)
