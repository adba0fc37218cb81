"""Whatever dies meanwhile, every event reaches every living receiver, and nothing else does."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.postgres import PostgresServer
from support_campaign import Campaign

EVENTS, BETWEEN = 2_000, 200
"""As many kills and crashes as in the long campaign of `make bench`, with fewer events between them."""


@pytest.mark.slow
@pytest.mark.timeout(900)
async def test_servers_are_killed_and_the_database_crashes(tmp_path: Path) -> None:
    postgres = PostgresServer.start(durable=True)
    try:
        with postgres.temporary_database() as url:
            result = await Campaign(postgres, url, tmp_path, events=EVENTS, between=BETWEEN, seed=7).run()
    finally:
        postgres.stop()
    assert result.wrong() == {}
    assert result.events >= EVENTS
    assert result.kills >= 6, "too little was killed"
    assert result.crashes >= 2, "the database never crashed"
    assert result.repeated > 0, "no receiver was asked twice, so that nothing was shown"
