"""A server on which people have permissions of their own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support.sign_in import SignInPlugin
from verbatim.plugins.loader import Plugin


@pytest.fixture
def database_url(migrated_file: Path, tmp_path: Path) -> str:
    """Give one kind of database: who may call a route is decided before it is reached."""
    return f"sqlite+aiosqlite:///{shutil.copy(migrated_file, tmp_path / 'verbatim.db')}"


@pytest.fixture
def plugins() -> list[Plugin]:
    return [SignInPlugin()]
