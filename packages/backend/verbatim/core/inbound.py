"""What comes in from outside: one rule for the fields of a body, for times and for free JSON, wherever they stand.

Whatever passes here can be stored, calculated with and written again without an error.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Annotated, Any, Final, get_args

import structlog
from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ValidationInfo,
    model_validator,
)
from pydantic.config import JsonDict
from pydantic_core import PydanticSerializationError, to_json

from verbatim.core.seldom import seldom

log = structlog.get_logger(__name__)

MAX_DEPTH: Final = 32
MAX_VALUES: Final = 5_000
MAX_BYTES: Final = 32 * 1024
_LARGEST: Final = 2**63 - 1
MOST_SHOWN: Final = 1024 * 1024
_DAY: Final = timedelta(days=1)


class RequestBody(BaseModel):
    """Parent of every body. A field that nobody knows is refused by name: ignoring it would say that it was obeyed."""

    model_config = ConfigDict(extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _truths_are_no_numbers(cls, given: Any) -> Any:
        """Let no ``true`` pass for a one: as text, a number's field refuses it in its own place."""
        if not isinstance(given, dict) or not any(isinstance(value, bool) for value in given.values()):
            return given
        numbers = _numbers_of(cls)
        return {
            name: str(value) if isinstance(value, bool) and name in numbers else value for name, value in given.items()
        }


@cache
def _numbers_of(model: type[BaseModel]) -> frozenset[str]:
    """Return the fields, as they are sent, that take a number and nothing that a truth could be."""
    found = set()
    for name, field in model.model_fields.items():
        kinds = set(_parts(field.annotation))
        if kinds & {int, float} and kinds.isdisjoint({bool, str, Any}):
            found.add(field.alias or name)
    return frozenset(found)


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from _parts(part)


def example(fields: JsonDict) -> JsonDict:
    """Return what the description of a body shows as an example, as in ``json_schema_extra=example({…})``.

    It stands at the class, because it is what a programmer copies first; a test sends each through its own model.
    """
    return {"examples": [fields]}


def _in_utc(moment: datetime) -> datetime:
    """Return a time in UTC, in which one without a zone is meant. A day is left on both sides to calculate with."""
    aware = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    try:
        found = aware.astimezone(UTC)
        _ = found - _DAY, found + _DAY
    except OverflowError as error:
        raise ValueError("the time is out of reach") from error
    return found


Moment = Annotated[AwareDatetime, AfterValidator(_in_utc)]
"""A point in time, in UTC. One without a zone is refused: it could be meant in any."""

MomentOrDay = Annotated[datetime, AfterValidator(_in_utc)]
"""The same where a day may be typed by hand; without a zone it is meant in UTC, the zone in which this API answers."""


class FreeJsonError(ValueError):
    """The JSON cannot be kept; the text says why."""


def check_json(value: Any, *, most_bytes: int = MAX_BYTES) -> None:
    """Refuse JSON that is nested too deeply, has too many values or takes too many bytes, as it will be written.

    Raises:
        FreeJsonError: it is.
    """
    if (problem := _problem(value)) is not None:
        raise FreeJsonError(problem)
    try:
        size = len(to_json(value))
    except (PydanticSerializationError, UnicodeEncodeError, RecursionError) as error:
        raise FreeJsonError("it holds something that is no JSON") from error
    if size > most_bytes:
        raise FreeJsonError(f"it takes more than {most_bytes // 1024} kB")


def _problem(value: Any) -> str | None:
    """Return what is wrong with the shape of JSON. A walk without recursion: the depth is not ours."""
    level, count = [value], 0
    for depth in range(MAX_DEPTH + 2):
        if not level:
            return None
        if depth > MAX_DEPTH and any(isinstance(item, (dict, list, tuple)) for item in level):
            return f"it is nested more than {MAX_DEPTH} levels deep"
        if any(map(_is_no_number, level)):
            return "it holds a number that JSON cannot hold"
        level = [inner for item in level for inner in _inside(item)]
        count += len(level)
        if count > MAX_VALUES:
            break
    return f"it has more than {MAX_VALUES} values"


def _inside(item: Any) -> Iterator[Any]:
    if isinstance(item, dict):
        yield from item.values()
    elif isinstance(item, (list, tuple)):
        yield from item


def _is_no_number(item: Any) -> bool:
    if isinstance(item, float):
        return not math.isfinite(item)
    return isinstance(item, int) and not -_LARGEST - 1 <= item <= _LARGEST


UNSHOWN: Final = "unshown"
"""The only key of what stands in the place of JSON that cannot be shown."""


def _shown(value: Any, info: ValidationInfo) -> Any:
    if value is None or value == {} or info.field_name is None:
        return value
    try:
        check_json(value, most_bytes=MOST_SHOWN)
        if isinstance(value, dict):
            return value
        reason = "it is no object"
    except FreeJsonError as error:
        reason = str(error)
    seldom.warning(log, "row_cannot_be_shown", field=info.field_name, reason=reason)
    return {UNSHOWN: f"This cannot be shown: {reason}."}


ShownJson = Annotated[dict[str, Any], BeforeValidator(_shown)]
"""Free JSON on its way out. What no answer could hold is said to be so, and the rest of the answer stays good."""
