"""What a model is shown for an answer: the lines that have most to do with the question, of all transcripts that the
conversation is about and its writer may read at that moment.

Ownership filters every statement here. A few transcripts are read as a whole; of many, only what the text index finds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.adapters.llm.api import Line
from verbatim.adapters.llm.function_words import FUNCTION_WORDS
from verbatim.adapters.llm.key_sentences import words_in
from verbatim.ai.lines import is_shown, line_of
from verbatim.ai.passages import fitting
from verbatim.conversations.errors import NothingToReadError
from verbatim.conversations.models import Conversation
from verbatim.core.db import one_of
from verbatim.projects.models import ProjectRecording
from verbatim.recordings.models import Recording
from verbatim.search.index import CANDIDATES, text_index
from verbatim.search.query import parse_query
from verbatim.search.service import search_segments
from verbatim.transcripts.models import Segment, Speaker, Transcript
from verbatim.transcripts.repository import shown_name

MOST_TRANSCRIPTS: Final = 500
"""Of a project or of everything, the newest so many; what a search finds is limited by itself."""
_FOUND: Final = 50
_WHOLE: Final = 4_000
"""Segments up to which transcripts are read as a whole."""
_WORDS: Final = 8
_PLACES: Final = 120


@dataclass(frozen=True)
class Source:
    """A transcript that may be shown, with its recording."""

    transcript_id: str
    recording_id: str
    title: str
    segment_count: int


@dataclass(frozen=True)
class Passage:
    """A line and where it is from."""

    line: Line
    source: Source


async def sources_of(session: AsyncSession, about: Conversation) -> list[Source]:
    """Return the current transcripts that a conversation is about, as far as its writer may read them, newest first.

    Raises:
        NothingToReadError: there are none.
    """
    wanted = (
        select(Transcript.id, Recording.id, Recording.title, Transcript.segment_count)
        .join(Recording, Recording.id == Transcript.recording_id)
        .order_by(Recording.created_at.desc(), Transcript.id)
        .limit(MOST_TRANSCRIPTS)
    )
    if about.transcript_ids:
        wanted = wanted.where(one_of(session, Transcript.id, about.transcript_ids))
    else:
        wanted = wanted.where(Recording.transcript_id == Transcript.id)
    if about.project_id is not None:
        inside = select(ProjectRecording.recording_id).where(ProjectRecording.project_id == about.project_id)
        wanted = wanted.where(Recording.id.in_(inside))
    if about.query is not None:
        wanted = wanted.where(one_of(session, Transcript.id, await _found(session, about.query)))
    found = [Source(*row) for row in await session.execute(wanted)]
    if not found:
        raise NothingToReadError
    return found


async def _found(session: AsyncSession, query: str) -> list[str]:
    terms = parse_query(query)
    if not terms:
        return []
    hits, _ = await search_segments(session, terms, offset=0, limit=CANDIDATES)
    return list(dict.fromkeys(one.transcript_id for one in hits))[:_FOUND]


async def passages(session: AsyncSession, sources: Sequence[Source], question: str, room: int) -> list[Passage]:
    """Return as many lines as fit into ``room`` tokens, those first that have most to do with the question.

    Raises:
        NothingToReadError: nothing was said in any of them.
    """
    known = {one.transcript_id: (place, one) for place, one in enumerate(sources)}
    if sum(one.segment_count for one in sources) <= _WHOLE:
        rows = list(await session.scalars(select(Segment).where(one_of(session, Segment.transcript_id, list(known)))))
    else:
        rows = await _around(session, await _likely(session, list(known), question))
    rows = sorted(filter(is_shown, rows), key=lambda one: (known[one.transcript_id][0], one.segment_index, one.id))
    if not rows:
        raise NothingToReadError
    seen = sorted({one.transcript_id for one in rows})
    speakers = await session.scalars(select(Speaker).where(one_of(session, Speaker.transcript_id, seen)))
    names = {one.id: shown_name(one) for one in speakers}
    found = [Passage(line_of(one, names), known[one.transcript_id][1]) for one in rows]
    places = fitting([one.line for one in found], question, room - _headings(found))
    return [found[place] for place in places]


def _headings(found: Sequence[Passage]) -> int:
    """Return about how many tokens the titles take that stand between lines of different recordings."""
    titles = {one.source.recording_id: one.source.title for one in found}
    return min(2_000, sum(8 + len(title.encode()) // 3 for title in titles.values()))


async def _likely(session: AsyncSession, transcript_ids: list[str], question: str) -> list[tuple[str, int]]:
    """Return places in which words of the question stand, the best first: rare words count more."""
    inside, scores = set(transcript_ids), Counter[tuple[str, int]]()
    words = dict.fromkeys(word for word in words_in(question) if word not in FUNCTION_WORDS and len(word) > 1)
    for word in list(words)[:_WORDS]:
        terms = parse_query(f'"{word}"')
        if not terms:
            continue
        hits = text_index(session).segments(terms, None, None, CANDIDATES + 1).subquery()
        there = select(Segment.transcript_id, Segment.segment_index).join(hits, hits.c.id == Segment.id)
        found = [(row[0], row[1]) for row in await session.execute(there)]
        for place in found:
            if place[0] in inside:
                scores[place] += 1_000 // (1 + len(found))
    best = sorted(scores, key=lambda place: (-scores[place], transcript_ids.index(place[0]), place[1]))
    # Where no word is known, the beginnings of the newest say at least what there is.
    return best[:_PLACES] or [(one, place) for one in transcript_ids[:20] for place in range(1, 6, 3)]


async def _around(session: AsyncSession, places: Sequence[tuple[str, int]]) -> list[Segment]:
    """Return the segments at some places, with what was said before and after each."""
    wanted = {(one, place + step) for one, place in places for step in (-1, 0, 1)}
    by_transcript: dict[str, list[int]] = {}
    for one, place in sorted(wanted):
        by_transcript.setdefault(one, []).append(place)
    rows: list[Any] = []
    for one, indexes in by_transcript.items():
        there = select(Segment).where(Segment.transcript_id == one, Segment.segment_index.in_(indexes))
        rows += await session.scalars(there)
    return rows
