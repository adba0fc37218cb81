"""From the page to a program and back: a key that works, and a receiver that is told."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest
from people import sign_in
from playwright.sync_api import Browser, BrowserContext, Page, expect
from profiles import open_context
from standardwebhooks import Webhook
from support.answering import answering
from support.server import RunningServer

Told = list[tuple[dict[str, str], bytes]]


@pytest.fixture(scope="module")
def enterprise_settings() -> dict[str, str]:
    return {"VERBATIM_WEBHOOKS_ALLOW_PRIVATE": "127.0.0.0/8"}


@pytest.fixture
def context(browser: Browser, enterprise_server: RunningServer) -> Iterator[BrowserContext]:
    yield from open_context(browser, enterprise_server)


@pytest.fixture
def receiver() -> Iterator[tuple[str, Told]]:
    """Run a program that is told of events; give its address and what it was sent."""
    told: Told = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            told.append(({name.lower(): value for name, value in self.headers.items()}, body))
            self.send_response(200)
            self.send_header("content-length", "6")
            self.end_headers()
            self.wfile.write(b"thanks")

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with answering(ThreadingHTTPServer(("127.0.0.1", 0), Handler)) as address:
        yield f"{address}/hooks", told


@pytest.fixture
def page(context: BrowserContext) -> Page:
    opened: Page = context.new_page()
    sign_in(opened)
    return opened


def test_key_made_on_the_page_opens_the_api_until_it_is_revoked(page: Page, enterprise_server: RunningServer) -> None:
    page.goto("/account/keys")
    page.get_by_role("button", name="New key").first.click()
    dialog = page.get_by_role("dialog", name="New API key")
    dialog.get_by_label("Name", exact=True).fill("Nightly import")
    dialog.get_by_role("button", name="Make the key").click()
    shown = page.get_by_role("dialog", name="The key for Nightly import is ready")
    key = shown.get_by_label("API key", exact=True).input_value()
    page.keyboard.press("Escape")
    expect(shown.get_by_role("alert")).to_have_text("Close without copying? It cannot be shown again.")
    page.keyboard.press("Escape")
    assert shown.get_by_label("API key", exact=True).input_value() == key, "still there to be copied"
    shown.get_by_role("button", name="Stay").click()
    shown.get_by_role("button", name="I have copied it").click()
    expect(shown).to_have_count(0)

    def ask(method: str, path: str) -> int:
        return httpx.request(
            method, enterprise_server.url + path, headers={"Authorization": f"Bearer {key}"}
        ).status_code

    assert ask("GET", "/api/recordings") == 200
    assert ask("DELETE", "/api/recordings/nothing") == 403, "only reading was ticked"

    row = page.get_by_role("row", name=re.compile("Nightly import"))
    row.get_by_role("button", name="Actions for Nightly import").click()
    page.get_by_role("menuitem", name="Revoke").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Revoke").click()

    expect(row.get_by_text("Revoked")).to_be_visible()
    deadline = time.monotonic() + 10
    while ask("GET", "/api/recordings") != 401:
        assert time.monotonic() < deadline, "a revoked key still works"
        time.sleep(0.2)


def test_receiver_added_on_the_page_gets_a_signed_test_and_the_page_shows_it(
    page: Page, receiver: tuple[str, Told]
) -> None:
    address, told = receiver
    page.goto("/team/webhooks")
    page.get_by_role("button", name="New receiver").first.click()
    dialog = page.get_by_role("dialog", name="New receiver")
    dialog.get_by_label("Address").fill(address)
    dialog.get_by_role("button", name="Add the receiver").click()
    shown = page.get_by_role("dialog", name="The receiver's secret")
    secret = shown.get_by_label("Signing secret").input_value()
    shown.get_by_role("button", name="I have copied it").click()

    page.get_by_role("button", name=f"Actions for {address}").click()
    page.get_by_role("menuitem", name="Send a test").click()

    row = page.get_by_role("row", name=re.compile("webhook.test"))
    expect(row.get_by_text("Delivered")).to_be_visible(timeout=20_000)
    headers, body = told[0]
    assert Webhook(secret).verify(body, headers)["type"] == "webhook.test"
    row.get_by_role("button", name="webhook.test").click()
    expect(page.get_by_role("dialog").get_by_text("thanks")).to_be_visible()


def test_address_inside_the_network_is_refused_beside_its_field(page: Page) -> None:
    page.goto("/team/webhooks")
    page.get_by_role("button", name="New receiver").first.click()
    dialog = page.get_by_role("dialog", name="New receiver")
    dialog.get_by_label("Address").fill("http://169.254.169.254/latest/meta-data")
    dialog.get_by_role("button", name="Add the receiver").click()

    expect(dialog.get_by_text("does not lead to a server on the internet")).to_be_visible()
