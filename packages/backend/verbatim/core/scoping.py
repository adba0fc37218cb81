"""The rules of ownership, applied to every session: reads filtered, new rows stamped, foreign rows left alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache, wraps
from types import NoneType
from typing import Any, ParamSpec, TypeVar, cast
from weakref import WeakKeyDictionary

from sqlalchemy import BindParameter, Engine, Executable, bindparam, event, inspect, literal_column, select
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction, with_loader_criteria
from sqlalchemy.orm.util import identity_key

from verbatim.core.ownership import (
    TRASH,
    AnyScope,
    ForeignRowError,
    Owned,
    Placed,
    Scope,
    System,
    Unscoped,
    current_scope,
    owned_classes,
    owned_tables,
    owner_of_new_rows,
    scope_or_none,
    workspace_of_new_rows,
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


def _inside() -> list[str]:
    scope = current_scope()
    return sorted((scope.places if isinstance(scope, Scope) else None) or ())


_WORKSPACES: BindParameter[list[str]] = bindparam("verbatim_workspaces", callable_=_inside, expanding=True)

_ONLY_INSIDE = with_loader_criteria(
    Placed, lambda cls: cls.workspace_id.in_(_WORKSPACES), include_aliases=True, track_closure_variables=False
)


_TRASHED: Any = literal_column(f"'{TRASH}'")

# Where no workspace narrows a scope, what is in the trash has to be left out by name.
_NOT_IN_TRASH = with_loader_criteria(
    Placed,
    lambda cls: cls.workspace_id.is_distinct_from(_TRASHED),
    include_aliases=True,
    track_closure_variables=False,
)


def _rules_of(scope: AnyScope | None) -> tuple[Any, ...]:
    """Return the rules that statements in a scope follow."""
    if isinstance(scope, (Unscoped, System)):
        return () if scope.trash else (_NOT_IN_TRASH,)
    if scope is not None and scope.workspaces is not None:
        return (_ONLY_READABLE, _ONLY_INSIDE)
    return (_ONLY_READABLE,) if scope is None or scope.trash else (_ONLY_READABLE, _NOT_IN_TRASH)


_KEPT: WeakKeyDictionary[Any, dict[tuple[Any, ...], Any]] = WeakKeyDictionary()
"""Statements that are kept, each with what the rules of a scope make of it."""

P = ParamSpec("P")
S = TypeVar("S", bound=Executable)


def kept(build: Callable[P, S]) -> Callable[P, S]:
    """Keep the statements that a function builds, one for each set of arguments, of which there are few.

    Building a statement and adding the rules to it takes longer than running it. What differs from one call to the
    next is a `bindparam` in it, whose value is given when it runs.
    """

    @wraps(build)
    def made(*args: P.args, **options: P.kwargs) -> S:
        statement = build(*args, **options)
        _KEPT[statement] = {}
        return statement

    return cast("Callable[P, S]", cache(made))


def _filtered(statement: Any, rules: tuple[Any, ...]) -> Any:
    if not rules:
        return statement
    copies = _KEPT.get(statement)
    if copies is None:
        return statement.options(*rules)
    if rules not in copies:
        copies[rules] = statement.options(*rules)
    return copies[rules]


def kept_in_scope(statement: Any) -> Any:
    """Return a kept statement with the rules of the scope in force in it; None when it is not kept, or nobody's."""
    scope = scope_or_none()
    return None if scope is None or statement not in _KEPT else _filtered(statement, _rules_of(scope))


def _filter(state: ORMExecuteState) -> None:
    scope = scope_or_none()
    if isinstance(scope, (Scope, NoneType)) and (state.is_insert or state.is_update or state.is_delete):
        _check_write(state, scope)
    if scope is not None and (state.is_select or state.is_update or state.is_delete):
        state.statement = _filtered(state.statement, _rules_of(scope))


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
    if not _named(state, "owner_id") <= allowed:
        raise ForeignRowError(f"Rows of {statement.table.name} cannot be given to another owner.")
    if scope.places is not None and not _named(state, "workspace_id") <= scope.places:
        raise ForeignRowError(f"Rows of {statement.table.name} cannot be put where their writer sees nothing.")


def _named(state: ORMExecuteState, column: str) -> set[Any]:
    """Return what a statement would write into a column; its SQL expressions count as strangers."""
    statement: Any = state.statement
    if column in (statement._select_names or () if state.is_insert else ()):  # noqa: SLF001 - no public way
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
        if getattr(key, "key", key) == column
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
        if isinstance(row, Placed):
            _guard_place(session, row, scope)


