"""Asking a server that writes its answer as a stream of events: how long each part of it may take, and what goes wrong.

A request is tried again only while nothing of its answer has come: what was read may have been shown, and is paid for.
"""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from verbatim.adapters.llm.api import LanguageModelError, ModelFailure
from verbatim.core.lazy import lazy

if TYPE_CHECKING:
    import aiohttp
else:
    aiohttp = lazy("aiohttp")

_MOST_BYTES: Final = 16 * 1024 * 1024
_MOST_ERROR: Final = 64 * 1024
_LONGEST_LINE: Final = 1024 * 1024
_AGAIN: Final = frozenset({408, 425, 429, 500, 502, 503, 504, 529})
_LONGEST_WAIT: Final = 5.0
_OK: Final = 300
_END_SECONDS: Final = 0.05
_LONGEST_END: Final = 1024


@dataclass(frozen=True)
class Patience:
    """Seconds for connecting, for the first byte of an answer, between two pieces of it, and for all of it.
    ``tries`` is how often a request is made in all.
    """

    connect: float = 10
    first_byte: float = 120
    idle: float = 60
    total: float = 900
    tries: int = 3
    refused: tuple[type[Exception], ...] = ()
    """Errors that say in their own words why an address may not be reached at all."""


@dataclass(frozen=True)
class Refusal:
    """An answer that is none: its status and what it says, whole: `explain` makes it fit to be shown."""

    status: int
    said: str
    kind: str = ""


USUAL: Final = Patience()
OpenSession = Callable[[], "aiohttp.ClientSession"]
Explain = Callable[[Refusal], LanguageModelError]


class Door:
    """The way to one kind of server. Connections are kept for the next request."""

    def __init__(self, open_session: OpenSession, patience: Patience = USUAL) -> None:
        """``open_session`` is called inside the event loop, at the first use."""
        self._open = open_session
        self._session: aiohttp.ClientSession | None = None
        self.patience = patience

    @property
    def session(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            self._session = self._open()
        return self._session

    async def close(self) -> None:
        """Let go of the connections."""
        if self._session is not None:
            await self._session.close()

    async def events(
        self, url: str, headers: Mapping[str, str], body: Mapping[str, Any], explain: Explain
    ) -> AsyncGenerator[dict[str, Any]]:
        """Post a body and give the JSON of each event of the answer.

        Raises:
            LanguageModelError: the server refuses, fails, is silent for too long, or says what is no event.
        """
        deadline = time.monotonic() + self.patience.total
        response = await self._patiently(url, headers, body, explain, deadline)
        try:
            async for data in _data_lines(response, self.patience.idle, deadline):
                if data == "[DONE]":
                    await _end_of(response)
                    return
                yield _object(data)
        finally:
            # Unless its end has come, the connection is not kept: that is how the server learns to stop writing.
            response.close()

    async def get(self, url: str, headers: Mapping[str, str], explain: Explain) -> dict[str, Any]:
        """Return the JSON of an answer."""
        deadline = time.monotonic() + self.patience.first_byte
        response = await self._once("GET", url, headers, None, deadline)
        try:
            said = await _limited(response, _MOST_ERROR * 16, self.patience.idle)
            if response.status >= _OK:
                raise explain(_refusal(response.status, said))
            return _object(said)
        finally:
            response.close()

    async def _patiently(
        self, url: str, headers: Mapping[str, str], body: Mapping[str, Any], explain: Explain, deadline: float
    ) -> aiohttp.ClientResponse:
        for left in reversed(range(self.patience.tries)):
            try:
                response = await self._once("POST", url, headers, body, deadline)
            except LanguageModelError as error:
                if not left or not error.later:
                    raise
                await asyncio.sleep(_pause(None, self.patience.tries - left))
                continue
            if response.status < _OK:
                return response
            try:
                said = await _limited(response, _MOST_ERROR, self.patience.idle)
            finally:
                response.close()
            problem = explain(_refusal(response.status, said))
            again = response.status in _AGAIN and problem.later
            wait = _pause(response.headers.get("Retry-After"), self.patience.tries - left)
            if not left or not again or wait is None or time.monotonic() + wait > deadline:
                raise problem
            await asyncio.sleep(wait)
        raise AssertionError  # the last try returns or raises

    async def _once(
        self, method: str, url: str, headers: Mapping[str, str], body: Mapping[str, Any] | None, deadline: float
    ) -> aiohttp.ClientResponse:
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=self.patience.connect)
        # A redirect would carry the key, and what was said, to an address that nobody named.
        request = self.session.request(method, url, headers=headers, json=body, timeout=timeout, allow_redirects=False)
        try:
            async with asyncio.timeout(min(self.patience.first_byte, max(0.01, deadline - time.monotonic()))):
                return await request
        except (aiohttp.ConnectionTimeoutError, aiohttp.ClientConnectorError, aiohttp.InvalidURL) as error:
            self._say_if_refused(error)
            raise LanguageModelError(
                ModelFailure.UNREACHABLE, "The language model's server cannot be reached at its address.", later=True
            ) from error
        except TimeoutError as error:
            raise _late() from error
        except (aiohttp.ClientError, OSError) as error:
            self._say_if_refused(error)
            raise _broken() from error

    def _say_if_refused(self, error: BaseException | None) -> None:
        while error is not None:
            for one in (error, getattr(error, "os_error", None)):
                if isinstance(one, self.patience.refused):
                    raise LanguageModelError(ModelFailure.UNREACHABLE, str(one)) from one
            error = error.__cause__ or error.__context__


