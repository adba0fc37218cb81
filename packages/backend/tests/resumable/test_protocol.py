"""tus 1.0 as its specification has it, and what becomes of a file that came by it."""

from __future__ import annotations

import asyncio
import hashlib
import random
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from support.client import Client
from support.leftovers import assert_nothing_left, rows_left, stored_files
from support.recordings import REPORT
from support.tus import PIECE, URL, VERSION, Tus, checksum, problem, said
from support.waiting import until
from verbatim.config import Settings
from verbatim.resumable.models import UnfinishedUpload

FILE = REPORT.read_bytes()
SHA256 = hashlib.sha256(FILE).hexdigest()


def partial_files(app: FastAPI) -> list[str]:
    folder = app.state.settings.data_dir / "uploads"
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith(".")) if folder.exists() else []


async def only_recording(client: Client) -> dict[str, Any]:
    listed = (await client.get("/api/recordings")).json()["items"]
    assert len(listed) == 1
    found: dict[str, Any] = listed[0]
    return found


class TestOneFile:
    async def test_in_three_pieces_becomes_a_recording_like_any_other(self, client: Client, app: FastAPI) -> None:
        name = "Grüße \u202eaus/Köln\u0007 東京.flac"
        upload = await Tus.begin(client, len(FILE), filename=name, title="Good morning", tags="a, b", sha256=SHA256)
        for start, end in ((0, 10), (10, 70_000), (70_000, len(FILE))):
            assert await upload.offset() == start
            answer = await upload.send(FILE[start:end], start)
            assert (answer.status_code, answer.headers["upload-offset"]) == (204, str(end)), answer.text
            assert "upload-expires" in answer.headers
            assert answer.headers["tus-resumable"] == "1.0.0"
        made = await only_recording(client)
        assert answer.headers["upload-result"] == made["id"]
        assert (made["title"], made["file_name"], made["file_size"]) == ("Good morning", "Köln 東京.flac", len(FILE))
        assert [tag["name"] for tag in (await client.recording(made["id"]))["tags"]] == ["a", "b"]
        assert (await client.get(f"/api/recordings/{made['id']}/audio")).content == FILE
        assert partial_files(app) == []
        assert await rows_left(app, UnfinishedUpload) == {"unfinished_uploads": 1}, "for who missed the answer"
        assert await upload.offset() == len(FILE)
        state = await upload.state()
        assert (state["result_id"], state["duplicate_of"]) == (made["id"], None)
        assert problem(await upload.send(b"", len(FILE))) == (409, "upload_finished")
        assert (await client.get(URL)).json()["items"] == []

    async def test_a_second_one_is_told_of_its_twin_also_beforehand(self, client: Client) -> None:
        assert (await client.get(f"{URL}/twins", params={"sha256": SHA256})).json() == {"duplicate_of": None}
        first = await client.upload(REPORT, transcribe="false", title="First")
        twin = {"id": first["id"], "title": "First"}
        assert (await client.get(f"{URL}/twins", params={"sha256": SHA256})).json() == {"duplicate_of": twin}
        upload = await Tus.begin(client, len(FILE))
        await upload.send(FILE, 0)
        state = await upload.state()
        assert (state["duplicate_of"], state["result_id"] != first["id"]) == (twin, True)

    async def test_with_the_first_request(self, client: Client) -> None:
        headers = {**PIECE, **said(filename="a.flac", transcribe="false"), "Upload-Length": str(len(FILE))}
        answer = await client.post(URL, content=FILE[:100], headers=headers)
        assert (answer.status_code, answer.headers["upload-offset"]) == (201, "100")
        whole = await client.post(URL, content=FILE, headers=headers)
        assert whole.headers["upload-result"] == (await only_recording(client))["id"]

    async def test_a_document(self, client: Client) -> None:
        text = b"Lease\n" * 100
        headers = {**PIECE, **said(filename="lease.txt", kind="document"), "Upload-Length": str(len(text))}
        answer = await client.post(URL, content=text, headers=headers)
        made = (await client.get(f"/api/documents/{answer.headers['upload-result']}")).json()
        assert (made["title"], made["sha256"]) == ("lease", hashlib.sha256(text).hexdigest())

    async def test_given_up_is_gone(self, client: Client, app: FastAPI) -> None:
        upload = await Tus.begin(client, len(FILE))
        await upload.send(FILE[:5_000], 0)
        assert partial_files(app) == [upload.id]
        assert (await client.delete(upload.address, headers=VERSION)).status_code == 204
        assert (await client.head(upload.address, headers=VERSION)).status_code == 404
        assert problem(await upload.send(FILE[5_000:], 5_000)) == (404, "upload_not_found")
        assert partial_files(app) == []
        assert await rows_left(app, UnfinishedUpload) == {}


