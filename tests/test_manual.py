"""The manual's table of contents leads to every page, and the notices and the bill of materials are what is bundled."""

from __future__ import annotations

import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

ROOT: Final = Path(__file__).parent.parent
SCRIPT: Final = runpy.run_path(str(ROOT / "scripts" / "notices.py"))


def pages(nav: Any) -> Iterator[str]:
    for entry in nav:
        for inside in entry.values():
            if isinstance(inside, str):
                yield inside
            else:
                yield from pages(inside)


def test_every_page_is_in_the_table_of_contents() -> None:
    manual = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    told = list(pages(manual["nav"]))
    there = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    assert len(told) == len(set(told))
    assert set(told) == {page for page in there if not page.startswith("decisions/")}


@pytest.mark.parametrize("path", list(SCRIPT["NOTICES"]), ids=lambda path: path.parent.name)
def test_notices_are_those_of_what_is_bundled(path: Path) -> None:
    assert path.read_text("utf-8") == SCRIPT["notices"](SCRIPT["NOTICES"][path]), "run `make notices`"
    assert "react " in path.read_text("utf-8")
    assert (path.parent.parent / "LICENSE").read_text("utf-8") == (ROOT / "LICENSE").read_text("utf-8")


def test_the_bill_of_materials_names_everything_once() -> None:
    bill = SCRIPT["bill"]()
    assert bill == SCRIPT["bill"]()
    names = [one["purl"] for one in bill["components"]]
    assert len(names) == len(set(names))
    pinned = (ROOT / "constraints.txt").read_text("utf-8")
    for wanted in ("fastapi", "sqlalchemy", "cryptography"):
        assert any(name.startswith(f"pkg:pypi/{wanted}@") and name.rpartition("@")[2] in pinned for name in names)
    assert any(name.startswith("pkg:npm/react@") for name in names)
    assert any(name.startswith("pkg:npm/%40fontsource-variable/inter@") for name in names)
