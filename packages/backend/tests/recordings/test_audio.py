"""Playing and downloading: RFC 9110, sections 13 and 14."""

from __future__ import annotations

import asyncio
import re
from typing import Any
from urllib.parse import unquote

import pytest
from support.client import Client
from support.recordings import REPORT

BYTES = REPORT.read_bytes()
SIZE = len(BYTES)


@pytest.fixture
async def url(client: Client) -> str:
    """Give the address of the sound of a recording."""
    created = await client.upload(REPORT, name='Grüße "🎙️".flac', transcribe="false")
    return f"/api/recordings/{created['id']}/audio"


class TestRange:
    @pytest.mark.parametrize(
        ("asked", "start", "end"),
        [
            ("bytes=0-0", 0, 1),
            ("bytes=0-99", 0, 100),
            ("bytes=100-", 100, SIZE),
            ("bytes=-100", SIZE - 100, SIZE),
            (f"bytes=-{SIZE * 9}", 0, SIZE),
            (f"bytes=0-{SIZE * 9}", 0, SIZE),
            (f"bytes={SIZE - 1}-", SIZE - 1, SIZE),
            ("Bytes=5-9", 5, 10),
        ],
    )
    async def test_a_part(self, client: Client, url: str, asked: str, start: int, end: int) -> None:
        answer = await client.get(url, headers={"Range": asked})
        assert answer.status_code == 206
        assert answer.headers["content-range"] == f"bytes {start}-{end - 1}/{SIZE}"
        assert answer.headers["content-length"] == str(end - start)
        assert "content-encoding" not in answer.headers
        assert answer.content == BYTES[start:end]

    @pytest.mark.parametrize(
        "ignored", ["bytes=0-1,5-6", "bytes=-", "bytes=9-3", "seconds=0-1", "bytes=a-b", "bytes 0-1", "bytes=٣-٤", ""]
    )
    async def test_what_is_no_single_range_gets_everything(self, client: Client, url: str, ignored: str) -> None:
        answer = await client.get(url, headers={b"Range": ignored.encode()})
        assert (answer.status_code, answer.content) == (200, BYTES)
        assert answer.headers["accept-ranges"] == "bytes"
        assert answer.headers["content-length"] == str(SIZE)

    @pytest.mark.parametrize("outside", [f"bytes={SIZE}-", f"bytes={SIZE * 9}-{SIZE * 10}", "bytes=-0"])
    async def test_outside(self, client: Client, url: str, outside: str) -> None:
        answer = await client.get(url, headers={"Range": outside})
        assert answer.status_code == 416
        assert answer.headers["content-range"] == f"bytes */{SIZE}"
        assert answer.json()["code"] == "range_not_satisfiable"

    async def test_head_has_no_ranges(self, client: Client, url: str) -> None:
        answer = await client.head(url, headers={"Range": "bytes=0-9"})
        assert (answer.status_code, answer.content) == (200, b"")
        assert answer.headers["content-length"] == str(SIZE)
        assert answer.headers["content-type"] == "audio/flac"


class TestConditions:
    async def test_if_range(self, client: Client, url: str) -> None:
        about = (await client.head(url)).headers
        for held, status in (
            (about["etag"], 206),
            (about["last-modified"], 206),
            ('"another"', 200),
            ("W/" + about["etag"], 200),
            ("Thu, 01 Jan 1970 00:00:00 GMT", 200),
        ):
            answer = await client.get(url, headers={"Range": "bytes=0-9", "If-Range": held})
            assert answer.status_code == status, held

    async def test_not_modified(self, client: Client, url: str) -> None:
        about = (await client.head(url)).headers
        tag = about["etag"]
        for headers, status in (
            ({"If-None-Match": tag}, 304),
            ({"If-None-Match": f'"x", W/{tag}'}, 304),
            ({"If-None-Match": "*"}, 304),
            ({"If-None-Match": '"x"'}, 200),
            ({"If-Modified-Since": about["last-modified"]}, 304),
            ({"If-Modified-Since": "Thu, 01 Jan 1970 00:00:00 GMT"}, 200),
            ({"If-Modified-Since": "soon"}, 200),
            ({"If-None-Match": '"x"', "If-Modified-Since": about["last-modified"]}, 200),
        ):
            answer = await client.get(url, headers=headers)
            assert answer.status_code == status, headers
            assert answer.headers["etag"] == tag
            assert (answer.content == b"") == (status == 304)

    async def test_the_date_is_written_as_http_writes_it(self, client: Client, url: str) -> None:
        """RFC 9110, 5.6.7: GMT by name; caches compare the text, so what is the same to Python is not the same here."""
        written = (await client.head(url)).headers["last-modified"]
        assert re.fullmatch(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT", written)


class TestDownload:
    async def test_the_name_survives(self, client: Client, url: str) -> None:
        inline = (await client.head(url)).headers["content-disposition"]
        assert inline.startswith("inline; ")
        saved = (await client.get(url, params={"download": "true"})).headers["content-disposition"]
        assert saved.startswith('attachment; filename="Gr__e ____.flac"')
        assert unquote(saved.rpartition("UTF-8''")[2]) == 'Grüße "🎙️".flac'

    async def test_a_file_that_is_gone(self, client: Client, url: str, settings: Any) -> None:
        for path in settings.storage_dir.rglob("original"):
            path.unlink()
        answer = await client.get(url)
        assert (answer.status_code, answer.json()["code"]) == (404, "file_missing")
        properties = await client.get(url.replace("audio", "properties"))
        assert properties.json()["file_exists"] is False

    async def test_nobody(self, client: Client) -> None:
        for path in ("nobody", "no%00body", "%F0%9F%8E%99", "x" * 500):
            answer = await client.get(f"/api/recordings/{path}/audio")
            assert answer.status_code in {404, 422}, path


class TestWaveform:
    async def test_appears_soon(self, client: Client, url: str) -> None:
        address = url.replace("audio", "waveform")
        async with asyncio.timeout(30):
            while (answer := await client.get(address)).status_code == 404:
                assert answer.json()["code"] == "waveform_not_ready"
                await asyncio.sleep(0.05)
        found = answer.json()
        assert 500 <= len(found["peaks"]) <= 1_000
        assert all(0 <= peak <= 1 for peak in found["peaks"])
        assert max(found["peaks"]) > 0.1
