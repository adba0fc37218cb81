"""HTTP/1.1 as uvicorn speaks it, with a budget for whoever has not said who they are."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from enum import Enum, auto
from typing import Any, cast

import httptools
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from verbatim.core.addresses import neighbourhood, split_url
from verbatim.core.connections.crowd import Crowd
from verbatim.core.connections.lines import keep_little_waiting
from verbatim.core.connections.refusals import (
    CrowdedError,
    HeadTooLargeError,
    MalformedRequestError,
    TooSlowError,
    spoken,
)
from verbatim.core.errors import VerbatimError

_MOST_AFTER_REFUSAL = 1024 * 1024
_FRAMING_PER_BYTE = 16
"""A chunk of a single byte takes five more to frame it; beyond that it is no longer a body that is being sent."""


class _Doing(Enum):
    """What a connection is at."""

    HEAD = auto()
    BODY = auto()
    ANSWER = auto()
    IDLE = auto()
    CLOSING = auto()


class _RefusedError(Exception):
    """Ends the parser's run; the reason lies with the connection."""


class BudgetedProtocol(HttpToolsProtocol):
    """One connection. ``crowd`` is that of the process."""

    def __init__(self, *, crowd: Crowd, is_proxy: Callable[[str], bool], **options: Any) -> None:
        super().__init__(**options)
        self.crowd, self.limits = crowd, crowd.limits
        self.place = ""
        self._is_proxy = is_proxy
        self._doing = _Doing.HEAD
        self._since = self.loop.time()
        self._refusal: VerbatimError | None = None
        self._head = self._fields = self._wire = self._body = self._after = 0
        self._starved = 0.0
        self._unsent = 0
        self._stalled = 0.0

    # What the crowd asks

    def is_known(self) -> bool:
        """Say whether the request at hand comes from somebody who is signed in."""
        cycle = cast("Any", self.cycle)  # None before the first request
        return cycle is not None and cycle.scope.get("verbatim.principal") is not None

    def make_room(self) -> None:
        """Go away."""
        self._doing = _Doing.CLOSING
        self.transport.abort()

    def check(self, now: float, passed: float) -> None:
        """End what has taken too long."""
        waited = now - self._since
        if self._doing is _Doing.HEAD and waited > self.limits.head_seconds:
            self._refuse(TooSlowError())
        elif self._doing is _Doing.IDLE and waited > self.limits.idle_seconds:
            self.transport.close()
        elif self._doing is _Doing.CLOSING and waited > self.limits.closing_seconds:
            self.transport.abort()
        elif self._doing is _Doing.BODY:
            self._check_body(passed)
        if self.flow.write_paused:
            self._check_reader(passed)

    def _check_body(self, passed: float) -> None:
        most = self.limits.patience if self.is_known() else self.limits.stranger_patience
        if self.cycle.response_complete and not self.is_known():
            most = self.limits.closing_seconds  # the rest of it is of no use to anybody
        elif self.flow.read_paused:
            return  # it is we who let it wait
        self._starved += passed
        if self._starved > most:
            self._refuse(TooSlowError())

    def _check_reader(self, passed: float) -> None:
        """End strangers who do not take their answer. A player that is paused takes none either, for hours."""
        unsent = self.transport.get_write_buffer_size()
        self._stalled = self._stalled + passed if unsent == self._unsent else 0.0
        self._unsent = unsent
        if self._stalled > self.limits.stranger_patience and not self.is_known():
            self.transport.abort()

    # What the transport tells

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as in the parent
        super().connection_made(transport)
        peer = self.client[0] if self.client else ""
        self.place = neighbourhood(peer)
        keep_little_waiting(transport)
        if not self.crowd.admit(self, is_proxy=self._is_proxy(peer)):
            self._doing = _Doing.CLOSING
            transport.write(spoken(CrowdedError()))
            transport.close()

    def connection_lost(self, exc: Exception | None) -> None:
        self.crowd.leave(self)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self._doing is _Doing.CLOSING:
            self._after += len(data)
            if self._after > _MOST_AFTER_REFUSAL:
                self.transport.abort()
            return
        self._unset_keepalive_if_required()
        before = self._doing
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserUpgrade:
            if self._should_upgrade():
                self.handle_websocket_upgrade()
        except httptools.HttpParserError:
            self._refuse(self._refusal or MalformedRequestError())
        else:
            self._weigh(before, len(data))

    def _weigh(self, before: _Doing, size: int) -> None:
        """Count what the parser swallowed without a word: a head that does not end, or framing without a body."""
        if self._doing is not before:
            return
        if before in {_Doing.HEAD, _Doing.IDLE}:
            self._head += size
            if self._head > self.limits.head_bytes:
                self._refuse(HeadTooLargeError())
        elif before is _Doing.BODY:
            self._wire += size
            if self._wire > self.limits.head_bytes + _FRAMING_PER_BYTE * self._body:
                self._refuse(MalformedRequestError())

    # What the parser tells

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._doing, self._since = _Doing.HEAD, self.loop.time()
        self._head = self._fields = self._wire = self._body = 0
        self.crowd.waits(self)

    def on_url(self, url: bytes) -> None:
        self._take(len(url))
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        self._fields += 1
        self._take(len(name) + len(value))
        super().on_header(name, value)

    def _take(self, size: int) -> None:
        self._head += size
        if self._head > self.limits.head_bytes or self._fields > self.limits.head_fields:
            self._stop(HeadTooLargeError())

    def _stop(self, error: VerbatimError) -> None:
        self._refusal = error
        raise _RefusedError

    def on_headers_complete(self) -> None:
        if (objection := _objection(self.url, self.headers, self.parser.get_http_version())) is not None:
            self._stop(MalformedRequestError(objection))
        self._doing, self._since = _Doing.BODY, self.loop.time()
        self._starved = 0.0
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self._body += len(body)
        if not self.cycle.response_complete:
            self._starved = max(0.0, self._starved - len(body) / self.limits.least_rate)
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._doing = _Doing.ANSWER
        self.crowd.has_sent(self)
        super().on_message_complete()
        if self.cycle.response_complete:
            self._rest()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if self._doing is _Doing.ANSWER and not self.pipeline:
            self._rest()

    def _rest(self) -> None:
        self._doing, self._since = _Doing.IDLE, self.loop.time()
        self._head = 0
        self.crowd.waits(self)

    # What is answered here

    def _refuse(self, error: VerbatimError) -> None:
        """Answer with an error and end the connection; in the middle of another answer only the latter."""
        self.crowd.has_sent(self)
        cycle = cast("Any", self.cycle)
        busy = cycle is not None and not cycle.response_complete
        answered = self._doing is _Doing.BODY and not busy
        self._doing, self._since = _Doing.CLOSING, self.loop.time()
        if cycle is not None:
            cycle.disconnected = True
            cycle.message_event.set()
        if self.transport.is_closing():
            return
        self.flow.resume_reading()  # what still comes is dropped
        if not answered and (not busy or not (cycle.response_started or self.pipeline)):
            self.transport.write(spoken(error))
        if self.transport.can_write_eof():
            self.transport.write_eof()


def _objection(url: bytes, headers: list[tuple[bytes, bytes]], version: str) -> str | None:
    """Return what is wrong with the way a request says whom it is for (RFC 9112, section 3.2)."""
    hosts = [value for name, value in headers if name == b"host"]
    if len(hosts) > 1:
        return "The request has more than one Host."
    if not hosts and version != "1.0":
        return "The request has no Host."
    host = hosts[0].decode("latin1") if hosts else ""
    parts = split_url(f"//{host}")
    if parts is None or parts.netloc != host or "@" in host or any(sign <= " " or sign > "~" for sign in host):
        return "The request has a Host that cannot be one."
    if url.startswith((b"/", b"*")):
        return None
    target = split_url(url.decode("latin1"))
    if target is None or target.scheme not in {"http", "https"} or target.netloc.lower() != host.lower():
        return "The request is for another host than its Host says."
    return None


def budgeted(crowd: Crowd, is_proxy: Callable[[str], bool] = lambda _: False) -> Callable[..., BudgetedProtocol]:
    """Return what makes the connections of a process."""

    def make(**options: Any) -> BudgetedProtocol:
        return BudgetedProtocol(crowd=crowd, is_proxy=is_proxy, **options)

    return make
