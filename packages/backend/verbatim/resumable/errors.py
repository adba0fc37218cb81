"""What can be wrong with an upload in pieces, in the words of the person who uploads."""

from __future__ import annotations

from verbatim.core.errors import ConflictError, InvalidInputError, NotFoundError, UnavailableError, VerbatimError


class WrongProtocolError(VerbatimError):
    """This server speaks version 1.0.0 of tus; send the header Tus-Resumable: 1.0.0."""

    status_code = 412
    code = "tus_version"


class UploadNotFoundError(NotFoundError):
    """There is no such upload of yours; it may have expired. Begin it again."""

    code = "upload_not_found"


class UploadElsewhereError(UnavailableError):
    """The first part of this upload lies on another server; try again, or begin it again."""

    code = "upload_elsewhere"


class UploadLockedError(VerbatimError):
    """Another request is sending to this upload; wait until it has ended."""

    status_code = 423
    code = "upload_locked"


class WrongOffsetError(ConflictError):
    """The upload is at another place; ask for its offset and go on from there."""

    code = "wrong_offset"


class UploadFinishedError(ConflictError):
    """This upload has been finished; nothing can be added to it."""

    code = "upload_finished"


class ChecksumMismatchError(VerbatimError):
    """What arrived is not what was sent: its checksum is another. Send this piece again."""

    status_code = 460
    code = "checksum_mismatch"


class WrongMediaTypeError(VerbatimError):
    """Send the bytes as Content-Type: application/offset+octet-stream."""

    status_code = 415
    code = "wrong_media_type"


class MalformedUploadError(InvalidInputError):
    """The headers of the upload cannot be understood."""

    code = "malformed_upload"


class TooManyUploadsError(VerbatimError):
    """You have too many unfinished uploads; finish some of them, or cancel them."""

    status_code = 429
    code = "too_many_uploads"


class UploadMethodError(VerbatimError):
    """Send PATCH or DELETE to an upload, or either as X-HTTP-Method-Override."""

    status_code = 405
    code = "method_not_allowed"
