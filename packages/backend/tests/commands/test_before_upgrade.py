"""`verbatim doctor --before-upgrade`: may this version take a database over?"""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from support.processes import run_verbatim

pytestmark = pytest.mark.timeout(200)


def look(folder: Path, code: int) -> dict[str, dict[str, object]]:
    done = run_verbatim("doctor", "--before-upgrade", "--json", env={"VERBATIM_DATA_DIR": str(folder)}, together=True)
    assert done.returncode == code, done.stdout
    assert "Traceback" not in done.stdout
    report = json.loads(done.stdout[done.stdout.index("{") :])
    return {check["name"]: check for check in report["checks"]}


def verbatim(folder: Path, *words: str) -> None:
    done = run_verbatim(*words, env={"VERBATIM_DATA_DIR": str(folder)}, together=True)
    assert done.returncode == 0, done.stdout


def change(folder: Path, statement: str) -> None:
    with sqlite3.connect(folder / "verbatim.db") as database:
        database.execute(statement)


def test_a_backup_of_today_is_asked_for(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    verbatim(folder, "migrate")
    found = look(folder, 1)
    assert [name for name, check in found.items() if not check["ok"]] == ["backup"]
    assert "verbatim backup --to" in str(found["backup"]["todo"])
    assert "there is nothing to migrate" in str(found["schema"]["detail"])
    verbatim(folder, "backup", "--to", str(tmp_path / "backups"))
    files = [path for path in (tmp_path / "backups").rglob("*") if path.is_file()]
    assert files
    assert not any(path.stat().st_mode & 0o077 for path in files)  # the whole database is in them
    found = look(folder, 0)
    assert found["backup"]["warning"], found  # none was ever proved
    change(folder, "UPDATE backup_runs SET started_at = '2026-01-01 00:00:00'")
    assert "The last good backup is of 2026-01-01" in str(look(folder, 1)["backup"]["detail"])


def test_databases_of_other_versions_are_known(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    verbatim(folder, "migrate")
    change(folder, "DROP TABLE backup_runs")
    change(folder, "UPDATE schema_version_verbatim SET version_num = '0013'")
    found = look(folder, 0)
    assert "migrations of verbatim will run" in str(found["schema"]["detail"])
    assert found["backup"]["warning"]
    change(folder, "UPDATE schema_version_verbatim SET version_num = '9999'")
    found = look(folder, 1)
    assert "newer version" in str(found["schema"]["detail"])


def test_a_database_that_is_not_there_is_one_finding(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    found = look(folder, 1)
    assert [name for name, check in found.items() if not check["ok"]] == ["schema"], found
    assert not (folder / "verbatim.db").exists()
