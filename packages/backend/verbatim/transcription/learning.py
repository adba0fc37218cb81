"""Names and terms that people corrected: candidates for the vocabulary, for a person to accept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.projects.models import ProjectRecording
from verbatim.projects.service import get_project
from verbatim.transcription.defaults import defaults_of
from verbatim.transcription.schemas import SuggestedTerm
from verbatim.transcripts.models import Segment

LOOKED_AT = 500
"""So many of the segments that were corrected last are looked at."""

MOST = 50
_LONGEST = 3
_AROUND = ".,;:!?\"'()[]«»„“”…"
_ENDS = (".", "!", "?", "…")


async def suggest_terms(session: AsyncSession, project_id: str | None) -> list[SuggestedTerm]:
    """Return what people wrote instead of what was heard, the most frequent first, but for what is listened for now.

    Raises:
        ProjectNotFoundError: there is no such project.
    """
    edited = select(Segment.original_text, Segment.text).where(Segment.original_text.is_not(None))
    if project_id is not None:
        await get_project(session, project_id)
        inside = select(ProjectRecording.recording_id).where(ProjectRecording.project_id == project_id)
        edited = edited.where(Segment.recording_id.in_(inside))
    known = {term.casefold() for term in (await defaults_of(session, project_id)).vocabulary or []}
    counts: Counter[str] = Counter()
    heard: dict[str, str] = {}
    for before, after in await session.execute(edited.order_by(Segment.updated_at.desc()).limit(LOOKED_AT)):
        for wrong, right in corrected_terms(before or "", after):
            counts[right] += 1
            heard.setdefault(right, wrong)
    found = [(term, count) for term, count in counts.most_common() if term.casefold() not in known]
    return [SuggestedTerm(term=term, heard=heard[term], count=count) for term, count in found[:MOST]]


def corrected_terms(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Find names and terms that replaced what was heard: what is written large in the middle of a sentence, or has
    digits or capitals inside.
    """
    old, new = before.split(), after.split()
    compared = SequenceMatcher(a=[_bare(word) for word in old], b=[_bare(word) for word in new], autojunk=False)
    for change, a, b, c, d in compared.get_opcodes():
        if change != "replace" or d - c > _LONGEST:
            continue
        for start, end in _terms_in(new, c, d):
            yield " ".join(old[a:b]).strip(_AROUND), " ".join(new[start:end]).strip(_AROUND)


def _terms_in(words: Sequence[str], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Runs of words that look like a name or a term."""
    run: int | None = None
    for place in range(start, end + 1):
        if place < end and _is_telling(words, place):
            run = place if run is None else run
        elif run is not None:
            yield run, place
            run = None


def _is_telling(words: Sequence[str], place: int) -> bool:
    word = words[place].strip(_AROUND)
    if any(letter.isupper() or letter.isdigit() for letter in word[1:]):
        return True
    begins_sentence = place == 0 or words[place - 1].endswith(_ENDS)
    return word[:1].isupper() and not begins_sentence


def _bare(word: str) -> str:
    return word.strip(_AROUND).casefold()
