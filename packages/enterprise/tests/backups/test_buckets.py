"""Backups in a bucket: taken, proved and restored as those in a folder, and never where the recordings lie."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from support.recordings import GARDEN, REPORT
from support_commands import verbatim
from support_enterprise import person
from support_keys import make_key, program
from support_stores.servers import BUCKET, StoreServer, moto
from support_teams import Crew, ok
from verbatim.app import create_app
from verbatim.config import Settings
from verbatim_enterprise.plugin import EnterprisePlugin

PLACE = f"s3://{BUCKET}/backups/nova"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoreServer]:
    with moto(tmp_path_factory.mktemp("moto")) as server:
        yield server


@pytest.fixture
def reached(store: StoreServer) -> dict[str, str]:
    """Give the variables of a store that holds backups and no recordings."""
    return {**store.variables, "VERBATIM_STORAGE_S3_BUCKET": ""}


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    """Give SQLite alone: what differs here is where the backups lie."""
    return f"sqlite+aiosqlite:///{tmp_path / 'verbatim.db'}"


def kept(store: StoreServer) -> dict[str, int]:
    listed = store.s3.list_objects_v2(Bucket=BUCKET, Prefix="backups/nova/").get("Contents", [])
    return {one["Key"]: one["Size"] for one in listed}


async def test_a_backup_in_a_bucket_is_proved_and_restored_as_another_timeline(
    app: FastAPI, loner: Crew, settings: Settings, store: StoreServer, reached: dict[str, str], tmp_path: Path
) -> None:
    owner = loner["owner"]
    ids = [(await owner.upload(path, transcribe="false"))["id"] for path in (REPORT, GARDEN)]
    key = (await make_key(owner, "recording:read"))["key"]
    link = ok(await owner.post(f"{loner.url}/invites", json={"role": "member"}), 201)
    assert (await program(app, key).get("/api/recordings")).status_code == 200

    code, said = await verbatim(settings, "backup", "--to", PLACE, variables=reached)
    assert (code, "2 of them new" in said) == (0, True), said
    first = kept(store)
    code, said = await verbatim(settings, "backup", "--to", PLACE, variables=reached)
    assert (code, "0 of them new" in said) == (0, True), said
    objects = {name for name in kept(store) if "/objects/" in name}
    assert objects == {name for name in first if "/objects/" in name}, "files are sent once"
    code, said = await verbatim(settings, "backup", "list", "--from", PLACE, variables=reached)
    assert (code, said.count("complete")) == (0, 1), f"of one day the newest is kept: {said}"
    code, said = await verbatim(settings, "backup", "prove", "--from", PLACE, "--json", variables=reached)
    assert code == 0, said
    assert json.loads(said[said.index("{") :])["counts"]["objects"] == 2

    elsewhere = settings.model_copy(
        update={
            "data_dir": tmp_path / "elsewhere",
            "database_url": f"sqlite+aiosqlite:///{tmp_path / 'elsewhere' / 'verbatim.db'}",
        }
    )
    recovery = ("--recovery-key-file", str(settings.data_dir / "recovery.key"))
    code, said = await verbatim(elsewhere, "restore", "--from", PLACE, *recovery, variables=reached)
    assert code == 0, said
    application = create_app(elsewhere, [EnterprisePlugin()])
    async with application.router.lifespan_context(application):
        assert (await program(application, key).get("/api/recordings")).status_code == 401, "it may have been revoked"
        again = person(application)
        await again.sign_in((await owner.me())["username"])
        for one in ids:
            mine, theirs = (
                await again.get(f"/api/recordings/{one}/audio"),
                await owner.get(f"/api/recordings/{one}/audio"),
            )
            assert (mine.status_code, mine.content) == (200, theirs.content)
        invites = ok(await again.get(f"{loner.url}/invites"))["items"]
        assert [one["state"] for one in invites if one["id"] == link["id"]] == ["revoked"]
        await again.aclose()


async def test_what_was_lost_in_the_bucket_is_found_by_the_proof(
    app: FastAPI, loner: Crew, settings: Settings, store: StoreServer, reached: dict[str, str]
) -> None:
    await loner["owner"].upload(REPORT, transcribe="false")
    place = f"s3://{BUCKET}/backups/lost"
    code, said = await verbatim(settings, "backup", "--to", place, variables=reached)
    assert code == 0, said
    listed = store.s3.list_objects_v2(Bucket=BUCKET, Prefix="backups/lost/objects/")["Contents"]
    store.s3.delete_object(Bucket=BUCKET, Key=listed[0]["Key"])
    code, said = await verbatim(settings, "backup", "prove", "--from", place, variables=reached)
    assert (code, "WRONG" in said) == (1, True), said


@pytest.mark.parametrize(
    ("place", "changes", "why"),
    [
        (f"s3://{BUCKET}", {}, "the recordings lie there too"),
        (f"s3://{BUCKET}/recordings/backups", {}, "the recordings lie there too"),
        (f"s3://{BUCKET}/../other", {}, "it must be a bucket and a folder"),
        ("ftp://somewhere/backups", {}, "There are no buckets ftp:// here; known are azure://, s3://."),
        ("s3://backups/nova", {"VERBATIM_MODE": "basic"}, "set VERBATIM_MODE=enterprise"),
        ("s3://no-such-bucket/nova", {}, "cannot be used for backups"),
    ],
)
async def test_places_that_will_not_do_are_refused_with_the_reason(
    app: FastAPI, settings: Settings, store: StoreServer, place: str, changes: dict[str, str], why: str
) -> None:
    variables = {**store.variables, "VERBATIM_STORAGE_S3_PREFIX": "recordings", **changes}
    code, said = await verbatim(settings, "backup", "--to", place, variables=variables)
    assert (code, why in said) == (1, True), said
    assert store.variables["VERBATIM_STORAGE_S3_SECRET"] not in said
