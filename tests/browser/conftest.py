"""A real browser against a real `verbatim serve`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import chromium
import pytest
from accessibility import Theme
from listening import Listener
from people import ENTERPRISE, Program
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response, expect, sync_playwright
from profiles import PATIENCE, open_context
from support.fixed_service import FixedService, serving
from support.server import RunningServer, running_server

_ROOT = Path(__file__).parent.parent.parent
_STATIC = _ROOT / "packages" / "backend" / "verbatim" / "static" / "index.html"
_ARGUMENTS = (
    "--no-sandbox",  # root in a container has no sandbox to offer
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
)
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.timeout(600))


def _absent(reason: str) -> None:
    """Skip, but not where nobody would read it."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start the machine's Chromium, for one file: as long as it runs, no other event loop can run beside it."""
    program = chromium.find()
    if program is None:
        _absent("there is no Chromium on this machine (apt-get install chromium)")
    if not _STATIC.exists():
        _absent("the web app is not built (make web)")
    with sync_playwright() as playwright:
        instance = playwright.chromium.launch(executable_path=program, args=_ARGUMENTS)
        yield instance
        instance.close()


@pytest.fixture(scope="module")
def server_settings() -> dict[str, str]:
    """Give the settings of the server without sign-in; a module replaces it."""
    return {"VERBATIM_TRANSCRIPTION_ENGINE": "pocketsphinx"}


@pytest.fixture(scope="module")
def server(
    tmp_path_factory: pytest.TempPathFactory, browser: Browser, server_settings: dict[str, str]
) -> Iterator[RunningServer]:
    """Run a server with nothing in it, for the tests of one file."""
    with running_server(tmp_path_factory.mktemp("server"), env=server_settings) as running:
        yield running


@pytest.fixture(scope="module")
def service() -> Iterator[FixedService]:
    """Run a service that says what a test lets it say; `service_settings` has a server listen with it."""
    with serving() as running:
        yield running


@pytest.fixture(scope="module")
def listener(server: RunningServer, service: FixedService) -> Iterator[Listener]:
    """Give a program that has recordings heard by that service."""
    program = Listener(server, service)
    yield program
    program.close()


@pytest.fixture(scope="module")
def enterprise_settings() -> dict[str, str]:
    """Give further settings of the server for organisations; a module replaces it."""
    return {}


@pytest.fixture(scope="module")
def enterprise_server(
    tmp_path_factory: pytest.TempPathFactory, browser: Browser, enterprise_settings: dict[str, str]
) -> Iterator[RunningServer]:
    """Run a server that asks for sign-in and has an administrator, for the tests of one file."""
    with running_server(tmp_path_factory.mktemp("enterprise"), env={**ENTERPRISE, **enterprise_settings}) as running:
        yield running


@pytest.fixture(scope="module")
def ada(enterprise_server: RunningServer) -> Iterator[Program]:
    """Give the administrator's program."""
    with Program(enterprise_server) as program:
        yield program


@pytest.fixture
def context(browser: Browser, server: RunningServer) -> Iterator[BrowserContext]:
    """Open a browser profile of its own, in English, at the size of a laptop."""
    yield from open_context(browser, server)


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """Open a page that may neither throw nor complain, and a server that may not fail."""
    instance = context.new_page()
    complaints: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        # Chromium reports each answer that is not a success, also those a page expects and handles.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            complaints.append(message.text)

    def judge(response: Response) -> None:
        if response.status >= 500:
            complaints.append(f"{response.status} {response.url}")

    instance.on("pageerror", lambda error: complaints.append(str(error)))
    instance.on("console", listen)
    instance.on("response", judge)
    yield instance
    assert complaints == []


@pytest.fixture(scope="session")
def speech() -> Path:
    """Give eight seconds of speech that the bundled engine understands, all but one word."""
    return _ROOT / "docs" / "examples" / "good-morning.wav"


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    chosen: Theme = request.param
    return chosen


@pytest.fixture
def show(context: BrowserContext, theme: Theme) -> Iterator[Callable[[str], Page]]:
    """Open pages in a theme and wait until they stand still."""
    page = context.new_page()
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")

    def open_page(address: str) -> Page:
        page.goto(address)
        expect(page.get_by_role("heading", level=1).or_(page.get_by_text("There is no such")).first).to_be_visible()
        expect(page.locator("[aria-busy=true]")).to_have_count(0)
        page.wait_for_function("() => document.fonts.status === 'loaded'")
        return page

    yield open_page
    page.close()
