"""The commands of the guide, exactly as they are printed there."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from support.server import running_server
from support_enterprise import ADMIN, PASSWORD
from support_license import UNLICENSED
from support_setup import first_account
from verbatim_enterprise.license.states import STATES

ROOT = Path(__file__).parents[4]
GUIDE = ROOT / "docs" / "guides" / "licence.md"
BLOCK = re.compile(r"test_guide.py runs this block. -->\n```sh\n(.*?)```", re.DOTALL)
ADDRESS = "http://127.0.0.1:52780"

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


def run(block: str, folder: Path, **variables: str) -> str:
    env = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", **variables}
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", block], cwd=folder, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_guides_commands(tmp_path: Path) -> None:
    uploading, trying, selling = BLOCK.findall(GUIDE.read_text(encoding="utf-8"))
    (tmp_path / "scripts").symlink_to(ROOT / "scripts")
    run(selling, tmp_path)
    assert (tmp_path / "licence.txt").read_text().count(".") == 2
    assert '"org_name": "Radio Nova"' in run(trying, tmp_path)

    with running_server(tmp_path, env={"VERBATIM_MODE": "enterprise", **UNLICENSED}) as server:
        account = {"username": ADMIN, "email": f"{ADMIN}@example.org", "password": PASSWORD}
        httpx.post(f"{server.url}/api/auth/register", json=first_account(server), timeout=60).raise_for_status()
        token = httpx.post(f"{server.url}/api/auth/login", json=account, timeout=60).json()["access_token"]
        said = run(uploading.replace(ADDRESS, server.url), tmp_path, TOKEN=token)

    preview, installed, status = (json.loads(line) for line in said.splitlines())
    assert preview["state"] == installed["state"] == status["state"] == "valid"
    assert (status["org_name"], status["seat_count"]) == ("Radio Nova", 25)


def test_the_table_of_states_is_in_the_docs() -> None:
    page = (ROOT / "docs" / "generated" / "licence.md").read_text(encoding="utf-8")
    for state, row in STATES.items():
        assert f"| `{state}` | {row.label} | {row.when} |" in page
