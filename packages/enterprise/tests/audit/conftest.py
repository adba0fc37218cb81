"""Fixtures: a recording that may be opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.engines import install_quick_engine
from support_enterprise import Person
from support_teams import ok

SPEECH = Path(__file__).parents[4] / "docs" / "examples" / "good-morning.wav"


@pytest.fixture
async def recording_id(admin: Person, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give a recording of the administrator's team, not transcribed."""
    install_quick_engine(monkeypatch)
    files, data = {"file": (SPEECH.name, SPEECH.read_bytes())}, {"transcribe": "false"}
    made = ok(await admin.post("/api/recordings/upload", files=files, data=data), 201)
    return str(made.get("id") or made["recording_id"])
