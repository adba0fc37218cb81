"""The process that owns a test's PostgreSQL: `postgres_guard.py INSTALLATION DATA SETTING=VALUE...`.

DATA is a folder to keep, or empty for one that is removed at the end. It writes the port as one line when the
server answers, or a line that begins with "error: ". It ends, and the server with it, when standard input closes. The
kernel closes that pipe however the test run ends, so not even `kill -9` leaves a server behind. Needs nothing beyond
the standard library.
"""

from __future__ import annotations

import contextlib
import ctypes
import functools
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

_START_ATTEMPTS = 3  # another program may take the free port between finding and using it
_START_SECONDS = 30.0
_MEMORY = "/dev/shm"  # noqa: S108 - mkdtemp chooses a private name in it
_MEMORY_NEEDED = 4 << 30
"""Bytes that must be free there: a few hundred databases of 11 MB, and the log that is written ahead."""
_FORGETFUL = "fsync=off"
"""The setting of a server whose databases may go with the machine's power: it keeps them in memory where there is
room. Copying a database of 500 files takes a file system on a disk 0.13 s of the processor, and memory 0.02 s."""
_PR_SET_PDEATHSIG = 1


class GuardError(Exception):
    """The server could not be started."""


def _reachable(path: Path) -> bool:
    """Whether users other than the owner may pass through to this path."""
    return all(folder.stat().st_mode & 0o001 for folder in (path, *path.parents))


def _has_room(place: str) -> bool:
    return Path(place).is_dir() and os.access(place, os.W_OK) and shutil.disk_usage(place).free > _MEMORY_NEEDED


@contextlib.contextmanager
def _folder(user: str | None, *, forgetful: bool = False) -> Iterator[Path]:
    """Give a new folder that the server's user can reach, and remove it afterwards."""
    places = [tempfile.gettempdir(), "/tmp", "/var/tmp"]  # noqa: S108 - mkdtemp below chooses a private name
    if forgetful and _has_room(_MEMORY):
        places.insert(0, _MEMORY)
    parent = next((place for place in places if user is None or _reachable(Path(place))), None)
    if parent is None:
        raise GuardError(f"no temporary folder is reachable for the user {user}")
    folder = Path(tempfile.mkdtemp(prefix="verbatim-postgres-", dir=parent))
    try:
        folder.chmod(0o711)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _binaries(installation: Path, user: str | None, folder: Path) -> Path:
    """Folder of the programs; copied first where the server's user cannot reach the checkout."""
    if user is None or _reachable(installation / "bin" / "postgres"):
        return installation / "bin"
    package = installation.parent
    libraries = package.with_name(f"{package.name}.libs")  # the programs find them by this place beside them
    for original in filter(Path.exists, (installation, libraries)):
        copy = folder / original.relative_to(package.parent)
        shutil.copytree(original, copy, ignore=shutil.ignore_patterns("include"))
    return folder / installation.relative_to(package.parent) / "bin"


def _die_with_guard() -> None:
    """Ask the kernel to stop the server at once should this guard itself be killed."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGQUIT)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _initialise(binaries: Path, data: Path, user: str | None) -> None:
    if (data / "PG_VERSION").exists():
        return
    data.parent.mkdir(parents=True, exist_ok=True)
    if user and not _reachable(data.parent):
        raise GuardError(f"{data} is not reachable for the user {user}")
    data.mkdir(mode=0o700)
    if user:
        shutil.chown(data, user)
    options = ("-U", "postgres", "--auth=trust", "--no-sync", "--encoding=UTF8")
    locale = ("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
    command = [str(binaries / "initdb"), "-D", str(data), *options, *locale]
    result = subprocess.run(command, user=user, cwd="/", capture_output=True, text=True, check=False)
    if result.returncode:
        raise GuardError(f"initdb: {result.stderr.strip()}")


def _start(
    binaries: Path, folder: Path, data: Path, user: str | None, settings: list[str], again_on: int = 0
) -> tuple[subprocess.Popen[bytes], int]:
    for _ in range(_START_ATTEMPTS):
        port = again_on or _free_port()
        fixed = [f"port={port}", "listen_addresses=127.0.0.1", "unix_socket_directories="]
        options = [argument for setting in (*fixed, *settings) for argument in ("-c", setting)]
        with (folder / "log").open("ab") as log:
            server = subprocess.Popen(
                [str(binaries / "postgres"), "-D", str(data), *options],
                user=user,
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                preexec_fn=_die_with_guard if sys.platform == "linux" else None,  # noqa: PLW1509 - one thread
            )
        if _answers(binaries, server, port):
            return server, port
    raise GuardError((folder / "log").read_text(encoding="utf-8", errors="replace").strip())


def _answers(binaries: Path, server: subprocess.Popen[bytes], port: int) -> bool:
    probe = [str(binaries / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
    deadline = time.monotonic() + _START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        if subprocess.run(probe, check=False).returncode == 0:
            return True
        time.sleep(0.02)
    _stop(server)
    return False


def _stop(server: subprocess.Popen[bytes]) -> None:
    for number, seconds in ((signal.SIGINT, 10.0), (signal.SIGQUIT, 5.0), (signal.SIGKILL, 5.0)):
        with contextlib.suppress(ProcessLookupError):
            server.send_signal(number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(seconds)
            return


def _wait_for_owner(owner: int) -> bool:
    """Return True when the owner wrote a line, which asks for a crash; False when it closed the pipe or is gone, also
    when a child of it still holds the pipe.
    """
    while os.getppid() == owner:
        readable, _, _ = select.select([sys.stdin], [], [], 1.0)
        if readable:
            return bool(sys.stdin.readline())
    return False


def _leave(number: int, frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def main(installation: Path, kept: str, settings: list[str]) -> int:
    owner = os.getppid()
    signal.signal(signal.SIGTERM, _leave)
    user = "nobody" if os.geteuid() == 0 else None  # PostgreSQL refuses to run as root
    report = functools.partial(print, flush=True)
    try:
        with _folder(user) as folder, _folder(user, forgetful=_FORGETFUL in settings) as made:
            binaries = _binaries(installation, user, folder)
            data = Path(kept) if kept else made / "data"
            _initialise(binaries, data, user)
            server, port = _start(binaries, folder, data, user, settings)
            try:
                report(port)
                while _wait_for_owner(owner):
                    server.send_signal(signal.SIGQUIT)
                    server.wait(30)
                    server, port = _start(binaries, folder, data, user, settings, port)
                    report(port)
            finally:
                _stop(server)
    except (GuardError, OSError) as error:
        report(f"error: {error}".replace("\n", " | "))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:]))
