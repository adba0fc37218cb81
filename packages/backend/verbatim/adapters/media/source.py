"""Opening an untrusted media file with FFmpeg's libraries, so that it can reach nothing but itself.

Playlist-like formats would let an uploaded file name other files or addresses; only the demuxers below may
open, only the local file protocol is there for them, and only audio decoders may run.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from verbatim.adapters.media.errors import DamagedMedia, EmptyMedia, NoAudioTrack, UnsupportedMedia
from verbatim.adapters.media.sniff import describe_non_media, looks_like_media
from verbatim.core.lazy import lazy

if TYPE_CHECKING:
    import av
    import av.stream
    from av.audio.stream import AudioStream
    from av.container import InputContainer
else:
    av = lazy("av")

DEMUXERS = (
    *("wav", "w64", "mp3", "mov", "mp4", "m4a", "3gp", "3g2", "mj2"),
    *("matroska", "webm", "ogg", "flac", "aac", "aiff", "caf", "amr"),
)
_AUDIO_CODECS = (
    *("mp3", "mp3float", "mp2", "mp2float", "mp1", "mp1float", "aac", "aac_latm", "opus", "libopus"),
    *("vorbis", "flac", "alac", "amrnb", "amrwb", "ac3", "eac3", "gsm", "gsm_ms", "speex"),
)
SUPPORTED = "Verbatim reads wav, mp3, m4a, mp4, webm, ogg, flac and mkv"
MAX_STREAMS = 32
MAX_CHANNELS = 64
MAX_HOURS = 100
MAX_GAP_SECONDS = 3600.0
"""A longer jump between two time stamps is taken for damage and not for a pause."""
SAMPLE_RATES = range(1_000, 768_001)
_HEAD_BYTES = 4096
_OPEN_SECONDS = 30.0
_READ_SECONDS = 30.0


@cache
def _open_options() -> dict[str, str]:
    plain = sorted(name for name in av.codecs_available if name.startswith(("pcm_", "adpcm_")))
    return {
        "format_whitelist": ",".join(DEMUXERS),
        "protocol_whitelist": "file",
        "codec_whitelist": ",".join((*_AUDIO_CODECS, *plain)),
        "max_streams": str(MAX_STREAMS),
    }


@contextlib.contextmanager
def open_media(path: Path) -> Iterator[InputContainer]:
    """Open a file for reading; closes it at the end.

    Raises:
        EmptyMedia: no bytes.
        UnsupportedMedia: not audio or video, or a refused kind.
        DamagedMedia: audio or video by its first bytes, but unreadable.
    """
    head = _read_head(path)
    kind = describe_non_media(head)
    if kind:
        raise UnsupportedMedia(f"This looks like {kind}, not like audio or video.")
    try:
        container = av.open(
            str(path.absolute()), container_options=_open_options(), timeout=(_OPEN_SECONDS, _READ_SECONDS)
        )
    except av.error.ArgumentError as error:  # what FFmpeg answers for a format outside the whitelist
        raise UnsupportedMedia(f"This kind of file is not supported; {SUPPORTED}.") from error
    except (av.error.FFmpegError, OSError) as error:
        if looks_like_media(head):
            raise DamagedMedia(
                "The file is damaged or incomplete: it starts like a recording but cannot be read."
            ) from error
        raise UnsupportedMedia(f"This does not look like audio or video; {SUPPORTED}.") from error
    with container:
        yield container


def _read_head(path: Path) -> bytes:
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    if not head:
        raise EmptyMedia("The file is empty.")
    return head


def audio_stream(container: InputContainer) -> AudioStream:
    """Choose the sound to transcribe and tell the demuxer to skip everything else.

    Raises:
        NoAudioTrack: there are streams but none with sound.
        DamagedMedia: there are no streams.
        UnsupportedMedia: the sound is in a form that cannot be decoded, or absurd.
    """
    if not container.streams:
        raise DamagedMedia("The file is damaged or incomplete: nothing in it can be played.")
    if len(container.streams) > MAX_STREAMS:
        raise UnsupportedMedia(f"The file has more than {MAX_STREAMS} tracks, which is not supported.")
    if not container.streams.audio:
        raise NoAudioTrack("The file has no sound: it is a video without an audio track.")
    # An unreadable first track must not hide a good second one.
    playable = [s for s in container.streams.audio if _is_sane(s)]
    if not playable:
        raise UnsupportedMedia("The sound in this file is in a form that cannot be decoded.")
    best = container.streams.best("audio")
    chosen = next((s for s in playable if best is not None and s.index == best.index), playable[0])
    for stream in container.streams:
        if stream.index != chosen.index:
            stream.discard = av.stream.Discard.all
    return chosen


def _is_sane(stream: AudioStream) -> bool:
    # A stream without a decoder has no codec context; PyAV's stubs do not say so.
    context = stream.codec_context
    return context is not None and context.sample_rate in SAMPLE_RATES and 1 <= context.channels <= MAX_CHANNELS


def origin_seconds(container: InputContainer) -> float:
    """The time stamp that players show as 0:00; some containers do not start at zero."""
    return max(0.0, (container.start_time or 0) / av.time_base)
