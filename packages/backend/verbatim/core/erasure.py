"""Everything of one owner, gone: for whoever ends an owner.

Rows go by themselves, because every owned table says whose they are. What rows cannot take along, such as files, is up
to the erasers that features register.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from sqlalchemy import Select, Table, delete, inspect, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.db import Base
from verbatim.core.ownership import Owned, Scope, owned_classes, use_scope

Eraser = Callable[[AsyncSession], Awaitable[None]]
"""Called in the scope of an owner whose rows are about to be deleted, in the same transaction; the last one added comes
first. It may raise to refuse.
"""


async def owns_content(session: AsyncSession, owner_id: str) -> bool:
    """Say whether anything that people made belongs to `owner_id`; bookkeeping does not count."""
    with use_scope(Scope(frozenset({owner_id}), owner_id, trash=True)):
        for model in _in_order_of_deletion(session):
            if model.is_content and await session.scalar(_first_of(model, owner_id)) is not None:
                return True
    return False


async def erase_owner(session: AsyncSession, owner_id: str) -> None:
    """Delete every row that belongs to `owner_id`; its files follow once this is committed.

    The caller makes sure that no new ones appear meanwhile.
    """
    erasers: Sequence[Eraser] = session.info.get("erasers", ())
    with use_scope(Scope(frozenset({owner_id}), owner_id, trash=True)):
        for erase in reversed(erasers):  # who was added last builds on the others
            await erase(session)
        await session.flush()
        for model in _in_order_of_deletion(session):
            await session.execute(
                delete(model).where(model.owner_id == owner_id).execution_options(synchronize_session=False)
            )
    session.expire_all()


def _first_of(model: type[Owned], owner_id: str) -> Select[str]:
    key = inspect(model).primary_key[0]
    return select(key).where(model.owner_id == owner_id).limit(1)


def _in_order_of_deletion(session: AsyncSession) -> list[type[Owned]]:
    """Return what refers to others before those, and the books last: triggers keep them while the rest goes.

    Only what this server has registered: another plugin may be imported, whose tables are not in the database.
    """
    classes: dict[Table, type[Owned]] = {}
    for cls in (model for model in owned_classes() if model in session.info["models"]):
        table = inspect(cls).local_table
        assert isinstance(table, Table)  # noqa: S101 - declared classes map tables
        classes[table] = cls
    ordered = [classes[table] for table in reversed(Base.metadata.sorted_tables) if table in classes]
    return sorted(ordered, key=lambda cls: not cls.is_content)
