"""What is held stays: asked by every session before it deletes or changes.

The database's own triggers (`holds.triggers`) say the same to whoever goes past sessions.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, aliased

from verbatim_enterprise.adapters.standing import HOLDS, changes_standing, may_have
from verbatim_enterprise.holds.coverage import covered, keys_of, standing_on
from verbatim_enterprise.holds.errors import HeldError
from verbatim_enterprise.holds.models import Hold
from verbatim_enterprise.host import Guard, Resource, Resources, content_class

changes_standing(Hold)


def guards_of(resources: Resources) -> Sequence[Guard]:
    """Return what watches the rows of every kind of which holds keep something."""
    found = []
    for resource in covered(resources):
        found.append(_guard(resources, resource, resource.frozen))
        if resource.frozen_once:
            found.append(_guard(resources, resource, resource.frozen_once, once=resource.once))
    return found


def _guard(resources: Resources, resource: Resource, columns: Sequence[str], once: str = "") -> Guard:
    keys = keys_of(resource)
    if once:
        keys = keys.where(getattr(resource.model, once).is_not(None))

    def refuse(session: Session, rows: ColumnElement[bool]) -> None:
        _refuse(session, standing_on(resources, resource.root, keys.where(rows)))

    tells = resource.table == "recordings" and not once
    return Guard(resource.table, frozenset(columns), refuse, is_held if tells else None)


def is_held(recording: Any) -> ColumnElement[bool]:
    """Return the condition that a row of recordings is under a hold that stands."""
    inside = aliased(content_class("project_recordings"))
    projects = select(inside.project_id).where(inside.recording_id == recording.id)
    on_it = or_(Hold.recording_id == recording.id, Hold.project_id.in_(projects.correlate(recording)))
    return select(Hold.id).where(Hold.lifted_at.is_(None), on_it).correlate(recording).exists()


def _refuse(session: Session, held: ColumnElement[bool]) -> None:
    if not may_have(session.info, HOLDS):
        return
    with session.no_autoflush:
        hold: Hold | None = session.scalar(select(Hold).where(held).order_by(Hold.placed_at, Hold.id).limit(1))
        if hold is not None:
            raise HeldError.by(hold, _title(session, hold))


def _title(session: Session, hold: Hold) -> str | None:
    """Return what is held by its name; None where the caller does not see it."""
    recording, project = content_class("recordings"), content_class("projects")
    if hold.recording_id is not None:
        return session.scalar(select(recording.title).where(recording.id == hold.recording_id))
    return session.scalar(select(project.name).where(project.id == hold.project_id))
