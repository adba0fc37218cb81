"""What can be wrong with an uploaded file. Every message is one sentence that a user of the web app reads."""

from __future__ import annotations

from typing import ClassVar

from verbatim.core.cage.errors import ForeignFileError


class MediaError(ForeignFileError):
    """A file cannot be used as a recording; `str(error)` is meant for people, `code` for programs."""

    code: ClassVar[str] = "unsupported_media"


class EmptyMedia(MediaError):  # noqa: N818  reads as a sentence in `raise` and `except`
    """The file has no bytes at all."""

    code = "empty_file"


class UnsupportedMedia(MediaError):  # noqa: N818  same
    """The file is something else than audio or video, or a kind of it that is refused."""

    code = "unsupported_media"


class NoAudioTrack(MediaError):  # noqa: N818  same
    """A video without sound."""

    code = "no_audio_track"


class DamagedMedia(MediaError):  # noqa: N818  same
    """It is audio or video by its looks, but nothing in it can be decoded."""

    code = "damaged_media"


class TooComplex(MediaError):  # noqa: N818  same
    """Reading it takes more memory or time than a file of its size may."""

    code = "too_complex"


class TooLong(MediaError):  # noqa: N818  same
    """It claims to last longer than a file of its size can."""

    code = "too_long_for_its_size"


class NoSuchSound(MediaError):  # noqa: N818  same
    """The track or channel that was chosen is not in the file."""

    code = "no_such_track"


class UnknownSound(MediaError):  # noqa: N818  same
    """The choice of tracks and channels is none that is known."""

    code = "unknown_sound"


MEDIA_ERRORS: dict[str, type[MediaError]] = {
    kind.code: kind
    for kind in (
        EmptyMedia,
        UnsupportedMedia,
        NoAudioTrack,
        DamagedMedia,
        TooComplex,
        TooLong,
        NoSuchSound,
        UnknownSound,
    )
}
