"""A client of tus 1.0 that does one step at a time, so that each can go wrong."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import httpx

URL = "/api/uploads"
VERSION = {"Tus-Resumable": "1.0.0"}
PIECE = {**VERSION, "Content-Type": "application/offset+octet-stream"}


def said(**fields: str) -> dict[str, str]:
    """Return the header with what is said about a file."""
    pairs = [f"{key} {base64.b64encode(value.encode()).decode()}".strip() for key, value in fields.items()]
    return {"Upload-Metadata": ",".join(pairs)}


def checksum(data: bytes, kind: str = "sha256") -> dict[str, str]:
    digest = hashlib.new(kind, data, usedforsecurity=False).digest()
    return {"Upload-Checksum": f"{kind} {base64.b64encode(digest).decode()}"}


def problem(answer: httpx.Response) -> tuple[int, str]:
    """Return how a request was refused."""
    return answer.status_code, answer.json()["code"]


@dataclass
class Tus:
    """One upload of ``client``'s."""

    client: httpx.AsyncClient
    address: str

    @classmethod
    async def begin(cls, client: httpx.AsyncClient, length: int, **fields: str) -> Tus:
        """Begin an upload of so many bytes."""
        fields = {"filename": "a.flac", "transcribe": "false"} | fields
        answer = await client.post(URL, headers={**VERSION, **said(**fields), "Upload-Length": str(length)})
        assert answer.status_code == 201, answer.text
        return cls(client, answer.headers["location"])

    @property
    def id(self) -> str:
        return self.address.rsplit("/", 1)[1]

    async def offset(self) -> int:
        """Ask how far it is."""
        answer = await self.client.head(self.address, headers=VERSION)
        assert answer.status_code == 200, answer.status_code
        return int(answer.headers["upload-offset"])

    async def send(self, data: bytes | AsyncIterator[bytes], offset: int, **headers: str) -> httpx.Response:
        """Send a piece that begins at an offset."""
        sent = httpx.Headers({**PIECE, "Upload-Offset": str(offset)})
        sent.update({name.replace("_", "-"): value for name, value in headers.items()})
        return await self.client.patch(self.address, content=data, headers=sent)

    async def state(self) -> dict[str, Any]:
        answer = await self.client.get(self.address)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found
