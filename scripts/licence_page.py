"""The page about the licence that is made from its tables: states, what stays possible, and what can be included."""

from __future__ import annotations

from fastapi import FastAPI
from verbatim.core.effects import MEANINGS as EFFECTS
from verbatim.core.effects import Effect
from verbatim.core.routing import declarations
from verbatim_enterprise.license.entitlements import MEANINGS
from verbatim_enterprise.license.states import STATES


def licence_page(app: FastAPI) -> str:
    states = [
        f"| `{state}` | {row.label} | {row.when} | {row.changes} | {'yes' if row.entitlements else 'no'} "
        f"| {row.notice} | {row.meaning} |"
        for state, row in STATES.items()
    ]
    reasons: dict[str, list[str]] = {}
    for method, path, declared in declarations(app):
        if declared.effect is not Effect.CHANGE and method not in {"GET", "HEAD", "OPTIONS", "DELETE"}:
            note = f" ({declared.note})" if declared.note else ""
            reasons.setdefault(EFFECTS[declared.effect], []).append(f"`{method} {path}`{note}")
    lines = [
        "# Licence: states and features",
        "",
        "Made from the application by `make docs`. What it means for you: [the guide](../guides/licence.md).",
        "",
        "| state | called | when | may create and change | includes work | lasting notice for | meaning |",
        "|---|---|---|---|---|---|---|",
        *states,
        "",
        "In every state: with all seats taken nobody can be added, approved or reactivated; everybody else works on.",
        "A clock that was set back is told to administrators and changes none of these.",
        "",
        "## What stays possible in every state",
        "",
        "Every `GET`, `HEAD`, `OPTIONS` and `DELETE`. Of all other routes these, and no others:",
        "",
        "| for | routes |",
        "|---|---|",
        *(f"| {reason} | {', '.join(sorted(routes))} |" for reason, routes in sorted(reasons.items())),
        "",
        "## What licences can include",
        "",
        "A route that needs one of these answers 402 with its name when the licence does not include it.",
        "",
        "| name | turns on |",
        "|---|---|",
        *(f"| `{name}` | {meaning} |" for name, meaning in MEANINGS.items()),
    ]
    return "\n".join(lines) + "\n"
