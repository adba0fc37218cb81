"""The archive that installs without a network: what it refuses. That it installs and serves: `test_package.py`."""

from __future__ import annotations

import subprocess
import sys
import tarfile
from pathlib import Path

import offline
import pytest


@pytest.fixture
def unpacked(tmp_path: Path) -> Path:
    """Give an archive, unpacked, with wheels that are none: nothing here gets as far as to install them."""
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    for name in ("verbatim_backend-1-py3-none-any.whl", "verbatim_enterprise-1-py3-none-any.whl", "other-1.whl"):
        (wheels / name).write_bytes(name.encode())
    offline.pack(wheels, tmp_path / "one.tar", "verbatim")
    offline.pack(wheels, tmp_path / "other.tar", "verbatim")
    assert (tmp_path / "one.tar").read_bytes() == (tmp_path / "other.tar").read_bytes(), "the same each time"
    with tarfile.open(tmp_path / "one.tar") as archive:
        archive.extractall(tmp_path, filter="data")
    return tmp_path / "verbatim"


def install(folder: Path, target: Path, **env: str) -> subprocess.CompletedProcess[str]:
    given = {"PATH": "/usr/bin:/bin", "PYTHON": sys.executable, "PIP_INDEX_URL": "http://127.0.0.1:9/simple", **env}
    command = ["sh", str(folder / "install.sh"), str(target)]
    return subprocess.run(command, env=given, cwd="/", capture_output=True, text=True, check=False)


def test_it_holds_what_somebody_reads_who_installs(unpacked: Path) -> None:
    for place in ("LICENSE", "constraints.txt", "guides/install.md", "systemd/verbatim.service", "install.sh"):
        assert (unpacked / place).is_file(), place
    assert (unpacked / "fits.txt").read_text("utf-8").strip() == offline.kind()


@pytest.mark.parametrize("fault", ["changed", "missing", "cut short", "changed constraints", "no sums"])
def test_a_damaged_archive_is_refused_before_anything_is_made(unpacked: Path, tmp_path: Path, fault: str) -> None:
    wheel = unpacked / "wheels" / "other-1.whl"
    match fault:
        case "changed":
            wheel.write_bytes(b"something else")
        case "missing":
            wheel.unlink()
        case "cut short":
            wheel.write_bytes(wheel.read_bytes()[:-1])
        case "changed constraints":
            (unpacked / "constraints.txt").write_text("", "utf-8")
        case _:
            (unpacked / "SHA256SUMS").write_text("", "utf-8")
    done = install(unpacked, tmp_path / "there")
    assert done.returncode == 1
    assert "damaged or incomplete: copy it again" in done.stderr
    assert not (tmp_path / "there").exists()


def test_another_kind_of_machine_is_told_so(unpacked: Path, tmp_path: Path) -> None:
    (unpacked / "fits.txt").write_text("cp399 linux-vax\n", "utf-8")
    done = install(unpacked, tmp_path / "there")
    assert (done.returncode, (tmp_path / "there").exists()) == (1, False)
    assert "This archive is for cp399 linux-vax" in done.stderr


def test_a_python_that_is_not_there(unpacked: Path, tmp_path: Path) -> None:
    done = install(unpacked, tmp_path / "there", PYTHON="python3.99")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "There is no python3.99 here" in done.stderr


def test_a_folder_that_cannot_be_made(unpacked: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    done = install(unpacked, tmp_path / "file")
    assert done.returncode == 1
    assert "must be yours to write" in done.stderr


def test_wheels_that_do_not_fit_are_not_called_installed(unpacked: Path, tmp_path: Path) -> None:
    done = install(unpacked, tmp_path / "there")
    assert done.returncode == 1
    assert "could not be installed" in done.stderr
    assert "Start it with" not in done.stdout
