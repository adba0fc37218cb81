"""Where rows lie: looking into an owner's workspace as a whole, and moving rows to another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, inspect, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.errors import ConflictError, NotFoundError
from verbatim.core.jobs.models import IS_ACTIVE, Job
from verbatim.core.ownership import Placed, Scope, current_scope, owned_classes, use_scope
from verbatim.core.resources import resources_of


class NoSuchWorkspaceError(NotFoundError):
    """There is no such workspace."""

    code = "workspace_not_found"


class BusyError(ConflictError):
    """Something of this is being worked on; wait until that has ended, or cancel it."""

    code = "busy"


def refuse_unseen(workspace_id: str) -> None:
    """Insist that the caller sees a workspace.

    Raises:
        NoSuchWorkspaceError: they do not, or there are no workspaces here.
    """
    scope = current_scope()
    if not isinstance(scope, Scope) or workspace_id not in (scope.workspaces or ()):
        raise NoSuchWorkspaceError


Rows = Sequence[tuple[type[Placed], ColumnElement[bool]]]


async def move_rows(session: AsyncSession, workspace_id: str | None, rows: Rows) -> None:
    """Let the rows of each class that fulfil its condition lie in a workspace; None: in none."""
    for model, condition in rows:
        moved = update(model).where(condition).values(workspace_id=workspace_id)
        await session.execute(moved.execution_options(synchronize_session=False))
    session.expire_all()


def rows_under(session: AsyncSession, model: type[Placed], ids: Sequence[str]) -> list[tuple[type[Placed], Any]]:
    """Return what hangs under rows of a class, the deepest first, as classes with conditions: all that would be deleted
    with them by a foreign key, and every kind that names them as its parent.
    """
    found: dict[type[Placed], Any] = {}
    _collect(session, model, ids, found)
    return list(reversed(found.items()))


def _collect(session: AsyncSession, model: type[Placed], keys: Any, found: dict[type[Placed], Any]) -> None:
    for child, attribute in _children(session, model):
        if child in found or child is model:
            continue
        found[child] = condition = getattr(child, attribute).in_(keys)
        primary = inspect(child).primary_key
        if len(primary) == 1:
            _collect(session, child, select(primary[0]).where(condition), found)


def _children(session: AsyncSession, model: type[Placed]) -> Iterator[tuple[type[Placed], str]]:
    """Yield the classes whose rows hang under those of a class, each with the attribute that says under which."""
    for child in _placed(session):
        mapper = inspect(child)
        for key in mapper.local_table.foreign_keys:
            if key.column.table is inspect(model).local_table and key.ondelete == "CASCADE":
                yield child, mapper.get_property_by_column(key.parent).key
    for one in resources_of(session):
        if one.above is not None and one.above.model is model and one.in_workspace:
            assert one.model is not None  # noqa: S101 - or it would lie nowhere
            yield one.model, one.key_of_parent


def _placed(session: AsyncSession) -> list[type[Placed]]:
    """Return the classes whose rows lie in workspaces, of those that this server has registered: another plugin may be
    imported, whose tables are not in the database.
    """
    return [one for one in owned_classes(Placed) if issubclass(one, Placed) and one in session.info["models"]]


async def has_content(session: AsyncSession, owner_id: str, workspace_id: str) -> bool:
    """Say whether anything that people made lies in a workspace; bookkeeping does not count."""
    with use_scope(Scope(frozenset({owner_id}), owner_id)):
        for model in _placed(session):
            first = select(inspect(model).primary_key[0]).where(model.workspace_id == workspace_id).limit(1)
            if model.is_content and await session.scalar(first) is not None:
                return True
    return False


async def move_content(session: AsyncSession, owner_id: str, source: str, target: str) -> None:
    """Let everything that lies in one workspace of an owner lie in another.

    Raises:
        BusyError: some of it is being worked on.
    """
    with use_scope(Scope(frozenset({owner_id}), owner_id)):
        working = select(Job.id).where(Job.workspace_id == source, IS_ACTIVE).limit(1)
        if await session.scalar(working) is not None:
            raise BusyError
        placed = _placed(session)
        counted = {"recording_counts"}  # by triggers
        await move_rows(
            session,
            target,
            [(one, one.workspace_id == source) for one in placed if inspect(one).local_table.name not in counted],
        )
