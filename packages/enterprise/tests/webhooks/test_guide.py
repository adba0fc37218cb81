"""The receiver of the guide, exactly as it is printed there, gets a real webhook."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from conftest_types import MakeWebhook
from support.server import free_port
from support.waiting import until
from support_enterprise import Person
from support_teams import ok
from support_webhooks import ended

GUIDE = Path(__file__).parents[4] / "docs" / "guides" / "webhooks.md"
BLOCK = re.compile(r"test_guide.py runs this block. -->\n```python\n(.*?)```", re.DOTALL)


def _start(program: str, env: dict[str, str], said: Path) -> subprocess.Popen[bytes]:
    with said.open("wb") as output:
        return subprocess.Popen([sys.executable, "-c", program], env=env, stdout=output)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_the_guides_receiver_works(admin: Person, make_webhook: MakeWebhook, tmp_path: Path) -> None:
    [program] = BLOCK.findall(GUIDE.read_text(encoding="utf-8"))
    port, said = free_port(), tmp_path / "said.txt"
    made = await make_webhook(events=["project.created"])
    ok(await admin.patch(f"/api/webhooks/{made['id']}", json={"url": f"http://127.0.0.1:{port}/"}))
    env = {**os.environ, "WEBHOOK_SECRET": made["secret"], "PORT": str(port)}
    receiver = _start(program, env, said)
    try:
        ok(await admin.post("/api/projects", json={"name": "Garden"}), 201)
        await ended(admin, "delivered")

        async def printed() -> bool:
            return "'name': 'Garden'" in said.read_text(encoding="utf-8")

        await until(printed)
        async with httpx.AsyncClient() as stranger:
            forged = await stranger.post(f"http://127.0.0.1:{port}/", json={"type": "project.created"})
        assert forged.status_code == 401
    finally:
        receiver.kill()
        receiver.wait()
    assert said.read_text(encoding="utf-8").startswith("project.created {")
