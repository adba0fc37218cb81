"""A copy of a recording's sound that every browser plays."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from verbatim.adapters.media.choice import Choice
from verbatim.adapters.media.decode import decode
from verbatim.adapters.media.source import Source
from verbatim.core.lazy import lazy

PLAYABLE_TYPE = "audio/mpeg"
if TYPE_CHECKING:
    import av
    from _typeshed import ReadableBuffer
else:
    av = lazy("av")

_RATE = 32_000
_BITS_PER_SECOND = 80_000


def playable_mp3(source: Source) -> Iterator[bytes]:
    """Yield the mix of all tracks as an MP3 of constant rate, in which browsers can seek.

    Raises:
        MediaError: as `decode_mono16k`.
    """
    out = _Pieces()
    with av.open(out, "w", format="mp3", options={"write_xing": "0", "id3v2_version": "0"}) as container:
        stream = container.add_stream("libmp3lame", rate=_RATE, layout="mono", format="s16p")
        stream.bit_rate = _BITS_PER_SECOND
        position = 0
        for chunk in decode(source, Choice(), _RATE):
            frame = av.AudioFrame.from_ndarray(chunk.reshape(1, -1), format="s16p", layout="mono")
            frame.sample_rate, frame.pts = _RATE, position
            position += len(chunk)
            container.mux(stream.encode(frame))
            yield from out.taken()
        container.mux(stream.encode(None))
    yield from out.taken()


class _Pieces(io.RawIOBase):
    """What was written since the last look."""

    def __init__(self) -> None:
        super().__init__()
        self._data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: ReadableBuffer) -> int:
        piece = bytes(data)
        self._data += piece
        return len(piece)

    def taken(self) -> Iterator[bytes]:
        data, self._data = bytes(self._data), bytearray()
        if data:
            yield data
