"""Any service that speaks OpenAI's `/v1/audio/transcriptions`: hosted, or one's own on a bigger machine."""

from __future__ import annotations

import asyncio
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from verbatim.adapters.media import (
    SAMPLE_RATE,
    Block,
    MediaInfo,
    blocks,
    decode_caged,
    probe_caged_blocking,
    write_flac,
)
from verbatim.adapters.transcription.api import (
    Availability,
    EngineFailed,
    EngineName,
    EngineUnavailable,
    OnOutput,
    OnProgress,
    OnSegment,
    TranscriptionOutcome,
    TranscriptionRequest,
    TranscriptionSettings,
    forget,
)
from verbatim.adapters.transcription.openai_client import OpenAIClient, TooLarge, endpoint
from verbatim.adapters.transcription.openai_reply import Reply
from verbatim.adapters.transcription.postprocess import SegmentSink
from verbatim.adapters.transcription.speech import listen_to

# Pieces of ten minutes keep every request short enough to be retried, and show progress.
_PIECE_SECONDS = 600.0
# Without times from the server, pieces this short still let a reader find the place.
_UNTIMED_PIECE_SECONDS = 30.0
_MIN_PIECE_SECONDS = 5.0
_BYTES_PER_SECOND = SAMPLE_RATE * 2
_SENDABLE = {"wav", "mp3", "m4a", "webm", "ogg", "flac"}
_PROBE_SECONDS = 2.5
_KEPT_CHARACTERS = 1_000_000


class OpenAICompatibleEngine:
    """Sends the recording, as it is when it is small, else in pieces of FLAC that are joined again."""

    name: EngineName = "openai-compatible"

    def __init__(self, settings: TranscriptionSettings) -> None:
        self._settings = settings

    def availability(self) -> Availability:
        problem = self._obstacle()
        return Availability(
            self.name,
            available=problem is None,
            reason=problem or "The configured transcription service answers.",
            model=self._settings.external_model if self._settings.external_url else None,
            caveat="Recordings are sent to the configured service.",
        )

    def _obstacle(self) -> str | None:
        url = self._settings.external_url
        if not url:
            return "No transcription service is configured."
        if not url.startswith(("http://", "https://")):
            return "The address of the transcription service must start with http:// or https://."
        request = urllib.request.Request(endpoint(url, "models"))  # noqa: S310  scheme checked above
        key = self._settings.external_api_key
        if key:
            request.add_unredirected_header("Authorization", f"Bearer {key}")
        try:
            with urllib.request.urlopen(request, timeout=_PROBE_SECONDS):  # noqa: S310  same
                return None
        except urllib.error.HTTPError as error:
            with error:
                # Many services have no list of models; only a refused key means that transcribing will fail.
                return "The transcription service refuses the API key." if error.code in {401, 403} else None
        except (OSError, ValueError):
            return "The configured transcription service does not answer."

    def transcribe(
        self,
        request: TranscriptionRequest,
        on_progress: OnProgress,
        on_segment: OnSegment,
        on_output: OnOutput = forget,
    ) -> TranscriptionOutcome:
        url = self._settings.external_url
        if not url or not url.startswith(("http://", "https://")):
            raise EngineUnavailable(self._obstacle() or "No transcription service is configured.")
        info = probe_caged_blocking(request.path)
        return asyncio.run(self._transcribe(request, info, on_progress, on_segment, on_output))

    async def _transcribe(
        self,
        request: TranscriptionRequest,
        info: MediaInfo,
        on_progress: OnProgress,
        on_segment: OnSegment,
        on_output: OnOutput,
    ) -> TranscriptionOutcome:
        on_progress(0.0, "sending")
        sink = SegmentSink(info.duration_seconds, on_segment)
        with tempfile.TemporaryDirectory(prefix="verbatim-pieces-") as folder:
            async with OpenAIClient(self._settings) as client:
                run = _Run(client, request, sink, on_output, Path(folder) / "piece.flac", self._piece_seconds())
                if not (self._fits_whole(request, info) and await run.whole_file(info)):
                    for block in blocks(decode_caged(request.path, request.sound), run.piece_seconds):
                        await run.block(block)
                        on_progress(min(1.0, block.end / info.duration_seconds), "transcribing")
        return TranscriptionOutcome(
            language=request.language or run.language or "en",
            language_probability=run.probability,
            engine=self.name,
            model=self._settings.external_model,
            duration=info.duration_seconds,
            segments=tuple(sink.segments),
            speech=tuple(sink.speech.stretches),
        )

    def _piece_seconds(self) -> float:
        limit = self._settings.external_max_bytes
        if limit is None:
            return _PIECE_SECONDS
        # FLAC is never much larger than the samples themselves.
        return min(_PIECE_SECONDS, max(_MIN_PIECE_SECONDS, 0.9 * limit / _BYTES_PER_SECOND))

    def _fits_whole(self, request: TranscriptionRequest, info: MediaInfo) -> bool:
        """Whether the file itself can be sent. A service mixes by its own rules, so what needs mixing is not."""
        limit = self._settings.external_max_bytes
        return (
            info.container in _SENDABLE
            and not info.has_video
            and (len(info.tracks), info.channels, info.pieces) == (1, 1, 1)
            and request.sound == "mix"
            and info.duration_seconds <= _PIECE_SECONDS
            and (limit is None or request.path.stat().st_size <= limit)
        )


