"""What plugins hear of projects and of recordings that change."""

from __future__ import annotations

from typing import Any

import pytest
from support.client import Client
from support.factories import Factory
from verbatim.plugins.loader import Plugin
from verbatim.plugins.registry import PluginRegistry

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


class Recorder:
    """A plugin that keeps every event."""

    name = "recorder"
    version = "1"

    def __init__(self) -> None:
        self.heard: list[tuple[str, dict[str, Any]]] = []

    def register(self, registry: PluginRegistry) -> None:
        registry.on("*", self.hear)

    async def hear(self, event_name: str, **arguments: Any) -> None:
        self.heard.append((event_name, arguments))


@pytest.fixture
def recorder() -> Recorder:
    return Recorder()


@pytest.fixture
def plugins(recorder: Recorder) -> list[Plugin]:
    return [recorder]


async def test_a_project_is_changed_and_deleted(client: Client, recorder: Recorder) -> None:
    made = (await client.post("/api/projects", json={"name": "Harvest"})).json()
    url = f"/api/projects/{made['id']}"
    assert (await client.patch(url, json={"name": "Yield", "description": "of the year"})).status_code == 200
    changed = (await client.patch(url, json={"description": None})).json()
    assert (changed["name"], changed["description"]) == ("Yield", None)
    assert (await client.delete(url)).status_code == 200
    assert (await client.get(url)).status_code == 404
    of_it = {"project_id": made["id"], "name": "Yield"}
    assert recorder.heard[1:] == [("project.updated", of_it), ("project.updated", of_it), ("project.deleted", of_it)]


async def test_a_recording_is_renamed(client: Client, factory: Factory, recorder: Recorder) -> None:
    recording_id = await factory.recording()
    changed = (await client.patch(f"/api/recordings/{recording_id}", json={"title": "Minutes"})).json()
    assert changed["title"] == "Minutes"
    assert recorder.heard == [("recording.updated", {"recording_id": recording_id, "status": changed["status"]})]
