"""What can be wrong with an upload, in the words of the person who uploads."""

from __future__ import annotations

from verbatim.core.errors import InvalidInputError, TooLargeError


class NoFileError(InvalidInputError):
    """The form has no file in it; send one as the field "file"."""

    code = "missing_file"


class UploadTooLargeError(TooLargeError):
    """The file is larger than this server accepts."""

    code = "upload_too_large"
