"""What others made and our packages bring along: notices for the wheels, and a bill of materials (CycloneDX 1.6).

`notices.py` writes the notices anew; `notices.py sbom FILE` writes the bill of materials.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
NOTICES: Final = {
    ROOT / "packages" / "backend" / "verbatim" / "notices.txt": ("packages/web", "packages/ui"),
    ROOT / "packages" / "enterprise" / "verbatim_enterprise" / "notices.txt": (
        "packages/enterprise/frontend",
        "packages/ui",
    ),
}
"""Where the notices of a wheel stand, and the folders whose programs it brings."""

_HEAD: Final = """\
This package brings along the work of others, each under its own licence, which follows.
What it needs and does not bring, such as Python packages, comes with its own licence when it is installed.
"""
_PIN: Final = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^\s;]+)", re.MULTILINE)
_LINE: Final = "-" * 80


def lock() -> dict[str, Any]:
    """Return the packages of npm by where they lie."""
    found: dict[str, Any] = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    return found


def bundled(folders: tuple[str, ...], packages: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the packages that end up in what is built from these folders: what they need, and what that needs."""
    found: dict[str, dict[str, Any]] = {}
    waiting = [(folder, name) for folder in folders for name in packages.get(folder, {}).get("dependencies", {})]
    while waiting:
        base, name = waiting.pop()
        place = _place(base, name, packages)
        if place is None or place in found or packages[place].get("link"):
            continue
        found[place] = packages[place]
        waiting += [(place, other) for other in packages[place].get("dependencies", {})]
    return found


def _place(base: str, name: str, packages: dict[str, Any]) -> str | None:
    """Return where Node would find a package that somebody at `base` asks for."""
    parts = base.split("/")
    while True:
        place = "/".join([*parts, "node_modules", name]).lstrip("/")
        if place in packages:
            return place
        if not parts or parts == [""]:
            return None
        parts = parts[:-1]


def notices(folders: tuple[str, ...]) -> str:
    """Return the notices of one wheel."""
    packages = lock()
    found = bundled(folders, packages)
    names: dict[str, list[str]] = {}
    for place in sorted(found, key=lambda one: one.rpartition("node_modules/")[2]):
        name, about = place.rpartition("node_modules/")[2], found[place]
        told = f"{name} {about['version']} ({about.get('license', 'see its text')})"
        names.setdefault(_text(place), []).append(told)
    parts = ["\n".join([_LINE, *told, "", text]) for text, told in names.items()]
    return "\n".join([_HEAD, *parts])


def _text(place: str) -> str:
    folder = ROOT / place
    files = sorted(path for path in folder.iterdir() if re.match(r"(?i)(licen[cs]e|notice|copying)", path.name))
    return "\n".join(path.read_text("utf-8").strip() for path in files if path.is_file()) + "\n"


def components() -> Iterator[dict[str, Any]]:
    """Yield everything that is installed or bundled, in CycloneDX' terms."""
    for name, version in sorted(_PIN.findall((ROOT / "constraints.txt").read_text("utf-8"))):
        yield _component(name, version, f"pkg:pypi/{name.lower().replace('_', '-')}@{version}")
    packages = lock()
    seen = {place: one for folders in NOTICES.values() for place, one in bundled(folders, packages).items()}
    for place, about in sorted(seen.items()):
        name = place.rpartition("node_modules/")[2]
        made = _component(name, about["version"], f"pkg:npm/{name.replace('@', '%40')}@{about['version']}")
        if about.get("license"):
            made["licenses"] = [{"expression": about["license"]}]
        yield made


def _component(name: str, version: str, purl: str) -> dict[str, Any]:
    return {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl}


def bill() -> dict[str, Any]:
    """Return the bill of materials; the same for the same versions."""
    about = tomllib.loads((ROOT / "packages" / "backend" / "pyproject.toml").read_text("utf-8"))["project"]
    found = list(components())
    number = hashlib.sha256(json.dumps(found).encode()).hexdigest()
    serial = f"{number[:8]}-{number[8:12]}-5{number[13:16]}-8{number[17:20]}-{number[20:32]}"
    product = {"type": "application", "bom-ref": "verbatim", "name": "verbatim", "version": about["version"]}
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {"component": {**product, "licenses": [{"expression": about["license"]}]}},
        "components": found,
    }


def main(arguments: list[str]) -> None:
    """Write what is asked for."""
    if arguments[:1] == ["sbom"]:
        path = Path(arguments[1])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(bill(), indent=2) + "\n", "utf-8")
        return
    for path, folders in NOTICES.items():
        path.write_text(notices(folders), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
