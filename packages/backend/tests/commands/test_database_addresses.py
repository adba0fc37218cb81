"""Addresses of databases as people have them from elsewhere, and those that will not do."""

from __future__ import annotations

from pathlib import Path

import pytest
from verbatim.adapter_choice import ConfigurationError, dialect_of
from verbatim.adapters.database.api import DatabaseError
from verbatim.config import Settings
from verbatim.registration import build_registry
from verbatim.runtime import build_runtime


@pytest.mark.parametrize(
    ("given", "driver"),
    [
        ("postgres://u:p@db/verbatim", "postgresql+asyncpg"),
        ("postgresql://u:p%40%2F@db:5433/verbatim", "postgresql+asyncpg"),
        (" POSTGRESQL://u:p@db/verbatim\n", "postgresql+asyncpg"),
        ("postgresql+asyncpg://u:p@[::1]/verbatim", "postgresql+asyncpg"),
        ("sqlite:////srv/verbatim.db", "sqlite+aiosqlite"),
        ("", "sqlite+aiosqlite"),
    ],
)
async def test_an_address_without_a_driver_is_reached_by_ours(given: str, driver: str, tmp_path: Path) -> None:
    settings = Settings(database_url=given, data_dir=tmp_path)
    runtime = build_runtime(settings, build_registry(settings, []))
    assert runtime.database.engine.url.drivername == driver
    await runtime.database.close()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("postgresql+psycopg://u:hush@db/verbatim", "begin it with postgresql://"),
        ("postgresql+psycopg2://u:hush@db/verbatim", "names the driver psycopg2"),
        ("sqlite+pysqlite:///verbatim.db", "begin it with sqlite://"),
        ("host=db user=u password=hush", "is not an address"),
        ("postgresql://u:hush@db:port/verbatim", "write %40 for @, %2F for /"),
    ],
)
def test_an_address_that_will_not_do_is_said_without_its_password(given: str, said: str) -> None:
    with pytest.raises(ConfigurationError, match=said) as refused:
        dialect_of(Settings(database_url=given))
    assert "hush" not in str(refused.value)


async def test_a_database_that_is_not_there_is_said_with_its_place(tmp_path: Path) -> None:
    settings = Settings(database_url="postgres://u:hush@127.0.0.1:1/verbatim", data_dir=tmp_path)
    runtime = build_runtime(settings, build_registry(settings, []))
    with pytest.raises(DatabaseError, match=r"cannot be reached at 127\.0\.0\.1:1: ") as refused:
        await runtime.database_adapter.check(runtime.database.engine)
    assert "hush" not in str(refused.value)
    await runtime.database.close()
