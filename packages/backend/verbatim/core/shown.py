"""Rows on their way out: one that holds what no door writes hides neither itself nor its neighbours."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Final, Literal, TypeVar, Union, get_args, get_origin

import structlog
from pydantic import BaseModel, ValidationError

from verbatim.core.inbound import UNSHOWN
from verbatim.core.seldom import seldom

log = structlog.get_logger(__name__)

_Model = TypeVar("_Model", bound=BaseModel)

_FAILED: Final = "failed"
_EMPTY: Final[dict[Any, Any]] = {
    bool: False,
    int: 0,
    float: 0.0,
    str: "",
    datetime: datetime(1970, 1, 1, tzinfo=UTC),
    list: [],
    dict: {},
}
"""What stands in for a value that cannot be read, by what it should have been."""


def shown(model: type[_Model], row: Mapping[str, Any]) -> _Model:
    """Return a row as it is shown. What of it cannot be read is left empty, and the row says so: in its ``error``, or
    in its ``metadata`` as JSON that cannot be shown does.

    Raises:
        ValidationError: it is not the row's fault: a field is missing.
    """
    try:
        return model.model_validate(row)
    except ValidationError as error:
        names = sorted({str(one["loc"][0]) for one in error.errors(include_url=False, include_input=False)})
        if not set(names) <= row.keys():
            raise
    seldom.warning(log, "row_cannot_be_shown", model=model.__name__, fields=names)
    fields = model.model_fields
    said = f"The server cannot read what is stored here: {', '.join(names)}."
    mended = {**row, **{name: _stand_in(fields[name].annotation) for name in names}}
    if "error" in fields and not mended.get("error"):
        mended["error"] = said
    elif "metadata" in fields:
        beside = mended.get("metadata")
        mended["metadata"] = {**(beside if isinstance(beside, dict) else {}), UNSHOWN: said}
    return model.model_validate(mended)


def _stand_in(annotation: Any) -> Any:
    origin = get_origin(annotation)
    if origin is Annotated:
        return _stand_in(get_args(annotation)[0])
    if origin in {Union, UnionType}:
        return None if type(None) in get_args(annotation) else _stand_in(get_args(annotation)[0])
    if origin is Literal:
        return _one_of(get_args(annotation))
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return _one_of([one.value for one in annotation])
    return _EMPTY[origin or annotation]


def _one_of(words: Any) -> Any:
    """Return the word for what went wrong, or else the first, which is where a thing begins."""
    return _FAILED if _FAILED in words else words[0]
