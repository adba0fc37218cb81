"""How an error stands in the API's description."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from verbatim.contract.reach import Documented

Answers = dict[int, tuple[Documented, ...]]
"""The errors of one route by their status."""


class RejectedField(BaseModel):
    """One thing in a request that is missing, unknown or not as it should be."""

    type: str = Field(description="What is wrong, as a word for programs.")
    loc: list[str | int] = Field(description="Where: `body`, `query` or `path`, and the names and numbers below it.")
    msg: str = Field(description="What is wrong, as a sentence.")


class ErrorAnswer(BaseModel):
    """What is said in place of an answer."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"detail": "There is no such recording.", "code": "recording_not_found"}]}
    )

    detail: str | list[RejectedField] = Field(
        description="A sentence for people; with the code `validation_error` a list of what is wrong."
    )
    code: str = Field(description="A word for programs that stays the same. Each response lists those that it has.")


_REF = "#/components/schemas/{model}"
SCHEMAS: dict[str, Any] = {
    model.__name__: {
        name: value for name, value in model.model_json_schema(ref_template=_REF).items() if name != "$defs"
    }
    for model in (ErrorAnswer, RejectedField)
}


def component_name(status: int) -> str:
    """Return the name of what many routes say alike; not in HTTP's words, which change between versions of Python."""
    return f"Error{status}"


def response_of(status: int, errors: tuple[Documented, ...]) -> dict[str, Any]:
    """Return one response: its codes, for people and for programs (``x-codes``)."""
    response: dict[str, Any] = {
        "description": "\n".join(f"- `{error.code}`: {error.sentence}" for error in errors),
        "content": {
            "application/json": {
                "schema": {"$ref": _REF.format(model=ErrorAnswer.__name__)},
            }
        },
        "x-codes": sorted({error.code for error in errors}),
    }
    if status in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE):
        seconds = {
            "schema": {"type": "integer"},
            "description": "In how many seconds to try again, where that is known.",
        }
        response["headers"] = {"Retry-After": seconds}
    return response
