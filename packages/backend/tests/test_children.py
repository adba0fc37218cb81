"""What processes get and leave that the server starts for a part of its work."""

from __future__ import annotations

import asyncio
import sys

import pytest
from verbatim.core.process import child_environment, end_child, tail_of


def test_no_setting_reaches_them_however_it_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VERBATIM_SECRET_KEY", "verbatim_secret_key", "Verbatim_Llm_Api_Key"):
        monkeypatch.setenv(name, "hidden")
    monkeypatch.setenv("KEPT", "seen")
    assert "hidden" not in child_environment().values()
    assert child_environment()["KEPT"] == "seen"


async def test_one_that_floods_both_its_outputs_is_ended_whole() -> None:
    flood = "import sys\nwhile True:\n    sys.stdout.write('x' * 9999); sys.stderr.write('y' * 9999 + 'last words')"
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", flood, stdout=pipe, stderr=pipe)
    noise = asyncio.create_task(tail_of(process.stderr))
    await asyncio.sleep(0.2)
    await asyncio.wait_for(end_child(process), 10)
    assert process.returncode is not None
    assert len((await noise).encode()) <= 16 * 1024
