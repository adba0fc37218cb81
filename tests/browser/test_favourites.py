"""Stars, from the list to the dashboard and back, as a member and as somebody who may only read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from accessibility import AXE, grave_faults
from people import Program, sign_in
from playwright.sync_api import Browser, BrowserContext, Page, expect
from profiles import open_context
from support.server import RunningServer


@pytest.fixture
def context(browser: Browser, enterprise_server: RunningServer) -> Iterator[BrowserContext]:
    yield from open_context(browser, enterprise_server)


@pytest.fixture(scope="module", autouse=True)
def things(ada: Program, speech: Path) -> dict[str, str]:
    made = {title: ada.upload(speech, title) for title in ("Budget", "Garden", "اجتماع لجنة الحديقة")}
    made["Board"] = ada.post("/api/projects", name="Board")["id"]
    file = {"file": ("plan.md", b"# Plan", "text/markdown")}
    ada.http.post("/api/documents", files=file, data={"title": "Plan"}).raise_for_status()
    ada.make_colleague("vera", role="viewer")
    return made


def _star(page: Page, title: str) -> None:
    star = page.get_by_role("button", name=f"Favourite: {title}")
    expect(star).to_have_attribute("aria-pressed", "false")
    with page.expect_response(lambda answer: answer.request.method == "PUT" and "/api/favourites/" in answer.url):
        star.click()
    expect(star).to_have_attribute("aria-pressed", "true")


def test_what_is_starred_is_at_hand(context: BrowserContext, things: dict[str, str]) -> None:
    page = context.new_page()
    sign_in(page)
    expect(page.get_by_role("heading", name="Favourites")).to_have_count(0)
    page.goto("/recordings")
    _star(page, "Budget")
    page.goto(f"/recordings/{things['اجتماع لجنة الحديقة']}")
    _star(page, "اجتماع لجنة الحديقة")
    page.goto("/projects")
    _star(page, "Board")
    page.goto("/documents")
    document = page.get_by_role("listitem").filter(has_text="MD")
    document.get_by_role("button", name="Favourite: ").click()
    expect(document.get_by_role("button", name="Favourite: ")).to_have_attribute("aria-pressed", "true")

    for address, name in (("/recordings", "Budget"), ("/projects", "Board")):
        page.goto(address)
        page.get_by_role("button", name="Favourites", exact=True).click()
        expect(page.get_by_role("link", name=name, exact=True)).to_be_visible()
        expect(page.get_by_role("link", name="Garden")).to_have_count(0)
        assert "starred=1" in page.url
    page.goto("/")
    part = page.get_by_role("region", name="Favourites")
    expect(part.get_by_role("listitem")).to_have_count(4)
    part.get_by_role("button", name="Favourite: Budget").click()
    expect(part.get_by_role("listitem")).to_have_count(3)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert grave_faults(page, 1440) == []
    part.get_by_role("link", name="اجتماع لجنة الحديقة").click()
    expect(page.get_by_role("heading", name="اجتماع لجنة الحديقة", level=1)).to_be_visible()


def test_whoever_may_only_read_has_stars_of_their_own(context: BrowserContext, ada: Program) -> None:
    page = context.new_page()
    sign_in(page, "vera")
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.get_by_role("heading", name="Favourites")).to_have_count(0)
    page.goto("/recordings")
    _star(page, "Garden")
    page.get_by_role("button", name="Filters", exact=True).click()
    page.get_by_role("button", name="Favourites", exact=True).click()
    expect(page.get_by_role("link", name="Budget")).to_have_count(0)
    expect(page.get_by_role("link", name="Garden")).to_be_visible()
    page.get_by_role("button", name="Favourite: Garden").click()
    expect(page.get_by_text("No recording matches")).to_be_visible()
    assert "Garden" not in [one["title"] for one in ada.get("/api/favourites")["items"]]
