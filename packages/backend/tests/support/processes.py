"""`verbatim …` as a real process: forked from one that has loaded it, or the installed command itself.

A forked process has its own session, variables, folder and streams as `subprocess.Popen` gives them, and is killed,
signalled and waited for in the same way. The difference is who its parent is, and that nothing had to be loaded.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Protocol

VERBATIM = str(Path(sys.executable).with_name("verbatim"))
"""The installed command."""

_HERE = Path(__file__).resolve().parent
_ENTERPRISE = _HERE.parents[2] / "enterprise" / "tests"


class Process(Protocol):
    """What tests do with a process, whoever started it."""

    @property
    def pid(self) -> int: ...
    @property
    def returncode(self) -> int | None: ...
    def poll(self) -> int | None: ...
    def wait(self, timeout: float | None = None) -> int: ...
    def send_signal(self, sig: int) -> None: ...
    def kill(self) -> None: ...


class ForkedProcess:
    """A process of the fork server, which tells when it ended."""

    def __init__(self, connection: socket.socket, arguments: Sequence[str]) -> None:
        self.args = [VERBATIM, *arguments]
        self.returncode: int | None = None
        self._connection = connection
        self._said = connection.makefile(
            "rb", buffering=0
        )  # a line more than asked for would hide the end from `select`
        line = self._said.readline()
        if not line:
            raise OSError("the fork server ended without forking")
        self.pid = int(line)

    def poll(self) -> int | None:
        """Return the exit status, negative for a signal's number, or None as long as it runs."""
        if self.returncode is None and self._has_ended(0):
            self._note_end()
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end and return the exit status.

        Raises:
            subprocess.TimeoutExpired: it still runs after so many seconds.
        """
        if self.returncode is None:
            if not self._has_ended(timeout):
                raise subprocess.TimeoutExpired(self.args, timeout or 0)
            self._note_end()
        assert self.returncode is not None
        return self.returncode

    def send_signal(self, sig: int) -> None:
        """Send it a signal, if it has not ended."""
        if self.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, sig)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def _has_ended(self, seconds: float | None) -> bool:
        readable, _, _ = select.select([self._connection], [], [], seconds)
        return bool(readable)

    def _note_end(self) -> None:
        line = self._said.readline()
        # A fork server that is gone takes the status with it; its child is gone from here all the same.
        self.returncode = int(line) if line else -signal.SIGKILL
        self._said.close()
        self._connection.close()


class ForkServer:
    """The process that forks; it ends with this one."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="verbatim-fork-")
        self._address = str(Path(self._folder.name) / "socket")
        variables = {name: value for name, value in os.environ.items() if not name.startswith("VERBATIM_")}
        self._process = subprocess.Popen(
            [sys.executable, "-P", str(_HERE / "fork_server.py"), self._address, str(_ENTERPRISE)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=variables,
            start_new_session=True,  # Ctrl-C is for the tests
        )
        assert self._process.stdout is not None
        if self._process.stdout.readline() != b"ready\n":
            raise OSError("the fork server did not start")

    def start(
        self,
        arguments: Sequence[str],
        *,
        variables: Mapping[str, str],
        folder: Path,
        streams: Sequence[int],
        new_session: bool,
    ) -> ForkedProcess:
        request = {
            "arguments": list(arguments),
            "variables": dict(variables),
            "folder": str(folder),
            "new_session": new_session,
        }
        connection = socket.socket(socket.AF_UNIX)
        connection.settimeout(None)
        connection.connect(self._address)
        data = json.dumps(request).encode() + b"\n"
        sent = socket.send_fds(connection, [data], list(streams))
        if sent < len(data):  # with nothing left to send, a child that has ended already would be a broken pipe
            connection.sendall(data[sent:])
        return ForkedProcess(connection, arguments)

    def end(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(10)
        self._process.stdout.close()
        self._folder.cleanup()


@functools.cache
def _fork_server() -> ForkServer:
    server = ForkServer()
    atexit.register(server.end)
    return server


def start_verbatim(
    *arguments: str, env: Mapping[str, str], folder: Path, output: IO[bytes], new_session: bool = True
) -> ForkedProcess:
    """Start `verbatim ARGUMENTS...`; standard output and error go to a file, and there is no input."""
    with Path(os.devnull).open("rb") as nothing:
        streams = (nothing.fileno(), output.fileno(), output.fileno())
        return _fork_server().start(arguments, variables=env, folder=folder, streams=streams, new_session=new_session)


def run_verbatim(
    *arguments: str, env: Mapping[str, str], folder: Path | None = None, together: bool = False, timeout: float = 300
) -> subprocess.CompletedProcess[str]:
    """Run `verbatim ARGUMENTS...` to its end, without input; return its status and what it wrote, to be found all in
    ``stdout`` if ``together``.

    Raises:
        subprocess.TimeoutExpired: it ran longer; it has been killed.
    """
    with (
        Path(os.devnull).open("rb") as nothing,
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as err,
    ):
        streams = (nothing.fileno(), out.fileno(), (out if together else err).fileno())
        process = _fork_server().start(
            arguments, variables=env, folder=folder or Path.cwd(), streams=streams, new_session=False
        )
        try:
            status = process.wait(timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise
        written = []
        for stream in (out, err):
            stream.seek(0)
            written.append(stream.read().decode())
    return subprocess.CompletedProcess([VERBATIM, *arguments], status, written[0], written[1])
