"""What each role allows, word by word: a right that somebody gains or loses by accident is seen here."""

from __future__ import annotations

import pytest
from verbatim.permissions import ADMINISTRATIVE, ROLE_PERMISSIONS, Permission, Role

CONTENT = {
    *("recording:create", "recording:read", "recording:update", "recording:delete"),
    *("transcript:read", "transcript:update"),
    *("project:create", "project:read", "project:update", "project:delete"),
    *("document:create", "document:read", "document:update", "document:delete"),
    *("conversation:create", "conversation:read", "conversation:update", "conversation:delete"),
    "llm:use",
}
READING = {"recording:read", "transcript:read", "project:read", "document:read", "conversation:read"}
INSTALLATION = {
    *("team:manage", "user:manage", "apikey:manage", "webhook:manage", "audit:read", "settings:manage"),
    *("license:manage", "system:operate", "system:admin"),
}


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        ("viewer", READING),
        ("user", CONTENT),
        ("operator", CONTENT | {"system:operate"}),
        ("auditor", CONTENT | {"audit:read"}),
        ("user_manager", CONTENT | {"user:manage"}),
        ("admin", CONTENT | INSTALLATION),
    ],
)
def test_a_role_allows_this_and_nothing_else(role: str, allowed: set[str]) -> None:
    assert ROLE_PERMISSIONS[Role(role)] == allowed


def test_every_permission_is_in_the_table() -> None:
    assert {*Permission} == CONTENT | INSTALLATION
    assert {*Role} == {"viewer", "user", "operator", "auditor", "user_manager", "admin"}


def test_looks_at_the_whole_installation_are_written_down() -> None:
    looks = {"audit:read", "user:manage", "license:manage", "settings:manage", "system:operate", "system:admin"}
    assert looks == ADMINISTRATIVE
