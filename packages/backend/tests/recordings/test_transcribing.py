"""A recording on its way to a transcript: states, retries, cancelling, deleting, and nothing heard is thrown away."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path
from typing import Any

import psutil
import pytest
from fastapi import FastAPI
from support.client import Client
from support.engines import QuickEngine
from support.leftovers import rows_left, stored_files
from support.recordings import GARDEN, REPORT
from support.waiting import until
from verbatim.adapters.storage import local
from verbatim.adapters.transcription.errors import EngineFailed
from verbatim.core.jobs.context import JobContext
from verbatim.core.ownership import as_system
from verbatim.plugins.loader import Plugin
from verbatim.plugins.registry import PluginRegistry
from verbatim.recordings.models import Recording, StrayFile, Waveform
from verbatim.transcription import jobs, listening
from verbatim.transcription.voices import TOO_SLOW, deadline_seconds
from verbatim.transcripts.models import Segment, Speaker, Transcript


async def act(client: Client, recording_id: str, action: str) -> tuple[int, str | None]:
    answer = await client.post(f"/api/recordings/{recording_id}/{action}")
    return answer.status_code, answer.json().get("code")


async def swept(app: FastAPI) -> None:
    async def no_strays() -> bool:
        return not await rows_left(app, StrayFile)

    await until(no_strays)


async def idle(client: Client) -> None:
    async def nothing_active() -> bool:
        figures = (await client.get("/api/stats")).json()
        return bool(figures["processing"]["active_count"] == 0)

    await until(nothing_active)


class TestStates:
    async def test_what_can_be_done_when(self, quick_engine: QuickEngine, client: Client) -> None:
        quick_engine.gate.clear()
        recording = await client.upload(REPORT)
        identity = recording["id"]
        await client.wait_for(identity, "processing")
        assert await act(client, identity, "retry") == (409, "wrong_state")
        running = await client.post(f"/api/recordings/{identity}/transcribe")
        assert running.json()["job_id"] == recording["job_id"], "the one that runs is the one that is wanted"
        quick_engine.gate.set()
        done = await client.wait_for(identity, "completed")
        assert (done["language"], done["engine"], done["word_count"]) == ("en", "pocketsphinx", 5)
        assert (done["job"]["status"], done["job"]["progress"], done["job"]["error"]) == ("completed", 100.0, None)
        assert await act(client, identity, "retry") == (409, "wrong_state")
        assert await act(client, identity, "cancel") == (409, "wrong_state")
        for action in ("retry", "cancel", "transcribe"):
            assert await act(client, "nobody", action) == (404, "recording_not_found")
        assert await act(client, identity, "transcribe?language=klingon") == (422, "unknown_language")

    async def test_the_language_that_was_asked_for(self, quick_engine: QuickEngine, client: Client) -> None:
        made = await client.transcribed(REPORT, language="German")
        assert made["language"] == "de"
        assert quick_engine.calls[0].language == "de"

    async def test_a_failure_says_why_and_can_be_retried(self, quick_engine: QuickEngine, client: Client) -> None:
        quick_engine.failures = [EngineFailed("The service is closed on Sundays.")]
        identity = (await client.upload(REPORT, language="de"))["id"]
        failed = await client.wait_for(identity, "failed")
        assert failed["job"]["error"] == "The service is closed on Sundays."
        assert await act(client, identity, "cancel") == (409, "wrong_state")
        assert (await act(client, identity, "retry"))[0] == 200
        await client.wait_for(identity, "completed")
        assert quick_engine.calls[-1].language == "de", "a retry is the same question again"

    async def test_an_engine_that_never_ends_gives_up_its_place(
        self, quick_engine: QuickEngine, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Its time is in proportion to what there is to hear; once it is over, whoever waits behind it comes."""
        asked: list[tuple[float, int]] = []

        def soon(duration: float, voices: int) -> float:
            asked.append((duration, voices))
            return 0.05 if len(asked) == 1 else deadline_seconds(duration, voices)

        monkeypatch.setattr(listening, "deadline_seconds", soon)
        quick_engine.gate.clear()
        stuck, behind = [(await client.upload(sound))["id"] for sound in (REPORT, GARDEN)]
        failed = await client.wait_for(stuck, "failed")
        assert failed["job"]["error"] == TOO_SLOW
        quick_engine.gate.set()
        await client.wait_for(behind, "completed")
        assert (await act(client, stuck, "retry"))[0] == 200
        await client.wait_for(stuck, "completed")
        assert asked[0] == asked[-1] == (failed["duration_seconds"], 0)
        assert deadline_seconds(7_200, 1) - deadline_seconds(3_600, 1) >= 3_600
        assert deadline_seconds(3_600, 3) > deadline_seconds(3_600, 1)

    @pytest.mark.usefixtures("quick_engine")
    async def test_a_file_that_is_gone(self, client: Client, app: FastAPI) -> None:
        identity = (await client.upload(REPORT, transcribe="false"))["id"]
        original = app.state.settings.storage_dir / "recordings" / identity / "original"
        hidden = original.with_name("hidden")
        await asyncio.to_thread(original.rename, hidden)
        await act(client, identity, "transcribe")
        failed = await client.wait_for(identity, "failed")
        assert failed["job"]["error"] == "The file of this recording is missing from the storage."
        await asyncio.to_thread(hidden.rename, original)
        await act(client, identity, "retry")
        await client.wait_for(identity, "completed")

    async def test_what_nobody_wanted_a_text_of_is_not_waiting(self, quick_engine: QuickEngine, client: Client) -> None:
        identity = (await client.upload(REPORT, transcribe="false", language="de"))["id"]
        assert (await client.recording(identity))["status"] == "untranscribed"
        listed = (await client.get("/api/recordings", params={"status": "untranscribed"})).json()
        assert [one["id"] for one in listed["items"]] == [identity]
        assert (await client.get("/api/recordings", params={"status": "pending"})).json()["total"] == 0
        figures = (await client.get("/api/stats")).json()
        assert figures["recordings"]["by_status"] == {"untranscribed": 1}
        assert figures["processing"]["active_count"] == 0
        assert await act(client, identity, "cancel") == (409, "wrong_state")
        assert await act(client, identity, "retry") == (409, "wrong_state")

        quick_engine.gate.clear()
        assert (await act(client, identity, "transcribe"))[0] == 200
        assert (await client.recording(identity))["status"] in {"pending", "processing"}
        assert (await act(client, identity, "cancel"))[0] == 200
        await client.wait_for(identity, "cancelled")
        quick_engine.gate.set()
        assert (await act(client, identity, "transcribe"))[0] == 200
        await client.wait_for(identity, "completed")
        assert (await client.get("/api/stats")).json()["recordings"]["by_status"] == {"completed": 1}

    async def test_a_language_that_nothing_here_knows_is_said_at_once(self, client: Client) -> None:
        """Before anything waits for an engine; without the wish for a text there is nothing to refuse."""
        file = (REPORT.name, REPORT.read_bytes())
        for wanted in ("ja", "Japanese", "de-AT"):
            answer = await client.post("/api/recordings/upload", files={"file": file}, data={"language": wanted})
            assert (answer.status_code, answer.json()["code"]) == (422, "language_not_supported"), wanted
            assert "Only English can be transcribed here" in answer.json()["detail"]
        assert (await client.get("/api/recordings")).json()["total"] == 0

        identity = (await client.upload(REPORT, language="ja", transcribe="false"))["id"]
        assert await act(client, identity, "transcribe?language=ja") == (422, "language_not_supported")
        assert await act(client, identity, "transcribe?language=en") == (200, None)

    async def test_what_can_be_transcribed_is_told_to_the_page(self, client: Client) -> None:
        known = (await client.get("/api/config/transcription")).json()
        assert (known["supported_languages"], known["detects_language"]) == (["en"], False)
        assert len(known["languages"]) > 90


