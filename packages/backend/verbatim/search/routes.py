"""`/api/search`."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query, Request
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.db import SessionDep
from verbatim.core.errors import InvalidInputError
from verbatim.core.inbound import MomentOrDay
from verbatim.core.pagination import MAX_PAGE_SIZE, Page, PageDep
from verbatim.core.routing import Router
from verbatim.permissions import Permission, requires, signed_in
from verbatim.search.asking import terms_of
from verbatim.search.everything import ALL_KINDS, Wanted, search_all
from verbatim.search.index import CANDIDATES
from verbatim.search.query import Term
from verbatim.search.schemas import DocumentSearchResponse, GlobalSearchResponse, SegmentSearchResponse
from verbatim.search.service import search_documents, search_segments
from verbatim.search.suggestions import as_typed, better_terms

router = Router()

READ = [requires(Permission.TRANSCRIPT_READ)]
_NEEDED = {
    "recording": {Permission.RECORDING_READ},
    "segment": {Permission.TRANSCRIPT_READ},
    "document": {Permission.DOCUMENT_READ},
    "note": {Permission.DOCUMENT_READ, Permission.RECORDING_READ, Permission.PROJECT_READ},
}
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
    terms = await terms_of(session, q)
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


@router.get("/documents", dependencies=[requires(Permission.DOCUMENT_READ)])
async def documents(
    session: SessionDep,
    page: PageDep,
    q: Words,
    document_id: Annotated[str | None, Query(max_length=36)] = None,
) -> DocumentSearchResponse:
    """Find what stands in documents, best first; in one document, in reading order."""
    terms = await terms_of(session, q)
    results, total = ([], 0) if not terms else await search_documents(session, terms, page, document_id=document_id)
    shown = min(total, CANDIDATES)
    return DocumentSearchResponse(
        query=q,
        results=results,
        total=shown,
        total_is_capped=total > CANDIDATES,
        page=page.page,
        page_size=page.page_size,
        total_pages=page.total_pages(shown),
    )


async def _wanted(
    request: Request,
    kinds: Annotated[str | None, Query(max_length=100, description=f"Comma-separated: {', '.join(ALL_KINDS)}.")] = None,
    project_id: Annotated[str | None, Query(max_length=36)] = None,
    tag_id: Annotated[str | None, Query(max_length=36)] = None,
    speaker: Annotated[str | None, Query(max_length=200)] = None,
    date_from: MomentOrDay | None = None,
    date_to: MomentOrDay | None = None,
    workspace_id: Annotated[str | None, Query(max_length=36)] = None,
) -> Wanted:
    asked = frozenset(one.strip() for one in (kinds or "").split(",")) - {""}
    if unknown := asked - set(ALL_KINDS):
        raise InvalidInputError(f"There is no kind {min(unknown)}; there are {', '.join(ALL_KINDS)}.", code="bad_kind")
    permissions = signed_in(request).permissions
    # Whoever may not read a kind of thing finds none: asking for it in the same search is no offence.
    may = {kind for kind, needed in _NEEDED.items() if needed <= permissions}
    return Wanted(
        frozenset(asked or ALL_KINDS) & frozenset(may), project_id, tag_id, speaker, date_from, date_to, workspace_id
    )


async def _suggestion(session: AsyncSession, terms: tuple[Term, ...], wanted: Wanted) -> str | None:
    """Return a query near to the one given, if it finds something of what the caller wants and may read."""
    mended = await better_terms(session, terms)
    if mended is None:
        return None
    _, total, _ = await search_all(session, mended, wanted, Page(page=1, page_size=1))
    return as_typed(mended) if total else None


@router.get("/global", dependencies=READ)
async def everything(
    session: SessionDep,
    q: Words,
    wanted: Annotated[Wanted, Depends(_wanted)],
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
    limit: Annotated[int, Query(ge=1, le=MAX_PAGE_SIZE)] = 20,
    *,
    suggest: Annotated[bool, Query(description="Where nothing is found, look for what may have been meant.")] = False,
) -> GlobalSearchResponse:
    """Find recordings, what was said, documents and notes: titles first, then text, the best of each kind first."""
    terms = await terms_of(session, q)
    which = Page(page=page, page_size=limit)
    results, total, capped = ([], 0, False) if not terms else await search_all(session, terms, wanted, which)
    suggestion = await _suggestion(session, terms, wanted) if suggest and terms and not total else None
    return GlobalSearchResponse(
        suggestion=suggestion,
        query=q,
        results=results,
        total=total,
        total_is_capped=capped,
        page=page,
        page_size=limit,
        total_pages=which.total_pages(total),
    )
