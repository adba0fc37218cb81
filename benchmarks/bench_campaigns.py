"""The tests that are campaigns, in their long form: whatever is done in whatever order, nothing breaks."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

from figures import Figure
from harness import ROOT
from support.campaigns import LONG

NAMES = ("campaign_failures",)


def run() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", "-m", "campaign", f"--junitxml={report}"]
        subprocess.run([*command, "packages"], cwd=ROOT, env={**os.environ, LONG: "1"}, check=False)
        suite = next(ET.parse(report).iter("testsuite"))  # noqa: S314 - pytest wrote it
    failed = sum(int(suite.get(name, "0")) for name in ("failures", "errors", "skipped"))
    return [
        Figure("campaign_failures", failed, "tests", limit=0),
        Figure("campaign_failures.tests", int(suite.get("tests", "0")), "tests"),
        Figure("campaign_failures.minutes", float(suite.get("time", "0")) / 60, "min"),
    ]
