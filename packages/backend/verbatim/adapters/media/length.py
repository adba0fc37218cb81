"""For how long a file really plays: by its packets, and by decoding it where that is cheap."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from verbatim.adapters.media.budget import MAX_HOURS
from verbatim.adapters.media.clock import MAX_GAP_SECONDS, Clock
from verbatim.adapters.media.source import audio_streams, best_stream, listen_to, open_media, origin_seconds
from verbatim.adapters.media.tracks import frames_of
from verbatim.core.cage.file import ForeignFile
from verbatim.core.cage.limits import MIB
from verbatim.core.lazy import lazy

if TYPE_CHECKING:
    import av
    from av.audio.stream import AudioStream
    from av.container import InputContainer
    from av.packet import Packet
else:
    av = lazy("av")

_DECODED_SECONDS = 120.0
"""Recordings up to this length are decoded to know their length; that of others is corrected when they are drawn."""

_WORK_SECONDS = 2.0
_READ_WHOLE_BYTES = 64 * MIB
_READ_SECONDS = 60.0
_TAIL_SECONDS = 5.0
_LONGEST_PACKET = 60.0
_SEEKABLE = {"mov", "matroska", "ogg"}
_PLAIN = {"wav", "w64", "aiff", "caf", "au"}
"""Where plain samples lie one after the other, a seek is exact. So are those of the kinds above in large files."""


def playing_seconds(file: ForeignFile) -> float:
    """Return the length of a recording in seconds; 0 when it has none.

    Raises:
        MediaError: as `open_media`.
    """
    with open_media(file) as container:
        streams = audio_streams(container)
        best = best_stream(container, streams)
        demuxer = container.format.name.split(",")[0]
        plain = demuxer in _PLAIN and best.codec_context.codec.name.startswith("pcm_")
        quick = plain or (demuxer in _SEEKABLE and file.size > _READ_WHOLE_BYTES)
        announced = (container.duration or 0) / av.time_base
        end = _end_of_tail(container, best, announced - _TAIL_SECONDS) if quick and announced > _TAIL_SECONDS else None
    if end is None:
        end = _by_packets(file)
    if not plain and end <= _DECODED_SECONDS:
        return _by_decoding(file, len(streams)) or end
    return end


def _packets(container: InputContainer, streams: list[AudioStream]) -> Iterator[Packet[Any]]:
    """Packets until the file ends or cannot be read any further."""
    try:
        yield from container.demux(streams)
    except MemoryError:
        raise
    except (av.error.FFmpegError, OSError):
        return


def _end_of_tail(container: InputContainer, stream: AudioStream, start: float) -> float | None:
    """End of the last packet, looking only behind `start`; None when nothing is there."""
    try:
        listen_to(container, [stream])
        container.seek(int(start * av.time_base))
    except MemoryError:
        raise
    except (av.error.FFmpegError, OSError):
        return None
    end: float | None = None
    for packet in _packets(container, [stream]):
        begin, length = _times(packet, stream)
        if begin is not None and packet.size and (end is None or end < begin + length <= end + MAX_GAP_SECONDS):
            end = begin + length
    return None if end is None else max(0.0, end - origin_seconds(container))


def _by_packets(file: ForeignFile) -> float:
    """The longest of the tracks, as the decoder will count it."""
    deadline = time.monotonic() + _READ_SECONDS
    with open_media(file) as container:
        streams = audio_streams(container)
        origin = origin_seconds(container)
        clocks = {stream.index: Clock(origin, MAX_HOURS * 3600.0 * 2) for stream in streams}
        for count, packet in enumerate(_packets(container, streams)):
            if not packet.size:
                continue
            clock = clocks[packet.stream_index]
            begin, length = _times(packet, packet.stream)
            clock.pause_before(begin)
            if begin is not None and abs(begin - origin - clock.seconds) < 1 and length:
                clock.seconds = max(clock.seconds, begin - origin + length)
            else:
                clock.seconds += length
            if count % 1024 == 0 and time.monotonic() > deadline:
                break
        return max(clock.seconds for clock in clocks.values())


def _times(packet: Packet[Any], stream: Any) -> tuple[float | None, float]:
    """When a packet begins and how long it lasts, in seconds."""
    tick = float(stream.time_base or 0)
    stamp = packet.pts if packet.pts is not None else packet.dts
    length = (packet.duration or 0) * tick
    if not 0 <= length <= _LONGEST_PACKET:  # the last one of an Ogg file may have a negative one, wrapped
        length = 0.0
    return (None if stamp is None else stamp * tick), length


def _by_decoding(file: ForeignFile, tracks: int) -> float | None:
    """What the decoder finds, or None when that would take long."""
    deadline = time.thread_time() + _WORK_SECONDS
    longest = 0.0
    for number in range(tracks):
        with open_media(file) as container:
            stream = audio_streams(container)[number]
            listen_to(container, [stream])
            clock = Clock(origin_seconds(container), MAX_HOURS * 3600.0)
            for frame in frames_of(container, stream):
                clock.pause_before(frame.time)
                clock.seconds += frame.samples / max(1, frame.sample_rate)
                if time.thread_time() > deadline:
                    return None
            longest = max(longest, clock.seconds)
    return longest
