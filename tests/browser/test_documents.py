"""Documents in the browser: dropped beside a recording, found by one search, opened at their place, noted on."""

from __future__ import annotations

import re
import time
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from accessibility import AXE, grave_faults, picture
from playwright.sync_api import Page, expect
from support.made_documents import docx, pdf, xlsx
from support.server import RunningServer

PAGES = ("Agreement about the garden", "The clover grows in the morning", "Signed by everybody")
DROP = """async ([files]) => {
    const data = new DataTransfer();
    for (const [name, type, content] of files)
        data.items.add(new File([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], name, { type }));
    for (const kind of ["dragenter", "dragover", "drop"])
        document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }));
}"""


@pytest.fixture
def client(server: RunningServer) -> Iterator[httpx.Client]:
    """Give a program that speaks to the server."""
    with httpx.Client(base_url=server.url, timeout=60) as made:
        yield made


def read(client: httpx.Client, document_id: str) -> None:
    deadline = time.monotonic() + 90
    while client.get(f"/api/documents/{document_id}").json()["status"] not in {"completed", "failed"}:
        assert time.monotonic() < deadline
        time.sleep(0.2)


def bring(client: httpx.Client, name: str, content: bytes) -> str:
    made = client.post("/api/documents", files={"file": (name, content)}).raise_for_status().json()
    read(client, made["id"])
    found: str = made["id"]
    return found


def drawn(page: Page, number: int) -> None:
    """Insist that a page of a PDF is drawn: there is ink on it."""
    canvas = page.locator(f"canvas[data-page='{number}']")
    expect(canvas).to_be_visible()
    ink = "canvas => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((v) => v < 100)"
    assert canvas.evaluate(ink)


def test_a_paper_and_a_recording_are_dropped_found_and_noted_on(
    page: Page, server: RunningServer, client: httpx.Client, speech: Path
) -> None:
    project = client.post("/api/projects", json={"name": "Garden"}).json()["id"]
    page.goto(f"{server.url}/projects/{project}")
    expect(page.get_by_text("No documents in this project")).to_be_visible()
    files = [
        ["agreement.pdf", "application/pdf", b64encode(pdf(PAGES)).decode()],
        [speech.name, "audio/flac", b64encode(speech.read_bytes()).decode()],
    ]
    page.evaluate(DROP, [files])
    expect(page.get_by_role("link", name="agreement", exact=True)).to_be_visible()
    expect(page.get_by_text("2 files uploaded")).to_be_visible()
    document = client.get("/api/documents", params={"project_id": project}).json()["items"][0]["id"]
    recording = client.get("/api/recordings", params={"project_id": project}).json()["items"][0]["id"]
    read(client, document)
    deadline = time.monotonic() + 120
    while client.get(f"/api/recordings/{recording}").json()["status"] != "completed":
        assert time.monotonic() < deadline
        time.sleep(0.3)

    said = client.get("/api/search/global", params={"q": "morning"}).json()["results"]
    assert {one["type"] for one in said} >= {"document", "segment"}, said
    page.goto(f"{server.url}/search?q=morning")
    page.get_by_role("link", name=re.compile("Page 2:")).click()
    expect(page).to_have_url(re.compile(rf"/documents/{document}\?page=2"))
    drawn(page, 2)
    expect(page.get_by_text("Found in 1 place")).to_be_visible()
    page.get_by_role("radio", name="Text").click()
    expect(page.get_by_label("Text", exact=True).locator("mark").first).to_have_text("morning")

    page.get_by_role("button", name="Write a note").click()
    page.get_by_label("New note").fill("Ask **Bea** <img src=x onerror=alert(1)>")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("strong", has_text="Bea")).to_be_visible()
    assert page.locator("img[src=x]").count() == 0

    page.goto(f"{server.url}/search?q=morning")
    page.get_by_role("link", name=re.compile("At .*:")).first.click()
    expect(page).to_have_url(re.compile(rf"/recordings/{recording}\?t="))

    page.goto(f"{server.url}/search?q=mornnig")  # mistyped
    page.get_by_role("button", name="Did you mean morning?").click()
    expect(page.get_by_role("link", name=re.compile("Page 2:"))).to_be_visible()
    page.goto(f"{server.url}/search")
    page.get_by_role("region", name="Recent searches").get_by_role("button", name="morning").click()
    expect(page.get_by_role("link", name=re.compile("Page 2:"))).to_be_visible()


