"""The engine processes of one server or worker: found for a job, kept for the next, ended when they are too much."""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator, Callable, Hashable, Iterator
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import partial

from verbatim.adapters.transcription.warm.memory import most_memory
from verbatim.adapters.transcription.warm.process import EngineProcess

_LOOK_SECONDS = 0.5
_MOST_JOBS = 500
_GROWTH = 2.0
_ALLOWANCE = 512 * 1024**2
"""A process that holds more than twice its first job's memory and this much has a leak: a new one takes its place."""


@dataclass(frozen=True, slots=True)
class PoolOptions:
    """How many processes there may be, for how many seconds one waits with its model for the next job, and how many
    bytes each may hold (None: most of the machine's). `gpus` are graphics cards; each process gets one of them.
    """

    processes: int = 1
    idle_seconds: float = 0.0
    memory_bytes: int | None = None
    gpus: tuple[int, ...] = ()


class EnginePool:
    """Hands out processes, one for each job."""

    def __init__(self, options: PoolOptions | Callable[[], PoolOptions]) -> None:
        """Options that may change are asked for whenever they count."""
        self._told = options
        self._idle: list[EngineProcess] = []
        self._all: set[EngineProcess] = set()
        self._timers: dict[EngineProcess, asyncio.TimerHandle] = {}
        self._endings: set[asyncio.Task[None]] = set()
        self._models: dict[Hashable, Hashable] = {}
        self._room = asyncio.Condition()
        self._starting: list[int | None] = []
        self._closed = False

    @property
    def _options(self) -> PoolOptions:
        return self._told if isinstance(self._told, PoolOptions) else self._told()

    @property
    def _limit(self) -> int:
        memory = self._options.memory_bytes
        return most_memory() if memory is None else memory

    @asynccontextmanager
    async def process(self, key: Hashable) -> AsyncIterator[EngineProcess]:
        """Give a process for one job, if possible one with the model that jobs of this `key` use, see `learn`. One that
        does not come back free and sound is ended before this context is left.
        """
        process = await self._take(key)
        watch = asyncio.create_task(self._watch(process))
        try:
            yield process
        finally:
            watch.cancel()
            await asyncio.shield(self._give_back(process))

    def learn(self, key: Hashable, process: EngineProcess, model: Hashable) -> None:
        """Remember which model a job of this key used, and that the process has it now."""
        self._models[key] = process.model = model

    async def forget(self) -> None:
        """End the processes that wait: what is on the disk has changed."""
        for process in list(self._idle):
            await self._end(process)

    async def close(self) -> None:
        self._closed = True
        await asyncio.gather(*(self._end(process) for process in list(self._all)), *self._endings)

    async def _take(self, key: Hashable) -> EngineProcess:
        async with self._room:
            try:
                await self._room.wait_for(lambda: self._idle or self._has_room())
            except BaseException:  # cancelled just when it was told: the next one has to hear of the place
                self._room.notify()
                raise
            process = self._waiting_for(key)
            if process is None:
                gpu = self._free_gpu()
                self._starting.append(gpu)
        if process is None:
            process = await self._start(gpu)
        return process

    async def _start(self, gpu: int | None) -> EngineProcess:
        try:
            process = await EngineProcess.start(gpu)
            self._all.add(process)
        except BaseException:  # cancelled, or no process can be had: whoever waits for the place is next
            self._starting.remove(gpu)
            await asyncio.shield(self._tell_those_who_wait())
            raise
        self._starting.remove(gpu)
        return process

    async def _tell_those_who_wait(self) -> None:
        async with self._room:
            self._room.notify()

    def _has_room(self) -> bool:
        return len(self._all) + len(self._starting) < self._options.processes

    def _waiting_for(self, key: Hashable) -> EngineProcess | None:
        """One that has the model; any, if nobody knows which one is needed, or if there may be no further process."""
        for process in [one for one in self._idle if not one.is_alive]:
            self._start_ending(process)
        model = self._models.get(key)
        found = next((one for one in reversed(self._idle) if model in (None, one.model)), None)
        if found is None and self._idle and not self._has_room():
            found = self._idle[0]
        if found is not None:
            self._no_longer_idle(found)
        return found

    async def _give_back(self, process: EngineProcess) -> None:
        if self._closed or self._options.idle_seconds <= 0 or not self._is_worth_keeping(process):
            await self._end(process)
            return
        async with self._room:
            self._idle.append(process)
            later = asyncio.get_running_loop().call_later
            self._timers[process] = later(self._options.idle_seconds, partial(self._start_ending, process))
            self._room.notify()

    def _is_worth_keeping(self, process: EngineProcess) -> bool:
        if not (process.is_alive and process.is_free and process.is_sound) or process.jobs >= _MOST_JOBS:
            return False
        memory = process.memory()
        process.first_memory = process.first_memory or memory
        return memory <= min(self._limit, process.first_memory * _GROWTH + _ALLOWANCE)

    async def _watch(self, process: EngineProcess) -> None:
        """End a process that takes more memory than it may, before the system ends something else."""
        while process.is_alive:
            if process.memory() > self._limit:
                process.over_limit = (
                    f"The transcription needed more than the {self._limit / 1024**3:.1f} GB of memory that "
                    "an engine may use here; a smaller model may help."
                )
                process.kill()
                return
            await asyncio.sleep(_LOOK_SECONDS)

    def _free_gpu(self) -> int | None:
        used = Counter([*(process.gpu for process in self._all), *self._starting])
        return min(self._options.gpus, key=lambda gpu: used[gpu], default=None)

    def _no_longer_idle(self, process: EngineProcess) -> None:
        with contextlib.suppress(ValueError):
            self._idle.remove(process)
        timer = self._timers.pop(process, None)
        if timer is not None:
            timer.cancel()

    def _start_ending(self, process: EngineProcess) -> None:
        self._no_longer_idle(process)
        task = asyncio.create_task(self._end(process))
        self._endings.add(task)
        task.add_done_callback(self._endings.discard)

    async def _end(self, process: EngineProcess) -> None:
        self._no_longer_idle(process)
        await process.end()
        self._all.discard(process)
        await self._tell_those_who_wait()


_current: ContextVar[EnginePool | None] = ContextVar("engine_pool", default=None)


def current_pool() -> EnginePool | None:
    """Return whose processes are used here; None: each job has one of its own."""
    return _current.get()


@contextmanager
def using_pool(pool: EnginePool) -> Iterator[None]:
    """Let what is transcribed inside use the processes of `pool`."""
    token = _current.set(pool)
    try:
        yield
    finally:
        _current.reset(token)
