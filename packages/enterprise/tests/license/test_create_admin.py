"""`verbatim users create-admin`: whoever has the server gets in, whatever the licence says."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from conftest_types import MakePerson
from support_commands import verbatim
from support_enterprise import PASSWORD, Person
from support_license import UNLICENSED, make_license
from support_teams import ok
from verbatim.config import Settings

CREATE = ("users", "create-admin", "--username", "root", "--email", "root@example.org")


@pytest.fixture
def environment() -> Mapping[str, str]:
    return UNLICENSED


@pytest.mark.timeout(200)
@pytest.mark.parametrize(
    ("wanted", "beyond"),
    [({"seats": 1}, True), ({"days": -30}, False), (None, True)],
    ids=["no seat", "read-only", "no licence"],
)
async def test_one_more_administrator_when_nobody_can_sign_in_any_more(
    admin: Person, visitor: MakePerson, settings: Settings, wanted: dict[str, int] | None, *, beyond: bool
) -> None:
    if wanted is not None:
        ok(await admin.post("/api/license", json={"license_key": make_license(**wanted)}))

    code, said = await verbatim(settings, *CREATE, variables={**UNLICENSED, "VERBATIM_ADMIN_PASSWORD": PASSWORD})

    assert (code, "root can sign in now" in said) == (0, True), said
    assert ("2 accounts are active and there is 1 seat" in said) is beyond
    root = visitor()
    await root.sign_in("root")
    assert (await root.me())["role"] == "admin"
    ok(await root.post("/api/license", json={"license_key": make_license(seats=3)}))
    newcomer = {"username": "bob", "email": "bob@example.org", "password": PASSWORD}
    ok(await root.post("/api/users", json=newcomer), 201)
