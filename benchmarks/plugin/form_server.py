"""The rival: the framework's own form and a copy to the place where files are kept, with the same hash."""

from __future__ import annotations

import asyncio
import hashlib
import os
import shutil
import sys
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

FOLDER = Path(sys.argv[2])


def _keep(upload: UploadFile) -> str:
    target = FOLDER / "kept.wav"
    with target.open("wb") as file:
        shutil.copyfileobj(upload.file, file, 1024 * 1024)
        file.flush()
        os.fsync(file.fileno())
    with target.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


async def upload(request: Request) -> JSONResponse:
    async with request.form() as form:
        part = form["file"]
        assert isinstance(part, UploadFile)
        return JSONResponse({"sha256": await asyncio.to_thread(_keep, part)}, status_code=201)


if __name__ == "__main__":
    app = Starlette(routes=[Route("/upload", upload, methods=["POST"])])
    uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
