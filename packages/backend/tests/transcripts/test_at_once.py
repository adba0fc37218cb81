"""Corrections that wait for one another: what was changed meanwhile is in the answer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from support.factories import Factory, MadeTranscript
from verbatim.core.db import Database
from verbatim.core.ownership import use_scope
from verbatim.transcripts import locking, service
from verbatim.transcripts.models import Speaker

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)

Client = httpx.AsyncClient
A_WHILE = 0.3
Work = Callable[[AsyncSession, MadeTranscript], Awaitable[Any]]


@pytest.fixture
async def made(factory: Factory) -> MadeTranscript:
    return await factory.transcript("Good morning", "And good night", speakers=("A", "B"))


async def _rename(session: AsyncSession, made: MadeTranscript) -> None:
    transcript, speaker = await locking.lock_speaker(session, made.speaker_ids[0])
    await service.edit_speaker(session, transcript, speaker, {"speaker_name": "Ada"})


async def _merge(session: AsyncSession, made: MadeTranscript) -> None:
    transcript, gone = await locking.lock_speaker(session, made.speaker_ids[0])
    await service.merge_speakers(session, transcript, gone, await session.get_one(Speaker, made.speaker_ids[1]))


async def _give_away(session: AsyncSession, made: MadeTranscript) -> None:
    spoken = await locking.lock_segment(session, made.id, str(made.segment_ids[0]))
    await service.assign_segment(session, spoken, "B")


async def _delete(session: AsyncSession, made: MadeTranscript) -> None:
    transcript = await locking.lock_transcript(session, made.id)
    await service.delete_segments(session, transcript, [str(made.segment_ids[0])])


@asynccontextmanager
async def _meanwhile(factory: Factory, made: MadeTranscript, work: Work) -> AsyncIterator[None]:
    """Begin a transaction, work in it, and commit it once what is inside waits for it."""
    database: Database = factory.database
    with use_scope(factory.scope):
        async with database.transaction() as session:
            await work(session, made)
            yield


async def _waiting(factory: Factory, made: MadeTranscript, work: Work, request: Awaitable[Any]) -> httpx.Response:
    async with _meanwhile(factory, made, work):
        asked = asyncio.ensure_future(request)
        await asyncio.sleep(A_WHILE)
        assert not asked.done()
    answer: httpx.Response = await asked
    return answer


@pytest.mark.parametrize(
    ("work", "status", "speaker"),
    [(_rename, 200, "Ada"), (_merge, 200, "B"), (_give_away, 200, "B"), (_delete, 404, None)],
)
async def test_a_text_corrected_while_somebody_changes_who_spoke(
    client: Client, factory: Factory, made: MadeTranscript, work: Work, status: int, speaker: str | None
) -> None:
    path = f"/api/transcripts/{made.id}/segments/{made.segment_ids[0]}"
    answer = await _waiting(factory, made, work, client.patch(path, json={"text": "Good day"}))
    assert answer.status_code == status
    assert answer.json().get("speaker") == speaker
    if status == 200:
        assert answer.json()["text"] == "Good day"
        read = (await client.get(f"/api/transcripts/{made.id}", params={"words": True})).json()["segments"][0]
        assert read == answer.json()


async def test_the_version_that_was_seen_counts_also_after_waiting(
    client: Client, factory: Factory, made: MadeTranscript
) -> None:
    path = f"/api/transcripts/{made.id}/segments/{made.segment_ids[0]}"
    body = {"text": "Good day", "version": 1}
    answer = await _waiting(factory, made, _give_away, client.patch(path, json=body))
    assert (answer.status_code, answer.json()["code"]) == (409, "segment_conflict")
    assert answer.json()["current"]["speaker"] == "B"


@pytest.mark.parametrize(("work", "status"), [(_rename, 200), (_merge, 404)])
async def test_a_speaker_recoloured_while_somebody_renames_or_merges(
    client: Client, factory: Factory, made: MadeTranscript, work: Work, status: int
) -> None:
    path = f"/api/speakers/{made.speaker_ids[0]}"
    answer = await _waiting(factory, made, work, client.patch(path, json={"color": "#123abc"}))
    assert answer.status_code == status
    if status == 200:
        assert (answer.json()["speaker_name"], answer.json()["color"]) == ("Ada", "#123abc")
    else:
        assert answer.json()["code"] == "speaker_not_found"


@pytest.mark.parametrize("segment_id", ["x", "0", "999999", "9" * 30])
async def test_what_is_not_there(client: Client, made: MadeTranscript, segment_id: str) -> None:
    for transcript_id, code in ((made.id, "segment_not_found"), ("nobodys", "transcript_not_found")):
        path = f"/api/transcripts/{transcript_id}/segments/{segment_id}"
        answers = [await client.patch(path, json={"text": "x"}), await client.delete(path)]
        answers.append(await client.post(f"{path}/split", json={"word_index": 1}))
        assert [(one.status_code, one.json()["code"]) for one in answers] == [(404, code)] * 3
