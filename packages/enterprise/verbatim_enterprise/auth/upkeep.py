"""What has had its time is deleted: ended sessions, forgotten failures, used links, invitations that are over.

Every server looks from time to time, each at a moment of its own; rows that another one is deleting are skipped, so
that they share the work instead of waiting for each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

import structlog
from sqlalchemy import ColumnElement, delete, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from verbatim_enterprise.auth.login import KNOWN_FOR
from verbatim_enterprise.auth.models import AuthSession, PasswordReset, Throttle
from verbatim_enterprise.auth.throttle import FORGET_AFTER
from verbatim_enterprise.host import Database, Upkeep, rows_affected, utcnow
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.teams.models import Invite

log = structlog.get_logger(__name__)

EVERY_SECONDS: Final = 3600.0
BATCH: Final = 500
"""Rows deleted in one transaction, so that none holds many locks or takes long."""

SESSIONS_KEPT: Final = timedelta(days=7)
"""After its end a session's old tokens are still known to be replays."""
LINKS_KEPT: Final = timedelta(days=1)
INVITES_KEPT: Final = timedelta(days=90)
"""How long a team's list still shows invitations that were used, revoked or left to expire."""

Stale = tuple[InstrumentedAttribute[str], ColumnElement[bool]]


def stale(now: datetime) -> Sequence[Stale]:
    """Return the key of each table with the condition under which its rows mean nothing any more."""
    sessions, links, invites = now - SESSIONS_KEPT, now - LINKS_KEPT, now - INVITES_KEPT
    return (
        (
            AuthSession.id,
            # An address from which somebody signed in counts as theirs for a while.
            (AuthSession.created_at < now - KNOWN_FOR)
            & or_(AuthSession.ended_at < sessions, AuthSession.ends_at < sessions, AuthSession.expires_at < sessions),
        ),
        (Throttle.key, (Throttle.failed_at < now - FORGET_AFTER) & (Throttle.blocked_until < now)),
        (PasswordReset.id, or_(PasswordReset.used_at < links, PasswordReset.expires_at < links)),
        (Invite.id, func.coalesce(Invite.accepted_at, Invite.revoked_at, Invite.expires_at) < invites),
    )


async def tidy(database: Database) -> dict[str, int]:
    """Delete whatever is stale. Returns how many rows of which table."""
    gone: dict[str, int] = {}
    for key, condition in stale(utcnow()):
        table = key.class_.__tablename__
        while count := await _delete_some(database, key, condition):
            gone[table] = gone.get(table, 0) + count
    if gone:
        log.info("auth_tidied", **gone)
    return gone


async def _delete_some(database: Database, key: InstrumentedAttribute[str], condition: ColumnElement[bool]) -> int:
    async with system_transaction(database, read_only=True) as session:
        if await session.scalar(select(key).where(condition).limit(1)) is None:
            return 0  # without taking SQLite's one write lock
    async with system_transaction(database) as session:
        some = select(key).where(condition).limit(BATCH).with_for_update(skip_locked=True)
        ids = list(await session.scalars(some))
        statement = delete(key.class_).where(key.in_(ids)).execution_options(synchronize_session=False)
        return rows_affected(await session.execute(statement)) if ids else 0


UPKEEP: Final = Upkeep(tidy, name="auth-upkeep", seconds=EVERY_SECONDS, failed="auth_not_tidied")
"""Tidies every hour for as long as the server runs."""
