"""Listening to tracks or channels one after the other, each of which holds a speaker."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from verbatim.adapters.transcription.api import (
    EngineEvent,
    OnEvent,
    Progress,
    Segment,
    SegmentReady,
    TranscriptionOutcome,
    TranscriptionRequest,
    TranscriptionSettings,
)
from verbatim.adapters.transcription.speech import SpeechMap, Stretch

RunEngine = Callable[[TranscriptionRequest, TranscriptionSettings, OnEvent], Awaitable[TranscriptionOutcome]]

TOO_SLOW = "This took far longer than recordings of its length do, so it was stopped; try again or use a smaller model."
_START_SECONDS = 3600.0
_SLOWEST = 60.0
"""Seconds of work for a second of sound. The largest models need some ten without a graphics card."""


def deadline_seconds(duration: float, voices: int) -> float:
    """Return after how long a transcription is given up: in proportion to what there is to hear."""
    return _START_SECONDS + _SLOWEST * duration * max(1, voices)


async def listen_to_each(
    voices: Sequence[tuple[str, str]],
    request: TranscriptionRequest,
    settings: TranscriptionSettings,
    on_event: OnEvent,
    run: RunEngine,
) -> TranscriptionOutcome:
    """Return one transcript of all voices, in the order of time; `voices` names what is heard and who it is."""
    outcomes: list[TranscriptionOutcome] = []
    segments: list[Segment] = []
    for index, (sound, speaker) in enumerate(voices):

        async def on_part(event: EngineEvent, index: int = index, speaker: str = speaker) -> None:
            if isinstance(event, Progress):
                event = replace(event, fraction=(index + event.fraction) / len(voices))
            elif isinstance(event, SegmentReady):
                event = SegmentReady(replace(event.segment, speaker=speaker))
            await on_event(event)

        outcome = await run(replace(request, sound=sound), settings, on_part)
        outcomes.append(outcome)
        segments += [replace(segment, speaker=speaker) for segment in outcome.segments]
    # The language is that of whoever said most.
    first = max(outcomes, key=lambda outcome: sum(len(segment.text) for segment in outcome.segments))
    ordered = tuple(sorted(segments, key=lambda segment: (segment.start, segment.end)))
    duration = max(outcome.duration for outcome in outcomes)
    return replace(first, duration=duration, segments=ordered, speech=_speech_of_all(outcomes))


def _speech_of_all(outcomes: Sequence[TranscriptionOutcome]) -> tuple[Stretch, ...] | None:
    """Return where any of the voices speaks; None where nobody listened for one of them."""
    speech = SpeechMap()
    known = [outcome.speech for outcome in outcomes if outcome.speech is not None]
    speech.add(sorted(stretch for stretches in known for stretch in stretches), 0.0)
    return tuple(speech.stretches) if len(known) == len(outcomes) else None
