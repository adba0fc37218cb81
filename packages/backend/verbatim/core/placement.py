"""Where rows lie: looking into an owner's workspace as a whole, and moving rows to another."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, inspect, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.errors import ConflictError, NotFoundError
from verbatim.core.jobs.models import IS_ACTIVE, Job
from verbatim.core.ownership import Placed, Scope, current_scope, owned_classes, use_scope


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


async def move_rows(session: AsyncSession, workspace_id: str, rows: Rows) -> None:
    """Let the rows of each class that fulfil its condition lie in a workspace."""
    for model, condition in rows:
        moved = update(model).where(condition).values(workspace_id=workspace_id)
        await session.execute(moved.execution_options(synchronize_session=False))
    session.expire_all()


async def has_content(session: AsyncSession, owner_id: str, workspace_id: str) -> bool:
    """Say whether anything that people made lies in a workspace; bookkeeping does not count."""
    with use_scope(Scope(frozenset({owner_id}), owner_id)):
        for model in owned_classes(Placed):
            assert issubclass(model, Placed)  # noqa: S101 - for the type checker
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
        placed = [model for model in owned_classes(Placed) if issubclass(model, Placed)]
        counted = {"recording_counts"}  # by triggers
        await move_rows(
            session,
            target,
            [(one, one.workspace_id == source) for one in placed if inspect(one).local_table.name not in counted],
        )
