"""What both clients share: the shapes of answers, errors, and uploads that tell how far they are."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, TypedDict, cast

import httpx

Progress = Callable[[int, int], None]
"""Called with the bytes sent so far and those of the whole file."""

ENDED = frozenset({"completed", "failed", "cancelled", "untranscribed"})
TIMEOUT = httpx.Timeout(30.0, read=120.0, write=120.0)


class Recording(TypedDict, total=False):
    """A recording; see /docs for all of its fields."""

    id: str
    title: str
    status: str
    job_id: str | None


class Segment(TypedDict, total=False):
    """A part of a transcript, with its place in seconds. ``version`` says which text it is."""

    id: str
    text: str
    start_time: float
    end_time: float
    version: int


class Transcript(TypedDict, total=False):
    """A transcript with all of its segments."""

    id: str
    recording_id: str
    segments: list[Segment]


class Change(TypedDict, total=False):
    """Something that changed. ``type`` is an event's name, or ``job.progress``; its ids and fields stand beside it."""

    type: str
    recording_id: str | None
    project_id: str | None
    job_id: str
    status: str
    progress: float


class Page(TypedDict):
    """One page of a list."""

    items: list[dict[str, Any]]
    total: int
    page: int
    page_size: int
    total_pages: int


class ApiError(Exception):
    """The server refused. Decide by ``code``; ``retry_after`` are the seconds to wait, when it says so."""

    def __init__(self, response: httpx.Response) -> None:
        try:
            body: Any = response.json()
        except ValueError:
            body = {}
        told = body if isinstance(body, dict) else {}
        self.status: int = response.status_code
        self.code: str = str(told.get("code", "unknown"))
        self.body: dict[str, Any] = told
        wait = response.headers.get("retry-after", "")
        self.retry_after: float | None = float(wait) if wait.isdigit() else None
        super().__init__(f"{self.status} {self.code}: {told.get('detail', response.reason_phrase)}")


def answer_of(response: httpx.Response) -> Any:
    """Return what a response holds: JSON as objects, all else as bytes.

    Raises:
        ApiError: the server refused.
    """
    if response.is_error:
        raise ApiError(response)
    is_json = response.headers.get("content-type", "").startswith("application/json")
    return response.json() if is_json else response.content


class ChangeReader:
    """Takes the lines of the live stream (server-sent events: WHATWG HTML, section 9.2) and finds changes in them."""

    def __init__(self) -> None:
        self._event = ""

    def feed(self, line: str) -> Change | None:
        name, _, value = line.partition(":")
        if name == "event":
            self._event = value.strip()
        # The server writes each change in one line of data.
        return cast("Change", json.loads(value)) if name == "data" and self._event == "change" else None


def headers_of(key: str | None, team_id: str | None) -> dict[str, str]:
    signed = {} if key is None else {"Authorization": f"Bearer {key}"}
    return signed if team_id is None else signed | {"X-Team-Id": team_id}


class Counted:
    """A file that tells how much of it was read. It is read in pieces, never as a whole."""

    def __init__(self, file: IO[bytes], progress: Progress | None) -> None:
        self._file = file
        self._progress = progress
        self._size = os.fstat(file.fileno()).st_size

    def fileno(self) -> int:
        return self._file.fileno()

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        if self._progress is not None and data:
            self._progress(self._file.tell(), self._size)
        return data


def form_of(file: IO[bytes], path: Path, progress: Progress | None) -> dict[str, tuple[str, IO[bytes]]]:
    """Return the multipart form of an upload."""
    return {"file": (path.name, cast("IO[bytes]", Counted(file, progress)))}
