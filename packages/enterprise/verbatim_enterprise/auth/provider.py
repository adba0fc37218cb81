"""Who is calling: a bearer token or the browser's cookies, the session behind them, and the team they work in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from fastapi import Depends, Request
from starlette.requests import HTTPConnection

from verbatim_enterprise.api_keys.live import rules_of
from verbatim_enterprise.auth.cache import LiveSession
from verbatim_enterprise.auth.cookies import Cookie, CookieJar, reply_to
from verbatim_enterprise.auth.errors import SessionNeededError
from verbatim_enterprise.auth.rbac import effective_permissions
from verbatim_enterprise.auth.recalled import known, recall
from verbatim_enterprise.auth.renewal import slide
from verbatim_enterprise.auth.services import AuthServices, services_of
from verbatim_enterprise.auth.tokens import TokenError
from verbatim_enterprise.config import EnterpriseSettings, enterprise_settings
from verbatim_enterprise.host import AuthDescription, Database, Principal, header_of, signed_in
from verbatim_enterprise.license.rights import refuse_change_now
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.teams.errors import TeamNotFoundError, WorkspaceNotFoundError
from verbatim_enterprise.teams.sight import scope_of_team, sight_of, wished_workspace

TEAM_HEADER = b"x-team-id"
_RECOGNIZED = "verbatim_enterprise.recognized"


@dataclass(frozen=True, kw_only=True)
class SessionPrincipal(Principal):
    """Somebody who signed in, with the session, the team and the workspace of this request."""

    session: LiveSession
    team_id: str | None
    workspace_id: str | None
    services: AuthServices = field(compare=False, repr=False)


@dataclass(frozen=True, kw_only=True)
class Recognized:
    """Whose token it is: that of a session, or a key."""

    user_id: str
    username: str
    session_id: str | None = None
    key_id: str | None = None
    key_name: str | None = None


class Bearer(Protocol):
    """Another kind of bearer token, told by how it begins."""

    prefix: str

    async def authenticate(self, connection: HTTPConnection, token: str) -> Principal:
        """Return who presents a token of this kind. One that is wrong raises: nothing else is tried in its place."""


class EnterpriseAuthProvider:
    """Interface ``auth`` of the core."""

    def __init__(self, settings: EnterpriseSettings | None = None, bearers: Sequence[Bearer] = ()) -> None:
        self.settings = settings or enterprise_settings()
        self.bearers = tuple(bearers)

    def describe(self) -> AuthDescription:
        password = {"type": "password", "registration": self.settings.auth.registration.value}
        buttons = [
            {"type": "oidc", "id": item.id, "label": item.name, "url": f"/api/auth/oidc/{item.id}/login"}
            for item in self.settings.oidc.oidc_providers
        ]
        return AuthDescription(required=True, methods=(password, *buttons), schemes=self._schemes())

    def _schemes(self) -> dict[str, dict[str, str]]:
        cookie = CookieJar(self.settings.web.public_url).usual_name(Cookie.ACCESS)
        return {
            "bearer": {
                "type": "http",
                "scheme": "bearer",
                "description": "The access token that signing in answers with, or an API key.",
            },
            "cookie": {
                "type": "apiKey",
                "in": "cookie",
                "name": cookie,
                "description": "For browsers, which get it by signing in. What changes something has to come from the "
                "server's own pages.",
            },
        }

    async def authenticate(self, connection: HTTPConnection) -> Principal | None:
        token = bearer_token(connection)
        for bearer in self.bearers:
            if token is not None and token.startswith(bearer.prefix):
                return await bearer.authenticate(connection, token)
        services = services_of(connection)
        found = await self._session(services, connection, token)
        if found is None:
            return None
        session, wished = found
        try:
            team_id = wished_team(connection, session.teams) or session.active_team(wished)
            workspace_id = wished_workspace(connection, sight_of(session.sights, team_id), session.workspace_id)
        except (TeamNotFoundError, WorkspaceNotFoundError) as error:
            # The middleware answers, so that cookies renewed on the way here are not lost.
            reply_to(connection.scope).error = error
            who = Recognized(user_id=session.user_id, username=session.username, session_id=session.id)
            recognize(connection, who)
            return None
        place = (team_id, workspace_id)
        principal: SessionPrincipal | None = session.principals.get(place)
        if principal is None:
            principal = session.principals[place] = principal_for(services, session, team_id, workspace_id)
        return principal

    async def recall(
        self, database: Database, known_by: Mapping[str, str | None], *, changes: bool = False
    ) -> Principal | None:
        async with system_transaction(database, read_only=True) as session:
            found = await recall(session, known_by, rules_of(self.settings))
            if found is not None and changes:
                await refuse_change_now(session, found.id)
            return found

    async def _session(
        self, services: AuthServices, connection: HTTPConnection, token: str | None
    ) -> tuple[LiveSession, str | None] | None:
        """Return the session that signs this request in, and the team that its token wishes."""
        if token is not None:
            found = await _by_access_token(services, token)
            if found is not None:
                return found
        # A stale bearer beside good cookies passes as the cookies do.
        if "cookie" not in connection.headers or not services.cookies.counts(connection):
            return None
        if (access := services.cookies.read(Cookie.ACCESS, connection)) is not None:
            found = await _by_access_token(services, access)
            if found is not None:
                return found
        slid = await slide(services, connection)
        return None if slid is None else (slid, slid.team_id)


def recognize(connection: HTTPConnection, who: Recognized) -> None:
    """Note who presents something that this server has given out, before it is known whether it lets them in."""
    connection.scope[_RECOGNIZED] = who


def recognized(connection: HTTPConnection) -> Recognized | None:
    """Return who is known and was perhaps turned away all the same."""
    who: Recognized | None = connection.scope.get(_RECOGNIZED)
    return who


def bearer_token(connection: HTTPConnection) -> str | None:
    """Return the token of the ``Authorization`` header, if there is one."""
    kind, _, token = (header_of(connection.scope, b"authorization") or "").partition(" ")
    return token.strip() or None if kind.lower() == "bearer" else None


def wished_team(connection: HTTPConnection, teams: Mapping[str, Any]) -> str | None:
    """Return the team that a request names, if it names one.

    Raises:
        TeamNotFoundError: it is none of the caller's ``teams``.
    """
    wished = header_of(connection.scope, TEAM_HEADER)
    if wished and wished not in teams:
        raise TeamNotFoundError
    return wished or None


async def _by_access_token(services: AuthServices, token: str) -> tuple[LiveSession, str | None] | None:
    try:
        claims = services.tokens.check_access(token)
    except TokenError:
        return None
    session = await services.cache.get(claims.session_id)
    if session is None or session.user_id != claims.user_id:
        return None
    return session, claims.team_id


def principal_for(
    services: AuthServices, session: LiveSession, team_id: str | None, workspace_id: str | None
) -> SessionPrincipal:
    """Return what a session may do in a team or one workspace of it; without a team it sees and makes no content."""
    team_role = session.teams[team_id] if team_id is not None else None
    permissions = effective_permissions(session.role, team_role)
    scope = scope_of_team(team_id, sight_of(session.sights, team_id), workspace_id)

    async def renewed() -> Principal | None:
        now = await services.cache.get(session.id)
        if now is None or (team_id is not None and team_id not in now.teams):
            return None
        if workspace_id is not None and workspace_id not in sight_of(now.sights, team_id).seen:
            return None
        return principal_for(services, now, team_id, workspace_id)

    async def is_current() -> bool:
        now = await services.cache.get(session.id)
        if now is None or (team_id is not None and team_id not in now.teams):
            return False
        if scope_of_team(team_id, sight_of(now.sights, team_id), workspace_id) != scope:
            return False  # other workspaces are seen by now, fewer or more
        return effective_permissions(now.role, now.teams[team_id] if team_id else None) == permissions

    return SessionPrincipal(
        id=session.user_id,
        name=session.display_name or session.username,
        permissions=permissions,
        scope=scope,
        is_current=is_current,
        renewed=renewed,
        session=session,
        team_id=team_id,
        workspace_id=workspace_id,
        services=services,
        known_by=known(session.user_id, team_id, workspace_id),
    )


def caller_session(connection: Any) -> SessionPrincipal:
    """Return the caller of a route about their own session.

    Raises:
        NotSignedInError, SessionNeededError: nobody is signed in, or not by a session.
    """
    principal = signed_in(connection)
    if not isinstance(principal, SessionPrincipal):
        raise SessionNeededError
    return principal


async def _person(request: Request) -> None:
    caller_session(request)


PERSON = Depends(_person)
"""Beside a route's permission: what helps somebody to sign in is for people only, whatever a key may do."""
