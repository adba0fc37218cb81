"""Settings of the server, changed by an administrator in the browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from accessibility import Theme, faults_at_all_widths
from people import Program, sign_in
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from profiles import open_context
from support.server import RunningServer, free_port
from support_mail import PostOffice, mail_settings


@pytest.fixture(scope="module")
def enterprise_settings() -> dict[str, str]:
    return {"VERBATIM_KEYS_PER_USER": "7"}


@pytest.fixture
def context(browser: Browser, enterprise_server: RunningServer) -> Iterator[BrowserContext]:
    yield from open_context(browser, enterprise_server)


def test_settings_page_is_accessible(
    theme: Theme, context: BrowserContext, enterprise_server: RunningServer, show: Callable[[str], Page]
) -> None:
    sign_in(context.new_page())
    with Program(enterprise_server) as ada:
        version = ada.get("/api/admin/settings")["version"]
        ada.patch("/api/admin/settings", version=version, values={"hash_queue": 40, "mail_password": "hush"})
    assert faults_at_all_widths(show("/admin/settings"), f"settings-{theme}") == []
    assert faults_at_all_widths(show("/admin/settings?q=nothing+like+this"), f"no-settings-{theme}") == []


def _row(page: Page, name: str) -> Locator:
    return page.locator(f"[data-setting={name}]")


def test_settings_are_found_changed_refused_and_given_back(context: BrowserContext) -> None:
    page = context.new_page()
    sign_in(page)
    page.goto("/")
    page.get_by_role("link", name="Settings").and_(page.locator("[href='/admin/settings']")).click()

    # What the environment sets says so, and cannot be changed.
    locked = _row(page, "keys_per_user")
    expect(locked).to_contain_text("Set by VERBATIM_KEYS_PER_USER in the server's environment.")
    expect(locked.get_by_label("Keys per user")).to_be_disabled()
    expect(_row(page, "workers")).to_contain_text("Can only be set by VERBATIM_WORKERS")

    # A search narrows the page; the keyboard is enough to change and to save.
    page.get_by_label("Search settings").fill("invitation expires")
    expect(page.locator("[data-setting]")).to_have_count(1)
    days = _row(page, "invite_days")
    days.get_by_label("Invite days").fill("400")
    page.keyboard.press("Enter")
    expect(days.get_by_role("alert")).to_have_text("Input should be less than or equal to 90.")
    expect(page.get_by_role("region", name="Changes")).to_contain_text("1 setting is changed and not saved yet.")
    days.get_by_label("Invite days").fill("14")
    page.keyboard.press("Enter")
    expect(page.get_by_text("The settings are saved.")).to_be_visible()
    expect(days).to_contain_text("Set here")
    expect(days).to_contain_text(re.compile("Changed by .+ (now|ago)|Changed by ada"))
    page.reload()
    expect(days.get_by_label("Invite days")).to_have_value("14")
    days.get_by_role("button", name="Use the default (7)").click()
    expect(days).to_contain_text("Goes back to its default")
    page.get_by_role("button", name="Save").click()
    expect(days).to_contain_text("Default")
    expect(days.get_by_label("Invite days")).to_have_value("7")


def test_a_restart_that_is_needed_is_said_and_a_secret_is_not_shown(context: BrowserContext) -> None:
    page = context.new_page()
    sign_in(page)
    page.goto("/admin/settings")
    _row(page, "hash_queue").get_by_label("Hash queue").fill("50")
    secret = _row(page, "transcription_api_key")
    secret.get_by_label("Transcription API key", exact=True).fill("sk-hush")
    expect(page.get_by_role("region", name="Changes")).to_contain_text("2 settings are changed")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Start the server again, so that these count:")).to_contain_text("Hash queue")
    expect(_row(page, "hash_queue")).to_contain_text("Counts after a restart")
    expect(secret.get_by_label("Transcription API key", exact=True)).to_have_value("")
    expect(secret.get_by_placeholder("Set, and not shown")).to_be_visible()
    assert "sk-hush" not in page.content()


def test_mail_is_tried_before_it_is_saved_by_keyboard_alone(context: BrowserContext) -> None:
    page = context.new_page()
    sign_in(page)
    page.goto("/admin/settings?q=mail")
    port = free_port()
    for name, value in (("mail_host", "127.0.0.1"), ("mail_port", str(port)), ("mail_from", "verbatim@example.org")):
        _row(page, name).get_by_role("textbox").focus()
        page.keyboard.press("Control+a")
        page.keyboard.type(value)
    trial = page.locator("[data-trial=mail]")
    trial.get_by_role("button", name="Send me a test mail").focus()
    page.keyboard.press("Enter")
    expect(trial.get_by_role("status")).to_contain_text("127.0.0.1: Nothing listens at this port.")
    expect(trial.get_by_role("listitem").first).to_contain_text("Connection: failed")
    # A server that is there gets the mail; nothing of it was saved.
    office = PostOffice()
    with mail_settings(office) as settings:
        _row(page, "mail_port").get_by_role("textbox").fill(settings["VERBATIM_MAIL_PORT"])
        _row(page, "mail_security").get_by_role("combobox").select_option("none")
        trial.get_by_role("button", name="Send me a test mail").click()
        expect(trial.get_by_role("status")).to_contain_text("A test mail is on its way to")
    assert len(office.mails) == 1
    expect(page.get_by_role("region", name="Changes")).to_contain_text("not saved yet")
    page.reload()
    expect(_row(page, "mail_host").get_by_role("textbox")).to_have_value("")
    page.goto("/admin/settings?q=single+sign-on")
    page.get_by_role("button", name="Look at the providers").click()
    expect(page.locator("[data-trial=sign_in]")).to_contain_text("There is no provider to look at")
