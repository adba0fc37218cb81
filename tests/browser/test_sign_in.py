"""Signing in and out through the page of a server that asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from people import ADMIN, Program, fill_sign_in, sign_in
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from profiles import open_context
from support.server import RunningServer


@pytest.fixture
def context(browser: Browser, enterprise_server: RunningServer) -> Iterator[BrowserContext]:
    yield from open_context(browser, enterprise_server)


@pytest.fixture(scope="module")
def admin(enterprise_server: RunningServer) -> Iterator[Program]:
    with Program(enterprise_server) as program:
        yield program


def account(page: Page, name: str = ADMIN) -> None:
    expect(page.get_by_role("button", name=f"Account of {name}")).to_be_visible()


def test_signing_in_leads_on_to_the_page_that_was_wanted(page: Page) -> None:
    page.goto("/projects?q=garden")
    expect(page.get_by_role("heading", name="Sign in", level=1)).to_be_visible()
    expect(page.get_by_label("User name or e-mail address")).to_be_focused()
    assert page.get_by_role("navigation").count() == 0

    fill_sign_in(page, ADMIN, "not the pass phrase")
    expect(page.get_by_role("alert")).to_have_text("The name or the password is wrong.")
    expect(page.get_by_label("Password", exact=True)).to_be_focused()

    fill_sign_in(page, "ada@example.org")
    expect(page.get_by_role("heading", name="Projects", level=1)).to_be_visible()
    expect(page.get_by_role("searchbox", name="Search projects")).to_have_value("garden")


def test_only_the_keyboard_is_needed(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_label("User name or e-mail address")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Type your user name or e-mail address.")).to_be_visible()
    page.keyboard.type(ADMIN)
    page.keyboard.press("Tab")
    page.keyboard.type("wrong one")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Password", exact=True)).to_have_attribute("type", "text")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    page.keyboard.type("a quite sturdy pass phrase")  # over what was wrong: it is selected
    page.keyboard.press("Enter")
    account(page)


def test_browsers_know_what_to_fill_in(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_label("User name or e-mail address")).to_have_attribute("autocomplete", "username")
    expect(page.get_by_label("Password", exact=True)).to_have_attribute("autocomplete", "current-password")


def test_a_delay_is_counted_down(page: Page) -> None:
    page.goto("/")
    refuse = {"detail": "Too many attempts; wait a moment before the next.", "code": "too_many_attempts"}

    def throttled(route: Route) -> None:
        route.fulfill(status=429, headers={"Retry-After": "3"}, json={**refuse, "retry_after": 3})

    page.route("**/api/auth/login", throttled)
    fill_sign_in(page, ADMIN)
    expect(page.get_by_role("alert")).to_have_text(refuse["detail"])
    expect(page.get_by_role("button", name=re.compile(r"Try again in [123] s"))).to_be_disabled()
    page.unroute("**/api/auth/login")
    page.get_by_role("button", name="Sign in", exact=True).click(timeout=10_000)
    account(page)


def test_an_account_that_waits_for_approval_is_told_so(page: Page, admin: Program) -> None:
    made = admin.make_user("pending")
    admin.patch(f"/api/users/{made}", is_active=False)
    page.goto("/")
    fill_sign_in(page, "pending")
    expect(page.get_by_text("This account is deactivated; ask an administrator.")).to_be_visible()


def test_signing_out_in_one_tab_signs_out_the_others(page: Page, context: BrowserContext) -> None:
    sign_in(page)
    other = context.new_page()
    other.goto("/recordings")
    account(other)

    page.get_by_role("button", name=f"Account of {ADMIN}").click()
    page.get_by_role("menuitem", name="Sign out").click()

    for tab in (page, other):
        expect(tab.get_by_role("heading", name="Sign in", level=1)).to_be_visible(timeout=5_000)
    fill_sign_in(page, ADMIN)
    account(other)  # one sign-in is enough for all tabs
    expect(other.get_by_role("heading", name="Recordings", level=1)).to_be_visible()
    other.close()
