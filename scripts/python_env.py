"""The checkout's own Python environment, .venv, with the locked packages in it."""

from __future__ import annotations

import shutil
import subprocess
import sys

import stamps
from steps import DISK_FULL, ROOT, StepError, run_logged, say

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
_UV_PROGRAM = VENV / "bin" / "uv"
CONSTRAINTS = ROOT / "constraints.txt"
DEV_REQUIREMENTS = ROOT / "requirements-dev.in"
_UV = "uv==0.13.9"
_NO_WEB = {
    "VERBATIM_SKIP_WEB": "1"
}  # editable installs are served from the checkout: no Node for their build


def ensure(*, dev: bool) -> None:
    """Install what running the product needs and, for `dev`, what testing it needs.

    Raises:
        StepError: the machine cannot; the text says why.
    """
    projects = sorted((ROOT / "packages").glob("*/pyproject.toml"))
    # The folder is part of the key: a venv that was moved or copied along with its checkout does not work.
    key = stamps.content_key(sys.version, str(ROOT), files=[CONSTRAINTS, DEV_REQUIREMENTS, *projects])
    done = ("python-dev",) if dev else ("python-dev", "python")
    if PYTHON.exists() and any(stamps.is_fresh(name, key) for name in done):
        return
    _ensure_venv()
    requirements = ["-r", DEV_REQUIREMENTS.name] if dev else []
    for project in projects:
        requirements += ["-e", f"./{project.parent.relative_to(ROOT)}"]
    install("Installing Python packages" + (" for development" if dev else ""), requirements)
    stamps.write(done[-1], key)


def install(title: str, requirements: list[str]) -> None:
    """Install requirements at the locked versions, with uv where it works, else with pip.

    Raises:
        StepError: neither could.
    """
    arguments = ["-c", CONSTRAINTS.name, *requirements]
    if _UV_PROGRAM.exists():
        try:
            run_logged(
                title, [str(_UV_PROGRAM), "pip", "install", "--python", str(PYTHON), *arguments], env=_NO_WEB
            )
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
                "This Python cannot make virtual environments. "
                "On Debian or Ubuntu: sudo apt-get install python3-venv"
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
