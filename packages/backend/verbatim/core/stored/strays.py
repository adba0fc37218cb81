"""Files that nobody needs any more are deleted soon after the transaction that gave them up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.db import after_commit
from verbatim.core.services import Service

SWEEPER: Final = Service[Callable[[], None]]("stray_sweeper")
"""Called when there may be files to delete."""


def sweep_soon(session: AsyncSession) -> None:
    """Have the files deleted that this transaction has given up, once it is committed."""
    after_commit(session, SWEEPER.of(session))
