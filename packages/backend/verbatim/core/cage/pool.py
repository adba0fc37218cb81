"""The cage as a server uses it: without blocking, and shared fairly by those who bring files."""

from __future__ import annotations

import asyncio
import json
import os
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import structlog

from verbatim.core.cage.errors import CageError, Crashed, LimitExceeded, Refused
from verbatim.core.cage.limits import Limits
from verbatim.core.cage.link import HEAD, LINK, Link, Work, epitaph, head, verdict
from verbatim.core.cage.ranged import Giving, Ranged
from verbatim.core.cage.slots import FairSlots

log = structlog.get_logger(__name__)

OnBytes = Callable[[bytes], Awaitable[None]]


class Cage:
    """Runs functions on foreign files in limited processes, at most `at_once` of those that people wait for."""

    def __init__(self, *modules: str, at_once: int | None = None, link: Link = LINK) -> None:
        """`modules` hold the functions; they are loaded beforehand by `warm`. `most_bytes` and `most_seconds` of the
        processor are what a single process has taken so far, with the libraries that it shares with the others.
        Functions with large libraries are split off from a nursery of their own: `link`.
        """
        self._link = link
        self._modules = modules
        self.slots = FairSlots(at_once or max(2, os.cpu_count() or 1))
        self.most_bytes = 0
        self.most_seconds = 0.0

    def warm(self) -> None:
        """Load what is needed now and not at the first file; does not wait."""
        self._link.warm(*self._modules)

    async def run(
        self,
        function: Callable[..., Any],
        path: Path | Ranged,
        *arguments: Any,
        limits: Limits,
        on_bytes: OnBytes | None = None,
        on_behalf_of: str | None = None,
        queue: bool = True,
    ) -> Any:
        """Return what `function(file, *arguments)` returns; it gets a `ForeignFile` and gives JSON. A file that lies
        elsewhere is fetched as far as the function reads it; what goes wrong in that is raised as it is.

        A generator's pieces go to `on_bytes` instead. Calls that `queue` share the slots by whom they are
        `on_behalf_of`; others, such as jobs, are limited by their callers. Cancelling the call kills the process.

        Raises:
            Refused: the function raised a `ForeignFileError`.
            LimitExceeded, Crashed: see there.
            FileNotFoundError: there is no such file.
        """
        if not queue:
            return await self._run(function, path, arguments, limits, on_bytes)
        async with self.slots.take(on_behalf_of or ""):
            return await self._run(function, path, arguments, limits, on_bytes)

    async def _run(
        self,
        function: Callable[..., Any],
        path: Path | Ranged,
        arguments: Any,
        limits: Limits,
        on_bytes: OnBytes | None,
    ) -> Any:
        if isinstance(path, Path):
            work = self._link.begin(function, path, arguments, limits)
            return await self._until_done(function, work, limits, on_bytes)
        mine, theirs = socket.socketpair()
        giving = Giving(path, mine)
        answering = asyncio.create_task(giving.run())
        try:
            work = self._link.begin(function, theirs.detach(), arguments, limits, size=path.size)
            found = await self._until_done(function, work, limits, on_bytes, giving)
        except (Refused, CageError):
            giving.tell()
            raise
        finally:
            answering.cancel()
            await asyncio.gather(answering, return_exceptions=True)
            mine.close()
        giving.tell()
        return found

    async def _until_done(
        self,
        function: Callable[..., Any],
        work: Work,
        limits: Limits,
        on_bytes: OnBytes | None,
        giving: Giving | None = None,
    ) -> Any:
        try:
            async with _reader(work) as reader, _patience(limits, giving):
                return await self._follow(reader, work, limits, on_bytes)
        except TimeoutError:
            raise LimitExceeded("time") from None
        except CageError as error:
            log.info("caged_work_failed", function=function.__qualname__, reason=str(error)[-2000:])
            raise
        finally:
            work.status.close()  # ends the process, if it is still there

    async def _follow(self, reader: asyncio.StreamReader, work: Work, limits: Limits, on_bytes: OnBytes | None) -> Any:
        size = 0
        while True:
            try:
                kind, length = head(await reader.readexactly(HEAD))
                size += length
                if size > limits.output_bytes:
                    raise LimitExceeded("output")
                data = await reader.readexactly(length)
            except asyncio.IncompleteReadError:
                raise epitaph(await self._ended(work)) from None
            if kind != b"B":
                await self._ended(work)
                return verdict(kind, data)
            if on_bytes is None:
                raise Crashed("The function gives bytes, and nobody takes them.")
            await on_bytes(data)

    async def _ended(self, work: Work) -> bytes:
        """Wait for what the nursery tells of a process that has ended."""
        report = await asyncio.get_running_loop().sock_recv(work.status, 4096)
        if report:
            used = json.loads(report)
            self.most_bytes = max(self.most_bytes, used["rss"] * 1024)
            self.most_seconds = max(self.most_seconds, used["cpu"])
        return report


@asynccontextmanager
async def _patience(limits: Limits, giving: Giving | None) -> AsyncIterator[None]:
    """Give up after the seconds that the limits allow; those in which pieces were fetched do not count."""
    async with asyncio.timeout(limits.wall_seconds) as clock:
        if giving is not None:
            giving.clock = clock
        yield


@asynccontextmanager
async def _reader(work: Work) -> AsyncIterator[asyncio.StreamReader]:
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    pipe = os.fdopen(work.result, "rb", buffering=0)
    transport, _ = await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), pipe)
    work.status.setblocking(False)
    try:
        yield reader
    finally:
        transport.close()
