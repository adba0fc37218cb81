"""One process in which an engine runs: started, spoken to, ended."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from collections.abc import Hashable
from typing import Any

import structlog

from verbatim.adapters.transcription.warm.memory import memory_of
from verbatim.core.cage.link import INHERITED, LINK
from verbatim.core.process import child_environment, end_child, tail_of

log = structlog.get_logger(__name__)

_MAX_LINE = 8 * 1024 * 1024
_WORKER = ("-P", "-m", "verbatim.adapters.transcription.worker")


class EngineProcess:
    """A worker process. It does one job at a time and keeps its model for the next.

    `model` says which one it has, `jobs` how many it was given. `is_free` is true between jobs, when all that it had to
    say was read. `over_limit` says why it was ended for its memory.
    """

    def __init__(self, process: asyncio.subprocess.Process, gpu: int | None) -> None:
        self._process = process
        self._noise = asyncio.create_task(tail_of(process.stderr))
        self.gpu = gpu
        self.model: Hashable = None
        self.jobs = 0
        self.is_free = True
        self.is_sound = True
        self.heard = False
        self.over_limit: str | None = None
        self.first_memory = 0

    @classmethod
    async def start(cls, gpu: int | None) -> EngineProcess:
        cage = LINK.descriptor()
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *_WORKER,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env={**_environment(gpu), INHERITED: str(cage)},
            pass_fds=(cage,),  # sound is read in the server's cage
            limit=_MAX_LINE,
            start_new_session=True,  # an interrupt at the terminal is for the server, which then ends its workers
        )
        return cls(process, gpu)

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        return self._process.returncode is None

    def memory(self) -> int:
        return memory_of(self.pid)

    async def ask(self, line: bytes) -> None:
        """Send a job. A process that is gone is noticed when its answer is read."""
        assert self._process.stdin is not None  # noqa: S101  asked for above
        self.jobs += 1
        self.is_free = self.heard = False
        with contextlib.suppress(ConnectionError):
            self._process.stdin.write(line)
            await self._process.stdin.drain()

    async def answer(self) -> dict[str, Any] | None:
        """Read the next message; None when the process ends without one."""
        assert self._process.stdout is not None  # noqa: S101  asked for above
        line = await self._process.stdout.readline()
        if not line:
            return None
        try:
            message: dict[str, Any] = json.loads(line)
        except ValueError:  # the last line of a worker that was killed while it wrote
            return None
        self.heard = True
        return message

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()

    async def status(self) -> int:
        """Wait for the end of a process that said nothing more; its last words go to the log."""
        status = await self._process.wait()
        log.error("transcription_worker_ended", status=status, stderr=await self._noise)
        return status

    async def end(self) -> None:
        await end_child(self._process)
        await self._noise


def _environment(gpu: int | None) -> dict[str, str]:
    """Threads that wait for each other sleep meanwhile: on a busy machine, spinning ones use up the little time that
    the others would need to catch up, and the work all but stops.
    """
    env = child_environment()
    if gpu is not None:
        env["CUDA_VISIBLE_DEVICES"] = str(gpu)
    return {"OMP_WAIT_POLICY": "PASSIVE", "KMP_BLOCKTIME": "0", **env}