class TestCancelling:
    async def test_ends_the_process_that_listens(self, client: Client) -> None:
        before = {child.pid for child in psutil.Process().children(recursive=True)}
        identity = (await client.upload(GARDEN))["id"]

        async def listening() -> list[psutil.Process]:
            children = psutil.Process().children(recursive=True)
            return [child for child in children if child.pid not in before and "worker" in " ".join(_command(child))]

        await until(listening)
        workers = await listening()
        assert (await act(client, identity, "cancel"))[0] == 200
        cancelled = await client.wait_for(identity, "cancelled")
        assert (cancelled["job"]["status"], cancelled["transcript_id"]) == ("cancelled", None)

        async def gone() -> bool:
            return not any(worker.is_running() for worker in workers)

        await until(gone)

    async def test_a_queued_one_is_cancelled_at_once_and_can_be_retried(
        self, quick_engine: QuickEngine, client: Client
    ) -> None:
        quick_engine.gate.clear()
        first = (await client.upload(REPORT))["id"]
        await client.wait_for(first, "processing")
        second = (await client.upload(REPORT))["id"]
        assert (await act(client, second, "cancel"))[0] == 200
        assert (await client.recording(second))["status"] == "cancelled"
        quick_engine.gate.set()
        await client.wait_for(first, "completed")
        assert len(quick_engine.calls) == 1
        await act(client, second, "retry")
        await client.wait_for(second, "completed")


