"""What is held stays: asked by every session before it deletes or changes.

The database's own triggers (`holds.triggers`) say the same to whoever goes past sessions.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, aliased

from verbatim_enterprise.adapters.standing import HOLDS, changes_standing, may_have
from verbatim_enterprise.holds.coverage import covered, keys_of, standing_on
from verbatim_enterprise.holds.errors import HeldError, kind_of
from verbatim_enterprise.holds.models import Hold
from verbatim_enterprise.host import Guard, Resource, Resources, Standing, resources_of

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

    links = resources.links_to(resource) if resource.above is None and not once else []
    return Guard(resource.table, frozenset(columns), refuse, _is_held(resource, links) if links else None)


def _is_held(resource: Resource, links: Sequence[Resource]) -> Standing:
    """Return what tells of a row of a kind that can lie in others whether it is under a hold that stands."""

    def standing(row: Any) -> ColumnElement[bool]:
        on_it = [getattr(Hold, resource.id_name) == row.id]
        for link in links:
            inside: Any = aliased(cast("Any", link.model))
            around = select(getattr(inside, link.key_of_parent)).where(getattr(inside, resource.id_name) == row.id)
            on_it.append(getattr(Hold, link.key_of_parent).in_(around.correlate(row)))
        return select(Hold.id).where(Hold.lifted_at.is_(None), or_(*on_it)).correlate(row).exists()

    return standing


def _refuse(session: Session, held: ColumnElement[bool]) -> None:
    if not may_have(session.info, HOLDS):
        return
    with session.no_autoflush:
        hold: Hold | None = session.scalar(select(Hold).where(held).order_by(Hold.placed_at, Hold.id).limit(1))
        if hold is not None:
            raise HeldError.by(hold, _title(session, hold))


def _title(session: Session, hold: Hold) -> str | None:
    """Return what is held by its name; None where the caller does not see it."""
    resource = resources_of(session).named(kind_of(hold))
    assert resource is not None  # noqa: S101 - or nobody could have held it
    model: Any = resource.model
    wanted = select(getattr(model, str(resource.title))).where(model.id == getattr(hold, resource.id_name))
    return session.scalar(wanted)
