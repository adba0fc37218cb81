"""The browser's journey with recordings in an object store: played and sought by links, and through the server."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from people import Program, sign_in
from playwright.sync_api import Browser, BrowserContext, Page, expect
from profiles import open_context
from support.recordings import REPORT
from support.server import RunningServer
from support_stores.locations import URL
from support_stores.servers import STARTERS, ServerMissingError, StoreServer


@pytest.fixture(scope="module", params=["moto", "azurite"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoreServer]:
    """Run an object store."""
    try:
        with STARTERS[request.param](tmp_path_factory.mktemp(request.param)) as found:
            yield found
    except ServerMissingError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="module")
def enterprise_settings(store: StoreServer) -> dict[str, str]:
    family = "AZURE" if store.kind == "azurite" else "S3"
    return {**store.variables, f"VERBATIM_STORAGE_{family}_SIGNED_LINKS": "yes", "VERBATIM_STORAGE_CHECK": "off"}


@pytest.fixture
def context(browser: Browser, enterprise_server: RunningServer) -> Iterator[BrowserContext]:
    yield from open_context(browser, enterprise_server)


def _heard(page: Page, seconds: float) -> None:
    """Seek to a moment and hear on from there."""
    is_there = "one.readyState > 2 && Math.abs(one.currentTime - at) < 2 && !one.error"
    page.wait_for_function(f"at => {{ const one = window.heard; return {is_there}; }}", arg=seconds)


def test_a_recording_in_a_store_is_played_by_link_and_through_the_server(
    context: BrowserContext, enterprise_server: RunningServer, store: StoreServer
) -> None:
    with Program(enterprise_server) as ada:
        recording = ada.upload(REPORT, "Report")
    context.add_init_script(
        "const make = document.createElement.bind(document);"
        "document.createElement = (name, ...more) => { const made = make(name, ...more);"
        " if (name === 'video') window.heard = made; return made; };"
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if "Security Policy" in message.text else None)
    sign_in(page)
    page.goto(f"/recordings/{recording}")
    with page.expect_response(lambda answer: answer.url.startswith(store.url)) as fetched:
        page.get_by_role("button", name="Play", exact=True).first.click()
    assert fetched.value.status == 206
    assert not fetched.value.request.headers.get("referer")
    _heard(page, 0)
    for moment in (4.0, 1.0):
        page.evaluate("at => { window.heard.currentTime = at; }", moment)
        _heard(page, moment)

    # A link that opens nothing any more: the player asks anew, at last for the file without a link, and goes on.
    page.evaluate("() => { window.heard.pause(); window.heard.src += '/gone'; window.heard.play().catch(() => 0); }")
    page.wait_for_function("() => window.heard.readyState > 2 && window.heard.src.includes('link=false')")
    with page.expect_download() as saving:
        page.evaluate(f"() => {{ location.href = '/api/recordings/{recording}/audio?download=true'; }}")
    assert saving.value.suggested_filename == REPORT.name
    assert saving.value.url.startswith(store.url)
    assert saving.value.path().read_bytes() == REPORT.read_bytes()
    assert complaints == []

    page.goto("/admin/storage")
    expect(page.get_by_role("row", name=re.compile("of the environment"))).to_be_visible()
    assert context.request.get(f"{enterprise_server.url}{URL}").status == 200
