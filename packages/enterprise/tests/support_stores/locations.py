"""Storage locations as an administrator describes and sees them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from support_enterprise import Person
from support_teams import ok
from verbatim.core.clock import new_id

from support_stores.servers import StoreServer

URL = "/api/storage-locations"


def described(server: StoreServer, **more: Any) -> dict[str, Any]:
    """Return the body that adds a folder of a store."""
    told = {name.removeprefix("VERBATIM_STORAGE_"): value for name, value in server.variables.items()}
    kind, family = ("azure_blob", "AZURE_") if server.kind == "azurite" else ("s3", "S3_")
    mine = {name.removeprefix(family).lower(): value for name, value in told.items() if name.startswith(family)}
    secrets = {name: mine.pop(name) for name in ("key_id", "secret", "key") if name in mine}
    config = {**mine, "prefix": f"tests/{new_id()}"}
    return {"name": "Archive", "type": kind, "config": config, "credentials": secrets, **more}


async def add(admin: Person, server: StoreServer, **more: Any) -> dict[str, Any]:
    return ok(await admin.post(URL, json=described(server, **more)), 201)


async def where(person: Person, recording: Mapping[str, Any]) -> str:
    found = ok(await person.get(f"/api/recordings/{recording['id']}/properties"))
    assert found["file_exists"]
    return str(found["storage_location"])
