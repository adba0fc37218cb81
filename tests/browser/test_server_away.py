"""The server goes away and comes back: no page turns white, none tells an untruth, and all recover by themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from people import Program, sign_in
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from profiles import open_context
from support.server import RunningServer, running_server


@pytest.fixture
def context(browser: Browser, enterprise_server: RunningServer) -> Iterator[BrowserContext]:
    yield from open_context(browser, enterprise_server)


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """Open a page that may complain of what it could not fetch, and of nothing else."""
    instance = context.new_page()
    complaints: list[str] = []
    instance.on("pageerror", lambda error: complaints.append(str(error)))
    yield instance
    assert [one for one in complaints if "dynamically imported module" not in one] == []


class Line:
    """The way to the server, which can be cut: new requests fail as they do when nobody listens."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def cut(self) -> None:
        self.page.route("**/*", self.refuse)

    def mend(self) -> None:
        self.page.unroute("**/*", self.refuse)

    def without(self, pattern: str) -> Callable[[], None]:
        """Answer 404 for what matches, as a server does that was updated. Returns how to undo that."""

        def gone(route: Route) -> None:
            route.fulfill(status=404, body="")

        self.page.route(pattern, gone)
        return lambda: self.page.unroute(pattern, gone)

    @staticmethod
    def refuse(route: Route) -> None:
        route.abort("connectionrefused")


@pytest.fixture
def line(page: Page) -> Line:
    return Line(page)


def assert_not_white(page: Page) -> None:
    assert page.evaluate("document.getElementById('root').childElementCount") > 0
    assert len(page.locator("body").inner_text().strip()) > 20


def open_dashboard_without(page: Page, *parts: str) -> None:
    """Sign in while some parts of the frame cannot be fetched, as when the server went away just after."""
    for part in parts:
        page.route(f"**/assets/{part}-*.js", lambda route: route.abort("connectionrefused"))
    sign_in(page)
    expect(page.get_by_role("heading", name="Dashboard", level=1)).to_be_visible()


PARTS = {
    "CommandPalette": lambda page: page.keyboard.press("Control+k"),
    "UploadTray": lambda page: page.locator("input[type=file]").first.set_input_files(
        {"name": "a.wav", "mimeType": "audio/wav", "buffer": b"RIFF"}
    ),
}


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_cannot_be_fetched_fails_alone_and_comes_by_itself(page: Page, line: Line, part: str) -> None:
    open_dashboard_without(page, part)
    line.cut()
    PARTS[part](page)
    notice = page.get_by_role("alert").filter(has_text="could not be opened")
    expect(notice).to_be_visible()
    expect(notice).to_contain_text("The server cannot be reached")
    assert_not_white(page)
    expect(page.get_by_role("heading", name="Dashboard", level=1)).to_be_visible()
    line.mend()
    page.unroute_all()
    expect(notice).to_be_hidden()


def test_the_menu_of_a_phone_fails_alone(browser: Browser, enterprise_server: RunningServer) -> None:
    with_phone = browser.new_context(base_url=enterprise_server.url, viewport={"width": 390, "height": 844})
    page = with_phone.new_page()
    page.route("**/assets/NavDrawer-*.js", lambda route: route.abort("connectionrefused"))
    page.goto("/")
    page.get_by_label("User name or e-mail address").fill("ada")
    page.get_by_label("Password", exact=True).fill("a quite sturdy pass phrase")
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_role("button", name="Open navigation").click()
    expect(page.get_by_role("alert").filter(has_text="The menu could not be opened")).to_be_visible()
    assert_not_white(page)
    expect(page.get_by_role("button", name="Try again")).to_be_in_viewport()
    page.unroute_all()
    expect(page.get_by_role("dialog")).to_be_visible()
    with_phone.close()


def test_parts_of_the_frame_are_there_before_the_server_goes_away(page: Page, line: Line) -> None:
    with page.expect_response("**/assets/CommandPalette-*.js"):
        sign_in(page)
    page.wait_for_load_state("networkidle")
    line.cut()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.get_by_role("alert").filter(has_text="could not be opened")).to_have_count(0)


def test_another_page_says_that_the_server_is_away_and_opens_when_it_is_back(page: Page, line: Line) -> None:
    sign_in(page)
    page.wait_for_load_state("networkidle")
    line.cut()
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Projects").click()
    expect(page.get_by_role("heading", name="The server cannot be reached")).to_be_visible()
    expect(page.get_by_text("newer version")).to_have_count(0)
    line.mend()
    expect(page.get_by_role("heading", name="Projects", level=1)).to_be_visible()


