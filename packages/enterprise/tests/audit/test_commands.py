"""`verbatim audit`: on the server, and from a file somewhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi import FastAPI
from sqlalchemy import text
from support_commands import verbatim
from support_enterprise import PASSWORD, Person
from verbatim.config import Settings
from verbatim_enterprise.audit.chain.heads import PublicKeys
from verbatim_enterprise.audit.chain.verify import verify


@pytest.mark.timeout(400)
async def test_the_log_is_proved_and_then_found_changed(
    app: FastAPI, admin: Person, settings: Settings, tmp_path: Path
) -> None:
    await app.state.audit.sealer.seal_all()
    code, said = await verbatim(settings, "audit", "verify")
    assert (code, "complete and unchanged" in said) == (0, True), said
    file = tmp_path / "audit.jsonl"
    assert (await verbatim(settings, "audit", "export", str(file)))[0] == 0
    file.write_text(file.read_text().replace('"actor_name":"ada"', '"actor_name":"eve"', 1))
    elsewhere = settings.model_copy(update={"data_dir": tmp_path / "elsewhere", "database_url": ""})
    key = PublicKeys.of(app.state.audit.writer.keys).text()
    words = ("audit", "verify", "--file", str(file), "--public-key", key)
    code, said = await verbatim(elsewhere, *words, variables={"VERBATIM_SECRET_KEY": ""})
    assert (code, "tampered with" in said) == (1, True), said
    await _tamper(app)
    code, said = await verbatim(settings, "audit", "verify")
    assert code == 1, said
    assert "Row number 1 (" in said
    assert "was changed after it had been sealed" in said


@pytest.mark.timeout(400)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_command_of_one_mode_goes_by_the_mode_of_its_data_folder_or_says_which_it_needs(
    app: FastAPI, admin: Person, settings: Settings, tmp_path: Path
) -> None:
    await app.state.audit.sealer.seal_all()
    code, said = await verbatim(settings, "audit", "verify", variables={"VERBATIM_MODE": ""})
    assert (code, "complete and unchanged" in said) == (0, True), said
    never_served = settings.model_copy(update={"data_dir": tmp_path / "elsewhere"})
    for one, mode in ((never_served, ""), (settings, "basic")):
        code, said = await verbatim(one, "audit", "verify", variables={"VERBATIM_MODE": mode})
        assert (code, "VERBATIM_MODE=enterprise" in said, "No such command" in said) == (1, True, False), said


async def _tamper(app: FastAPI) -> None:
    drop = "DROP TRIGGER keep_audit_log_changed"
    if app.state.database.dialect == "postgresql":
        drop = "ALTER TABLE audit_log DISABLE TRIGGER USER"
    async with app.state.database.engine.begin() as connection:
        await connection.execute(text(drop))
        await connection.execute(
            text("UPDATE audit_log SET actor_name = 'eve' WHERE id = (SELECT audit_id FROM audit_seals WHERE seq = 1)")
        )


@pytest.mark.timeout(200)
async def test_rows_written_by_commands_are_sealed_with_the_rest(
    app: FastAPI, admin: Person, settings: Settings
) -> None:
    """`users create-admin` runs without a server; its row is there all the same."""
    words = ("users", "create-admin", "--username", "second", "--email", "second@example.org")
    code, said = await verbatim(settings, *words, variables={"VERBATIM_ADMIN_PASSWORD": PASSWORD})
    assert code == 0, said
    await app.state.audit.sealer.seal_all()
    items = (await admin.get("/api/admin/audit", params={"action": "user.created"})).json()["items"]
    assert (items[0]["resource_name"], items[0]["actor_type"]) == ("second", "system")
    services = app.state.audit
    assert (await verify(app.state.database, services.writer, services.witness)).ok
