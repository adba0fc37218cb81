"""What stays possible when the licence lets nobody, or not the caller, create or change anything.

Every route says what a call does (`Effect`). Reading, deleting, stopping and whatever lets people in or out always do;
a route that says nothing changes something unless its method reads or deletes, so new routes are refused.
"""

from __future__ import annotations

from starlette.types import Scope

from verbatim_enterprise.host import Effect, declared_by

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def is_allowed(scope: Scope) -> bool:
    """Say whether a request, or a websocket, is possible in every state of the licence."""
    return scope.get("method") in SAFE or declared_by(scope).effect is not Effect.CHANGE


def is_way_out(scope: Scope) -> bool:
    """Say whether a request deletes or stops something: that also works where the licence does not include it."""
    method, effect = scope.get("method"), declared_by(scope).effect
    if effect is Effect.READ:
        return method is not None and method not in SAFE
    return effect is not Effect.CHANGE and method not in SAFE
