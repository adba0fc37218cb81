"""An upgrade under load; servers, workers and the database killed under load: ten thousand requests of fifty clients.

BENCH_REQUESTS and BENCH_CLIENTS ask for fewer; the figures say how many there were.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

from figures import Figure
from harness import ROOT, BenchmarkError
from support.campaigns import LONG

NAMES = ("upgrade_failures", "chaos")

REQUESTS = int(os.environ.get("BENCH_REQUESTS", "10000"))
CLIENTS = int(os.environ.get("BENCH_CLIENTS", "50"))


def _upgrade() -> list[Figure]:
    """Run the test of the upgrade on two servers in its long form, which checks every answer."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", "-m", "campaign", f"--junitxml={report}"]
        command.append("tests/operations/test_upgrade.py")
        subprocess.run(command, cwd=ROOT, env={**os.environ, LONG: "1"}, check=False)
        suite = next(ET.parse(report).iter("testsuite"))  # noqa: S314 - pytest wrote it
    if int(suite.get("skipped", "0")):
        raise BenchmarkError("The release before cannot be made here: its commit is missing, or there is no index.")
    failed = sum(int(suite.get(name, "0")) for name in ("failures", "errors"))
    return [
        Figure("upgrade_failures", failed, "campaigns", limit=0),
        Figure("upgrade_failures.requests", REQUESTS, "requests"),
        Figure("upgrade_failures.minutes", float(suite.get("time", "0")) / 60, "min"),
    ]


def _chaos() -> list[Figure]:
    for folder in ("packages/enterprise/tests", "tests/operations", "tests/containers", "scripts"):
        sys.path.append(str(ROOT / folder))
    from support_chaos import chaos  # noqa: PLC0415 - only now it can be found

    with tempfile.TemporaryDirectory(prefix="verbatim-chaos-") as folder:
        outcome = asyncio.run(chaos(Path(folder), REQUESTS, CLIENTS))
    for said in (*outcome.lost, *outcome.wrong):
        print(f"  {said}")
    return [
        Figure("chaos", len(outcome.lost) + len(outcome.wrong), "lost or wrong", limit=0),
        Figure("chaos.requests", outcome.requests, "requests"),
        Figure("chaos.repeated", outcome.retried, "requests"),
        Figure("chaos.unanswered", outcome.unanswered, "requests"),
        Figure("chaos.uploads", outcome.uploads, "recordings"),
        Figure("chaos.jobs", outcome.jobs, "jobs"),
        Figure("chaos.minutes", outcome.seconds / 60, "min"),
    ]


def run() -> list[Figure]:
    return [*_upgrade(), *_chaos()]
