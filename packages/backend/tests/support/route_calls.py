"""How to call every route that takes an id: what stands in its path, its query and its body."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import timedelta
from typing import Any

import httpx
from fastapi import FastAPI
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession
from verbatim.ai.models import AiPrompt, AiResult, ResultKind
from verbatim.conversations.models import Conversation
from verbatim.core.clock import new_id, utcnow
from verbatim.core.db import Database
from verbatim.core.jobs.queue import enqueue
from verbatim.core.ownership import Scope, use_scope
from verbatim.declared_access import access_rules
from verbatim.documents.models import Document, DocumentPassage, DocumentTag, ProjectDocument
from verbatim.notes.models import Note
from verbatim.recordings.models import Waveform
from verbatim.resumable.models import UnfinishedUpload
from verbatim.transcripts.attempts import packed
from verbatim.transcripts.carrying.models import CarriedCorrection
from verbatim.transcripts.models import EngineOutput, Segment

from support.factories import Factory
from support.tus import PIECE, said

ENDLESS = ("GET", "/api/events")
UPLOAD = ("POST", "/api/recordings/upload")
UPLOADS = "/api/uploads"
DOCUMENT_UPLOAD = ("POST", "/api/documents")


@dataclass(frozen=True)
class World:
    """One thing of each kind, by the name of the parameter that takes its id."""

    recording_id: str
    transcript_id: str
    segment_id: str
    speaker_id: str
    project_id: str
    tag_id: str
    job_id: str
    voice_profile_id: str = field(default_factory=new_id)
    ai_result_id: str = field(default_factory=new_id)
    model_name: str = "gigantic"
    number: str = "0"
    document_id: str = field(default_factory=new_id)
    note_id: str = field(default_factory=new_id)
    conversation_id: str = field(default_factory=new_id)
    ai_prompt_id: str = field(default_factory=new_id)
    upload_id: str = field(default_factory=new_id)
    correction_id: str = field(default_factory=new_id)
    run_id: str = field(default_factory=new_id)

    @classmethod
    def nowhere(cls) -> World:
        """Return ids of things that do not exist."""
        return cls(new_id(), new_id(), "987654321", new_id(), new_id(), new_id(), new_id())


async def make_world(app: FastAPI, owner: str, mark: str | None = None, scope: Scope | None = None) -> World:
    """Make everything that somebody can own, with the owner's name, or another mark, in every text."""
    factory = Factory.of_owner(app, owner) if scope is None else Factory(app, scope)
    mark = mark or owner
    recording = await factory.recording(title=f"{mark} title", file_name=f"{mark}.wav")
    made = await factory.transcript(f"{mark} said a word", recording_id=recording, speakers=(f"{mark} speaker",))
    project = await factory.project(f"{mark} project", [recording])
    tag = await factory.tag(f"{mark} tag {recording[-4:]}", [recording])
    database: Database = app.state.database
    with use_scope(factory.scope):
        async with database.transaction() as session:
            session.add(Waveform(recording_id=recording, peaks=[0.5]))
            job = await enqueue(session, "nobody_runs_this", {"recording_id": recording, "note": mark})
            heard = {"recording_id": recording, "job_id": job.id, "engine": f"{mark} engine"}
            session.add(EngineOutput(**heard, content=packed({"output": [f"{mark} said"]})))
            await session.execute(update(Segment).where(Segment.transcript_id == made.id).values(doubt="too_fast"))
            correction = _correction(made.id, recording, mark)
            session.add(correction)
            result = _summary(made.id, recording, made.segment_ids[0], mark)
            session.add(result)
        async with database.transaction() as session:
            document = add_document(session, f"{mark} paper", f"{mark} wrote a word")
            await session.flush()
            session.add(ProjectDocument(project_id=project, document_id=document))
            session.add(DocumentTag(document_id=document, tag_id=tag))
            note = Note(document_id=document, content=f"{mark} noted a word", author=f"{mark} author")
            session.add(note)
            talk = Conversation(person_id=owner, title=f"{mark} asks")
            session.add(talk)
            prompt = AiPrompt(name=f"{mark} prompt", text=f"{mark} asks", created_by=f"{mark} author")
            session.add(prompt)
            upload = UnfinishedUpload(
                uploader=owner,
                kind="recording",
                said=said(filename=f"{mark} upload.wav")["Upload-Metadata"],
                length=100,
                place="nowhere",
                host="nowhere",
                expires_at=utcnow() + timedelta(hours=1),
            )
            session.add(upload)
    ids = (recording, made.id, made.segment_ids[0], made.speaker_ids[0], project, tag, job.id)
    made_last = {
        "ai_result_id": result.id,
        "document_id": document,
        "note_id": note.id,
        "conversation_id": talk.id,
        "ai_prompt_id": prompt.id,
        "upload_id": upload.id,
        "correction_id": correction.id,
    }
    return World(*ids, **made_last)


