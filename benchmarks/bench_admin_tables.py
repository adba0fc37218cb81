"""The administrator's tables in Chromium on a large installation: from a click to the rows that it asks for."""

from __future__ import annotations

import asyncio
import math
import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Literal

import audit_rows
from figures import Figure
from harness import PASSWORD, ROOT, BenchmarkError, register_first, serving
from playwright.sync_api import Page, sync_playwright
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from support.postgres import PostgresServer

NAMES = ("admin_table_ms",)
BAR: Final = 300.0
USERS: Final = int(os.environ.get("BENCH_USERS", "100000"))
AUDIT: Final = int(os.environ.get("BENCH_AUDIT_ROWS", str(audit_rows.ROWS)))
ROUNDS: Final = int(os.environ.get("BENCH_ROUNDS", "12"))

# One in a hundred has another role, one in twenty has not signed in for ever, as in a real directory.
_PEOPLE = """
INSERT INTO users (id, username, username_key, email, email_key, display_name, role, is_active, approved_at,
    last_sign_in_at, created_at, updated_at)
SELECT 'user-' || n, 'person' || n, 'person' || n, 'person' || n || '@example.org', 'person' || n || '@example.org',
    'Person Number ' || n, CASE WHEN n % 100 = 0 THEN 'viewer' WHEN n % 997 = 0 THEN 'auditor' ELSE 'user' END,
    n % 60 <> 0, CASE WHEN n % 500 <> 0 THEN now() END,
    CASE WHEN n % 20 <> 0 THEN now() - random() * interval '90 days' END,
    now() - n * interval '3 minutes', now() FROM generate_series(1, CAST(:users AS integer)) n
"""

_ARM = """([label, before, kind]) => {
    // From the press or choice that follows until the table has other rows and is not busy, painted.
    window.taken = new Promise(done => addEventListener(kind, ({ timeStamp }) => {
        const look = () => {
            const table = document.querySelector(`table[aria-label="${label}"]`);
            const busy = table === null || table.closest("[aria-busy=true]") !== null;
            // Not innerText, which lays the page out at each look and so takes a part of what is measured.
            const rows = table && !busy ? table.tBodies[0].textContent : "";
            if (performance.now() - timeStamp > 20000) done(NaN);
            else if (busy || rows === before || rows.trim().length < 20) requestAnimationFrame(look);
            else requestAnimationFrame(() => done(performance.now() - timeStamp));
        };
        requestAnimationFrame(look);
    }, { capture: true, once: true }));
}"""
_ROWS = """label => document.querySelector(`table[aria-label="${label}"]`)?.tBodies[0].textContent ?? ''"""


async def _fill(url: str) -> None:
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        await connection.execute(text(_PEOPLE), {"users": USERS})
    audit_rows.ROWS = AUDIT
    await audit_rows.fill(engine)
    async with engine.connect() as connection:
        whole = await connection.execution_options(isolation_level="AUTOCOMMIT")
        await whole.execute(text("VACUUM ANALYZE users"))
    await engine.dispose()


class Table:
    """A table of a page that is used again and again."""

    def __init__(self, page: Page, label: str) -> None:
        self.page, self.label = page, label

    def took(self, name: str, role: Literal["button", "link", "radio"] = "button") -> float:
        """Press something, and return the milliseconds until other rows stand there."""
        self._arm("pointerdown")
        self.page.get_by_role(role, name=name, exact=True).first.click()
        return self._taken(name)

    def chose(self, select: str, option: str) -> float:
        """Choose one of a list, and return the milliseconds until other rows stand there."""
        self._arm("change")
        self.page.get_by_role("combobox", name=select).select_option(option)
        return self._taken(option)

    def _taken(self, what: str) -> float:
        taken = float(self.page.evaluate("() => window.taken"))
        if math.isnan(taken):
            raise BenchmarkError(f"{what}: no other rows came to stand in {self.label}")
        return taken

    def _arm(self, kind: str) -> None:
        self.page.evaluate(_ARM, [self.label, self.page.evaluate(_ROWS, self.label), kind])


def _users(page: Page) -> dict[str, list[float]]:
    table, found = Table(page, "Accounts"), dict[str, list[float]]()

    def note(name: str, taken: float) -> None:
        found.setdefault(f"users, {name}", []).append(taken)

    for _ in range(ROUNDS):
        page.goto("/admin/audit")
        page.locator("table[aria-label='Audit log'] tbody tr").nth(5).wait_for()
        note("first page", table.took("Users", "link"))
        note("sorted by last sign-in", table.took("Last sign-in"))
        note("the other way", table.took("Last sign-in"))
        note("next page", table.took("Next"))
        note("one role", table.chose("Role", "Viewer"))
        note("one state", table.chose("State", "Deactivated"))
    return found


def _log(page: Page) -> dict[str, list[float]]:
    table, found = Table(page, "Audit log"), dict[str, list[float]]()

    def note(name: str, taken: float) -> None:
        found.setdefault(f"audit, {name}", []).append(taken)

    for _ in range(ROUNDS):
        page.goto("/admin/users")
        page.locator("table[aria-label='Accounts'] tbody tr").nth(5).wait_for()
        note("first page", table.took("Audit log", "link"))
        note("the oldest first", table.took("When"))
        note("the newest first", table.took("When"))
        note("older", table.took("Older"))
        note("one action", table.chose("Action", "recording.opened"))
        note("one action that failed", table.took("Failed", "radio"))
    return found


@contextmanager
def _page(url: str) -> Iterator[Page]:
    sys.path.append(str(ROOT / "scripts"))
    chromium: Any = __import__("chromium")
    program = chromium.find()
    if program is None:
        raise BenchmarkError("There is no Chromium on this machine.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        try:
            page = browser.new_context(base_url=url, viewport={"width": 1440, "height": 900}).new_page()
            page.goto("/sign-in")
            page.get_by_label("User name or e-mail address").fill("ada")
            page.get_by_label("Password", exact=True).fill(PASSWORD)
            page.get_by_role("button", name="Sign in", exact=True).click()
            page.get_by_role("link", name="Users").first.wait_for()
            yield page
        finally:
            browser.close()


def run() -> list[Figure]:
    """Measure pages as they are built, on rows that are made in the database: plausible, but in no chain."""
    postgres = PostgresServer.start(durable=True)
    most = "1000000"
    limits: dict[str, Any] = {"rate_user_per_minute": most, "rate_user_burst": most, "audit_seal_seconds": "3600"}
    try:
        with (
            tempfile.TemporaryDirectory() as folder,
            postgres.temporary_database() as url,
            serving(Path(folder), url, mode="enterprise", log_level="warning", **limits) as server,
        ):
            register_first(server.url)
            asyncio.run(_fill(url))
            with _page(server.url) as page:
                taken = _users(page) | _log(page)
    finally:
        postgres.stop()
    for name, times in taken.items():
        print(f"{name}: {statistics.median(times):.0f} ms, at most {max(times):.0f}")
    middle = {name: statistics.median(times) for name, times in taken.items()}
    worst = max(middle, key=lambda name: middle[name])
    return [
        Figure(NAMES[0], middle[worst], "ms", limit=BAR),
        Figure(f"{NAMES[0]}.users", max(value for name, value in middle.items() if name.startswith("users")), "ms"),
        Figure(f"{NAMES[0]}.audit", max(value for name, value in middle.items() if name.startswith("audit")), "ms"),
        Figure(f"{NAMES[0]}.people", USERS, "rows"),
        Figure(f"{NAMES[0]}.rows", AUDIT, "rows"),
    ]
