"""A page of the list: what comes with each recording, and how many there are in all."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from sqlalchemy import event
from support.client import Client


async def _page(client: Client, **query: Any) -> dict[str, Any]:
    response = await client.get("/api/recordings", params=query)
    assert response.status_code == 200, response.text
    page: dict[str, Any] = response.json()
    return page


async def test_tags_and_projects_come_with_the_recording_by_name(client: Client) -> None:
    projects = [(await client.post("/api/projects", json={"name": name})).json() for name in ("Zoo", "apiary")]
    made = await client.upload(tags="Wind, air", transcribe="false", project_id=projects[0]["id"])
    await client.post(f"/api/projects/{projects[1]['id']}/recordings/{made['id']}")
    await client.upload(transcribe="false")

    plain, tagged = (await _page(client))["items"]

    assert [tag["name"] for tag in tagged["tags"]] == ["air", "Wind"]
    assert [project["name"] for project in tagged["projects"]] == ["apiary", "Zoo"]
    assert tagged["project_ids"] == [projects[1]["id"], projects[0]["id"]]
    assert (plain["tags"], plain["projects"], plain["job"]) == ([], [], None)


async def test_the_total_is_that_of_all_matches_on_every_page(client: Client) -> None:
    for number in range(3):
        await client.upload(title=f"Harbour {number}", transcribe="false")
    await client.upload(title="Forest", transcribe="false")

    for page, length in ((1, 2), (2, 1), (3, 0)):
        answer = await _page(client, search="harbour", page=page, page_size=2)
        assert (len(answer["items"]), answer["total"], answer["total_pages"]) == (length, 3, 2)
    assert (await _page(client, search="ocean"))["total"] == 0
    assert (await _page(client, page=9))["total"] == 4


async def test_a_page_takes_a_single_statement(app: FastAPI, client: Client) -> None:
    await client.upload(tags="air", transcribe="false")
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if (
            "recording_counts" in statement
            or (" LIMIT " in statement and "AS total" in statement)
            or " OFFSET " in statement
        ):
            statements.append(statement)

    engine = app.state.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    counts = []
    for query in ({}, {"status": "untranscribed"}, {"search": "rep"}):
        statements.clear()
        await _page(client, **query)
        counts.append(len([statement for statement in statements if "recording" in statement]))
    event.remove(engine, "before_cursor_execute", note)

    assert counts == [1, 1, 1]
