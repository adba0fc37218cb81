"""What a form may say beside its file, and forms that are not as they should be."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from support.client import Client
from support.factories import Factory
from support.leftovers import assert_nothing_left, rows_left, stored_files
from support.recordings import REPORT
from verbatim.config import Settings
from verbatim.core.multipart import MAX_FIELD_BYTES
from verbatim.recordings.models import Recording

URL = "/api/recordings/upload"
FORM = {"content-type": "multipart/form-data; boundary=xyz"}


def part(name: str, content: bytes, *, file_name: str | None = None) -> bytes:
    head = f'Content-Disposition: form-data; name="{name}"'
    head += f'; filename="{file_name}"' if file_name is not None else ""
    return b"--xyz\r\n" + head.encode() + b"\r\n\r\n" + content + b"\r\n"


async def send(client: Client, *parts: bytes, end: bytes = b"--xyz--\r\n") -> httpx.Response:
    return await client.post(URL, content=b"".join(parts) + end, headers=FORM)


def problem(answer: httpx.Response) -> tuple[int, str]:
    assert isinstance(answer.json()["detail"], str), answer.text
    return answer.status_code, answer.json()["code"]


class TestNames:
    @pytest.mark.parametrize(
        ("claimed", "stored"),
        [
            ("../../etc/passwd.wav", "passwd.wav"),
            ("..\\..\\Windows\\talk.wav", "talk.wav"),
            ("/etc/shadow", "shadow"),
            ("🎙️ Überraschung 日本.wav", "🎙️ Überraschung 日本.wav"),
            ("a\tb\x01c\x7f\x85.wav", "abc.wav"),
            ("exe\u202egpj.wav", "exegpj.wav"),
            ("my %22talk%22.wav", 'my "talk".wav'),
            ("..", "recording"),
            (".wav", "wav"),
            ("talk", "talk"),
        ],
    )
    async def test_a_name_is_only_a_name(self, client: Client, app: FastAPI, claimed: str, stored: str) -> None:
        answer = await send(client, part("file", REPORT.read_bytes(), file_name=claimed), part("transcribe", b"false"))
        assert answer.status_code == 201, answer.text
        assert answer.json()["file_name"] == stored
        files = stored_files(app.state.settings.data_dir)
        assert files == [f"recordings/{answer.json()['id']}/original"], "names never become paths"

    @pytest.mark.parametrize("claimed", ["x" * 1_000 + ".wav", "a." + "w" * 1_000, "é" * 1_000, "🎙️" * 1_000 + ".wav"])
    async def test_a_thousand_characters(self, client: Client, claimed: str) -> None:
        created = await client.upload(REPORT, name=claimed, transcribe="false")
        assert 0 < len(created["file_name"]) <= 255
        assert created["file_name"][0] == claimed[0]
        assert claimed.endswith(".wav") == created["file_name"].endswith(".wav")
        assert 0 < len(created["title"]) <= 500

    async def test_a_title_is_one_line_of_text(self, client: Client) -> None:
        hostile = " a\x00b\r\n<script>\u202e " + "x" * 1_000
        created = await client.upload(REPORT, title=hostile, transcribe="false")
        assert re.fullmatch(r"ab <script> x{400,}", created["title"])
        assert len(created["title"]) == 500
        assert (await client.recording(created["id"]))["title"] == created["title"]

    async def test_without_a_title_the_name_gives_one(self, client: Client) -> None:
        created = await client.upload(REPORT, name="board_meeting  2026.wav", transcribe="false")
        assert created["title"] == "board meeting 2026"


class TestFields:
    async def test_tags_project_and_metadata(self, client: Client, factory: Factory) -> None:
        project = await factory.project("Board")
        tag = await factory.tag("Weekly")
        created = await client.upload(
            REPORT,
            project_id=project,
            tags=" weekly, New one,new ONE,, ",
            description="What we said",
            participants="Ada, Ben",
            location="Köln",
            recorded_date="2026-03-01",
            quality="high",
            extra_metadata=json.dumps({"case": 17, "nested": {"a": [1, None]}}),
            transcribe="false",
        )
        found = await client.recording(created["id"])
        assert found["projects"] == [{"id": project, "name": "Board"}]
        assert [one["name"] for one in found["tags"]] == ["New one", "Weekly"]
        assert tag in found["tag_ids"]
        assert found["metadata"] == {
            "description": "What we said",
            "participants": "Ada, Ben",
            "location": "Köln",
            "recorded_date": "2026-03-01",
            "quality": "high",
            "case": 17,
            "nested": {"a": [1, None]},
        }
        assert found["job"] is None
        assert created["job_id"] is None

    async def test_uploads_that_invent_the_same_tag_at_the_same_time(self, client: Client) -> None:
        made = await asyncio.gather(*(client.upload(REPORT, tags="fresh", transcribe="false") for _ in range(4)))
        found = [await client.recording(one["id"]) for one in made]
        assert len({tuple(one["tag_ids"]) for one in found}) == 1
        assert [tag["name"] for tag in (await client.get("/api/tags")).json()["items"]] == ["fresh"]

    @pytest.mark.parametrize(
        ("form", "status", "code"),
        [
            ({"language": "klingon"}, 422, "unknown_language"),
            ({"language": "klingon", "transcribe": "false"}, 422, "unknown_language"),
            ({"project_id": "nobody"}, 404, "project_not_found"),
            ({"project_id": "no\x00body"}, 404, "project_not_found"),
            ({"extra_metadata": "{"}, 422, "bad_metadata"),
            ({"extra_metadata": "[1]"}, 422, "bad_metadata"),
            ({"extra_metadata": '{"a": NaN}'}, 422, "bad_metadata"),
            ({"extra_metadata": "[" * 60_000}, 422, "bad_metadata"),
            ({"extra_metadata": json.dumps({"a": "x" * 40_000})}, 422, "bad_metadata"),
            ({"tags": "x" * 101}, 422, "bad_tag"),
            ({"description": "x" * (MAX_FIELD_BYTES + 1)}, 413, "too_large"),
        ],
        ids=lambda value: next(iter(value)) if isinstance(value, dict) else str(value),
    )
    async def test_a_wrong_field_leaves_nothing(
        self, client: Client, app: FastAPI, form: dict[str, str], status: int, code: str
    ) -> None:
        answer = await client.post(URL, files={"file": ("a.flac", REPORT.read_bytes())}, data=form)
        assert problem(answer) == (status, code)
        await assert_nothing_left(app)


class TestShape:
    async def test_no_file(self, client: Client, app: FastAPI) -> None:
        assert problem(await send(client, part("title", b"Nothing"))) == (422, "missing_file")
        await assert_nothing_left(app)

    async def test_a_form_sent_before_a_file_was_chosen(self, client: Client, app: FastAPI) -> None:
        assert problem(await send(client, part("file", b"", file_name=""))) == (422, "missing_file")
        await assert_nothing_left(app)

    async def test_a_file_in_another_field(self, client: Client, app: FastAPI) -> None:
        assert problem(await send(client, part("upload", b"abc", file_name="a.wav"))) == (422, "missing_file")
        await assert_nothing_left(app)

    async def test_two_files(self, client: Client, app: FastAPI) -> None:
        both = [part("file", REPORT.read_bytes(), file_name=f"{name}.flac") for name in "ab"]
        assert problem(await send(client, *both)) == (422, "missing_file")
        await assert_nothing_left(app)

    async def test_too_many_fields(self, client: Client, app: FastAPI) -> None:
        fields = [part(f"f{number}", b"x") for number in range(100)]
        assert problem(await send(client, *fields)) == (413, "too_large")
        await assert_nothing_left(app)

    async def test_a_head_without_end(self, client: Client, app: FastAPI) -> None:
        body = b"--xyz\r\nContent-Disposition: " + b"x" * 20_000
        assert problem(await send(client, body, end=b"")) == (422, "malformed_form")
        await assert_nothing_left(app)

    @pytest.mark.parametrize(
        ("content_type", "body"),
        [
            ("application/json", b"{}"),
            ("application/x-www-form-urlencoded", b"file=abc"),
            ("multipart/form-data", b"--xyz\r\n\r\n--xyz--"),
            ("multipart/form-data; boundary=xyz", b"this is no form"),
            ("multipart/form-data; boundary=xyz", b"--xyz\r\nno colon\r\n\r\nabc\r\n--xyz--\r\n"),
            ("multipart/form-data; boundary=xyz", b"--xyz\r\nA: b\r\n\r\nabc\r\n--xyz--\r\n"),
            ("multipart/form-data; boundary=" + "x" * 5_000, b"--"),
            ("", b"abc"),
        ],
    )
    async def test_not_a_form(self, client: Client, app: FastAPI, content_type: str, body: bytes) -> None:
        answer = await client.post(URL, content=body, headers={"content-type": content_type})
        assert problem(answer) == (422, "malformed_form")
        await assert_nothing_left(app)

    async def test_an_empty_body(self, client: Client, app: FastAPI) -> None:
        assert problem(await send(client, end=b"")) == (422, "upload_cut_off")
        await assert_nothing_left(app)

    async def test_a_form_that_stops_in_its_file(self, client: Client, app: FastAPI) -> None:
        body = part("file", REPORT.read_bytes()[:20_000], file_name="a.flac")
        assert problem(await send(client, body, end=b"")) == (422, "upload_cut_off")
        await assert_nothing_left(app)

    async def test_a_form_that_arrives_byte_by_byte(self, client: Client) -> None:
        content = part("file", REPORT.read_bytes()[:30_000], file_name="a.flac") + part("title", b"In pieces")
        whole = content + part("transcribe", b"false") + b"--xyz--\r\n"

        async def bytewise() -> AsyncIterator[bytes]:
            for at in range(0, len(whole), 7):
                yield whole[at : at + 7]

        answer = await client.post(URL, content=bytewise(), headers=FORM)
        assert answer.status_code == 201, answer.text
        assert (answer.json()["title"], answer.json()["file_size"]) == ("In pieces", 30_000)


class TestLimit:
    LIMIT = 50_000

    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"upload_max_bytes": self.LIMIT})

    async def test_announced(self, client: Client, app: FastAPI) -> None:
        looked = []

        async def body() -> AsyncIterator[bytes]:
            looked.append(True)
            yield b""

        answer = await client.post(URL, content=body(), headers={**FORM, "content-length": "99999999"})
        assert not looked, "the body is not even looked at"
        assert problem(answer) == (413, "upload_too_large")
        assert "50.0 kB" in answer.json()["detail"]
        await assert_nothing_left(app)

    async def test_counted(self, client: Client, app: FastAPI) -> None:
        sent = 0

        async def endless() -> AsyncIterator[bytes]:
            nonlocal sent
            yield part("file", b"fLaC", file_name="a.flac").removesuffix(b"\r\n")
            while True:
                sent += 10_000
                yield b"x" * 10_000

        answer = await client.post(URL, content=endless(), headers=FORM)
        assert problem(answer) == (413, "upload_too_large")
        assert sent <= self.LIMIT + 10_000
        await assert_nothing_left(app)

    async def test_exactly_as_large_as_allowed(self, client: Client, app: FastAPI, tmp_path: Path) -> None:
        (tmp_path / "a.flac").write_bytes(REPORT.read_bytes()[: self.LIMIT])
        created = await client.upload(tmp_path / "a.flac", transcribe="false")
        assert created["file_size"] == self.LIMIT
        assert await rows_left(app, Recording) == {"recordings": 1}
