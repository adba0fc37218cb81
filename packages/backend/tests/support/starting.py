"""What starting costs, told by processes of their own: modules, which never vary, and processor time, which does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

NOT_YET = frozenset(
    {
        *("av", "numpy", "faster_whisper", "ctranslate2", "pocketsphinx"),  # sound
        *("alembic", "mako"),  # a database that is up to date needs none
        *(
            "aiohttp",
            "httpx",
            "httpx2",
            "aiosmtplib",
            "redis",
            "limits",
            "pgqueuer",
            "obstore",
            "mcp",
        ),  # others' protocols
        *("docx", "lxml", "typst"),  # documents
        *("authlib", "joserfc", "pyotp", "qrcode"),  # signing in
        *("budoux", "fastapi_swagger"),  # scripts without spaces, and the page about the API
    }
)
"""What a server must not have loaded before somebody needs it."""

_SERVER = """
import asyncio, json, sys, time
from verbatim.app import create_app
from verbatim.config import Settings
import verbatim.commands.serve

async def look():
    async with app.router.lifespan_context(app):
        print(json.dumps({"seconds": time.process_time(), "modules": sorted(sys.modules)}))

app = create_app(Settings())
asyncio.run(look())
"""
_COMMAND = """
import atexit, json, sys, time
from verbatim.cli import main
atexit.register(
    lambda: print(json.dumps({"seconds": time.process_time(), "modules": sorted(sys.modules)}), file=sys.stderr)
)
main()
"""


@dataclass(frozen=True)
class Start:
    """What a process had loaded, and its processor time in seconds."""

    modules: frozenset[str]
    seconds: float

    @property
    def packages(self) -> frozenset[str]:
        return frozenset(name.partition(".")[0] for name in self.modules)


def start_of_server(folder: Path, **variables: str) -> Start:
    """Start a server in a process of its own, and stop it when it could answer."""
    return _read(_run(_SERVER, (), folder, variables).stdout)


def start_of_command(folder: Path, *arguments: str, **variables: str) -> Start:
    """Run a command in a process of its own."""
    return _read(_run(_COMMAND, arguments, folder, variables).stderr)


def _run(
    script: str, arguments: tuple[str, ...], folder: Path, variables: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("VERBATIM_")}
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env={**kept, "VERBATIM_DATA_DIR": str(folder / "data"), **variables},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def _read(output: str) -> Start:
    said = json.loads(output.strip().splitlines()[-1])
    return Start(frozenset(said["modules"]), said["seconds"])
