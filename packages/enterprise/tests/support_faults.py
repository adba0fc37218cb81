"""Faults of an installation, each made as it comes about, and the check that must tell it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from ipaddress import ip_network
from typing import Any, Final

import pytest
from fastapi import FastAPI
from sqlalchemy import text, update
from support.model_server import GOOD_KEY, model_server
from support.server import free_port
from support_enterprise import Person
from support_license import make_license
from support_mail import PostOffice, mail_settings
from support_teams import Json, ok
from verbatim.backups.models import BackupRun, RunKind, RunStatus
from verbatim.core.migrate import version_table
from verbatim.core.proxies import Note
from verbatim.core.secrets import KeyRing
from verbatim_enterprise.audit.models import AuditStream
from verbatim_enterprise.audit.scrub import address
from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import utcnow
from verbatim_enterprise.llm.models import LlmEndpoint, LlmSpend
from verbatim_enterprise.storage_locations.models import StorageCheck
from verbatim_enterprise.system_session import system_transaction


@dataclass(frozen=True)
class Tools:
    """What breaks something for the length of a test."""

    patch: pytest.MonkeyPatch
    stack: ExitStack
    later: AsyncExitStack = field(default_factory=AsyncExitStack)


Break = Callable[[FastAPI, Person, Tools], Awaitable[None]]


async def change(admin: Person, **values: Any) -> None:
    version = ok(await admin.get("/api/admin/settings"))["version"]
    ok(await admin.patch("/api/admin/settings", json={"version": version, "values": values}))


async def add(app: FastAPI, row: Any) -> None:
    async with system_transaction(app.state.database) as session:
        session.add(row)


async def failed_backup(app: FastAPI, _: Person, __: Tools) -> None:
    run = {"place": "/srv/backups", "detail": "pg_dump: no space left on the device", "ended_at": utcnow()}
    await add(app, BackupRun(kind=RunKind.BACKUP, status=RunStatus.BAD, **run))


async def proof_that_failed(app: FastAPI, _: Person, __: Tools) -> None:
    run = {"place": "/srv/backups", "detail": "3 recordings are missing in it", "ended_at": utcnow()}
    await add(app, BackupRun(kind=RunKind.PROOF, status=RunStatus.BAD, **run))


async def expired_licence(app: FastAPI, _: Person, tools: Tools) -> None:
    tools.patch.setattr(enterprise_settings().license, "key_text", make_license(days=-30))
    app.state.license.forget()


async def more_people_than_seats(app: FastAPI, admin: Person, tools: Tools) -> None:
    for name in ("bert", "cora"):
        ok(await admin.post("/api/users", json={"username": name, "email": f"{name}@example.org"}), 201)
    tools.patch.setattr(enterprise_settings().license, "key_text", make_license(seats=2))
    app.state.license.forget()


async def add_models(admin: Person, url: str) -> Json:
    body = {"name": "Garden", "kind": "generic_openai", "base_url": url, "api_key": GOOD_KEY}
    return ok(await admin.post("/api/llm/endpoints", json={**body, "models": [{"name": "garden-1"}]}), 201)


def allow_private(tools: Tools) -> None:
    tools.patch.setattr(enterprise_settings().llm, "llm_allow_private", (ip_network("127.0.0.0/8"),))


async def wrong_model_key(_: FastAPI, admin: Person, tools: Tools) -> None:
    allow_private(tools)
    server = await tools.later.enter_async_context(model_server())
    made = await add_models(admin, server.url)
    server.fault = "wrong key"  # as if it had been withdrawn there
    ok(await admin.patch(f"/api/llm/endpoints/{made['id']}", json={"api_key": "sk-of-last-year"}))


async def model_server_away(_: FastAPI, admin: Person, tools: Tools) -> None:
    allow_private(tools)
    await add_models(admin, f"http://127.0.0.1:{free_port()}/v1")


async def key_of_a_model_sealed_elsewhere(app: FastAPI, admin: Person, tools: Tools) -> None:
    allow_private(tools)
    made = await add_models(admin, f"http://127.0.0.1:{free_port()}/v1")
    ok(await admin.patch(f"/api/llm/endpoints/{made['id']}", json={"enabled": False}))
    foreign = KeyRing("another key, which this server has never had")
    async with system_transaction(app.state.database) as session:
        sealed = foreign.seal("language model key", "hush")
        await session.execute(update(LlmEndpoint).where(LlmEndpoint.id == made["id"]).values(api_key=sealed))


async def used_up_budget(app: FastAPI, admin: Person, _: Tools) -> None:
    body = {"scope": "installation", "period": "month", "limit_micros": 1_000_000}
    ok(await admin.post("/api/llm/budgets", json=body), 201)
    async with system_transaction(app.state.database) as session:
        await session.execute(update(LlmSpend).values(used_micros=1_000_000))


async def missing_file(app: FastAPI, _: Person, __: Tools) -> None:
    found = {"recordings": 4, "files": 8, "counts": {"missing": 1, "changed": 0}, "findings": []}
    await add(app, StorageCheck(quick=False, started_at=utcnow(), **found))


async def log_receiver_away(app: FastAPI, _: Person, tools: Tools) -> None:
    url = "tls://log.example.org:6514"
    tools.patch.setattr(enterprise_settings().audit, "audit_syslog_url", url)
    gone = {"failing_since": utcnow() - timedelta(minutes=5), "error": "Connection refused"}
    await add(app, AuditStream(name="syslog", target=address(url), **gone))


async def proxy_that_is_not_believed(app: FastAPI, _: Person, __: Tools) -> None:
    await asyncio.to_thread(Note(app.state.settings.data_dir).write, "10.0.0.7")


async def no_worker(app: FastAPI, _: Person, tools: Tools) -> None:
    tools.patch.setattr(app.state.settings, "jobs", "distributed")


async def behind_this_version(app: FastAPI, _: Person, __: Tools) -> None:
    async with app.state.database.engine.begin() as connection:
        table = version_table("verbatim-enterprise")
        await connection.execute(text(f"UPDATE {table} SET version_num = '0001'"))  # noqa: S608 - its name


async def mail_server_without_tls(_: FastAPI, admin: Person, tools: Tools) -> None:
    port = int(tools.stack.enter_context(mail_settings(PostOffice()))["VERBATIM_MAIL_PORT"])
    where = {"mail_host": "127.0.0.1", "mail_port": port, "mail_security": "starttls"}
    await change(admin, mail_from="verbatim@example.org", **where)


async def background_that_stands_still(app: FastAPI, _: Person, tools: Tools) -> None:
    tools.patch.setattr(app.state.runtime.jobs, "healthy", False)


MORE_FAULTS: Final[dict[str, tuple[Break, str]]] = {
    "a backup that failed": (failed_backup, "backups"),
    "a backup that did not prove": (proof_that_failed, "backups"),
    "a licence that has ended": (expired_licence, "licence"),
    "more people than seats": (more_people_than_seats, "licence"),
    "a wrong key for a model": (wrong_model_key, "language models"),
    "a server of models that is away": (model_server_away, "language models"),
    "a secret sealed with another key": (key_of_a_model_sealed_elsewhere, "secrets"),
    "a budget that is used up": (used_up_budget, "budgets"),
    "a file that is missing": (missing_file, "stored files"),
    "a receiver of the log that is away": (log_receiver_away, "audit log"),
    "a proxy that is not believed": (proxy_that_is_not_believed, "proxies"),
    "no worker": (no_worker, "workers"),
    "a database behind this version": (behind_this_version, "database"),
    "a mail server without TLS": (mail_server_without_tls, "mail"),
    "background work that stands still": (background_that_stands_still, "background"),
}
"""Fifteen of twenty-five; the other ten stand beside their test."""
