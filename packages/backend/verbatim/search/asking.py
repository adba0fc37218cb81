"""What is looked for when somebody types something: the words, with their other forms where a language is known."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.recordings.models import Recording
from verbatim.search.forms import forms_of
from verbatim.search.query import Term, parse_query
from verbatim.transcripts.models import Transcript

LOOKED_AT: Final = 200
"""Recordings, the newest, whose languages are taken for those that the caller searches in."""

UNKNOWN: Final = frozenset({"en"})
"""The language taken where nothing is known of any, as in an installation that has only documents."""


async def terms_of(session: AsyncSession, typed: str) -> tuple[Term, ...]:
    """Return the terms of a query, single words with their other forms in the languages of the caller's recordings."""
    terms = parse_query(typed)
    if not any(term.single for term in terms):
        return terms
    languages = await _languages(session)
    return tuple(replace(term, forms=_forms(term, term.single, languages)) if term.single else term for term in terms)


def _forms(term: Term, word: str, languages: frozenset[str]) -> tuple[str, ...]:
    """Return the other forms of a word. Those that go on where a word ends that may be unfinished are found anyway."""
    forms = forms_of(word, languages)
    return tuple(form for form in forms if not form.startswith(term.words[-1])) if term.prefix else forms


async def _languages(session: AsyncSession) -> frozenset[str]:
    current = select(Transcript.language).join(Recording, Recording.transcript_id == Transcript.id)
    newest = current.order_by(Recording.created_at.desc()).limit(LOOKED_AT).subquery()
    found = await session.scalars(select(newest.c.language).distinct().where(newest.c.language.is_not(None)))
    return frozenset(found) or UNKNOWN
