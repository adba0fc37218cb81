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


def issuing(**other: str) -> tuple[str, ...]:
    """Return the words that issue a test licence, with others in place of some."""
    words = {"org": "x", "seats": "1", "expires": "2031-05-06", **other}
    return ("issue", *(part for name, value in words.items() for part in (f"--{name}", value)), "--test")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (issuing(seats="0"), "a whole number from 1 to 2147483647"),
        (issuing(seats="x"), "a whole number from 1 to 2147483647"),
        (issuing(seats="99999999999"), "a whole number from 1 to 2147483647"),
        (issuing(expires="6 May"), "a day such as 2030-12-31"),
        (issuing(expires="31.12.2030"), "a day such as 2030-12-31"),
        (issuing(expires="0001-01-05"), "a day such as 2030-12-31"),
        (issuing(org=" "), "a name of 1 to 200 characters"),
        (issuing(features="teams,teems"), "no feature 'teems'; there are teams, api_keys"),
        (issuing()[:-1], "--key --test is required"),
        (("inspect",) * 3, "unrecognized arguments"),
    ],
)
def test_what_makes_no_sense_is_refused_with_what_would(arguments: tuple[str, ...], told: str) -> None:
    done = run(*arguments, fails=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr


def test_a_feature_of_a_later_version_is_issued_on_demand() -> None:
    done = run(*issuing(features="teams,dictation"), "--allow-unknown-features")
    assert read_license(done.stdout, takes_test=True).features == ("dictation", "teams")


def test_a_licence_that_has_ended_is_remarked() -> None:
    assert "ended on 2020-01-01" in run(*issuing(expires="2020-01-01")).stderr


def test_files_that_cannot_be_used_are_named(tmp_path: Path) -> None:
    (tmp_path / "sound.wav").write_bytes(b"RIFF\xff\xfe\x00")
    for arguments, told in (
        (("inspect", "nofile.txt"), "nofile.txt cannot be read: No such file"),
        (("inspect", str(tmp_path)), "cannot be read: Is a directory"),
        (("inspect", str(tmp_path / "sound.wav")), "sound.wav is not a text"),
        (("keygen", "--out", str(tmp_path / "sound.wav")), "sound.wav cannot be the folder of the keys: File exists"),
        ((*issuing()[:-1], "--key", str(tmp_path / "none.pem")), "none.pem cannot be read as a private key"),
    ):
        done = run(*arguments, fails=True)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith("generate-license: ")
        assert told in done.stderr
        assert done.stderr.count("\n") == 1
