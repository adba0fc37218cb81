"""What a hold covers, read from the resources: what can be held, and what hangs under that.

A hold on a recording covers its file, its transcripts, their segments and speakers, and what engines said; one on a
project also the project itself, what is in it, and that it is in it. Each of these kinds says so itself (``frozen``),
and so does a kind that a plugin adds. New things may be added, also the first transcript: a further one would take the
place of the one that people read. Tags, the loudness curve and the workspace may change: they are not what was said.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from verbatim_enterprise.holds.models import Hold
from verbatim_enterprise.host import Resource, Resources, resources_of

Keys = Select[Any]


def can_be_held(resource: Resource) -> bool:
    """Say whether a hold can name a thing of this kind: the table of holds has a column for it."""
    return resource.above is None and hasattr(Hold, f"{resource.name}_id")


def covered(resources: Resources) -> list[Resource]:
    """Return the kinds of which holds keep something."""
    return [one for one in resources if one.model is not None and one.frozen and can_be_held(one.root)]


def standing_on(resources: Resources, root: Resource, keys: Keys) -> ColumnElement[bool]:
    """Return the condition of holds that stand on some things, directly or through what they were put into."""
    named = [_target(root).in_(keys)]
    for link in resources.links_to(root):
        inside: Any = aliased(_model(link))
        assert link.above is not None  # noqa: S101 - a link leads somewhere
        around = select(getattr(inside, link.key_of_parent)).where(getattr(inside, root.id_name).in_(keys))
        named.append(_target(link.above).in_(around))
    return Hold.lifted_at.is_(None) & or_(*named)


def held(resources: Resources, root: Resource) -> ColumnElement[bool]:
    """Return the condition of things of a kind that are under hold."""
    standing, model = Hold.lifted_at.is_(None), _model(root)
    target = _target(root)
    found = [model.id.in_(select(target).where(standing, target.is_not(None)))]
    for link in resources.links_to(root):
        inside = _model(link)
        assert link.above is not None  # noqa: S101 - a link leads somewhere
        around = _target(link.above)
        projects = select(around).where(standing, around.is_not(None))
        members = select(getattr(inside, root.id_name)).where(getattr(inside, link.key_of_parent).in_(projects))
        found.append(model.id.in_(members))
    return or_(*found)


def held_things(session: AsyncSession, kind: str) -> ColumnElement[bool]:
    """Return the condition of things of a kind of the core's that are under hold."""
    resources = resources_of(session)
    return held(resources, _named(resources, kind))


def _named(resources: Resources, kind: str) -> Resource:
    found = resources.named(kind)
    assert found is not None  # noqa: S101 - the core's own
    return found


def standing_on_things(session: AsyncSession, kind: str, keys: Keys) -> ColumnElement[bool]:
    """Return the condition of holds that stand on some things of a kind of the core's."""
    resources = resources_of(session)
    return standing_on(resources, _named(resources, kind), keys)


def keys_of(resource: Resource) -> Keys:
    """Return what selects the ids of what rows of a kind hang under in the end; conditions on those rows are added."""
    model = _model(resource)
    if resource.above is None:
        return select(model.id)
    key, joins = getattr(model, resource.key_of_parent), []
    above = resource.above
    while above.above is not None:
        one: Any = aliased(_model(above))
        joins.append((one, one.id == key))
        key, above = getattr(one, above.key_of_parent), above.above
    found = select(key).select_from(model)
    for one, condition in joins:
        found = found.join(one, condition)
    return found


def root_id(resource: Resource) -> Any:
    """Return the id of what each row of a kind hangs under in the end, as an expression on that row."""
    model = _model(resource)
    return model.id if resource.above is None else _above(resource, getattr(model, resource.key_of_parent))


def _above(resource: Resource, key: Any) -> Any:
    parent = resource.above
    assert parent is not None  # noqa: S101 - only called for what has one
    if parent.above is None:
        return key
    above: Any = aliased(_model(parent))
    found = select(getattr(above, parent.key_of_parent)).where(above.id == key).scalar_subquery()
    return _above(parent, found)


def _target(resource: Resource) -> Any:
    return getattr(Hold, f"{resource.name}_id")


def _model(resource: Resource) -> Any:
    return resource.model
