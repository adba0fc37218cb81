"""What people install: the wheel made from the source distribution, in an environment of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import httpx
import pytest
from support.server import running_server

_ROOT = Path(__file__).parent.parent
_BACKEND = _ROOT / "packages" / "backend"

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600), pytest.mark.xdist_group("package")]


def _uv() -> str:
    beside = Path(sys.executable).with_name("uv")
    return str(beside) if beside.exists() else shutil.which("uv") or pytest.fail("uv is missing: run `make setup`")


def _run(*command: str) -> None:
    result = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source distribution, and the wheel from that."""
    folder = tmp_path_factory.mktemp("dist")
    _run(_uv(), "build", "--quiet", "--out-dir", str(folder), str(_BACKEND))
    assert list(folder.glob("verbatim_backend-*.tar.gz"))
    [wheel] = folder.glob("verbatim_backend-*.whl")
    return wheel


def test_wheel_holds_the_web_app_and_the_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        page = archive.read("verbatim/static/index.html").decode()

    assert "<script" in page
    assert any(name.startswith("verbatim/static/assets/") and name.endswith(".js") for name in names)
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert not [name for name in names if name.startswith("tests/") or "node_modules" in name]


def test_installed_wheel_serves_the_product(wheel: Path, tmp_path: Path) -> None:
    venv = tmp_path / "venv"
    _run(_uv(), "venv", "--quiet", "--python", sys.executable, str(venv))
    python = str(venv / "bin" / "python")
    constraints = str(_ROOT / "constraints.txt")
    _run(_uv(), "pip", "install", "--quiet", "--python", python, "-c", constraints, str(wheel))

    with running_server(tmp_path, command=[str(venv / "bin" / "verbatim")]) as server:
        page = httpx.get(server.url)
        health = httpx.get(f"{server.url}/health")

    assert page.headers["content-type"].startswith("text/html")
    assert "<script" in page.text
    assert health.json() == {"status": "ok"}
