"""The runner of `make bench`: finding benchmarks, judging their figures, writing them down."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

_RUN = Path(__file__).parent.parent / "benchmarks"

_BENCHMARK = """
from figures import Figure

NAMES = ("sample",)

async def run():
    return [
        Figure("sample", {value}, "ms", "at most", 50, rival=200),
        Figure("sample.statements", 4, "statements", "at most", 4),
    ]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("run.py", "figures.py"):
        (tmp_path / name).write_text((_RUN / name).read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


def _bench(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(folder / "run.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def test_figures_that_hold(folder: Path) -> None:
    (folder / "bench_sample.py").write_text(_BENCHMARK.format(value=25.0), encoding="utf-8")

    result = _bench(folder)

    assert result.returncode == 0, result.stderr
    assert "holds" in result.stdout
    assert json.loads((folder / "results" / "sample.json").read_text(encoding="utf-8")) == [
        {
            "name": "sample",
            "figure": 25.0,
            "unit": "ms",
            "rival": 200,
            "ratio": 0.125,
            "bar": "<= 50",
            "holds": True,
        },
        {
            "name": "sample.statements",
            "figure": 4,
            "unit": "statements",
            "rival": None,
            "ratio": None,
            "bar": "<= 4",
            "holds": True,
        },
    ]


def test_missed_bar_is_an_error(folder: Path) -> None:
    (folder / "bench_sample.py").write_text(_BENCHMARK.format(value=60.0), encoding="utf-8")

    result = _bench(folder, "sample")

    assert result.returncode == 1
    assert "MISSED" in result.stdout
    assert '"holds": false' in (folder / "results" / "sample.json").read_text(encoding="utf-8")


def test_unknown_name_lists_the_known_ones(folder: Path) -> None:
    (folder / "bench_sample.py").write_text(_BENCHMARK.format(value=1.0), encoding="utf-8")

    result = _bench(folder, "smaple")

    assert result.returncode == 2
    assert "sample" in result.stdout.partition("There are:")[2]


def test_two_benchmarks_may_not_share_a_name(folder: Path) -> None:
    for number in (1, 2):
        (folder / f"bench_{number}.py").write_text(_BENCHMARK.format(value=1.0), encoding="utf-8")

    result = _bench(folder)

    assert result.returncode != 0
    assert "both make sample" in result.stderr
