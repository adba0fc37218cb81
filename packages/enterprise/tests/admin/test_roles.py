"""Roles that do a part of an administrator's work: what each may do, and that nobody raises themselves."""

from __future__ import annotations

import random
from typing import Any

import pytest
from conftest_types import MakeUser
from fastapi import FastAPI
from support_enterprise import Person
from support_teams import ok, refused
from verbatim.declared_access import access_rules
from verbatim_enterprise.auth.rbac import effective_permissions
from verbatim_enterprise.caller import Caller
from verbatim_enterprise.host import ADMINISTRATIVE, ROLE_PERMISSIONS, ForbiddenError, Permission, Role
from verbatim_enterprise.teams.models import TeamRole
from verbatim_enterprise.users.models import User
from verbatim_enterprise.users.service import may_give, may_touch

POWER = {role: ROLE_PERMISSIONS[role] & ADMINISTRATIVE for role in Role}
MATRIX = {
    Role.ADMIN: ADMINISTRATIVE,
    Role.USER_MANAGER: {Permission.USER_MANAGE},
    Role.AUDITOR: {Permission.AUDIT_READ},
    Role.OPERATOR: {Permission.SYSTEM_OPERATE},
    Role.USER: set(),
    Role.VIEWER: set(),
}


def test_what_each_role_may_do_for_the_installation() -> None:
    assert {role: set(power) for role, power in POWER.items()} == {role: set(may) for role, may in MATRIX.items()}
    for role in Role:
        for team_role in (None, *TeamRole):
            given = effective_permissions(role, team_role)
            assert given & ADMINISTRATIVE == POWER[role], "a team's role gives nothing for the installation"


async def test_every_route_of_administration_for_every_role(app: FastAPI, make_user: MakeUser) -> None:
    rules = {
        key: found[0].permission for key, found in access_rules(app).items() if found[0].permission in ADMINISTRATIVE
    }
    assert len(rules) > 40
    people = {role: await make_user(f"one-{role}", role=role) for role in Role}
    for (method, path), permission in rules.items():
        if method == "*":
            continue
        for role, person in people.items():
            if permission not in POWER[role]:
                answer = await person.request(method, path.replace("{", "x").replace("}", "x"))
                assert answer.status_code == 403, (role, method, path, answer.text)


class World:
    """People with roles, and whatever anybody may do to anybody's account."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.roles: dict[str, Role] = {
            f"person {n}": dice.choice([r for r in Role if r is not Role.ADMIN]) for n in range(5)
        }
        self.start = dict(self.roles)
        self.held = {name: {name} for name in self.roles}
        """Whose accounts somebody can sign in to: their own, and those whose password they have set."""

    def step(self) -> None:
        who = self.dice.choice(list(self.roles))
        acting = self.dice.choice(sorted(self.held[who]))
        if Permission.USER_MANAGE not in POWER[self.roles[acting]]:
            return
        caller = Caller(id=acting, name=acting, permissions=frozenset(ROLE_PERMISSIONS[self.roles[acting]]))
        target, role = self.dice.choice(list(self.roles)), self.dice.choice(list(Role))
        try:
            match self.dice.choice(["role", "password", "create"]):
                case "role":
                    may_touch(caller, User(role=self.roles[target]), role)
                    self.roles[target] = role
                case "password":
                    may_touch(caller, User(role=self.roles[target]))
                    self.held[who].add(target)
                case _:
                    may_give(caller, role)
                    made = f"person {len(self.roles)}"
                    self.roles[made], self.start[made] = role, role
                    self.held[made] = {made}
                    self.held[who].add(made)
        except ForbiddenError:
            return


@pytest.mark.parametrize("seed", range(10))
def test_no_sequence_of_grants_raises_anybody(seed: int) -> None:
    """A thousand sequences each: together nobody ever has what nobody had at the start."""
    for sequence in range(1_000):
        world = World(random.Random(f"{seed} {sequence}"))  # noqa: S311 - of a test
        had = frozenset[Permission]().union(*(POWER[role] for role in world.start.values()))
        managers = {name for name, role in world.start.items() if Permission.USER_MANAGE in POWER[role]}
        begun = dict(world.start)
        for _ in range(12):
            world.step()
        for name in begun:
            reach = frozenset[Permission]().union(*(POWER[world.roles[held]] for held in world.held[name]))
            assert reach <= had
            if reach - POWER[begun[name]]:  # somebody else gave it: a manager, and no more than a manager has
                assert managers - {name}, (seed, sequence, name)
                assert reach - POWER[begun[name]] <= {Permission.USER_MANAGE}


async def test_a_manager_looks_after_users_and_not_after_those_who_may_more(admin: Person, make_user: MakeUser) -> None:
    mona = await make_user("mona", role="user_manager")
    otto = await make_user("otto", role="operator")
    uwe = await make_user("uwe")
    ids: dict[str, Any] = {p["username"]: p["id"] for p in ok(await admin.get("/api/users"))["items"]}
    boss = next(i for name, i in ids.items() if name not in {"mona", "otto", "uwe"})
    ok(await mona.patch(f"/api/users/{ids['uwe']}", json={"display_name": "Uwe B."}))
    for role in ("admin", "operator", "auditor"):
        refused(await mona.patch(f"/api/users/{ids['uwe']}", json={"role": role}), 403, "forbidden")
        refused(await mona.patch(f"/api/users/{ids['mona']}", json={"role": role}), 403, "forbidden")
        new = {
            "username": f"new-{role}",
            "email": f"{role}@example.org",
            "password": "a long enough phrase",
            "role": role,
        }
        refused(await mona.post("/api/users", json=new), 403, "forbidden")
    for other in (boss, ids["otto"]):
        refused(await mona.patch(f"/api/users/{other}", json={"is_active": False}), 403, "forbidden")
        refused(await mona.delete(f"/api/users/{other}"), 403, "forbidden")
    for person in (otto, uwe):
        refused(await person.get("/api/users"), 403, "forbidden")
    ok(await mona.patch(f"/api/users/{ids['uwe']}", json={"role": "viewer"}))
