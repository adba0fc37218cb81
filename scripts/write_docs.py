"""Write the pages of docs/, and the API's description, that are made from code and results."""

from __future__ import annotations

import json
import sys
from enum import Enum
from pathlib import Path
from typing import Any

import pages as application
from fastapi import FastAPI
from licence_page import licence_page
from pydantic import SecretStr
from pydantic.fields import FieldInfo
from steps import ROOT, say

_RESULTS = ROOT / "benchmarks" / "results"


def settings_page(core: FastAPI, whole: FastAPI) -> str:
    rows = [
        "# Settings",
        "",
        "Made from the application by `make docs`. All are environment variables, read at start.",
        "",
        *_settings_table(core),
        "",
        "## In enterprise mode",
        "",
        *_settings_table(whole, without=core),
    ]
    return "\n".join(rows) + "\n"


def _settings_table(app: FastAPI, without: FastAPI | None = None) -> list[str]:
    known = without.state.registry.contributions.settings if without else []
    groups = [group for group in app.state.registry.contributions.settings if group not in known]
    rows = ["| variable | default | meaning |", "|---|---|---|"]
    for group in groups:
        prefix = group.model_config.get("env_prefix", "")
        for name, field in group.model_fields.items():
            meaning = (field.description or "").replace("|", "\\|")
            rows.append(f"| `{prefix}{name}".upper() + f"` | {_default(field)} | {meaning} |")
    return rows


def _default(field: FieldInfo) -> str:
    value = field.get_default()
    if isinstance(value, SecretStr):
        value = value.get_secret_value()
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, bool):
        value = str(value).lower()
    return f"`{value}`" if value not in ("", None, ()) else "(empty)"


def performance_page() -> str:
    lines = [
        "# Performance",
        "",
        "Made from `benchmarks/results/` by `make docs`. `make bench` measures again (`ONLY=name`: one)",
        "and fails when a figure misses its bar.",
        "",
        "What ends in `_vs_reference` compares with the least that could do the same: FastAPI and asyncpg alone,",
        "with the same statements, role and scope, in processor time and in the same run. It replaces",
        "`auth_throughput_ratio`, which compared with this project's own core and so rewarded a slow one.",
        "",
    ]
    results = sorted(_RESULTS.glob("*.json"))
    if not results:
        return "\n".join([*lines, "Nothing has been measured yet.", ""])
    lines += ["| figure | measured | bar | rival | holds |", "|---|---|---|---|---|"]
    for path in results:
        lines += [_row(figure) for figure in json.loads(path.read_text(encoding="utf-8"))]
    return "\n".join(lines) + "\n"


def _row(figure: dict[str, Any]) -> str:
    rival = "" if figure["rival"] is None else f"{figure['rival']:g} {figure['unit']}"
    if rival and figure["ratio"]:
        rival += f" (ratio {figure['ratio']:g})"
    measured = f"{figure['figure']:g} {figure['unit']}"
    verdict = {None: "", True: "yes", False: "no"}[figure["holds"]]
    cells = (f"`{figure['name']}`", measured, figure["bar"] or "", rival, verdict)
    return f"| {' | '.join(cells)} |"


def pages() -> dict[Path, str]:
    """Every generated page with the text it should have."""
    app, whole = application.core_app(), application.whole_app()
    generated = ROOT / "docs" / "generated"
    return {
        generated / "settings.md": settings_page(app, whole),
        generated / "routes.md": application.routes_page(app, whole),
        generated / "events.md": application.events_page(),
        generated / "licence.md": licence_page(whole),
        ROOT / "packages" / "web" / "src" / "generated" / "messages.ts": application.messages_module(app),
        ROOT / "packages" / "web" / "openapi.json": application.openapi(app),
        ROOT / "packages" / "enterprise" / "frontend" / "openapi.json": application.openapi(whole),
        ROOT / "docs" / "performance.md": performance_page(),
    }


def stale() -> list[Path]:
    """Name the pages whose text is not what the code says now."""
    return [page for page, text in pages().items() if not page.exists() or page.read_text(encoding="utf-8") != text]


def main() -> int:
    wanted = pages()
    for page in stale():
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(wanted[page], encoding="utf-8")
        say(f"wrote {page.relative_to(ROOT)}")
    say("The generated pages are up to date.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
