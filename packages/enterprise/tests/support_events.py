"""Hearing what a server tells its plugins, in the transactions that made it true."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncSession
from support_teams import Json
from verbatim.app import create_app
from verbatim.config import Settings
from verbatim_enterprise.host import Plugin, PluginRegistry, current_session
from verbatim_enterprise.plugin import EnterprisePlugin


class Recorder:
    """A plugin that keeps every event whose name begins with one of its prefixes."""

    name = "recorder"
    version = "1"
    prefixes: tuple[str, ...] = ("",)

    def __init__(self) -> None:
        self.heard: list[Any] = []

    def register(self, registry: PluginRegistry) -> None:
        registry.on("*", self.hear)

    async def hear(self, event_name: str, **arguments: Any) -> None:
        assert current_session().in_transaction()
        if event_name.startswith(self.prefixes):
            self.heard.append(self.note(event_name, arguments))

    def note(self, event_name: str, arguments: Json) -> Any:
        """Return what is kept of an event."""
        return event_name, arguments


def making_with(settings: Settings, recorder: Recorder) -> Callable[[], FastAPI]:
    """Return what makes servers with this plugin beside the product's own."""
    return lambda: create_app(settings, [cast("Plugin", EnterprisePlugin()), recorder])


def hear(app: FastAPI, prefix: str = "") -> list[Json]:
    """Return a list that every event with this beginning is added to from now on."""
    found: list[Json] = []

    async def listen(event_name: str, **fields: object) -> None:
        assert isinstance(current_session(), AsyncSession)
        if event_name.startswith(prefix):
            found.append({"event": event_name, **fields})

    app.state.database.info["events"].on("*", listen)
    return found
