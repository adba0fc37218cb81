"""What a receiver reads: ``{type, timestamp, data}``, made once in the transaction of the event and stored."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.addresses import public_origin
from verbatim_enterprise.host import Event, NotFoundError, all_events, touched_places, utcnow
from verbatim_enterprise.teams.sight import any_private

MAX_BYTES = 19_000
"""Standard Webhooks asks for less than 20 kB."""
_SHORT = 500


async def make_body(session: AsyncSession, event_name: str, arguments: Mapping[str, Any]) -> str:
    """Return the body that tells of an event: its own fields, the resource it is about, and where to find more.

    A webhook speaks to the whole team. Of what happens in a private workspace it says which things are meant, and
    nothing about them: whoever may see them finds the rest behind the links.
    """
    event = all_events()[event_name](**arguments)
    data: dict[str, Any] = {**arguments, **await _resource(session, event)}
    if await any_private(session, touched_places(session)):
        data = {**{name: value for name, value in arguments.items() if name.endswith("_id")}, "private": True}
    return encode(event_name, utcnow(), data, event.addresses())


def encode(event_name: str, moment: datetime, data: Mapping[str, Any], paths: Mapping[str, str]) -> str:
    """Return a body; where it would be too long, only what is short stays of it, and ``truncated`` says so."""
    base = public_origin()
    links = {name: f"{base}{path}" for name, path in paths.items()}
    timestamp = moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def text(fields: Mapping[str, Any]) -> str:
        whole = {"type": event_name, "timestamp": timestamp, "data": {**fields, "links": links}}
        return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))

    body = text(data)
    if len(body.encode()) > MAX_BYTES:
        body = text({**_short(data), "truncated": True})
    return body


def _short(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that are short, those of the resource among them; long texts are cut."""
    kept: dict[str, Any] = {}
    for name, value in data.items():
        if isinstance(value, str):
            kept[name] = value[:_SHORT]
        elif isinstance(value, Mapping):
            kept[name] = {key: item[:_SHORT] if isinstance(item, str) else item for key, item in _plain(value).items()}
        elif value is None or isinstance(value, bool | int | float):
            kept[name] = value
    return kept


def _plain(value: Mapping[str, Any]) -> dict[str, Any]:
    return {key: item for key, item in value.items() if item is None or isinstance(item, str | bool | int | float)}


async def _resource(session: AsyncSession, event: Event) -> dict[str, Any]:
    resource = event.resource
    if resource is None or resource.load is None:
        return {}
    try:
        found = await resource.load(session, getattr(event, resource.id_name))
    except NotFoundError:  # gone in the same transaction; the ids still tell which one it was
        return {}
    return {resource.name: found.model_dump(mode="json", exclude=set(resource.exclude))}
