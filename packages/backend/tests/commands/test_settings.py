"""`verbatim settings`, in processes of their own on a database of their own."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from support.processes import run_verbatim


def verbatim(folder: Path, *arguments: str, code: int = 0, **variables: str) -> str:
    """Run a command and return what it says, on either output."""
    done = run_verbatim(*arguments, env={"VERBATIM_DATA_DIR": str(folder / "data"), **variables})
    said = done.stdout + done.stderr
    assert done.returncode == code, said
    assert "Traceback" not in said
    return said


def test_a_setting_is_set_read_and_given_back(tmp_path: Path) -> None:
    assert "20 * " not in verbatim(tmp_path, "settings", "get", "upload_max_bytes")
    assert verbatim(tmp_path, "settings", "set", "VERBATIM_UPLOAD_MAX_BYTES", "1000") == "upload_max_bytes is set.\n"
    assert verbatim(tmp_path, "settings", "get", "upload_max_bytes").startswith("1000\nSet by the command line at ")
    changed = verbatim(tmp_path, "settings", "list", "--changed")
    assert ["upload_max_bytes", "database", "1000"] in [line.split() for line in changed.splitlines()]
    verbatim(tmp_path, "settings", "set", "transcription_preload", "true")
    assert "Restart the server" in verbatim(tmp_path, "settings", "reset", "transcription_preload")
    verbatim(tmp_path, "settings", "reset", "upload_max_bytes")
    assert verbatim(tmp_path, "settings", "get", "upload_max_bytes").endswith("The default.\n")


def test_a_secret_is_sealed_and_not_said(tmp_path: Path) -> None:
    assert not (tmp_path / "data" / "secret.key").exists()
    verbatim(tmp_path, "settings", "set", "transcription_api_key", "sk-hush")
    assert verbatim(tmp_path, "settings", "get", "transcription_api_key").startswith("set\n")
    assert "hush" not in verbatim(tmp_path, "settings", "list")
    assert b"hush" not in (tmp_path / "data" / "verbatim.db").read_bytes()
    assert (tmp_path / "data" / "secret.key").stat().st_mode & 0o77 == 0


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("upload_max_bytes", "none", "upload_max_bytes: Input should be a valid integer"),
        ("jobs_concurrency", "0", "jobs_concurrency: Input should be greater than or equal to 1"),
        ("diarization", "no-such-thing", "there are auto, off, builtin"),
        ("workers", "2", "workers can only be set by VERBATIM_WORKERS"),
        ("body_max_bytes", "4096", "body_max_bytes is set by VERBATIM_BODY_MAX_BYTES"),
        ("no_such_setting", "1", "There is no setting no_such_setting"),
    ],
)
def test_what_cannot_be_set_is_said_in_words(tmp_path: Path, name: str, value: str, said: str) -> None:
    assert said in verbatim(tmp_path, "settings", "set", name, value, code=1, VERBATIM_BODY_MAX_BYTES="2048")
    assert verbatim(tmp_path, "settings", "list", "--changed").count("database") == 0


def test_doctor_says_which_stored_settings_do_not_count(tmp_path: Path) -> None:
    verbatim(tmp_path, "settings", "set", "upload_max_bytes", "1000")
    verbatim(tmp_path, "settings", "set", "transcription_api_key", "sk-hush")

    def settings_check(code: int, **variables: str) -> tuple[bool, str]:
        report = json.loads(verbatim(tmp_path, "doctor", "--json", code=code, **variables))
        check = next(one for one in report["checks"] if one["name"] == "settings")
        return check["ok"], check["detail"]

    assert settings_check(0)[0]
    ok, detail = settings_check(1, VERBATIM_UPLOAD_MAX_BYTES="5")
    assert (ok, "VERBATIM_UPLOAD_MAX_BYTES is set in the environment" in detail) == (False, True)
    ok, detail = settings_check(1, VERBATIM_SECRET_KEY="Zt8kQw3rUe6yPx1nVb5mLs9dHg2fJc7aRo4iTqXz")
    assert (ok, "transcription_api_key was sealed with another secret key" in detail) == (False, True)
    with sqlite3.connect(tmp_path / "data" / "verbatim.db") as database:
        database.execute("UPDATE settings SET value = '\"no number\"' WHERE name = 'upload_max_bytes'")
        database.execute("INSERT INTO settings (name, value, changed_at) VALUES ('gone', '1', '2026-01-01 00:00:00')")
    ok, detail = settings_check(1)
    assert not ok
    assert "The stored value of upload_max_bytes cannot be used" in detail
    assert "gone is stored, but nothing here has such a setting." in detail
    # The server goes by what it can use.
    assert verbatim(tmp_path, "settings", "get", "transcription_api_key").startswith("set\n")
