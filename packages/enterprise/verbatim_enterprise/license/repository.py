"""Reading what the licence depends on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, column, func, select, table, text
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import Role
from verbatim_enterprise.license.models import LicenseWatch, StoredLicense

WATCH: Final = 1
_LOCK: Final = int.from_bytes(b"verbseat")
"""Key of the advisory lock: the bytes of "verbseat", so that it can be recognised in pg_locks."""

# By name only: accounts ask the licence for seats, not the other way round.
_USERS = table("users", column("id"), column("email"), column("role"), column("is_active"), column("created_at"))
_ADMINS = (_USERS.c.role == Role.ADMIN.value, _USERS.c.is_active.is_(True))
_MOST_MAILS: Final = 50


async def lock_seats(session: AsyncSession) -> None:
    """Let nobody else take a seat or change the licence until the transaction ends.

    Whoever locks accounts or teams besides takes this lock before them. SQLite has one writer at a time anyway.
    """
    if session.get_bind().dialect.name == "postgresql":
        await session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})


async def current_license(session: AsyncSession) -> StoredLicense | None:
    """Return the uploaded licence that was not replaced."""
    found: StoredLicense | None = await session.scalar(
        select(StoredLicense).where(StoredLicense.replaced_at.is_(None)).order_by(StoredLicense.installed_at.desc())
    )
    return found


def newest() -> ColumnElement[Any]:
    """Return what is another value as soon as a licence is put in or replaced, in whichever process."""
    changed = func.coalesce(StoredLicense.replaced_at, StoredLicense.installed_at)
    return select(func.max(changed)).scalar_subquery()


async def previous_license(session: AsyncSession) -> StoredLicense | None:
    """Return the uploaded licence that was replaced last."""
    found: StoredLicense | None = await session.scalar(
        select(StoredLicense)
        .where(StoredLicense.replaced_at.is_not(None))
        .order_by(StoredLicense.replaced_at.desc(), StoredLicense.id.desc())
        .limit(1)
    )
    return found


async def replaced_licenses(session: AsyncSession) -> frozenset[str]:
    """Return the ids of the licences that counted once and were replaced."""
    replaced = StoredLicense.replaced_at.is_not(None)
    return frozenset(await session.scalars(select(StoredLicense.license_id).where(replaced)))


async def find_license(session: AsyncSession, license_id: str) -> StoredLicense | None:
    """Return an uploaded licence by the id the vendor gave it."""
    found: StoredLicense | None = await session.scalar(
        select(StoredLicense).where(StoredLicense.license_id == license_id)
    )
    return found


async def get_watch(session: AsyncSession) -> LicenseWatch | None:
    """Return what is remembered about time."""
    return await session.get(LicenseWatch, WATCH)


async def seats_used(session: AsyncSession) -> int:
    """Return how many accounts may sign in: each is a seat."""
    counted = select(func.count()).select_from(_USERS).where(_USERS.c.is_active.is_(True))
    return await session.scalar(counted) or 0


async def admin_addresses(session: AsyncSession) -> Sequence[str]:
    """Return the mail addresses of the administrators who may sign in."""
    found = await session.scalars(select(_USERS.c.email).where(*_ADMINS).order_by(_USERS.c.email).limit(_MOST_MAILS))
    return found.all()


async def senior_admin(session: AsyncSession) -> str | None:
    """Return the id of the longest-standing administrator who may sign in."""
    found: str | None = await session.scalar(
        select(_USERS.c.id).where(*_ADMINS).order_by(_USERS.c.created_at, _USERS.c.id).limit(1)
    )
    return found
