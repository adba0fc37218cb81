"""What is read, sealed and checked in pieces is whole, wherever the pieces end."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path

import pytest
from fastapi import FastAPI
from support_enterprise import Person
from verbatim_enterprise.audit import repository
from verbatim_enterprise.audit.chain import sealer, store, verify
from verbatim_enterprise.audit.chain.heads import PublicKeys
from verbatim_enterprise.audit.chain.proof import verify_file, write_proof
from verbatim_enterprise.audit.service import log_event
from verbatim_enterprise.audit.tags import AuditTag
from verbatim_enterprise.system_session import system_transaction

URL = "/api/admin/audit"
LAMPS = 12


@pytest.fixture
def environment() -> Mapping[str, str]:
    """Seal by hand only."""
    return {"VERBATIM_AUDIT_SEAL_SECONDS": "3600"}


async def _write(app: FastAPI, count: int = LAMPS) -> None:
    async with system_transaction(app.state.database) as session:
        for number in range(count):
            await log_event(
                session, tag=AuditTag.PROJECT_UPDATED, resource_type="lamp", resource_id=f"lamp-{number:02}"
            )


@pytest.mark.parametrize("piece", [1, 5, LAMPS - 1, LAMPS, LAMPS + 1])
async def test_a_file_has_every_row_once(
    app: FastAPI, admin: Person, monkeypatch: pytest.MonkeyPatch, piece: int
) -> None:
    await _write(app)
    monkeypatch.setattr(repository, "_EXPORT", piece)
    params = {"resource_type": "lamp"}
    text = (await admin.get(f"{URL}/export", params={**params, "format": "csv"})).text
    lamps = [f"lamp-{number:02}" for number in reversed(range(LAMPS))]
    assert [row["resource_id"] for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))] == lamps
    lines = (await admin.get(f"{URL}/export", params={**params, "format": "jsonl"})).text.splitlines()
    assert len(lines) == LAMPS


@pytest.mark.parametrize("piece", [1, 3, 4])
async def test_a_chain_of_many_batches_holds_here_and_in_a_file(
    app: FastAPI, admin: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, piece: int
) -> None:
    for module in (store, verify):
        monkeypatch.setattr(module, "_AT_ONCE", piece)
    monkeypatch.setattr(sealer, "BATCH", piece)
    audit = app.state.audit
    await _write(app)
    sealed = await audit.sealer.seal_all()
    assert sealed > LAMPS
    await _write(app)
    report = await verify.verify(app.state.database, audit.writer, audit.witness)
    assert (report.ok, report.rows, report.waiting) == (True, sealed, LAMPS)
    assert report.heads == -(-sealed // piece)
    file = tmp_path / "audit.jsonl"
    assert await write_proof(app.state.database, file) == sealed
    offline = verify_file(file, PublicKeys.of(audit.writer.keys))
    assert (offline.ok, offline.rows, offline.heads) == (True, sealed, report.heads)
