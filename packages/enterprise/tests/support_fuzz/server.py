"""An application to knock at outside pytest."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from fastapi import FastAPI
from support_enterprise import person
from support_hashing import make_hashing_cheap
from support_templates import USUAL, register_first, settings_for
from verbatim.app import create_app
from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.plugin import EnterprisePlugin


@asynccontextmanager
async def application(url: str, folder: Path, patch: pytest.MonkeyPatch) -> AsyncIterator[FastAPI]:
    """Give a running application on an empty database, with an administrator and a licence."""
    make_hashing_cheap()
    for name, value in USUAL.items():
        patch.setenv(name, value)
    enterprise_settings.cache_clear()
    app = create_app(settings_for(url, folder), [EnterprisePlugin()])
    try:
        async with app.router.lifespan_context(app):
            client = person(app)
            await register_first(client)
            await client.aclose()
            yield app
    finally:
        enterprise_settings.cache_clear()
