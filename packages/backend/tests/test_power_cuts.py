"""What was answered survives a power cut: each commit reaches the disk. Tests in this process do without."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text
from support.kept import CONFIGURE_SQLITE
from verbatim.adapters.database import sqlite
from verbatim.config import Settings

OFF, FULL = 0, 2


async def _synchronous(folder: Path) -> int:
    engine = sqlite.SqliteAdapter().create_engine(Settings(data_dir=folder))
    async with engine.connect() as connection:
        found = int((await connection.execute(text("PRAGMA synchronous"))).scalar_one())
    await engine.dispose()
    return found


async def test_the_product_waits_for_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "_configure", CONFIGURE_SQLITE)
    assert await _synchronous(tmp_path) == FULL


async def test_tests_do_not(tmp_path: Path) -> None:
    assert await _synchronous(tmp_path) == OFF
