"""Do the storages hold what the database says, unchanged, and nothing else? For whoever looks after a server."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import select

from verbatim.adapters.storage.api import FileInfo, StorageAdapter, StorageError
from verbatim.adapters.storage.chosen import Storages
from verbatim.core.db import Database
from verbatim.core.ownership import as_system
from verbatim.core.resources import Resource
from verbatim.core.stored.copying import sha256_of
from verbatim.recordings.files import ORIGINAL, playable_beside
from verbatim.recordings.models import Recording, StrayFile

PAGE = 500
"""Recordings that are looked at together."""

Kind = Literal["missing", "changed", "unknown", "unreadable"]


@dataclass(frozen=True)
class Finding:
    """Something that is not as it should be. ``recording_id`` and ``title`` are None for what belongs to none."""

    kind: Kind
    location: str
    key: str
    detail: str
    recording_id: str | None = None
    title: str | None = None


@dataclass
class StorageReport:
    """What was looked at and what was found. ``others`` are documents and what else has a file."""

    recordings: int = 0
    others: int = 0
    files: int = 0
    findings: list[Finding] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether something was looked at, and all of it is well."""
        return not self.findings and self.recordings + self.others > 0


@dataclass(frozen=True)
class _Expected:
    """A file that a recording has to have. Of copies made later neither size nor sum is known."""

    key: str
    size: int | None = None
    sha256: str | None = None


async def check_storages(
    database: Database, storages: Storages, *, quick: bool = False, only: str | None = None
) -> StorageReport:
    """Compare the storages with the database, or ``only`` the one of that name; contents too unless ``quick``. Changes
    nothing; people may go on working.

    What is found is looked at again before it is told: in the meantime a recording may have come or gone.
    """
    report = StorageReport()
    there = await _all_files(storages, report, only)
    with as_system("storage check"):
        async for kind, row in _owners(database):
            if only is not None and row.storage_location != only:
                continue
            report.recordings += isinstance(row, Recording)
            report.others += not isinstance(row, Recording)
            await _check(kind, row, database, storages, report, quick=quick)
        await _find_unknown(there, storages, database, report)
    return report


async def _all_files(storages: Storages, report: StorageReport, only: str | None) -> dict[str, list[FileInfo]]:
    found: dict[str, list[FileInfo]] = {}
    for location in [only] if only is not None else await storages.titles():
        try:
            storage = await storages.of(location)
            found[location] = [info async for info in storage.list_files()]
        except StorageError as error:
            report.findings.append(Finding("unreadable", location, "", str(error)))
            continue
        report.files += len(found[location])
    return found


async def _owners(database: Database) -> AsyncIterator[tuple[Resource, Any]]:
    """Yield everything that has a file, with its kind: a page at a time, so that no transaction lasts as long as the
    check.
    """
    for kind in database.resources:
        model: Any = kind.model
        if kind.file is None or model is None:
            continue
        last = ""
        while True:
            page = select(model).where(model.id > last).order_by(model.id).limit(PAGE)
            async with database.transaction(read_only=True) as session:
                found = list(await session.scalars(page))
                session.expunge_all()
            for row in found:
                yield kind, row
            if len(found) < PAGE:
                break
            last = found[-1].id


def _key(kind: Resource, row: Any) -> str:
    assert kind.file is not None  # noqa: S101 - only asked of what has one
    key: str = getattr(row, kind.file.key)
    return key


def _has_copy(row: Any) -> bool:
    """Say whether there is a copy beside the file, to be played."""
    return bool((getattr(row, "media", None) or {}).get("playable"))


async def _check(
    owner: Resource,
    row: Any,
    database: Database,
    storages: Storages,
    report: StorageReport,
    *,
    quick: bool,
) -> None:
    expected = [_Expected(_key(owner, row), row.file_size, row.sha256)]
    if _has_copy(row):
        expected.append(_Expected(playable_beside(_key(owner, row))))
    for file in expected:
        try:
            storage = await storages.of(row.storage_location)
            trouble = await _trouble(storage, file, quick=quick)
        except (StorageError, OSError) as error:
            trouble = ("unreadable", f"it cannot be read: {error}")
        if trouble is not None and await _is_still_there(database, type(row), row):
            kind, detail = trouble
            recording_id = row.id if isinstance(row, Recording) else None
            report.findings.append(Finding(kind, row.storage_location, file.key, detail, recording_id, row.title))


async def _trouble(storage: StorageAdapter, file: _Expected, *, quick: bool) -> tuple[Kind, str] | None:
    try:
        size = (await storage.get_file_info(file.key)).size
        if file.size is not None and size != file.size:
            return "changed", f"it has {size} bytes instead of {file.size}"
        if not quick and file.sha256 is not None and await sha256_of(storage, file.key) != file.sha256:
            return "changed", "its SHA-256 is another than at its upload"
    except FileNotFoundError:
        return "missing", "it is not in the storage"
    return None


async def _is_still_there(database: Database, model: Any, row: Any) -> bool:
    """Say whether it has been neither deleted nor moved meanwhile."""
    same = (model.id == row.id, model.storage_location == row.storage_location)
    async with database.transaction(read_only=True) as session:
        return await session.scalar(select(model.id).where(*same)) is not None


async def _find_unknown(
    there: Mapping[str, list[FileInfo]],
    storages: Storages,
    database: Database,
    report: StorageReport,
) -> None:
    """Tell the files that neither a recording or document nor work in progress knows.

    The database is asked after the storages: what came in the meantime is known by then.
    """
    places = {(row.storage_location, _folder(_key(kind, row))): _has_copy(row) async for kind, row in _owners(database)}
    async with database.transaction(read_only=True) as session:
        strays = {(stray.storage_location, stray.storage_key) for stray in await session.scalars(select(StrayFile))}
    for location, files in there.items():
        for info in files:
            playable = places.get((location, _folder(info.key)))
            is_known = (location, info.key) in strays or _belongs(info.key, playable=playable)
            if not is_known and await _is_stored(await storages.of(location), info.key):
                report.findings.append(Finding("unknown", location, info.key, "it belongs to no recording or document"))


async def _is_stored(storage: StorageAdapter, key: str) -> bool:
    """Say whether a file is still there; what was deleted since the files were listed is no fault."""
    try:
        await storage.get_file_info(key)
    except FileNotFoundError:
        return False
    return True


def _folder(key: str) -> str:
    return key.rpartition("/")[0]


def _belongs(key: str, *, playable: bool | None) -> bool:
    """Say whether something, of which ``playable`` says whether it has a copy to play, has such a file beside it."""
    if playable is None:
        return False
    name = key.rpartition("/")[2]
    return key.endswith(ORIGINAL) or (name == "playable" and playable) or name.startswith("outcome-")
