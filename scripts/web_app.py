"""The web app: its npm packages and the built files that the server sends out."""

from __future__ import annotations

import os

import node_env
import stamps
from steps import ROOT, StepError, run_logged

STATIC = ROOT / "packages" / "backend" / "verbatim" / "static"
_LOCK = ROOT / "package-lock.json"
_MANIFEST = ROOT / "package.json"
# `npm ci` under NODE_ENV=production would leave out what builds the app.
_NPM_CI = ("ci", "--include=dev", "--no-audit", "--no-fund")


def ensure_built() -> None:
    """Build the web app when its sources changed.

    Raises:
        StepError: npm or the build failed.
    """
    folders = (ROOT / "packages" / "web", ROOT / "packages" / "ui")
    key = stamps.content_key(files=[_LOCK, _MANIFEST, *stamps.sources(*folders)])
    if (STATIC / "index.html").exists() and stamps.is_fresh("web", key):
        return
    npm("Building the web app", "run", "build", "-w", "packages/web")
    if not (STATIC / "index.html").exists():
        raise StepError(f"The build of the web app left no {STATIC.relative_to(ROOT)}/index.html.")
    stamps.write("web", key)


def ensure_packages() -> node_env.Node:
    """Install the npm packages when the lock changed.

    Raises:
        StepError: npm failed.
    """
    node = node_env.ensure()
    manifests = sorted((ROOT / "packages").glob("*/package.json"))
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