async def _data_lines(response: aiohttp.ClientResponse, idle: float, deadline: float) -> AsyncGenerator[str]:
    rest, total = b"", 0
    while True:
        piece = await _next(response, idle, deadline)
        total += len(piece)
        if total > _MOST_BYTES or len(rest) > _LONGEST_LINE:
            raise LanguageModelError(ModelFailure.FAILED, "The language model's server sends an answer without end.")
        *lines, rest = (rest + piece).split(b"\n") if piece else [rest, b""]
        for line in lines:
            text = line.decode("utf-8", "replace").strip()
            if text.startswith("data:"):
                yield text[5:].strip()
        if not piece:
            return


async def _next(response: aiohttp.ClientResponse, idle: float, deadline: float) -> bytes:
    wait = min(idle, deadline - time.monotonic())
    if wait <= 0:
        raise _late()
    try:
        # Not wait_for, which may swallow that it is cancelled when a piece comes in the same moment.
        async with asyncio.timeout(wait):
            return await response.content.readany()
    except TimeoutError as error:
        raise _late() from error
    except (aiohttp.ClientError, OSError) as error:
        raise _broken() from error


async def _end_of(response: aiohttp.ClientResponse) -> None:
    """Read what little comes after the last event, so that the connection can serve the next request."""
    with suppress(TimeoutError, aiohttp.ClientError, OSError):
        async with asyncio.timeout(_END_SECONDS):
            while not response.content.at_eof() and len(await response.content.readany()) < _LONGEST_END:
                pass


async def _limited(response: aiohttp.ClientResponse, most: int, seconds: float) -> str:
    body = bytearray()
    deadline = time.monotonic() + seconds
    while len(body) < most and (piece := await _next(response, seconds, deadline)):
        body += piece
    return body[:most].decode("utf-8", "replace")


def _refusal(status: int, said: str) -> Refusal:
    try:
        error = json.loads(said)
    except (ValueError, RecursionError):
        return Refusal(status, said)
    while isinstance(error, dict) and isinstance(error.get("error"), dict):
        error = error["error"]
    if not isinstance(error, dict):
        return Refusal(status, said)
    kind = " ".join(str(error[name]) for name in ("code", "type") if error.get(name))
    return Refusal(status, str(error.get("message") or error.get("error") or said), kind)


def _object(data: str) -> dict[str, Any]:
    found = None
    with suppress(ValueError, RecursionError):
        found = json.loads(data)
    if not isinstance(found, dict):
        raise LanguageModelError(ModelFailure.FAILED, "The language model's server sends what is no answer.")
    return found


def _pause(retry_after: str | None, attempt: int) -> float:
    if retry_after is not None and retry_after.strip().isdecimal():
        return min(float(retry_after), _LONGEST_WAIT)
    return min(0.25 * 2.0**attempt, _LONGEST_WAIT) * random.uniform(0.5, 1.0)  # noqa: S311 - spreads retries


def _late() -> LanguageModelError:
    return LanguageModelError(ModelFailure.TIMEOUT, "The language model did not answer in time; try again later.")


def _broken() -> LanguageModelError:
    return LanguageModelError(
        ModelFailure.FAILED, "The connection to the language model's server broke off; try again later.", later=True
    )
