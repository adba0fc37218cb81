"""A recording that is transcribed again, and what an engine hears then."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from verbatim.adapters.transcription.alignment import spread
from verbatim.adapters.transcription.api import Segment, TranscriptionOutcome

from support.client import Client

FIRST = (
    "We met jon on the green bridge",
    "no no no he said at once",
    "and the water was hi that day",
    "the end of it came soon enough",
)


class Engine:
    """Hears what a test wants, in lines of ten seconds."""

    def __init__(self) -> None:
        self.lines: Sequence[str] = FIRST
        self.speakers: Sequence[str | None] = ("A", "B", "A", "B")

    def heard(self) -> TranscriptionOutcome:
        segments = []
        for at, (text, speaker) in enumerate(zip(self.lines, self.speakers, strict=True)):
            start, end = 10.0 * at, 10.0 * at + 10
            while end / 10 < len(self.lines) and not self.lines[round(end / 10)]:
                end += 10  # one line where there were two
            if text:
                segments.append(Segment(start, end, text, 0.9, tuple(spread(text, start, end, 0.9)), speaker))
        return TranscriptionOutcome("en", 1.0, "pocketsphinx", "quick", 40.0, "It is a test.", tuple(segments))


class Page:
    """What somebody does with the transcript of a recording."""

    def __init__(self, client: Client, transcript: dict[str, Any]) -> None:
        self.client, self.transcript = client, transcript
        self.recording: str = transcript["recording_id"]

    @property
    def url(self) -> str:
        return f"/api/transcripts/{self.transcript['id']}"

    @property
    def texts(self) -> list[str]:
        return [one["text"] for one in self.transcript["segments"]]

    def id(self, place: int) -> str:
        found: str = self.transcript["segments"][place]["id"]
        return found

    async def call(self, method: str, path: str, body: Any = None) -> Any:
        answer = await self.client.request(method, f"{self.url}{path}", json=body)
        assert answer.status_code < 300, answer.text
        return answer.json()

    async def write(self, place: int, text: str) -> None:
        await self.call("PATCH", f"/segments/{self.id(place)}", {"text": text})

    async def read(self) -> None:
        answer = await self.client.get(f"/api/transcripts/by-recording/{self.recording}", params={"words": "true"})
        self.transcript = answer.json()

    async def again(self) -> None:
        before = self.transcript["id"]
        answer = await self.client.post(f"/api/recordings/{self.recording}/transcribe", json={})
        assert answer.status_code < 300, answer.text
        await self.client.wait_for(self.recording, "completed")
        await self.read()
        assert self.transcript["id"] != before

    async def corrections(self, asked: str = "?page_size=100") -> Any:
        return await self.call("GET", f"/corrections{asked}")

    async def refused(self, decision: str, *items: Any, **more: Any) -> tuple[int, str]:
        body = {"correction_ids": [one["id"] for one in items], "decision": decision, **more}
        answer = await self.client.post(f"{self.url}/corrections/decide", json=body)
        return answer.status_code, answer.json().get("code")

    async def decide(self, decision: str, *items: Any) -> Any:
        ids = [one["id"] for one in items]
        return await self.call("POST", "/corrections/decide", {"correction_ids": ids, "decision": decision})
