"""`verbatim doctor` in another mode than the server's."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from fastapi import FastAPI
from sqlalchemy import make_url
from support_commands import verbatim
from support_enterprise import Person
from verbatim.config import Settings
from verbatim.core.clock import utcnow
from verbatim.system.checks import check_clock

BASIC = dict.fromkeys(("VERBATIM_MODE", "VERBATIM_SECRET_KEY", "VERBATIM_LICENSE_KEY", "VERBATIM_LICENSE_MODE"), "")


@pytest.mark.timeout(200)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_whoever_forgot_the_mode_is_told(admin: Person, settings: Settings) -> None:
    code, said = await verbatim(settings, "doctor", variables=BASIC)
    assert code == 1, said
    assert "was served with verbatim_enterprise, which VERBATIM_MODE=basic does not load." in said
    assert "All is well" not in said
    _, said = await verbatim(settings, "doctor")
    assert "was served with verbatim_enterprise" not in said


def without_reach(url: str, kind: str) -> str:
    """Return the address of a database that cannot be used, made from that of one that can."""
    address = make_url(url)
    changed = {
        "no server": address.set(port=1),
        "no such database": address.set(database="no_such_database"),
        "no such host": address.set(host="no-such-host.invalid"),
    }
    return changed[kind].render_as_string(hide_password=False)


@pytest.mark.timeout(200)
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("kind", ["no server", "no such database", "no such host"])
async def test_a_database_that_cannot_be_used_is_one_finding(settings: Settings, kind: str) -> None:
    url = without_reach(settings.database_url, kind)
    code, said = await verbatim(settings, "doctor", "--json", variables={"VERBATIM_DATABASE_URL": url})
    found = json.loads(said[said.index("{") :])
    assert code == 1
    assert [check["name"] for check in found["checks"] if not check["ok"]] == ["database"], said
    skipped = {check["name"] for check in found["checks"] if check["skipped"]}
    assert {"plugins", "clock", "licence", "audit log"} <= skipped
    assert "sqlalche.me" not in said
    assert "SELECT" not in said


@pytest.mark.timeout(200)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_database_that_is_not_there_yet_is_one_finding(settings: Settings, tmp_path: object) -> None:
    variables = {"VERBATIM_DATA_DIR": f"{tmp_path}/empty", "VERBATIM_DATABASE_URL": ""}
    code, said = await verbatim(settings, "doctor", "--json", variables=variables)
    found = json.loads(said[said.index("{") :])
    assert code == 1
    assert [check["name"] for check in found["checks"] if not check["ok"]] == ["database"], said


@pytest.mark.parametrize(("off", "word"), [(0, ""), (3 * 3600, "ahead of"), (-3 * 3600, "behind"), (-20, "behind")])
async def test_a_clock_that_differs_from_the_databases_is_told(app: FastAPI, off: int, word: str) -> None:
    runtime = app.state.runtime
    found = await check_clock(runtime, lambda: utcnow() + timedelta(seconds=off))
    if runtime.database.dialect == "sqlite":
        assert found.ok
        return
    assert found.ok is (not word), found
    if word:
        assert f"{abs(off)} seconds {word} the database's" in found.detail
