"""What a route does follows from its method, unless it says otherwise; of two that speak the nearer one counts."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from verbatim.core.effects import Declared, Effect, declares
from verbatim.core.routing import declarations, declared_by
from verbatim.permissions import Permission, requires


@pytest.mark.parametrize(
    ("method", "effect"),
    [
        ("GET", "read"),
        ("HEAD", "read"),
        ("DELETE", "delete"),
        ("PATCH", "change"),
        ("POST", "change"),
        (None, "change"),
    ],
)
def test_a_method_says_what_a_call_does(method: str | None, effect: str) -> None:
    assert Declared.by([requires(Permission.PROJECT_UPDATE)], method).effect == effect


def test_a_route_may_say_something_else_than_its_router() -> None:
    outer, inner = requires(Permission.PROJECT_UPDATE, effect=Effect.STOP), declares(Effect.ACCESS)
    assert Declared.by([outer], "POST").effect is Effect.STOP
    assert Declared.by([outer, inner], "POST").effect is Effect.ACCESS
    assert Declared.by([outer, declares(note="some of it")], "POST") == Declared(Effect.STOP, None, "some of it")


async def test_a_request_is_known_before_its_route_is_found(app: FastAPI) -> None:
    def before(method: str, path: str) -> Effect:
        return declared_by({"type": "http", "method": method, "path": path, "app": app}).effect

    assert before("POST", "/api/recordings/bulk-delete") is Effect.DELETE
    assert before("POST", "/api/recordings/some-id/cancel") is Effect.STOP
    assert before("PUT", "/api/recordings/some-id/cancel") is Effect.CHANGE  # there is none of this method
    assert before("POST", "/api/recordings/some-id/cancel/more") is Effect.CHANGE
    assert before("POST", "/api/no-such-route") is Effect.CHANGE
    assert len(declarations(app)) > 50
