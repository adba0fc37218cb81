"""Whether a failed upload left anything behind: files, or rows that nobody will ever look at."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI
from sqlalchemy import func, select
from verbatim.core.db import Base, Database
from verbatim.core.jobs.models import Job
from verbatim.core.ownership import as_system
from verbatim.projects.models import ProjectRecording
from verbatim.recordings.models import Recording, RecordingCount, StrayFile
from verbatim.tags.models import RecordingTag, Tag

TABLES: tuple[type[Base], ...] = (Recording, StrayFile, Job, Tag, RecordingTag, ProjectRecording)


def stored_files(data_dir: Path) -> list[str]:
    """Return every file under the storage folder, unfinished ones among them."""
    root = data_dir / "files"
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


async def rows_left(app: FastAPI, *tables: type[Base]) -> dict[str, int]:
    """Return the number of rows in each table that has any."""
    database: Database = app.state.database
    found: dict[str, int] = {}
    with as_system("a test looks at everything"):
        async with database.transaction(read_only=True) as session:
            for table in tables or TABLES:
                count = await session.scalar(select(func.count()).select_from(table)) or 0
                if count:
                    found[table.__tablename__] = count
            counted = await session.scalar(select(func.coalesce(func.sum(RecordingCount.recordings), 0)))
    if not tables and counted:
        found["recording_counts"] = int(counted)
    return found


async def assert_nothing_left(app: FastAPI) -> None:
    assert stored_files(app.state.settings.data_dir) == []
    assert await rows_left(app) == {}
