"""A server of several processes, each of which a test can ask by itself."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import httpx
from support.server import RunningServer
from support_enterprise import ADMIN, PASSWORD
from support_setup import first_account


@dataclass
class Several:
    """Such a server."""

    server: RunningServer
    size: int
    token: str = ""

    def pids(self) -> list[int]:
        """Return the processes that answer, in the order in which they began."""
        found = subprocess.run(
            ["ps", "--ppid", str(self.server.process.pid), "-o", "pid=", "--sort=start_time"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        return [int(line) for line in found.stdout.split()]

    @contextlib.contextmanager
    def only(self, pid: int) -> Iterator[None]:
        """Let one process alone take connections in the block."""
        others = [other for other in self.pids() if other != pid]
        for other in others:
            os.kill(other, signal.SIGSTOP)
        try:
            yield
        finally:
            for other in others:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(other, signal.SIGCONT)

    def ask(self, pid: int | None, method: str, path: str, **options: Any) -> httpx.Response:
        """Send a request to one process, or to whichever takes it."""
        with contextlib.ExitStack() as stack:
            if pid is not None:
                stack.enter_context(self.only(pid))
            headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
            headers |= options.pop("headers", {})
            return httpx.request(method, self.server.url + path, headers=headers, timeout=30, **options)

    def sign_in(self) -> str:
        """Sign the administrator in, who becomes it first, and return the token."""
        account = {"username": ADMIN, "email": f"{ADMIN}@example.org", "password": PASSWORD}
        self.ask(None, "POST", "/api/auth/register", json=first_account())
        answer = self.ask(None, "POST", "/api/auth/login", json=account, headers={"Authorization": ""})
        answer.raise_for_status()
        self.token = answer.json()["access_token"]
        return self.token

    def all_answer(self) -> None:
        """Wait until every process does."""
        eventually(lambda: len(self.pids()) == self.size)
        for pid in self.pids():
            eventually(lambda one=pid: self.ask(one, "GET", "/api/health").status_code == 200)  # type: ignore[misc]


def eventually(true: Callable[[], Any], seconds: float = 60) -> float:
    """Wait until something is so; returns how long that took."""
    started = time.monotonic()
    while True:
        with contextlib.suppress(httpx.TransportError):
            if true():
                return time.monotonic() - started
        assert time.monotonic() - started < seconds, "it never came true"
        time.sleep(0.05)


Start = Callable[..., Several]
"""Starts one, with so many processes and further settings."""