class TestRefusals:
    @pytest.mark.parametrize(
        ("headers", "refusal"),
        [
            ({}, (412, "tus_version")),
            ({"Tus-Resumable": "0.2.2", "Upload-Length": "5"}, (412, "tus_version")),
            (VERSION, (422, "malformed_upload")),
            ({**VERSION, "Upload-Length": "-5"}, (422, "malformed_upload")),
            ({**VERSION, "Upload-Length": "\u0665"}, (422, "malformed_upload")),
            ({**VERSION, "Upload-Length": "9" * 30}, (422, "malformed_upload")),
            ({**VERSION, "Upload-Length": str(2**50)}, (413, "upload_too_large")),
            ({**VERSION, "Upload-Defer-Length": "1"}, (422, "malformed_upload")),
            ({**VERSION, "Upload-Length": "5", "Upload-Concat": "partial"}, (422, "malformed_upload")),
            ({**VERSION, "Upload-Length": "5", "Upload-Metadata": "filename ***"}, (422, "malformed_upload")),
            ({**VERSION, "Upload-Length": "5", "Upload-Metadata": "filename /w=="}, (422, "malformed_upload")),
            ({**VERSION, "Upload-Length": "5", "Upload-Metadata": "title YQ==,title YQ=="}, (422, "malformed_upload")),
            ({**VERSION, "Upload-Length": "5", "Upload-Metadata": ",,"}, (422, "malformed_upload")),
            ({**VERSION, "Upload-Length": "5", **said(kind="project")}, (422, "malformed_upload")),
            ({**VERSION, "Upload-Length": "5", **said(sha256="no")}, (422, "malformed_upload")),
            ({**VERSION, "Upload-Length": "5", **said(extra_metadata="[")}, (422, "bad_metadata")),
            ({**VERSION, "Upload-Length": "5", **said(project_id="nowhere")}, (404, "project_not_found")),
        ],
    )
    async def test_what_cannot_be_begun(
        self, client: Client, app: FastAPI, headers: dict[str, str], refusal: tuple[int, str]
    ) -> None:
        encoded = {name.encode(): value.encode() for name, value in headers.items()}
        answer = await client.post(URL, headers=encoded)
        assert problem(answer) == refusal
        assert answer.headers["tus-resumable"] == "1.0.0"
        assert await rows_left(app, UnfinishedUpload) == {}

    async def test_a_field_that_nobody_knows(self, client: Client) -> None:
        answer = await client.post(URL, headers={**VERSION, "Upload-Length": "5", **said(colour="red")})
        assert answer.status_code == 422
        assert answer.json()["detail"][0]["loc"] == ["body", "colour"]

    async def test_pieces_that_do_not_fit(self, client: Client) -> None:
        upload = await Tus.begin(client, 1_000)
        assert (await upload.send(FILE[:500], 0)).status_code == 204
        assert problem(await upload.send(FILE[:500], 0)) == (409, "wrong_offset")
        assert problem(await upload.send(FILE[:500], 700)) == (409, "wrong_offset")
        assert problem(await upload.send(FILE[:501], 500)) == (413, "upload_too_large")

        async def unannounced() -> AsyncIterator[bytes]:
            yield FILE[500:900]
            yield FILE[900:1_200]

        assert problem(await upload.send(unannounced(), 500)) == (413, "upload_too_large")
        assert problem(await upload.send(b"x", 500, content_type="text/plain")) == (415, "wrong_media_type")
        assert problem(await client.patch(upload.address, headers=PIECE)) == (422, "malformed_upload")
        assert problem(await upload.send(b"x", 500, tus_resumable="2.0.0")) == (412, "tus_version")
        assert await upload.offset() == 500

    async def test_what_is_no_recording_is_said_and_leaves_nothing(self, client: Client, app: FastAPI) -> None:
        upload = await Tus.begin(client, 5_000)
        answer = await upload.send(b"\1" * 5_000, 0)
        assert answer.status_code == 422
        assert answer.headers["tus-resumable"] == "1.0.0"
        assert (await client.head(upload.address, headers=VERSION)).status_code == 404
        assert partial_files(app) == []
        await assert_nothing_left(app)
        empty = await client.post(URL, headers={**VERSION, "Upload-Length": "0", **said(filename="a.wav")})
        assert empty.status_code == 422
        assert await rows_left(app, UnfinishedUpload) == {}

    async def test_another_file_than_announced(self, client: Client, app: FastAPI) -> None:
        upload = await Tus.begin(client, len(FILE), sha256="0" * 64)
        assert problem(await upload.send(FILE, 0)) == (460, "checksum_mismatch")
        assert partial_files(app) == []
        await assert_nothing_left(app)


