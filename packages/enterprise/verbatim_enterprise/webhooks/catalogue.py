"""The events there are, read from their declarations: what they mean, and what a receiver gets."""

from __future__ import annotations

import json
import types
from datetime import UTC, datetime
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from verbatim_enterprise.host import Event, all_events
from verbatim_enterprise.webhooks.errors import UnknownEventError
from verbatim_enterprise.webhooks.payload import encode
from verbatim_enterprise.webhooks.schemas import EventResponse

EVERYTHING = "*"
_MOMENT = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
_ID = "0197f3c2-5b1e-7d3a-9c44-2f6a8e1b0d57"
_TEXTS = {
    "email": "ada@example.org",
    "url": "https://example.org/webhooks",
    "title": "Garden meeting",
    "name": "Garden",
    "file_name": "garden-meeting.ogg",
    "mime_type": "audio/ogg",
    "language": "en",
    "status": "completed",
    "role": "member",
    "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "color": "#2b5fc0",
    "engine": "faster-whisper",
}


def catalogue() -> list[EventResponse]:
    """Return every event with a sample of what is sent."""
    return [
        EventResponse(name=name, description=_meaning(event), sample=json.loads(sample_body(event)))
        for name, event in sorted(all_events().items())
    ]


def check_names(names: list[str]) -> list[str]:
    """Return the events an endpoint asks for, without repetitions: names, ``recording.*`` and the like, or ``*``.

    Raises:
        UnknownEventError: one of them is none.
    """
    known = all_events()
    groups = {f"{name.partition('.')[0]}.*" for name in known}
    for name in names:
        if name != EVERYTHING and name not in known and name not in groups:
            raise UnknownEventError(f"There is no event {name[:100]}; the catalogue lists those there are.")
    return list(dict.fromkeys(names))


def wants(names: list[str], event_name: str) -> bool:
    """Say whether somebody who asked for ``names`` is told of an event."""
    group = f"{event_name.partition('.')[0]}.*"
    return event_name in names or EVERYTHING in names or group in names


def asks_for_operators(names: list[str]) -> bool:
    """Say whether somebody asks for events about the installation; ``*`` does not."""
    told = [name for name, event in all_events().items() if event.for_operators]
    asked = [name for name in names if name != EVERYTHING]
    return any(wants(asked, name) for name in told)


def sample_body(event: type[Event]) -> str:
    """Return the body that such an event could have."""
    hints = get_type_hints(event)
    arguments = {name: _sample(hints[name], name) for name in event.parameters()}
    data = dict(arguments)
    if event.resource is not None and event.resource.schema is not None:
        excluded = event.resource.exclude
        data[event.resource.name] = _sample_model(event.resource.schema, excluded)
    return encode(event.event_name, _MOMENT, data, event(**arguments).addresses())


def _meaning(event: type[Event]) -> str:
    return " ".join((event.__doc__ or "").replace("``", "").split())


def _sample_model(schema: type[BaseModel], excluded: frozenset[str] = frozenset()) -> dict[str, Any]:
    chosen = {name: field.annotation for name, field in schema.model_fields.items() if name not in excluded}
    return {name: _sample(annotation, name) for name, annotation in chosen.items()}


def _sample(annotation: Any, name: str) -> Any:
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin in {Union, types.UnionType}:
        return _sample(next(kind for kind in inside if kind is not type(None)), name)
    if origin is Literal:
        return inside[0]
    if origin in {list, tuple}:
        return [_sample(inside[0], name.removesuffix("s"))]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _sample_model(annotation)
    plain = {bool: True, int: 1, float: 1.5, datetime: _MOMENT.isoformat().replace("+00:00", "Z")}
    if annotation in plain:
        return plain[annotation]
    return _text(name) if annotation is str else {}


def _text(name: str) -> str:
    if name == "id" or name.endswith("_id"):
        return _ID
    return _TEXTS.get(name, f"A sentence about the {name.replace('_', ' ')}.")
