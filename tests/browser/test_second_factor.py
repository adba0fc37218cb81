"""The second factor, single sign-on, and how the pages of signing in look."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from urllib.parse import parse_qs, urlsplit

import httpx
import pyotp
import pytest
from accessibility import AXE, grave_faults, picture
from people import PASSWORD, Program, fill_sign_in
from playwright.sync_api import Browser, BrowserContext, Page, expect
from profiles import open_context
from support.server import RunningServer
from support_oidc import running_provider


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    with running_provider() as issuer:
        yield issuer


@pytest.fixture(scope="module")
def enterprise_settings(provider: str) -> dict[str, str]:
    corp = {"id": "corp", "name": "Corp", "issuer": provider, "client_id": "verbatim", "client_secret": "s3cret"}
    closed = {**corp, "id": "closed", "name": "Closed", "create_users": False}
    return {"VERBATIM_OIDC_PROVIDERS": json.dumps([corp, closed]), "VERBATIM_MFA_REQUIRED_ROLES": "viewer"}


@pytest.fixture
def context(browser: Browser, enterprise_server: RunningServer) -> Iterator[BrowserContext]:
    yield from open_context(browser, enterprise_server, permissions=["clipboard-read", "clipboard-write"])


@pytest.fixture(scope="module")
def admin(enterprise_server: RunningServer) -> Iterator[Program]:
    with Program(enterprise_server) as program:
        yield program


def account(page: Page, name: str) -> None:
    expect(page.get_by_role("button", name=f"Account of {name}")).to_be_visible()


def secret_of(page: Page) -> str:
    expect(page.get_by_role("img", name="QR code for the authenticator app")).to_be_visible()
    page.get_by_role("button", name="Copy the key").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    secret: str = page.evaluate("navigator.clipboard.readText()")
    return secret


def test_a_second_factor_that_is_required_is_set_up_on_the_way_in(page: Page, admin: Program) -> None:
    admin.make_user("mia", role="viewer")
    page.goto("/settings/about")
    fill_sign_in(page, "mia")
    expect(page.get_by_role("heading", name="Set up a second factor", level=1)).to_be_visible()
    secret = secret_of(page)

    page.get_by_label("Code").fill("000000")
    expect(page.get_by_role("alert")).to_have_text("The code is wrong, has expired or was used already.")
    page.get_by_label("Code").fill(pyotp.TOTP(secret).now())

    expect(page.get_by_role("heading", name="Keep your recovery codes", level=1)).to_be_visible()
    codes = page.get_by_role("list", name="Recovery codes").get_by_role("listitem").all_inner_texts()
    assert len(codes) == 10
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").split() == codes
    with page.expect_download() as download:
        page.get_by_role("link", name="Download").click()
    assert all(code in download.value.path().read_text(encoding="utf-8") for code in codes)
    page.get_by_role("button", name="Continue").click()
    account(page, "mia")
    expect(page).to_have_url(re.compile("/settings/about$"))

    page.get_by_role("button", name="Account of mia").click()
    page.get_by_role("menuitem", name="Sign out").click()
    fill_sign_in(page, "mia")
    expect(page.get_by_role("heading", name="Second factor", level=1, exact=True)).to_be_visible()
    page.get_by_role("button", name="Use a recovery code").click()
    page.get_by_label("Recovery code").fill(codes[0])
    page.keyboard.press("Enter")
    account(page, "mia")


def consent(page: Page, subject: str) -> None:
    """Sign in at the provider."""
    page.wait_for_url(re.compile("/oauth2/authorize"))
    page.locator("input[name=sub]").fill(subject)
    page.get_by_role("button", name="Authorize").click()


def test_single_sign_on_leads_back_to_the_page_that_was_wanted(page: Page, provider: str) -> None:
    claims = {"email": "ida@example.org", "preferred_username": "ida", "name": "Ida B."}
    httpx.put(f"{provider}/users/7001", json=claims).raise_for_status()
    page.goto("/settings/about?from=mail")
    page.get_by_role("link", name="Continue with Corp").click()
    consent(page, "7001")
    account(page, "Ida B.")
    expect(page).to_have_url(re.compile(r"/settings/about\?from=mail$"))
    page.goto("/")  # signed in, but in no team yet
    expect(page.get_by_role("heading", name="You are in no team yet")).to_be_visible()


def test_single_sign_on_that_fails_says_why(page: Page, provider: str) -> None:
    httpx.put(f"{provider}/users/7002", json={"email": "stranger@example.org"}).raise_for_status()
    page.goto("/projects")
    page.get_by_role("link", name="Continue with Closed").click()
    consent(page, "7002")
    expect(page.get_by_role("alert")).to_contain_text("No account here belongs to that sign-in.")
    assert parse_qs(urlsplit(page.url).query) == {"error": ["oidc_no_account"]}
    fill_sign_in(page, "ada")  # and another way in leads to where one wanted
    expect(page.get_by_role("heading", name="Projects", level=1)).to_be_visible()


def test_an_administrator_tries_a_provider_out_and_sees_what_it_tells(
    page: Page, provider: str, admin: Program
) -> None:
    claims = {"email": "noor@example.org", "email_verified": True, "preferred_username": "noor", "desk": ["radio", 7]}
    httpx.put(f"{provider}/users/7003", json=claims).raise_for_status()
    page.goto("/admin/sign-in")
    fill_sign_in(page, "ada")
    corp = page.get_by_role("region", name="Corp")
    expect(corp.get_by_text("Get an account")).to_be_visible()
    expect(corp.get_by_text("/api/auth/oidc/corp/callback")).to_be_visible()
    corp.get_by_role("button", name="Test the sign-in").click()
    consent(page, "7003")

    report = page.get_by_role("region", name="Test of corp")
    expect(report).to_contain_text("The account noor would be made and signed in. Nothing was changed.")
    expect(report).to_contain_text("noor@example.org, checked by the provider")
    report.get_by_text("All claims").click()
    expect(report.get_by_text('"desk": [')).to_be_visible()
    assert "#" not in page.url, "what proves the sign-in works once and is not left in the address"
    account(page, "ada")
    assert admin.get("/api/users?search=noor")["items"] == []

    page.get_by_role("region", name="Closed").get_by_role("button", name="Test the sign-in").click()
    consent(page, "7003")
    closed = page.get_by_role("region", name="Test of closed")
    expect(closed).to_contain_text("Nobody would be signed in.")
    expect(closed).to_contain_text("oidc_no_account")
    page.reload()
    expect(page.get_by_role("region", name="Corp")).to_be_visible()
    expect(closed).to_have_count(0)


def to_first(page: Page, _: Program) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", name="Sign in", level=1)).to_be_visible()


def to_wrong(page: Page, _: Program) -> None:
    page.goto("/login?error=oidc_unavailable")
    expect(page.get_by_role("alert")).to_be_visible()


def to_enrol(page: Page, admin: Program) -> None:
    if not admin.get("/api/users?search=looks")["items"]:
        admin.make_user("looks", role="viewer")
    page.goto("/")
    fill_sign_in(page, "looks")
    expect(page.get_by_role("img", name="QR code for the authenticator app")).to_be_visible()


def to_code(page: Page, admin: Program) -> None:
    if not admin.get("/api/users?search=twice")["items"]:
        admin.make_user("twice", role="viewer")
        server = str(admin.http.base_url).rstrip("/")
        token = httpx.post(f"{server}/api/auth/login", json={"username": "twice", "password": PASSWORD})
        mfa = {"mfa_token": token.json()["mfa_token"]}
        setup = httpx.post(f"{server}/api/auth/mfa/setup", json=mfa).json()
        code = pyotp.TOTP(setup["secret"]).now()
        httpx.post(f"{server}/api/auth/mfa", json={**mfa, "code": code}).raise_for_status()
    page.goto("/")
    fill_sign_in(page, "twice")
    expect(page.get_by_role("heading", name="Second factor", level=1, exact=True)).to_be_visible()


_STEPS: dict[str, Callable[[Page, Program], None]] = {
    "sign-in": to_first,
    "sign-in-refused": to_wrong,
    "second-factor": to_code,
    "second-factor-setup": to_enrol,
}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", _STEPS)
def test_signing_in_is_accessible(name: str, theme: str, page: Page, admin: Program) -> None:
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light", reduced_motion="reduce")
    _STEPS[name](page, admin)
    page.wait_for_function("() => document.fonts.status === 'loaded'")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    faults = []
    for width in (1440, 1024, 390):
        page.set_viewport_size({"width": width, "height": 900})
        picture(page, f"{name}-{theme}-{width}")
        faults += grave_faults(page, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert faults == []
