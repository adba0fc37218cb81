"""`verbatim` as people start it: what prevents a start is one sentence, and nothing is left or made by looking."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.postgres import PostgresServer
from support.server import free_port
from verbatim.commands.serve import listen
from verbatim.config import Settings

pytestmark = pytest.mark.timeout(900)  # starting a process takes seconds, on a busy machine a minute
VERBATIM = str(Path(sys.executable).with_name("verbatim"))


def run(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("VERBATIM_")}
    own = {"VERBATIM_DATA_DIR": str(folder / "data"), "VERBATIM_API_PORT": "0"}
    return subprocess.run(
        [VERBATIM, *arguments],
        cwd=folder,
        env={**inherited, **own, **variables},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def refusal(done: subprocess.CompletedProcess[str]) -> str:
    """Return the one sentence with which a command ended."""
    assert done.returncode == 1, done
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    (line,) = [line for line in done.stderr.splitlines() if line.startswith("verbatim: ")]
    return line.removeprefix("verbatim: ")


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        said = refusal(run(tmp_path, "serve", VERBATIM_API_PORT=port))
    assert said.startswith(f"Port {port} is taken")


def test_an_answer_leaves_without_waiting_for_the_clients_acknowledgement(tmp_path: Path) -> None:
    with listen(Settings(data_dir=tmp_path, api_port=free_port())) as listener:
        with socket.create_connection(listener.getsockname()):
            listener.setblocking(True)
            accepted, _ = listener.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


@pytest.mark.parametrize("command", ["serve", "migrate"])
def test_a_data_folder_that_cannot_be_made(tmp_path: Path, command: str) -> None:
    (tmp_path / "in-the-way").write_text("")
    for folder in ("in-the-way", "in-the-way/data"):
        said = refusal(run(tmp_path, command, VERBATIM_DATA_DIR=str(tmp_path / folder)))
        assert "cannot be written" in said
        assert "VERBATIM_DATA_DIR" in said


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a full disk needs the right to mount one")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_is_full(tmp_path: Path, small_disk: Path) -> None:
    (small_disk / "data").mkdir()
    with contextlib.suppress(OSError):
        (small_disk / "filler").write_bytes(b"x" * 2**20)
    said = refusal(run(tmp_path, "serve", VERBATIM_DATA_DIR=str(small_disk / "data")))
    assert said.startswith("The disk of")
    assert "is full" in said


def test_an_open_network_without_sign_in(tmp_path: Path) -> None:
    said = refusal(run(tmp_path, "serve", VERBATIM_API_HOST="0.0.0.0"))  # noqa: S104 - that is the point
    assert "no sign-in" in said


@pytest.mark.parametrize(
    ("name", "value"), [("VERBATIM_API_PORT", "99999"), ("VERBATIM_MODE", "cheap"), ("VERBATIM_LOG_LEVEL", "loud")]
)
def test_a_setting_that_makes_no_sense(tmp_path: Path, name: str, value: str) -> None:
    assert refusal(run(tmp_path, "serve", **{name: value})).startswith(f"{name} cannot be used")
    assert run(tmp_path, "--help", **{name: value}).returncode == 0
    assert not (tmp_path / "data").exists()


def test_enterprise_mode_without_its_plugin(tmp_path: Path) -> None:
    # -S and -P would hide the installed plugins too; an installation without one is made by hiding its metadata.
    program = (
        "import importlib.metadata, sys; importlib.metadata.entry_points = lambda **_: ();"
        "from verbatim.plugins import loader; loader.entry_points = lambda **_: ();"
        "from verbatim.cli import main; sys.argv = ['verbatim', 'serve']; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={**os.environ, "VERBATIM_MODE": "enterprise", "VERBATIM_DATA_DIR": str(tmp_path / "data")},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert "needs a plugin that signs people in" in refusal(done)


def test_a_database_that_is_not_there(tmp_path: Path, postgres_server: PostgresServer) -> None:
    for address, reason in (
        (postgres_server.url("no_such_database"), "no_such_database"),
        ("postgresql+asyncpg://postgres@127.0.0.1:1/x", "cannot be reached"),
        ("bogus", "VERBATIM_DATABASE_URL"),
    ):
        for command in ("serve", "migrate"):
            assert reason in refusal(run(tmp_path, command, VERBATIM_DATABASE_URL=address)), command
    looked = run(tmp_path, "doctor", "--json", VERBATIM_DATABASE_URL=postgres_server.url("no_such_database"))
    assert looked.returncode == 1
    assert "Traceback" not in looked.stderr


def test_migrating_and_looking(tmp_path: Path) -> None:
    before = run(tmp_path, "doctor", "--json")
    assert before.returncode == 1
    checks = {check["name"]: check for check in json.loads(before.stdout)["checks"]}
    assert not checks["database"]["ok"]
    assert "verbatim migrate" in checks["database"]["detail"]
    assert checks["storage"]["ok"]
    assert not (tmp_path / "data").exists(), "looking made something"

    assert run(tmp_path, "migrate").stdout == "Migrated: verbatim.\n"
    assert run(tmp_path, "migrate").stdout == "The database is up to date.\n"

    after = run(tmp_path, "doctor", VERBATIM_TRANSCRIPTION_ENGINE="pocketsphinx")
    assert after.returncode == 0, after.stdout
    assert "All is well." in after.stdout
    wrong = run(tmp_path, "doctor", VERBATIM_TRANSCRIPTOIN_ENGINE="auto")
    assert wrong.returncode == 1
    assert "VERBATIM_TRANSCRIPTOIN_ENGINE" in wrong.stdout


def test_every_command_explains_itself(tmp_path: Path) -> None:
    for command in ("serve", "migrate", "doctor", "openapi"):
        done = run(tmp_path, command, "--help")
        assert done.returncode == 0
        assert "Usage" in done.stdout


def test_the_description_of_the_api(tmp_path: Path) -> None:
    done = run(tmp_path, "openapi")
    assert (done.returncode, done.stderr) == (0, "")
    described = json.loads(done.stdout)
    operations = [operation["operationId"] for path in described["paths"].values() for operation in path.values()]
    assert len(operations) >= 50
    assert len(set(operations)) == len(operations)
