"""The program of the guide, exactly as it is printed there, against a real server."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import httpx
from support.server import running_server
from support_enterprise import ADMIN, PASSWORD
from support_license import LICENSED

GUIDE = Path(__file__).parents[4] / "docs" / "guides" / "retention.md"
BLOCK = re.compile(r"test_guide.py runs this block. -->\n```python\n(.*?)```", re.DOTALL)
SERVER = {
    "VERBATIM_MODE": "enterprise",
    **LICENSED,
    "VERBATIM_TRANSCRIPTION_ENGINE": "pocketsphinx",
    "VERBATIM_ADMIN_USERNAME": ADMIN,
    "VERBATIM_ADMIN_EMAIL": f"{ADMIN}@example.org",
    "VERBATIM_ADMIN_PASSWORD": PASSWORD,
}


def test_the_guides_program_works(tmp_path: Path) -> None:
    text = GUIDE.read_text(encoding="utf-8")
    [program] = BLOCK.findall(text)
    [said] = re.findall(r"an API key that has the scopes (.*):\n", text)
    with running_server(tmp_path, env=SERVER) as server, httpx.Client(base_url=server.url, timeout=60) as http:
        signed_in = http.post("/api/auth/login", json={"username": ADMIN, "password": PASSWORD}).json()
        bearer = {"Authorization": f"Bearer {signed_in['access_token']}"}
        http.cookies.clear()
        body = {"name": "Guide", "scopes": re.findall(r"`(.*?)`", said)}
        key = http.post("/api/keys", json=body, headers=bearer).json()["key"]
        done = subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "SERVER": server.url, "KEY": key},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout.splitlines() == ["would delete 0 recordings, 0 bytes", "draft", "held"]
        [lifted] = http.get("/api/holds", headers=bearer).json()["items"]
        assert (lifted["title"], lifted["active"]) == ("Smith v. Jones", False)
