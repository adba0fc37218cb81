"""Finding and replacing, on the wire."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from verbatim.core.inbound import RequestBody, example
from verbatim.core.text import Storable
from verbatim.transcripts.schemas import SegmentResponse

Wanted = Annotated[str, Storable, StringConstraints(min_length=1, max_length=500, strip_whitespace=False)]


class FindRequest(RequestBody, json_schema_extra=example({"find": "jon", "replace": "John", "whole_words": True})):
    """What to find, and what to write in its place. ``case`` and ``accents`` say whether those count."""

    find: Wanted
    replace: Annotated[str, Storable, StringConstraints(max_length=500, strip_whitespace=False)] = ""
    whole_words: bool = False
    case: bool = False
    accents: bool = True


class ReplaceRequest(
    FindRequest, json_schema_extra=example({"find": "jon", "replace": "John", "whole_words": True, "revision": 7})
):
    """Replace in the transcript, or in some of its segments only. With ``revision``, the one that was looked at, it is
    done only if nothing has changed since.
    """

    segment_ids: Annotated[list[str], Field(min_length=1, max_length=5000)] | None = None
    revision: int | None = None


class FoundResponse(BaseModel):
    """A segment in which it stands: ``places`` are pairs of first and behind the last character; ``after`` is the text
    with the replacement.
    """

    segment_id: str
    start_time: float
    speaker: str | None
    text: str
    places: list[tuple[int, int]]
    after: str


class FindResponse(BaseModel):
    """Where it stands, the first segments of them; ``segments`` and ``places`` count all."""

    revision: int
    segments: int
    places: int
    items: list[FoundResponse]


class ReplacedResponse(BaseModel):
    """What was changed, the first segments of it; ``replaced`` counts all places."""

    revision: int
    replaced: int
    segments: list[SegmentResponse]
