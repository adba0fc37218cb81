"""A log of an older version stays proved: its file by itself, and its database after it was brought up to date.

`older/` was written by this product before its kinds of content declared themselves: eleven rows in three seals, among
them names in other scripts, with the file that its export wrote and the public key that its server had.
"""

from __future__ import annotations

import gzip
import json
import shutil
from pathlib import Path

import pytest
from conftest_types import MakePerson
from fastapi import FastAPI
from sqlalchemy import text
from support_audit import rows_of
from support_commands import SECRET_KEY, verbatim
from support_enterprise import PASSWORD
from verbatim.config import Settings
from verbatim_enterprise.audit.chain.verify import Report, verify

OLDER = Path(__file__).parent / "older"
ROWS = 11


@pytest.fixture
def environment() -> dict[str, str]:
    """Seal by hand only, with the key of the older server."""
    return {"VERBATIM_AUDIT_SEAL_SECONDS": "3600", "VERBATIM_SECRET_KEY": SECRET_KEY}


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    """Give the database as the older version left it, and beside it the head that its server had seen."""
    (tmp_path / "data").mkdir()
    shutil.copy(OLDER / "audit-head.json", tmp_path / "data")
    (tmp_path / "verbatim.db").write_bytes(gzip.decompress((OLDER / "verbatim.db.gz").read_bytes()))
    return f"sqlite+aiosqlite:///{tmp_path / 'verbatim.db'}"


async def _report(app: FastAPI) -> Report:
    return await verify(app.state.database, app.state.audit.writer, app.state.audit.witness)


async def test_its_database_is_brought_up_to_date_goes_on_and_is_proved_as_a_whole(
    app: FastAPI, visitor: MakePerson
) -> None:
    before = await _report(app)
    assert (before.ok, before.rows, before.heads, before.waiting) == (True, ROWS, 3, 0), str(before)
    ada = visitor()
    answer = await ada.post("/api/auth/login", json={"username": "ada", "password": PASSWORD})
    assert answer.status_code == 200, answer.text
    await app.state.audit.sealer.seal_all()
    after = await _report(app)
    assert (after.ok, after.heads, after.rows > ROWS) == (True, 4, True), str(after)
    names = [row.resource_name for row in await rows_of(app, action="project.created")]
    assert names == ["Gärten", "弁護士"]


@pytest.mark.parametrize("seq", [1, 7, ROWS])
async def test_an_old_row_that_is_changed_afterwards_is_found(app: FastAPI, seq: int) -> None:
    async with app.state.database.engine.begin() as connection:
        await connection.execute(text("DROP TRIGGER keep_audit_log_changed"))
        change = "UPDATE audit_log SET request_id = 'x' WHERE id = (SELECT audit_id FROM audit_seals WHERE seq = :seq)"
        await connection.execute(text(change), {"seq": seq})
    report = await _report(app)
    assert not report.ok
    assert report.first is not None
    assert report.first.seq == seq


@pytest.mark.parametrize("change", ["", '"resource_name":"ada"', '"action":"project.deleted"'])
async def test_its_exported_file_is_proved_anywhere_and_found_when_changed(
    settings: Settings, tmp_path: Path, change: str
) -> None:
    file, key = tmp_path / "rows.jsonl", (OLDER / "public-key.txt").read_text().strip()
    whole = (OLDER / "rows.jsonl").read_text()
    assert change in whole
    file.write_text(whole.replace(change, change.replace('":"', '":"x'), 1) if change else whole)
    assert json.loads(whole.splitlines()[0])["seq"] == 1
    elsewhere = settings.model_copy(update={"data_dir": tmp_path / "elsewhere", "database_url": ""})
    code, said = await verbatim(
        elsewhere, "audit", "verify", "--file", str(file), "--public-key", key, variables={"VERBATIM_SECRET_KEY": ""}
    )
    assert (code, "tampered with" in said) == ((1, True) if change else (0, False)), said
