"""What every request passes before it reaches a database: one kind of database is enough here."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fastapi import APIRouter, FastAPI
from verbatim.config import Settings
from verbatim.core.errors import ConflictError
from verbatim.permissions import Permission, public, requires
from verbatim.plugins.loader import Plugin
from verbatim.plugins.registry import PluginRegistry

router = APIRouter()


@router.get("/crash", dependencies=[public()])
async def crash() -> None:
    raise RuntimeError("the secret cause")


@router.get("/database-gone", dependencies=[public()])
async def database_gone() -> None:
    raise ConnectionRefusedError("10.0.0.7:5432")


@router.get("/conflict", dependencies=[public()])
async def conflict() -> None:
    raise ConflictError


@router.get("/admin", dependencies=[requires(Permission.SYSTEM_ADMIN)])
async def admin() -> None:
    return


class TroublePlugin:
    """Routes that fail in every way."""

    name = "trouble"
    version = "1"

    def register(self, registry: PluginRegistry) -> None:
        registry.add_router(router, prefix="/api/trouble")


@pytest.fixture
def database_url(migrated_file: Path, tmp_path: Path) -> str:
    return f"sqlite+aiosqlite:///{shutil.copy(migrated_file, tmp_path / 'verbatim.db')}"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"body_max_bytes": 2000, "upload_max_bytes": 1_000_000})


@pytest.fixture
def plugins() -> list[Plugin]:
    return [TroublePlugin()]


@pytest.fixture
def server(app: FastAPI) -> FastAPI:
    return app
