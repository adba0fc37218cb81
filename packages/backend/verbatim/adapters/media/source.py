"""Opening an untrusted media file with FFmpeg's libraries, so that it can reach nothing but itself.

Playlist-like formats would let an uploaded file name other files or addresses; only the demuxers of `kinds` may
open, the file is read through an object that knows no other, and only audio decoders may run.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from verbatim.adapters.media.errors import DamagedMedia, EmptyMedia, NoAudioTrack, UnsupportedMedia
from verbatim.adapters.media.kinds import AUDIO_CODECS, DEMUXERS, SUPPORTED
from verbatim.adapters.media.salvage import beginning, goes_on
from verbatim.adapters.media.sniff import describe_non_media, looks_like_media
from verbatim.core.cage.file import ForeignFile
from verbatim.core.lazy import lazy

if TYPE_CHECKING:
    import av
    import av.stream
    from av.audio.stream import AudioStream
    from av.container import InputContainer
else:
    av = lazy("av")

Source = Path | ForeignFile
MAX_STREAMS = 32
MAX_CHANNELS = 64
SAMPLE_RATES = range(1_000, 768_001)
_HEAD_BYTES = 4096
_OPEN_SECONDS = 30.0
_READ_SECONDS = 30.0
_DAMAGED = "The file is damaged or incomplete: it starts like a recording but cannot be read."


@cache
def _open_options() -> dict[str, str]:
    plain = sorted(name for name in av.codecs_available if name.startswith(("pcm_", "adpcm_")))
    return {
        "format_whitelist": ",".join(DEMUXERS),
        "protocol_whitelist": "file",
        "codec_whitelist": ",".join((*AUDIO_CODECS, *plain)),
        "max_streams": str(MAX_STREAMS),
    }


def foreign(source: Source) -> ForeignFile:
    """Return a file for a path. Outside of the cage this is for tests and for files that the server made itself."""
    return source if isinstance(source, ForeignFile) else ForeignFile.open(source)


@contextlib.contextmanager
def open_media(source: Source) -> Iterator[InputContainer]:
    """Open a file for reading; closes it at the end.

    A beginning that is no part of a recording is passed over, where a recording begins behind it.

    Raises:
        EmptyMedia: no bytes.
        UnsupportedMedia: not audio or video, or a refused kind.
        DamagedMedia: audio or video by its first bytes, but unreadable.
    """
    file = foreign(source)
    head = file.peek(_HEAD_BYTES)
    if not head:
        raise EmptyMedia("The file is empty.")
    kind = describe_non_media(head)
    if kind:
        raise UnsupportedMedia(f"This looks like {kind}, not like audio or video.")
    with _open_somewhere(file, head) as container:
        yield container


def _open_somewhere(file: ForeignFile, head: bytes) -> InputContainer:
    try:
        return _open(file)
    except MemoryError:
        raise
    except (av.error.FFmpegError, OSError) as error:
        start = beginning(file)
        if start:
            with contextlib.suppress(av.error.FFmpegError, OSError):
                return _open(file.part(start))
        if start is not None or looks_like_media(head):
            raise DamagedMedia(_DAMAGED) from error
        raise UnsupportedMedia(f"This does not look like audio or video that can be read. {SUPPORTED}.") from error


def _open(file: ForeignFile) -> InputContainer:
    return av.open(
        file.reader(),
        "r",
        container_options=_open_options() | ({"ignore_length": "1"} if goes_on(file) else {}),
        metadata_errors="replace",  # titles are in whatever letters their program wrote
        timeout=(_OPEN_SECONDS, _READ_SECONDS),
    )


def audio_streams(container: InputContainer) -> list[AudioStream]:
    """Return all sound that can be decoded, in the order of the file, and let the demuxer skip everything else.

    Raises:
        NoAudioTrack: there are streams but none with sound.
        DamagedMedia: there are no streams.
        UnsupportedMedia: the sound is in a form that cannot be decoded, or absurd.
    """
    if not container.streams:
        raise DamagedMedia("The file is damaged or incomplete: nothing in it can be played.")
    if len(container.streams) > MAX_STREAMS:
        raise UnsupportedMedia(f"The file has more than {MAX_STREAMS} tracks; export those you need and upload them.")
    if not container.streams.audio:
        raise NoAudioTrack("The file has no sound: it is a video without an audio track.")
    # An unreadable first track must not hide a good second one.
    playable = [s for s in container.streams.audio if _is_sane(s)]
    if not playable:
        raise UnsupportedMedia("The sound in this file is in a form that cannot be decoded.")
    listen_to(container, playable)
    for stream in playable:
        stream.codec_context.thread_count = 1  # threads would cost address space and gain little with sound
    return playable


def listen_to(container: InputContainer, streams: list[AudioStream]) -> None:
    """Let the demuxer skip all other streams."""
    wanted = {stream.index for stream in streams}
    for stream in container.streams:
        stream.discard = av.stream.Discard.default if stream.index in wanted else av.stream.Discard.all


def best_stream(container: InputContainer, playable: list[AudioStream]) -> AudioStream:
    """Return the one that players choose."""
    best = container.streams.best("audio")
    return next((s for s in playable if best is not None and s.index == best.index), playable[0])


def _is_sane(stream: AudioStream) -> bool:
    # A stream without a decoder has no codec context; PyAV's stubs do not say so.
    context = stream.codec_context
    return context is not None and context.sample_rate in SAMPLE_RATES and 1 <= context.channels <= MAX_CHANNELS


def origin_seconds(container: InputContainer) -> float:
    """The time stamp that players show as 0:00; some containers do not start at zero."""
    return max(0.0, (container.start_time or 0) / av.time_base)