def test_each_hit_opens_its_page_its_row_or_its_paragraph(
    page: Page, server: RunningServer, client: httpx.Client
) -> None:
    words = ["anchor", "bridge", "candle", "dragon", "engine"]
    paper = bring(client, "words.pdf", pdf([f"About the {word} only" for word in words]))
    for number, word in enumerate(words, 1):
        page.goto(f"{server.url}/search?q={word}")
        page.get_by_role("link", name=re.compile(f"Page {number}:")).click()
        expect(page).to_have_url(re.compile(rf"/documents/{paper}\?page={number}&"))
        expect(page.locator(f"canvas[data-page='{number}']")).to_be_visible()
    drawn(page, 5)
    bring(client, "rows.xlsx", xlsx([[f"line {number}"] for number in range(150)] + [["falcon"]], sheet="Birds"))
    page.goto(f"{server.url}/search?q=falcon")
    page.get_by_role("link", name="Birds, row 151:").click()
    expect(page.locator("[aria-current=location] mark")).to_have_text("falcon")
    bring(client, "מסמך.docx", docx(["שלום לכולם", "הגדר החדשה"]))
    page.goto(f"{server.url}/search?q=הגדר")
    page.get_by_role("link", name="Paragraph 2:").click()
    expect(page.locator("[aria-current=location] mark")).to_have_text("הגדר")
    assert page.locator("[aria-current=location] p").evaluate("p => getComputedStyle(p).direction") == "rtl"


def test_pages_of_documents_are_accessible_in_light_dark_and_on_a_phone(
    page: Page, server: RunningServer, client: httpx.Client
) -> None:
    paper = bring(client, "lease.pdf", pdf(PAGES))
    bring(client, "broken.pdf", b"%PDF-1.4 nothing")
    client.post("/api/notes", json={"content": "# Plan\n\n- one\n- two", "document_id": paper})
    addresses = {
        "documents": "/documents",
        "document": f"/documents/{paper}?q=clover",
        "document-text": f"/documents/{paper}?view=text",
        "search-documents": "/search?q=clover&in=documents",
    }
    faults = []
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        for name, address in addresses.items():
            for width in (1440, 390):
                page.set_viewport_size({"width": width, "height": 900})
                page.goto(server.url + address)
                page.wait_for_load_state("networkidle")
                expect(page.get_by_role("heading", level=1)).to_be_visible()
                page.wait_for_function("width => document.documentElement.scrollWidth <= width", arg=width)
                page.evaluate(AXE.read_text(encoding="utf-8"))
                picture(page, f"{name}-{theme}-{width}")
                faults += [(name, theme, fault) for fault in grave_faults(page, width)]
    assert faults == []


def test_a_broken_document_says_why_and_several_are_deleted_at_once(
    page: Page, server: RunningServer, client: httpx.Client
) -> None:
    bad = bring(client, "damaged.docx", b"PK\x03\x04 nothing")
    page.goto(f"{server.url}/documents/{bad}")
    expect(page.get_by_role("alert").get_by_text("damaged or cut off")).to_be_visible()
    page.goto(f"{server.url}/documents?q=damaged")
    page.get_by_role("checkbox", name="Select damaged").click()
    page.get_by_role("toolbar", name="Selected documents").get_by_role("button", name="Delete").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Delete").click()
    expect(page.get_by_text("No document matches")).to_be_visible()
    assert client.get(f"/api/documents/{bad}").status_code == 404
