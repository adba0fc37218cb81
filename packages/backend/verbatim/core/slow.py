"""Statements that take long are named in the log: their text with placeholders, never the values."""

from __future__ import annotations

import time
from typing import Any, Final

import structlog
from sqlalchemy import Engine, event

log = structlog.get_logger(__name__)

_BEGUN: Final = "verbatim_begun"
_LONGEST: Final = 1500


def tell_slow_statements(engine: Engine, milliseconds: int) -> None:
    """Log each statement of an engine that takes at least so long; 0: none."""
    if not milliseconds:
        return
    limit = milliseconds / 1000

    @event.listens_for(engine, "before_cursor_execute")
    def begin(_connection: Any, _cursor: Any, _statement: str, _parameters: Any, context: Any, _many: bool) -> None:  # noqa: FBT001 - interface
        if context is not None:
            setattr(context, _BEGUN, time.perf_counter())

    @event.listens_for(engine, "after_cursor_execute")
    def end(_connection: Any, _cursor: Any, statement: str, _parameters: Any, context: Any, _many: bool) -> None:  # noqa: FBT001 - interface
        begun = getattr(context, _BEGUN, None)
        if begun is None or (took := time.perf_counter() - begun) < limit:
            return
        # Whoever writes a statement by hand may have put values into it.
        is_ours = getattr(context, "compiled", None) is not None
        text = " ".join(statement.split())[:_LONGEST] if is_ours else statement.split(maxsplit=1)[0]
        log.warning("slow_statement", ms=round(took * 1000, 1), statement=text)
