"""Every error that reaches a client: one base class, one rendering.

A body is ``{"detail": "<sentence>", "code": "<machine word>"}``; a rejected request (422) keeps FastAPI's list of
problems in ``detail``. Slices define their own errors beside their code as subclasses of `VerbatimError`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final

from fastapi.encoders import jsonable_encoder
from fastapi.responses import JSONResponse
from starlette.types import Receive, Scope, Send

ERROR_CODE: Final = "verbatim.error_code"
"""Where in its scope a request has the machine word with which it was refused."""


class AnswerEndedError(Exception):
    """An answer that has begun goes no further, for a reason that needs no trace: its connection is broken off."""


class VerbatimError(Exception):
    """Something went wrong."""

    status_code: ClassVar[int] = 500
    code: str = "internal_error"
    database_sign: ClassVar[str | None] = None
    """What stands in the database's own message when a rule inside it, such as a trigger, means this error."""

    def __init__(
        self,
        detail: str | None = None,
        *,
        code: str | None = None,
        headers: dict[str, str] | None = None,
        extra: dict[str, Any] | None = None,
    ) -> None:
        """The class's docstring is the sentence that clients read unless ``detail`` says more; ``extra`` is added to
        the body.
        """
        self.detail = detail or (self.__doc__ or "").strip().splitlines()[0]
        self.code = code or self.code
        self.headers = headers
        self.extra = extra or {}
        super().__init__(self.detail)


class NotSignedInError(VerbatimError):
    """Sign in to continue."""

    status_code = 401
    code = "not_signed_in"


class ForbiddenError(VerbatimError):
    """Your role does not allow this."""

    status_code = 403
    code = "forbidden"


class NotFoundError(VerbatimError):
    """There is nothing here, or it is not yours to see."""

    status_code = 404
    code = "not_found"


class ConflictError(VerbatimError):
    """Somebody else was faster; reload and try again."""

    status_code = 409
    code = "conflict"


class TooLargeError(VerbatimError):
    """The request is larger than this server accepts."""

    status_code = 413
    code = "too_large"


class InvalidInputError(VerbatimError):
    """The request cannot be understood."""

    status_code = 422
    code = "invalid_input"


class StorageFullError(VerbatimError):
    """The server has no disk space left; nothing was saved. Ask its administrator to make room."""

    status_code = 507
    code = "storage_full"


class StorageFailedError(VerbatimError):
    """The server cannot reach its stored files; its administrator finds the cause in the log."""

    status_code = 503
    code = "storage_failed"


class UnavailableError(VerbatimError):
    """The server is busy; try again in a moment."""

    status_code = 503
    code = "unavailable"


class ErrorResponse(JSONResponse):
    """An answer that tells those around it, by the scope, which machine word it carries."""

    def __init__(self, body: dict[str, Any], status_code: int, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(jsonable_encoder(body), status_code=status_code, headers=headers)
        self.code = str(body["code"])

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope[ERROR_CODE] = self.code
        await super().__call__(scope, receive, send)


def error_response(error: VerbatimError) -> JSONResponse:
    body = {"detail": error.detail, "code": error.code, **error.extra}
    return ErrorResponse(body, error.status_code, error.headers)
