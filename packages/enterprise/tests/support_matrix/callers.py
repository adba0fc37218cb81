"""Everybody whom a route must not serve, and what each must hear."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import httpx
from fastapi import FastAPI
from support_enterprise import BASE_URL
from verbatim_enterprise.auth.services import AuthServices
from verbatim_enterprise.host import Permission, Role, utcnow
from verbatim_enterprise.teams.models import TeamRole

from support_matrix.worlds import World, join, make_person, make_world, sign_in


@dataclass(frozen=True)
class Caller:
    """Somebody, with a team of their own where they have one.

    ``kind`` is ``outsider`` (signed in, not of the team), ``viewer`` (of the team), or ``nobody`` (not signed in).
    """

    name: str
    kind: str
    token: str
    permissions: frozenset[str] = frozenset()
    own: World | None = None
    manages: bool = False

    @property
    def hears(self) -> bool:
        """Whether the stream of events is open to them."""
        return Permission.RECORDING_READ in self.permissions


@dataclass(frozen=True)
class Cast:
    """The callers, the team they must not reach, and its owner."""

    callers: tuple[Caller, ...]
    victim: World
    owner: Caller


def client_of(app: FastAPI, token: str, **headers: str) -> httpx.AsyncClient:
    """Make a client that sends this token."""
    transport = httpx.ASGITransport(app=app, client=("127.0.0.1", 50_000))
    return httpx.AsyncClient(
        transport=transport, base_url=BASE_URL, headers={"Authorization": f"Bearer {token}", **headers}
    )


async def caller_of(app: FastAPI, name: str, kind: str, token: str, own: World | None = None) -> Caller:
    """See what a signed-in caller may do."""
    async with client_of(app, token) as client:
        me = (await client.get("/api/auth/me")).json()
    return Caller(name, kind, token, frozenset(me["permissions"]), own, manages=me["role"] == Role.ADMIN)


async def signed_in(app: FastAPI, name: str, kind: str, user_id: str, own: World | None = None) -> Caller:
    """Sign somebody in."""
    return await caller_of(app, name, kind, (await sign_in(app, user_id)).access_token, own)


async def make_cast(app: FastAPI, admin: httpx.AsyncClient, admin_id: str) -> Cast:
    """Make the teams and everybody; memberships and accounts end through the API, as they do in life."""
    victim = await make_world(app, "quokkacontent", "numbatpeople")
    own = await make_world(app, "emucontent", "lyrebirdpeople")
    viewer, loner = await make_person(app, "viewer"), await make_person(app, "loner")
    await join(victim, viewer.id, TeamRole.VIEWER)
    callers = (
        await signed_in(app, "member of another team", "outsider", own.owner_id, own),
        await _removed(app, admin, victim, own),
        await _removed(app, admin, victim, None),
        await _deactivated(app, admin, victim),
        await signed_in(app, "viewer", "viewer", viewer.id, victim),
        await signed_in(app, "somebody without a team", "outsider", loner.id),
        await signed_in(app, "administrator of the installation", "outsider", admin_id),
        Caller("expired token", "nobody", await _expired(app, victim)),
        Caller("stranger", "nobody", "not-a-token"),
    )
    return Cast(callers, victim, await signed_in(app, "owner", "owner", victim.owner_id, victim))


async def _removed(app: FastAPI, admin: httpx.AsyncClient, victim: World, own: World | None) -> Caller:
    """Sign in while a member, choose the team, and be removed: the token still wishes for it."""
    name = f"removed member{'' if own is None else ' with another team'}"
    person = await make_person(app, name.replace(" ", "-"))
    await join(victim, person.id, TeamRole.MEMBER)
    if own is not None:
        await join(own, person.id, TeamRole.OWNER)
    async with client_of(app, (await sign_in(app, person.id)).access_token) as client:
        chosen = await client.post("/api/auth/team", json={"team_id": victim.team_id})
        assert chosen.status_code == 200, chosen.text
    removed = await admin.delete(f"/api/teams/{victim.team_id}/members/{person.id}")
    assert removed.status_code == 200, removed.text
    return await caller_of(app, name, "outsider", chosen.json()["access_token"], own)


async def _deactivated(app: FastAPI, admin: httpx.AsyncClient, victim: World) -> Caller:
    person = await make_person(app, "deactivated")
    await join(victim, person.id, TeamRole.MEMBER)
    token = (await sign_in(app, person.id)).access_token
    ended = await admin.patch(f"/api/users/{person.id}", json={"is_active": False})
    assert ended.status_code == 200, ended.text
    return Caller("deactivated member", "nobody", token)


async def _expired(app: FastAPI, victim: World) -> str:
    services: AuthServices = app.state.auth_services
    grant = await sign_in(app, victim.owner_id)
    then = utcnow() - timedelta(hours=1)
    return services.tokens.access(
        user_id=grant.user_id,
        session_id=grant.session_id,
        team_id=victim.team_id,
        issued=then,
        expires=then + timedelta(minutes=15),
    )
