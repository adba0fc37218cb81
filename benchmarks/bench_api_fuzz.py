"""Ten thousand made-up requests to the whole API, of everybody, on both databases: is any answer not as described?"""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import structlog
from figures import Figure
from harness import ROOT
from support.engines import install_quick_engine
from support.postgres import PostgresServer

NAMES = ("api_fuzz",)

CASES = int(os.environ.get("API_FUZZ_CASES", "10000"))
SEED = int(os.environ.get("API_FUZZ_SEED", "1"))


async def run() -> list[Figure]:
    """Knock in each role on each database; what is wrong is printed."""
    sys.path.append(str(ROOT / "packages" / "enterprise" / "tests"))
    from support_fuzz.campaign import ANOTHER_FAILED, ROLES, Outcome, knock  # noqa: PLC0415 - the tests of a plugin that may be missing
    from support_fuzz.server import application  # noqa: PLC0415 - the same

    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    outcomes: list[Outcome] = []
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder, _databases(folder) as urls:
        install_quick_engine(patch)
        for number, url in enumerate(urls):
            async with application(url, Path(folder) / str(number), patch) as app:
                for role in ROLES:
                    each = CASES // (len(ROLES) * len(urls))
                    outcomes.append(await knock(app, role, each, seed=SEED + number))
                    print(
                        f"  {url.partition(':')[0]}, {role}: {dict(sorted(outcomes[-1].statuses.items()))}", flush=True
                    )
    for outcome in outcomes:
        if outcome.wrong:
            print(outcome.told(), flush=True)
    statuses: Counter[int] = sum((outcome.statuses for outcome in outcomes), Counter())
    wrong = sum(sum(outcome.wrong.values()) for outcome in outcomes)
    failed = statuses.pop(ANOTHER_FAILED, 0)
    broken = sum(count for status, count in statuses.items() if status >= 500)
    return [
        Figure("api_fuzz", wrong, "answers not as described", limit=0),
        Figure("api_fuzz.server_errors", broken, "answers", limit=0),
        Figure("api_fuzz.failures_of_other_servers", failed, "answers"),
        Figure("api_fuzz.cases", sum(outcome.sent for outcome in outcomes), "requests", "at least", CASES * 0.95),
        Figure("api_fuzz.accepted", sum(count for status, count in statuses.items() if status < 400), "requests"),
    ]


@contextmanager
def _databases(folder: str) -> Iterator[list[str]]:
    postgres = PostgresServer.start()
    try:
        with postgres.temporary_database() as url:
            yield [f"sqlite+aiosqlite:///{folder}/verbatim.db", url]
    finally:
        postgres.stop()
