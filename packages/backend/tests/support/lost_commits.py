"""A database that goes away at the worst moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import asyncpg
import pytest


@contextmanager
def commits_are_lost(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let no COMMIT inside reach PostgreSQL."""
    execute = asyncpg.Connection.execute

    async def fail(self: Any, query: str, *args: Any, **options: Any) -> Any:
        if query == "COMMIT;":
            raise ConnectionResetError("the database went away")
        return await execute(self, query, *args, **options)

    with monkeypatch.context() as patched:
        patched.setattr(asyncpg.Connection, "execute", fail)
        yield