def _guard_place(session: Session, row: Placed, scope: Scope) -> None:
    if row in session.new and row.workspace_id is None:
        row.workspace_id = _place_of_parents(session, row, scope)
    history = inspect(row).attrs.workspace_id.history
    places = {*history.added, *history.deleted, *history.unchanged}
    if scope.places is not None and not places <= scope.places:
        raise ForeignRowError(f"{type(row).__name__} lies where its writer sees nothing.")


def _place_of_parents(session: Session, row: Placed, scope: Scope) -> str | None:
    """Return where a new row belongs: where those rows lie that it hangs under."""
    mapper = inspect(type(row))
    classes = {inspect(cls).local_table: cls for cls in owned_classes(Placed)}
    places: set[str | None] = set()
    for key in mapper.local_table.foreign_keys:
        parent = classes.get(key.column.table)
        value = getattr(row, mapper.get_property_by_column(key.parent).key)
        if parent is not None and value is not None:
            places.add(_place_of(session, parent, value))
    if len(places) > 1:
        raise ForeignRowError(f"{type(row).__name__} would hang under rows of different workspaces.")
    return places.pop() if places else scope.workspace


def _place_of(session: Session, parent: Any, key: Any) -> str | None:
    """Return where a row lies that another is to hang under: one that was looked up or made before, else look now.

    Raises:
        ForeignRowError: there is none, as far as the writer sees.
    """
    known: Any = session.identity_map.get(identity_key(parent, key))
    if known is not None:
        return cast("str | None", known.workspace_id)
    primary = inspect(parent).primary_key[0]
    attribute = inspect(parent).get_property_by_column(primary).key
    for row in session.new:
        if isinstance(row, parent) and getattr(row, attribute) == key:
            return cast("str | None", row.workspace_id) or workspace_of_new_rows()
    with session.no_autoflush:
        found = session.execute(select(parent.workspace_id).where(getattr(parent, attribute) == key)).one_or_none()
    if found is None:
        raise ForeignRowError(f"There is no {parent.__name__} for this row to hang under.")
    return cast("str | None", found[0])


def _refuse_unfiltered(
    _connection: object, _cursor: object, _statement: str, _parameters: object, context: Any, _many: object
) -> None:
    """Last line: SQL that reads an owned table without asking for its owner does not run, whoever wrote it."""
    scope = scope_or_none()
    compiled = getattr(context, "compiled", None)
    if compiled is None or context.isddl or isinstance(scope, (Unscoped, System)):
        return
    narrow = scope is not None and scope.workspaces is not None
    known: dict[bool, list[str]] = compiled.__dict__.setdefault("verbatim_unfiltered", {})
    if narrow not in known:  # once for each structure: compiled statements are cached
        known[narrow] = _unfiltered_tables(compiled, "owner_id", owned_tables())
        if narrow:
            known[narrow] += _unfiltered_tables(compiled, "workspace_id", owned_tables(Placed))
    if unfiltered := known[narrow]:
        current_scope()
        raise ForeignRowError(f"A statement reads {', '.join(unfiltered)} without asking whose rows they are.")


_LOCKED = re.compile(r"\bFOR (?:NO KEY )?UPDATE OF \w+(?:, \w+)*")
"""Names of what a statement locks: it has read them, and says so elsewhere."""


def _unfiltered_tables(compiled: Any, column: str, tables: set[str]) -> list[str]:
    writes = compiled.isinsert or compiled.isupdate or compiled.isdelete
    mentions = re.compile(
        r"(?:\bFROM|\bJOIN{others})\s+\(?(?:(?:public|main)\.)?\"?({names})\"?(?![\w.\"(])(?:\s+AS\s+\"?(\w+)\"?)?".format(
            # What a statement writes to has been checked; a text may write to anything.
            others="" if writes else r"|\bUPDATE|\bINTO|,",
            names="|".join(sorted(map(re.escape, tables))),
        ),
        re.IGNORECASE,
    ).findall(_LOCKED.sub("", compiled.string))
    read = Counter((table, alias or table) for table, alias in mentions[1 if compiled.isdelete else 0 :])
    return sorted({name for (name, alias), times in read.items() if _filters(alias, column, compiled.string) < times})


def _filters(alias: str, column: str, sql: str) -> int:
    return len(re.findall(rf'(?<![\w."])"?{re.escape(alias)}"?\.{column} (?:IN|=) ', sql))


def install_scoping(session_class: type[Session]) -> None:
    """Apply the rules to every session of `session_class`."""
    event.listen(session_class, "do_orm_execute", _filter)
    event.listen(session_class, "before_flush", _guard)


def guard_engine(engine: Engine) -> None:
    """Refuse statements on `engine` that went past the sessions' rules."""
    event.listen(engine, "before_cursor_execute", _refuse_unfiltered)
