"""`verbatim …` as somebody types it on the server, in a process of its own."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Mapping

from support.processes import run_verbatim
from support_license import LICENSED
from verbatim.config import Settings

SECRET_KEY = "m4V7vPzq0n3bJ8cXw2yKt6RfLh9sDgAe1uQiZoB5"


async def verbatim(
    settings: Settings, *words: str, variables: Mapping[str, str] | None = None
) -> tuple[int | None, str]:
    """Run a command beside the server with these settings; an empty variable is left out. Returns what it said."""
    wanted = {
        "VERBATIM_MODE": "enterprise",
        **LICENSED,
        "VERBATIM_DATABASE_URL": settings.database_url,
        "VERBATIM_DATA_DIR": str(settings.data_dir),
        "VERBATIM_LOG_LEVEL": "error",
        "VERBATIM_SECRET_KEY": SECRET_KEY,
        **(variables or {}),
    }
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("VERBATIM_")}
    env = {**inherited, **{name: value for name, value in wanted.items() if value}}
    done = await asyncio.to_thread(run_verbatim, *words, env=env, together=True)
    return done.returncode, done.stdout
