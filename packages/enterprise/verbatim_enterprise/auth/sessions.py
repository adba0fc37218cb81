"""Sessions: begun by signing in, carried on by refresh tokens, ended by people, time or a replay."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.auth.cache import LiveSession
from verbatim_enterprise.auth.crypto import digest
from verbatim_enterprise.auth.errors import InvalidRefreshTokenError
from verbatim_enterprise.auth.events import SessionEnded, SessionReplayed, SignedIn
from verbatim_enterprise.auth.models import AuthSession
from verbatim_enterprise.auth.tokens import RefreshToken, TokenError, Tokens, parse_refresh
from verbatim_enterprise.config import AuthSettings
from verbatim_enterprise.host import Role, emit, new_id, utcnow
from verbatim_enterprise.teams.models import TeamMember, TeamRole
from verbatim_enterprise.teams.sight import sights_of
from verbatim_enterprise.users.models import User

GRACE: Final = timedelta(seconds=30)
"""How long the token before the current one still gets the current one: for requests that raced, and lost answers."""


@dataclass(frozen=True)
class Device:
    """Where a sign-in comes from."""

    address: str | None
    user_agent: str | None


@dataclass(frozen=True)
class Grant:
    """What a client is given: both tokens and their ends."""

    user_id: str
    session_id: str
    access_token: str
    access_expires: datetime
    refresh_token: str
    refresh_expires: datetime


class Replay(Exception):  # noqa: N818 - not an error by itself: the caller commits first
    """An old refresh token came back; its session has been ended in this transaction, which must be committed."""


class Sessions:
    """Begins, carries on and ends sessions, each in its caller's transaction."""

    def __init__(self, tokens: Tokens, settings: AuthSettings) -> None:
        self.tokens = tokens
        self._settings = settings

    @property
    def _access(self) -> timedelta:
        return timedelta(minutes=self._settings.access_token_minutes)

    @property
    def _idle(self) -> timedelta:
        return timedelta(days=self._settings.refresh_token_days)

    @property
    def _longest(self) -> timedelta:
        return timedelta(days=self._settings.session_days)

    @property
    def _mfa_roles(self) -> frozenset[str]:
        return frozenset(self._settings.mfa_required_roles)

    async def begin(
        self, session: AsyncSession, user: User, device: Device, *, method: str, second_factor: bool
    ) -> Grant:
        """Begin a session for `user`, whose right to it has been checked."""
        now = utcnow()
        session_id, salt, key_id = new_id(), os.urandom(32).hex(), self.tokens.keys.current_id
        token = self.tokens.refresh(session_id, salt, 0, key_id)
        assert token is not None  # noqa: S101 - the current key is always there
        row = AuthSession(
            id=session_id,
            user_id=user.id,
            salt=salt,
            key_id=key_id,
            token_hash=digest(token),
            rotated_at=now,
            created_at=now,
            expires_at=now + min(self._idle, self._longest),
            ends_at=now + self._longest,
            second_factor=second_factor,
            method=method,
            address=device.address,
            user_agent=(device.user_agent or "")[:300] or None,
        )
        session.add(row)
        user.last_sign_in_at = now
        await session.flush()
        await emit(session, SignedIn(session_id=session_id, user_id=user.id, method=method, address=device.address))
        return self._grant(row, token)

    async def rotate(self, session: AsyncSession, presented: str, *, is_late: bool = False) -> Grant:
        """Exchange a refresh token for its successor.

        The current token moves its session on in one statement under the row's lock, so of any number of requests
        with the same token exactly one does. The others find the session one step further; within `GRACE` they get the
        same successor. Whatever is older is a replay, unless it ``is_late``: looked at when its request came in, and
        found good then.

        Raises:
            InvalidRefreshTokenError: the token is not genuine or its session is over.
            Replay: it is too old; commit, then refuse.
        """
        try:
            token = parse_refresh(presented)
        except TokenError as error:
            raise InvalidRefreshTokenError from error
        salt = await session.scalar(select(AuthSession.salt).where(AuthSession.id == token.session_id))
        if salt is None or not self.tokens.is_genuine(token, salt):
            raise InvalidRefreshTokenError
        successor = self.tokens.refresh(token.session_id, salt, token.generation + 1)
        assert successor is not None  # noqa: S101 - made with the current key
        now = utcnow()
        moved = await self._move_on(session, token, presented, successor, now)
        row = moved or await self._look(session, token, now, is_late=is_late)
        given = successor if moved else self.tokens.refresh(row.id, salt, row.generation, row.key_id)
        if given is None:
            raise InvalidRefreshTokenError
        await self._refuse_unusable(session, row)
        return self._grant(row, given)

    async def _move_on(
        self, session: AsyncSession, token: RefreshToken, presented: str, successor: str, now: datetime
    ) -> AuthSession | None:
        found: AuthSession | None = await session.scalar(
            update(AuthSession)
            .where(
                AuthSession.id == token.session_id,
                AuthSession.token_hash == digest(presented),
                AuthSession.ended_at.is_(None),
                AuthSession.expires_at > now,
                AuthSession.ends_at > now,
            )
            .values(
                generation=token.generation + 1,
                token_hash=digest(successor),
                key_id=self.tokens.keys.current_id,
                rotated_at=now,
                expires_at=now + self._idle,
            )
            .returning(AuthSession)
            .execution_options(synchronize_session=False, populate_existing=True)
        )
        return found

    async def _look(self, session: AsyncSession, token: RefreshToken, now: datetime, *, is_late: bool) -> AuthSession:
        """Return the session of a genuine token that is not its current one, if the token is the one just before."""
        row = await session.scalar(
            select(AuthSession)
            .where(AuthSession.id == token.session_id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
        if row is None or row.ended_at is not None or min(row.expires_at, row.ends_at) <= now:
            raise InvalidRefreshTokenError
        if row.generation == token.generation + 1 and now - row.rotated_at <= GRACE:
            return row
        if (
            is_late or row.generation <= token.generation
        ):  # genuine, yet never given: the database was put back to an older state
            raise InvalidRefreshTokenError
        row.ended_at, row.end_reason = now, "replayed"
        await session.flush()
        await emit(
            session,
            SessionReplayed(
                session_id=row.id, user_id=row.user_id, generation=row.generation, presented=token.generation
            ),
        )
        raise Replay

    async def _refuse_unusable(self, session: AsyncSession, row: AuthSession) -> None:
        user = await session.get(User, row.user_id)
        if user is None or not is_usable(row, user, self._mfa_roles):
            raise InvalidRefreshTokenError

    async def load(self, session: AsyncSession, session_id: str) -> LiveSession | None:
        """Read a session with its account and memberships; None when it may not be used."""
        rows = (
            await session.execute(
                select(AuthSession, User, TeamMember.team_id, TeamMember.role)
                .join(User, User.id == AuthSession.user_id)
                .outerjoin(TeamMember, TeamMember.user_id == User.id)
                .where(AuthSession.id == session_id)
                .order_by(TeamMember.joined_at, TeamMember.team_id)
            )
        ).all()
        if not rows or not is_usable(rows[0][0], rows[0][1], self._mfa_roles):
            return None
        row, user = rows[0][0], rows[0][1]
        teams = {team_id: TeamRole(role) for _, _, team_id, role in rows if team_id is not None}
        return LiveSession(
            id=row.id,
            user_id=user.id,
            username=user.username,
            display_name=user.display_name,
            role=Role(user.role),
            ends=min(row.ends_at, row.expires_at).timestamp(),
            team_id=row.team_id,
            default_team_id=user.default_team_id,
            teams=teams,
            sights=await sights_of(session, user.id, teams),
            workspace_id=row.workspace_id,
        )

    def _grant(self, row: AuthSession, refresh: str) -> Grant:
        access, expires = self.access_token(row)
        return Grant(row.user_id, row.id, access, expires, refresh, min(row.expires_at, row.ends_at))

    def access_token(self, row: AuthSession) -> tuple[str, datetime]:
        """Return a new access token of a session and its end, for example when it has turned to another team."""
        now = utcnow()
        expires = min(now + self._access, row.ends_at)
        token = self.tokens.access(
            user_id=row.user_id, session_id=row.id, team_id=row.team_id, issued=now, expires=expires
        )
        return token, expires


def is_usable(row: AuthSession, user: User, mfa_roles: frozenset[str]) -> bool:
    """Say whether a session still counts, whatever its tokens say."""
    if row.ended_at is not None or not user.is_active:
        return False
    if user.signed_in_after is not None and row.created_at <= user.signed_in_after:
        return False
    # A role may ask for more than this sign-in gave.
    return row.second_factor or user.role not in mfa_roles


async def end_sessions(
    session: AsyncSession, *, user_id: str, reason: str, only: str | None = None, but: str | None = None
) -> int:
    """End the sessions of an account: one, all, or all but one. Returns how many were still going on."""
    statement = update(AuthSession).where(AuthSession.user_id == user_id, AuthSession.ended_at.is_(None))
    if only is not None:
        statement = statement.where(AuthSession.id == only)
    if but is not None:
        statement = statement.where(AuthSession.id != but)
    ended = await session.scalars(
        statement.values(ended_at=utcnow(), end_reason=reason)
        .returning(AuthSession.id)
        .execution_options(synchronize_session=False)
    )
    ids = list(ended)
    for session_id in ids:
        await emit(session, SessionEnded(session_id=session_id, user_id=user_id, reason=reason))
    return len(ids)
