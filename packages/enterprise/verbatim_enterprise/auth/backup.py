"""What a restore and the proof of a backup are to do about signing in."""

from __future__ import annotations

import json
import secrets
from typing import Final

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.auth.models import AuthSession, PasswordReset, Throttle
from verbatim_enterprise.auth.services import AUTH, AuthServices
from verbatim_enterprise.auth.sessions import Device
from verbatim_enterprise.host import BackupPart, Rehearsal, Rehearsed, utcnow
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.teams.models import TeamMember, TeamRole
from verbatim_enterprise.users.models import User

RESTORED: Final = "restored"
"""Why sessions of another timeline ended."""


async def end_the_old(session: AsyncSession) -> None:
    """End every session, also such as were signed out of after the backup; links that set passwords are used up."""
    now = utcnow()
    await session.execute(
        update(AuthSession)
        .where(AuthSession.ended_at.is_(None))
        .values(ended_at=now, end_reason=RESTORED)
        .execution_options(synchronize_session=False)
    )
    # Whoever has a token of a session that this database has never seen is refused too.
    await session.execute(update(User).values(signed_in_after=now).execution_options(synchronize_session=False))
    await session.execute(
        update(PasswordReset)
        .where(PasswordReset.used_at.is_(None))
        .values(used_at=now)
        .execution_options(synchronize_session=False)
    )
    await session.execute(delete(Throttle))


async def sign_in(rehearsal: Rehearsal) -> Rehearsed:
    """Let somebody sign in who sees the sample, with a password that only this copy knows."""
    services = AUTH.of(rehearsal.app)
    password = secrets.token_urlsafe(24)
    user = await _somebody(rehearsal, await services.hasher.hash(password))
    if user is None:
        return Rehearsed("signed in", 0, ["There is no account that could sign in."])
    body = json.dumps({"username": user.username, "password": password}).encode()
    answer = await rehearsal.caller.ask(
        "POST", "/api/auth/login", body=body, headers={"content-type": "application/json"}
    )
    said = json.loads(answer.body)
    if answer.status != 200:  # noqa: PLR2004 - of HTTP
        return Rehearsed("signed in", 0, [f"{user.username} cannot sign in: {said.get('detail')}"])
    token = said.get("access_token") or await _past_second_factor(rehearsal, services, user.id)
    rehearsal.caller.headers["authorization"] = f"Bearer {token}"
    me = await rehearsal.caller.ask("GET", "/api/auth/me")
    if me.status != 200:  # noqa: PLR2004 - of HTTP
        return Rehearsed("signed in", 0, [f"{user.username} is not known after signing in: HTTP {me.status}."])
    return Rehearsed("signed in", 1)


async def _somebody(rehearsal: Rehearsal, password_hash: str) -> User | None:
    """Return somebody who is in the team of a recording of the sample, whose second factor is left out here."""
    database = rehearsal.app.state.database
    recordings = database.resources.named("recording").model
    async with system_transaction(database) as session:
        found = await session.execute(
            select(User, TeamMember.team_id)
            .join(TeamMember, TeamMember.user_id == User.id)
            .join(recordings, recordings.owner_id == TeamMember.team_id)
            .where(recordings.id.in_(rehearsal.sample), User.is_active)
            .order_by(TeamMember.role != TeamRole.OWNER, User.created_at)
            .limit(1)
        )
        row = found.first()
        user = row[0] if row else await session.scalar(select(User).where(User.is_active).limit(1))
        if user is None:
            return None
        user.password_hash, user.totp_secret, user.totp_confirmed_at = password_hash, None, None
        if row:
            user.default_team_id = row[1]
    return user


async def _past_second_factor(rehearsal: Rehearsal, services: AuthServices, user_id: str) -> str:
    """Return a token of a session as a second factor begins it, where the server asks for one."""
    async with system_transaction(rehearsal.app.state.database) as session:
        user = await session.get_one(User, user_id)
        device = Device("127.0.0.1", None)
        grant = await services.sessions.begin(session, user, device, method="rehearsal", second_factor=True)
    return grant.access_token


part = BackupPart(marks=(User,), needs_key=True, restored=end_the_old, rehearse=sign_in)
