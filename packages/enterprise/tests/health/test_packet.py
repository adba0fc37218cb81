"""The support packet: everything that helps, and nothing that lets anybody in."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from conftest_types import MakeUser
from fastapi import FastAPI
from support_commands import verbatim
from support_enterprise import Person
from support_teams import ok, refused
from verbatim.config import Settings
from verbatim.health.packet import without_secrets
from verbatim_enterprise.host import Job, JobStatus, utcnow
from verbatim_enterprise.system_session import system_transaction

PACKET = "/api/admin/health/support-packet"
STORED, GIVEN = "hush-stored-9731", "hush-given-4420"


@pytest.fixture
def environment() -> Mapping[str, str]:
    return {"VERBATIM_TRANSCRIPTION_API_KEY": GIVEN, "SOME_OTHER_TOKEN": "hush-other-5512"}


async def test_it_tells_what_is_wrong_and_no_secret(app: FastAPI, admin: Person, make_user: MakeUser) -> None:
    ok(await admin.patch("/api/admin/settings", json={"mail_password": STORED, "mail_from_name": "Nova"}))
    told = f"Refused: key {GIVEN}, password {STORED}, at https://ada:hush-in-address@example.org/x, hush-other-5512"
    async with system_transaction(app.state.database) as session:
        session.add(Job(job_type="transcribe", status=JobStatus.FAILED, error=told, completed_at=utcnow()))

    answer = await admin.get(PACKET)

    assert answer.status_code == 200
    assert "attachment" in answer.headers["content-disposition"]
    assert "hush" not in answer.text
    packet = json.loads(answer.text)
    settings = {one["name"]: one for one in packet["settings"]}
    assert settings["mail_password"] == {"name": "mail_password", "source": "database", "is_set": True}
    assert settings["mail_from_name"]["value"] == "Nova"
    assert {"database", "licence", "audit chain"} <= {one["name"] for one in packet["checks"]}
    assert packet["jobs"]["failed"][0]["error"].startswith("Refused: key (taken out)")
    log = ok(await admin.get("/api/admin/audit", params={"action": "support.packet"}))
    assert len(log["items"]) == 1
    refused(await (await make_user("otto", role="operator")).get(PACKET), 403, "forbidden")


@pytest.mark.timeout(200)
async def test_the_command_writes_the_same_into_a_file_of_its_own(
    settings: Settings, tmp_path: Path, environment: Mapping[str, str]
) -> None:
    file = tmp_path / "packet.json"
    code, said = await verbatim(settings, "support-packet", "--file", str(file), variables=environment)
    assert code == 0, said
    assert "hush" not in file.read_text()
    assert file.stat().st_mode & 0o077 == 0
    code, said = await verbatim(settings, "support-packet", "--file", str(file), variables=environment)
    assert code == 1
    assert "cannot be written" in said


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ('{"a": "x pass\\"word y"}', 'pass"word'),
        ('{"a": "x p\\u00e4ssword"}', "pässword"),
        ("longer-key", "longer-key"),
    ],
)
def test_a_secret_is_found_however_it_is_written(text: str, secret: str) -> None:
    assert secret not in without_secrets(text, iter([secret, "x"]))
    assert "(taken out)" in without_secrets(text, iter([secret]))
