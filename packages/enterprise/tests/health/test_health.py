"""The health of the installation: every fault turns its own check red, says since when, and what to do."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, ExitStack
from datetime import timedelta
from pathlib import Path

import pytest
from conftest_types import MakeApp, MakePerson, MakeUser
from fastapi import FastAPI
from pydantic import SecretStr
from sqlalchemy import text, update
from support.server import free_port
from support.waiting import until
from support_enterprise import Person
from support_faults import MORE_FAULTS, Break, Tools, change
from support_mail import PostOffice, mail_settings
from support_tamper import TRIGGERS
from support_teams import Json, ok, refused
from verbatim.core.jobs.models import Job
from verbatim.health.examine import all_checks, examine
from verbatim.health.figures import count_findings
from verbatim.health.keeper import HealthKeeper
from verbatim.health.models import HealthFinding
from verbatim.system import checks
from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import utcnow
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.webhooks.models import WebhookEndpoint

HEALTH = "/api/admin/health"
PARTS = {
    "database", "clock", "plugins", "storage", "proxies", "disk", "secrets", "engines", "queue", "settings", "mail",
    "background", "processes", "workers", "licence", "redis", "audit log", "audit chain", "webhooks", "backups",
    "stored files", "language models", "budgets",
}  # fmt: skip


@pytest.fixture
async def tools(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Tools]:
    async with AsyncExitStack() as later:
        with ExitStack() as stack:
            yield Tools(monkeypatch, stack, later)


async def forget(app: FastAPI) -> None:
    """Let every part be looked at again, as seconds later."""
    keeper: HealthKeeper = app.state.health
    keeper._known.clear()  # what else is known lies in the table
    async with system_transaction(app.state.database) as session:
        await session.execute(update(HealthFinding).values(checked_at=utcnow() - timedelta(hours=1)))


async def health(app: FastAPI, admin: Person) -> dict[str, Json]:
    await forget(app)
    return {one["name"]: one for one in ok(await admin.get(HEALTH))["checks"]}


async def no_mail_server(_: FastAPI, admin: Person, __: Tools) -> None:
    await change(admin, mail_host="127.0.0.1", mail_from="verbatim@example.org", mail_port=free_port())


async def wrong_mail_password(_: FastAPI, admin: Person, tools: Tools) -> None:
    port = int(tools.stack.enter_context(mail_settings(PostOffice()))["VERBATIM_MAIL_PORT"])
    where = {"mail_host": "127.0.0.1", "mail_port": port, "mail_security": "none"}
    await change(admin, mail_from="verbatim@example.org", mail_username="verbatim", mail_password="wrong", **where)


async def full_disk(_: FastAPI, __: Person, tools: Tools) -> None:
    tools.patch.setattr(checks, "LOW_DISK_BYTES", 2**60)


async def storage_folder_gone(app: FastAPI, _: Person, __: Tools) -> None:
    await asyncio.to_thread(put_a_file_in_place_of, app.state.settings.storage_dir)


def put_a_file_in_place_of(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    if folder.exists():
        folder.rmdir()
    folder.write_text("a file stands in its place")


async def no_such_engine(app: FastAPI, _: Person, tools: Tools) -> None:
    tools.patch.setattr(app.state.settings, "transcription_engine", "openai-compatible")
    tools.patch.setattr(app.state.settings, "transcription_url", f"http://127.0.0.1:{free_port()}/v1")


async def stalled_queue(app: FastAPI, _: Person, __: Tools) -> None:
    async with system_transaction(app.state.database) as session:
        session.add(Job(job_type="nobody_runs_this", run_at=utcnow() - timedelta(minutes=10)))


async def unknown_variable(_: FastAPI, __: Person, tools: Tools) -> None:
    tools.patch.setenv("VERBATIM_TRANSCRIPTOIN_ENGINE", "auto")


async def failing_receiver(app: FastAPI, admin: Person, _: Tools) -> None:
    body = {"url": "https://receiver.example.org/in", "events": ["recording.created"]}
    made = ok(await admin.post("/api/webhooks", json=body), 201)
    async with system_transaction(app.state.database) as session:
        row = await session.get_one(WebhookEndpoint, made["id"])
        row.failing_since, row.last_error = utcnow() - timedelta(hours=3), "503 Service Unavailable"


async def changed_row_of_the_log(app: FastAPI, _: Person, __: Tools) -> None:
    await app.state.audit.sealer.seal_all()
    engine = app.state.database.engine
    async with engine.connect() as connection:
        for statement in TRIGGERS[app.state.database.dialect]:
            await connection.execute(text(statement))
        await connection.execute(text("UPDATE audit_log SET actor_name = 'somebody else'"))
        await connection.commit()


async def unreachable_redis(_: FastAPI, __: Person, tools: Tools) -> None:
    tools.patch.setattr(enterprise_settings().rates, "redis_url", SecretStr(f"redis://127.0.0.1:{free_port()}/0"))


FAULTS: dict[str, tuple[Break, str]] = {
    "no mail server": (no_mail_server, "mail"),
    "a mail server that knows no such user": (wrong_mail_password, "mail"),
    "a full disk": (full_disk, "disk"),
    "a file in place of the storage": (storage_folder_gone, "storage"),
    "a speech service that is away": (no_such_engine, "engines"),
    "a queue that nobody works on": (stalled_queue, "queue"),
    "a variable that is misspelt": (unknown_variable, "settings"),
    "a receiver that is away": (failing_receiver, "webhooks"),
    "a changed row of the log": (changed_row_of_the_log, "audit chain"),
    "Redis that is away": (unreachable_redis, "redis"),
    **MORE_FAULTS,
}


async def test_every_part_is_told_with_since_when(app: FastAPI, admin: Person) -> None:
    found = ok(await admin.get(HEALTH))
    assert {one["name"] for one in found["checks"]} == PARTS
    assert found["status"] in {"ok", "warning"}, [one for one in found["checks"] if one["status"] == "failed"]
    for one in found["checks"]:
        assert one["detail"]
        assert one["since"]
        assert one["last_good"]
    again = ok(await admin.get(HEALTH))
    told = [{name: one[name] for name in ("name", "since", "checked_at")} for one in again["checks"]]
    assert told == [{name: one[name] for name in ("name", "since", "checked_at")} for one in found["checks"]]
    commanded = await examine(app.state.runtime, all_checks(app.state.runtime, serving=False))
    assert {one.check.name for one in commanded} == PARTS - {"background"}


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_fault_turns_its_own_check_and_no_other(app: FastAPI, admin: Person, tools: Tools, fault: str) -> None:
    make, name = FAULTS[fault]
    before = await health(app, admin)
    assert before[name]["status"] in {"ok", "warning"}, before[name]

    await make(app, admin, tools)

    after: dict[str, Json] = {}

    async def it_is_told() -> bool:
        nonlocal after
        after = await health(app, admin)
        return bool(after[name]["status"] == "failed")

    await until(it_is_told, 30)
    assert [one["name"] for one in after.values() if one["status"] == "failed"] == [name], after
    assert after[name]["since"] > before[name]["since"]
    assert before[name]["last_good"] <= after[name]["last_good"] < after[name]["since"]
    assert after[name]["link"] or after[name]["setting"] or after[name]["todo"]


async def test_only_administrators_are_told(make_user: MakeUser, visitor: MakePerson) -> None:
    refused(await (await make_user("vera", role="viewer")).get(HEALTH), 403, "forbidden")
    refused(await (await make_user("uwe")).get(HEALTH), 403, "forbidden")
    refused(await visitor().get(HEALTH), 401, "not_signed_in")


async def test_since_when_outlives_a_restart_and_ends_with_the_fault(
    app: FastAPI, admin: Person, make_app: MakeApp, tools: Tools
) -> None:
    await no_mail_server(app, admin, tools)
    broken = (await health(app, admin))["mail"]
    assert broken["status"] == "failed"

    other = make_app()
    async with other.router.lifespan_context(other):
        known = {one.name: one for one in await other.state.health.look()}
        assert known["mail"].since.isoformat()[:19] == broken["since"][:19]
        async with system_transaction(other.state.database) as session:
            await session.execute(update(HealthFinding).values(checked_at=utcnow() - timedelta(hours=1)))
        still = {one.name: one for one in await other.state.health.look()}["mail"]
        assert (still.status, still.since) == ("failed", known["mail"].since)
    await change(admin, mail_host="")
    mended = (await health(app, admin))["mail"]
    assert mended["status"] == "ok"
    assert mended["since"] > broken["since"]


async def test_monitors_are_told_the_same(app: FastAPI, admin: Person, tools: Tools) -> None:
    await no_mail_server(app, admin, tools)
    found = await health(app, admin)
    figures = {one.name: one.values for one in await count_findings(app.state.settings, app.state.database)}
    told = {dict(labels)["check"]: value for labels, value in figures["verbatim_check_ok"].items()}
    assert told == {name: float(one["status"] != "failed") for name, one in found.items() if one["status"] != "skipped"}