def _correction(transcript_id: str, recording_id: str, mark: str) -> CarriedCorrection:
    texts = {"heard": f"{mark} sad", "text": f"{mark} said", "before": "", "after": "", "author": f"{mark} author"}
    ids = {"id": new_id(), "transcript_id": transcript_id, "recording_id": recording_id, "from_id": new_id()}
    return CarriedCorrection(**ids, **texts, number=0, kind="words", state="open", start_time=0.0, end_time=5.0)


def _summary(transcript_id: str, recording_id: str, segment_id: str, mark: str) -> AiResult:
    said = {"segment_id": segment_id, "quote": f"{mark} said", "start": 0.0, "end": 10.0}
    return AiResult(
        id=new_id(),
        transcript_id=transcript_id,
        recording_id=recording_id,
        kind=ResultKind.SUMMARY,
        version=1,
        sentences=[{"section": "summary", "text": f"{mark} said a word", "citations": [said], "unfound": False}],
        model="key_sentences",
        model_label=f"{mark} model",
        provider="key_sentences",
        is_language_model=False,
        complete=True,
        tokens_in=0,
        tokens_out=0,
        transcript_updated_at=utcnow(),
        created_by=f"{mark} person",
    )


def add_document(session: AsyncSession, title: str, text: str) -> str:
    """Add a document that has been read, without a file. Returns its id."""
    document_id = new_id()
    session.add(
        Document(
            id=document_id,
            title=title,
            file_name=f"{title}.pdf",
            file_size=10,
            kind="pdf",
            mime_type="application/pdf",
            sha256=document_id.replace("-", "") * 2,
            storage_key=f"documents/{document_id}/original",
            status="completed",
            page_count=1,
        )
    )
    session.add(DocumentPassage(document_id=document_id, position=0, page=1, text=text))
    return document_id


def _body(route: tuple[str, str], ids: World) -> dict[str, Any] | None:
    bodies: dict[tuple[str, str], dict[str, Any]] = {
        ("POST", "/api/bulk"): {"action": "tag", "tag_id": ids.tag_id, "ids": [ids.recording_id]},
        ("POST", "/api/recordings/bulk-delete"): {"ids": [ids.recording_id]},
        ("POST", "/api/recordings/bulk-assign"): {"ids": [ids.recording_id], "project_id": ids.project_id},
        ("POST", "/api/recordings/move"): {"ids": [ids.recording_id], "workspace_id": "elsewhere"},
        ("POST", "/api/projects/{project_id}/move"): {"workspace_id": "elsewhere"},
        ("PATCH", "/api/recordings/{recording_id}"): {"title": "changed"},
        ("POST", "/api/projects"): {"name": "new"},
        ("PATCH", "/api/projects/{project_id}"): {"name": "changed"},
        ("POST", "/api/tags"): {"name": "new"},
        ("POST", "/api/config/transcription/models"): {"name": "gigantic"},
        ("PUT", "/api/transcription/defaults"): {"voice_detection": False},
        ("POST", "/api/transcription/vocabulary"): {"terms": ["changed"]},
        ("PATCH", "/api/tags/{tag_id}"): {"name": "changed"},
        ("POST", "/api/tags/recordings/{recording_id}"): {"tag_id": ids.tag_id},
        ("PATCH", "/api/transcripts/{transcript_id}/segments/{segment_id}"): {"text": "changed"},
        ("POST", "/api/transcripts/{transcript_id}/segments/bulk-delete"): {"segment_ids": [ids.segment_id]},
        ("POST", "/api/transcripts/{transcript_id}/segments/decide"): {
            "segment_ids": [ids.segment_id],
            "decision": "keep",
        },
        ("POST", "/api/transcripts/{transcript_id}/segments/check"): {
            "segment_ids": [ids.segment_id],
            "checked": True,
        },
        ("POST", "/api/transcripts/{transcript_id}/segments/merge"): {"segment_ids": [ids.segment_id]},
        ("POST", "/api/transcripts/{transcript_id}/corrections/decide"): {
            "correction_ids": [ids.correction_id],
            "decision": "new",
        },
        ("POST", "/api/transcripts/{transcript_id}/segments"): {"start_time": 1, "end_time": 2, "text": "new"},
        ("POST", "/api/transcripts/{transcript_id}/versions"): {"name": "new"},
        ("POST", "/api/transcripts/{transcript_id}/find"): {"find": "word"},
        ("POST", "/api/transcripts/{transcript_id}/presence"): {"page": "a-page-of-mine"},
        ("POST", "/api/transcripts/{transcript_id}/replace"): {"find": "word", "replace": "changed"},
        ("POST", "/api/transcripts/{transcript_id}/versions/{number}/restore"): {},
        ("POST", "/api/transcripts/{transcript_id}/stretches"): {"start_time": 0, "end_time": 1},
        ("POST", "/api/transcripts/{transcript_id}/assign-speaker"): {
            "speaker": "changed",
            "segment_ids": [ids.segment_id],
        },
        ("POST", "/api/transcripts/{transcript_id}/segments/{segment_id}/split"): {"word_index": 1},
        ("POST", "/api/documents/bulk-delete"): {"ids": [ids.document_id]},
        ("POST", "/api/documents/bulk-assign"): {"ids": [ids.document_id], "project_id": ids.project_id},
        ("POST", "/api/documents/move"): {"ids": [ids.document_id], "workspace_id": "elsewhere"},
        ("PATCH", "/api/documents/{document_id}"): {"title": "changed"},
        ("POST", "/api/notes"): {"content": "changed", "document_id": ids.document_id},
        ("PATCH", "/api/notes/{note_id}"): {"content": "changed"},
        ("POST", "/api/tags/documents/{document_id}"): {"tag_id": ids.tag_id},
        ("POST", "/api/voice-profiles"): {"speaker_id": ids.speaker_id, "name": "new", "consent_by": "somebody"},
        ("PATCH", "/api/voice-profiles/{voice_profile_id}"): {"name": "changed"},
        ("POST", "/api/voice-profiles/{voice_profile_id}/speakers"): {"speaker_id": ids.speaker_id},
        ("POST", "/api/ai/transcripts/{transcript_id}/ask"): {"question": "What is it about?"},
        ("POST", "/api/ai/prompts"): {"name": "new", "text": "What is it about?"},
        ("PATCH", "/api/ai/prompts/{ai_prompt_id}"): {"name": "changed"},
        ("PUT", "/api/ai/preferences"): {"summarize": False},
        ("POST", "/api/conversations"): {"transcript_ids": [ids.transcript_id]},
        ("PATCH", "/api/conversations/{conversation_id}"): {"title": "changed"},
        ("POST", "/api/conversations/{conversation_id}/messages"): {"content": "What is it about?"},
        ("PATCH", "/api/speakers/{speaker_id}"): {"speaker_name": "changed"},
        ("POST", "/api/speakers/{speaker_id}/merge"): {"target_speaker_id": ids.speaker_id},
        ("POST", "/api/speakers/reassign-segment"): {
            "segment_id": ids.segment_id,
            "transcript_id": ids.transcript_id,
            "speaker_name": "changed",
        },
    }
    return bodies.get(route)


