"""`/api/search`."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from verbatim.core.db import SessionDep
from verbatim.core.pagination import MAX_PAGE_SIZE, Page, PageDep
from verbatim.core.routing import Router
from verbatim.permissions import Permission, requires
from verbatim.search.index import CANDIDATES
from verbatim.search.query import parse_query
from verbatim.search.schemas import GlobalSearchResponse, SegmentSearchResponse
from verbatim.search.service import search_everything, search_segments

router = Router()

READ = [requires(Permission.TRANSCRIPT_READ)]
Words = Annotated[str, Query(description='Words to find; all must occur. "Quoted words" must follow each other.')]


@router.get("/segments", dependencies=READ)
async def segments(
    session: SessionDep,
    page: PageDep,
    q: Words,
    transcript_id: str | None = None,
    recording_id: str | None = None,
) -> SegmentSearchResponse:
    """Find segments by their text, best first."""
    terms = parse_query(q)
    results, total = (
        ([], 0)
        if not terms
        else await search_segments(
            session,
            terms,
            offset=page.offset,
            limit=page.page_size,
            transcript_id=transcript_id,
            recording_id=recording_id,
        )
    )
    shown = min(total, CANDIDATES)
    return SegmentSearchResponse(
        query=q,
        results=results,
        total=shown,
        total_is_capped=total > CANDIDATES,
        page=page.page,
        page_size=page.page_size,
        total_pages=page.total_pages(shown),
    )


@router.get("/global", dependencies=READ)
async def everything(
    session: SessionDep,
    q: Words,
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
    limit: Annotated[int, Query(ge=1, le=MAX_PAGE_SIZE)] = 20,
) -> GlobalSearchResponse:
    """Find recordings by title and segments by text: titles first, then text, best first."""
    terms = parse_query(q)
    wanted = Page(page=page, page_size=limit)
    results, total, capped = ([], 0, False) if not terms else await search_everything(session, terms, wanted)
    return GlobalSearchResponse(
        query=q,
        results=results,
        total=total,
        total_is_capped=capped,
        page=page,
        page_size=limit,
        total_pages=wanted.total_pages(total),
    )
