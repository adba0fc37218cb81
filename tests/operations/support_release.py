"""The release before, made of the repository's own history: its wheels, laid out as an installer would."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[2]
BEFORE: Final = "61c1e04b3836cbbfddd5214ba93b74b152314cb1"
"""The commit of the release before this one."""
_CACHE: Final = ROOT / ".cache" / "releases"


class ReleaseError(Exception):
    """The release before cannot be made here; the text says why."""


def _run(*command: str, env: dict[str, str] | None = None) -> None:
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ReleaseError(f"{command[0]}: {(done.stderr or done.stdout).strip()[-500:]}")


def release_before() -> list[str]:
    """Return the command of the release before. Its wheels are built once for each checkout.

    Raises:
        ReleaseError: its commit is not in this checkout (a shallow clone), or nothing here builds wheels.
    """
    _CACHE.mkdir(parents=True, exist_ok=True)
    site = _CACHE / BEFORE
    with (_CACHE / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # several runs of tests may want it at once
        if not site.exists():
            _build(site)
    # As a variable, so that the processes that it starts are of that release too.
    return ["env", f"PYTHONPATH={site}", sys.executable, "-c", "from verbatim.cli import main; main()"]


def _build(site: Path) -> None:
    work = site.with_suffix(".made")
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    try:
        _run("git", "cat-file", "-e", f"{BEFORE}^{{commit}}")
        _run("git", "archive", "--output", str(work / "source.tar"), BEFORE, "packages", "LICENSE", "scripts")
        with tarfile.open(work / "source.tar") as archive:
            archive.extractall(work / "source", filter="data")
        uv = shutil.which("uv", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
        if uv is None:
            raise ReleaseError("uv is missing: run `make setup`")
        env = {**os.environ, "VERBATIM_SKIP_WEB": "1"}  # pages are not looked at
        for package in ("backend", "enterprise"):
            source = str(work / "source" / "packages" / package)
            _run(uv, "build", "--quiet", "--wheel", "--out-dir", str(work / "dist"), source, env=env)
        wheels = [str(path) for path in (work / "dist").glob("*.whl")]
        _run(uv, "pip", "install", "--quiet", "--no-deps", "--target", str(work / "site"), *wheels)
        (work / "site").rename(site)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def before_or_skip() -> list[str]:
    """Return the command of the release before; a test without it is skipped and says why."""
    try:
        return release_before()
    except ReleaseError as error:
        pytest.skip(f"The release before cannot be made here: {error}")
