"""Two clients with the same methods, on httpx."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from pathlib import Path
from typing import Any, Self, cast

import httpx

from verbatim.client.calls import (
    ENDED,
    TIMEOUT,
    Change,
    ChangeReader,
    Progress,
    Recording,
    Segment,
    Transcript,
    answer_of,
    form_of,
    headers_of,
)

_PAGE = 100
_ASK_EVERY = 0.5


class Verbatim:
    """A server, as a program uses it. ``key`` is an API key; a server without sign-in needs none.

    Every method raises `ApiError` when the server refuses, and httpx's errors when it cannot be reached.
    """

    def __init__(self, server: str, key: str | None = None, *, team_id: str | None = None) -> None:
        self._http = httpx.Client(base_url=server, headers=headers_of(key, team_id), timeout=TIMEOUT)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def request(self, method: str, path: str, **options: Any) -> Any:
        """Call any route. ``options`` are httpx's, such as ``params`` and ``json``."""
        return answer_of(self._http.request(method, path, **options))

    def upload(self, path: str | Path, *, progress: Progress | None = None, **fields: str) -> Recording:
        """Store a file and begin to transcribe it. ``fields`` are those of the form, such as ``title``."""
        path = Path(path)
        with path.open("rb") as file:
            form = form_of(file, path, progress)
            return cast("Recording", self.request("POST", "/api/recordings/upload", files=form, data=fields))

    def wait(self, recording_id: str, *, timeout: float = 3600.0) -> Recording:
        """Return a recording when its transcription has ended, well or not: see its ``status``.

        Raises:
            TimeoutError: it has not within `timeout` seconds.
        """
        until = time.monotonic() + timeout
        while True:
            found = cast("Recording", self.request("GET", f"/api/recordings/{recording_id}"))
            if found["status"] in ENDED:
                return found
            if time.monotonic() >= until:
                raise TimeoutError(f"The transcription has not ended within {timeout:g} seconds.")
            time.sleep(_ASK_EVERY)

    def iterate(self, path: str, **params: Any) -> Iterator[dict[str, Any]]:
        """Go through a list, such as ``/api/recordings``, page by page."""
        page = 1
        while True:
            found = self.request("GET", path, params={**params, "page": page, "page_size": _PAGE})
            yield from found["items"]
            if page >= found["total_pages"]:
                return
            page += 1

    def changes(self) -> Iterator[Change]:
        """Follow what changes, as open pages do. Ends when the server does: then load again what you keep."""
        with self._http.stream("GET", "/api/events") as response:
            if response.is_error:
                response.read()
                answer_of(response)
            reader = ChangeReader()
            yield from filter(None, map(reader.feed, response.iter_lines()))

    def transcript(self, recording_id: str) -> Transcript:
        return cast("Transcript", self.request("GET", f"/api/transcripts/by-recording/{recording_id}"))

    def correct(self, transcript_id: str, segment: Segment, text: str) -> Segment:
        """Change a segment's text; an `ApiError` with ``segment_conflict`` holds what somebody else wrote meanwhile."""
        path = f"/api/transcripts/{transcript_id}/segments/{segment['id']}"
        return cast("Segment", self.request("PATCH", path, json={"text": text, "version": segment["version"]}))

    def search(self, query: str, **params: Any) -> list[dict[str, Any]]:
        found = self.request("GET", "/api/search/global", params={"q": query, **params})
        return cast("list[dict[str, Any]]", found["results"])

    def export(self, transcript_id: str, format: str = "srt") -> bytes:  # noqa: A002 - the route's word
        """Return a transcript as a file: srt, vtt, txt or json."""
        response = self._http.get(f"/api/transcripts/{transcript_id}/export", params={"format": format})
        answer_of(response)
        return response.content


class AsyncVerbatim:
    """The same for asyncio."""

    def __init__(self, server: str, key: str | None = None, *, team_id: str | None = None) -> None:
        self._http = httpx.AsyncClient(base_url=server, headers=headers_of(key, team_id), timeout=TIMEOUT)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._http.aclose()

    async def request(self, method: str, path: str, **options: Any) -> Any:
        """Call any route. ``options`` are httpx's, such as ``params`` and ``json``."""
        return answer_of(await self._http.request(method, path, **options))

    async def upload(self, path: str | Path, *, progress: Progress | None = None, **fields: str) -> Recording:
        """Store a file and begin to transcribe it. ``fields`` are those of the form, such as ``title``."""
        path = Path(path)
        with path.open("rb") as file:  # noqa: ASYNC230 - read in pieces of 64 kB while it is sent
            form = form_of(file, path, progress)
            return cast("Recording", await self.request("POST", "/api/recordings/upload", files=form, data=fields))

    async def wait(self, recording_id: str) -> Recording:
        """Return a recording when its transcription has ended, well or not; bound it with ``asyncio.timeout``."""
        while True:
            found = cast("Recording", await self.request("GET", f"/api/recordings/{recording_id}"))
            if found["status"] in ENDED:
                return found
            await asyncio.sleep(_ASK_EVERY)

    async def iterate(self, path: str, **params: Any) -> AsyncIterator[dict[str, Any]]:
        """Go through a list, such as ``/api/recordings``, page by page."""
        page = 1
        while True:
            found = await self.request("GET", path, params={**params, "page": page, "page_size": _PAGE})
            for item in found["items"]:
                yield item
            if page >= found["total_pages"]:
                return
            page += 1

    async def changes(self) -> AsyncGenerator[Change]:
        """Follow what changes, as open pages do. Ends when the server does: then load again what you keep."""
        async with self._http.stream("GET", "/api/events") as response:
            if response.is_error:
                await response.aread()
                answer_of(response)
            reader = ChangeReader()
            async for line in response.aiter_lines():
                if (change := reader.feed(line)) is not None:
                    yield change

    async def transcript(self, recording_id: str) -> Transcript:
        return cast("Transcript", await self.request("GET", f"/api/transcripts/by-recording/{recording_id}"))

    async def correct(self, transcript_id: str, segment: Segment, text: str) -> Segment:
        """Change a segment's text; an `ApiError` with ``segment_conflict`` holds what somebody else wrote meanwhile."""
        path = f"/api/transcripts/{transcript_id}/segments/{segment['id']}"
        return cast("Segment", await self.request("PATCH", path, json={"text": text, "version": segment["version"]}))

    async def search(self, query: str, **params: Any) -> list[dict[str, Any]]:
        found = await self.request("GET", "/api/search/global", params={"q": query, **params})
        return cast("list[dict[str, Any]]", found["results"])

    async def export(self, transcript_id: str, format: str = "srt") -> bytes:  # noqa: A002 - the route's word
        """Return a transcript as a file: srt, vtt, txt or json."""
        response = await self._http.get(f"/api/transcripts/{transcript_id}/export", params={"format": format})
        answer_of(response)
        return response.content
