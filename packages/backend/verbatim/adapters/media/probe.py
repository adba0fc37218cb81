"""What is in a media file, and for how long it really plays."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from verbatim.adapters.media.errors import DamagedMedia, UnsupportedMedia
from verbatim.adapters.media.source import (
    MAX_GAP_SECONDS,
    MAX_HOURS,
    audio_stream,
    open_media,
    origin_seconds,
)
from verbatim.core.lazy import lazy

if TYPE_CHECKING:
    import av
    import av.stream
    from av.audio.frame import AudioFrame
    from av.audio.stream import AudioStream
    from av.container import InputContainer
    from av.packet import Packet
else:
    av = lazy("av")

_MAX_PACKETS_BEFORE_SOUND = 5_000
_PROBE_SECONDS = 60.0
_TAIL_SECONDS = 5.0
_LONGEST_PACKET = 60.0
# Their seeks are exact enough to look only at the end; the others are read through, which is quick for audio.
_SEEKABLE = {"wav", "w64", "aiff", "caf", "mov", "matroska", "ogg"}


@dataclass(frozen=True, slots=True)
class MediaInfo:
    """Properties of a playable file. `bit_rate` is in bits per second, over the whole file."""

    duration_seconds: float
    container: str
    mime_type: str
    codec: str
    channels: int
    sample_rate: int
    bit_rate: int | None
    has_video: bool


def probe(path: Path) -> MediaInfo:
    """Look into a file and decode its first sound. Blocking, constant memory.

    The duration is that of the packets that are really there, not what the header promises.

    Raises:
        MediaError: one of its kinds, with a sentence for the user.
    """
    deadline = time.monotonic() + _PROBE_SECONDS
    with open_media(path) as container:
        stream = audio_stream(container)
        frame = _first_frame(container, stream)
        has_video = _has_video(container)
        name, mime_type = _container_name(container, path, has_video=has_video)
        announced = (container.duration or 0) / av.time_base
        demuxer = container.format.name.split(",")[0]
        codec = stream.codec_context.codec.canonical_name
        channels = len(frame.layout.channels)
    duration = _true_duration(path, demuxer, announced, deadline)
    if duration > MAX_HOURS * 3600:
        raise UnsupportedMedia(f"The recording is longer than {MAX_HOURS} hours, which is not supported.")
    return MediaInfo(
        duration_seconds=round(duration, 3),
        container=name,
        mime_type=mime_type,
        codec=codec,
        channels=channels,
        sample_rate=frame.sample_rate,
        bit_rate=round(path.stat().st_size * 8 / duration) if duration > 0 else None,
        has_video=has_video,
    )


def _first_frame(container: InputContainer, stream: AudioStream) -> AudioFrame:
    for packet in islice(_packets(container, stream), _MAX_PACKETS_BEFORE_SOUND):
        try:
            frames = packet.decode()
        except av.error.FFmpegError:
            continue
        for frame in frames:
            if frame.samples:
                return frame
    raise DamagedMedia("The file is damaged: none of its sound can be decoded.")


def _packets(container: InputContainer, stream: AudioStream) -> Iterator[Packet[AudioStream]]:
    """Packets until the file ends or cannot be read any further."""
    try:
        yield from container.demux(stream)
    except (av.error.FFmpegError, OSError):
        return


def _true_duration(path: Path, demuxer: str, announced: float, deadline: float) -> float:
    if demuxer in _SEEKABLE and announced > _TAIL_SECONDS:
        end = _last_packet_end(path, announced - _TAIL_SECONDS, deadline)
        if end is not None:
            return end
    end = _last_packet_end(path, 0.0, deadline)
    if not end:
        raise DamagedMedia("The file is damaged: none of its sound can be decoded.")
    return end


def _last_packet_end(path: Path, start: float, deadline: float) -> float | None:
    """End of the last packet in seconds, looking only behind `start`; None when nothing is there."""
    with open_media(path) as container:
        stream = audio_stream(container)
        if start > 0:
            try:
                container.seek(int(start * av.time_base))
            except (av.error.FFmpegError, OSError):
                return None
        end: float | None = None
        tick = float(stream.time_base or 0)
        for count, packet in enumerate(_packets(container, stream)):
            reached = _packet_end(packet, tick)
            if reached is not None and (end is None or end < reached <= end + MAX_GAP_SECONDS):
                end = reached
            if count % 1024 == 0 and time.monotonic() > deadline:
                break
        return None if end is None else max(0.0, end - origin_seconds(container))


def _packet_end(packet: Packet[AudioStream], tick: float) -> float | None:
    stamp = packet.pts if packet.pts is not None else packet.dts
    if stamp is None or not packet.size:
        return None
    duration = (packet.duration or 0) * tick
    if not 0 <= duration <= _LONGEST_PACKET:  # the last one of an Ogg file may have a negative one, wrapped
        duration = 0.0
    return stamp * tick + duration


def _has_video(container: InputContainer) -> bool:
    """Cover art of music files is stored as a video stream and does not count."""
    return any(not s.disposition & av.stream.Disposition.attached_pic for s in container.streams.video)


def _container_name(container: InputContainer, path: Path, *, has_video: bool) -> tuple[str, str]:
    """Short name and MIME type, as browsers want to hear it."""
    kind = "video" if has_video else "audio"
    demuxer = container.format.name.split(",")[0]
    if demuxer == "mov":
        brand = container.metadata.get("major_brand", "").strip()
        if brand == "qt":
            return "mov", "video/quicktime" if has_video else "audio/mp4"
        if brand.startswith("3g"):
            return "3gp", f"{kind}/3gpp"
        return ("mp4", "video/mp4") if has_video else ("m4a", "audio/mp4")
    if demuxer == "matroska":
        with path.open("rb") as file:
            is_webm = b"webm" in file.read(64)
        return ("webm", f"{kind}/webm") if is_webm else ("mkv", f"{kind}/x-matroska")
    if demuxer == "ogg":
        return "ogg", f"{kind}/ogg"
    return demuxer, _AUDIO_TYPES[demuxer]


_AUDIO_TYPES = {
    "wav": "audio/wav",
    "w64": "audio/x-w64",
    "mp3": "audio/mpeg",
    "flac": "audio/flac",
    "aac": "audio/aac",
    "aiff": "audio/aiff",
    "caf": "audio/x-caf",
    "amr": "audio/amr",
}
