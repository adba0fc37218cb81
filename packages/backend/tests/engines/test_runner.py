"""The worker process: what comes out of it, and that it never outlives anybody."""

from __future__ import annotations

import asyncio
import os
import resource
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import numpy as np
import psutil
import pytest
from engines.conftest import check_outcome
from support.recordings import GARDEN, REPORT, wav, word_error_rate
from verbatim.adapters.media import SAMPLE_RATE, UnsupportedMedia, decode_mono16k
from verbatim.adapters.transcription.api import (
    EngineChosen,
    EngineEvent,
    EngineFailed,
    LanguageNotSupported,
    Progress,
    SegmentReady,
    TranscriptionRequest,
    TranscriptionSettings,
    UnknownLanguage,
)
from verbatim.adapters.transcription.runner import run_engine

BUNDLED = TranscriptionSettings(engine="pocketsphinx", niceness=0)


@pytest.fixture(scope="module")
def long_speech(tmp_path_factory: pytest.TempPathFactory) -> Path:
    speech = np.concatenate(list(decode_mono16k(REPORT)))
    pause = np.zeros(SAMPLE_RATE, np.int16)
    return wav(tmp_path_factory.mktemp("audio") / "long.wav", np.concatenate([speech, pause] * 10))


async def ignore(_event: EngineEvent) -> None:
    return


def workers() -> list[psutil.Process]:
    return [p for p in psutil.Process().children() if "verbatim.adapters.transcription.worker" in p.cmdline()]


