"""The page that describes the API works without any other host, under the page's own policy."""

from __future__ import annotations

import re

import pytest
from support.client import Client

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


async def test_everything_the_page_needs_comes_from_here(client: Client) -> None:
    page = await client.get("/docs")
    assert page.headers["content-type"].startswith("text/html")
    addresses = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert len(addresses) == 4
    for address in addresses:
        assert address.startswith("/")
        if address != "/favicon.svg":  # part of the web app, which may not be built
            assert (await client.get(address)).status_code == 200, address
    assert "<script>" not in page.text
    assert (await client.get("/docs/start.js")).headers["content-type"].startswith("text/javascript")


async def test_no_other_file_is_served(client: Client) -> None:
    assert (await client.get("/docs/__init__.py")).status_code == 404
