"""What is in a media file, and for how long it really plays."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from verbatim.adapters.media.budget import check_length
from verbatim.adapters.media.errors import DamagedMedia, MediaError
from verbatim.adapters.media.joined import pieces
from verbatim.adapters.media.kinds import KIND_OF, plays_in_browser
from verbatim.adapters.media.length import playing_seconds
from verbatim.adapters.media.source import Source, audio_streams, best_stream, foreign, listen_to, open_media
from verbatim.adapters.media.tracks import frames_of
from verbatim.core.cage.file import ForeignFile
from verbatim.core.lazy import lazy

if TYPE_CHECKING:
    import av
    import av.stream
    from av.audio.stream import AudioStream
    from av.container import InputContainer
else:
    av = lazy("av")

_NO_SOUND = "The file is damaged: none of its sound can be decoded."
_MAX_TITLE = 200


@dataclass(frozen=True, slots=True)
class Track:
    """One sound track; `number` counts from 1, `channels` have no positions unless `layout` names them."""

    number: int
    codec: str
    channels: int
    layout: str | None
    sample_rate: int
    language: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class MediaInfo:
    """Properties of a playable file. `bit_rate` is in bits per second, over the whole file; `codec`, `channels` and
    `sample_rate` are those of the track that players choose. `pieces` counts the recordings that were joined.
    """

    duration_seconds: float
    container: str
    mime_type: str
    codec: str
    channels: int
    sample_rate: int
    bit_rate: int | None
    has_video: bool
    tracks: tuple[Track, ...] = ()
    plays_in_browser: bool = True
    pieces: int = 1


def probe(source: Source) -> MediaInfo:
    """Look into a file and decode its first sound. Blocking, constant memory.

    The duration is that of the sound that is really there, not what the header promises.

    Raises:
        MediaError: one of its kinds, with a sentence for the user.
    """
    whole = foreign(source)
    first, *others = pieces(whole)
    with open_media(first) as container:
        streams = audio_streams(container)
        best = best_stream(container, streams)
        has_video = _has_video(container)
        name, mime_type = _container_name(container, first, has_video=has_video)
        demuxer = container.format.name.split(",")[0]
        tracks = tuple(_describe(number, stream) for number, stream in enumerate(streams, start=1))
        position = streams.index(best)
    frame = _first_frame(first, position, len(tracks))
    duration = playing_seconds(first)
    for other in others:
        with suppress(MediaError):
            duration += playing_seconds(other)
    if duration <= 0:
        raise DamagedMedia(_NO_SOUND)
    check_length(duration, whole.size)
    chosen = tracks[position]
    return MediaInfo(
        duration_seconds=round(duration, 3),
        container=name,
        mime_type=mime_type,
        codec=chosen.codec,
        channels=frame[0],
        sample_rate=frame[1],
        bit_rate=round(whole.size * 8 / duration),
        has_video=has_video,
        tracks=tracks,
        plays_in_browser=not others and plays_in_browser(demuxer, chosen.codec, frame[0], len(tracks)),
        pieces=1 + len(others),
    )


def _first_frame(file: ForeignFile, best: int, tracks: int) -> tuple[int, int]:
    """Channels and rate of the first frame, of the best track or else of any."""
    for number in sorted(range(tracks), key=lambda one: one != best):
        with open_media(file) as container:
            stream = audio_streams(container)[number]
            listen_to(container, [stream])
            for frame in islice(frames_of(container, stream), 1):
                return len(frame.layout.channels), frame.sample_rate
    raise DamagedMedia(_NO_SOUND)


def _describe(number: int, stream: AudioStream) -> Track:
    context = stream.codec_context
    language = stream.metadata.get("language", "")
    layout = context.layout.name
    return Track(
        number=number,
        codec=context.codec.canonical_name,
        channels=context.channels,
        layout=None if layout.endswith(" channels") else layout,
        sample_rate=context.sample_rate,
        language=language[:20] if language not in {"", "und"} else None,
        title=(stream.metadata.get("title") or "")[:_MAX_TITLE] or None,
    )


def _has_video(container: InputContainer) -> bool:
    """Cover art of music files is stored as a video stream and does not count."""
    return any(not s.disposition & av.stream.Disposition.attached_pic for s in container.streams.video)


def _container_name(container: InputContainer, file: ForeignFile, *, has_video: bool) -> tuple[str, str]:
    """Short name and MIME type, as browsers want to hear it."""
    demuxer = container.format.name.split(",")[0]
    kind = KIND_OF[demuxer]
    if demuxer == "mov":
        brand = container.metadata.get("major_brand", "").strip()
        if brand == "qt":
            return "mov", "video/quicktime" if has_video else "audio/mp4"
        if brand.startswith("3g"):
            return "3gp", "video/3gpp" if has_video else "audio/3gpp"
        return ("mp4", "video/mp4") if has_video else ("m4a", "audio/mp4")
    if demuxer == "matroska" and b"webm" in file.peek(64):
        return "webm", "video/webm" if has_video else "audio/webm"
    if demuxer == "asf":
        return ("wmv", kind.video_type) if has_video else ("wma", kind.audio_type)
    return kind.name, kind.video_type if has_video and kind.video_type else kind.audio_type