class TestDeleting:
    async def everything_is_gone(self, app: FastAPI) -> None:
        await swept(app)
        assert stored_files(app.state.settings.data_dir) == []
        assert await rows_left(app, Recording, Transcript, Segment, Speaker, Waveform, StrayFile) == {}

    @pytest.mark.usefixtures("quick_engine")
    async def test_a_finished_one(self, client: Client, app: FastAPI) -> None:
        made = await client.transcribed(REPORT, title="Unmistakable")
        assert (await client.delete(f"/api/recordings/{made['recording_id']}")).status_code == 200
        await self.everything_is_gone(app)
        for query in ("Unmistakable", "quick"):
            assert (await client.get("/api/search/global", params={"q": query})).json()["total"] == 0
        assert (await client.get(f"/api/transcripts/{made['id']}")).status_code == 404
        assert (await client.delete(f"/api/recordings/{made['recording_id']}")).status_code == 404

    @pytest.mark.usefixtures("quick_engine")
    async def test_several(self, client: Client, app: FastAPI) -> None:
        ids = [(await client.transcribed(REPORT))["recording_id"] for _ in range(2)]
        answer = await client.post("/api/recordings/bulk-delete", json={"ids": [*ids, ids[0], "nobody"]})
        assert answer.json()["message"].startswith("2 ")
        await self.everything_is_gone(app)
        for wrong in ([], ["x"] * 501):
            assert (await client.post("/api/recordings/bulk-delete", json={"ids": wrong})).status_code == 422

    async def test_while_it_is_listened_to(self, quick_engine: QuickEngine, client: Client, app: FastAPI) -> None:
        quick_engine.gate.clear()
        identity = (await client.upload(REPORT))["id"]
        await quick_engine.started.wait()
        assert (await client.delete(f"/api/recordings/{identity}")).status_code == 200
        quick_engine.gate.set()
        await idle(client)
        await self.everything_is_gone(app)

    async def test_and_cancelled_as_it_puts_away_its_tools(
        self, quick_engine: QuickEngine, client: Client, app: FastAPI, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        release, entered, engine = jobs._release, asyncio.Event(), app.state.runtime.jobs

        async def slow(job: JobContext) -> None:
            entered.set()
            await asyncio.sleep(0.5)
            await release(job)

        monkeypatch.setattr(jobs, "_release", slow)
        for loop in engine._loops:
            if "cancel" in loop.get_name():
                loop.cancel()
        quick_engine.gate.clear()
        identity = (await client.upload(REPORT))["id"]
        await quick_engine.started.wait()
        assert (await client.delete(f"/api/recordings/{identity}")).status_code == 200
        quick_engine.gate.set()
        await entered.wait()
        monkeypatch.undo()
        with as_system("a test"):
            await engine.runner.cancel_asked()
        await idle(client)
        await self.everything_is_gone(app)

    async def test_while_what_was_heard_is_being_written(
        self, quick_engine: QuickEngine, client: Client, app: FastAPI, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        entered, go_on = threading.Event(), threading.Event()
        publish = local._publish

        def slow(partial: Path, target: Path) -> None:
            if target.name.startswith("outcome-"):
                entered.set()
                go_on.wait(60)
            publish(partial, target)

        monkeypatch.setattr(local, "_publish", slow)
        identity = (await client.upload(REPORT))["id"]
        assert await asyncio.to_thread(entered.wait, 60)
        try:
            assert (await client.delete(f"/api/recordings/{identity}")).status_code == 200
            await asyncio.sleep(0.5)  # the job is asked to stop, and the sweeper looks for files
        finally:
            go_on.set()
        await swept(app)
        assert stored_files(app.state.settings.data_dir) == []

    async def test_one_with_a_retry_waiting(self, quick_engine: QuickEngine, client: Client, app: FastAPI) -> None:
        folder = app.state.settings.storage_dir / "recordings"
        quick_engine.failures = [EngineFailed("No.")]
        identity = (await client.upload(REPORT))["id"]
        failed = await client.wait_for(identity, "failed")
        # As if saving had failed and left what was heard.
        await asyncio.to_thread((folder / identity / f"outcome-{failed['job']['id']}.json").write_bytes, b"{}")
        quick_engine.gate.clear()
        other = (await client.upload(REPORT, name="other.flac"))["id"]
        await client.wait_for(other, "processing")
        await act(client, identity, "retry")
        await client.post("/api/recordings/bulk-delete", json={"ids": [identity, other]})
        quick_engine.gate.set()
        await idle(client)
        await self.everything_is_gone(app)


class Stubborn:
    """A plugin whose handler of finished transcriptions fails as often as it is told to."""

    name = "stubborn"
    version = "1"

    def __init__(self) -> None:
        self.failures = 0

    def register(self, registry: PluginRegistry) -> None:
        registry.on("transcription.complete", self.complete)

    async def complete(self, **_: Any) -> None:
        if self.failures:
            self.failures -= 1
            raise RuntimeError("the plugin is not in the mood")


class TestSavingFails:
    @pytest.fixture
    def stubborn(self) -> Stubborn:
        return Stubborn()

    @pytest.fixture
    def plugins(self, stubborn: Stubborn) -> list[Plugin]:
        return [stubborn]

    async def test_a_few_times(
        self, quick_engine: QuickEngine, stubborn: Stubborn, client: Client, app: FastAPI
    ) -> None:
        stubborn.failures = 2
        made = await client.transcribed(REPORT)
        assert made["segments"][0]["text"] == "hello from the quick engine"
        assert len(quick_engine.calls) == 1, "what was heard is not listened to again"
        assert await rows_left(app, Transcript) == {"transcripts": 1}
        assert [name.rpartition("/")[2] for name in stored_files(app.state.settings.data_dir)] == ["original"]

    async def test_through_several_retries(
        self, quick_engine: QuickEngine, stubborn: Stubborn, client: Client, app: FastAPI
    ) -> None:
        stubborn.failures = 9
        identity = (await client.upload(REPORT))["id"]
        for _ in range(3):
            failed = await client.wait_for(identity, "failed")
            assert failed["transcript_id"] is None
            assert "log" in failed["job"]["error"]
            await act(client, identity, "retry")
            await client.wait_for(identity, "pending", "processing", "completed", "failed")
        await client.wait_for(identity, "completed")
        assert len(quick_engine.calls) == 1
        await swept(app)
        assert [name.rpartition("/")[2] for name in stored_files(app.state.settings.data_dir)] == ["original"]


class TestAgain:
    async def test_earlier_transcripts_are_kept(self, quick_engine: QuickEngine, client: Client) -> None:
        first = await client.transcribed(REPORT)
        identity = first["recording_id"]
        quick_engine.texts = ["a better hearing", "of the same"]
        await act(client, identity, "transcribe?language=de")
        await client.wait_for(identity, "completed")
        current = (await client.get(f"/api/transcripts/by-recording/{identity}")).json()
        assert [segment["text"] for segment in current["segments"]] == quick_engine.texts
        listed = (await client.get(f"/api/recordings/{identity}/transcripts")).json()["items"]
        assert [(one["id"], one["is_current"], one["language"]) for one in listed] == [
            (current["id"], True, "de"),
            (first["id"], False, "en"),
        ]
        assert (await client.get(f"/api/transcripts/{first['id']}")).json()["segments"] != []

    @pytest.mark.parametrize("ending", ["failed", "cancelled"])
    async def test_one_that_ends_badly_keeps_the_old_one(
        self, quick_engine: QuickEngine, client: Client, ending: str
    ) -> None:
        first = await client.transcribed(REPORT)
        identity = first["recording_id"]
        quick_engine.gate.clear()
        quick_engine.failures = [EngineFailed("No.")] if ending == "failed" else []
        await act(client, identity, "transcribe")
        await client.wait_for(identity, "processing")
        if ending == "cancelled":
            await act(client, identity, "cancel")
        else:
            quick_engine.gate.set()
        found = await client.wait_for(identity, "completed")
        assert (found["transcript_id"], found["job"]["status"]) == (first["id"], ending)
        quick_engine.gate.set()
        assert (await act(client, identity, "retry"))[0] == 200

        async def replaced() -> bool:
            return bool((await client.recording(identity))["transcript_id"] != first["id"])

        await until(replaced)
        assert (await client.recording(identity))["status"] == "completed"


def _command(process: psutil.Process) -> list[str]:
    try:
        found: list[str] = process.cmdline()
    except psutil.Error:
        return []
    return found
