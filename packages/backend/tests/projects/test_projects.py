"""`/api/projects`, and recordings in them."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from fastapi import FastAPI
from support.client import Client
from support.factories import Factory
from support.leftovers import rows_left, stored_files
from support.recordings import REPORT
from support.statements import statements_of
from support.waiting import until
from verbatim.projects.models import ProjectRecording
from verbatim.recordings.models import StrayFile

URL = "/api/projects"


async def make(client: Client, name: str, **fields: Any) -> dict[str, Any]:
    answer = await client.post(URL, json={"name": name, **fields})
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


class TestCrud:
    async def test_made_read_changed_deleted(self, client: Client) -> None:
        made = await make(client, "  Board \x00 2026\n", description="What we\nsaid")
        assert (made["name"], made["description"], made["recording_count"]) == ("Board 2026", "What we\nsaid", 0)
        assert (await client.get(f"{URL}/{made['id']}")).json() == made
        changed = (await client.patch(f"{URL}/{made['id']}", json={"name": "Renamed"})).json()
        assert (changed["name"], changed["description"]) == ("Renamed", "What we\nsaid")
        assert (await client.patch(f"{URL}/{made['id']}", json={"description": None})).json()["description"] is None
        assert (await client.delete(f"{URL}/{made['id']}")).status_code == 200
        for method in (client.get, client.delete):
            answer = await method(f"{URL}/{made['id']}")
            assert (answer.status_code, answer.json()["code"]) == (404, "project_not_found")

    @pytest.mark.parametrize(
        "wrong", [{}, {"name": ""}, {"name": " \n "}, {"name": "x" * 201}, {"name": "x", "description": "x" * 5_001}]
    )
    async def test_refused(self, client: Client, wrong: dict[str, Any]) -> None:
        assert (await client.post(URL, json=wrong)).status_code == 422
        assert (await client.get(URL)).json()["total"] == 0

    async def test_listed_searched_and_paged(self, client: Client, app: FastAPI) -> None:
        for name in ("Äpfel", "100%", "Birnen"):
            await make(client, name)
        await client.patch(f"{URL}/{(await make(client, 'Last'))['id']}", json={"name": "Changed last"})
        found = (await client.get(URL)).json()
        assert [one["name"] for one in found["items"]] == ["Changed last", "Birnen", "100%", "Äpfel"]
        assert (found["total"], found["page_size"], found["total_pages"]) == (4, 50, 1)
        for search, names in (("äPF", ["Äpfel"]), ("%", ["100%"]), ("_", []), ("nothing", [])):
            got = (await client.get(URL, params={"search": search})).json()
            assert ([one["name"] for one in got["items"]], got["total"]) == (names, len(names)), search
        second = (await client.get(URL, params={"page": 2, "page_size": 3})).json()
        assert ([one["name"] for one in second["items"]], second["total_pages"]) == (["Äpfel"], 2)
        with statements_of(app) as seen:
            await client.get(URL)
        assert len(seen) <= 4


class TestRecordings:
    async def test_in_out_and_counted(self, client: Client, factory: Factory) -> None:
        a, b = await factory.recordings([{"title": "A"}, {"title": "B"}])
        project = (await make(client, "P"))["id"]
        for recording in (a, b, a):
            assert (await client.post(f"{URL}/{project}/recordings/{recording}")).status_code == 200
        await factory.tag("both", [a, b])
        await factory.tag("one", [b], color="#112233")
        await factory.tag("elsewhere")
        found = (await client.get(f"{URL}/{project}")).json()
        assert found["recording_count"] == 2
        assert [(tag["name"], tag["color"], tag["recording_count"]) for tag in found["inherited_tags"]] == [
            ("both", None, 2),
            ("one", "#112233", 1),
        ]
        inside = (await client.get(f"{URL}/{project}/recordings")).json()
        assert ([one["title"] for one in inside["items"]], inside["total"]) == (["B", "A"], 2)
        assert (await client.delete(f"{URL}/{project}/recordings/{a}")).status_code == 200
        assert (await client.delete(f"{URL}/{project}/recordings/{a}")).status_code == 200
        await client.delete(f"/api/recordings/{b}")
        assert (await client.get(f"{URL}/{project}")).json()["recording_count"] == 0

    async def test_nobody(self, client: Client, factory: Factory) -> None:
        recording, project = await factory.recording(), await factory.project()
        for url, code in (
            (f"{URL}/nobody/recordings/{recording}", "project_not_found"),
            (f"{URL}/{project}/recordings/nobody", "recording_not_found"),
        ):
            for method in (client.post, client.delete):
                answer = await method(url)
                assert (answer.status_code, answer.json()["code"]) == (404, code)

    async def test_put_in_by_several_at_once(self, client: Client, factory: Factory) -> None:
        recording, project = await factory.recording(), await factory.project()
        answers = await asyncio.gather(*(client.post(f"{URL}/{project}/recordings/{recording}") for _ in range(5)))
        assert {answer.status_code for answer in answers} == {200}
        assert (await client.get(f"{URL}/{project}")).json()["recording_count"] == 1

    async def test_several_at_once(self, client: Client, factory: Factory, app: FastAPI) -> None:
        made = await factory.recordings([{}] * 4)
        one, two = await factory.project("one", made[:1]), await factory.project("two", made[2:])
        url = "/api/recordings/bulk-assign"
        answer = await client.post(url, json={"ids": [*made[:3], "nobody", made[0]], "project_id": one})
        assert answer.json()["message"].startswith("3 ")
        counts = {p["name"]: p["recording_count"] for p in (await client.get(URL)).json()["items"]}
        assert counts == {"one": 3, "two": 2}, "a recording may be in several projects"
        await client.post(url, json={"ids": made[:3], "project_id": None})
        assert await rows_left(app, ProjectRecording) == {"project_recordings": 1}
        assert (await client.get(f"{URL}/{two}")).json()["recording_count"] == 1
        answer = await client.post(url, json={"ids": made, "project_id": "nobody"})
        assert (answer.status_code, answer.json()["code"]) == (404, "project_not_found")


class TestDeleting:
    async def test_keeps_the_recordings(self, client: Client, factory: Factory) -> None:
        recording = await factory.recording()
        project = await factory.project("P", [recording])
        await client.delete(f"{URL}/{project}")
        assert (await client.recording(recording))["projects"] == []

    async def test_takes_them_along_when_asked(self, client: Client, app: FastAPI) -> None:
        project = (await make(client, "P"))["id"]
        inside = await client.upload(REPORT, project_id=project, transcribe="false")
        outside = await client.upload(REPORT, transcribe="false")
        await client.delete(f"{URL}/{project}", params={"delete_files": "true"})
        assert (await client.get(f"/api/recordings/{inside['id']}")).status_code == 404
        assert (await client.get("/api/recordings")).json()["total"] == 1

        async def swept() -> bool:
            return not await rows_left(app, StrayFile)

        await until(swept)
        assert stored_files(app.state.settings.data_dir) == [f"recordings/{outside['id']}/original"]
