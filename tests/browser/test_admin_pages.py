"""The administrator's pages: every one looked at in both themes, in a host with another React, and used by keyboard."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from accessibility import Theme, faults_at_all_widths
from people import Program, sign_in
from playwright.sync_api import Browser, BrowserContext, Page, expect
from profiles import open_context
from support.server import RunningServer

_REACT_18 = Path(__file__).parent / "react-18" / "node_modules"
_MODULE = "/api/plugins/verbatim-enterprise/plugin.js"
_HOST = "<!doctype html><html lang=en><title>Another host</title><div id='root'></div>"
_FILE = "email,display_name,teams\nnina@example.org,Nina Berg,Radio: member\nwrong,,\n"


@pytest.fixture(scope="module")
def enterprise_settings() -> dict[str, str]:
    """Break something: nobody reads such a variable."""
    return {"VERBATIM_TRANSCRIPTOIN_ENGINE": "auto"}


@pytest.fixture
def context(browser: Browser, enterprise_server: RunningServer) -> Iterator[BrowserContext]:
    yield from open_context(browser, enterprise_server)


@pytest.fixture(scope="module")
def addresses(ada: Program, speech: Path) -> dict[str, str]:
    """Fill the server until it has something to tell, and give each page's address."""
    person = ada.make_colleague("grace")
    ada.post("/api/teams", name="Radio")
    ada.upload(speech, "Morning show")
    endpoint = {"name": "Garden", "kind": "openai", "models": [{"name": "garden-1", "label": "Garden"}]}
    ada.post("/api/llm/endpoints", **endpoint, api_key="sk-1", enabled=False)
    ada.post("/api/llm/budgets", scope="installation", period="month", limit_micros=50_000_000)
    job = ada.post("/api/storage-locations/check")
    deadline = time.monotonic() + 120
    while not ada.get("/api/admin/alerts")["items"]:  # what is broken is told after half a minute
        assert time.monotonic() < deadline
        time.sleep(1)
    assert job
    jobs = ada.get("/api/admin/jobs")["items"]
    return {
        "overview": "/admin",
        "alerts": "/admin/alerts",
        "jobs": "/admin/jobs",
        "job": f"/admin/jobs?job={jobs[0]['id']}",
        "person": f"/admin/users?user={person}",
        "settings-tab": "/settings/enterprise",
        "storage": "/admin/storage",
        "models": "/admin/models",
    }


def test_every_page_is_accessible_in_both_themes(
    theme: Theme, addresses: dict[str, str], show: Callable[[str], Page], enterprise_server: RunningServer
) -> None:
    page = show("/sign-in")
    sign_in(page, "ada")
    faults = []
    for name, address in addresses.items():
        page.set_viewport_size({"width": 1440, "height": 900})
        show(address)
        page.wait_for_load_state("networkidle")
        found = faults_at_all_widths(page, f"admin-{name}-{theme}")
        wide = page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth")
        faults += [(name, one) for one in [*found, *(["wider than a phone"] if wide else [])]]
    assert faults == []


def _open_menu(page: Page) -> None:
    expect(page.get_by_role("heading", level=1).first).to_be_visible()  # until then nobody listens to keys
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog").get_by_role("combobox")).to_be_focused()


def test_people_come_from_a_file_by_keyboard_alone(page: Page, ada: Program, addresses: dict[str, str]) -> None:
    assert addresses
    sign_in(page, "ada")
    page.goto("/")
    _open_menu(page)
    page.keyboard.type("csv import")
    expect(page.get_by_role("option", name="Users")).to_be_visible()
    page.keyboard.press("Enter")
    button = page.get_by_role("button", name="From a file")
    button.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="People from a file")
    choose = dialog.get_by_role("button", name="Choose a CSV file")
    expect(dialog.locator(":focus")).to_have_count(1)  # it takes the focus when it opens

    def choose_file(text: str) -> None:
        with page.expect_file_chooser() as chooser:
            choose.press("Enter")
        chooser.value.set_files({"name": "people.csv", "mimeType": "text/csv", "buffer": text.encode()})

    choose_file(_FILE)
    expect(dialog.get_by_role("alert")).to_contain_text("nothing is done")
    expect(dialog.get_by_role("row", name="wrong")).to_contain_text("is not an e-mail address")
    expect(dialog.get_by_role("button", name="Do it")).to_be_disabled()
    assert faults_at_all_widths(page, "admin-people-file") == []
    page.set_viewport_size({"width": 1440, "height": 900})
    choose_file(_FILE.replace("wrong,,\n", ""))
    expect(dialog.get_by_role("row", name="nina@example.org")).to_contain_text("Add to the team Radio as member")
    dialog.get_by_role("button", name="Do it for 1 person").focus()
    page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("row", name="Nina Berg")).to_be_visible()
    assert [one["name"] for one in ada.get("/api/users?search=nina")["items"][0]["teams"]] == ["Radio"]


