"""What other parts and plugins hear of keys."""

from __future__ import annotations

from typing import Any

import pytest
from support_enterprise import Person
from support_events import Recorder, making_with
from support_keys import make_key
from support_teams import Json, ok
from verbatim.config import Settings
from verbatim_enterprise.host import Scope, current_scope

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


class KeyRecorder(Recorder):
    """Keeps every event of keys, with the team in whose name it was told."""

    prefixes = ("api_key.",)

    def note(self, event_name: str, arguments: Json) -> tuple[str, str | None, Json]:
        scope = current_scope()
        return event_name, scope.write if isinstance(scope, Scope) else None, arguments


@pytest.fixture
def recorder() -> Recorder:
    return KeyRecorder()


@pytest.fixture
def make_app(settings: Settings, recorder: Recorder) -> Any:
    return making_with(settings, recorder)


async def test_every_change_is_told_without_the_secret(admin: Person, recorder: Recorder) -> None:
    team = (await admin.me())["team_id"]
    for limit in (None, team):
        made = await make_key(admin, "project:read", team_id=limit)
        url = f"/api/keys/{made['id']}"
        ok(await admin.patch(url, json={"name": "Renamed"}))
        again = ok(await admin.post(f"{url}/rotate", json={"overlap_seconds": 60}))
        ok(await admin.delete(url))
        ok(await admin.delete(url))
        assert [(name, told_to) for name, told_to, _ in recorder.heard] == [
            ("api_key.created", limit),
            ("api_key.updated", limit),
            ("api_key.rotated", limit),
            ("api_key.revoked", limit),
        ]
        created, _, rotated, revoked = (arguments for _, _, arguments in recorder.heard)
        assert created == {
            "api_key_id": made["id"],
            "name": "Nightly import",
            "user_id": admin.id,
            "team_id": limit,
            "scopes": ("project:read",),
        }
        assert (rotated["overlap_seconds"], revoked["revoked_by"], revoked["name"]) == (60, admin.id, "Renamed")
        for secret in (made["key"], again["key"]):
            assert secret[8:] not in str(recorder.heard)
        recorder.heard.clear()


async def test_a_refused_key_is_not_told(admin: Person, recorder: Recorder) -> None:
    body = {"name": "x", "scopes": ["project:read"], "team_id": "of nobody"}
    assert (await admin.post("/api/keys", json=body)).status_code == 404
    assert recorder.heard == []
