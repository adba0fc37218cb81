"""The process that has loaded the program already, and forks for each command: `fork_server.py SOCKET FOLDER`.

Loading the whole server takes seconds of a processor; nearly all tests that need a real process are about what that
process does, not about how it is loaded. One request is one connection: a line of JSON (arguments, variables, folder,
whether it is to have a session of its own) together with the three standard streams. The answers are its process id
and, when it ended, its exit status as `subprocess` has it.

FOLDER has the
tests' own `support_hashing`. Tests of installing and starting use the installed command itself
(`support.processes.VERBATIM`).
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import pkgutil
import select
import signal
import socket
import sys
import traceback
from typing import Any, NoReturn

STREAMS = 3
_LOADED = ("verbatim.cli", "verbatim.app", "verbatim_enterprise.plugin", "uvicorn")
_WHOLE = ("verbatim.commands", "verbatim_enterprise")
_PERHAPS = (
    "uvloop",
    "httptools",
    "uvicorn.protocols.http.httptools_impl",
    "uvicorn.loops.uvloop",
    "asyncpg",
    "aiosqlite",
)


def load(folder: str) -> None:
    """Load what commands need; a fork has it at once. What is missing a command will complain about itself."""
    for name in (*_LOADED, *_PERHAPS):
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    for name in _WHOLE:
        with contextlib.suppress(ImportError):
            package = importlib.import_module(name)
            for found in pkgutil.walk_packages(package.__path__, f"{name}."):
                if ".migrations." not in found.name and ".alembic" not in found.name:
                    importlib.import_module(found.name)
    sys.path.append(folder)
    with contextlib.suppress(ImportError):
        importlib.import_module("support_hashing").make_hashing_cheap()
    sys.path.remove(folder)


def serve(listener: socket.socket) -> None:
    """Answer until standard input closes, which it does however the owner ends."""
    children: dict[int, socket.socket] = {}
    woken, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.set_wakeup_fd(wake)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    while True:
        readable, _, _ = select.select([listener, sys.stdin, woken], [], [])
        if sys.stdin in readable:
            return
        if woken in readable:
            os.read(woken, 4096)
        _report_ended(children)
        if listener in readable:
            connection, _ = listener.accept()
            pid = _fork(connection, [listener, *children.values()], (wake, woken))
            if pid:
                children[pid] = connection


def _report_ended(children: dict[int, socket.socket]) -> None:
    while children:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not pid:
            return
        with children.pop(pid) as connection, contextlib.suppress(OSError):  # nobody may be interested any more
            connection.sendall(b"%d\n" % os.waitstatus_to_exitcode(status))


def _fork(connection: socket.socket, others: list[socket.socket], pipe: tuple[int, int]) -> int:
    data, streams, _, _ = socket.recv_fds(connection, 1 << 20, STREAMS)
    while not data.endswith(b"\n"):
        more = connection.recv(1 << 20)
        if not more:
            connection.close()
            return 0
        data += more
    pid = os.fork()
    if pid == 0:
        _become(json.loads(data), streams, [connection, *others], pipe)
    for stream in streams:
        os.close(stream)
    connection.sendall(b"%d\n" % pid)
    return pid


def _become(
    request: dict[str, Any], streams: list[int], sockets: list[socket.socket], pipe: tuple[int, int]
) -> NoReturn:
    """Be the process that `subprocess.Popen` would have started."""
    status = 1
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for end in pipe:
            os.close(end)
        for other in sockets:
            other.close()
        if request["new_session"]:
            os.setsid()
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
            os.close(stream)
        os.chdir(request["folder"])
        os.environ.clear()
        os.environ.update(request["variables"])
        status = _run(request["arguments"])
    except BaseException:  # noqa: BLE001 - the interpreter's own end of a program
        traceback.print_exc()
    finally:
        with contextlib.suppress(OSError, ValueError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(status)


def _run(arguments: list[str]) -> int:
    """Run the command as its console script does; return its exit status."""
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr] # it is an ordinary one
    sys.argv = [os.path.join(os.path.dirname(sys.executable), "verbatim"), *arguments]  # noqa: PTH118, PTH120 - text
    sys.path[:0] = [place for place in os.environ.get("PYTHONPATH", "").split(os.pathsep) if place]
    importlib.invalidate_caches()
    from verbatim.cli import main  # noqa: PLC0415 - loaded long ago

    try:
        main()
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            return end.code or 0
        print(end.code, file=sys.stderr)  # noqa: T201 - as the interpreter does
        return 1
    finally:
        _leave()
    return 0


def _leave() -> None:
    """Do what an interpreter does at its end: wait for threads, and call what was registered."""
    import atexit  # noqa: PLC0415 - only at the end
    import threading  # noqa: PLC0415 - the same

    with contextlib.suppress(Exception):
        threading._shutdown()  # type: ignore[attr-defined] # there is no public name for it
    atexit._run_exitfuncs()


def main(address: str, folder: str) -> None:
    load(folder)
    gc.collect()
    gc.freeze()  # what is loaded stays; looking at it would only copy its pages
    # Whoever runs the tests in the background hides these from all they start; `support.processes` does not.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(address)
        listener.listen(64)
        print("ready", flush=True)  # noqa: T201 - the sign for the owner
        serve(listener)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
