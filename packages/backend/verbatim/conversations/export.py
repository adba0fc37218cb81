"""A conversation as a file to take along: as it is shown to its writer at that moment, with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from verbatim.conversations.schemas import ChatSentence, ConversationDetailResponse, ConversationMessageResponse
from verbatim.recordings.naming import format_duration
from verbatim.transcripts.documents.content import Document, Paragraph, Turn, clean
from verbatim.transcripts.documents.markdown import as_markdown
from verbatim.transcripts.documents.word import as_word


class ConversationFormat(StrEnum):
    """Markdown and Word for people, JSON for programs."""

    MD = "md"
    DOCX = "docx"
    JSON = "json"


TYPES: Final = {
    ConversationFormat.MD: "text/markdown; charset=utf-8",
    ConversationFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ConversationFormat.JSON: "application/json",
}
_WITHHELD: Final = "(This answer is withheld: you may not read a recording that it was made from.)"
_ERASED: Final = "(This answer was erased with a recording that it was made from.)"
_STOPPED: Final = "(The model was stopped before the end.)"
_UNCHECKED: Final = "not checked"


def export(shown: ConversationDetailResponse, form: ConversationFormat) -> bytes:
    """Return the content of the file."""
    if form is ConversationFormat.JSON:
        return shown.model_dump_json(indent=2, exclude={"hits"}).encode()
    document = Document(clean(shown.title or "Conversation"), None, tuple(map(_turn, shown.messages)))
    return as_word(document) if form is ConversationFormat.DOCX else as_markdown(document).encode()


def _turn(message: ConversationMessageResponse) -> Turn:
    asked = message.role == "user"
    who = "Question" if asked else f"Answer by {message.model_label or message.model or 'a language model'}"
    when = f"{message.created_at:%Y-%m-%d %H:%M} UTC"
    lines = (message.content,) if asked else _answer(message)
    return Turn(clean(f"{who}, {when}"), tuple(Paragraph(clean(line), None) for line in lines))


def _answer(message: ConversationMessageResponse) -> Iterator[str]:
    if message.withheld or message.erased:
        yield _WITHHELD if message.withheld else _ERASED
        return
    for one in message.sentences:
        yield f"{one.text} {_rests_on(one)}".rstrip()
    if not message.complete:
        yield _STOPPED


def _rests_on(sentence: ChatSentence) -> str:
    places = dict.fromkeys(f"{one.recording_title} {format_duration(one.start_time)}" for one in sentence.citations)
    told = [*places, *([] if sentence.verified else [_UNCHECKED])]
    return f"({'; '.join(told)})" if told else ""
