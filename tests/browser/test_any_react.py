"""The plugin's module in hosts that are not ours: the default export under another React, and `mount` without any."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hosts import MODULE, REACTS, open_host, put, take_away
from playwright.sync_api import Browser, BrowserContext, Page, expect
from profiles import open_context
from support.server import RunningServer

_HOST = "<!doctype html><title>Another host</title><h1 class='hidden'>Another host</h1><div id='root'></div>"


@pytest.fixture
def context(browser: Browser, enterprise_server: RunningServer) -> Iterator[BrowserContext]:
    """Open a profile of the server for organisations."""
    yield from open_context(browser, enterprise_server)


@pytest.fixture
def host(page: Page) -> Page:
    """Open a page of a host with nothing on it but a place."""
    page.route("**/another-host", lambda route: route.fulfill(body=_HOST, content_type="text/html"))
    page.goto("/another-host")
    return page


@pytest.mark.parametrize("version", REACTS)
def test_default_export_works_under_another_react(page: Page, version: int) -> None:
    open_host(page, version)
    put(page, route={"path": "/reset"})
    expect(page.get_by_role("heading", name="Forgot your password?")).to_be_visible()
    take_away(page)
    expect(page.get_by_role("heading", name="Forgot your password?")).to_have_count(0)


def test_mount_draws_and_takes_away_without_touching_the_host(host: Page) -> None:
    host.evaluate(
        """async url => {
            const { mount } = await import(url);
            window.unmount = mount(document.getElementById("root"), { route: { path: "/reset" } });
        }""",
        MODULE,
    )
    expect(host.get_by_role("heading", name="Forgot your password?")).to_be_visible()
    # Neither a utility's name nor a reset reaches the host's own heading.
    expect(host.get_by_role("heading", name="Another host")).to_be_visible()
    assert host.evaluate("() => getComputedStyle(document.querySelector('h1.hidden')).marginTop") != "0px"
    host.evaluate("() => window.unmount()")
    expect(host.locator(".verbatim-enterprise > *")).to_have_count(0)