def test_alerts_are_read_and_switched_off_by_keyboard_alone(
    page: Page, ada: Program, addresses: dict[str, str]
) -> None:
    assert addresses
    sign_in(page, "ada")
    bell = page.get_by_role("link", name="Alerts:")
    expect(bell).to_have_accessible_name("Alerts: 1 is new", timeout=60_000)
    bell.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/alerts")
    expect(page.get_by_role("listitem").filter(has_text="No such setting")).to_contain_text("Broken")
    page.get_by_role("button", name="Mark all as read").focus()
    page.keyboard.press("Enter")
    expect(bell).to_have_accessible_name("Alerts: none are new")
    switch = page.get_by_role("switch", name="Webhooks")
    switch.focus()
    page.keyboard.press("Space")
    expect(switch).not_to_be_checked()
    assert ada.get("/api/admin/alerts")["muted"] == ["webhooks"]
    mine = page.get_by_role("switch", name="Send me alerts by mail")
    mine.focus()
    page.keyboard.press("Space")
    expect(mine).not_to_be_checked()
    page.get_by_role("link", name="Fix: Settings").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin#check-settings")


def test_settings_are_found_by_words_and_come_from_a_file(page: Page, ada: Program, addresses: dict[str, str]) -> None:
    assert addresses
    sign_in(page, "ada")
    _open_menu(page)
    page.keyboard.type("invite days")
    page.get_by_role("option", name="“invite days” in Server settings").click()
    page.wait_for_url("**/admin/settings?q=invite+days")
    expect(page.locator("[data-setting=invite_days]")).to_be_visible()

    def take_in(text: str) -> None:
        with page.expect_file_chooser() as chooser:
            page.get_by_role("button", name="Import from a file").click()
        chooser.value.set_files({"name": "settings.json", "mimeType": "application/json", "buffer": text.encode()})

    take_in("{}")
    expect(page.get_by_text("This is no file that Export has made.")).to_be_visible()
    take_in('{"format": "verbatim-settings-1", "settings": {"invite_days": 9, "nothing_like_this": 1}, "secrets": []}')
    dialog = page.get_by_role("dialog", name="Settings from a file")
    expect(dialog.get_by_role("row", name="nothing_like_this")).to_contain_text("no such setting")
    dialog.get_by_role("button", name="Change 1 setting").click()
    expect(dialog).to_have_count(0)
    values = {one["key"]: one["value"] for one in ada.get("/api/admin/settings")["items"]}
    assert values["invite_days"] == 9
    expect(
        page.locator("[data-setting=invite_days]").get_by_role("spinbutton").or_(page.get_by_label("Invite days")).first
    ).to_have_value("9")


def test_every_page_opens_in_a_host_with_react_18(page: Page, addresses: dict[str, str]) -> None:
    """The module brings React 19 of its own into every host; the default export is a component of the host's."""
    sign_in(page, "ada")
    page.route("**/another-host*", lambda route: route.fulfill(body=_HOST, content_type="text/html"))
    for name, address in addresses.items():
        path, _, query = address.partition("?")
        page.goto(f"/another-host?{query}")
        for script in ("react", "react-dom"):
            page.evaluate((_REACT_18 / script / "umd" / f"{script}.production.min.js").read_text(encoding="utf-8"))
        page.evaluate(
            """async ([url, path]) => {
                const { default: Component } = await import(url);
                window.root = ReactDOM.createRoot(document.getElementById("root"));
                window.root.render(React.createElement(Component, { route: { path } }));
            }""",
            [_MODULE, path],
        )
        expect(page.get_by_role("heading").first, name).to_be_attached()
        expect(page.locator("[aria-busy=true]"), name).to_have_count(0)
        expect(page.get_by_text("This page could not be shown").or_(page.get_by_text("This page broke"))).to_have_count(
            0
        )
        assert page.evaluate("() => React.version").startswith("18.")
        page.evaluate("() => window.root.unmount()")
        expect(page.locator(".verbatim-enterprise > *"), name).to_have_count(0)
