"""Build the container image: `make image` (TAG=verbatim:local, BASE=..., ENGINE=docker|podman|buildah, FLAGS=...).

It takes whichever of the engines is there; buildah needs no daemon and runs without one.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import time

from steps import ROOT, say

_ENGINES = {"docker": ["build"], "podman": ["build"], "buildah": ["bud", "--isolation", "chroot"]}


def command(engine: str, tag: str, base: str, flags: str) -> list[str]:
    """Return what builds the image."""
    base_of = ["--build-arg", f"BASE={base}"] if base else []
    return [engine, *_ENGINES[engine], *base_of, *shlex.split(flags), "-t", tag, "-f", "docker/Dockerfile", "."]


def main() -> int:
    wanted = os.environ.get("ENGINE") or next(filter(shutil.which, _ENGINES), None)
    if wanted not in _ENGINES or not shutil.which(wanted):
        say("To build an image, install docker, podman or buildah (apt-get install buildah), or name one with ENGINE=.")
        return 1
    tag = os.environ.get("TAG") or "verbatim:local"
    began = time.monotonic()
    words = command(wanted, tag, os.environ.get("BASE", ""), os.environ.get("FLAGS", ""))
    status = subprocess.run(words, cwd=ROOT, check=False).returncode
    if status == 0:
        say(f"Built {tag} in {time.monotonic() - began:.0f} s.")
    return status


if __name__ == "__main__":
    sys.exit(main())
