"""What everybody is told about how this server transcribes: of the engine in use, and no path of the server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.client import Client
from support.tiny_whisper import build_tiny_whisper
from verbatim.config import Settings

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


async def told(client: Client) -> dict[str, Any]:
    answer = await client.get("/api/config/transcription")
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


def caveats(found: dict[str, Any]) -> dict[str, str | None]:
    return {engine["name"]: engine["caveat"] for engine in found["engines"] if engine["available"]}


async def test_the_bundled_engine_says_what_it_is(client: Client) -> None:
    found = await told(client)
    assert found["effective_engine"] == "pocketsphinx"
    assert found["engine_caveats"] == [caveats(found)["pocketsphinx"]]


class TestAnotherEngine:
    @pytest.fixture(params=["service", "whisper"])
    def settings(self, settings: Settings, request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
        if request.param == "service":
            more = {"transcription_engine": "openai-compatible", "transcription_url": "http://127.0.0.1:9/v1"}
        else:
            model = build_tiny_whisper(tmp_path / "kept here" / "tiny")
            more = {"transcription_engine": "faster-whisper", "transcription_model": str(model)}
        return settings.model_copy(update=more)

    async def test_nothing_is_said_of_the_one_that_is_not_in_use(self, client: Client, tmp_path: Path) -> None:
        found = await told(client)
        assert found["effective_engine"] in {"faster-whisper", None}, "the service does not answer"
        assert "English only" in (caveats(found)["pocketsphinx"] or ""), "it is there and could be used"
        assert not any("English only" in caveat for caveat in found["engine_caveats"])
        assert str(tmp_path) not in str(found)
        assert "kept here" not in str(found)
