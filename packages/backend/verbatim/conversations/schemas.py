"""Conversations on the wire; names as in the published API, ours added beside them. Times are seconds."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints, model_validator

from verbatim.ai.schemas import CitationResponse, GenerateRequest, Question
from verbatim.core.inbound import RequestBody, example
from verbatim.core.text import OneLine
from verbatim.search.schemas import SnippetPartResponse

MOST_TRANSCRIPTS = 50
Id = Annotated[str, StringConstraints(min_length=1, max_length=36)]
Title = Annotated[str, OneLine, StringConstraints(min_length=1, max_length=300)]
Words = Annotated[str, OneLine, StringConstraints(min_length=1, max_length=500)]


class ConversationCreate(RequestBody, json_schema_extra=example({"query": "garden fence"})):
    """What to talk about: some transcripts, those of some recordings, a project, or what a search finds, in one of
    these ways; else everything that you may read.
    """

    title: Title | None = None
    transcript_ids: list[Id] = Field(default_factory=list, max_length=MOST_TRANSCRIPTS)
    recording_ids: list[Id] = Field(default_factory=list, max_length=MOST_TRANSCRIPTS)
    project_id: Id | None = None
    query: Words | None = None

    @model_validator(mode="after")
    def _in_one_way(self) -> ConversationCreate:
        if sum(map(bool, (self.transcript_ids, self.recording_ids, self.project_id, self.query))) > 1:
            raise ValueError("name one of transcript_ids, recording_ids, project_id and query")
        return self


class ConversationUpdate(RequestBody, json_schema_extra=example({"title": "The fence"})):
    """Another title."""

    title: Title


class MessageCreate(
    GenerateRequest,
    json_schema_extra=example({"content": "Who takes care of the fence, and until when?", "stream": True}),
):
    """A question. With ``stream`` the answer comes as server-sent events. Answers are the server's to write."""

    role: Literal["user"] = "user"
    content: Question


class ChatCitation(CitationResponse):
    """A segment that a sentence rests on, and which recording it is of."""

    transcript_id: str
    recording_id: str
    recording_title: str


class ChatSentence(BaseModel):
    """One sentence. ``verified``: it names what it rests on, and whatever it quotes is said there; show others as not
    checked.
    """

    text: str
    verified: bool
    citations: list[ChatCitation]


class ConversationMessageResponse(BaseModel):
    """A question, or the answer to it. ``cost_micros`` is in millionths of the currency of the prices; null where
    nobody named a price. ``complete`` is false when the model was stopped.

    An answer is ``withheld`` while you may not read a recording that it was made from, and ``erased`` when one of them
    was deleted; either is empty then.
    """

    id: str
    role: Literal["user", "assistant"]
    content: str
    created_at: datetime
    sentences: list[ChatSentence]
    model: str | None
    model_label: str | None
    provider: str | None
    complete: bool
    withheld: bool
    erased: bool
    tokens_in: int
    tokens_out: int
    cost_micros: int | None


class ConversationHit(BaseModel):
    """A message in which something was found, or the title where ``message_id`` is null."""

    message_id: str | None
    role: Literal["user", "assistant"] | None
    snippet: list[SnippetPartResponse]


class ConversationListItem(BaseModel):
    """A conversation in a list; the preview is the last question. ``hits`` are the first places of what was looked
    for.
    """

    id: str
    title: str | None
    transcript_ids: list[str]
    project_id: str | None
    query: str | None
    created_at: datetime
    updated_at: datetime
    message_count: int
    last_message_preview: str | None
    hits: list[ConversationHit] = []


class ConversationListResponse(BaseModel):
    """Conversations of the caller's, the last used first."""

    items: list[ConversationListItem]
    total: int


class ConversationDetailResponse(ConversationListItem):
    """A conversation with its messages, the last ones when there are many; ``cost_micros`` is what all its answers
    cost, null where nobody named a price.
    """

    messages: list[ConversationMessageResponse]
    cost_micros: int | None
