"""Query parameters that a route does not know are refused by name: a filter that is ignored shows too much."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from fastapi import params
from fastapi.dependencies.utils import get_flat_params
from fastapi.exceptions import RequestValidationError
from starlette.requests import HTTPConnection

_KNOWN: Final = "verbatim_query"


def refuse_unknown_query(request: HTTPConnection) -> None:
    """Look at the names of all query parameters.

    Raises:
        RequestValidationError: the route that was found takes no parameter of such a name.
    """
    route = request.scope.get("route")
    if not request.scope.get("query_string") or not hasattr(route, "dependant"):
        return
    unknown = [name for name in request.query_params if name not in _known(route)]
    if unknown:
        raise RequestValidationError([_problem(name[:100]) for name in unknown[:20]])


def refuse_unknown_form(form: Mapping[str, str], known: frozenset[str]) -> None:
    """Look at the names of a form's fields, as `refuse_unknown_query` does at those of a query.

    Raises:
        RequestValidationError: naming those that are not ``known``.
    """
    unknown = [name for name in form if name not in known]
    if unknown:
        problems = [("body", name[:100]) for name in unknown[:20]]
        raise RequestValidationError(
            [{"type": "extra_forbidden", "loc": loc, "msg": "There is no such field in this form"} for loc in problems]
        )


def _known(route: Any) -> frozenset[str]:
    """Return what a route and all that it depends on take from the query; looked up once for each route."""
    known: frozenset[str] | None = route.__dict__.get(_KNOWN)
    if known is None:
        taken = [field for field in get_flat_params(route.dependant) if isinstance(field.field_info, params.Query)]
        known = route.__dict__[_KNOWN] = frozenset(field.alias for field in taken)
    return known


def _problem(name: str) -> dict[str, Any]:
    return {"type": "extra_forbidden", "loc": ("query", name), "msg": f"There is no query parameter {name!a} here"}
