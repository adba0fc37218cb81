"""Whatever is killed, what was answered is there, and nobody gets a wrong answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.campaigns import times
from support_chaos import chaos

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1500), pytest.mark.xdist_group("nginx")]


@pytest.mark.campaign
async def test_a_server_a_worker_and_the_database_are_killed_and_nothing_is_lost(tmp_path: Path) -> None:
    outcome = await chaos(tmp_path, times(500, 10_000), times(10, 50))
    assert outcome.wrong == [], outcome.wrong[:5]
    assert outcome.lost == [], outcome.lost[:5]
    assert outcome.uploads > 10
    assert outcome.jobs > 3
