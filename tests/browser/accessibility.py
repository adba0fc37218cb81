"""Looking at a page: with axe for faults of accessibility, and through pictures for people."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final, Literal

from playwright.sync_api import Page

_ROOT = Path(__file__).parent.parent.parent
_PICTURES = _ROOT / "test-results" / "pages"
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_GRAVE = {"serious", "critical"}

Theme = Literal["light", "dark"]

_WIDTHS = (1440, 768, 390)

AXE: Final = _ROOT / "node_modules" / "axe-core" / "axe.min.js"
"""To be evaluated in the page, not added as a script: it keeps its content security policy."""


def picture(page: Page, name: str) -> None:
    _PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=_PICTURES / f"{name}.png", animations="disabled")


_ASK: Final = """
async rules => {
    // Of what is right only how much it is counts; nothing is loaded for rules that do not run.
    const found = await axe.run(document, { runOnly: rules, resultTypes: ["violations"], preload: false });
    const shown = node => node.html.slice(0, 160);
    const short = fault => ({ ...fault, nodes: fault.nodes.slice(0, 3).map(shown) });
    return { passes: found.passes.length, violations: found.violations.map(short) };
}
"""


def grave_faults(page: Page, width: int) -> list[dict[str, Any]]:
    """Return what axe finds serious or critical in a page that has `AXE`."""
    result = page.evaluate(_ASK, _RULES)
    assert result["passes"] > 5
    return [_short(fault, width) for fault in result["violations"] if fault["impact"] in _GRAVE]


def faults_at_all_widths(page: Page, name: str) -> list[dict[str, Any]]:
    """Take pictures of a page at three widths, and return what is serious or critical there."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    faults: list[dict[str, Any]] = []
    for width in _WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        picture(page, f"{name}-{width}")
        faults += grave_faults(page, width)
    return faults


def _short(fault: dict[str, Any], width: int) -> dict[str, Any]:
    return {"rule": fault["id"], "width": width, "help": fault["help"], "where": fault["nodes"]}
