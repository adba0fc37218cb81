"""Running one migration by itself, on rows that a test has made."""

from __future__ import annotations

import runpy
from pathlib import Path

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection
from verbatim import migrations


def upgrade_again(connection: Connection, name: str) -> None:
    """Run one migration of the core by itself."""
    folder = Path(str(migrations.__file__)).parent / "versions"
    (path,) = folder.glob(f"*{name}.py")
    with Operations.context(MigrationContext.configure(connection)):
        runpy.run_path(str(path))["upgrade"]()
