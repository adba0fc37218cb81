"""Sends spans to a collector in the background (OTLP over HTTP, in JSON). What it cannot send is lost, and counted."""

from __future__ import annotations

import asyncio
import json
import os
import socket
from collections import deque
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

import structlog

from verbatim import __version__
from verbatim.core.background import BackgroundTask
from verbatim.core.lazy import lazy
from verbatim.core.spans import Span, Value, take_spans
from verbatim.traces.settings import TraceSettings

if TYPE_CHECKING:
    import aiohttp
else:
    aiohttp = lazy("aiohttp")

log = structlog.get_logger(__name__)

MOST_WAITING: Final = 4096
AT_ONCE: Final = 512
PAUSE_SECONDS: Final = 2.0
ANSWER_SECONDS: Final = 5.0
_KINDS: Final = {"internal": 1, "server": 2, "client": 3, "consumer": 5}


class Exporter(BackgroundTask):
    """Takes spans from whoever ends them, and never lets them wait."""

    def __init__(self, chosen: TraceSettings, role: str) -> None:
        super().__init__("traces")
        self._url, self._headers = f"{chosen.traces_endpoint}/v1/traces", chosen.headers
        self._waiting: deque[Span] = deque()
        self._resource = _attributes(
            {
                "service.name": "verbatim",
                "service.version": __version__,
                "service.instance.id": f"{socket.gethostname()}:{os.getpid()}",
                "verbatim.role": role,
            }
        )
        self.lost = 0
        self._is_away = False

    def start(self) -> None:
        take_spans(self._take)
        self.begin(self._forever())

    async def stop(self) -> None:
        """Take nothing more, and send what waits if the collector is there."""
        take_spans(None)
        await super().stop()
        async with self._session() as session:
            while self._waiting and await self._send_some(session):
                pass

    def _take(self, span: Span) -> None:
        if len(self._waiting) >= MOST_WAITING:
            self._waiting.popleft()
            self.lost += 1
        self._waiting.append(span)

    def _session(self) -> aiohttp.ClientSession:
        timeout = aiohttp.ClientTimeout(total=ANSWER_SECONDS)
        return aiohttp.ClientSession(timeout=timeout, headers=self._headers, cookie_jar=aiohttp.DummyCookieJar())

    async def _forever(self) -> None:
        async with self._session() as session:
            while True:
                await asyncio.sleep(PAUSE_SECONDS)
                while self._waiting and await self._send_some(session):
                    pass

    async def _send_some(self, session: aiohttp.ClientSession) -> bool:
        """Send a part of what waits. Returns whether it arrived; what did not is lost, so that memory stays bounded."""
        some = [self._waiting.popleft() for _ in range(min(AT_ONCE, len(self._waiting)))]
        body = json.dumps(self._request(some)).encode()
        try:
            # No redirects: nobody but the administrator says where spans go.
            async with session.post(
                self._url, data=body, headers={"Content-Type": "application/json"}, allow_redirects=False
            ) as answer:
                arrived = HTTPStatus.OK <= answer.status < HTTPStatus.MULTIPLE_CHOICES
                reason = f"HTTP {answer.status}"
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            arrived, reason = False, type(error).__name__
        if not arrived:
            self.lost += len(some)
        if arrived == self._is_away:  # said when it changes, not each time
            self._is_away = not arrived
            log.warning("traces_not_sent" if not arrived else "traces_sent_again", reason=reason, lost=self.lost)
        return arrived

    def _request(self, spans: list[Span]) -> dict[str, Any]:
        scope = {"scope": {"name": "verbatim"}, "spans": [_span(span) for span in spans]}
        return {"resourceSpans": [{"resource": {"attributes": self._resource}, "scopeSpans": [scope]}]}


def _span(span: Span) -> dict[str, Any]:
    made: dict[str, Any] = {
        "traceId": span.trace_id,
        "spanId": span.span_id,
        "name": span.name,
        "kind": _KINDS[span.kind],
        "startTimeUnixNano": str(span.begun_ns),
        "endTimeUnixNano": str(span.ended_ns),
        "attributes": _attributes(span.attributes),
        "status": {"code": 2 if span.failed else 0},
    }
    return {**made, "parentSpanId": span.parent_id} if span.parent_id else made


def _attributes(values: dict[str, Value]) -> list[dict[str, Any]]:
    return [{"key": key, "value": _value(value)} for key, value in values.items()]


def _value(value: Value) -> dict[str, Any]:
    if isinstance(value, bool):
        return {"boolValue": value}
    if isinstance(value, int):
        return {"intValue": str(value)}  # 64 bits, which JSON's numbers are not everywhere
    return {"doubleValue": value} if isinstance(value, float) else {"stringValue": value}
