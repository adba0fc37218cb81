"""Who may do what with a team: the whole table, through the real routes."""

from __future__ import annotations

import pytest
from support_teams import Crew, ok
from verbatim_enterprise.teams.models import TeamRole
from verbatim_enterprise.teams.policy import ALLOWED, ALLOWED_FROM_OUTSIDE, TeamAction, allowed, needed_for

EVERYBODY = ("root", "owner", "chief", "member", "viewer", "stranger")

# (method, path below the team, body): the status each of EVERYBODY gets. 2xx is written as 200.
TABLE = [
    ("GET", "", None, (200, 200, 200, 200, 200, 404)),
    ("PATCH", "", {"name": "Radio"}, (200, 200, 200, 403, 403, 404)),
    ("DELETE", "?confirm=wrong", None, (422, 422, 403, 403, 403, 404)),
    ("GET", "/members", None, (200, 200, 200, 200, 200, 404)),
    ("POST", "/members", {"user_id": "nobody", "role": "member"}, (404, 404, 404, 403, 403, 404)),
    ("POST", "/members", {"user_id": "nobody", "role": "owner"}, (404, 404, 403, 403, 403, 404)),
    ("PATCH", "/members/{viewer}", {"role": "viewer"}, (200, 200, 200, 403, 403, 404)),
    ("PATCH", "/members/{viewer}", {"role": "owner"}, (200, 200, 403, 403, 403, 404)),
    ("PATCH", "/members/{owner}", {"role": "owner"}, (200, 200, 403, 403, 403, 404)),
    ("DELETE", "/members/{owner}", None, (409, 409, 403, 403, 403, 404)),
    ("POST", "/transfer", {"user_id": "nobody"}, (404, 404, 403, 403, 403, 404)),
    ("GET", "/workspaces", None, (200, 200, 200, 200, 200, 404)),
    ("POST", "/workspaces", {"name": "General"}, (409, 409, 409, 403, 403, 404)),
    ("PATCH", "/workspaces/{workspace}", {"name": "General"}, (200, 200, 200, 403, 403, 404)),
    ("DELETE", "/workspaces/{workspace}", None, (409, 409, 409, 403, 403, 404)),
    ("GET", "/workspaces/{workspace}/members", None, (200, 200, 200, 200, 200, 404)),
    ("POST", "/workspaces/{workspace}/members", {"user_id": "{viewer}"}, (200, 200, 200, 403, 403, 404)),
    ("DELETE", "/workspaces/{workspace}/members/{viewer}", None, (200, 200, 200, 403, 200, 404)),
    ("GET", "/invites", None, (200, 200, 200, 403, 403, 404)),
    ("POST", "/invites", {"role": "member"}, (200, 200, 200, 403, 403, 404)),
    ("POST", "/invites", {"role": "owner"}, (200, 200, 403, 403, 403, 404)),
    ("POST", "/invites/{invite}/resend", {}, (200, 200, 200, 403, 403, 404)),
    ("DELETE", "/invites/{invite}", None, (200, 200, 200, 403, 403, 404)),
    ("POST", "/invites/{other_invite}/resend", {}, (404, 404, 404, 403, 403, 404)),
    ("GET", "/workspaces/{other_workspace}", None, (404, 404, 404, 404, 404, 404)),
]


async def _names(crew: Crew) -> dict[str, str]:
    owner, stranger = crew["owner"], crew["stranger"]
    other = ok(await stranger.get("/api/teams"))["items"][0]["id"]
    return {
        "owner": owner.id,
        "viewer": crew["viewer"].id,
        "workspace": ok(await owner.get(f"{crew.url}/workspaces"))["items"][0]["id"],
        "invite": ok(await owner.post(f"{crew.url}/invites", json={}), 201)["id"],
        "other_invite": ok(await stranger.post(f"/api/teams/{other}/invites", json={}), 201)["id"],
        "other_workspace": ok(await stranger.get(f"/api/teams/{other}/workspaces"))["items"][0]["id"],
    }


async def _restore(crew: Crew, names: dict[str, str]) -> None:
    """Put back what an allowed request changed."""
    await crew["root"].patch(f"{crew.url}/members/{names['viewer']}", json={"role": "viewer"})
    body = {"user_id": names["viewer"]}
    await crew["root"].post(f"{crew.url}/workspaces/{names['workspace']}/members", json=body)
    names["invite"] = ok(await crew["owner"].post(f"{crew.url}/invites", json={}), 201)["id"]


async def test_the_whole_table(crew: Crew) -> None:
    names = await _names(crew)
    wrong = []
    for method, path, body, expected in TABLE:
        for who, status in zip(EVERYBODY, expected, strict=True):
            filled = {key: value.format(**names) for key, value in body.items()} if body else body
            response = await crew[who].request(method, crew.url + path.format(**names), json=filled)
            got = 200 if response.is_success else response.status_code
            if response.is_success and method != "GET":
                await _restore(crew, names)
            if got != status:
                wrong.append(f"{who}: {method} {path} {body} -> {got} instead of {status}: {response.text[:200]}")
    assert not wrong, "\n".join(wrong)


async def test_strangers_and_unknown_teams_look_the_same(crew: Crew) -> None:
    for method, path in (("GET", ""), ("DELETE", "?confirm=Radio"), ("GET", "/members"), ("POST", "/leave")):
        foreign = await crew["stranger"].request(method, crew.url + path)
        unknown = await crew["stranger"].request(method, f"/api/teams/no-such-team{path}")
        assert foreign.json() == unknown.json()
        assert foreign.status_code == unknown.status_code == 404


async def test_nobody_gets_in_without_signing_in(crew: Crew) -> None:
    crew["owner"].headers.pop("Authorization")
    crew["owner"].cookies.clear()
    for method, path in (("GET", "/api/teams"), ("GET", crew.url), ("POST", f"{crew.url}/invites")):
        assert (await crew["owner"].request(method, path)).status_code == 401


async def test_people_are_told_what_they_may_do(crew: Crew) -> None:
    for who, role in (("owner", TeamRole.OWNER), ("chief", TeamRole.ADMIN), ("viewer", TeamRole.VIEWER)):
        assert ok(await crew[who].get(crew.url))["allowed"] == sorted(ALLOWED[role])
    assert ok(await crew["root"].get(crew.url))["allowed"] == sorted(ALLOWED_FROM_OUTSIDE)


def test_an_owner_may_do_everything_and_others_less() -> None:
    assert ALLOWED[TeamRole.OWNER] == frozenset(TeamAction)
    assert ALLOWED[TeamRole.VIEWER] <= ALLOWED[TeamRole.MEMBER] < ALLOWED[TeamRole.ADMIN] < ALLOWED[TeamRole.OWNER]
    assert set(ALLOWED) == set(TeamRole)


def test_whoever_manages_teams_sees_no_private_workspace() -> None:
    assert not {TeamAction.SEE_PRIVATE_WORKSPACES, TeamAction.MANAGE_HOLDS} & ALLOWED_FROM_OUTSIDE
    assert allowed(None, manages_teams=False) == frozenset()
    assert allowed(TeamRole.VIEWER, manages_teams=True) == ALLOWED_FROM_OUTSIDE


@pytest.mark.parametrize("role", list(TeamRole))
def test_only_owners_make_owners(role: TeamRole) -> None:
    makers = {other for other in TeamRole if needed_for(role) in ALLOWED[other]}
    assert makers == ({TeamRole.OWNER} if role is TeamRole.OWNER else {TeamRole.OWNER, TeamRole.ADMIN})
