"""The guide's script, exactly as it is printed there, against a real server; and its asyncio twin."""

from __future__ import annotations

import asyncio
import itertools
import re
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from support.server import RunningServer, running_server
from verbatim.client import ApiError, AsyncVerbatim, Verbatim

_ROOT = Path(__file__).parent.parent
_BLOCK = re.compile(r"<!-- tests/test_scripting.py runs this block. -->\n```python\n(.*?)```", re.DOTALL)
_ADDRESS = '"http://127.0.0.1:52780"'

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


async def test_the_guide_and_the_same_with_asyncio(tmp_path: Path) -> None:
    [script] = _BLOCK.findall((_ROOT / "docs" / "guides" / "scripting.md").read_text(encoding="utf-8"))
    assert _ADDRESS in script
    with running_server(tmp_path) as server:
        _run(script.replace(_ADDRESS, f'"{server.url}"'))
        await _with_asyncio(server)


def _run(script: str) -> None:
    result = subprocess.run(
        [sys.executable, "-c", script], cwd=_ROOT, capture_output=True, text=True, check=False, timeout=200
    )
    assert result.returncode == 0, result.stderr
    said = result.stdout.splitlines()
    assert "100 %" in said
    assert "completed" in said
    assert "segment_conflict We want to talk about the new garden." in said
    assert "['good-morning']" in said
    assert any("-->" in line for line in said)
    assert said[-2:] == ["good-morning", "Garden"]


async def _with_asyncio(server: RunningServer) -> None:
    sent: list[tuple[int, int]] = []
    file = _ROOT / "docs" / "examples" / "good-morning.wav"
    async with AsyncVerbatim(server.url) as verbatim:
        again = await verbatim.upload(
            file, progress=lambda done, size: sent.append((done, size)), title="Twin", transcribe="false"
        )
        assert sent[-1] == (file.stat().st_size, file.stat().st_size)
        listed = {item["title"]: item["id"] async for item in verbatim.iterate("/api/recordings")}
        assert listed["Twin"] == again["id"]
        assert (await verbatim.wait(listed["good-morning"]))["status"] == "completed"
        transcript = await verbatim.transcript(listed["good-morning"])
        changed = await verbatim.correct(transcript["id"], transcript["segments"][0], "The gate is green.")
        assert changed["text"] == "The gate is green."
        assert [hit["recording_id"] for hit in await verbatim.search("gate")] == [listed["good-morning"]]
        assert b"gate is green" in await verbatim.export(transcript["id"], "txt")
        with pytest.raises(ApiError) as caught:
            await verbatim.request("GET", "/api/recordings/nowhere")
        assert (caught.value.status, caught.value.retry_after) == (404, None)
        await _follows(verbatim)
    heard = threading.Event()
    with Verbatim(server.url) as plain, ThreadPoolExecutor(1) as thread:
        made = thread.submit(_makes_projects, server.url, heard)
        try:
            assert next(change for change in plain.changes() if change["type"] == "project.created")["project_id"]
        finally:
            heard.set()
        made.result()


async def _follows(verbatim: AsyncVerbatim) -> None:
    changes = verbatim.changes()
    first = asyncio.ensure_future(anext(changes))
    made: list[str] = []
    while not first.done():  # the stream may open after the first of them
        made.append((await verbatim.request("POST", "/api/projects", json={"name": f"Number {len(made)}"}))["id"])
        await asyncio.sleep(0.1)
    change = await first
    assert change["type"] == "project.created"
    assert change["project_id"] in made
    await changes.aclose()


def _makes_projects(url: str, heard: threading.Event) -> None:
    """Make projects until somebody has heard of one: nobody knows how soon they listen on a busy machine."""
    numbers = itertools.count()
    with Verbatim(url) as verbatim:
        while not heard.wait(0.1):
            verbatim.request("POST", "/api/projects", json={"name": f"Other {next(numbers)}"})
