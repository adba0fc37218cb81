"""Somebody whose browser speaks German sees no English sentence, and chooses English where they like."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from accessibility import AXE, grave_faults, picture
from people import ADMIN, PASSWORD
from playwright.sync_api import Browser, Page, expect
from support.server import RunningServer

_PACKAGES: Final = Path(__file__).parents[2] / "packages"
_PAGES: Final = {
    "dashboard": "/",
    "recordings": "/recordings",
    "documents": "/documents",
    "search": "/search",
    "trash": "/trash",
    "settings": "/settings",
    "account": "/account",
    "team": "/team",
    "admin": "/admin",
    "users": "/admin/users",
    "audit": "/admin/audit",
}
_TEXTS: Final = """
() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode.data.trim());
    for (const node of document.querySelectorAll("[aria-label], [placeholder], [title]"))
        for (const name of ["aria-label", "placeholder", "title"]) texts.push((node.getAttribute(name) ?? "").trim());
    return texts.filter(Boolean);
}
"""


def _english() -> set[str]:
    """Every sentence that says something else in German."""
    found: set[str] = set()
    for file in _PACKAGES.glob("**/texts/de/*.json"):
        said = json.loads(file.read_text(encoding="utf-8"))
        found |= {key.strip() for key, words in said.items() if words != key}
    german = {
        words
        for file in _PACKAGES.glob("**/texts/de/*.json")
        for words in json.loads(file.read_text("utf-8")).values()
        if isinstance(words, str)
    }
    return found - german


@pytest.fixture
def german(browser: Browser, enterprise_server: RunningServer) -> Iterator[Page]:
    context = browser.new_context(
        base_url=enterprise_server.url, locale="de-DE", viewport={"width": 1440, "height": 900}
    )
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


def _looked_at(page: Page, name: str, english: set[str]) -> None:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        picture(page, f"german-{name}-{width}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        assert grave_faults(page, width) == [], name
    page.set_viewport_size({"width": 1440, "height": 900})
    assert sorted(set(page.evaluate(_TEXTS)) & english) == [], name


def test_every_page_in_german(german: Page, ada: object) -> None:
    page, english = german, _english()
    page.goto("/")
    expect(page.get_by_role("button", name="Anmelden", exact=True)).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "de"
    _looked_at(page, "sign-in", english)
    page.get_by_label("Benutzername oder E-Mail-Adresse").fill(ADMIN)
    page.get_by_label("Passwort", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Anmelden", exact=True).click()
    expect(page.get_by_role("button", name=f"Konto von {ADMIN}")).to_be_visible()
    for name, path in _PAGES.items():
        page.goto(path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        page.wait_for_load_state("networkidle")
        _looked_at(page, name, english)
    page.goto("/settings")
    page.get_by_label("Sprache der Seiten").select_option("en")
    expect(page.get_by_label("Language of the pages")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "en"
