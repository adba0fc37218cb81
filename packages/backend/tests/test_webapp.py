"""The web app's addresses: its one page everywhere, its files by name, and never instead of the API."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from support.client import Client
from verbatim.webapp import WebApp


@pytest.fixture
def site(tmp_path: Path) -> httpx.AsyncClient:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("<title>the page</title>")
    (tmp_path / "assets" / "app-1a2b.js").write_text("export {}")
    application = Starlette(routes=[Mount("/", WebApp(tmp_path))])
    return httpx.AsyncClient(transport=httpx.ASGITransport(app=application), base_url="http://127.0.0.1")


@pytest.mark.parametrize("path", ["/", "/recordings", "/recordings/01a2-b3?t=12.5", "/plugins/a/b"])
async def test_every_page_is_the_one_page(site: httpx.AsyncClient, path: str) -> None:
    answer = await site.get(path)
    assert answer.status_code == 200
    assert "the page" in answer.text
    assert answer.headers["cache-control"] == "no-cache"


async def test_hashed_files_are_kept_for_ever(site: httpx.AsyncClient) -> None:
    answer = await site.get("/assets/app-1a2b.js")
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize("path", ["/assets/old-9f.js", "/api/nothing", "/../../etc/passwd.txt", "/health/nothing"])
async def test_what_is_missing_is_not_answered_with_the_page(site: httpx.AsyncClient, path: str) -> None:
    assert (await site.get(path)).status_code == 404


async def test_without_a_built_app_the_server_says_so(tmp_path: Path) -> None:
    application = Starlette(routes=[Mount("/", WebApp(tmp_path / "nothing"))])
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app=application), base_url="http://127.0.0.1"
    ) as visitor:
        assert "make web" in (await visitor.get("/")).text


async def test_styles_need_the_nonce_of_their_answer(client: Client) -> None:
    answers = [await client.get("/") for _ in range(2)]
    policies = [answer.headers["content-security-policy"] for answer in answers]
    assert policies[0] != policies[1]
    for answer, policy in zip(answers, policies, strict=True):
        assert "unsafe-inline" not in policy
        nonce = policy.partition("'nonce-")[2].partition("'")[0]
        assert f'content="{nonce}"' in answer.text
    other = (await client.get("/api/info")).headers
    assert "style-src 'self';" in other["content-security-policy"]
    assert "camera=()" in other["permissions-policy"]