class TestChecksums:
    @pytest.mark.parametrize("kind", ["sha256", "sha1"])
    async def test_a_wrong_piece_does_not_count(self, client: Client, kind: str) -> None:
        upload = await Tus.begin(client, len(FILE))
        assert (await upload.send(FILE[:4_000], 0, **_named(checksum(FILE[:4_000], kind)))).status_code == 204
        wrong = _named(checksum(b"something else", kind))
        assert problem(await upload.send(FILE[4_000:], 4_000, **wrong)) == (460, "checksum_mismatch")
        assert await upload.offset() == 4_000
        assert problem(await upload.send(FILE[4_000:9_000], 4_000, **wrong)) == (460, "checksum_mismatch")
        right = _named(checksum(FILE[4_000:], kind))
        assert (await upload.send(FILE[4_000:], 4_000, **right)).status_code == 204
        assert (await client.recording((await upload.state())["result_id"]))["file_size"] == len(FILE)

    @pytest.mark.parametrize("given", ["md5 1B2M2Y8AsgTpgAmY7PhCfg==", "sha256", "sha256 ***", ""])
    async def test_of_no_known_kind(self, client: Client, given: str) -> None:
        upload = await Tus.begin(client, 10)
        answer = await upload.send(b"x", 0, upload_checksum=given)
        assert answer.status_code in {422, 460}
        assert await upload.offset() == 0


def _named(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("-", "_"): value for name, value in headers.items()}


class TestOtherDoors:
    async def test_what_the_server_can_do(self, client: Client) -> None:
        answer = await client.options(URL)
        assert answer.status_code == 204
        assert answer.headers["tus-version"] == "1.0.0"
        assert answer.headers["tus-max-size"] == str(20 * 1024**3)
        extensions = set(answer.headers["tus-extension"].split(","))
        assert extensions == {"creation", "creation-with-upload", "expiration", "checksum", "termination"}
        assert answer.headers["tus-checksum-algorithm"] == "sha256,sha1"
        assert "access-control-allow-origin" not in answer.headers

    async def test_clients_without_patch(self, client: Client) -> None:
        upload = await Tus.begin(client, len(FILE))
        patch = {"X-HTTP-Method-Override": "PATCH", "Upload-Offset": "0"}
        assert (await client.post(upload.address, content=FILE[:7], headers={**PIECE, **patch})).status_code == 204
        assert await upload.offset() == 7
        assert problem(await client.post(upload.address, headers=VERSION)) == (405, "method_not_allowed")
        delete = {**VERSION, "X-HTTP-Method-Override": "DELETE"}
        assert (await client.post(upload.address, headers=delete)).status_code == 204

    async def test_another_site_may_not_send(self, client: Client) -> None:
        upload = await Tus.begin(client, 10)
        for site in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}):
            answer = await client.patch(upload.address, content=b"x", headers={**PIECE, "Upload-Offset": "0", **site})
            assert problem(answer) == (403, "foreign_origin")


