"""Sending one piece of sound to an OpenAI-compatible endpoint, patiently, with clear words for refusals."""

from __future__ import annotations

import asyncio
import email.utils
import json
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from verbatim.adapters.transcription.api import (
    EngineFailed,
    EngineUnavailable,
    LanguageNotSupported,
    TranscriptionSettings,
)
from verbatim.adapters.transcription.openai_answer import said_in, shortened
from verbatim.adapters.transcription.openai_reply import Reply, parse_reply
from verbatim.core.lazy import lazy

if TYPE_CHECKING:
    import aiohttp
else:
    aiohttp = lazy("aiohttp")

_CONNECT_SECONDS = 10.0
_MAX_WAIT = 60.0
_MAX_REPLY_BYTES = 64 * 1024 * 1024
_RETRIED = {408, 425, 429, 500, 502, 503, 504}
# What to ask for, best first. A server that refuses one gets the next for the rest of the recording.
_FORMATS: tuple[tuple[tuple[str, str], ...], ...] = (
    (
        ("response_format", "verbose_json"),
        ("timestamp_granularities[]", "word"),
        ("timestamp_granularities[]", "segment"),
    ),
    (("response_format", "verbose_json"),),
    (("response_format", "json"),),
    (("response_format", "text"),),
)
_FORMAT_WORDS = ("response_format", "verbose_json", "timestamp_granularities", "timestamp granularit")


OnAnswer = Callable[[int, str, str], None]
"""Status, content type and body of an answer."""


class TooLarge(Exception):  # noqa: N818  a signal to send smaller pieces, not an error for anyone
    """The server refuses the piece for its size."""


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    body: str
    retry_after: float | None
    content_type: str = ""


def endpoint(base: str, path: str = "audio/transcriptions") -> str:
    """Full address below a configured base, which people give with or without `/v1`."""
    base = base.strip().rstrip("/")
    base = base.removesuffix("/audio/transcriptions")
    return f"{base}/{path}" if base.endswith("/v1") else f"{base}/v1/{path}"


