"""Marks planted as passwords, tokens, secrets and spoken text never reach the log."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest_types import MakePerson
from fastapi import FastAPI
from sqlalchemy import select
from support_audit import rows_of
from support_enterprise import ADMIN, PASSWORD, Person
from support_matrix.operations import ENDLESS, operations_of
from support_teams import ok
from verbatim_enterprise.audit.models import AuditLog
from verbatim_enterprise.audit.scrub import address, clean, fields, line
from verbatim_enterprise.system_session import system_transaction

MARK = "Zq7markZq7"
SPOKEN = f"{MARK} was said in confidence"
_NAMES = frozenset({"name", "title", "display_name", "username", "email", "color", "description"})
"""Shown in the log as names of what was changed."""


async def _everything(app: FastAPI) -> str:
    columns = [column for column in AuditLog.__table__.c if column.name != "mac"]
    async with system_transaction(app.state.database, read_only=True) as session:
        rows = (await session.execute(select(*columns))).all()
    return json.dumps([[str(value) for value in row] for row in rows])


def _planted(schema: Any, described: Any, name: str = "") -> Any:
    """Return a body that has the mark wherever a secret or speech could stand."""
    while "$ref" in schema or "anyOf" in schema:
        schema = schema["anyOf"][0] if "anyOf" in schema else described[schema["$ref"].rsplit("/", 1)[-1]]
    if schema.get("type") == "object" or "properties" in schema:
        return {key: _planted(value, described, key) for key, value in schema.get("properties", {}).items()}
    if schema.get("type") == "array":
        return [_planted(schema.get("items", {}), described, name)]
    if "enum" in schema:
        return schema["enum"][0]
    if schema.get("type") in {"integer", "number"}:
        return schema.get("minimum", 1)
    return f"{MARK}-{name}"


async def test_no_body_of_any_route_is_copied_into_the_log(app: FastAPI, admin: Person, visitor: MakePerson) -> None:
    """Every route that takes a body gets one full of marks, from an administrator and from a stranger."""
    described = app.openapi()
    stranger = visitor("192.0.2.44")
    tried = 0
    for operation in operations_of(app):
        item = described["paths"].get(operation.path, {}).get(operation.method.lower(), {})
        content = item.get("requestBody", {}).get("content", {}).get("application/json")
        if operation.name == ENDLESS or content is None:
            continue
        body = _planted(content["schema"], described["components"]["schemas"])
        # What people see as a name in the log is metadata; a secret sent in its place cannot be told from one.
        body = {key: value for key, value in body.items() if key not in _NAMES} if isinstance(body, dict) else body
        path = operation.path.replace("{token}", f"inv_{MARK}{'a' * 40}")
        for client in (admin, stranger):
            await client.request(operation.method, path, json=body, params={"search": SPOKEN, "q": SPOKEN})
            tried += 1
    assert tried > 60
    assert len(await rows_of(app)) > 30
    everything = await _everything(app)
    at = everything.find(MARK)
    assert at < 0, everything[max(0, at - 400) : at + 100]


async def test_secrets_that_are_made_and_used_stay_out(app: FastAPI, admin: Person, visitor: MakePerson) -> None:
    secrets = [PASSWORD, admin.tokens["access_token"], admin.tokens["refresh_token"]]
    made = ok(await admin.post("/api/keys", json={"name": "n", "scopes": ["project:read"]}), 201)
    secrets.append(made["key"])
    secrets.append(ok(await admin.post(f"/api/keys/{made['id']}/rotate", json={}))["key"])
    hook = {"url": f"https://user:{MARK}@example.org/hook?token={MARK}#{MARK}", "events": ["*"]}
    hook["url"] = f"https://example.org/hook?token={MARK}#{MARK}"
    secrets.append(ok(await admin.post("/api/webhooks", json=hook), 201)["secret"])
    team = (await admin.me())["team_id"]
    invite = ok(await admin.post(f"/api/teams/{team}/invites", json={}), 201)["token"]
    secrets.append(invite)
    guest = {"username": "guest", "email": "guest@example.org", "password": f"{MARK} pass phrase"}
    assert (
        await visitor().post(f"/api/invites/{invite}/accept", json={**guest, "password": "short"})
    ).status_code == 422
    assert (await visitor().post(f"/api/invites/{invite}/accept", json=guest)).status_code < 300
    assert (await visitor().post(f"/api/invites/inv_{MARK}{'b' * 40}/accept", json=guest)).status_code >= 400
    assert (await admin.login(ADMIN, f"{MARK} wrong")).status_code == 401
    assert (await admin.login(f"{MARK}", "typed the password as the name")).status_code == 401
    link = ok(await admin.post(f"/api/users/{admin.id}/reset-link", json={}), 201)
    secrets += [value for value in link.values() if isinstance(value, str) and len(value) > 20]
    everything = await _everything(app)
    assert [secret for secret in [MARK, *secrets] if secret in everything] == []


async def test_what_was_said_stays_out(app: FastAPI, admin: Person, recording_id: str) -> None:
    from verbatim.core.ownership import Scope, use_scope  # noqa: PLC0415 - a transcript is made as a job makes it
    from verbatim.transcripts.models import Segment, Speaker, Transcript  # noqa: PLC0415

    team = (await admin.me())["team_id"]
    workspace = ok(await admin.get(f"/api/recordings/{recording_id}"))["workspace_id"]
    with use_scope(Scope(frozenset({team}), team, workspace=workspace)):
        async with app.state.database.transaction() as session:
            transcript = Transcript(recording_id=recording_id, language="en", engine="test")
            session.add(transcript)
            await session.flush()
            speaker = Speaker(transcript_id=transcript.id, speaker_label="A")
            session.add(speaker)
            await session.flush()
            segment = Segment(transcript_id=transcript.id, recording_id=recording_id, text=SPOKEN, segment_index=0)
            segment.start_time, segment.end_time, segment.speaker_id = 0.0, 1.0, speaker.id
            session.add(segment)
    url = f"/api/transcripts/{transcript.id}/segments/{segment.id}"
    ok(await admin.patch(url, json={"text": f"{SPOKEN} indeed"}))
    assert (await admin.get(f"/api/transcripts/{transcript.id}/export", params={"format": "txt"})).status_code == 200
    actions = [row.action for row in await rows_of(app)]
    assert "transcript.updated" in actions
    assert "transcript.exported" in actions
    assert MARK not in await _everything(app)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"password": MARK, "new_password": MARK, "mfa_token": MARK, "client_secret": MARK, "otp": MARK}, {}),
        ({"text": MARK, "segments": [MARK], "query": MARK, "kind": "n"}, {"kind": "n"}),
        ({"url": f"https://u:{MARK}@h.example:8443/p?a={MARK}#{MARK}"}, {"url": "https://h.example:8443/p"}),
        ({"nested": {"secret": MARK, "list": [{"token": MARK, "ok": True}]}}, {"nested": {"list": [{"ok": True}]}}),
        ({"free": f"see vst_{'a' * 36} and whsec_{'b' * 32}"}, {"free": "see vst_… and whsec_…"}),
        ({"forged": "a\nuser.deleted\x00\u2028b"}, {"forged": "a user.deleted  b"}),
        ({"is_private": True, "how": "reset", "scopes": ["x"]}, {"is_private": True, "how": "reset", "scopes": ["x"]}),
    ],
)
def test_fields_are_cleaned(given: dict[str, Any], kept: dict[str, Any]) -> None:
    assert fields(given) == kept


def test_long_and_deep_things_are_cut() -> None:
    assert len(line("x" * 5_000)) == 300
    assert clean(list(range(1_000)))[48:] == [48, 49, "… and 950 more"]
    deep: Any = "end"
    for _ in range(20):
        deep = {"d": deep}
    assert "end" not in str(clean(deep))
    assert address("https://[::1") == "…"


@pytest.mark.parametrize(
    ("letters", "kept"), [(299, "x" * 299), (300, "x" * 300), (301, "x" * 299 + "…"), (9_999, "x" * 299 + "…")]
)
def test_a_text_of_exactly_the_limit_is_whole(letters: int, kept: str) -> None:
    assert line("x" * letters) == kept


@pytest.mark.parametrize(("items", "last"), [(49, 48), (50, 49), (51, "… and 1 more"), (60, "… and 10 more")])
def test_a_list_of_exactly_the_limit_is_whole(items: int, last: object) -> None:
    kept = clean(list(range(items)))
    assert (len(kept), kept[-1]) == (min(items, 51), last)
    assert len(fields({f"field{number}": number for number in range(items)})) == min(items, 50)


def test_lists_in_lists_end_at_the_same_depth_as_mappings() -> None:
    assert clean([[[["end"]]]]) == [[[["…"]]]]
    assert clean([[["end"]]]) == [[["end"]]]
    assert clean({"a": {"a": ["end"]}}) == {"a": {"a": ["end"]}}
    assert "end" not in str(clean({"a": [{"a": ["end"]}]}))
