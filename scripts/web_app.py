"""The front ends, the core's app and the plugin's pages: their npm packages, and the built files that servers send."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

import node_env
import stamps
from steps import ROOT, StepError, run_logged

_LOCK = ROOT / "package-lock.json"
_MANIFEST = ROOT / "package.json"
_UI = ROOT / "packages" / "ui"
# `npm ci` under NODE_ENV=production would leave out what builds the app.
_NPM_CI = ("ci", "--include=dev", "--no-audit", "--no-fund")


@dataclass(frozen=True)
class FrontEnd:
    """One npm workspace and the file that its build ends with."""

    stamp: str
    title: str
    folder: Path
    entry: Path


CORE = FrontEnd(
    stamp="web",
    title="the web app",
    folder=ROOT / "packages" / "web",
    entry=ROOT / "packages" / "backend" / "verbatim" / "static" / "index.html",
)
ENTERPRISE = FrontEnd(
    stamp="enterprise-web",
    title="the plugin's pages",
    folder=ROOT / "packages" / "enterprise" / "frontend",
    entry=ROOT / "packages" / "enterprise" / "verbatim_enterprise" / "frontend" / "dist" / "plugin.js",
)


def ensure_built(*front_ends: FrontEnd) -> None:
    """Build those of the front ends (without arguments: all) whose sources changed.

    Raises:
        StepError: npm or the build failed.
    """
    for front_end in front_ends or (CORE, ENTERPRISE):
        _ensure_built(front_end)


def _ensure_built(front_end: FrontEnd) -> None:
    key = stamps.content_key(files=[_LOCK, _MANIFEST, *stamps.sources(front_end.folder, _UI)])
    if front_end.entry.exists() and stamps.is_fresh(front_end.stamp, key):
        return
    workspace = front_end.folder.relative_to(ROOT).as_posix()
    npm(f"Building {front_end.title}", "run", "build", "-w", workspace)
    if not front_end.entry.exists():
        raise StepError(f"The build of {front_end.title} left no {front_end.entry.relative_to(ROOT)}.")
    stamps.write(front_end.stamp, key)


def ensure_packages() -> node_env.Node:
    """Install the npm packages when the lock changed.

    Raises:
        StepError: npm failed.
    """
    node = node_env.ensure()
    workspaces = json.loads(_MANIFEST.read_text(encoding="utf-8"))["workspaces"]
    manifests = [ROOT / workspace / "package.json" for workspace in workspaces]
    # Native parts are made for one Node: another one needs the packages anew.
    key = stamps.content_key(node.version, files=[_LOCK, _MANIFEST, *manifests])
    if not (node_env.npm_folder_is_whole(ROOT) and stamps.is_fresh("npm", key)):
        run_logged("Installing npm packages", [*node.npm, *_NPM_CI], env=node.env)
        stamps.write("npm", key)
    return node


def npm(title: str, *arguments: str) -> None:
    """Run npm quietly in the checkout, with the packages installed.

    Raises:
        StepError: it failed.
    """
    node = ensure_packages()
    run_logged(title, [*node.npm, *arguments], env=node.env)


def exec_npm(*arguments: str) -> None:
    """Become npm, with its output on the terminal.

    Raises:
        StepError: the packages could not be installed.
    """
    node = ensure_packages()
    os.chdir(ROOT)
    os.execvpe(node.npm[0], [*node.npm, *arguments], {**os.environ, **node.env})  # noqa: S606 - no shell wanted
