"""Which SQL a server runs."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from sqlalchemy import event
from verbatim.core.db import Database


@contextlib.contextmanager
def statements_of(app: FastAPI) -> Iterator[list[str]]:
    """Collect the statements that run on the app's database in the block, without BEGIN.

    Background workers run statements too: those on jobs and stray files alone are left out.
    """
    database: Database = app.state.database
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        background = "FROM jobs" in statement or "UPDATE jobs" in statement or "stray_files" in statement
        if not statement.startswith("BEGIN") and not background:
            seen.append(statement)

    engine = database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)