def test_a_page_of_an_updated_server_says_so(page: Page, line: Line) -> None:
    sign_in(page)
    page.wait_for_load_state("networkidle")
    line.without("**/assets/SearchPage-*.js*")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Search").click()
    expect(page.get_by_role("heading", name="There is a newer version of this page")).to_be_visible()
    assert_not_white(page)


def test_a_page_that_is_opened_while_the_server_is_away_comes_by_itself(page: Page, line: Line) -> None:
    sign_in(page)
    page.route("**/api/**", lambda route: route.abort("connectionrefused"))
    page.reload()
    expect(page.get_by_text("The server cannot be reached").first).to_be_visible()
    page.unroute_all()
    expect(page.get_by_role("heading", name="Dashboard", level=1)).to_be_visible()


def test_a_lost_connection_is_said_and_lists_do_not_pass_for_what_they_are_not(
    page: Page, line: Line, enterprise_server: RunningServer, speech: Path
) -> None:
    with Program(enterprise_server) as ada:
        for title in ("Committee of forty", "Garden", "Forty winks"):
            ada.upload(speech, title)
    sign_in(page)
    page.goto("/recordings")
    expect(page.get_by_role("link", name="Garden")).to_be_visible()
    line.cut()
    search = page.get_by_role("searchbox", name="Search titles")
    search.fill("forty committee")
    expect(page.get_by_text("These are still the recordings from before")).to_be_visible()
    expect(page.get_by_text("The server cannot be reached. Check that it is running")).to_be_visible()
    expect(page.get_by_role("link", name="Garden")).to_have_count(0)
    line.mend()
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("link", name="Committee of forty")).to_be_visible()
    expect(page.get_by_role("link", name="Forty winks")).to_have_count(0)


def test_since_when_the_server_is_away_stands_above_the_page(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with running_server(tmp_path_factory.mktemp("gone"), env={"VERBATIM_TRANSCRIPTION_ENGINE": "pocketsphinx"}) as gone:
        profile = browser.new_context(base_url=gone.url, viewport={"width": 390, "height": 844})
        page = profile.new_page()
        page.goto("/recordings")
        expect(page.get_by_text("No recordings yet")).to_be_visible()
    told = page.get_by_text(re.compile(r"Reconnecting… The server has not been heard since \d\d:\d\d\."))
    expect(told).to_be_visible()
    page.get_by_role("button", name="Try now").click()
    expect(told).to_be_visible()
    assert_not_white(page)
    profile.close()


def test_who_is_in_no_team_is_told_what_to_do(browser: Browser, enterprise_server: RunningServer) -> None:
    with Program(enterprise_server) as ada:
        made = ada.make_user("nora")
        for profile in open_context(browser, enterprise_server):
            page = profile.new_page()
            sign_in(page, "nora")
            expect(page.get_by_role("heading", name="You are in no team yet")).to_be_visible()
            expect(page.get_by_text("your user name is nora")).to_be_visible()
            page.goto("/account/keys")
            page.get_by_role("button", name="New key").first.click()
            expect(page.get_by_text("You have no rights to give it: you are in no team yet.")).to_be_visible()
            page.goto("/")
            expect(page.get_by_role("heading", name="You are in no team yet")).to_be_visible()
            make = page.get_by_role("button", name="Make a team")
            if make.count():
                make.click()
                expect(page.get_by_role("dialog", name="New team")).to_be_visible()
                page.keyboard.press("Escape")
            # Somebody takes them in, and the page goes on by itself.
            team = ada.get("/api/auth/me")["team_id"]
            ada.post(f"/api/teams/{team}/members", user_id=made, role="member")
            expect(page.get_by_role("heading", name="Dashboard", level=1)).to_be_visible()


def test_admin_pages_do_not_open_for_people_who_may_not_see_them(page: Page, enterprise_server: RunningServer) -> None:
    with Program(enterprise_server) as admin:
        admin.make_colleague("looker", role="viewer")
    sign_in(page, "looker")
    for address in ("/admin/users", "/admin/audit", "/admin/teams", "/admin/license", "/team/webhooks"):
        page.goto(address)
        expect(page.get_by_role("heading", name="There is nothing here for you yet")).to_be_visible()
        for offered in ("New account", "Export as CSV", "New receiver"):
            expect(page.get_by_role("button", name=offered)).to_have_count(0)
