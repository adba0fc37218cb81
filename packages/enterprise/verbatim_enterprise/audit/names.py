"""What is read or changed, by the name that people know: an id alone helps nobody who asks later who heard what."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm.util import identity_key

from verbatim_enterprise.audit.sight import workspace_of
from verbatim_enterprise.host import Resource, resources_of


def _find(resource: Resource, resource_id: str) -> Select[Any] | None:
    """Return what finds the title of a thing, or of the nearest above it that has one, where that lies, and its id."""
    known = resource.known_by
    if known is None or known.title is None or not known.in_workspace:
        return None
    key: Any = resource_id
    while resource is not known:
        model: Any = resource.model
        key = select(getattr(model, resource.key_of_parent)).where(model.id == key).scalar_subquery()
        assert resource.above is not None  # noqa: S101 - or it would be known by itself
        resource = resource.above
    named: Any = known.model
    return select(getattr(named, known.title), named.workspace_id, named.id).where(named.id == key)


def _at_hand(session: AsyncSession, resource: Resource, resource_id: str) -> tuple[Any, ...] | None:
    """Return the same where the transaction knows it already: who locks a transcript has its recording at hand."""
    known, rows = resource.known_by, session.sync_session.identity_map
    row: Any = rows.get(identity_key(resource.model, resource_id))
    while row is not None and resource is not known and resource.above is not None:
        key = row.__dict__.get(resource.key_of_parent)
        resource = resource.above
        row = rows.get(identity_key(resource.model, key))
    read = {} if row is None or known is None else row.__dict__
    wanted = ("" if known is None else known.title, "workspace_id", "id")
    return tuple(read[name] for name in wanted) if read.keys() >= {*wanted} else None


async def named(session: AsyncSession, columns: dict[str, Any]) -> dict[str, Any]:
    """Return the columns of a row about something that is there, with what it is called and where it lies."""
    resource, key = resources_of(session).named(columns["resource_type"]), columns["resource_id"]
    find = None if resource is None or key is None else _find(resource, key)
    found: Any = None
    if resource is not None and find is not None:
        found = _at_hand(session, resource, key) or (await session.execute(find)).one_or_none()
    if resource is None or found is None:
        return columns
    name, place, known_id = found
    details = {**columns["details"], **workspace_of([place])}
    if known_id != key and resource.known_by is not None:
        details[resource.known_by.id_name] = known_id
    return {**columns, "resource_name": name, "details": details}
