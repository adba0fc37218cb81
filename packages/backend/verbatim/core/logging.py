"""Structured logs: constant messages, facts as key and value."""

from __future__ import annotations

import io
import logging
import re
import sys
from collections.abc import Mapping, MutableMapping
from contextvars import ContextVar
from types import MappingProxyType
from typing import Any, TextIO

import structlog
from structlog.typing import ExcInfo

logged_request: ContextVar[Mapping[str, str]] = ContextVar("verbatim_logged_request", default=MappingProxyType({}))
"""What every line about the request at hand has: its id, and that of the trace it is part of."""

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What does something to a terminal instead of being seen there; lines and tabs of a traceback are meant."""


def _with_request(_: object, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    for name, value in logged_request.get().items():
        event.setdefault(name, value)
    return event


def _traceback(target: TextIO, error: ExcInfo) -> None:
    """Write a traceback; what strangers sent and an error repeats is written so that it can be seen."""
    # Plain ones: the pretty ones show local variables, and some of those are secret.
    plain = io.StringIO()
    structlog.dev.plain_traceback(plain, error)
    target.write(_UNSEEN.sub(lambda sign: ascii(sign.group())[1:-1], plain.getvalue()))


def configure_logging(level: str, form: str) -> None:
    """Log to standard error: readable text on a terminal, JSON lines elsewhere. ``form``: auto, json or text."""
    as_json = form == "json" or (form == "auto" and not sys.stderr.isatty())
    number = logging.getLevelNamesMapping()[level.upper()]
    text = structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=_traceback)
    renderer = structlog.processors.JSONRenderer() if as_json else text
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            _with_request,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.StackInfoRenderer(),
            *([structlog.processors.format_exc_info] if as_json else []),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(level=max(number, logging.WARNING), format="%(name)s: %(message)s", stream=sys.stderr)
