"""What is done to many recordings, on the wire."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, Field, model_validator

from verbatim.bulk.models import RunState
from verbatim.core.inbound import RequestBody, example
from verbatim.recordings.filters import Id, WantedRecordings
from verbatim.transcription.options import TranscriptionOptions
from verbatim.transcripts.export import ExportFormat


class Action(StrEnum):
    """What is done to each."""

    DELETE = "delete"
    TAG = "tag"
    UNTAG = "untag"
    ASSIGN = "assign"
    MOVE = "move"
    TRANSCRIBE = "transcribe"
    EXPORT = "export"


_NEEDS = {Action.TAG: "tag_id", Action.UNTAG: "tag_id", Action.MOVE: "workspace_id"}
"""What each has to be told; `ASSIGN` without a project takes out of all."""

_TAKEN_BY = {
    "tag_id": {Action.TAG, Action.UNTAG},
    "workspace_id": {Action.MOVE},
    "project_id": {Action.ASSIGN},
    "options": {Action.TRANSCRIBE},
}
"""What else is said would not be obeyed, and is refused."""

MOST_NAMED = 500


class BulkRequest(
    RequestBody,
    json_schema_extra=example(
        {"action": "tag", "wanted": {"search": "board"}, "tag_id": "7c41f0d3-2a9b-4e6d-8b15-c3e9a7d6f512"}
    ),
):
    """Do something to all recordings that match ``wanted``, or with ``ids`` to those of them that are named.

    ``tag_id``, ``workspace_id`` and ``project_id`` say which; ``options`` are those of a transcription, ``format`` and
    the two after it those of the files of an export.
    """

    action: Action
    wanted: WantedRecordings = Field(default_factory=WantedRecordings)
    ids: Annotated[list[Annotated[str, Field(max_length=36)]] | None, Field(min_length=1, max_length=MOST_NAMED)] = None
    tag_id: Id = None
    project_id: Id = None
    workspace_id: Id = None
    options: TranscriptionOptions | None = None
    format: ExportFormat = ExportFormat.TXT
    include_timestamps: bool = True
    include_speakers: bool = True

    @model_validator(mode="after")
    def _told(self) -> Self:
        needed = _NEEDS.get(self.action)
        if needed is not None and getattr(self, needed) is None:
            raise ValueError(f"{self.action.value} needs a {needed}")
        for name, takers in _TAKEN_BY.items():
            if getattr(self, name) is not None and self.action not in takers:
                raise ValueError(f"{self.action.value} takes no {name}")
        return self


class LeftResponse(BaseModel):
    """So many were left as they are, for a reason: a machine word, and a sentence that one of them was refused with."""

    code: str
    detail: str
    count: int


class BulkRunResponse(BaseModel):
    """A task, and how far it has come: of ``total`` recordings ``done`` are done. ``left`` are those that stay as they
    are, by the reason. ``reason`` says why it stopped or failed as a whole.

    ``undoable``: it was a deletion, and what it deleted lies in the trash. ``has_file``: its file can be fetched, for a
    day after it ended.
    """

    id: str
    action: str
    state: RunState
    reason: str | None
    total: int
    done: int
    left: list[LeftResponse]
    undoes: str | None
    undoable: bool
    has_file: bool
    created_at: datetime
    ended_at: datetime | None


class BulkRunListResponse(BaseModel):
    """One's own tasks of the last day, the newest first."""

    items: list[BulkRunResponse]
