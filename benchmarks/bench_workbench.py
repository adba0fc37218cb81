"""The page of a long transcript in Chromium: how soon it can be read, what a key and a frame of scrolling cost, what is
fetched before the first word; and how long files of three hours take.

The machine that measures is often busy: what counts for keys and scrolling is processor time of the page's main thread,
with the time on the clock beside it.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

import httpx
from figures import Figure
from harness import ROOT, BenchmarkError, product, register_first, serving
from playwright.sync_api import Browser, CDPSession, Page, Response, sync_playwright
from support.factories import Factory, MadeTranscript

NAMES = ("transcript_open_ms", "keystroke_ms", "scroll_frame_ms", "first_load_kb", "export_docx_s", "export_pdf_s")
SEGMENTS, HOURS, ROUNDS, KEYS, FRAMES = 20_000, 3, 5, 60, 240
_SENTENCE: Final = "and then the river rose over the meadow until nobody could see the old bridge any more"
_PATIENCE: Final = 60_000
_NEXT_FRAME: Final = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))"


def _fill(url: str, folder: Path) -> tuple[MadeTranscript, MadeTranscript]:
    """Make a transcript of so many segments and one of three hours, ten seconds each."""
    with product(url, folder) as runtime:
        factory = Factory(SimpleNamespace(state=SimpleNamespace(database=runtime.database)))  # type: ignore[arg-type]  # all it asks of an app

        async def fill() -> tuple[MadeTranscript, MadeTranscript]:
            long = await factory.transcript(*_texts(SEGMENTS), speakers=("Ada", "Grace", "Edsger"))
            file = await factory.transcript(*_texts(HOURS * 360), speakers=("Ada", "Grace"))
            await runtime.database.engine.dispose()
            return long, file

        return asyncio.run(fill())


def _texts(count: int) -> list[str]:
    return [f"{number} {_SENTENCE}." for number in range(count)]


def _processor_ms(session: CDPSession) -> float:
    """Return what the page's main thread has worked so far."""
    metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    return float(metrics["TaskDuration"]) * 1000


def _page(browser: Browser, url: str) -> tuple[Page, CDPSession]:
    context = browser.new_context(base_url=url, viewport={"width": 1440, "height": 900})
    context.set_default_timeout(_PATIENCE)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})  # what it worked, not what it waited for others
    return page, session


def _open(page: Page, session: CDPSession, path: str) -> tuple[float, float]:
    """Open a transcript; return the processor and the clock time until it can be read."""
    page.goto("about:blank")
    before = _processor_ms(session)
    page.goto(path, wait_until="commit")
    page.locator("[data-segment]").first.wait_for()
    return _processor_ms(session) - before, float(page.evaluate("performance.now()"))


def _opened(page: Page, session: CDPSession, path: str) -> list[Figure]:
    taken = [_open(page, session, path) for _ in range(ROUNDS + 1)][1:]
    return [
        Figure("transcript_open_ms", statistics.median(wall for _, wall in taken), "ms", limit=1000),
        Figure("transcript_open_ms.processor", statistics.median(own for own, _ in taken), "ms"),
    ]


def _each(page: Page, session: CDPSession, act: Callable[[], None], times: int) -> tuple[list[float], list[float]]:
    """Do something again and again; return processor and clock time of each until it is painted."""
    own, wall = [], []
    for _ in range(times):
        before, begun = _processor_ms(session), time.perf_counter()
        act()
        page.evaluate(_NEXT_FRAME)
        wall.append((time.perf_counter() - begun) * 1000)
        own.append(_processor_ms(session) - before)
    return own, wall


def _worst(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def _keys(page: Page, session: CDPSession) -> list[Figure]:
    row = page.locator("[data-segment]").nth(3)
    row.hover()
    row.get_by_role("button", name="Edit").click()
    page.get_by_role("textbox", name="Text of segment 4").wait_for()
    own, wall = _each(page, session, lambda: page.keyboard.press("a"), KEYS)
    page.keyboard.press("Escape")
    return [
        Figure("keystroke_ms", _worst(own), "ms", limit=16),
        Figure("keystroke_ms.clock", _worst(wall), "ms"),
    ]


def _scrolling(page: Page, session: CDPSession) -> list[Figure]:
    page.mouse.move(500, 500)
    own, _ = _each(page, session, lambda: page.mouse.wheel(0, 120), FRAMES)
    return [
        Figure("scroll_frame_ms", statistics.mean(own), "ms", limit=8),
        Figure("scroll_frame_ms.p95", _worst(own), "ms"),
    ]


def _first_load(browser: Browser, url: str, path: str, ready: str) -> tuple[float, int]:
    """Return the kilobytes of code and style, as they travel, until something is there, and in how many files."""
    page, _ = _page(browser, url)
    found: list[Response] = []
    kinds = {"script", "stylesheet"}
    page.on("response", lambda one: found.append(one) if one.request.resource_type in kinds else None)
    page.goto(path)
    page.locator(ready).first.wait_for()
    size = sum(one.request.sizes()["responseBodySize"] for one in found) / 1000
    page.context.close()
    return size, len(found)


def _export(url: str, made: MadeTranscript, kind: str) -> Figure:
    begun = time.perf_counter()
    answer = httpx.get(f"{url}/api/transcripts/{made.id}/export", params={"format": kind}, timeout=120)
    if answer.status_code != 200:
        raise BenchmarkError(f"{kind}: {answer.status_code} {answer.text[:200]}")
    return Figure(f"export_{kind}_s", time.perf_counter() - begun, "s", limit=5)


def _address(folder: Path) -> str:
    return f"sqlite+aiosqlite:///{folder / 'data' / 'verbatim.db'}"


def _measured(browser: Browser, folder: Path, long: MadeTranscript, file: MadeTranscript) -> list[Figure]:
    path = f"/recordings/{long.recording_id}"
    figures: list[Figure] = []
    with serving(folder / "data", _address(folder)) as server:
        page, session = _page(browser, server.url)
        figures += _opened(page, session, path)
        figures += _keys(page, session)
        figures += _scrolling(page, session)
        page.context.close()
        transcript_kb, files = _first_load(browser, server.url, path, "[data-segment]")
        _export(server.url, file, "docx")  # what makes files is loaded with the first
        figures += [_export(server.url, file, "docx"), _export(server.url, file, "pdf")]
    with serving(folder / "organisation", f"sqlite+aiosqlite:///{folder / 'o.db'}", mode="enterprise") as server:
        register_first(server.url)  # else it is the page of the set-up that opens
        sign_in_kb, _ = _first_load(browser, server.url, "/", "form")
    return [
        *figures,
        Figure("first_load_kb", sign_in_kb, "kB", limit=170),
        Figure("first_load_kb.transcript", transcript_kb, "kB", limit=250),
        Figure("first_load_kb.files", files, "files", limit=15),
    ]


def run() -> list[Figure]:
    """Measure the page as it is built."""
    sys.path.append(str(ROOT / "scripts"))
    chromium: Any = __import__("chromium")
    program = chromium.find()
    if program is None:
        raise BenchmarkError("There is no Chromium on this machine.")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        long, file = _fill(_address(folder), folder / "data")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
            try:
                return _measured(browser, folder, long, file)
            finally:
                browser.close()
