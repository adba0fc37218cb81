"""What is under legal hold stays, whoever asks the database: triggers, made from what the resources call ``frozen``.

The sessions' guards (`holds.guard`) refuse first, with a better sentence. These hold where nobody asked them: in
hand-written SQL, in cascades, and when a hold was placed in this very moment. They are compared at each start, so that
one that somebody removed is back, and a new kind of thing is kept as soon as its plugin is there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import JSON, inspect
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.ext.asyncio import AsyncConnection

from verbatim_enterprise.adapters.keepers import build_keepers
from verbatim_enterprise.adapters.keepers_sqlite import build_sqlite_triggers
from verbatim_enterprise.adapters.kept import Held, KeptByHolds, KeptFile, KeptTable, Link
from verbatim_enterprise.holds.coverage import covered
from verbatim_enterprise.host import DatabaseError, Resource, Resources

FUNCTIONS_MISSING = (
    "The database role of this server may not make the functions that keep what is held. "
    "Have a superuser run once: GRANT CREATE ON SCHEMA public TO verbatim_system;"
)


async def keep_what_is_held(connection: AsyncConnection, resources: Resources) -> None:
    """Make the triggers that are missing or differ, in the transaction of the migrations.

    Raises:
        DatabaseError: the server's role may not make what they need.
    """
    kept = kept_by_holds(resources)
    try:
        if connection.dialect.name == "sqlite":
            await build_sqlite_triggers(connection, kept)
        else:
            await build_keepers(connection, kept)
    except ProgrammingError as error:
        raise DatabaseError(FUNCTIONS_MISSING) from error


def kept_by_holds(resources: Resources) -> KeptByHolds:
    """Return what the resources say of their tables."""
    kinds = covered(resources)
    files = [_file(resources, one) for one in kinds if one.file is not None]
    return KeptByHolds([_table(resources, one) for one in kinds], files)


def _table(resources: Resources, resource: Resource) -> KeptTable:
    mapper: Any = inspect(resource.model)
    frozen = {_column(resource, name): mapper.columns[name] for name in resource.frozen}
    as_text = [name for name, column in frozen.items() if isinstance(column.type, JSON)]
    return KeptTable(
        table=resource.table,
        held=_held(resources, resource.root),
        keys=[column.name for column in mapper.primary_key],
        path=_path(resource),
        columns=["owner_id", *(name for name in frozen if name not in as_text)],
        as_text=as_text,
        once=[_column(resource, name) for name in resource.frozen_once],
        since=_column(resource, resource.once) if resource.once else "",
        locked_first=resource.above.table if resource.above is not None and resource.collects is not None else "",
    )


def _path(resource: Resource) -> Sequence[tuple[str, str]]:
    found = []
    while resource.above is not None:
        found.append((resource.table, _column(resource, resource.key_of_parent)))
        resource = resource.above
    return found


def _held(resources: Resources, root: Resource) -> Held:
    links = [
        Link(
            table=link.table,
            of=_column(link, root.id_name),
            into=_column(link, link.key_of_parent),
            target=f"{link.above.name}_id",
        )
        for link in resources.links_to(root)
        if link.above is not None
    ]
    return Held(f"{root.name}_id", links)


def _file(resources: Resources, resource: Resource) -> KeptFile:
    file = resource.file
    assert file is not None  # noqa: S101 - only asked of what has one
    return KeptFile(
        table=resource.table,
        held=_held(resources, resource.root),
        column=_column(resource, file.key),
        place=_column(resource, file.place),
        given_up=str(file.given_up.__tablename__),
        tail=len(file.tail),
    )


def _column(resource: Resource, attribute: str) -> str:
    mapper: Any = inspect(resource.model)
    return str(mapper.columns[attribute].name)
