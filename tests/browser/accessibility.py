"""Looking at a page: with axe for faults of accessibility, and through pictures for people."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Page

_ROOT = Path(__file__).parent.parent.parent
_PICTURES = _ROOT / "test-results" / "pages"
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_GRAVE = {"serious", "critical"}

AXE: Final = _ROOT / "node_modules" / "axe-core" / "axe.min.js"
"""To be evaluated in the page, not added as a script: it keeps its content security policy."""


def picture(page: Page, name: str) -> None:
    _PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=_PICTURES / f"{name}.png", animations="disabled")


def grave_faults(page: Page, width: int) -> list[dict[str, Any]]:
    """Return what axe finds serious or critical in a page that has `AXE`."""
    result = page.evaluate("rules => axe.run(document, { runOnly: rules })", _RULES)
    assert len(result["passes"]) > 5
    return [_short(fault, width) for fault in result["violations"] if fault["impact"] in _GRAVE]


def _short(fault: dict[str, Any], width: int) -> dict[str, Any]:
    return {
        "rule": fault["id"],
        "width": width,
        "help": fault["help"],
        "where": [node["html"][:160] for node in fault["nodes"][:3]],
    }
