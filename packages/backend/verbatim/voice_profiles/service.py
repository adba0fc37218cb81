"""Keeping, matching and erasing voices. Everything stays with one owner: the session sees no other's rows."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from verbatim.core.clock import utcnow
from verbatim.core.events import emit
from verbatim.core.ownership import Scope, current_scope, use_scope
from verbatim.transcripts.errors import SpeakerNotFoundError
from verbatim.transcripts.models import Speaker, Transcript
from verbatim.transcripts.service import edit_speaker
from verbatim.voice_profiles.errors import NoVoiceError, VoiceProfileExistsError, VoiceProfileNotFoundError
from verbatim.voice_profiles.events import VoiceProfileCreated, VoiceProfileDeleted, VoiceProfileUpdated
from verbatim.voice_profiles.matching import best_pairs
from verbatim.voice_profiles.models import VoiceProfile
from verbatim.voice_profiles.schemas import VoiceSuggestion


async def get_profile(session: AsyncSession, voice_profile_id: str) -> VoiceProfile:
    """Return a voice profile.

    Raises:
        VoiceProfileNotFoundError: it does not exist, or belongs to somebody else.
    """
    found: VoiceProfile | None = await session.scalar(select(VoiceProfile).where(VoiceProfile.id == voice_profile_id))
    if found is None:
        raise VoiceProfileNotFoundError
    return found


async def create_profile(  # noqa: D417 - the rest is plain
    session: AsyncSession,
    *,
    speaker_id: str,
    name: str | None,
    consent_by: str,
    consent_at: datetime | None,
    entered_by: str,
) -> VoiceProfile:
    """Keep how a speaker sounds, and call the speaker by that name.

    Args:
        name: None takes the one the speaker has.

    Raises:
        SpeakerNotFoundError: there is no such speaker.
        NoVoiceError: nothing was measured of them.
        VoiceProfileExistsError: the name is taken.
    """
    speaker = await _speaker(session, speaker_id)
    if speaker.voice is None:
        raise NoVoiceError
    called = name or speaker.speaker_name or speaker.speaker_label
    profile = VoiceProfile(
        name=called,
        name_key=called.casefold(),
        voices=[speaker.voice],
        consent_by=consent_by,
        consent_at=consent_at or utcnow(),
        entered_by=entered_by,
    )
    try:
        async with session.begin_nested():
            session.add(profile)
    except IntegrityError as error:
        raise VoiceProfileExistsError from error
    facts = {"consent_at": profile.consent_at.isoformat(), "speaker_id": speaker.id}
    ids = {"voice_profile_id": profile.id, "name": called}
    await emit(session, VoiceProfileCreated(**ids, consent_by=consent_by, facts=facts))
    await name_speaker(session, profile, speaker_id)
    return profile


async def rename_profile(session: AsyncSession, profile: VoiceProfile, name: str) -> None:
    """Give a profile another name; speakers keep theirs.

    Raises:
        VoiceProfileExistsError: the name is taken.
    """
    before = profile.name
    try:
        async with session.begin_nested():
            profile.name, profile.name_key, profile.updated_at = name, name.casefold(), utcnow()
            await session.flush()
    except IntegrityError as error:
        raise VoiceProfileExistsError from error
    # The event's own argument is the name after; the facts keep the one before.
    facts = {"previous_profile_name": before, "profile_name": name}
    await emit(session, VoiceProfileUpdated(voice_profile_id=profile.id, name=name, facts=facts))


async def delete_profile(session: AsyncSession, profile: VoiceProfile) -> None:
    """Erase a profile, and what was measured of the speakers that were called by it; names in transcripts stay."""
    scope = current_scope()
    with use_scope(scope.widened() if isinstance(scope, Scope) else scope):
        await session.execute(
            update(Speaker)
            .where(Speaker.voice_profile_id == profile.id)
            .values(voice=None, voice_profile_id=None)
            .execution_options(synchronize_session=False)
        )
    await emit(session, VoiceProfileDeleted(voice_profile_id=profile.id, name=profile.name))
    await session.delete(profile)
    await session.flush()


async def name_speaker(session: AsyncSession, profile: VoiceProfile, speaker_id: str) -> Speaker:
    """Call a speaker by the name of a profile: somebody has agreed that it is them.

    Raises:
        SpeakerNotFoundError: there is no such speaker.
    """
    speaker = await _speaker(session, speaker_id)
    statement = select(Transcript).where(Transcript.id == speaker.transcript_id).with_for_update()
    transcript: Transcript = (await session.scalars(statement)).one()
    speaker.voice_profile_id = profile.id
    await edit_speaker(session, transcript, speaker, {"speaker_name": profile.name})
    return speaker


async def suggestions(session: AsyncSession, transcript_id: str) -> list[VoiceSuggestion]:
    """Return who the speakers of a transcript may be, of the owner's profiles; those called by one are left out."""
    speakers = await session.scalars(
        select(Speaker)
        .where(Speaker.transcript_id == transcript_id, Speaker.voice_profile_id.is_(None))
        .options(undefer(Speaker.voice))
    )
    voices = {speaker.id: speaker.voice for speaker in speakers if speaker.voice}
    profiles = {profile.id: profile for profile in await session.scalars(select(VoiceProfile))}
    pairs = best_pairs(voices, {profile.id: profile.voices for profile in profiles.values()})
    return [
        VoiceSuggestion(speaker_id=speaker, voice_profile_id=one, name=profiles[one].name, confidence=confidence)
        for speaker, one, confidence in pairs
    ]


async def _speaker(session: AsyncSession, speaker_id: str) -> Speaker:
    wanted = select(Speaker).where(Speaker.id == speaker_id).options(undefer(Speaker.voice))
    found: Speaker | None = await session.scalar(wanted)
    if found is None:
        raise SpeakerNotFoundError
    return found