class TestCuts:
    async def test_random_ones_give_the_same_bytes(self, client: Client, app: FastAPI) -> None:
        chance = random.Random(7)  # noqa: S311 - the same cuts each time
        for number in range(6):
            upload = await Tus.begin(client, len(FILE), title=str(number))
            while (offset := await upload.offset()) < len(FILE):
                length = chance.choice([0, 1, 100, 4_095, 30_000, len(FILE)])
                if chance.random() < 0.3:
                    app.state.upload_desk._digests.clear()  # as in another process
                if chance.random() < 0.5:
                    await cut(upload, FILE[offset : offset + length], offset)
                    assert await upload.offset() >= offset
                else:
                    await upload.send(FILE[offset : offset + length], offset)
            made = await client.recording((await upload.state())["result_id"])
            assert (await client.get(f"/api/recordings/{made['id']}/audio")).content == FILE
        assert (await client.get(f"{URL}/twins", params={"sha256": SHA256})).json()["duplicate_of"]["title"] == "0"
        assert partial_files(app) == []

    async def test_what_came_before_a_cut_is_kept_unless_it_has_a_checksum(self, client: Client) -> None:
        upload = await Tus.begin(client, len(FILE))
        await cut(upload, FILE[:3_000], 0)
        assert await upload.offset() == 3_000
        await cut(upload, FILE[3_000:5_000], 3_000, **checksum(FILE[3_000:]))
        assert await upload.offset() == 3_000
        assert (await upload.send(FILE[3_000:], 3_000)).status_code == 204
        assert (await client.recording((await upload.state())["result_id"]))["file_size"] == len(FILE)


async def cut(upload: Tus, data: bytes, offset: int, **headers: str) -> None:
    """Send a piece on a line that breaks after it."""
    sent = asyncio.Event()

    async def pieces() -> AsyncIterator[bytes]:
        yield data
        sent.set()
        await asyncio.Event().wait()

    headers = {**PIECE, "Upload-Offset": str(offset), **headers}
    task = asyncio.create_task(upload.client.patch(upload.address, content=pieces(), headers=headers))
    await sent.wait()
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


