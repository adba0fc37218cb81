"""`/api/tags`: names are unique however they are written."""

from __future__ import annotations

import asyncio

import pytest
from fastapi import FastAPI
from support.client import Client
from support.factories import Factory
from support.leftovers import rows_left
from verbatim.tags.models import RecordingTag

URL = "/api/tags"


async def names(client: Client) -> list[str]:
    return [tag["name"] for tag in (await client.get(URL)).json()["items"]]


class TestCrud:
    async def test_made_changed_deleted(self, client: Client, factory: Factory, app: FastAPI) -> None:
        made = (await client.post(URL, json={"name": " Weekly\n meeting ", "color": "#AABBcc"})).json()
        assert (made["name"], made["color"]) == ("Weekly meeting", "#AABBcc")
        url = f"{URL}/{made['id']}"
        assert (await client.patch(url, json={"name": "WEEKLY MEETING"})).json()["color"] == "#AABBcc"
        assert (await client.patch(url, json={"color": None})).json()["color"] is None
        recording = await factory.recording()
        for _ in range(2):
            answer = await client.post(f"{URL}/recordings/{recording}", json={"tag_id": made["id"]})
            assert answer.status_code == 201
        on_it = (await client.get(f"{URL}/recordings/{recording}")).json()["items"]
        assert [tag["name"] for tag in on_it] == ["WEEKLY MEETING"]
        assert (await client.delete(f"{URL}/recordings/{recording}/{made['id']}")).status_code == 200
        assert (await client.get(f"{URL}/recordings/{recording}")).json()["items"] == []
        await client.post(f"{URL}/recordings/{recording}", json={"tag_id": made["id"]})
        assert (await client.delete(url)).status_code == 200
        assert await rows_left(app, RecordingTag) == {}
        assert (await client.recording(recording))["tags"] == []

    async def test_nobody(self, client: Client, factory: Factory) -> None:
        recording, tag = await factory.recording(), await factory.tag()
        for answer, code in (
            (await client.patch(f"{URL}/nobody", json={"name": "x"}), "tag_not_found"),
            (await client.delete(f"{URL}/nobody"), "tag_not_found"),
            (await client.get(f"{URL}/recordings/nobody"), "recording_not_found"),
            (await client.post(f"{URL}/recordings/nobody", json={"tag_id": tag}), "recording_not_found"),
            (await client.post(f"{URL}/recordings/{recording}", json={"tag_id": "nobody"}), "tag_not_found"),
            (await client.delete(f"{URL}/recordings/{recording}/nobody"), "tag_not_found"),
        ):
            assert (answer.status_code, answer.json()["code"]) == (404, code)


class TestNames:
    @pytest.mark.parametrize(
        "again", ["straße", "STRASSE", " Straße ", "Strasse"], ids=["lower", "upper", "spaces", "folded"]
    )
    async def test_one_of_each(self, client: Client, again: str) -> None:
        await client.post(URL, json={"name": "Straße"})
        answer = await client.post(URL, json={"name": again})
        assert (answer.status_code, answer.json()["code"]) == (409, "tag_exists")
        other = (await client.post(URL, json={"name": "Other"})).json()
        answer = await client.patch(f"{URL}/{other['id']}", json={"name": again})
        assert (answer.status_code, answer.json()["code"]) == (409, "tag_exists")
        assert await names(client) == ["Other", "Straße"]

    async def test_made_by_several_at_once(self, client: Client) -> None:
        answers = await asyncio.gather(*(client.post(URL, json={"name": "New"}) for _ in range(5)))
        assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409, 409]
        assert await names(client) == ["New"]

    @pytest.mark.parametrize("wrong", ["a,b", "", " \t ", "x" * 101, "\ud800"])
    async def test_refused(self, client: Client, wrong: str) -> None:
        body = b'{"name": "\\ud800"}' if wrong == "\ud800" else None
        answer = (
            await client.post(URL, content=body, headers={"content-type": "application/json"})
            if body
            else await client.post(URL, json={"name": wrong})
        )
        assert answer.status_code == 422
        assert await names(client) == []

    @pytest.mark.parametrize("strange", ["🎙️", "x" * 100, "\N{LATIN SMALL LIGATURE FFI}" * 100, "'; DROP TABLE tags"])
    async def test_accepted(self, client: Client, strange: str) -> None:
        assert (await client.post(URL, json={"name": strange})).status_code == 201
        assert (await client.post(URL, json={"name": strange})).status_code == 409
        assert await names(client) == [strange]

    async def test_a_colour_is_a_colour(self, client: Client) -> None:
        for wrong in ("red", "#12", "#12345g", "#1234567", ""):
            assert (await client.post(URL, json={"name": "x", "color": wrong})).status_code == 422

    async def test_put_on_by_several_at_once(self, client: Client, factory: Factory) -> None:
        recording, tag = await factory.recording(), await factory.tag()
        url = f"{URL}/recordings/{recording}"
        answers = await asyncio.gather(*(client.post(url, json={"tag_id": tag}) for _ in range(5)))
        assert {answer.status_code for answer in answers} == {201}
        assert len((await client.get(url)).json()["items"]) == 1
