"""Taking hold of what is to be held: whoever is deleting or correcting it is waited for, whoever comes later waits.

The order is that of everybody else who locks these rows: recordings by id, what hangs under them, projects.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.holds.coverage import covered, root_id
from verbatim_enterprise.holds.errors import TargetNotFoundError
from verbatim_enterprise.host import Resource, content_class, resources_of


async def lock_recording(session: AsyncSession, recording_id: str) -> None:
    """Lock a recording and what hangs under it.

    Raises:
        TargetNotFoundError: there is none, or the caller does not see it.
    """
    if not await _lock_things(session, _named(session, "recording"), [recording_id]):
        raise TargetNotFoundError


async def lock_document(session: AsyncSession, document_id: str) -> None:
    """Lock a document and what hangs under it.

    Raises:
        TargetNotFoundError: there is none, or the caller does not see it.
    """
    if not await _lock_things(session, _named(session, "document"), [document_id]):
        raise TargetNotFoundError


async def lock_project(session: AsyncSession, project_id: str) -> None:
    """Lock a project and what is in it.

    Raises:
        TargetNotFoundError: there is none, or the caller does not see it.
    """
    project = content_class("projects")
    members = _members(session, project_id)
    locked: set[str] = set()
    while True:
        for kind, inside in members:
            locked |= await _lock_things(session, kind, inside)
        if not await _lock(session, project, project.id == project_id):
            raise TargetNotFoundError
        # From here on nothing more can be put into it; what was since we looked is locked in another round.
        there = [one for _, inside in members for one in await session.scalars(inside)]
        if set(there) <= locked:
            return


def _members(session: AsyncSession, project_id: str) -> list[tuple[Resource, Any]]:
    """Return the kinds of things that lie in projects, each with what selects the ids of those in one."""
    resources = resources_of(session)
    project, found = _named(session, "project"), []
    for link in resources:
        if link.collects is not None and link.above is project:
            inside: Any = link.model
            members = select(getattr(inside, link.collects.id_name))
            found.append((link.collects, members.where(getattr(inside, link.key_of_parent) == project_id)))
    return found


def _named(session: AsyncSession, kind: str) -> Resource:
    found = resources_of(session).named(kind)
    assert found is not None  # noqa: S101 - the core's own
    return found


async def _lock_things(session: AsyncSession, root: Resource, ids: Any) -> set[str]:
    resources = resources_of(session)
    locked = await _lock(session, root.model, _is_under(root, ids))
    for resource in covered(resources):
        if resource.root is root and resource is not root and not resource.locked_with_parent:
            await _lock(session, resource.model, _is_under(resource, ids))
    return locked


def _is_under(resource: Resource, ids: Any) -> ColumnElement[bool]:
    found: ColumnElement[bool] = root_id(resource).in_(ids)
    return found


async def _lock(session: AsyncSession, model: Any, wanted: ColumnElement[bool]) -> set[str]:
    return set(await session.scalars(select(model.id).where(wanted).order_by(model.id).with_for_update()))
