"""What is installed with Verbatim that others made, and under which licences: Python packages with the fonts and speech
models that are some of them, and the scripts in our own wheels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution, entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Final

_NAME: Final = re.compile(r"[A-Za-z0-9._-]+")
_TEXT: Final = re.compile(r"(?i)(licen[cs]es?|notices?|copying|copyright|ofl)\b[^/]*\.?(txt|md|rst)?$")
_UNTOLD: Final = "see its text"
OURS: Final = "verbatim-backend"


@dataclass(frozen=True)
class Component:
    """A package that is installed: what it says its licence is, and the texts it brings about that."""

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]


def components() -> list[Component]:
    """Return all that Verbatim and its plugins need and that is installed, by name; Verbatim's own first."""
    own = [OURS, *sorted({entry.dist.name for entry in entry_points(group="verbatim.plugins") if entry.dist})]
    found: dict[str, Distribution] = {}
    waiting = list(reversed(own))
    while waiting:
        name = waiting.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in found:
            continue
        try:
            found[key] = distribution(name)
        except PackageNotFoundError:  # an extra that nobody asked for, or of another system
            continue
        waiting += [match[0] for need in found[key].requires or () if (match := _NAME.match(need))]
    order = sorted(found, key=lambda key: (key not in own, key))
    return [_component(found[key]) for key in order]


def _component(package: Distribution) -> Component:
    return Component(package.name, package.version, _licence(package), tuple(_texts(package)))


def _licence(package: Distribution) -> str:
    about = package.metadata.json
    if expression := about.get("license_expression"):
        return str(expression)
    classified = [str(one).rpartition(" :: ")[2] for one in about.get("classifier", ()) if "License ::" in str(one)]
    if classified:
        return ", ".join(classified)
    said = str(about.get("license") or "").strip().partition("\n")[0]
    return said[:80] or _UNTOLD


def _texts(package: Distribution) -> Iterator[str]:
    for file in package.files or ():
        told = file.parts[0].endswith((".dist-info", ".egg-info"))
        beside_code = len(file.parts) == 2  # noqa: PLR2004 - a package's folder, and a file in it
        if (told or beside_code) and _TEXT.match(file.name) and not file.name.endswith((".py", ".pyc")):
            with suppress(OSError):
                yield Path(str(package.locate_file(file))).read_text(encoding="utf-8", errors="replace").strip()


def bundled() -> list[str]:
    """Return the notices that our packages bring along, of Verbatim and of its plugins, about the scripts in them."""
    packages = {"verbatim", *(entry.module.partition(".")[0] for entry in entry_points(group="verbatim.plugins"))}
    places = [
        place for one in sorted(packages) if (spec := find_spec(one)) for place in spec.submodule_search_locations or ()
    ]
    found = [Path(place, "notices.txt") for place in places]
    return [text.read_text(encoding="utf-8").strip() for text in found if text.is_file()]


def notices() -> str:
    """Return all of it as one text: each package with its licence, then what our own bring along."""
    parts = []
    for one in components():
        texts = one.texts or (f"It brings no text with it; its licence is {one.licence}.",)
        parts += [f"{'-' * 80}\n{one.name} {one.version} ({one.licence})\n", *dict.fromkeys(texts)]
    parts += [text for text in bundled() if text not in parts]  # in a wheel they lie beside the code, and were found
    return "\n\n".join(parts) + "\n"
