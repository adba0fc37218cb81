"""Processes that keep their model: quicker, and no less safe."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import psutil
import pytest
import support
from support.recordings import GARDEN, REPORT, wav
from verbatim.adapters.media import SAMPLE_RATE, UnsupportedMedia
from verbatim.adapters.transcription.api import (
    EngineEvent,
    EngineFailed,
    LanguageNotSupported,
    OnEvent,
    Progress,
    SegmentReady,
    TranscriptionOutcome,
    TranscriptionRequest,
    TranscriptionSettings,
)
from verbatim.adapters.transcription.runner import prepare_engine, run_engine
from verbatim.adapters.transcription.warm.pool import EnginePool, PoolOptions, using_pool

BROKEN = Path(support.__file__).parent / "broken_engine"
MB = 1024**2


async def ignore(_event: EngineEvent) -> None:
    return


@pytest.fixture
async def pool() -> AsyncIterator[EnginePool]:
    made = EnginePool(PoolOptions(processes=2, idle_seconds=60))
    yield made
    await made.close()
    assert processes() == []


def processes() -> list[psutil.Process]:
    found = [p for p in psutil.Process().children() if p.status() != psutil.STATUS_ZOMBIE]
    return [p for p in found if "verbatim.adapters.transcription.worker" in p.cmdline()]


async def transcribe(
    pool: EnginePool, settings: TranscriptionSettings, path: Path = REPORT, language: str | None = None
) -> tuple[TranscriptionOutcome, list[str]]:
    """Return the outcome and the stages that were passed."""
    stages: list[str] = []

    async def on_event(event: EngineEvent) -> None:
        if isinstance(event, Progress) and event.stage not in stages:
            stages.append(event.stage)

    with using_pool(pool):
        return await run_engine(TranscriptionRequest(path, language), settings, on_event), stages


async def listen(pool: EnginePool, settings: TranscriptionSettings, on_event: OnEvent = ignore) -> None:
    with using_pool(pool):
        await run_engine(TranscriptionRequest(REPORT), settings, on_event)


async def test_the_model_is_loaded_once(pool: EnginePool, whisper: TranscriptionSettings) -> None:
    first, stages = await transcribe(pool, whisper)
    assert "loading the model" in stages
    [process] = processes()
    for path in (GARDEN, REPORT):
        again, stages = await transcribe(pool, whisper, path)
        assert stages == ["transcribing"]
    assert again.segments == first.segments
    assert [one.pid for one in processes()] == [process.pid]


async def test_it_is_loaded_before_the_first_recording_when_told_to(
    pool: EnginePool, whisper: TranscriptionSettings
) -> None:
    await prepare_engine(pool, whisper)
    assert len(processes()) == 1
    assert (await transcribe(pool, whisper))[1] == ["transcribing"]
    with pytest.raises(LanguageNotSupported):  # a refusal is no reason to begin anew
        await transcribe(pool, whisper, language="ja")
    assert len(processes()) == 1


async def test_two_recordings_at_a_time_have_two_processes_and_a_third_waits(
    pool: EnginePool, whisper: TranscriptionSettings
) -> None:
    outcomes = await asyncio.gather(*(transcribe(pool, whisper, GARDEN) for _ in range(5)))
    assert {outcome.segments for outcome, _ in outcomes} == {outcomes[0][0].segments}
    assert len(processes()) == 2


async def test_another_model_takes_the_place_of_one_that_waits(
    whisper: TranscriptionSettings, tiny_model: Path
) -> None:
    pool = EnginePool(PoolOptions(processes=1, idle_seconds=60))
    try:
        await transcribe(pool, whisper)
        _, stages = await transcribe(pool, replace(whisper, whisper_compute_type="int8"))
        assert "loading the model" in stages
        assert len(processes()) == 1
    finally:
        await pool.close()


async def test_a_process_that_nobody_needs_ends(whisper: TranscriptionSettings) -> None:
    pool = EnginePool(PoolOptions(processes=1, idle_seconds=0.2))
    await transcribe(pool, whisper)
    async with asyncio.timeout(10):
        while processes():  # noqa: ASYNC110 - the system is the only one to ask
            await asyncio.sleep(0.05)
    await transcribe(pool, whisper)
    await pool.close()


async def test_a_process_that_died_while_it_waited_costs_nothing(
    pool: EnginePool, whisper: TranscriptionSettings
) -> None:
    await transcribe(pool, whisper)
    [process] = processes()
    process.send_signal(signal.SIGKILL)
    outcome, _ = await transcribe(pool, whisper)
    assert outcome.segments


async def test_a_file_that_cannot_be_read_leaves_the_process_alone(
    pool: EnginePool, whisper: TranscriptionSettings, tmp_path: Path
) -> None:
    await transcribe(pool, whisper)
    [process] = processes()
    document = tmp_path / "a.wav"
    document.write_bytes(b"%PDF-1.4 ")
    with pytest.raises(UnsupportedMedia):
        await transcribe(pool, whisper, document)
    assert [one.pid for one in processes()] == [process.pid]


async def test_a_cancelled_recording_frees_its_place(pool: EnginePool, whisper: TranscriptionSettings) -> None:
    begun = asyncio.Event()

    async def on_event(event: EngineEvent) -> None:
        if isinstance(event, SegmentReady):
            begun.set()
            await asyncio.Event().wait()  # its end is never read, however quick the engine is

    for _ in range(2):
        begun.clear()
        task = asyncio.create_task(listen(pool, whisper, on_event))
        await asyncio.wait_for(begun.wait(), 60)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert processes() == []


async def test_one_that_is_cancelled_as_it_ends_leaves_a_process_for_the_next(
    pool: EnginePool, whisper: TranscriptionSettings
) -> None:
    heard: list[asyncio.Task[None]] = []

    async def on_event(event: EngineEvent) -> None:
        if isinstance(event, Progress) and event.fraction == 1:  # what follows is the outcome
            asyncio.get_running_loop().call_soon(heard[-1].cancel)

    for _ in range(3):
        heard.append(asyncio.create_task(listen(pool, whisper, on_event)))
        await asyncio.wait(heard)
        assert len(processes()) <= 1
        assert all(process in pool._idle for process in pool._all)
    await asyncio.wait_for(listen(pool, whisper), 60)


async def test_the_place_of_one_that_is_cancelled_at_its_start_is_given_to_the_next(
    whisper: TranscriptionSettings,
) -> None:
    pool = EnginePool(PoolOptions(processes=1, idle_seconds=60))
    first = asyncio.create_task(listen(pool, whisper))
    while not pool._starting:  # noqa: ASYNC110 - nobody tells of it
        await asyncio.sleep(0)
    others = [asyncio.create_task(listen(pool, whisper)) for _ in range(3)]
    for _ in range(3):  # they wait for the place by now
        await asyncio.sleep(0)
    first.cancel()
    others[0].cancel()
    found = await asyncio.wait_for(asyncio.gather(first, *others, return_exceptions=True), 120)
    assert [type(one) for one in found] == [asyncio.CancelledError, asyncio.CancelledError, type(None), type(None)]
    await pool.close()
    assert processes() == []


class TestFaults:
    """One recording's fault is that recording's only."""

    @pytest.fixture
    def faults(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, Path]:
        sound = np.concatenate([np.frombuffer(b"\1\0" * SAMPLE_RATE, np.int16)])
        files = {
            fault: wav(tmp_path / f"{fault}.wav", sound[: SAMPLE_RATE // 2 + number])
            for number, fault in enumerate(("crash", "eat", "hang"))
        }
        sizes = {str(path.stat().st_size): fault for fault, path in files.items()}
        monkeypatch.setenv("BROKEN_ENGINE", json.dumps(sizes))
        monkeypatch.setenv("PYTHONPATH", str(BROKEN), prepend=os.pathsep)
        return files

    async def test_thirty_recordings_of_which_three_go_wrong(
        self, faults: dict[str, Path], whisper: TranscriptionSettings
    ) -> None:
        limit = 600 * MB
        pool = EnginePool(PoolOptions(processes=2, idle_seconds=60, memory_bytes=limit))
        paths = [REPORT] * 30
        paths[4], paths[11], paths[20] = faults["crash"], faults["eat"], faults["hang"]
        tasks = [asyncio.create_task(transcribe(pool, whisper, path)) for path in paths]
        while not all(task.done() for task in tasks[:4] + tasks[5:11] + tasks[12:20]):
            await asyncio.sleep(0.1)
            assert sum(process.memory_info().rss for process in processes()) < 3 * limit
        await asyncio.sleep(0.5)
        tasks[20].cancel()
        found = await asyncio.gather(*tasks, return_exceptions=True)

        wrong = {number: one for number, one in enumerate(found) if isinstance(one, BaseException)}
        assert sorted(wrong) == [4, 11, 20]
        assert isinstance(wrong[4], EngineFailed)
        assert str(wrong[4]) == "The transcription process crashed (SIGABRT)."
        assert isinstance(wrong[11], EngineFailed)
        assert str(wrong[11]).startswith("The transcription needed more than the 0.6 GB of memory")
        assert isinstance(wrong[20], asyncio.CancelledError)
        assert sum(process.memory_info().rss for process in processes()) < 2 * limit
        await pool.close()
        assert processes() == []

    async def test_a_process_that_grew_is_replaced(
        self, whisper: TranscriptionSettings, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        pool = EnginePool(PoolOptions(processes=1, idle_seconds=60))
        await transcribe(pool, whisper)
        [process] = processes()
        monkeypatch.setattr("verbatim.adapters.transcription.warm.pool._ALLOWANCE", -(10**12))
        await transcribe(pool, whisper)
        assert process.pid not in [one.pid for one in processes()]
        await pool.close()


async def test_each_process_has_a_graphics_card_of_its_own(whisper: TranscriptionSettings) -> None:
    pool = EnginePool(PoolOptions(processes=2, idle_seconds=60, gpus=(0, 3)))
    await asyncio.gather(*(transcribe(pool, whisper, GARDEN) for _ in range(2)))
    assert {process.environ()["CUDA_VISIBLE_DEVICES"] for process in processes()} == {"0", "3"}
    await pool.close()
