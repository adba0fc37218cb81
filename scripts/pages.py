"""The pages that are made from the application itself: routes, events, the API's description."""

from __future__ import annotations

import json
from collections.abc import Mapping
from inspect import cleandoc

from fastapi import FastAPI
from verbatim.app import create_app
from verbatim.config import Mode, Settings
from verbatim.core.events import all_events, page_messages
from verbatim.declared_access import access_rules
from verbatim.permissions import AccessRule
from verbatim_enterprise.plugin import EnterprisePlugin


def core_app() -> FastAPI:
    """Make the open core alone, whatever plugins are installed and whatever the environment says."""
    return create_app(Settings(mode=Mode.BASIC, database_url="", storage="local"), plugins=[])


def whole_app() -> FastAPI:
    """Make the server for organisations, with the plugin's settings as they are without a variable."""
    return create_app(Settings(mode=Mode.ENTERPRISE, database_url="", storage="local"), plugins=[EnterprisePlugin()])


def routes_page(core: FastAPI, whole: FastAPI) -> str:
    known = access_rules(core)
    added = {route: rules for route, rules in access_rules(whole).items() if route not in known}
    lines = [
        "# Routes",
        "",
        "Made from the application by `make docs`. Every route declares who may call it.",
        "",
        *_routes_table(known),
        "",
        "## In enterprise mode",
        "",
        "These as well. What a role in the installation and a role in the team allow: `auth/rbac.py` of the plugin.",
        "",
        *_routes_table(added),
    ]
    return "\n".join(lines) + "\n"


def _routes_table(routes: Mapping[tuple[str, str], list[AccessRule]]) -> list[str]:
    lines = ["| method | path | permission |", "|---|---|---|"]
    for (method, path), rules in sorted(routes.items(), key=lambda item: (item[0][1], item[0][0])):
        [rule] = rules
        nobody_in_particular = "public" if rule.anonymous else "whoever is signed in"
        lines.append(f"| {method} | `{path}` | {f'`{rule.permission}`' if rule.permission else nobody_in_particular} |")
    return lines


def events_page() -> str:
    lines = [
        "# Events",
        "",
        "Made from the application by `make docs`. What a handler gets, and when: see the guide to plugins.",
        "",
        "| event | fields | when |",
        "|---|---|---|",
    ]
    for name, event in sorted(all_events().items()):
        if event.__module__.startswith("verbatim."):
            names = ", ".join(f"`{parameter}`" for parameter in event.parameters())
            meaning = " ".join(cleandoc(event.__doc__ or "").split()).replace("``", "`")
            lines.append(f"| `{name}` | {names} | {meaning} |")
    return "\n".join(lines) + "\n"


def messages_module(core: FastAPI) -> str:
    """List what the core tells open pages, for the map in which they look up what is to be fetched again."""
    lines = ["/** Made by `make docs`: what the server tells open pages, with the fields of each message. */"]
    lines.append("export type MessageType =")
    for name, names in page_messages("verbatim", core.state.database.resources).items():
        lines.append(f'  | "{name}" // {", ".join(names)}')
    return "\n".join([*lines, "  ;"]) + "\n"


def openapi(app: FastAPI) -> str:
    """Describe the API as `verbatim openapi` prints it."""
    return json.dumps(app.openapi(), indent=1, sort_keys=True) + "\n"