class OpenAIClient:
    """An open connection pool to the configured endpoint; use as an async context manager."""

    def __init__(self, settings: TranscriptionSettings) -> None:
        self._settings = settings
        self._url = endpoint(settings.external_url or "")
        self._format = 0
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        key = self._settings.external_api_key
        self._session = aiohttp.ClientSession(
            headers={"Authorization": f"Bearer {key}"} if key else {},
            timeout=aiohttp.ClientTimeout(total=self._settings.external_timeout_seconds, sock_connect=_CONNECT_SECONDS),
            trust_env=True,
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def send(
        self,
        path: Path,
        file_name: str,
        language: str | None,
        prompt: str | None,
        *,
        seconds: float | None = None,
        on_answer: OnAnswer | None = None,
    ) -> Reply:
        """Transcribe one file of so many seconds; `on_answer` sees what is said, also when it is no transcript.

        Raises:
            TooLarge: the server wants smaller pieces.
            TranscriptionError: it refuses, fails or cannot be reached, after retries, or answers with no transcript.
        """
        while True:
            answer = await self._send_patiently(path, file_name, language, prompt)
            if on_answer is not None:
                on_answer(answer.status, answer.content_type, self._without_key(answer.body))
            if answer.status < 300:  # noqa: PLR2004  success
                try:
                    return parse_reply(answer.body, answer.content_type, seconds)
                except EngineFailed as error:
                    raise EngineFailed(self._without_key(str(error))) from error
            if self._wants_other_format(answer):
                self._format += 1
                continue
            raise self._refusal(answer)

    async def _send_patiently(self, path: Path, file_name: str, language: str | None, prompt: str | None) -> _Answer:
        attempt = 0
        while True:
            problem: Exception | None = None
            answer = None
            try:
                answer = await self._post(path, file_name, language, prompt)
            except TimeoutError as error:
                problem = error
            except aiohttp.ClientError as error:
                problem = error
            if answer is not None and answer.status not in _RETRIED:
                return answer
            attempt += 1
            if attempt > self._settings.external_retries or isinstance(problem, TimeoutError):
                if answer is not None:
                    return answer
                raise self._unreachable(problem) from problem
            await asyncio.sleep(_wait(attempt, answer.retry_after if answer else None))

    async def _post(self, path: Path, file_name: str, language: str | None, prompt: str | None) -> _Answer:
        assert self._session is not None  # noqa: S101  used as a context manager
        form = aiohttp.FormData()
        form.add_field("model", self._settings.external_model)
        for name, value in _FORMATS[self._format]:
            form.add_field(name, value)
        if language:
            form.add_field("language", language)
        if prompt:
            form.add_field("prompt", prompt)
        with path.open("rb") as file:  # aiohttp reads it piece by piece while it sends
            form.add_field("file", file, filename=file_name, content_type="application/octet-stream")
            # A redirect would carry the key to an address that nobody configured.
            async with self._session.post(self._url, data=form, allow_redirects=False) as response:
                body = bytearray()
                async for piece in response.content.iter_chunked(65_536):
                    body += piece
                    if len(body) > _MAX_REPLY_BYTES:
                        raise EngineFailed("The transcription service sends an answer without end.")
                retry_after = response.headers.get("Retry-After")
                return _Answer(
                    response.status,
                    body.decode("utf-8", "replace"),
                    _seconds(retry_after),
                    response.headers.get("Content-Type", ""),
                )

    def _wants_other_format(self, answer: _Answer) -> bool:
        complains = any(word in answer.body.casefold() for word in _FORMAT_WORDS)
        return answer.status in {400, 415, 422} and complains and self._format < len(_FORMATS) - 1

    def _unreachable(self, problem: Exception | None) -> EngineUnavailable | EngineFailed:
        if isinstance(problem, aiohttp.ConnectionTimeoutError | aiohttp.ClientConnectorError):
            return EngineUnavailable("The transcription service cannot be reached at its configured address.")
        if isinstance(problem, TimeoutError):
            return EngineFailed("The transcription service did not answer in time.")
        return EngineFailed("The connection to the transcription service broke off.")

    def _refusal(self, answer: _Answer) -> Exception:
        if answer.status == 413:  # noqa: PLR2004  content too large
            return TooLarge()
        if "language" in answer.body.casefold() and answer.status in {400, 422}:
            return LanguageNotSupported(f"The transcription service says: {self._said(answer)}")
        sentence = _SENTENCES.get(answer.status)
        if sentence:
            return sentence[0](sentence[1].format(model=self._settings.external_model))
        if 300 <= answer.status < 400:  # noqa: PLR2004  redirects
            return EngineUnavailable(
                "The transcription service redirects to another address; configure that address instead."
            )
        return EngineFailed(
            f"The transcription service refused the request (status {answer.status}): {self._said(answer)}"
        )

    def _said(self, answer: _Answer) -> str:
        """The server's own message, short, and without the key should it repeat it."""
        try:
            data = json.loads(answer.body)
        except ValueError:
            data = None
        said = said_in(data) if isinstance(data, dict) else None
        return shortened(self._without_key(said or answer.body)) or "no reason given"

    def _without_key(self, said: str) -> str:
        key = self._settings.external_api_key
        return said.replace(key, "[key]") if key else said


_SENTENCES: dict[int, tuple[type[EngineFailed | EngineUnavailable], str]] = {
    401: (EngineUnavailable, "The transcription service refuses the API key."),
    403: (EngineUnavailable, "The transcription service does not allow this API key to transcribe."),
    404: (
        EngineUnavailable,
        "The transcription service does not offer transcription at this address, or has no model {model}.",
    ),
    405: (EngineUnavailable, "The transcription service does not offer transcription at this address."),
    408: (EngineFailed, "The transcription service did not receive the recording in time."),
    429: (EngineFailed, "The transcription service is at its limit of requests; try again later."),
    500: (EngineFailed, "The transcription service failed with an error of its own; try again later."),
    502: (EngineFailed, "The transcription service is down behind its gateway; try again later."),
    503: (EngineFailed, "The transcription service is not ready; try again later."),
    504: (EngineFailed, "The transcription service took too long to answer; try again later."),
}


def _wait(attempt: int, retry_after: float | None) -> float:
    if retry_after is not None:
        return min(max(0.0, retry_after), _MAX_WAIT)
    return min(0.5 * 2.0**attempt, _MAX_WAIT) * random.uniform(0.5, 1.0)  # noqa: S311  spreads retries


def _seconds(value: str | None) -> float | None:
    """Retry-After is a number of seconds or a date."""
    if value is None:
        return None
    if value.strip().isdecimal():
        return float(value)
    try:
        return email.utils.parsedate_to_datetime(value).timestamp() - time.time()
    except ValueError:
        return None
