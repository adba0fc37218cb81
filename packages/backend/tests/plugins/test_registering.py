"""Registering: all or nothing, nothing twice, and a sentence about what is wrong."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi import APIRouter, FastAPI
from sqlalchemy import text
from verbatim.app import create_app
from verbatim.config import Mode, Settings
from verbatim.plugins.contributions import Contributions, RegistrationError
from verbatim.plugins.loader import API_VERSION, PluginError, register_plugin, register_plugins
from verbatim.plugins.registry import PluginRegistry


async def handle(*_: object, **__: object) -> None: ...


class Some:
    """A plugin made of one function."""

    def __init__(self, register: Callable[[PluginRegistry], None], name: str = "some", **more: object) -> None:
        self.name, self.version, self._register = name, "2.1", register
        self.__dict__.update(more)

    def register(self, registry: PluginRegistry) -> None:
        self._register(registry)


TWICE: dict[str, Callable[[PluginRegistry], None]] = {
    "job type": lambda registry: registry.add_job_handler("x", handle),
    "adapter": lambda registry: registry.add_adapter("storage", "x", dict),
    "page": lambda registry: registry.add_frontend_routes(["/x"]),
    "navigation": lambda registry: registry.add_frontend_nav_items([{"key": "x"}]),
    "settings tab": lambda registry: registry.add_frontend_settings_tab({"key": "x"}),
    "slot": lambda registry: registry.add_frontend_slots([{"key": "x", "slot": "y"}]),
    "model": lambda registry: registry.add_models([dict]),
}


@pytest.mark.parametrize("add", TWICE.values(), ids=TWICE)
def test_nothing_is_registered_twice(add: Callable[[PluginRegistry], None]) -> None:
    draft = PluginRegistry("one")
    add(draft)
    with pytest.raises(RegistrationError):
        add(draft)
    registry = PluginRegistry()
    register_plugin(registry, Some(add, "one"))
    before = repr(registry.contributions)
    with pytest.raises(PluginError, match=r"The plugin two 2\.1 cannot be registered: .* registered already"):
        register_plugin(registry, Some(add, "two"))
    assert repr(registry.contributions) == before


def test_a_plugin_that_fails_half_way_leaves_nothing() -> None:
    def register(registry: PluginRegistry) -> None:
        registry.add_router(APIRouter())
        registry.on("recording.created", handle)
        registry.add_adapter("auth", "x", dict)
        raise RuntimeError("the licence file is missing")

    registry = PluginRegistry()
    with pytest.raises(PluginError, match=r"The plugin some 2\.1 cannot be registered: the licence file is missing"):
        register_plugin(registry, Some(register))
    assert registry.contributions == Contributions()


@pytest.mark.parametrize(
    "add",
    [
        lambda registry: registry.on("not an event", handle),
        lambda registry: registry.add_adapter("coffee", "x", dict),
        lambda registry: registry.add_frontend_routes([{"path": "/x", "renderMode": "hologram"}]),
        lambda registry: registry.add_frontend_routes([{"path": "/x", "renderMode": "module", "access": "everybody"}]),
        lambda registry: registry.add_frontend_nav_items([{"label": "no key"}]),
    ],
)
def test_the_impossible_is_refused(add: Callable[[PluginRegistry], None]) -> None:
    with pytest.raises(PluginError):
        register_plugin(PluginRegistry(), Some(add))


def test_a_plugin_for_another_seam_is_refused() -> None:
    with pytest.raises(PluginError, match=f"plugin API {API_VERSION + 1}; this core offers {API_VERSION}"):
        register_plugin(PluginRegistry(), Some(lambda _: None, api_version=API_VERSION + 1))


def test_a_plugin_without_a_name_is_refused() -> None:
    with pytest.raises(PluginError, match="lacks a name, a version or a register method"):
        register_plugin(PluginRegistry(), Some(lambda _: None, name=""))


def test_an_organisation_s_server_needs_somebody_who_signs_people_in() -> None:
    with pytest.raises(PluginError, match="signs people in"):
        register_plugins(PluginRegistry(), [Some(lambda _: None)], Mode.ENTERPRISE)
    registered = register_plugins(
        PluginRegistry(), [Some(lambda registry: registry.add_adapter("auth", "x", dict))], Mode.ENTERPRISE
    )
    assert len(registered) == 1


def test_only_one_plugin_replaces_an_adapter() -> None:
    def replace(registry: PluginRegistry) -> None:
        registry.add_adapter("storage", "local", dict, replace=True)

    registry = PluginRegistry()
    register_plugin(registry, Some(lambda core: core.add_adapter("storage", "local", list), "core"))
    register_plugin(registry, Some(replace, "one"))
    assert registry.contributions.adapters["storage", "local"] is dict
    with pytest.raises(PluginError, match="storage adapter local"):
        register_plugin(registry, Some(replace, "two"))


async def test_shutdown_hooks_run_backwards_while_the_database_is_open(
    tmp_path: Path, migrated_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ended: list[str] = []

    async def first(app: FastAPI) -> None:
        async with app.state.database.transaction() as session:
            ended.append(f"first {(await session.execute(text('SELECT 1'))).scalar_one()}")

    async def broken(_: FastAPI) -> None:
        ended.append("broken")
        raise RuntimeError("the store is away")

    def register(registry: PluginRegistry) -> None:
        registry.add_shutdown_hook(first)
        registry.add_shutdown_hook(broken)

    url = f"sqlite+aiosqlite:///{shutil.copy(migrated_file, tmp_path / 'verbatim.db')}"
    app = create_app(Settings(data_dir=tmp_path / "data", database_url=url), [Some(register)])
    async with app.router.lifespan_context(app):
        assert ended == []
    assert ended == ["broken", "first 1"]
    assert "the store is away" in "".join(capsys.readouterr())
