"""Tags: names are unique per owner, whatever their case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.errors import ConflictError, InvalidInputError, NotFoundError
from verbatim.core.events import EVERYWHERE, emit, tell_changed
from verbatim.core.text import one_line
from verbatim.recordings.resource import RECORDING
from verbatim.tags.events import RecordingTagged, RecordingUntagged
from verbatim.tags.models import RecordingTag, Tag
from verbatim.tags.resource import TAG

MAX_NAME = 100
MAX_KEY = 200
MOST_AT_ONCE = 100


class TagNotFoundError(NotFoundError):
    """There is no such tag."""

    code = "tag_not_found"


class TagExistsError(ConflictError):
    """There is a tag of this name already."""

    code = "tag_exists"


async def get_tag(session: AsyncSession, tag_id: str) -> Tag:
    """Return a tag.

    Raises:
        TagNotFoundError: it does not exist, or belongs to somebody else.
    """
    found: Tag | None = await session.scalar(select(Tag).where(Tag.id == tag_id))
    if found is None:
        raise TagNotFoundError
    return found


async def create_tag(session: AsyncSession, name: str, color: str | None = None) -> Tag:
    """Make a tag.

    Raises:
        TagExistsError: the name is taken.
    """
    tag = Tag(name=name, name_key=name_key(name), color=color)
    try:
        async with session.begin_nested():
            session.add(tag)
    except IntegrityError as error:
        raise TagExistsError from error
    tell_changed(session, TAG, tag.id, at=EVERYWHERE)
    return tag


async def update_tag(session: AsyncSession, tag: Tag, changes: Mapping[str, str | None]) -> None:
    """Change a tag's ``name`` or ``color``, whichever is given; no colour is a colour too.

    Raises:
        TagExistsError: the name is taken.
    """
    try:
        async with session.begin_nested():
            if name := changes.get("name"):
                tag.name, tag.name_key = name, name_key(name)
            if "color" in changes:
                tag.color = changes["color"]
    except IntegrityError as error:
        raise TagExistsError from error
    tell_changed(session, TAG, tag.id, at=EVERYWHERE)


async def put_on(session: AsyncSession, recording_id: str, tag: Tag) -> None:
    """Put a tag on a recording; doing it twice changes nothing."""
    there = select(RecordingTag.tag_id).where(RecordingTag.recording_id == recording_id, RecordingTag.tag_id == tag.id)
    if await session.scalar(there) is None:
        session.add(RecordingTag(recording_id=recording_id, tag_id=tag.id))
        await session.flush()
        await emit(session, RecordingTagged(recording_id=recording_id, tag_id=tag.id, tag=tag.name))
    tell_changed(session, RECORDING, recording_id)


async def take_off(session: AsyncSession, recording_id: str, tag: Tag) -> None:
    """Take a tag off a recording; doing it twice changes nothing."""
    on_it = select(RecordingTag).where(RecordingTag.recording_id == recording_id, RecordingTag.tag_id == tag.id)
    if (found := await session.scalar(on_it)) is not None:
        await session.delete(found)
        await session.flush()
        await emit(session, RecordingUntagged(recording_id=recording_id, tag_id=tag.id, tag=tag.name))
    tell_changed(session, RECORDING, recording_id)


async def tag_by_names(session: AsyncSession, recording_id: str, names: Sequence[str]) -> None:
    """Put tags on a recording by name, making those that do not exist yet."""
    for tag in await tags_called(session, names):
        await put_on(session, recording_id, tag)


async def tags_called(session: AsyncSession, names: Sequence[str]) -> list[Tag]:
    """Return the tags of these names, making those that do not exist yet.

    Raises:
        InvalidInputError: there are too many, or a name is too long.
    """
    # Sorted, so that two uploads with the same new tags wait for each other in one order.
    wanted = sorted({one_line(name) for name in names} - {""})
    if len(wanted) > MOST_AT_ONCE:
        raise InvalidInputError(f"A file is uploaded with up to {MOST_AT_ONCE} tags.", code="bad_tag")
    if any(len(name) > MAX_NAME for name in wanted):
        raise InvalidInputError(f"A tag's name has up to {MAX_NAME} characters.", code="bad_tag")
    return [await _tag_called(session, name) for name in wanted]


async def _tag_called(session: AsyncSession, name: str) -> Tag:
    wanted = select(Tag).where(Tag.name_key == name_key(name))
    found: Tag | None = await session.scalar(wanted)
    if found is not None:
        return found
    try:
        return await create_tag(session, name)
    except TagExistsError:  # somebody else made it a moment ago
        return (await session.scalars(wanted)).one()


def name_key(name: str) -> str:
    """Return what two names that differ only in their case have in common."""
    return name.casefold()[:MAX_KEY]  # case folding can make a name three times as long
