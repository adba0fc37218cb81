"""A client that knows the steps every journey begins with."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import Any

import httpx

from support.recordings import REPORT

WAIT_SECONDS = 60.0


class Client(httpx.AsyncClient):
    """An HTTP client of Verbatim."""

    async def upload(self, path: Path = REPORT, *, name: str | None = None, **form: str) -> dict[str, Any]:
        """Upload a file and return what the server made of it."""
        content = path.read_bytes()  # noqa: ASYNC240 - small files, and nobody else waits
        response = await self.post("/api/recordings/upload", files={"file": (name or path.name, content)}, data=form)
        assert response.status_code == 201, response.text
        created: dict[str, Any] = response.json()
        return created

    async def recording(self, recording_id: str) -> dict[str, Any]:
        """Return a recording as the API shows it."""
        response = await self.get(f"/api/recordings/{recording_id}")
        assert response.status_code == 200, response.text
        found: dict[str, Any] = response.json()
        return found

    async def wait_for(self, recording_id: str, *statuses: str) -> dict[str, Any]:
        """Wait until a recording has one of these statuses."""
        deadline = time.monotonic() + WAIT_SECONDS
        while True:
            found = await self.recording(recording_id)
            if found["status"] in statuses:
                return found
            assert time.monotonic() < deadline, f"still {found['status']}: {found['job']}"
            await asyncio.sleep(0.05)

    async def transcribed(self, path: Path = REPORT, **form: str) -> dict[str, Any]:
        """Upload a file, wait for its transcript and return that with its words."""
        created = await self.upload(path, **form)
        await self.wait_for(created["id"], "completed")
        response = await self.get(f"/api/transcripts/by-recording/{created['id']}", params={"words": "true"})
        assert response.status_code == 200, response.text
        transcript: dict[str, Any] = response.json()
        return transcript