class TestTwoAtOnce:
    async def test_only_one_writes(self, client: Client, app: FastAPI) -> None:
        upload = await Tus.begin(client, len(FILE))
        go_on, begun = asyncio.Event(), asyncio.Event()

        async def slowly() -> AsyncIterator[bytes]:
            yield FILE[:1_000]
            begun.set()
            await go_on.wait()
            yield FILE[1_000:]

        first = asyncio.create_task(upload.send(slowly(), 0))
        await begun.wait()
        assert problem(await upload.send(FILE, 0)) == (423, "upload_locked")
        assert (await client.get(URL)).json()["items"][0]["is_sending"] is True
        go_on.set()
        assert (await first).status_code == 204
        assert len((await client.get("/api/recordings")).json()["items"]) == 1

    async def test_a_silent_one_makes_way(self, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("verbatim.resumable.desk.IDLE", 0.05)
        upload = await Tus.begin(client, len(FILE))

        async def silent() -> AsyncIterator[bytes]:
            yield FILE[:1_000]
            await asyncio.Event().wait()

        first = asyncio.create_task(upload.send(silent(), 0))
        await asyncio.sleep(0.3)
        assert await upload.offset() == 1_000
        assert problem(await first) == (422, "upload_cut_off")
        assert (await upload.send(FILE[1_000:], 1_000)).status_code == 204

    async def test_given_up_while_it_is_sent(self, client: Client, app: FastAPI) -> None:
        upload = await Tus.begin(client, len(FILE))
        begun = asyncio.Event()

        async def silent() -> AsyncIterator[bytes]:
            yield FILE[:1_000]
            begun.set()
            await asyncio.Event().wait()

        first = asyncio.create_task(upload.send(silent(), 0))
        await begun.wait()
        assert (await client.delete(upload.address, headers=VERSION)).status_code == 204
        assert (await first).status_code in {404, 422, 423}
        assert partial_files(app) == []
        assert await rows_left(app, UnfinishedUpload) == {}


class TestTrouble:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"upload_open_max": 3})

    async def test_too_many(self, client: Client) -> None:
        for _ in range(3):
            await Tus.begin(client, 5)
        answer = await client.post(URL, headers={**VERSION, "Upload-Length": "5"})
        assert problem(answer) == (429, "too_many_uploads")
        listed = (await client.get(URL)).json()["items"]
        assert len(listed) == 3
        assert (await client.delete(f"{URL}/{listed[0]['id']}", headers=VERSION)).status_code == 204
        await Tus.begin(client, 5)

    async def test_a_full_disk(self, client: Client, app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
        upload = await Tus.begin(client, len(FILE))
        await upload.send(FILE[:100], 0)
        monkeypatch.setattr(app.state.upload_desk.folder, "_reserve", lambda: 2**60)
        assert problem(await client.post(URL, headers={**VERSION, "Upload-Length": "5"})) == (507, "storage_full")
        assert problem(await upload.send(FILE[100:], 100)) == (507, "storage_full")
        monkeypatch.undo()
        assert await upload.offset() == 100
        assert (await upload.send(FILE[100:], 100)).status_code == 204

    async def test_a_storage_that_fails_at_the_end_is_tried_again_with_one_byte(
        self, client: Client, app: FastAPI
    ) -> None:
        upload = await Tus.begin(client, len(FILE))
        app.state.settings.storage_dir.mkdir(exist_ok=True)
        in_the_way = app.state.settings.storage_dir / "recordings"
        in_the_way.write_bytes(b"a file")
        assert problem(await upload.send(FILE, 0)) == (503, "storage_failed")
        await asyncio.to_thread(in_the_way.unlink)
        assert await upload.offset() == len(FILE) - 1
        answer = await upload.send(FILE[-1:], len(FILE) - 1)
        assert answer.headers["upload-result"] == (await only_recording(client))["id"]

        async def only_one() -> bool:
            return len([name for name in stored_files(app.state.settings.data_dir) if name.endswith("/original")]) == 1

        await until(only_one)

    async def test_bytes_on_another_server(self, client: Client, app: FastAPI) -> None:
        upload = await Tus.begin(client, len(FILE))
        await upload.send(FILE[:100], 0)
        place: Path = app.state.upload_desk.folder.root / ".place"
        mine = await asyncio.to_thread(place.read_text)
        await asyncio.to_thread(place.write_text, "another")
        answer = await client.head(upload.address, headers=VERSION)
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")
        assert problem(await upload.send(FILE[100:], 100)) == (503, "upload_elsewhere")
        await asyncio.to_thread(place.write_text, mine)
        assert await upload.offset() == 100

    async def test_bytes_that_the_disk_has_lost(self, client: Client, app: FastAPI) -> None:
        upload = await Tus.begin(client, len(FILE))
        await upload.send(FILE[:1_000], 0)
        path: Path = app.state.upload_desk.folder.path(upload.id)
        await asyncio.to_thread(lambda: path.write_bytes(FILE[:400]))
        assert await upload.offset() == 400
        assert (await upload.send(FILE[400:], 400)).status_code == 204
        made = await only_recording(client)
        assert (await client.get(f"/api/recordings/{made['id']}/audio")).content == FILE
