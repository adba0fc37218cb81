"""From an upload to who said what, with the built-in diarizer in its real process.

What the engine hears is the sentences as they were spoken, because recognising them takes minutes on a busy machine.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from support.client import Client
from support.conversations import conversation
from support.waiting import until
from verbatim.adapters.diarization.api import (
    Diarization,
    DiarizationError,
    DiarizationRequest,
    Diarizer,
    OnProgress,
    Turn,
)
from verbatim.adapters.transcription.alignment import spread
from verbatim.adapters.transcription.api import (
    EngineChosen,
    EngineName,
    OnEvent,
    Segment,
    TranscriptionOutcome,
    TranscriptionRequest,
    Word,
)
from verbatim.config import Settings
from verbatim.plugins.loader import Plugin
from verbatim.plugins.registry import PluginRegistry
from verbatim.transcription import listening

TALK = conversation(("slt", "rms"), 25, seed=4, overlap=0.0)


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give half a minute of two people who talk in turns."""
    return TALK.write(tmp_path_factory.mktemp("talk") / "talk.wav")


@pytest.fixture(autouse=True, params=["pocketsphinx", "openai-compatible"])
def _heard(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let an engine beside which a diarizer works, or one that may bring speakers itself, hear four
    words in each sentence, and everything as pieces of about ten seconds.
    """
    spoken = [word for number, (start, end, _) in enumerate(TALK.spoken) for word in _words(number, start, end)]
    pieces = [spoken[place : place + 12] for place in range(0, len(spoken), 12)]
    segments = tuple(
        Segment(piece[0].start, piece[-1].end, " ".join(word.text for word in piece), 0.9, tuple(piece))
        for piece in pieces
    )

    engine: EngineName = request.param

    async def hear(request: TranscriptionRequest, _: Any, on_event: OnEvent) -> TranscriptionOutcome:
        assert request.path.exists()
        await on_event(EngineChosen(engine, "quick", "It is a test."))
        return TranscriptionOutcome("en", 1.0, engine, "quick", TALK.seconds, "It is a test.", segments)

    monkeypatch.setattr(listening, "run_engine", hear)


def _words(number: int, start: float, end: float) -> list[Word]:
    return spread(f"sentence {number} of many.", start, end, 0.9)


class TestBuiltIn:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"diarization": "auto"})

    async def test_an_upload_gets_its_speakers(self, client: Client, talk: Path) -> None:
        found = await client.transcribed(talk)
        assert (found["diarizer"], found["diarization_note"]) == ("builtin", None)
        assert [speaker["speaker_label"] for speaker in found["speakers"]] == ["Speaker 1", "Speaker 2"]
        assert found["segments"][0]["speaker"] == "Speaker 1"
        assert {segment["speaker"] for segment in found["segments"]} == {"Speaker 1", "Speaker 2"}
        assert all(0 <= segment["speaker_confidence"] <= 1 for segment in found["segments"])
        voices = {voice: f"Speaker {1 + (voice != TALK.spoken[0][2])}" for _, _, voice in TALK.spoken}
        right = [voices[voice] for _, _, voice in TALK.spoken]
        said = {word["text"]: segment["speaker"] for segment in found["segments"] for word in segment["words"]}
        assert [said[str(number)] for number in range(len(right))] == right
        starts = [segment["start_time"] for segment in found["segments"]]
        assert starts == sorted(starts)

    async def test_names_stay_when_it_is_transcribed_again(self, client: Client, talk: Path) -> None:
        first = await client.transcribed(talk)
        for speaker, name in zip(first["speakers"], ("Ada", "Bert"), strict=True):
            await client.patch(f"/api/speakers/{speaker['id']}", json={"speaker_name": name})
        recording = first["recording_id"]
        again = await client.post(f"/api/recordings/{recording}/transcribe", json={})
        assert again.status_code < 300, again.text

        async def renewed() -> bool:
            now = (await client.get(f"/api/transcripts/by-recording/{recording}")).json()
            return bool(now["id"] != first["id"])

        await until(renewed, 120)
        second = (await client.get(f"/api/transcripts/by-recording/{recording}")).json()
        assert [speaker["speaker_name"] for speaker in second["speakers"]] == ["Ada", "Bert"]


class Broken:
    """A plugin's diarizer that fails in a way nobody has thought of, or as it should."""

    name = "broken"

    def __init__(self, error: Exception) -> None:
        self.error = error

    def obstacle(self) -> str | None:
        return None

    async def diarize(self, request: DiarizationRequest, on_progress: OnProgress) -> Diarization:
        await on_progress(0.5)
        raise self.error


class Halves:
    """A plugin's diarizer that gives everything before a moment to one voice and the rest to another."""

    name = "halves"

    def obstacle(self) -> str | None:
        return None

    async def diarize(self, request: DiarizationRequest, on_progress: OnProgress) -> Diarization:
        assert request.path.exists()
        return Diarization(self.name, (Turn(0, 10, 1), Turn(10, 99, 0)))


class Diarizers:
    """The plugin that brings one."""

    name = "diarizers"
    version = "1"

    def __init__(self, made: Diarizer) -> None:
        self.made = made

    def register(self, registry: PluginRegistry) -> None:
        registry.add_adapter("diarization", self.made.name, lambda _settings: self.made)


class TestPlugins:
    @pytest.fixture(
        params=[DiarizationError("It is too loud to tell anybody apart."), RuntimeError("anything")],
        ids=["its-own", "any"],
    )
    def error(self, request: pytest.FixtureRequest) -> Exception:
        error: Exception = request.param
        return error

    @pytest.fixture
    def plugins(self, error: Exception) -> list[Plugin]:
        return [Diarizers(Broken(error))]

    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"diarization": "broken"})

    async def test_a_diarizer_that_fails_costs_the_speakers_only(
        self, client: Client, talk: Path, error: Exception
    ) -> None:
        found = await client.transcribed(talk)
        assert found["segments"]
        assert {segment["speaker"] for segment in found["segments"]} == {"Speaker 1"}
        assert found["diarizer"] is None
        expected = str(error) if isinstance(error, DiarizationError) else "failed with an internal error"
        assert expected in found["diarization_note"]


class TestChosen:
    @pytest.fixture
    def plugins(self) -> list[Plugin]:
        return [Diarizers(Halves())]

    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"diarization": "halves"})

    async def test_a_plugins_diarizer_is_used(self, client: Client, talk: Path, app: FastAPI) -> None:
        found = await client.transcribed(talk)
        assert found["diarizer"] == "halves"
        assert [segment["speaker"] == "Speaker 1" for segment in found["segments"]] == [
            segment["words"][0]["start"] < 10 for segment in found["segments"]
        ]


class TestOff:
    async def test_turned_off_everything_is_said_by_one(self, client: Client, talk: Path) -> None:
        found = await client.transcribed(talk)
        assert (found["diarizer"], found["diarization_note"]) == (None, None)
        assert [speaker["speaker_label"] for speaker in found["speakers"]] == ["Speaker 1"]
