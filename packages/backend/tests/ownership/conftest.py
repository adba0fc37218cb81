"""Two owners on one server."""

from __future__ import annotations

import pytest
from support.sign_in import SignInPlugin
from verbatim.core.ownership import Scope
from verbatim.plugins.loader import Plugin

ALICE = Scope(frozenset({"alice"}), "alice")
BOB = Scope(frozenset({"bob"}), "bob")


@pytest.fixture
def plugins() -> list[Plugin]:
    return [SignInPlugin()]


@pytest.fixture
def alice() -> Scope:
    return ALICE


@pytest.fixture
def bob() -> Scope:
    return BOB
