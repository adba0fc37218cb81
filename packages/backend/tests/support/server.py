"""A real `verbatim serve` process, as people start it."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import httpx

from support.processes import Process, start_verbatim

_START_SECONDS = 60.0
_STOP_SECONDS = 30.0


class ServerError(AssertionError):
    """The server did not start; the text is what it said."""


@dataclass(frozen=True)
class RunningServer:
    """A server that answers. `log` holds what it wrote so far."""

    url: str
    data_dir: Path
    log: Path
    process: Process


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def running_server(
    folder: Path,
    *,
    command: Sequence[str] = (),
    env: Mapping[str, str] | None = None,
) -> Iterator[RunningServer]:
    """Start a server with its data in `folder`/data, and stop it the way Ctrl-C does.

    It is forked from a process that has loaded everything; a ``command`` is started as such, and loads what it needs.

    Raises:
        ServerError: it ended or did not answer in time.
    """
    port = free_port()
    data_dir, log = folder / "data", folder / "server.log"
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("VERBATIM_")}
    own = {"VERBATIM_API_PORT": str(port), "VERBATIM_DATA_DIR": str(data_dir)}
    variables = {**inherited, **own, **(env or {})}
    with log.open("wb") as output:
        process = (
            _start(command, variables, folder, output)
            if command
            else start_verbatim("serve", env=variables, folder=folder, output=output)
        )
    server = RunningServer(f"http://127.0.0.1:{port}", data_dir, log, process)
    try:
        _wait_until_it_answers(server)
        yield server
    finally:
        _stop(process)


def _start(command: Sequence[str], env: Mapping[str, str], folder: Path, output: IO[bytes]) -> Process:
    return subprocess.Popen(
        [*command, "serve"],
        env=env,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def _wait_until_it_answers(server: RunningServer) -> None:
    deadline = time.monotonic() + _START_SECONDS
    with httpx.Client() as client:
        while server.process.poll() is None and time.monotonic() < deadline:
            with contextlib.suppress(httpx.TransportError):
                if client.get(f"{server.url}/health").is_success:
                    return
            time.sleep(0.05)
    raise ServerError(server.log.read_text(encoding="utf-8", errors="replace"))


def _stop(process: Process) -> None:
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