class _Run:
    """One recording: what was learnt about the server and the language on the way."""

    def __init__(
        self,
        client: OpenAIClient,
        request: TranscriptionRequest,
        sink: SegmentSink,
        on_output: OnOutput,
        piece: Path,
        piece_seconds: float,
    ) -> None:
        self.language: str | None = None
        self.probability: float | None = None
        self.piece_seconds = piece_seconds
        self._client = client
        self._request = request
        self._sink = sink
        self._on_output = on_output
        self._piece = piece
        self._taken = 0

    async def whole_file(self, info: MediaInfo) -> bool:
        """Send the file as it is; False when it must go in pieces after all."""
        listening = asyncio.create_task(asyncio.to_thread(listen_to, self._request.path))
        try:
            reply = await self._send(self._request.path, f"audio.{info.container}", (0.0, info.duration_seconds))
        except TooLarge:
            self.piece_seconds = min(self.piece_seconds, info.duration_seconds / 2)
            return False
        finally:
            speech = await listening
        if reply.segments is None and reply.text and info.duration_seconds > _UNTIMED_PIECE_SECONDS:
            self.piece_seconds = min(self.piece_seconds, _UNTIMED_PIECE_SECONDS)
            return False
        self._sink.speech.add(speech.stretches, speech.known_until)
        end = max(info.duration_seconds, speech.known_until)
        self._sink.reach(end)
        self._take(reply, 0.0, end)
        return True

    async def block(self, block: Block) -> None:
        """Send one piece, in smaller pieces when the server wants it so."""
        length = block.end - block.start
        if length > self.piece_seconds * 1.01:
            for part in _parts(block, self.piece_seconds):
                await self.block(part)
            return
        await asyncio.to_thread(write_flac, block.samples, self._piece)
        try:
            reply = await self._send(self._piece, "audio.flac", (block.start, block.end))
        except TooLarge:
            if length / 2 < _MIN_PIECE_SECONDS:
                raise EngineFailed(
                    "The transcription service refuses even short pieces of sound as too large."
                ) from None
            self.piece_seconds = length / 2
            await self.block(block)
            return
        if reply.segments is None and reply.text and length > _UNTIMED_PIECE_SECONDS * 1.01:
            self.piece_seconds = _UNTIMED_PIECE_SECONDS
            await self.block(block)
            return
        self._sink.reach(block.end)
        await asyncio.to_thread(self._sink.speech.listen, block)
        self._take(reply, block.start, block.end)

    async def _send(self, path: Path, file_name: str, stretch: tuple[float, float]) -> Reply:
        # Names and terms only: told what was said before, engines write some of it again.
        prompt = (self._request.prompt or "").strip() or None
        language = self._request.language or self.language

        def keep(status: int, content_type: str, body: str) -> None:
            about = {"start": stretch[0], "end": stretch[1], "status": status, "content_type": content_type}
            # A line between the processes has a limit, an answer hardly any.
            for position in range(0, max(1, len(body)), _KEPT_CHARACTERS):
                self._on_output({**about, "body": body[position : position + _KEPT_CHARACTERS]})

        return await self._client.send(
            path, file_name, language, prompt, seconds=stretch[1] - stretch[0], on_answer=keep
        )

    def _take(self, reply: Reply, start: float, end: float) -> None:
        self._taken += 1
        if self.language is None and reply.text:
            self.language, self.probability = reply.language, reply.language_probability
        if reply.segments is None:
            self._sink.add(start, end, reply.text)
            return
        for segment in reply.segments:
            self._sink.add(
                start + segment.start,
                min(end, start + segment.end),
                tuple(w.moved(start) for w in segment.words) or segment.text,
                text=segment.text,
                confidence=segment.confidence,
                speaker=self._called(segment.speaker),
                evidence=segment.evidence,
            )

    def _called(self, speaker: str | None) -> str | None:
        """A service names speakers anew in each piece: its "A" may be somebody else the next time."""
        return speaker if speaker is None or self._taken == 1 else f"{speaker} ({self._taken})"


def _parts(block: Block, seconds: float) -> Iterator[Block]:
    for part in blocks([block.samples], seconds):
        yield Block(block.start + part.start, part.samples)
