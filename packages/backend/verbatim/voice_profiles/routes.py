"""`/api/voice-profiles`."""

from __future__ import annotations

from typing import Any

from fastapi import Depends, Request
from sqlalchemy import select

from verbatim.core.db import SessionDep
from verbatim.core.pagination import MessageResponse
from verbatim.core.routing import Router
from verbatim.permissions import Permission, requires, signed_in
from verbatim.transcripts.repository import get_transcript, speaker_response
from verbatim.transcripts.schemas import SpeakerResponse
from verbatim.voice_profiles import service
from verbatim.voice_profiles.errors import VoiceProfilesOffError
from verbatim.voice_profiles.models import VoiceProfile
from verbatim.voice_profiles.schemas import (
    NameSpeakerRequest,
    VoiceProfileCreateRequest,
    VoiceProfileListResponse,
    VoiceProfileResponse,
    VoiceProfileUpdateRequest,
    VoiceSuggestionListResponse,
)

router = Router()


async def _turned_on(request: Request) -> None:
    if not request.app.state.settings.voice_profiles:
        raise VoiceProfilesOffError


READ = [requires(Permission.TRANSCRIPT_READ)]
UPDATE = [requires(Permission.TRANSCRIPT_UPDATE)]
ON: list[Any] = [Depends(_turned_on)]


def _response(profile: VoiceProfile) -> VoiceProfileResponse:
    return VoiceProfileResponse(
        id=profile.id,
        name=profile.name,
        consent_by=profile.consent_by,
        consent_at=profile.consent_at,
        entered_by=profile.entered_by,
        seconds=sum(float(voice.get("seconds", 0)) for voice in profile.voices),
        created_at=profile.created_at,
        updated_at=profile.updated_at,
    )


@router.get("", dependencies=READ)
async def list_profiles(request: Request, session: SessionDep) -> VoiceProfileListResponse:
    """List the voices that are known, by name."""
    rows = await session.scalars(select(VoiceProfile).order_by(VoiceProfile.name_key))
    enabled = request.app.state.settings.voice_profiles
    return VoiceProfileListResponse(items=[_response(profile) for profile in rows], enabled=enabled)


@router.post("", status_code=201, dependencies=UPDATE + ON)
async def create_profile(
    request: Request, session: SessionDep, body: VoiceProfileCreateRequest
) -> VoiceProfileResponse:
    """Keep how a speaker sounds, with the consent of whose voice it is."""
    entered_by = signed_in(request).name
    return _response(await service.create_profile(session, **body.model_dump(), entered_by=entered_by))


@router.get("/suggestions/{transcript_id}", dependencies=READ + ON)
async def list_suggestions(session: SessionDep, transcript_id: str) -> VoiceSuggestionListResponse:
    """List who the speakers of a transcript may be. Nothing is changed."""
    await get_transcript(session, transcript_id)
    return VoiceSuggestionListResponse(items=await service.suggestions(session, transcript_id))


@router.post("/{voice_profile_id}/speakers", dependencies=UPDATE + ON)
async def name_speaker(session: SessionDep, voice_profile_id: str, body: NameSpeakerRequest) -> SpeakerResponse:
    """Call a speaker by the name of a profile, as suggested or by ear."""
    profile = await service.get_profile(session, voice_profile_id)
    return speaker_response(await service.name_speaker(session, profile, body.speaker_id))


@router.patch("/{voice_profile_id}", dependencies=UPDATE)
async def rename_profile(
    session: SessionDep, voice_profile_id: str, body: VoiceProfileUpdateRequest
) -> VoiceProfileResponse:
    """Rename a profile."""
    profile = await service.get_profile(session, voice_profile_id)
    await service.rename_profile(session, profile, body.name)
    return _response(profile)


@router.delete("/{voice_profile_id}", dependencies=UPDATE)
async def delete_profile(session: SessionDep, voice_profile_id: str) -> MessageResponse:
    """Erase a voice profile and what was measured of the voice; also when voice profiles are turned off."""
    await service.delete_profile(session, await service.get_profile(session, voice_profile_id))
    return MessageResponse(message="The voice profile was erased.", id=voice_profile_id)
