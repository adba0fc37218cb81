"""Who may call which route: every route says it, or the server does not start."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts

from verbatim.permissions import AccessRule


class UndeclaredRouteError(Exception):
    """A route declares neither a permission nor that it is public."""


def access_rules(app: FastAPI) -> dict[tuple[str, str], list[AccessRule]]:
    """Return what each route declares, by method and path; mounts and websockets have the method ``*``."""
    framework = {app.openapi_url, app.docs_url, app.swagger_ui_oauth2_redirect_url, app.redoc_url}
    found: dict[tuple[str, str], list[AccessRule]] = {}
    for context in iter_route_contexts(app.routes):
        dependencies = getattr(context, "dependencies", None) or ()
        if not dependencies and context.path in framework:
            continue
        rules = [depends.dependency for depends in dependencies if isinstance(depends.dependency, AccessRule)]
        for method in sorted(context.methods or ("*",)):
            found.setdefault((method, str(context.path)), []).extend(rules)
    return found


def refuse_undeclared_routes(app: FastAPI) -> None:
    """Stop the start when a route does not say who may call it.

    Raises:
        UndeclaredRouteError: naming the routes.
    """
    wrong = [f"{method} {path}" for (method, path), rules in access_rules(app).items() if len(rules) != 1]
    if wrong:
        raise UndeclaredRouteError(f"These routes must declare exactly one permission: {', '.join(sorted(wrong))}")
