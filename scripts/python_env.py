"""The checkout's own Python environment, .venv, with the locked packages in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import stamps
from steps import DISK_FULL, ROOT, StepError, run_logged, say

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
_UV_PROGRAM = VENV / "bin" / "uv"
CONSTRAINTS = ROOT / "constraints.txt"
DEV_REQUIREMENTS = ROOT / "requirements-dev.in"
EXTRAS = {"backend": "[whisper]"}
"""What the packages offer and a checkout should have: a speech model, so that the first recording becomes sentences."""
_UV = "uv==0.13.9"
_NO_WEB = {"VERBATIM_SKIP_WEB": "1"}  # editable installs are served from the checkout: no Node for their build


def ensure(*, dev: bool) -> None:
    """Install what running the product needs and, for `dev`, what testing all of it needs.

    Raises:
        StepError: the machine cannot; the text says why.
    """
    if not (PYTHON.exists() and (stamps.is_fresh("python-dev", _key(dev=True)) or (not dev and _runtime_is_fresh()))):
        _install_everything(dev=dev)
    compile_sources(PYTHON, ROOT / "packages")


def compile_sources(python: Path, packages: Path) -> None:
    """Compile what changed of our own code, which is read from the checkout: where a start may not write beside it
    (PYTHONDONTWRITEBYTECODE), each would compile all of it, a fifth of its time. What cannot be compiled says so when
    it is used.
    """
    folders = [str(found) for found in sorted(packages.glob("*/verbatim*")) if found.is_dir()]
    command = [str(python), "-m", "compileall", "-qq", *folders]
    subprocess.run(command, stdin=subprocess.DEVNULL, check=False)


def _install_everything(*, dev: bool) -> None:
    _ensure_venv()
    requirements = ["-r", DEV_REQUIREMENTS.name] if dev else []
    for project in _projects(dev=dev):
        extras = EXTRAS.get(project.parent.name, "")
        requirements += ["-e", f"./{project.parent.relative_to(ROOT)}{extras}"]
    install("Installing Python packages" + (" for development" if dev else ""), requirements)
    stamps.write("python-dev" if dev else "python", _key(dev=dev))


def _projects(*, dev: bool) -> list[Path]:
    """Plugins are for those who develop them or ask for their mode; the open core is whole without."""
    if dev or os.environ.get("VERBATIM_MODE", "basic") != "basic":
        return sorted((ROOT / "packages").glob("*/pyproject.toml"))
    return [ROOT / "packages" / "backend" / "pyproject.toml"]


def _key(*, dev: bool) -> str:
    # The folder is part of the key: a venv that was moved or copied along with its checkout does not work.
    return stamps.content_key(sys.version, str(ROOT), files=[CONSTRAINTS, DEV_REQUIREMENTS, *_projects(dev=dev)])


def _runtime_is_fresh() -> bool:
    return stamps.is_fresh("python", _key(dev=False))


def install(title: str, requirements: list[str]) -> None:
    """Install requirements at the locked versions, with uv where it works, else with pip.

    Raises:
        StepError: neither could.
    """
    arguments = ["-c", CONSTRAINTS.name, *requirements]
    if _UV_PROGRAM.exists():
        try:
            # Compiled once here instead of at each start: a server that may not write beside its packages
            # (PYTHONDONTWRITEBYTECODE, a read-only folder) would spend seconds on it every time.
            options = ["--compile-bytecode", "--python", str(PYTHON)]
            run_logged(title, [str(_UV_PROGRAM), "pip", "install", *options, *arguments], env=_NO_WEB)
        except StepError as error:
            # uv reads no pip.conf, so behind a company's own index only pip may find the packages.
            if error.reason == DISK_FULL:
                raise
        else:
            return
    run_logged(f"{title} with pip", [*_pip(), "install", *arguments], env=_NO_WEB)


def _pip() -> list[str]:
    return [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input"]


def _ensure_venv() -> None:
    if not _works():
        shutil.rmtree(VENV, ignore_errors=True)
        try:
            run_logged("Creating .venv", [sys.executable, "-m", "venv", str(VENV)])
        except StepError as error:
            if "ensurepip" not in str(error):
                raise
            raise StepError(
                "This Python cannot make virtual environments. On Debian or Ubuntu: sudo apt-get install python3-venv"
            ) from error
    if not _UV_PROGRAM.exists():
        try:
            run_logged("Installing uv", [*_pip(), "install", _UV])
        except StepError as error:
            if error.reason:
                raise  # pip would do no better; otherwise there is no uv for this machine


def _works() -> bool:
    """Whether .venv is whole: made in this place, by this Python version, with pip in it."""
    if not PYTHON.exists():
        return False
    probe = "import pip, sys; print(sys.prefix, *sys.version_info[:2], sep='\\n')"
    try:
        result = subprocess.run([str(PYTHON), "-c", probe], capture_output=True, text=True, check=False)
    except OSError:
        return False
    expected = [str(VENV), *(str(part) for part in sys.version_info[:2])]
    if result.returncode == 0 and result.stdout.splitlines() == expected:
        return True
    say("The folder .venv belongs to another place or another Python: making it anew.")
    return False
