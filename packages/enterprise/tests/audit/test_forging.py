"""What somebody has put into the database is not vouched for by the server that goes on, nor by a file it writes."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import text
from support_enterprise import Person
from support_tamper import Intruder
from support_teams import ok
from verbatim_enterprise.audit.chain.heads import PublicKeys
from verbatim_enterprise.audit.chain.proof import ProofError, verify_file, write_proof
from verbatim_enterprise.audit.chain.sealer import Sealer
from verbatim_enterprise.audit.chain.verify import Report, verify
from verbatim_enterprise.audit.chain.witness import Witness
from verbatim_enterprise.audit.service import log_event
from verbatim_enterprise.audit.services import AuditServices
from verbatim_enterprise.audit.tags import AuditTag
from verbatim_enterprise.system_session import system_transaction

BATCHES, ROWS = 4, 3
Lines = list[dict[str, Any]]


@pytest.fixture
def environment() -> Mapping[str, str]:
    """Seal by hand only."""
    return {"VERBATIM_AUDIT_SEAL_SECONDS": "3600"}


async def _write(app: FastAPI) -> None:
    async with system_transaction(app.state.database) as session:
        for number in range(ROWS):
            await log_event(session, tag=AuditTag.PROJECT_UPDATED, resource_type="project", resource_id=str(number))


@pytest.fixture
async def audit(app: FastAPI) -> AuditServices:
    """Give a log of several batches."""
    services: AuditServices = app.state.audit
    for _ in range(BATCHES):
        await _write(app)
        await services.sealer.seal_all()
    return services


async def _break_in(app: FastAPI, deed: str, seed: int = 1) -> None:
    async with system_transaction(app.state.database) as session:
        intruder = Intruder(session, random.Random(seed), BATCHES * ROWS)  # noqa: S311 - the same in every run
        await intruder.break_in()
        await getattr(intruder, deed)()


async def _after(app: FastAPI, audit: AuditServices, tmp_path: Path) -> tuple[Report, Report | None]:
    """Go on as the server does after a restart; return what it says of itself, and what its file says elsewhere."""
    await _write(app)
    witness = Witness(app.state.settings.data_dir)
    await Sealer(app.state.database, audit.writer, witness, lambda: 3600).seal_all()
    report = await verify(app.state.database, audit.writer, witness)
    file = tmp_path / "audit.jsonl"
    await write_proof(app.state.database, file)
    try:
        return report, verify_file(file, PublicKeys.of(audit.writer.keys))
    except ProofError:
        return report, None


@pytest.mark.parametrize("deed", ["forge_head", "rewrite_everything", "forge_early_retention", "forge_retention"])
@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_the_server_vouches_for_nothing_that_it_did_not_sign(
    app: FastAPI, audit: AuditServices, tmp_path: Path, deed: str, seed: int
) -> None:
    await _break_in(app, deed, seed)
    here, elsewhere = await _after(app, audit, tmp_path)
    assert not here.ok
    assert elsewhere is None or not elsewhere.ok


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "change", ["details = 'not json'", "at = 'nonsense'", "before = '{bad'", "actor_name = x'ff00'", "details = '[1]'"]
)
async def test_what_cannot_be_read_is_named(app: FastAPI, admin: Person, audit: AuditServices, change: str) -> None:
    async with app.state.database.engine.begin() as connection:
        await connection.execute(text("DROP TRIGGER keep_audit_log_changed"))
        wanted = "(SELECT audit_id FROM audit_seals WHERE seq = 5)"
        await connection.exec_driver_sql(f"UPDATE audit_log SET {change} WHERE id = {wanted}")  # noqa: S608 - our own
    report = await verify(app.state.database, audit.writer, audit.witness)
    assert report.first is not None
    assert (report.first.kind, report.first.seq) == ("changed", 5)
    answer = ok(await admin.post("/api/admin/audit/verify"))
    assert (answer["state"], answer["ok"], answer["first"]["number"]) == ("done", False, 5)


def _stray(seq: int) -> Callable[[Lines], None]:
    def change(lines: Lines) -> None:
        row = next(line for line in lines if "row" in line)
        lines.insert(2, {**row, "row": {**row["row"], "action": "project.deleted"}, "seq": seq})

    return change


def _purge(lines: Lines) -> None:
    head = next(line for line in lines if "head" in line)["head"]
    del lines[: lines.index({"head": head}) + 1]
    lines.insert(0, {"purge": {**head, "kind": "purge", "key_id": "zz", "signature": "AAAA"}})


def _more(lines: Lines) -> None:
    lines[0]["row"]["approved_by"] = "the board"


def _kind(lines: Lines) -> None:
    next(line for line in lines if "head" in line)["head"]["marks"] = 5


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("change", [_stray(99_999), _stray(0), _stray(-5), _stray(2), _purge, _more, _kind])
async def test_a_file_that_was_changed_is_found_out(
    app: FastAPI, audit: AuditServices, tmp_path: Path, change: Callable[[Lines], None]
) -> None:
    file, keys = tmp_path / "audit.jsonl", PublicKeys.of(audit.writer.keys)
    await write_proof(app.state.database, file)
    assert verify_file(file, keys).ok
    lines = [json.loads(line) for line in file.read_text(encoding="ascii").splitlines()]
    change(lines)
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="ascii")
    try:
        assert not verify_file(file, keys).ok
    except ProofError:
        assert change in (_more, _kind)
