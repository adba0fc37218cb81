"""Starting is quick: what a command does not need it does not load."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from support.starting import NOT_YET, start_of_command, start_of_server
from verbatim.core.lazy import lazy

pytestmark = pytest.mark.timeout(900)  # starting a process takes seconds, on a busy machine a minute


@pytest.mark.parametrize("arguments", [("--help",), (), ("serve", "--help"), ("--version",), ("version",)])
def test_help_comes_without_the_server(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    start = start_of_command(tmp_path, *arguments, VERBATIM_MODE="enterprise")
    assert not start.packages & (NOT_YET | {"sqlalchemy", "fastapi", "uvicorn", "structlog"})
    assert not (tmp_path / "data").exists()
    assert start.seconds < 0.8, "twice the bar of the benchmark: machines that test are busy"


def test_a_server_that_has_started_has_loaded_only_what_it_needs(tmp_path: Path) -> None:
    start_of_server(tmp_path)  # migrates
    start = start_of_server(tmp_path)
    assert not start.packages & NOT_YET
    assert "verbatim_enterprise.plugin" in start.modules or "verbatim_enterprise" not in start.packages
    assert "verbatim_enterprise.features" not in start.modules, "a plugin for another mode is looked at, not loaded"


def test_what_is_lazy_is_the_module_itself_once_it_is_used() -> None:
    import colorsys  # noqa: PLC0415 - to compare with

    stands_for = lazy("colorsys")
    assert stands_for.rgb_to_hsv is colorsys.rgb_to_hsv
    with pytest.raises(AttributeError):
        _ = stands_for.no_such_thing
    with pytest.raises(ModuleNotFoundError):
        _ = lazy("there_is_no_such_module").anything


def test_a_library_that_nothing_uses_is_not_loaded_by_the_way() -> None:
    script = """
import sys
from verbatim.core.lazy import load_without
load_without("structlog", "rich")
assert "rich" not in sys.modules
import structlog, rich
assert structlog.dev.rich is None and rich.__file__
load_without("structlog", "rich")
assert sys.modules["rich"] is rich
"""
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)


def test_models_that_are_loaded_late_are_built_at_their_first_use_and_all_others_where_they_stand() -> None:
    script = """
from verbatim.core.lazy import late_models
with late_models():
    import fastapi.openapi.models
    from verbatim.projects.schemas import ProjectCreate
    assert not ProjectCreate.__pydantic_complete__
assert ProjectCreate(name="Here").name == "Here"
from fastapi import FastAPI
from fastapi.openapi.models import Info, OpenAPI
from pydantic import BaseModel
class Asked(BaseModel):
    number: int
assert Asked.__pydantic_complete__
assert not OpenAPI.__pydantic_complete__
app = FastAPI(title="Here")
@app.post("/double")
def double(asked: Asked) -> Asked: ...
assert app.openapi()["components"]["schemas"]["Asked"]["required"] == ["number"]
assert Info(title="Here", version="1").title == "Here"
"""
    subprocess.run([sys.executable, "-W", "error", "-c", script], check=True, timeout=60)
