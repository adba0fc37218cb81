"""What a file of tests leaves unclosed is found when that file ends, and fails it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parent.parent
_LEAVES = """
class Left:
    def __del__(self):
        raise ResourceWarning("left unclosed")

def test_leaves_something_in_a_circle():
    one = Left()
    one.itself = one
"""
_LEAVES_NOTHING = "def test_leaves_nothing():\n    assert True\n"


@pytest.mark.parametrize("first", [True, False])
def test_it_counts_against_the_file_that_left_it(tmp_path: Path, *, first: bool) -> None:
    leaving, other = ("test_a.py", "test_b.py") if first else ("test_b.py", "test_a.py")
    (tmp_path / leaving).write_text(_LEAVES)
    (tmp_path / other).write_text(_LEAVES_NOTHING)
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    said = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "support.collecting",
            "-p",
            "no:asyncio",
            "-W",
            "error",
            "-rE",
            ".",
        ],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(_ROOT / "packages" / "backend" / "tests")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 1, said.stdout
    assert f"ERROR {leaving}::test_leaves_something_in_a_circle" in said.stdout
    assert f"{other}::" not in said.stdout
    assert "2 passed, 1 error" in said.stdout


def test_warnings_of_the_collector_are_errors_like_all_others(pytestconfig: pytest.Config) -> None:
    assert pytestconfig.getini("filterwarnings") == ["error"]
