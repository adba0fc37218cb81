"""A disk that is really full: a small one is mounted, and something else fills it."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from support.server import RunningServer, running_server
from support_enterprise import ADMIN, PASSWORD
from support_license import LICENSED
from support_setup import KNOWN_TOKEN, first_account

SPOKEN = Path(__file__).parents[4] / "docs" / "examples" / "good-morning.wav"
SMALL = (
    *("unshare", "-Urm", "sh", "-c"),
    'mount -t tmpfs -o size=160m tmpfs "$VERBATIM_DATA_DIR" && exec "$0" "$@"',
    str(Path(sys.executable).with_name("verbatim")),
)
"""A server whose data folder is a disk of its own, in a world of its own, so that nobody needs rights for it."""


@contextlib.contextmanager
def small_server(folder: Path, **more: str) -> Iterator[tuple[RunningServer, Path]]:
    """Start a server on a small disk of its own, and give its data folder as it is seen from here."""
    (folder / "data").mkdir()
    tried = [*SMALL[:5], "true"] if shutil.which("unshare") else ["false"]
    if subprocess.run(tried, env={**os.environ, "VERBATIM_DATA_DIR": str(folder / "data")}, check=False).returncode:
        pytest.skip("no small disk can be mounted here: unshare -Urm is not allowed")
    env = {
        "VERBATIM_MODE": "enterprise",
        "VERBATIM_TRASH_DAYS": "0",
        "VERBATIM_UPLOAD_RESERVE_BYTES": "33554432",
        **KNOWN_TOKEN,
        **LICENSED,
        **more,
    }
    with running_server(folder, command=SMALL, env=env) as server:
        yield server, Path(f"/proc/{server.process.pid}/root{server.data_dir}")


@pytest.fixture
def small(tmp_path: Path) -> Iterator[tuple[RunningServer, Path]]:
    with small_server(tmp_path) as made:
        yield made


class Disk:
    """The small disk, and something that fills it to the last byte."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._number = 0

    def fill(self) -> None:
        self._number += 1
        descriptor = os.open(self.folder / f"filler{self._number}", os.O_CREAT | os.O_WRONLY)
        try:
            for piece in (2**20, 2**12, 1):
                while True:
                    try:
                        os.write(descriptor, bytes(piece))
                    except OSError:
                        break
        finally:
            os.close(descriptor)

    def clear(self) -> None:
        for filler in self.folder.glob("filler*"):
            filler.unlink()

    def files(self) -> set[str]:
        """Return what lies there of people."""
        stored = self.folder / "storage"
        return {str(one.relative_to(stored)) for one in stored.rglob("*") if one.is_file()}


def _upload(client: httpx.Client, name: str) -> httpx.Response:
    with SPOKEN.open("rb") as sound:
        return client.post("/api/recordings/upload", files={"file": (name, sound)}, data={"transcribe": "false"})


def _sign_in(client: httpx.Client) -> httpx.Response:
    return client.post("/api/auth/login", json={"username": ADMIN, "password": PASSWORD})


def _names(client: httpx.Client) -> list[str]:
    listed = client.get("/api/recordings")
    assert listed.status_code == 200, listed.text
    return [item["title"] for item in listed.json()["items"]]


def _refused(answer: httpx.Response) -> None:
    said: dict[str, Any] = answer.json()
    assert (answer.status_code, said["code"]) in {(507, "storage_full"), (503, "unavailable")}, answer.text
    assert said["detail"]


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_people_sign_in_read_and_delete_while_the_disk_is_full(small: tuple[RunningServer, Path]) -> None:
    server, folder = small
    disk = Disk(folder)
    with httpx.Client(base_url=server.url, timeout=60) as client:
        assert client.post("/api/auth/register", json=first_account()).status_code == 201
        client.headers["Authorization"] = f"Bearer {_sign_in(client).json()['access_token']}"
        client.cookies.clear()
        made = [_upload(client, f"{name}.wav").json()["id"] for name in ("one", "two", "three")]
        before, kept = disk.files(), _names(client)

        disk.fill()
        for number in range(3):
            _refused(_upload(client, f"too-much-{number}.wav"))
        assert _sign_in(client).status_code == 200
        assert _names(client) == kept
        assert client.get(f"/api/recordings/{made[0]}/audio").content == SPOKEN.read_bytes()
        assert client.delete(f"/api/recordings/{made[1]}").status_code == 200
        assert "two" not in _names(client)

        disk.fill()  # also what was kept for this moment
        _refused(_upload(client, "too-much-again.wav"))
        begun = {"Tus-Resumable": "1.0.0", "Upload-Length": "999999", "Upload-Metadata": "filename YS53YXY="}
        answer = client.post("/api/uploads", headers=begun)
        assert answer.status_code in {201, 503, 507}, answer.text
        assert _names(client) == [name for name in kept if name != "two"], "what is not written down needs no room"
        _refused(client.get(f"/api/recordings/{made[2]}/audio"))  # which the log has no room for
        assert client.get("/health").status_code == 200

        disk.clear()
        assert _upload(client, "afterwards.wav").status_code == 201, "without a restart"
        assert _sign_in(client).status_code == 200
        assert set(_names(client)) == {"one", "three", "afterwards"}
        assert len(disk.files()) <= len(before), "nothing of what was refused is left"
    log = server.log.read_text("utf-8", "replace")
    assert "unexpected_error" not in log


@pytest.mark.slow
@pytest.mark.timeout(240)
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_full_folder_beside_a_database_that_has_room(database_url: str, tmp_path: Path) -> None:
    """Files have no room; whatever needs none goes on, also what the database writes down of it."""
    with small_server(tmp_path, VERBATIM_DATABASE_URL=database_url) as (server, folder):
        disk = Disk(folder)
        with httpx.Client(base_url=server.url, timeout=60) as client:
            assert client.post("/api/auth/register", json=first_account()).status_code == 201
            client.headers["Authorization"] = f"Bearer {_sign_in(client).json()['access_token']}"
            client.cookies.clear()
            made = [_upload(client, f"{name}.wav").json()["id"] for name in ("one", "two")]
            for number, recording in enumerate(made):
                disk.fill()
                _refused(_upload(client, f"too-much-{number}.wav"))
                assert _sign_in(client).status_code == 200
                assert client.get(f"/api/recordings/{recording}/audio").content == SPOKEN.read_bytes()
                assert client.delete(f"/api/recordings/{recording}").status_code == 200
            assert _names(client) == []
            disk.clear()
            assert _upload(client, "afterwards.wav").status_code == 201, "without a restart"
        assert "unexpected_error" not in server.log.read_text("utf-8", "replace")
