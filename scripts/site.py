"""Build the manual from docs/ into dist/manual, with programs of its own; `--strict` makes warnings failures."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
NEEDED: Final = ROOT / "docs" / "site" / "requirements.txt"
FOLDER: Final = ROOT / ".cache" / "site"


def programs() -> Path:
    """Return the folder of the programs, which are installed when what is needed has changed."""
    programs_, mark = FOLDER / "bin", FOLDER / "installed"
    wanted = NEEDED.read_text("utf-8")
    if not mark.exists() or mark.read_text("utf-8") != wanted:
        venv.create(FOLDER, with_pip=True)
        subprocess.run([programs_ / "pip", "install", "--quiet", "--requirement", NEEDED], check=True)
        mark.write_text(wanted, "utf-8")
    return programs_


def main(options: list[str]) -> int:
    """Build; return the exit status."""
    command = [str(programs() / "mkdocs"), "build", "--quiet", *options]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    status = subprocess.run(command, cwd=ROOT, env=quiet, check=False).returncode
    if status == 0:
        print(f"The manual is in {ROOT / 'dist' / 'manual' / 'index.html'}.")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
