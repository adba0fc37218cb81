"""What there is to beat: the same questions to the same walls, asked by FastAPI and asyncpg and nothing else.

Run as a program: `reference.py PORT FILE`, with a file of JSON that `bench_requests` writes: the database, the settings
of each transaction, and each request's statement and parameters as the product sends them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import asyncpg
import uvicorn
from fastapi import FastAPI
from verbatim.core.pagination import ListResponse
from verbatim.recordings.schemas import RecordingResponse
from verbatim_enterprise.auth.schemas import MeResponse

GIVEN: dict[str, Any] = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
ENTER = """SELECT set_config('role', $1, true), set_config('verbatim.scope', $2, true),
    set_config('verbatim.owner', $3, true), set_config('verbatim.workspaces', $4, true)"""


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    async with asyncpg.create_pool(GIVEN["database"], min_size=2, max_size=10) as app.state.pool:
        yield


app = FastAPI(lifespan=lifespan)


async def rows_of(name: str) -> list[dict[str, Any]]:
    asked = GIVEN["requests"][name]
    async with app.state.pool.acquire() as connection, connection.transaction():
        await connection.execute(ENTER, *asked["settings"])
        return [dict(row) for row in await connection.fetch(asked["statement"], *asked["parameters"])]


def recording(row: dict[str, Any]) -> dict[str, Any]:
    tags, projects = json.loads(row["tags"] or "[]"), json.loads(row["projects"] or "[]")
    job = {name: row[f"job_{name}"] for name in ("id", "status", "progress", "stage", "error")}
    more = {"tags": tags, "projects": projects, "metadata": json.loads(row["metadata"]), "job": job}
    ids = {"tag_ids": [tag["id"] for tag in tags], "project_ids": [project["id"] for project in projects]}
    return row | more | ids | {"template": None, "template_id": None}


@app.get("/list")
async def list_recordings() -> ListResponse[RecordingResponse]:
    rows = await rows_of("list")
    items, total = [RecordingResponse(**recording(row)) for row in rows], rows[0]["total"]
    return ListResponse(items=items, total=total, page=1, page_size=25, total_pages=-(-total // 25))


@app.get("/recording")
async def one_recording() -> RecordingResponse:
    (row,) = await rows_of("recording")
    return RecordingResponse(**recording(row))


@app.get("/me")
async def me() -> MeResponse:
    (row,) = await rows_of("me")
    teams, identities = json.loads(row["teams"] or "[]"), json.loads(row["identities"] or "[]")
    return MeResponse(**(GIVEN["me"] | row | {"teams": teams, "identities": [one["provider"] for one in identities]}))


if __name__ == "__main__":
    uvicorn.run(app, port=int(sys.argv[1]), access_log=False, log_level="warning")