def children_cpu() -> float:
    """Return the seconds that children of this process have worked which have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def is_gone(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def wait_until(condition: Callable[[], bool], seconds: float = 10) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@asynccontextmanager
async def worker_at_work(
    path: Path, settings: TranscriptionSettings = BUNDLED
) -> AsyncIterator[tuple[asyncio.Task[object], psutil.Process]]:
    """A transcription that has just delivered its first text."""
    begun = asyncio.Event()

    async def on_event(event: EngineEvent) -> None:
        if isinstance(event, SegmentReady):
            begun.set()

    task: asyncio.Task[object] = asyncio.create_task(run_engine(TranscriptionRequest(path), settings, on_event))
    await asyncio.wait_for(begun.wait(), 30)
    yield task, workers()[0]
    task.cancel()
    with suppress(asyncio.CancelledError, EngineFailed):
        await task


async def test_whole_journey() -> None:
    events: list[EngineEvent] = []

    async def on_event(event: EngineEvent) -> None:
        events.append(event)

    outcome = await run_engine(TranscriptionRequest(REPORT, "EN-us"), BUNDLED, on_event)

    check_outcome(outcome)
    text = " ".join(segment.text for segment in outcome.segments)
    assert word_error_rate(REPORT.with_suffix(".txt").read_text(), text) <= 0.3
    assert isinstance(events[0], EngineChosen)
    assert outcome.reason == events[0].reason
    assert tuple(e.segment for e in events if isinstance(e, SegmentReady)) == outcome.segments
    fractions = [e.fraction for e in events if isinstance(e, Progress)]
    assert fractions == sorted(fractions)
    assert workers() == []


async def test_the_loop_stays_free(long_speech: Path) -> None:
    """The reason for the process: the web server answers while an engine works."""
    async with worker_at_work(long_speech):
        gaps = []
        worked = time.process_time()
        for _ in range(50):
            started = time.perf_counter()
            await asyncio.sleep(0.01)
            gaps.append(time.perf_counter() - started)
        assert time.process_time() - worked < 0.3, "this process listens too"
        assert statistics.median(gaps) < 0.3


class TestErrors:
    async def test_unknown_language_starts_nothing(self) -> None:
        with pytest.raises(UnknownLanguage, match="klingon"):
            await run_engine(TranscriptionRequest(GARDEN, "klingon"), BUNDLED, ignore)

    async def test_errors_keep_their_kind(self, tmp_path: Path) -> None:
        document = tmp_path / "a.wav"
        document.write_bytes(b"%PDF-1.4 ")
        with pytest.raises(UnsupportedMedia, match="PDF"):
            await run_engine(TranscriptionRequest(document), BUNDLED, ignore)
        with pytest.raises(LanguageNotSupported, match="German"):
            await run_engine(TranscriptionRequest(GARDEN, "de"), BUNDLED, ignore)

    async def test_missing_file_is_no_riddle(self, tmp_path: Path) -> None:
        with pytest.raises(EngineFailed, match=r"internal error\.$"):
            await run_engine(TranscriptionRequest(tmp_path / "gone.wav"), BUNDLED, ignore)

    async def test_receiver_that_fails_ends_the_worker(self, long_speech: Path) -> None:
        async def on_event(_event: EngineEvent) -> None:
            raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            await run_engine(TranscriptionRequest(long_speech), BUNDLED, on_event)
        assert workers() == []


class TestDeath:
    async def test_cancel_kills_the_worker(self, long_speech: Path) -> None:
        async with worker_at_work(long_speech) as (task, worker):
            before, worked = children_cpu(), sum(worker.cpu_times()[:2])
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert is_gone(worker.pid)
            assert children_cpu() - before - worked < 2, "it went on listening"

    @pytest.mark.parametrize(
        ("killer", "sentence"),
        [
            (signal.SIGKILL, "was stopped by the operating system, probably for lack of memory"),
            (signal.SIGSEGV, r"crashed \(SIGSEGV\)\."),
        ],
    )
    async def test_worker_that_is_killed(self, long_speech: Path, killer: signal.Signals, sentence: str) -> None:
        async with worker_at_work(long_speech) as (task, worker):
            worker.send_signal(killer)
            with pytest.raises(EngineFailed, match=sentence):
                await task

    def test_server_that_is_killed_takes_the_worker_along(self, long_speech: Path) -> None:
        program = (
            "import asyncio, sys\nfrom pathlib import Path\n"
            "from verbatim.adapters.transcription.api import *\n"
            "from verbatim.adapters.transcription.runner import run_engine\n"
            "async def ignore(event): print('event', flush=True)\n"
            "request = TranscriptionRequest(Path(sys.argv[1]))\n"
            "asyncio.run(run_engine(request, TranscriptionSettings(engine='pocketsphinx'), ignore))\n"
        )
        with subprocess.Popen([sys.executable, "-c", program, str(long_speech)], stdout=subprocess.PIPE) as server:
            assert server.stdout is not None
            for _ in range(3):
                server.stdout.readline()
            workers = psutil.Process(server.pid).children(recursive=True)
            assert any("verbatim.adapters.transcription.worker" in worker.cmdline() for worker in workers)
            server.kill()
        wait_until(lambda: all(is_gone(worker.pid) for worker in workers), seconds=5)


async def test_key_and_settings_stay_out_of_sight(long_speech: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBATIM_DATABASE_URL", "postgresql://u:hunter2@db")
    settings = TranscriptionSettings(engine="pocketsphinx", external_api_key="sk-secret", niceness=7)
    async with worker_at_work(long_speech, settings) as (_, worker):
        environment = worker.environ()
        assert "PATH" in environment
        assert not [name for name in environment if name.startswith("VERBATIM_")]
        assert worker.nice() == min(19, os.nice(0) + 7)
        assert worker.cmdline()[1:] == ["-P", "-m", "verbatim.adapters.transcription.worker"]


def test_worker_without_a_server_ends(long_speech: Path) -> None:
    """Closing its input is how a server on any system says goodbye."""
    with subprocess.Popen(
        [sys.executable, "-m", "verbatim.adapters.transcription.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    ) as worker:
        from verbatim.adapters.transcription import wire  # noqa: PLC0415  only here

        assert worker.stdin is not None
        job = wire.job_message(TranscriptionRequest(long_speech), BUNDLED, os.getpid())
        worker.stdin.write(wire.to_line(job))
        worker.stdin.close()
        assert worker.wait(30) != 0
