"""The README's journey with curl, exactly as it is printed there, against a real server."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from support.server import running_server
from support_license import LICENSED

_ROOT = Path(__file__).parent.parent
_BLOCK = re.compile(r"<!-- tests/test_readme.py runs this block. -->\n```bash\n(.*?)```", re.DOTALL)
_ADDRESS = "server=http://127.0.0.1:52780"

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]


def test_journey_with_curl(tmp_path: Path) -> None:
    [journey] = _BLOCK.findall((_ROOT / "README.md").read_text(encoding="utf-8"))
    assert _ADDRESS in journey
    shutil.copytree(_ROOT / "docs" / "examples", tmp_path / "docs" / "examples")

    with running_server(tmp_path, env={"VERBATIM_MODE": "enterprise", **LICENSED}) as server:
        result = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", journey.replace(_ADDRESS, f"server={server.url}")],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    assert result.returncode == 0, result.stderr + result.stdout + server.log.read_text(encoding="utf-8")
    said = result.stdout.splitlines()
    assert "completed" in said
    assert any(line.lower().startswith("good morning everyone today we want") for line in said)
    assert "Good morning everyone, we want to talk about the new garden." in said
    assert "good-morning" in said
    subtitles = re.search(r"^1\r?\n00:00:0\d,\d{3} --> 00:00:0\d,\d{3}\r?\n(?s:.*)", result.stdout, re.MULTILINE)
    assert subtitles is not None
    assert "garden" in subtitles.group()
    assert {path.name for path in tmp_path.iterdir()} <= {"data", "docs", "server.log"}
