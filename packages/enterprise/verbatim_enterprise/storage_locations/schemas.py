"""Storage locations on the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, SecretStr, StringConstraints

from verbatim_enterprise.host import OneLine, RequestBody, example

Name = Annotated[str, OneLine, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
Short = Annotated[str, OneLine, StringConstraints(strip_whitespace=True, max_length=1000)]
Secret = Annotated[SecretStr, Field(max_length=4000)]
TeamIds = Annotated[list[Annotated[str, StringConstraints(max_length=36)]], Field(max_length=1000)]


class LocationConfig(RequestBody, json_schema_extra=example({"bucket": "recordings", "region": "eu-central-1"})):
    """Where the files lie. S3: ``bucket``, and ``endpoint`` of a compatible store; Azure: ``account`` and
    ``container``. ``ca`` holds certificates (PEM) of authorities beside the usual ones. ``signed_links``: browsers play
    and download from the store itself, by links that are good for a minute, at ``public_endpoint`` if it has one.
    """

    bucket: Short | None = None
    region: Short | None = None
    addressing: Literal["auto", "path", "host"] | None = None
    encryption: Literal["AES256", "aws:kms", "aws:kms:dsse"] | None = None
    kms_key: Short | None = None
    account: Short | None = None
    container: Short | None = None
    endpoint: Short | None = None
    prefix: Short | None = None
    ca: Annotated[str, StringConstraints(max_length=100_000)] | None = None
    signed_links: bool | None = None
    public_endpoint: Short | None = None


class LocationCredentials(
    RequestBody, json_schema_extra=example({"key_id": "the key's id", "secret": "the key's secret"})
):
    """S3: ``key_id`` and ``secret``; Azure: ``key``. They are never shown again."""

    key_id: Secret | None = None
    secret: Secret | None = None
    key: Secret | None = None


class LocationTest(
    RequestBody, json_schema_extra=example({"type": "s3", "config": {"bucket": "recordings", "region": "eu-central-1"}})
):
    """A description of a location to try out, without adding it."""

    type: Literal["s3", "azure_blob"]
    config: LocationConfig
    credentials: LocationCredentials = LocationCredentials()


class LocationCreate(
    LocationTest,
    json_schema_extra=example(
        {"name": "Archive", "type": "s3", "config": {"bucket": "recordings", "region": "eu-central-1"}}
    ),
):
    """A new location. ``is_default``: it takes new files from now on; ``team_ids``: of these teams."""

    name: Name
    is_default: bool = False
    stands_in: bool = False
    team_ids: TeamIds = Field(default_factory=list)


class LocationUpdate(RequestBody, json_schema_extra=example({"name": "Archive", "stands_in": True})):
    """Fields that are left out stay as they are, those of ``config`` too; ``credentials`` are replaced as a whole."""

    name: Name | None = None
    is_default: Literal[True] | None = None
    stands_in: bool | None = None
    team_ids: TeamIds | None = None
    config: LocationConfig | None = None
    credentials: LocationCredentials | None = None


class LocationResponse(BaseModel):
    """A place where files lie. A ``locked`` one comes from the server's environment; ``available`` says whether this
    server can use it. ``stands_in``: it takes new files while the one that should cannot be reached.
    """

    id: str
    name: str
    type: str
    is_default: bool
    locked: bool
    available: bool
    stands_in: bool
    team_ids: list[str]
    config: dict[str, Any]
    has_credentials: bool
    file_count: int
    total_bytes: int
    created_at: datetime
    updated_at: datetime


class FileCountResponse(BaseModel):
    """How many files lie in a location, those included that are still to be deleted, and how large the others are."""

    count: int
    total_bytes: int
    waiting_for_deletion: int


class LocationTestStep(BaseModel):
    """One step of a test; ``ok`` is null for what was not tried because an earlier one failed."""

    name: str
    ok: bool | None


class LocationTestResponse(BaseModel):
    """How trying out a location went. ``failed`` names the step that failed, ``detail`` says why in a sentence."""

    ok: bool
    detail: str
    failed: str | None
    steps: list[LocationTestStep]


class StorageTransferRequest(
    RequestBody,
    json_schema_extra=example(
        {
            "from_location_id": "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40",
            "to_location_id": "7c41f0d3-2a9b-4e6d-8b15-c3e9a7d6f512",
        }
    ),
):
    """Move all files from one place to another, or only those of one team."""

    from_location_id: Annotated[str, StringConstraints(max_length=36)]
    to_location_id: Annotated[str, StringConstraints(max_length=36)]
    team_id: Annotated[str, StringConstraints(max_length=36)] | None = None


class StorageTransferProblem(BaseModel):
    """Something that was left where it was, and why."""

    kind: str
    id: str
    key: str
    detail: str


class StorageTransferStatus(BaseModel):
    """How the move that is going on, or was the last, stands. ``status`` is none, queued, running, completed, failed or
    cancelled; ``progress`` runs from 0 to 100; ``later`` files were in use and are left where they were.
    """

    status: str
    source: str | None = None
    target: str | None = None
    team_id: str | None = None
    progress: float = 0
    stage: str | None = None
    total: int = 0
    moved: int = 0
    bytes: int = 0
    later: int = 0
    failed: int = 0
    problems: list[StorageTransferProblem] = Field(default_factory=list)
    error: str | None = None
    started_at: datetime | None = None
    finished_at: datetime | None = None


class StorageCheckRequest(
    RequestBody, json_schema_extra=example({"location_id": "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40", "quick": True})
):
    """Compare one place, or all, with the database. ``quick`` compares sizes instead of contents."""

    location_id: Annotated[str, StringConstraints(max_length=36)] | None = None
    quick: bool = False


class StorageFinding(BaseModel):
    """Something that is not as it should be; ``recording_id`` and ``title`` where it belongs to a recording."""

    kind: Literal["missing", "changed", "unknown", "unreadable"]
    location: str
    key: str
    detail: str
    recording_id: str | None = None
    title: str | None = None


class StorageCheckResult(BaseModel):
    """What a comparison found. One that looked at no recording is not ``ok``."""

    id: str
    location_id: str | None
    quick: bool
    started_at: datetime
    finished_at: datetime
    ok: bool
    recordings: int
    files: int
    counts: dict[str, int]
    findings: list[StorageFinding]


class StorageCheckStatus(BaseModel):
    """Whether files are being compared just now, and what came of it the last time."""

    running: bool
    stage: str | None
    last: StorageCheckResult | None
