"""`scripts/generate-license.py`, as vendors run it."""

from __future__ import annotations

import json
import stat
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support_license import SCRIPT
from verbatim_enterprise.license import keys, token
from verbatim_enterprise.license.errors import LicenseUnknownKeyError
from verbatim_enterprise.license.token import read_license


def run(*arguments: str, text: str = "", fails: bool = False) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([*SCRIPT, *arguments], input=text, capture_output=True, text=True, check=False)
    assert (done.returncode != 0) is fails, done.stderr
    return done


def test_a_test_licence_is_printed_alone_and_can_be_looked_into(tmp_path: Path) -> None:
    done = run(
        "issue", "--org", "Radio Nova", "--seats", "12", "--expires", "2031-05-06", "--features", "teams,sso", "--test"
    )
    assert (done.stdout.count("\n"), done.stdout.count("."), done.stderr) == (1, 2, "")
    found = read_license(done.stdout, takes_test=True)
    assert (found.org_name, found.seat_count, found.features) == ("Radio Nova", 12, ("sso", "teams"))
    assert found.expires_at == datetime(2031, 5, 6, 23, 59, 59, tzinfo=UTC)

    kept = tmp_path / "licence.txt"
    kept.write_text(done.stdout)
    for said in (run("inspect", str(kept)), run("inspect", text=done.stdout), run("inspect", done.stdout.strip())):
        shown = json.loads(said.stdout)
        assert (shown["org_name"], shown["seat_count"], shown["test"]) == ("Radio Nova", 12, True)
    refused = run("inspect", text=done.stdout[:-9], fails=True)
    assert (refused.stdout, "changed or cut" in refused.stderr) == ("", True)


def test_vendors_make_keys_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("keygen", "--out", str(tmp_path / "keys"))
    [secret] = (tmp_path / "keys").glob("*.private.pem")
    public = secret.with_name(secret.name.replace(".private", ""))
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    tomorrow = f"{datetime.now(UTC) + timedelta(days=1):%Y-%m-%d}"
    text = run("issue", "--org", "Radio Nova", "--seats", "3", "--expires", tomorrow, "--key", str(secret)).stdout
    with pytest.raises(LicenseUnknownKeyError):
        read_license(text, takes_test=True)

    # Bundled, its licences count, in production too.
    (tmp_path / "bundle" / "production").mkdir(parents=True)
    (tmp_path / "bundle" / "production" / public.name).write_bytes(public.read_bytes())
    bundled = keys.public_keys(tmp_path / "bundle")
    monkeypatch.setattr(token, "public_keys", lambda: bundled)
    found = read_license(text, takes_test=False)
    assert (found.is_test, found.key_id, found.features) == (False, public.stem, ("*",))


@pytest.mark.parametrize(
    "arguments",
    [
        ("issue", "--org", "x", "--seats", "0", "--expires", "2031-05-06", "--test"),
        ("issue", "--org", "x", "--seats", "1", "--expires", "6 May", "--test"),
        ("issue", "--org", "x", "--seats", "1", "--expires", "0001-01-05", "--test"),
        ("issue", "--org", "x", "--seats", "1", "--expires", "31.12.2030", "--test"),
        ("issue", "--org", " ", "--seats", "1", "--expires", "2031-05-06", "--test"),
        ("issue", "--org", "x", "--seats", "1", "--expires", "2031-05-06"),
        ("issue", "--org", "x", "--seats", "1", "--expires", "2031-05-06", "--key", "/nowhere.pem"),
    ],
)
def test_what_makes_no_sense_is_refused(arguments: tuple[str, ...]) -> None:
    done = run(*arguments, fails=True)
    assert done.stdout == ""
    assert "generate-license" in done.stderr


def test_a_typing_mistake_in_a_feature_is_remarked() -> None:
    done = run("issue", "--org", "x", "--seats", "1", "--expires", "2020-01-01", "--features", "teems", "--test")
    assert "teems" in done.stderr
    assert "ended on 2020-01-01" in done.stderr
