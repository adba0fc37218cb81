"""The runner of the tests: what it says of second tries, and in which order it deals files out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import OrderedDict
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import keep_durations
import pytest
import run_tests
from support.longest_first import LongestFirst, known_seconds
from support.run_report import MOST_CPU, RESULT, Measured, write

_ROOT = Path(__file__).parent.parent


def test_what_passes_only_at_the_second_try_is_named_and_the_last_line_has_the_sum() -> None:
    text, is_forgiven = run_tests.verdict(["tests/test_a.py::test_b"], broken=0, count=2900, seconds=1000.4)
    assert is_forgiven
    assert text.splitlines()[1:] == [
        "Passed only at the second try (1, at most 3 may):",
        "  tests/test_a.py::test_b",
        "== 2900 passed, 1 only at the second try in 1000s ==",
    ]


@pytest.mark.parametrize(("count", "is_forgiven"), [(0, True), (3, True), (4, False)])
def test_too_many_of_them_fail_the_run(count: int, is_forgiven: bool) -> None:  # noqa: FBT001 - parametrised
    text, forgiven = run_tests.verdict([f"test_{number}" for number in range(count)], broken=0, count=9, seconds=1)
    assert forgiven is is_forgiven
    assert ("That is too many" in text) is not is_forgiven


def test_what_is_broken_stays_broken() -> None:
    text, is_forgiven = run_tests.verdict([], broken=2, count=9, seconds=1)
    assert is_forgiven
    assert text.strip() == "== 2 failed, 7 passed in 1s =="


@pytest.mark.parametrize(("processors", "workers"), [(1, 2), (2, 4), (4, 6), (64, 6)])
def test_there_are_more_workers_than_processors_because_tests_wait(processors: int, workers: int) -> None:
    assert run_tests.workers(processors) == workers
    assert run_tests.processors() >= 1


def scheduler(root: Path, known: dict[str, Any]) -> LongestFirst:
    (root / ".cache").mkdir()
    (root / RESULT).write_text(json.dumps(known))
    for name in ("short.py", "long.py", "sharing.py", "unknown.py"):
        (root / name).write_text('scope="module"' if name == "sharing.py" else "")
    config = SimpleNamespace(rootpath=root, option=SimpleNamespace(tx=["popen"]), getvalue=lambda _: ["popen"])
    return LongestFirst(cast("pytest.Config", config))


class Node:
    """A worker that does nothing."""

    def send_runtest_some(self, _numbers: list[int]) -> None: ...


KNOWN = {"files": {"short.py": 4.0, "long.py": 200.0, "sharing.py": 90.0}, "tests": {"long.py::test_a": 150.0}}


def test_long_files_are_dealt_out_test_by_test_unless_they_share_something(tmp_path: Path) -> None:
    made = scheduler(tmp_path, KNOWN)
    assert made._split_scope("short.py::test_a") == "short.py"
    assert made._split_scope("long.py::Test::test_a[x]") == "long.py::Test::test_a[x]"
    assert made._split_scope("sharing.py::test_a") == "sharing.py"
    assert made._split_scope("unknown.py::test_a") == "unknown.py"


def test_the_longest_go_first_and_a_file_nobody_knows_counts_by_its_tests(tmp_path: Path) -> None:
    made = scheduler(tmp_path, KNOWN)
    ids = ["short.py::test_a", "long.py::test_a", "long.py::test_b", "sharing.py::test_a", "unknown.py::test_a"]
    ids += [f"unknown.py::test_{number}" for number in range(9)]
    node = cast("Any", Node())
    made.registered_collections = {node: ids}
    made.workqueue = OrderedDict()
    for name in ids:
        made.workqueue.setdefault(made._split_scope(name), {})[name] = False
    made.assigned_work = {node: {}}
    while made.workqueue:
        made._assign_work_unit(node)
    order = list(made.assigned_work[node])
    assert order == ["long.py::test_a", "sharing.py", "unknown.py", "short.py", "long.py::test_b"]


def test_durations_of_a_run_are_kept_for_other_machines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    measured = Measured(in_process_cpu=[0.1, 0.2, 9.0])
    measured.seconds.update({"a/test_a.py::test_a": 7.0, "a/test_a.py::test_b": 1.0, "b/test_b.py::test_c": 2.0})
    (tmp_path / "tests").mkdir()
    write(tmp_path / RESULT, measured)
    monkeypatch.setattr(keep_durations, "_RUN", tmp_path / RESULT)
    monkeypatch.setattr(keep_durations, "KEPT", tmp_path / "tests" / "durations.json")
    monkeypatch.setattr(keep_durations, "ROOT", tmp_path)
    assert keep_durations.main() == 0
    (tmp_path / RESULT).unlink()
    found = known_seconds(tmp_path)
    assert found == {"a/test_a.py": 8.0, "b/test_b.py": 2.0, "a/test_a.py::test_a": 7.0}
    assert measured.by_folder(measured.seconds) == {"a": 8.0, "b": 2.0}
    assert measured.median_cpu == 0.2


def test_the_bar_of_an_in_process_test_is_as_agreed() -> None:
    assert MOST_CPU == 0.4


@pytest.mark.timeout(600)
@pytest.mark.parametrize(("cpu", "status"), [(0.45, 1), (0.0, 0)])
def test_a_whole_run_that_costs_too_much_fails_and_says_so(tmp_path: Path, cpu: float, status: int) -> None:
    (tmp_path / "test_a.py").write_text(
        "import time, pytest\n"
        "@pytest.fixture\ndef app():\n    end = time.process_time() + "
        f"{cpu}\n    while time.process_time() < end: pass\n"
        "@pytest.mark.parametrize('n', range(20))\ndef test_it(app, n): pass\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "pytest", "-p", "support.run_report", "--rootdir", str(tmp_path), "--whole-run"]
    done = subprocess.run(
        [*command, "-p", "no:cacheprovider", str(tmp_path)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(_ROOT / "packages" / "backend" / "tests")},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stdout.strip().splitlines()
    assert done.returncode == status, done.stdout
    assert ("TOO MUCH, the run fails" in done.stdout) is bool(status)
    assert {"minutes by folder", "slowest 20"} <= {line.strip("= ") for line in lines}
    assert "20 passed" in lines[-1]
    noted = json.loads((tmp_path / RESULT).read_text())
    assert noted["ran"] == 20
    assert noted["cpu_seconds_of_files"]["test_a.py"] >= 20 * cpu
