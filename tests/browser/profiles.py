"""Browser profiles, as people have them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from playwright.sync_api import Browser, BrowserContext
from support.server import RunningServer

PATIENCE: Final = 30_000
"""Milliseconds to wait for what should be there at once: test machines are busy."""


def open_context(browser: Browser, server: RunningServer, **options: Any) -> Iterator[BrowserContext]:
    """Open a profile of its own, in English, at the size of a laptop, and close it in the end."""
    instance = browser.new_context(
        base_url=server.url,
        viewport={"width": 1440, "height": 900},
        locale="en-GB",
        timezone_id="Europe/Berlin",
        accept_downloads=True,
        **options,
    )
    instance.set_default_timeout(PATIENCE)
    yield instance
    instance.close()
