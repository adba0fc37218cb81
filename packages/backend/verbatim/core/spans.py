"""Spans: what a request or a job took, as part of a trace that others may have begun (W3C Trace Context).

They are made only while something takes them (`take_spans`). A job carries the trace of the request that asked for it
in its row, also where nobody takes spans: lines of the log have its id.
"""

from __future__ import annotations

import re
import secrets
import time
from collections.abc import Callable, Mapping
from contextvars import ContextVar, Token
from dataclasses import dataclass, field
from typing import Final

from verbatim.core.logging import logged_request

TRACEPARENT: Final = re.compile(r"[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}")
_NOTHING: Final = re.compile(r"0+")
_CARRIED: Final = re.compile(r"([0-9a-f]{32})(?:-([0-9a-f]{16}))?")

Value = str | int | float | bool


@dataclass(slots=True)
class Span:
    """One piece of work. Names and attributes hold patterns, types and counts; never what somebody sent."""

    name: str
    kind: str
    trace_id: str
    span_id: str
    parent_id: str | None
    begun_ns: int
    ended_ns: int = 0
    failed: bool = False
    attributes: dict[str, Value] = field(default_factory=dict)
    _token: Token[Span | None] | None = None


_current: ContextVar[Span | None] = ContextVar("verbatim_span", default=None)
_taker: dict[str, Callable[[Span], None]] = {}


def take_spans(take: Callable[[Span], None] | None) -> None:
    """Have spans made and given to ``take``, which must not wait; with None, no more."""
    _taker.clear()
    if take is not None:
        _taker["take"] = take


def is_tracing() -> bool:
    """Say whether spans are made."""
    return bool(_taker)


def begin(name: str, kind: str, parent: tuple[str, str | None] | None = None) -> Span:
    """Begin a span in the trace of its parent, or of what is going on here, or in a new one.

    ``kind`` is server, consumer, client or internal. It must be ended in the same task.
    """
    above = _current.get()
    if parent is None and above is not None:
        parent = (above.trace_id, above.span_id)
    trace_id, parent_id = parent or (secrets.token_hex(16), None)
    span = Span(name, kind, trace_id, secrets.token_hex(8), parent_id, time.time_ns())
    span._token = _current.set(span)  # noqa: SLF001 - its own module
    return span


def end(span: Span, *, failed: bool = False, attributes: Mapping[str, Value] | None = None) -> None:
    """End a span and give it away."""
    span.ended_ns, span.failed = time.time_ns(), failed
    span.attributes.update(attributes or {})
    if span._token is not None:  # noqa: SLF001 - its own module
        _current.reset(span._token)  # noqa: SLF001 - its own module
        span._token = None  # noqa: SLF001 - its own module
    if (take := _taker.get("take")) is not None:
        take(span)


def read_traceparent(header: str | None) -> tuple[str, str] | None:
    """Return the ids of trace and span in a ``traceparent`` header; None for one that is none."""
    found = TRACEPARENT.fullmatch(header) if header else None
    if found is None or _NOTHING.fullmatch(found[1]) or _NOTHING.fullmatch(found[2]) or header[:2] == "ff":  # type: ignore[index] # it matched
        return None
    return found[1], found[2]


def carried() -> str | None:
    """Return what a row says of the trace it is made in: its id and that of the span, if there is one."""
    span = _current.get()
    if span is not None:
        return f"{span.trace_id}-{span.span_id}"
    return logged_request.get().get("trace_id")


def read_carried(text: str | None) -> tuple[str, str | None] | None:
    """Return the ids that `carried` gave."""
    found = _CARRIED.fullmatch(text) if text else None
    return (found[1], found[2]) if found else None


def traceparent() -> str | None:
    """Return the header that lets another server go on with this trace."""
    span = _current.get()
    return f"00-{span.trace_id}-{span.span_id}-01" if span is not None else None
