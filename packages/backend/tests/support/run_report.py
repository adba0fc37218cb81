"""pytest plugin: where the minutes went, and whether tests are as cheap as they are to be.

With ``--whole-run`` it judges: an in-process test, one that has the application in its own process, takes at most
`MOST_CPU` seconds of a processor (the median of all). What it measured goes to .cache/test-run.json, from which the
next run knows which files to begin with (`support.longest_first`).
"""

from __future__ import annotations

import json
import os
import statistics
import time
from collections import Counter
from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

MOST_CPU = 0.4
SLOWEST = 20
LONG_TEST = 5.0
"""Seconds from which on a test is noted by itself."""
RESULT = ".cache/test-run.json"
_CPU_BEFORE = pytest.StashKey[float]()
_ALL_CPU_BEFORE = pytest.StashKey[float]()


@dataclass
class Measured:
    """What the tests of a run took, by their ids."""

    seconds: Counter[str] = field(default_factory=Counter)
    cpu: Counter[str] = field(default_factory=Counter)
    """Seconds of a processor, in the tests' own process and in those that it started and saw the end of: neither in
    PostgreSQL nor in what lives on, such as a server that forks.
    """
    skipped: set[str] = field(default_factory=set)
    in_process_cpu: list[float] = field(default_factory=list)
    """Seconds in the tests' own process."""
    began: float = field(default_factory=time.monotonic)

    def by_file(self, taken: Counter[str]) -> Counter[str]:
        files: Counter[str] = Counter()
        for name, seconds in taken.items():
            files[name.partition("::")[0]] += seconds
        return files

    def by_folder(self, taken: Counter[str]) -> Counter[str]:
        folders: Counter[str] = Counter()
        for name, seconds in self.by_file(taken).items():
            folders[str(PurePosixPath(name).parent)] += seconds
        return folders

    @property
    def median_cpu(self) -> float:
        return statistics.median(self.in_process_cpu) if self.in_process_cpu else 0.0


_MEASURED = pytest.StashKey[Measured]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--whole-run", action="store_true", help="judge and note what the tests take")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_MEASURED] = Measured()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    item.stash[_CPU_BEFORE], item.stash[_ALL_CPU_BEFORE] = time.process_time(), _all_cpu()
    return (yield)


def _all_cpu() -> float:
    """Return the processor time of this process and of its children that have ended."""
    return sum(os.times()[:4])


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if call.when == "teardown":
        report.all_cpu = _all_cpu() - item.stash[_ALL_CPU_BEFORE]  # type: ignore[attr-defined] # travels with it
        if "app" in getattr(item, "fixturenames", ()):
            report.in_process_cpu = time.process_time() - item.stash[_CPU_BEFORE]  # type: ignore[attr-defined] # too
    return report


class _Listener:
    """Hears of every test, also of those in the workers of pytest-xdist."""

    def __init__(self, measured: Measured) -> None:
        self._measured = measured

    def pytest_runtest_logreport(self, report: Any) -> None:
        self._measured.seconds[report.nodeid] += report.duration
        if report.skipped:
            self._measured.skipped.add(report.nodeid)
        self._measured.cpu[report.nodeid] += getattr(report, "all_cpu", 0)
        if (cpu := getattr(report, "in_process_cpu", None)) is not None:
            self._measured.in_process_cpu.append(cpu)


@pytest.hookimpl(trylast=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    if not hasattr(session.config, "workerinput"):
        session.config.pluginmanager.register(_Listener(session.config.stash[_MEASURED]))


def pytest_sessionfinish(session: pytest.Session) -> None:
    config, measured = session.config, session.config.stash[_MEASURED]
    if hasattr(config, "workerinput") or not config.getoption("whole_run"):
        return
    write(config.rootpath / RESULT, measured)
    if measured.median_cpu > MOST_CPU and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def write(file: Path, measured: Measured) -> None:
    """Note what a whole run took."""
    file.parent.mkdir(parents=True, exist_ok=True)
    files = {name: round(seconds, 1) for name, seconds in sorted(measured.by_file(measured.seconds).items())}
    cpu = {name: round(seconds, 1) for name, seconds in measured.by_file(measured.cpu).most_common()}
    noted = {
        "ran": len(measured.seconds) - len(measured.skipped),
        "seconds": round(time.monotonic() - measured.began, 1),
        "median_in_process_cpu_seconds": round(measured.median_cpu, 3),
        "files": files,
        "cpu_seconds_of_files": cpu,
        "tests": {name: round(seconds, 1) for name, seconds in measured.seconds.most_common() if seconds > LONG_TEST},
    }
    file.write_text(json.dumps(noted, indent=1) + "\n", encoding="utf-8")


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    measured = config.stash[_MEASURED]
    if len(measured.seconds) < SLOWEST:
        return
    terminalreporter.section("minutes by folder")
    terminalreporter.write_line("taken   of a processor, but for PostgreSQL's")
    cpu = measured.by_folder(measured.cpu)
    for folder, seconds in measured.by_folder(measured.seconds).most_common():
        terminalreporter.write_line(f"{seconds / 60:5.1f} {cpu[folder] / 60:5.1f}  {folder}")
    terminalreporter.section(f"slowest {SLOWEST}")
    for name, seconds in measured.seconds.most_common(SLOWEST):
        terminalreporter.write_line(f"{seconds:6.1f} s  {name}")
    if measured.in_process_cpu:
        verdict = "" if measured.median_cpu <= MOST_CPU else ": TOO MUCH, the run fails"
        terminalreporter.write_line(
            f"\nProcessor time of an in-process test: {measured.median_cpu:.2f} s (median of"
            f" {len(measured.in_process_cpu)}, at most {MOST_CPU} s){verdict}"
        )