def _query(route: tuple[str, str], ids: World) -> dict[str, str]:
    of_project = {"project_id": ids.project_id}
    queries = {
        ("GET", "/api/transcription/defaults"): of_project,
        ("PUT", "/api/transcription/defaults"): of_project,
        ("GET", "/api/transcription/vocabulary/suggestions"): of_project,
        ("POST", "/api/transcription/vocabulary"): of_project,
        ("DELETE", "/api/transcription/vocabulary"): {**of_project, "term": "changed"},
        ("POST", "/api/config/transcription/models/verify"): {"name": "gigantic"},
        ("DELETE", "/api/config/transcription/models"): {"name": "gigantic"},
        ("GET", "/api/recordings"): {"project_id": ids.project_id, "tag_ids": ids.tag_id},
        ("GET", "/api/search/segments"): {"q": "word", "transcript_id": ids.transcript_id},
        ("GET", "/api/search/global"): {"q": "word"},
        ("GET", "/api/search/documents"): {"q": "word", "document_id": ids.document_id},
        ("GET", "/api/notes"): {"document_id": ids.document_id},
        ("GET", "/api/documents"): {"project_id": ids.project_id, "tag_ids": ids.tag_id},
    }
    return queries.get(route, {})


def routes_of(app: FastAPI) -> list[tuple[str, str]]:
    """Return every route that can be called and ends, but for files that are the same for everybody."""
    return [route for route in access_rules(app) if route != ENDLESS and not route[1].startswith("/docs")]


async def call(
    client: httpx.AsyncClient, route: tuple[str, str], headers: dict[str, str], path: World, inner: World | None = None
) -> httpx.Response:
    """Call a route with the ids of `path` in its path, and those of `inner` in its query and body."""
    inner = inner or path
    method, template = route
    address = template.format(**asdict(path))
    if route == UPLOAD:
        form = {"project_id": inner.project_id, "transcribe": "false"}
        return await client.post(address, headers=headers, data=form, files={"file": ("a.wav", b"RIFF")})
    if route == DOCUMENT_UPLOAD:
        form = {"project_id": inner.project_id}
        return await client.post(address, headers=headers, data=form, files={"file": ("a.txt", b"changed")})
    if template.startswith(UPLOADS):
        said_of = {**said(filename="a.wav", project_id=inner.project_id), "Upload-Length": "5", "Upload-Offset": "0"}
        headers = {**headers, **PIECE, **said_of, "X-HTTP-Method-Override": "PATCH"}
        query = {"sha256": "0" * 64} if template.endswith("/twins") else {}
        return await client.request(method, address, headers=headers, params=query)
    body = _body(route, inner)
    return await client.request(method, address, headers=headers, params=_query(route, inner), json=body)
