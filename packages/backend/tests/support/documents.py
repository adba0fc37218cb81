"""Bringing documents and waiting for their text."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import httpx

WAIT_SECONDS = 60.0


async def bring(client: httpx.AsyncClient, name: str, content: bytes, **form: str) -> dict[str, Any]:
    """Upload a document and return what the server made of it."""
    answer = await client.post("/api/documents", files={"file": (name, content)}, data=form)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def ended(client: httpx.AsyncClient, document_id: str) -> dict[str, Any]:
    """Wait until a document has been read, or could not be."""
    deadline = time.monotonic() + WAIT_SECONDS
    while True:
        answer = await client.get(f"/api/documents/{document_id}")
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        if found["status"] in {"completed", "failed"}:
            return found
        assert time.monotonic() < deadline, f"still {found['status']}"
        await asyncio.sleep(0.05)


async def read(client: httpx.AsyncClient, name: str, content: bytes, **form: str) -> dict[str, Any]:
    """Upload a document, wait for its text and return the document."""
    return await ended(client, (await bring(client, name, content, **form))["id"])


async def pieces(client: httpx.AsyncClient, document_id: str) -> list[dict[str, Any]]:
    """Return the text of a document, piece by piece."""
    answer = await client.get(f"/api/documents/{document_id}/text", params={"limit": 500})
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["items"]
    return found
