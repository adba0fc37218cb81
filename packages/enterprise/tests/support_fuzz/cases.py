"""Made-up requests for one route: some as its description wants them, some not, many with ids that exist."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from typing import Any, Final

import hypothesis
import requests
import schemathesis
from hypothesis import strategies as st
from schemathesis import GenerationMode

_RECKLESS: Final = hypothesis.settings(
    database=None,
    deadline=None,
    phases=[hypothesis.Phase.generate],
    suppress_health_check=list(hypothesis.HealthCheck),
)
_LONGEST: Final = 60_000
"""Characters of an address; the head of a request may have 64 kB."""
_BASE: Final = "http://127.0.0.1:52780"

schemathesis.openapi.media_type("application/offset+octet-stream", st.binary(max_size=2_000))  # pieces of an upload


def routes_of(description: dict[str, Any], *, with_credentials: bool) -> list[Any]:
    """Return the routes of a description, as schemathesis sees them, by name; it may make up tokens and cookies."""
    schema = schemathesis.openapi.from_dict(description)
    schema.config.generation.update(with_security_parameters=with_credentials)
    schema.config.update(base_url=_BASE)
    found: list[Any] = list(schema.get_all_operations())
    return sorted((one.ok() for one in found), key=name_of)


def name_of(route: Any) -> str:
    """Return a route's name, as in ``GET /api/tags``."""
    return f"{route.method.upper()} {route.path}"


def requests_for(
    route: Any, count: int, ids: Mapping[str, str], *, seed: int
) -> list[tuple[Any, requests.PreparedRequest]]:
    """Make up requests for a route; ``ids`` are of things that exist, by the name of the parameter that takes them."""
    made: list[Any] = []

    @hypothesis.seed(seed)
    @hypothesis.settings(_RECKLESS, max_examples=count)
    @hypothesis.given(st.data())
    def make(data: st.DataObject) -> None:
        mode = data.draw(st.sampled_from(GenerationMode))
        case = data.draw(route.as_strategy(generation_mode=mode))
        if data.draw(st.integers(0, 4)) < 4:
            _point_at_what_exists(case, ids)
        made.append(case)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        make()
    return [(case, prepared) for case in made[:count] if (prepared := _prepared(case)) is not None]


def _point_at_what_exists(case: Any, ids: Mapping[str, str]) -> None:
    for place in (case.path_parameters, case.query, case.body):
        if isinstance(place, dict):
            _put_ids_in(place, ids)


def _put_ids_in(place: dict[str, Any], ids: Mapping[str, str]) -> None:
    for name, value in place.items():
        if isinstance(value, str) and name in ids:
            place[name] = ids[name]
        elif isinstance(value, list) and name.removesuffix("s") in ids:
            place[name] = [ids[name.removesuffix("s")], *value[1:]]


def _prepared(case: Any) -> requests.PreparedRequest | None:
    """Return the request as it is sent; None for what no client could send."""
    try:
        made = requests.Session().prepare_request(requests.Request(**case.as_transport_kwargs(base_url=_BASE)))
    except (requests.RequestException, UnicodeError, ValueError):
        return None
    return made if len(made.url or "") < _LONGEST else None


def header_of(prepared: requests.PreparedRequest) -> Sequence[tuple[bytes, bytes]]:
    """Return the headers as bytes: made-up values have other letters than ASCII."""
    return [
        (name.encode(), value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass"))
        for name, value in prepared.headers.items()
    ]


def content_of(prepared: requests.PreparedRequest) -> bytes | None:
    """Return what a request carries."""
    body = prepared.body
    assert body is None or isinstance(body, bytes | str)
    return body.encode() if isinstance(body, str) else body
